"""Recommendations under the name of whom they are addressed to.

"To the Government of X:" opens a list of imperatives; each item is one stance of the document's
author, a sub-item one of its own with its parent's verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotate.grammar.reading import Reading
from annotate.layers.stances import polarity
from annotate.layers.stances.addressees import Asking, addressed, asking, opened
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.scenes import Named
from annotate.model import AUTHOR, Stretch

MARKER = re.compile(r"\s*(?:[-*•–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.)])\s+")
_SUB = re.compile(r"\s*(?:\([a-z]\)|[a-z]\)|\([ivx]+\))\s")
_AIM = re.compile(r"\b(?:in order|so as) to\b")
"""What an item is good for is not what it asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """An item that others may hang on.

    means: whether they say by what means. opens: whether it ends with a colon. capital: whether it
    has one. lettered: whether its own mark is that of a part.
    """

    verb: tuple[Stretch, str]
    means: bool
    opens: bool
    capital: bool
    lettered: bool


def items(readings: list[Reading], named: list[tuple[Named, ...]]) -> Iterator[Evidence]:
    """The evidence of every item under an address, or led in by who asks for it."""
    asked: Asking | None = None
    caller: Holder | None = None
    lead: _Lead | None = None
    for at, (reading, names) in enumerate(zip(readings, named, strict=True)):
        segment = reading.passage.segment
        if segment.kind in {"heading", "paragraph"}:
            asked, lead = asking(reading), None
            if asked is None and caller is not None and _heads(readings, at):
                asked = addressed(reading, caller)
            else:
                caller = opened(reading)
        if segment.kind != "list_item" or asked is None:
            continue
        opening = _opening(reading)
        if opening is None:
            continue
        above = lead if lead is not None and _hangs(reading, lead) else None
        if above is None:
            lead = _lead(reading, opening)
        near = frozenset(name for each in names for name in each.names)
        yield _item(reading, asked, opening, above, near)


def _heads(readings: list[Reading], at: int) -> bool:
    """Whether a line is the name of whom the list below is addressed to."""
    below = readings[at + 1].passage.segment.kind if at + 1 < len(readings) else ""
    words = readings[at].passage.copy.strip()
    brief = len(words.split()) <= _NAME and not words.endswith((".", "!", "?"))
    return brief and below == "list_item"


_NAME = 12
"""Words that the name of an addressee has at most."""


def leads(readings: list[Reading]) -> set[int]:
    """Where paragraphs start that only lead in a list, whose items say what is asked for."""
    return {
        one.passage.segment.start
        for one, other in pairwise(readings)
        if other.passage.segment.kind == "list_item"
        and one.passage.segment.kind == "paragraph"
        and len(one.passage.sentences) == 1
        and asking(one) is not None
    }


def _lead(reading: Reading, verb: tuple[Stretch, str]) -> _Lead:
    words = reading.passage.copy.rstrip(" *_")
    return _Lead(
        verb=verb,
        means=_MEANS.search(words) is not None,
        opens=words.endswith(":"),
        capital=verb[1][:1].isupper(),
        lettered=_SUB.match(words) is not None,
    )


_MEANS = re.compile(r"\b(?:by|through|including|via):$")
"""What opens a list of the means, which the verb before does not govern: "Stop the returns by:"."""


def _hangs(reading: Reading, lead: _Lead) -> bool:
    """Whether an item is a part of the one before: by its letter, or as it goes on with it."""
    words = reading.passage.copy
    if _SUB.match(words) and not lead.lettered:
        return True
    marker = MARKER.match(words)
    word = words[marker.end() if marker else 0 :].split(maxsplit=1)[:1]
    goes_on = bool(word) and word[0][:1].islower()
    return lead.opens and goes_on and (lead.capital or word[0].endswith("ing"))


def _stops_all(lead: _Lead) -> bool:
    """Whether what hangs on an item are the means to stop what it names, and not stopped."""
    return lead.means and polarity.of("stop", lead.verb[1])


_OPENS = re.compile(
    r"\W*((?:(?:do not|don['’]t|never|not) )?[^\W\d_]+(?:-[^\W\d_]+)?)", re.IGNORECASE
)


def _opening(reading: Reading) -> tuple[Stretch, str] | None:
    """The verb that an item opens with, with its negation."""
    words = reading.passage.copy
    marker = MARKER.match(words)
    first = _OPENS.match(words, marker.end() if marker else 0)
    if first is None:
        return None
    start, end = reading.passage.stretch(*first.span(1))
    return Stretch(start=start, end=end), first.group(1)


def _item(
    reading: Reading,
    asking: Asking,
    opening: tuple[Stretch, str],
    lead: _Lead | None,
    near: frozenset[str],
) -> Evidence:
    words = reading.passage.copy
    marker = MARKER.match(words)
    first = marker.end() if marker else 0
    body = words[first:].rstrip()
    start, end = reading.passage.stretch(first, first + len(body))
    inherited = lead.verb[1] if lead is not None and not _stops_all(lead) else ""
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
        cue=lead.verb[0] if lead is not None else opening[0],
        addressee=asking.asked or None,
    )
