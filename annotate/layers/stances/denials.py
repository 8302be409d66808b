"""X denies any part in a thing: an act that a noun tells, and no clause."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.doers import subject_of
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import PRONOUNS, Scene, stretched
from annotate.patterns import Pattern

_DENIES = Pattern(
    r"\b(?:den(?:ies|ied|y|ying)|disput(?:es|ed|ing)|disclaim(?:s|ed|ing)?|"
    r"reject(?:s|ed|ing)?)(?: (?:all|any|ever having|having had|his|her|its|their|the|\w+ly))*"
    r"(?: [\w-]+)? (?P<what>(?:complicity|connections?|guilt|hand|involvement|knowledge|links?|"
    r"part|responsibility|role|share|ties) (?:for|in|of|to|with)\b[^,;:]*)",
    re.IGNORECASE,
)


def denying(scene: Scene) -> Iterator[Evidence]:
    """Who denies a part in something denies what is said of it."""
    for match in _DENIES.finditer(scene.words):
        start, end = stretched(scene, match)
        holder = subject_of(scene, start, end)
        if holder is None or not plausible(scene, holder):
            continue
        if not isinstance(holder, str) and holder.canonical.lower() in PRONOUNS:
            continue
        region = stretched(scene, match, "what")
        found = attitude(
            scene, holder, region, -1, cue=(start, region[0]), rule="denied", finds=False, base=0.8
        )
        yield replace(found, act="denies")
