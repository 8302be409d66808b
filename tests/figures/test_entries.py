"""The ledger: which figures are of one quantity, in which rows, and what they do to each other."""

from typing import Any

import pytest

from annotate.codebook import Quantity
from annotate.figures import ledger
from annotate.figures.entries import Together
from annotate.figures.figure import Figure
from annotate.figures.voices import voice
from annotate.figures.words import singular
from tests.figures.made import figure

HIDING = figure(
    "Anja Kolde says 4,000 to 9,000 Dorvanians are hiding in Ostrea.", "4,000 to 9,000",
    low=4000, high=9000, id="n-1", document="kolde", places=["Ostrea"], published="2013-03-01",
    said_by="Anja Kolde",
)  # fmt: skip
HIDDEN = figure(
    "Some 120,000 squatters hide in Ostrea, the group says.", "120,000",
    counted="squatters", value=120_000, id="n-2", document="drw", places=["Ostrea"],
    published="2012-11-20", publisher="Delta Rights Watch",
)  # fmt: skip
RETURNED = figure(
    "Ostrea returned 3,900 Dorvanians to Selm in 2013.", "3,900",
    value=3900, id="n-3", document="ministry", places=["Selm"], published="2014", as_of="2013",
)  # fmt: skip
REACHED = [
    figure(
        f"Some {text} Dorvanians have reached Haixia.", text,
        value=value, id=f"n-{text}", document=f"d{at}", places=["Haixia"], published=at,
    )
    for text, value, at in (("9,000", 9000, "2006"), ("21,000", 21_000, "2011-04"))
]  # fmt: skip


def test_figures_of_one_state_and_place_are_of_one_quantity() -> None:
    entries = ledger([RETURNED, HIDDEN, HIDING], rivals=["squatters"])
    assert [(each.title, each.verdict) for each in entries] == [
        ("Dorvanians, hiding, in Ostrea", "contested"),
        ("Dorvanians, returned, in Selm", "single"),
    ]
    assert {each.id for each in entries[0].figures} == {"n-1", "n-2"}


def test_a_state_that_what_is_counted_names_is_not_told_twice() -> None:
    deaths = figure("The ministry counted 198 deaths.", "198", value=198, counted="deaths")
    assert [each.title for each in ledger([deaths])] == ["deaths"]


def test_what_is_put_together_already_stays_together() -> None:
    known = Together(title="People in hiding", figures=("n-1", "n-3", "n-gone"))
    entries = ledger([RETURNED, HIDDEN, HIDING], together=[known])
    assert [(each.title, {figure.id for figure in each.figures}) for each in entries] == [
        ("People in hiding", {"n-1", "n-3"}),
        ("squatters, hiding, in Ostrea", {"n-2"}),
    ]


def test_rival_words_count_the_same_persons() -> None:
    assert [each.contested for each in ledger([HIDING, HIDDEN])] == [False, False]


def test_what_grows_changes() -> None:
    (entry,) = ledger(REACHED)
    assert entry.verdict == "changes"
    assert [row.time and row.time.words for row in entry.rows] == ["2006", "2011"]


def test_a_place_more_is_another_quantity() -> None:
    wider = figure(
        "Some 9,500 Dorvanians have reached Haixia and Selm.", "9,500",
        value=9500, document="w", places=["Haixia", "Selm"], published="2006",
    )  # fmt: skip
    assert len(ledger([*REACHED, wider])) == 2


def test_a_row_holds_what_is_said_of_one_time() -> None:
    again = figure(
        "In 2013 Ostrea returned 7,500 Dorvanians to Selm.", "7,500",
        low=7500, id="n-4", document="drw", places=["Selm"], published="2014", as_of="2013",
    )  # fmt: skip
    (entry,) = ledger([RETURNED, again])
    (row,) = entry.rows
    assert [(line.voice, line.against) for line in row.lines] == [
        ("author of ministry", 1),
        ("author of drw", 1),
    ]


def test_a_work_without_an_author_speaks_by_its_title() -> None:
    titled = figure("It sent 80 back.", "80", value=80, document="x-1", title="Sent back")
    assert voice(titled) == "author of Sent back"


def test_a_figure_that_says_little_is_the_one_that_says_exactly_the_same() -> None:
    bare = figure(
        "Scholars speak of 4,000–9,000.", "4,000–9,000", low=4000, high=9000, document="odp"
    )
    assert [len(each.lines) for each in ledger([HIDING, bare])] == [2]


