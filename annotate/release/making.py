"""A workspace's database to a folder that may leave the house.

The database of the publication is made anew, article by article, of what the choices allow; nothing
is copied and then deleted, so that nothing is forgotten. It grows in a folder of its own beside the
place where it will stand, is searched for protected names, and only then takes that place.
"""

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from annotate import sidecars
from annotate.codebook import Codebook, Name, Quantity
from annotate.errors import LeakError, WorkspaceError
from annotate.figures.entries import Together
from annotate.model import Document
from annotate.publish.filed import HOME
from annotate.release import choices, folder, redaction, site
from annotate.release.articles import Released, released
from annotate.release.choices import Choices
from annotate.release.leaks import in_files, leaks
from annotate.release.names import Called, Names
from annotate.release.names import load as load_names
from annotate.store import database, ledger, queries, release, runs, settled, write
from annotate.store.database import transaction
from annotate.workspace import Workspace

DATABASE = "corpus.db"
"""What the database of a publication is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was let out.

    ways: articles by how much of them. replaced: places of names in texts, by pseudonym.
    spans: findings that left. kept: those of the same articles that did not. files: of the reading
    pages.
    """

    folder: Path
    ways: Mapping[str, int]
    replaced: Mapping[str, int]
    spans: int
    kept: int
    files: int = 0


