"""Names that an article's form states: its authors and publisher, a comment's writer, credits."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace

from annotate import lexicons
from annotate.layers.entities import gazetteer
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import CAP, UPPER, given_names, is_common
from annotate.model import Meta, Segment
from annotate.patterns import Pattern

_CREDIT = Pattern(
    r"\b(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Cc]redit|[Pp]hotograph)s?(?: [Cc]redit)?(?::| by| via)"
    r" (?P<names>[^.;()]+)"
)
_DAY = rf"(?:{'|'.join(calendar.month_abbr[1:])})\w*\.? \d{{1,2}}"
_DATELINE = re.compile(
    rf"(?:(?:{UPPER}(?:{UPPER}|[ .,'’-])+|{UPPER}[^()\n]{{1,40}}, )(?:{_DAY}(?:, \d{{4}})?)? ?)?"
    rf"\((?P<agency>{CAP}(?: {CAP}){{0,2}})\) ?[-–—]{{1,2}} ?(?=[\w“\"])"
)
"""Where an agency's report begins: "SELM, March 4 (Delta News) - Talks …"."""
_PERSON = re.compile(rf"{CAP}(?: {CAP}){{1,2}}|[a-z][\w.-]+")


_SORTED = re.compile(
    rf"(?:(?<=[\"“]){CAP}, (?P<given>{CAP})(?: {UPPER}\.?)?(?=[\"”])|"
    rf"(?<!\w)(?<![\w.] ){CAP}, {CAP}(?: {UPPER}\.?)?(?= ?(?:<|\[mailto:)[\w.+-]+@))"
)
"""A name as an address book sorts it: "Kolde, Anna" <kolde@example.org>."""

_ADDRESSED = re.compile(
    rf"(?<=[\"“])(?P<name>{CAP}(?: (?:{UPPER}\.|{CAP})){{1,2}})(?=[\"”] ?<[\w.+-]+@)"
)
"""A name as it stands before its address: "Anna Kolde" <kolde@example.org>."""


def proposals(text: str, segment: Segment, meta: Meta) -> Iterator[Proposal]:
    """The names that a passage's kind and the article's metadata state."""
    for author in meta.authors:
        if " " in author or (segment.kind == "byline" and _is_one(author)):
            label = "ORG" if _writes_as_body(author) else "PERSON"
            yield from _everywhere(text, author, label, "author")
    publisher = re.sub(r" \(.*", "", meta.publisher or "")
    if publisher and not all(is_common(word) for word in publisher.split()):
        yield from _everywhere(text, publisher, "ORG", "publisher")
    if segment.kind == "comment_meta" and segment.author:
        yield from _everywhere(text, segment.author, "PERSON", "comment-author")
    if segment.kind == "caption":
        yield from _credits(text)
    yield from _addresses(text)
    if (place := _FROM_WHERE.match(text)) and _is_where(place["place"]):
        where = _proposal(text, *place.span("place"), "GPE", "dateline")
        yield replace(where, canonical=place["place"].title())
    if dateline := _DATELINE.match(text):
        yield _proposal(text, *dateline.span("agency"), "ORG", "dateline")


_FROM_WHERE = re.compile(
    rf"(?P<place>{UPPER}{{3,}}(?: {UPPER}{{3,}}){{0,2}})(?:, [^—–.]{{2,30}})? [—–] "
)
"""Where a report is from that names no agency: "PHAN RANG — Forty families …"."""


def _is_where(name: str) -> bool:
    """Whether words in capitals that open a report are a place's, which no list need have."""
    words = name.title().split()
    plain = any(is_common(word) for word in words) or words[0] in given_names()
    listed = gazetteer.entry(name.title())
    return not plain and (listed is None or listed.label == "GPE") and not gazetteer.entry(name)


def _is_one(author: str) -> bool:
    """Whether one word that signs may be somebody's name: "Jette", no "Reuters" and no "Admin"."""
    listed = gazetteer.entry(author)
    known = listed is not None and listed.when is None
    return bool(re.fullmatch(CAP, author)) and not (is_common(author) or known)


def _writes_as_body(author: str) -> bool:
    """Whether an author is no person, by its noun: "Coastal Policy Trust", "Committee on X"."""
    first, *words = author.split()
    nouns = lexicons.listed("press_nouns", "org_nouns")
    named = next((n for n, word in enumerate(words) if word in _OF), len(words))
    head = [first, *words][named] if words else first
    return first not in given_names() and head in nouns


_OF = frozenset({"against", "for", "of", "on"})


def _everywhere(text: str, name: str, label: str, rule: str) -> Iterator[Proposal]:
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield _proposal(text, *found.span(), label, rule)


def _addresses(text: str) -> Iterator[Proposal]:
    """Who a letter's head says it is from, however the surname and the given name are turned."""
    for found in _SORTED.finditer(text):
        if found["given"] is None or found["given"] in given_names():
            surname, given = found[0].split(", ")
            yield replace(
                _proposal(text, *found.span(), "PERSON", "address"), canonical=f"{given} {surname}"
            )
    for found in _ADDRESSED.finditer(text):
        if not _is_body(found["name"], found[0]):
            yield _proposal(text, *found.span("name"), "PERSON", "address")


def _credits(text: str) -> Iterator[Proposal]:
    """Who made a picture, and whose it is: "Photo: Ann Roe / Delta Archive"."""
    for credit in _CREDIT.finditer(text):
        at = credit.start("names")
        for n, part in enumerate(re.split(r"( / |/)", credit["names"])):
            name = part.strip()
            start = at + len(part) - len(part.lstrip())
            at += len(part)
            person = (
                _PERSON.fullmatch(name)
                and not (n and " " in name)
                and not _is_body(name, credit[0])
            )
            if person and (name[0].isupper() or n):
                yield _proposal(text, start, start + len(name), "PERSON", "credit")
            elif re.fullmatch(rf"{CAP}(?: {CAP}){{0,3}}", name):
                yield _proposal(text, start, start + len(name), "ORG", "credit")


def _is_body(name: str, credit: str) -> bool:
    """Whether a credit is an outlet's or archive's: "The X", a listed body, or one by its noun.

    A picture comes "via" whoever published it, seldom a person.
    """
    return (
        name.startswith("The ")
        or (f" via {name}" in credit and name.partition(" ")[0] not in given_names())
        or gazetteer.is_body(name)
        or name.rpartition(" ")[2] in lexicons.listed("press_nouns", "org_nouns")
    )


def _proposal(text: str, start: int, end: int, label: str, rule: str) -> Proposal:
    return Proposal(start=start, end=end, label=label, canonical=text[start:end], by=f"rule:{rule}")
