"""Words of scripts that no space divides, so that a search finds a part of a run of signs.

A run of Chinese, Japanese or Korean signs is told as its pairs of neighbours and its last sign:
漂民船 is 漂民 民船 船. A query of two or more signs is then a phrase of pairs, a query of one sign
the beginning of a pair.
"""

import re

RUN = re.compile(
    "["
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # Hangul
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # Kana, iteration marks
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "]+"
)
"""A run of such signs."""

_WORD = re.compile(rf"{RUN.pattern[:-1]}|[^\W_]+(?:['’\-.,][^\W_]+)*")


def bigrams(text: str) -> str:
    """All runs of the text as pairs of neighbours and last signs, divided by spaces."""
    return " ".join(pair for run in RUN.findall(text) for pair in _pairs(run))


def phrase(run: str) -> str:
    """The full-text expression that finds a run of signs wherever it is part of a longer one."""
    if len(run) == 1:
        return f'bigrams : "{run}" *'
    return f'bigrams : "{" ".join(_pairs(run)[:-1])}"'


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]


def count_words(text: str) -> int:
    """How many words the text has; each sign of these scripts counts as one."""
    return sum(1 for _ in _WORD.finditer(text))
