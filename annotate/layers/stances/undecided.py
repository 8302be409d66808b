"""X declined to comment, X is in two minds: who is shown to take no side, or to feel both."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.doers import subject_of
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import Scene, stretched
from annotate.model import Mention, Stretch
from annotate.patterns import Pattern

_SIDE = r"(?:an? |any )?(?:position|sides?|stand|view)"
_ASKED = r"(?:how|if|what|when|where|whether|which|who|why)"
_MIND = r"(?:its|his|her|their) minds?"
_NOT = r"(?: not|n[’']t)(?: yet)?"

_BE_OR_DO = r"(?:was|were|is|are|would|will|could|can|did|do|does)"
_WILL_NOT = r"(?:(?:declin|refus)(?:es?|ed|ing) to|without)"
_NEITHER = r"confirm(?:ing)? n?or deny(?:ing)?"

_SILENCES = (
    r"evad(?:es?|ed|ing)|dodg(?:es?|ed|ing)",
    r"(?:declin|refus)(?:es?|ed) to (?:answer|be drawn|comment|discuss|say(?! (?:no|sorry|yes)\b))",
    rf"(?:declin|refus)(?:es?|ed) to take {_SIDE}",
    rf"(?:would|will|did|do|does|could){_NOT} (?:be drawn|comment|say(?= {_ASKED}\b)|take {_SIDE})",
    rf"(?:has|have|had){_NOT} (?:commented|decided|made up {_MIND}|taken {_SIDE})",
    rf"(?:has|have|had){_NOT} said(?= {_ASKED}\b)",
    rf"(?:has|have|had) yet to (?:comment|decide|make up {_MIND}|say(?= {_ASKED}\b)|take {_SIDE})",
    r"(?:has|have|had) said nothing",
    rf"avoid(?:s|ed|ing) (?:taking {_SIDE}|committing)",
    rf"(?:{_BE_OR_DO}(?: (?:either|neither|not)|n[’']t)*|{_WILL_NOT}) {_NEITHER}",
    r"(?:took|takes|taken) no (?:position|sides?|stand|view)",
    r"abstain(?:s|ed)(?! from)",
    r"(?:is|are|was|were|remain(?:s|ed)|stay(?:s|ed)) (?:neutral|non-?committal|silent|undecided)",
    r"(?:sits|sat) on the fence",
    r"(?:keeps|kept) (?:its|his|her|their) own counsel",
)
"""What somebody does who takes no side."""
_SILENT = Pattern(rf"\b(?:{'|'.join(_SILENCES)})\b", re.IGNORECASE)

_MIXED = Pattern(
    r"\b(?:see|sees|saw|understand|understands) both sides|\bmixed feelings|"
    r"\b(?:is|are|am|was|were|feels?|felt|remains?)(?: still| \w+ly)? (?:ambivalent|"
    r"(?:in|of) two minds|torn\b(?! (?:apart|down|from|out|to|up)\b))",
    re.IGNORECASE,
)
"""What is said of somebody who feels both sides."""
_OWN = re.compile(r"\b(?:I|we|We)\b[^,;]*$")

_EXCEPT = re.compile(
    r"[^,;.]{0,40}?,? (?:apart from|beyond|but|except|other than) to "
    r"(?:appeal to|ask|call on|urge) "
)
"""What follows where somebody says one thing and no more: "would not comment | except to urge"."""

_FAINT = re.compile(r"\b(?:grudging|half-?hearted|lukewarm)(?:ly)?\b", re.IGNORECASE)
_BEFORE, _BEHIND = 25, 80
"""Characters beside a verb in which it is told with how much heart it is done."""


def faint(scene: Scene, each: Evidence) -> Evidence:
    """Evidence as both for and against, where somebody is for it so: "backs it half-heartedly"."""
    if each.cue is None or each.sign <= 0 or not each.rule.startswith(("attitude-", "position-")):
        return each
    offset = scene.reading.chars(scene.first, scene.last)[0]
    first, last = (at - offset for at in scene.reading.passage.chars(each.cue.start, each.cue.end))
    before, behind = scene.words[:first][-_BEFORE:], scene.words[last:][:_BEHIND]
    clause = re.split(r"[;:]", before)[-1] + "|" + re.split(r"[;:]", behind)[0]
    told = _FAINT.search(scene.words[first:last]) or _FAINT.search(clause)
    return replace(each, mixed=True) if told else each


def silences(scene: Scene) -> Iterator[Evidence]:
    """X evades questions about …, X declined to say …: shown not to take sides."""
    match = _SILENT.search(scene.words)
    if match is None:
        return
    start, end = stretched(scene, match)
    holder = subject_of(scene, start, end) or _opening_name(scene, start)
    if holder is None or scene.quoted(start, end) or not plausible(scene, holder):
        return
    if (but := _EXCEPT.match(scene.words, match.end())) is not None:
        region = stretched(scene, but)[1], scene.place[1]
        told = attitude(scene, holder, region, 1, cue=(start, end), rule="silence-but", finds=False)
        yield replace(told, act="urges", urged=True, sign=0)
        return
    yield Evidence(
        holder=holder,
        mode="indirect",
        act="asserts",
        sentence=scene.place,
        region=(end, scene.place[1]),
        words=scene.words,
        rule="silence",
        base=0.75,
        names=scene.names,
        neutral=True,
        cue=Stretch(start=start, end=end),
    )


def _opening_name(scene: Scene, end: int) -> Mention | None:
    """The name that a sentence opens with: "The governor, Emil Sande, has so far …"."""
    for at in range(scene.first, scene.last):
        name = scene.reading.names.get(at)
        if name is not None and name.start < end and name.label in {"PERSON", "ORG"}:
            return Mention(canonical=name.holder, start=name.start, end=name.end)
    return None


def mixing(scene: Scene) -> Iterator[Evidence]:
    """X is of two minds about …: both sides are felt."""
    match = _MIXED.search(scene.words)
    if match is None:
        return
    start, end = stretched(scene, match)
    own = scene.writer if _OWN.search(scene.words[: match.start()]) else None
    holder = scene.speakers(start, end)[-1:] or (own or subject_of(scene, start, end),)
    if holder[0] is None:
        return
    yield Evidence(
        holder=holder[0],
        mode="author" if holder[0] == scene.writer else "indirect",
        act="asserts",
        sentence=scene.place,
        region=scene.place,
        words=scene.words,
        rule="mixed",
        base=0.75,
        names=scene.names,
        mixed=True,
        cue=Stretch(start=start, end=end),
    )
