"""The attitude to a mention that was asked about: judging words near it, nearest first."""

from collections.abc import Iterator

from annotate.language import Parsed
from annotate.layers.stances import polarity
from annotate.model import AUTHOR, Entity, Stance, Stretch

_SURE = 0.15
"""Balance from which a mention is taken to be judged: one judging word some forty words away.
Measured on NewsMTSC's training part."""


def answers(parsed: Parsed, entities: tuple[Entity, ...]) -> Iterator[Stance]:
    """One stance for each target of the document."""
    for target in parsed.document.targets:
        sentence = parsed.sentence_at(target.start)
        start, end = (sentence.start, sentence.end) if sentence else (target.start, target.end)
        total = sum(
            sign.value / (1 + _distance(parsed.text, start, sign, target.start)) ** 0.5
            for sign in polarity.signs(parsed.text[start:end])
            if not target.start <= start + sign.start < target.end
        )
        named = [e for e in entities if e.start < target.end and target.start < e.end]
        yield Stance(
            label="supports" if total > _SURE else "opposes" if total < -_SURE else "neutral",
            start=start,
            end=end,
            text=parsed.text[start:end],
            by="rule:near-mention",
            holder=AUTHOR,
            target=named[0].canonical if named else parsed.text[target.start : target.end],
            act="asserts",
            mode="author",
            target_span=Stretch(start=target.start, end=target.end),
        )


def _distance(text: str, start: int, sign: polarity.Sign, at: int) -> int:
    first, last = sorted((start + sign.start, at))
    return len(text[first:last].split())
