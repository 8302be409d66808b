"""A figure as the ledger reads it: what is counted, how many, as of when, and who says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a sentence names, and where."""

    canonical: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with the work and the sentence that it stands in.

    text: the figure's words; start and end are theirs. paragraph: as a reader counts. sentence:
    the words of the sentence, of the segment where sentences were not found; sentence_start: where
    it opens. counted_start: where what is counted was read. first_start: of a figure said again,
    where it is said first. language, authors: of the work. places: those that the sentence names.
    """

    id: str
    document: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    year: int | None
    segment: str | None
    kind: str | None
    paragraph: int | None
    start: int
    end: int
    text: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    approx: bool
    unit: str | None
    counted: str | None
    as_of: str | None
    said_by: str | None
    sentence: str | None
    sentence_start: int | None = None
    language: str | None = None
    counted_start: int | None = None
    first_start: int | None = None
    authors: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
