"""Noun phrases without a parser: where one ends, and where the one before a word begins.

A phrase is bounded by closed-class words, at a clause's edge at the latest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotate.grammar.cues import of_class, verbs
from annotate.grammar.reading import Reading

STOPS = of_class("stop")
"""What no noun phrase goes on behind."""

_LONGEST = 14
"""Tokens of a subject at most; a longer stretch is a clause that we failed to divide."""

LEADING = of_class("adverb", "conjunction", "connective")
"""What may stand before a noun phrase and is none of it."""

_STRONG = of_class("saying")
"""Forms that are verbs wherever they stand; what follows one is a clause of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase in tokens, half open; article and relative clause outside."""

    first: int
    last: int


def head(reading: Reading, phrase: Phrase) -> int:
    """The noun that the rest of a phrase hangs on: "a | foreman at the mill"."""
    inner = range(phrase.first + 1, phrase.last)
    ends = (at for at in inner if reading.words[at] in _BEHIND and at not in reading.names)
    return next(ends, phrase.last) - 1


_BEHIND = of_class("preposition", "relative") | {"to", ",", "(", "that"}
"""What opens the rest of a noun phrase behind its noun."""

_NOT_SOURCES = (
    of_class("determiner", "preposition", "subordinator", "conjunction", "adverb", "have", "be")
    | of_class("do", "modal")
    | frozenset({"there", "here", "when"})
) - of_class("vague")


def after(reading: Reading, at: int, last: int) -> Phrase | None:
    """The noun phrase that begins at a token: the subject in "says X", or "according to X"."""
    words, end = reading.words, at
    stops = STOPS | of_class("relative", "modal", "have", "do") | (of_class("be") - {"'s"})
    while end < last and end - at < _LONGEST:
        word = words[end]
        if end not in reading.names and _ends(reading, end, at, stops):
            break
        end += 1
        if word in {"he", "she", "it", "they", "i", "we", "you"}:
            break
    made = end - 1 > at and words[end : end + 1] == ("by",) and end - 1 not in reading.names
    if made and reading.passage.parsed[end - 1].tag_ == "VBN":
        end -= 1  # "a study | commissioned by the union"
    return trimmed(reading, at, end)


def tight(reading: Reading, at: int) -> bool:
    """Whether a hyphen stands at a token that joins two words: "Upper | - | Selm"."""
    joins = reading.words[at] in {"-", "–"} and at > 0
    return joins and not reading.passage.parsed[at - 1].whitespace_


def _ends(reading: Reading, end: int, at: int, stops: frozenset[str]) -> bool:
    word = reading.words[end]
    if end > at and tight(reading, end):
        return False
    if word in stops:
        return True
    if word == "of" and {each.tag_ for each in reading.passage.parsed[end + 1 : end + 2]} == {
        "VBG"
    }:
        return end > at  # "accused the minister | of hiding"
    if word in {"and", "or"}:
        return not (end + 1 in reading.names and end - 1 in reading.names)
    if word in _ANEW and end > at and reading.words[end - 1].isalpha():
        before = of_class("preposition", "determiner", "conjunction") | {"to"}
        return reading.words[end - 1] not in before
    held = of_class("preposition") - {"of", "from", "at", "for", "with"}
    return end > at and word in (held | of_class("subordinator", "pronoun"))


_ANEW = frozenset({"a", "an", "the", "this", "these", "those"})
"""What a noun phrase begins with: "according to the board | this was known"."""


def ending(reading: Reading, end: int, first: int) -> Phrase | None:
    """The noun phrase whose last token stands before `end`."""
    words = reading.words
    end -= words[end - 1] in SELVES and end - 1 > first
    start = end
    if words[end - 1] in of_class("pronoun") and words[end - 1] != "it":
        return trimmed(reading, end - 1, end)
    while start > first and not _edge(reading, start - 1):
        start -= 1
    start = max(start, _behind_cue(reading, start, end))
    start = _behind_that(reading, start, end)
    start = _behind_when(words, _behind_day(words, start, end), end)
    relative = next(
        (
            at
            for at in range(start + 1, end)
            if words[at] in {"who", "that", "which", "whose"} and at not in reading.names
        ),
        None,
    )
    if relative is not None and _own_subject(reading, relative, end):
        return trimmed(reading, relative + 1, end)  # "the toll that Anja Kolde | opposes"
    if relative is not None:
        end = relative
    elif words[start] in {"which", "whom"} and _whole_name(reading, start + 1, end):
        start += 1
    verbal = of_class("be", "have", "do", "modal") - {"'s", "'d"}
    for at in range(end - 1, start - 1, -1):
        if at in reading.names:
            continue
        if words[at] in verbal:
            start = at + 1
            break
    return trimmed(reading, start, end)


def _own_subject(reading: Reading, relative: int, end: int) -> bool:
    """Whether a relative clause has its subject before its verb: "whom a clerk for the town"."""
    if _whole_name(reading, relative + 1, end):
        return True
    opens = reading.words[relative] == "whose" or reading.words[relative + 1] in _OPENING
    tags = {reading.passage.parsed[at].tag_ for at in range(relative + 1, end)}
    return opens and not tags & {"VBD", "VBP", "VBZ", "MD", ","}


_OPENING = of_class("determiner") - {"that", "these", "this", "those"}
"""What opens a noun phrase with its noun behind it."""


def _whole_name(reading: Reading, first: int, end: int) -> bool:
    """Whether some tokens are a name and no more, an article before it or not."""
    first += reading.words[first : first + 1] == ("the",)
    name = reading.names.get(first)
    return name is not None and all(reading.names.get(at) is name for at in range(first, end))


def _behind_cue(reading: Reading, start: int, end: int) -> int:
    """The token behind the last reporting verb of a stretch and its "that"; `start` if none."""
    cues = [at for at in range(start, end - 1) if _leads_on(reading, at)]
    if not cues:
        return start
    return cues[-1] + (2 if reading.words[cues[-1] + 1] == "that" else 1)


def _leads_on(reading: Reading, at: int) -> bool:
    """Whether a clause follows a reporting verb: "officials admit | the mayor is not keen"."""
    word = reading.words[at]
    if word in _STRONG:
        return True
    opens = reading.words[at + 1] in {"the", "his", "her", "its", "their", "this"}
    held = reading.words[at - 1] in of_class("determiner", "preposition") if at else True
    return word in verbs() and opens and not held and at not in reading.names


def _coordinates(reading: Reading, at: int) -> bool:
    """Whether "and" joins two nouns of one subject, not two clauses."""
    words, names = reading.words, reading.names
    if at - 1 in names and at + 1 in names:
        return True
    verbal = of_class("be", "have", "do", "modal", "finite") | {",", ";", ":", "”", "“"}
    first, _ = reading.unit_at(at)
    here = at - 1
    while here >= first and words[here] not in {",", ";", ":", "”", "–", "—"}:
        word = words[here]
        if here not in names and (
            word in verbal or word in verbs() or word.endswith(("ed", "ing"))
        ):
            return False
        here -= 1
    known = words[at + 1] in of_class("pronoun", "determiner", "subordinator")
    known = known and not (words[at + 1] == "the" and {at - 1, at + 2} <= names.keys())
    return not known and at - first <= _LONGEST and words[at - 1].isalpha()


def _behind_that(reading: Reading, start: int, end: int) -> int:
    """Where a clause begins that a verb and "that" lead to: "the cable reports that | experts"."""
    for at in range(end - 1, start, -1):
        if reading.words[at] == "that" and _is_told(reading.words, at):
            return at + 1
    return start


def _is_told(words: tuple[str, ...], that: int) -> bool:
    """Whether "that" leads to what a verb reports, behind whom it tells: "told the wire | that"."""
    if words[that - 1] in verbs():
        return True
    near = words[max(0, that - _TOLD) : that]
    return any(word in verbs() and "p" in verbs()[word].frames for word in near)


_TOLD = 6
"""Tokens of whom a verb tells at most: "told | the Estuary Review on Monday | that"."""


def _behind_day(words: tuple[str, ...], start: int, end: int) -> int:
    """Where a noun phrase begins behind the day: "Last Wednesday | the board"."""
    day = words[start : start + 1] in _WHICH_DAY and start + 2 < end
    return start + 2 if day and words[start + 1] in of_class("weekday", "period") else start


_WHICH_DAY = {("last",), ("late",), ("next",), ("this",)}


def _behind_when(words: tuple[str, ...], start: int, end: int) -> int:
    """Where a clause begins behind when it was: "the day after | the board met"."""
    return next((at + 1 for at in range(start + 1, end - 1) if says_when(words, at)), start)


def says_when(words: Sequence[str], at: int) -> bool:
    """Whether a clause behind a word says when something was: "the day | after"."""
    return words[at] in {"after", "before", "since"} and words[at - 1] in of_class("period")


def _edge(reading: Reading, at: int) -> bool:
    if at in reading.names:
        return False
    word = reading.words[at]
    if reading.owning(at) or _around_acronym(reading, at):
        return False
    if word in STOPS:
        return not tight(reading, at)
    if word in {"and", "or"}:
        return not _coordinates(reading, at)
    if word == "as" and at and reading.passage.parsed[at - 1].tag_ in {"VBD", "VBN"}:
        return False  # "a reporter who has worked | as | an editor there"
    return word in (of_class("subordinator") - {"that", "after", "before", "since", "until"}) | {
        "but",
        "so",
    }


def _around_acronym(reading: Reading, at: int) -> bool:
    """Whether a bracket holds only a name's capitals: "an Orlo Water Board (OWB) clerk"."""
    words, first = reading.words, {"(": at, ")": at - 2}.get(reading.words[at], -1)
    held = words[first : first + 3]
    if first < 0 or held[:1] != ("(",) or held[2:] != (")",):
        return False
    noun = [each.tag_ in {"NN", "NNS"} for each in reading.passage.parsed[first + 3 : first + 4]]
    short = reading.passage.parsed[first + 1].text
    return noun == [True] and len(short) > 1 and short[0].isupper() and short[-1].isupper()


