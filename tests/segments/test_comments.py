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
