"""Layer of entities."""

from annotate.language import Known, Parsed
from annotate.model import Span


def find(parsed: Parsed, known: Known) -> list[Span]:
    return []
