"""Whom a definite description means: "the ferryman" is the one whom the text introduced as one.

A person is introduced beside a name ("Bohdan, a ferryman", "ferryman Bohdan", "a ferryman who gives
his name as Bohdan"); a state's charter by whose it is. Two ferrymen make "the ferryman" nobody's.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from annotate import courtesy, lexicons
from annotate.grammar import persons
from annotate.grammar.phrases import Phrase
from annotate.grammar.plain_subjects import BY_NAME, person_from
from annotate.grammar.reading import Reading
from annotate.model import Entity

Introduced = tuple[str, str]
"""A noun in small letters, and the name of who was introduced by it."""

_LONGEST = 3
"""Words of a description that is taken up again at most: "the old ferryman"."""
_FAR = 7
"""Tokens between a name and the noun of its apposition: "Kolde, a young Dorvanian geographer"."""
_CHARTERS = frozenset({"constitution", "charter"})


def meant(reading: Reading, phrase: Phrase, known: Mapping[str, list[str]]) -> str | None:
    """The name behind a description; known: whom earlier passages introduced by each noun."""
    noun = reading.words[phrase.last - 1]
    if noun in _CHARTERS:
        return _owned_before(reading, phrase.last - 1) or _only(reading, phrase, known)
    if noun not in persons.nouns():
        return None
    named = named_behind(reading, phrase.last - 1) or _in_apposition(reading, phrase)
    return named or _only(reading, phrase, known)


def _in_apposition(reading: Reading, phrase: Phrase) -> str | None:
    """The person beside whose name a description stands: "Orr, 66, a | pilot | who had said"."""
    indefinite = phrase.first > 1 and reading.words[phrase.first - 2 : phrase.first - 1] == (",",)
    owned = reading.words[phrase.first - 1] in {"a", "an"}
    return _apposed(reading, phrase.last - 1) if indefinite and owned else None


def _only(reading: Reading, phrase: Phrase, known: Mapping[str, list[str]]) -> str | None:
    """The one who was introduced by the noun of a definite description."""
    definite = phrase.first > 0 and reading.words[phrase.first - 1] in {"the", "and"}
    if not definite or phrase.last - phrase.first > _LONGEST:
        return None
    own = list(introduced(reading, phrase.first))
    for noun in _nouns(reading, phrase.last - 1):
        told = (name for word, name in own if word == noun)
        names = dict.fromkeys((*known.get(noun, ()), *told))
        if names:
            return next(iter(names)) if len(names) == 1 else None
    return None


def _nouns(reading: Reading, at: int) -> list[str]:
    """The noun at a token, led by it with the word that tells it from others: "trade minister"."""
    words = reading.words
    before = words[at - 1] if at else ""
    told = before.isalpha() and before not in ARTICLES | _OWNERS and at - 1 not in reading.names
    if told and before in _NOT_NOW:
        return [f"{before} {words[at]}"]  # "the president" is no former one
    return [f"{before} {words[at]}", words[at]] if told else [words[at]]


_NOT_NOW = frozenset({"assistant", "deputy", "ex", "former", "vice"})


def introduced(reading: Reading, last: int | None = None) -> Iterator[Introduced]:
    """Whom a passage introduces before a token, and by which noun; read once, then kept with it."""
    known = reading.kept.get(_INTRODUCED)
    if known is None:
        known = reading.kept[_INTRODUCED] = list(_introduced(reading))
    yield from (found for at, found in known if last is None or at < last)


_INTRODUCED = (-1, -2)
"""Under which the introductions of a passage are kept; no stretch of tokens is so."""


def _introduced(reading: Reading) -> Iterator[tuple[int, Introduced]]:
    """Whom a passage introduces, each with the token of the noun."""
    words = reading.words
    for at in range(len(words)):
        if words[at] in _CHARTERS and (owned := _owned_before(reading, at)):
            yield at, (words[at], owned)
        elif words[at] in persons.nouns() and at not in reading.names:
            named = named_behind(reading, at) or _person(reading, at + 1)
            if named or (named := _apposed(reading, at) or _in_commas(reading, at)):
                yield from ((at, (noun, named)) for noun in _nouns(reading, at))
        elif words[at] in _short_titles() and (named := _titled(reading, at)):
            yield at, (_short_titles()[words[at]], named)


@cache
def _short_titles() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("short_titles")}


def _titled(reading: Reading, at: int) -> str | None:
    """The person behind a title that is a short form, with its stop or without."""
    return _person(reading, at + 1 + (reading.words[at + 1 : at + 2] == (".",)))


def _person(reading: Reading, at: int) -> str | None:
    name = reading.names.get(at)
    return name.canonical if name is not None and name.label == "PERSON" else None


def named_behind(reading: Reading, at: int) -> str | None:
    """The name that a noun is given: "a ferryman named Bohdan", "who gives his name as Bohdan"."""
    words = reading.words
    if words[at + 1 : at + 2] in {("named",), ("called",)}:
        return _person(reading, at + 2)
    if words[at + 1 : at + 1 + len(BY_NAME)] == BY_NAME:
        return _person(reading, at + 1 + len(BY_NAME))
    at += words[at + 1 : at + 3] == (",", "who")
    if words[at + 1 : at + 2] != ("who",):
        return None
    given = next((n for n in range(at + 2, min(at + 8, len(words))) if words[n] == "as"), None)
    if given is None or "name" not in words[at + 2 : given]:
        return None
    return _person(reading, given + 1)


def _apposed(reading: Reading, at: int) -> str | None:
    """The name that a noun is set behind: "Bohdan, a ferryman", "Bohdan is a ferryman", "Orr,
    professor of law".
    """
    if reading.words[at - 1 : at] == (",",) and reading.words[at + 1 : at + 2] == ("of",):
        return _person(reading, at - 2) if at > 1 else None
    if (serving := _serving(reading, at)) is not None:
        return serving
    for article in range(at - 1, max(0, at - _FAR), -1):
        if reading.words[article] not in {"a", "an", "the"}:
            continue
        beside = reading.words[article - 1] in {",", "is", "was"}
        aged = reading.words[article - 2].isdigit() and reading.words[article - 3] == ","
        return _person(reading, article - (4 if aged else 2)) if beside and article > 1 else None
    return None


def _serving(reading: Reading, at: int) -> str | None:
    """Who has an office in capitals, without an article: "Orr has been Prime | Minister"."""
    if at < _OFFICE or not reading.title_case(at):
        return None
    begin = at - reading.title_case(at - 1)
    if reading.words[begin - 1] not in _SERVING:
        return None
    helped = reading.words[begin - 2] in {"has", "had"}
    return _person(reading, begin - 2 - helped)


_OFFICE = 2
"""Tokens before such an office's last word at least: "Orr was"."""
_SERVING = frozenset({"became", "been", "is", "was"})
"""What stands between a name and an office in capitals."""