def publish(space: Workspace, target: Path) -> Published:
    """A folder with what may leave of a workspace: a database, and how to serve it.

    Raises LeakError if the database would tell a protected name, WorkspaceError if the folder holds
    something else or cannot be written. Then nothing of the publication is left.
    """
    folder.require_free(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise WorkspaceError(f"{target}: cannot be written: {error.strerror}") from None
    try:
        published = _make(space, made)
        folder.put(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return replace(published, folder=target)


def _make(space: Workspace, made: Path) -> Published:
    chosen = choices.stated(space.config.publish)
    with closing(database.open_for_reading(space.database)) as source:
        names = load_names(space.protected, _called(source))
        with (
            tempfile.TemporaryDirectory(dir=made) as draft,
            closing(database.open_for_writing(Path(draft) / DATABASE)) as conn,
        ):
            published = _Making(space, chosen, names).fill(source, conn)
            release.compact(conn, made / DATABASE)
    folder.describe(made, robots=space.config.robots)
    files = site.write(made / DATABASE, made, robots=space.config.robots) if chosen.site else 0
    _require_silent(made, names)
    return replace(published, folder=made, files=files)


def _called(conn: sqlite3.Connection) -> Mapping[str, Called]:
    labels = release.labels(conn)
    return {
        name: Called(texts=frozenset(texts), is_person=labels.get(name, "PERSON") == "PERSON")
        for name, texts in release.texts(conn).items()
    }


def _require_silent(made: Path, names: Names) -> None:
    if found := [*leaks(made / DATABASE, names), *in_files(made, names, besides=DATABASE)]:
        more = f" and {len(found) - 3} places more" if len(found) > 3 else ""
        raise LeakError(
            f"nothing was published, as {'; '.join(found[:3])}{more}; add how the name is written "
            "there to its aliases in protected.yml"
        )


class _Making:
    """The articles of one database on their way to another."""

    def __init__(self, space: Workspace, chosen: Choices, names: Names) -> None:
        self.chosen = chosen
        self.names = names
        self.stated = dict(_stated(space))
        self.ways: Counter[str] = Counter()
        self.replaced: Counter[str] = Counter()
        self.named: frozenset[str] = frozenset()  # ids of the figures of one quantity with others
        self.ids: dict[str, str] = {}  # those that leave, by those at home

    def fill(self, source: sqlite3.Connection, conn: sqlite3.Connection) -> Published:
        """Everything that may leave, from one database to the other."""
        book = release.codebook(source)
        quantities = book.quantities.values()
        number = runs.begin(conn, release.recipe(source), self._codebook(book))
        together = ledger.together(source)
        told = ((*each.figures, *each.apart) for each in quantities)
        grouped = (each.figures for each in together)
        self.named = frozenset(chain.from_iterable((*told, *grouped)))
        counts = list(self._articles(source, conn))
        runs.restate(conn, map(self._quantity, quantities))
        columns = self.chosen.columns or {}
        release.keep_columns(conn, columns)  # before the lists that are made of them
        with transaction(conn):  # an excerpt says too little to tell which figures go together
            settled.reckon(conn, map(self._together, together))
        runs.end(conn, number, runs.Counts(read=len(counts)), {})
        release.keep_columns(conn, columns)
        release.clear(conn, [table for table in choices.TABLES if table not in self.chosen.tables])
        return Published(
            folder=Path(),
            ways=self.ways,
            replaced=self.replaced,
            spans=sum(left for left, _ in counts),
            kept=sum(kept for _, kept in counts),
        )

    def _articles(
        self, source: sqlite3.Connection, conn: sqlite3.Connection
    ) -> Iterator[tuple[int, int]]:
        """Saves each article that may leave; how many of its findings leave, and how many stay."""
        taken: set[str] = set()
        for listed in queries.documents(source):
            before = queries.document(source, listed.id)
            way = self.chosen.way(before.id, before.meta.license, self._stated_of(before.id))
            self.ways[way] += 1
            if way == "nothing":
                continue
            left = released(before, way, chosen=self.chosen, names=self.names)
            after = left.document
            if after.id in taken:
                raise WorkspaceError(f"two articles would both be called {after.id!r}; rename one")
            taken.add(after.id)
            write.save(conn, after, self._received(source, before, after), tagged=listed.tagged)
            self.replaced.update(left.replaced)
            self._note_ids(before, left)
            yield _findings(after), _findings(before) - _findings(after)

    def _stated_of(self, document: str) -> str | None:
        """What the sidecar of a document says, or of the archive that it is a page of."""
        owners = [each for each in self.stated if f"{document}-".startswith(f"{each}-")]
        return self.stated[max(owners, key=len)] if owners else None

    def _codebook(self, book: Codebook) -> Codebook:
        """What it was built with, protected names as pseudonyms without what else tells them.

        Its quantities come when it is known which figures leave.
        """
        topics = redaction.renamed(tuple(book.topics.values()), self.names.replaced)
        names = map(self._name, book.names.values())
        return Codebook(
            topics={each.key: each for each in topics},
            names={each.canonical: each for each in names},
        )

    def _quantity(self, quantity: Quantity) -> Quantity:
        """By its words and by those of its figures that leave, under their ids here."""
        told = redaction.renamed(replace(quantity, figures=(), apart=()), self.names.replaced)
        figures, apart = map(self._here, (quantity.figures, quantity.apart))
        return replace(told, figures=figures, apart=apart)

    def _together(self, entry: Together) -> Together:
        """What is of one quantity at home, by what leaves of it; its title where all of it may."""
        is_told = entry.key or "numbers" not in (self.chosen.columns or {})
        told = replace(entry, title=entry.title if is_told else "", figures=())
        renamed = redaction.renamed(told, self.names.replaced)
        return replace(renamed, figures=self._here(entry.figures))

    def _here(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.ids[each] for each in ids if each in self.ids)

    def _note_ids(self, before: Document, left: Released) -> None:
        """Under which ids figures of an article leave that are of one quantity with others."""
        there = {span.id for span in left.document.spans} if self.named else set()
        for span in before.spans:
            here = left.called.get(span.id, span.id)
            if span.id in self.named and here in there:
                self.ids[span.id] = here

    def _name(self, name: Name) -> Name:
        if not self.names.stand_in(name.canonical):
            return redaction.renamed(name, self.names.replaced)
        return Name(canonical=self.names.replaced(name.canonical), label=name.label)

    def _received(
        self, source: sqlite3.Connection, before: Document, after: Document
    ) -> write.Received | None:
        """The file as received where it may leave: with an article that leaves as it was read."""
        if not self.chosen.originals or before.text != after.text or before.id != after.id:
            return None
        if self.names.names and before.form not in _READABLE:
            return None
        version = queries.version(source, before.id)
        words = version.data.decode(version.encoding or "utf-8", "ignore")
        if self.names.stand_in(words):
            return None
        return write.Received(data=version.data, encoding=version.encoding)


_READABLE = frozenset({"text", "markdown", "html"})
"""Forms of which we see whether a name is in them; a PDF packs its words in ways of its own."""


def _stated(space: Workspace) -> Iterator[tuple[str, str]]:
    """What the sidecars say, by the id of the article that each is of."""
    for article in space.articles():
        beside = space.shown(article.sidecar) if article.sidecar else None
        if way := sidecars.way_out(article, shown=beside):
            yield article.id, way


def _findings(document: Document) -> int:
    """How many findings a document has; sentences are none."""
    return sum(span.layer != "sentence" for span in document.spans)


def summary(published: Published) -> Iterator[str]:
    """What was let out, in sentences."""
    ways = published.ways
    yield (
        f"{published.folder}: {ways.get('full', 0)} articles whole, {ways.get('quotations', 0)} as "
        f"quotations, {ways.get('nothing', 0)} kept back; {published.spans:,} findings left, "
        f"{published.kept:,} of the same articles did not"
    )
    if published.files:
        yield f"{published.files:,} files of reading pages; open {published.folder / HOME}"
    for pseudonym, places in sorted(published.replaced.items()):
        yield f"{pseudonym} stands for a name in {places:,} place{'' if places == 1 else 's'}"
