"""What leaves the house, and that nothing else does."""

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from annotate import workspace
from annotate.errors import CodebookError, LeakError, StoreError, WorkspaceError
from annotate.model import Document, Stance
from annotate.publish.article import lay_out
from annotate.release import publish
from annotate.release.leaks import leaks
from annotate.release.making import summary
from annotate.release.names import Names, load
from annotate.store import database, figures, ledger, queries, search
from tests.figures.articles import KOLDE, WATCH
from tests.publish.articles import ferries
from tests.publish.conftest import build

PROTECTED = "names: [{name: Tomas Verrin, as: Source A}, {name: Anja Kolde, as: Writer B}]"


def space(
    root: Path, *, config: str = "", protected: str = "", sidecar: str = "", codebook: str = ""
) -> workspace.Workspace:
    """A workspace whose database holds the ferries twice: under a free licence, and under none."""
    free = ferries("2013/ferries")
    other = ferries("2014/tomas-verrin-speaks")
    other = replace(other, meta=replace(other.meta, license=None, url="https://a.example/verrin"))
    build(root / "corpus.db", [free, other], codebook)
    (root / "annotate.yml").write_text(config, encoding="utf-8")
    if protected:
        (root / "protected.yml").write_text(protected, encoding="utf-8")
    if sidecar:
        (root / "corpus/2014").mkdir(parents=True)
        (root / "corpus/2014/tomas-verrin-speaks.txt").write_text("x", encoding="utf-8")
        (root / "corpus/2014/tomas-verrin-speaks.meta.yml").write_text(sidecar, encoding="utf-8")
    return workspace.open_at(root)


def articles(folder: Path) -> dict[str, Document]:
    """The articles of a publication."""
    with closing(database.open_for_reading(folder / "corpus.db")) as conn:
        ids = [each.id for each in queries.documents(conn)]
        return {each: queries.document(conn, each) for each in ids}


def test_an_article_of_a_free_licence_leaves_whole_without_its_comments(tmp_path: Path) -> None:
    publish(space(tmp_path), tmp_path / "public")
    whole, before = articles(tmp_path / "public")["2013/ferries"], ferries("2013/ferries")
    assert "must be stopped" in whole.text
    assert "save lives" not in whole.text
    assert {span.id for span in whole.spans} == {
        span.id for span in before.spans if span.text != "The ferries save lives."
    }


def test_of_other_articles_quotations_leave(tmp_path: Path) -> None:
    config = "publish: {share: 0.4, around: 5}"
    done = publish(space(tmp_path, config=config), tmp_path / "public")
    assert (done.ways["full"], done.ways["quotations"]) == (1, 1)
    part, before = articles(tmp_path / "public")["2014/tomas-verrin-speaks"], ferries()
    assert "“The night ferries,” said Tomas Verrin, “must be stopped.”" in part.text
    assert "[…]" in part.text
    assert "We were counted twice" not in part.text
    assert len(part.text) < 0.6 * len(before.text)
    assert 0 < len(part.spans) < len(before.spans)
    kept = {segment.n: segment for segment in part.segments}
    assert kept[5].number == 2  # paragraphs are counted as in the article
    assert part.text[kept[0].start : kept[0].end] == "# The night ferries of *Brenn*"
    assert lay_out(part, {}, cite=str).skipped == {}
    ends = replace(part, segments=part.segments[:2] + part.segments[-1:], spans=())
    assert list(lay_out(ends, {}, cite=str).skipped.values()) == ["¶ 1–2"]
    whole = articles(tmp_path / "public")["2013/ferries"]
    assert lay_out(whole, {}, cite=str).skipped == {}


def test_how_many_findings_leave_is_told_without_sentences(tmp_path: Path) -> None:
    done = publish(space(tmp_path), tmp_path / "public")
    left = [span for each in articles(tmp_path / "public").values() for span in each.spans]
    assert done.spans == sum(span.layer != "sentence" for span in left)


@pytest.mark.parametrize("protected", ["", PROTECTED])
def test_every_finding_quotes_the_text_that_left(tmp_path: Path, protected: str) -> None:
    config = "publish: {share: 0.5, around: 10}"
    publish(space(tmp_path, config=config, protected=protected), tmp_path / "public")
    for document in articles(tmp_path / "public").values():
        assert document.spans
        ends = [pair for segment in document.segments for pair in segment.stretches]
        assert all(0 <= start < end <= len(document.text) for start, end in ends)
        assert all(first[1] <= last[0] for first, last in pairwise(ends))
        for span in document.spans:
            assert document.text[span.start : span.end] == span.text
            if isinstance(span, Stance) and span.holder != "author":
                assert not isinstance(span.holder, str)
                assert span.holder.start is not None
                named = document.text[span.holder.start : span.holder.end]
                assert named == span.holder.canonical


