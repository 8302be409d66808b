"""Lines: what a source's blocks hold, with the shape that rules ask for.

A block of plain text is one line of the file.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from itertools import chain
from operator import itemgetter

from annotate.kept import Kept
from annotate.letters import WIDE, folded
from annotate.model import Block, Source
from annotate.sources import bylines, plain

_FINAL = re.compile(
    r"[.!?…。！？](?!\d{4}$)[\"'”’»›)\]*_¹²³⁴-⁹\d]{0,6}$|[.!?…][\"'”’)\]]*\[(?:\d+|\^[\w-]{1,20})\]$"
)
"""How a sentence ends, its mark of a footnote with it; the year of "03.08.2017" is none."""

_END = 40
"""The last signs of a line, in which stands what ends it: the rest need not be looked through."""

_SENTENCE = re.compile(
    r"(?:(?<!\b\d)(?<!\b\d\d)\.|[!?…])[\"'”’)\]]*\s+[\"'“‘(\[]*[^\W\d_a-z]|[。！？]"
)
"""Where a sentence ends before another; "12. März" is a day."""

_MARKED = re.compile(
    r"(?P<mark>\(?\d{1,3}[.)](?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)|\((?:[a-z]|[ivx]{1,5}|\d{1,3})\)"
    r"|[a-z]\)(?=\s)|[a-zA-Z]\.(?=\s)|[ivxIVX]{1,5}[.)](?=\s)|[•‣▪◦●○■□►▶·*+✓→](?=\s)|[-–—](?=\s)"
    r"|\*{2,3}(?=\s)|[†‡]{1,2}(?=\s?\w))\s*"
)
_INDEX = re.compile(r"\[\d+\]")
"""Which of its kind a step of an XPath is."""

_GAP = re.compile(r"[ \u00a0]*\t\s*|[ \u00a0]{2,}")
_MENU = 200
"""Signs of a line of links, at most."""


@dataclass(frozen=True, eq=False, init=False)
class Line:
    """A stretch that is of one kind, with the words that a reader sees.

    words: without marks, white space folded. apart: whether a blank line or a block's edge is
    before it. block: the block that it came from, with the hints of its form. indent: the
    white space before it, in signs. joined: how many lines of the file are in it. gaps: the
    fields into which wide gaps part it, none where it has no such gap.
    """

    start: int
    end: int
    words: str
    block: Block
    apart: bool = True
    indent: int = 0
    joined: int = 1
    gaps: tuple[str, ...] = ()

    def __init__(
        self,
        *,
        start: int,
        end: int,
        words: str,
        block: Block,
        apart: bool = True,
        indent: int = 0,
        joined: int = 1,
        gaps: tuple[str, ...] = (),
    ) -> None:
        """A line, filled at once: a frozen record that is filled field by field takes thrice as
        long to make, and a page has hundreds."""
        self.__dict__.update(
            start=start,
            end=end,
            words=words,
            block=block,
            apart=apart,
            indent=indent,
            joined=joined,
            gaps=gaps,
        )

    @Kept
    def size(self) -> int:
        """How many words it has; two signs of a script without spaces count as one.

        Forty signs count as a word at least, so that no monster passes for a short line.
        """
        signs = 0 if self.words.isascii() else len(WIDE.findall(self.words)) // 2
        return max(len(self.words.split()) + signs, len(self.words) // 40)

    @Kept
    def letters(self) -> str:
        """Its letters and figures, by which two lines are told to say the same."""
        return folded(self.words)

    @Kept
    def path(self) -> str:
        """The XPath of its element, "" where a form has none."""
        return self.block.xpath or ""

    @Kept
    def home(self) -> str:
        """The XPath of the element that its own stands in, "" where a form has none."""
        return self.path.rpartition("/")[0]

    @Kept
    def make(self) -> str:
        """The names of the elements that it stands in: alike for lines that a page makes alike."""
        return _INDEX.sub("", self.path)

    @Kept
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FINAL.search(self.words, max(0, len(self.words) - _END)))

    @Kept
    def mark(self) -> str | None:
        """The number, letter or bullet that it opens with."""
        hit = _MARKED.match(self.words)
        return hit["mark"] if hit and hit.end() < len(self.words) else None

    @Kept
    def prose(self) -> bool:
        """Whether it is running text: a long sentence, or more than one."""
        if self.size >= 12 and (self.final or self.size >= 25):
            return True
        sentences = self.size >= 8 and bool(_SENTENCE.search(self.words))
        return sentences and not self._signed

    @property
    def _signed(self) -> bool:
        """Whether it names a writer and a day: "… Published 5:02 p.m. ET Feb. 3" has stops, too."""
        said = self.byline
        return said is not None and bool(said.authors) and said.published is not None

    @Kept
    def sentence(self) -> bool:
        """Whether it is running text or a short sentence by itself."""
        return self.prose or (self.final and self.size >= 3)

    @Kept
    def byline(self) -> bylines.Byline | None:
        """What it says of the work as a byline, None if it is none."""
        return bylines.read(self.words)

    @Kept
    def role(self) -> str | None:
        """The kind that its form or its place in a page states."""
        return self.block.role

    def is_in(self, path: str) -> bool:
        """Whether its element is the one of a path, or in it."""
        return f"{self.path}/".startswith(f"{path}/")

    def within(self, block: Block) -> "Line":
        """The line with another block; what is known of its words stays known."""
        return self._with(block=block, role=block.role)

    def placed(self, role: str | None) -> "Line":
        """The line with the kind that its place in a page states; its block tells what its form
        does."""
        return self._with(role=role)

    def _with(self, **changed: object) -> "Line":
        other = object.__new__(Line)
        other.__dict__.update(self.__dict__, **changed)
        return other


def asked_once(test: Callable[[Line], bool]) -> Callable[[Line], bool]:
    """The same question, of whose answer each line keeps a note; for the words alone decide it."""
    name = f"{test.__module__}.{test.__qualname__}"

    @wraps(test)
    def asked(line: Line) -> bool:
        known = line.__dict__
        try:
            answer: bool = known[name]
        except KeyError:
            answer = known[name] = test(line)
        return answer

    return asked


def words(source: Source, start: int, end: int) -> str:
    """What a reader sees of a stretch: without marks, white space folded."""
    return " ".join(_shown(source, start, end).split())


def _shown(source: Source, start: int, end: int) -> str:
    """A stretch without its marks."""
    if not source.marks:
        return source.text[start:end]
    kept, at = [], start
    for n in range(bisect_right(source.marks, start, key=itemgetter(1)), len(source.marks)):
        first, last = source.marks[n]
        if first >= end:
            break
        if last > at:
            kept.append(source.text[at : max(at, first)])
            at = max(at, last)
    kept.append(source.text[at:end])
    return "".join(kept)


def _gaps(block: Block, shown: str, said: str) -> tuple[str, ...]:
    """The fields of a short line that wide gaps part; said: what it shows, white space folded."""
    if block.end - block.start > _MENU or shown == said:
        return ()
    fields = _GAP.split(shown.strip())
    return tuple(fields) if len(fields) > 1 else ()


def single(source: Source) -> Iterator[Line]:
    """The lines of a source as they stand, in order of place."""
    at = 0
    for block in chain.from_iterable(_parts(whole, source.text) for whole in source.blocks):
        between = source.text[at : block.start]
        shown = _shown(source, block.start, block.end)
        said = " ".join(shown.split())
        yield Line(
            start=block.start,
            end=block.end,
            words=said,
            block=block,
            gaps=_gaps(block, shown, said),
            apart=_is_apart(between) or at == 0 or bool(block.role and not block.tag),
            indent=len(between) - len(between.rstrip(" \t\u00a0\u3000")),
        )
        at = block.end


def _parts(block: Block, text: str) -> Iterable[Block]:
    """The lines of a block of a web page, each with its share of the links."""
    if not block.tag or text.find("\n", block.start, block.end) < 0:
        return (block,)
    if block.tag == "pre" and not _is_letter(text[block.start : block.end]):
        return (block,)
    size = block.end - block.start
    return [
        block._replace(start=at.start, end=at.end, links=block.links * (at.end - at.start) // size)
        for at in plain.lines(text, block.start, block.end)
    ]


def _is_letter(words: str) -> bool:
    """Whether what stands in `<pre>` is prose, as a mail is: most of its paragraphs are."""
    chunks = [chunk for chunk in re.split(r"\n\s*\n", words) if len(chunk.split()) >= _FEW]
    told = sum(bool(_TOLD.search(chunk)) for chunk in chunks)
    return told >= _PARAGRAPHS and 2 * told > len(chunks)


_FEW = 5
_PARAGRAPHS = 2
_TOLD = re.compile(r"(?:[^\W\d_]{2,}[,;]?\s+){4}[^\n]*(?:\n[^\n]+)*[.!?][\"'”’)]*\s*$")
"""Four words in a row, and the end of a sentence."""


def _is_apart(between: str) -> bool:
    if between == "\n\n":
        return True
    newlines = len(re.findall(r"\r\n|[\n\r\u2028]", between))
    return newlines > 1 or any(sign in between for sign in "\f\v\u2029")


def titled(words: str) -> bool:
    """Whether most of the words that carry meaning open with a capital."""
    carrying = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > 3]
    capital = [word for word in carrying if not word[0].islower()]
    return bool(carrying) and len(capital) >= 0.6 * len(carrying)
