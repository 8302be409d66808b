"""Pairs of quotation marks in one passage.

A mark that has no partner costs the quotation that it would have opened or closed and no other:
an opening mark waits on a pile, and a closing one takes the topmost that fits. An apostrophe is
no mark; a paragraph that only opens is paired with its own end when the next one opens too, as
newspapers set a speech of several paragraphs.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

CLOSER = {
    "“": '”“"',
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"',
    "'": "'",
}
"""Each opening mark, and what closes it; where it stands tells whether a mark opens."""

_MARK = re.compile("[“”„«»‹›「」『』‘’\"']")
_APOSTROPHE = re.compile(r"\w")
_OPENS_AFTER = re.compile(r"[\s(\[\-–—“‘\"'/]")


_DOUBLED = {"''": '"', "``": '"', "’’": "”", "‘‘": "“"}
"""Two single marks and the mark that they stand for."""
_FILLING = "\u2060"
"""A sign without width behind that mark, so that no place moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Marked text: start and end take in the marks, `inner` does not. Characters of the passage.

    closed: whether it ends with a mark of its own, not with the paragraph.
    """

    start: int
    end: int
    inner: tuple[int, int]
    closed: bool = True


def opens_with_mark(text: str) -> bool:
    """Whether a passage's first character is an opening mark."""
    opening = text.lstrip()
    marked = opening[:1] in {"“", "«", "„", '"', "「", "”"} or opening[:2] in {"''", "``"}
    return marked or _SINGLE.match(opening) is not None


_SINGLE = re.compile(r"(?P<mark>['‘])(?=[A-Z])")
_LEFT = re.compile(rf"(?:^|(?<=[,:] ))(?:{_SINGLE.pattern})")
"""A single mark that may open a speech of several paragraphs: "said: | 'Age is no matter."."""


def pairs(text: str, *, goes_on: bool = False) -> list[Pair]:
    """The pairs of a passage, outer before inner, in order of their place.

    goes_on: the next paragraph opens with a mark, so that this one need not close.
    """
    pile: list[tuple[str, int]] = []
    found: list[Pair] = []
    for doubled, mark in _DOUBLED.items():
        text = text.replace(doubled, mark + _FILLING)
    for sign, at, role in _marks(text):
        opener = _partner(pile, sign) if role != "open" else None
        if opener is not None:
            start = pile[opener][1]
            del pile[opener:]
            inner = start + _width(text, start), at
            found.append(Pair(start=start, end=at + _width(text, at), inner=inner))
        elif role != "close" and sign in CLOSER:
            pile.append((sign, at))
    left = next((at for sign, at in pile if sign in '“«„"「'), None) if goes_on else None
    left = _left_single(text, found) if goes_on and left is None else left
    if left is not None:
        end = len(text.rstrip())
        inner = left + _width(text, left), end
        found.append(Pair(start=left, end=end, inner=inner, closed=False))
    return sorted((pair for pair in found if pair.inner[0] < pair.inner[1]), key=_place)


def _left_single(text: str, found: list[Pair]) -> int | None:
    """Where a single mark stands that opens speech and closes nowhere in the passage."""
    reached, ahead = 0, deque(sorted((pair.start, pair.end) for pair in found))
    for match in _LEFT.finditer(text):
        at = match.start("mark")
        while ahead and ahead[0][0] <= at:
            reached = max(reached, ahead.popleft()[1])
        if reached <= at:
            return at
    return None


def _width(text: str, at: int) -> int:
    """How many characters a mark has: two where it is two single ones."""
    return 1 + text.startswith(_FILLING, at + 1)


def _place(pair: Pair) -> tuple[int, int]:
    return pair.start, -pair.end


def _partner(pile: list[tuple[str, int]], sign: str) -> int | None:
    fitting = (n for n in range(len(pile) - 1, -1, -1) if sign in CLOSER[pile[n][0]])
    return next(fitting, None)


def _marks(text: str) -> Iterator[tuple[str, int, str]]:
    """Every mark that may be one, its place, and whether it opens, closes or may do either."""
    for match in _MARK.finditer(text):
        sign, at = match.group(), match.start()
        width = _width(text, at)
        before, after = text[at - 1 : at], text[at + width : at + width + 1]
        if sign in "'’" and _APOSTROPHE.match(before or " ") and _APOSTROPHE.match(after or " "):
            continue
        if sign in "\"'":
            role = _typed(text, at, before, after)
            if role is not None:
                yield sign, at, role
        elif sign == "’":
            if not _plural(text, at):
                yield sign, at, "close"
        elif sign == "‘" and not _closes_later(text, at):
            continue
        elif sign in "“”«»":
            yield sign, at, _role(sign, before, after)
        else:
            yield sign, at, "open" if sign in CLOSER else "close"


def _typed(text: str, at: int, before: str, after: str) -> str | None:
    """The role of a typed mark, "" between two spaces (a text in tokens); None if it is none."""
    sign = text[at]
    if sign == '"' and not before.strip() and not after.strip():
        return ""
    opening = (not before or _OPENS_AFTER.match(before)) and not (after or " ").isspace()
    if sign == "'" and (not _closes_later(text, at) if opening else _plural(text, at)):
        return None
    return "open" if opening else "close"


def _role(sign: str, before: str, after: str) -> str:
    """Whether a mark opens or closes: as it looks, unless where it stands says the opposite.

    „So“ in German and »so« in Danish; ”so” in Swedish, and in English by a slip.
    """
    opens = (not before or before.isspace() or before in "([") and after.isalnum()
    closes = (before.isalnum() or before in ".,!?…") and not after.isalnum()
    if sign in "”»":
        return "open" if opens else "close"
    return "close" if closes and before else "open"


def _closes_later(text: str, at: int) -> bool:
    """Whether a single mark finds a partner within the paragraph; else it was an apostrophe."""
    return bool(re.search(r"\w[.,!?…]?[’'](?!\w)", text[at + 1 :]))


def _plural(text: str, at: int) -> bool:
    """Whether this is a plural's possessive ("the refugees’ plight"), no quotation's end."""
    if text[at - 1 : at].lower() != "s" or not re.match(r"\s\w", text[at + 1 : at + 3]):
        return False
    opened = re.search(r"(?:^|[\s(])[‘'](?=\S)", text[max(0, at - 300) : at])
    closes = re.match(r"[^‘’'.!?\n]*\w[,.!?]?[’'](?!\w)", text[at + 1 :])
    return not opened or closes is not None
