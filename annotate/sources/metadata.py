"""What a work says of itself: title, authors, day, publisher, address, licence, type.

Each value comes from pieces of evidence, in order of trust: what the form declares, then bylines,
then imprints, then what two weak places agree on. A value that nothing makes sure is absent. A
reader's comment is no evidence.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter

from annotate.model import Meta, Pair, Segment, Source
from annotate.sources import bylines
from annotate.sources.bylines import Byline


@dataclass(frozen=True, eq=False, kw_only=True)
class Evidence:
    """The words of a source's segments by kind, without marks, in order of place.

    The bylines are there twice: those "above" the title and those "below" it by themselves too.
    """

    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def bylines(self) -> tuple[Byline, ...]:
        """What the bylines say, line by line."""
        lines = (line for words in self.words.get("byline", ()) for line in words.split("\n"))
        return tuple(said for line in lines if (said := bylines.read(line)))

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The words of the segments of some kinds."""
        return tuple(words for kind in kinds for words in self.words.get(kind, ()))


Found = tuple[str, str] | None
"""A value and what it was read from."""


def of(source: Source, segments: Sequence[Segment]) -> Meta:
    """What a source's form declares and, where that is silent, what its segments say."""
    evidence = Evidence(words=_words(source, segments))
    declared = source.meta
    values: dict[str, str] = {}
    origins = dict(declared.origins)
    for key, find in _FINDERS.items():
        if not getattr(declared, key) and (found := find(evidence)):
            values[key], origins[key] = found
    shown = _title(evidence)
    if shown and origins.get("title") == "title" and _is_part(shown[0], declared.title or ""):
        values["title"], origins["title"] = shown
    authors = declared.authors
    if not authors and (writers := _authors(evidence)):
        authors, origins["authors"] = writers
    meta = replace(declared, **values, authors=authors, origins=origins)
    return meta if meta.type else _typed(meta, evidence)


def _words(source: Source, segments: Sequence[Segment]) -> dict[str, tuple[str, ...]]:
    by_kind: dict[str, list[str]] = {}
    for segment in segments:
        shown = _shown(source, segment)
        by_kind.setdefault(segment.kind, []).append(shown)
        if segment.kind == "byline":
            by_kind.setdefault("below" if "title" in by_kind else "above", []).append(shown)
    return {kind: tuple(words) for kind, words in by_kind.items()}


def _shown(source: Source, segment: Segment) -> str:
    """A segment's words without its marks, line by line."""
    kept = "".join(
        source.text[start:end]
        for first, last in segment.stretches
        for start, end in _between_marks(source.marks, first, last)
    )
    return "\n".join(" ".join(line.split()) for line in kept.splitlines() if line.strip())


def _between_marks(marks: Sequence[Pair], first: int, last: int) -> Iterator[Pair]:
    at = first
    for n in range(bisect_right(marks, first, key=itemgetter(1)), len(marks)):
        start, end = marks[n]
        if start >= last:
            break
        yield at, max(at, start)
        at = max(at, end)
    yield at, max(at, last)


# one finder a value


def _title(evidence: Evidence) -> Found:
    titles = evidence.of("title")
    if not titles:
        return None
    lines = titles[0].split("\n")
    cased = [_lowered(line, evidence) if line.isupper() and " " in line else line for line in lines]
    title = cased[0]
    for above, below, shown in zip(lines, lines[1:], cased[1:], strict=False):
        title += (": " if _is_subtitled(above, below) else " ") + shown
    return title, "title"


def _is_subtitled(above: str, below: str) -> bool:
    """Whether the lower of two lines is a sub-title, not what did not fit into the upper one."""
    if not above[-1:].isalnum() or below[:1].islower():
        return False
    fits = len(above) + 1 + len(below.split()[0]) <= len(below)
    return above.isupper() != below.isupper() or fits


def _is_part(shown: str, declared: str) -> bool:
    """Whether the title on the page is the declared one without the site's name."""
    return shown.casefold() in declared.casefold()


def _lowered(title: str, evidence: Evidence) -> str:
    """A title in capitals as one would cite it; what the work writes in capitals too stays so."""
    body = set(" ".join(evidence.of("paragraph")).split())
    words = (word if word.strip(".,:;!?") in body else word.capitalize() for word in title.split())
    lowered = (word.lower() if word.lower() in _SMALL else word for word in words)
    cased = " ".join(lowered)
    return cased[:1].upper() + cased[1:]


_SMALL = frozenset(
    (
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
    )
)


def _authors(evidence: Evidence) -> tuple[tuple[str, ...], str] | None:
    """Everybody whom a byline names, once, in order; who only helped is no author."""
    heads = [name for said in evidence.bylines if not said.closing for name in said.authors]
    names = heads or [name for said in evidence.bylines for name in said.authors]
    names = names or list(_bare_names(evidence))
    return (tuple(dict.fromkeys(names)), "byline") if names else None


