import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from annotate import recipe as recipes
from annotate import workspace
from annotate.build import build
from annotate.errors import CodebookError, DecisionError, RequestError, StoreError, WorkspaceError
from annotate.store import database, overview, queries, runs
from annotate.store.span_rows import SPAN_TABLES

ARTICLES = 6

SCRIPT = """
import sys
from pathlib import Path
from annotate import workspace
from annotate.build import build
from annotate.errors import AnnotateError
import multiprocessing

def tell(event):
    children = [str(child.pid) for child in multiprocessing.active_children()]
    print(event.what, event.article, *children, flush=True)

if __name__ == "__main__":
    %s
    try:
        build(workspace.open_at(Path(sys.argv[1])), workers=int(sys.argv[2]), report=tell)
    except AnnotateError as error:
        sys.exit(f"{type(error).__name__}: {error}")
"""


def article(n, *, paragraphs=3):
    people = f"Nearly {n + 4},000 Dorvanians crossed the Ilva in {2000 + n}, Anja Kolde said. "
    return f"The crossing of {2000 + n}\n\n" + f"{people * 4}\n\n" * paragraphs


@pytest.fixture
def space(folder):
    """A workspace of several articles, one of them in a folder of its own."""
    corpus = folder / "corpus"
    (corpus / "ferries.md").unlink()
    (corpus / "kolde").mkdir()
    for n in range(ARTICLES):
        place = corpus / ("kolde" if n == 2 else "") / f"crossing-{n}.txt"
        place.write_text(article(n), encoding="utf-8")
    return workspace.open_at(folder)


