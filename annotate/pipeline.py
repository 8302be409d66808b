"""`read()` and `tag()`: the one place that knows the order of the stages."""

from collections.abc import Collection
from dataclasses import replace
from importlib import import_module

from annotate import claims, languages, segments, sources
from annotate.codebook import EMPTY, Codebook
from annotate.errors import RequestError
from annotate.layers import LAYERS
from annotate.model import BLANK, ENGLISH, Document, Meta, Span, is_proposed, order, span_id
from annotate.segments import stated

ALL = tuple(LAYERS)
"""The layers that are found unless others are named."""

SHOWN = (*ALL, "sentence")
"""The layers that may be named."""


def read(
    data: bytes | str,
    *,
    id: str,  # noqa: A002  # the contract's name
    form: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
    known: Meta = Meta(),  # noqa: B008  # frozen
    name: str = "",
) -> Document:
    """An article as a document: its text, segments and metadata, no spans yet.

    known: what is known of the work besides; it wins over what the article says. name: what errors
    call it, its id unless told otherwise.
    Raises SourceError if the data cannot be read.
    """
    source = sources.read(data, form=form, encoding=encoding, url=url, name=name or id)
    found = segments.split(source)
    meta = merged(known, sources.metadata_of(source, found))
    parts = stated.titled(found, source.text, known.title)
    return Document(
        id=id,
        text=source.text,
        form=source.form,
        meta=languages.with_language(meta, source.text, parts),
        segments=parts,
        marks=source.marks,
        pages=source.pages,
    )


def merged(known: Meta, found: Meta) -> Meta:
    """What is known, and where nothing is, what was found; each value with its origin.

    What was found stays as claims behind those of what is known.
    """
    given = {key: value for key in claims.FIELDS if (value := getattr(known, key))}
    origins = {key: origin for key, origin in found.origins.items() if key not in given}
    origins |= {key: known.origins.get(key, "given") for key in given}
    taken = replace(found, **given, origins=origins)
    return replace(taken, claims=claims.laid_over(taken, known.claims, found.claims))


def tag(
    document: Document,
    *,
    codebook: Codebook = EMPTY,
    layers: Collection[str] = ALL,
    pipeline: str = ENGLISH,
    proposals: bool = False,
) -> Document:
    """The document with the spans of the named layers, in order of their place.

    Layers that these need are run, not shown. An article in a language that the layers do not know
    gets none, and says so in `untagged`; its sentences are found all the same.
    proposals: whether to give also what is too unsure to be shown before a person accepts it.
    Raises RequestError for a layer that is none.
    """
    if not known(layers):
        return replace(document, spans=())
    if not needed(layers):
        pipeline = BLANK  # sentences are found by rule
    foreign = languages.unknown(document) if set(layers) - {"sentence"} else None
    if foreign is not None:
        document, layers = replace(document, untagged=foreign), set(layers) & {"sentence"}
    # Not above: who asks for no layers does without spaCy, which takes longest to import.
    from annotate import language

    parsed = language.read(document, codebook=codebook, name=pipeline)
    found: dict[str, tuple[Span, ...]] = {}
    for layer in needed(layers):
        found[layer] = tuple(LAYERS[layer].find(parsed, found))
    found["sentence"] = parsed.sentences
    every = (span for layer in SHOWN if layer in layers for span in found[layer])
    shown = [span for span in every if proposals or not is_proposed(span)]
    named = {each.id: each for span in shown for each in [_named(document, span)]}
    return replace(document, spans=tuple(sorted(named.values(), key=order)))


def prepare(layers: Collection[str]) -> None:
    """Import what finds these layers, as `tag` would at its first document."""
    for layer in needed(layers):
        import_module(LAYERS[layer].module)


def known(layers: Collection[str]) -> tuple[str, ...]:
    """The same layers. Raises RequestError if one of them is none."""
    if unknown := sorted(set(layers) - set(SHOWN)):
        names = ", ".join(sorted(SHOWN))
        raise RequestError(f"unknown layer {unknown[0]!r}; the layers are {names}")
    return tuple(layers)


def needed(layers: Collection[str]) -> list[str]:
    """The layers to run for these to be found, in order."""
    wanted = set(layers)
    for layer in reversed(LAYERS):
        if layer in wanted:
            wanted.update(LAYERS[layer].needs)
    return [layer for layer in LAYERS if layer in wanted]


def _named(document: Document, span: Span) -> Span:
    return replace(span, id=span_id(document.id, span))
