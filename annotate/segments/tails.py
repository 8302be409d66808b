"""What stands in the element of a work and is none of it: cards of other articles, and its tail.

Pages put teasers, sign-ups and the author's box into the same element as the work. They are told
by their make: boxes alike, each with a heading that is a link; an article in the article; a
heading that says what comes is something else, below most of the work.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from annotate.letters import folded
from annotate.segments import cards, closings, cores, links, pleas, rows
from annotate.segments.lines import Line
from annotate.sources import hints
from annotate.sources.told import TOLD

_MOST = 0.6
"""How much of the prose the largest article holds, for the others to be teasers: with less, the
page is a list of articles or a live blog."""

_ABOVE = 0.85
"""How much of the prose stands above a heading that closes the work; earlier ones stand in it."""

_INNERMOST = re.compile(r".*/article(?:\[\d+\])?(?=/)")


def idle(lines: Sequence[Line], core: frozenset[int], title: str | None) -> frozenset[int]:
    """The lines of the core that are none of the work.

    title: of the work, as the page declares it.
    """
    held = sorted(core)
    left = {
        *_nested(lines, held),
        *_next(lines, held, folded(title or "")),
        *rows.idle(lines, held),
        *_untold(lines, held),
    }
    left |= set(_appeals(lines, held))
    left |= set(_behind(lines, [n for n in held if n not in left]))
    left -= {n for n in left if TOLD in lines[n].block.hints}
    left |= set(_last_headings(lines, [n for n in held if n not in left]))
    return frozenset(left)


def _nested(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The lines of articles inside or beside the one that holds the work."""
    homes = {n: _article(lines[n]) for n in held}
    sizes: Counter[str] = Counter()
    for n, home in homes.items():
        sizes[home] += rows.size(lines[n])
    if len(sizes) < 2:
        return
    main, most = sizes.most_common(1)[0]
    titled = {homes[n] for n in held if lines[n].role == "heading" and lines[n].block.level == 1}
    if most >= _MOST * sizes.total():
        idle = {home for home in sizes if home and home not in titled and not main.startswith(home)}
        yield from (n for n, home in homes.items() if home in idle)
        last = max(n for n in held if homes[n] == main)
        yield from (n for n in held if n > last and not homes[n])


def _next(lines: Sequence[Line], held: Sequence[int], title: str) -> Iterator[int]:
    """The lines behind the article that has the page's title, where more follow with their own.

    Pages that never end load the next article below the one that was asked for: in an `<article>`,
    with a byline below its title, or with a title that leads to it.
    """
    heads = [n for n in held if lines[n].role == "heading" and lines[n].block.level == 1]
    own = [n for n in heads if (words := lines[n].letters) and title.startswith(words)]
    others = [n for n in heads if n not in own and _is_titled(lines, n)]
    if len(own) != 1 or not others:
        return
    homes = cards.boxes([lines[n].path for n in (*own, *others)])
    home = cards.holder(lines[own[0]].path, homes)
    told = [n for n in held if home and cards.is_in(lines[n].path, home)]
    if told and min(others) > told[-1] and sum(rows.size(lines[n]) for n in told) >= _WHOLE:
        yield from (n for n in held if n > told[-1])


def _is_titled(lines: Sequence[Line], n: int) -> bool:
    """Whether a heading is an article's title: in one, above who wrote it and when, or a link."""
    below = lines[n + 1 : n + 1 + _HEAD]
    if _article(lines[n]) or cores.is_linked(lines[n]):
        return True
    return any(line.byline or line.role == "byline" for line in below)


_HEAD = 3
_WHOLE = 40
"""Words of prose of an article that stands before others, at least."""


def _article(line: Line) -> str:
    hit = _INNERMOST.match(line.path)
    return f"{hit[0]}/" if hit else ""


