"""Recommendations under the name of whom they are addressed to.

"To the Government of X:" opens a list of imperatives; each item is one stance of the document's
author, a sub-item one of its own with its parent's verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotate.grammar import holders
from annotate.grammar.reading import Reading
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.scenes import Named
from annotate.model import AUTHOR, Mention, Stretch

_ADDRESS = re.compile(r"\W*To\s+(?:the\s+)?[^\W\d_].{2,160}?:?\s*\W*$", re.DOTALL)
MARKER = re.compile(r"\s*(?:[-*•–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+")
_SUB = re.compile(r"\s*(?:\([a-z]\)|[a-z]\)|\([ivx]+\))\s")
_AIM = re.compile(r"\b(?:in order|so as) to\b")
"""What an item is good for is not what it asks for."""


def addressee(reading: Reading) -> str | None:
    """Whom a heading addresses ("To the Governments of X and Y:"), None if it addresses nobody."""
    words = reading.passage.copy
    if not _ADDRESS.match(words):
        return None
    named = list({id(e): e for _, e in sorted(reading.names.items())}.values())
    if named:
        return "; ".join(dict.fromkeys(e.stands_for or e.canonical for e in named))
    bare = re.sub(r"^\W*To\s+(?:the\s+)?|[:*\s]+$", "", words)
    return bare or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks whom for what a list says. asked: "" for nobody named."""

    holder: Holder
    asked: str


_ASKS = re.compile(
    r"\b(?:asks?|asked|urges?|urged|call(?:s|ed)? (?:up)?on|recommends?|recommended|demands?|"
    r"demanded|wants?|wanted|appeal(?:s|ed)? to|insists?|insisted|proposes?|proposed)\b"
)
_OWN = re.compile(
    r"(?:\b(?:we|I)|\b(?:this|the|our) (?:report|paper|briefing|study|authors?))\s*$", re.I
)


def asking(reading: Reading) -> Asking | None:
    """Who asks whom for what the list below says: an address, or a lead-in as "X urges Y to:"."""
    addressed = addressee(reading)
    if addressed is not None:
        return Asking(holder=AUTHOR, asked=addressed)
    words = reading.passage.copy
    found = list(_ASKS.finditer(words)) if words.rstrip(" *_").endswith(":") else []
    if not found:
        return None
    named = list({id(e): e for _, e in sorted(reading.names.items())}.values())
    at = reading.passage.stretch(*found[-1].span())
    before = [e for e in named if e.end <= at[0] and e.label in {"PERSON", "ORG", "GPE"}]
    behind = [e for e in named if e.start >= at[1] and e.label in {"PERSON", "ORG", "GPE"}]
    if _OWN.search(words[: found[-1].start()]):
        holder: Holder = AUTHOR
    elif before:
        holder = Mention(
            canonical=holders.name_of(before[-1]), start=before[-1].start, end=before[-1].end
        )
    else:
        return None
    return Asking(holder=holder, asked="; ".join(dict.fromkeys(map(holders.name_of, behind))))


def items(readings: list[Reading], named: list[tuple[Named, ...]]) -> Iterator[Evidence]:
    """The evidence of every item under an address, or led in by who asks for it."""
    asked: Asking | None = None
    verb: tuple[Stretch, str] | None = None
    for reading, names in zip(readings, named, strict=True):
        segment = reading.passage.segment
        if segment.kind in {"heading", "paragraph"}:
            asked, verb = asking(reading), None
        if segment.kind != "list_item" or asked is None:
            continue
        words = reading.passage.copy
        sub = bool(_SUB.match(words))
        opening = _opening(reading)
        if opening is None:
            continue
        if not sub or verb is None:
            verb = opening
        near = frozenset(name for each in names for name in each.names)
        yield _item(reading, asked, verb if sub else opening, near)


def _opening(reading: Reading) -> tuple[Stretch, str] | None:
    """The verb that an item opens with."""
    words = reading.passage.copy
    marker = MARKER.match(words)
    first = re.compile(r"\W*([^\W\d_]+(?:-[^\W\d_]+)?)").match(words, marker.end() if marker else 0)
    if first is None:
        return None
    start, end = reading.passage.stretch(*first.span(1))
    return Stretch(start=start, end=end), first.group(1)


def _item(
    reading: Reading, asking: Asking, verb: tuple[Stretch, str], near: frozenset[str]
) -> Evidence:
    words = reading.passage.copy
    marker = MARKER.match(words)
    first = marker.end() if marker else 0
    body = words[first:].rstrip()
    start, end = reading.passage.stretch(first, first + len(body))
    inherited = verb[1] if not body.startswith(verb[1]) else ""
    return Evidence(
        holder=asking.holder,
        mode="author" if asking.holder == AUTHOR else "indirect",
        act="urges",
        sentence=(start, end),
        region=(start, end),
        words=_AIM.split(f"{inherited} {body}".strip(), maxsplit=1)[0],
        rule="recommendation",
        base=0.9,
        names=frozenset(asking.asked.split("; ")),
        near=near,
        urged=True,
        cue=verb[0],
        addressee=asking.asked or None,
    )