def contents(path, *, without=()):
    """All rows of all tables; of the builds neither when they began nor when they ended."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("INSERT INTO segments_fts (segments_fts, rank) VALUES ('integrity-check', 1)")
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not conn.execute("PRAGMA foreign_key_check").fetchall()
        named = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts\\_%'"
        )
        names = [name for (name,) in conn.execute(f"{named} ESCAPE '\\'")]
        clock = "id, tool, codebook, rules, model, read, kept, failed"
        return {
            name: sorted(
                conn.execute(f"SELECT {clock if name == 'runs' else '*'} FROM {name}"),  # noqa: S608
                key=repr,
            )
            for name in names
            if name not in without
        }


def started(space, *, workers=1, before="pass"):
    """A build in a process of its own, which prints a line for each article."""
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT % before, str(space.root), str(workers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_builds_from_scratch_have_the_same_rows(space):
    build(space)
    first = contents(space.database)
    space.database.unlink()
    build(space)
    assert contents(space.database) == first
    assert len(first["documents"]) == ARTICLES
    assert first["segments"]


def test_what_has_not_changed_is_not_read_again(space):
    first = build(space)
    assert (len(first.read), first.kept, first.failed) == (ARTICLES, (), {})
    assert first.read == tuple(sorted(first.read))
    before = contents(space.database, without=["runs"])
    second = build(space)
    assert (second.read, second.kept) == ((), first.read)
    assert contents(space.database, without=["runs"]) == before


def sidecar(space):
    (space.corpus / "crossing-1.meta.yml").write_text("title: Over the Ilva\n", encoding="utf-8")


def longer(space):
    path = space.corpus / "crossing-1.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nThe end.\n", encoding="utf-8")


@pytest.mark.parametrize(("change", "version"), [(sidecar, 1), (longer, 2)])
def test_an_article_that_has_changed_is_read_alone(space, change, version):
    build(space)
    change(space)
    summary = build(space)
    assert summary.read == ("crossing-1",)
    with closing(database.open_for_reading(space.database)) as conn:
        assert queries.version(conn, "crossing-1").version == version


def test_another_codebook_has_everything_read_again(space):
    build(space)
    space.codebook_path.write_text("names:\n  Selm: {label: GPE}\n", encoding="utf-8")
    assert len(build(space).read) == ARTICLES


def test_a_setting_that_makes_no_finding_has_nothing_read_again(space):
    build(space)
    (space.root / "annotate.yml").write_text("style: chicago-author-date\n", encoding="utf-8")
    assert build(workspace.open_at(space.root)).read == ()


def test_a_comment_in_the_codebook_changes_nothing(space):
    build(space)
    with (space.root / "codebook.yml").open("a", encoding="utf-8") as file:
        file.write("# A comment.\n")
    assert build(space).read == ()


def test_what_takes_part_in_no_document_is_there():
    there = {path.name for path in recipes.PACKAGE.iterdir()} | {"__pycache__", "schema"}
    assert set() == recipes.READERS - there


def test_another_code_or_word_list_is_another_recipe(tmp_path):
    package = tmp_path / "annotate"
    shutil.copytree(recipes.PACKAGE / "lexicons", package / "lexicons")
    (package / "publish").mkdir()
    told = [recipes.rules(package)]
    for path in ("lexicons/titles.txt", "model.py", "publish/views.py"):
        with (package / path).open("a") as file:
            file.write("# more\n")
        recipes.rules.cache_clear()
        told.append(recipes.rules(package))
    assert len(set(told)) == 3
    assert told[2] == told[3]


def test_a_fingerprint_tells_apart_what_is_divided_elsewhere():
    assert recipes.fingerprint("ab", "c") != recipes.fingerprint("a", "bc")


def test_a_vanished_article_is_forgotten_and_said_so(space):
    build(space)
    (space.corpus / "crossing-3.txt").unlink()
    told = []
    summary = build(space, report=told.append)
    assert summary.forgotten == ("crossing-3",)
    assert (told[-1].what, told[-1].article, told[-1].done) == ("forgotten", "crossing-3", 5)
    with closing(database.open_for_reading(space.database)) as conn:
        assert len(queries.documents(conn)) == ARTICLES - 1


def test_a_build_of_some_articles_leaves_the_others_alone(space):
    build(space)
    (space.corpus / "crossing-3.txt").unlink()
    (space.corpus / "crossing-4.txt").write_bytes(b"\0\0")
    longer(space)
    summary = build(space, paths=[space.corpus / "crossing-1.txt"])
    assert (summary.read, summary.kept, summary.forgotten) == (("crossing-1",), (), ())
    assert summary.failed == {}


def test_a_bad_article_costs_the_others_nothing_and_is_noted_until_it_is_mended(space):
    bad = space.corpus / "crossing-1.txt"
    bad.write_bytes(b"\0\1\2")
    (space.corpus / "crossing-2.meta.yml").write_text("title: [")
    (space.corpus / "crossing-3.meta.yml").write_text("titel: Over the Ilva\n")
    summary = build(space)
    assert sorted(summary.failed) == ["corpus/crossing-1.txt", "corpus/crossing-3.txt"]
    assert "corpus/crossing-1.txt" in summary.failed["corpus/crossing-1.txt"]
    assert summary.failed["corpus/crossing-3.txt"].startswith(
        "corpus/crossing-3.meta.yml, line 1: "
    )
    assert len(summary.read) == ARTICLES - 2
    with closing(database.open_for_reading(space.database)) as conn:
        assert runs.failures(conn) == summary.failed
    build(space, paths=[space.corpus / "crossing-0.txt"])
    bad.write_text(article(1), encoding="utf-8")
    partly = build(space, paths=[bad])
    assert partly.read == ("crossing-1",)
    with closing(database.open_for_reading(space.database)) as conn:
        assert list(runs.failures(conn)) == ["corpus/crossing-3.txt"]


def test_an_article_that_goes_bad_keeps_what_was_read_of_it(space):
    build(space)
    (space.corpus / "crossing-1.txt").write_bytes(b"\0")
    assert list(build(space).failed) == ["corpus/crossing-1.txt"]
    with closing(database.open_for_reading(space.database)) as conn:
        assert queries.document(conn, "crossing-1").text == article(1)
        seen = overview.overview(conn)
    assert (seen.documents, list(seen.failures)) == (ARTICLES, ["corpus/crossing-1.txt"])


def test_a_file_that_may_not_be_read_is_a_sentence(space):
    (space.corpus / "crossing-9.txt").symlink_to(space.corpus / "nowhere.txt")
    (space.corpus / "crossing-8.txt").symlink_to("crossing-8.txt")
    failed = build(space).failed
    assert sorted(failed) == ["corpus/crossing-8.txt", "corpus/crossing-9.txt"]
    assert all("cannot be read" in message for message in failed.values())


def test_each_article_is_reported_when_it_is_in_the_database(space):
    told = []

    def report(event):
        with closing(sqlite3.connect(space.database)) as conn:
            count = conn.execute("SELECT count(*) FROM documents").fetchone()[0]
        told.append((event.what, event.done, event.total, count))

    build(space, report=report)
    assert told == [("read", n, ARTICLES, n) for n in range(1, ARTICLES + 1)]


def test_findings_sentences_and_the_file_are_in_the_database(space):
    build(space)
    with closing(database.open_for_reading(space.database)) as conn:
        document = queries.document(conn, "kolde/crossing-2")
        version = queries.version(conn, "kolde/crossing-2")
        path = conn.execute("SELECT path FROM documents WHERE id = 'kolde/crossing-2'").fetchone()
    assert {span.layer for span in document.spans} <= set(SPAN_TABLES)
    assert "sentence" in {span.layer for span in document.spans}
    assert version.data == (space.corpus / "kolde" / "crossing-2.txt").read_bytes()
    assert (version.encoding, path) == ("utf-8", ("corpus/kolde/crossing-2.txt",))


def test_two_builds_at_once_are_one_too_many(space):
    with (
        database.alone(space.database),
        pytest.raises(StoreError, match="another build is at work"),
    ):
        build(space)
    build(space)
    assert not list(space.root.glob("corpus.db-*"))


def _instead_of_the_codebook(space):
    space.codebook_path.unlink(missing_ok=True)
    space.codebook_path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "error", "message"),
    [
        (lambda space: shutil.rmtree(space.corpus), WorkspaceError, "no such folder"),
        (lambda space: space.database.write_text("no database" * 99), StoreError, "no database"),
        (lambda space: space.database.mkdir(), StoreError, "is a folder"),
        (lambda space: space.codebook_path.write_text("topics: 3"), CodebookError, "topics"),
        (_instead_of_the_codebook, CodebookError, "cannot be read"),
        (lambda space: space.decisions.write_text("{}"), DecisionError, "is no folder"),
        (
            lambda space: (space.root / "annotate.yml").write_text("pipeline: none_such"),
            RequestError,
            "not installed",
        ),
    ],
)
def test_what_ends_a_build_is_a_sentence(space, spoil, error, message):
    spoil(space)
    with pytest.raises(error, match=message):
        build(workspace.open_at(space.root))


def test_no_workers_are_refused(space):
    with pytest.raises(RequestError, match="0 workers"):
        build(space, workers=0)


@pytest.mark.slow
@pytest.mark.parametrize("seen", [0, 1, 3, 5])
def test_a_killed_build_is_completed_to_the_rows_of_an_undisturbed_one(space, seen):
    with started(space) as process:
        for _ in range(seen):
            process.stdout.readline()
        if not seen:
            while not space.database.exists():
                time.sleep(0.001)
        process.kill()
    completed = build(space)
    assert len(completed.read) + len(completed.kept) == ARTICLES
    assert len(completed.kept) >= seen
    rows = contents(space.database, without=["runs"])
    space.database.unlink()
    build(space)
    assert contents(space.database, without=["runs"]) == rows


@pytest.mark.slow
@pytest.mark.parametrize("statement", [1, 4, 11, 17])
def test_a_build_killed_within_an_article_leaves_nothing_of_that_article(space, statement):
    killing = f"""
    import os, signal
    from annotate.store import write
    add, calls = write.insert, []
    def insert(*given):
        calls.append(add(*given))
        if len(calls) == {statement}:
            os.kill(os.getpid(), signal.SIGKILL)
    write.insert = insert
