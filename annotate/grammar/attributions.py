"""Attributions set into what is said: "The tide, | she said, | comes at noon".

Whoever stands in the words around is spoken of there, and speaks no more than anybody else.
"""

from annotate.grammar.cues import find, of_class
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading

_OPENING = frozenset({",", "–", "—", "”", '"'})
_CLOSING = frozenset({",", ".", ";", "–", "—", "?", "!"})
_TOLD = 3
"""Tokens of whom it is said to at most: "she told | the panel"."""


def outside(reading: Reading, who: Phrase) -> int:
    """The token up to which what stands before a speaker in a unit is not what they say.

    Before a set-in attribution that is what a colon leads from: "She is sure: | it is, she says,".
    """
    first, _ = reading.unit_at(who.first)
    if not _set_in(reading, who):
        return who.first
    if (led := _led(reading, who.first - 1, first)) is not None:
        return led
    return next((at for at in range(who.first, first, -1) if reading.words[at] == ":"), first)


def _led(reading: Reading, comma: int, first: int) -> int | None:
    """Where begins what only leads to what is said: "named a fund, | to which, he said,"."""
    at = comma - 1
    if at <= first or reading.words[at] not in of_class("relative"):
        return None
    at -= reading.words[at - 1] in of_class("preposition")
    return at if reading.words[at - 1] == "," else None


def _set_in(reading: Reading, who: Phrase) -> bool:
    """Whether a speaker and a verb stand between signs, with nothing said behind the verb."""
    words = reading.words
    first, last = reading.unit_at(who.first)
    if who.first == first or words[who.first - 1] not in _OPENING:
        return False
    cue = next(find(reading, who.last, min(who.last + _TOLD, last)), None)
    if cue is None or cue.head != who.last or cue.passive:
        return False
    end = next((at for at in range(cue.last, last) if words[at] in _CLOSING), last)
    near = end - cue.last <= _TOLD
    where = near and bool({*words[cue.last : cue.last + 1]} & of_class("preposition"))
    return end == cue.last or where or (cue.verb.lemma == "tell" and near)
