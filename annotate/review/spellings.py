"""Names that are spelled alike: but for their dress, or nearly."""

import re
from collections import defaultdict
from collections.abc import Iterator
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
        blocks: dict[str, list[Known]] = defaultdict(list)
        for each in names:
            if len(each.name) > 4 and not each.name.isupper():
                blocks[_plain(each.name)[:1]].append(each)
        for block in blocks.values():
            ranked = sorted(block, key=likely, reverse=True)[:BLOCK]
            for one, other in combinations(ranked, 2):
                how = _alike(one, other)
                if how:
                    yield Proposal(
                        kind="spelling",
                        name=other.name,
                        into=one.name,
                        label=label,
                        evidence=f"{how}; {one.name!r} is in {some(one.documents)}",
                    )


def _alike(one: Known, other: Known) -> str:
    """How two names are alike, "" if they are not."""
    first, second = _plain(one.name), _plain(other.name)
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return ""
    if first.replace(" ", "") == second.replace(" ", ""):
        return "the same but for accents, hyphens and spaces"
    words, others = first.split(), second.split()
    if len(words) != len(others) or (len(words) == 1 and one.label in ("GPE", "NORP", "LOC")):
        return ""  # some and peoples of one word lie close: Iran and Iraq
    likeness = fuzz.ratio(first, second)
    if likeness < ALIKE or not all(map(_word_alike, words, others)):
        return ""
    return f"spelled alike to {likeness:.0f} %"


def _word_alike(word: str, other: str) -> bool:
    same_start = word[:1] == other[:1] or {word[:1], other[:1]} <= {"c", "k", "q"}
    return word == other or (same_start and fuzz.ratio(word, other) >= WORD_ALIKE)


def _plain(name: str) -> str:
    letters = plain(name)
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub(r"['’‘ʼ.]", "", letters)).split())
