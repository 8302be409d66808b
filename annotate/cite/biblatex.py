"""Works as BibLaTeX entries.

Pandoc writes BibLaTeX too, but changes the capitals of titles, leaves out the site a page is on,
and keeps braces that break the file; what we know of an article is little enough for a table.
Source: the manual of biblatex, "Database guide".
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotate.cite.csl import Item

ENTRIES = {
    "article": "misc",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "software": "software",
    "thesis": "thesis",
    "webpage": "online",
}
"""The entry type of each item type; other types are `misc`."""

CONTAINERS = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle"}
"""The field that holds what the work appears in; elsewhere it is an organisation."""

PUBLISHERS = {"report": "institution", "thesis": "institution", "online": "organization"}
"""The field that holds who published the work, where it is not `publisher`."""

_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_LANGUAGES = {"en": "english", "en-US": "american", "en-GB": "british", "de": "german",
              "fr": "french", "es": "spanish"}  # fmt: skip
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    **{sign: f"\\{sign}" for sign in "&%#$_"},
}


def write(items: Sequence[Item]) -> str:
    """The entries, one after another, each key once."""
    keys: list[str] = []
    for item in items:
        key = _key(str(item["id"]))
        keys.append(f"{key}-{keys.count(key) + 1}" if key in keys else key)
    return "\n".join(_entry(key, item) for key, item in zip(keys, items, strict=True))


def _entry(key: str, item: Item) -> str:
    """One entry."""
    kind = ENTRIES.get(item["type"], "misc")
    lines = [f"  {field} = {{{value}}},\n" for field, value in _fields(kind, item) if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _fields(kind: str, item: Item) -> Iterator[tuple[str, str]]:
    """The fields of an entry, empty where nothing is known."""
    yield "author", " and ".join(_name(name) for name in item.get("author", ()))
    yield "title", f"{{{_escaped(item.get('title'))}}}"  # else readers lower names: "the ilva"
    yield CONTAINERS.get(kind, "organization"), _escaped(item.get("container-title"))
    if kind != "online" or "container-title" not in item:
        yield PUBLISHERS.get(kind, "publisher"), _escaped(item.get("publisher"))
    yield "volume", _escaped(item.get("volume"))
    yield "number", _escaped(item.get("issue"))
    yield "pages", re.sub("[-–]+", "--", _escaped(item.get("page")))
    yield "type", "report" if kind == "report" else ""
    yield "entrysubtype", _SUBTYPES.get(item["type"], "")
    yield "date", _date(item.get("issued"))
    yield "doi", _address(item.get("DOI"))
    yield "url", _address(item.get("URL"))
    yield "urldate", _date(item.get("accessed"))
    yield "langid", _LANGUAGES.get(item.get("language", ""), "")


def _name(name: Mapping[str, str]) -> str:
    """A name; what has no parts is kept whole by braces."""
    if "literal" in name:
        return f"{{{_escaped(name['literal'])}}}"
    parts = (name.get("family"), name.get("suffix"), name.get("given"))
    return ", ".join(_escaped(part) for part in parts if part)


def _date(date: Mapping[str, Any] | None) -> str:
    """An ISO 8601 date or interval."""
    sides = (date or {}).get("date-parts", [])
    return "/".join(
        "-".join(f"{int(part):0{width}}" for part, width in zip(side, (4, 2, 2), strict=False))
        for side in sides
    )


def _address(url: str | None) -> str:
    """The address as it may stand between braces."""
    return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", url or "")


def _escaped(words: str | None) -> str:
    """The words as TeX prints them, on one line."""
    return "".join(_ESCAPES.get(sign, sign) for sign in " ".join((words or "").split()))


def _key(written: str) -> str:
    """A citation key out of letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "work"
