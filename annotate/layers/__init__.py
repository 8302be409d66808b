"""The table of layers: in the order they run, and what each needs.

A layer is a module with `find(parsed, known) -> list[Span]`. It sees the spans of the layers before
it in `known`, never by importing a neighbour, and changes neither the text nor what it was given.
Numbers come after quotes because `said_by` is a quote's source; stances and terms come last
because they need both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.language import Known, Parsed
    from annotate.model import Span

    Find = Callable[[Parsed, Known], list[Span]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer by the module that finds its spans, and the layers whose spans it reads."""

    module: str
    needs: tuple[str, ...] = ()

    @property
    def find(self) -> "Find":
        """What finds the spans; imported now, so that who asks for no layer waits for none."""
        found: Find = import_module(self.module).find
        return found


LAYERS = {
    "entity": Layer("annotate.layers.entities"),
    "quote": Layer("annotate.layers.quotes", needs=("entity",)),
    "number": Layer("annotate.layers.numbers", needs=("entity", "quote")),
    "stance": Layer("annotate.layers.stances", needs=("entity", "quote")),
    "term": Layer("annotate.layers.terms", needs=("entity", "quote")),
}
