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
from annotate.segments import cards, links, pleas
from annotate.segments.lines import Line
from annotate.sources import hints
from annotate.sources.told import TOLD

_MOST = 0.6
"""How much of the prose the largest article holds, for the others to be teasers: with less, the
page is a list of articles or a live blog."""

_CARDS = 0.2
"""How much of the prose boxes with linked headings may hold; a list of reviews holds more."""

_ABOVE = 0.85
"""How much of the prose stands above a heading that closes the work; earlier ones stand in it."""

_SHORT = 12

_INNERMOST = re.compile(r".*/article(?:\[\d+\])?(?=/)")


def idle(lines: Sequence[Line], core: frozenset[int], title: str | None) -> frozenset[int]:
    """The lines of the core that are none of the work.

    title: of the work, as the page declares it.
    """
    held = sorted(core)
    left = {
        *_nested(lines, held),
        *_next(lines, held, folded(title or "")),
        *_cards(lines, held),
        *_untold(lines, held),
    }
    left |= set(_appeals(lines, held))
    left |= set(_behind(lines, [n for n in held if n not in left]))
    left -= {n for n in left if TOLD in lines[n].block.hints}
    left |= set(_last_headings(lines, [n for n in held if n not in left]))
    return frozenset(left)


def _size(line: Line) -> int:
    """The words of a line of prose that may be the work's, none of any other."""
    return line.size if line.prose and not line.block.hints & hints.OUTSIDE else 0


