"""PDFs: one text of all that is printed, in the order in which it is read, page after page.

PDFium tells the signs and their places (`pdf_glyphs.py`, a process of its own); from these come
lines and columns (`pdf_lines.py`), what the pages repeat (`pdf_furniture.py`), paragraphs and their
look (`pdf_paragraphs.py`). On each page stand its running head, its columns, its footnotes, its
foot. Nothing that has signs is left out. A picture of a page has none: that is said, not read.
"""

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotate import lexicons
from annotate.errors import SourceError
from annotate.model import Block, Leaf, Pair, Source
from annotate.sources import pdf_claims, pdf_furniture, pdf_lines, pdf_look, pdf_paragraphs, plain
from annotate.sources.pdf_lines import Line
from annotate.sources.pdf_look import Look
from annotate.sources.pdf_paragraphs import Paragraph

BYTES = 100_000_000
"""The most bytes of one PDF: pictures make PDFs large, and the database keeps the file."""

PAGES = 5_000
"""The most pages of one PDF."""

SIGNS = 10_000_000
"""The most signs of one PDF; the longest book has half as many."""

OF_PAGE = 100_000
"""The most signs of one page; a page of a newspaper has 15,000."""

MEMORY = 2_000_000_000
"""Bytes of memory that PDFium may take: a compressed bomb ends there."""

SECONDS = 120
"""Seconds of computing that PDFium may take; of 5,000 pages of prose it takes half."""

_GARBLED = 0.2
"""Of the signs: if more have no meaning, the PDF's letters are pictures only."""


def looks_like(data: bytes) -> bool:
    """Whether some bytes are a PDF: its mark stands first, white space aside."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read(data: bytes, *, name: str = "") -> Source:
    """A source whose text is made from what is printed on the pages.

    Raises SourceError for what is no PDF, is locked, damaged, has pictures of pages only, or
    is beyond the bounds above.
    """
    where = name or "the PDF"
    if len(data) > BYTES:
        raise SourceError(f"{where}: has {len(data):,} bytes, more than {BYTES:,}; split it")
    head, pages = _told(data, where)
    runs = [pdf_lines.of_page(page["runs"]) for page in pages]
    _require_words(runs, where)
    heights = [page["height"] for page in pages]
    leaves = _leaves(runs, heights, pdf_furniture.found(runs, heights))
    text, blocks, starts = _written(leaves)
    return Source(
        text=text,
        blocks=blocks,
        form="pdf",
        marks=_marks(text, blocks),
        pages=_pages(starts, text, _labels(pages, runs, heights)),
        meta=pdf_claims.of(head.get("info", {}), data, text),
    )


# what PDFium tells


def _told(data: bytes, where: str) -> tuple[Mapping[str, Any], list[dict[str, Any]]]:
    """The head and the pages, as the program beside this one tells them."""
    program = Path(__file__).with_name("pdf_glyphs.py")
    bounds = [str(bound) for bound in (PAGES, SIGNS, OF_PAGE, MEMORY, SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-I", str(program), *bounds],
            input=data,
            capture_output=True,
            timeout=4 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SourceError(_TOO_MUCH.format(where=where)) from None
    said = [json.loads(line) for line in done.stdout.splitlines()] if done.returncode == 0 else []
    wrong = next((one for one in said if "error" in one), None)
    if wrong is not None:
        raise SourceError(f"{where}: {_WRONG[wrong['error']].format(**wrong)}")
    if not said:
        raise SourceError(_TOO_MUCH.format(where=where))
    return said[0], said[1:]


_TOO_MUCH = (
    "{where}: cannot be read within the bounds of memory and time; print it to a new PDF, or save "
    "its text"
)
_WRONG = {
    "password": "is locked by a password; save it without one",
    "damaged": "is damaged or no PDF; download it again, or print it to a new PDF",
    "pages": f"has {{count:,}} pages, and one PDF may have 1 to {PAGES:,}; split it",
    "signs": f"has {{count:,}} signs on page {{page}}, more than {OF_PAGE:,} of one page and "
    f"{SIGNS:,} of all; save its text",
    "memory": "takes more memory than it should; print it to a new PDF, or save its text",
}


def _require_words(pages: Sequence[Sequence[Line]], where: str) -> None:
    words = "".join(line.words for page in pages for line in page)
    letters = sum(map(str.isalnum, words))
    if not letters and "\ufffd" not in words:
        raise SourceError(
            f"{where}: has pictures of pages and no text; run OCR on it (ocrmypdf does) and try "
            "again"
        )
    if words.count("\ufffd") > _GARBLED * len(words):
        raise SourceError(
            f"{where}: does not say which letters its signs are; run OCR on it (ocrmypdf "
            "--force-ocr does) and try again"
        )


# the pages as they are read


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaf:
    """A page's paragraphs in reading order."""

    paragraphs: tuple[Paragraph, ...]


