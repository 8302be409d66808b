"""Governments named by their place or people, and the countries that they stand for."""

import re
from collections.abc import Iterable, Iterator

from annotate import lexicons
from annotate.layers.entities.proposals import Proposal

_AFTER = re.compile(r"[  ](?:(?:central|federal|national) )?[Gg]overnment(?![\w])")
_OF = re.compile(r"\b[Gg]overnment of (?:the )?$")
_JOINED = re.compile(r"(?:\band|\bor|,|/|\bboth) (?:the )?$")
ARTICLE = lexicons.listed("countries_with_article")
"""Countries that are spoken of with an article."""


def proposals(text: str, places: Iterable[Proposal]) -> Iterator[Proposal]:
    """The governments among the named places and peoples of a passage.

    Of governments that are joined ("Chinese and Korean governments") only the parts are names.
    """
    places = list(places)
    for place in places:
        if place.label not in ("GPE", "NORP") or (place.label == "NORP" and not place.seat):
            continue
        if found := _AFTER.match(text, place.end):
            if not _is_joined(text, place, places):
                yield _government(place, place.start, found.end())
        elif place.label == "GPE" and (found := _OF.search(text, *_before(place))):
            yield _government(place, found.start(), place.end)


def _before(place: Proposal) -> tuple[int, int]:
    """What stands right before a place: all that "government of the" needs."""
    return max(0, place.start - 20), place.start


def _is_joined(text: str, place: Proposal, places: Iterable[Proposal]) -> bool:
    joint = _JOINED.search(text, max(0, place.start - 12), place.start)
    if not joint:
        return False
    return any(other.end in (joint.start(), joint.start() - 1) for other in places)


def _government(place: Proposal, start: int, end: int) -> Proposal:
    country = place.seat or place.canonical
    article = "the " if country in ARTICLE else ""
    return Proposal(
        start=start,
        end=end,
        label="ORG",
        canonical=f"Government of {article}{country}",
        by="rule:government",
        stands_for=country if place.country or place.seat else None,
    )
