"""A quotation found again by its words and what stands around them.

People retype quotations: other quotation marks, a broken line, a word left out with an ellipsis.
Each way of looking is tried only where the stricter ones found nothing, so that an exact copy is
never mistaken for a similar one. Where the words stand more than once, context decides, then the
place where they once stood; what stays undecided is an error that lists the places.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotate.cite.folding import Folded, fold
from annotate.errors import RequestError
from annotate.model import Pair, Stretch

CONTEXT = 32
"""Characters of context on each side of a selector; more are taken where these do not decide.
The length that Hypothesis and Apache Annotator take, so that selectors travel."""

LONGEST_OMISSION = 1_000
"""Characters that an ellipsis may stand for: about a long paragraph. Farther apart, two pieces of
a quotation are more likely two quotations."""

_SHOWN = 8
_OMISSION = re.compile(r"\s*[\[(]?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]?\s*")
_ALTERED_LETTER = re.compile(r"\[(\w)\]")
_QUOTATION_MARKS = "\"“”„«»'‘’‚‹›"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Stretch):
    """A place where words stand. pieces: what an ellipsis in them parted, if one did."""

    pieces: tuple[Pair, ...] = ()


Narrowing = Callable[[Sequence[Found]], Sequence[Found]]
"""Keeps some of the places found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A passage by its words and the characters before and after: a W3C TextQuoteSelector."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def selector(text: str, start: int, end: int) -> Selector:
    """The words of a stretch, with as much context as tells them from their like.

    Raises RequestError if the stretch is empty or lies outside the text.
    Source: https://www.w3.org/TR/annotation-model/#text-quote-selector
    """
    if not 0 <= start < end <= len(text):
        raise RequestError(
            f"no stretch {start}-{end} in a text of {len(text)} characters; "
            "give a start below its end, both within the text"
        )
    size = CONTEXT
    while not _stands_once(text, text[max(0, start - size) : end + size]):
        size *= 2
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - size) : start],
        suffix=text[end : end + size],
    )


def find_quote(
    text: str,
    words: str,
    *,
    prefix: str = "",
    suffix: str = "",
    hint: int | None = None,
    marks: tuple[Pair, ...] = (),
) -> Found | None:
    """Where the words stand in the text, or None if they do not.

    prefix, suffix: what stands before and after, as much of it as is known.
    hint: where the words once started; the nearest place wins where context does not decide.
    marks: stretches of the text that are markup, which the words may lack.
    Raises RequestError, with the places, if the words stand in several and nothing decides.
    """
    found = candidates(text, words, marks=marks)
    for narrow in (_with_context(text, prefix, suffix), whole_words(text), _nearest(hint)):
        if len(found) > 1:
            found = narrow(found)
    if len(found) > 1:
        raise RequestError(_places(text, words, found))
    return found[0] if found else None


def candidates(text: str, words: str, *, marks: tuple[Pair, ...] = ()) -> Sequence[Found]:
    """All places where the words may stand, in order, by the strictest way that finds any."""
    if not words:
        return ()
    bare = words.strip().strip(_QUOTATION_MARKS)
    unaltered = _ALTERED_LETTER.sub(r"\1", bare)
    ways: tuple[Callable[[], Sequence[Found]], ...] = (
        lambda: [Found(start=at, end=at + len(words)) for at in _occurrences(text, words)],
        lambda: _alike(text, fold(text, marks=marks), fold(words).text),
        lambda: _alike(text, fold(text, marks=marks), fold(bare).text),
        lambda: _alike(text, fold(text, marks=marks, lower=True), fold(unaltered, lower=True).text),
        lambda: _with_omissions(text, fold(text, marks=marks, lower=True), unaltered),
    )
    return next((found for way in ways if (found := way())), ())


