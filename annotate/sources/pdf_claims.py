"""What a PDF says of the work in its properties, none of which is to be trusted alone.

Titles are names of files, authors whoever had the computer, dates when the file was made. So a
title or an author counts as stated only if the pages say so too; the rest is unsure and fills
what nothing else does.
"""

import re
from collections.abc import Mapping

from lxml import etree

from annotate.model import Meta
from annotate.sources import bylines
from annotate.sources.properties import WEAK

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_FILE = re.compile(
    r"(?i)microsoft |untitled|unbenannt|document\d*$"
    r"|.*\.(?:docx?|pdf|indd|rtf|odt|tex|qxp|p65|html?|cdr)$"
    r"|\S*[_/\\]\S*$|[\w-]*\d[\w-]*$|slide \d|layout \d"
)
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?")
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_BROWSER = re.compile(r"Mozilla|Chrom(?:e|ium)|Firefox|Safari|wkhtmltopdf|WebKit", re.IGNORECASE)
"""Programs that readers print pages with: the day of such a file is when somebody read the page."""

_AHEAD = 8_000
"""Signs at the head of the text in which a work names its title and authors."""


def of(info: Mapping[str, str], data: bytes, text: str) -> Meta:
    """What the properties claim and the pages do not deny; for want of better evidence.

    info: of the document's dictionary. data: the file, which may hold an XMP packet.
    """
    packet = _packet(data)
    printed = _BROWSER.search(info.get("Creator", "") or packet.get("tool", ""))
    title = _title(packet.get("title") or info.get("Title", ""))
    names = packet.get("creator") or info.get("Author", "")
    claimed = {
        "title": title,
        "authors": _authors(names, text),
        "accessed" if printed else "published": _day(
            packet.get("created") or info.get("CreationDate", "")
        ),
        "language": packet.get("language") or None,
    }
    known = {key: value for key, value in claimed.items() if value}
    return Meta(**known, origins=dict.fromkeys(known, WEAK))  # type: ignore[arg-type]


def _title(said: str) -> str | None:
    """A title that is no name of a file."""
    words = " ".join(said.split())
    return None if len(words) < 4 or len(words) > 300 or _FILE.match(words) else words


def _authors(said: str, text: str) -> tuple[str, ...]:
    """The authors that the work names too, at its head or its end."""
    shown = " ".join((text[:_AHEAD] + "\n" + text[-_AHEAD:]).split()).casefold()
    names = (" ".join(name.split()) for name in re.split(r"\s*(?:;|&|\band\b|\n)\s*", said))
    found = [name for name in names for name in _straight(name) if name.casefold() in shown]
    return tuple(found)


def _straight(name: str) -> list[str]:
    """A name in the order of speech, several joined by commas one by one."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) == 2 and not bylines.is_name(parts[0]):
        return [f"{parts[1]} {parts[0]}"]
    return [part for part in parts if len(part) < 80 and " " in part]


def _day(said: str) -> str | None:
    """The day of a date as PDFs and XMP write it, ISO 8601."""
    hit = _DATE.match(said.strip())
    if hit is None or not 1900 < int(hit[1]) < 2200:
        return None
    month, day = int(hit[2] or 0), int(hit[3] or 0)
    if not 1 <= month <= 12:
        return hit[1]
    return f"{hit[1]}-{hit[2]}-{hit[3]}" if 1 <= day <= 31 else f"{hit[1]}-{hit[2]}"


def _packet(data: bytes) -> dict[str, str]:
    """The values of the XMP packet, where there is one that can be read."""
    hits = _PACKET.findall(data)
    if not hits:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(hits[-1], parser)
    except etree.XMLSyntaxError:
        return {}
    return {
        "title": _value(root, "//dc:title//rdf:li"),
        "creator": "; ".join(_values(root, "//dc:creator//rdf:li")),
        "created": _value(root, "//xmp:CreateDate") or _value(root, "//@xmp:CreateDate"),
        "language": _value(root, "//dc:language//rdf:li"),
        "tool": _value(root, "//xmp:CreatorTool") or _value(root, "//@xmp:CreatorTool"),
    }


def _values(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=_NAMES)
    texts = (one if isinstance(one, str) else (one.text or "") for one in found)  # type: ignore[union-attr]
    return [" ".join(str(text).split()) for text in texts if str(text).strip()]


def _value(root: etree._Element, path: str) -> str:
    return next(iter(_values(root, path)), "")
