"""Words, names and units that ship with the tool: data files, each with a note of its origin."""

from functools import cache
from importlib import resources


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of one word list, in the order of its file: "abbreviations".

    A list has one entry a line; what follows a `#` says where the entries come from.
    """
    lines = resources.files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return tuple(entry for entry in entries if entry)


@cache
def listed(*names: str) -> frozenset[str]:
    """The entries of some word lists together, for whoever asks whether a word is among them."""
    return frozenset(entry for name in names for entry in words(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one table of words: cells are separated by tabs, as in `demonyms.tsv`."""
    lines = resources.files(__package__).joinpath(f"{name}.tsv").read_text("utf-8").splitlines()
    rows = (line.rstrip("\n") for line in lines if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in row.split("\t")) for row in rows)


@cache
def classes(name: str, *wanted: str) -> frozenset[str]:
    """The words of some classes of a table: `classes("function_words", "be", "have")`.

    Such a table has a class and its words, set apart by spaces, in each row.
    """
    return frozenset(
        word for label, entries in table(name) if label in wanted for word in entries.split()
    )