def _occurrences(text: str, words: str) -> Iterator[int]:
    """The places where a string stands, overlapping ones too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _alike(text: str, copy: Folded, words: str) -> list[Found]:
    """The places where the folded words stand, without those that cut a character in two."""
    words = words.strip()
    if not words:
        return []
    found = (_original(text, copy, at, at + len(words)) for at in _occurrences(copy.text, words))
    return [stretch for stretch in found if stretch]


def _original(text: str, copy: Folded, first: int, last: int) -> Found | None:
    """The stretch of the text that a stretch of its copy came from, if it is one."""
    start, end = copy.starts[first], copy.ends[last - 1]
    cuts_first = first > 0 and copy.starts[first - 1] == start
    cuts_last = last < len(copy.starts) and copy.starts[last] == copy.starts[last - 1]
    if cuts_first or cuts_last or (end < len(text) and unicodedata.combining(text[end])):
        return None
    return Found(start=start, end=end)


def _with_omissions(text: str, copy: Folded, words: str) -> list[Found]:
    """The stretches that a quotation shortened by ellipses leaves the pieces of."""
    written = _OMISSION.split(words)
    pieces = [piece for each in written if (piece := fold(each, lower=True).text.strip())]
    if len(written) < 2 or not pieces:
        return []
    by_end: dict[int, Found] = {}
    for first in _occurrences(copy.text, pieces[0]):
        own = [_original(text, copy, *pair) for pair in _in_turn(copy.text, first, pieces)]
        kept = tuple((piece.start, piece.end) for piece in own if piece)
        if own and len(kept) == len(own):  # a later start with the same end is the closer one
            start, end = kept[0][0], kept[-1][1]
            by_end[end] = Found(start=start, end=end, pieces=kept if len(kept) > 1 else ())
    return list(by_end.values())


def _in_turn(text: str, first: int, pieces: list[str]) -> list[Pair]:
    """Where the pieces stand, the first at a place, if they follow each other in time."""
    found = [(first, first + len(pieces[0]))]
    for piece in pieces[1:]:
        behind = found[-1][1]
        at = text.find(piece, behind, behind + LONGEST_OMISSION + len(piece))
        if at < 0:
            return []
        found.append((at, at + len(piece)))
    return found


def _with_context(text: str, prefix: str, suffix: str) -> Narrowing:
    """Keeps the places whose surroundings agree best with what is known of them."""

    def verbatim(found: Stretch) -> bool:
        return text[: found.start].endswith(prefix) and text.startswith(suffix, found.end)

    def agreement(found: Stretch) -> int:
        before = text[max(0, found.start - 2 * len(prefix) - CONTEXT) : found.start]
        after = text[found.end : found.end + 2 * len(suffix) + CONTEXT]
        known_after, there = fold(suffix, lower=True).text, fold(after, lower=True).text
        known_before, here = fold(prefix, lower=True).text, fold(before, lower=True).text
        return _shared(known_after.strip(), there.strip()) + _shared(
            known_before.strip()[::-1], here.strip()[::-1]
        )

    def narrow(found: Sequence[Found]) -> Sequence[Found]:
        if not prefix and not suffix:
            return found
        same = [stretch for stretch in found if verbatim(stretch)]
        if same:
            return same
        best = max(map(agreement, found))
        return [stretch for stretch in found if agreement(stretch) == best]

    return narrow


def _shared(first: str, second: str) -> int:
    """How many characters two strings share from their start."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def whole_words(text: str) -> Narrowing:
    """Keeps the places that cut no word in two, if there are any."""

    def cuts(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    def narrow(found: Sequence[Found]) -> Sequence[Found]:
        whole = [stretch for stretch in found if not cuts(stretch.start) and not cuts(stretch.end)]
        return whole or found

    return narrow


def _nearest(hint: int | None) -> Narrowing:
    """Keeps the place nearest to the hint; the earlier of two."""

    def narrow(found: Sequence[Found]) -> Sequence[Found]:
        if hint is None:
            return found
        return [min(found, key=lambda stretch: (abs(stretch.start - hint), stretch.start))]

    return narrow


def _stands_once(text: str, words: str) -> bool:
    """Whether a string that stands in the text stands there in one place only."""
    return text.find(words, text.find(words) + 1) < 0


def _places(text: str, words: str, found: Sequence[Stretch]) -> str:
    """The sentence that lists where ambiguous words stand."""
    listed = ", ".join(
        f"{stretch.start} (“{_around(text, stretch)}”)" for stretch in found[:_SHOWN]
    )
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    quoted = " ".join(words.split())
    return (
        f"“{quoted[:80]}” stands in {len(found)} places: {listed}{more}; "
        "give more of its words, or what stands before or after"
    )


def _around(text: str, stretch: Stretch) -> str:
    """The words around a stretch, on one line."""
    return " ".join(text[max(0, stretch.start - 20) : stretch.start + 20].split())
