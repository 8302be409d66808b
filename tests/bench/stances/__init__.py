"""Articles of ours with the stances that a reader finds in them, and how many of these we find.

An article's file opens with its topics, "key: statement" a line, and after a line of three hyphens
comes its text, in which each sentence that shows a stance is followed by it in braces:
"{Mira Tolm > dam opposes; …}". They were marked before any answer was looked at. Five were
looked at when rules were made, of three only the figures. The texts are ours, CC0.

`python -m tests.bench.stances` prints, by article and in all, precision, recall and F1 of sentence
and topic, and of these with holder and label; then the precision of each label and rule, and of
what is only proposed; then the same where a codebook holds two other subjects beside the article's
own, and how many stances an article is said to show to the topics of another, with which it has
nothing to do but the world that they are set in. Last come the same figures for every tenth of the
articles that were written to train on (`corpus/training/stances`): of many subjects, in other words
than their statements; no rule was made by them, but their figures chose once between two ways.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from annotate import pipeline
from annotate.codebook import Codebook
from annotate.model import Document, Stance
from annotate.training import marked
from annotate.training.marked import Held

HERE = Path(__file__).resolve().parent
WRITTEN = HERE.parents[2] / "corpus" / "training" / "stances"
LOOKED_AT = ("dam", "uniforms", "curfew", "teachers", "trial")
UNSEEN = ("medicine", "fever", "flights")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text, what is argued about in it, and its stances."""

    name: str
    text: str
    codebook: Codebook
    stances: tuple[Held, ...]


@dataclass(slots=True)
class Count:
    """How many were right, how many said, how many there are."""

    right: int = 0
    said: int = 0
    there: int = 0

    def __str__(self) -> str:
        """Precision, recall and F1 in per cent."""
        precision = self.right / self.said if self.said else 0.0
        recall = self.right / self.there if self.there else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"


def article(name: str) -> Article:
    """One of the articles."""
    return _read(HERE / f"{name}.txt")


def fresh() -> Iterator[Article]:
    """Every tenth of the articles that were written to train on: 010, 020 and so on."""
    return (_read(path) for path in sorted(WRITTEN.glob("??0-*.txt")))


def _read(path: Path) -> Article:
    read = marked.read(path)
    stances = tuple(marked.held(read))
    return Article(name=path.stem, text=read.text, codebook=read.codebook, stances=stances)


def tagged(found: Article) -> Document:
    """The article as the tool reads it, with what it only proposes."""
    read = pipeline.read(found.text, id=found.name)
    return pipeline.tag(read, codebook=found.codebook, proposals=True)


def stances(document: Document, *, proposed: bool = False) -> list[Stance]:
    """The document's stances, or those that are only proposed."""
    every = (span for span in document.spans if isinstance(span, Stance))
    return [span for span in every if span.proposed == proposed]


def among(found: Article, others: Iterable[Article]) -> Article:
    """The article with the topics of others beside its own, as a codebook of several subjects."""
    topics = dict(found.codebook.topics)
    for other in others:
        for key, topic in other.codebook.topics.items():
            free = key if key not in topics else f"{key} {other.name}"
            topics[free] = replace(topic, key=free)
    return replace(found, codebook=replace(found.codebook, topics=topics))


def astray(found: Article, other: Article) -> int:
    """How many stances the article is said to show to another's topics."""
    said = stances(tagged(replace(found, codebook=other.codebook)))
    return sum(each.target in other.codebook.topics for each in said)


def matched(found: Article, said: Iterable[Stance]) -> Iterator[tuple[Stance, Held | None]]:
    """Each stance said, with one of the same sentence and topic, of the same holder if possible."""
    left = list(found.stances)
    alike = {id(each): each for each in said}
    for sure in (True, False):
        for key, each in list(alike.items()):
            fitting = (g for g in left if _same(each, g) and (right(each, g) or not sure))
            gold = next(fitting, None)
            if gold is not None:
                left.remove(gold)
                del alike[key]
                yield each, gold
    yield from ((each, None) for each in alike.values())


def _same(each: Stance, gold: Held) -> bool:
    return each.start < gold.end <= each.end + 1 and _bare(each.target) == _bare(gold.target)


def right(each: Stance, gold: Held) -> bool:
    """Whether holder and label are right, too."""
    holder = each.holder if isinstance(each.holder, str) else each.holder.canonical
    return _bare(holder) == _bare(gold.holder) and each.label == gold.label


def _bare(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name).strip().lower().removeprefix("the ")


@dataclass(slots=True)
class Counts:
    """What was counted over some articles."""

    alike: Count
    strict: Count
    labels: dict[str, Count]
    rules: Counter[tuple[str, bool]]


def count(pairs: Iterable[tuple[Article, Iterable[Stance]]]) -> Counts:
    """The figures of some articles and what was said of them."""
    total = Counts(alike=Count(), strict=Count(), labels={}, rules=Counter())
    for found, said in pairs:
        for each, gold in matched(found, said):
            good = gold is not None and right(each, gold)
            total.alike.said += 1
            total.alike.right += gold is not None
            total.strict.right += good
            label = total.labels.setdefault(each.label, Count())
            label.said += 1
            label.right += good
            total.rules[each.by, good] += 1
        for gold in found.stances:
            total.labels.setdefault(gold.label, Count()).there += 1
        total.alike.there += len(found.stances)
    total.strict.said, total.strict.there = total.alike.said, total.alike.there
    return total
