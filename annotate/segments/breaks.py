"""Breaks: whether a line stops in mid-sentence, so that the next one is its rest."""

import re

from annotate import lexicons


def is_open(held: str, rest: str) -> bool:
    """Whether some words stop in mid-phrase or inside a name that the rest goes on with."""
    if ends_open(held):
        return True
    end = _last(held)
    start = re.match(r"[\w’'-]+", rest)
    named = end[:1].isupper() and start is not None and start[0][:1].isupper()
    if not named or not end[-1:].isalnum() or start is None:
        return False
    return start[0].lower() not in lexicons.listed("openers")


def ends_open(held: str) -> bool:
    """Whether some words stop behind one that ends no sentence: "of", "the", a comma."""
    return _last(held).lower() in lexicons.listed("open_ends") or held.endswith(",")


def _last(held: str) -> str:
    return re.split(r"[\s(“\"]+", held)[-1]
