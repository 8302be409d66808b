"""Stamps: who wrote a comment and when, as one line says it."""

import pytest

from annotate.sources import bylines, stamps

STAMPS = [
    ("by Ilse on 13/11/2008", "Ilse", "2008-11-13"),
    ("Posted by Ilse on 8 March 2012", "Ilse", "2012-03-08"),
    ("Ilse Marant wrote on 8 March 2012:", "Ilse Marant", "2012-03-08"),
    ("Ilse | 8 March 2012 at 11:04 pm", "Ilse", "2012-03-08T23:04"),
    ("Ilse schrieb am 8. März 2012 um 23:04", "Ilse", "2012-03-08T23:04"),
]
EITHER = ["by Ilse on 1/11/2008", "Posted by Ilse on 1/11/2008", "Ilse, 1/11/2008"]
"""A day in figures that may be one in January or in November."""


@pytest.mark.parametrize(("line", "author", "date"), STAMPS)
def test_a_stamp_says_who_and_when(line: str, author: str, date: str) -> None:
    said = stamps.read(line)
    assert said is not None
    assert (said.author, said.date, said.stated) == (author, date, True)


@pytest.mark.parametrize(
    "line",
    [
        "Joined",
        "Join Date: May 2006",
        "Well-known member",
        "Posts: 2,204",
        "Beiträge",
        "Themenstarter",
    ],
)
def test_what_a_forum_tells_of_who_writes_is_no_comment(line: str) -> None:
    assert stamps.is_profile(line)


@pytest.mark.parametrize("line", ["Joined the club in May", "The best member", "Lorn", "Posts"])
def test_what_the_next_line_tells_has_a_label(line: str) -> None:
    assert stamps.is_entry(line) == (line == "Posts")


@pytest.mark.parametrize("line", EITHER)
def test_a_day_of_two_readings_leaves_the_name_and_gives_no_day(line: str) -> None:
    said = stamps.read(line)
    assert said is not None
    assert (said.author, said.date, said.stated) == ("Ilse", None, True)


def test_a_byline_with_a_day_of_two_readings_names_its_writer_alone() -> None:
    said = bylines.read("by Ilse on 1/11/2008")
    assert said is not None
    assert (said.authors, said.published) == (("Ilse",), None)
