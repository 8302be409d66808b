"""Sums that texts state: found, reckoned, and held against what is stated."""

from collections.abc import Iterator

import pytest

from annotate import pipeline
from annotate.figures.arithmetic import LABELS, sums
from annotate.figures.sums import Sum
from annotate.model import Document, Segment
from annotate.store import database, write
from annotate.store.figures import figures


def stated(text: str) -> list[Sum]:
    """The sums of a text of a paragraph a line, by way of the layer and the database."""
    document = Document(id="a", text=text, segments=tuple(_segments(text)))
    tagged = pipeline.tag(document, layers=("number", "sentence"))
    conn = database.open_for_writing(":memory:")
    try:
        write.save(conn, tagged)
        return sums(figures(conn, labels=LABELS))
    finally:
        conn.close()


def _segments(text: str) -> Iterator[Segment]:
    """A segment a line; those that open with a dash are items of a list."""
    at = 0
    for n, line in enumerate(text.split("\n")):
        kind = "list_item" if line.startswith("- ") else "paragraph"
        yield Segment(n=n, kind=kind, start=at, end=at + len(line), number=n + 1)
        at += len(line) + 1


HOLD = [
    (
        "In 1999, 148 Dorvanians settled; in 2009, 2,952, a nearly twenty-fold rise.",
        "148 to 2,952 is 19.9 times",
    ),
    (
        "They had 312 boats in June 2011. By 2013, they had 5,140. That is sixteen times as many.",
        "312 to 5,140 is 16.5 times",
    ),
    ("The number of boats doubled from 300 to 610.", "300 to 610 is 2.03 times"),
    ("The quota of visas was halved to 3,000 from 6,000.", "6,000 to 3,000 is 2 times"),
    (
        "Arrivals fell by 20 percent, from 1,000 boats in 2011 to 800 in 2012.",
        "1,000 to 800 is 20% less",
    ),
    (
        "The budget rose by a third, from $30 million to $40 million.",
        "USD 30,000,000 to USD 40,000,000 is 33.3% more",
    ),
    ("Of the 60 boats 45 sank, or 75%.", "45 of 60 is 75%"),
    ("45 of 60 boats (75%) sank.", "45 of 60 is 75%"),
    ("They counted 12 men and 30 women, 42 in all.", "12 + 30 is 42"),
    ("A total of 42 people, 12 men and 30 women, came.", "12 + 30 is 42"),
    (
        "The flood took 60 houses:\n- 12 houses in Brenn\n- 30 houses in Selm\n- 18 in Vantor",
        "12 + 30 + 18 is 60",
    ),
    (
        "The prison held 42 inmates.\nOf the 42, 12 were men and 30 women.",
        "12 + 30 is 42",
    ),
    (
        "In Brenn, 12 houses fell.\nIn Selm, 30 houses fell.\nIn all, 42 houses are gone.",
        "12 + 30 is 42",
    ),
    (
        "In 1999, 148 Dorvanians settled; in 2009, 2,952 did.\nThat is a nearly twenty-fold rise.",
        "148 to 2,952 is 19.9 times",
    ),
]


@pytest.mark.parametrize(("text", "result"), HOLD)
def test_a_sum_that_holds_is_shown_with_what_it_comes_to(text: str, result: str) -> None:
    (found,) = stated(text)
    assert found.result == result
    assert found.holds


FAIL = [
    "The number of boats doubled from 300 to 900.",
    "Arrivals fell by 45 percent, from 1,000 boats in 2011 to 800 in 2012.",
    "Of the 60 boats 45 sank, or 60%.",
    "They counted 12 men and 30 women, 50 in all.",
    "In 1999, 148 Dorvanians settled; in 2009, 2,952, a fifty-fold rise.",
    "The flood took 40 houses in all:\n- 12 houses in Brenn\n- 30 houses in Selm\n- 9 houses more",
]


@pytest.mark.parametrize("text", FAIL)
def test_a_sum_that_does_not_hold_is_told(text: str) -> None:
    (found,) = stated(text)
    assert not found.holds


NONE = [
    "Haixia receives 2,000 Dorvanians and could take ten times as many.",
    "They saw 300 boats and 600 men; the price of rope doubled.",
    "Some 58% of 300 persons are women, and 12 are children of 40 mothers.",
    "They met 12 men, 30 women and a total of 4 dogs slept.",
    "After each of three campaigns there were twice as many raids.",
    "The flood took 60 houses:\n- 12 houses in Brenn\n- the others in Selm, and 30 boats",
    "There are three reasons:\n- 12 boats came\n- 30 boats left",
    "The prison held 42 inmates.\nOf them, 12 died and 9 fell ill.",
    "In Brenn it took 12 houses.\nIn all, 90 houses are gone.",
]


@pytest.mark.parametrize("text", NONE)
def test_where_the_figures_of_a_claim_are_not_plain_there_is_no_sum(text: str) -> None:
    assert stated(text) == []
