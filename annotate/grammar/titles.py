"""Names behind what somebody is: "dean of arts Ann Orr", "economist Ann Orr of the Institute".

Where a phrase holds a name behind a title, the name is whom it means, whatever stands behind it.
"""

from collections.abc import Sequence
from functools import cache

from annotate import lexicons
from annotate.grammar.cues import of_class
from annotate.grammar.phrases import Phrase
from annotate.grammar.plain_subjects import person_from
from annotate.grammar.reading import Reading

_WHENCE = frozenset({"at", "for", "from", "in", "of", "with"})
"""What says where a person is from or belongs to, behind the name."""


def placed(reading: Reading, phrase: Phrase) -> tuple[int, int] | None:
    """The person's name in a phrase that ends with where they are from, or in commas behind it."""
    first = next((n for n in range(phrase.first, phrase.last) if reading.is_person(n)), None)
    if first is None:
        return _behind(reading, phrase)
    last = min(phrase.last, reading.name_at(first)[1])
    behind = _past_letters(reading, last, phrase.last)
    if last == phrase.last or not (behind == phrase.last or reading.words[behind] in _WHENCE):
        return None
    return (first, last) if is_kind(reading, phrase.first, first) else None


def _past_letters(reading: Reading, at: int, last: int) -> int:
    """The token behind the letters that a name has behind it: "Ruth Able KC | of Selm"."""
    while at < last and reading.passage.words[at] in lexicons.listed("degrees"):
        at += 1
    return at


def _behind(reading: Reading, who: Phrase) -> tuple[int, int] | None:
    """The name in commas behind a person's description: "said its president, | Ann Orr"."""
    words = reading.words
    _, last = reading.unit_at(who.first)
    person = of_class("person") | offices()
    if words[who.last : who.last + 1] != (",",) or not person & {*words[who.first : who.last]}:
        return None
    start, end = person_from(reading, who.last + 1, last)
    closed = end >= last or words[end] in _CLOSING or words[end] in _WHENCE
    return (start, end) if end > start and closed else None


_CLOSING = frozenset({".", ",", ";", ":", ")", "”", "–", "—", "who", "whose"})
"""What stands behind a name that says who somebody is; a verb there would begin a clause."""


def is_office(reading: Reading, words: Sequence[int]) -> bool:
    """Whether what stands before a name is an office with what it is of: "dean of arts | Ann Orr".

    Without an article; "a friend of Ann Orr" and "aides of minister Ann Orr" are others.
    """
    if words and reading.names.get(words[0]) and reading.names[words[0]].label == "NORP":
        words = words[1:]  # "French | minister of foreign affairs"
    said = [reading.words[at] for at in words]
    held = "of" in said[1:-1] and not {"for", "to"} & set(said)
    article = words[0] > 0 and reading.words[words[0] - 1] in of_class("determiner") if words else 0
    return bool(held and not article and said[0] in offices() and said[-1] not in offices())


@cache
def offices() -> frozenset[str]:
    """Titles, offices and trades, in small letters."""
    known = (*lexicons.words("roles"), *lexicons.words("titles"))
    return frozenset(word.lower() for word in known)


def is_kind(reading: Reading, first: int, last: int) -> bool:
    """Whether some tokens only say what is named behind them: "monitoring group", "economist"."""
    closed = of_class("preposition", "conjunction", "determiner", "pronoun") | {"'s", "'"}
    return all(
        at not in reading.names
        and reading.words[at].replace("-", "").isalpha()
        and reading.words[at] not in closed
        for at in range(first, last)
    )
