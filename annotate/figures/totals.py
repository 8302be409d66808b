"""Totals with what they are of: "12 men and 30 women, 42 in all", in one sentence or over several.

Over several paragraphs a text may leave parts out, so parts that come to less than a total are no
sum: shown is what comes to the total, and what is more than it can be.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotate.figures.bounds import bounds
from annotate.figures.figure import Figure
from annotate.figures.sums import Claim, Range, Sum, are_alike, around, joined, middle


def of_paragraph(figures: Sequence[Figure]) -> Iterator[Sum]:
    """Totals with what they are of: "12 men and 30 women, 42 in all"."""
    sentences: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.label in ("count", "money"):
            sentences[figure.sentence_start].append(figure)
    for members in sentences.values():
        totals = [each for each in members if _is_total(each)]
        if len(totals) == 1 and len(members) > 2:
            (total,) = totals
            parts = tuple(each for each in members if each is not total)
            if _are_listed(parts):
                yield _total(total, parts)


def _total(total: Figure, parts: tuple[Figure, ...]) -> Sum:
    low, high = (sum(each) for each in zip(*map(bounds, parts), strict=True))
    found = sum(map(middle, parts))
    claim = Claim(
        words=" ".join(total.text.split()), start=total.start, end=total.end, figure=total
    )
    told = f"{joined(parts, ' + ')} is {found:,.10g}"
    holds = Range(*bounds(total)).meets(Range(low, high))
    return Sum(kind="total", claim=claim, operands=parts, result=told, holds=holds)


def across(paragraphs: Sequence[Sequence[Figure]]) -> Iterator[Sum]:
    """Totals whose parts stand in the paragraphs or list items beside theirs."""
    for at, members in enumerate(paragraphs):
        for total in _counts(members):
            for parts in (
                _items(total, paragraphs, at),
                _of_them(total, paragraphs[at + 1 : at + 2]),
                _before(total, paragraphs, at),
            ):
                if made := _whole(total, parts):
                    yield made
                    break


def _counts(figures: Sequence[Figure]) -> list[Figure]:
    return [each for each in figures if each.label in ("count", "money")]


def _whole(total: Figure, parts: tuple[Figure, ...]) -> Sum | None:
    """A total with its parts; none where they are too few to tell, or come to less."""
    if len(parts) < FEWEST or any(each.label != total.label for each in parts):
        return None
    made = _total(total, parts)
    alike = all(are_alike(total, each) for each in parts)
    exceeds = sum(bounds(each)[0] for each in parts) > bounds(total)[1]
    return made if made.holds or (alike and exceeds) else None


FEWEST = 2
"""Parts that a total has at least."""


def _items(total: Figure, paragraphs: Sequence[Sequence[Figure]], at: int) -> tuple[Figure, ...]:
    """The first figure of each item of the list that a total leads in: "60 boats sank:"."""
    leads = (total.sentence or "").rstrip().endswith(":")
    if not (leads or _is_total(total)) or total is not _counts(paragraphs[at])[-1]:
        return ()
    found: list[Figure] = []
    for one, other in pairwise(paragraphs[at:]):
        if other[0].kind != "list_item" or not follows(one, other):
            break
        found += _counts(other)[:1]
    return tuple(found)


_OF_THEM = re.compile(r"(?:Of (?:them|these|those|the \S+)|They (?:are|were))\b")


def _of_them(total: Figure, after: Sequence[Sequence[Figure]]) -> tuple[Figure, ...]:
    """The parts that the next paragraph opens with: "Of the 42, 12 were men and 30 women"."""
    if not after or not follows([total], after[0]):
        return ()
    opening = after[0][0].sentence_start
    told = [each for each in _counts(after[0]) if each.sentence_start == opening]
    parts = tuple(each for each in told if middle(each) != middle(total))
    if not parts or not _OF_THEM.match(parts[0].sentence or "") or not _are_listed(parts):
        return ()
    return parts


def _before(total: Figure, paragraphs: Sequence[Sequence[Figure]], at: int) -> tuple[Figure, ...]:
    """The one figure of each of the paragraphs before a total, as many as come to it."""
    if not _is_total(total) or total is not _counts(paragraphs[at])[0]:
        return ()
    found: tuple[Figure, ...] = ()
    for step in range(at, 0, -1):
        own = _counts(paragraphs[step - 1])
        if not follows(paragraphs[step - 1], paragraphs[step]) or len(own) != 1:
            break
        found = (own[0], *found)
        if len(found) >= FEWEST and _total(total, found).holds:
            return found
    return ()


def follows(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether a paragraph comes right after another one."""
    if not one or one[0].document != other[0].document:
        return False
    numbers = one[0].paragraph, other[0].paragraph
    return None not in numbers and numbers[1] == (numbers[0] or 0) + 1


_IN_ALL = re.compile(r"^,?\s*(?:people |persons )?(?:in all|in total|altogether|all told)\b")
_TOTAL_OF = re.compile(
    r"(?:(?<!\band )\b(?:an? |the )total of|^\W*(?:total|in all|in total|altogether)[:,]?)\s*$",
    re.IGNORECASE,
)


def _is_total(figure: Figure) -> bool:
    before, after = around(figure.start, figure.end, figure)
    return bool(_IN_ALL.search(after) or _TOTAL_OF.search(before))


def _are_listed(parts: Sequence[Figure]) -> bool:
    """Whether figures follow each other in one list: commas and "and", a noun between."""
    sentence, start = parts[0].sentence or "", parts[0].sentence_start or 0
    between = [sentence[one.end - start : other.start - start] for one, other in pairwise(parts)]
    return all(_LIST.fullmatch(each) for each in between)


_LIST = re.compile(r"(?:\s+[\w-]+){0,3}(?:,|,?\s+and|\s+plus)\s+")
