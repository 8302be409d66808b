"""The words of a passage as they stand in a quotation.

The characters are the passage's own: only markup goes, white space is folded, and quotation marks
within take the other shape, as they now stand inside ours: “she said ‘never’ to them”.
"""

from collections.abc import Iterator

from annotate.cite.folding import visible
from annotate.errors import RequestError
from annotate.model import Document, Pair

_SHAPES = (("‘", "’"), ("“", "”"))
"""Opening and closing marks at an odd and at an even depth; depth 0 is outside ours."""

_OPENING = {"“": "double", "‘": "single", "„": "double", "«": "double"}
_CLOSING = {"”": "double", "’": "single", "»": "double"}


def quotation(document: Document, start: int, end: int) -> str:
    """What a reader sees of a passage, ready to stand between “ and ”.

    What cuts the passage's own segment in two (a page number, an advertisement) is left out.
    A passage that is whole between quotation marks leaves them to ours.
    Raises RequestError if there is nothing to see.
    """
    seen = [place for place in visible(document.text, document.marks) if start <= place < end]
    pieces = (
        "".join(document.text[place] for place in seen if first <= place < last)
        for first, last in _own_stretches(document, start, end)
    )
    shown = " ".join(" ".join(pieces).split())
    if not shown:
        raise RequestError(
            f"{document.id}: nothing to quote at {start}-{end}; "
            f"give a stretch with words, within {len(document.text)} characters"
        )
    return nested(_without_outer_marks(shown))


def _own_stretches(document: Document, start: int, end: int) -> tuple[Pair, ...]:
    """The stretches of the segment that holds the passage, or the whole if it is in several."""
    holders = [each for each in document.segments if each.start <= start and end <= each.end]
    narrowest = min(holders, key=lambda each: each.end - each.start, default=None)
    return narrowest.stretches if narrowest else ((start, end),)


def nested(words: str) -> str:
    """The words with their quotation marks in the shape they take within a quotation."""
    return "".join(_reshaped(words))


def _reshaped(words: str) -> Iterator[str]:
    """The characters, with marks by depth; an apostrophe is no mark."""
    open_marks: list[str] = []
    for at, sign in enumerate(words):
        kind = _kind(words, at, open_marks)
        if kind == "open":
            yield _SHAPES[len(open_marks) % 2][0]
            open_marks.append(_OPENING.get(sign, "double"))
        elif kind == "close":
            if open_marks:
                open_marks.pop()
            yield _SHAPES[len(open_marks) % 2][1]
        else:
            yield sign


def _kind(words: str, at: int, open_marks: list[str]) -> str:
    """Whether a sign opens or closes a quotation here, or does neither."""
    sign, before, after = words[at], words[at - 1 : at], words[at + 1 : at + 2]
    if sign == '"':
        return "open" if not before or before.isspace() or before in "([—–-‘“" else "close"
    if sign in _OPENING and (sign != "‘" or "’" in words[at:]):
        return "open"
    if sign == "’" and (after.isalnum() or open_marks[-1:] != ["single"]):
        return ""
    return "close" if sign in _CLOSING else ""


def _without_outer_marks(words: str) -> str:
    """The words without a pair of double marks that holds them all."""
    inner = words[1:-1]
    if words[0] + words[-1] in ("“”", '""', "«»") and not set(inner) & set('“”"«»'):
        return inner.strip()
    return words
