"""Which proposals of lists and rules a trained pipeline agrees with, and which of its own stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotate import offsets
from annotate.layers.entities.modelled import is_sure
from annotate.layers.entities.proposals import Proposal, near

ALWAYS = (
    "codebook", "gazetteer:countries", "gazetteer:demonyms", "gazetteer:capitals", "rule:alias",
    "rule:bracketed", "rule:completed", "rule:government", "rule:border", "rule:embassy",
    "rule:author", "rule:address", "rule:publisher", "rule:comment-author", "rule:credit",
    "rule:resolution", "rule:numbered-law", "rule:case", "rule:cop", "rule:apposed-work",
    "rule:abroad", "rule:party", "rule:dated-body", "rule:two-names",
    "rule:field-of", "rule:service-of", "rule:work", "rule:titled", "rule:direction", "rule:storm",
    "rule:gloss", "rule:dateline", "rule:state-short",
    "gazetteer:organisations", "gazetteer:peoples", "gazetteer:rivers",
)  # fmt: skip
"""What stands whatever the pipeline says: it is stated by a person, by the text, or by both words
of a pair; or it is a name that is one thing only."""

ALONE = ("rule:given-name", "rule:shop", "rule:titled-behind", "rule:titled-alone",
         "rule:title-and-name", "rule:city-of", "rule:ministry", "rule:told-the", "rule:named-work",
         "gazetteer:persons")  # fmt: skip
"""What stands where the pipeline proposes nothing: it overlooks more of these than they err."""

LONGER = ("rule:area", "rule:state", "rule:water", "rule:land", "rule:before-land", "rule:built",
          "rule:aged", "rule:law", "rule:law-on", "rule:dated-law", "rule:event", "rule:war-of",
          "rule:named-work")  # fmt: skip
"""What may take more words than the pipeline does: the noun that says what a name is of."""


def agreed(asked: Iterable[Proposal], others: Iterable[Proposal]) -> list[Proposal]:
    """What a trained pipeline is sure of, and of the lists' and rules' proposals those that stand.

    What it is not sure of stands where a list or a rule says the same.
    """
    asked, others = list(asked), list(others)
    placed = offsets.Row(others)
    kept = [each for each in asked if is_sure(each) and not _is_more(each, near(each, placed))]
    taken = offsets.Row(kept)
    unsure = [
        each
        for each in asked
        if not is_sure(each) and not near(each, taken) and not _is_other(each, near(each, placed))
    ]
    kept += [each for each in unsure if any(_is_typed(each, o) for o in near(each, placed))]
    sure, doubted = offsets.Row(kept), offsets.Row(unsure)
    judged = (_judged(each, near(each, sure), near(each, doubted)) for each in others)
    return [*kept, *(one for each in judged for one in each)]


def _is_more(name: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether a name is more than one, by the lists' and rules' proposals that touch it."""
    more = any(_described(name, one) or _joined(name, one) for one in others)
    return more or _is_two(name, others)


GUESSES = ("rule:person-form", "rule:in", "rule:before-place")
"""What is guessed from the form alone, with which nobody agrees who is not sure either."""


def _is_other(name: Proposal, others: Iterable[Proposal]) -> bool:
    """Whether a list knows a name for something else."""
    return any(
        _place(one) == _place(name) and one.label != name.label and one.by.startswith("gazetteer:")
        for one in others
    )


def _is_typed(name: Proposal, listed: Proposal) -> bool:
    """Whether a name is a listed place's and a noun that says what it is: "Putumayo state"."""
    longer = name.start == listed.start and name.end > listed.end
    return longer and (name.label, name.canonical) == (listed.label, listed.canonical)


def _is_two(name: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether a name is two listed places without their comma: "Fresno California"."""
    listed = [each for each in others if each.label == name.label == "GPE" and not each.weak]
    return any(
        one.start == name.start and two.end == name.end and two.start - one.end == 1
        for one in listed
        for two in listed
    )


def _described(name: Proposal, people: Proposal) -> bool:
    """Whether a name is no more than a people's adjective or a listed body and a common noun:
    "Ostrean bank", "NATO force".
    """
    listed = people.by.startswith(("gazetteer:groups", "gazetteer:peoples"))
    adjective = people.label == "NORP" and (people.country or listed)
    body = people.by == "gazetteer:organisations" and name.label == "ORG"
    if not (adjective or body) or name.start != people.start:
        return False
    rest = name.canonical[people.end - people.start :]
    if not people.country and rest.strip() in _NAMED_WITH[people.label]:
        return False
    return name.end > people.end and (not rest or rest.islower())


_NAMED_WITH = {
    "ORG": frozenset({"government", "news agency"}),
    "NORP": frozenset({"church", "government", "party"}),
}
"""Nouns without a capital that belong to a body's name: "Xinhua news agency", "Tory party"."""


def _joined(name: Proposal, stated: Proposal) -> bool:
    """Whether a name runs on beyond one that the article's form states: a byline's next line."""
    return (
        stated.by in ("rule:author", "rule:publisher")
        and offsets.within(stated, name)
        and name.end - name.start > stated.end - stated.start
    )


def _judged(
    proposal: Proposal, sure: Sequence[Proposal], unsure: Sequence[Proposal]
) -> Iterator[Proposal]:
    """A list's or rule's proposal, if it stands beside those of the pipeline that touch it."""
    same = [each for each in sure if _place(each) == _place(proposal)]
    also = () if proposal.by in GUESSES else unsure
    alone = proposal.by.startswith(ALONE) or _is_province(proposal)
    if proposal.by.startswith(ALWAYS) or (alone and not sure):
        yield proposal
    elif any(_says_same(each, proposal) for each in (*same, *also)):
        yield replace(proposal, weak=False)
    elif any(_is_known_as(each, proposal) for each in same) or _is_longer(proposal, sure):
        yield proposal


def _is_province(proposal: Proposal) -> bool:
    """Whether a name is a listed province's of several words: "South Carolina"."""
    return proposal.by == "gazetteer:provinces" and " " in proposal.canonical


def _says_same(name: Proposal, proposal: Proposal) -> bool:
    return _place(name) == _place(proposal) and name.label == proposal.label


def _is_longer(proposal: Proposal, sure: Iterable[Proposal]) -> bool:
    """Whether a noun that says what a name is of makes it longer than the pipeline has it."""
    sure = list(sure)
    if proposal.by.startswith(_WHOLE) and " " in proposal.canonical:
        return bool(sure) and all(_is_less(each, proposal) for each in sure)
    return proposal.by.startswith(LONGER) and all(
        offsets.within(each, proposal) and each.label == proposal.label for each in sure
    )


_WHOLE = ("gazetteer:regions", "gazetteer:events")
"""The lists of whose names of several words a part is no name: "Hindu | Kush"."""


def _is_less(name: Proposal, listed: Proposal) -> bool:
    return offsets.within(name, listed) and name.end - name.start < listed.end - listed.start


def _is_known_as(name: Proposal, listed: Proposal) -> bool:
    """Whether a list knows better what a name is: one of several words, a people ("Copts")."""
    if listed.by == "gazetteer:groups":
        return name.label in ("ORG", "GPE")
    return listed.by in ("gazetteer:regions", "gazetteer:persons") and " " in name.canonical


def _place(proposal: Proposal) -> tuple[int, int]:
    return proposal.start, proposal.end