def test_a_protected_name_leaves_nowhere(tmp_path: Path) -> None:
    done = publish(space(tmp_path, protected=PROTECTED), tmp_path / "public")
    assert done.replaced == {"Source A": 4, "Writer B": 4}
    assert any("Source A stands for a name in 4 places" in line for line in summary(done))
    found = articles(tmp_path / "public")
    assert set(found) == {"2013/ferries", "2014/Source A-speaks"}
    whole = found["2013/ferries"]
    assert "said Source A," in whole.text
    assert whole.meta.authors == ("Writer B",)
    assert found["2014/Source A-speaks"].meta.url is None
    assert {span.canonical for span in whole.spans if span.layer == "entity"} >= {"Source A"}
    data = (tmp_path / "public/corpus.db").read_bytes().lower()
    for word in (b"tomas", b"verrin", b"anja", b"kolde"):
        assert word not in data
    with closing(database.open_for_reading(tmp_path / "public/corpus.db")) as conn:
        assert search.search(conn, "verrin").total == 0
        assert search.search(conn, "Source A").total > 0


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("UPDATE topics SET note = ?", "as Verrin told us"),
        ("UPDATE topics SET note = ?", "as &#86;errin told us"),
        ("UPDATE topics SET note = ?", "a.example/tomas%2dverrin"),
        ("UPDATE topics SET note = ?", "VER\u00adRI\u0301N"),
        ("UPDATE versions SET bytes = ?", gzip.compress(b"said Verrin", mtime=0)),
        (
            "UPDATE versions SET bytes = ?",
            gzip.compress(gzip.compress(b"said Verrin", mtime=0), mtime=0),
        ),
        ("UPDATE versions SET bytes = ?", "said Verrin".encode("utf-16-le")),
        ("UPDATE versions SET bytes = ?", b"U28gc2FpZCBUb21hcyBWZXJyaW4gdG8gdXM="),
        ("INSERT INTO failures VALUES (?, 'unreadable')", "corpus/tomasverrin.pdf"),
    ],
)
def test_a_leak_is_found_however_it_is_written(
    tmp_path: Path, sql: str, value: str | bytes
) -> None:
    publish(space(tmp_path, protected=PROTECTED), tmp_path / "public")
    path, names = tmp_path / "public/corpus.db", _names(tmp_path)
    assert leaks(path, names) == []
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(sql, (value,))
    assert leaks(path, names)


def test_a_row_that_was_deleted_is_found_in_the_bytes(tmp_path: Path) -> None:
    publish(space(tmp_path, protected=PROTECTED), tmp_path / "public")
    path = tmp_path / "public/corpus.db"
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("PRAGMA secure_delete = OFF")
        conn.execute("INSERT INTO failures VALUES ('a', 'said Tomas Verrin')")
        conn.commit()
        conn.execute("DELETE FROM failures")
    assert any("bytes" in each for each in leaks(path, _names(tmp_path)))


def _names(root: Path) -> Names:
    return load(root / "protected.yml", {})


def test_who_is_written_otherwise_stops_the_publication(tmp_path: Path) -> None:
    """The base64 of an attachment, which no pseudonym can take the place of."""
    told = space(tmp_path, protected=PROTECTED)
    with closing(sqlite3.connect(tmp_path / "corpus.db")) as conn, conn:
        conn.execute("UPDATE topics SET note = 'U28gc2FpZCBUb21hcyBWZXJyaW4gdG8gdXM='")
    with pytest.raises(LeakError, match=r"nothing was published, as .*Tomas Verrin.* in base64"):
        publish(told, tmp_path / "public")
    assert not (tmp_path / "public").exists()
    assert not list(tmp_path.glob(".public*"))


@pytest.mark.parametrize(
    ("way", "count"),
    [("full", ("full", 2)), ("nothing", ("nothing", 1)), ("quotations", ("quotations", 1))],
)
def test_a_sidecar_has_the_last_word(tmp_path: Path, way: str, count: tuple[str, int]) -> None:
    done = publish(space(tmp_path, sidecar=f"publish: {way}"), tmp_path / "public")
    assert done.ways[count[0]] == count[1]


def test_no_coder_is_named(tmp_path: Path) -> None:
    told = space(tmp_path)
    with closing(sqlite3.connect(tmp_path / "corpus.db")) as conn, conn:
        conn.execute("""UPDATE numbers SET "by" = 'person:orsolya'""")
    publish(told, tmp_path / "public")
    assert b"orsolya" not in (tmp_path / "public/corpus.db").read_bytes()
    spans = articles(tmp_path / "public")["2013/ferries"].spans
    assert {span.by for span in spans if span.layer == "number"} == {"person"}


