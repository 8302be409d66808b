"""The names and the entity rules that a codebook brings: first in trust."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from annotate.codebook import Codebook, Name, once
from annotate.layers.entities import conditions, gazetteer
from annotate.layers.entities.phrases import Known, Phrases, phrases
from annotate.layers.entities.rules import Rule, same
from annotate.patterns import Pattern


@once
def of_codebook(codebook: Codebook) -> Phrases:
    """The codebook's names, their aliases and demonyms."""
    return phrases(entry for name in codebook.names.values() for entry in entries(name))


def in_comments(codebook: Codebook) -> Phrases:
    """The names that may be meant in a reader's comment that does without capitals."""
    listed = [entry for name in codebook.names.values() for entry in entries(name)]
    ours = [
        (phrase, replace(known, when=conditions.lower_with_article))
        if known.when is conditions.with_article
        else (plain, known)
        for phrase, known in listed
        for plain in [phrase.lower()]
    ]
    articles = [
        (phrase.lower(), known)
        for phrase, known in ours
        if known.when is conditions.lower_with_article
    ]
    safe = gazetteer.lowered(
        (phrase, known) for phrase, known in ours if known.when is not conditions.lower_with_article
    )
    return phrases([*articles, *safe])


def rules_of(codebook: Codebook) -> list[Rule]:
    """The codebook's own patterns of names."""
    return [
        Rule(
            name=rule.name,
            label=rule.label,
            pattern=Pattern(rule.pattern),
            canonical=_always(rule.canonical) if rule.canonical else same,
        )
        for rule in codebook.rules
        if rule.layer == "entity"
    ]


def _always(canonical: str) -> Callable[[str], str]:
    return lambda _: canonical


def entries(name: Name) -> Iterator[tuple[str, Known]]:
    """One name's phrases, each with what it is."""
    known = Known(
        canonical=name.canonical,
        label=name.label,
        by="codebook",
        seat=name.stands_for,
        country=name.label == "GPE" and name.stands_for is None,
    )
    for phrase in (name.canonical, *name.aliases):
        article = conditions.with_article if phrase.startswith("the ") else None
        yield phrase.removeprefix("the "), replace(known, when=article)
    if name.demonym:
        people = replace(
            known, canonical=name.demonym, label="NORP", seat=name.canonical, country=True,
            when=conditions.no_language,
        )  # fmt: skip
        yield from ((form, people) for form in gazetteer.forms(name.demonym))
