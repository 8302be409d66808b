"""Speech without a verb between two who take turns: a paragraph in marks, whole, after theirs.

“Is it true?” the lawyer asked. / “It may be,” Vold replied. / “That was not my question.”
"""

from collections.abc import Sequence

from annotate.grammar.reading import Reading
from annotate.layers.quotes.reports import Report
from annotate.model import Mention

Floor = list[Mention | None]
"""Who spoke last in each of the paragraphs of speech that follow each other, up to here."""


def report(reading: Reading, floor: Floor) -> Report | None:
    """The speech of a paragraph that is all in marks, by whoever spoke before the last speaker."""
    marked = reading.marked[0] if reading.marked else None
    if marked is None or not marked.pair.closed or marked.first or len(floor) < _TURNS:
        return None
    if marked.last < len(reading.words) or not _two(floor[-_TURNS:]):
        return None
    first, last = marked.inner
    return Report(first=first, last=last, rule="exchange", source=floor[-_TURNS], label="direct")


_TURNS = 2


def _two(turns: Sequence[Mention | None]) -> bool:
    """Whether two are named, and are two."""
    names = {each.canonical for each in turns if each is not None}
    return len(names) == _TURNS


def after(floor: Floor, reports: Sequence[Report]) -> Floor:
    """The floor after a paragraph: who spoke in it last; none where nobody did."""
    spoken = [each for each in reports if each.label == "direct"]
    return [*floor, spoken[-1].source] if spoken else []
