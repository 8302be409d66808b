"""What an annotated article is made of: frozen records, the labels, and what always holds.

Offsets are Unicode code points into the document's text, half open. None means "not stated".
The labels and their meaning stand in docs/guidelines.md; here they are spelled once.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Literal, NamedTuple

BLANK = "blank"
"""The name of the language pipeline without a trained part: words and sentence starts by rule."""

ENGLISH = "english"
"""The name of our trained pipeline: tags, lemmas and trees, and names and quotations that it
proposes (`annotate.encoder.reading`)."""

KINDS = (
    "title",
    "byline",
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "caption",
    "note",
    "comment",
    "comment_meta",
    "notice",
    "boilerplate",
)
BODY = frozenset({"heading", "paragraph", "list_item", "quote"})
"""The kinds that are the work itself."""

COMMENTS = frozenset({"comment", "comment_meta"})
"""The kinds that readers added to the work."""

NUMBERED = frozenset({"paragraph", "list_item", "quote"})
"""The kinds that get a paragraph number: a reader who counts paragraphs skips the headings."""

ENTITY_LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "WORK")
NUMBER_LABELS = (
    "count",
    "money",
    "percent",
    "fraction",
    "multiple",
    "measure",
    "duration",
    "age",
    "ordinal",
    "date",
)
QUOTE_LABELS = ("direct", "indirect", "mixed")
STANCE_LABELS = ("supports", "opposes", "ambivalent", "neutral")
ACTS = (
    "asserts",
    "denies",
    "urges",
    "criticises",
    "praises",
    "concedes",
    "fears",
    "predicts",
    "questions",
)
MODES = ("direct", "indirect", "author", "action")
HEDGES = ("plain", "hedged", "conditional", "interrogative")
DISTANCES = ("endorses", "rejects")
USES = ("own", "attributed", "rejected", "mentioned")

AUTHOR: Literal["author"] = "author"
"""The holder of what the writer says in the writer's own voice."""

