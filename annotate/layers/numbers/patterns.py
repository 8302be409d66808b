"""Rules over pieces, written as regular expressions over their roles.

A pattern names roles in capitals and words in small letters, one a piece: `DAY of? MONTH YEAR`.
Each set of roles that a piece can have becomes one private character, so that a passage becomes a
short string and a role a class of characters; Python's `re` does the rest, quickly.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.words import Roles

_PART = re.compile(
    r"(?P<syntax>\(\?P<\w+>|\(\?P=\w+\)|\(\?<?[:!=]|\{[\d,]+\}|[()|?*+^$])"
    r"|(?P<role>[A-Z][A-Z0-9]*)|(?P<word>[a-z][a-z’'.]*)|(?P<space>\s+)"
)
_FIRST = 0xE000  # the private use area


def literals(pattern: str) -> set[str]:
    """The words that a pattern spells out."""
    return {part["word"] for part in _PART.finditer(pattern) if part["word"]}


def roles(pattern: str) -> set[str]:
    """The roles that a pattern names, its words among them as "=word"."""
    parts = list(_PART.finditer(pattern))
    return {part["role"] or "=" + part["word"] for part in parts if part["role"] or part["word"]}


Needs = tuple[frozenset[str], ...]
"""Sets of characters, of each of which a pattern needs one to match at all; smallest first."""


def needs(pattern: str) -> Needs:
    """The sets of characters of each of which every match of a pattern has one."""
    # How `re` reads a pattern is its own affair; what this makes of it is compared in the tests.
    read = import_module("re._parser").parse(pattern)
    return tuple(sorted(set(_needed(read)), key=lambda each: (len(each), sorted(each))))


def may_match(needs: Needs, present: set[str]) -> bool:
    """Whether a pattern with these needs may match where these characters are present."""
    for each in needs:  # noqa: SIM110  # any() takes as long as what it asks
        if each.isdisjoint(present):
            return False
    return True


class Sieve:
    """Which of some patterns may match, by the signs that are present.

    Asked of the signs, not of each pattern: most patterns need a sign that a passage lacks.
    """

    def __init__(self, needs: Sequence[Needs], common: frozenset[str] = frozenset()) -> None:
        """needs: of each pattern. common: signs that most passages have, which tell little."""
        self._needs = needs
        self._always = [at for at, each in enumerate(needs) if not each]
        self._by_sign: dict[str, list[int]] = {}
        for at, each in enumerate(needs):
            rarest = min(each, key=lambda one: (not one.isdisjoint(common), len(one)), default=())
            for sign in rarest:
                self._by_sign.setdefault(sign, []).append(at)

    def passing(self, present: set[str]) -> list[int]:
        """The places of the patterns that may match, in order."""
        tried = {*self._always}
        for sign in present:
            tried.update(self._by_sign.get(sign, ()))
        return [at for at in sorted(tried) if may_match(self._needs[at], present)]


def _needed(parts: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """The sets of which each match of some parts in a row has one."""
    for kind, value in parts:
        name = str(kind)
        if name == "LITERAL":
            yield frozenset({chr(value)})
        elif name == "IN" and all(str(inner) == "LITERAL" for inner, _ in value):
            yield frozenset(chr(each) for _, each in value)
        elif name == "SUBPATTERN":
            yield from _needed(value[3])
        elif name == "MAX_REPEAT" and value[0]:
            yield from _needed(value[2])
        elif name == "BRANCH":
            ways = [min(_needed(way), key=len, default=None) for way in value[1]]
            if None not in ways:
                yield frozenset().union(*filter(None, ways))


class Alphabet:
    """The characters that stand for sets of roles, once all sets are known."""

    def __init__(self, sets: Iterable[Roles]) -> None:
        ordered = sorted(set(sets) | {frozenset()}, key=sorted)
        self._signs: Mapping[Roles, str] = {
            roles: chr(_FIRST + n) for n, roles in enumerate(ordered)
        }
        self._other = self._signs[frozenset()]

    def signs(self, roles: Iterable[str]) -> str:
        """The characters of all sets that hold one of some roles."""
        wanted = set(roles)
        return "".join(sign for each, sign in self._signs.items() if wanted & each)

    def spell(self, atoms: Iterable[Atom]) -> str:
        """The pieces as characters."""
        signs, other = self._signs, self._other
        return "".join([signs.get(atom.roles, other) for atom in atoms])

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A rule's pattern as a regular expression over characters."""
        return re.compile("".join(self._part(part) for part in _PART.finditer(pattern)))

    def _part(self, part: re.Match[str]) -> str:
        if part["syntax"]:
            return part["syntax"]
        if part["space"]:
            return ""
        wanted = part["role"] or "=" + part["word"]
        signs = "".join(sign for roles, sign in self._signs.items() if wanted in roles)
        return f"[{signs}]" if signs else "(?!)"
