"""What the figures of a Markdown table are of: its head and its years tell it, not the row's words.

A row is a line between "|"; the head is the row above the rule. A figure counts what the head of
its column says, at the day that its row or the head of its column names, in what the head has in
brackets.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotate.layers.numbers import heads
from annotate.layers.numbers.ties import TIED
from annotate.model import Number, Stretch

COUNTING = frozenset({"count", "percent", "fraction"})

_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t\r]*$", re.MULTILINE)
_RULE = frozenset("|:- \t\r")
_CELL = re.compile(r"[^|\n]+")
_WORDS = re.compile(r"[^\W\d_][^|\n]*[^\W_]")

Row = list[Stretch]
"""The cells of a row, by their places."""


def told(found: Sequence[Number], text: str) -> list[Number]:
    """The figures, in order of their place, those of tables with what head and row say of them."""
    numbers = list(found)
    if "|" not in text:
        return numbers
    starts = [each.start for each in numbers]
    for head, rows in _tables(text):
        days = _days(head, numbers[_between(starts, head)])
        for row in rows:
            own = _between(starts, row)
            year = _days(row, numbers[own]).get(0)
            numbers[own] = [_told(each, head, row, days, year, text) for each in numbers[own]]
    return numbers


def _days(row: Row, numbers: Iterable[Number]) -> dict[int, Number]:
    """The first date of each column of a row that has one."""
    found: dict[int, Number] = {}
    for each in numbers:
        if each.label == "date":
            found.setdefault(_column(row, each), each)
    return found


def _column(row: Row, number: Number) -> int:
    return bisect_right(row, number.start, key=lambda cell: cell.start) - 1


def _between(starts: Sequence[int], row: Row) -> slice:
    """Which of the numbers stand in a row."""
    return slice(bisect_left(starts, row[0].start), bisect_left(starts, row[-1].end))


def _tables(text: str) -> Iterator[tuple[Row, list[Row]]]:
    """Each table's head and its other rows."""
    above: re.Match[str] | None = None
    head: Row = []
    rows: list[Row] = []
    for line in _ROW.finditer(text):
        joined = above is not None and not text[above.end() : line.start()].strip()
        rule = "-" in line[0] and _RULE.issuperset(line[0])
        if head and (rule or not joined):
            yield head, rows
            head = []
        if rule and joined and above:
            head, rows = _cells(above), []
        elif head and (cells := _cells(line)):
            rows.append(cells)
        above = line
    if head:
        yield head, rows


def _cells(line: re.Match[str]) -> Row:
    found = _CELL.finditer(line.string, line.start(), line.end())
    return [Stretch(start=cell.start(), end=cell.end()) for cell in found]


def _told(
    number: Number, head: Row, row: Row, days: Mapping[int, Number], year: Number | None, text: str
) -> Number:
    column = _column(row, number)
    if column >= len(head) or number.label == "date":
        return number
    said, unit = heads.parted(text[head[column].start : head[column].end])
    words = _WORDS.search(text, head[column].start, head[column].start + len(said))
    number = heads.valued(number, unit) if unit else number
    if words and number.label in COUNTING and not _counts_in(number, row):
        span = Stretch(start=words.start(), end=words.end())
        number = replace(number, counted=words[0], counted_span=span)
    date = year or days.get(column)
    if date and number.label in TIED and number.as_of is None and (day := _day(date)):
        span = Stretch(start=date.start, end=date.end)
        number = replace(number, as_of=day, as_of_span=span)
    return number


def _counts_in(number: Number, row: Row) -> bool:
    """Whether a row itself says what a figure counts; what stands above the table does not."""
    span = number.counted_span
    return span is not None and row[0].start <= span.start < row[-1].end


def _day(date: Number) -> str | None:
    if isinstance(date.value, str):
        return date.value
    both = isinstance(date.low, str) and isinstance(date.high, str)
    return f"{date.low}/{date.high}" if both else None
