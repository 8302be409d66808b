"""Siblings: elements of one page that are built alike and each say when they were written.

Readers' comments, whatever made the page, are records: neighbours with the same tag and class, each
with a date or "… says:" and some words. Where the words stand beside the dates instead of below
them, a record is a run of neighbours, from one date up to the next.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from statistics import median

from lxml.html import HtmlElement

from annotate.sources import dates, stamps
from annotate.sources.nodes import Node

Record = tuple[HtmlElement, ...]


@dataclass(slots=True, kw_only=True)
class Survey:
    """What one look at all elements of a page shows.

    nodes: all that the page holds. size: signs of the words in each element; links: of those in
    links. stamped: signs of the short texts that tell when; stamps: how many such texts. above:
    signs of prose before each element; before: of any text. holders: the elements right around a
    text that tells when. What is inside an element counts once `groups` has found some alike.
    """

    nodes: Sequence[Node]
    size: dict[HtmlElement, int] = field(default_factory=dict)
    links: dict[HtmlElement, int] = field(default_factory=dict)
    stamped: dict[HtmlElement, int] = field(default_factory=dict)
    stamps: dict[HtmlElement, int] = field(default_factory=dict)
    above: dict[HtmlElement, int] = field(default_factory=dict)
    before: dict[HtmlElement, int] = field(default_factory=dict)
    holders: list[HtmlElement] = field(default_factory=list)


_NEVER = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "option", "textarea", "title"}
)
_PROSE = 60
"""Signs of a text that is more than a label."""

_STAMP = 90
"""Signs of a text that tells when, at most: "Posted by Lena on …"."""

_SPREAD = 400
"""Signs of such a text as it may stand in the file, indented and over several lines."""

_FIGURES = re.compile(r"\d(?:[:./-]\d|\d{3})")
_WORDS = re.compile(
    r"\bago\b|yesterday|just now|\bsa(?:ys|id|gt)\b|gesagt|posted by|a dit", re.IGNORECASE
)
_SIGNS = ("ago", "yesterday", "just now", "says", "said", "sagt", "posted by", "a dit")
"""What all the words that tell when hold one of: most texts have none, which is quickly seen."""

_TELLS = re.compile(
    rf"(?:{dates.DATE})|{dates.AGO.pattern}|{dates.YEARLESS}"
    r"|\b(?:says|said|wrote|writes|sagt|gesagt|a dit)\s*:?\s*$"
    r"|^(?:posted|comment(?:ed)?|submitted)\s+by\b",
    re.IGNORECASE,
)

_SINCE = re.compile(stamps.SINCE, re.IGNORECASE)


def survey(nodes: Sequence[Node]) -> Survey:
    """What one look at all that a page holds shows."""
    found = Survey(nodes=nodes)
    above, before = found.above, found.before
    prose = signs = 0
    for element, tag, text, tail, holder, _ in nodes:
        if tag:
            above[element], before[element] = prose, signs
            if text and tag not in _NEVER and (words := text.strip()):
                signs += len(words)
                prose += len(words) if len(words) >= _PROSE else 0
                _count(found, element, words)
        if tail and holder is not None and (words := tail.strip()):
            signs += len(words)
            prose += len(words) if len(words) >= _PROSE else 0
            _count(found, holder, words)
        if tag == "time" and element.get("datetime"):
            _stamp(found, element, 0)
    return found


def _count(found: Survey, holder: HtmlElement, words: str) -> None:
    if _STAMP < len(words) <= _SPREAD and "\n" in words:
        words = " ".join(words.split())
    found.size[holder] = found.size.get(holder, 0) + len(words)
    if len(words) <= _STAMP and _tells(words):
        _stamp(found, holder, len(words))


def _stamp(found: Survey, holder: HtmlElement, size: int) -> None:
    if not found.holders or not _is_same(found.holders[-1], holder):
        found.holders.append(holder)
        found.stamps[holder] = found.stamps.get(holder, 0) + 1
    found.stamped[holder] = found.stamped.get(holder, 0) + size


def _is_same(last: HtmlElement, holder: HtmlElement) -> bool:
    """Whether a text that tells when is of the last one: in one `<time>` it may be told twice."""
    return last is holder or (last.tag == "time" and holder.getparent() is last)


@lru_cache(maxsize=4096)
def _tells(words: str) -> bool:
    if (_FIGURES.search(words) or _has_word(words)) and _TELLS.search(words):
        return True
    return len(words) <= _SHORT and bool(_SINCE.fullmatch(words))


def _has_word(words: str) -> bool:
    plain = words.lower()
    return any(sign in plain for sign in _SIGNS) and bool(_WORDS.search(words))


def _sum_up(found: Survey) -> None:
    """What each element holds, added to the one around it, the innermost first."""
    sizes, links, stamps = found.size, found.links, found.stamps
    for node, tag, _, _, holder, _ in reversed(found.nodes):
        size = sizes.get(node, 0)
        told = stamps.get(node, 0)
        if not (size or told):
            continue
        linked = links[node] = size if tag == "a" else links.get(node, 0)
        if holder is None:
            continue
        if size:
            sizes[holder] = sizes.get(holder, 0) + size
        if linked:
            links[holder] = links.get(holder, 0) + linked
        if told:
            stamps[holder] = stamps.get(holder, 0) + told
            found.stamped[holder] = found.stamped.get(holder, 0) + found.stamped.get(node, 0)


# groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Records that are neighbours and built alike: each is one element, or a run of them."""

    members: tuple[HtmlElement, ...]
    records: tuple[Record, ...]


