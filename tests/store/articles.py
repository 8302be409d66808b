"""Documents of the invented world for the tests of the store: one by hand, and any that may be."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from annotate.model import (
    ACTS,
    AUTHOR,
    DISTANCES,
    ENTITY_LABELS,
    HEDGES,
    KINDS,
    MODES,
    NUMBER_LABELS,
    QUOTE_LABELS,
    STANCE_LABELS,
    USES,
    Claim,
    Document,
    Entity,
    Mention,
    Meta,
    Number,
    Quote,
    Segment,
    Sentence,
    Span,
    Stance,
    Stretch,
    Target,
    Term,
    span_id,
)

TEXT = """Vantor hands back forty at the Ilva

By Anja Kolde

Ostrea sent about 40 Dorvanian refugees back in late 2019. "They are running from floods," Ilse \
Marant said.

海峡日报称漂民船已到南湾。

Sign up for our letter
"""


def _at(words: str, after: int = 0) -> dict[str, Any]:
    start = TEXT.index(words, after)
    return {"start": start, "end": start + len(words), "text": words}


def _stretch(words: str) -> Stretch:
    place = _at(words)
    return Stretch(start=place["start"], end=place["end"])


def _segment(n: int, kind: str, words: str, **values: Any) -> Segment:
    place = _at(words)
    return Segment(n=n, kind=kind, start=place["start"], end=place["end"], **values)


SENT = "Ostrea sent about 40 Dorvanian refugees back in late 2019."
SAID = '"They are running from floods," Ilse Marant said.'
MARANT = Mention(canonical="Ilse Marant", **{k: _at("Ilse Marant")[k] for k in ("start", "end")})

SEGMENTS = (
    _segment(0, "title", "Vantor hands back forty at the Ilva"),
    _segment(1, "byline", "By Anja Kolde"),
    _segment(2, "paragraph", f"{SENT} {SAID}", number=1),
    _segment(3, "paragraph", "海峡日报称漂民船已到南湾。", number=2),
    _segment(4, "boilerplate", "Sign up for our letter"),
)

SPANS: tuple[Span, ...] = (
    Entity(label="GPE", **_at("Vantor"), by="codebook", canonical="Vantor", stands_for="Ostrea"),
    Sentence(label="sentence", **_at(SENT), by="rule:sentences"),
    Entity(label="GPE", **_at("Ostrea"), by="codebook", canonical="Ostrea"),
    Stance(
        label="supports",
        **_at(SENT),
        by="rule:deed",
        holder=Mention(canonical="Ostrea", start=_at("Ostrea")["start"], end=_at("Ostrea")["end"]),
        target="forced_return",
        act="asserts",
        mode="action",
        cue=_stretch("sent"),
        content=_stretch("sent about 40 Dorvanian refugees back"),
        addressee="Haixia; League of States",
        via=(MARANT, Mention(canonical="Vantor Courier")),
    ),
    Number(
        label="count",
        **_at("about 40"),
        by="rule:about",
        value=40,
        approx=True,
        counted="Dorvanian refugees",
        as_of="2019",
        said_by="Ilse Marant",
        counted_span=_stretch("Dorvanian refugees"),
        as_of_span=_stretch("late 2019"),
        said_by_span=_stretch("Ilse Marant"),
        first_span=_stretch("about 40"),
        score=0.75,
    ),
    Term(label="refugee", **_at("refugees"), by="codebook", holder=AUTHOR, use="own"),
    Number(label="date", **_at("late 2019"), by="rule:late", low="2019-09", high="2019-12"),
    Sentence(label="sentence", **_at(SAID), by="rule:sentences"),
    Quote(
        label="direct",
        **_at("They are running from floods,"),
        by="rule:said-after",
        source=MARANT,
        cue=_stretch("said"),
        distance="endorses",
    ),
)

META = Meta(
    title="Vantor hands back forty at the Ilva",
    authors=("Anja Kolde", "Ruo Lin"),
    published="2020-03-01",
    publisher="The Estuary Review",
    url="https://estuary.example/ilva",
    language="en",
    origins={"title": "title", "authors": "byline", "published": "sidecar"},
    claims=(
        Claim(key="published", value="2020-03-01", origins=("sidecar", "JSON-LD datePublished")),
        Claim(key="published", value="2020-03-04", origins=("byline",)),
    ),
)


def estuary(name: str = "estuary/ilva", **changes: Any) -> Document:
    """An article with a finding of every layer. changes: fields of Document that differ."""
    document = Document(id=name, text=TEXT, meta=META, segments=SEGMENTS, spans=SPANS)
    changed = replace(document, **changes)
    named = (replace(span, id=span_id(name, span)) for span in changed.spans)
    return replace(changed, spans=tuple(named))


_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
_NAMES = _TEXTS.filter(lambda name: name != AUTHOR)
_MAYBE = st.none() | _TEXTS
_NO_TEXTS = ("authors", "origins", "claims")
_NUMBERS = st.none() | st.floats(allow_nan=False) | st.integers(-(2**53), 2**53) | _TEXTS


def _claims(keys: list[str]) -> st.SearchStrategy[Claim]:
    origins = st.lists(st.sampled_from(["byline", "h1", "og:title", "sidecar"]), min_size=1)
    named = st.sampled_from([*keys, "authors", "modified"])
    return st.builds(Claim, key=named, value=_TEXTS, origins=origins.map(tuple))


def _pairs(length: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(
        lambda pair: (min(pair), max(pair))
    )


def _stretches(length: int) -> st.SearchStrategy[Stretch]:
    return _pairs(length).map(lambda pair: Stretch(start=pair[0], end=pair[1]))


def _mentions(length: int) -> st.SearchStrategy[Mention]:
    placed = st.builds(
        lambda name, pair: Mention(canonical=name, start=pair[0], end=pair[1]),
        _NAMES,
        _pairs(length),
    )
    return placed | st.builds(Mention, canonical=_NAMES)


def _kinds(length: int) -> dict[type[Span], dict[str, st.SearchStrategy[Any]]]:
    stretch = st.none() | _stretches(length)
    return {
        Entity: {
            "label": st.sampled_from(ENTITY_LABELS),
            "canonical": _TEXTS,
            "stands_for": _MAYBE,
        },
        Number: {
            "label": st.sampled_from(NUMBER_LABELS),
            **dict.fromkeys(("value", "low", "high"), _NUMBERS),
            **dict.fromkeys(("unit", "counted", "as_of", "said_by"), _MAYBE),
            "approx": st.booleans(),
        },
        Quote: {
            "label": st.sampled_from(QUOTE_LABELS),
            "source": st.none() | _mentions(length),
            "cue": stretch,
            "parts": st.lists(_pairs(length), max_size=2).map(tuple),
            "depth": st.integers(0, 3),
            "distance": st.none() | st.sampled_from(DISTANCES),
        },
        Stance: {
            "label": st.sampled_from(STANCE_LABELS),
            "holder": st.just(AUTHOR) | _mentions(length),
            "target": _TEXTS,
            "act": st.sampled_from(ACTS),
            "mode": st.sampled_from(MODES),
            "hedge": st.sampled_from(HEDGES),
            **dict.fromkeys(("cue", "content", "target_span"), stretch),
            "addressee": _MAYBE,
            "via": st.lists(_mentions(length), max_size=2).map(tuple),
        },
        Term: {"label": _TEXTS, "holder": _TEXTS, "use": st.sampled_from(USES)},
        Sentence: {"label": st.just("sentence")},
    }


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    kind, fields = draw(st.sampled_from(list(_kinds(len(text)).items())))
    start, end = draw(_pairs(len(text)))
    values = {key: draw(strategy) for key, strategy in fields.items()}
    score = draw(st.none() | st.floats(0, 1))
    by = draw(_TEXTS)
    return kind(start=start, end=end, text=text[start:end], by=by, score=score, **values)


@st.composite
def _segments(draw: st.DrawFn, length: int, n: int) -> Segment:
    start, end = draw(_pairs(length))
    whole = st.none() | st.integers(0, 99)
    return Segment(
        n=n,
        kind=draw(st.sampled_from(KINDS)),
        start=start,
        end=end,
        parts=tuple(draw(st.lists(_pairs(length), max_size=2))),
        heading=draw(whole),
        number=draw(whole),
        author=draw(_MAYBE),
        date=draw(_MAYBE),
        xpath=draw(_MAYBE),
        source=draw(
            st.none() | st.builds(Stretch, start=st.integers(0, 9), end=st.integers(10, 99))
        ),
        level=draw(st.integers(0, 6)),
        depth=draw(st.integers(0, 6)),
    )


@st.composite
def any_document(draw: st.DrawFn, name: str = "any") -> Document:
    """Whatever the model allows, with ids that are distinct."""
    text = draw(_TEXTS)
    keys = [key for key in Meta.__dataclass_fields__ if key not in _NO_TEXTS]
    spans = [
        replace(span, id=span_id(name, span)) for span in draw(st.lists(_spans(text), max_size=6))
    ]
    return Document(
        id=name,
        text=text,
        form=draw(st.sampled_from(("text", "markdown", "html"))),
        meta=Meta(
            authors=tuple(draw(st.lists(_TEXTS, max_size=2))),
            origins=draw(st.dictionaries(st.sampled_from([*keys, "authors"]), _TEXTS, max_size=2)),
            claims=tuple(draw(st.lists(_claims(keys), max_size=3))),
            **{key: draw(_MAYBE) for key in keys},
        ),
        segments=tuple(draw(_segments(len(text), n)) for n in range(draw(st.integers(0, 4)))),
        marks=tuple(draw(st.lists(_pairs(len(text)), max_size=2))),
        spans=tuple({span.id: span for span in spans}.values()),
        targets=tuple(
            Target(id=each, start=0, end=len(text)) for each in draw(st.lists(_TEXTS, max_size=2))
        ),
    )
