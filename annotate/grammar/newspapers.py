"""Newspapers: whose piece a unit of a text names, and which names are of the press."""

from annotate import lexicons
from annotate.grammar.reading import Reading

PIECES = frozenset({"article", "column", "commentary", "editorial", "essay", "op-ed", "piece"})
"""What a newspaper publishes: "the article argues" is the newspaper's."""


def named(reading: Reading, first: int, last: int) -> str | None:
    """The newspaper of which some tokens name a piece: "a commentary in the Courier"."""
    if not PIECES & set(reading.words[first:last]):
        return None
    for at in range(first, last):
        name = reading.names.get(at)
        if name is None or name.label not in {"ORG", "WORK"}:
            continue
        if is_press(name.canonical) or _holds_it(reading, first, at):
            return name.holder
    return None


def _holds_it(reading: Reading, first: int, at: int) -> bool:
    """Whether a piece stands in what a token names: "an article in | Kalas Norr"."""
    before = [word for word in reading.words[first:at] if word != "the"]
    return len(before) > 1 and before[-1] == "in" and before[-2] in PIECES


def is_press(name: str) -> bool:
    """Whether a name is one that newspapers and broadcasters have: "the Courier"."""
    return bool({*name.split()} & lexicons.listed("press_nouns") - {"Agency", "Forum"})
