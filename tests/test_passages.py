"""A reference leads to one passage of a database, or to a sentence that says what to add."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotate.errors import RequestError
from annotate.model import Document, Number, Segment, span_id
from annotate.passages import cite, cite_each
from annotate.store import database, write


def document(name: str, *paragraphs: str) -> Document:
    """An article of some paragraphs."""
    text = "\n\n".join(paragraphs)
    starts = [text.index(each) for each in paragraphs]
    return Document(
        id=name,
        text=text,
        segments=tuple(
            Segment(n=n, kind="paragraph", start=at, end=at + len(words), number=n + 1)
            for n, (at, words) in enumerate(zip(starts, paragraphs, strict=True))
        ),
    )


FERRIES = document(
    "2013-ferries",
    "The boats cross the Ilva. Nobody counts them.",
    "In Brenn the boats are hidden by day.",
)
RAFTS = document("2014-rafts", "Some say the boats will stop. Others build rafts.")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A database of two articles."""
    path = tmp_path / "corpus.db"
    conn = database.open_for_writing(path)
    for each in (FERRIES, RAFTS):
        write.save(conn, each)
    conn.close()
    return path


def test_words_lead_to_their_passage(built: Path) -> None:
    [found] = cite(["others build rafts"], path=built)
    assert (found.document_id, found.quotation) == ("2014-rafts", "Others build rafts")


def test_an_omission_is_shown(built: Path) -> None:
    [found] = cite(["The boats … Nobody counts"], path=built)
    assert found.quotation == "The boats […] Nobody counts"


REFUSED = [
    ("boats", "stands in 3 places: 2013-ferries#p1, 2013-ferries#p2, 2014-rafts#p1; give more"),
    ("2014-rafts", "'2014-rafts' is a whole article; add the paragraph, 2014-rafts#p1, or"),
    ("2015-rafts", "give more words as the article has them, or its id with a place, ARTICLE#p1"),
    ("the boats were burnt", "is in none of the articles; give fewer of its words"),
]


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_what_leads_to_no_single_passage_says_what_would(
    written: str, reason: str, built: Path
) -> None:
    with pytest.raises(RequestError, match=reason):
        cite([written], path=built)


def test_words_that_an_article_had_before_it_changed_are_told_so(built: Path) -> None:
    with closing(database.open_for_writing(built)) as conn:
        write.save(conn, document("2014-rafts", "Some say the boats will stop."))
    with pytest.raises(RequestError, match="'2014-rafts' had them before it changed"):
        cite(["others build rafts"], path=built)
    with pytest.raises(RequestError) as never:
        cite(["others build bridges"], path=built)
    assert "before it changed" not in str(never.value)


def counted(text: str, figure: str) -> Document:
    """An article of one paragraph with one figure found in it."""
    at = text.index(figure)
    known = {"label": "count", "text": figure, "by": "rule:test", "value": float(figure)}
    found = Number(start=at, end=at + len(figure), **known)
    found = replace(found, id=span_id("2015-count", found))
    return replace(document("2015-count", text), spans=(found,))


HIRED = "The ministry has hired 12 clerks since May."


@pytest.mark.parametrize(
    ("now", "figure", "note"),
    [
        ("The ministry has hired 14 clerks since May.", "14", "“12” stood here before '2015-"),
        (f"{HIRED} It will hire more.", "12", None),
        ("In the capital region, 44 clerks were hired.", "44", None),
    ],
)
def test_a_finding_whose_words_alone_have_changed_is_told_so(
    now: str, figure: str, note: str | None, built: Path
) -> None:
    after = counted(now, figure)
    with closing(database.open_for_writing(built)) as conn:
        write.save(conn, counted(HIRED, "12"))
        write.save(conn, after)
    cited = cite_each([after.spans[0].id], path=built)
    assert [each.quotation for each in cited.found] == [figure]
    assert [note in each for each in cited.notes] == ([True] if note else [])
