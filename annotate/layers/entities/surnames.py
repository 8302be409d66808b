"""The surnames and given names by which a text goes on to call people whom it named in full."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotate import lexicons
from annotate.layers.entities import families, gazetteer
from annotate.layers.entities.phrases import Condition, Known, alias
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import Word, is_common


def of_persons(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The surnames and given names of the persons in a text; of those that two of them share only
    the ones that can be told (`families.py`).
    """
    named = [each for each in found if each.label == "PERSON"]
    persons = {each.canonical: each for each in named}
    told = [each.canonical for each in named]
    full = {name: each for name, each in persons.items() if " " in name}
    owners: dict[str, set[str]] = {}
    for name in full:
        for part in _parts(name)[: 1 if full[name].weak else 2]:
            owners.setdefault(part, set()).add(name)
    yield from _ends(full)
    for part, names in owners.items():
        when = _after_title if gazetteer.is_place(part) else _when(part)
        names = _longest(names)
        who = next(iter(names)) if len(names) == 1 else families.meant(part, names, told)
        if who is not None:
            yield part, replace(alias(full[who]), when=when)
        else:
            known = Known(canonical=part, label="PERSON", by="rule:shared-surname", when=when)
            yield part, known


def _ends(full: Mapping[str, Proposal]) -> Iterator[tuple[str, Known]]:
    """The surnames of two words and more, where one has them: "El Mansour" of "Aida El Mansour"."""
    owners: dict[str, set[str]] = {}
    for name in full:
        for end in _suffixes(name):
            owners.setdefault(end, set()).add(name)
    for end, names in owners.items():
        names = _longest(names)
        if len(names) == 1:
            name = next(iter(names))
            yield end, replace(alias(full[name]), when=_when(end))


def _suffixes(name: str) -> Iterator[str]:
    """What a name ends with, two words and more, not all; "De Wit" where it ends in "de Wit"."""
    _, _, end = name.partition(" ")
    while " " in end or _ARTICLE.match(end):
        yield from dict.fromkeys((end, end[0].upper() + end[1:]))
        _, _, end = end.partition(" ")


def _longest(names: set[str]) -> set[str]:
    """The names without those that are part of another: "John Poe" beside "John B. Poe"."""
    return {
        name
        for name in names
        if not any(name != other and set(name.split()) < set(other.split()) for other in names)
    }


def _parts(name: str) -> list[str]:
    """The surname, then the given name: where the family's name comes first, the reverse."""
    said = (_ARTICLE.sub("", word) for word in name.split())
    words = [word for word in said if len(word.strip(".")) > 1 and word[0].isupper()]
    return list(dict.fromkeys((words[-1], words[0]))) if words else []


_ARTICLE = re.compile(r"^[a-z]{2}-(?=[A-Z])")
"""What an Arabic surname loses where it stands alone: "Bashar | al- | Assad"."""


def _after_title(words: Sequence[Word], first: int, last: int) -> bool:  # noqa: ARG001
    """A surname that is a place too needs its title: "President Lagos"."""
    before = [word.text for word in words[max(0, first - 2) : first] if word.text != "."]
    return bool(before) and before[-1] in lexicons.listed("titles")


def _when(part: str) -> Condition:
    """A surname that is a word too must not open a sentence."""
    common = is_common(part)

    def holds(words: Sequence[Word], first: int, last: int) -> bool:
        before = words[first - 1].text if first else "."
        after = words[last].text if last < len(words) else ""
        if after[:1].isupper() and after not in ("I",):
            return False
        return not (common and before in '.!?“"”:')

    return holds
