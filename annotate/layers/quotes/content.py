"""Reported content in tokens, without the stops, the marks and the words of saying around it.

Where it begins and where it ends is told by `openings.py` and `endings.py`.
"""

from annotate.grammar.cues import of_class
from annotate.grammar.reading import Marked, Reading
from annotate.layers.quotes import finite

CLOSING = frozenset({".", ",", ";", ":", "!", "?", "…", "–", "—", "―", "--", ")", "]"})
"""Signs that stand around content and are none of it."""


def trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The stretch without the stops at its ends; marks that have a partner inside stay."""
    words = reading.words
    while first < last and words[first] in CLOSING | {"and"}:
        first += 1
    while last > first and words[last - 1] in CLOSING and not _needed(reading, first, last):
        last -= 1
    while last > first and (_lone_mark(reading, first, last - 1) or _left(words, first, last - 1)):
        last -= 1
    return first, last


def _needed(reading: Reading, first: int, last: int) -> bool:
    return reading.words[last - 1] == ")" and "(" in reading.words[first:last]


def _left(words: tuple[str, ...], first: int, at: int) -> bool:
    """Whether a closing mark was never opened: "It is a limit, and a fair one, | ” said Orr"."""
    return words[at] == "”" and "“" not in words[first:at]


def _lone_mark(reading: Reading, first: int, at: int) -> bool:
    """Whether a closing mark's opening partner lies before the stretch."""
    return any(each.last - 1 == at and each.first < first for each in reading.holding(at))


def unsplit(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The stretch with the whole of what stands in marks where it holds a half: "as “theatre|”"."""
    for each in reading.marked:
        if first <= each.first < last < each.last:
            last = each.last
        if each.pair.closed and each.inner[0] == first - 1 and each.last <= last:
            first = each.first  # one word late: "to “raise | the bar” and “help”"
    named = reading.words[first : first + 1] == ("as",)
    return (first + 1 if named and _opens(reading, first + 1, last) else first), last


def unlinked(reading: Reading, first: int) -> int:
    """Where a sentence begins behind the writer's link to those above: "However, | it leaks"."""
    opens = reading.words[first : first + 2]
    linked = len(opens) > 1 and opens[0] in _LINKING and opens[1] == ","
    return first + 2 if linked else first


_LINKING = frozenset({"however", "meanwhile", "moreover", "nevertheless", "nonetheless"})


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
    return any(each.last == last for each in reading.begun(first, first + 1))


def bare(reading: Reading, first: int, last: int) -> tuple[int, int, str]:
    """The stretch without the marks that hold it whole, and the label that this gives it."""
    for each in reading.begun(first - 1, first + 1):
        begin, end = each.inner
        whole = each.first <= first <= begin and trimmed(reading, begin, end)[1] <= last
        if each.pair.closed and whole and last <= each.last:
            return begin, end, "direct"
    return first, last, ""


def spoken_whole(reading: Reading, first: int, last: int) -> Marked | None:
    """The marks that hold all of what begins at `first`: “…” on Monday, “…” to reporters.

    What follows them only says when, where or to whom it was said: none where it goes on as a
    clause ("“never” would be too soon", "“the camps” in Brenn were full").
    """
    near = reading.begun(first, first + 1)
    marked = next((each for each in near if each.pair.closed), None)
    if marked is None or marked.last > last or not says_when(reading, marked.last, last):
        return None
    return marked


def clause_inside(reading: Reading, marked: Marked) -> bool:
    """Whether marked text is a clause by itself, not a name or a phrase."""
    first, last = marked.inner
    if reading.words[first] in of_class("pronoun"):
        return True
    return any(finite.is_at(reading, at, last) for at in range(first + 1, last))


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
    if reading.begun(at, end):
        return False
    if reading.words[end + 1 : end + 2] in {("including",), ("such",), ("where",)}:
        return False
    return not any(finite.is_at(reading, here, end) for here in range(at + 1, end))


_PLACED = frozenset(
    {"on", "in", "at", "to", "during", "following", "amid", "upon", "via", "through"}
)
"""Prepositions that say when, where or to whom something was said."""

_TIMED = frozenset(
    {"after", "before", "when", "while", "yesterday", "today", "earlier", "later", "recently"}
    | {"last", "this"}
)
"""Words that open a time of saying, clauses among them: "“…” after the vote was lost"."""
