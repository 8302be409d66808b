"""Turns: which lines of a thread belong to a name that stands below them, or to a bare name.

Most threads name who speaks and when above what is said. Some sign it, as letters are signed; and
some give names alone, which only the regular change of names and sentences shows.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from annotate.segments import buttons, furniture
from annotate.segments.lines import Line
from annotate.sources import announcements, stamps

_WORDS = 7
"""Words of a name with a place behind it, at most: "Karel Ulm-Brenn, Karst Hill, Ostrea"."""

_NAMES = 2
"""Names that a thread without dates has, at least."""

_OFTEN = 0.5
"""How many of the names must stand beside what somebody says."""


def begins(lines: Sequence[Line], first: int, announced: Callable[[Line], bool]) -> int | None:
    """The line behind the heading of the thread that a stamp is in, None where nothing shows it."""
    for n in range(first - 1, -1, -1):
        if announced(lines[n]):
            return n + 1
    at = first
    while at > 0 and lines[at - 1].role == "thread":
        at -= 1
    return at if at < first else None


def are_signed_below(
    lines: Sequence[Line], start: int, firsts: Sequence[int], last: int, end: int
) -> bool:
    """Whether stamps close the comments of a thread: words above the first, none below the last.

    start: where the thread begins. firsts: the first lines of the stamps. last: the last line of
    the last stamp. end: where the thread ends.
    """
    above = any(_says(line) for line in lines[start : firsts[0]])
    below = any(_says(line) for line in lines[last + 1 : end])
    return above and not below


def _says(line: Line) -> bool:
    if not line.sentence or furniture.is_furniture(line) or furniture.opens_form(line):
        return False
    return not is_rule(line)


def is_rule(line: Line) -> bool:
    """Whether a paragraph says what a house asks of comments: that is nobody's comment."""
    return line.sentence and bool(_RULES.search(line.words))


_RULES = re.compile(
    r"\bby (?:submitting|posting|leaving) (?:a|your) comments?\b"
    r"|\bcomments? (?:on (?:this|our) [\w ]{1,20})?(?:are|is|will be) (?:\w+ )?moderated\b"
    r"|\breserve the right to (?:\w+ ){0,3}(?:close|remove|delete|edit) (?:\w+ ){0,2}comments?\b"
    r"|\bcomments? (?:below )?have (?:\w+ )?been moderated\b|\bsubscribing to the comment feed\b"
    r"|\bcommenting is (?:not|no longer)\b|\bcomments? (?:has|have) been (?:closed|disabled)\b"
    r"|\bpseudonyms? (?:will|are|is)\b|\bnames will appear with\b",
    re.IGNORECASE,
)


def names(lines: Sequence[Line], within: Sequence[int]) -> Mapping[int, int]:
    """For each line of a thread without dates the line of the name it belongs to, names included.

    within: the lines of the thread, in order. Empty if names and sentences do not take turns.
    """
    called = [n for n in within if is_name(lines[n])]
    said = [n for n in within if _says(lines[n])]
    spoken = frozenset(said)
    if len(called) < _NAMES or not said:
        return {}
    below = said[-1] < called[-1] and said[0] < called[0]
    step = -1 if below else 1
    beside = sum(n + step in spoken for n in called)
    if beside < _OFTEN * len(called) or len(called) > len(said) + 1:
        return {}
    return dict(_turned(within, set(called), below=below))


def said(lines: Sequence[Line], within: Sequence[int]) -> Iterator[int]:
    """The lines of a thread that nothing divides, from its first sentence to its last."""
    full = [n for n in within if _says(lines[n])]
    if len(full) < _NAMES:
        return
    for n in within:
        line = lines[n]
        bare = line.block.links * 2 < line.end - line.start
        if full[0] <= n <= full[-1] and bare and not furniture.is_furniture(line):
            yield n


def _turned(within: Sequence[int], called: set[int], *, below: bool) -> Iterator[tuple[int, int]]:
    current: int | None = None
    for n in reversed(within) if below else within:
        if n in called:
            current = n
        if current is not None:
            yield n, current


def is_name(line: Line) -> bool:
    """Whether a line may be nothing but the name and the place of who speaks."""
    words = line.words.rstrip(",").lstrip(" -–—~")
    if line.size > _WORDS or not re.match(r"[^\W_]", words) or words[-1:] in ".!?…:;”\"'":
        return False
    if furniture.is_furniture(line) or buttons.is_field(line) or stamps.is_button(words):
        return False
    if announcements.on_page(words):
        return False
    return furniture.opens_form(line) is False and bool(re.search(r"[^\W\d_]{2}", words))
