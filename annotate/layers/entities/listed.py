"""Whom a surname means that a list knows somebody by, where a text has somebody else of that name.

The press names a leader by the surname alone; but who has been named in full in the text itself is
whom it goes on to speak of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotate import lexicons
from annotate.grammar import titles
from annotate.layers.entities.proposals import Proposal

Named = tuple[str, Proposal]
"""A name with the text that it stands in."""

_LISTED = "gazetteer:persons"


def own(named: Iterable[Named]) -> Iterator[Proposal]:
    """The names of a text in their order; of listed persons by surname alone the surname, where it
    is somebody's whom the text has named in full.
    """
    named = list(named)
    theirs = {written: _is_own(written, named) for written in _bare(named)}
    for text, each in named:
        written = text[each.start : each.end]
        bare = each.by == _LISTED and theirs.get(written, False)
        yield replace(each, canonical=written) if bare else each


def _bare(named: Iterable[Named]) -> set[str]:
    """The surnames that stand alone and that a list knows somebody by."""
    written = {text[each.start : each.end] for text, each in named if each.by == _LISTED}
    return {surname for surname in written if " " not in surname}


def _is_own(surname: str, named: list[Named]) -> bool:
    """Whether a surname is somebody's of the text: named in full before it first stands alone.

    Not where the listed person is named in full too, nor where the surname has an office that
    nobody of the text was named with: "Ivanka Kolde came; President | Kolde did not".
    """
    alone = [at for at, (text, each) in enumerate(named) if text[each.start : each.end] == surname]
    listed = {named[at][1].canonical for at in alone if named[at][1].by == _LISTED}
    full = [
        at
        for at, (text, each) in enumerate(named)
        if each.label == "PERSON" and text[each.start : each.end].endswith(f" {surname}")
    ]
    if not full or full[0] > alone[0] or any(named[at][1].canonical in listed for at in full):
        return False
    offices = {_office(*named[at]) for at in full}
    return all(_office(*named[at]) in {*offices, ""} for at in alone)


def _office(text: str, name: Proposal) -> str:
    """The office that stands before a name, in small letters; "" where none does."""
    before = text[: name.start].split()[-1:] if text[: name.start].endswith(" ") else []
    word = before[0].strip('.“"').lower() if before else ""
    return word if word in titles.offices() and word not in _COURTESY else ""


_COURTESY = lexicons.classes("courtesy_titles", "address", "degree", "knighthood", "peerage")
"""Titles that tell nobody apart; a professor is another than a president of that name."""
