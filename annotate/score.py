"""Two sets of annotations compared: precision, recall and F1 by layer and label, and floors.

A figure is named "layer label measure". Measures of a layer beside `exact` (place and label agree)
say what its readers use: that a canonical name is right, that a value is, that a quotation has its
source. What has no place of its own to be exact about (a quotation's content, a stance's sentence)
counts as found when at least half of the longer stretch is shared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from annotate import offsets, yamlfile
from annotate.errors import RequestError
from annotate.model import (
    BODY,
    Document,
    Entity,
    Mention,
    Number,
    Quote,
    Span,
    Stance,
    Term,
)

Figures = dict[str, "Tally"]
"""Tallies by the name of what they count."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, of how many found and how many wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 where nothing was."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """When a found span stands for a wanted one, and when its values are right too."""

    name: str
    stands: Callable[[Span, Span], bool]
    agrees: Callable[[Span, Span], bool] = lambda _wanted, _found: True


def _exact(wanted: Span, found: Span) -> bool:
    return (wanted.start, wanted.end, wanted.label) == (found.start, found.end, found.label)


def _touches(wanted: Span, found: Span) -> bool:
    return wanted.label == found.label and offsets.overlap(wanted, found) > 0


def _half(wanted: Span, found: Span) -> bool:
    longer = max(wanted.end - wanted.start, found.end - found.start)
    return offsets.overlap(wanted, found) * 2 >= longer


def _same_target(wanted: Span, found: Span) -> bool:
    if not (isinstance(wanted, Stance) and isinstance(found, Stance)):
        return False
    return _half(wanted, found) and _name(wanted.target) == _name(found.target)


def _same_canonical(wanted: Span, found: Span) -> bool:
    if not (isinstance(wanted, Entity) and isinstance(found, Entity)):
        return False
    return _name(wanted.canonical) == _name(found.canonical)


def _same_value(wanted: Span, found: Span) -> bool:
    if not (isinstance(wanted, Number) and isinstance(found, Number)):
        return False
    return (wanted.value, wanted.low, wanted.high) == (found.value, found.low, found.high)


def _same_source(wanted: Span, found: Span) -> bool:
    if not (isinstance(wanted, Quote) and isinstance(found, Quote)):
        return False
    return _name(_canonical(wanted.source)) == _name(_canonical(found.source))


def _same_position(wanted: Span, found: Span) -> bool:
    if not (isinstance(wanted, Stance) and isinstance(found, Stance)):
        return False
    return (_name(_canonical(wanted.holder)), wanted.label) == (
        _name(_canonical(found.holder)),
        found.label,
    )


def _same_use(wanted: Span, found: Span) -> bool:
    if not (isinstance(wanted, Term) and isinstance(found, Term)):
        return False
    return (_name(wanted.holder), wanted.use) == (_name(found.holder), found.use)


def _canonical(mention: Mention | str | None) -> str | None:
    return mention.canonical if isinstance(mention, Mention) else mention


def _name(name: str | None) -> str:
    typed = (name or "").replace("’", "'")
    return " ".join(typed.casefold().split()).removeprefix("the ")


EXACT = Measure("exact", _exact)

MEASURES: Mapping[str, Sequence[Measure]] = {
    "entity": (EXACT, Measure("canonical", _touches, _same_canonical)),
    "number": (EXACT, Measure("value", _touches, _same_value)),
    "quote": (Measure("content", _half), Measure("source", _half, _same_source)),
    "stance": (
        Measure("target", _same_target),
        Measure("position", _same_target, _same_position),
    ),
    "term": (EXACT, Measure("use", _touches, _same_use)),
}
"""What is asked of each layer."""


def compare(wanted: Document, found: Document) -> Figures:
    """The tallies of one document. Raises RequestError if the two are not of the same text."""
    if wanted.text != found.text:
        raise RequestError(
            f"{wanted.id}: the gold record's text is not the article's; "
            "make the record anew from the article as it is now"
        )
    figures = _segments(wanted, found)
    for layer, measures in MEASURES.items():
        for measure in measures:
            figures |= _layer(layer, measure, wanted, found)
    return figures


