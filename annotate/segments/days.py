"""Days of a web page's timeline: dates alone in their lines, each above what happened then."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from annotate.segments import cores
from annotate.segments.lines import Line
from annotate.sources import dates

_YEAR = r"(?:c(?:a|irca)?\.? ?)?(?:1[0-9]|20)\d\d(?:s|\s?[–-]\s?(?:\d\d){1,2})?"
_DAY = re.compile(
    rf"(?:{dates.WEEKDAY}\s*)?(?:{dates.DATE}|{_YEAR})[:.]?|(?:today|now|the present)",
    re.IGNORECASE,
)
_LONGEST = 5
_SEVERAL = 3
"""Dates made alike, at least, for them to be a timeline's: a byline has one or two."""


def headings(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The lines of the core that are the dates of a timeline."""
    alike: dict[str, list[int]] = defaultdict(list)
    for n in sorted(core):
        if _is_day(lines[n]) and _tells(lines[n + 1 : n + 3]):
            alike[lines[n].make].append(n)
    for found in alike.values():
        if len(found) >= _SEVERAL and not any(b - a == 1 for a, b in pairwise(found)):
            yield from found


def _is_day(line: Line) -> bool:
    loose = line.block.tag not in {"tr", "td"} and line.block.role is None
    loose = loose and line.block.remark is None
    return loose and line.size <= _LONGEST and bool(_DAY.fullmatch(line.words))


def _tells(behind: Sequence[Line]) -> bool:
    """Whether what happened stands in one of the next two lines, and neither leads elsewhere."""
    told = any(line.sentence for line in behind)
    return told and not any(cores.is_linked(line) for line in behind)
