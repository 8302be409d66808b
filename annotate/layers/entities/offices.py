"""The words that stand beside names, as patterns that rules are made of."""

import re
from collections.abc import Iterable
from functools import cache

from annotate import lexicons


@cache
def titles() -> str:
    """A pattern of the titles that stand before a name: "Professor", "Crown Prince"."""
    return _any(lexicons.words("titles"))


@cache
def lower_titles() -> str:
    """The same without capitals, short ones left out: "foreign minister"."""
    return _any(title.lower() for title in lexicons.words("titles") if len(title) > 4)


@cache
def role() -> str:
    """A pattern of what people are: "analyst", "senior policy analyst"."""
    return rf"(?:(?:[a-z]+[ \u00a0-]){{0,3}}?{_any(lexicons.words('roles'))}s?)"


@cache
def says() -> str:
    """A pattern of what somebody does who speaks: "says", "pointed out"."""
    return _any(lexicons.words("speaking_verbs"))


@cache
def kind() -> str:
    """A pattern of what a body is: "newspaper"."""
    return _any(lexicons.words("body_kinds"))


def _any(entries: Iterable[str]) -> str:
    longest = sorted(map(re.escape, entries), key=len, reverse=True)
    return f"(?:{'|'.join(longest)})"
