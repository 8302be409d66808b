"""Words as sub-words and case."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from annotate.encoder import pieces
from annotate.encoder.pieces import Pieces, case, padded

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "ilva", "ferry", "##man", "##men", "海"]


def cutter_in(folder: Path) -> Pieces:
    """The sub-words of the vocabulary above, out of a file in a folder."""
    words = {word: number for number, word in enumerate(VOCABULARY)}
    made = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))  # noqa: S106
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.save(str(folder / "tokenizer.json"))
    return Pieces(folder / "tokenizer.json")


@pytest.fixture
def cutter(tmp_path: Path) -> Pieces:
    return cutter_in(tmp_path)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("ferry", pieces.LOWER),
        ("Ilva", pieces.TITLE),
        ("I", pieces.TITLE),
        ("ODP", pieces.UPPER),
        ("McKay", pieces.MIXED),
        ("2012", pieces.DIGIT),
        ("9,000", pieces.DIGIT),
        (",", pieces.OTHER),
        ("海", pieces.MIXED),
    ],
)
def test_a_word_has_one_kind_of_case(word: str, kind: int) -> None:
    assert case(word) == kind


def test_words_know_their_first_and_last_sub_word(cutter: Pieces) -> None:
    read = cutter.read([["The", "ferrymen", "."], ["Ilva"]])
    assert read.pieces.tolist() == [[2, 4, 6, 8, 1, 3], [2, 5, 3, 0, 0, 0]]
    assert read.first.tolist() == [[1, 2, 4], [1, 0, 0]]
    assert read.last.tolist() == [[1, 3, 4], [1, 0, 0]]
    assert read.cases[0, 1] == pieces.TITLE


def test_a_word_of_nothing_that_is_known_is_still_one(cutter: Pieces) -> None:
    assert cutter.of("\u200b") == (1,)


def test_a_long_word_is_known_by_its_ends(cutter: Pieces) -> None:
    assert len(cutter.of("ferry" + "man" * 20)) == 6


def test_rows_are_filled_up(cutter: Pieces) -> None:
    assert padded([[1], [2, 3]], -100).tolist() == [[1, -100], [2, 3]]
    assert padded([]).shape == (0, 0)


def test_a_row_of_long_words_has_no_more_sub_words_than_the_encoder_has_places(
    cutter: Pieces,
) -> None:
    plain = cutter.read([["ferryman", "the"] * 100])
    assert plain.pieces.shape == (1, 302)
    long = cutter.read([["ferrymanmenmanmenman", "the"] * 80])
    assert long.pieces.shape[1] <= pieces.PLACES
    assert long.first.shape == long.last.shape == (1, 160)
    assert (long.first <= long.last).all()
    assert (long.pieces[0, long.last[0, ::2]] == VOCABULARY.index("##man")).all()