"""
    with started(space, before=killing.strip()) as process:
        assert process.wait() == -signal.SIGKILL
    with closing(database.open_for_reading(space.database)) as conn:
        whole = {listing.id for listing in queries.documents(conn)}
        assert overview.overview(conn).segments == sum(
            len(queries.document(conn, each).segments) for each in whole
        )
    assert set(build(space).kept) == whole


def test_a_half_written_article_is_undone_by_whoever_opens_next(space, tmp_path):
    build(space)
    before = contents(space.database)
    crashed = tmp_path / "crashed.db"
    with closing(sqlite3.connect(space.database, isolation_level=None)) as conn:
        conn.execute("PRAGMA cache_size = 2")  # so that changes reach the file before the commit
        conn.execute("BEGIN")
        conn.execute("DELETE FROM sentences")
        conn.execute("UPDATE segments SET text = text || 'x'")
        shutil.copy(space.database, crashed)
        shutil.copy(f"{space.database}-journal", f"{crashed}-journal")
        conn.execute("ROLLBACK")
    assert crashed.read_bytes() != space.database.read_bytes()
    with closing(database.open_for_reading(crashed)) as conn:
        assert len(queries.documents(conn)) == ARTICLES
    assert contents(crashed) == before


def disk_is_full(space, process):
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.startswith("StoreError: "), said
    assert said.count("\n") == 1
    assert "disk is full" in said


def grow(space):
    for n in (1, 3):
        text = article(n, paragraphs=40)
        (space.corpus / f"crossing-{n}.txt").write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_a_file_that_may_not_grow_is_one_sentence_and_costs_nothing_saved(space):
    build(space)
    grow(space)
    room = space.database.stat().st_size + 20_000
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))"
    with started(space, before=limit) as process:
        disk_is_full(space, process)
    with closing(database.open_for_reading(space.database)) as conn:
        assert queries.document(conn, "crossing-1").text == article(1)
        assert len(queries.documents(conn)) == ARTICLES
    assert build(space).failed == {}
    assert contents(space.database)["documents"]


@pytest.fixture
def small_disk(tmp_path_factory):
    """A disk of two megabytes, where we may mount one."""
    place = tmp_path_factory.mktemp("disk")
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if not mount or os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.slow
def test_a_full_disk_is_one_sentence_and_costs_nothing_saved(space, small_disk):
    (small_disk / "corpus").symlink_to(space.corpus)
    full = workspace.open_at(small_disk)
    build(full)
    before = contents(full.database, without=["runs"])
    grow(space)
    room = shutil.disk_usage(small_disk).free
    (small_disk / "ballast").write_bytes(bytes(room - 60_000))
    with started(full) as process:
        disk_is_full(full, process)
    after = contents(full.database, without=["runs"])
    assert len(after["documents"]) == ARTICLES
    assert [row for row in after["versions"] if row[0] != "crossing-1"] == [
        row for row in before["versions"] if row[0] != "crossing-1"
    ]


@pytest.mark.slow
def test_several_workers_make_the_same_rows_in_the_same_order(space):
    told = []
    build(space)
    one = contents(space.database)
    space.database.unlink()
    (space.corpus / "crossing-8.txt").write_bytes(b"\0")
    summary = build(space, workers=2, report=told.append)
    assert list(summary.failed) == ["corpus/crossing-8.txt"]
    assert [event.article for event in told] == sorted(event.article for event in told)
    two = contents(space.database, without=["failures"])
    assert {**two, "runs": one["runs"], "failures": []} == one


def running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
def test_workers_end_with_a_build_that_is_killed(space, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT % "pass", encoding="utf-8")
    command = [sys.executable, str(script), str(space.root), "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        workers = process.stdout.readline().split()[2:]
        assert len(workers) == 2
        process.kill()
    for _ in range(100):
        if not any(map(running, workers)):
            break
        time.sleep(0.1)
    assert not any(map(running, workers))
    assert build(space).failed == {}


def test_two_files_of_one_id_are_a_sentence_and_the_rest_is_built(space):
    build(space)
    (space.corpus / "crossing-0.md").write_text("Another crossing.\n", encoding="utf-8")
    (space.corpus / "new.txt").write_text("A new crossing of the Ilva.\n", encoding="utf-8")
    done = build(space)
    why = (
        "corpus/crossing-0.md and corpus/crossing-0.txt would both be the article 'crossing-0'; "
        "rename one"
    )
    assert (done.read, done.failed) == (("new",), {"corpus/crossing-0.md": why})
    assert not done.forgotten
