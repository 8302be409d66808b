"""Who speaks in a passage that is neither the writer's nor a quotation: "Padraig Ó Sé: Have you …".

Minutes, comments and conversations open a paragraph with a name and a colon, letters end with one
on a line of its own. One such line is a headline or a list's as often; where several are, each is
a voice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotate import lexicons
from annotate.grammar.reading import Reading
from annotate.model import Entity, Mention

_LABEL = re.compile(r"(?P<who>@?[^\W\d_][^:\n“”\".!?]{0,60}?):\s+(?=\S)")
_HANDLE = re.compile(r"@\w+|\w*[^\W\d_]_\w+|[A-Z][a-z]+[A-Z]\w+")
_CAPITALS = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}")
_VOICES = frozenset({"paragraph", "list_item", "comment"})
_SEVERAL = 2
"""Passages of a document with such a line from which on they are voices."""


def speakers(readings: Sequence[Reading], text: str) -> dict[int, Mention]:
    """Who speaks in the passages of a document that have a voice, by their number."""
    voiced = {n: each for n, each in enumerate(readings) if each.passage.segment.kind in _VOICES}
    found = {n: who for n, each in voiced.items() if (who := _labelled(each)) is not None}
    found = found if len(found) >= _SEVERAL else {}
    signed = {n: who for n, each in voiced.items() if (who := _signed(each, text)) is not None}
    if len(signed) >= _SEVERAL:
        found.update(_letters(readings, signed))
    return found


def _labelled(reading: Reading) -> Mention | None:
    """Whom the label names that a passage opens with."""
    label = _LABEL.match(reading.passage.copy)
    if label is None:
        return None
    who = label["who"].partition(",")[0].partition(" (")[0]
    if who.lower() in lexicons.listed("line_labels"):
        return None
    start, end = reading.passage.stretch(0, len(who))
    named = _person(reading, len(who))
    if named is not None:
        return Mention(canonical=named.canonical, start=start, end=end)
    written = _HANDLE.fullmatch(who) or _CAPITALS.fullmatch(who)
    return Mention(canonical=who, start=start, end=end) if written else None


def _person(reading: Reading, end: int) -> Entity | None:
    """The person whose name ends where a label does, behind nothing but titles."""
    for name in reading.names.values():
        first, last = reading.passage.chars(name.start, name.end)
        before = reading.passage.copy[:first].split()
        if name.label == "PERSON" and last == end and all(w[0].isupper() for w in before):
            return name
    return None


def _signed(reading: Reading, text: str) -> Mention | None:
    """Who signs a passage in a last line of its own: "Morag Iqbal, Perth"."""
    first, last = reading.passage.sentences[-1]
    while first < last and not reading.words[first][0].isalnum():
        first += 1
    name = reading.names.get(first)
    if name is None or name.label != "PERSON" or last - first > _LINE:
        return None
    at, _ = reading.place(first, last)
    above = text[:at].rstrip(" -–—")
    if (above and not above.endswith("\n")) or reading.words[last - 1] in {".", "?", "!", ":"}:
        return None
    return Mention(canonical=name.canonical, start=name.start, end=name.end)


_LINE = 12
"""Tokens of such a line at most."""


def _letters(
    readings: Sequence[Reading], signed: Mapping[int, Mention]
) -> Iterator[tuple[int, Mention]]:
    """The passages of each letter: those above its signature, up to another or a heading."""
    for number, who in signed.items():
        yield number, who
        at = number - 1
        while at >= 0 and at not in signed and readings[at].passage.segment.kind in _VOICES:
            yield at, who
            at -= 1
