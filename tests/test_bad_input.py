"""Bad input, as a person meets it: one sentence, exit status 1, and nothing else is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.conftest import ARTICLE, workspace_in
from tests.program import run

BAD_ARTICLES = [
    ("empty.txt", b"", "empty.txt: "),
    ("binary.txt", b"\x7fELF\x00\x00\x01\x02" * 64, "binary.txt: "),
    ("picture.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 8, "picture.md: "),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" * 8, "paper.txt: "),
    (
        "declared.html",
        '<meta charset="utf-8"><p>Café, she said, is où.</p>'.encode("latin-1"),
        "declared.html: declared as utf-8 but is not; try `encoding: ",
    ),
    ("empty-pdf.pdf", b"", "empty-pdf.pdf: is empty"),
    ("empty-docx.docx", b"", "empty-docx.docx: is empty"),
    ("no-pdf.pdf", b"%PDF-1.7 and no more", "no-pdf.pdf: is damaged or no PDF"),
    ("no-docx.docx", b"PK no more", "no-docx.docx: is no whole zip archive"),
    ("sidecar.txt", ARTICLE.encode(), "sidecar.meta.yml, line 1: publishr: unknown key"),
]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CompletedProcess[str]]:
    """A workspace of one good article and all the bad ones, and how its build ended."""
    root = workspace_in(tmp_path_factory.mktemp("spoilt"))
    for name, data, _ in BAD_ARTICLES:
        (root / "corpus" / name).write_bytes(data)
    (root / "corpus" / "sidecar.meta.yml").write_text("publishr: x\n", encoding="utf-8")
    return root, run("build", folder=root)


@pytest.mark.parametrize(("name", "sentence"), [(name, said) for name, _, said in BAD_ARTICLES])
def test_a_bad_article_is_told_in_one_sentence(
    spoilt: tuple[Path, CompletedProcess[str]], name: str, sentence: str
) -> None:
    root, done = spoilt
    assert len([line for line in done.stdout.splitlines() if sentence in line]) == 1
    assert run("show", name.partition(".")[0], folder=root).returncode == 1


def test_a_bad_article_costs_that_article(spoilt: tuple[Path, CompletedProcess[str]]) -> None:
    root, done = spoilt
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{len(BAD_ARTICLES)} failed" in done.stdout
    assert "¶1" in run("show", "ferries", folder=root).stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "corpus" / "pipe.txt")
    done = run("build", folder=folder)
    assert "pipe: corpus/pipe.txt: is no ordinary file" in done.stdout
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names are text here")
def test_a_name_that_is_no_utf_8_costs_what_bears_it(folder: Path) -> None:
    beside = bytes(folder / "corpus")
    for name in (b"\xff.txt", b"\xff.bib", b"\xff.jpg", b"\xff.meta.yml"):
        with open(beside + b"/" + name, "w") as file:  # noqa: PTH123  # a Path is text
            file.write("% A bibliography of none.")
    done = run("build", folder=folder)
    assert "corpus/\\udcff.txt: its name is no UTF-8; rename the file" in done.stdout
    assert "corpus/\\udcff.jpg: left aside" in done.stdout
    assert done.returncode == 1
    assert "1 failed" in done.stdout


@pytest.mark.parametrize("command", ["who", "cite", "show", "explain"])
def test_an_argument_that_is_no_utf_8_is_a_sentence(folder: Path, command: str) -> None:
    done = run(command, "\udcff", folder=folder)
    assert done.stderr == "annotate: \\udcff: is no UTF-8; type it anew, or rename the file\n"
    assert done.returncode == 1


def test_a_file_left_aside_is_called_as_it_lies_in_the_workspace(folder: Path) -> None:
    (folder / "corpus" / "boat.jpg").write_bytes(b"x")
    told = run("build", folder=folder).stdout
    assert "\ncorpus/boat.jpg: left aside" in told


def test_a_large_article_ends_in_a_result_or_a_sentence(folder: Path) -> None:
    big = folder / "corpus" / "big.txt"
    big.write_text("The river rose again. " * 950_000, encoding="utf-8")
    done = run("build", folder=folder)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert "big.txt: " in done.stdout


WRONG_CODEBOOKS = [
    ("topcs: {}\n", "codebook.yml, line 1: topcs: unknown key; the keys are names, quantities"),
    ("topics: [\n", "codebook.yml, line 2: not YAML"),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG_CODEBOOKS)
def test_a_wrong_codebook_leaves_the_database_as_it_was(
    built_folder: Path, text: str, sentence: str
) -> None:
    before = (built_folder / "corpus.db").read_bytes()
    (built_folder / "codebook.yml").write_text(text, encoding="utf-8")
    done = run("build", folder=built_folder)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (built_folder / "corpus.db").read_bytes() == before


def test_a_missing_file_is_told(folder: Path) -> None:
    done = run("build", "gone.txt", folder=folder)
    assert done.returncode == 1
    assert "gone.txt: no such file or folder" in done.stderr


def test_a_database_that_is_none_is_told(folder: Path) -> None:
    (folder / "corpus.db").write_text("not a database, only words\n" * 100, encoding="utf-8")
    for command in (["build"], ["show", "ferries"], ["figures"], ["cite", "ferries#p1"]):
        done = run(*command, folder=folder)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "corpus.db" in done.stderr
    assert (folder / "corpus.db").read_text(encoding="utf-8").startswith("not a database")


def test_a_foreign_database_is_left_alone(folder: Path) -> None:
    with sqlite3.connect(folder / "corpus.db") as conn:
        conn.execute("CREATE TABLE treasures (name TEXT)")
        conn.execute("INSERT INTO treasures VALUES ('ours')")
    conn.close()
    done = run("build", folder=folder)
    assert done.returncode == 1
    with sqlite3.connect(folder / "corpus.db") as conn:
        assert conn.execute("SELECT name FROM treasures").fetchall() == [("ours",)]
    conn.close()


@pytest.mark.skipif(shutil.which("mount") is None, reason="no mount to make a small disk with")
def test_a_full_disk_is_told_and_the_old_database_opens(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", str(disk)], check=False
    )
    if mounted.returncode:
        pytest.skip("may not mount a small disk here")
    try:
        workspace_in(disk)
        (disk / "annotate.yml").write_text("pipeline: blank\n", encoding="utf-8")
        assert run("build", folder=disk).returncode == 0
        (disk / "corpus" / "more.md").write_text(ARTICLE * 400, encoding="utf-8")
        done = run("build", folder=disk)
        assert done.returncode == 1
        assert "full" in done.stderr
        assert "Traceback" not in done.stderr
        assert "¶1" in run("show", "ferries", folder=disk).stdout
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_whose_encoding_is_named_is_read_in_it_and_says_so(folder: Path) -> None:
    page = '<meta charset="utf-8"><p>The café on the quay, she said, is shut for good.</p>'
    (folder / "corpus" / "page.html").write_bytes(page.encode("cp1252"))
    assert run("build", folder=folder).returncode == 1
    (folder / "corpus" / "page.meta.yml").write_text("encoding: cp1252\n", encoding="utf-8")
    done = run("build", folder=folder)
    assert done.returncode == 0
    assert "page: in cp1252" in done.stdout
    assert "café" in run("show", "page", folder=folder).stdout
