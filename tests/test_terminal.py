"""What articles say stays words on a terminal: no orders to it or to what draws tables."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import run

pty = pytest.importorskip("pty", reason="has no such terminals")

ORDER = "\x1b]0;mine\x07\x1b[2J"
NAMES = "topics: {}\nquantities:\n  boats: {title: 'Boats [/a] :bell:', counted: [boat]}\n"


@pytest.fixture
def hostile(folder: Path) -> Path:
    """A workspace with an article that would clear the screen and whose words look like styles."""
    said = f"Olga Verrin said that 40 boats{ORDER} \u2066left\u202e, and that 90 boats left.\n"
    (folder / "corpus" / "ferries.md").write_text(said, encoding="utf-8")
    (folder / "codebook.yml").write_text(NAMES, encoding="utf-8")
    assert run("build", folder=folder).returncode == 0
    return folder


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What a command writes to a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "annotate", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        told = b""
        try:
            while part := os.read(ours, 4096):
                told += part
        except OSError:  # how a terminal ends
            pass
        process.wait(timeout=60)
    os.close(ours)
    return told.decode()


@pytest.mark.parametrize("command", ["show ferries", "cite ferries#p1", "cite boats\x1b[2J"])
def test_an_article_gives_a_terminal_no_orders(hostile: Path, command: str) -> None:
    told = on_a_terminal(hostile, *command.split(" "))
    assert "\x1b]" not in told
    assert "\x1b[2J" not in told
    assert "\u241b" in told


def test_words_that_run_the_other_way_turn_nothing_else(hostile: Path) -> None:
    assert "\u202e" in run("cite", "ferries#p1", folder=hostile).stdout
    for command in ("show ferries", "cite ferries#p1"):
        told = on_a_terminal(hostile, *command.split(" "))
        assert "Verrin" in told
        assert not {"\u202e", "\u2066"} & {*told}, command


def test_a_file_gets_the_words_as_they_are(hostile: Path) -> None:
    assert ORDER in run("cite", "ferries#p1", folder=hostile).stdout


def test_words_that_look_like_styles_are_words(hostile: Path) -> None:
    assert "Boats [/a] :bell:" in run("figures", "--all", folder=hostile).stdout
