"""X backs the toll, as does Y; X backs it, Y does not: who a sentence says shares a side, or not.

The side is that of what the sentence told before; a sentence that opens so ("So does Y.") answers
whoever spoke last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate.layers.stances import agents
from annotate.layers.stances.doers import subject_of
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import Scene, stretched
from annotate.model import Stretch
from annotate.patterns import Pattern

_DOES = r"(?:does|do|did|has|have|had|is|are|was|were|will|would)"
_AS_DOES = Pattern(rf"(?:, as|,? and so|; so) {_DOES} ", re.IGNORECASE)
_LIKE = re.compile(r"\A\W*(?:Like|As with) (?=[^,;:.]{2,60}, )")
_SO_DOES = re.compile(rf"\A\W*(?:And so|So too|So) {_DOES} (?=[^,;:?]{{2,60}}\Z)")
_DOES_NOT = re.compile(
    rf"(?:[;,]|\bwhile|\bwhereas|\bbut) (?:but |while |whereas )?[^,;:]{{2,60}} "
    rf"(?P<not>{_DOES}(?: not|n[’']t)(?=\W*\Z))"
)
_TOLD = ("attitude-", "calls", "position-", "quoted")
"""Rules of evidence that another may be said to share."""


def echoed(scene: Scene, found: Sequence[Evidence]) -> Iterator[Evidence]:
    """The evidence of whoever a sentence says does as the one before, or does not."""
    opens = _SO_DOES.match(scene.words)
    if opens is not None:
        yield from _answer(scene, opens)
        return
    told = [each for each in found if each.rule.startswith(_TOLD) and each.mode != "direct"]
    if (match := _AS_DOES.search(scene.words) or _LIKE.match(scene.words)) is not None:
        yield from _shared(scene, told, match, _behind(scene, match))
    elif (match := _DOES_NOT.search(scene.words)) is not None:
        holder = subject_of(scene, *stretched(scene, match, "not"))
        if holder is not None and plausible(scene, holder):
            yield from _shared(scene, told, match, holder, doubted=True)


def _behind(scene: Scene, match: re.Match[str]) -> Holder | None:
    """Whom the words behind what a pattern found name."""
    tokens = scene.reading.passage.tokens(*stretched(scene, match))
    return None if tokens is None else agents.agent(scene, tokens.end)


def _shared(
    scene: Scene,
    told: Sequence[Evidence],
    match: re.Match[str],
    holder: Holder | None,
    *,
    doubted: bool = False,
) -> Iterator[Evidence]:
    place = stretched(scene, match)
    spoken = [q for q in scene.quotes if q.holds(*place) and q.label == "direct"]
    if holder is None or spoken:
        return
    first = next(
        (e for e in reversed(told) if _is_of(e, match, place) and e.holder != holder), None
    )
    if first is None:
        return
    for each in told:
        if each.holder == first.holder and _is_of(each, match, place):
            said = each.words.split(match.group(), maxsplit=1)[0] if match.start() else each.words
            cue = Stretch(start=place[0], end=place[1])
            turned = each.doubted != doubted
            yield replace(each, holder=holder, words=said, doubted=turned, cue=cue, via=())


def _is_of(each: Evidence, match: re.Match[str], place: tuple[int, int]) -> bool:
    """Whether evidence is of the clause that another is said to share."""
    begun = each.cue.start if each.cue is not None else each.region[0]
    return match.start() == 0 or begun < place[0]


def _answer(scene: Scene, opens: re.Match[str]) -> Iterator[Evidence]:
    holder = _behind(scene, opens)
    if holder is None:
        return
    start, end = stretched(scene, opens)
    yield Evidence(
        holder=holder,
        mode="indirect",
        act="asserts",
        sentence=scene.place,
        region=scene.place,
        words=scene.words,
        rule="agrees",
        base=0.55,
        names=scene.names,
        answers=1,
        cue=Stretch(start=start, end=end),
    )