def _layer(layer: str, measure: Measure, wanted: Document, found: Document) -> Figures:
    gold = [span for span in wanted.spans if span.layer == layer]
    made = [span for span in found.spans if span.layer == layer]
    pairs = [pair for pair in matched(gold, made, measure.stands) if measure.agrees(*pair)]
    labels = sorted({span.label for span in (*gold, *made)})
    figures = {
        f"{layer} {label} {measure.name}": Tally(
            sum(span.label == label for span, _ in pairs),
            sum(span.label == label for span in made),
            sum(span.label == label for span in gold),
        )
        for label in labels
    }
    return {f"{layer} all {measure.name}": Tally(len(pairs), len(made), len(gold)), **figures}


def matched(
    wanted: Sequence[Span], found: Sequence[Span], stands: Callable[[Span, Span], bool]
) -> list[tuple[Span, Span]]:
    """Pairs of a wanted and a found span, each used once, the largest overlap first."""
    candidates = sorted(_candidates(wanted, found, stands), key=lambda each: -each[0])
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, one, other in candidates:
        if one not in used_wanted and other not in used_found:
            used_wanted.add(one)
            used_found.add(other)
            pairs.append((wanted[one], found[other]))
    return pairs


def _candidates(
    wanted: Sequence[Span], found: Sequence[Span], stands: Callable[[Span, Span], bool]
) -> Iterator[tuple[int, int, int]]:
    for one, span in enumerate(wanted):
        for other, made in enumerate(found):
            shared = offsets.overlap(span, made)
            if shared and stands(span, made):
                yield shared, one, other


def _segments(wanted: Document, found: Document) -> Figures:
    gold, made = _kinds(wanted), _kinds(found)
    right = sum(made.get(at) == kind for at, kind in gold.items())
    gold_body = {at for at, kind in gold.items() if kind in BODY}
    made_body = {at for at, kind in made.items() if kind in BODY}
    exact = _body(wanted) & _body(found)
    return {
        "segment all kind": Tally(right, len(gold), len(gold)),
        "segment body characters": Tally(
            len(gold_body & made_body), len(made_body), len(gold_body)
        ),
        "segment body exact": Tally(len(exact), len(_body(found)), len(_body(wanted))),
    }


def _kinds(document: Document) -> dict[int, str]:
    return {
        at: segment.kind
        for segment in document.segments
        for start, end in segment.stretches
        for at in range(start, end)
        if not document.text[at].isspace()
    }


def _body(document: Document) -> set[tuple[int, int]]:
    return {
        offsets.trimmed(document.text, segment.start, segment.end)
        for segment in document.segments
        if segment.kind in BODY
    }


def total(figures: Iterable[Figures]) -> Figures:
    """The tallies of several documents together."""
    whole: Figures = {}
    for each in figures:
        for name, tally in each.items():
            whole[name] = whole.get(name, Tally()) + tally
    return whole


def floors(path: Path) -> dict[str, float]:
    """The floors that a file states: figures by name, per cent of F1.

    Raises CodebookError if the file is not of that form.
    """
    return {key: float(value) for key, value in yamlfile.load(path, "floors").value.items()}


def table(figures: Mapping[str, Figures], *, labels: bool = False) -> Table:
    """A row for each figure over all documents, per cent; `labels`: also one for each label."""
    shown = Table("figure", "F1", "precision", "recall", "right", "found", "wanted")
    for name, tally in total(figures.values()).items():
        if labels or " all " in name or "body" in name:
            shares = (tally.f1, tally.precision, tally.recall)
            counts = (tally.right, tally.found, tally.wanted)
            shown.add_row(name, *map(_percent, shares), *map(str, counts))
    return shown


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def below(figures: Figures, floors: Mapping[str, float]) -> list[str]:
    """A sentence for each floor (per cent of F1) that a figure does not reach."""
    return [
        f"{name}: {100 * figures.get(name, Tally()).f1:.1f} is below its floor of {floor:g}"
        for name, floor in floors.items()
        if round(100 * figures.get(name, Tally()).f1, 1) < floor
    ]
