"""What a reader sees of a text."""

import pytest

from annotate.model import Document, Segment
from annotate.publish.display import as_shown


@pytest.mark.parametrize(
    ("text", "marks", "form", "seen"),
    [
        ("a **bold** word", ((2, 4), (8, 10)), "markdown", "a bold word"),
        ("see [here](x.html)", ((4, 5), (9, 18)), "markdown", "see here"),
        ("a soft\nwrap", ((6, 7),), "markdown", "a soft wrap"),
        ("a soft\nwrap", (), "markdown", "a soft wrap"),
        ("a hard  \nline", (), "markdown", "a hard\nline"),
        ("a hard\\\nline", ((6, 7),), "markdown", "a hard\nline"),
        ("a soft\nwrap", (), "text", "a soft wrap"),
        ("a soft\nwrap", (), "pdf", "a soft wrap"),
        ("a hard\nline", (), "html", "a hard\nline"),
        ("one\n\n  two", (), "text", "one\n\ntwo"),
        ("one\r\n\r\ntwo", (), "html", "one\n\ntwo"),
        ("govern-\nment", ((6, 8),), "text", "government"),
        ("half-\nyear", ((5, 6),), "text", "half-year"),
        ("gov\u00adernment", ((3, 4),), "text", "government"),
    ],
)
def test_markup_goes_and_white_space_stays_sensible(
    text: str, marks: tuple[tuple[int, int], ...], form: str, seen: str
) -> None:
    signs = as_shown(Document(id="a", text=text, form=form, marks=marks))
    assert "".join(signs) == seen
    assert len(signs) == len(text)


def test_lines_of_a_byline_stay_lines_in_plain_text() -> None:
    segment = Segment(n=0, kind="byline", start=0, end=21)
    document = Document(id="a", text="By Ilse Marant\n4 May 2", segments=(segment,))
    assert "".join(as_shown(document)) == "By Ilse Marant\n4 May 2"


def test_a_list_items_dash_is_shown_as_a_bullet() -> None:
    segment = Segment(n=0, kind="list_item", start=0, end=5, number=1)
    document = Document(id="a", text="- aid", form="markdown", segments=(segment,))
    assert "".join(as_shown(document)) == "• aid"
