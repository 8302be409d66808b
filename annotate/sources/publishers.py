"""Who published a work, as its imprint, its letterhead, its bylines or two weak places say."""

import re

from annotate.sources import bylines
from annotate.sources.evidence import Evidence, Found

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:\d{4}(?:\s*[-–,]\s*\d{2,4})*)?,?\s*(?:by\s+)?"
    r"(?P<name>[^\d.,;:|©]{2,80}?)(?:\s+\d{4}.*|[.,;|].*|\s+[Aa]ll [Rr]ights.*)?$",
    re.IGNORECASE,
)
_NO_HOLDER = re.compile(r"(?:the )?(?:author|writer|photographer|notice|all rights)", re.IGNORECASE)
_PUBLISHED_BY = re.compile(
    r"^(?:published by|publisher|verlag|herausgeber)\s*:?\s+(?P<name>\S[^\n]{1,90})$", re.IGNORECASE
)
_PUBLISHER_HEAD = re.compile(r"^(?:published by|publisher|imprint|verlag)\s*:?$", re.IGNORECASE)


def publisher(evidence: Evidence) -> Found:
    """The surest of the places that name who published a work, None if there is none."""
    for find in (
        _from_masthead,
        _from_imprint,
        _from_series,
        _from_source,
        _from_byline,
        _from_rights,
        _from_letterhead,
        _from_agreement,
        _from_role,
    ):
        if found := find(evidence):
            return found
    return None


def _from_imprint(evidence: Evidence) -> Found:
    notices = [line for words in evidence.of("notice") for line in words.split("\n")]
    for n, line in enumerate(notices):
        if hit := _PUBLISHED_BY.match(line):
            return _house(hit["name"]), "imprint"
        if _PUBLISHER_HEAD.match(line) and n + 1 < len(notices):
            return _house(notices[n + 1]), "imprint"
    return None


def _from_source(evidence: Evidence) -> Found:
    """The name below a label of its own at the head of a page: "Source", "Issued by"."""
    pairs = zip(evidence.head, evidence.head[1:], strict=False)
    behind = (line for label, line in pairs if _SOURCE.fullmatch(label.strip()))
    named = next((line for line in behind if len(line.split()) <= _NAMED), None)
    return (_house(named), "label") if named else None


_SOURCE = re.compile(r"(?:sources?|publisher|(?:published|issued|released) by)\s*:?", re.IGNORECASE)
_NAMED = 10
"""Words of a publisher's name, at most."""


def _from_series(evidence: Evidence) -> Found:
    """The organisation that opens a line with a serial number: "…, Selm · ISSN 2222-1111"."""
    for words in evidence.of("notice", "byline"):
        for line in words.split("\n"):
            name = _house(line)
            if _SERIAL.search(line) and name != line and bylines.is_house(name):
                return name, "imprint"
    return None


_SERIAL = re.compile(r"\b(?:ISSN|ISBN|DOI)\b")
_FURTHER = re.compile(r"\s*[·•|;]\s*|,\s+|\s+[–—-]{1,2}\s+")


def _house(line: str) -> str:
    """The name that a line opens with.

    A line that is nothing but the name keeps the name's short form ("Marrow Club (MC)"); of one
    that goes on with a town, a number or an address the name alone is left.
    """
    name, *more = _FURTHER.split(line.strip(" ."), maxsplit=1)
    if more:
        name = re.sub(r"\s*\([^()]*\)$", "", name)
    return re.sub(r"^the\s+", "", name).strip(" .")


def _from_byline(evidence: Evidence) -> Found:
    """A byline's "for X", or a name beside its date that the words of the work hold again."""
    for said in evidence.bylines:
        if said.publisher:
            return _longest_form(said.publisher, evidence), "byline"
    places = [said.place for said in evidence.bylines if said.place]
    frame = "\n".join(evidence.of("notice", "boilerplate"))
    agreed = next((place for place in places if _is_named(place, frame)), None)
    return (agreed, "byline and frame") if agreed else None


def _from_masthead(evidence: Evidence) -> Found:
    """The name above the title that the lines about rights hold again."""
    rights = "\n".join(evidence.of("notice"))
    for line in (line for words in evidence.of("above") for line in words.split("\n")):
        name = _house(line)
        hit = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rights, re.I) if " " in name else None
        if hit and len(name) > 3 and len(name.split()) <= 8 and bylines.read(line) is None:
            return (hit[0].title() if hit[0].isupper() else hit[0]), "masthead"
    return None


def _from_letterhead(evidence: Evidence) -> Found:
    """An organisation's name above the title, alone or beside the kind of paper it is."""
    told = (line for words in evidence.of("above") for line in words.split("\n"))
    alone = (
        line
        for words in evidence.of("below")
        for line in words.split("\n")
        if bylines.is_house(line)
    )
    for line in (*told, *alone):
        if re.search(r"[.!?](?:\s|$)", line):
            continue
        cased = line.title() if line.isupper() else line
        name = _house(cased) if _FURTHER.search(cased) else cased
        named = bylines.is_house(name) if name != cased else bylines.publishes(name)
        if named and 2 <= len(name.split()) <= 8 and bylines.read(line) is None:
            return name, "letterhead"
    return None


def _longest_form(name: str, evidence: Evidence) -> str:
    """The holder of the rights instead, if the byline's name is that one but for a slip."""
    rights = _from_rights(evidence)
    if rights and _alike(rights[0], name):
        return rights[0]
    return name


def _alike(first: str, second: str) -> bool:
    one, two = first.casefold().split(), second.casefold().split()
    return len(one) == len(two) and sum(a == b for a, b in zip(one, two, strict=True)) * 2 > len(
        one
    )


def _from_rights(evidence: Evidence) -> Found:
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            hit = _RIGHTS.search(line)
            name = re.sub(r"^the\s+", "", hit["name"].strip(" -–—")) if hit else ""
            if name[:1].isupper() and not _NO_HOLDER.match(name):
                return name, "rights"
    return None


def _from_agreement(evidence: Evidence) -> Found:
    """A medium that somebody in the work talks to, and that its page is furnished by."""
    frame = "\n".join(evidence.of("boilerplate", "notice"))
    for words in evidence.of("paragraph"):
        for hit in re.finditer(
            rf"\b(?:told|tells|spoke (?:to|with)|speaking to|interview with)\s+(?P<name>{_MEDIUM})",
            words,
        ):
            name = re.sub(r"^the\s", "The ", hit["name"])
            if _is_named(name, frame):
                return name, "body and frame"
    return None


_MEDIUM = r"(?:[Tt]he\s+)?[A-Z][\w’'-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'-]*){0,3}"


def _is_named(name: str, frame: str) -> bool:
    return len(name) > 3 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", frame) is not None


def _from_role(evidence: Evidence) -> Found:
    """The house that a note says the author writes for: "…, who covers courts for The Gazette"."""
    for words in evidence.of("note"):
        for name in evidence.authors:
            hit = re.search(rf"{re.escape(name)},\s+(?P<of>[^,.]{{2,120}})", words)
            if hit and (found := _HOUSE.search(hit["of"])):
                return found["for"] or found["own"], "note"
    return None


_HOUSE = re.compile(
    rf"^(?:who\s+\w+\s+.*?for\s+(?P<for>{_MEDIUM})|(?P<own>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){{0,3}})[’']s?\s+[\w\s]*"
    r"(?i:analyst|correspondent|editor|writer|reporter|contributor|columnist|blogger))"
)
