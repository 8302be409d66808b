"""A printed page of a PDF as a picture, with the place marked where a passage begins.

Pages are drawn by a program (sources/pdf_picture.py) in a process of its own with limits of time
and memory, since a PDF is what a stranger made; a few at once, and the last ones are kept.
"""

import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Sequence
from importlib import resources

from annotate import leaves
from annotate.errors import RequestError
from annotate.model import Document, Segment
from annotate.store import rows
from annotate.store.queries import Version

WIDTH = 1200
"""Pixels from left to right: small print can be read on a wide screen."""

PIXELS = 3_000_000
"""The most pixels of a picture, whatever the shape of its page."""

BYTES = 8_000_000
"""The most bytes of a picture; a page of print has 200,000, a photograph 3 million."""

MEMORY = 1_000_000_000
"""Bytes of memory that the drawing of a page may take."""

SECONDS = 10
"""Seconds of computing that it may take; of a page of print it takes half a second."""

AT_ONCE = 2
"""Pages that are drawn at once; who asks for another waits."""

KEPT = 64_000_000
"""Bytes of pictures that are kept."""

WORDS = 5
"""Words by which the beginning of a passage is found on its page."""

Key = tuple[str, int, str]
"""The hash of a file, the number of a page from 0 on, the words that are marked."""

_kept: OrderedDict[Key, bytes] = OrderedDict()
_keeping = threading.Lock()
_drawing = threading.BoundedSemaphore(AT_ONCE)


def page_of(document: Document, segment: Segment | None, asked: str | None) -> int:
    """The page that is meant, from 0 on: the one asked for by number from 1 on, else the passage's.

    Raises RequestError if the document has no such page.
    """
    if asked is not None:
        known = asked.isascii() and asked.isdigit() and len(asked) < 6
        number = int(asked) - 1 if known else -1
        if not 0 <= number < len(document.pages):
            raise RequestError(f"{document.id!r} has no page {asked!r} of {len(document.pages)}")
        return number
    found = leaves.first(document.pages, segment.stretches) if segment else None
    return found or 0


def beginning(document: Document, segment: Segment | None, number: int) -> str:
    """The words that a passage begins with, "" if it begins on another page."""
    if segment is None or leaves.first(document.pages, segment.stretches) != number:
        return ""
    return " ".join(rows.own_text(document.text, segment).split()[:WORDS])


def picture(version: Version, number: int, words: str) -> bytes:
    """The PNG of a page of a PDF, its number from 0 on, with some words of it marked.

    Raises RequestError if it cannot be drawn within the bounds above.
    """
    key = (version.sha256, number, words)
    with _keeping:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    with _drawing:
        made = _drawn(version.data, number, words)
    with _keeping:
        _kept[key] = made
        while sum(map(len, _kept.values())) > KEPT:
            _kept.popitem(last=False)
    return made


def _drawn(data: bytes, number: int, words: str) -> bytes:
    program = resources.files("annotate") / "sources" / "pdf_picture.py"
    bounds: Sequence[int] = (number, WIDTH, PIXELS, MEMORY, SECONDS)
    try:
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-I", str(program), *map(str, bounds), words],
            input=data,
            capture_output=True,
            timeout=4 * SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, ValueError):  # ValueError: words with a sign of no file
        raise RequestError(_WRONG) from None
    if done.returncode or not 0 < len(done.stdout) <= BYTES:
        raise RequestError(_WRONG)
    return done.stdout


_WRONG = "the page cannot be drawn within the bounds of time and memory"
