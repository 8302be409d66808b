"""What a verb without an object is about: "the toll, which Kolde opposes"."""

from annotate.grammar.cues import of_class
from annotate.layers.stances.scenes import Scene, copied
from annotate.model import Pair

_RELATIVE = frozenset({"that", "which", "whom"})
_SUBJECT = 8
"""Tokens between such a word and its verb, at most."""


def antecedent(scene: Scene, at: int) -> Pair | None:
    """The words before a relative clause whose subject stands before the verb at a token."""
    words = scene.reading.words
    reach = range(at - 1, max(scene.first, at - 1 - _SUBJECT), -1)
    opens = next((n for n in reach if words[n] in _RELATIVE), None)
    if opens is None or opens == at - 1 or opens == scene.first:
        return None
    if any(words[n] in _VERBAL for n in range(opens + 1, at - 1)):
        return None
    before = opens - (words[opens - 1] == ",")
    return scene.place[0], scene.reading.place(scene.first, before)[1]


_VERBAL = of_class("be", "do", "modal") - {"'s"} | {",", ";", ":"}
"""What no subject of such a clause has."""


def object_of(scene: Scene, start: int, behind: Pair) -> tuple[Pair, str]:
    """What the verb at a code point is about, with its words: what stands behind it, or where that
    is nothing what its relative clause belongs to.
    """
    words = copied(scene, *behind)
    tokens = scene.reading.passage.tokens(start, start + 1)
    if any(map(str.isalnum, words)) or tokens is None:
        return behind, words
    before = antecedent(scene, tokens.start)
    return (behind, words) if before is None else (before, copied(scene, *before))
