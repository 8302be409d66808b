"""Readers' comments: who wrote them and when, and where they end."""

import pytest

from tests.segments.articles import MORE, PROSE, split

OPENINGS = [
    ("Karel J.\nMarch 8, 2012 at 23:04", "Karel J.", "2012-03-08T23:04"),
    ("Karel Anton Ulm-Brenn\nMarch 8, 2012 at 23:04", "Karel Anton Ulm-Brenn", "2012-03-08T23:04"),
    ("March 8, 2012 at 23:04", None, "2012-03-08T23:04"),
    ("pontoon77 says:\nMarch 8, 2012 at 11:04 pm", "pontoon77", "2012-03-08T23:04"),
    ("Karel says: March 8, 2012 at 11:04 pm", "Karel", "2012-03-08T23:04"),
    ("Karel wrote on 08.03.2012 23:04", "Karel", "2012-03-08T23:04"),
    ("Posted by Karel on 8 March 2012 at 23:04", "Karel", "2012-03-08T23:04"),
    ("Posted by: Karel | March 8, 2012 11:04 PM", "Karel", "2012-03-08T23:04"),
    ("Karel, 8 March 2012, 23:04", "Karel", "2012-03-08T23:04"),
    ("Karel | 08.03.2012, 23:04 Uhr", "Karel", "2012-03-08T23:04"),
    ("lena_o • 3 years ago", "lena_o", None),
    ("#12 Karel\n2012-03-08 23:04", "Karel", "2012-03-08T23:04"),
    ("March 8, 2012 23:04 by Karel", "Karel", "2012-03-08T23:04"),
    ("Karel wrote on 29/06/2022:", "Karel", "2022-06-29"),
    ("Karel replied on Sept 18, 2013 at 7:45 am:", "Karel", "2013-09-18T07:45"),
    ("Posted by Karel, 3 days ago", "Karel", None),
    ("Karel • 4 May 2013", "Karel", "2013-05-04"),
    ("#3 Karel (2013-05-04 10:11)", "Karel", "2013-05-04T10:11"),
    ("ulmenfreund\n14 July 2018 at 10:02", "ulmenfreund", "2018-07-14T10:02"),
]


@pytest.mark.parametrize(("opening", "author", "date"), OPENINGS)
def test_a_comment_has_the_name_and_date_above_it(
    opening: str, author: str | None, date: str | None
) -> None:
    work = f"The Barns\n\n{PROSE}\n\n{MORE}\n\n2 Comments\n\n"
    text = f"{work}{opening}\n\ni count them.\n\nevery day.\n"
    source, found = split(text)
    meta, comment = found[-2:]
    assert (meta.kind, comment.kind) == ("comment_meta", "comment")
    assert source.text[meta.start : meta.end] == opening
    assert source.text[comment.start : comment.end] == "i count them.\n\nevery day."
    assert (meta.author, meta.date) == (author, date)
    assert (comment.author, comment.date) == (author, date)


def test_a_thread_ends_at_its_form() -> None:
    text = (
        f"The Barns\n\n{PROSE}\n\nKarel\nMarch 8, 2012 at 23:04\n\nfirst\nsecond\n\n"
        "March 8, 2012 at 15:39\n\nthird\n\nReply\n\nShare your thoughts\n\nYour Name\nYour Email\n"
    )
    kinds = [one.kind for one in split(text)[1]]
    assert kinds == [
        "title",
        "paragraph",
        "comment_meta",
        "comment",
        "comment_meta",
        "comment",
        "boilerplate",
        "boilerplate",
        "boilerplate",
    ]


@pytest.mark.parametrize(
    "line", ["March 8, 2012", "Updated March 8, 2012 at 23:04", "The flood came on March 8, 2012."]
)
def test_a_date_alone_opens_no_thread(line: str) -> None:
    text = f"The Barns\n\n{PROSE}\n\n{MORE}\n\n{line}\n\n{PROSE}x.\n\n{MORE}\n"
    assert "comment" not in {one.kind for one in split(text)[1]}


def test_a_commenter_is_never_the_author() -> None:
    from annotate import sources

    text = f"The Barns\n\n{PROSE}\n\n{MORE}\n\nKarel Novak\nMarch 8, 2012 at 23:04\n\nBy me.\n"
    source, found = split(text)
    assert sources.metadata_of(source, found).authors == ()


@pytest.mark.parametrize(
    "heading",
    [
        "3 responses, oldest first",
        "Discussion (12)",
        "What readers said",
        "WHAT OUR READERS SAY",
        "Comments (4)",
        "Readers respond",
    ],
)
@pytest.mark.parametrize("form", ["Add your voice", "Join the conversation", "Post a reply"])
def test_a_thread_stands_between_its_heading_and_its_form(heading: str, form: str) -> None:
    work = f"The Barns\n\n{PROSE}\n\n{MORE}\n\n{heading}\n\n"
    thread = f"Karel • 4 May 2013\ni count them.\n\n{form}\nName\nEmail\n[Send]\n"
    source, found = split(work + thread)
    shown = [(one.kind, source.text[one.start : one.end]) for one in found[3:6]]
    assert shown[:3] == [
        ("boilerplate", heading),
        ("comment_meta", "Karel • 4 May 2013"),
        ("comment", "i count them."),
    ]
    assert {one.kind for one in found[6:]} == {"boilerplate"}


STAMPED = [
    "Words by Anja Kolde\nTue 28 Jun 2022, 6.40am",
    "Tue 28 Jun 2022, 6.40am",
    "Tue 28 Jun 2022, 6.40am\nAnja Kolde",
    "Anja Kolde\n28 June 2022 at 06:40",
    "Posted by Anja Kolde, 3 days ago",
    "Anja Kolde wrote on 29/06/2022:",
]
FEET = [
    "",
    "\n\nPost a reply\n\nName\nEmail\n",
    "\n\n2 Comments\n\nKarel • 4 July 2022\nnobody does.\n\nLena • 5 July 2022\nright.\n",
    "\n\nKarel\nJuly 4, 2022 at 10:11\n\nnobody does.\n",
]


@pytest.mark.parametrize("stamp", STAMPED)
@pytest.mark.parametrize("deck", ["", f"{PROSE}\n\n", "Why nobody counts\n\n"])
@pytest.mark.parametrize("foot", FEET)
def test_a_line_of_the_head_makes_no_comment_of_the_work(stamp: str, deck: str, foot: str) -> None:
    work = "\n\n".join(f"{n} {line}" for n in range(4) for line in (MORE, PROSE))
    source, found = split(f"The Barns of Brenn\n\n{deck}{stamp}\n\n{work}{foot}")
    body = [one for one in found if one.kind == "paragraph"]
    at = source.text.index("0 Then")
    assert sum(one.start >= at for one in body) >= 8
    said = [one for one in found if one.kind == "comment"]
    assert all(one.end - one.start < 20 for one in said)


def test_the_hours_of_a_log_are_no_comments() -> None:
    hours = "\n\n".join(f"5 June 2012, 2{n}:10\n\n{PROSE}" for n in range(4))
    _, found = split(f"The Night\n\nBy Lena Orsk\n\n{MORE}\n\n{hours}\n")
    assert [one.kind for one in found] == [
        *("title", "byline", "paragraph"),
        *["heading", "paragraph"] * 4,
    ]
