"""What the rules propose, and what is left of it: the longest, then the most trusted."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotate import offsets

TRUST = ("codebook", "rule:alias", "gazetteer", "rule:initials", "rule", "model")
"""Whom we believe when two say different things of the same words, the first most.

A codebook speaks of its subject; what the text itself introduces ("(DRW)") speaks of the text; a
list is right about the name, a rule about its surroundings; a model guesses. Initials are told of
the name that has them before any rule makes a name of bare letters.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A stretch of a passage's copy that may be a name, and what it would be.

    seat: the country it means where it acts as a government, or that an adjective belongs to.
    country: whether it is a country itself, or its adjective.
    weak: whether it is a guess from the form alone, which gives way to whatever overlaps it.
    score: how sure of it what proposed it is, None if it does not say.
    """

    start: int
    end: int
    label: str
    canonical: str
    by: str
    seat: str | None = None
    stands_for: str | None = None
    country: bool = False
    weak: bool = False
    score: float | None = None


def settled(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals that stand, in order of their place: none overlaps another."""
    proposals = list(proposals)
    firm = offsets.longest_first((each for each in proposals if not each.weak), prefer=trust)
    taken = offsets.Row(firm)
    free = [each for each in proposals if each.weak and not near(each, taken)]
    return sorted([*firm, *offsets.longest_first(free, prefer=trust)], key=lambda each: each.start)


def near(proposal: Proposal, others: offsets.Row[Proposal]) -> list[Proposal]:
    """The others that share a character with a proposal."""
    return others.touching(proposal.start, proposal.end)


def trust(proposal: Proposal) -> float:
    """How much a proposal is believed; the higher the more."""
    for rank, origin in enumerate(TRUST):
        if proposal.by == origin or proposal.by.startswith(origin + ":"):
            return float(len(TRUST) - rank)
    return 0.0
