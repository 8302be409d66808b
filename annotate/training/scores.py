"""How well the files that ship do what they are for, on what they have not seen."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from annotate.encoder import attitudes, component
from annotate.encoder.reading import Reading, read, reading
from annotate.encoder.session import Encoder
from annotate.language import blank
from annotate.training.examples import Example, Marked
from annotate.training.quotations import quotation_labels

Figures = dict[str, float]
"""Figures by their names, in parts of a hundred."""

PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
"""Kinds of places, which sources tell apart each in its own way."""

COMMON = frozenset({"PERSON", "ORG", "PLACE", "NORP"})
"""The labels that every source of names has."""

Place = tuple[int, int, str]


def grammar(gold: Sequence[Doc], encoder: Encoder) -> Figures:
    """The parts of words whose tag, lemma and so on is right; words and sentences are given."""
    docs = [
        Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=[bool(token.is_sent_start) for token in doc],
        )
        for doc in gold
    ]
    read(docs, encoder)
    right: Counter[str] = Counter()
    for one, other in zip(gold, docs, strict=True):
        for token, said in zip(one, other, strict=True):
            head = token.head.i == said.head.i
            right["words"] += 1
            right["xpos"] += token.tag_ == said.tag_
            right["upos"] += token.pos_ == said.pos_
            right["morph"] += str(token.morph) == str(said.morph)
            right["lemma"] += token.lemma_ == said.lemma_
            right["uas"] += head
            right["las"] += head and token.dep_ == said.dep_
    return {name: percent(right[name], right["words"]) for name in right if name != "words"}


def names(gold: Iterable[Marked], nlp: Language) -> dict[str, Figures]:
    """Precision, recall and F1 of names by label and of all, exact spans, places as one label."""
    counts: Counter[tuple[str, str]] = Counter()
    marked = list(gold)
    for one, doc in zip(marked, nlp.pipe(each.text for each in marked), strict=True):
        said = {_place(doc.text, place) for place in proposed(doc)}
        wanted = {_place(one.text, place) for place in one.names}
        for name in said & wanted:
            counts["right", name[2]] += 1
        for name in said - wanted:
            counts["wrong", name[2]] += not _unknown(name, one)
        for name in wanted - said:
            counts["missed", name[2]] += 1
    labels = sorted({label for _, label in counts} & COMMON)
    figures = {label: f1(*(counts[kind, label] for kind in _KINDS)) for label in labels}
    figures["all"] = f1(*(sum(counts[kind, label] for label in labels) for kind in _KINDS))
    return figures


_KINDS = ("right", "wrong", "missed")


def proposed(doc: Doc) -> list[Place]:
    """The names that the encoder proposes, in characters."""
    found = reading(doc)
    return [
        (span.start_char, span.end_char, name.label)
        for name in (found.names if found else ())
        for span in [doc[name.first : name.end]]
    ]


def _place(text: str, place: Place) -> Place:
    """A name without its article and possessive, which sources treat each in its own way."""
    start, end, label = place
    for article in ("the ", "The ", "THE ", "a ", "A ", "an "):
        if text.startswith(article, start):
            start += len(article)
            break
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end, PLACES.get(label, label)


def _unknown(name: Place, gold: Marked) -> bool:
    others = [
        (start, end) for start, end, label in gold.names if PLACES.get(label, label) not in COMMON
    ]
    return any(start < name[1] and name[0] < end for start, end in [*others, *(gold.unknown or ())])


def quotations(gold: Sequence[Marked], nlp: Language) -> Figures:
    """How many words are rightly told to be source, cue and content, as F1 for each."""
    counts: Counter[tuple[str, str]] = Counter()
    for one, doc in zip(gold, nlp.pipe(each.text for each in gold), strict=True):
        labels = quotation_labels(doc, one.roles or ())
        for role, said in _said(reading(doc)).items():
            for word, label in enumerate(labels[role]):
                if label > 0 or (label == 0 and word in said):
                    kind = ("missed", "right") if label > 0 else ("wrong", "wrong")
                    counts[kind[word in said], role] += 1
    roles = ("source", "cue", "content")
    return {role: f1(*(counts[kind, role] for kind in _KINDS))["f1"] for role in roles}


def _said(found: Reading | None) -> dict[str, set[int]]:
    words: dict[str, set[int]] = {"source": set(), "cue": set(), "content": set()}
    for each in found.quotations if found else ():
        words["cue"].update(range(*each.cue))
        words["source"].update(range(*each.source) if each.source else ())
        for piece in each.contents:
            words["content"].update(range(*piece))
    return words


def attitude(gold: Sequence[Example], nlp: Language, encoder: Encoder) -> Figures:
    """The F1 of each attitude, their mean and the part that is right."""
    docs = [Doc(nlp.vocab, words=list(each.words)) for each in gold]
    for doc in docs:
        doc[0].is_sent_start = True
    read(docs, encoder)
    counts: Counter[tuple[int, int]] = Counter()
    for each, doc in zip(gold, docs, strict=True):
        (first, end), *_ = _runs(each.labels["target"])
        shares = attitudes.attitudes(doc, [(range(len(doc)), range(first, end))], encoder)[0]
        counts[each.labels["attitude"][0], shares.index(max(shares))] += 1
    classes = range(len(attitudes.NAMES))
    found = {
        attitudes.NAMES[kind]: f1(
            counts[kind, kind],
            sum(counts[other, kind] for other in classes if other != kind),
            sum(counts[kind, other] for other in classes if other != kind),
        )["f1"]
        for kind in classes
    }
    right = sum(counts[kind, kind] for kind in classes)
    mean = round(sum(found.values()) / len(found), 2)
    return {**found, "macro": mean, "right": percent(right, len(gold))}


def _runs(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    places = [number for number, (a, b) in enumerate(pairwise([0, *labels, 0])) if a != b]
    yield from zip(places[::2], places[1::2], strict=True)


def pipeline(encoder_home: str) -> Language:
    """The pipeline with the encoder of a folder."""
    nlp = blank()
    nlp.add_pipe(component.COMPONENT, config={"home": encoder_home})
    return nlp


def percent(part: int, whole: int) -> float:
    """A part in parts of a hundred; of nothing, none."""
    return round(100 * part / max(1, whole), 2)


def f1(right: int, wrong: int, missed: int) -> Figures:
    """Precision, recall and F1."""
    precision, recall = percent(right, right + wrong), percent(right, right + missed)
    return {"p": precision, "r": recall, "f1": percent(2 * right, 2 * right + wrong + missed)}
