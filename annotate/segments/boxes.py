"""Small boxes of a web page that are told by what they hold: no name says what they are.

A heading over nothing but a form is the form's, and one that leads elsewhere, alone in its box, is
another article's; a label over a date is the byline's; a line all in quotation marks, built as no
paragraph of the work is, is pulled out of it to adorn it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from annotate import lexicons
from annotate.segments import cores, furniture, hours, pleas
from annotate.segments.lines import Line


def furnished(lines: Sequence[Line], core: Set[int], opening: int) -> frozenset[int]:
    """The lines of the core that belong to furniture or adorn the work.

    lines: each with the role of its place. opening: the first line of running text.
    """
    headings = [n for n in core if lines[n].role == "heading"]
    found = {n for n in headings if _heads_furniture(lines, n) or _heads_links(lines, n)}
    found |= {n for n in range(opening) if _is_label(lines, n) or _is_entry(lines[n])}
    found |= set(_rows(lines, min(core, default=0)))
    found |= set(_offers(lines, core))
    found |= set(_pleading(lines, core))
    found |= set(_listing_offers(lines, core))
    found |= {n for n in _headings_above(lines, opening) if _is_verdict_label(lines[n])}
    leading = [n for n in headings if _leads_alone(lines, n)]
    return frozenset({*found, *_pulled(lines, core), *(leading if len(leading) < _LIST else ())})


def credited(lines: Sequence[Line]) -> Iterator[int]:
    """The lines beside a picture that have its credit right below, in the same box."""
    for n, (line, below) in enumerate(pairwise(lines)):
        loose = line.role in {None, "paragraph"} and "pictured" in line.block.hints
        credited = below.role == "caption" and "pictured" in below.block.hints
        if loose and credited and line.home == below.home and line.size <= _CAPTION:
            yield n


_CAPTION = 45
"""Words that tell what a picture shows, above its credit, at most."""


def _heads_furniture(lines: Sequence[Line], n: int) -> bool:
    """Whether a heading is in a box that holds furniture besides and nothing else."""
    home = lines[n].home
    beside = [
        *_within(lines, home, range(n + 1, len(lines))),
        *_within(lines, home, range(n)[::-1]),
    ]
    return bool(beside) and all(beside)


def _within(lines: Sequence[Line], home: str, places: range) -> Iterator[bool]:
    """For each line of a box beside one of its own, whether it furnishes, up to the first not."""
    for n in places:
        if not lines[n].is_in(home):
            return
        furnishes = _furnishes(lines[n])
        yield furnishes
        if not furnishes:
            return


def _furnishes(line: Line) -> bool:
    """Whether a line is furniture by its place or its words; the time of an entry is none."""
    if hours.alone(line.words):
        return False
    return line.role == "boilerplate" or (line.role is None and furniture.is_furniture(line))


def _offers(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The lines of small boxes with a heading, a few words and a button, each the only one so made.

    Boxes alike are things that a work lists, each with its button.
    """
    homes = {_form(lines[n]) for n in core if _is_button(lines[n])}
    held: dict[str, list[int]] = defaultdict(list)
    for n in sorted(core) if homes else ():
        for home in homes.intersection(_around(lines[n])):
            held[home].append(n)
    tags = {home: tuple(lines[n].block.tag for n in inside) for home, inside in held.items()}
    alike = Counter(tags.values())
    for home, inside in held.items():
        headed = any(lines[n].block.role == "heading" for n in inside)
        if headed and _is_small(lines, inside) and alike[tags[home]] == 1:
            yield from inside


def _pleading(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The lines of small boxes in which somebody asks for something beside a button for it."""
    first, last = min(core, default=0), max(core, default=-1)
    for n in range(first, last):
        if not _is_button(lines[n]):
            continue
        near = range(max(first, n - _FEW), min(last, n + _FEW) + 1)
        homes = {lines[m].home for m in near if _pleads(lines[m])}
        for home in homes:
            inside = [m for m in near if lines[m].is_in(home)]
            if n in inside and _is_small(lines, inside):
                yield from (m for m in inside if m in core)


def _listing_offers(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The items of small boxes in which all else is furniture and something is asked for."""
    for home in {lines[n].home for n in core if _pleads(lines[n])}:
        inside = [n for n in core if lines[n].is_in(home)]
        if len(inside) > 2 * _FEW or sum(lines[n].size for n in inside) > 2 * _OFFER:
            continue
        items = [n for n in inside if lines[n].role == "list_item" and not lines[n].sentence]
        if items and all(lines[n].role == "boilerplate" for n in inside if n not in items):
            yield from items


def _headings_above(lines: Sequence[Line], opening: int) -> Iterator[int]:
    """The headings above the running text."""
    return (n for n in range(opening) if lines[n].role == "heading")


def _is_verdict_label(line: Line) -> bool:
    """Whether a heading is the label of a field in the box of a fact check: "Claim"."""
    words = line.words.lower().replace("’", "'").strip(" :*_")
    return words in lexicons.listed("verdict_labels")


def _pleads(line: Line) -> bool:
    return line.role == "boilerplate" and pleas.is_plea(line)


def _is_small(lines: Sequence[Line], inside: Sequence[int]) -> bool:
    return len(inside) <= _FEW and sum(lines[n].size for n in inside) <= _OFFER


def _form(line: Line) -> str:
    """The path of the box of a button, the form around it left out."""
    return re.sub(r"/form(?:\[\d+\])?(?:/.*)?$", "", line.home)


def _around(line: Line) -> Iterator[str]:
    """The paths of a line's own element and of all around it."""
    path = line.path
    while path:
        yield path
        path = path.rpartition("/")[0]


def _is_button(line: Line) -> bool:
    return line.block.tag == "button" and line.role == "boilerplate"


_FEW = 6
_OFFER = 60
"""Lines and words of a box that offers something, at most."""


def _heads_links(lines: Sequence[Line], n: int) -> bool:
    """Whether all that stands below a heading, up to the next of its rank, leads elsewhere."""
    links = 0
    for line in lines[n + 1 :]:
        if line.block.role == "heading":
            return links > 0 and line.block.level <= lines[n].block.level
        if not _furnishes(line):
            return False
        links += line.block.role == "list_item" and line.block.links > 0
    return links > 0


def _leads_alone(lines: Sequence[Line], n: int) -> bool:
    """Whether a heading is a link, and all that its box holds."""
    line = lines[n]
    if line.block.level < 2 or not cores.is_linked(line):
        return False
    home = line.home
    beside = [*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]]
    return not any(other.is_in(home) for other in beside)


