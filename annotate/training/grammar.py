"""Trees, tags and lemmas: Universal Dependencies, as spaCy docs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from annotate.encoder.lemmas import key, rule
from annotate.training.examples import Example, cut
from annotate.training.network import NO

LONGEST = 100
"""Words of an example: sentences of a document are read together up to this."""

_SEEN = 3
"""How often a lemma's rule must be seen to be a label: what is rarer are spelling mistakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrammarLabels:
    """The labels of each head, in order."""

    tag: tuple[str, ...]
    pos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[str, ...]
    relation: tuple[str, ...]


def read(path: Path) -> list[Doc]:
    """The docs of a file of docs."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def labels(docs: Iterable[Doc]) -> GrammarLabels:
    """The labels that some docs have."""
    tokens = [token for doc in docs for token in doc]
    rules = Counter(rule(token.text, token.lemma_) for token in tokens)
    return GrammarLabels(
        tag=_sorted(token.tag_ for token in tokens),
        pos=_sorted(token.pos_ for token in tokens),
        morph=_sorted(str(token.morph) for token in tokens),
        lemma=_sorted(each for each, count in rules.items() if count >= _SEEN),
        relation=_sorted(token.dep_ for token in tokens),
    )


def known_lemmas(docs: Iterable[Doc]) -> dict[str, str]:
    """The rules of the lemmas of forms that were seen again and again with one lemma."""
    seen: dict[str, Counter[str]] = {}
    for doc in docs:
        for token in doc:
            rules = seen.setdefault(key(token.text, token.pos_), Counter())
            rules[rule(token.text, token.lemma_)] += 1
    return {
        form: best
        for form, rules in sorted(seen.items())
        for best, count in rules.most_common(1)
        if count >= _KNOWN and count >= _AGREED * rules.total()
    }


_KNOWN = 2
_AGREED = 0.9
"""How often a form must have been seen with a lemma, and in which part of its cases, to have it
whatever the head says."""


def _sorted(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(labels)))


def examples(docs: Iterable[Doc], labels: GrammarLabels) -> Iterator[Example]:
    """The docs in pieces of whole sentences; a head is the number of its word in the piece."""
    index = {
        name: {label: number for number, label in enumerate(getattr(labels, name))}
        for name in GrammarLabels.__dataclass_fields__
    }
    for doc in docs:
        words = [token.text for token in doc]
        starts = [sentence.start for sentence in doc.sents]
        for piece in cut(words, starts, LONGEST):
            yield Example(words=tuple(words[piece]), labels=_labels(doc, piece, index), source="ud")


def _labels(doc: Doc, piece: slice, index: dict[str, dict[str, int]]) -> dict[str, tuple[int, ...]]:
    tokens = list(doc[piece.start : piece.stop])
    heads = [_head(token.head.i, piece) for token in tokens]
    return {
        "tag": _numbers(index["tag"], [token.tag_ for token in tokens]),
        "pos": _numbers(index["pos"], [token.pos_ for token in tokens]),
        "morph": _numbers(index["morph"], [str(token.morph) for token in tokens]),
        "lemma": _numbers(index["lemma"], [rule(token.text, token.lemma_) for token in tokens]),
        "relation": _numbers(index["relation"], [token.dep_ for token in tokens]),
        "start": tuple(int(bool(token.is_sent_start)) for token in tokens),
        "head": tuple(heads),
        "sentence": _sentences(token.is_sent_start is True for token in tokens),
    }


def _head(at: int, piece: slice) -> int:
    return at - piece.start if piece.start <= at < piece.stop else NO


def _numbers(index: dict[str, int], labels: Sequence[str]) -> tuple[int, ...]:
    return tuple(index.get(label, NO) for label in labels)


def _sentences(starts: Iterable[bool]) -> tuple[int, ...]:
    number, numbers = 0, []
    for start in starts:
        number += start
        numbers.append(number)
    return tuple(numbers)
