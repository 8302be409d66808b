"""Where the content of an indirect report begins: after the complementiser or the addressee."""

from annotate.grammar.cues import Cue, nouns, of_class, verbs
from annotate.grammar.reading import Reading
from annotate.layers.quotes import finite
from annotate.layers.quotes.content import CLOSING
from annotate.layers.quotes.finite import SURE


def of(reading: Reading, cue: Cue, last: int) -> tuple[int, str] | None:
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
    that = _behind_aside(reading, at, last) if that is None else that
    if that is not None and cue.takes("ctp"):
        return that + 1, "t"
    if cue.takes("w") and (asked := _asked(reading, at, last)) is not None:
        return asked, "w"
    if cue.takes("ix") and (found := _infinitive(reading, at, last)):
        return found
    if words[at] in CLOSING:
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
        return (behind, "p") if clause(reading, behind, last) else None
    behind = _behind_place(reading, at, last)
    if _thing(reading, cue, at, last):
        return None
    if behind is not None and cue.takes("c") and clause(reading, behind, last):
        return behind, "c"
    bare = cue.takes("c") and (not cue.takes("p") or cue.verb.lemma in _UNADDRESSED)
    return (at, "c") if bare and clause(reading, at, last) else None


def _behind_place(reading: Reading, at: int, last: int) -> int | None:
    """The token behind a place or time set off by a comma: "said in July, | the river …"."""
    if reading.words[at] not in of_class("preposition") - {"to"}:
        return None
    comma = next((n for n in range(at, min(at + 5, last - 1)) if reading.words[n] == ","), None)
    return None if comma is None else comma + 1


def _that(reading: Reading, cue: Cue, at: int, last: int) -> int | None:
    """The complementiser, straight after the verb or after addressee, place or time."""
    here, far = at - 1, at + _reach(cue)
    subject = reading.words[at] in of_class("pronoun") and at + 1 < last
    if subject and reading.words[at + 1] in verbs():
        return None
    while here + 1 < min(far, last):
        here += 1
        word = reading.words[here]
        marked = next(iter(reading.begun(here, here + 1)), None) if here > at else None
        behind = reading.words[marked.last : marked.last + 1] if marked is not None else ()
        if marked is not None and behind == ("that",):
            return None if finite.within(reading, marked.first, marked.last) else marked.last
        if word == "that" and _stands_for(reading, here, last):
            return here - 1 if here == at and _is_verb(reading, here + 1) else None
        if word == "that" and here > at and _elsewhere(reading, at, here - 1):
            return None
        if word == "that" and here > at + 1 and _its_own(reading, at, here - 1):
            return None
        if word == "that" and (here == at or reading.words[here + 1 : here + 2] != (",",)):
            return None if _shown(reading, here) else here
        if word in _STOPS or (here > at and _asked_to(reading, cue, here)):
            return None
        if (
            here > at
            and word in of_class("be", "have", "modal", "pronoun") - of_class("possessive")
            and here not in reading.names
            and not (word == "may" and reading.title_case(here))
        ):
            return None
    return None


def _shown(reading: Reading, at: int) -> bool:
    """Whether a "that" only shows the noun behind it: "considered | that fear | exaggerated"."""
    that = reading.passage.parsed[at]
    shows = that.dep_ == "det" and that.head.i > at and that.tag_ == "DT"
    return shows and that.head.head.i < at


_STOPS = of_class("relative") | {",", ":", ";", "(", "“", '"', "–", "—", "."}
"""What ends the way from a verb to its "that"."""


_CONDITIONS = frozenset({"because", "before", "if", "once", "unless", "until", "when", "while"})


