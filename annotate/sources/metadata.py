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
    title = " ".join(titles[0].split())
    return (_lowered(title, evidence) if title.isupper() and " " in title else title), "title"


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
    """Everybody whom a byline names, once, in order."""
    names = [name for said in evidence.bylines for name in said.authors]
    if not names:
        lines = [line for words in evidence.of("below") for line in words.split("\n")]
        bare = (line for line in lines if bylines.is_name(line))
        names = [name for line in bare for name in bylines.people(line)]
    return (tuple(dict.fromkeys(names)), "byline") if names else None


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
        _from_imprint,
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
            return hit["name"].strip(" ."), "imprint"
        if _PUBLISHER_HEAD.match(line) and n + 1 < len(notices):
            return notices[n + 1].strip(" ."), "imprint"
    return None


def _from_byline(evidence: Evidence) -> Found:
    """A byline's "for X", or a name beside its date that the words of the work hold again."""
    for said in evidence.bylines:
        if said.publisher:
            return _longest_form(said.publisher, evidence), "byline"
    places = [said.place for said in evidence.bylines if said.place]
    frame = "\n".join(evidence.of("notice", "boilerplate"))
    agreed = next((place for place in places if _is_named(place, frame)), None)
    return (agreed, "byline and frame") if agreed else None


def _from_letterhead(evidence: Evidence) -> Found:
    """An organisation's name alone above the title."""
    lines = (line for words in evidence.of("above") for line in words.split("\n"))
    names = (line.title() if line.isupper() else line for line in lines)
    name = next(
        (name for name in names if bylines.publishes(name) and len(name.split()) <= 8), None
    )
    return (name, "letterhead") if name and bylines.read(name) is None else None


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

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def _url(evidence: Evidence) -> Found:
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            bare = re.sub(
                r"^(?:permalink|url|source url|address|link)\s*:?\s*", "", line, flags=re.I
            )
            if hit := _ADDRESS.fullmatch(bare.strip("<> ")):
                return hit[0], "address"
    return None


_LICENCE = re.compile(
    r"creative commons|\bCC[ -](?:BY|0)|\bCC0|public domain|licen[cs]ed? under", re.I
)


def _license(evidence: Evidence) -> Found:
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            if _LICENCE.search(line):
                return line.strip(), "notice"
    return None


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
