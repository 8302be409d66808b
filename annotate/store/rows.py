"""What the tables hold of a document itself, its findings apart: records as rows, and back.

Both directions of one kind stand side by side.
"""

import json
from typing import Any

from annotate import claims, leaves
from annotate.model import (
    BODY,
    Claim,
    Document,
    Leaf,
    Pair,
    Segment,
    Stretch,
)
from annotate.store import signs
from annotate.store.sql import Row


def segment_id(document: str, n: int) -> str:
    """The id of a document's segment."""
    return f"{document}#s{n}"


def segment_row(document: Document, segment: Segment) -> Row:
    """A segment as its row."""
    text = own_text(document.text, segment)
    return {
        "id": segment_id(document.id, segment.n),
        "document": document.id,
        "n": segment.n,
        "kind": segment.kind,
        "body": segment.kind in BODY,
        "start_char": segment.start,
        "end_char": segment.end,
        "parts": json.dumps(segment.parts),
        "heading": segment.heading,
        "number": segment.number,
        "author": segment.author,
        "date": segment.date,
        "xpath": segment.xpath,
        "level": segment.level,
        "depth": segment.depth,
        "text": text,
        "bigrams": signs.bigrams(text),
        "page": leaves.named(document.pages, segment.stretches),
        **stretch_row("source", segment.source),
    }


def segment_of(row: Row) -> Segment:
    """The segment of a row."""
    same = ("n", "kind", "heading", "number", "author", "date", "xpath", "level", "depth")
    return Segment(
        start=row["start_char"],
        end=row["end_char"],
        parts=pairs(row["parts"]),
        source=stretch_of("source", row),
        **{key: row[key] for key in same},
    )


def claim_rows(document: Document) -> list[Row]:
    """The claims of a document's metadata as their rows."""
    contested = claims.conflicts(document.meta)
    return [
        {
            "document": document.id,
            "position": position,
            "key": claim.key,
            "value": claim.value,
            "origins": claims.JOINED.join(claim.origins),
            "conflicts": claim in contested,
        }
        for position, claim in enumerate(document.meta.claims)
    ]


def claim_of(row: Row) -> Claim:
    """The claim of a row."""
    origins = tuple(row["origins"].split(claims.JOINED)) if row["origins"] else ()
    return Claim(key=row["key"], value=row["value"], origins=origins)


def leaves_of(stored: str) -> tuple[Leaf, ...]:
    """Printed pages from their JSON."""
    return tuple(Leaf(start=start, end=end, label=name) for start, end, name in json.loads(stored))


def own_text(text: str, segment: Segment) -> str:
    """The segment's own words, its stretches joined by a line break."""
    return "\n".join(text[start:end] for start, end in segment.stretches)


def pairs(stored: str) -> tuple[Pair, ...]:
    """Pairs of code points from their JSON."""
    return tuple((start, end) for start, end in json.loads(stored))


def stretch_row(key: str, stretch: Stretch | None) -> dict[str, Any]:
    """A stretch as the two columns named after it."""
    start, end = (None, None) if stretch is None else (stretch.start, stretch.end)
    return {f"{key}_start": start, f"{key}_end": end}


def stretch_of(key: str, row: Row) -> Stretch | None:
    """The stretch of two columns named after it."""
    start, end = row[f"{key}_start"], row[f"{key}_end"]
    return None if start is None else Stretch(start=start, end=end)
