"""Where reported content begins and ends, in tokens.

Content begins after the complementiser or the addressee and ends with the clause: at the
sentence's last mark, at a dash or bracket that closes what holds it, or where the same speaker is
given a second verb ("… and warned that …").
"""

from annotate import lexicons
from annotate.grammar.cues import Cue, nouns, of_class, verbs
from annotate.grammar.reading import Marked, Reading

_DASHES = frozenset({"–", "—", "―", "--", "-"})
_CLOSING = frozenset({".", ",", ";", ":", "!", "?", "…", "–", "—", "―", "--", ")", "]"})


def trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The stretch without the stops at its ends; marks that have a partner inside stay."""
    words = reading.words
    while first < last and words[first] in _CLOSING | {"and"}:
        first += 1
    while last > first and words[last - 1] in _CLOSING and not _needed(reading, first, last):
        last -= 1
    while last > first and _lone_mark(reading, first, last - 1):
        last -= 1
    return first, last


def _needed(reading: Reading, first: int, last: int) -> bool:
    return reading.words[last - 1] == ")" and "(" in reading.words[first:last]


def _lone_mark(reading: Reading, first: int, at: int) -> bool:
    """Whether a closing mark's opening partner lies before the stretch."""
    return any(each.last - 1 == at and each.first < first for each in reading.marked)


