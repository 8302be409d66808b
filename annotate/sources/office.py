"""Word processors' files and e-books: one text with blocks, made by pandoc and our reader of pages.

pandoc turns what it reads into a page of HTML, which keeps more of the structure than any plain
form does (headings, lists, quotations, notes, rows of tables) and which we read as we read pages.
That page is nobody's: the way back into the file is the number of a paragraph and the heading above
it, not an element.

The file is a stranger's. So pandoc gets a new archive of its text parts alone, unpacked by us
within bounds: no pictures, no macros, no archives in it, no entities; and it runs in its sandbox,
with a bound of memory and of time.
"""

import io
import re
import subprocess
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

import pypandoc
from lxml import etree
from lxml.html import HtmlElement

from annotate.errors import SourceError
from annotate.model import Block, Meta, Source
from annotate.sources import chapters, html, properties, zips
from annotate.sources.encodings import LIMIT

PACKED = 200_000_000
"""The most bytes of a file. What makes office files large are pictures, which are left packed."""

UNPACKED = 60_000_000
"""The most bytes of all text parts of a file together. A book of 1,000 pages has about 10 million,
for a word processor describes each run of words."""

MEMORY = 1_024
"""Megabytes that pandoc may fill: ten times what that book takes."""

SECONDS = 60
"""How long pandoc may take: a hundred times as long as for that book."""

PAGE = 2 * LIMIT
"""The most bytes of the page that pandoc makes."""

NAMES = {"docx": "a .docx document", "odt": "an .odt document", "epub": "an .epub book"}

_TEXT = re.compile(r"(?:\.(?:xml|rels|xhtml|html?|opf|ncx)|(?:^|/)mimetype)$", re.IGNORECASE)
_PICTURE = re.compile(
    r"^(?!.*\.\.)[\w/ -]+\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?|bmp|webp)$", re.IGNORECASE
)
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
_TEMPLATE = Path(__file__).with_suffix(".html")


def read(data: bytes, *, form: str, name: str = "") -> Source:
    """A source whose text pandoc makes of a document.

    form: "docx", "odt" or "epub". Raises SourceError, which names `name`, for what is not of that
    form, damaged, encrypted, empty, or beyond the bounds of this module.
    """
    where = name or "the document"
    parts = _parts(data, form, where)
    if form == "epub":
        parts = chapters.named(parts)
    page = _edited(_page(parts, form, where), form, where)
    source = html.read(page, name=where)
    meta = properties.of(parts, form)
    return Source(
        text=source.text,
        blocks=tuple(_blocks(source.blocks, properties.styled(parts, form), source.text)),
        form=form,
        meta=_with_head(meta, source),
        marks=source.marks,
    )


@cache
def tool() -> str:
    """What makes the text, with its version: another one may make other words."""
    return f"pandoc {pypandoc.get_pandoc_version()}"


# the archive