def trimmed(reading: Reading, first: int, last: int) -> Phrase | None:
    """The phrase without what stands around it; none if no noun phrase is left."""
    words = reading.words
    while (
        first < last
        and first not in reading.names
        and (words[first] in LEADING | STOPS or (is_manner(words[first]) and last - first > 1))
    ):
        first += 1
    first = _behind_time(words, first, last)
    if words[first:last] and words[first] in of_class("preposition"):
        first = _after_preposition(reading, first, last)
    behind = of_class("be", "have", "adverb") | STOPS | {"such"} | SELVES
    last -= last - first > 1 and words[last - 1] in {"here", "there"}  # "a clerk | there"
    while last > first and words[last - 1] in behind and last - 1 not in reading.names:
        last -= 1
    while last > first + 1 and words[last - 1] in of_class("weekday"):
        last -= 1  # "according to a release | Wednesday"
    while first < last and _article(reading, first, last):
        first += 1
    if words[first - 1 : first] == ("not",) and words[first] in {"everyone", "many"}:
        first -= 1
    if (
        first < last
        and words[last - 1] in of_class("preposition")
        and last - 1 not in reading.names
    ):
        return None
    if first >= last or last - first > _LONGEST or words[first] in of_class("preposition"):
        return None
    if last - first == 1 and words[first] in _NOT_SOURCES and first not in reading.names:
        return None
    return Phrase(first=first, last=last)


