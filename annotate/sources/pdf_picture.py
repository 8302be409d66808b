"""A page of a PDF on standard input to a picture of it, a PNG, on standard output.

This file is a program, for the reasons and with the limits of the one beside it (pdf_glyphs.py).
Comments, forms and scripts of the PDF are not drawn. Nothing is written if the page cannot be.
"""

import runpy
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_TINT = bytes(value * 3 // 5 for value in range(256))
"""What the blue of a pixel becomes where words are marked: white turns yellow, black stays."""


def main() -> None:
    """Write the picture of one page. Arguments: its number from 0, width, pixels, bounds, words."""
    number, width, pixels, memory, seconds = map(int, sys.argv[1:6])
    limit = runpy.run_path(str(Path(__file__).with_name("pdf_glyphs.py")))["limit"]
    limit(memory, seconds)
    try:
        page = pdfium.PdfDocument(sys.stdin.buffer.read())[number]
        picture = drawn(page, sys.argv[6], width=width, pixels=pixels)
    except (pdfium.PdfiumError, IndexError, MemoryError):
        return
    sys.stdout.buffer.write(picture)


def drawn(page: Any, words: str, *, width: int, pixels: int) -> bytes:
    """A page as a PNG of a width, or of fewer pixels in all, with the place marked of some words.

    words: how a passage begins; the first place of the page that has them is taken.
    """
    wide, high = page.get_size()
    scale = min(width / wide, (pixels / (wide * high)) ** 0.5)
    marked = list(_boxes(page, words))
    bitmap = page.render(
        scale=scale,
        rev_byteorder=True,
        draw_annots=False,
        may_draw_forms=False,
    )
    whole = bytearray(bitmap.buffer)
    rows = [whole[at : at + 3 * bitmap.width] for at in _starts(bitmap)]
    for left, bottom, right, top in marked:
        first, last = int((high - top) * scale) - 1, int((high - bottom) * scale) + 2
        for row in rows[max(first, 0) : last]:
            some = slice(3 * max(int(left * scale), 0) + 2, 3 * (int(right * scale) + 1) + 2, 3)
            row[some] = row[some].translate(_TINT)
    return _png(bitmap.width, rows)


def _starts(bitmap: Any) -> range:
    return range(0, bitmap.height * bitmap.stride, bitmap.stride)


def _boxes(page: Any, words: str) -> Iterator[tuple[float, float, float, float]]:
    """Where words stand on a page: left, bottom, right, top in points, a box for each line."""
    left, bottom, _, _ = page.get_cropbox()
    text = page.get_textpage()
    found = text.search(words).get_next() if words and not page.get_rotation() else None
    for n in range(text.count_rects(*found) if found else 0):
        box = text.get_rect(n)
        yield box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom


def _png(width: int, rows: list[bytearray]) -> bytes:
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    return SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    main()
