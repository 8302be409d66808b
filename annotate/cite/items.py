"""CSL-JSON items of other programs, checked before a citation processor stumbles over them.

What a processor says of a bad item is about its own insides; here it is said in words which item
is meant, and what would do.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from annotate.cite.csl import Item
from annotate.errors import RequestError

NAMES = frozenset(
    {
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editor-translator",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    }
)
"""The fields that hold people. Source: csl-data.json."""

DATES = frozenset(
    {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"}
)
"""The fields that hold dates. Source: csl-data.json."""

TEXTS = frozenset(
    """
    abstract annote archive archive_collection archive_location archive-place authority
    call-number chapter-number citation-key citation-label citation-number collection-number
    collection-title container-title container-title-short dimensions division DOI edition event
    event-place event-title first-reference-note-number genre ISBN ISSN issue journalAbbreviation
    jurisdiction keyword language license locator medium note number number-of-pages
    number-of-volumes original-publisher original-publisher-place original-title page page-first
    part-number part-title PMCID PMID printing-number publisher publisher-place references
    reviewed-genre reviewed-title scale section shortTitle source status supplement-number title
    title-short URL version volume volume-title year-suffix
    """.split()  # noqa: SIM905 - as a list it would take sixty lines
)
"""The fields that hold a text or a number. Source: csl-data.json."""

_NAME_PARTS = (
    "family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"
)  # fmt: skip
_DATE_PARTS = ("circa", "literal", "raw", "season")
_HALF = re.compile("[\ud800-\udfff]")


def checked(items: Iterable[Any]) -> list[Item]:
    """The items, their ids as strings.

    Raises RequestError if one is not as CSL-JSON has it, or two are of one id.
    """
    made: dict[str, Item] = {}
    for number, item in enumerate(items, start=1):
        if not isinstance(item, Mapping) or not _is_plain(item.get("id")) or item["id"] == "":
            raise RequestError(f"item {number}, {_short(item)}, has no id; give each item one")
        name = str(item["id"])
        whole(item, f"item '{_short(name)}'")
        if name in made:
            raise RequestError(f"two items have the id '{name}'; give each its own, and each once")
        known = {key: value for key, value in item.items() if value is not None}
        for key, value in known.items():
            _check(name, key, value)
        made[name] = {**known, "id": name}
    return list(made.values())


def whole(value: Any, where: str) -> None:
    """Raises RequestError if a text within the value holds half a character."""
    if found := _HALF.search(_unescaped(value)):
        raise RequestError(
            f"{where} holds half a character, \\u{ord(found[0]):04x}; "
            "give both halves of it, or write the character itself"
        )


def _unescaped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _check(name: str, key: str, value: Any) -> None:
    """Raises RequestError if a field is not of its shape; one that CSL does not know may be any."""
    asked, wanted = _shape(key)
    if not wanted(value):
        raise RequestError(f"item '{name}': \"{key}\" is {_short(value)}; give {asked}")


def _shape(key: str) -> tuple[str, Callable[[Any], bool]]:
    """What a field should be, in words and as a test."""
    if key in NAMES:
        return 'a list of objects, such as [{"family": "Kolde", "given": "Anja"}]', _are_names
    if key in DATES:
        return 'an object, such as {"date-parts": [[2013, 5, 3]]}', _is_date
    if key == "type":
        return 'the name of a type, such as "report"', lambda value: isinstance(value, str)
    return "a text or a whole number", lambda value: key not in TEXTS or _is_plain(value)


def _are_names(value: Any) -> bool:
    """Whether a value is a list of names, all that is shown of them texts."""
    return isinstance(value, list) and all(
        isinstance(each, str)
        or (
            isinstance(each, Mapping)
            and all(isinstance(each.get(part, ""), str) for part in _NAME_PARTS)
        )
        for each in value
    )


def _is_date(value: Any) -> bool:
    """Whether a value is a date: its parts are lists of numbers, all else in it is plain."""
    if isinstance(value, str):
        return True
    sides = value.get("date-parts", []) if isinstance(value, Mapping) else None
    return (
        isinstance(sides, list)
        and all(isinstance(side, list) and _are_numbers(side) for side in sides)
        and not any(isinstance(value.get(part), list | dict) for part in _DATE_PARTS)
    )


def _are_numbers(parts: Sequence[Any]) -> bool:
    """Whether a year, a month and a day are numbers, or written as such."""
    return all(_is_plain(part) and re.fullmatch(r"-?\d+", str(part)) for part in parts)


def _is_plain(value: Any) -> bool:
    """Whether a value is a text or a whole number."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def _short(value: Any) -> str:
    """A value as JSON writes it, cut to what a sentence bears; a text as it is."""
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    plain = _HALF.sub("\ufffd", said)
    return plain if len(plain) <= 60 else f"{plain[:59]}…"
