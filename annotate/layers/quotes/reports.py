"""What a rule of quotation finds, in tokens of one passage, and how it becomes a span."""

from dataclasses import dataclass

from annotate.grammar.reading import Reading
from annotate.model import Mention, Pair, Quote, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Reported content in tokens, half open, with its source and cue.

    rule: what found it, "" for the encoder. agreed: the encoder proposes it too; score: how sure it
    is. back: the source is a pronoun, which refers back to somebody already named. told: the cue
    where it is no words of the passage's own, in the document. doubted: believed only where the
    encoder agrees. parts: what is said, where its attribution stands in the midst of it.
    """

    first: int
    last: int
    rule: str
    source: Mention | None = None
    cue: tuple[int, int] | None = None
    label: str = ""
    distance: str | None = None
    depth: int = 0
    back: bool = False
    agreed: bool = False
    score: float | None = None
    told: Stretch | None = None
    doubted: bool = False
    parts: tuple[Pair, ...] = ()

    @property
    def tokens(self) -> Pair:
        """Where it stands, whole."""
        return self.first, self.last

    @property
    def by(self) -> str:
        """What made it: "rule:verb-that", "rule:verb-that+model", "model:quotation"."""
        if not self.rule:
            return "model:quotation"
        return f"rule:{self.rule}+model" if self.agreed else f"rule:{self.rule}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said, in tokens. frame: how; head: the word on which it hangs; last_cue: behind the
    cue, where a preposition belongs to it.
    """

    first: int
    last: int
    frame: str
    head: int
    last_cue: int | None = None


def place(reading: Reading, tokens: tuple[int, int]) -> Stretch:
    """Where some tokens stand in the document."""
    start, end = reading.place(*tokens)
    return Stretch(start=start, end=end)


def naming(reading: Reading, source: Mention | None) -> range:
    """The tokens that name a source, none for one that the passage does not name."""
    if source is None or source.start is None or source.end is None:
        return range(0)
    named = reading.passage.tokens(source.start, source.end)
    return range(0) if named is None else range(named.start, named.end)


def quote(reading: Reading, report: Report, text: str) -> Quote:
    """The span of a report; its label is what the quotation marks in it say."""
    start, end = reading.place(report.first, report.last)
    cue = place(reading, report.cue) if report.cue else report.told
    parts = tuple(
        (max(first, begin), min(last, stop))
        for begin, stop in (reading.place(*part) for part in report.parts or [report.tokens])
        for first, last in reading.passage.segment.stretches
        if first < stop and last > begin
    )
    return Quote(
        label=report.label or _label(reading, report),
        start=start,
        end=end,
        text=text[start:end],
        by=report.by,
        score=report.score,
        source=report.source,
        cue=cue,
        parts=parts if len(parts) > 1 else (),
        depth=report.depth,
        distance=report.distance,
    )


def _label(reading: Reading, report: Report) -> str:
    held = [m for m in reading.begun(report.first, report.last) if m.last <= report.last]
    if any(each.first == report.first and each.last == report.last for each in held):
        return "direct"
    return "mixed" if held else "indirect"