def _in_commas(reading: Reading, at: int) -> str | None:
    """The name in commas behind a noun: "the headmistress, Ann Orr, …"."""
    words = reading.words
    owned = {*words[max(0, at - _TITLED) : at]} & (ARTICLES | _OWNERS)
    comma = at + 1
    if words[comma : comma + 1] == ("of",):  # "the Minister | of Health, Ann Orr"
        near = range(comma, min(comma + _TITLED, len(words)))
        comma = next((n for n in near if words[n] == ","), comma)
    if not owned or words[comma : comma + 1] != (",",):
        return None
    start, end = person_from(reading, comma + 1, len(words))
    closed = end == len(words) or words[end] in _CLOSING
    return _person(reading, start) if start < end and closed else None


_OWNERS = frozenset({"'s", "'", "her", "his", "its", "my", "our", "their", "whose"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "”", "–", "—"})


def is_named(reading: Reading, at: int) -> bool:
    """Whether a noun is of who is named beside it: "Ann Orr, the | head", "the | head, Ann Orr"."""
    words = reading.words
    article = next((n for n in range(at - 1, max(1, at - _FAR), -1) if words[n] in ARTICLES), 0)
    if article > 1 and words[article - 1] == "," and reading.is_person(article - 2):
        return True
    end = at + 1
    if words[end : end + 1] and words[end] in WHOSE:
        end = next((n for n in range(end, min(at + _FAR, len(words))) if words[n] == ","), end)
    if words[end : end + 1] != (",",):
        return False
    name = next((n for n in range(end + 1, end + _TITLED) if reading.is_person(n)), None)
    return name is not None and all(reading.title_case(n) for n in range(end + 1, name))


ARTICLES = frozenset({"a", "an", "the"})
WHOSE = frozenset({"at", "for", "from", "in", "of"})
"""What says whose or where a noun is: "the head | of the port, Ann Orr"."""
_TITLED = 4
"""Tokens behind a comma in which a name begins, titles before it."""


def _owned_before(reading: Reading, at: int) -> str | None:
    """Whose charter it is: "Ostrea's constitution" is the Constitution of Ostrea."""
    owner: Entity | None = reading.names.get(at - 2)
    if at < 2 or reading.words[at - 1] != "'s" or owner is None or owner.label != "GPE":
        return None
    return f"{reading.words[at].capitalize()} of {owner.canonical}"


def _addressed(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Somebody without their title, though no list and no encoder knows the name: "Ms | Dane"."""
    if not courtesy.is_title(reading.words[phrase.first]):
        return None
    first = phrase.first + 1 + (reading.words[phrase.first + 1 : phrase.first + 2] == (".",))
    end = first
    while end < phrase.last and reading.title_case(end):
        end += 1
    whence = reading.words[end : end + 1] and reading.words[end] in WHOSE
    return Phrase(first=first, last=end if whence else phrase.last) if end > first else None


_ONE = frozenset({"another", "one", "whose"})


def words(reading: Reading, phrase: Phrase) -> str:
    """A description, apostrophes as typed; a capital that the sentence's start gave is dropped.

    "One ferryman" and "another ferryman" are a ferryman, "the union, whose chairman" has one; not
    "one of the crew".
    """
    opens = reading.words[phrase.first : phrase.first + 2]
    if phrase.last - phrase.first > 1 and opens[0] in _ONE and opens[1] != "of":
        phrase = Phrase(first=phrase.first + 1, last=phrase.last)
    if (name := _addressed(reading, phrase)) is not None:
        return reading.passage.text_of(name.first, name.last).replace("’", "'")
    said = reading.passage.text_of(phrase.first, phrase.last).replace("’", "'")
    named = any(
        reading.title_case(at)
        for at in range(phrase.first + 1, phrase.first + 3)
        if at < phrase.last and at not in reading.names
    )
    opening = reading.passage.words[phrase.first]
    if phrase.first not in reading.names and opening[1:].islower() and not named:
        return said[:1].lower() + said[1:]
    return said
