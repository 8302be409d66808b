"""A real Chromium, driven through chromedriver by the few words of WebDriver that we need."""

import base64
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")


class Browser:
    """A running browser with one page of a set width."""

    def __init__(self, driver: str, session: str) -> None:
        self._at = f"{driver}/session/{session}"

    def open(self, address: str) -> None:
        """Load a page and wait until it is there."""
        _ask(f"{self._at}/url", {"url": address})
        # The driver's own waiting ends now and then before the styles are read.
        waited_for(self, "return document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """What a function body returns in the page; it runs in spite of the page's policy."""
        return _ask(f"{self._at}/execute/sync", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        """Click an element as a person does, which a page may ask for before it copies."""
        _ask(f"{self._at}/element/{self._element(selector)}/click", {})

    def type(self, selector: str, keys: str) -> None:
        """Press keys in an element; those without a sign have code points of WebDriver's own."""
        _ask(f"{self._at}/element/{self._element(selector)}/value", {"text": keys})

    def press(self, keys: str) -> None:
        """Press keys where the focus is."""
        found = _ask(f"{self._at}/element/active")
        _ask(f"{self._at}/element/{next(iter(found.values()))}/value", {"text": keys})

    def back(self) -> None:
        """Press the browser's back button."""
        _ask(f"{self._at}/back", {})

    def _element(self, selector: str) -> str:
        found = _ask(f"{self._at}/element", {"using": "css selector", "value": selector})
        return str(next(iter(found.values())))

    def answer(self, script: str) -> Any:
        """What a function body in the page hands to `done`, its last argument, sooner or later."""
        body = f"const done = arguments[arguments.length - 1]; {script}"
        return _ask(f"{self._at}/execute/async", {"script": body, "args": []})

    def enter(self, frame: int) -> None:
        """Have what follows happen in a frame of the page."""
        _ask(f"{self._at}/frame", {"id": frame})

    def leave(self) -> None:
        """Have what follows happen in the page again."""
        _ask(f"{self._at}/frame", {"id": None})

    def print(self, path: Path) -> None:
        """Write the page as a printer would put it on paper, a PDF."""
        path.write_bytes(base64.b64decode(_ask(f"{self._at}/print", {})))

    def close(self) -> None:
        """End the browser."""
        _ask(self._at, method="DELETE")


def waited_for(page: Browser, script: str) -> Any:
    """What a function body returns in a page once it returns something."""
    for _ in range(100):
        if found := page.run(script):
            return found
        time.sleep(0.1)
    raise AssertionError(script)


@contextmanager
def browser(
    profile: Path, *, width: int, height: int = 900, dark: bool = False
) -> Iterator[Browser]:
    """A browser with a window of this size, and its profile in this folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [str(DRIVER), f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        at = f"http://127.0.0.1:{port}"
        _wait(f"{at}/status")
        made = _ask(f"{at}/session", {"capabilities": {"alwaysMatch": _wanted(profile)}})
        opened = Browser(at, made["sessionId"])
        _size(opened, width, height)
        # A page without a window has the focus in some Chromiums and in others not.
        _told(opened, "Emulation.setFocusEmulationEnabled", {"enabled": True})
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        _told(opened, "Emulation.setEmulatedMedia", {"features": [scheme]})
        try:
            yield opened
        finally:
            opened.close()
    finally:
        process.terminate()
        process.wait(timeout=20)


def _size(opened: Browser, width: int, height: int) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    _told(opened, "Emulation.setDeviceMetricsOverride", metrics)


def _told(opened: Browser, command: str, params: dict[str, Any]) -> None:
    _ask(f"{opened._at}/goog/cdp/execute", {"cmd": command, "params": params})


def _wanted(profile: Path) -> dict[str, Any]:
    return {
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": CHROMIUM,
            "args": [*OPTIONS, f"--user-data-dir={profile}"],
        },
    }


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            if _ask(address)["ready"]:
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise TimeoutError(address)


def _ask(address: str, body: Any = None, *, method: str | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = Request(address, data=data, method=method)  # noqa: S310  # of this machine
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310
            return json.load(answer)["value"]
    except HTTPError as error:  # what went wrong in the browser is in what it answers
        raise RuntimeError(json.load(error)["value"]["message"]) from error
