"""What a bill would have done is what whoever brings it in wants."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar import holders, phrases
from annotate.layers.stances import clauses
from annotate.layers.stances.agents import agent
from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.doers import subject
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import PRONOUNS, Scene, placed, stretched
from annotate.model import Pair
from annotate.patterns import Pattern

_BILL = (
    r"(?:act|amendment|bill|draft law|law|legislation|measure|motion|ordinance|resolution|"
    r"statute)s?"
)
_BROUGHT = (
    r"(?:authored|brought forward|brought in|drafted|drew up|filed|introduced|proposed|put forward|"
    r"sponsored|submitted|tabled|unveiled|wrote)"
)
_AIMS = r"(?:aims to|seeks to|(?:is )?(?:aimed at|designed to|intended to|meant to)|seeking to)"

_BRINGS = Pattern(
    rf"\b(?P<verb>{_BROUGHT}) [^,;:.]{{0,80}}?\b{_BILL}(?:,? [^,;:.]{{2,60}},)?,? "
    rf"(?:(?:that|which)(?: (?:would|will|shall|{_AIMS}))?|{_AIMS}|to|(?=[a-z]+ing\b)) ?(?=\w)",
    re.IGNORECASE,
)
"""Whoever is told to bring a bill in, and what it does: "tabled a bill that would | ban it"."""
_BY = Pattern(
    rf"\b(?P<bill>{_BILL}),?(?: (?:{_BROUGHT}|co-sponsored|drawn up|written))? (?P<by>by) ",
    re.IGNORECASE,
)
"""Whose a bill is said to be: "the Ports Act, proposed by | X, …"."""
_OWNED = Pattern(rf"(?P<by>['’]s?) (?:[\w-]+ ){{0,3}}?(?P<bill>{_BILL})\b", re.IGNORECASE)
_DOES = re.compile(
    rf"(?:\b(?:would|will|shall|{_AIMS}|is (?:an? )?(?:[\w-]+ )?{_BILL} (?:that|which)) |, )"
    r"(?:also |\w+ly )?(?=\w)",
    re.IGNORECASE,
)
"""What stands before what a bill does: "The bill by X of Selm | would ban it"."""
_FAR = 90
"""Characters from a bill to what it does."""
_RULES = re.compile(
    r"(?:cap|compel|forc|mak|oblig|penali[sz]|requir|subsidi[sz]|tax)\w*\b", re.IGNORECASE
)
"""Verbs for what a law does, besides those of having something done or stopped."""


def bills(scene: Scene) -> Iterator[Evidence]:
    """What a bill does, as whoever brings it in wants it."""
    for match in _BRINGS.finditer(scene.words):
        cue = stretched(scene, match, "verb")
        tokens = scene.reading.passage.tokens(*cue)
        who = subject(scene, tokens.start)[0] if tokens else None
        if found := _bill(scene, who, match.end(), cue):
            yield found
            return


def owned(scene: Scene) -> Iterator[Evidence]:
    """The same of a bill that is said to be somebody's: "The bill, proposed by X, would …"."""
    for pattern in (_BY, _OWNED):
        for match in pattern.finditer(scene.words):
            tokens = scene.reading.passage.tokens(*stretched(scene, match, "by"))
            if tokens is None:
                continue
            who = agent(scene, tokens.end) if pattern is _BY else _owner(scene, tokens.start)
            cue = stretched(scene, match, "bill")
            for does in _DOES.finditer(scene.words, match.end(), match.end() + _FAR):
                if found := _bill(scene, who, does.end(), cue):
                    yield found
                    return


def _owner(scene: Scene, at: int) -> Holder | None:
    """Whose a bill is by the possessive before it."""
    phrase = phrases.ending(scene.reading, at, scene.first)
    return holders.mention(scene.reading, phrase, scene.memory) if phrase else None


def _bill(scene: Scene, who: Holder | None, at: int, cue: Pair) -> Evidence | None:
    """What begins at a place of a sentence, as somebody wants it done; None where nothing is."""
    if who is None or isinstance(who, str) or who.canonical.lower() in PRONOUNS:
        return None
    rest = scene.words[at:]
    done = clauses.acting(rest) or _RULES.match(rest) is not None
    if not (done and plausible(scene, who)) or scene.quoted(*cue):
        return None
    region = placed(scene, at, at + 1)[0], scene.place[1]
    found = attitude(scene, who, region, 1, cue=cue, rule="attitude-bill", finds=False)
    return replace(found, act="urges")
