"""X called the checks degrading, X considers it a mistake: verdicts that no quotation brings."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotate import lexicons
from annotate.layers.stances import agreements, polarity, relatives
from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.doers import behind_comma, subject
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import Scene, copied
from annotate.model import Pair

_CALLING = lexicons.classes("stance_words", "calling")
"""Verbs whose object is judged by what stands behind it."""
_SEEING = frozenset({"see", "sees", "saw", "regard", "view"})
"""Of these the ones that judge only with "as": "sees the dam as a threat"."""
_NOT = frozenset({"on", "upon", "for", "by", "off", "to"})
"""Words behind such a verb that make it another: "called on"."""
_LONGEST = 14
"""Words in which the object and its judgement stand."""


def verdicts(scene: Scene) -> Iterator[Evidence]:
    """What a sentence's subject is told to have called something."""
    words = scene.reading.words
    for at in range(scene.first, scene.last - 2):
        if words[at] not in _CALLING or words[at + 1] in _NOT:
            continue
        if scene.quoted(*scene.reading.place(at, at + 1)):
            continue
        found = _verdict(scene, at)
        if found is not None:
            yield found


def _verdict(scene: Scene, at: int) -> Evidence | None:
    ends = (
        n for n in range(at + 2, scene.last) if scene.reading.words[n] in {",", ";", ":", "but"}
    )
    last = min(next(ends, scene.last), at + 1 + _LONGEST)
    region = scene.reading.place(at + 1, last)
    words = copied(scene, *region)
    if scene.reading.words[at] in _SEEING and " as " not in words:
        return None
    total, _ = polarity.balance(polarity.signs(words))
    holder, turned = (behind_comma(scene, at), 1) if at == scene.first else subject(scene, at)
    if not total or holder is None or not plausible(scene, holder):
        return None
    sign = turned if total > 0 else -turned
    cue = scene.reading.place(at, at + 1)
    judged = relatives.antecedent(scene, at)
    if judged is None and (claimed := agreements.claim(words)):
        return _on_claim(scene, holder, (region, words), claimed, sign, cue)
    return attitude(
        scene, holder, judged or region, sign, cue=cue, rule="calls", finds=True, base=0.8
    )


_ALARM = re.compile(r"\b(?:alarmist|exaggerat|hysteri|overblown|scaremonger)", re.IGNORECASE)


def _on_claim(
    scene: Scene,
    holder: Holder,
    found: tuple[Pair, str],
    claimed: re.Match[str],
    sign: int,
    cue: Pair,
) -> Evidence:
    """A verdict on what somebody claims: to that, where it says what, else to who claimed it.

    "Called claims that the mine leaks misleading" denies that it does; "called that claim
    misleading" answers whoever made it.
    """
    region, words = found
    told = attitude(scene, holder, region, sign, cue=cue, rule="calls-claim", finds=True, base=0.8)
    if _ALARM.search(words):  # only who claims a danger is alarmist, whoever spoke last
        return replace(told, rule="calls")
    if not (claimed["that"] or claimed["told"]):
        return replace(told, answers=sign, sign=0)
    said = words[claimed.end() :]
    judging = [s for s in polarity.signs(said) if s.value * sign > 0]
    ends = said.rfind(" as ") if " as " in said else judging[-1].start if judging else len(said)
    return replace(told, words=said[:ends])
