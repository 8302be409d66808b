"""The data of all tasks: where they lie, what is held out of them, what is learned."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotate import lexicons
from annotate.encoder.names import LABELS
from annotate.training import attitudes, grammar, names, own, quotations, silver
from annotate.training.examples import Example, Marked, Role, held_out
from annotate.training.grammar import GrammarLabels
from annotate.training.network import Sizes

OWN_HELD_OUT = 0.15
ATTITUDES_HELD_OUT = 0.12
"""The parts of our own texts and of the sentences with attitudes that are kept for measuring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Files and folders that are read.

    trees, tried_trees: docs to learn from and to measure on. named, tried_named: texts with names.
    news: texts without annotation. attitudes: sentences with targets. own_folder: our texts.
    """

    trees: Path
    tried_trees: Path
    named: Path
    tried_named: Path
    news: Path
    attitudes: Path
    own_folder: Path

    @property
    def own(self) -> tuple[Path, ...]:
        """The files of our own texts, in order."""
        return tuple(sorted(self.own_folder.glob("*.xml")))

    @property
    def stances(self) -> tuple[Path, ...]:
        """The files of our own texts with stances, in order."""
        return tuple(sorted((self.own_folder / "stances").glob("*.txt")))

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, in order."""
        return (
            self.trees, self.tried_trees, self.named, self.tried_named, self.news, self.attitudes,
            *self.own,
        )  # fmt: skip


def under(folder: Path, own_texts: Path) -> Sources:
    """The data as they lie in a folder, and our own texts in theirs."""
    return Sources(
        trees=folder / "pipeline/ud/train.spacy",
        tried_trees=folder / "pipeline/ud/dev.spacy",
        named=folder / "pipeline/ner/train.jsonl",
        tried_named=folder / "pipeline/ner/dev.jsonl",
        news=folder / "pipeline/unlabelled/news.jsonl",
        attitudes=folder / "stance/newsmtsc/train.jsonl",
        own_folder=own_texts,
    )


def digest(paths: Iterable[Path]) -> str:
    """One hash of the contents of some files, in their order."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


Examples = Callable[[], list[Example]]
"""What reads examples when they are asked for."""


def tasks(sources: Sources, labels: GrammarLabels, kept: Path) -> dict[str, Examples]:
    """What reads the examples of each task that are learned from.

    kept: a file for the silver labels, which take minutes: written once, then read.
    """
    return {
        "grammar": lambda: list(grammar.examples(grammar.read(sources.trees), labels)),
        "names": lambda: _named(sources),
        "own": lambda: list(quotations.examples(own_texts(sources, tried=False))),
        "silver": lambda: list(quotations.examples(_silver(sources.news, kept))),
        "attitudes": lambda: attitude_examples(sources, tried=False),
    }


def _named(sources: Sources) -> list[Example]:
    texts = list(names.read(sources.named))
    return list(names.examples([*texts, *names.with_letters(texts, _countries())]))


def own_texts(sources: Sources, *, tried: bool) -> list[Marked]:
    """Our own paragraphs, those held out or the others."""
    return [text for text in own.read(sources.own) if is_tried(text) == tried]


def is_tried(text: Marked) -> bool:
    """Whether one of our own paragraphs is kept for measuring."""
    return held_out(text.text, OWN_HELD_OUT)


def attitude_examples(sources: Sources, *, tried: bool) -> list[Example]:
    """The sentences with a target, those held out or the others."""
    return [
        each
        for each in attitudes.read(sources.attitudes)
        if held_out(" ".join(each.words), ATTITUDES_HELD_OUT) == tried
    ]


def sizes(labels: GrammarLabels) -> Sizes:
    """How many labels each head has."""
    return Sizes(
        linear={
            "tag": len(labels.tag),
            "pos": len(labels.pos),
            "morph": len(labels.morph),
            "lemma": len(labels.lemma),
            "start": 2,
            "entity": len(LABELS),
            "source": 3,
            "cue": 3,
            "content": 3,
        },
        relations=len(labels.relation),
    )


def _countries() -> frozenset[str]:
    rows = lexicons.table("countries")
    return frozenset(name for row in rows for name in row[1:2] if name) | {*_LARGE.split()}


_LARGE = (
    "Afghanistan Angola Argentina Australia Bangladesh Belarus Brazil Canada Chad Chile Colombia "
    "Cuba Egypt Ethiopia France Germany Ghana Greece Haiti India Indonesia Iran Iraq Israel Italy "
    "Japan Jordan Kenya Lebanon Libya Malaysia Mali Mexico Nepal Niger Nigeria Norway Pakistan "
    "Peru Poland Qatar Rwanda Senegal Serbia Somalia Spain Sudan Sweden Syria Thailand Tunisia "
    "Uganda Ukraine Venezuela Vietnam Yemen Zimbabwe"
)
"""Countries that texts of the kind name often."""


def _silver(news: Path, kept: Path) -> Sequence[Marked]:
    if not kept.exists():
        rows = [json.dumps(_record(marked)) for marked in silver.texts(news)]
        kept.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    lines = kept.read_text(encoding="utf-8").split("\n")
    return [_marked(json.loads(line)) for line in lines if line]


def _record(marked: Marked) -> dict[str, object]:
    roles = [[each.start, each.end, each.role, sorted(each.quotes)] for each in marked.roles or ()]
    return {"text": marked.text, "roles": roles}


def _marked(row: Mapping[str, object]) -> Marked:
    roles = row["roles"]
    if not isinstance(roles, list):
        raise TypeError(f"roles are a list, not {roles!r}")
    return Marked(
        text=str(row["text"]),
        unknown=None,
        roles=tuple(
            Role(start=start, end=end, role=role, quotes=frozenset(quotes))
            for start, end, role, quotes in roles
        ),
        source="silver",
        weight=silver.WEIGHT,
    )
