"""A paragraph as long as a book: each quotation is compared with those near it alone."""

from typing import cast

from annotate import language
from annotate.grammar.reading import Reading, read
from annotate.language import Passage
from annotate.layers.quotes import seconds
from annotate.layers.quotes.reports import Report
from annotate.model import Document, Segment
from tests import growth


def test_many_quotations_of_a_paragraph_take_time_in_proportion() -> None:
    def work(count: int) -> None:
        reports = [
            Report(first=at + 2, last=at + 9, rule="verb-that", cue=(at, at + 1))
            for at in range(0, 10 * count, 10)
        ]
        assert len(list(seconds.ended(cast(Reading, None), reports))) == count
        assert len(list(seconds.told_apart(cast(Reading, None), reports, []))) == count

    assert growth.factor(work, 100) < growth.BOUND


def test_the_marks_of_a_paragraph_are_asked_for_by_their_place() -> None:
    def work(count: int) -> None:
        text = "“We go,” he said. " * count
        passage = _passage(text)
        reading = read(passage, ())
        assert len(reading.units) == count
        for at in range(len(reading.words)):
            reading.quoted(at)
            reading.begun(at, at + 2)
            reading.next_mark(at)

    assert growth.factor(work, 100) < growth.BOUND


def _passage(text: str) -> Passage:
    segment = Segment(n=0, kind="paragraph", start=0, end=len(text))
    document = Document(id="t", text=text, segments=(segment,))
    return language.read(document).passages[0]
