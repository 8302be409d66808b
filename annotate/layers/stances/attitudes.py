"""What evidence it is that somebody is reported to be for or against a thing."""

from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.scenes import Scene, copied
from annotate.model import Pair, Stretch


def attitude(
    scene: Scene,
    holder: Holder,
    region: Pair,
    sign: int,
    *,
    cue: Pair,
    rule: str,
    finds: bool,
    base: float = 0.75,
    named: str | None = None,
) -> Evidence:
    """The evidence that a holder is for (sign 1) or against (-1) what the words of a region name.

    cue: where the words stand that tell it. finds: whether it is found good or bad, not only
    wanted or not. base: how far the form is trusted. named: the target, where it is one by name.
    """
    start, end = cue
    return Evidence(
        holder=holder,
        mode="indirect",
        act="praises" if sign > 0 else "criticises",
        sentence=scene.place,
        region=region,
        words=copied(scene, *region),
        rule=rule,
        base=base,
        names=scene.names_in(region),
        sign=sign,
        finds=finds,
        named=named,
        via=scene.speakers(start, end),
        cue=Stretch(start=start, end=end),
    )