def _nested(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The lines of articles inside or beside the one that holds the work."""
    homes = {n: _article(lines[n]) for n in held}
    sizes: Counter[str] = Counter()
    for n, home in homes.items():
        sizes[home] += _size(lines[n])
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
    or with a byline below its title.
    """
    heads = [n for n in held if lines[n].role == "heading" and lines[n].block.level == 1]
    own = [n for n in heads if (words := folded(lines[n].words)) and title.startswith(words)]
    others = [n for n in heads if n not in own and _is_titled(lines, n)]
    if len(own) != 1 or not others:
        return
    homes = cards.boxes([_path(lines[n]) for n in (*own, *others)])
    home = cards.holder(_path(lines[own[0]]), homes)
    told = [n for n in held if home and cards.is_in(_path(lines[n]), home)]
    if told and min(others) > told[-1] and sum(_size(lines[n]) for n in told) >= _WHOLE:
        yield from (n for n in held if n > told[-1])


def _is_titled(lines: Sequence[Line], n: int) -> bool:
    """Whether a heading is an article's title: in one, or above who wrote it and when."""
    below = lines[n + 1 : n + 1 + _HEAD]
    return bool(_article(lines[n])) or any(line.byline or line.role == "byline" for line in below)


_HEAD = 3
_WHOLE = 40
"""Words of prose of an article that stands before others, at least."""


def _article(line: Line) -> str:
    hit = _INNERMOST.match(_path(line))
    return f"{hit[0]}/" if hit else ""


def _cards(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The lines of boxes alike, each with a heading that is a link."""
    total = sum(_size(lines[n]) for n in held)
    for paths in cards.alike(lines, held).values():
        boxes = cards.boxes(paths) if len(paths) > 1 else frozenset[str]()
        inside = [n for n in held if cards.holder(_path(lines[n]), boxes)]
        prose = sum(_size(lines[n]) for n in inside)
        few = prose <= _CARDS * total or _are_outside(lines, held, inside)
        if inside and (few or _are_announced(lines, held, inside[0])):
            yield from inside
    for paths in cards.titled(lines, held).values():
        boxes = cards.boxes(paths) if len(paths) >= _ROW else frozenset[str]()
        inside = [n for n in held if cards.holder(_path(lines[n]), boxes)]
        if inside and _are_behind(lines, held, inside, len(paths)):
            yield from inside
            yield from _label(lines, held, inside[0])


def _label(lines: Sequence[Line], held: Sequence[int], first: int) -> Iterator[int]:
    """The line right above the first card that says what the cards are, if there is one."""
    n = first - 1
    label = n in held and lines[n].size <= _SHORT and not lines[n].sentence
    if label and cards.leads(lines, n):
        yield n


_ROW = 3
"""Cards with titles that are no headings, at least."""

_BEHIND = 0.45
"""How much of the prose such cards may hold, where all else stands above them."""


def _are_behind(
    lines: Sequence[Line], held: Sequence[int], inside: Sequence[int], many: int
) -> bool:
    """Whether cards stand below all other prose, and hold less of it, a few words each."""
    below = any(_size(lines[n]) for n in held if n > inside[0] and n not in set(inside))
    prose = sum(_size(lines[n]) for n in inside)
    total = sum(_size(lines[n]) for n in held)
    return not below and 0 < prose <= min(_BEHIND * total, _LONGEST * many)


_LONGEST = 80
"""Words of prose in such a card, on average, at most."""


def _are_outside(lines: Sequence[Line], held: Sequence[int], inside: Sequence[int]) -> bool:
    """Whether the work is in an article of the page, and the cards are not."""
    cards = frozenset(inside)
    marked = {n for n in held if _size(lines[n]) and lines[n].block.hints & {"article", "body"}}
    return bool(marked) and not marked & cards


def _are_announced(lines: Sequence[Line], held: Sequence[int], first: int) -> bool:
    """Whether the line above the first card says that what comes is something else."""
    above = [n for n in held if n < first]
    return bool(above) and closes(lines[above[-1]])


def _path(line: Line) -> str:
    return line.block.xpath or ""


def _appeals(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The boxes of bare text that appeal to the reader, among paragraphs marked up as such."""
    prose = [n for n in held if _size(lines[n])]
    bare = [n for n in prose if lines[n].block.tag == "div"]
    if sum(lines[n].size for n in bare) <= _BARE * sum(lines[n].size for n in prose):
        yield from (n for n in bare if pleas.is_appeal(lines[n]))


_BARE = 0.3
"""How much of the prose may stand in no paragraph, for that to be something else."""


def _untold(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The prose that the page's declared body has not, in other boxes than what it has."""
    told = [n for n in held if TOLD in lines[n].block.hints and lines[n].prose]
    size = sum(lines[n].size for n in told)
    if len(told) < _SURE or 2 * size < sum(_size(lines[n]) for n in held):
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
    total = sum(_size(lines[n]) for n in held)
    above = 0
    homes: set[str] = set()
    buttons: set[str] = set()
    for at, n in enumerate(held):
        if size := _size(lines[n]):
            above += size
            homes.add(lines[n].home)
        if not total or not closes(lines[n]):
            continue
        if above < _ABOVE * total:
            buttons.add(lines[n].words)  # "Read more", below each thing that the work lists
            continue
        if lines[n].words in buttons:
            continue
        behind = [lines[m] for m in held[at + 1 :]]
        boxed = _appeals_to(lines[n]) and lines[n].home not in homes
        if not _goes_on(behind, homes) or (_appeals_to(lines[n]) and not boxed):
            yield from held[at:]
            return
        if boxed:  # between paragraphs of the work
            yield from _box(lines, held[at:])


def _box(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The first of some lines, and those right behind it in the same element."""
    box = cards.opening(lines[held[0]].home)
    return takewhile(lambda n: cards.is_in(_path(lines[n]), box), held)


def _goes_on(behind: Sequence[Line], homes: Set[str]) -> bool:
    """Whether the work goes on: with paragraphs beside those above, that are no links.

    homes: the elements around the paragraphs above. A box of links may stand between paragraphs,
    and a section of the work may be called "Other books".
    """
    beside = (line for line in behind if _size(line) and line.home in homes)
    return sum(line.size for line in beside if not _leads(line)) >= _MORE


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


_APPEALS = (
    r"(?:get|stay) (?:in touch|connected|informed|updated|the latest|started|our|more)\b.{0,40}"
    r"|(?:subscribe|sign up|join (?:our|the|us)|follow (?:us|me)?|newsletters?|connect with"
    r"|contact (?:us|me|information)?|support (?:us|our)|donate|share this|share (?:on|the|your)"
    r"|like this|spread the word|become a)\b.{0,50}"
    r"|(?:schedule|book|request|start|try) (?:a|your|an|for)\b.{0,40}"
    r"|download (?:our|the|now).{0,40}"
    r"|(?:unlock|get (?:unlimited|full) access|create (?:a|your) (?:free )?account"
    r"|already (?:a|have) (?:an? )?(?:subscriber|member|account)|log ?in|sign in|register"
    r"|choose your|to (?:continue|keep) reading|start your|you(?:[’']ve| have) reached"
    r"|this (?:article|story|content|post) is (?:\w+ ){0,2}(?:for|to|exclusive)\b).{0,90}"
    r"|(?:tags?|topics?|categories|filed under|comments?|leave a .{0,20})"
)
_APPEALING = re.compile(_APPEALS, re.IGNORECASE)
"""What asks the reader for something: nothing of a work stands below it."""

_CLOSING = re.compile(
    r"(?:explore|read|see|discover|find|view|browse) (?:more|all|next|also|other|related|our)\b"
    r".{0,40}|check out (?:next|also)\b.{0,30}"
    r"|if you (?:liked|like|enjoyed|loved) (?:this|my|the)\b.{0,60}"
    r"|(?:more|other) \w+ (?:articles|posts|stories|reading) (?:by|from|on|about|in)\b.{0,40}"
    r"|(?:go|dig) deeper|(?:keep|continue) (?:reading|exploring)|up next"
    r"|what(?:[’']s| to read) next"
    r"|(?:latest|recent|more|other|related|similar|popular|previous|featured|trending|top|new)"
    r" (?:posts?|articles?|stories|news|blogs?|entries|content|reads?|reading|resources|topics"
    r"|videos?|insights|publications|headlines|links|recipes|guides|books?|coverage|events)\b.{0,40}"
    r"|(?:more|articles|posts|stories|also) (?:from|by|in|on|about|like) .{1,50}"
    r"|(?:related|recommended|most (?:read|popular|viewed|shared|recent)|trending(?: now)?|popular)"
    r"(?: (?:for you|on|in|from|by|this|now|today)\b.{0,30})?"
    r"|(?:you (?:may|might)|you[’']ll|readers|people|others) (?:also |might )?(?:like|liked|love"
    r"|enjoy|enjoyed|be interested|read|viewed).{0,30}"
    r"|don[’']t miss.{0,30}|in case you missed it|editor[’']?s[’']? (?:picks?|choice)"
    rf"|{_APPEALS}",
    re.IGNORECASE,
)


def closes(line: Line) -> bool:
    """Whether a line says that what follows is no more of the work: "Explore more articles"."""
    if line.size > _SHORT or line.prose or line.role not in {"heading", None}:
        return False
    return links.opens_teasers(line) or bool(_CLOSING.fullmatch(_bare(line)))


def _appeals_to(line: Line) -> bool:
    return bool(_APPEALING.fullmatch(_bare(line)))


def _bare(line: Line) -> str:
    return line.words.strip(" :.…!»›→>|*")