def _asked_to(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether what somebody is asked to do begins here: "urged the envoy | to remind them that"."""
    if reading.words[at] != "to" or not cue.takes("ix"):
        return False
    return [each.tag_ for each in reading.passage.parsed[at + 1 : at + 2]] == ["VB"]


def _points(reading: Reading, that: int) -> bool:
    """Whether "that" only says which is meant: "the row over | that | bridge"."""
    if reading.words[that - 1] in _CONDITIONS:
        return True  # "unless | that | person asks"
    behind = reading.words[that - 1] in of_class("preposition")
    return behind and reading.passage.parsed[that].tag_ == "DT"


def _reach(cue: Cue) -> int:
    """Tokens of addressee, place and time at most between a verb and "that".

    "Told her staff in a memo seen by the Courier | that"; further is only who has to be told.
    """
    if cue.takes("p") and cue.verb.lemma not in _UNADDRESSED:
        return 14
    return 9 if cue.takes("dp") else 1


_UNADDRESSED = frozenset({"warn", "explain", "promise"})
"""Verbs that may say to whom, and mostly do not."""


def _behind_aside(reading: Reading, at: int, last: int) -> int | None:
    """The complementiser behind what is told of where it was said, or to whom: "wrote in a letter
    to the board, which met in May, | that …"."""
    words = reading.words
    if words[at] not in of_class("preposition"):
        return None
    commas = [n for n in range(at, min(at + _ASIDE, last - 1)) if words[n] == ","]
    if len(commas) != 2 or words[commas[1] + 1] != "that":  # two set it off
        return None
    return commas[1] + 1 if words[commas[0] + 1] in of_class("relative") | {"a", "an"} else None


_ASIDE = 24
"""Tokens from a verb of saying to the end of what is told of where."""


def _stands_for(reading: Reading, that: int, last: int) -> bool:
    """Whether "that" is something said before: "ruled | that out", "thinks | that's a lot"."""
    behind = reading.words[that + 1] if that + 1 < last else "."
    if behind in _PARTICLES:
        after = reading.words[that + 2] if that + 2 < last else "."
        return not after.isalnum() or after in of_class("conjunction", "subordinator")
    return behind in {".", "?", "!", ";"} or _is_verb(reading, that + 1) or _shows(reading, that)


def _shows(reading: Reading, that: int) -> bool:
    """Whether "that" only shows which noun is meant, with nothing behind it: "disputed | that
    view."."""
    parsed = reading.passage.parsed
    noun = that + 2 < len(parsed) and parsed[that + 1].tag_ in {"NN", "VBZ"}
    return noun and reading.words[that + 2] in {".", ",", ";", "?", "!", "and", "but"}


_PARTICLES = frozenset({"away", "back", "down", "in", "off", "on", "out", "over", "through", "up"})
"""What belongs to the verb before "that": "ruled that | out"."""


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a helper stands here of which "that" is the subject, with none behind it.

    Not in "said that | had it rained …", "that | may is a fine month".
    """
    words = reading.words
    if at + 1 >= len(words) or reading.title_case(at) or words[at] not in _HELPERS:
        return False
    subjects = of_class("pronoun", "determiner") if words[at] in _INVERTED else of_class("pronoun")
    return words[at + 1] not in subjects and not (
        words[at] in _INVERTED and at + 1 in reading.names
    )


_HELPERS = of_class("be", "have", "modal") - {"am", "are", "be", "been", "being", "have", "having"}
_INVERTED = frozenset({"had", "should", "were"})
"""Helpers that open a condition: "said that | had the gate held, …"."""


def _its_own(reading: Reading, at: int, verb: int) -> bool:
    """Whether the "that" after a word is a second verb's: "says the board | believes that"."""
    words = reading.words
    tagged = reading.passage.parsed[verb].pos_
    return tagged == "VERB" and words[verb] in verbs() and words[at] not in of_class("preposition")


def _elsewhere(reading: Reading, at: int, before: int) -> bool:
    """Whether the "that" behind a word leads to something else: it is a noun's, or a second one's
    ("said it is late | and that …": the first clause has none).
    """
    joined = reading.words[before] in {"and", "but", "or"}
    return joined or _points(reading, before + 1) or _reporting_noun(reading, at, before)


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
        return min(last, reading.name_at(at)[1])
    if reading.words[at] in of_class("object") and not _owned(reading, at):
        return at + 1
    nouns = at + 1 if reading.words[at] in of_class("determiner") else at
    while nouns + 1 < last and _modifies(reading, nouns):
        nouns += 1
    while nouns < last and nouns in reading.names:
        nouns += 1
    if nouns < last and nouns - 1 in reading.names and reading.words[nouns] in _SUBJECTS:
        return nouns  # "told The Diplomat | the agency"
    if reading.words[nouns + 1 : nouns + 2] and reading.words[nouns + 1] in of_class("preposition"):
        return None
    if nouns < last and reading.words[nouns].isalpha() and not _function(reading.words[nouns]):
        return nouns + 1
    return None


def _owned(reading: Reading, at: int) -> bool:
    """Whether a pronoun only says whose the noun behind it is: "told | her staff"."""
    parsed = reading.passage.parsed
    return parsed[at].tag_ == "PRP$" and parsed[at + 1].tag_ in {*_MODIFIERS, "NN", "NNS"}


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a word only says which the noun behind it is: "promised an | open | inquiry"."""
    parsed = reading.passage.parsed
    return parsed[at].tag_ in _MODIFIERS and parsed[at + 1].tag_ in {*_MODIFIERS, "NN", "NNS"}


_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBG", "VBN"})

_SUBJECTS = of_class("determiner", "pronoun")


def _function(word: str) -> bool:
    return word in _CLOSED


_CLOSED = of_class("be", "have", "do", "modal", "preposition") | of_class(
    "subordinator", "conjunction", "pronoun", "relative"
)


def clause(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause seems to begin here: a subject, and soon something finite."""
    if at + 1 >= last:
        return False
    word = reading.words[at]
    if word in {"'d", "'s"} or not (word[0].isalnum() or word in {"“", '"', "‘"}):
        return False
    if word in of_class("conjunction", "relative", "modal", "be", "have", "do") | {"to", "of"}:
        return False
    if word in {"nothing", "anything", "little", "more", "otherwise", "so"}:
        return False
    if word in of_class("preposition"):
        return any(reading.words[here] == "," for here in range(at, min(at + 9, last)))
    return finite.soon(reading, at + 1, last) or word in of_class("pronoun")


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
        behind = words[here + 1 : here + 2]
        if word in {",", ";", "."} or (word in {"and", "but"} and set(behind) & SURE):
            return True
        relatives += word in {"who", "which", "that"}
        adjective = word.endswith("ed") and (
            words[here - 1] in of_class("determiner") or behind[:1] in _REDUCED
        )
        chained = words[here - 1] in SURE | of_class("adverb")
        headed = behind == ("that",)
        known = adjective or chained or headed or here in reading.names
        if not known and finite.is_at(reading, here, last):
            if not relatives:
                return False
            relatives -= 1
    return True


_REDUCED = frozenset({("by",), ("from",), ("in",), ("at",), ("on",)})
"""What follows a participle that belongs to its noun: "refugees displaced by floods"."""

_TRANSITIVE = frozenset({"fear", "cite", "deny", "know", "suspect"})
"""Verbs whose object is as often a thing as a clause: "fear a rush of refugees"."""
