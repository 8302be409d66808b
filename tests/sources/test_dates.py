"""Dates of bylines and comments in ISO 8601."""

import pytest

from annotate.sources import dates

STATED = {
    "2012-03-08": [
        "March 8, 2012",
        "8 March 2012",
        "8th of March 2012",
        "Thursday, March 8, 2012",
        "Mar. 8, 2012",
        "08.03.2012",
        "8/3/2012 8.3.2012",
        "2012-03-08",
        "2012年3月8日",
        "8. März 2012",
        "le 8 mars 2012",
        "8 de marzo de 2012",
        "8 Mar 12",
        "Mar 8 '12",
    ],
    "2012-03-13": ["13/3/2012", "3/13/2012", "13.03.2012"],
    "2012-03-08T23:04": [
        "March 8, 2012 at 23:04",
        "8 March 2012, 11:04 pm",
        "2012-03-08T23:04:10+01:00",
        "08.03.2012 um 23:04 Uhr",
        "11:04pm Thu 8 Mar 12",
    ],
    "2012-09": ["September 2012", "Sept. 2012"],
}
AMBIGUOUS = ["3/4/2012", "2 days ago", "yesterday", "31 February 2012", "Section 3.4", "in 2012"]


@pytest.mark.parametrize(
    ("value", "words"), [(value, words) for value, many in STATED.items() for words in many]
)
def test_a_date_has_one_value_however_it_is_written(value: str, words: str) -> None:
    assert dates.iso(words) == value


@pytest.mark.parametrize("words", AMBIGUOUS)
def test_what_can_be_read_in_two_ways_is_absent(words: str) -> None:
    assert dates.iso(words) is None


def test_the_place_of_a_date_is_told_with_it() -> None:
    words = "Posted on 14 March 2013 by Mirek"
    value, start, end = dates.found(words) or ("", 0, 0)
    assert (value, words[start:end]) == ("2013-03-14", "14 March 2013")


def test_only_a_date_with_a_clock_is_timed() -> None:
    assert dates.timed("March 8, 2012 at 23:04")
    assert not dates.timed("March 8, 2012")


STATED = [
    ("2011", "2011"),
    ("2011-04", "2011-04"),
    ("2011-04-03T00:00:00+00:00", "2011-04-03"),
    (" 12 July 2023 ", "2023-07-12"),
    ("0101-01-01T00:00:00+00:00", None),
    ("3/4/2012", None),
    ("in the spring of 1890", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "day"), STATED)
def test_a_field_for_a_date_may_hold_a_year_alone(words: str, day: str | None) -> None:
    assert dates.stated(words) == day


MASKED = [
    ("Karst Hill, 8 October 2012", "Karst Hill, *"),
    ("Published: 12.03.2014 14:05", "Published: * 14:05"),
    ("Updated: 2014-03-13T08:00 (first: 12 March)", "Updated: *T08:00 (first: 12 March)"),
    ("3/4/2012 or 4/3/2012", "* or *"),
    ("17th May 2023", "*"),
    ("May 2023", "*"),
    ("Report No. 27 of 14 barns", "Report No. 27 of 14 barns"),
    ("May Hale", "May Hale"),
]


@pytest.mark.parametrize(("words", "seen"), MASKED)
def test_each_date_can_be_seen_as_one_sign(words: str, seen: str) -> None:
    assert dates.masked(words) == seen.replace("*", dates.SIGN)
