"""What people state of a work in files beside it: words, one value or several, names in parts."""

from typing import Any

_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
"""The parts of a name as CSL calls them, in the order in which one writes them."""


def words(value: Any) -> str:
    """A text or a number on one line, "" for anything else."""
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def listed(value: Any) -> list[Any]:
    """The values where one may stand alone or several in a list."""
    return value if isinstance(value, list) else [value] if value else []


def name(value: Any) -> str:
    """A name as one writes it, from a text or from CSL's parts of it: "Anna van der Berg"."""
    if not isinstance(value, dict):
        return words(value)
    whole = " ".join(filter(None, (words(value.get(part)) for part in _PARTS)))
    return words(value.get("literal")) or whole
