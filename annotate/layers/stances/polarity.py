"""Words that judge ("abhorrent", "effective"): each a sign, turned by a negation before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

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


@lru_cache(maxsize=256)
def signs(words: str) -> tuple[Sign, ...]:
    """The judging words of a stretch, in order; kept, since each way of judging asks for them."""
    return tuple(_signs(joined(words)))


def _signs(words: str) -> Iterator[Sign]:
    tokens = list(TOKEN.finditer(words))
    more = {match.start(): match.end() for match in _TOO.finditer(words)}
    ends = set(more.values())
    for n, token in enumerate(tokens):
        judged = -1 if token.start() in more else value(token.group())
        if judged and _idle(words, token):
            continue
        if judged and _in_name(words, token):
            continue
        if judged and token.end() not in ends:
            turned = sum(negates(t.group()) for t in tokens[max(0, n - _NEAR) : n])
            yield Sign(
                start=token.start(),
                end=more.get(token.start(), token.end()),
                value=-judged if turned % 2 else judged,
            )


def _in_name(words: str, token: re.Match[str]) -> bool:
    """Whether a judging word belongs to a name of several: "the | Liberation Army"; not in words
    that all have a capital, as a heading's do.
    """
    if not token.group()[0].isupper() or _CAPITALS.fullmatch(words):
        return False
    opens = _OPENS.search(words[: token.start()]) is not None
    beside = _CAPITAL_BEHIND.match(words, token.end()) is not None and not opens
    return beside or (_CAPITAL_BEFORE.search(words[: token.start()]) is not None and not opens)


_OPENS = re.compile(r"(?:\A|[.!?:–—“”\"(\[])\W*\Z")
_CAPITAL_BEHIND = re.compile(r" (?:of (?:the )?)?[A-Z][a-z]")
_CAPITAL_BEFORE = re.compile(r"(?:\A|[^.!?:]) ?\b[A-Z][\w’'-]+ (?:of (?:the )?)?\Z")
_CAPITALS = re.compile(r"\W*(?:(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4})(?:\W+|\Z))*")


def _idle(words: str, token: re.Match[str]) -> bool:
    """Whether a word that may judge does not: "they just went", "responsible for the page"."""
    if token.group().lower() == "just":
        return not _fair(words, token)
    return token.group().lower() == "responsible" and words[token.end() :].startswith(" for")


def _fair(words: str, token: re.Match[str]) -> bool:
    """Whether "just" means fair, and not only: "a just cause", "| they just went"."""
    before, behind = words[: token.start()], words[token.end() :]
    return _JUST_BEHIND.match(behind) is not None or (
        _JUST_BEFORE.search(before) is not None and behind[:1] == " "
    )


_JUST_BEFORE = re.compile(r"\b(?:an?|any|every|fair and|more|most) \Z", re.IGNORECASE)
_JUST_BEHIND = re.compile(
    r"\W*\Z|[.,;:!?]| (?:and (?!\w+ing\b)|cause|law|laws|peace|punishment|reward|ruling|"
    r"sentence|society|settlement|solution|verdict|wages?|war|world)",
    re.IGNORECASE,
)
_TOO = re.compile(
    r"\btoo (?!(?:early|soon) to (?:judge|know|say|tell)\b)[a-z][\w-]*", re.IGNORECASE
)
"""What is more than it should be is found fault with, whatever it is: "too narrow", "too kind"."""


@cache
def _phrases() -> re.Pattern[str]:
    """The phrases of the lexicon in small letters, by their first letter."""
    entries = lexicons.classes(
        "attitude_words", "good", "bad", "stop", "go", "negation", "emphasis"
    )
    spaced = sorted(e.rstrip("*").replace("-", " ") for e in entries if "-" in e)
    opened = {first: list(rest) for first, rest in groupby(spaced, key=lambda each: each[0])}
    ways = (
        f"{first}(?:{'|'.join(re.escape(each[1:]) for each in reversed(rest))})"
        for first, rest in opened.items()
    )
    return re.compile(rf"\b(?:{'|'.join(ways)})")


def joined(words: str) -> str:
    """The words with hyphens in phrases of the lexicon ("only-way"): of equal length."""
    found = [match.span() for match in _phrases().finditer(_small(words))]
    for start, end in found:
        words = words[:start] + words[start:end].replace(" ", "-") + words[end:]
    return words


def _small(words: str) -> str:
    """Words in small letters, each sign in its place: a pattern without case takes far longer."""
    small = words.lower()
    if len(small) == len(words):
        return small
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in words)


@lru_cache(maxsize=_WORDS)
def value(word: str) -> int:
    """1 if a word judges something good, -1 if bad, 0 if it does not judge."""
    if of("bad", word):
        return -1
    return 1 if of("good", word) else 0


def framed(words: str, sign: Sign) -> bool:
    """Whether a judging word is a phrase that judges by itself: "there is | no case for"."""
    return of("frame", joined(words)[sign.start : sign.end])


_OF_BEHIND = re.compile(r"(?:afford|but|for|in|to)\Z")


def itself(words: str, found: Iterable[Sign]) -> list[Sign]:
    """The judging words without the phrases that only judge what follows: "no reason to"."""
    spelled = joined(words)
    return [
        s for s in found if not (framed(words, s) and _OF_BEHIND.search(spelled[s.start : s.end]))
    ]


@lru_cache(maxsize=_WORDS)
def wanted(word: str) -> int:
    """1 for a verb of being for what follows, -1 for one of being against it, else 0."""
    return 1 if of("want+", word) else -1 if of("want-", word) else 0


def negates(word: str) -> bool:
    """Whether a word denies what follows: "not", "nobody", "can't", "no-evidence",
    "not-enough".
    """
    folded = word.lower().replace("’", "'")
    if of("emphasis", folded):
        return False
    return of("negation", word) or folded.endswith("n't") or folded.startswith(("no-", "not-en"))


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
