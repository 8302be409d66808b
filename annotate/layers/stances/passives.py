"""Backed by X, rejected by X: attitudes that a passive tells of whom it names behind "by"."""

import re
from collections.abc import Iterator

from annotate.grammar import holders, phrases
from annotate.layers.stances import polarity
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.scenes import PRONOUNS, Scene, copied, plausible, stretched
from annotate.layers.stances.wishes import finds
from annotate.model import Stretch

_BY = re.compile(
    r"\b(?P<not>(?:not|never) (?:been )?)?(?:\w+ly )?(?P<verb>[a-z]+ed)(?: \w+ly)? by\b"
)


_BODILY = frozenset({"attacked", "questioned", "wanted"})
"""What the police does to a suspect, and no attitude: "was questioned by the police"."""


def suffering(scene: Scene) -> Iterator[Evidence]:
    """What stands before "rejected by X", as X sees it."""
    for match in _BY.finditer(scene.words):
        found = _suffered(scene, match)
        if found is not None:
            yield found
            return


def _suffered(scene: Scene, match: re.Match[str]) -> Evidence | None:
    sign = polarity.wanted(match["verb"]) * (-1 if match["not"] else 1)
    start, end = stretched(scene, match)
    tokens = scene.reading.passage.tokens(start, end)
    region = scene.place[0], start
    if (
        not sign
        or match["verb"] in _BODILY
        or tokens is None
        or scene.quoted(start, end)
        or region[0] >= start
    ):
        return None
    who = phrases.after(scene.reading, tokens.end, scene.last)
    holder = holders.mention(scene.reading, who, scene.memory) if who else None
    if holder is None or holder.canonical in PRONOUNS or not plausible(scene, holder):
        return None
    return Evidence(
        holder=holder,
        mode="indirect",
        act="praises" if sign > 0 else "criticises",
        sentence=scene.place,
        region=region,
        words=copied(scene, *region),
        rule="passive",
        base=0.75,
        names=scene.names_in(region),
        sign=sign,
        finds=finds(match["verb"]),
        via=scene.speakers(start, end),
        cue=Stretch(start=start, end=end),
    )