def _leaves(
    pages: Sequence[Sequence[Line]],
    heights: Sequence[float],
    furniture: Sequence[pdf_furniture.Places],
) -> list[_Leaf]:
    works = [
        [line for n, line in enumerate(page) if n not in places and not line.turned]
        for page, places in zip(pages, furniture, strict=True)
    ]
    columns = [pdf_lines.columns(work) for work in works]
    look = pdf_look.of(column for page in columns for column in page)
    bodies = _with_title([list(_body(page, look)) for page in columns], look)
    ranks = _ranks(bodies)
    return [
        _Leaf(
            paragraphs=(
                *_frame(page, places, range(1), height),
                *(_leveled(one, ranks) for one in body),
                *_frame(page, places, range(1, 3), height),
            )
        )
        for page, places, body, height in zip(pages, furniture, bodies, heights, strict=True)
    ]


def _frame(
    page: Sequence[Line], places: pdf_furniture.Places, where: range, height: float
) -> Iterator[Paragraph]:
    """The running head of a page (0), its foot (1), and what runs up its side (2)."""
    for line in sorted((page[n] for n in places), key=lambda line: line.y):
        if int(line.y > height / 2) in where:
            yield Paragraph(lines=(line,), role="boilerplate")
    if 2 in where:
        yield from (Paragraph(lines=(line,), role="boilerplate") for line in page if line.turned)


def _body(columns: Sequence[Sequence[Line]], look: Look) -> Iterator[Paragraph]:
    """The paragraphs of a page's columns, a cut one whole again, and its footnotes."""
    found: list[Paragraph] = []
    behind: list[Line] = []
    edge = 0.0
    for column in columns:
        at = pdf_paragraphs.footnotes(column, look)
        behind += column[at:]
        if not column[:at]:
            continue
        made = pdf_paragraphs.paragraphs(column[:at], look)
        if found and pdf_paragraphs.goes_on(found[-1], made[0], edge):
            whole = (*found[-1].lines, *made[0].lines)
            found[-1] = replace(found[-1], lines=whole)
            made = made[1:]
        found += made
        edge = max(line.right for line in column[:at])
    yield from found
    yield from pdf_paragraphs.notes(behind)


_FIRST = 2
"""Pages on which a title is looked for: a cover, and the page behind it."""


def _with_title(bodies: Sequence[list[Paragraph]], look: Look) -> list[list[Paragraph]]:
    """The pages' paragraphs with the title as such, and paragraphs that pages cut as its rest."""
    opened = False
    for page in bodies[:_FIRST]:
        at = pdf_paragraphs.titled(page, look)
        if at is not None and not opened:
            page[at] = replace(page[at], role="title")
            opened = True
    for before, page in itertools.pairwise(bodies):
        prose = [one for one in before if one.role != "note"]
        if prose and page:
            edge = max(line.right for one in prose for line in one.lines)
            if pdf_paragraphs.goes_on(prose[-1], page[0], edge):
                page[0] = replace(page[0], rest=True)
    return list(bodies)


