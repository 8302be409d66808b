"""Decisions by keys in a real browser, whose requests say where they come from."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotate.review import log
from tests.publish.browser import CHROMIUM, DRIVER, Browser, browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver"),
]

SERVE = """
import sys
from pathlib import Path
from annotate.publish import server
from annotate.publish.room import Room
path = Path(sys.argv[1])
room = Room(database=path, folder=path.parent / "decisions", coder="anja")
server.serve(path, port=0, review=room, announce=lambda address: print(address, flush=True))
"""


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """Where a server for decisions answers."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(built)], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def press(opened: Browser, key: str, until: str) -> None:
    """Press a key where the focus is and wait until the page that follows meets a condition."""
    opened.press(key)
    for _ in range(300):
        if opened.run(f"return document.readyState === 'complete' && Boolean({until})"):
            return
        time.sleep(0.1)
    pytest.fail(f"after {key} there is never {until}")


def test_a_queue_is_worked_off_by_keys(address: str, built: Path, tmp_path: Path) -> None:
    with browser(tmp_path / "profile", width=1000) as opened:
        opened.open(f"{address}-/review?layer=entity")
        assert opened.run("return document.activeElement.className") == "case"
        press(opened, "j", "document.querySelectorAll('.case')[1] === document.activeElement")
        press(opened, "r", "document.querySelectorAll('.case').length === 3")
        press(opened, "a", "document.querySelectorAll('.case').length === 2")
        press(opened, "u", "document.querySelectorAll('.case').length === 3")
        press(opened, "c", "location.pathname.startsWith('/-/review/finding/')")
        opened.back()
        queue = "/-/review?layer=entity"
        assert opened.run("return location.pathname + location.search").startswith(queue)
        assert opened.run("return document.querySelectorAll('.case').length") == 3
    actions = [each.action for each in log.read(built.parent / "decisions").entries]
    assert actions == ["reject", "accept", "undo"]


TAB, ENTER, SHIFT, ESCAPE = "\ue004", "\ue007", "\ue008", "\ue00c"


def reach(opened: Browser, goal: str) -> None:
    """Press Tab until the focus is where a condition of `it` holds."""
    for _ in range(60):
        if opened.run(f"const it = document.activeElement; return Boolean({goal})"):
            return
        opened.press(TAB)
    pytest.fail(f"Tab never reaches {goal}")


def test_the_queue_is_worked_off_without_letters_too(
    address: str, built: Path, tmp_path: Path
) -> None:
    with browser(tmp_path / "profile", width=390) as opened:
        opened.open(f"{address}-/review?layer=entity")
        reach(opened, "it.matches('button.accept')")
        assert opened.run(
            "const box = document.activeElement.getBoundingClientRect();"
            "return box.top >= 0 && box.bottom <= innerHeight && box.height >= 24"
        )
        press(opened, ENTER, "document.querySelector('.done')")
        reach(opened, "it.matches('summary')")
        press(opened, ENTER, "document.querySelector('.case details').open")
        reach(opened, "it.matches('[name=note]')")
        opened.press("arcu")  # letters of a note decide nothing
        assert opened.run("return document.activeElement.value") == "arcu"
        opened.press(ESCAPE)
        reach(opened, "it.matches('button[value=note]')")
        press(opened, ENTER, "document.querySelector('.done q')")
    entries = log.read(built.parent / "decisions").entries
    assert [(each.action, each.note) for each in entries] == [("accept", ""), ("note", "arcu")]


def test_letters_decide_nothing_where_no_case_has_the_focus(
    address: str, built: Path, tmp_path: Path
) -> None:
    with browser(tmp_path / "profile", width=1000) as opened:
        opened.open(f"{address}-/review?layer=entity")
        opened.run("document.querySelector('.top a').focus()")
        opened.press("arn")
        assert opened.run("return location.search") == "?layer=entity"
    assert not list((built.parent / "decisions").glob("*.jsonl"))


def test_enter_in_a_field_keeps_what_was_typed_and_accepts_nothing(
    address: str, built: Path, tmp_path: Path
) -> None:
    with browser(tmp_path / "profile", width=1000) as opened:
        opened.open(f"{address}-/review?layer=entity")
        opened.press("n")
        opened.press("ask Ruo")
        press(opened, ENTER, "document.querySelector('.done')")
        noted = opened.run("return document.activeElement.id")
        press(opened, "c", "location.pathname.startsWith('/-/review/finding/')")
        opened.run("document.querySelector('#field-canonical').value = ''")
        opened.type("#field-canonical", "Verrin the ferryman")
        press(opened, ENTER, "location.pathname === '/-/review'")
    note, correction = log.read(built.parent / "decisions").entries
    assert (note.action, note.note, note.span) == ("note", "ask Ruo", noted)
    assert (correction.action, correction.span) == ("correct", noted)
    assert correction.values == {"canonical": "Verrin the ferryman"}


def test_a_decision_leads_to_the_next_case_and_undo_back(address: str, tmp_path: Path) -> None:
    with browser(tmp_path / "profile", width=1000) as opened:
        opened.open(f"{address}-/review")
        cases = opened.run("return [...document.querySelectorAll('.case')].map(each => each.id)")
        press(opened, "j", f"document.activeElement.id === '{cases[1]}'")
        press(opened, "a", f"document.activeElement.id === '{cases[2]}'")
        press(opened, "u", f"document.activeElement.id === '{cases[1]}'")