def _bare_names(evidence: Evidence) -> Iterator[str]:
    """The names that stand alone in a line below the title, or in one whom a note tells of."""
    for line in (line for words in evidence.of("below") for line in words.split("\n")):
        fields = [field for field in bylines.fields(line) if bylines.is_name(field)]
        for field in fields:
            told = any(note.startswith(field) for note in evidence.of("note"))
            if field == line.strip() or told:
                yield from bylines.people(field)


def _published(evidence: Evidence) -> Found:
    """The fullest of the dates in the bylines that agree with the first."""
    stated = [said.published for said in evidence.bylines if said.published]
    if not stated:
        return None
    fuller = [value for value in stated if value.startswith(stated[0])]
    return max(fuller, key=len)[:10], "byline"


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


def _publisher(evidence: Evidence) -> Found:
    for find in (
        _from_masthead,
        _from_imprint,
        _from_series,
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
    authors = _authors(evidence)
    for words in evidence.of("note"):
        for name in authors[0] if authors else ():
            hit = re.search(rf"{re.escape(name)},\s+(?P<of>[^,.]{{2,120}})", words)
            if hit and (found := _HOUSE.search(hit["of"])):
                return found["for"] or found["own"], "note"
    return None


_HOUSE = re.compile(
    rf"^(?:who\s+\w+\s+.*?for\s+(?P<for>{_MEDIUM})|(?P<own>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){{0,3}})[’']s?\s+[\w\s]*"
    r"(?i:analyst|correspondent|editor|writer|reporter|contributor|columnist|blogger))"
)

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;)]")
_BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+/[^\s<>\"]*[^\s<>\".,;)]")
_LABEL = re.compile(
    r"^(?:permalink|(?:source )?url|address|link|web|(?:this .{2,20} is )?(?:also "
    r"|freely )?(?:read |available"
    r" )?(?:it |free )?(?:online\b ?)?(?:at|from|on|under)?)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)


def _url(evidence: Evidence) -> Found:
    """The address alone in a line or behind its label; a label vouches for one without a scheme."""
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            label = _LABEL.match(line)
            bare = line[label.end() if label else 0 :].strip("<> .")
            if hit := _ADDRESS.fullmatch(bare):
                return hit[0], "address"
            if label and label[0].strip() and _BARE_ADDRESS.fullmatch(bare):
                return f"https://{bare}", "address"
    return None


_LICENCE = re.compile(
    r"creative commons|\bCC[ -](?:BY|0)|\bCC0|public domain|licen[cs]ed? under", re.I
)
_TERM = r"(?:[A-Z][\w-]*|v?\d(?:\.\d)?|[–-])"
_LICENCES = (
    re.compile(
        rf"\b(?P<name>(?:Creative Commons|CC)[ -]+{_TERM}(?:[ -]+{_TERM})*?)(?=\s+[Ll]icen[cs]e\b)"
    ),
    re.compile(rf"\b(?P<name>Creative Commons[ -]+{_TERM}(?:[ -]+{_TERM})*|CC0(?: {_TERM})*)"),
    re.compile(r"\b(?P<name>CC[ -]BY(?:-[A-Z]{2})*(?: \d\.\d)?(?: [A-Z][a-z]+)?)"),
    re.compile(rf"(?:under|terms of) (?:an?|the) (?P<name>{_TERM}(?: {_TERM})* [Ll]icen[cs]e)"),
)
"""The names that sentences call licences by, the surest first."""


def _license(evidence: Evidence) -> Found:
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            if _LICENCE.search(line):
                return _licence_name(line.strip()), "notice"
    return None


def _licence_name(line: str) -> str:
    """The name of a licence out of a sentence; a line that is no sentence is one."""
    if not (line.endswith(".") or re.search(r"\b(?:under|licen[cs]ed|copied|published)\b", line)):
        return line
    hits = (pattern.search(line) for pattern in _LICENCES)
    return next((hit["name"].strip(" -–") for hit in hits if hit), line)


_FINDERS: dict[str, Callable[[Evidence], Found]] = {
    "title": _title,
    "published": _published,
    "publisher": _publisher,
    "url": _url,
    "license": _license,
}


# type


_TYPES = (
    ("report", r"\bwrote this report\b|\bthis report\b.*\brecommend"),
    (
        "article-newspaper",
        r"\b(?:Times|Courier|Daily|Herald|Gazette|Tribune|Post|Guardian|Telegraph|Chronicle|Newspaper)\b",
    ),
    ("article-magazine", r"\b(?:Magazine|Review|Diplomat|Weekly|Quarterly|Economist)\b"),
)


def _typed(meta: Meta, evidence: Evidence) -> Meta:
    """A CSL type where the work shows one: by its byline, or by its publisher's name."""
    told = " ".join(evidence.of("byline"))
    for kind, pattern in _TYPES:
        where = told if kind == "report" else meta.publisher or ""
        if re.search(pattern, where):
            return replace(meta, type=kind, origins={**meta.origins, "type": "publisher"})
    return meta
