"""An article as it may leave: names first, so that no cut leaves half of one, then what is cut."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotate.model import COMMENTS, Document, Meta, Number, Span, span_id
from annotate.release import choices, excerpts, redaction
from annotate.release.choices import Choices
from annotate.release.edits import Edit, edited
from annotate.release.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A document as it may leave.

    replaced: places of names in its text, by pseudonym. called: the ids of its figures that a
    pseudonym changes, by those at home.
    """

    document: Document
    replaced: Mapping[str, int]
    called: Mapping[str, str]


def released(document: Document, way: str, *, chosen: Choices, names: Names) -> Released:
    """The document with as much of it as may leave. way: how much, as `Choices.way` tells."""
    left = _without_names(document, names)
    cut = left.document
    if not chosen.comments:
        cut = _cut(cut, list(_comments(cut)))
    if way == "quotations":
        cut = _cut(cut, excerpts.cuts(cut, around=chosen.around, share=chosen.share))
    spans = tuple(
        replace(span, by=_unnamed(span.by)) for span in cut.spans if span.layer in chosen.layers
    )
    return replace(left, document=replace(cut, spans=spans, meta=_known(cut.meta, chosen)))


def _without_names(document: Document, names: Names) -> Released:
    edits = names.edits(document.text, document.marks)
    moved = redaction.moved(document, edited(document.text, edits)) if edits else document
    renamed = redaction.renamed(replace(moved, text=""), names.replaced)
    if not edits and renamed == replace(document, text=""):
        return Released(document=document, replaced={}, called={})
    spans = tuple(replace(each, text=moved.text[each.start : each.end]) for each in renamed.spans)
    meta = _without_addresses(renamed.meta, document.meta)
    whole = replace(renamed, text=moved.text, spans=spans, meta=meta)
    return Released(
        document=redaction.named_anew(whole),
        replaced=Counter(edit.by for edit in edits),
        called={each.id: span_id(whole.id, each) for each in _figures(spans)},
    )


def _figures(spans: Iterable[Span]) -> Iterator[Span]:
    return (span for span in spans if isinstance(span, Number))


def _without_addresses(meta: Meta, before: Meta) -> Meta:
    """Without addresses that had a name in them: with a pseudonym they would lead nowhere."""
    changed = meta.url != before.url
    claims = tuple(
        each
        for each, old in zip(meta.claims, before.claims, strict=True)
        if each.key != "url" or each.value == old.value
    )
    return replace(meta, url=None if changed else meta.url, claims=claims)


def _cut(document: Document, edits: list[Edit]) -> Document:
    return redaction.moved(document, edited(document.text, edits)) if edits else document


def _comments(document: Document) -> Iterator[Edit]:
    """What leaves readers' comments out."""
    for segment in sorted(document.segments, key=lambda each: each.start):
        if segment.kind in COMMENTS:
            for start, end in segment.stretches:
                yield Edit(start=start, end=end, by="", is_cut=True)


def _unnamed(by: str) -> str:
    """What made a finding, without the name of a coder: "person" for "person:anna"."""
    return "person" if by.startswith("person:") else by


def _known(meta: Meta, chosen: Choices) -> Meta:
    """What may be told of a work."""
    facts = frozenset(chosen.facts)
    hidden = {key: () if key == "authors" else None for key in choices.FACTS if key not in facts}
    return replace(
        meta,
        **hidden,  # type: ignore[arg-type]  # each of its field
        origins={key: each for key, each in meta.origins.items() if key in facts},
        claims=tuple(each for each in meta.claims if _is_told(each.key, facts)),
    )


def _is_told(key: str, facts: Iterable[str]) -> bool:
    """A day of revision goes with the day of publication, a DOI with the address."""
    return {"modified": "published", "doi": "url"}.get(key, key) in facts
