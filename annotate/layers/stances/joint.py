"""Who holds an attitude together holds it each: one stance for every name of a joint source."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotate.layers.stances.evidence import Evidence
from annotate.model import Entity, Mention

_AND = "; "
"""What joins the names of a joint source (GUIDELINES 4)."""


def is_joint(holder: Mention) -> bool:
    """Whether a holder is several names in one."""
    return _AND in holder.canonical


def apart(each: Evidence, entities: Iterable[Entity]) -> Iterator[Evidence]:
    """The evidence once for each of its holders, each where the text names it."""
    holder = each.holder
    if isinstance(holder, str) or not is_joint(holder):
        yield each
        return
    named = {
        one.holder: one for one in entities if holder.start is not None and _within(one, holder)
    }
    for name in holder.canonical.split(_AND):
        at = named.get(name, holder)
        yield replace(each, holder=Mention(canonical=name, start=at.start, end=at.end))


def _within(entity: Entity, holder: Mention) -> bool:
    return (holder.start or 0) <= entity.start and entity.end <= (holder.end or 0)
