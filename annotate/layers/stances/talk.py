"""What a document spoke of so far: by whom, of what, and on which side."""

from collections.abc import Callable
from dataclasses import dataclass, field

from annotate.layers.stances.themes import Themes
from annotate.layers.stances.touches import Touch
from annotate.model import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A side that somebody was shown on; end: of the sentence."""

    end: int
    holder: str
    topic: str
    sign: int


@dataclass(slots=True)
class Talk:
    """What the document spoke of so far.

    themes: of its sentences. spoken: by holder, where what was touched last ends, and the touch.
    feel: what a sentence says of some of its words, from -1 to 1, 0 where nobody knows. sides: on
    which side a holder was shown and in which sentence, by holder and topic. said: the sides shown.
    """

    themes: Themes
    feel: Callable[[Stretch], float]
    spoken: dict[str, tuple[int, Touch]] = field(default_factory=dict)
    sides: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)

    def side(self, key: tuple[str, str], start: int) -> int:
        """On which side a holder was shown before a sentence, 0 if on none."""
        at, side = self.sides.get(key, (start, 0))
        return side if at < start else 0

    def answered(self, start: int, holder: str) -> Said | None:
        """The side that somebody else took last before a sentence, not far from it."""
        others = (each for each in reversed(self.said) if each.holder != holder)
        last = next((each for each in others if each.end <= start), None)
        return last if last is not None and start - last.end <= _ANSWER else None


_ANSWER = 500
"""Characters between what somebody says and who answers it."""
