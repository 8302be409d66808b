"""One name, one kind: a single word that the pipeline takes once for a place and once for a person.

"He left Karst. Karst's mayor stayed." Where the text names nobody who bears it in full, it is the
place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotate.layers.entities.modelled import MODEL
from annotate.model import Entity


def alike(found: Iterable[Entity]) -> Iterator[Entity]:
    """The names, each person who is a place elsewhere in the text as the place."""
    every = list(found)
    places = {each.canonical for each in every if each.label == "GPE"}
    full = (each.canonical.split() for each in every if each.label == "PERSON")
    borne = {word for words in full if len(words) > 1 for word in words}
    for each in every:
        guessed = each.label == "PERSON" and each.by.startswith(MODEL)
        if guessed and each.canonical in places - borne:
            yield replace(each, label="GPE", by="rule:alike", score=None)
        else:
            yield each
