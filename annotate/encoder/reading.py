"""What the encoder reads in spaCy docs: tags, lemmas and trees, names, and who says what.

Tags and trees go where spaCy keeps them. What later layers judge for themselves, the names and the
quotations that the encoder would propose, is kept beside the doc, with the vectors of its words,
which tell attitudes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from annotate.encoder import lemmas, names, quotations, trees
from annotate.encoder.quotations import Quotation
from annotate.encoder.session import Encoder, Floats, Ints, Table
from annotate.encoder.windows import batches, windows
from annotate.sentences import text_of

KEY = "annotate.encoder"
"""Where a doc keeps its reading, in `user_data`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the encoder proposes, in tokens; score: its least sure word's likelihood."""

    first: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Reading:
    """What the encoder makes of a doc, besides its tags and trees; all places are tokens.

    vectors: one a word that is no white space. tokens: which token each word is. starts: how
    likely each word begins a sentence.
    """

    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    vectors: Floats
    tokens: Ints
    starts: Floats


def reading(doc: Doc) -> Reading | None:
    """What the encoder made of a doc, None if it has not read it."""
    found = doc.user_data.get(KEY)
    return found if isinstance(found, Reading) else None


def read(docs: Sequence[Doc], encoder: Encoder) -> None:
    """Let the docs have what the encoder reads in them; sentences are as they were."""
    texts = [_text(doc) for doc in docs]
    for doc, text, heads in zip(docs, texts, _heads(texts, encoder), strict=True):
        if text.words:
            _annotate(doc, text, heads, encoder)
            doc.user_data[KEY] = _reading(text, heads)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class _Text:
    """The words of a doc that are no white space.

    at: which tokens they are. begins: whether each begins a sentence. starts: which words do, the
    first in any case.
    """

    words: Sequence[str]
    at: Ints
    begins: NDArray[np.bool_]
    starts: Sequence[int]


def _text(doc: Doc) -> _Text:
    told = doc.to_array(["IS_SPACE", "IDX", "LENGTH", "SENT_START"])
    at = np.flatnonzero(told[:, 0] == 0)
    places = told[at, 1:3].tolist()
    begins = told[at, 3] == 1
    copy = text_of(doc)
    starts = [0, *(np.flatnonzero(begins[1:]) + 1).tolist()] if len(at) else []
    words = [copy[start : start + length] for start, length in places]
    return _Text(words=words, at=at, begins=begins, starts=starts)


def _heads(texts: Sequence[_Text], encoder: Encoder) -> list[dict[str, Table]]:
    """What the heads say of each word of each text."""
    words = [text.words for text in texts]
    wanted = [
        window
        for number, text in enumerate(texts)
        for window in windows(number, len(text.words), text.starts)
    ]
    tables: list[dict[str, Table]] = [{} for _ in texts]
    for group in batches(wanted, words, encoder.pieces):
        said = encoder.read([words[each.text][each.start : each.end] for each in group])
        for row, each in enumerate(group):
            seen = slice(each.first - each.start, each.last - each.start)
            here, size = tables[each.text], len(words[each.text])
            if each.last - each.first == size:  # as most texts are: nothing to put together
                here.update((head, table[row, seen]) for head, table in said.items())
                continue
            for head, table in said.items():
                if head not in here:
                    here[head] = np.empty((size, *table.shape[2:]), table.dtype)
                here[head][each.first : each.last] = table[row, seen]
    return tables


def _annotate(doc: Doc, text: _Text, heads: Mapping[str, Table], encoder: Encoder) -> None:
    keys, at = _keys(doc.vocab, encoder), text.at
    columns: Any = np.zeros((len(doc), 6), dtype=np.uint64)
    if len(at) < len(doc):
        columns[:, 4] = _spaces(doc)
    above = _trees(text, heads)
    relations = encoder.relations(heads["relation_child"], heads["relation_head"][above])
    for column, head in enumerate(("tag", "pos", "morph")):
        columns[at, column] = keys.labels[head][heads[head]]
    columns[at, 3] = _lemmas(doc, text, heads, encoder)
    columns[at, 4] = (at[above] - at).astype(np.int64).astype(np.uint64)
    columns[at, 5] = keys.labels["relation"][relations]
    columns[at[above == np.arange(len(at))], 5] = doc.vocab.strings.add("ROOT")
    doc.from_array(["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP"], columns)