def test_nearly_and_just_over_a_value_are_two_figures() -> None:
    nearly = figure(
        "Nearly 120,000 speak of it.", "Nearly 120,000", value=120_000, high=120_000, document="odp"
    )
    over = figure(
        "Just over 120,000 squatters hide in Ostrea.", "Just over 120,000",
        counted="squatters", value=120_000, low=120_000, id="n-8", document="z", places=["Ostrea"],
    )  # fmt: skip
    assert [len(each.lines) for each in ledger([over, nearly])] == [1, 1]


def test_a_figure_of_another_is_repeated() -> None:
    own = figure(
        "Between 4,000 and 9,000 Dorvanians are hiding in Ostrea.", "Between 4,000 and 9,000",
        low=4000, high=9000, id="n-5", document="study", places=["Ostrea"], published="2013-09",
        authors=("Anja Kolde",),
    )  # fmt: skip
    (entry,) = ledger([HIDING, own])
    assert {line.figure.id: line.is_repeated for line in entry.lines} == {"n-1": True, "n-5": False}


def test_an_equal_figure_of_a_later_article_repeats_the_first() -> None:
    later = figure(
        "All know that 120,000 squatters hide in Ostrea.", "120,000",
        counted="squatters", value=120_000, id="n-6", document="z", places=["Ostrea"],
        published="2015",
    )  # fmt: skip
    (entry,) = ledger([later, HIDDEN])
    repeats = {line.figure.id: line.repeats and line.repeats.id for line in entry.lines}
    assert repeats == {"n-2": None, "n-6": "n-2"}


GROWN = [
    figure(
        "Only a little over 9,000 have made it to safety, mostly in Haixia but also in Selm.",
        "a little over 9,000", value=9000, low=9000, id="n-10", document="delta",
        places=["Haixia", "Selm"], published="2006-10",
    ),
    figure(
        "More than 21,000 Dorvanians have settled in Haixia.", "More than 21,000",
        low=21_000, id="n-11", document="review", places=["Haixia"], published="2011-05",
    ),
    figure(
        "Just over 23,000 Dorvanian refugees (as of early 2012) have made it to Haixia.",
        "Just over 23,000", value=23_000, low=23_000, id="n-12", document="courier",
        counted="Dorvanian refugees", places=["Haixia"], as_of="2012-01/2012-04",
    ),
]  # fmt: skip
APART = figure(
    "The nearly 9,000 Dorvanians in Haixia send money home.", "nearly 9,000",
    value=9000, high=9000, id="n-13", document="delta", places=["Haixia"], published="2006-10",
)  # fmt: skip


def test_what_grows_over_three_works_is_one_quantity_without_a_codebook() -> None:
    entries = ledger([*GROWN, APART])
    assert [(each.verdict, each.by, len(each.lines)) for each in entries] == [
        ("changes", "proposed", 3),
        ("single", "proposed", 1),
    ]


def test_figures_that_leave_out_what_they_count_stay_with_the_one_that_says_it() -> None:
    sentence = "The district has 4,000 inmates, up from 3,100 in 2010."
    more: dict[str, Any] = {"document": "d", "segment": "d#1", "counted": "inmates"}
    now = figure(sentence, "4,000", value=4000, id="n-14", counted_start=23, **more)
    then = figure(sentence, "3,100", value=3100, id="n-15", counted_start=23, as_of="2010", **more)
    assert [len(each.lines) for each in ledger([now, then])] == [2]


def test_a_part_is_no_figure_of_the_whole() -> None:
    part = figure(
        "Of them, 2,000 have settled in Haixia.", "2,000", value=2000, id="n-16", document="z",
        places=["Haixia"], published="2011",
    )  # fmt: skip
    assert [len(each.lines) for each in ledger([*GROWN, part])] == [3, 1]


def test_a_figure_of_nothing_is_no_entry() -> None:
    assert ledger([figure(counted=None, value=1)]) == []


def test_the_codebook_merges_what_the_tool_parts() -> None:
    merged = Quantity(key="hidden", title="In hiding", patterns=(r"\bhid(?:e|ing)\b",))
    entries = ledger([HIDING, HIDDEN, RETURNED], quantities=[merged])
    assert [(each.key, each.title, each.by, len(each.lines)) for each in entries] == [
        ("hidden", "In hiding", "codebook", 2),
        ("n-3", "Dorvanians, returned, in Selm", "proposed", 1),
    ]
    assert entries[0].contested


