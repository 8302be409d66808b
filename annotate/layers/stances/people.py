"""The full name of whom a holder's surname, given name or title means in a document.

“Mr Nakamura” after “Gareth Nakamura SC” is Gareth Nakamura: capitals, titles and letters behind a
name hide that from who reads names. A word that two people of the document bear means neither.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from annotate import lexicons
from annotate.layers.stances.evidence import Holder
from annotate.model import Entity

People = Mapping[str, str | None]
"""The full name by surname and by given name, in small letters; None where it is of two."""

_LETTERS = re.compile(r"(?:,? (?:AC|AM|AO|CBE|DBE|KBE|KC|MBE|MD|MP|MEP|OBE|PhD|QC|SC))+\Z")
"""What lawyers, members and the honoured have behind their names."""


_ABROAD = lexicons.listed("foreign_titles")
"""Titles that stay in names as they are marked."""


@cache
def _titles() -> frozenset[str]:
    return _ABROAD | {title.lower() for title in lexicons.words("titles")}


def bare(name: str) -> str:
    """A person's name without titles before and letters behind."""
    words = _LETTERS.sub("", name).split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _titles():
        del words[0]
    return " ".join(words)


def people(entities: Iterable[Entity]) -> People:
    """The people whom a document names in full."""
    names = {bare(each.canonical) for each in entities if each.label == "PERSON"}
    names = {each for each in names if " " in each}
    ends = {end for each in names for end in _ends(each)}
    found: dict[str, str | None] = {}
    for name in sorted(names - ends):
        for word in {name.split()[0].lower(), name.split()[-1].lower()}:
            found[word] = None if word in found else name
    return found


Bodies = Mapping[str, str | None]
"""The full name of a body by what it begins with, in small letters; None where two do."""


def bodies(entities: Iterable[Entity]) -> Bodies:
    """The bodies that a document names in full, by their shorter names.

    "The Regional Office" is "the Regional Office for Health Emergencies". The name of a place or a
    person is never short for a body that is called after it, nor is a firm's for its union.
    """
    every = list(entities)
    others = {each.canonical.lower() for each in every if each.label != "ORG"}
    names = {each.canonical for each in every if each.label == "ORG"}
    found: dict[str, str | None] = {}
    for name in sorted(names):
        for short in set(_shorter(name)) - others:
            found[short] = name if short not in found else None
    return found


def _shorter(name: str) -> Iterator[str]:
    """What a name begins with, as it may be called for short."""
    words = name.split()
    for count in range(1, len(words)):
        said, rest = words[count - 1], words[count]
        told = rest in _SAYS_WHICH and said in lexicons.listed("org_nouns")
        if told or (rest == "International" and count + 1 == len(words)):
            yield " ".join(words[:count]).lower()


_SAYS_WHICH = frozenset({"for", "in", "of", "on"})
"""What opens which office or council it is, and may be left out: not "Selm | Workers' Union"."""


def _ends(name: str) -> Iterator[str]:
    """What a longer name ends with, which means whoever has it: "Van Tho" of "Nguyen Van Tho"."""
    _, _, end = name.partition(" ")
    while end:
        yield end
        _, _, end = end.partition(" ")


_WROTE = re.compile(
    r"(?P<who>[A-Z][^,;]*?)[’']s? (?:own )?(?:article|book|column|email|essay|letter|memo|memoir|"
    r"message|paper|post|report|speech|statement|testimony|tweet)"
)
"""What somebody wrote or said, with whose it is."""


def full(holder: Holder, known: People, bodies: Bodies) -> Holder:
    """The holder by their full name; what somebody wrote speaks for them ("Kolde's letter")."""
    if not isinstance(holder, str) and (wrote := _WROTE.fullmatch(holder.canonical)):
        holder = replace(holder, canonical=wrote["who"])
    said = "" if isinstance(holder, str) else bare(holder.canonical)
    if isinstance(holder, str) or not said[:1].isupper():
        return holder
    if (body := bodies.get(holder.canonical.lower())) is not None:
        return replace(holder, canonical=body)
    if " " in said:
        found = known.get(said.split()[-1].lower()), known.get(said.split()[0].lower())
        return replace(holder, canonical=said) if said in found else holder
    told = holder.canonical.split()[0].lower() in _ABROAD
    name = known.get(said.lower()) or (said if told else holder.canonical)
    return replace(holder, canonical=name)
