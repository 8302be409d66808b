"""The commands, run as a person runs them, in a workspace that is built before and after."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from annotate.cli import app


def run(folder: Path, *arguments: str, coder: str = "anja") -> str:
    """What a command prints; its complaint if it ends with one."""
    done = subprocess.run(
        [sys.executable, "-m", "annotate", *arguments],
        cwd=folder,
        env=os.environ | {"ANNOTATE_CODER": coder},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else done.stderr


@pytest.mark.slow
def test_decisions_are_made_shown_and_survive_a_build(folder: Path) -> None:
    assert "1 read" in run(folder, "build")
    listed = run(folder, "review", "list", "--layer", "entity", "--limit", "50")
    (span,) = re.findall(r"(e-\w+) +entity +PERSON +Tomas Verrin", listed)
    assert run(folder, "review", "list", "--disputed") == "coders differ about no finding\n"
    assert run(folder, "review", "list", "--lost") == "no decision is lost\n"
    assert "anja: reject" in run(folder, "review", "reject", span, "--note", "no one")
    assert span not in run(folder, "review", "list", "--layer", "entity", "--limit", "50")
    (line,) = (folder / "decisions" / "anja.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["quote"] == "Tomas Verrin"
    assert "ruo: accept" in run(folder, "review", "accept", span, coder="ruo")
    assert "1 unchanged" in run(folder, "build")
    assert f"accepted by ruo; see `annotate review show {span}`" in run(folder, "explain", span)
    disputed = run(folder, "review", "list", "--disputed")
    assert "anja" in disputed
    assert "ruo" in disputed
    told = run(folder, "review", "agreement")
    assert re.search(r"entity +1 +0 +0 +0\.00", told)
    assert run(folder, "review", "undo", span, coder="ruo") == "ruo took back 1 decision\n"
    assert "no one" in run(folder, "review", "show", span)
    with (folder / "decisions" / "ruo.jsonl").open("a", encoding="utf-8") as log:
        log.write("nonsense\n")
    assert "decisions/ruo.jsonl, line 3: not JSON" in run(folder, "build")


@pytest.mark.slow
def test_names_are_merged_and_listed(folder: Path) -> None:
    run(folder, "build")
    assert "about names" in run(folder, "names", "merge", "Dorvanian", "--into", "Lowlander")
    assert re.search(r"Lowlander +NORP .*Dorvanian \(person:anja\)", run(folder, "names", "list"))
    assert "Nothing is proposed" in run(folder, "names", "proposals")
    assert "no name 'Nobody'" in run(folder, "names", "hide", "Nobody")


@pytest.mark.parametrize("group", ["review", "names"])
def test_every_command_of_a_group_says_what_it_does(group: str) -> None:
    shown = CliRunner().invoke(app, [group, "--help"])
    assert shown.exit_code == 0
    commands = re.findall(
        r"^  (\w+) {2,}(.+)$", shown.output.partition("Commands:")[2], re.MULTILINE
    )
    assert len(commands) > 8
    assert all(len(words.split()) >= 4 for _, words in commands)