SPLITS = [
    Quantity(key="k", counted=("squatter",)),
    Quantity(key="k", patterns=("hid",), unless=("Kolde",)),
    Quantity(key="k", figures=("n-2",)),
    Quantity(key="k", patterns=("hid",), apart=("n-1",)),
]


@pytest.mark.parametrize("split", SPLITS)
def test_the_codebook_splits_what_the_tool_joins(split: Quantity) -> None:
    entries = ledger([HIDING, HIDDEN], rivals=["squatters"], quantities=[split])
    found = {each.by: [figure.id for figure in each.figures] for each in entries}
    assert found == {"codebook": ["n-2"], "proposed": ["n-1"]}


def test_a_pattern_of_the_codebook_does_not_see_where_lines_end() -> None:
    wrapped = figure("Some 90 Dorvanians are in\nhiding there.", "90", value=90)
    (entry,) = ledger([wrapped], quantities=[Quantity(key="k", patterns=("in hiding",))])
    assert entry.by == "codebook"


def test_what_cannot_be_compared_stays_apart_under_one_name() -> None:
    share = figure("Half of the Dorvanians hide.", "Half", label="fraction", value=0.5)
    yearly = figure("Some 90 Dorvanians a year hide there.", "90", value=90)
    hidden = Quantity(key="k", patterns=("hid",), title="In hiding")
    entries = ledger([HIDING, share, yearly], quantities=[hidden])
    assert sorted(each.title for each in entries) == [
        "In hiding", "In hiding, a year", "In hiding, in per cent",
    ]  # fmt: skip


def beside(sentence: str, part: str, whole: str) -> list[Figure]:
    """A part and its whole, told in one sentence of one work."""
    return [figure(sentence, each, document="d", id=each) for each in (part, whole)]


@pytest.mark.parametrize(
    ("sentence", "named", "held"),
    [
        ("Some 836 of 4,180 hearings were adjourned.", (), ["836"]),
        ("Of 4,180 hearings listed, 836 were adjourned.", (), ["836"]),
        ("Some 836 hearings and 4,180 trials were adjourned.", (), ["4,180", "836"]),
        ("Some 836 of 4,180 hearings were adjourned.", ("4,180",), ["4,180", "836"]),
    ],
)
def test_a_quantity_of_the_codebook_leaves_out_what_its_figures_are_a_part_of(
    sentence: str, named: tuple[str, ...], held: list[str]
) -> None:
    put_off = Quantity(key="k", patterns=("adjourn",), figures=named)
    entries = ledger(beside(sentence, "836", "4,180"), quantities=[put_off])
    own = [each.text for entry in entries if entry.by == "codebook" for each in entry.figures]
    assert sorted(own) == held


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("cities", "city"),
        ("boxes", "box"),
        ("boats", "boat"),
        ("census", "census"),
        ("loss", "loss"),
    ],
)
def test_a_plural_counts_as_its_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


def sizes(*sentences: tuple[str, str, float], **values: Any) -> list[str]:
    figures = [
        figure(words, text, value=value, id=f"n-{n}", document=f"d{n}", **values)
        for n, (words, text, value) in enumerate(sentences)
    ]
    return [each.verdict for each in ledger(figures)]


def test_a_minimum_is_no_median() -> None:
    minimum, median = ("The minimum wage is 12 euros an hour.", "12 euros", 12), (
        "The median wage is 21 euros an hour.", "21 euros", 21,
    )  # fmt: skip
    money: dict[str, Any] = {"label": "money", "unit": "EUR", "counted": None}
    assert sizes(minimum, median, **money) == ["single", "single"]
    other = ("The minimum wage is 14 euros an hour.", "14 euros", 14)
    assert sizes(minimum, other, **money) in (["contested"], ["single", "single"])


def test_a_place_has_one_population() -> None:
    one = ("The population of Selm is 84,000.", "84,000", 84_000)
    other = ("Selm has a population of 91,000.", "91,000", 91_000)
    assert sizes(one, other, counted="population", places=["Selm"]) == ["contested"]


def test_a_place_has_one_unemployment() -> None:
    one = ("The unemployment rate in Selm was 7%.", "7%", 7)
    other = ("Unemployment in Selm rose to 9%.", "9%", 9)
    assert sizes(one, other, label="percent", counted="unemployment rate", places=["Selm"]) == [
        "contested"
    ]
