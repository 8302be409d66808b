"""What the tables of these tests share: a sentence read, and its numbers told briefly."""

from annotate import pipeline
from annotate.codebook import EMPTY, Codebook
from annotate.model import Document, Meta, Number, Segment


def numbers(
    text: str,
    *,
    published: str | None = None,
    kind: str = "paragraph",
    date: str | None = None,
    codebook: Codebook = EMPTY,
) -> list[Number]:
    """The numbers of a text that is one segment."""
    segment = Segment(n=0, kind=kind, start=0, end=len(text), date=date)
    meta = Meta(published=published)
    document = Document(id="test", text=text, meta=meta, segments=(segment,))
    tagged = pipeline.tag(document, layers=("number",), codebook=codebook)
    return [span for span in tagged.spans if isinstance(span, Number)]


def only(text: str, **more: str) -> Number:
    """The one number of a text."""
    found = numbers(text, **more)  # type: ignore[arg-type]
    assert len(found) == 1, [(each.text, each.label) for each in found]
    return found[0]
