"""A passage's copy as words with their places: what phrases and rules are matched against."""

import re
from functools import lru_cache
from typing import NamedTuple

from annotate import lexicons

_UPPER = "".join(chr(code) for code in range(0x100, 0x180) if chr(code).isupper())
UPPER = rf"[A-ZÀ-ÖØ-Þ{_UPPER}ȘȚẠ-Ỹ]"
"""A capital letter of the Latin script (of Vietnamese ones, small ones too)."""

_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_PLAIN = rf"{UPPER}[^\W_]*+(?>(?:['’](?!s\b)[^\W\d_]++)?)(?>(?:[-‐‑][^\W_]++){{0,5}})"
CAP = rf"(?:{_DAY}(?:(?:{UPPER}\.){{2,}}|{_PLAIN}))"
"""A word with a capital, its hyphens and apostrophes: "Jong-un", "O'Brien", "U.N.". No day.

It gives nothing back once matched, so that a word of a million letters costs what it should.
"""

OTHER = r"[\u0370-\u1bff\u2e80-\ud7ff\uf900-\ufaff]+"
"""Letters of another script than the Latin one, without a break."""

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+|\S")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
_ENDS = frozenset('.!?:;"“”…•|')


class Word(NamedTuple):
    """A word or a sign. text: as phrases spell it, with plain apostrophes and hyphens."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=16)
def split(text: str) -> tuple[Word, ...]:
    """The words and signs of a text; one that is all in capitals is read in title case.

    The answer is kept, since lists and rules ask it of the same text.
    """
    plain = text.translate(_SIGNS)
    shouted = plain.isupper() and " " in plain.strip()
    # As `Word` makes them, without the function between: there is one for each word.
    made = tuple.__new__
    return tuple(
        made(Word, (*found.span(), _titled(found[0]) if shouted else found[0]))
        for found in WORD.finditer(plain)
    )


def key(phrase: str) -> tuple[str, ...]:
    """A phrase as the words it is made of."""
    if phrase.isalnum():
        return (phrase,)
    return tuple(WORD.findall(phrase.translate(_SIGNS)))


def opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence or a quotation, where a capital says nothing."""
    while start and text[start - 1] == " ":
        start -= 1
    return not start or text[start - 1] in _ENDS or text[start - 1] == "\n"


@lru_cache(maxsize=256)
def is_headline(text: str) -> bool:
    """Whether most words have a capital and no full stop ends them: capitals say nothing there.

    The answer is kept, since every rule asks it of the same text.
    """
    words = split(text)
    letters = [word.text for word in words if word.text[0].isalpha()]
    if not words or words[-1].text in (".", ".”", "。"):
        return False
    lower = sum(word[0].islower() for word in letters if not is_small(word))
    return len(letters) > 1 and lower <= len(letters) * 0.2


def is_common(word: str) -> bool:
    """Whether a capitalised word is also an ordinary one."""
    plain = word.lower()
    if word[1:].lower() != word[1:] and not word.isupper():
        return False
    return is_small(plain) or not lexicons.listed("common_words").isdisjoint(
        (plain, plain.removesuffix("s"))
    )


def is_small(word: str) -> bool:
    """Whether a word only holds a sentence together: "of", "However"."""
    return word.lower() in lexicons.listed("small_words") and not (len(word) > 1 and word.isupper())


def given_names() -> frozenset[str]:
    """Given names, as evidence of a person."""
    return lexicons.listed("given_names")


def _titled(word: str) -> str:
    return word.title() if len(word) > 3 and "." not in word else word
