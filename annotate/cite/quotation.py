"""The words of a passage as they stand in a quotation.

The characters are the passage's own: only markup and marks of notes go, white space is folded, and
quotation marks within take the other shape, as they now stand inside ours: “she said ‘never’ to
them”. Where the passage cuts a speech in two (it starts within and ends behind it), the mark it
lacks is added.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from annotate.errors import RequestError
from annotate.model import Document, Pair, Segment

OMISSION = " […] "
"""What stands between two pieces of a quotation for what was left out."""

_SHAPES = (("‘", "’"), ("“", "”"))
"""Opening and closing marks at an odd and at an even depth; depth 0 is outside ours."""

_OPENING = {"“": "double", "‘": "single", "„": "low", "«": "angle"}
_CLOSING = frozenset('”»"“«')
"""Signs that close a quotation where they open none."""


def quotation(
    document: Document,
    start: int,
    end: int,
    *,
    pieces: Sequence[Pair] = (),
    one_voice: bool = False,
) -> str:
    """What a reader sees of a passage, ready to stand between “ and ”.

    What cuts the passage's own segment in two (a page number, an advertisement) is left out.
    A passage that is whole between quotation marks leaves them to ours.
    pieces: the stretches of the passage that are wanted, if not all of it; “[…]” parts them.
    one_voice: whether the pieces are words of one speaker, for whom our marks stand.
    Raises RequestError if there is nothing to see.
    """
    seen = _seen(document, start, end)
    words = "".join(sign for _, sign in seen)
    found = [
        _trimmed(words, bisect_left(seen, (first, "")), bisect_left(seen, (last, "")))
        for first, last in pieces or [(start, end)]
    ]
    runs = [run for run in found if run]
    if not runs:
        raise RequestError(
            f"{document.id}: nothing to quote at {start}-{end}; "
            f"give a stretch with words, within {len(document.text)} characters"
        )
    return OMISSION.join(_quoted(words, runs, one_voice=one_voice))


def holder(document: Document, start: int, end: int) -> Segment | None:
    """The narrowest segment whose own words a passage begins and ends with."""
    return min(
        (
            each
            for each in document.segments
            if any(first <= start < last for first, last in each.stretches)
            and any(first < end <= last for first, last in each.stretches)
        ),
        key=lambda each: each.end - each.start,
        default=None,
    )


def _seen(document: Document, start: int, end: int) -> list[tuple[int, str]]:
    """The visible characters with their places, from the start of the passage's segment on.

    What comes before the passage tells which quotation marks are open at its start.
    """
    own = holder(document, start, end)
    first = next((each for each in document.segments if each.start <= start < each.end), own)
    stretches = own.stretches if own else ((first.start if first else start, end),)
    hidden = {place for mark in (*document.marks, *_notes(document)) for place in range(*mark)}
    seen = []
    for begin, till in stretches:
        places = range(max(0, begin), min(till, end, len(document.text)))
        seen += [(place, document.text[place]) for place in places if place not in hidden]
        if till - 1 not in hidden or document.text[till - 1] not in "-‐":
            seen.append((till, " "))
    return seen


def _notes(document: Document) -> Iterator[Pair]:
    """The marks of a Markdown text that lead to its footnotes, which no quotation keeps."""
    if document.form == "markdown":
        yield from (found.span() for found in _NOTE.finditer(document.text))


_NOTE = re.compile(r"\[\^[^\[\]\s]+\](?!:)")


def _trimmed(words: str, first: int, last: int) -> range:
    """The stretch of the words without white space around it."""
    while first < last and words[first].isspace():
        first += 1
    while first < last and words[last - 1].isspace():
        last -= 1
    return range(first, last)


def _quoted(words: str, runs: Sequence[range], *, one_voice: bool) -> Iterator[str]:
    """Each piece with its marks; those that hold all that is quoted are left to ours."""
    steps = _steps(words[: runs[-1].stop])
    depths = _depths(steps)
    whole = runs if one_voice else [range(runs[0].start, runs[-1].stop)]
    inner = [depths[at] for run in whole for at in run[1:]]
    base = min(inner, default=depths[runs[0].start])
    for run in runs:
        yield _reshaped(words, steps, run, base)


def _reshaped(words: str, steps: Sequence[int], run: range, base: int) -> str:
    """A piece of the words, on one line, with a pair of marks for each depth above the base."""
    depth = _depths(steps)[run.start]
    signs = [_SHAPES[level % 2][0] for level in range(depth - base)]
    for at in run:
        before, depth = depth, depth + steps[at]
        if not steps[at]:
            signs.append(words[at])
        elif (level := min(before, depth) - base) >= 0:
            signs.append(_SHAPES[level % 2][0 if steps[at] > 0 else 1])
    signs += [_SHAPES[level % 2][1] for level in reversed(range(depth - base))]
    return " ".join("".join(signs).split())


def _depths(steps: Sequence[int]) -> list[int]:
    """How many quotations are open before each sign, and behind the last."""
    return list(accumulate(steps, initial=0))


def _steps(words: str) -> list[int]:
    """For each sign whether it opens a quotation (1), closes one (-1), or does neither."""
    steps: list[int] = []
    open_marks: list[str] = []
    for at in range(len(words)):
        kind = _kind(words, at, open_marks)
        if kind:
            open_marks.append(kind)
            steps.append(1)
        else:
            closes = _closes(words, at, open_marks)
            if closes and open_marks:
                open_marks.pop()
            steps.append(-closes)
    return steps


def _kind(words: str, at: int, open_marks: list[str]) -> str:
    """What kind of quotation a sign opens here, "" if it opens none."""
    sign, before, after = words[at], words[at - 1 : at] if at else "", words[at + 1 : at + 2]
    begins = not before or before.isspace() or before in "([—–-‘“„"
    if sign == '"':
        return "double" if begins else ""
    if sign == "»":
        return "reversed" if begins and after.isalnum() else ""
    if (sign == "“" and open_marks[-1:] == ["low"]) or (
        sign == "«" and open_marks[-1:] == ["reversed"]
    ):
        return ""
    if sign == "‘" and "’" not in words[at:]:
        return ""
    return _OPENING.get(sign, "")


def _closes(words: str, at: int, open_marks: list[str]) -> bool:
    """Whether a sign that opens nothing closes a quotation; an apostrophe does not."""
    sign, after = words[at], words[at + 1 : at + 2]
    if sign == "’":
        return not after.isalnum() and open_marks[-1:] == ["single"]
    return sign in _CLOSING
