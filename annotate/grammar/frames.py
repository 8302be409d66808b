"""The long tail of words that report, which are trusted where a parse shows their frame.

The rows are those of lexicons/cue_verbs.tsv, nominal_cues.tsv and cue_adjectives.tsv.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from annotate import lexicons
from annotate.grammar.cues import nouns
from annotate.grammar.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """What a word that reports takes. particle: the second word of a verb of two, else ""."""

    particle: str
    frames: frozenset[str]
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A word that may report here. at: the word; last: behind it and its particle."""

    at: int
    last: int
    kind: str
    frames: frozenset[str]
    act: str
    particle: str = ""
    distance: str | None = None


@cache
def verbs() -> Mapping[str, tuple[Frames, ...]]:
    """The verbs by each form of their first word; those with a particle first."""
    found: dict[str, list[Frames]] = {}
    for verb, forms, frames, act, _ in lexicons.table("cue_verbs"):
        row = Frames(particle=verb.partition(" ")[2], frames=frozenset(frames.split()), act=act)
        for form in forms.split():
            found.setdefault(form, []).append(row)
    return {form: tuple(sorted(rows, key=_alone)) for form, rows in found.items()}


def _alone(row: Frames) -> bool:
    return not row.particle


@cache
def adjectives() -> Mapping[str, str]:
    """The act that each adjective reports."""
    return {row[0]: row[1] for row in lexicons.table("cue_adjectives")}


_LETTERS = {"t": "noun-that", "i": "noun-to", "o": "noun-of"}


def governors(tree: Tree, first: int, last: int) -> Iterator[Governor]:
    """The words between two that may report, a verb of two words before its first alone."""
    for at in range(first, last):
        kind, word = tree.kinds[at], tree.words[at]
        if kind == "VERB" and word in verbs():
            for row in verbs()[word]:
                if (end := _behind(tree, at, row.particle)) is not None:
                    yield Governor(
                        at=at, last=end, kind="verb", frames=row.frames, act=row.act,
                        particle=row.particle,
                    )  # fmt: skip
        elif kind == "NOUN" and word in nouns():
            letters, act, distance = nouns()[word]
            yield Governor(
                at=at, last=at + 1, kind="noun", act=act, distance=distance or None,
                frames=frozenset(_LETTERS[letter] for letter in letters),
            )  # fmt: skip
        elif kind in {"ADJ", "VERB"} and word in adjectives():
            yield Governor(
                at=at, last=at + 1, kind="adjective", act=adjectives()[word],
                frames=frozenset({"held"}),
            )  # fmt: skip


def _behind(tree: Tree, at: int, particle: str) -> int | None:
    """The token behind a verb and its particle, None if that is not there."""
    if not particle:
        return at + 1
    words = particle.split()
    if tree.words[at + 1 : at + 1 + len(words)] == tuple(words):
        return at + 1 + len(words)
    return None
