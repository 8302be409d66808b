"""One passage as all lists and rules read it, before anything is decided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotate.codebook import Codebook, once
from annotate.language import Parsed, Passage
from annotate.layers.entities import (
    agreement,
    apart,
    brackets,
    gazetteer,
    governments,
    laws,
    modelled,
    names,
    organisations,
    persons,
    places,
    rules,
    sites,
    stated,
    words,
)
from annotate.layers.entities.phrases import Phrases, holds, matches
from annotate.layers.entities.proposals import Proposal, settled
from annotate.layers.entities.words import Word
from annotate.model import BLANK


@dataclass(frozen=True, eq=False, kw_only=True)
class Reading:
    """A passage with its words and what was proposed for it.

    text: the passage's copy, which the places of words and proposals refer to; kept, since a
    parsed doc puts its text together anew each time that it is asked.
    """

    passage: Passage
    text: str
    words: Sequence[Word]
    proposals: Sequence[Proposal]


@dataclass(frozen=True, eq=False, kw_only=True)
class Lists:
    """What is known before reading: all names, those for comments, the codebook's rules."""

    everywhere: tuple[Phrases, ...]
    in_comments: tuple[Phrases, ...]
    rules: Sequence[rules.Rule]


def read(parsed: Parsed) -> list[Reading]:
    """Each passage of a document with the proposals for it."""
    known = lists(parsed.codebook)
    return [_reading(parsed, passage, known) for passage in parsed.passages]


@once
def lists(codebook: Codebook) -> Lists:
    """The lists for a codebook."""
    return Lists(
        everywhere=(names.of_codebook(codebook), gazetteer.everywhere()),
        in_comments=(names.in_comments(codebook), gazetteer.in_lower_case()),
        rules=names.rules_of(codebook),
    )


def _reading(parsed: Parsed, passage: Passage, known: Lists) -> Reading:
    text = passage.copy
    split = words.split(text)
    found = list(listed(split, known.everywhere))
    if passage.segment.kind == "comment":
        found += listed(split, known.in_comments)
    elif text.islower():
        found += (each for each in listed(split, known.in_comments) if each.label != "NORP")
    found += _own(text, known)
    found += stated.proposals(text, passage.segment, parsed.meta)
    asked = list(modelled.proposals(passage, parsed.pipeline))
    # Rules build on the parts of names ("Ostrean" in "Ostrean government"): lists come first.
    sure = (replace(each, weak=True) for each in asked if modelled.is_sure(each))
    found_first = settled([*found, *sure])
    proposals = [*found, *_ruled(text, found_first)]
    if parsed.pipeline != BLANK:
        agreed = agreement.agreed(asked, proposals)
        proposals = [*agreed, *apart.standing(text, proposals, agreed)]
    return Reading(passage=passage, text=text, words=split, proposals=proposals)


def listed(split: Sequence[Word], phrases: Iterable[Phrases]) -> Iterator[Proposal]:
    """The names of some lists among the words of a passage."""
    for each in phrases:
        for first, last, name in matches(each, split):
            if name.label == "ORG" and _is_numbered(split, last):
                continue
            yield Proposal(
                start=split[first].start,
                end=split[last - 1].end,
                label=name.label,
                canonical=name.canonical,
                by=name.by,
                seat=name.seat,
                country=name.country,
                weak=name.weak,
            )


def _is_numbered(split: Sequence[Word], last: int) -> bool:
    """Whether a number makes letters another thing's: the road | AP-7."""
    name, *rest = split[last - 1 : last + 2]
    if len(rest) < 2 or rest[0].text != "-" or not rest[1].text.isdigit():
        return False
    return name.end == rest[0].start and rest[0].end == rest[1].start


def _own(text: str, known: Lists) -> Iterator[Proposal]:
    for found in rules.found(known.rules, text):
        yield replace(found, by=f"codebook:{found.by.removeprefix('rule:')}")


def _ruled(text: str, found: Sequence[Proposal]) -> list[Proposal]:
    governed = list(governments.proposals(text, found))
    known = {text[each.start : each.end] for each in found}
    bodies = list(organisations.proposals(text, lambda name: name in known or _is_listed(name)))
    by_noun = (each for each in bodies if each.by == "rule:organisation")
    named = settled([*found, *by_noun])
    made = [
        *governed,
        *places.borders(text, found),
        *places.embassies(text, found),
        *places.states(text),
        *places.shortened(text),
        *places.unknown(text, found, _is_listed),
        *rules.found((*places.RULES, *laws.RULES), text),
        *bodies,
        *sites.proposals(text),
        *brackets.acronyms(text, named),
        *brackets.completed(text),
        *brackets.glossed(text, found),
    ]
    taken = settled([*found, *(each for each in made if not each.weak)])
    return [*made, *persons.proposals(text, taken)]


def _is_listed(name: str) -> bool:
    return holds(gazetteer.everywhere(), name)
