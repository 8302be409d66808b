"""Data as examples: words with labels."""

from pathlib import Path

import pytest

pytest.importorskip("torch")

from annotate.encoder.names import LABELS
from annotate.training import examples, names, own, quotations
from annotate.training.examples import Marked, Role, cut, held_out
from tests.training import world


@pytest.fixture
def texts(tmp_path: Path) -> list[Marked]:
    """Our own texts, read."""
    _, folder = world.write(tmp_path)
    return own.read(folder.glob("*.xml"))


def test_marks_are_stretches_of_the_text(texts: list[Marked]) -> None:
    first = texts[0]
    assert [first.text[start:end] for start, end, _ in first.names] == ["Tomas Verrin", "Vantor"]
    roles = {role.role: first.text[role.start : role.end] for role in first.roles or ()}
    assert roles == {"content": "The ferries must stop,", "cue": "said", "source": "Tomas Verrin"}


def test_words_lead_to_their_cue(texts: list[Marked]) -> None:
    _, second = quotations.examples(texts)
    cue = second.words.index("fears")
    led = [word for word, to in zip(second.words, second.labels["content_link"], strict=True)
           if to == cue]  # fmt: skip
    assert led == ["floods", "will", "come", "again"]
    assert second.labels["cue"][cue] == quotations.BEGIN
    assert LABELS[second.labels["entity"][0]] == "U-ORG"


def test_a_quotation_within_another_is_unknown() -> None:
    text = "He said she says yes."
    roles = tuple(
        Role(start=start, end=end, role=role, quotes=frozenset({quote}))
        for start, end, role, quote in [
            (0, 2, "source", "1"), (3, 7, "cue", "1"), (8, 20, "content", "1"),
            (8, 11, "source", "2"), (12, 16, "cue", "2"), (17, 20, "content", "2"),
        ]
    )  # fmt: skip
    labels = quotations.quotation_labels(examples.worded(text), roles)
    assert labels["cue"][:4] == [0, 1, 0, quotations.NO]
    assert labels["content"][2:5] == [1, 2, 2]


def test_letters_take_a_country_s_place_and_all_else_moves_along() -> None:
    marked = Marked(text="In Ostrea, Pell rules.", names=((3, 9, "GPE"), (11, 15, "PERSON")))
    swapped = names.swapped(marked, 3, 9, "FRO")
    assert [swapped.text[start:end] for start, end, _ in swapped.names] == ["FRO", "Pell"]


def test_unknown_stretches_have_no_label() -> None:
    marked = Marked(text="The Ilva rose.", unknown=((4, 8),))
    (example,) = names.examples([marked])
    assert example.labels["entity"] == (0, quotations.NO, 0, 0)


@pytest.mark.parametrize(("longest", "pieces"), [(9, [9]), (5, [4, 5]), (2, [2, 2, 2, 2, 1])])
def test_words_are_cut_where_sentences_begin(longest: int, pieces: list[int]) -> None:
    words = list("abcdefghi")
    assert [len(words[piece]) for piece in cut(words, [0, 4], longest)] == pieces


def test_what_is_held_out_hangs_on_the_text_alone() -> None:
    texts = [f"sentence {number}" for number in range(1000)]
    kept = [text for text in texts if held_out(text, 0.15)]
    assert 100 < len(kept) < 200
    assert kept == [text for text in texts if held_out(text, 0.15)]
