"""A passage's trees, where a trained pipeline has read it: who governs whom, what hangs together.

Relations are those of Universal Dependencies. Questions are answered in tokens, half open.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
from spacy.tokens import Doc

from annotate.grammar.reading import Reading

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
"""Tags of verbs that have a subject of their own."""


@dataclass(frozen=True, eq=False)
class Tree:
    """The trees of a passage's sentences. heads: a root is its own. kinds: parts of speech."""

    words: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    kinds: tuple[str, ...]
    tags: tuple[str, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The words that each word governs, in order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head != at:
                found[head].append(at)
        return tuple(tuple(each) for each in found)

    @cached_property
    def _depths(self) -> list[int]:
        depths = [-1] * len(self.heads)
        for at in range(len(self.heads)):
            chain, here = [], at
            while depths[here] < 0 and self.heads[here] != here:
                chain.append(here)
                here = self.heads[here]
            depth = max(depths[here], 0)
            depths[here] = depth
            for each in reversed(chain):
                depth += 1
                depths[each] = depth
        return depths

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """The stretch of each word with all that hangs on it."""
        first = list(range(len(self.heads)))
        last = [at + 1 for at in first]
        for at in sorted(range(len(self.heads)), key=self._depths.__getitem__, reverse=True):
            head = self.heads[at]
            if first[at] < first[head]:  # min() and max() take longer than all else here
                first[head] = first[at]
            if last[at] > last[head]:
                last[head] = last[at]
        return tuple(zip(first, last, strict=True))

    def under(self, at: int, *relations: str) -> list[int]:
        """The words under one in some relations, subtypes included ("nsubj" is "nsubj:pass")."""
        return [each for each in self.children[at] if self.is_a(each, *relations)]

    def is_a(self, at: int, *relations: str) -> bool:
        """Whether a word stands in one of some relations to its head."""
        relation = self.relations[at]
        return relation in relations or relation.partition(":")[0] in relations

    def says(self, at: int, words: Collection[str], *relations: str) -> int | None:
        """The first word under one, in some relations, that is one of some words."""
        found = (each for each in self.under(at, *relations) if self.words[each] in words)
        return next(found, None)

    def above(self, at: int) -> Iterator[int]:
        """The words that govern one, nearest first."""
        while self.heads[at] != at:
            at = self.heads[at]
            yield at

    def without(self, at: int, *left_out: int) -> tuple[int, int]:
        """The stretch of a word without what hangs on some of the words under it."""
        gone = [self.edges[each] for each in left_out]
        first, last = self.edges[at]
        while any(start <= first < end for start, end in gone):
            first = next(end for start, end in gone if start <= first < end)
        while any(start < last <= end for start, end in gone):
            last = next(start for start, end in gone if start < last <= end)
        return (first, last) if first <= at < last else (at, at + 1)

    def passive(self, at: int) -> bool:
        """Whether a verb is passive."""
        if self.under(at, "aux:pass", "nsubj:pass", "csubj:pass"):
            return True
        bare = self.tags[at] == "VBN" and not self.under(at, "aux", "nsubj")
        return bare and self.relations[at] in {"acl", "advcl", "amod"}

    def infinitive(self, at: int) -> bool:
        """Whether a verb has its "to"."""
        return self.says(at, {"to"}, "mark", "aux") is not None


def tree(reading: Reading) -> Tree | None:
    """The trees of a passage, None if nothing that draws any has read it; drawn once for all."""
    kept = reading.passage.kept
    if "tree" not in kept:
        kept["tree"] = _drawn(reading)
    return cast(Tree | None, kept["tree"])


def _drawn(reading: Reading) -> Tree | None:
    doc = reading.passage.parsed
    if not len(doc) or not doc.has_annotation("DEP"):
        return None
    heads = doc.to_array("HEAD").astype(np.int64) + np.arange(len(doc))
    return Tree(
        words=reading.words,
        heads=tuple(heads.tolist()),
        relations=_names(doc, "DEP"),
        kinds=_names(doc, "POS"),
        tags=_names(doc, "TAG"),
    )


def _names(doc: Doc, attribute: str) -> tuple[str, ...]:
    column = doc.to_array(attribute).tolist()
    # A passage has few labels, and a look into the vocabulary takes longer than one into a dict.
    names = {each: doc.vocab.strings[each] for each in set(column)}
    return tuple(map(names.__getitem__, column))
