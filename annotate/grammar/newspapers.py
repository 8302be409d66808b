"""Newspapers: whose piece a unit of a text names, and which names are of the press."""

from annotate import lexicons
from annotate.grammar.reading import Reading

PIECES = frozenset({"article", "column", "commentary", "editorial", "essay", "op-ed", "piece"})
"""What a newspaper publishes: "the article argues" is the newspaper's."""


def named(reading: Reading, first: int, last: int) -> str | None:
    """The newspaper of which some tokens name a piece: "a commentary in the Courier"."""
    if not PIECES & set(reading.words[first:last]):
        return None
    names = (reading.names.get(at) for at in range(first, last))
    papers = (name for name in names if name is not None and name.label in {"ORG", "WORK"})
    return next((name.holder for name in papers if is_press(name.canonical)), None)


def is_press(name: str) -> bool:
    """Whether a name is one that newspapers and broadcasters have: "the Courier"."""
    return bool({*name.split()} & lexicons.listed("press_nouns") - {"Agency", "Forum"})
