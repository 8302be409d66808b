"""What a document's own files say of it besides its words: properties, catalogues, styles.

The properties of a word processor's file are filled in by the program, often with the name of whose
machine it was and the day of a template. So they are weak: what the document's words say comes
first. A book's catalogue is written for its readers and counts as what a page declares.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from annotate.model import Meta
from annotate.sources import bylines, dates

WEAK = "document properties"
"""The origin of what a word processor filled in."""

HEAD = 12
"""How many blocks a document's title, authors and date are looked for in."""

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

_UNTITLED = re.compile(
    r"(?:untitled|document|title|presentation|dokument|sans titre)\s*\d*|microsoft word - .*"
    r"|.*\.(?:docx?|odt|rtf|dotx?|txt|pdf)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:windows|microsoft office|office)\s)?user|admin(?:istrator)?|unknown|owner|author"
    r"|python-docx|.*@.*|[\w.-]*\d[\w.-]*",
    re.IGNORECASE,
)
"""Titles and names that programs fill in."""


def of(parts: Mapping[str, bytes], form: str) -> Meta:
    """What the properties of a document or the catalogue of a book say.

    parts: of its archive, by name. form: "docx", "odt" or "epub".
    """
    root = parsed(parts.get(_catalogue(parts, form), b""))
    if root is None:
        return Meta()
    origin = "book catalogue" if form == "epub" else WEAK
    titles = [title for title in _said(root, f"{_DC}title") if not _UNTITLED.fullmatch(title)]
    values: dict[str, Any] = {
        "title": next(iter(titles), None),
        "published": _day(root, form),
        "language": _language(next(_said(root, f"{_DC}language"), "")),
        "publisher": next(_said(root, f"{_DC}publisher"), None) if form == "epub" else None,
        "type": "book" if form == "epub" else None,
    }
    authors = tuple(dict.fromkeys(_authors(root)))
    found = {key: value for key, value in values.items() if value}
    origins = dict.fromkeys([*found, *(["authors"] if authors else [])], origin)
    return Meta(**found, authors=authors, origins=origins)


def with_styled(meta: Meta, titles: Sequence[str], lines: Sequence[str]) -> Meta:
    """The same, with what a document sets in the styles for its title, authors and date instead."""
    values: dict[str, Any] = {}
    if titles:
        values["title"] = " ".join(titles[0].split())
    if day := next((day for line in lines if (day := dates.iso(line))), None):
        values["published"] = day[:10]
    names = [name for line in lines if not dates.iso(line) for name in _names(line)]
    origins = {**meta.origins, **dict.fromkeys(values, "style")}
    if names:
        origins["authors"] = "style"
    return replace(meta, **values, authors=tuple(names) or meta.authors, origins=origins)


def weak(meta: Meta) -> tuple[Meta, Meta]:
    """What is known of a work without what its file's properties say, and that alone."""
    keys = {key for key, origin in meta.origins.items() if origin == WEAK}
    blank = Meta()
    rest = {key: value for key, value in meta.origins.items() if key not in keys}
    strong = replace(meta, **{key: getattr(blank, key) for key in keys}, origins=rest)
    return strong, Meta(
        **{key: getattr(meta, key) for key in keys}, origins=dict.fromkeys(keys, WEAK)
    )


def styled(parts: Mapping[str, bytes], form: str) -> dict[str, str]:
    """The roles of a text document's paragraphs in the styles for its head, by their words.

    pandoc tells of a .docx document's, not of an .odt document's.
    """
    root = parsed(parts.get("content.xml", b"")) if form == "odt" else None
    if root is None:
        return {}
    parents = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name")
        for style in root.iter(f"{_STYLE}style")
    }
    found: dict[str, str] = {}
    for n, paragraph in enumerate(root.iter(f"{_TEXT}p", f"{_TEXT}h")):
        name = paragraph.get(f"{_TEXT}style-name")
        role = _ROLES.get(name or "") or _ROLES.get(parents.get(name) or "")
        if role == "caption" or (role and n < 4 * HEAD):
            found.setdefault(words(paragraph), role)
    return found


_ROLES = {
    "Author": "byline",
    "Caption": "caption",
    "Date": "byline",
    "Figure": "caption",
    "FigureCaption": "caption",
    "Illustration": "caption",
    "Subtitle": "note",
    "TableCaption": "caption",
    "Title": "title",
}
"""What the styles of writers and of pandoc say of a paragraph."""


def _catalogue(parts: Mapping[str, bytes], form: str) -> str:
    """The name of the part that says what the document is."""
    if form != "epub":
        return "docProps/core.xml" if form == "docx" else "meta.xml"
    container = parsed(parts.get("META-INF/container.xml", b""))
    files = container.iter("{*}rootfile") if container is not None else iter(())
    return next((file.get("full-path") or "" for file in files), "")


def parsed(part: bytes) -> etree._Element | None:
    """The root of a part in XML; None if it is none. Nothing that it names is followed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _said(root: etree._Element, *tags: str) -> Iterator[str]:
    for element in root.iter(*tags):
        if said := words(element):
            yield said


def words(element: etree._Element) -> str:
    """The words of an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def _language(said: str) -> str | None:
    """The language of a tag as "en-GB"."""
    hit = re.match(r"[A-Za-z]{2,3}(?![^\W_])", said)
    return hit[0].lower() if hit else None


def _day(root: etree._Element, form: str) -> str | None:
    """The day of a book; of a document the day that it states or was begun on."""
    named = (
        words(each)
        for each in root.iter(f"{_META}user-defined")
        if each.get(f"{_META}name") == "date"
    )
    begun = _said(root, f"{_TERMS}created", f"{_META}creation-date")
    stated = [*named, *begun] if form != "epub" else list(_said(root, f"{_DC}date"))
    return next(filter(None, map(dates.stated, stated)), None)


def _authors(root: etree._Element) -> Iterator[str]:
    begun = list(_said(root, f"{_META}initial-creator"))
    for said in begun or _said(root, f"{_DC}creator"):
        yield from _names(said)


def _names(said: str) -> Iterator[str]:
    for name in re.split(r"\s*[;\n]\s*", said):
        if name and len(name) <= 80 and not _NOBODY.fullmatch(name):
            byline = bylines.read(name)
            yield from byline.authors if byline and byline.authors else (name,)