def _appeals(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The boxes of bare text that appeal to the reader, among paragraphs marked up as such."""
    prose = [n for n in held if rows.size(lines[n])]
    bare = [n for n in prose if lines[n].block.tag == "div"]
    if sum(lines[n].size for n in bare) <= _BARE * sum(lines[n].size for n in prose):
        yield from (n for n in bare if pleas.is_appeal(lines[n]))


_BARE = 0.3
"""How much of the prose may stand in no paragraph, for that to be something else."""


def _untold(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The prose that the page's declared body has not, in other boxes than what it has."""
    told = [n for n in held if TOLD in lines[n].block.hints and lines[n].prose]
    size = sum(lines[n].size for n in told)
    if len(told) < _SURE or 2 * size < sum(rows.size(lines[n]) for n in held):
        return
    homes = {lines[n].home for n in told}
    for n in held:
        edge = not told[0] < n < told[-1]
        if edge and lines[n].prose and lines[n].home not in homes:
            yield n


_SURE = 3
"""Paragraphs of a declared body that are found, at least, for it to be the work's own."""


def _behind(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The lines from a heading on that closes the work."""
    total = sum(rows.size(lines[n]) for n in held)
    above = 0
    homes: set[str] = set()
    buttons: set[str] = set()
    for at, n in enumerate(held):
        if size := rows.size(lines[n]):
            above += size
            homes.add(lines[n].home)
        if not total or not closings.closes(lines[n]):
            continue
        if _points(lines, n, homes):
            yield n
            continue
        led = 2 * above >= total and _leads_on(lines, held[at:])
        if above < _ABOVE * total and not (led or _is_river(lines, held, at, total)):
            if lines[n].home not in homes and closings.asks_to_join(lines[n]):
                yield from _small_box(lines, held[at:])
            buttons.add(lines[n].words)  # "Read more", below each thing that the work lists
            continue
        if lines[n].words in buttons:
            continue
        behind = [lines[m] for m in held[at + 1 :]]
        boxed = closings.appeals_to(lines[n]) and lines[n].home not in homes
        below = [line for line in behind if not line.is_in(lines[n].home)]
        closed = boxed and _is_closed(below, homes)
        ended = not _goes_on(behind, homes)
        if ((led or ended) and not closed) or (closings.appeals_to(lines[n]) and not boxed):
            yield from held[at:]
            return
        if boxed:  # between paragraphs of the work
            yield from _box(lines, held[at:])


def _is_river(lines: Sequence[Line], held: Sequence[int], at: int, total: int) -> bool:
    """Whether all prose behind a line is in its box, none above is, and most of it leads on."""
    box = cards.opening(lines[held[at]].home)
    above, behind = ([n for n in part if rows.size(lines[n])] for part in (held[:at], held[at:]))
    held_above = sum(rows.size(lines[n]) for n in above)
    leading = sum(lines[n].block.links > 0 for n in behind)
    apart = not any(cards.is_in(lines[n].path, box) for n in above)
    return (
        apart
        and 2 * held_above >= total
        and leading >= max(_RIVER, len(behind) / 2)
        and all(cards.is_in(lines[n].path, box) for n in behind)
    )


def _leads_on(lines: Sequence[Line], behind: Sequence[int]) -> bool:
    """Whether each paragraph behind the first of some lines is beside a link, or one in good part,
    and that first line is none: a button stands below each thing that a work lists."""
    if cores.is_linked(lines[behind[0]]):
        return False
    prose = [n for n in behind if rows.size(lines[n])]
    beside = (lines[max(0, n - 1) : n + 2] for n in prose)
    led = all(any(map(_is_led, around)) for around in beside)
    return led and len(prose) >= _RIVER


def _is_led(line: Line) -> bool:
    return line.block.links > _LED * (line.end - line.start)


_LED = 0.1
"""The share of its signs in links from which an excerpt leads to the whole."""


_RIVER = 3
"""Paragraphs with a link in a row of excerpts, at least."""


def _box(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The first of some lines, and those right behind it in the same element."""
    box = cards.opening(lines[held[0]].home)
    return takewhile(lambda n: cards.is_in(lines[n].path, box), held)


def _small_box(lines: Sequence[Line], held: Sequence[int]) -> Sequence[int]:
    """The lines of a box that asks its reader to join, none where it holds more than that."""
    box = [*_box(lines, held)]
    words = sum(lines[n].size for n in box)
    return box if len(box) <= _ASKS_IN and words <= _ASKS and box != [*held] else []


_ASKS_IN = 6
_ASKS = 60
"""Lines and words of a box between paragraphs that asks its reader to sign up, at most."""


def _goes_on(behind: Sequence[Line], homes: Set[str]) -> bool:
    """Whether the work goes on: with paragraphs beside those above, that are no links.

    homes: the elements around the paragraphs above. A box of links may stand between paragraphs,
    and a section of the work may be called "Other books". Where each few paragraphs have a column
    of their own, the next ones are in one that is made as those above.
    """
    beside = (line for line in behind if rows.size(line) and _is_akin(line, homes))
    return sum(line.size for line in beside if not _leads(line)) >= _MORE


def _is_akin(line: Line, homes: Set[str]) -> bool:
    """Whether a line's element is one of some, or made as several of them are."""
    if line.home in homes:
        return True
    made = _INDEX.sub("", line.home)
    return sum(_INDEX.sub("", home) == made for home in homes) >= _COLUMNS


_COLUMNS = 2
_INDEX = re.compile(r"\[\d+\]")


def _points(lines: Sequence[Line], n: int, homes: Set[str]) -> bool:
    """Whether a paragraph beside those of the work leads on by itself: "Read more: The bridge"."""
    line = lines[n]
    if line.block.tag != "p" or line.home not in homes:
        return False
    below = takewhile(lambda other: other.path == line.path, lines[n + 1 :])
    return any(map(_is_led, below)) or (line.block.links > 0 and links.points(line))


def _is_closed(behind: Sequence[Line], homes: Set[str]) -> bool:
    """Whether the work closes behind a box with a few words more, beside the paragraphs above."""
    told = [line for line in behind if line.block.tag == "p" and line.final]
    told = [line for line in told if _is_akin(line, homes)]
    told = [line for line in told if line.block.hints.isdisjoint(hints.OUTSIDE)]
    return sum(line.size for line in told if not line.block.links) >= _LEAST


_LEAST = 5


def _leads(line: Line) -> bool:
    return line.block.links > _UNLINKED * (line.end - line.start)


_UNLINKED = 0.2
_MORE = 25
"""Words of the paragraphs below a box of links with which a work goes on, at least."""


def _last_headings(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The headings at the very end, above nothing."""
    for n in reversed(held):
        if lines[n].role != "heading":
            return
        yield n
