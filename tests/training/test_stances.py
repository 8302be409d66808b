"""Texts with stances: their form, and what the network of positions learns from them."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from annotate import language
from annotate.training import marked, sources
from annotate.training.positions import articles, batches
from annotate.training.positions.articles import Article
from annotate.training.positions.negation import negated
from tests.bench import stances as bench
from tests.training import world

ROOT = Path(__file__).parents[2]
TEXTS = sources.under(ROOT, ROOT / "corpus/training").stances


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """One of the invented world's texts, read without an encoder: so words have no vectors."""
    _, folder = world.write(tmp_path)
    text = marked.read(folder / "stances/selm.txt")
    return articles.article("selm", text, language.load())


@pytest.fixture
def chance() -> random.Random:
    """The same order each time."""
    return random.Random(1)  # noqa: S311  # an order, no secret


def test_our_texts_are_numbered_and_each_topic_of_them_is_argued_about() -> None:
    assert [int(path.name[:3]) for path in TEXTS] == list(range(1, 571))
    for path in TEXTS:
        text = marked.read(path)
        assert {each.target for each in marked.held(text)} == set(text.codebook.topics), path.name
        labels = {each.label for each in marked.held(text)}
        assert labels <= {"supports", "opposes", "ambivalent", "neutral"}, path.name
        assert "{" not in text.text, path.name


def test_none_of_what_stances_are_measured_by_is_among_them() -> None:
    learned = {line for path in TEXTS for line in marked.read(path).text.splitlines()}
    measured = [bench.article(name) for name in (*bench.LOOKED_AT, *bench.UNSEEN)]
    shared = {line for each in measured for line in each.text.splitlines()} & learned
    assert not {line for line in shared if len(line.split()) > 5}


def test_a_mark_that_is_no_stance_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("dam: The dam holds.\n---\nNo. {Tolm opposes dam}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'Tolm opposes dam' is no stance"):
        list(marked.held(marked.read(path)))


def test_marks_are_labels_of_the_sentence_before_them(article: Article) -> None:
    assert article.labels.tolist() == [[0, 0], [0, 0], [1, 0], [0, 2], [-1, 0]]
    assert article.paragraphs == (0, 1, 1, 1, 2)


def test_around_a_sentence_are_the_one_before_its_paragraph_and_all(article: Article) -> None:
    before, others, every = batches.around(article.paragraphs).numpy()
    assert before[2].tolist() == [0, 1, 0, 0, 0]
    assert before[4].tolist() == others[4].tolist() == [0] * 5
    assert others[2].tolist() == [0, 0.5, 0, 0.5, 0]
    assert np.allclose(every, 0.2)


def test_who_supports_a_statement_opposes_its_opposite(
    article: Article, chance: random.Random
) -> None:
    foreign = article.statements[0].vectors
    drawn = batches.drawn(article, chance, foreign, negate=1, keep=1)
    assert drawn.labels[:, 0].tolist() == [0, 0, 2, 0, -1]
    assert drawn.labels[:, 2].tolist() == [0] * 5
    kept = replace(article.statements[1], negated=None)
    without = replace(article, statements=(kept, kept))
    same = batches.drawn(without, chance, None, negate=1, keep=1)
    assert same.labels.tolist() == article.labels.tolist()


def test_of_sentences_without_a_stance_some_are_left_out(
    article: Article, chance: random.Random
) -> None:
    assert batches.drawn(article, chance, None, keep=0).rows.tolist() == [2, 3]


@pytest.mark.parametrize(
    ("statement", "opposite"),
    [
        ("The dam is safe.", "The dam is not safe."),
        ("Ferries should stop at night.", "Ferries should not stop at night."),
        ("The Ilva will not rise.", "The Ilva will rise."),
        ("The ODP never told the truth.", "The ODP told the truth."),
        ("There is no way back.", None),
        ("Vantor cannot pay.", None),
        ("Fines deter speeding.", None),
    ],
)  # fmt: skip
def test_a_statement_and_its_opposite(statement: str, opposite: str | None) -> None:
    assert negated(statement) == opposite