def _spaces(doc: Doc) -> Table:
    """For each token, if it is white space, the step to a token of its sentence; else 0."""
    inner = (doc.to_array("IS_SPACE") == 1) & (doc.to_array("SENT_START") != 1)
    inner[:1] = False
    return np.where(inner, -1, 0).astype(np.uint64)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class _Keys:
    """The numbers by which a vocabulary knows the encoder's labels, and lemmas met so far."""

    labels: Mapping[str, Table]
    lemmas: dict[tuple[str, int, int, bool], int]


@lru_cache(maxsize=4)
def _keys(vocab: Vocab, encoder: Encoder) -> _Keys:
    plain = {
        head: [vocab.strings.add(label) for label in encoder.labels[head]]
        for head in ("tag", "pos", "relation")
    }
    morphs = [vocab.morphology.add(label) for label in encoder.labels["morph"]]
    labels = {head: np.array(each, np.uint64) for head, each in (*plain.items(), ("morph", morphs))}
    return _Keys(labels=labels, lemmas={})


_ROOM = 100_000
"""Lemmas that are remembered."""


def _lemmas(doc: Doc, text: _Text, heads: Mapping[str, Table], encoder: Encoder) -> list[int]:
    known = _keys(doc.vocab, encoder).lemmas
    if len(known) > _ROOM:
        known.clear()
    found = []
    rules, kinds = heads["lemma"].tolist(), heads["pos"].tolist()
    for word in zip(text.words, rules, kinds, text.begins.tolist(), strict=True):
        number = known.get(word)
        if number is None:
            number = known[word] = doc.vocab.strings.add(_lemma(*word, encoder))
        found.append(number)
    return found


def _lemma(form: str, rule: int, kind: int, begins: bool, encoder: Encoder) -> str:  # noqa: FBT001
    pos = encoder.labels["pos"][kind]
    named = pos == "PROPN" or (form[:1].isupper() and not begins and pos != "PRON")
    known = encoder.lemmas.get(lemmas.key(form, pos), encoder.labels["lemma"][rule])
    return lemmas.lemma(form, known, named=named)


def _trees(text: _Text, heads: Mapping[str, Table]) -> Ints:
    """The head of each word, as a number among the words."""
    above = np.arange(len(text.words))
    for start, end in pairwise([*text.starts, len(text.words)]):
        scores = heads["arc_child"][start:end] @ heads["arc_head"][start:end].T
        above[start:end] = trees.heads(scores) + start
    return above


def _reading(text: _Text, heads: Mapping[str, Table]) -> Reading:
    return Reading(
        names=tuple(_names(heads["entity"], text.at)),
        quotations=tuple(_quotations(heads, text.at)),
        vectors=heads["vectors"],
        tokens=text.at,
        starts=heads["start"],
    )


def _names(scores: Floats, at: Ints) -> Iterator[Name]:
    labels = names.path(scores)
    for first, end, kind in names.spans(labels):
        sure = min(float(scores[word, labels[word]]) for word in range(first, end))
        yield Name(
            first=int(at[first]), end=int(at[end - 1]) + 1, label=kind, score=float(np.exp(sure))
        )


def _quotations(heads: Mapping[str, Table], at: Ints) -> Iterator[Quotation]:
    for each in quotations.quotations(heads):
        yield Quotation(
            contents=tuple(_placed(piece, at) for piece in each.contents),
            cue=_placed(each.cue, at),
            source=_placed(each.source, at) if each.source else None,
            score=each.score,
        )


def _placed(words: tuple[int, int], at: Ints) -> tuple[int, int]:
    return int(at[words[0]]), int(at[words[1] - 1]) + 1
