"""A paragraph as long as a book: each quotation is compared with those near it alone."""

from typing import cast

from annotate.grammar.reading import Reading
from annotate.layers.quotes import seconds
from annotate.layers.quotes.reports import Report
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
