"""A work's metadata as a CSL-JSON item, from which every citation style is made.

Bylines give names as one string; an item wants family and given names apart, and institutions
whole. What tells them apart is in the name itself: a comma, a particle, a word of institutions.
Source: https://docs.citationstyles.org and the schema csl-data.json.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from annotate import claims
from annotate.cite.text_fragment import web_address
from annotate.lexicons import classes, listed, words
from annotate.model import Document, Meta
from annotate.patterns import any_of

Item = dict[str, Any]
"""A work as CSL-JSON."""

WITHIN = frozenset(
    {
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "post",
        "post-weblog",
        "review",
        "review-book",
        "webpage",
    }
)
"""The types of works that appear within another: their publisher is known as the site or paper."""

LONGEST_NAME = 5
"""Words of a person's name at the most; a longer byline is an institution or a sentence."""

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV", re.IGNORECASE)
_DEGREE = re.compile(r",?\s+(?:Ph\.?\s?D|M\.?D|MA|LL\.?M|J\.?D|Esq)\.?$", re.IGNORECASE)
_TITLES = classes("courtesy_titles", "address", "calling", "degree", "knighthood")
_TITLE = re.compile(rf"^(?:{any_of(_TITLES)}\.?\s+)+", re.IGNORECASE)
_NO_PERSON = re.compile(r"[\d@/:&|“”\"]|\b(?:and|of|the|for|at)\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def item(document: Document) -> Item:
    """The CSL-JSON item of a document; one without a title goes by its id."""
    return item_of(document.meta, id=document.id, form=document.form)


def item_of(meta: Meta, *, id: str, form: str = "text") -> Item:  # noqa: A002 - the field's name in CSL
    """The CSL-JSON item of a work; what is not known of it is absent.

    form: of the article, which tells a saved page that states neither type nor address.
    A date that has no year, and an address that is not of the web, count as not known.
    """
    kind = _type(meta, form)
    container, publisher = _container(meta, kind)
    fields: Mapping[str, Any] = {
        "id": id,
        "type": kind,
        "title": _line(meta.title) or id,
        "author": [name(author) for author in meta.authors if _line(author)],
        "issued": date(meta.published),
        "accessed": date(meta.accessed) if web_address(meta.url) else None,
        "container-title": container,
        "publisher": publisher,
        "URL": web_address(meta.url),
        "language": _line(meta.language),
        "DOI": _line(claims.first(meta, "doi")),
        **{key: _line(claims.first(meta, key)) for key in claims.PLACES},
    }
    return {key: value for key, value in fields.items() if value}


def name(written: str) -> dict[str, str]:
    """A name as CSL takes it: family and given, or literal for what is no person's name.

    written: "Anja Kolde", "Kolde, Anja", "Anna van der Berg Jr.", "Delta Rights Watch".
    """
    line = _line(written)
    bare = _DEGREE.sub("", _TITLE.sub("", line))
    if _is_institution(bare):
        return {"literal": line}
    if "," in bare:
        return _inverted([part.strip() for part in bare.split(",")]) or {"literal": line}
    return _in_order(bare.split()) or {"literal": line}


def date(written: str | None) -> dict[str, Any] | None:
    """A CSL date from an ISO 8601 day, a part of one or an interval, or None if it has no year."""
    sides = [_DATE.fullmatch(side.strip()) for side in (written or "").split("/")]
    parts = [[int(part) for part in side.groups() if part] for side in sides if side]
    if not parts or len(parts) != len(sides) or len(parts) > 2:
        return None
    if season := _SEASONS.get(parts[0][1] if len(parts[0]) == 2 else 0):
        return {"date-parts": [parts[0][:1]], "season": season}
    return {"date-parts": parts} if all(map(_is_on_calendar, parts)) else None


def _is_on_calendar(parts: list[int]) -> bool:
    """Whether the month and the day are such."""
    month, day = [*parts[1:], 1, 1][:2]
    return 1 <= month <= 12 and 1 <= day <= 31


def _type(meta: Meta, form: str) -> str:
    """The stated type if CSL knows it, else that of a page if it has an address or came as one."""
    if meta.type in listed("csl_item_types"):
        return str(meta.type)
    return "webpage" if form == "html" or web_address(meta.url) else "document"


def _container(meta: Meta, kind: str) -> tuple[str, str]:
    """The container and the publisher; the publisher of a page is the site it appears on."""
    container, publisher = _line(meta.container_title), _line(meta.publisher)
    if not container and kind in WITHIN:
        return publisher, ""
    return container, publisher if publisher != container else ""


def _line(written: str | None) -> str:
    """The words on one line, without control characters."""
    words_only = "".join(sign if sign.isprintable() else " " for sign in written or "")
    return " ".join(words_only.split())


def _is_institution(written: str) -> bool:
    """Whether a name has what only institutions' names have, or is no name of two words."""
    parts = written.replace(",", " ").split()
    return (
        len(parts) < 2
        or len(parts) > LONGEST_NAME
        or bool(_NO_PERSON.search(written))
        or not _institution_words().isdisjoint(part.casefold() for part in parts[1:])
        or parts[0].casefold() in {"ministry", "radio", "staff", "team", "editorial"}
    )


@cache
def _institution_words() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("institution_words"))


def _inverted(parts: list[str]) -> dict[str, str] | None:
    """The name given as "Family, Given, Jr." or "Given Family, Jr."."""
    if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]):
        straight = _in_order(parts[0].split())
        return straight and {**straight, "suffix": parts[1]}
    if len(parts) == 2 and all(parts):
        return {"family": parts[0], "given": parts[1]}
    if len(parts) == 3 and all(parts) and _SUFFIX.fullmatch(parts[2]):
        return {"family": parts[0], "given": parts[1], "suffix": parts[2]}
    return None


def _in_order(parts: list[str]) -> dict[str, str] | None:
    """The name given as "Given Family", with a particle or suffix, or "FAMILY Given"."""
    suffix = {"suffix": parts.pop()} if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]) else {}
    if len(parts) < 2:
        return None
    capital = [part for part in parts if len(part) > 2 and part.isupper() and part.isalpha()]
    if len(capital) == 1 and capital[0] in (parts[0], parts[-1]):
        given = [part for part in parts if part != capital[0]]
        return {"family": capital[0].title(), "given": " ".join(given), **suffix}
    first = next(
        (at for at, part in enumerate(parts) if at and part in listed("name_particles")),
        len(parts) - 1,
    )
    first = min(first, len(parts) - 1)
    return {"family": " ".join(parts[first:]), "given": " ".join(parts[:first]), **suffix}
