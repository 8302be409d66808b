"""What a figure counts, to which date the sentence ties it, and who gives it.

The finding is by the pieces beside the figure; `counted.py` reads the noun phrase.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotate.language import Known, Parsed, Passage
from annotate.layers.numbers import codebook, ties
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.counted import counted_of, is_plural
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.search import Drafts
from annotate.model import Number, Quote

COUNTING = frozenset({"count", "percent", "fraction", "ordinal"})
SAID = frozenset({"count", "percent", "fraction", "money", "measure", "multiple", "duration"})


def numbers(
    passage: Passage, found: Drafts, parsed: Parsed, known: Known, earlier: Counter[str]
) -> list[Number]:
    """The spans of a passage's drafts with their context.

    earlier: how often the figures before counted what; this passage's are added. A figure that
    leaves out what it counts, with none before it in the passage, counts what most others do.
    """
    before = earlier.most_common(1)[0][0] if earlier else None
    atoms, drafts = found.atoms, found.drafts
    dated = ties.dates_of(drafts, atoms, ties.sentence_starts(passage)) if drafts else {}
    quotes = _quotes(passage, known)
    spans: list[Number] = []
    for draft in filter(_is_finite, drafts):
        span = _number(passage, draft, atoms, parsed.text)
        if draft.label in COUNTING:
            counted, own = counted_of(draft, atoms, drafts, before)
            if own and counted and _goes_before(draft, counted, atoms):
                before = counted
                earlier[counted] += 1
            span = replace(span, counted=counted)
        if draft.label in ties.TIED:
            span = replace(span, as_of=dated.get(draft.first))
        if draft.label in SAID and quotes and draft.rule != "length":
            span = replace(span, said_by=_source(quotes, span))
        spans.append(span)
    return codebook.with_rules(spans, passage, parsed)


_ABSTRACT = frozenset(
    {"figures", "numbers", "estimates", "things", "reasons", "ways", "times", "others"}
)


def _goes_before(draft: Draft, counted: str, atoms: Sequence[Atom]) -> bool:
    """Whether a later figure may leave out what this one counts."""
    if draft.label == "ordinal" or _among(draft, atoms):
        return False
    return counted.rpartition(" ")[2] not in _ABSTRACT and is_plural(counted)


def _among(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure is a part of the one before: "among them 40 children"."""
    return [atom.word for atom in atoms[max(0, draft.first - 2) : draft.first]] in (
        ["among", "them"],
        ["of", "whom"],
        ["including", "some"],
    )


def _number(passage: Passage, draft: Draft, atoms: Sequence[Atom], text: str) -> Number:
    start, end = passage.stretch(atoms[draft.first].start, atoms[draft.last - 1].end)
    return Number(
        label=draft.label,
        start=start,
        end=end,
        text=text[start:end],
        by=f"rule:{draft.rule}",
        value=_plain(draft.value),
        low=_plain(draft.low),
        high=_plain(draft.high),
        approx=draft.approx,
        unit=draft.unit or None,
    )


def _is_finite(draft: Draft) -> bool:
    """Whether floats hold all values of a draft, which a unit may have made too large."""
    values = (draft.value, draft.low, draft.high)
    return all(math.isfinite(value) for value in values if isinstance(value, float))


def _plain(value: float | str | None) -> float | str | None:
    """A whole number as such, a value of digits no float can hold as it is."""
    if not isinstance(value, float):
        return value
    value = float(f"{value:.15g}") if 1 < abs(value) < 1e300 else value  # 4.1 million is 4100000
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _quotes(passage: Passage, known: Known) -> list[Quote]:
    """The quotes with a source that touch a passage."""
    segment = passage.segment
    return [
        quote
        for quote in known.get("quote", ())
        if isinstance(quote, Quote)
        and quote.source is not None
        and quote.start < segment.end
        and segment.start < quote.end
    ]


def _source(quotes: Sequence[Quote], span: Number) -> str | None:
    """Whose speech holds a figure: the innermost quote's source."""
    holding = [quote for quote in quotes if _holds(quote, span)]
    if not holding:
        return None
    inner = min(holding, key=lambda quote: (-quote.depth, quote.end - quote.start))
    return inner.source.canonical if inner.source else None


def _holds(quote: Quote, span: Number) -> bool:
    if not (quote.start <= span.start and span.end <= quote.end):
        return False
    parts = quote.parts or ((quote.start, quote.end),)
    return any(start <= span.start and span.end <= end for start, end in parts)