SELVES = frozenset({"herself", "himself", "itself", "themselves"})
"""What only stresses a noun behind which it stands: "Edda Morn herself"."""


def _behind_time(words: tuple[str, ...], first: int, last: int) -> int:
    """Where a subject begins after a time: "Two weeks later | the ministry", "Last month | he"."""
    for at in range(first, min(first + 4, last - 1)):
        if words[at] in {"later", "ago", "earlier"}:
            return at + 1
        if words[at] in _OFTEN and words[at + 1] in _ANEW | of_class("pronoun"):
            return at + 1
    if words[first : first + 1] and words[first] in {"last", "this", "next"} and first + 2 < last:
        return first + 2 if words[first + 1] in _TIMES else first
    return first


_TIMES = frozenset({"week", "month", "year", "spring", "summer", "autumn", "winter", "time"})
_OFTEN = _TIMES | frozenset({"twice", "times", "day", "days", "night", "morning", "evening"})
"""What a time ends with before a subject: "three times | the court", "every year | the mayor"."""


def is_manner(word: str) -> bool:
    """Whether a word says how something is done: "grudgingly", no "family"."""
    return word.endswith("ly") and word not in of_class("noun-in-ly")


def _article(reading: Reading, first: int, last: int) -> bool:
    word = reading.words[first]
    if first in reading.names or last - first == 1:
        return False
    if word in {"of"}:
        return True
    return word in {
        "a",
        "an",
        "the",
        "this",
        "these",
        "those",
        "that",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "own",
    }


def _after_preposition(reading: Reading, first: int, last: int) -> int:
    """Where the subject begins in a stretch such as "In July the ministry"."""
    for at in range(last - 1, first, -1):
        word = reading.words[at]
        if word in {"he", "she", "they", "it"} or (word in {"the", "a", "an"} and at > first + 1):
            return at
    name = reading.names.get(last - 1)
    start, _ = reading.name_at(last - 1)
    held = of_class("preposition") - {"after", "before", "since", "until"}
    spoken = name is not None and reading.words[start - 1] not in held
    return start if spoken else first


FINITE = of_class("finite") - {"left", "lost", "means", "needs", "set"}
"""Verbs that are finite wherever they stand among the words of a subject."""

ALONE = frozenset({"he", "she", "they", "it", "i", "we"})
"""Pronouns, which are a subject by themselves."""


def whole(reading: Reading, phrase: Phrase) -> Phrase:
    """The phrase up to its first finite verb: what came out as a clause is its subject alone."""
    verbal = FINITE | (of_class("be", "have", "do", "modal") - {"'s", "'d", "can", "will", "may"})
    names, words = reading.names, reading.words
    if words[phrase.first] in ALONE and phrase.first not in names:
        return Phrase(first=phrase.first, last=phrase.first + 1)
    for at in range(phrase.first + 1, phrase.last):
        if at not in names and (words[at] in verbal or _does(reading, at, phrase.last)):
            return Phrase(first=phrase.first, last=at)
    return phrase


def _does(reading: Reading, at: int, last: int) -> bool:
    """Whether a noun ends before what its bearer does: "a lawyer | acting for him"."""
    parsed, behind = reading.passage.parsed, reading.words[at + 1 : at + 2]
    acts = parsed[at].tag_ == "VBG" and parsed[at - 1].tag_ in {"NN", "NNS"}
    return acts and at + 1 < last and behind[0] in of_class("preposition")
