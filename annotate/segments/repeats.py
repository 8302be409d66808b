"""Repeats: running heads of pages, sentences that are pulled out of a work to adorn it, and a whole
work that a web page holds twice, for wide screens and for narrow ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from annotate.segments import titles
from annotate.segments.lines import Line
from annotate.sources import bylines

_RUNNING = 8
"""Words of a running head, at most."""

_OFTEN = 3
"""How often a line returns that is no house's or series' name, for it to be a running head."""

_PULLED = range(6, 46)
"""Words of a sentence pulled out of a work; what is shorter may return by chance."""

_MOST = 24
"""How many lines are looked for in the work, at most; a long read has a handful of them."""


def repeated(lines: Sequence[Line], title: int | None, head: int) -> Iterator[int]:
    """The lines below the head that repeat another or a sentence of the work."""
    if any(line.block.tag for line in lines):
        return
    yield from _running(lines, title, head)
    yield from _pulled(lines, title, head)


def copied(lines: Sequence[Line], core: frozenset[int]) -> frozenset[int]:
    """The lines of the core that hold a work for the second time, its title and byline too."""
    held = sorted(core)
    prose = [n for n in held if lines[n].prose]
    words = [lines[n].words for n in prose]
    firsts = {said: at for at, said in reversed([*enumerate(words)])}
    again = next((at for at, said in enumerate(words) if firsts[said] < at), len(words))
    size = len(words) - again
    if size < _COPIED or 2 * size < again:
        return frozenset()
    start = firsts[words[again]]
    if words[start : start + size] != words[again:]:
        return frozenset()
    first = held.index(prose[again])
    before = Counter(lines[n].words for n in range(prose[again]))
    while first and before[lines[held[first - 1]].words] > 1:
        first -= 1
    return frozenset(held[first : held.index(prose[-1]) + 1])


_COPIED = 3
"""Paragraphs that a work is known by when it comes again, at least."""


def _running(lines: Sequence[Line], title: int | None, head: int) -> Iterator[int]:
    places = _places(lines, title)
    for found in places.values():
        line, early = lines[found[0]], found[0] < head
        named = early or titles.is_section(line.words) or titles.is_house(line.words)
        often = len(found) >= _OFTEN and line.size > 1 and not bylines.is_name(line.words)
        if len(found) > 1 and (named or often):
            yield from (n for n in found if n >= head)


def _places(lines: Sequence[Line], title: int | None) -> Mapping[str, list[int]]:
    """Where each short line stands that stands alone."""
    places: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        if n == title or line.role not in {None, "heading"} or line.size > _RUNNING:
            continue
        alone = line.apart and (n + 1 == len(lines) or lines[n + 1].apart)
        if alone and not (line.final or line.mark or line.words.endswith((":", ",", ";"))):
            places[line.letters].append(n)
    places.pop("", None)
    return places


def _pulled(lines: Sequence[Line], title: int | None, head: int) -> Iterator[int]:
    """The lines that stand alone and whose words the work has in a longer line."""
    found = [n for n in range(head, len(lines)) if n != title and _may_be_pulled(lines[n])][:_MOST]
    if not found:
        return
    held = "|".join(line.letters for line in lines)
    longest = max(len(line.words) for line in lines)
    for n in found:
        wanted = lines[n].letters
        if len(lines[n].words) < longest and _holds(held, wanted):
            yield n
            yield from _attribution(lines, n + 1)


def _may_be_pulled(line: Line) -> bool:
    if not line.apart or line.size not in _PULLED or line.mark:
        return False
    return line.role == "quote" or (line.role is None and (_is_quoted(line) or not line.final))


def _is_quoted(line: Line) -> bool:
    return bool(re.fullmatch(r"[“\"«„‘][^“”\"«»„]+[”\"»“’]", line.words))


def _holds(held: str, wanted: str) -> bool:
    """Whether some words stand in a line that has more words than these."""
    at = held.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if (at > 0 and held[at - 1] != "|") or (end < len(held) and held[end] != "|"):
            return True
        at = held.find(wanted, end)
    return False


def _attribution(lines: Sequence[Line], n: int) -> Iterator[int]:
    """Whose the sentence is, in the line below it."""
    if n < len(lines) and lines[n].size <= _RUNNING and re.match(r"[–—-]+\s*\S", lines[n].words):
        yield n
