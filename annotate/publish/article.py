"""An article laid out for reading: the work in its blocks, then its comments, then the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from annotate import claims, languages
from annotate.cite.text_fragment import web_address
from annotate.model import COMMENTS, Document, Meta, Span
from annotate.publish.decided import UNDECIDED, Decided
from annotate.publish.paragraphs import Cite, Row, rows_of
from annotate.store.facets import LAYERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value known of the work and what it was read from. href: where it leads, if anywhere.

    also: what else states it. others: values stated instead, those that contradict it first.
    """

    name: str
    value: str
    origin: str
    href: str | None = None
    also: tuple[str, ...] = ()
    others: tuple["Other", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A value that something else states. conflicts: whether it contradicts the one taken."""

    value: str
    origins: tuple[str, ...]
    conflicts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article laid out. groups: rows of one kind in a row, so that a list is one list.

    untagged: why it has no findings, where its language is the reason. skipped: the paragraphs that
    are missing before a row, as of an article that was published in part, by the row's anchor.
    """

    document: Document
    title: Row | None
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    comments: tuple[Row, ...]
    rest: tuple[Row, ...]
    facts: tuple[Fact, ...]
    counts: Mapping[str, int]
    address: str | None
    untagged: str | None = None
    skipped: Mapping[str, str]


def lay_out(
    document: Document,
    statements: Mapping[str, str],
    decided: Decided = UNDECIDED,
    *,
    cite: Cite,
) -> Reading:
    """The document laid out. statements: the codebook's, by topic. cite: as for `rows_of`."""
    rows = list(rows_of(document, statements, decided, cite))
    title = next((row for row in rows if row.segment.kind == "title"), None)
    body = [row for row in rows if row is not title and _section(row) == "body"]
    return Reading(
        document=document,
        title=title,
        groups=tuple(
            (kind, tuple(group)) for kind, group in groupby(body, lambda row: row.segment.kind)
        ),
        comments=tuple(row for row in rows if _section(row) == "comments"),
        rest=tuple(row for row in rows if _section(row) == "rest"),
        facts=tuple(facts(document.meta)),
        counts=_counts(document.spans),
        address=web_address(document.meta.url),
        untagged=languages.not_tagged(document.untagged) if document.untagged else None,
        skipped=dict(_skipped(rows)),
    )


def _skipped(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Before which row which paragraphs are missing, by numbers that count all there were."""
    last = 0
    for row in rows:
        number = row.segment.number
        if number is not None:
            if number > last + 1:
                yield row.anchor, f"¶ {last + 1}" + (f"–{number - 1}" if number > last + 2 else "")
            last = number


def facts(meta: Meta) -> Iterator[Fact]:
    """What is known of a work, and where each value came from."""
    for key, name in _NAMES.items():
        value = getattr(meta, key)
        words = claims.JOINED.join(value) if isinstance(value, tuple) else value
        if words:
            href = web_address(words) if key in ("url", "license") else None
            origin = meta.origins.get(key, "")
            also = tuple(each for each in claims.origins(meta, key) if each != origin)
            others = tuple(_others(meta, key))
            yield Fact(name=name, value=words, origin=origin, href=href, also=also, others=others)


def _others(meta: Meta, key: str) -> list[Other]:
    contested = claims.conflicts(meta)
    found = (
        Other(value=each.value, origins=each.origins, conflicts=each in contested)
        for each in claims.others(meta, key)
    )
    return sorted(found, key=lambda other: not other.conflicts)


_NAMES = {
    "title": "Title",
    "authors": "By",
    "published": "Published",
    "container_title": "In",
    "publisher": "Publisher",
    "url": "Address",
    "accessed": "Accessed",
    "license": "Licence",
    "language": "Language",
    "type": "Type",
}


def _section(row: Row) -> str:
    kind = row.segment.kind
    return "rest" if kind == "boilerplate" else "comments" if kind in COMMENTS else "body"


def _counts(spans: Iterable[Span]) -> dict[str, int]:
    counts = dict.fromkeys(LAYERS, 0)
    for span in spans:
        if span.layer in counts:
            counts[span.layer] += 1
    return counts
