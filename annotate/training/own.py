"""Our own texts: news, reports and essays written for this, with names and quotations marked."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from annotate.encoder.names import LABELS
from annotate.training.examples import Marked, Role

_KINDS = {label[2:].lower(): label[2:] for label in LABELS if label != "O"}
_ROLES = ("source", "cue", "content")

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def read(paths: Iterable[Path]) -> list[Marked]:
    """The paragraphs of some files of texts, in order."""
    return [marked for path in sorted(paths) for marked in _paragraphs(path)]


def _paragraphs(path: Path) -> Iterator[Marked]:
    for text in etree.parse(path, _PARSER).getroot().iter("text"):
        for paragraph in text.iter("p"):
            yield _marked(paragraph, genre=text.get("genre", ""))


def _marked(paragraph: etree._Element, genre: str) -> Marked:
    words: list[str] = []
    names: list[tuple[int, int, str]] = []
    roles: list[Role] = []
    for element, start, end in _walk(paragraph, words, 0):
        kind = str(element.tag)
        if kind in _KINDS:
            names.append((start, end, _KINDS[kind]))
        elif kind in _ROLES:
            quotes = frozenset((element.get("n") or "").split())
            roles.append(Role(start=start, end=end, role=kind, quotes=quotes))
    return Marked(
        text="".join(words), names=tuple(names), roles=tuple(roles), source="own", genre=genre
    )


def _walk(
    element: etree._Element, words: list[str], at: int
) -> Iterator[tuple[etree._Element, int, int]]:
    """Each element with its start and end in the words, which are put together on the way."""
    start = at
    words.append(element.text or "")
    at += len(words[-1])
    for child in element:
        place = at
        for found in _walk(child, words, at):
            yield found
            place = found[2]
        at = place
        words.append(child.tail or "")
        at += len(words[-1])
    yield element, start, at
