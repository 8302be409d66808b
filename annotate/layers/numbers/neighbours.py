"""Classes of words beside a figure that decide what it is: rows of number_neighbours.tsv."""

from functools import cache

from annotate import lexicons


@cache
def near(name: str) -> frozenset[str]:
    """The words of one class: "change" verbs, "event" nouns of law."""
    classes = {key: frozenset(words.split()) for key, words in lexicons.table("number_neighbours")}
    return classes[name]
