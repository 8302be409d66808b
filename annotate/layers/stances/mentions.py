"""The attitude to a mention that was asked about: what the trained pipeline reads there.

Without one, judging words near the mention decide, the nearest most.
"""

from collections.abc import Iterator

from annotate.language import Parsed
from annotate.layers.stances import polarity
from annotate.layers.stances.feelings import feeling
from annotate.model import AUTHOR, Entity, Stance, Stretch, Target

_SURE = 0.15
"""Balance from which a mention is taken to be judged: one judging word some forty words away.
Measured on NewsMTSC's training part."""


def answers(parsed: Parsed, entities: tuple[Entity, ...]) -> Iterator[Stance]:
    """One stance for each target of the document; score: below 0 against it, above 0 for it."""
    for target in parsed.document.targets:
        sentence = parsed.sentence_at(target.start)
        start, end = (sentence.start, sentence.end) if sentence else (target.start, target.end)
        read = feeling(parsed, target.start, target.end)
        value = _near(parsed.text, (start, end), target) if read is None else read
        named = [e for e in entities if e.start < target.end and target.start < e.end]
        yield Stance(
            label="supports" if value > 0 else "opposes" if value < 0 else "neutral",
            start=start,
            end=end,
            text=parsed.text[start:end],
            by="rule:near-mention" if read is None else "model:attitude",
            score=round(value, 3),
            holder=AUTHOR,
            target=named[0].canonical if named else parsed.text[target.start : target.end],
            act="asserts",
            mode="author",
            target_span=Stretch(start=target.start, end=target.end),
        )


def _near(text: str, sentence: tuple[int, int], target: Target) -> float:
    """The balance of judging words, each the lighter, the more words stand between."""
    start, end = sentence
    total = sum(
        sign.value / (1 + _distance(text, start, sign, target.start)) ** 0.5
        for sign in polarity.signs(text[start:end])
        if not target.start <= start + sign.start < target.end
    )
    return max(-1.0, min(1.0, total)) if abs(total) > _SURE else 0.0


def _distance(text: str, start: int, sign: polarity.Sign, at: int) -> int:
    first, last = sorted((start + sign.start, at))
    return len(text[first:last].split())
