"""Recommendations under the name of whom they are addressed to.

"To the Government of X:" opens a list of imperatives; each item is one stance of the document's
author, a sub-item one of its own with its parent's verb.
"""

import re
from collections.abc import Iterator, Mapping

from annotate.grammar.reading import Reading
from annotate.layers.stances.evidence import Evidence
from annotate.model import AUTHOR, Stretch

_ADDRESS = re.compile(r"\W*To\s+(?:the\s+)?[^\W\d_].{2,160}?:?\s*\W*$", re.DOTALL)
MARKER = re.compile(r"\s*(?:[-*•–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+")
_SUB = re.compile(r"\s*(?:\([a-z]\)|[a-z]\)|\([ivx]+\))\s")
_LEAD = re.compile(r"[:]\s*$")
_AND = re.compile(r";?\s*\band\s*$|[;,.]\s*$")
_SECOND = re.compile(r",?\s+and\s+(?=[a-z]+\s)")


def addressee(reading: Reading) -> str | None:
    """Whom a heading addresses ("To the Governments of X and Y:"), None if it addresses nobody."""
    words = reading.passage.parsed.text
    if not _ADDRESS.match(words):
        return None
    named = list({id(e): e for _, e in sorted(reading.names.items())}.values())
    if named:
        return "; ".join(dict.fromkeys(e.stands_for or e.canonical for e in named))
    bare = re.sub(r"^\W*To\s+(?:the\s+)?|[:*\s]+$", "", words)
    return bare or None


def items(readings: list[Reading], names: Mapping[int, frozenset[str]]) -> Iterator[Evidence]:
    """The evidence of every item under an address."""
    asked: str | None = None
    verb: tuple[Stretch, str] | None = None
    for n, reading in enumerate(readings):
        segment = reading.passage.segment
        if segment.kind in {"heading", "paragraph"}:
            asked, verb = addressee(reading), None
        if segment.kind != "list_item" or asked is None:
            continue
        words = reading.passage.parsed.text
        sub = bool(_SUB.match(words))
        opening = _opening(reading)
        if opening is None:
            continue
        if not sub or verb is None:
            verb = opening
        yield _item(reading, asked, verb if sub else opening, names.get(n, frozenset()))


def _opening(reading: Reading) -> tuple[Stretch, str] | None:
    """The verb that an item opens with."""
    words = reading.passage.parsed.text
    marker = MARKER.match(words)
    first = re.compile(r"\W*([^\W\d_]+(?:-[^\W\d_]+)?)").match(words, marker.end() if marker else 0)
    if first is None:
        return None
    start, end = reading.passage.stretch(*first.span(1))
    return Stretch(start=start, end=end), first.group(1)


def _item(
    reading: Reading, asked: str, verb: tuple[Stretch, str], names: frozenset[str]
) -> Evidence:
    words = reading.passage.parsed.text
    marker = MARKER.match(words)
    first = marker.end() if marker else 0
    body = words[first:].rstrip()
    start, end = reading.passage.stretch(first, first + len(body))
    inherited = verb[1] if not body.startswith(verb[1]) else ""
    return Evidence(
        holder=AUTHOR,
        mode="author",
        act="urges",
        sentence=(start, end),
        region=(start, end),
        words=f"{inherited} {body}".strip(),
        rule="recommendation",
        base=0.9,
        names=names | frozenset(asked.split("; ")),
        urged=True,
        cue=verb[0],
        addressee=asked,
    )
