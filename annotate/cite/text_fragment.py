"""A link that opens a page at a passage: `url#:~:text=[prefix-,]start[,end][,-suffix]`.

A browser looks for the words in the page as shown: white space folded, case and accents set
aside, whole words, `start` within one block. We look the same way, over the blocks that the
segments are, and take the shortest directive that leads to the passage and nowhere else.
Source: https://wicg.github.io/scroll-to-text-fragment/
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote, urlsplit

from annotate.cite.page import (
    Block,
    blocks,
    border_after,
    border_before,
    first_words,
    is_border,
    key,
    last_words,
)
from annotate.errors import RequestError
from annotate.model import Document

LONGEST_WHOLE = 60
"""Characters up to which a passage is quoted whole in its link; a longer one is given by its
first and last words. About ten words: such links still fit a line of a footnote."""

EDGE = 3
"""Words that stand for the start and the end of a long passage at the least. The page may show
more than we read of it, so that two words unique to us may not be unique to a browser; three is
what Chrome's own link maker begins with."""

Place = tuple[int, int]
"""A character of the page: its block, and its place there."""

Range = tuple[Place, Place]
"""From a first character to behind a last one."""

_SIZES = (EDGE, 4, 5, 6, 8, 12, 20, 40)
_CONTEXTS = (0, 1, 2, 3, 4, 6, 8, 12, 20, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A text directive, not yet percent-encoded."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """The directive as it stands in a link."""
        parts = (
            f"{_encoded(self.prefix)}-" if self.prefix else "",
            _encoded(self.start),
            _encoded(self.end),
            f"-{_encoded(self.suffix)}" if self.suffix else "",
        )
        return ":~:text=" + ",".join(part for part in parts if part)


def deep_link(
    document: Document, start: int, end: int, *, page: Sequence[Block] | None = None
) -> str | None:
    """The page's address with a directive to the passage, or None if the page has no address.

    The bare address where no words tell the passage from others. page: the document's blocks, by
    who asks for many of its passages.
    Raises RequestError if the passage lies outside the text.
    """
    address = web_address(document.meta.url)
    if not address:
        return None
    address = address.partition(":~:")[0]
    found = fragment(page or blocks(document), start, end)
    return address if found is None else f"{address}{'' if '#' in address else '#'}{found}"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, its unsafe characters percent-encoded, else None."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(parts.geturl(), safe="!#$%&'()*+,/:;=?@[]~-._")


def fragment(page: Sequence[Block], start: int, end: int) -> Fragment | None:
    """The shortest directive that leads to the passage alone, or None if there is none.

    start, end: of the passage in the document; in its link it grows to whole words.
    Raises RequestError if the passage is empty.
    """
    if not 0 <= start < end:
        raise RequestError(f"no stretch {start}-{end}; give a start below its end")
    passage = _passage(page, start, end)
    if passage is None:
        return None
    start_words, end_words = _edges(page, passage)[0]
    shortest = Fragment(start=start_words, end=end_words)
    if resolve(page, shortest) == [passage]:  # most often; there are a thousand others
        return shortest
    made = sorted(_directives(page, passage), key=_length)
    return next((each for each in made if resolve(page, each) == [passage]), None)


def resolve(page: Sequence[Block], directive: Fragment) -> list[Range]:
    """All that a directive may lead to in the page, in order; a browser takes the first."""
    found = []
    for first in _starts(page, directive):
        behind = (first[0], first[1] + len(directive.start))
        last = _end(page, behind, directive)
        if last is not None:
            found.append((first, last))
    return found


def _starts(page: Sequence[Block], directive: Fragment) -> Iterator[Place]:
    """Where the directive's first words stand behind its prefix."""
    prefix = key(directive.prefix)
    for number, block in enumerate(page):
        for at in _occurrences(block, key(directive.start), 0):
            if not prefix or _stands_before(page, (number, at), prefix):
                yield number, at


def _end(page: Sequence[Block], behind: Place, directive: Fragment) -> Place | None:
    """Where the passage ends whose first words end at `behind`, if its end and suffix follow."""
    suffix = key(directive.suffix)
    if not directive.end:
        return behind if not suffix or _stands_after(page, behind, suffix) else None
    for number in range(behind[0], len(page)):
        least = behind[1] if number == behind[0] else 0
        for at in _occurrences(page[number], key(directive.end), least):
            last = (number, at + len(directive.end))
            if not suffix or _stands_after(page, last, suffix):
                return last
    return None


def _occurrences(block: Block, words: str, at: int) -> Iterator[int]:
    """Where the words stand in the block as whole words, from a place on."""
    while (at := block.key.find(words, at)) >= 0:
        if is_border(block.text, at) and is_border(block.text, at + len(words)):
            yield at
        at += 1


def _stands_before(page: Sequence[Block], place: Place, words: str) -> bool:
    """Whether the words stand right before a place, or end the block before it."""
    number, at = _shown_before(page, place)
    before = page[number].key[:at].rstrip()
    return before.endswith(words) and is_border(page[number].text, len(before) - len(words))


def _stands_after(page: Sequence[Block], place: Place, words: str) -> bool:
    """Whether the words stand right after a place, or open the block after it."""
    number, at = _shown_after(page, place)
    after = page[number].key
    at += len(after[at:]) - len(after[at:].lstrip())
    return after.startswith(words, at) and is_border(page[number].text, at + len(words))


def _shown_before(page: Sequence[Block], place: Place) -> Place:
    """The place, or the end of the block before if it opens its block."""
    number, at = place
    if page[number].text[:at].strip() or number == 0:
        return place
    return number - 1, len(page[number - 1].text)


def _shown_after(page: Sequence[Block], place: Place) -> Place:
    """The place, or the start of the block after if it ends its block."""
    number, at = place
    if page[number].text[at:].strip() or number == len(page) - 1:
        return place
    return number + 1, 0


def _passage(page: Sequence[Block], start: int, end: int) -> Range | None:
    """What the page shows of a stretch of the document, grown to whole words; None if nothing."""
    shown = [
        (number, at)
        for number, block in enumerate(page)
        for at in range(bisect_left(block.places, start), bisect_left(block.places, end))
        if block.text[at] != " "
    ]
    if not shown:
        return None
    (first, at), (last, till) = shown[0], shown[-1]
    return (first, border_before(page[first].text, at)), (
        last,
        border_after(page[last].text, till + 1),
    )


def _directives(page: Sequence[Block], passage: Range) -> Iterator[Fragment]:
    """All directives worth trying for a passage."""
    before = list(dict.fromkeys(_words_before(page, passage[0], size) for size in _CONTEXTS))
    after = list(dict.fromkeys(_words_after(page, passage[1], size) for size in _CONTEXTS))
    contexts = {(prefix, "") for prefix in before} | {("", suffix) for suffix in after}
    contexts |= set(zip(before, after, strict=False))
    for (start, end), (prefix, suffix) in product(_edges(page, passage), sorted(contexts)):
        yield Fragment(start=start, end=end, prefix=prefix, suffix=suffix)


def _edges(page: Sequence[Block], passage: Range) -> list[tuple[str, str]]:
    """The first and last words that may stand for a passage, or the passage whole and no end."""
    (first, at), (last, till) = passage
    head = page[first].text[at:] if first != last else page[first].text[at:till]
    tail = page[last].text[:till] if first != last else head
    if first == last and len(head) <= LONGEST_WHOLE:
        return [(head, "")]
    starts = dict.fromkeys(first_words(head, size) for size in _SIZES)
    ends = dict.fromkeys(last_words(tail, size) for size in _SIZES)
    apart = len(head) if first == last else len(head) + len(tail)
    edges = [(one, other) for one, other in product(starts, ends) if len(one + other) < apart]
    return edges or [(head, "" if first == last else tail)]


def _words_before(page: Sequence[Block], place: Place, size: int) -> str:
    """As many words as stand right before a place in one block."""
    number, at = _shown_before(page, place)
    return last_words(page[number].text[:at].rstrip(), size)


def _words_after(page: Sequence[Block], place: Place, size: int) -> str:
    """As many words as stand right after a place in one block."""
    number, at = _shown_after(page, place)
    return first_words(page[number].text[at:].lstrip(), size)


def _length(made: Fragment) -> int:
    """How long a directive is; its parts count, as each costs a comma."""
    parts = (made.start, made.end, made.prefix, made.suffix)
    return sum(len(part) + bool(part) for part in parts)


def _encoded(words: str) -> str:
    """The words percent-encoded, with the signs that part a directive."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
