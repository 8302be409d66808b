"""Articles of the invented world, made by hand: one with everything, others for what is special."""

from dataclasses import replace

from annotate.model import (
    AUTHOR,
    Document,
    Entity,
    Mention,
    Meta,
    Number,
    Pair,
    Quote,
    Segment,
    Span,
    Stance,
    Stretch,
    Term,
    span_id,
)

BLOCKS = (
    ("title", "# The night ferries of *Brenn*"),
    ("byline", "By Anja Kolde\n2 May 2013"),
    ("caption", "A landing on the Ilva. Photo: Tomas Verrin"),
    (
        "paragraph",
        "Nearly 9,000 Dorvanian refugees crossed\nthe Ilva in 2012, Delta Rights Watch says.",
    ),
    ("heading", "## What is to be done"),
    ("paragraph", "“The night ferries,” said Tomas Verrin, “must be stopped.”"),
    ("list_item", "- Haixian papers call them 漂民."),
    ("list_item", "- Others write 难民."),
    ("quote", "We were counted twice.\n\nThen we were sent back."),
    ("paragraph", "نعبر النهر في الليل"),
    ("note", "Anja Kolde is professor at the University of Brenn."),
    ("comment_meta", "Ruo Lin, 3 May 2013"),
    ("comment", "The ferries save lives.\n\nLet them run."),
    ("notice", "© 2013 Vantor Courier"),
    ("boilerplate", "Share this on Lowland Voices"),
)

TEXT = "\n\n".join(words for _, words in BLOCKS)


def ferries(id: str = "2013/the night.ferries é") -> Document:  # noqa: A002  # the field's name
    """The article with everything."""
    return with_ids(
        Document(
            id=id,
            text=TEXT,
            form="markdown",
            meta=Meta(
                title="The night ferries of Brenn",
                authors=("Anja Kolde",),
                published="2013-05-02",
                publisher="Vantor Courier",
                url="https://courier.example/ferries",
                license="https://creativecommons.org/licenses/by/4.0/",
                language="en",
                type="article-newspaper",
                origins={"title": "sidecar", "authors": "byline", "url": "og:url"},
            ),
            segments=tuple(segments(BLOCKS)),
            marks=(place("# "), place("*Brenn*", 0, 1), place("*", 1), place("## ")),
            spans=SPANS,
        )
    )


def segments(blocks: tuple[tuple[str, str], ...]) -> list[Segment]:
    """The segments of blocks that stand one after another with a blank line between."""
    found: list[Segment] = []
    at = number = 0
    heading = None
    for n, (kind, words) in enumerate(blocks):
        is_numbered = kind in ("paragraph", "list_item", "quote")
        number += is_numbered
        found.append(
            Segment(
                n=n,
                kind=kind,
                start=at,
                end=at + len(words),
                number=number if is_numbered else None,
                heading=heading,
                level=2 if kind == "heading" else 0,
                author="Ruo Lin" if kind.startswith("comment") else None,
                date="2013-05-03" if kind.startswith("comment") else None,
            )
        )
        heading = n if kind == "heading" else heading
        at += len(words) + 2
    return found


def place(words: str, nth: int = 0, size: int | None = None) -> Pair:
    """Where words stand in the article, the first time or a later one."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + (len(words) if size is None else size)


def whole(words: str, nth: int = 0) -> dict[str, object]:
    """The place and the words of a span."""
    start, end = place(words, nth)
    return {"start": start, "end": end, "text": words, "by": "rule:by-hand"}


def mention(words: str, nth: int = 0) -> Mention:
    """A mention of somebody by these words."""
    start, end = place(words, nth)
    return Mention(canonical=words, start=start, end=end)


def stretch(words: str, nth: int = 0) -> Stretch:
    """The place of words as a stretch."""
    start, end = place(words, nth)
    return Stretch(start=start, end=end)


SPANS: tuple[Span, ...] = (
    Entity(label="NORP", canonical="Dorvanian", **whole("Dorvanian")),
    Entity(label="LOC", canonical="Ilva", **whole("Ilva", 1)),
    Entity(label="ORG", canonical="Delta Rights Watch", **whole("Delta Rights Watch")),
    Entity(label="PERSON", canonical="Tomas Verrin", **whole("Tomas Verrin", 1)),
    Number(
        label="count",
        value=9000.0,
        high=9000.0,
        counted="Dorvanian refugees",
        as_of="2012",
        said_by="Delta Rights Watch",
        **whole("Nearly 9,000"),
    ),
    Number(label="date", value="2012", **whole("2012")),
    Term(label="refugee", holder="Delta Rights Watch", use="attributed", **whole("refugees")),
    Term(label="drifter", holder="Haixian papers", use="attributed", **whole("漂民")),
    Quote(
        label="indirect",
        source=mention("Delta Rights Watch"),
        cue=stretch("says"),
        **whole("Nearly 9,000 Dorvanian refugees crossed\nthe Ilva in 2012"),
    ),
    Quote(
        label="direct",
        source=mention("Tomas Verrin", 1),
        cue=stretch("said"),
        parts=(place("The night ferries", 1), place("must be stopped.")),
        **whole("The night ferries,” said Tomas Verrin, “must be stopped."),
    ),
    Stance(
        label="opposes",
        holder=mention("Tomas Verrin", 1),
        target="ferries",
        act="urges",
        mode="direct",
        addressee="Ostrea",
        via=(mention("Anja Kolde"),),
        **whole("“The night ferries,” said Tomas Verrin, “must be stopped.”"),
    ),
    Stance(
        label="supports",
        holder=AUTHOR,
        target="ferries",
        act="praises",
        mode="author",
        **whole("The ferries save lives."),
    ),
)


def with_ids(document: Document) -> Document:
    """The document with an id on each span."""
    named = tuple(replace(span, id=span_id(document.id, span)) for span in document.spans)
    return replace(document, spans=named)


EVIL = '<script>alert(1)</script>" onmouseover="alert(2)\' {{ 1234*5678 }} <!-- & \u202e'


def hostile() -> Document:
    """An article whose every word is an attack on the page that shows it."""
    text = f"{EVIL}\n\n{EVIL}"
    spot = {"start": 0, "end": len(EVIL), "text": EVIL, "by": EVIL}
    more = {**spot, "start": len(EVIL) + 2, "end": len(text)}
    return with_ids(
        Document(
            id="evil/<b>&amp;\"'?#%2F..",
            text=text,
            meta=Meta(
                title=EVIL,
                authors=(EVIL,),
                published=EVIL,
                publisher=EVIL,
                url="javascript:alert(3)",
                license="data:text/html,<script>alert(4)</script>",
                language='en" onload="alert(5)',
                origins={"title": EVIL},
            ),
            segments=(
                Segment(n=0, kind="paragraph", start=0, end=len(EVIL), number=1),
                Segment(
                    n=1,
                    kind="comment",
                    start=len(EVIL) + 2,
                    end=len(text),
                    author=EVIL,
                    date=EVIL,
                ),
            ),
            spans=(
                Entity(label=EVIL, canonical=EVIL, stands_for=EVIL, **spot),
                Number(label="count", unit=EVIL, counted=EVIL, said_by=EVIL, **spot),
                Quote(label="direct", source=Mention(canonical=EVIL), **spot),
                Stance(
                    label="opposes",
                    holder=Mention(canonical=EVIL),
                    target=EVIL,
                    act=EVIL,
                    mode=EVIL,
                    **more,
                ),
                Term(label=EVIL, holder=EVIL, use=EVIL, **more),
            ),
        )
    )
