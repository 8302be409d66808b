"""Words that judge ("abhorrent", "effective"): each a sign, turned by a negation before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from annotate import lexicons
from annotate.model import Stretch

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:.!?–—]")
_WORDS = 1 << 16
"""Words whose class is remembered, by class; a corpus repeats itself."""
_NEAR = 3
"""Words before a judgement in which a negation turns it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A judging word: its place in the stretch, and +1 or -1."""

    start: int
    end: int
    value: int


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(lexicons.classes("attitude_words", name), key=len, reverse=True)
    spelled = (re.escape(word).replace(r"\*", r"[\w-]*") for word in words)
    return re.compile(rf"(?:{'|'.join(spelled)})\Z", re.IGNORECASE)


@lru_cache(maxsize=_WORDS)
def of(name: str, word: str) -> bool:
    """Whether a word is of a class of lexicons/attitude_words.tsv."""
    return bool(_pattern(name).match(word))


def signs(words: str) -> Iterator[Sign]:
    """The judging words of a stretch, in order."""
    tokens = list(TOKEN.finditer(joined(words)))
    for n, token in enumerate(tokens):
        judged = value(token.group())
        if judged:
            turned = sum(negates(t.group()) for t in tokens[max(0, n - _NEAR) : n])
            yield Sign(
                start=token.start(), end=token.end(), value=-judged if turned % 2 else judged
            )


@cache
def _phrases() -> re.Pattern[str]:
    entries = lexicons.classes("attitude_words", "good", "bad", "stop", "go", "negation")
    spaced = sorted((e.rstrip("*").split("-") for e in entries if "-" in e), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(" ".join(map(re.escape, e)) for e in spaced) + r")", re.I)


def joined(words: str) -> str:
    """The words with hyphens in phrases of the lexicon ("only-way"): of equal length."""
    return _phrases().sub(lambda m: m.group().replace(" ", "-"), words)


def value(word: str) -> int:
    """1 if a word judges something good, -1 if bad, 0 if it does not judge."""
    if of("bad", word):
        return -1
    return 1 if of("good", word) else 0


def wanted(word: str) -> int:
    """1 for a verb of being for what follows, -1 for one of being against it, else 0."""
    return 1 if of("want+", word) else -1 if of("want-", word) else 0


def negates(word: str) -> bool:
    """Whether a word denies what follows: "not", "nobody", "can't", "no-evidence"."""
    folded = word.lower().replace("’", "'")
    return of("negation", word) or folded.endswith("n't") or folded.startswith("no-")


def balance(
    found: Iterable[Sign], without: Iterable[tuple[int, int]] = ()
) -> tuple[int, Sign | None]:
    """The sum of signs outside some places, and the first sign on the winning side."""
    taken = list(without)
    kept = [s for s in found if not any(a <= s.start < b for a, b in taken)]
    total = sum(sign.value for sign in kept)
    winning = next((s for s in kept if s.value * total > 0), None)
    return total, winning


def stretch(sign: Sign | None) -> Stretch | None:
    """Where a judging word stands."""
    return None if sign is None else Stretch(start=sign.start, end=sign.end)
