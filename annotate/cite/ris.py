"""Works as RIS records, which reference managers import; pandoc only reads them.

A record is lines of a tag and a value; a value with a line break would smuggle in tags, so each
is put on one line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotate.cite.csl import Item

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "map": "MAP",
    "paper-conference": "CPAPER",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""The reference type of each item type; other types are `GEN`."""


def write(items: Sequence[Item]) -> str:
    """The records, one after another."""
    return "\n".join("".join(_lines(item)) for item in items)


def _lines(item: Item) -> Iterator[str]:
    """The lines of one record: its type first, its end last."""
    yield f"TY  - {TYPES.get(item['type'], 'GEN')}\n"
    for tag, value in _fields(item):
        if line := " ".join(value.split()):
            yield f"{tag}  - {line}\n"
    yield "ER  - \n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """Tags and values, empty where nothing is known."""
    yield "ID", str(item["id"])
    for name in item.get("author", ()):
        yield "AU", _name(name)
    yield "TI", item.get("title", "")
    yield "T2", item.get("container-title", "")
    yield "VL", item.get("volume", "")
    yield "IS", item.get("issue", "")
    opening, _, closing = item.get("page", "").replace("–", "-").partition("-")
    yield from (("SP", opening), ("EP", closing))
    yield "PB", item.get("publisher", "")
    yield "PY", _date(item.get("issued"))[:4]
    yield "DA", _date(item.get("issued"))
    yield "Y2", _date(item.get("accessed"))
    yield "DO", item.get("DOI", "")
    yield "UR", item.get("URL", "")
    yield "LA", item.get("language", "")


def _name(name: Mapping[str, str]) -> str:
    """A name as "Family, Given, Suffix", or whole."""
    parts = (name.get("family"), name.get("given"), name.get("suffix"))
    return name.get("literal") or ", ".join(part for part in parts if part)


def _date(date: Mapping[str, Any] | None) -> str:
    """A date as YYYY/MM/DD, with the parts that are known; the start of an interval."""
    sides: list[list[int]] = (date or {}).get("date-parts") or [[]]
    parts = zip(sides[0], (4, 2, 2), strict=False)
    return "/".join(f"{int(part):0{width}}" for part, width in parts)
