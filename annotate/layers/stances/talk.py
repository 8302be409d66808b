"""What a document spoke of so far: by whom, of what, and on which side."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from annotate.layers.stances.themes import Themes
from annotate.layers.stances.touches import Touch
from annotate.model import AUTHOR, Stretch


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
    voices: who spoke, with where the sentence ends, and of which topics.
    """

    themes: Themes
    feel: Callable[[Stretch], float]
    spoken: dict[str, tuple[int, Touch]] = field(default_factory=dict)
    sides: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    voices: list[tuple[int, str, frozenset[str]]] = field(default_factory=list)

    def side(self, key: tuple[str, str], start: int) -> int:
        """On which side a holder was shown before a sentence, 0 if on none."""
        at, side = self.sides.get(key, (start, 0))
        return side if at < start else 0

    def answered(
        self, start: int, holder: str, topics: Collection[str] | None = None
    ) -> Said | None:
        """The side that somebody else took last before a sentence, not far from it.

        topics: those of which it may be, any if None. Where yet another spoke of something else
        since, it is not known what the sentence answers.
        """
        others = (each for each in reversed(self.said) if each.holder != holder)
        fitting = (each for each in others if topics is None or each.topic in topics)
        last = next((each for each in fitting if each.end <= start), None)
        if last is None or start - last.end > _ANSWER:
            return None
        since = (
            on
            for end, who, on in self.voices
            if last.end < end <= start and who not in {last.holder, holder, AUTHOR}
        )
        return last if topics is not None or all(last.topic in on for on in since) else None


_ANSWER = 500
"""Characters between what somebody says and who answers it."""
