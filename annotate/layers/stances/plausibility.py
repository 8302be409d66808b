"""Whether a holder can be one: it is named, or it is a description of people."""

from annotate import lexicons
from annotate.grammar.cues import of_class
from annotate.grammar.descriptions import WHOSE
from annotate.layers.stances import joint, polarity
from annotate.layers.stances.evidence import Holder
from annotate.layers.stances.scenes import Scene


def plausible(scene: Scene, holder: Holder) -> bool:
    """Whether a holder is named, or a description of people: short, of a group or in the plural."""
    if isinstance(holder, str) or holder == scene.writer or joint.is_joint(holder):
        return True
    words = holder.canonical.lower().split()
    if len(words) == 1 and words[0].startswith(("pro-", "anti-")):
        return False  # of "pro-toll protests went on" the adjective
    if holder.start is not None and _is_thing(scene, holder.start):
        return False
    if is_known(scene, holder.canonical):
        return True
    at = holder.start
    if at is not None and all(w[:1].isupper() for w in scene.text[at : holder.end].split()):
        return True
    head = next((words[n - 1] for n, word in enumerate(words) if n and word in WHOSE), words[-1])
    known = head in of_class("group", "authority") or head in lexicons.listed("roles")
    acts = (
        known
        or head in of_class("person")
        or _is_share(words, head)
        or any(polarity.of(c, head) for c in _BODIES)
    )
    longest = _SHORT if head == words[-1] else _LONG
    where = next((n for n, word in enumerate(words) if n and word in _WHERE), len(words))
    return min(len(words), where) <= longest and (acts or head.endswith("s"))


def _is_share(words: list[str], head: str) -> bool:
    """Whether words tell how many of some people: "52 percent of voters", "a majority of them"."""
    return head in _SHARES and words[-1].endswith("s")


_SHARES = frozenset(
    {"cent", "half", "majority", "minority", "number", "percent", "quarter", "third"}
)


def _is_thing(scene: Scene, start: int) -> bool:
    """Whether a name that begins at a place is that of a law or an event, and of nobody."""
    tokens = scene.reading.passage.tokens(start, start + 1)
    name = scene.reading.names.get(tokens.start) if tokens is not None else None
    return name is not None and name.start == start and name.label in {"EVENT", "LAW"}


_WHERE = frozenset({"across", "from", "in"})
"""Words of a description behind which only stands where those are."""

_BODIES = ("actor", "body")
"""Classes of words for who acts."""

_SHORT, _LONG = 4, 7
"""Words of a description at most, and of one with whose it is ("leaders of the two teaching
unions"); a longer one is a clause that was not divided."""


def is_known(scene: Scene, name: str) -> bool:
    """Whether somebody of the sentence or of those above is called so."""
    return name in scene.names or any(each == name for each in _known(scene))


def _known(scene: Scene) -> list[str]:
    return [name for _, name, _ in scene.memory.speakers] + [
        name for each in scene.memory.casts for name in (*each.people, *each.groups)
    ]
