"""An article for the terminal: its paragraphs by number, its spans marked and listed beneath."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from rich.text import Text

from annotate import claims, languages, leaves
from annotate.model import (
    Document,
    Entity,
    Mention,
    Meta,
    Number,
    Quote,
    Segment,
    Span,
    Stance,
    Term,
)

STYLES = {
    "stance": "underline",
    "quote": "italic green",
    "entity": "bold cyan",
    "number": "bold yellow",
    "term": "reverse magenta",
}
"""How each layer is marked; later ones show over earlier ones."""


def article(document: Document, *, layers: Collection[str] = tuple(STYLES)) -> Iterator[Text]:
    """The article's head, then each segment with its spans, boilerplate left out."""
    spans = tuple(span for span in document.spans if span.layer in layers)
    document = replace(document, spans=spans)
    yield Text(document.meta.title or document.id, style="bold")
    yield Text(_imprint(document), style="dim")
    yield from (Text(line, style="dim") for line in _contested(document.meta))
    if document.untagged:
        yield Text(languages.not_tagged(document.untagged), style="yellow")
    for segment in document.segments:
        if segment.kind == "boilerplate":
            continue
        yield Text()
        yield marked(document, segment)
        yield from (Text("      " + line(span), style="dim") for span in _own(document, segment))


def marked(document: Document, segment: Segment) -> Text:
    """A segment's words with its number and its spans marked."""
    label = f"¶{segment.number}" if segment.number else f"[{segment.kind}]"
    page = leaves.named(document.pages, segment.stretches)
    text = Text(f"{label:<5} " + (f"p. {page} " if page else ""), style="dim")
    words = Text(document.text[segment.start : segment.end])
    for layer, style in STYLES.items():
        for span in _own(document, segment):
            for first, last in span.stretches if span.layer == layer else ():
                words.stylize(style, first - segment.start, last - segment.start)
    return text.append_text(words)


def line(span: Span) -> str:
    """What a span says, in one line: layer, label, words, values, id."""
    words = " ".join(_said(span).split())
    short = words if len(words) <= 60 else words[:57] + "…"
    values = " ".join(f"{name}={value}" for name, value in values_of(span) if value)
    return f"{span.layer} {span.label} “{short}” {values} [{span.id}]"


def _said(span: Span) -> str:
    return span.words if isinstance(span, Quote) else span.text


def values_of(span: Span) -> list[tuple[str, str | None]]:
    """The values of a span that a reader asks for, by name."""
    match span:
        case Entity():
            return [("canonical", span.canonical), ("stands_for", span.stands_for)]
        case Number():
            names = ("value", "low", "high", "unit", "counted", "as_of", "said_by")
            given = [(name, _words(getattr(span, name))) for name in names]
            return [*given, ("approx", "yes" if span.approx else None)]
        case Quote():
            return [("source", _words(span.source)), ("distance", span.distance)]
        case Stance():
            via = "; ".join(each.canonical for each in span.via)
            return [
                ("holder", _words(span.holder)),
                ("target", span.target),
                ("act", span.act),
                ("mode", span.mode),
                ("addressee", span.addressee),
                ("via", via),
            ]
        case Term():
            return [("holder", span.holder), ("use", span.use)]
    return []


def _words(value: float | str | Mention | None) -> str | None:
    if isinstance(value, Mention):
        return value.canonical
    return f"{value:,.10g}" if isinstance(value, (int, float)) else value


def _own(document: Document, segment: Segment) -> list[Span]:
    return [span for span in document.spans if segment.start <= span.start < segment.end]


def _imprint(document: Document) -> str:
    meta = document.meta
    outlet = meta.container_title or meta.publisher
    known = (", ".join(meta.authors), meta.published, outlet, meta.url)
    return " · ".join(each for each in known if each) or "nothing is known of its origin"


def _contested(meta: Meta) -> Iterator[str]:
    """The claims that contradict what is taken, a line each."""
    for claim in claims.conflicts(meta):
        taken = f"{claims.of(meta)[claim.key]} ({meta.origins.get(claim.key, 'not noted')})"
        stated = f"{claim.value} ({', '.join(claim.origins)})"
        yield f"{claim.key}: {taken}, but also {stated}"


def explanation(document: Document, span: Span) -> Iterator[str]:
    """Where a span stands, what it says, what made it and on which words, a line each."""
    segment = next(
        (each for each in document.segments if each.start <= span.start < each.end), None
    )
    place = f"characters {span.start}–{span.end}"
    if segment is not None:
        where = f"¶ {segment.number}" if segment.number else f"a {segment.kind}"
        page = leaves.named(document.pages, [(span.start, span.end)])
        place = f"{where}, {f'p. {page}, ' if page else ''}{place}"
    yield f"{span.id}: {span.layer}, {span.label}"
    yield f"  words    “{_said(span)}”"
    yield f"  in       {document.id}, {place}"
    yield from _way_back(segment) if segment is not None else ()
    for name, value in values_of(span):
        if value:
            yield f"  {name:<8} {value}"
    yield from _readings(document, span)
    yield f"  made by  {span.by}" + (f", score {span.score:.2f}" if span.score else "")


def _way_back(segment: Segment) -> Iterator[str]:
    """Where the segment stands in the page as received, as far as that is known."""
    if segment.xpath:
        yield f"  element  {segment.xpath}"
    if segment.source:
        yield f"  source   characters {segment.source.start}–{segment.source.end} as received"


_READ = (
    *((name, name) for name in ("source", "holder", "cue", "content")),
    *((name, f"{name}_span") for name in ("counted", "as_of", "said_by")),
    ("said first", "first_span"),
)
"""What a span was read from: what to call it, and its attribute."""


def _readings(document: Document, span: Span) -> Iterator[str]:
    for name, attribute in _READ:
        stretch = getattr(span, attribute, None)
        start, end = getattr(stretch, "start", None), getattr(stretch, "end", None)
        if start is not None and end is not None:
            yield f"  {name} read from “{document.text[start:end]}” at {start}–{end}"
