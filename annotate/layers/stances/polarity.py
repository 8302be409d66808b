"""For or against: what the words around a topic's words say.

Judging words ("abhorrent", "effective") give a sign, turned by a negation before them. A word that
stops or denies what it governs ("stop the …", "not to …", "without …") turns the topic's own words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from annotate import lexicons
from annotate.model import Stretch

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:.!?–—]")
_NEGATIONS = frozenset(
    {
        "not",
        "no",
        "never",
        "neither",
        "nor",
        "without",
        "hardly",
        "nobody",
        "nothing",
        "cannot",
        "none",
        "rather",
        "little",
        "scarcely",
    }
)
_WORDS = 1 << 16
"""Words whose class is remembered, by class; a corpus repeats itself."""
_NEAR = 3
"""Words before a judgement in which a negation turns it."""
_REACH = 8
"""Words before a topic's word in which what governs it may stand."""


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
    tokens = list(_WORD.finditer(_joined(words)))
    for n, token in enumerate(tokens):
        value = _value(token.group())
        if value:
            turned = sum(_negates(t.group()) for t in tokens[max(0, n - _NEAR) : n])
            yield Sign(start=token.start(), end=token.end(), value=-value if turned % 2 else value)


@cache
def _phrases() -> re.Pattern[str]:
    entries = lexicons.classes("attitude_words", "good", "bad")
    spaced = sorted((e.rstrip("*").split("-") for e in entries if "-" in e), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(" ".join(map(re.escape, e)) for e in spaced) + r")", re.I)


def _joined(words: str) -> str:
    """The words with hyphens in phrases of the lexicon ("only-way"): of equal length."""
    return _phrases().sub(lambda m: m.group().replace(" ", "-"), words)


def _value(word: str) -> int:
    if of("bad", word):
        return -1
    return 1 if of("good", word) else 0


def _negates(word: str) -> bool:
    folded = word.lower().replace("’", "'")
    return folded in _NEGATIONS or folded.endswith("n't")


def governed(words: str, place: int) -> int:
    """-1 if the word at a place is stopped or denied by what governs it, else 1."""
    before = [m.group() for m in _WORD.finditer(words[:place])]
    sign = 1
    for at in reversed(range(max(0, len(before) - _REACH), len(before))):
        word = before[at]
        if word in ",;:.!?–—" or (word == "and" and before[at + 1 : at + 2] == ["to"]):
            break
        if _negates(word) or of("stop", word) or _wards_off(before, at):
            sign = -sign
        elif of("go", word) and sign == 1 and _leads(before, word):
            break
    return sign


_AUXILIARY = frozenset(
    {
        "must", "should", "shall", "can", "cannot", "could", "may", "might", "will", "would", "to",
        "ought", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do",
        "does", "did", "needs", "need", "get", "gets", "got",
    }
)  # fmt: skip
_NEXT_CLAUSE = frozenset(
    {
        "and", "but", "because", "before", "after", "if", "unless", "until", "when", "where",
        "while", "who", "whom", "whose", "which", "that", "as", "so", "than",
    }
)  # fmt: skip
_BEHIND = 5
"""Words behind a topic's word in which its predicate begins: "the mine in the delta should"."""


def predicated(words: str, place: int) -> int:
    """-1 if what is said of the word at a place denies or ends it, else 1.

    "the mine should not go ahead", "the mine to be stopped", "the strike must end".
    """
    behind = [m.group().lower() for m in _WORD.finditer(words[place:])][1:]
    opens = next((at for at, word in enumerate(behind[:_BEHIND]) if _helps(word)), None)
    if opens is None or any(_ends_clause(word) for word in behind[:opens]):
        return 1
    sign, passive = 1, False
    for at, word in enumerate(behind[opens:], start=opens):
        if _ends_clause(word):
            break
        if _negates(word):
            sign = -sign
        elif not (word in _AUXILIARY or word.endswith("ly") or word in _TIMES):
            return -sign if (passive and of("stop", word)) or _is_over(word, behind, at) else sign
        passive = word in _BE
    return sign


def _is_over(word: str, behind: list[str], at: int) -> bool:
    """Whether what is spoken of ends, and does not end anything or in anything."""
    after = behind[at + 1 : at + 2]
    return word in _ENDS and (not after or _ends_clause(after[0]) or after[0] in _WHEN)


_TIMES = frozenset({"ever", "now", "also", "even", "just", "still", "at", "once", "all"})
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "get", "gets", "got"})
_ENDS = frozenset({"cease", "end", "stop", "wait"})
_WHEN = frozenset({"at", "by", "forthwith", "immediately", "now", "soon", "today", "within"})


def _helps(word: str) -> bool:
    return word in _AUXILIARY or word.endswith(("n't", "n’t"))


def _ends_clause(word: str) -> bool:
    return word in ",;:.!?–—" or word in _NEXT_CLAUSE


def _wards_off(before: list[str], at: int) -> bool:
    """Whether "against", "from" or "free of" keeps off what follows: "protect them from …".

    "A protest against" and "violence against" are against it already, by the word before.
    """
    word, back = before[at].lower(), before[max(0, at - _REACH) : at]
    if word == "against":
        return not any(_value(w) < 0 or _hostile(w) for w in back[-2:])
    if word == "from":
        return any(of("shield", each) for each in back)
    return word == "of" and back[-1:] == ["free"]


def _hostile(word: str) -> bool:
    return any(of(name, word) for name in ("stop", "want-", "deed-"))


def _leads(before: list[str], word: str) -> bool:
    """Whether a word opens the stretch, so that nothing before it governs."""
    return before[0] == word


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
