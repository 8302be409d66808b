"""A declared body of an article marks the blocks that have its words, and decides nothing else."""

import json

import pytest

from annotate.sources import html
from annotate.sources.told import TOLD

WORDS = (
    "The ferry below Brenn has carried nobody since the flood.",
    "The ministry in Vantor says that the crossing will open again in spring.",
    "Delta Rights Watch counted four hundred people on the southern bank in March.",
    "A bridge would cost nine million crowns, which is more than the province has.",
)


def told(*bodies: str) -> list[bool]:
    """Which paragraphs of a page with these declared bodies are marked."""
    works = [{"@type": "NewsArticle", "articleBody": body} for body in bodies]
    shown = "".join(f"<p>{words}</p>" for words in (*WORDS, "Nobody counts the barns any more."))
    page = f'<script type="application/ld+json">{json.dumps(works)}</script><body>{shown}</body>'
    return [TOLD in block.hints for block in html.read(f"<html>{page}</html>").blocks]


def test_blocks_of_the_declared_body_are_marked() -> None:
    assert told(" ".join(WORDS)) == [True, True, True, True, False]


@pytest.mark.parametrize("between", ["&lt;br&gt;", "<p>", "\n\n", " &nbsp; "])
def test_markup_in_the_declared_body_does_not_matter(between: str) -> None:
    assert told(between.join(WORDS)) == [True, True, True, True, False]


@pytest.mark.parametrize("end", [" …", "...", " [...]"])
def test_a_declared_body_that_is_cut_short_marks_nothing(end: str) -> None:
    assert not any(told(" ".join(WORDS) + end))


def test_a_teaser_and_several_bodies_mark_nothing() -> None:
    assert not any(told(WORDS[0]))
    assert not any(told(" ".join(WORDS), "What happened at noon was told by nobody at all."))
    assert not any(told())
