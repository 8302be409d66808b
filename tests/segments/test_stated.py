"""The title that a file beside the article states."""

import pytest

from annotate import pipeline
from annotate.model import Meta

STATEMENT = """Ministry of Harbours of Selm
Statement by the Minister, 20 March 2023

The toll: the facts

The Ministry regrets what some papers have written about the toll on the Ilva.

Why it is needed

The quay is a hundred years old, and nobody else has offered to pay for its repair.
"""


def kinds(title: str | None) -> dict[str, str]:
    """The kind of each segment by its words."""
    document = pipeline.read(STATEMENT, id="t", form="text", known=Meta(title=title))
    return {document.text[each.start : each.end]: each.kind for each in document.segments}


def test_the_stated_title_is_the_title_where_it_stands() -> None:
    found = kinds("The Toll: The Facts")
    assert found["The toll: the facts"] == "title"
    assert found["Ministry of Harbours of Selm"] == "byline"
    assert found["Why it is needed"] == "heading"


def test_no_paragraph_hangs_on_a_title_as_on_a_heading() -> None:
    known = Meta(title="The toll: the facts")
    document = pipeline.read(STATEMENT, id="t", form="text", known=known)
    title = next(each for each in document.segments if each.kind == "title")
    assert title.n not in {each.heading for each in document.segments}
    assert document.meta.publisher is None


@pytest.mark.parametrize("title", [None, "", "Another title", "Ministry of Harbours of Selm"])
def test_without_such_a_line_the_title_is_as_it_was(title: str | None) -> None:
    found = kinds(title)
    assert found["Ministry of Harbours of Selm"] == "title"
    assert found["The toll: the facts"] == "heading"
