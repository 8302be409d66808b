"""Texts that end or begin anywhere are read: a rule that looks ahead finds nothing there, no error.

A cut sentence is a heading, a caption, a torn paragraph. What it says is tested elsewhere.
"""

import random
import re

import pytest

from annotate import codebook, pipeline
from tests.conftest import ROOT

_CUTS = 900
"""Cuts in a run; each takes some milliseconds."""
_LENGTHS = (1, 2, 3, 4, 6, 9, 14, 21, 41)
_ENDS = (
    "WASHINGTON", "According to the board,", "said the", "dismissed it as", "fears of a",
    "Kolde's decision not to", "the mayor’s upside – much of it –", "denied the charge and",
    "as the mayor", "“It is late,” was quoted as", "it was", "one", "Anja Kolde and", "He asked",
    "the 71-year-", "Kolde said that the dam leaks, while", "It was claimed that still",
    "It is said that now, perhaps,", "The wall fell, which she", "The plan, which critics say",
)  # fmt: skip
"""Ends of texts at which rules once looked for a word behind them."""


def _texts() -> list[str]:
    paths = sorted(path for path in (ROOT / "corpus").glob("*.*") if path.suffix in {".md", ".txt"})
    return [path.read_text(encoding="utf-8") for path in paths]


def _cuts(texts: list[str], chance: random.Random) -> list[str]:
    """Stretches of texts from word to word, some without the stop at their end, some shuffled."""
    found = []
    for _ in range(_CUTS):
        text = chance.choice(texts)
        words = [match.span() for match in re.finditer(r"\S+", text)]
        first = chance.randrange(len(words))
        last = min(len(words), first + chance.choice(_LENGTHS)) - 1
        cut = text[words[first][0] : words[last][1]]
        if chance.random() < 1 / 3:
            cut = cut.rstrip('.”"’?!')
        if chance.random() < 1 / 5:
            mixed = cut.split(" ")
            chance.shuffle(mixed)
            cut = " ".join(mixed)
        found.append(cut)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_text_cut_anywhere_is_read(seed: int) -> None:
    book = codebook.load(ROOT / "codebook.yml")
    for cut in _cuts(_texts(), random.Random(seed)):  # noqa: S311  # the same cuts each time
        _read(cut, book)


@pytest.mark.parametrize("text", _ENDS)
def test_a_rule_looks_for_nothing_behind_the_last_word(text: str) -> None:
    _read(text, codebook.EMPTY)


def _read(text: str, book: codebook.Codebook) -> None:
    document = pipeline.tag(pipeline.read(text, id="cut", form="text"), codebook=book)
    for span in document.spans:
        assert document.text[span.start : span.end] == span.text, text
