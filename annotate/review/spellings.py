"""Names that are spelled alike: but for their dress, or nearly."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from annotate.letters import plain
from annotate.review.known import Corpus, Known, Proposal, likely, some, undressed

ALIKE = 88.0
"""Similarity of two names, of 100, from which a variant of spelling is proposed: "Katarina Dov" and
"Katerina Dov" have 92, "Anna Verrin" and "Ana Verrin" 95, "Olga Merrin" and "Anna Verrin" 64."""

WORD_ALIKE = 70.0
"""The same for each of their words: "Ministry of Health" and "Ministry of Wealth" differ in one
letter of one word, as names of two things do, and "Health" and "Wealth" have 83; a first letter
that differs is therefore refused too."""

BLOCK = 400
"""Names of one first letter and kind up to which each is compared with each."""


def dressed(corpus: Corpus) -> Iterator[Proposal]:
    """Full names that differ in case, dots, hyphens, marks or a title alone."""
    for label, names in corpus.of_label.items():
        alike: dict[str, list[Known]] = defaultdict(list)
        for each in names:
            alike[undressed(each.name, label)].append(each)
        for key, group in alike.items():
            best = max(group, key=likely)
            for each in group:
                if each is not best and " " in key:
                    yield Proposal(
                        kind="dress",
                        name=each.name,
                        into=best.name,
                        label=label,
                        evidence=f"the same name but for its dress, in {some(best.documents)}",
                        certain=True,
                    )


def variants(corpus: Corpus) -> Iterator[Proposal]:
    """Names that sound or are spelled nearly alike: other accents, hyphens, romanisations."""
    for label, names in corpus.of_label.items():
        blocks: dict[str, list[_Spelled]] = defaultdict(list)
        for each in map(_spelled, names):
            if len(each.of.name) > 4 and not each.of.name.isupper():
                blocks[each.plain[:1]].append(each)
        for block in blocks.values():
            ranked = sorted(block, key=lambda each: likely(each.of), reverse=True)[:BLOCK]
            for one, other in combinations(ranked, 2):
                how = _alike(one, other)
                if how and (label != "PERSON" or corpus.beside(other.of, one.of)):
                    yield Proposal(
                        kind="spelling",
                        name=other.of.name,
                        into=one.of.name,
                        label=label,
                        evidence=f"{how}; {one.of.name!r} is in {some(one.of.documents)}",
                    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelled:
    """A name as it is compared with many: its letters alone, with and without spaces."""

    of: Known
    plain: str
    closed: str
    words: tuple[str, ...]
    digits: tuple[str, ...]


def _spelled(name: Known) -> _Spelled:
    letters = _plain(name.name)
    return _Spelled(
        of=name,
        plain=letters,
        closed=letters.replace(" ", ""),
        words=tuple(letters.split()),
        digits=tuple(re.findall(r"\d+", letters)),
    )


def _alike(one: _Spelled, other: _Spelled) -> str:
    """How two names are alike, "" if they are not."""
    if one.digits != other.digits:
        return ""
    if one.closed == other.closed:
        return "the same but for accents, hyphens and spaces"
    count = len(one.words)
    if count != len(other.words) or (count == 1 and one.of.label in ("GPE", "NORP", "LOC")):
        return ""  # some and peoples of one word lie close: Iran and Iraq
    likeness = fuzz.ratio(one.plain, other.plain, score_cutoff=ALIKE)
    if not likeness or not all(map(_word_alike, one.words, other.words)):
        return ""
    return f"spelled alike to {likeness:.0f} %"


def _word_alike(word: str, other: str) -> bool:
    same_start = word[:1] == other[:1] or {word[:1], other[:1]} <= {"c", "k", "q"}
    return word == other or (same_start and fuzz.ratio(word, other) >= WORD_ALIKE)


def _plain(name: str) -> str:
    letters = plain(name)
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub(r"['’‘ʼ.]", "", letters)).split())
