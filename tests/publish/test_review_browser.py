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
    """Press a key and wait until the page that follows meets a condition."""
    opened.run(
        f"document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        f"{{key: '{key}', bubbles: true}}))"
    )
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
    actions = [each.action for each in log.read(built.parent / "decisions").entries]
    assert actions == ["reject", "accept", "undo"]
