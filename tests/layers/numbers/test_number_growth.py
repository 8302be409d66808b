"""A paragraph of thousands of figures: each is compared with what stands near it alone."""

from annotate import language
from annotate.language import Parsed
from annotate.layers.numbers import homes, ties, words
from annotate.layers.numbers.atoms import cut
from annotate.layers.numbers.drafts import Draft
from annotate.model import Document, Number, Segment
from tests import growth


def test_a_figure_is_tied_to_a_date_of_its_own_sentence_alone() -> None:
    def work(count: int) -> None:
        passage = _parsed("In 1990 5 ran. " * count).passages[0]
        pieces = cut(passage.copy, words.table((), {}))
        drafts = [
            Draft(label=label, first=at, last=at + 1, rule="year", value=value)
            for first in range(1, len(pieces), 5)
            for at, label, value in ((first, "date", "1990"), (first + 1, "count", 5.0))
        ]
        assert len(ties.dates_of(drafts, pieces, passage)) == count

    assert growth.factor(work, 150) < growth.BOUND


def test_whose_money_it_is_is_asked_of_the_text_once() -> None:
    def work(count: int) -> None:
        text = "They paid $5 for it all. " * count
        sums = [_money(text, at) for at in range(10, len(text), 25)]
        assert len(homes.settled(sums, _parsed(text), {})) == count

    assert growth.factor(work, 150) < growth.BOUND


def _parsed(text: str) -> Parsed:
    segment = Segment(n=0, kind="paragraph", start=0, end=len(text))
    return language.read(Document(id="t", text=text, segments=(segment,)))


def _money(text: str, start: int) -> Number:
    end = start + 2
    return Number(
        label="money", start=start, end=end, text=text[start:end], unit="USD", by="rule:t"
    )
