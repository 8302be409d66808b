"""Bylines: who wrote a work, when it came out and where, as a line at its head or foot says it.

A line is cut at its separators (`|`, `·`, dashes) into fields, and each field is told by a table of
rules. A line is a byline if one of its fields names a writer or a date and no field is prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from annotate import lexicons
from annotate.sources import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What one line says of a work.

    place: a name beside the date, of a town or of a publisher. closing: whether it is of a form
    that stands below a work ("… wrote this report for …").
    """

    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    place: str | None = None
    closing: bool = False


_PARTICLE = r"(?:de|da|di|do|dos|del|della|van|von|der|den|ter|ten|bin|ibn|al|el|la|le|du|y|e|zu)"
_WORD = r"[^\W\d_a-z][\w’'.-]*"
_LAST = rf"(?:{_WORD}|(?:al|el)-{_WORD})"
_NAME = rf"(?:{_WORD}|(?:al|el|d|l|’t)[-’']{_WORD})(?:\s+(?:{_PARTICLE}\s+)*{_LAST}){{0,4}}"
NAME = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev)\.?\s+)?{_NAME}"
"""The name of a person, or a name that one may be."""

_AND = r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+und\s+|\s+et\s+|\s+y\s+|;\s*)\s*"
_NAMES = rf"{NAME}(?:{_AND}{NAME}){{0,7}}"
_LINK = r"(?:(?:of|for|on|and|the|de|des|du|der|&|in)\s+)"
_ORG = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+{_LINK}*{_WORD}){{0,9}}(?:\s+\([A-Z]+\))?"
_HOUSE = rf"(?P<publisher>{_ORG})"
_CRAFT = (
    r"(?:words?|text|story|report|reporting|research|analysis|opinion|essay|comment|interviews?"
    r"|writing|translation|data)"
)
_CRAFTS = rf"{_CRAFT}(?:\s*(?:,|&|/|and)\s*(?:and\s+)?{_CRAFT}){{0,3}}"
_BY = (
    rf"(?:(?:written|posted|submitted|reported|compiled|edited|{_CRAFTS}"
    r"|an? [a-z]+)\s+)?by:?|authors?:|writers?:"
    rf"|von|par|por|di|door|av|{_CRAFTS}\s*:"
)
_ON = (
    r"(?:(?:first\s+)?(?:published|posted|updated|modified|released|issued|last\s+(?:updated|modified"
    r"|edited)|created|date|written|submitted|added|dated?|veröffentlicht|publié|publicado)"
    r"(?:\s+(?:on|at|am|le|el))?|on)"
)
_HOUR = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?,?\s*(?:[A-Z]{2,4}\b,?\s*)?(?:on\s+)?)?"
_WHEN = rf"(?:{_ON}\s*:?\s*)?{_HOUR}(?:{dates.WEEKDAY}\s*)?(?P<date>{dates.DATE})"
_CLOCK = (
    r"(?:(?:T|[\s,|@–—-]*(?:at|um|à)?[\s,]*)\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:Uhr)?"
    r"\s*\(?(?:Z|UTC|GMT|[ECMP][SD]?T|CES?T|BST|(?:GMT|UTC)?[+-]\d\d:?\d\d)?\)?)?"
)
_I = "(?i:"
_KIND_OF = r"(?:staff|senior|special|chief|foreign|guest|contributing|political|diplomatic|our)"
_OFFICE = r"writer|reporter|correspondent|editor|contributor|columnist"
_WROTE = r"(?:wrote|written|prepared|compiled|authored)"
_FOR = rf"(?:\s+(?:for|on behalf of)\s+{_HOUSE})?\.?"
_BODY = r"(?:board|committee|community|council|group|project|team)"
_REPORTING = r"reporting|additional reporting|writing"
_MORE = (
    r"(?:[;,.|]\s*(?i:(?:additional\s+|further\s+|more\s+)?(?:editing|reporting|writing|research|data"
    r"|translation|photos?|photographs|pictures|illustrations?|graphics)\s+by)[^\n]{0,80})?"
)
_PICTURES = (
    r"(?:photo(?:graph)?s?|photography|pictures?|illustrations?|graphics?|maps?|images?|video|editing"
    r"|design|additional\s+reporting)"
)
_FIELDS = (
    ("by", rf"{_I}{_BY})\s+(?P<authors>{_NAMES}){_MORE}"),
    ("by for", rf"{_I}{_BY})\s+(?P<authors>{_NAMES}),?\s+for\s+{_HOUSE}"),
    ("by in", rf"{_I}{_BY})\s+(?P<authors>{_NAMES}),?\s+(?:in|of|at|from)\s+(?P<place>{_ORG})"),
    (
        "on behalf",
        rf"(?P<authors>{_NAMES}),?\s+(?:on\s+behalf\s+of|writing\s+for)\s+{_HOUSE}(?:\s+{_BODY})?",
    ),
    ("by role", rf"{_I}{_BY})\s+(?P<authors>{NAME}),\s+(?:[a-z][\w’'-]*\s*){{1,6}}(?:{_ORG})?"),
    ("by on", rf"{_I}{_BY})\s+(?P<authors>{_NAMES}),?\s+{_I}{_WHEN}{_CLOCK})"),
    ("on by", rf"{_I}{_WHEN}{_CLOCK})[\s,]*{_I}{_BY})\s+(?P<authors>{_NAMES})"),
    (
        "on by role",
        rf"{_I}{_WHEN}{_CLOCK})[\s,]*{_I}{_BY})\s+(?P<authors>{NAME}),\s+[A-Z][^\n.!?;:]{{2,90}}",
    ),
    ("date", rf"{_I}{_WHEN}{_CLOCK})"),
    ("dates", rf"{_I}{_WHEN}{_CLOCK}[\s,|;(]+(?:{_ON}\s*:?\s*)?(?:{dates.DATE}){_CLOCK}\)?)"),
    ("published by", rf"(?i:published|issued)\s+by:?\s+{_HOUSE}"),
    ("on by handle", rf"{_I}{_WHEN}{_CLOCK}[\s,]*(?:{_BY})\s+@?[\w.-]+)"),
    ("handle on", rf"{_I}(?:{_BY})\s+\w+,?\s+{_WHEN}{_CLOCK})"),
    ("place date", rf"(?P<place>{_ORG}),?\s+\(?{_I}{_WHEN}{_CLOCK})\)?"),
    ("date place", rf"{_I}{_WHEN}{_CLOCK}),\s+(?P<place>{_ORG})"),
    ("special", rf"(?i:special|exclusive)\s+(?:to|for)\s+(?P<publisher>{_ORG})"),
    ("role", rf"(?P<authors>{NAME}),?\s+(?i:{_KIND_OF}\s+)+(?i:{_OFFICE})"),
    ("wrote", rf"(?P<authors>{_NAMES})\s+(?:has\s+)?{_WROTE}\s+this\s+\w+{_FOR}"),
    (
        "written by",
        rf"This\s+\w+\s+was\s+{_WROTE}\s+by\s+(?P<authors>{_NAMES})(?:{_FOR}|,\s[^\n]{{2,100}})",
    ),
    (
        "from",
        rf"(?P<authors>{_NAMES})\s+(?:reports?|reporting|writes)\s+(?:from|in)\s+(?P<place>{_ORG})",
    ),
    ("pictures", rf"{_I}{_PICTURES}(?:\s+by:?|:)\s+{_NAMES})"),
    ("agency", rf"\(?(?i:{_REPORTING})\s+by\s+(?P<authors>{_NAMES}){_MORE}\)?\.?"),
)
_CLOSING = frozenset({"wrote", "written by", "agency"})
_COUNT = re.compile(
    r"(?:no|one|\d+)\s+(?:comments?|responses?|replies|views|shares|reads)|comments?(?:\s+off)?"
    r"|\d+\s*(?:min(?:ute)?s?)\s+read|by|share|print|e-?mail|leave a (?:comment|reply)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:\||•|·|\u2022|//|»)\s*|\s+[–—-]{1,2}\s+|\n"
    rf"|[.;]\s+(?=(?:{_PICTURES})(?:\s+by|:))",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"[\d:]|\b(?:by|von|par|por|di|door|av)\b", re.IGNORECASE)
