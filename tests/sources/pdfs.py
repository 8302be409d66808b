"""PDFs made by hand, so that tests need no browser: signs at places, nothing else."""

from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 595, 842
"""Points of a page, as of A4."""

Placed = tuple[float, float, float, str]
"""Points from the left, points from the top, the size, the words; words that open with a star are
bold."""


def pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    info: Mapping[str, str] | None = None,
    labels: str = "",
    trailer: str = "",
) -> bytes:
    """The bytes of a PDF. labels: its PageLabels, as PDF writes them."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    catalog = f"<< /Type /Catalog /Pages 2 0 R {labels} >>"
    objects = [
        catalog,
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        content = "\n".join(_shown(*each) for each in page)
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {box} /Contents {6 + 2 * n} 0 R {fonts} >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    said = " ".join(f"/{key} ({_escaped(value)})" for key, value in (info or {}).items())
    objects.append(f"<< {said} >>")
    return _file(objects, f"/Root 1 0 R /Info {len(objects)} 0 R {trailer}")


def column(
    words: str, *, left: float = 72, top: float = 72, size: float = 11, width: int = 76
) -> list[Placed]:
    """Words set as a column of lines of so many signs; an empty line parts two paragraphs."""
    placed: list[Placed] = []
    y = top
    for paragraph in words.strip().split("\n\n"):
        for line in _wrapped(paragraph.split(), width):
            placed.append((left, y, size, line))
            y += 1.25 * size
        y += 0.8 * size
    return placed


def _wrapped(words: Sequence[str], width: int) -> list[str]:
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _shown(left: float, top: float, size: float, words: str) -> str:
    font = "F2" if words.startswith("*") else "F1"
    said = _escaped(words.removeprefix("*"))
    return f"BT /{font} {size} Tf 1 0 0 1 {left} {HEIGHT - top} Tm ({said}) Tj ET"


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for n, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{n} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} {trailer} >>\n"
    return out + f"{head}startxref\n{start}\n%%EOF\n".encode()
