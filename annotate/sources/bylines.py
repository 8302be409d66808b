"""Bylines: who wrote a work, when it came out and where, as a line at its head or foot says it.

A line is cut at its separators (`|`, `·`, dashes) into fields, and each field is told by its form
(`byline_forms.py`). A line is a byline if one of its fields names a writer or a date and none is
prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from annotate import lexicons
from annotate.sources import byline_forms, dates
from annotate.sources.byline_forms import AND, NAME, PICTURES, TITLE


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


_COUNT = re.compile(
    r"(?:no|one|\d+)\s+(?:comments?|responses?|replies|views|shares|reads)|comments?(?:\s+off)?"
    r"|\d+\s*(?:min(?:ute)?s?)\s+(?:to\s+)?read|by|share|print|e-?mail|permalink"
    r"|leave a (?:comment|reply)"
    r"|\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:\||•|·|\u2022|//|»)\s*|\s+(?:[–—-]{1,2}|/)\s+|\n"
    rf"|[.;]\s+(?=(?:{PICTURES})(?:\s+by|:))",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"[\d:]|\b(?:by|von|par|por|di|door|av)\b", re.IGNORECASE)
_HANDLE = re.compile(r"(?<=[^\W\d_])(?<!by)\s+\(?@[A-Za-z_]\w+\)?(?=[\s,;|]|$)", re.IGNORECASE)
"""A writer's address behind the name: "By Anja Kolde @anjakolde"."""
_COUNTED = re.compile(r"(?<=\w)\s+(?:\d+ comments?|(?:leave a|add|no) comments?)$", re.IGNORECASE)
"""What a blog says of comments behind who wrote a post: "3 May 2018 by Anja Kolde 12 Comments"."""

_CATEGORY = re.compile(r"(?<=[\dM])\s+(?:in|under)\s+[A-Z][\w&,/ -]{1,60}(?=$|\s*\|)")
"""Where a blog keeps what was posted: "Posted by Anja Kolde on 2 May 2009 at 9:02 AM in Boats"."""
_SHOUTED = re.compile(r"(?<=[A-Z]{2} )(?:FOR|IN|AND|ON)(?= [A-Z]{2})|(?<=[a-z] )For(?= [A-Z])")
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
    "journalist",
    "bureau chief",
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
    line = line.strip().strip("*_").strip().lstrip("/|·•–— ")
    if not line or len(line) > _LONGEST or not _may_be(line):
        return None
    if byline_forms.is_signed(line):
        line = _SHOUTED.sub(lambda hit: hit[0].lower(), _HANDLE.sub("", line))
        line = _CATEGORY.sub("", line)
    if line.endswith(("omment", "omments")):
        line = _COUNTED.sub("", line)
    whole = _field(line)
    if whole:
        return whole
    parted = fields(line)
    return _joined(parted) if len(parted) > 1 else None


def _may_be(line: str) -> bool:
    if _MAYBE.search(line):
        return True
    plain = line.lower()
    return any(sign in plain for sign in _MAYBE_HOLDS)


def fields(line: str) -> list[str]:
    """What bars, dots, dashes and pictures' credits part a line into."""
    return [field.strip() for field in _SEPARATOR.split(line) if field.strip()]


def _joined(fields: list[str]) -> Byline | None:
    said = Byline()
    names: list[str] = []
    offices = [field for field in fields if is_office(field)]
    for field in fields:
        if field in offices or _ADDRESS.fullmatch(field):
            continue
        if got := _field(field):
            said = _with(said, got)
        elif offices and not said.authors and is_name(field):
            said = replace(said, authors=tuple(people(field)))
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


_ADDRESS = re.compile(r"@[A-Za-z_]\w+")


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def _with(said: Byline, more: Byline) -> Byline:
    return Byline(
        authors=said.authors + more.authors,
        published=said.published or more.published,
        publisher=said.publisher or more.publisher,
        place=said.place or more.place,
    )


def _field(field: str) -> Byline | None:
    words = field.strip().rstrip(".,;").strip() if not field.endswith(")") else field.strip()
    held = byline_forms.field(words)
    for form in byline_forms.possible(held):
        if (hit := form.match(held)) and (said := _said(hit, words)):
            return replace(said, closing=form.closing)
    return None


def _said(hit: re.Match[str], words: str) -> Byline | None:
    got = hit.groupdict()
    listed = got.get("authors") or ""
    authors, town = _with_town(tuple(people(listed)))
    authors, house = _with_house(authors, listed.removesuffix(town or "").strip(" ,"))
    if got.get("authors") and not authors and not _AGENCIES.fullmatch(listed.strip()):
        return None
    if authors and is_office(words):
        return None
    place = got.get("place") or town
    published = dates.iso(words) if got.get("date") else None
    publisher = got.get("publisher") or house
    return Byline(
        authors=authors,
        published=published,
        publisher=_without_article(publisher or (place if place and publishes(place) else None)),
        place=place,
    )


def is_office(line: str) -> bool:
    """Whether a line is nothing but what somebody is to a paper: "Deputy Political Editor"."""
    return len(line) <= _LONGEST_OFFICE and bool(_OFFICE.fullmatch(line.strip()))


_LONGEST_OFFICE = 60
_OFFICE = re.compile(byline_forms.OFFICE)


