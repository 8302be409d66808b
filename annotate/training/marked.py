"""Texts of ours with marks in braces behind their sentences, and above them what is argued about.

A file opens with a topic a line, its key and its statement; three dashes stand before the text.
Where stances are marked, they are told by holder, key and label: "{Mira Tolm > dam opposes; …}".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotate.codebook import Codebook, Topic

_MARK = re.compile(r" ?\{([^{}]*)\}")
_STANCE = re.compile(r"\s*(?P<holder>.+?) > (?P<target>.+) (?P<label>\w+)\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text without its marks; marks: where each stood, and its words."""

    text: str
    codebook: Codebook
    marks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A stance that a reader found; end: of its sentence."""

    end: int
    holder: str
    target: str
    label: str


def read(path: Path) -> Marked:
    """What a file holds."""
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    rows = (line.partition(": ") for line in head.splitlines())
    topics = {key: Topic(key=key, statement=statement) for key, _, statement in rows}
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(body):
        text += body[last : mark.start()]
        last = mark.end()
        marks.append((len(text), mark.group(1)))
    return Marked(text=text + body[last:], codebook=Codebook(topics=topics), marks=tuple(marks))


def held(marked: Marked) -> Iterator[Held]:
    """The stances that are marked, to topics and to others.

    Raises ValueError where a mark is none.
    """
    for end, mark in marked.marks:
        for each in mark.split(";"):
            found = _STANCE.match(each)
            if not found:
                raise ValueError(f"{each!r} is no stance")
            yield Held(end=end, **found.groupdict())