def unsplit(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The stretch with the whole of what stands in marks where it holds a half: "as “theatre|”"."""
    for each in reading.marked:
        if first <= each.first < last < each.last:
            last = each.last
    named = reading.words[first : first + 1] == ("as",)
    return (first + 1 if named and _opens(reading, first + 1, last) else first), last


def headed(reading: Reading, first: int, last: int) -> int:
    """The end with the noun to which the last word belongs: "an end to night | raids"."""
    if first >= last:
        return last
    word = reading.passage.parsed[last - 1]
    noun = word.head.i
    belongs = word.dep_ in _BEFORE_NOUNS and last <= noun <= last + 1
    return noun + 1 if belongs and noun < len(reading.words) else last


_BEFORE_NOUNS = frozenset({"amod", "case", "compound", "det", "nmod:poss", "nummod"})
"""Relations of a word to the noun that it stands before."""


def _opens(reading: Reading, first: int, last: int) -> bool:
    return any(m.first == first and m.last == last for m in reading.marked)


def bare(reading: Reading, first: int, last: int) -> tuple[int, int, str]:
    """The stretch without the marks that hold it whole, and the label that this gives it."""
    for each in reading.marked:
        begin, end = each.inner
        whole = each.first <= first <= begin and trimmed(reading, begin, end)[1] <= last
        if each.pair.closed and whole and last <= each.last:
            return begin, end, "direct"
    return first, last, ""


def end(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """The token at which the content that begins at `first` ends, at most `last`."""
    at, depth = first, 0
    words = reading.words
    subordinate = _subordinate(reading, cue)
    while at < last:
        pair = next((m for m in reading.marked if m.first == at and m.last <= last), None)
        if pair is not None and at > first - 1:
            named = pair.first == first and not clause_inside(reading, pair)
            at = pair.last
            if (not named and _breaks(reading, at, last)) or (
                at < last and words[at] in _PARTICIPLES
            ):
                return at
            continue
        word = words[at]
        if word == "(" and _aside(reading, at, last):
            return at
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
            if depth < 0:
                return at
        elif (depth == 0 and _ends(reading, cue, at, last, first)) or (
            subordinate and word == "," and at > first + 2
        ):
            return at
        at += 1
    return last


def spoken_whole(reading: Reading, first: int, last: int) -> Marked | None:
    """The marks that hold all of what begins at `first`: “…” on Monday, “…” to reporters.

    What follows them only says when, where or to whom it was said: none where it goes on as a
    clause ("“never” would be too soon", "“the camps” in Brenn were full").
    """
    marked = next((m for m in reading.marked if m.first == first and m.pair.closed), None)
    if marked is None or marked.last > last or not says_when(reading, marked.last, last):
        return None
    return marked


def clause_inside(reading: Reading, marked: Marked) -> bool:
    """Whether marked text is a clause by itself, not a name or a phrase."""
    first, last = marked.inner
    if reading.words[first] in of_class("pronoun"):
        return True
    return any(_finite_at(reading, at, last) for at in range(first + 1, last))


def says_when(reading: Reading, at: int, last: int) -> bool:
    """Whether nothing follows but a place, time or addressee of the saying."""
    if at >= last or reading.words[at] in {".", "!", "?"}:
        return True
    if reading.words[at] in _TIMED:
        return True
    if reading.words[at] not in _PLACED:
        return False
    stops = (n for n in range(at, last) if reading.words[n] in {",", ";", ".", "–", "—"})
    end = next(stops, last)
    if any(at <= other.first < end for other in reading.marked):
        return False
    if reading.words[end + 1 : end + 2] in {("including",), ("such",), ("where",)}:
        return False
    return not any(_finite_at(reading, here, end) for here in range(at + 1, end))


_PLACED = frozenset(
    {"on", "in", "at", "to", "during", "following", "amid", "upon", "via", "through"}
)
"""Prepositions that say when, where or to whom something was said."""

_TIMED = frozenset(
    {"after", "before", "when", "while", "yesterday", "today", "earlier", "later", "recently"}
    | {"last", "this"}
)
"""Words that open a time of saying, clauses among them: "“…” after the vote was lost"."""


def _aside(reading: Reading, at: int, last: int) -> bool:
    """Whether a bracket holds the reporter's aside, a clause up to the sentence's end."""
    closing = next((n for n in range(at, last) if reading.words[n] == ")"), last)
    return closing - at > _ASIDE and last - closing <= 2


_ASIDE = 6
"""Words from which a bracket at a sentence's end is an aside, not a gloss on the last word."""


def _breaks(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause of the reporter's own follows marked text: "“norms” and the delegation"."""
    words = reading.words
    if at + 1 >= last:
        return False
    return (
        words[at] == "and"
        and (words[at + 1] in of_class("determiner", "pronoun") or at + 1 in reading.names)
    ) or words[at : at + 2] == ("in", "order")


def _subordinate(reading: Reading, cue: Cue) -> bool:
    """Whether the verb stands in a clause that opens its sentence: "Though some insist …,"."""
    first, _ = reading.unit_at(cue.first)
    opener = {"though", "although", "while", "whilst", "as", "when", "if", "because"}
    stretch = reading.words[first : cue.first]
    return bool(stretch) and stretch[0] in opener and "," not in stretch


def _ends(reading: Reading, cue: Cue, at: int, last: int, first: int) -> bool:
    words, word = reading.words, reading.words[at]
    if word == ";":
        return True
    if word in _DASHES and at > first and _spaced(reading, at):
        return not any(
            words[other] in _DASHES and _spaced(reading, other) for other in range(at + 1, last)
        )
    if word == "," and cue.head > 0 and words[cue.head - 1] in of_class("relative"):
        return True
    if word == ",":
        own = _own_voice(words, at + 1) or _summed_up(words, at + 1)
        return own or _second_cue(reading, cue, at + 1, last)
    if word in {"and", "or", "but"}:
        return _second_cue(reading, cue, at + 1, last)
    return False


def _spaced(reading: Reading, at: int) -> bool:
    """Whether a dash sets off a clause: a hyphen between two words without a space does not."""
    if reading.ranges(at):
        return False
    word = reading.words[at]
    before = at > 0 and bool(reading.passage.parsed[at - 1].whitespace_)
    behind = bool(reading.passage.parsed[at].whitespace_)
    return behind if word == "—" else (before and behind) or word == "--"


def _own_voice(words: tuple[str, ...], at: int) -> bool:
    return words[at : at + 1] in {("though",), ("although",)} or words[at : at + 2] == (
        "according",
        "to",
    )


def _summed_up(words: tuple[str, ...], at: int) -> bool:
    """Whether a noun of the writer's takes up what was said: "…, | a charge that he denies"."""
    if words[at : at + 1] not in {("a",), ("an",)}:
        return False
    noun = next((n for n in (at + 1, at + 2) if words[n : n + 1] and words[n] in nouns()), None)
    behind = words[noun + 1 : noun + 2] if noun is not None else ()
    return bool(behind) and (behind[0] in _TAKEN_UP or behind[0] in of_class("determiner"))


_TAKEN_UP = of_class("pronoun", "relative") | {"denied", "rejected", "shared", "echoed", "disputed"}


def _second_cue(reading: Reading, cue: Cue, at: int, last: int) -> bool:
    """Whether the speaker's next verb begins here: ", adding", "and warned", "but they said"."""
    words = reading.words
    while at < last and words[at] in of_class("adverb") | {"and", "but", "or", ","}:
        at += 1
    if at < last and words[at] in {"he", "she", "they", "it"}:
        at += 1
        while at < last and words[at] in of_class("adverb", "have"):
            at += 1
        return at < last and words[at] in verbs() and words[at] not in _COMMON
    if at >= last or words[at] not in verbs() or at in reading.names:
        return False
    if words[at].endswith("ing"):
        return cue.form == "ing" or (words[at - 1] == "," and words[at] in _PARTICIPLES)
    same = (cue.form == "past" and words[at].endswith("ed")) or words[at] == "said"
    return same or (cue.form == "s" and words[at].endswith("s") and words[at - 1] in {"and", "but"})


_COMMON = of_class("everyday")
_PARTICIPLES = of_class("participle")


def start(reading: Reading, cue: Cue, last: int) -> tuple[int, str] | None:
    """Where the content of an indirect report begins, and the frame that says so.

    Frames are those of lexicons/reporting_verbs.tsv; none if the verb has no content here.
    """
    words, at = reading.words, cue.last
    while at < last and (words[at] in _MANNER or words[at].endswith("ly")):
        at += 1
    if at >= last:
        return None
    if "A" in cue.verb.frames and words[at] in {"on", "upon", "for"}:
        return _called(reading, at, last)
    that = _that(reading, cue, at, last)
    if that is not None and cue.takes("ctp"):
        return that + 1, "t"
    if cue.takes("w") and (asked := _asked(reading, at, last)) is not None:
        return asked, "w"
    if cue.takes("ix") and (found := _infinitive(reading, at, last)):
        return found
    if words[at] in _CLOSING:
        return _plain(reading, cue, at, last)
    if cue.takes("g") and words[at].endswith("ing") and words[at] not in {"during", "nothing"}:
        return at, "g"
    named = words[at] not in {"him", "them", "me", "us"}
    if cue.takes("o") and named and at + 1 < last and not _thing(reading, cue, at, last):
        return at, "o"
    return _plain(reading, cue, at, last)


_MANNER = of_class("adverb") - {"both"}


def _asked(reading: Reading, at: int, last: int) -> int | None:
    """Where a question begins, behind whom it is put to: "asked | him | whether it held"."""
    if reading.words[at] in _QUESTIONS:
        return at
    behind = _addressee(reading, at, last)
    asks = behind is not None and reading.words[behind : behind + 1] in {("whether",), ("if",)}
    return behind if asks else None


_QUESTIONS = frozenset({"whether", "if", "why", "how", "what"})


def _plain(reading: Reading, cue: Cue, at: int, last: int) -> tuple[int, str] | None:
    """A clause without "that", behind the addressee where the verb takes one."""
    if cue.takes("p") and (behind := _addressee(reading, at, last)):
        return (behind, "p") if _clause(reading, behind, last) else None
    behind = _behind_place(reading, at, last)
    if _thing(reading, cue, at, last):
        return None
    if behind is not None and cue.takes("c") and _clause(reading, behind, last):
        return behind, "c"
    bare = cue.takes("c") and (
        not cue.takes("p") or cue.verb.lemma in {"warn", "explain", "promise"}
    )
    return (at, "c") if bare and _clause(reading, at, last) else None


def _behind_place(reading: Reading, at: int, last: int) -> int | None:
    """The token behind a place or time set off by a comma: "said in July, | the river …"."""
    if reading.words[at] not in of_class("preposition"):
        return None
    comma = next((n for n in range(at, min(at + 5, last - 1)) if reading.words[n] == ","), None)
    return None if comma is None else comma + 1


def _that(reading: Reading, cue: Cue, at: int, last: int) -> int | None:
    """The complementiser, straight after the verb or after addressee, place or time."""
    here, far = at - 1, at + (9 if cue.takes("dp") else 1)
    subject = reading.words[at] in of_class("pronoun") and at + 1 < last
    if subject and reading.words[at + 1] in verbs():
        return None
    while here + 1 < min(far, last):
        here += 1
        word = reading.words[here]
        marked = next((m for m in reading.marked if m.first == here > at), None)
        behind = reading.words[marked.last : marked.last + 1] if marked is not None else ()
        if marked is not None and behind == ("that",):
            return None if finite(reading, marked.first, marked.last) else marked.last
        if word == "that" and here > at and _reporting_noun(reading, at, here - 1):
            return None
        if word == "that" and here > at + 1 and _its_own(reading, at, here - 1):
            return None
        if word == "that" and (here == at or reading.words[here + 1 : here + 2] != (",",)):
            return here
        if word in {",", ":", ";", "(", "“", '"', "–", "—", "."} or word in of_class("relative"):
            return None
        if (
            here > at
            and word in of_class("be", "have", "modal", "pronoun")
            and here not in reading.names
        ):
            return None
    return None


def _its_own(reading: Reading, at: int, verb: int) -> bool:
    """Whether the "that" after a word is a second verb's: "says the board | believes that"."""
    words = reading.words
    tagged = reading.passage.parsed[verb].pos_
    return tagged == "VERB" and words[verb] in verbs() and words[at] not in of_class("preposition")


def _reporting_noun(reading: Reading, at: int, noun: int) -> bool:
    """Whether the "that" after a word is the noun's: "repeats its | mantra that".

    Not where the noun only tells how something was said: "said in a brief | statement that".
    """
    words = reading.words
    if words[noun] not in nouns() or "t" not in nouns()[words[noun]][0]:
        return False
    return not (words[at] in {"in", "at", "during"} and noun - at <= _VEHICLE)


_VEHICLE = 6
"""Tokens from a preposition to the noun that tells how something was said."""


def _called(reading: Reading, at: int, last: int) -> tuple[int, str] | None:
    if _to(reading, at + 1, last, far=10) or reading.words[at] in {"for"}:
        return (at + 1, "A") if at + 2 < last else None
    return None


def _infinitive(reading: Reading, at: int, last: int) -> tuple[int, str] | None:
    """Addressee and infinitive: "urged | the council to act"."""
    if reading.words[at] in of_class("preposition", "subordinator", "conjunction") | {",", "."}:
        return None
    return (at, "i") if _to(reading, at + 1, last, far=10) else None


def _to(reading: Reading, at: int, last: int, *, far: int) -> bool:
    for here in range(at, min(at + far, last)):
        word = reading.words[here]
        if word == "to":
            return reading.words[here + 1 : here + 2] != ("the",) and here + 1 not in reading.names
        if word in {",", ":", ";", "that", "“", '"', ".", "–", "—"} or word in of_class("relative"):
            return False
    return False


def _addressee(reading: Reading, at: int, last: int) -> int | None:
    """The token behind the addressee: "told | reporters |", "told | The Diplomat |"."""
    if at >= last:
        return None
    if at in reading.names:
        name, here = reading.names[at], at
        while here < last and reading.names.get(here) is name:
            here += 1
        return here
    if reading.words[at] in of_class("object"):
        return at + 1
    nouns = at + 1 if reading.words[at] in of_class("determiner") else at
    while nouns < last and nouns in reading.names:
        nouns += 1
    if nouns < last and nouns - 1 in reading.names and reading.words[nouns] in _SUBJECTS:
        return nouns  # "told The Diplomat | the agency"
    if reading.words[nouns + 1 : nouns + 2] and reading.words[nouns + 1] in of_class("preposition"):
        return None
    if nouns < last and reading.words[nouns].isalpha() and not _function(reading.words[nouns]):
        return nouns + 1
    return None


_SUBJECTS = of_class("determiner", "pronoun")


def _function(word: str) -> bool:
    return word in of_class(
        "be",
        "have",
        "do",
        "modal",
        "preposition",
        "subordinator",
        "conjunction",
        "pronoun",
        "relative",
    )


def _clause(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause seems to begin here: a subject, and soon something finite."""
    if at + 1 >= last:
        return False
    word = reading.words[at]
    if word in {"'d", "'s"} or not (word[0].isalnum() or word in {"“", '"', "‘"}):
        return False
    if word in of_class("conjunction", "relative", "modal", "be", "have", "do") | {"to", "of"}:
        return False
    if word in {"nothing", "anything", "little", "more", "so"}:
        return False
    if word in of_class("preposition"):
        return any(reading.words[here] == "," for here in range(at, min(at + 9, last)))
    return _finite(reading, at + 1, last) or word in of_class("pronoun")


def _finite(reading: Reading, at: int, last: int) -> bool:
    """Whether a finite verb follows soon, as far as closed classes and endings tell."""
    return any(_finite_at(reading, here, last) for here in range(at, min(at + 14, last)))


def finite(reading: Reading, first: int, last: int) -> bool:
    """Whether a finite verb stands in a stretch."""
    return any(_finite_at(reading, at, last) for at in range(first + 1, last))


def _finite_at(reading: Reading, here: int, last: int) -> bool:
    words, word = reading.words, reading.words[here]
    if word in _SURE or (word.endswith("ed") and len(word) > 4) or word in _PAST:
        return True
    noun = here - 1 - (words[here - 1] in of_class("adverb"))
    plural = words[noun].endswith("s") or words[noun] in {"people", "children", "women", "men"}
    if plural and word in lexicons.words("common_verbs"):
        return True
    if not word.endswith("s") or word.endswith("ss") or here in reading.names:
        return False
    followed = of_class("determiner", "object", "preposition", "adverb")
    return words[here - 1].isalpha() and here + 1 < last and words[here + 1] in followed


def _thing(reading: Reading, cue: Cue, at: int, last: int) -> bool:
    """Whether a verb has a thing for its object, not what is said: "cited the floods"."""
    if cue.verb.lemma not in _TRANSITIVE or reading.words[at] == "to":
        return False
    return _only_noun(reading, at, last)


def _only_noun(reading: Reading, at: int, last: int) -> bool:
    """Whether a noun phrase is all: "a rush of refugees | displaced by floods | and have …"."""
    words = reading.words
    relatives = 0
    for here in range(at + 1, min(at + 16, last)):
        word = words[here]
        if word in {",", ";", "."} or (word in {"and", "but"} and words[here + 1] in _SURE):
            return True
        relatives += word in {"who", "which", "that"}
        behind = words[here + 1 : here + 2]
        adjective = word.endswith("ed") and (
            words[here - 1] in of_class("determiner") or behind[:1] in _REDUCED
        )
        chained = words[here - 1] in _SURE | of_class("adverb")
        headed = behind == ("that",)
        known = adjective or chained or headed or here in reading.names
        if not known and _finite_at(reading, here, last):
            if not relatives:
                return False
            relatives -= 1
    return True


_SURE = of_class("be", "have", "do", "modal") - {"being", "be", "having", "doing"}
_REDUCED = frozenset({("by",), ("from",), ("in",), ("at",), ("on",)})
"""What follows a participle that belongs to its noun: "refugees displaced by floods"."""

_TRANSITIVE = frozenset({"fear", "cite", "know", "suspect"})
"""Verbs whose object is as often a thing as a clause: "fear a rush of refugees"."""


_PAST = of_class("finite")