_MAYBE_HOLDS = (
    "author",
    "writer",
    "writing",
    "behalf",
    "wrote",
    "written",
    "prepared",
    "compiled",
    "report",
    "correspondent",
    "editor",
    "contributor",
    "columnist",
    "published",
    "issued",
    "special",
    "exclusive",
)
"""What every form of a byline has; most lines have none of it, and the forms are slow to try."""

_LONGEST = 220
"""A longer line is prose: the longest bylines, with five names and a role each, have 200 signs."""


@lru_cache(maxsize=4_096)
def read(line: str) -> Byline | None:
    """What a line says of its work's writers, date and publisher; None if it is no byline."""
    line = line.strip().strip("*_").strip()
    if not line or len(line) > _LONGEST or not _may_be(line):
        return None
    whole = _field(line)
    if whole:
        return whole
    parted = fields(line)
    return _joined(parted) if len(parted) > 1 else None


def _may_be(line: str) -> bool:
    plain = line.lower()
    return any(sign in plain for sign in _MAYBE_HOLDS) or bool(_MAYBE.search(line))


def fields(line: str) -> list[str]:
    """What bars, dots, dashes and pictures' credits part a line into."""
    return [field.strip() for field in _SEPARATOR.split(line) if field.strip()]


def _joined(fields: list[str]) -> Byline | None:
    said = Byline()
    names: list[str] = []
    for field in fields:
        if got := _field(field):
            said = _with(said, got)
        elif _COUNT.fullmatch(field.strip()):
            continue
        elif _is_short_name(field):
            names.append(field.strip())
        else:
            return None
    if not (said.authors or said.published):
        return None
    publisher = next((name for name in names if publishes(name)), None)
    return replace(said, publisher=said.publisher or publisher, place=said.place or _only(names))


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def _with(said: Byline, more: Byline) -> Byline:
    return Byline(
        authors=said.authors + more.authors,
        published=said.published or more.published,
        publisher=said.publisher or more.publisher,
        place=said.place or more.place,
    )


