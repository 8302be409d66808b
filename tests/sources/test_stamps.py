"""Stamps: who wrote a comment and when, as one line says it."""

import pytest

from annotate.sources import bylines, stamps

STAMPS = [
    ("by Ilse on 13/11/2008", "Ilse", "2008-11-13"),
    ("Posted by Ilse on 8 March 2012", "Ilse", "2012-03-08"),
    ("Ilse Marant wrote on 8 March 2012:", "Ilse Marant", "2012-03-08"),
    ("Ilse | 8 March 2012 at 11:04 pm", "Ilse", "2012-03-08T23:04"),
    ("At 8 March 2012 11:04 PM, Ilse said...", "Ilse", "2012-03-08T23:04"),
    ("by Ilse (1234) on Thursday March 08, 2012 @11:04PM (#31451)", "Ilse", "2012-03-08T23:04"),
    ("posted by Ilse at 11:04 pm on March 8, 2012 [3 favorites]", "Ilse", "2012-03-08T23:04"),
    ("Ilse | Homepage | March 8, 2012 - 11:04 pm | #", "Ilse", "2012-03-08T23:04"),
    ("Comment #3 posted by Ilse on March 8, 2012", "Ilse", "2012-03-08"),
    ("[3] Posted by: Ilse on March 8, 2012 11:04 PM", "Ilse", "2012-03-08T23:04"),
    ("Posted By Ilse: March 8, 2012 11:04 pm", "Ilse", "2012-03-08T23:04"),
    ("Submitted by Ilse (not verified) on Thu, 8 March 2012 - 23:04.", "Ilse", "2012-03-08T23:04"),
    ("Ilse wrote @ March 8, 2012 at 11:04 pm", "Ilse", "2012-03-08T23:04"),
    ("Thursday, March 8, 2012 11:04 PM | Ilse wrote:", "Ilse", "2012-03-08T23:04"),
    ("Ilse / 08.03.2012 / 23:04", "Ilse", "2012-03-08"),
    ("~ Ilse, 8 March 2012", "Ilse", "2012-03-08"),
    ("Ilse schrieb am 8. März 2012 um 23:04", "Ilse", "2012-03-08T23:04"),
]
ALONE = [
    ("8th March 2012, 11:04 PM", "2012-03-08T23:04"),
    ("Time March 8, 2012 at 11:04 pm", "2012-03-08T23:04"),
    ("#3 | March 8, 2012", "2012-03-08"),
    ("[Mar 8, 2012]", "2012-03-08"),
    ("2012-03-08 11:04 pm UTC (link)", "2012-03-08T23:04"),
]
"""Stamps that name nobody."""

EITHER = ["by Ilse on 1/11/2008", "Posted by Ilse on 1/11/2008", "Ilse, 1/11/2008"]
"""A day in figures that may be one in January or in November."""


@pytest.mark.parametrize(("line", "author", "date"), STAMPS)
def test_a_stamp_says_who_and_when(line: str, author: str, date: str) -> None:
    said = stamps.read(line)
    assert said is not None
    assert (said.author, said.date, said.stated) == (author, date, True)


@pytest.mark.parametrize(("line", "date"), ALONE)
def test_a_stamp_may_say_when_alone(line: str, date: str) -> None:
    said = stamps.read(line)
    assert said is not None
    assert (said.author, said.date) == (None, date)


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