Pair = tuple[int, int]
"""The start and end of a stretch: code points, half open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a text names somebody, and the one name we know them by.

    start and end are None where the text names nobody at that place (an unsigned note of a
    known publisher).
    """

    canonical: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value that something states of a work, in whose favour it was decided or not.

    key: of a field of Meta, or "modified", the day of a revision, or "doi", or "volume", "issue" or
    "page", where a work stands in what it appeared in. value: of several authors, their names
    joined by "; ". origins: everything that states this value, the most trusted first.
    """

    key: str
    value: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is known of a work; a value that nothing states is absent.

    published: ISO 8601, a day or a part of one. type: a CSL item type.
    origins: for each value present, what it was read from ("sidecar", "byline", "og:title").
    claims: every value that was stated, those present here among them.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    license: str | None = None
    language: str | None = None
    type: str | None = None
    container_title: str | None = None
    accessed: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()


class Block(NamedTuple):
    """A stretch of a source that its form sets apart, with the hints the form gives.

    A tuple, since a page has hundreds: to make a frozen record takes thrice as long.

    role: the kind that the form states ("heading" for `<h2>` or `##`), or None if it states none.
    author, date: of a reader's comment, where the form states them.
    xpath: of the element in the page as received.
    level: of a heading, or the depth of a list item; 0 where there is none.
    depth: of a reply in a thread of comments.
    tag: the name of the element. links: how many of its signs are in links. hints: what the
    elements around it say that it is part of ("nav", "article"). remark: the xpath of the
    reader's comment that it belongs to.
    """

    start: int
    end: int
    role: str | None = None
    level: int = 0
    depth: int = 0
    author: str | None = None
    date: str | None = None
    xpath: str | None = None
    tag: str = ""
    links: int = 0
    hints: frozenset[str] = frozenset()
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A web page as received, and which of its words the text made from it holds.

    received: its characters, each sign that no text can hold (NUL) replaced by one other.
    turns: all its words without white space, by turns those that the text holds and those that no
    reader sees.
    """

    received: str
    turns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A printed page's stretch of the text. label: what a reader calls it, "" where unknown."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as read: one unchanging text, its blocks, and what its form says of it.

    marks: stretches of the text that are no words: markup, and the hyphen and line end at which a
    word is broken.
    form: "text", "markdown" or "html".
    page: what a web page's text was made from.
    pages: of a printed work.
    """

    text: str
    blocks: tuple[Block, ...]
    form: str
    meta: Meta = Meta()
    marks: tuple[Pair, ...] = ()
    page: Page | None = None
    pages: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text of one kind.

    parts: where something that belongs elsewhere cuts the segment in two, what is its own.
    heading: the number `n` of the heading above.
    number: the human paragraph number, counted over the body without its headings.
    author, date: of a reader's comment.
    depth: of a reply in a thread of comments.
    xpath: of the element of the page as received that holds it.
    source: where it stands in the page as received: code points of it, from the first sign of the
    segment to behind its last.
    """

    n: int
    kind: str
    start: int
    end: int
    parts: tuple[Pair, ...] = ()
    heading: int | None = None
    number: int | None = None
    author: str | None = None
    date: str | None = None
    xpath: str | None = None
    source: Stretch | None = None
    level: int = 0
    depth: int = 0

    @property
    def stretches(self) -> tuple[Pair, ...]:
        """The stretches of text that are this segment's own."""
        return self.parts or ((self.start, self.end),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A finding in the text: `text` is what stands there, `by` is what found it.

    layer, letter: of the kind of span; the letter opens its id.
    """

    layer: ClassVar[str] = ""
    letter: ClassVar[str] = ""
    label: str
    start: int
    end: int
    text: str
    by: str
    score: float | None = None
    id: str = ""

    @property
    def stretches(self) -> tuple[Pair, ...]:
        """The stretches of text that are its own: all of it, if nothing cuts it in two."""
        return ((self.start, self.end),)

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells this finding from another of the same label in the same place."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Span):
    """A name. stands_for: the country that a capital or a government means here."""

    layer: ClassVar[str] = "entity"
    letter: ClassVar[str] = "e"
    canonical: str
    stands_for: str | None = None

    @property
    def holder(self) -> str:
        """Who speaks or acts by this name: the country for a capital or a government."""
        return self.stands_for or self.canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Span):
    """A stated quantity or time. low and high are inclusive; dates are ISO 8601 strings.

    counted_span, as_of_span, said_by_span: the words that these were read from.
    first_span: of a figure said again, where the document says it first.
    """

    layer: ClassVar[str] = "number"
    letter: ClassVar[str] = "n"
    value: float | str | None = None
    low: float | str | None = None
    high: float | str | None = None
    approx: bool = False
    unit: str | None = None
    counted: str | None = None
    as_of: str | None = None
    said_by: str | None = None
    counted_span: Stretch | None = None
    as_of_span: Stretch | None = None
    said_by_span: Stretch | None = None
    first_span: Stretch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Span):
    """Reported speech or thought: the content, who is its source, and the word that says so.

    parts: where its attribution, or something that belongs elsewhere, cuts it in two, what is its
    own. depth: 0 for speech that the article reports, 1 for speech reported within it.
    distance: the reporter's own attitude, "endorses" or "rejects".
    """

    layer: ClassVar[str] = "quote"
    letter: ClassVar[str] = "q"
    source: Mention | None = None
    cue: Stretch | None = None
    parts: tuple[Pair, ...] = ()
    depth: int = 0
    distance: str | None = None

    @property
    def stretches(self) -> tuple[Pair, ...]:
        """The stretches of text that are its own."""
        return self.parts or ((self.start, self.end),)

    @property
    def words(self) -> str:
        """Its own words, without what stands between its parts: "…" for its attribution."""
        words, behind = "", self.start
        for first, last in self.stretches:
            if words:
                told = self.cue is not None and behind <= self.cue.start < first
                words += " … " if told else " "
            words += self.text[first - self.start : last - self.start]
            behind = last
        return words

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch is said here: not what stands between the parts."""
        return any(first <= start and end <= last for first, last in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Span):
    """One holder's expressed attitude to one target in one sentence.

    via: the chain of reporters, outermost first.
    target_span: the mention that was asked about, where one was. proposed: too unsure to be shown
    before a person has accepted it.
    """

    layer: ClassVar[str] = "stance"
    letter: ClassVar[str] = "s"
    holder: Mention | Literal["author"]
    target: str
    act: str
    mode: str
    cue: Stretch | None = None
    content: Stretch | None = None
    addressee: str | None = None
    hedge: str = "plain"
    via: tuple[Mention, ...] = ()
    target_span: Stretch | None = None
    proposed: bool = False

    @property
    def identity(self) -> tuple[str, ...]:
        """Target, holder and content: two people may disagree within one sentence."""
        holder = self.holder if isinstance(self.holder, str) else self.holder.canonical
        content = f"{self.content.start}-{self.content.end}" if self.content else ""
        return (self.target, holder, content)


def is_proposed(span: Span) -> bool:
    """Whether a finding is too unsure to be shown before a person has accepted it."""
    return isinstance(span, Stance) and span.proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Span):
    """A use of a contested word. holder: whose word it is, "author" for the writer's own."""

    layer: ClassVar[str] = "term"
    letter: ClassVar[str] = "t"
    holder: str
    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence of a segment."""

    layer: ClassVar[str] = "sentence"
    letter: ClassVar[str] = "x"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A mention towards which an attitude is asked."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with its segments and the machine's spans. What people decided lies elsewhere.

    id: a name that stays the same, in a workspace the article's path without its ending.
    pages: of a printed work. untagged: the language that the layers do not know, if that kept
    them from it.
    """

    id: str
    text: str
    form: str = "text"
    meta: Meta = Meta()
    segments: tuple[Segment, ...] = ()
    marks: tuple[Pair, ...] = ()
    spans: tuple[Span, ...] = ()
    targets: tuple[Target, ...] = ()
    pages: tuple[Leaf, ...] = ()
    untagged: str | None = None


SPAN_TYPES: Mapping[str, type[Span]] = MappingProxyType(
    {kind.layer: kind for kind in (Entity, Quote, Number, Stance, Term, Sentence)}
)
"""The record of each layer, in the order in which the layers run; sentences on request."""


_LAYERS = tuple(SPAN_TYPES)


def order(span: Span) -> tuple[int, int, int, str]:
    """The key by which findings stand in order: by place, the longer first, then by layer."""
    return span.start, -span.end, _LAYERS.index(span.layer), span.id


def span_id(document_id: str, span: Span) -> str:
    """A short name for a finding that is the same in every run: "q-" and 14 letters and digits.

    It hangs on the document's id, the layer, the label, the place and the span's identity, not
    on what found it, so that a better rule with the same answer keeps the decisions about it.
    70 bits: a corpus of a billion spans meets a collision with odds below one in a thousand.
    """
    said = (document_id, span.layer, span.label, str(span.start), str(span.end), *span.identity)
    digest = hashlib.sha256("\x1f".join(said).encode()).digest()
    return f"{span.letter}-{base64.b32encode(digest)[:14].decode().lower()}"
