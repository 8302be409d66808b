"""Classes of words beside a figure that decide what it is: rows of number_neighbours.tsv."""

from functools import cache

from annotate import lexicons


@cache
def near(name: str) -> frozenset[str]:
    """The words of one class: "change" verbs, "event" nouns of law."""
    classes = {key: frozenset(words.split()) for key, words in lexicons.table("number_neighbours")}
    return classes[name]


_CLASSES = near("closed-classes")


@cache
def closed() -> frozenset[str]:
    """Words of the closed classes: no noun phrase goes on over them."""
    rows = lexicons.table("function_words")
    return frozenset(word for name, words in rows if name in _CLASSES for word in words.split())


@cache
def verbs() -> frozenset[str]:
    """Common verbs as they follow a noun: no noun phrase goes on over them."""
    return frozenset(lexicons.words("common_verbs"))


_MARKS = frozenset({".", ";", ":", ",", "—", "–", "?", "!", "“", "”", "\n", "(", ")"})


def ends_phrase(word: str) -> bool:
    """Whether no noun phrase goes on over a word: a mark, a closed class, a common verb."""
    return word in _MARKS or word in closed() or word in verbs()
