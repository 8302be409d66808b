"""Direct speech that goes on: marked text of whoever said what stands before it."""

from dataclasses import replace

from annotate.grammar.cues import Cue, find, of_class
from annotate.grammar.reading import Marked, Reading
from annotate.layers.quotes.reports import Report

_SPEECH = 4
"""Words from which marked text without a verb may be speech; shorter is mostly naming."""


def resumed(reading: Reading, before: Report) -> Report | None:
    """The speech of the passage above, where this one goes on with it.

    One that only introduced speech leads to a passage without marks too; a mark that has no
    partner costs no more than itself.
    """
    introduced = before.rule == "introduced"
    if introduced and (reading.passage.segment.kind != "paragraph" or _has_own(reading)):
        return None
    rule = "introduced" if introduced else "quoted-goes-on"
    first, last = 0, len(reading.words)
    if reading.marked and reading.marked[0].first == 0:
        first, last = reading.marked[0].inner
    elif not introduced:
        return None
    elif reading.words[0] in {"“", '"'}:
        first = 1
    return replace(before, first=first, last=last, cue=None, rule=rule)


def _has_own(reading: Reading) -> bool:
    """Whether the first words in marks have their own speaker behind them: "“…,” | Kolde wrote"."""
    marked = reading.marked[0] if reading.marked and reading.marked[0].first == 0 else None
    if marked is None or reading.words[marked.inner[1] - 1] != ",":
        return False
    _, end = reading.unit_at(marked.last - 1)
    return next(find(reading, marked.last, min(marked.last + _ATTRIBUTED, end)), None) is not None


_ATTRIBUTED = 7
"""Tokens behind marks in which their speaker's verb stands."""


def of_same(marked: Marked, last: Report, cue: Cue) -> Report:
    """Marked text of whoever said the words before it in its sentence."""
    first, end = marked.inner
    rule = "quoted-goes-on" if last.cue == (cue.first, cue.last) else "verb-then-quoted"
    return Report(
        first=first, last=end, rule=rule, source=last.source, cue=(cue.first, cue.last),
        label="direct",
    )  # fmt: skip


def going_on(reading: Reading, marked: Marked, last: Report) -> Report | None:
    """Whole sentences in marks that follow the same speaker's words."""
    first, end = reading.unit_at(marked.first)
    words = [w for w in reading.words[marked.first : marked.last] if w[0].isalnum()]
    opens = marked.first == first or reading.words[marked.first - 1] in {",", ".", ":"}
    closes = reading.words[marked.inner[1] - 1] in {".", "!", "?", "…"} or marked.last >= end
    near = reading.unit_at(last.last)[1] >= first or _units_between(reading, last.last, first) <= 1
    told = marked.first == first and reading.unit_at(max(0, first - 1))[0] <= last.last + 1
    opens = opens and not (last.last < first and _reported(reading, first, marked))
    gloss = marked.first - last.last in {1, 2} and reading.words[marked.first - 1] == "("
    if not gloss and not (opens and closes and near and (told or len(words) >= _SPEECH)):
        return None
    inner = marked.inner
    return Report(
        first=inner[0],
        last=inner[1],
        rule="quoted-goes-on",
        source=last.source,
        cue=last.cue,
        label="direct",
    )


def _reported(reading: Reading, first: int, marked: Marked) -> bool:
    """Whether a sentence of its own reports what is marked: "She said it sank, “and fast.”"."""
    return any(not cue.passive for cue in find(reading, first, marked.first))


def taken_up(reading: Reading, marked: Marked, last: Report) -> Report | None:
    """Marked text that goes on with the sentence around its attribution: "…," he said, but "…"."""
    cue = last.cue
    if cue is None or not last.last <= cue[0] < marked.first:
        return None
    between = reading.words[cue[1] : marked.first]
    if between[:1] != (",",) or len(between) > _LINK or STOPS & set(between):
        return None
    if len(between) > 1 and between[1] not in of_class("conjunction"):
        return None
    linked = len(between) > 1
    first, end = (cue[1] + 1, marked.last) if linked else marked.inner
    return Report(
        first=first, last=end, rule="quoted-goes-on", source=last.source, cue=cue,
        label="mixed" if linked else "direct",
    )  # fmt: skip


_LINK = 5
"""Tokens from an attribution to the marks that go on behind it: ", but when | “the river …”"."""
STOPS = frozenset({".", "!", "?", "…", "...", ":", ";"})
"""What ends a sentence or a clause: behind it nothing goes on that stood before it."""


def _units_between(reading: Reading, left: int, right: int) -> int:
    return sum(1 for first, last in reading.units if first > left and last <= right)
