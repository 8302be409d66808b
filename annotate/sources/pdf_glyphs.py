"""A PDF on standard input to runs of signs with their places on standard output, as JSON lines.

This file is a program: `pdf.read` starts it in a process of its own with limits of time and
memory, since PDFium is a large machine of C++ that reads what strangers made. What breaks it breaks
no build. It asks PDFium for nothing but signs and places: forms, scripts, links, attached files and
pictures are never touched. It imports nothing of the package, so that it starts at once.
"""

import ctypes
import json
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

SPACE = 0.18
"""Ems between two signs from which they are two words; kerning is below a tenth."""

APART = 1.0
"""Ems between two signs from which they may be of two columns, unless a space is drawn there."""

SPACED = 2.5
"""The same where a space is drawn: justified lines stretch theirs to two ems at worst."""

_GARBLED = "\ufffd"
_HYPHENS = {0x02: "-", 0xAD: "-"}
"""What PDFium tells for the hyphen at a line's end, and the sign that some fonts draw there."""


def main() -> None:
    """Write a line for the document, then one for each page; or one line with what is wrong."""
    pages, signs, of_page, memory, seconds = map(int, sys.argv[1:6])
    limit(memory, seconds)
    try:
        for line in told(sys.stdin.buffer.read(), pages=pages, signs=signs, of_page=of_page):
            print(json.dumps(line, separators=(",", ":")))
    except MemoryError:
        print(json.dumps({"error": "memory"}))


def limit(memory: int, seconds: int) -> None:
    """Bounds of memory and time, where the system knows such."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def told(data: bytes, *, pages: int, signs: int, of_page: int) -> Iterator[dict[str, Any]]:
    """What there is to tell of a PDF, line by line."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        wanted = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        yield {"error": "password" if wanted else "damaged"}
        return
    if not 0 < count <= pages:
        yield {"error": "pages", "count": count}
        return
    yield {"pages": count, "info": document.get_metadata_dict(skip_empty=True)}
    left = signs
    for n in range(count):
        page = _page(document, n, min(of_page, left))
        left -= page.get("signs", 0)
        yield page
        if "error" in page:
            return


def _page(document: Any, n: int, most: int) -> dict[str, Any]:
    """The runs of a page; of a page that PDFium cannot open, none."""
    try:
        page = document[n]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return {"damaged": True, "width": 0, "height": 0, "label": "", "signs": 0, "runs": []}
    signs = text.count_chars()
    if signs > most:
        return {"error": "signs", "page": n + 1, "count": signs}
    left, bottom, right, top = page.get_cropbox()
    made = {
        "width": right - left,
        "height": top - bottom,
        "label": document.get_page_label(n),
        "signs": signs,
        "runs": list(_runs(text.raw, signs, left, top)),
    }
    text.close()
    page.close()
    return made


class _Run:
    """Signs of one size on one line, no column's width apart."""

    def __init__(self, look: "_Look", y: float) -> None:
        self.look = look
        self.y = y
        self.signs: list[str] = []
        self.start = self.end = 0.0

    def told(self, left: float, top: float) -> list[Any]:
        """Words, left, right, distance from the page's top, size, whether bold, whether turned."""
        words = "".join(self.signs)
        place = [round(self.start - left, 2), round(self.end - left, 2), round(top - self.y, 2)]
        return [words, *place, round(self.look.size, 2), int(self.look.bold), int(self.look.turned)]


class _Look:
    """How the signs of one text object look: size on the page, weight, direction."""

    def __init__(self, text: Any, at: int) -> None:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, at, matrix)
        flags = ctypes.c_int()
        name = ctypes.create_string_buffer(128)
        raw.FPDFText_GetFontInfo(text, at, name, 128, flags)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        self.size = abs(raw.FPDFText_GetFontSize(text, at)) * scale or 1.0
        self.turned = abs(matrix.b) > abs(matrix.a)
        said = name.value.lower()
        heavy = raw.FPDFText_GetFontWeight(text, at) >= _HEAVY
        self.bold = heavy or b"bold" in said or b"black" in said or bool(flags.value & _FORCED)


_HEAVY = 600
_FORCED = 1 << 18


def _runs(text: Any, count: int, left: float, top: float) -> Iterator[list[Any]]:
    """The runs of a page in the order of its content."""
    run: _Run | None = None
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    object_, look = None, None
    blank = False
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in _BLANK or raw.FPDFText_IsGenerated(text, at) == 1:
            blank = blank or (run is not None and code in _BLANK)
            continue
        here = ctypes.cast(raw.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value
        if here != object_ or look is None:
            object_, look = here, _Look(text, at)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        sign = _sign(code)
        gap = box.left - run.end if run else 0.0
        if run is None or _is_elsewhere(run, look, y.value, gap, blank=blank):
            if run:
                yield run.told(left, top)
            run = _Run(look, y.value)
            run.start = box.left
            blank = False
        elif blank or gap > SPACE * look.size:
            if not (_is_unspaced(run.signs[-1]) and _is_unspaced(sign)):
                run.signs.append(" ")
            blank = False
        run.signs.append(sign)
        run.end = max(box.right, run.end) if run.signs[1:] else box.right
    if run:
        yield run.told(left, top)


_BLANK = frozenset({0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x3000, *range(0x2000, 0x200C)})


def _is_unspaced(sign: str) -> bool:
    """Whether a sign is of a script that has no spaces: Chinese and Japanese."""
    return "\u3000" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" or sign >= "\U00020000"


def _is_elsewhere(run: _Run, look: _Look, y: float, gap: float, *, blank: bool) -> bool:
    """Whether a sign stands on another line, in another column, or is of another size."""
    if look.turned or run.look.turned:
        return look.turned != run.look.turned or gap < -100 * look.size
    size = max(look.size, run.look.size)
    if abs(y - run.y) > 0.1 * size or abs(look.size - run.look.size) > 0.06 * size:
        return True
    if look.bold != run.look.bold:
        return True
    return gap > (SPACED if blank else APART) * size or gap < -0.8 * size


def _sign(code: int) -> str:
    """A sign as it is read: hyphens and ligatures plain, what has no meaning as such."""
    if code in _HYPHENS:
        return _HYPHENS[code]
    if code < 0x20 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return _GARBLED
    sign = chr(code)
    return unicodedata.normalize("NFKC", sign) if 0xFB00 <= code <= 0xFB06 else sign


if __name__ == "__main__":
    main()
