"""Which pronoun may take up whom: "she" is no Martin Hale and no "old man", "they" no report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from annotate import courtesy, lexicons
from annotate.grammar.cues import of_class
from annotate.grammar.persons import is_crowd
from annotate.grammar.reading import Reading
from annotate.model import Pair

_SAME = {"him": "he", "his": "he", "her": "she", "its": "it", "their": "they"}


def fits(pronoun: str, who: str, titled: str | None = None, shown: str | None = None) -> bool:
    """Whether a pronoun may mean somebody, by given name or title, or by a description's noun.

    Who is known by a surname alone, or by a name that women and men bear, may be either. titled:
    the pronoun of the title that the text gives them elsewhere, if any. shown: that by which it
    speaks of them.
    """
    words = who.split()
    if pronoun in {"it", "its"} and words and (is_crowd(words[-1]) or _plural(words[-1])):
        return False
    if "; " in who:
        return pronoun in {"who", "they", "them", "their"}
    if pronoun in {"they", "them", "their"} and words and words[-1] in of_class("document"):
        return False
    named = words[0] if words[1:] and words[0][:1].isupper() else words[-1] if words else ""
    told = titled or _pronouns().get(named) or shown
    return told is None or _SAME.get(pronoun, pronoun) in {told, "who", "they", "them", "their"}


def shown(readings: Iterable[Reading]) -> dict[str, str]:
    """The pronoun by which a document speaks of a person, by name, where it leaves no doubt."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        who = None
        for unit in reading.units:
            who, told = _spoken_of(reading, unit, who)
            if who is not None and told is not None:
                pronoun, named = told
                if named or pronoun in votes.get(who, {pronoun}):
                    votes[who][pronoun] += 1
                else:
                    who = None  # "Orr cut her hair. | He laughed"
    clear = ((who, _clear(cast)) for who, cast in votes.items())
    return {who: pronoun for who, pronoun in clear if pronoun is not None}


def _spoken_of(
    reading: Reading, unit: Pair, before: str | None
) -> tuple[str | None, tuple[str, bool] | None]:
    """The one person of whom a unit speaks, its one pronoun, and whether it names the person.

    before: of whom the unit before it spoke, of whom a pronoun at its head goes on.
    """
    outside = [at for at in range(*unit) if reading.spoken(at) is None]
    people = [at for at in outside if reading.is_person(at)]
    begin = people[0] if people else unit[0] - 1
    said = {_OF[w] for at in outside if at > begin and (w := reading.words[at]) in _OF}
    told = (said.pop(), bool(people)) if len(said) == 1 else None
    if people:
        named = {reading.names[at].canonical for at in people}
        return (named.pop(), told) if len(named) == 1 else (None, None)
    goes_on = bool(outside) and reading.words[outside[0]] in _OF
    return (before, told) if goes_on else (None, None)


def _clear(votes: Counter[str]) -> str | None:
    """The pronoun that most of some sentences have, none where it may be chance."""
    (told, most), *others = votes.most_common()
    return told if most >= _ENOUGH and most >= _TIMES * sum(n for _, n in others) else None


_ENOUGH, _TIMES = 2, 4
"""Sentences that show a pronoun at least, and how often more than those that show the other."""
_OF = {"he": "he", "him": "he", "his": "he", "her": "she", "she": "she"}


def _plural(noun: str) -> bool:
    """Whether a noun is one of several: "sides"; not "press", "series" or a name's last word."""
    return noun.islower() and noun.endswith("s") and not noun.endswith(_SINGLE)


_SINGLE = ("ss", "us", "is", "news", "series", "species", "headquarters", "works")
"""How nouns end that are one, though they end with "s"."""


def titled(words: Sequence[str]) -> str | None:
    """The pronoun of a title before a name: "Ms", "Mrs.", "Mrs Justice" and their kin."""
    before = [word.rstrip(".").capitalize() for word in words[-_BESIDE:] if word != "."]
    if before[1:] and before[1].isalpha() and not courtesy.is_title(before[1]):
        before = before[:1]
    return _pronouns().get(before[-1]) if before and courtesy.is_title(before[-1]) else None


_BESIDE = 2
"""Tokens before a name in which its title stands, with its stop."""


@cache
def _pronouns() -> dict[str, str]:
    rows = lexicons.table("pronouns")
    return {word: pronoun for pronoun, entries in rows for word in entries.split()}