_LEAST = 20
"""Signs that a record says besides when, in the middle of a group; a name alone has fewer."""

_MOST_STAMPS = 3
"""How often most records tell when; what tells it more often holds a list itself."""

_CHANGING = re.compile(
    r"\d+|(?:odd|even)\b|\b(?:alt|first|last|depth|by(?:post)?author|byuser|thread|parent|new|hidden)\b"
)


def groups(found: Survey) -> list[Group]:
    """The groups of records of a page, outermost first."""
    held: dict[tuple[HtmlElement, str], list[HtmlElement]] = {}
    seen: set[HtmlElement] = set()
    for holder in found.holders:
        for child, parent in _climbed(holder):
            if child in seen:
                break
            seen.add(child)
            held.setdefault((parent, kind(child)), []).append(child)
    alike = [members for members in held.values() if len(members) > 1]
    if not alike:  # half of all news pages have none, and most others
        return []
    _sum_up(found)
    grouped = (_group(members, found) for members in alike)
    return _lowest([group for group in grouped if group is not None], found.stamps)


def _climbed(element: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    child, parent = element, element.getparent()
    while parent is not None and child.tag not in {"body", "html"}:
        yield child, parent
        child, parent = parent, parent.getparent()


def kind(element: HtmlElement) -> str:
    """What elements that are built alike have in common: their tag and class, numbers aside."""
    return _kind(str(element.tag), element.get("class") or "")


@lru_cache(maxsize=4096)
def _kind(tag: str, given: str) -> str:
    kept = _CHANGING.sub("", given.lower()).split()
    return f"{tag}.{kept[0].strip('-_')}" if kept else tag


def _group(members: Sequence[HtmlElement], found: Survey) -> Group | None:
    counts = [found.stamps.get(member, 0) for member in members]
    if median(counts) > _MOST_STAMPS:
        return None
    said = median(found.size.get(one, 0) - found.stamped.get(one, 0) for one in members)
    records = _widened(members, found) if said >= _LEAST else _runs(members, found)
    return Group(members=tuple(members), records=records) if records else None


def _lowest(found: Sequence[Group], stamps: Mapping[HtmlElement, int]) -> list[Group]:
    """The groups without those that only hold a finer one, and without those inside the others.

    stamps: how often each element tells when: records that all tell it equally often hold none.
    Answers are built as the comments around them are, so both are kept.
    """
    inside = {member: n for n, group in enumerate(found) for member in group.members}
    left_out: set[int] = set()
    held = sorted(enumerate(found), key=lambda one: -len(one[1].members))
    for m, group in held:
        if m in left_out:
            continue
        for holder in group.members[0].iterancestors():
            n = inside.get(holder)
            if n is None or n in left_out or kind(group.members[0]) == kind(holder):
                continue
            most = len(group.members) >= len(found[n].members)
            alike = len({stamps.get(member) for member in found[n].members}) == 1
            finer = most and not alike and not _is_row(group, found, n)
            left_out.add(n if finer else m)
    return [group for n, group in enumerate(found) if n not in left_out]


def _is_row(group: Group, found: Sequence[Group], n: int) -> bool:
    """Whether a group is what one member of another is made of, and the rest are made the same."""
    outer = found[n].members
    if len(group.members) != len(outer):
        return False
    made = (one for one in found if kind(one.members[0]) == kind(group.members[0]))
    return len({node for one in made for node in _held(one, outer)}) == len(outer)


def _held(group: Group, outer: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """The member of an outer group that holds all of a group, if one does."""
    around = [set(member.iterancestors()) for member in group.members]
    yield from (member for member in outer if all(member in each for each in around))


def _widened(members: Sequence[HtmlElement], found: Survey) -> tuple[Record, ...]:
    """Each member with the neighbours of its own kind that have no date: paragraphs of it."""
    known, alike = set(members), kind(members[0])
    below = _is_signed_below(members, found)
    records = []
    for member in members:
        more = []
        node = member.getprevious() if below else member.getnext()
        while node is not None and node not in known and _is_alike(node, alike):
            more.append(node)
            node = node.getprevious() if below else node.getnext()
        records.append((*reversed(more), member) if below else (member, *more))
    return tuple(records)


def _is_alike(node: HtmlElement, alike: str) -> bool:
    return isinstance(node.tag, str) and kind(node) == alike


def _is_signed_below(members: Sequence[HtmlElement], found: Survey) -> bool:
    """Whether most members say first what they say, and then who says it."""
    below = 0
    for member in members:
        at = _first_stamp(member, found)
        before = found.before[at] - found.before[member] if at is not None else 0
        below += 2 * before > found.size.get(member, 0)
    return 2 * below > len(members)


def _first_stamp(member: HtmlElement, found: Survey) -> HtmlElement | None:
    return next(
        (node for node in member.iter() if found.stamps.get(node) and _leaf(node, found)), None
    )


def _leaf(node: HtmlElement, found: Survey) -> bool:
    return not any(found.stamps.get(child) for child in node if isinstance(child.tag, str))


# runs


def _runs(members: Sequence[HtmlElement], found: Survey) -> tuple[Record, ...]:
    """The runs of neighbours that each have one date; none if words stand nowhere between."""
    between = [_between(a, b) for a, b in pairwise(members)]
    full = sum(_says(run, found) for run in between)
    if 3 * full < 2 * len(between) or not full:
        return ()
    if _stand_below(members, between, found):
        first = _first_run(members[0], between, found)
        return tuple((*run, member) for run, member in zip([first, *between], members, strict=True))
    if _have_leads(members, between, found):
        return _led(members, between, found)
    last = _last_run(members[-1], between, found)
    return tuple((member, *run) for member, run in zip(members, [*between, last], strict=True))


def _have_leads(
    members: Sequence[HtmlElement], between: Sequence[Sequence[HtmlElement]], found: Survey
) -> bool:
    """Whether a short neighbour stands above each date: a name, or a title."""
    first = members[0].getprevious()
    if first is None or not isinstance(first.tag, str) or not found.size.get(first):
        return False
    leads = [run[-1] for run in between if run]
    alike = len(leads) == len(between) and all(kind(lead) == kind(first) for lead in leads)
    short = all(0 < found.size.get(lead, 0) <= _PROSE for lead in (first, *leads))
    return alike and short and any(kind(node) != kind(first) for run in between for node in run)


def _led(
    members: Sequence[HtmlElement], between: Sequence[Sequence[HtmlElement]], found: Survey
) -> tuple[Record, ...]:
    """The runs, each from the neighbour above its date on."""
    lead = members[0].getprevious()
    leads = [lead, *(run[-1] for run in between)]
    kinds = {kind(node) for run in between for node in run[:-1]}
    runs = [*(run[:-1] for run in between), _run_of(members[-1], kinds, found, below=True)]
    return tuple(
        (before, member, *run)
        for before, member, run in zip(leads, members, runs, strict=True)
        if before is not None
    )


def _between(first: HtmlElement, last: HtmlElement) -> list[HtmlElement]:
    run, node = [], first.getnext()
    while node is not None and node is not last:
        if isinstance(node.tag, str):
            run.append(node)
        node = node.getnext()
    return run


def _says(run: Sequence[HtmlElement], found: Survey) -> bool:
    """Whether a run has words of its own, not links above all."""
    size = sum(found.size.get(node, 0) for node in run)
    return size >= _SHORT and 2 * sum(found.links.get(node, 0) for node in run) < size


_SHORT = 8


def _stand_below(
    members: Sequence[HtmlElement], between: Sequence[Sequence[HtmlElement]], found: Survey
) -> bool:
    """Whether each date stands below its words: nothing like them follows the last one."""
    kinds = {kind(node) for run in between for node in run if found.size.get(node)}
    return not _run_of(members[-1], kinds, found, below=True) and bool(
        _run_of(members[0], kinds, found, below=False)
    )


def _first_run(
    member: HtmlElement, between: Sequence[Sequence[HtmlElement]], found: Survey
) -> list[HtmlElement]:
    kinds = {kind(node) for run in between for node in run}
    return _run_of(member, kinds, found, below=False)


def _last_run(
    member: HtmlElement, between: Sequence[Sequence[HtmlElement]], found: Survey
) -> list[HtmlElement]:
    kinds = {kind(node) for run in between for node in run}
    longest = max(len(run) for run in between)
    return _run_of(member, kinds, found, below=True)[:longest]


def _run_of(
    member: HtmlElement, kinds: set[str], found: Survey, *, below: bool
) -> list[HtmlElement]:
    """The neighbours of a date, on one side, that are built as those between the dates are."""
    run: list[HtmlElement] = []
    node = member.getnext() if below else member.getprevious()
    while node is not None:
        if isinstance(node.tag, str):
            if kind(node) not in kinds or found.stamps.get(node):
                break
            run.append(node)
        node = node.getnext() if below else node.getprevious()
    if not any(found.size.get(node) for node in run):
        return []
    return run if below else run[::-1]


def above(group: Group, found: Survey) -> int:
    """Signs of prose above the first record of a group."""
    return found.above.get(group.records[0][0], 0)


def share_of_links(group: Group, found: Survey) -> float:
    """How much of what a group says stands in links."""
    nodes = [node for record in group.records for node in record]
    size = sum(found.size.get(node, 0) for node in nodes)
    return sum(found.links.get(node, 0) for node in nodes) / max(1, size)
