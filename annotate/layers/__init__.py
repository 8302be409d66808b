"""The table of layers: in the order they run, and what each needs.

A layer is a function `find(parsed, known) -> list[Span]`. It sees the spans of the layers before
it in `known`, never by importing a neighbour, and changes neither the text nor what it was given.
Numbers come after quotes because `said_by` is a quote's source; stances and terms come last
because they need both.
"""

from collections.abc import Callable
from dataclasses import dataclass

from annotate.language import Known, Parsed
from annotate.layers import entities, numbers, quotes, stances, terms
from annotate.model import Span


@dataclass(frozen=True, slots=True)
class Layer:
    """What finds a layer's spans, and the layers whose spans it reads."""

    find: Callable[[Parsed, Known], list[Span]]
    needs: tuple[str, ...] = ()


LAYERS = {
    "entity": Layer(entities.find),
    "quote": Layer(quotes.find, needs=("entity",)),
    "number": Layer(numbers.find, needs=("entity", "quote")),
    "stance": Layer(stances.find, needs=("entity", "quote")),
    "term": Layer(terms.find, needs=("entity", "quote")),
}