def test_only_what_is_listed_leaves(tmp_path: Path) -> None:
    config = (
        "publish: {articles: ['2013/*'], layers: [number], facts: [title], tables: [topics],"
        " columns: {numbers: [value, unit]}}"
    )
    publish(space(tmp_path, config=config), tmp_path / "public")
    (only,) = articles(tmp_path / "public").values()
    assert {span.layer for span in only.spans} == {"number"}
    assert only.meta.authors == ()
    assert only.meta.publisher is only.meta.url is None
    with closing(sqlite3.connect(tmp_path / "public/corpus.db")) as conn:
        assert conn.execute("SELECT count(*) FROM names").fetchone() == (0,)
        assert conn.execute("SELECT count(*) FROM runs").fetchone() == (0,)
        assert conn.execute("SELECT count(*) FROM topics").fetchone() == (1,)
        told = conn.execute("SELECT max(value), max(said_by), max(counted) FROM numbers").fetchone()
        assert told == (9000.0, None, None)


def test_figures_are_told_as_the_codebook_puts_them_together(tmp_path: Path) -> None:
    counted = "quantities: {lost: {title: Lost with Tomas Verrin, patterns: ['.'], apart: ['x-1']}}"
    publish(space(tmp_path, codebook=counted, protected=PROTECTED), tmp_path / "public")
    with closing(database.open_for_reading(tmp_path / "public/corpus.db")) as conn:
        titles = {entry.title for entry in ledger.whole(conn) if entry.by == "codebook"}
        assert titles == {"Lost with Source A"}
        assert [each.apart for each in figures.quantities(conn)] == [()]


@pytest.mark.parametrize(
    ("config", "titles"),
    [
        ("publish: {share: 0.9, around: 0}", ["Dorvanians, hiding, in Ostrea"]),
        ("publish: {columns: {numbers: [label, value]}}", []),
    ],
)
def test_figures_go_together_as_at_home_however_little_leaves_of_their_articles(
    tmp_path: Path, config: str, titles: list[str]
) -> None:
    build(tmp_path / "corpus.db", [KOLDE, WATCH])
    (tmp_path / "annotate.yml").write_text(config, encoding="utf-8")
    publish(workspace.open_at(tmp_path), tmp_path / "public")
    assert all("hide" not in each.text for each in articles(tmp_path / "public").values())
    with closing(database.open_for_reading(tmp_path / "public/corpus.db")) as conn:
        entries = list(ledger.whole(conn))
    assert [(each.title, each.size) for each in entries] == [(title, 2) for title in titles]


def test_figures_that_the_codebook_names_stay_together_under_the_ids_that_they_leave_with(
    tmp_path: Path,
) -> None:
    number = next(
        each for each in ferries("2014/tomas-verrin-speaks").spans if each.label == "count"
    )
    counted = f"quantities: {{lost: {{title: Lost, figures: [{number.id}, n-elsewhere]}}}}"
    config = "publish: {full_text: ['*']}"
    where = space(tmp_path, codebook=counted, protected=PROTECTED, config=config)
    publish(where, tmp_path / "public")
    with closing(database.open_for_reading(tmp_path / "public/corpus.db")) as conn:
        (quantity,) = figures.quantities(conn)
        (entry,) = (entry for entry in ledger.whole(conn) if entry.by == "codebook")
    (here,) = quantity.figures
    assert here != number.id
    assert [(each.id, each.text) for each in entry.figures] == [(here, number.text)]


def test_the_folder_tells_datasette_of_either_version(tmp_path: Path) -> None:
    publish(space(tmp_path), tmp_path / "public")
    held = {path.name for path in (tmp_path / "public").iterdir() if path.is_file()}
    assert held == {"corpus.db", "metadata.yml", "metadata-1.0.yml", "datasette.yml", "robots.txt",
                    "README.md", "publication.json", "index.html"}  # fmt: skip
    for name in ("metadata.yml", "metadata-1.0.yml", "datasette.yml"):
        told = yaml.safe_load((tmp_path / "public" / name).read_text(encoding="utf-8"))
        assert "corpus" in told["databases"]
    assert "Disallow: /" in (tmp_path / "public/robots.txt").read_text(encoding="utf-8")


def test_a_newer_publication_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    told = space(tmp_path)
    publish(told, tmp_path / "public")
    (tmp_path / "public/extra.txt").write_text("x", encoding="utf-8")
    publish(told, tmp_path / "public")
    assert not (tmp_path / "public/extra.txt").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.txt").write_text("words", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="is no publication"):
        publish(space(tmp_path), tmp_path / "thesis")
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.txt"]


@pytest.mark.parametrize(
    ("config", "error", "message"),
    [
        ("publish: {share: 2}", CodebookError, "annotate.yml, line 1: publish.share"),
        ("publish: {layer: [number]}", CodebookError, "publish.layer: unknown key"),
        ("publish: {columns: {numbers: [sum]}}", StoreError, "numbers has no 'sum'; it has"),
        ("publish: {columns: {shares: [a]}}", StoreError, "there is no table 'shares'"),
    ],
)
def test_what_is_not_there_is_one_sentence(
    tmp_path: Path, config: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        publish(space(tmp_path, config=config), tmp_path / "public")
    assert not (tmp_path / "public").exists()
