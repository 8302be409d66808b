"""Who does what is told in the passive: whom the words behind "by" name."""

from itertools import takewhile

from annotate.grammar import holders, lists, phrases
from annotate.layers.stances.evidence import Holder
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import PRONOUNS, Scene
from annotate.model import Mention


def agent(scene: Scene, at: int) -> Holder | None:
    """Whom the words behind "by" name."""
    if (several := _several(scene, at)) is not None:
        return several
    who = phrases.after(scene.reading, at, scene.last)
    holder = holders.mention(scene.reading, who, scene.memory) if who else None
    named = holder is not None and holder.canonical not in PRONOUNS and plausible(scene, holder)
    return holder if named else None


def _several(scene: Scene, at: int) -> Mention | None:
    """The names of a list behind "by" as one source: "by Ostrea, Dorvan and other allies"."""
    places = lists.names_from(scene.reading, at, scene.last)
    named = (scene.reading.names[first] for first, _ in places)
    found = list(takewhile(lambda name: name.label in {"PERSON", "ORG", "GPE"}, named))
    if len(found) < 2:
        return None
    joined = "; ".join(dict.fromkeys(each.holder for each in found))
    return Mention(canonical=joined, start=found[0].start, end=found[-1].end)
