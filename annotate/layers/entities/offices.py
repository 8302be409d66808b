"""The words that stand beside names, as patterns that rules are made of."""

from functools import cache

from annotate import lexicons
from annotate.patterns import any_of


@cache
def titles() -> str:
    """A pattern of the titles that stand before a name: "Professor", "Crown Prince"."""
    return any_of(lexicons.words("titles"))


@cache
def lower_titles() -> str:
    """The same without capitals, short ones left out: "foreign minister"."""
    return any_of(title.lower() for title in lexicons.words("titles") if len(title) > 4)


@cache
def role() -> str:
    """A pattern of what people are: "analyst", "senior policy analyst"."""
    return rf"(?:(?:[a-z]+[ \u00a0-]){{0,3}}?{any_of(lexicons.words('roles'))}s?)"


@cache
def role_ends() -> tuple[str, ...]:
    """What each of these ends with: "analyst", "analysts"."""
    return tuple(role + plural for role in lexicons.words("roles") for plural in ("", "s"))


@cache
def says() -> str:
    """A pattern of what somebody does who speaks: "says", "pointed out"."""
    return any_of(lexicons.words("speaking_verbs"))


@cache
def kind() -> str:
    """A pattern of what a body is: "newspaper"."""
    return any_of(lexicons.words("body_kinds"))
