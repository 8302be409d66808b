"""An article to its document: what each file of the corpus holds now, if it has changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from annotate import articles, bibliographies, jsonlines, pipeline, sidecars, sources
from annotate.articles import Article
from annotate.bibliographies import Entry
from annotate.codebook import Codebook
from annotate.errors import AnnotateError, RequestError, SourceError
from annotate.model import Document
from annotate.recipe import fingerprint, recipe
from annotate.store import write
from annotate.store.runs import Recipe
from annotate.workspace import Workspace

Before = Mapping[str, str]
"""The fingerprints of documents in the database, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """All that it takes to make a document of an article."""

    space: Workspace
    codebook: Codebook
    recipe: Recipe
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An article with its document; or why there is none; or neither, if nothing has changed."""

    article: str
    path: str
    document: Document | None = None
    received: write.Received | None = None
    message: str | None = None


def maker_of(space: Workspace) -> Maker:
    """What it takes in a workspace; the bibliographies are read for it."""
    codebook = space.codebook()
    files = space.bibliographies()
    return Maker(
        space=space,
        codebook=codebook,
        recipe=recipe(codebook, space.config.pipeline),
        entries=tuple(
            each for file in files for each in bibliographies.read(file, shown=space.shown(file))
        ),
    )


def of_file(maker: Maker, article: Article, before: Before) -> Iterator[Outcome]:
    """What the articles of a file are now, one after the other.

    before: the fingerprints of those in the database. What is wrong with the file is told last,
    under the file's own name.
    """
    whole = Outcome(article=article.id, path=maker.space.shown(article.path))
    if not jsonlines.is_whole(article.id):
        why = f"{whole.path}: its name is no UTF-8; rename the file"
        yield replace(whole, article=whole.path, message=why)
        return
    if article.rival is not None:
        yield replace(whole, message=_contested(article, whole.path, maker.space))
        return
    parts = _parts(article, whole.path)
    while True:
        try:
            part = next(parts, None)
        except AnnotateError as error:
            yield replace(whole, message=str(error))
            return
        if part is None:
            return
        yield _look(maker, articles.part(article, part.key), part, before)


def _contested(article: Article, shown: str, space: Workspace) -> str:
    other = space.shown(article.rival) if article.rival else ""
    return f"{shown} and {other} would both be the article {article.id!r}; rename one"


def _parts(article: Article, shown: str) -> Iterator[sources.Part]:
    """The articles of a file. Raises SourceError if it cannot be read, or not to its end."""
    if article.path.exists() and not article.path.is_file():  # a pipe is waited for without an end
        raise SourceError(f"{shown}: is no ordinary file; save what it gives to one")
    try:
        with article.path.open("rb") as file:
            yield from sources.parts(file, form=article.form, name=shown)
    except OSError as error:
        raise SourceError(
            f"{shown}: cannot be read ({error.strerror}); see whether it is there and may be read"
        ) from error


def _look(maker: Maker, article: Article, part: sources.Part, before: Before) -> Outcome:
    """What one article of a file is now."""
    path = maker.space.shown(article.path)
    shown = f"{path} ({part.name})" if part.key else path
    outcome = Outcome(article=article.id, path=shown)
    try:
        beside = maker.space.shown(article.sidecar) if article.sidecar else None
        sidecar = sidecars.known(article, shown=beside)
        named = sidecars.encoding(article, shown=beside)
        known = pipeline.merged(sidecar, part.meta)
        made_by = (repr(maker.recipe), sources.tool(part.form))
        entries = _candidates(maker, article, part)
        now = fingerprint(part.data, shown, repr(known), repr(named), *made_by, *map(repr, entries))
        if now == before.get(article.id):
            return outcome
        given, encoding = sources.characters(part, encoding=named, name=shown)
        document = pipeline.read(given, id=article.id, form=part.form, known=known, name=shown)
        entry = bibliographies.described(entries, article.path, document.meta, shown=shown)
        if entry is not None:
            meta = bibliographies.laid_over(entry, sidecar, document.meta)
            document = replace(document, meta=meta)
        tagged = _tagged(maker, document)
    except RequestError:
        raise  # what the workspace asks for is wrong for every article
    except AnnotateError as error:
        return replace(outcome, message=str(error))
    received = write.Received(
        data=part.data, encoding=encoding, path=path, part=part.name or None, fingerprint=now
    )
    return replace(outcome, document=tagged, received=received)


def _candidates(maker: Maker, article: Article, part: sources.Part) -> list[Entry]:
    """The entries of the bibliographies that may describe an article."""
    if not maker.entries:
        return []
    return bibliographies.candidates(maker.entries, article.path, part.form, part.data)


def _tagged(maker: Maker, document: Document) -> Document:
    return pipeline.tag(
        document,
        codebook=maker.codebook,
        layers=pipeline.SHOWN,
        pipeline=maker.space.config.pipeline,
        proposals=True,
    )
