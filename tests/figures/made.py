"""Figures made by hand, as the store gives them."""

from typing import Any

from annotate.figures.figure import Figure, Place


def figure(sentence: str = "x", text: str = "x", **values: Any) -> Figure:
    """A count of Dorvanians in a sentence of its own; places are named by their words."""
    known: dict[str, Any] = dict.fromkeys(Figure.__dataclass_fields__)
    start = sentence.index(text)
    known |= {
        "id": f"n-{text} {sentence}",
        "document": f"{text} {sentence}",
        "version": 1,
        "start": start,
        "end": start + len(text),
        "text": text,
        "sentence": sentence,
        "sentence_start": 0,
        "label": "count",
        "approx": False,
        "counted": "Dorvanians",
        "authors": (),
    }
    places = tuple(
        Place(each, sentence.index(each), sentence.index(each) + len(each))
        for each in values.pop("places", ())
    )
    return Figure(**(known | {"places": places} | values))
