"""What the layer finds in a passage written in a test."""

from annotate import language
from annotate.codebook import EMPTY, Codebook
from annotate.layers import entities
from annotate.model import Document, Entity, Segment


def found(text: str, *, codebook: Codebook = EMPTY, kind: str = "paragraph") -> list[Entity]:
    """The entities of a text of one segment."""
    segments = (Segment(n=0, kind=kind, start=0, end=len(text)),)
    document = Document(id="t", text=text, segments=segments)
    spans = entities.find(language.read(document, codebook=codebook), {})
    assert all(text[span.start : span.end] == span.text for span in spans)
    return [span for span in spans if isinstance(span, Entity)]


def told(text: str, *, codebook: Codebook = EMPTY, kind: str = "paragraph") -> list[str]:
    """The entities of a text as "text LABEL canonical", and "→ country" where one stands for it."""
    return [
        f"{span.text} {span.label} {span.canonical}"
        + (f" → {span.stands_for}" if span.stands_for else "")
        for span in found(text, codebook=codebook, kind=kind)
    ]
