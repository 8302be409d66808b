"""The title where a file beside the article states it: its line is the title.

A statement may open with the name of whoever makes it, a page with its section; where the stated
title stands below, that line is the title and the one taken for it a byline.
"""

from collections.abc import Sequence
from dataclasses import replace

from annotate.letters import folded
from annotate.model import Segment

_HEAD = 8
"""Segments from the top within which the stated title is looked for."""


def titled(parts: Sequence[Segment], text: str, title: str | None) -> tuple[Segment, ...]:
    """The segments, the heading that is the stated title as the title."""
    wanted = folded(title or "")
    head = parts[:_HEAD]
    said = [folded(text[each.start : each.end]) for each in head]
    taken = next((n for n, each in enumerate(head) if each.kind == "title"), None)
    headings = [n for n, each in enumerate(head) if each.kind == "heading" and said[n] == wanted]
    if not wanted or not headings or (taken is not None and said[taken] == wanted):
        return tuple(parts)
    title_at = headings[0]
    kinds = {title_at: "title", **({} if taken is None else {taken: "byline"})}
    return tuple(
        replace(
            each,
            kind=kinds.get(n, each.kind),
            heading=None if each.heading == parts[title_at].n else each.heading,
        )
        for n, each in enumerate(parts)
    )