def _with_town(names: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Names without a town behind them: "By Anja Kolde and Marek Toll, Vantor"."""
    single = bool(names) and " " not in names[-1] and len(names) > 1
    if single and all(" " in name for name in names[:-1]):
        return names[:-1], names[-1]
    return names, None


def _with_house(names: tuple[str, ...], listed: str) -> tuple[tuple[str, ...], str | None]:
    """Names without a paper behind a comma: "By Anja Kolde, Vantor Courier"."""
    last = listed.rpartition(",")[2].strip(" .")
    person = last.partition(" ")[0] in lexicons.listed("given_names")
    if len(names) > 1 and names[-1] == last and is_house(last) and not person:
        return names[:-1], last
    return names, None


_TITLE = re.compile(rf"^{TITLE}\.?\s+")


def people(names: str) -> Iterator[str]:
    """The names that a list of names holds, offices left out, each as one would write it."""
    for name in re.split(AND, _STAMP.sub("", names)):
        bare = _TITLE.sub("", " ".join(name.split()))
        bare = _OF_AGENCY.sub("", bare)
        bare = bare.strip(" .,;:*_") if not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", bare) else bare
        if bare and not _NO_PERSON.search(bare) and not _AGENCIES.fullmatch(bare):
            yield bare.title() if bare.isupper() and len(bare) > 3 else bare


_AGENCY = (
    r"(?:AFP|AP|PA|DPA|dpa|UPI|EFE|ANSA|APA|TASS|ANI|PTI|IANS|Reuters|Xinhua|Bloomberg|Kyodo"
    r"|(?:The )?Associated Press|Press Association|PA Media|Agence France-Presse|Agencies)"
)
_OF_AGENCY = re.compile(rf"(?<=[a-zA-Z]{{3}})[\s/|-]+{_AGENCY}$")
_AGENCIES = re.compile(rf"{_AGENCY}(?:(?:{AND}|\s*/\s*){_AGENCY})*")
"""Who sells a work to papers: a byline that names nobody else has no author."""

_STAMP = re.compile(
    r"\s+(?:last\s+)?(?:updated|published|posted|modified|reviewed)\b.*$", re.IGNORECASE
)
_NO_PERSON = re.compile(
    rf"\b(?:The|This|That|When|Today|Now|Staff|Editors?|Admin|Reporters?|Correspondents?|Writers?"
    rf"|Agenc(?:y|ies)|Reuters|Guest|Anonymous)\b|\bby$|\d|{dates.WEEKDAY}|^{dates.MONTH}$"
    r"|\b(?:(?:Co-?)?Founder|C[EFIMOT]O|Director|Analyst|Manager|Strategist|Specialist|Consultant"
    r"|Officer)(?-i:(?![a-z]))",
    re.IGNORECASE,
)


def is_name(line: str) -> bool:
    """Whether a line is nothing but what may be the names of people, each of two words or more."""
    names = [name for name in re.split(AND, line.strip()) if name]
    whole = all(re.fullmatch(NAME, name) and 2 <= len(name.split()) <= 4 for name in names)
    return bool(names) and whole and not publishes(line) and len(list(people(line))) == len(names)


def is_signature(line: str) -> bool:
    """Whether a line is nothing but names, a town behind them at most: "Anja Kolde in Brenn"."""
    return is_name(without_town(line)) and not byline_forms.is_signed(line)


def without_town(line: str) -> str:
    """A line of names without the town from which they report, or the paper that they are of."""
    bare = _IN_TOWN.sub("", line.strip())
    hit = _OF_PAPER.fullmatch(bare)
    return hit["names"] if hit and is_house(hit["house"]) else bare


_OF_PAPER = re.compile(r"(?P<names>.+?),?\s+(?:of|at|for)\s+(?:[Tt]he\s+)?(?P<house>[A-Z].+)")
_IN_TOWN = re.compile(rf",?\s+(?:in|reporting from)\s+{NAME}(?:\s+and\s+{NAME})?$")


def publishes(name: str) -> bool:
    """Whether a name is, by its words, one of a medium or an organisation, not of a town."""
    words = name.split()
    return bool(lexicons.listed("publishers").intersection(words)) or (
        words[:1] == ["The"] and len(words) > 1
    )


def is_house(name: str) -> bool:
    """Whether a name is titled and ends as that of a medium or an organisation does."""
    words = re.sub(r"\s*\([^()]*\)$", "", name).split()
    named = bool(words) and words[-1].strip(".,") in lexicons.listed("publishers")
    small = {"of", "for", "on", "and", "the", "in", "&", "de", "del", "des", "du", "der"}
    return named and len(words) > 1 and all(not w[0].islower() or w in small for w in words)


_CLOSES = re.compile(
    r"(?:[–—-]{1,2}\s*)?(?:(?:source|quelle|with|mit)\s*:?\s+)?\(?(?P<names>[^()\n]{2,40})\)?\.?",
    re.IGNORECASE,
)


def is_agency(line: str) -> bool:
    """Whether a line is nothing but who signs an agency's report: "mum/dpa", "(Reuters)", "— AP".

    The letters of who edited it may stand beside the agency's.
    """
    hit = _CLOSES.fullmatch(line) if len(line) <= _LONGEST_SIGNATURE else None
    if hit is None:
        return False
    names = [
        name
        for name in re.split(r"\s*[/,;+&|]\s*|\s+(?:and|und)\s+", hit["names"].strip(" ."))
        if name
    ]
    known = [name.lower() in lexicons.listed("agencies") for name in names]
    return any(known) and all(
        sure or re.fullmatch(r"[a-zäöü]{2,4}", name)
        for sure, name in zip(known, names, strict=True)
    )


_LONGEST_SIGNATURE = 50


def _without_article(name: str | None) -> str | None:
    if not name:
        return None
    return re.sub(r"^the\s+", "", name.strip().rstrip("."))


def _is_short_name(field: str) -> bool:
    """Whether a field may be a section's, a place's or a publisher's name: "Opinion"."""
    plain = re.sub(r"\b(?:No|Nr|Vol)\.\s", "", field.strip())
    return len(field.split()) <= 6 and not re.search(r"[.!?]\s|[.!?]$", plain)
