"""Gold records, and what the tool finds in the articles that they are of, compared."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotate import pipeline, records, sidecars, workspace
from annotate.articles import Article
from annotate.codebook import EMPTY, Codebook
from annotate.errors import RequestError, WorkspaceError
from annotate.model import ENGLISH, Document
from annotate.score import Figures, compare


def against_gold(
    paths: Iterable[Path], *, codebook: Codebook = EMPTY, name: str = ENGLISH
) -> dict[str, Figures]:
    """The tallies of each gold record, by its id.

    A record is scored on the article of its id in the workspace one stands in, else on its text.
    Raises RequestError for a path without records, or a record of another text than its article.
    """
    articles = {article.id: article for article in _articles() if article.rival is None}
    figures = {}
    for wanted in _records(paths):
        article = articles.get(wanted.id)
        found = _read(article) if article else pipeline.read(wanted.text, id=wanted.id)
        tagged = pipeline.tag(found, codebook=codebook, pipeline=name)
        figures[wanted.id] = compare(wanted, tagged)
    return figures


def _articles() -> list[Article]:
    try:
        return workspace.find().articles()
    except WorkspaceError:
        return []


def _read(article: Article) -> Document:
    known = sidecars.known(article)
    return pipeline.read(
        article.path.read_bytes(),
        id=article.id,
        form=article.form,
        encoding=sidecars.encoding(article),
        known=known,
    )


def _records(paths: Iterable[Path]) -> Iterator[Document]:
    for path in paths:
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
        if not files:
            raise RequestError(f"{path}: no gold records (*.json)")
        for file in files:
            yield _record(file)


def _record(path: Path) -> Document:
    try:
        return records.from_record(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise RequestError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise RequestError(f"{path}: not JSON: {error}") from None
    except RequestError as error:
        raise RequestError(f"{path}: {error}") from None
