"""An attribution set into what is said, or behind it: "…, X says, …", "…, he told reporters."."""

from annotate.grammar import holders, memories, phrases, plain_subjects
from annotate.grammar.cues import Cue, nouns, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE, tree
from annotate.layers.quotes import content, endings, finite
from annotate.layers.quotes.reports import Report
from annotate.model import Mention


def report(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """ "…, X says, …", "…, argue the activists, …", "…, he told reporters." """
    inverted = cue.head > first and reading.words[cue.head - 1] in _AROUND
    if not _may_be_set_in(reading, cue, inverted=inverted):
        return None
    behind_cue = phrases.after(reading, cue.last, last) if inverted else None
    who = behind_cue if inverted else plain_subjects.before(reading, cue, first)
    if who is None or (inverted and begins_clause(reading, who)):
        return None
    begin = cue.head if inverted else opening(reading, who.first, first)
    if not inverted and reading.words[begin - 1] == "as" and begin > first:
        return _as_said(reading, cue, who, begin - 1, memory)
    if not inverted and _TAKING_UP & {*reading.words[begin - 1 : begin + 1]}:
        return None  # "…, which | he denies": no attribution of what stands before it
    stop = _behind(reading, who.last, last) if inverted else closing(reading, cue.last, last)
    asked = inverted and _asks(reading, first, begin - 1, stop)
    if (begin <= first + 1 and not asked) or reading.words[begin - 1] not in _AROUND or not stop:
        return None
    if reading.spoken(begin - 1) or begin <= content.unlinked(reading, first):
        return None
    whole = asked or _is_subject(reading, first, begin - 1, stop)
    whole = whole or _is_complete(reading, first, begin - 1)
    opens = not whole and adverbial(reading, first, begin - 1)
    leads = opens and inverted and reading.words[stop : stop + 1] == (",",)
    if opens and not (leads or (not inverted and _within(reading, cue, first, begin, stop))):
        return None
    source = holders.mention(reading, who, memory)
    if source is None:
        return None
    _keep(reading, cue, who, source, memory)
    start, end = around(reading, cue, begin, stop, first, last, opens=opens)
    if leads:  # "In July, says Orr, | the wall fell"
        start, end = content.trimmed(reading, stop + 1, endings.of(reading, cue, stop + 1, last))
    return Report(
        first=content.unlinked(reading, start),
        last=end,
        rule="verb-set-in",
        source=source,
        cue=(cue.first, cue.last),
    )


def _keep(reading: Reading, cue: Cue, who: Phrase, source: Mention, memory: Memory) -> None:
    """Keep who spoke, unless behind a verb that has its subject before it."""
    if who.first < cue.first or not _has_subject(reading, cue.first):
        memories.keep_speaker(reading, who, source, memory)


def _has_subject(reading: Reading, at: int) -> bool:
    """Whether a verb has its subject before it, as a parse shows: "The clerk, Ann Orr, | accused
    the mill": then what stands behind it hardly speaks.
    """
    drawn = tree(reading)
    return drawn is not None and any(each < at for each in drawn.under(at, "nsubj"))


def _asks(reading: Reading, first: int, comma: int, stop: int | None) -> bool:
    """Whether an attribution stands behind what opens a question: "Why, | asks Orr, | is it?"."""
    end = reading.unit_at(first)[1]
    asked = stop is not None and "?" in reading.words[stop:end]
    return asked and comma == first + 1 and reading.words[first] in _FREE_CLAUSE


def _is_subject(reading: Reading, first: int, comma: int, stop: int) -> bool:
    """Whether a clause before an attribution is the subject of the verb behind it: "What the town
    needs, | he says, | is a bridge".
    """
    words, behind = reading.words, stop + 1
    if words[first] not in _FREE_CLAUSE or words[stop : stop + 1] != (",",):
        return False
    if {*words[behind : behind + 1]} & _APPOSED:  # "said Orr, | who runs the clinic, | is"
        behind = next((n + 1 for n in range(behind, len(words)) if words[n] == ","), len(words))
    if behind >= len(words):
        return False
    tags = [token.tag_ in FINITE for token in reading.passage.parsed[first : behind + 1]]
    return tags[-1] and any(tags[: comma - first])


def _is_complete(reading: Reading, first: int, comma: int) -> bool:
    """Whether a clause before an attribution has its verb with it: "Whether it is | depends"."""
    tags = [token.tag_ for token in reading.passage.parsed[first:comma]]
    finite_verbs = sum(tag in FINITE for tag in tags)
    return reading.words[first] in {"whether", "what", "how"} and finite_verbs > 1


_FREE_CLAUSE = frozenset({"how", "what", "when", "where", "who", "why"})
"""What a clause opens with that may be a subject, or a question."""


def _within(reading: Reading, cue: Cue, first: int, begin: int, stop: int) -> bool:
    """Whether commas set a verb into what its sentence says: "In court, X said, they were late".

    Without a comma behind the verb the words before it only set the scene, as do those that tell of
    the saying.
    """
    if stop != cue.last or reading.words[stop : stop + 1] != (",",):
        return False
    opening, words = reading.words[first], {*reading.words[first:begin]}
    told_in = opening in _DURING and words & (_TELLING | {*nouns()})
    return not (told_in or words & _ASKED or opening.endswith("ing"))


_ASKED = frozenset({"asked", "pressed"})
_DURING = frozenset({"at", "during", "in", "on"})
_TELLING = frozenset({"email", "interview", "letter", "speech", "statement"})
"""Words of what stands before an attribution that tell of the saying: "In a letter, X said, …"."""
_TAKING_UP = frozenset({"something", "which"})
"""Words by which a clause takes up what was said."""
_AROUND = frozenset({",", "–", "—"})
"""What stands around a clause that is set in."""


def begins_clause(reading: Reading, who: Phrase) -> bool:
    """Whether a pronoun behind the verb is what is said: "Orr, when asked, said | they hid it"."""
    alone = reading.words[who.first] in phrases.ALONE and who.last - who.first == 1
    behind = reading.words[who.last : who.last + 1]
    return alone and bool(behind) and behind[0].isalpha()


def _may_be_set_in(reading: Reading, cue: Cue, *, inverted: bool) -> bool:
    """Whether a verb may report from within what is said; inverted: its subject is behind it."""
    plain = cue.form == "base" and not _plural(reading, cue)
    if not cue.takes("cd") or cue.form == "ing" or plain:
        return False
    if inverted and reading.words[cue.last : cue.last + 1] == ("as",):
        return False  # "the plan, | described as a gift, fell": nobody's attribution
    if inverted and cue.head < cue.first:
        return False  # "the court, which sat in May, | has asked the town": its own verb
    return reading.words[cue.last : cue.last + 1] != ("that",)


def _as_said(reading: Reading, cue: Cue, who: Phrase, at: int, memory: Memory) -> Report | None:
    """ "As X rightly says, …", "…, as X rightly says, …": what stands behind the comma, or around.

    at: the "as".
    """
    if cue.form == "base" and reading.words[cue.first] not in of_class("plural"):
        return None  # "as they reckon with it, …": no saying
    first, last = reading.unit_at(cue.first)
    comma = next(
        (n for n in range(cue.last, min(cue.last + 9, last)) if reading.words[n] == ","), 0
    )
    source = holders.mention(reading, who, memory)
    if not comma or source is None:
        return None
    memories.keep_speaker(reading, who, source, memory)
    begin, end = content.trimmed(reading, comma + 1, endings.of(reading, cue, comma + 1, last))
    if at - 1 > first and reading.words[at - 1] == "," and not adverbial(reading, first, at - 1):
        begin, end = around(reading, cue, at, comma, first, last)
    return Report(first=begin, last=end, rule="as-said", source=source, cue=(cue.first, cue.last))


def _plural(reading: Reading, cue: Cue) -> bool:
    plain = reading.words[cue.first - 1] != "as" and "c" in cue.verb.frames
    tagged = plain and reading.passage.parsed[cue.first].tag_ == "VBP"
    return reading.words[cue.first] in of_class("plural") or tagged


def opening(reading: Reading, at: int, first: int) -> int:
    """The subject's first token with its article and adverbs."""
    opens = of_class("determiner", "adverb") - _FREE
    while at > first and reading.words[at - 1] in opens:
        at -= 1
    joined = reading.words[at - 3 : at] if at - 3 > first else ()
    if joined[:1] == (",",) and joined[2] in {"and", "or"} and joined[1].isalpha():
        return at - 2  # ", | owners and recruiters agree,"
    return at


_FREE = frozenset({"what", "whatever", "which", "whichever"})
"""What opens a clause of its own: "…, | whatever the lawyers say"."""

_PARTED = of_class("pronoun", "be", "have", "modal") - of_class("possessive")
"""What no set-in clause has behind its verb; a noun may: "argues Kolde in her latest book"."""


def _behind(reading: Reading, at: int, last: int) -> int | None:
    """Where an attribution ends whose subject is behind its verb: not "…, told the board: …"."""
    stop = closing(reading, at, last)
    leads = stop is not None and reading.words[stop : stop + 1] == (":",)
    return None if leads else stop


def closing(reading: Reading, at: int, last: int) -> int | None:
    """Where the set-in clause ends: at a comma, dash or stop that comes soon; else it is none."""
    for here in range(at, min(at + 7, last)):
        word = reading.words[here]
        if word in {",", ".", "–", "—", "?", "!", ";"}:
            return here
        owning = word == "'s" and reading.passage.parsed[here].tag_ == "POS"
        parted = word in _PARTED and not owning and not _month(reading, here)
        leads = word == ":" and (here > at or {*reading.words[here + 1 : here + 2]} & _MARKS)
        if word == "that" or leads or parted:
            return None
        if word == ":":
            return here
        if word in {"“", '"'}:
            return None
    return last if last - at < 7 else None


_MARKS = frozenset({"“", '"', "‘"})


def _month(reading: Reading, at: int) -> bool:
    return reading.words[at] == "may" and reading.title_case(at)


def adverbial(reading: Reading, first: int, comma: int) -> bool:
    """Whether what stands before the comma only sets the scene: "In July, he said …"."""
    words = reading.words[first:comma]
    while len(words) > 1 and words[0] in of_class("adverb") and words[1] == ",":
        words = words[2:]
    opener = of_class("preposition", "subordinator", "adverb", "conjunction")
    if words[:1] == ("asked",) or words[-1:] == ("why",):
        return True
    helps = of_class("be", "have", "modal", "do")
    if any(reading.words[n] in helps and not _month(reading, n) for n in range(first, comma)):
        scene = of_class("subordinator") - {"that"}
        return bool(words) and words[0] in scene and "," not in words
    if len(words) == 1:
        return words[0] in opener or words[0].endswith("ly")
    return not words or (words[0] in opener - {"that"} and len(words) < 9)


def around(
    reading: Reading, cue: Cue, begin: int, stop: int, first: int, last: int, *, opens: bool = False
) -> tuple[int, int]:
    """The clause into which an attribution is set, whole.

    opens: what stands before it only opens the clause.
    """
    words, start = reading.words, begin - 2
    if start > first and words[start] in _LED and words[start - 1] not in of_class("be"):
        after = endings.of(reading, cue, stop + 1, last)
        led = words[start - 1] in of_class("preposition") and words[start - 1] != "of"
        if led or words[start] not in {"which", "who", "whose"}:
            return content.trimmed(reading, stop + 1, after)  # "in which, he said, | they lay"
        return content.trimmed(reading, start - 2 * (words[start - 1] == "of"), after)
    aside = False
    while start > first:
        if words[start] in _EDGES and _set_off(reading, start):
            opened = aside or _opens_aside(reading, first, start)
            if words[start] not in _DASHES or not opened:
                break
            aside = not aside
        start -= 1
    if start == first:
        while words[start] in {"and", "but", "yet"}:
            start += 1
        start -= 1
    start += 1
    parted = words[begin - 2] in _HELPING
    if parted:
        start = max(start, _last_clause(reading, start, begin - 2))
    trailing = stop >= last - 1 or words[stop] in {".", "?", "!"}
    whole = finite.within(reading, start, begin) and not (opens or parted)
    trailing = trailing or (whole and _told_how(reading, stop + 1))
    trailing = trailing or {*words[stop + 1 : stop + 2]} <= _CITING
    # "The survey, he explained, | found it": what stands before has no verb of its own.
    goes_on = stop if whole else min(stop + 2, last)
    after = begin - 1 if trailing or words[stop] == ";" else endings.of(reading, cue, goes_on, last)
    return content.trimmed(reading, start, after)


_CITING = frozenset({"citing", "quoting"})
"""What somebody does who says a thing on another's word: "…, X reported, | citing two clerks"."""


def _last_clause(reading: Reading, first: int, helper: int) -> int:
    """Where the clause of a helping verb begins: "it blew, and | she would, she said, walk"."""
    joined = range(helper - 2, max(first, helper - _SUBJECT), -1)
    and_ = (n for n in joined if reading.words[n] in {"and", "but"} and reading.words[n - 1] == ",")
    return next(and_, first - 1) + 1


_SUBJECT = 8
"""Tokens from the "and" before a subject to its helping verb at most."""
_HELPING = of_class("be", "have", "modal") - {"'s", "'d", "be", "been", "being", "having"}
"""Helping verbs that wait for the rest of their clause: "it was, he said, | too late"."""
_DASHES = frozenset({"–", "—", "―"})
_EDGES = _DASHES | {";", ":", "("}
"""What a clause begins behind."""


def _opens_aside(reading: Reading, first: int, dash: int) -> bool:
    """Whether one dash stands before another: "some — not all — say so"."""
    near = range(max(first, dash - _ASIDE), dash - 1)
    same = [n for n in near if reading.words[n] == reading.words[dash] and _set_off(reading, n)]
    return len(same) == 1


_ASIDE = 12
"""Tokens between two dashes at most."""
_LED = of_class("relative", "subordinator") | {"where", "that"}
"""What leads to an attribution and what is said behind it: "where, | he said, the boats lay"."""


def _told_how(reading: Reading, at: int) -> bool:
    """Whether what follows an attribution tells of the speaker or the telling, not what is said.

    "…, he said, pointing at the dam", "…, said Kolde, a geographer", "…, they said, as rain fell".
    """
    words = reading.words
    if at >= len(words):
        return True
    if words[at].endswith("ing") or words[at] in {"as", "while", "when", "after"}:
        return True
    return at - 2 in reading.names and words[at] in _APPOSED | {"then"}


_APPOSED = of_class("relative") | {"whose", "a", "an", "the"}
"""What opens the description of who was named."""


def _set_off(reading: Reading, at: int) -> bool:
    if reading.ranges(at):
        return False
    return reading.words[at] not in {"–", "—", "―"} or bool(reading.passage.parsed[at].whitespace_)