def _ranks(bodies: Sequence[Sequence[Paragraph]]) -> dict[tuple[float, bool], int]:
    """The level of each look that headings have: the larger the higher, bold above plain."""
    looks = {_face(one) for body in bodies for one in body if one.role == "heading"}
    return {face: min(n, 6) for n, face in enumerate(sorted(looks, reverse=True), start=2)}


def _face(paragraph: Paragraph) -> tuple[float, bool]:
    return round(paragraph.size * 2) / 2, paragraph.bold


def _leveled(paragraph: Paragraph, ranks: Mapping[tuple[float, bool], int]) -> Paragraph:
    if paragraph.role == "title":
        return replace(paragraph, level=1)
    return (
        replace(paragraph, level=ranks[_face(paragraph)])
        if paragraph.role == "heading"
        else paragraph
    )


# the text


def _written(leaves: Sequence[_Leaf]) -> tuple[str, tuple[Block, ...], list[int]]:
    """The text, its blocks, and where each page begins in it."""
    chunks: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    at = 0
    for leaf in leaves:
        starts.append(at)
        for paragraph in leaf.paragraphs:
            words = "\n".join(line.words for line in paragraph.lines)
            blocks.append(
                Block(
                    start=at,
                    end=at + len(words),
                    role=paragraph.role,
                    level=paragraph.level,
                    hints=frozenset({"rest"}) if paragraph.rest else frozenset(),
                )
            )
            chunks += [words, "\n\n"]
            at += len(words) + 2
    return "".join(chunks[:-1]), tuple(blocks), starts


def _marks(text: str, blocks: Sequence[Block]) -> tuple[Pair, ...]:
    """What only breaks words. A hyphen between two words that stand for themselves stays."""
    broken = {_kept(text, start, end) for start, end in plain.broken_words(text)}
    ends = {hit.span() for hit in _HYPHENED.finditer(text)}
    return tuple(sorted({*broken, *ends, *_cut_words(text, blocks)}))


_HYPHENED = re.compile(r"(?<=\w[-\u2010])\n(?=[A-Z\d])|(?<=[\u3000-\u9fff])\n(?=[\u3000-\u9fff])")
"""Lines' ends where no space belongs: behind a hyphen before a name, between Chinese signs."""


def _kept(text: str, start: int, end: int) -> Pair:
    head, tail = plain.word_before(text, start), _TAIL.match(text, end)
    if text[start] not in "-\u2010" or head is None or tail is None:
        return start, end
    known = lexicons.listed("common_words", "small_words")
    first, second = head[0].lower(), tail[0].lower()
    apart = first in known and second in known and first + second not in known
    return (start + 1, end) if apart else (start, end)


_TAIL = re.compile(r"[^\W\d_]{2,40}")


def _cut_words(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """The hyphens at which a page's end breaks a word."""
    prose = [block for block in blocks if block.role in {None, "quote", "list_item"}]
    for before, block in itertools.pairwise(prose):
        end = text[max(0, before.end - 3) : before.end]
        if "rest" in block.hints and _CUT.fullmatch(end) and text[block.start].islower():
            yield before.end - 1, before.end


_CUT = re.compile(r"[^\W\d_]{2}[-\u2010]")


def _labels(
    pages: Sequence[Mapping[str, Any]], runs: Sequence[Sequence[Line]], heights: Sequence[float]
) -> list[str]:
    """What a reader calls each page: its label, else the number printed on it, else its place.

    A page before the first that has a printed number has no name.
    """
    stated = [str(page["label"]).strip() for page in pages]
    if any(stated):
        return stated
    offset = pdf_furniture.counted_from(runs, heights)
    first = 1 if offset is None else offset
    return [str(n + first) if n + first > 0 else "" for n in range(len(pages))]


def _pages(starts: Sequence[int], text: str, labels: Sequence[str]) -> tuple[Leaf, ...]:
    ends = [*starts[1:], len(text)]
    return tuple(
        Leaf(start=start, end=end, label=label)
        for start, end, label in zip(starts, ends, labels, strict=True)
    )
