"""The names that a codebook brings, as phrases: first in trust."""

from collections.abc import Iterator

from annotate.codebook import Codebook, Name
from annotate.layers.entities import conditions, gazetteer
from annotate.layers.entities.phrases import Known, Phrases, phrases


def of_codebook(codebook: Codebook) -> Phrases:
    """The codebook's names, their aliases and demonyms."""
    return phrases(entry for name in codebook.names.values() for entry in entries(name))


def entries(name: Name) -> Iterator[tuple[str, Known]]:
    """One name's phrases, each with what it is."""
    country = name.label == "GPE" and name.stands_for is None
    for phrase in (name.canonical, *name.aliases):
        article = phrase.startswith("the ")
        known = Known(
            canonical=name.canonical,
            label=name.label,
            by="codebook",
            seat=name.stands_for,
            country=country,
            when=conditions.with_article if article else None,
        )
        yield phrase.removeprefix("the "), known
    if name.demonym:
        people = Known(
            canonical=name.demonym,
            label="NORP",
            by="codebook",
            seat=name.canonical,
            country=True,
            when=conditions.no_language,
        )
        yield from ((form, people) for form in gazetteer.forms(name.demonym))