_LIST = 3
"""Such headings from which they are the names of things that a work lists: on fundus, l3s and wcxb
28 of 28 are, and of fewer on a page none; see tests/bench/extraction.py."""


def _rows(lines: Sequence[Line], first: int) -> Iterator[int]:
    """The items above the work of lists that have buttons in them."""
    items = [n for n in range(first) if lines[n].block.role == "list_item"]
    homes = {lines[n].home for n in items if lines[n].role == "boilerplate"}
    for n in items:
        if lines[n].role == "list_item" and not lines[n].sentence and lines[n].home in homes:
            yield n


def _is_label(lines: Sequence[Line], n: int) -> bool:
    """Whether a term of a definition list stands above a byline: "Published"."""
    line, behind = lines[n], lines[n + 1] if n + 1 < len(lines) else None
    if line.block.tag != "dt" or line.size > _LABEL or behind is None:
        return False
    return behind.block.tag == "dd" and behind.role in {"byline", "boilerplate"}


_LABEL = 4


def _is_entry(line: Line) -> bool:
    """Whether a line above the work says in a definition list whose it is, and when: "From:"."""
    short = line.size <= _ENTRY and not line.sentence
    return line.block.tag in {"dt", "dd"} and line.role == "list_item" and short


_ENTRY = 12


def _pulled(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The lines all in quotation marks that the work has again, or that are made as none of it.

    What is set as a block quotation is pulled where the work has it again within a paragraph.
    """
    yield from _set_again(lines, core)
    found = [n for n in core if _may_be_pulled(lines[n])]
    lifted = [n for n in core if _may_be_lifted(lines[n])]
    if not (found or lifted):
        return
    prose = [lines[n] for n in core if lines[n].prose and n not in found]
    makes = {line.make for line in prose}
    for n in found:
        wanted = lines[n].letters
        apart = lines[n].make not in makes and lines[n].block.tag not in _FLOWING
        if apart or any(wanted in line.letters for line in prose):
            yield n
    for n in lifted:
        near = (lines[m] for m in range(n - _NEAR, n + _NEAR + 1) if m in core and m != n)
        if lines[n].make not in makes and _is_in(lines[n].letters, near):
            yield n


def _is_in(wanted: str, lines: Iterable[Line]) -> bool:
    told = (line.letters for line in lines if line.prose and line.role in {None, "paragraph"})
    return any(wanted in words and wanted != words for words in told)


def _may_be_lifted(line: Line) -> bool:
    """Whether a line without marks, in an element of its own, may be one pulled out of the work."""
    loose = line.role is None and line.size in _LIFTED and line.block.links == 0
    return loose and line.block.tag not in _FLOWING and not line.mark


_LIFTED = range(7, 46)


def _set_again(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The block quotations whose words a paragraph of the work near them has."""
    for n in core:
        line = lines[n]
        if line.role != "quote" or line.size not in _PULLED or line.block.links:
            continue
        wanted = line.letters
        near = (m for m in range(n - _NEAR, n + _NEAR + 1) if m in core and m != n)
        told = (lines[m] for m in near if lines[m].role in {None, "paragraph"} and lines[m].prose)
        if any(wanted in other.letters for other in told):
            yield n


_NEAR = 12
"""How many lines from what it repeats a pulled quotation stands, at most."""


def _may_be_pulled(line: Line) -> bool:
    loose = line.role is None and line.size in _PULLED and line.block.links == 0
    return loose and bool(_QUOTED.fullmatch(line.words))


_PULLED = range(4, 46)
"""Words of a sentence pulled out of a work; what is shorter may return by chance."""

_QUOTED = re.compile(r"[“\"«„‘][^“”\"«»„]+[”\"»“’]")
_FLOWING = frozenset({"p", "li", "dd", "blockquote", "pre"})
