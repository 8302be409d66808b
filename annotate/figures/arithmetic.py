"""Sums that texts state themselves, checked: "nearly twenty-fold, from 148 to 2,952".

A sum is a claim (a multiple, a percentage, a fraction, a verb such as "doubled", a total) and the
figures that it is about: two of one thing in its sentence, in the next, or right before it, in the
paragraph before where its own has none. Where these are not plain, there is no sum: a check that is
not made misleads nobody. Totals stand in `totals`.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from annotate import lexicons
from annotate.figures import totals
from annotate.figures.bounds import SLACK, bounds
from annotate.figures.figure import Figure
from annotate.figures.sums import (
    OPERANDS,
    Claim,
    Range,
    Sum,
    are_alike,
    around,
    joined,
    middle,
)

LABELS = ("count", "money", "measure", "percent", "fraction", "multiple")
"""The labels of numbers that sums are made of."""

POINT = 1.0
"""How far a percentage may be off: writers leave out what comes behind the point, either way."""


def sums(figures: Iterable[Figure]) -> list[Sum]:
    """The sums of a corpus, those first that do not hold."""
    paragraphs: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda each: (each.document, each.start)):
        paragraphs[figure.document, figure.segment].append(figure)
    ordered = list(paragraphs.values())
    found = [
        each
        for before, members in zip([[], *ordered], ordered, strict=False)
        for each in _of_paragraph(members, before if totals.follows(before, members) else [])
    ]
    found += totals.across(ordered)
    return sorted(found, key=lambda each: each.holds)


def _of_paragraph(figures: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Sum]:
    """The sums of one paragraph; before: the figures of the one before it."""
    told = any(each.label in OPERANDS for each in figures)
    for claim in _claims(figures):
        among = figures if told else [*before, *figures]
        for rule in RULES:
            if made := rule(claim, among):
                yield made
                break
    yield from totals.of_paragraph(figures)


def _claims(figures: Sequence[Figure]) -> Iterator[Claim]:
    for figure in figures:
        if figure.label not in OPERANDS:
            words = " ".join(figure.text.split())
            yield Claim(words=words, start=figure.start, end=figure.end, figure=figure)
    for figure in {each.sentence_start: each for each in reversed(figures)}.values():
        for match in _VERB.finditer(figure.sentence or ""):
            start = (figure.sentence_start or 0) + match.start()
            factor = _factors()[match[0].casefold()]
            yield Claim(
                words=match[0], start=start, end=start + len(match[0]), figure=figure, factor=factor
            )


@cache
def _factors() -> Mapping[str, float]:
    rows = lexicons.table("change_words")
    return {word: float(factor) for factor, words in rows for word in words.split()}


_VERB = re.compile(rf"\b(?:{'|'.join(_factors())})\b", re.IGNORECASE)


def _times(claim: Claim, figures: Sequence[Figure]) -> Sum | None:
    """A multiple, or a verb that states one: the greater by the smaller."""
    if claim.factor is None and claim.figure.label != "multiple":
        return None
    pair = _pair(claim, figures)
    if pair is None:
        return None
    small, large = sorted((Range(*bounds(each)) for each in pair), key=lambda each: each.high)
    if small.low <= 0:
        return None
    found = Range(max(0.0, large.low) / small.high, large.high / small.low)
    said = _near(claim.factor, SLACK) if claim.factor else _stated(claim.figure, SLACK)
    values = sorted(abs(middle(each)) for each in pair)
    told = f"{joined(pair, ' to ')} is {values[1] / values[0]:.3g} times"
    return Sum(kind="times", claim=claim, operands=pair, result=told, holds=said.meets(found))


def _change(claim: Claim, figures: Sequence[Figure]) -> Sum | None:
    """By how much per cent something changed: the difference by what it was before."""
    if claim.figure.label not in ("percent", "fraction") or not _is_of_change(claim):
        return None
    pair = _pair(claim, figures)
    if pair is None or min(map(middle, pair)) <= 0:
        return None
    before, after = map(middle, pair)
    change = 100 * (after - before) / before
    loose = SLACK if any(each.approx or _is_open(each) for each in pair) else 0.0
    said, slack = _stated(claim.figure, SLACK), abs(change) * loose + POINT
    told = f"{joined(pair, ' to ')} is {abs(change):.3g}% {'more' if change > 0 else 'less'}"
    holds = said.meets(Range(abs(change) - slack, abs(change) + slack))
    return Sum(kind="change", claim=claim, operands=pair, result=told, holds=holds)


def _share(claim: Claim, figures: Sequence[Figure]) -> Sum | None:
    """Which part of a whole: "45 of 60, or 75%"."""
    if claim.figure.label not in ("percent", "fraction") or _is_of_change(claim):
        return None
    near = [each for each in _beside(claim, figures) if are_alike(each, claim.figure)]
    if len(near) != 2 or not _are_parted(*near):
        return None
    part, whole = sorted(near, key=middle)
    if middle(whole) <= 0:
        return None
    share = 100 * middle(part) / middle(whole)
    loose = SLACK * share if part.approx or whole.approx else 0.0
    holds = _stated(claim.figure, SLACK).meets(Range(share - POINT - loose, share + POINT + loose))
    told = f"{joined((part, whole), ' of ')} is {share:.3g}%"
    return Sum(kind="share", claim=claim, operands=(part, whole), result=told, holds=holds)


RULES: tuple[Callable[[Claim, Sequence[Figure]], Sum | None], ...] = (_times, _change, _share)
"""What is tried on a claim, in this order."""


_CHANGING = frozenset(lexicons.classes("number_neighbours", "bounds-changes"))
_COMPARED = re.compile(
    r"^\s*(?:more|fewer|less|higher|lower|up|down|increase|rise|decrease|decline|drop|fall|growth)\b"
)


def _is_of_change(claim: Claim) -> bool:
    before, after = around(claim.start, claim.end, claim.figure)
    words = re.findall(r"\w+", before.casefold())[-3:]
    return bool(_COMPARED.search(after)) or (words[-1:] == ["by"] and bool(_CHANGING & {*words}))


def _pair(claim: Claim, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The two figures of one thing that a claim compares, the earlier first."""
    own = _beside(claim, figures)
    if len(own) == 2 and _are_compared(claim, *own):
        return _ordered(*own)
    behind = [each for each in figures if each.start > claim.end and each.label in OPERANDS]
    after = [each for each in behind if each.sentence_start == behind[0].sentence_start]
    if not own and len(after) == 2 and _are_dated(*after):
        return _ordered(*after)
    before = [each for each in figures if each.end <= claim.start and each.label in OPERANDS][-2:]
    if not own and len(before) == 2 and _are_dated(*before):
        return _ordered(*before)
    return None


