"""Where the words of the codebook's term families stand: longest first, without regard to case."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotate.language import Passage
from annotate.letters import WIDE, spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A word of a family in one passage; start and end are characters of the passage."""

    family: str
    start: int
    end: int


def pattern(terms: Mapping[str, tuple[str, ...]]) -> re.Pattern[str] | None:
    """What finds every word of every family; None if there are no words."""
    words = sorted({word for family in terms.values() for word in family}, key=len, reverse=True)
    if not words:
        return None
    broad = [_spaced(word) for word in words if WIDE.search(word)]
    # One look around all of them: each with its own would be tried at every letter.
    plain = "|".join(_spaced(word) for word in words if not WIDE.search(word))
    bounded = [rf"(?<![\w-])(?:{plain})(?!\w)"] if plain else []
    return re.compile("|".join([*broad, *bounded]), re.IGNORECASE)


def _spaced(word: str) -> str:
    return r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", word))


def wide(word: str) -> bool:
    """Whether a word is of a script without spaces between words."""
    return bool(WIDE.search(word))


def families(terms: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The family of each word, folded."""
    return {spaced(word): family for family, words in terms.items() for word in words}


def uses(passage: Passage, found: re.Pattern[str], family: Mapping[str, str]) -> Iterator[Use]:
    """The words of a passage that belong to a family, in order."""
    for match in found.finditer(passage.copy):
        label = family.get(spaced(match.group()))
        if label is not None:
            yield Use(family=label, start=match.start(), end=match.end())
