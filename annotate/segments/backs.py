"""Back matter: what stands behind a work under a heading of its own, and footnotes without one."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from annotate.segments import furniture, notes, notices
from annotate.segments.lines import Line

_SHARE = 0.35
"""How much of a text may stand behind a heading of notes for them to be its back matter."""

_STARRED = re.compile(r"(?P<mark>\*{1,3}|†|‡|§)\s?(?=[^\W_])")
_REFERRED = re.compile(r"[^\W_][.,”\")]?\\?(?:\*|†|‡|§)(?![\w*])")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\s+(?=[A-Z“])")


_SHORT = 40
"""Words of a lone numbered note, at most, where prose may stand below it."""


def notes_behind(lines: Sequence[Line], head: int, end: int) -> Iterator[int]:
    """The lines behind a work that tell of its author or explain its words."""
    yield from _headed(lines, head, end)
    yield from _footnotes(lines, head, end)
    yield from _bracketed(lines, head, end)


def _bracketed(lines: Sequence[Line], head: int, end: int) -> Iterator[int]:
    """The footnotes of a page, "[1] …", wherever the page ends: the work refers to each."""
    opened = [(n, hit) for n in range(head, end) if (hit := _BRACKETED.match(lines[n].words))]
    if not opened:
        return
    referred = {hit for line in lines[head:end] for hit in _REFERENCE.findall(line.words)}
    for n, hit in opened:
        if hit["mark"] in referred and lines[n].role in {None, "quote"}:
            yield n


_REFERENCE = re.compile(r"(?<=[^\s\[\]])(\[\d{1,3}\]|[¹²³⁴-⁹]+)")
_BRACKETED = re.compile(r"(?P<mark>\[\d{1,3}\]|[¹²³⁴-⁹]+)\s+\S")


def _headed(lines: Sequence[Line], head: int, end: int) -> Iterator[int]:
    """The lines from a heading of notes on, up to another heading or a notice."""
    sizes = list(accumulate((line.size for line in lines[:end]), initial=0))
    inside = False
    for n in range(head, end):
        line = lines[n]
        few = sizes[end] - sizes[n] <= _SHARE * sizes[end]
        if few and _opens(lines, n) and not _is_passed(lines, n, end):
            inside = True
        elif line.role == "heading" or notices.is_notice(line) or furniture.is_furniture(line):
            inside = False
        if inside:
            yield n


def _is_passed(lines: Sequence[Line], n: int, end: int) -> bool:
    """Whether the box of a heading of notes ends, and the work goes on below it: a recipe's box."""
    line = lines[n]
    boxed = line.block.tag and n + 1 < end and lines[n + 1].is_in(line.home)
    if not boxed or not notes.is_heading(line.words):
        return False
    below = (one for one in lines[n + 1 : end] if not one.is_in(line.home))
    return any(one.sentence and one.role in {None, "paragraph"} for one in below)


def _opens(lines: Sequence[Line], n: int) -> bool:
    line = lines[n]
    headed = line.role == "heading" or (line.apart and not line.final)
    if not headed or line.size > 8:
        return False
    about = notes.is_heading_about(line.words)
    return about or notes.is_heading(line.words)


def _footnotes(lines: Sequence[Line], head: int, end: int) -> Iterator[int]:
    """Starred or numbered notes at the very end, before nothing but notices and furniture."""
    run: list[int] = []
    at = end
    while at > head and _is_hung(lines[at - 1]):
        at -= 1
        if _is_note(lines[at]):
            run.append(at)
    if run and _is_sure(lines, min(run), head):
        yield from run


def _is_hung(line: Line) -> bool:
    if notes.is_labelled(line) or notes.is_about(line, frozenset()):
        return True
    return _is_note(line) or notices.is_notice(line) or furniture.is_furniture(line)


def _is_note(line: Line) -> bool:
    if line.block.tag == "tr":
        return False  # the rows of a table are numbered too
    return bool(_STARRED.match(line.words) or _NUMBERED.match(line.words)) and line.sentence


def _is_sure(lines: Sequence[Line], n: int, head: int) -> bool:
    """Whether the first of the notes is the first by its mark, and is referred to or set apart."""
    line = lines[n]
    numbered = _NUMBERED.match(line.words)
    if numbered:
        behind = lines[n + 1].words if n + 1 < len(lines) else ""
        alone = n + 1 == len(lines) or not lines[n + 1].sentence or line.size <= _SHORT
        return int(numbered["number"]) == 1 and (behind.startswith("2 ") or alone)
    before = lines[n - 1] if n > head else None
    if before is None or before.words.endswith((":", ";", ",")):
        return False
    apart = furniture.is_sign(before) or notes.is_about(before, frozenset())
    return apart or any(_REFERRED.search(other.words) for other in lines[head:n])