def _parts(data: bytes, form: str, where: str) -> dict[str, bytes]:
    """The text parts of a document by name, unpacked and found harmless."""
    if len(data) > PACKED:
        raise SourceError(
            f"{where}: has {len(data):,} bytes, more than the {PACKED:,} of one document; split it"
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(
            f"{where}: is of an older word processor or has a password; "
            "save it as .docx without one"
        )
    if not data.startswith(b"PK"):
        raise SourceError(f"{where}: is not {NAMES[form]}; give it the ending of what it is")
    with zips.opened(io.BytesIO(data), where) as archive:
        wanted = {
            member.filename: member
            for member in archive.infolist()
            if _TEXT.search(member.filename)
        }
        parts = zips.unpacked(archive, wanted, most=UNPACKED, name=where)
        pictures = [path for path in archive.namelist() if _PICTURE.search(path)]
    if (found := _form(parts)) != form:
        told = f"but {NAMES[found]}" if found else "nor another that we read"
        raise SourceError(
            f"{where}: is not {NAMES[form]}, {told}; give it the ending of what it is"
        )
    for path, part in parts.items():
        if _ENTITY.search(part.replace(b"\0", b"")):
            raise SourceError(
                f"{where}: declares entities in its part {path[:80]!r}, which word processors "
                "never do; save it again"
            )
    # pandoc knows a caption by its picture: an empty one does.
    return parts | dict.fromkeys(pictures, b"")


def _form(parts: dict[str, bytes]) -> str | None:
    """Which form the parts of an archive are of."""
    stated = parts.get("mimetype", b"").strip()
    if stated.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if stated == b"application/epub+zip" or "META-INF/container.xml" in parts:
        return "epub"
    return "docx" if b"wordprocessingml" in parts.get("[Content_Types].xml", b"") else None


def _packed(parts: dict[str, bytes]) -> IO[bytes]:
    """A new archive of the parts alone, as a file."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  # the caller closes it
    with zipfile.ZipFile(file, "w") as archive:
        for path, part in parts.items():
            archive.writestr(zipfile.ZipInfo(path), part)
    file.seek(0)
    return file


# pandoc


def _page(parts: dict[str, bytes], form: str, where: str) -> str:
    """The page that pandoc makes of the parts of a document."""
    command = [pypandoc.get_pandoc_path(), "+RTS", f"-M{MEMORY}m", "-RTS", "--sandbox", "--quiet"]
    command += ["--from", form, "--to", "html", "--wrap", "none", "--template", str(_TEMPLATE)]
    with (
        _packed(parts) as file,
        subprocess.Popen(  # noqa: S603  # our own program and template
            command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process,
    ):
        clock = threading.Timer(SECONDS, process.kill)
        clock.start()
        try:
            made = process.stdout.read(PAGE + 1) if process.stdout else b""
            if len(made) > PAGE:
                process.kill()
        finally:
            late = not clock.is_alive()
            clock.cancel()
    return _checked(made, process.returncode, where, late=late)


def _checked(made: bytes, status: int, where: str, *, late: bool) -> str:
    """The page as characters. Raises SourceError if pandoc was stopped or gave up."""
    if len(made) > PAGE:
        raise SourceError(f"{where}: holds more than {PAGE:,} bytes of text; split it")
    if late:
        raise SourceError(f"{where}: takes more than {SECONDS} seconds to read; split it")
    if status:
        raise SourceError(
            f"{where}: pandoc cannot read it, or not within {MEMORY} megabytes of memory; "
            "save it again, or as a web page"
        )
    return made.decode("utf-8", "replace")


# the page, as our reader of pages is to see it


def _edited(page: str, form: str, where: str) -> str:
    """The page with the numbers that a browser would draw, without links back and pictures."""
    root = html.parsed(page, name=where)
    for back in list(root.iter("a", "img")):
        if back.tag == "img" or "footnote-back" in back.get("class", ""):
            back.drop_tree()
    if form == "epub":
        _leave_title(root)
    for section in root.iter("section"):
        if "footnotes" in section.get("class", "").split():
            _number_notes(section)
    for ordered in root.iter("ol"):
        for mark, item in _marked(ordered):
            _open_with(item, f"{mark}. ")
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _leave_title(root: HtmlElement) -> None:
    """Of what a book's catalogue says, leave its title, unless its pages open with that."""
    for head in list(root.iter("header")):
        for told in list(head):
            if told.tag != "h1":
                told.drop_tree()
        opening = list(root.iter("p", "h1", "h2", "h3"))[1 : 1 + properties.HEAD]
        if any(_folded(each) == _folded(head) for each in opening):
            head.drop_tree()


def _folded(element: HtmlElement) -> str:
    return " ".join((element.text_content() or "").casefold().split())


def _number_notes(section: HtmlElement) -> None:
    """Open each note with its number, as the text refers to it."""
    for item in section.iter("li"):
        if number := re.fullmatch(r"fn(\d+)", item.get("id", "")):
            first = next((child for child in item if child.tag == "p"), item)
            raised = etree.SubElement(first, "sup")
            raised.text, raised.tail, first.text = number[1], f" {first.text or ''}", None
            first.insert(0, raised)


def _marked(ordered: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The items of a numbered list with their numbers; none of a list of notes."""
    if any("footnotes" in each.get("class", "").split() for each in ordered.iterancestors()):
        return
    start, kind = ordered.get("start", "1"), ordered.get("type", "1")
    first = int(start) if start.lstrip("-").isdigit() else 1
    items = (child for child in ordered if child.tag == "li")
    for n, item in enumerate(items, start=first):
        yield _numeral(n, kind), item


def _numeral(n: int, kind: str) -> str:
    """A number as a list writes it: 1, a, A, i or I."""
    if kind in "aA" and 1 <= n <= 26:
        said = chr(ord("a") + n - 1)
    elif kind in "iI" and 1 <= n < 4_000:
        said = _roman(n)
    else:
        return str(n)
    return said.upper() if kind.isupper() else said


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _roman(n: int) -> str:
    said = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        said += sign * count
    return said


def _open_with(item: HtmlElement, mark: str) -> None:
    first = next(iter(item), None)
    bare = not (item.text or "").strip()
    holder = first if bare and first is not None and first.tag == "p" else item
    holder.text = mark + (holder.text or "").lstrip()


# its blocks


_HEAD = {"h1": "title", "h2": "note", "address": "byline", "section": "note"}
"""What the elements of the template's head are. A sub-title tells what the work is about."""


def _blocks(blocks: tuple[Block, ...], styled: dict[str, str], text: str) -> Iterator[Block]:
    """The blocks without their elements, which are in no file, with the roles that those gave."""
    for n, block in enumerate(blocks):
        head = re.match(r"/html/body/header/([a-z]+\d?)", block.xpath or "")
        role = _HEAD[head[1]] if head else "note" if "notes" in block.hints else block.role
        if role is None and styled:
            stated = styled.get(" ".join(text[block.start : block.end].split()))
            role = stated if stated == "caption" or n < properties.HEAD else None
        level = block.level if role in {"heading", "list_item"} else 0
        yield Block(start=block.start, end=block.end, role=role, level=level, links=block.links)


def _with_head(meta: Meta, source: Source) -> Meta:
    """What the document's styles say of it, then what its properties say."""
    told: dict[str, list[str]] = {}
    for block in source.blocks:
        if head := re.match(r"/html/body/header/(h1|address)", block.xpath or ""):
            told.setdefault(head[1], []).append(source.text[block.start : block.end])
    if not told:
        return meta
    return properties.with_styled(meta, told.get("h1", []), told.get("address", []))
