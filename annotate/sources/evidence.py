"""What an article shows of itself: the words of its segments by kind, and its bylines as read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from annotate.letters import folded
from annotate.model import Pair, Segment, Source
from annotate.sources import bylines, dates, day_orders, writers
from annotate.sources.bylines import Byline
from annotate.sources.declared import agree

Found = tuple[str, str] | None
"""A value and what it was read from."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Evidence:
    """The words of a source's segments by kind, without marks, in order of place.

    segments: by kind. The bylines are there twice: those "above" the title and those "below" it by
    themselves too. head: of a web page, the short lines around its title, whatever they were taken
    for.
    """

    source: Source
    segments: Mapping[str, Sequence[Segment]]
    head: tuple[str, ...] = ()

    @cached_property
    def bylines(self) -> tuple[Byline, ...]:
        """What the bylines say, line by line."""
        return tuple(said for line in self.lines if (said := bylines.read(line)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the bylines."""
        told = (line for words in self.of("byline") for line in words.split("\n"))
        return tuple(line for line in told if not _MEMBER.match(line))

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Everybody whom a byline names, once, in order; who only helped is no author."""
        heads = [name for said in self.bylines if not said.closing for name in said.authors]
        wrote = [
            said for line in self.lines if not _HELPED.match(line) if (said := bylines.read(line))
        ]
        names = heads or [name for said in wrote for name in said.authors]
        return tuple(dict.fromkeys(names or self._bare_names()))

    @property
    def first_authors(self) -> tuple[str, ...]:
        """Those whom the first byline names that names anybody."""
        return next((said.authors for said in self.bylines if said.authors), ())

    @cached_property
    def labelled(self) -> tuple[str, ...]:
        """The names behind a label that stands alone in the line above: "Written by"."""
        pairs = zip(self.head, self.head[1:], strict=False)
        behind = (line for label, line in pairs if _LABEL.fullmatch(label))
        return next((people for line in behind if (people := writers.named([line]))), ())

    @cached_property
    def desk(self) -> str | None:
        """A body of writers that a byline names with its paper: "By The Estuary editors"."""
        hits = (_DESK.fullmatch(line.strip()) for line in (*self.lines, *self.head))
        return next((hit["desk"] for hit in hits if hit), None)

    @cached_property
    def beside(self) -> tuple[str, ...]:
        """Writers whom the head names without a byline: in a sentence, or alone beside the day."""
        told = (said.authors for line in self.head if (said := bylines.read(line)))
        if found := next(filter(None, told), ()):
            return found
        dated = [n for n, line in enumerate(self.head) if dates.iso(line) and len(line) < _LINE]
        near = (
            self.head[n + step] for n in dated for step in _STEPS if 0 <= n + step < len(self.head)
        )
        within = (_IN_SECTION.sub("", each) for n in dated for each in bylines.fields(self.head[n]))
        if found := next(filter(None, map(_before_day, self.head)), ()):
            return found
        alone = (writers.named([name]) for name in (*within, *near) if writers.is_sure(name))
        graduates = filter(None, map(writers.graduates, self.head))
        return next(alone, None) or next(graduates, ())

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The words of the segments of some kinds."""
        found = (segment for kind in kinds for segment in self.segments.get(kind, ()))
        return tuple(_shown(self.source, segment) for segment in found)

    def _bare_names(self) -> Iterator[str]:
        """The names alone in a line below the title, or in one whom a note tells of."""
        for line in (line for words in self.of("below") for line in words.split("\n")):
            fields = [field for field in bylines.fields(line) if bylines.is_signature(field)]
            for field in fields:
                told = any(note.startswith(field) for note in self.of("note"))
                if field == line.strip() or told or writers.is_sure(field):
                    yield from bylines.people(bylines.without_town(field))


_HELPED = re.compile(r"\W*(?:additional|further) reporting\b", re.IGNORECASE)
"""How a line opens that names who helped, and not who wrote."""

_MEMBER = re.compile(
    r"(?:join(?:ed|[ -]date)|member since|registered|mitglied seit|dabei seit|registriert seit)\b",
    re.IGNORECASE,
)
"""How a forum says since when somebody has been a member: no day of the work."""

_LABEL = re.compile(
    r"(?:(?:written|posted|published|reported|authored|words|text|story|article)\s+)?by\s*:?"
    r"|authors?\s*:?",
    re.IGNORECASE,
)


def of(source: Source, segments: Sequence[Segment]) -> Evidence:
    """The evidence in a source's segments."""
    by_kind: dict[str, list[Segment]] = {}
    for segment in segments:
        by_kind.setdefault(segment.kind, []).append(segment)
        if segment.kind == "byline":
            by_kind.setdefault("below" if "title" in by_kind else "above", []).append(segment)
    head = _ordered(tuple(_head(segments, source)), source) if source.form == "html" else ()
    return Evidence(source=source, segments=by_kind, head=head)


def _ordered(lines: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """Some lines of a page, their days in figures written out where the page tells their order."""
    if not any(_IN_FIGURES.search(line) for line in lines):
        return lines
    received = source.page.received if source.page else ""
    order = day_orders.months_first(source.text, received=received, address=source.meta.url)
    return tuple(day_orders.settled(line, months_first=order) for line in lines)


_IN_FIGURES = re.compile(r"\d/\d\d?/\d{4}")


_DESK = re.compile(
    r"(?i:(?:written\s+|posted\s+)?by:?)\s+(?P<desk>(?!Our\b|Guest\b|Web\b|Site\b)(?:[A-Z][\w’'&-]*\s+){1,4}"
    r"(?i:editors|editorial (?:board|team|staff)|staff|team|contributors|newsroom|desk|authors))"
)


def _before_day(line: str) -> tuple[str, ...]:
    """The people whom a line has in front of its day, as towns are: "Anja Kolde, 3 May 2010"."""
    said = bylines.read(line)
    names = _WEEKDAY.sub("", said.place or "") if said and not said.authors else ""
    people = tuple(bylines.people(names)) if names and not _PLACE.search(names) else ()
    return people if all(map(writers.is_sure, people)) else ()


_WEEKDAY = re.compile(rf"\s+{dates.WEEKDAY}\s*$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:Bay|Beach|City|County|Creek|Falls|Harbou?r|Heights|Hills?|Hole|Islands?|Lake|Park|River"
    r"|Springs|Town|Valley)$"
)
"""How places end that begin as names of people do: "Virginia Beach"."""

_IN_SECTION = re.compile(r"\s+in\s+[A-Z].*$")
_LINE = 60
_STEPS = (-1, 1, -2, 2)
_ABOVE, _BELOW = 4, 14
_READ = 1
"""Paragraphs below a title behind which a line may be of its head; further down it is a box's."""

_SHORT = 160


def _head(segments: Sequence[Segment], source: Source) -> Iterator[str]:
    """The short lines from a page's title to where its prose begins, then those above the title."""
    at = _title_at(segments, source)
    if at is None:
        return
    below = range(at + 1, min(at + _BELOW, len(segments)))
    told = [n for n in below if segments[n].kind == "paragraph"]
    within = range(told[_READ], told[-1]) if len(told) > _READ else ()
    near = (segments[n] for n in below if n not in within)
    for segment in (*near, *segments[max(0, at - _ABOVE) : at]):
        if segment.kind not in {"title", "comment", "comment_meta", "quote"}:
            words = _shown(source, segment)
            shown = words.split("\n") if len(words) <= _SHORT else ()
            yield from (line for line in shown if not _MEMBER.match(line))


def _title_at(segments: Sequence[Segment], source: Source) -> int | None:
    """Where a page's title stands: the segment taken for it, unless the page declares another."""
    taken = next((n for n, one in enumerate(segments) if one.kind == "title"), None)
    titles = [claim.value for claim in source.meta.claims if claim.key == "title"]
    if taken is not None:
        said = _shown(source, segments[taken])
        if any(agree(said, title) for title in titles):
            return taken
    prose = next((n for n, one in enumerate(segments) if one.kind == "paragraph"), len(segments))
    declared = set(map(folded, titles))
    longest = 4 * max(map(len, titles), default=0)
    shown = ((n, _shown(source, one)) for n, one in enumerate(segments))
    same = [n for n, words in shown if len(words) <= longest and folded(words) in declared]
    before = [n for n in same if n < prose]
    return next(iter(before[-1:] or same), taken)


def _shown(source: Source, segment: Segment) -> str:
    """A segment's words without its marks, line by line."""
    if not source.marks and not segment.parts:
        return _lines(source.text[segment.start : segment.end])
    kept = "".join(
        source.text[start:end]
        for first, last in segment.stretches
        for start, end in _between_marks(source.marks, first, last)
    )
    return _lines(kept)


def _lines(words: str) -> str:
    """The lines of some words that have any, white space folded."""
    if "\n" not in words and words.isprintable():
        return " ".join(words.split())
    return "\n".join(" ".join(line.split()) for line in words.splitlines() if line.strip())


def _between_marks(marks: Sequence[Pair], first: int, last: int) -> Iterator[Pair]:
    at = first
    for n in range(bisect_right(marks, first, key=itemgetter(1)), len(marks)):
        start, end = marks[n]
        if start >= last:
            break
        yield at, max(at, start)
        at = max(at, end)
    yield at, max(at, last)
