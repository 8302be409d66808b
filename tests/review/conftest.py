"""A database of an article by hand, and somebody who decides about it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotate.model import Document, Span
from annotate.review.desk import Desk
from annotate.store import database, queries, write
from tests.publish.articles import ferries


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Where Anja decides about the article of the night ferries."""
    with closing(database.open_for_writing(tmp_path / "corpus.db")) as conn:
        write.save(conn, ferries())
        yield Desk(conn=conn, folder=tmp_path / "decisions", coder="anja")


def stored(desk: Desk) -> Document:
    """The article as the database shows it."""
    return queries.document(desk.conn, ferries().id)


def one(document: Document, text: str, layer: str = "") -> Span:
    """The only finding of these words."""
    (found,) = [each for each in document.spans if each.text == text and layer in ("", each.layer)]
    return found