@cache  # one by one: the patterns of dates take a second to make, and most fields have no date
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_UNDATED = tuple((name, pattern) for name, pattern in _FIELDS if "(?P<date>" not in pattern)


def _field(field: str) -> Byline | None:
    field = field.strip().rstrip(".,;").strip() if not field.endswith(")") else field.strip()
    for name, pattern in _FIELDS if any(map(str.isdigit, field)) else _UNDATED:
        if (hit := _pattern(pattern).fullmatch(field)) and (said := _said(hit)):
            return replace(said, closing=name in _CLOSING)
    return None


def _said(hit: re.Match[str]) -> Byline | None:
    got = hit.groupdict()
    authors, town = _with_town(tuple(people(got.get("authors") or "")))
    if got.get("authors") and not authors:
        return None
    place = got.get("place") or town
    published = dates.iso(hit[0]) if got.get("date") else None
    publisher = got.get("publisher")
    return Byline(
        authors=authors,
        published=published,
        publisher=_without_article(publisher or (place if place and publishes(place) else None)),
        place=place,
    )


def _with_town(names: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Names without a town behind them: "By Anja Kolde and Marek Toll, Vantor"."""
    single = bool(names) and " " not in names[-1] and len(names) > 1
    if single and all(" " in name for name in names[:-1]):
        return names[:-1], names[-1]
    return names, None


def people(names: str) -> Iterator[str]:
    """The names that a list of names holds, offices left out, each as one would write it."""
    for name in re.split(_AND, _STAMP.sub("", names)):
        bare = re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev)\.?\s+", "", " ".join(name.split()))
        bare = bare.strip(" .,;:*_") if not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", bare) else bare
        if bare and not _NO_PERSON.search(bare):
            yield bare.title() if bare.isupper() and len(bare) > 3 else bare


_STAMP = re.compile(
    r"\s+(?:last\s+)?(?:updated|published|posted|modified|reviewed)\b.*$", re.IGNORECASE
)
_NO_PERSON = re.compile(
    rf"\b(?:The|This|That|When|Today|Now|Staff|Editors?|Admin|Reporters?|Correspondents?|Writers?"
    rf"|Agenc(?:y|ies)|Reuters|Guest|Anonymous)\b|\d|{dates.WEEKDAY}|^{dates.MONTH}$",
    re.IGNORECASE,
)


@cache
def _publishing_words() -> frozenset[str]:
    return frozenset(lexicons.words("publishers"))


def is_name(line: str) -> bool:
    """Whether a line is nothing but what may be the names of people, each of two words or more."""
    names = [name for name in re.split(_AND, line.strip()) if name]
    whole = all(re.fullmatch(NAME, name) and 2 <= len(name.split()) <= 4 for name in names)
    return bool(names) and whole and not publishes(line) and len(list(people(line))) == len(names)


def publishes(name: str) -> bool:
    """Whether a name is, by its words, one of a medium or an organisation, not of a town."""
    words = name.split()
    return bool(_publishing_words().intersection(words)) or (
        words[:1] == ["The"] and len(words) > 1
    )


def is_house(name: str) -> bool:
    """Whether a name is titled and ends as that of a medium or an organisation does."""
    words = re.sub(r"\s*\([^()]*\)$", "", name).split()
    named = bool(words) and words[-1].strip(".,") in _publishing_words()
    small = {"of", "for", "on", "and", "the", "in", "&", "de", "del", "des", "du", "der"}
    return named and len(words) > 1 and all(not w[0].islower() or w in small for w in words)


def _without_article(name: str | None) -> str | None:
    if not name:
        return None
    return re.sub(r"^the\s+", "", name.strip().rstrip("."))


def _is_short_name(field: str) -> bool:
    """Whether a field may be a section's, a place's or a publisher's name: "Opinion"."""
    plain = re.sub(r"\b(?:No|Nr|Vol)\.\s", "", field.strip())
    return len(field.split()) <= 6 and not re.search(r"[.!?]\s|[.!?]$", plain)
