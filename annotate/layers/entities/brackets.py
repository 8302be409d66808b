"""What stands in brackets behind a name, or after "or": its letters, its other script, its rest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotate.layers.entities import gazetteer, initials, laws
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import same
from annotate.layers.entities.words import CAP, OTHER

_BRACKETS = re.compile(r" \((?:the )?[“\"]?(?P<letters>[A-Z][A-Za-z&.]*[A-Z][A-Za-z.]*)[”\"]?\)")
_TICKER = re.compile(r"[A-Z]{2}\.[A-Z]")
"""What an exchange knows a share by, which is no name: "(SELM.TO)"."""
_OR = re.compile(r",? or (?P<letters>[A-Z][A-Za-z]*[A-Z])(?=,)")
_LONG = re.compile(
    rf"(?:{CAP}(?:,? (?:(?:of|for|and|the|on|in|to|against|de|du|des|la|der|für|&) ){{0,3}}|[  ]))*"
    rf"{CAP}$"
)
_REST = re.compile(rf"(?<![\w-])(?P<name>{CAP}) \[(?P<rest>{CAP})[,\]]")


def acronyms(text: str, settled: Iterable[Proposal]) -> Iterator[Proposal]:
    """The long forms before letters in brackets that stand for them, and the letters."""
    known = {each.end: each for each in settled}
    for found in (*_BRACKETS.finditer(text), *_OR.finditer(text)):
        letters = found["letters"]
        end = found.start() - len("'s") * text.endswith(("'s", "’s"), 0, found.start())
        if _TICKER.search(letters):
            continue
        start = long_form(text[:end], letters)
        named = known.get(end)
        if start is None and not (named and named.label in ("ORG", "LAW")):
            continue
        if start is None and named and not _may_stand_for(letters, named, loosely=found.re is _OR):
            continue
        if start is not None and not (named and named.start == start):
            named = Proposal(
                start=start,
                end=end,
                label=named.label if named and named.label == "LAW" else "ORG",
                canonical=same(text[start:end]),
                by="rule:bracketed",
            )
            yield named
        if named:
            if named.label == "ORG" and laws.is_law(text[named.start : named.end]):
                named = replace(named, label="LAW", by="rule:bracketed", weak=False, score=None)
                yield named
            yield replace(
                named,
                start=found.start("letters"),
                end=found.end("letters"),
                by="rule:alias",
                weak=False,
                score=None,
            )


def _may_stand_for(letters: str, named: Proposal, *, loosely: bool) -> bool:
    """Whether letters are another language's for a name, not a thing of their own: "(UK)".

    loosely: whether "or" is all that says so, so that each initial must be among them.
    """
    other = gazetteer.entry(letters)
    if other is not None and (
        other.label != "ORG" or initials.are_alike(other.canonical, named.canonical)
    ):
        return False
    words = [word for word in re.findall(r"[^\W_]+", named.canonical) if word not in initials.MINOR]
    return not loosely or {word[0].lower() for word in words} <= set(letters.lower())


_GLOSS = re.compile(rf" ?[(（](?P<name>{OTHER}(?:[ ·]?{OTHER})*)[)）,;，]")


def glossed(text: str, settled: Iterable[Proposal]) -> Iterator[Proposal]:
    """The names of another script that a bracket gives for names before it: "Yeouido (여의도)"."""
    for named in settled:
        if found := _GLOSS.match(text, named.end):
            yield replace(
                named,
                start=found.start("name"),
                end=found.end("name"),
                by="rule:gloss",
                stands_for=None,
                weak=False,
                score=None,
            )


def completed(text: str) -> Iterator[Proposal]:
    """Names that an editor completes in brackets: "Zhou [Weiping, from …] argued"."""
    for found in _REST.finditer(text):
        yield Proposal(
            start=found.start("name"),
            end=found.end("name"),
            label="PERSON",
            canonical=same(f"{found['name']} {found['rest']}"),
            by="rule:completed",
        )


def long_form(before: str, letters: str) -> int | None:
    """Where the words begin that letters in brackets after them abbreviate, None if none do."""
    run = _LONG.search(before[-160:])
    if not run:
        return None
    offset = max(0, len(before) - 160)
    wanted = [letter for letter in letters.lower() if letter.isalpha()]
    words = list(re.finditer(r"[^\W_]+|&", run[0]))
    for at in range(len(words)):
        # "Cato of the Selm Water Board (SWB)": the long form does not open with "of the".
        if words[at][0] not in initials.MINOR and initials.abbreviates(
            wanted, [word[0] for word in words[at:]]
        ):
            return offset + run.start() + words[at].start()
    return None