def _beside(claim: Claim, figures: Sequence[Figure]) -> list[Figure]:
    """The counts and sums of money of a claim's own sentence."""
    at = claim.figure.sentence_start
    return [each for each in figures if each.sentence_start == at and each.label in OPERANDS]


def _are_compared(claim: Claim, one: Figure, other: Figure) -> bool:
    """Whether a sentence compares its two figures: by dates, by "from" and "to", by "as many"."""
    if not are_alike(one, other):
        return False
    before, between = around(one.start, other.start, one)[0], _between(one, other)
    if re.search(r"\bfrom\s*$", before) and re.search(r"\bto\s*$", between):
        return True
    if re.search(r"\bto\s*$", before) and re.search(r"\bfrom\s*$", between):
        return True
    after = around(claim.start, claim.end, claim.figure)[1]
    return _are_dated(one, other) or bool(
        re.match(r"\s*(?:as many|as much|more than the)\b", after)
    )


def _between(one: Figure, other: Figure) -> str:
    start = one.sentence_start or 0
    return (one.sentence or "")[one.end - start : other.start - start]


def _are_dated(one: Figure, other: Figure) -> bool:
    """Whether two figures of one thing are of different dates."""
    return bool(one.as_of and other.as_of and one.as_of != other.as_of and are_alike(one, other))


_PARTED = re.compile(r"\s*(?:out )?of (?:the |these |those |some |about )?\s*", re.IGNORECASE)


_OPENS = re.compile(r"(?:^|[,;:(—–]\s*)(?:out )?of (?:the |these |those )?$", re.IGNORECASE)


def _are_parted(one: Figure, other: Figure) -> bool:
    """Whether the sentence makes one figure a part of the other: "45 of 60", "of the 60, 45"."""
    if _PARTED.fullmatch(_between(one, other)):
        return True
    before = around(one.start, one.end, one)[0]
    return _OPENS.search(before) is not None


def _ordered(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """The earlier one first: by date, by "to 3,000 from 6,000", else as they stand."""
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return (one, other) if one.as_of < other.as_of else (other, one)
    turned = re.search(r"\bfrom\s*$", _between(one, other)) is not None
    return (other, one) if turned else (one, other)


def _stated(figure: Figure, slack: float) -> Range:
    """What a claim's figure allows, an exact one with some slack; shares in per cent."""
    low, high = bounds(figure)
    if low == high:
        return _near(low, slack if figure.label != "percent" else 0.0)
    return Range(low * (1 - slack / 2), high * (1 + slack / 2))


def _near(value: float, slack: float) -> Range:
    return Range(value * (1 - slack), value * (1 + slack))


def _is_open(figure: Figure) -> bool:
    return figure.value is None
