"""Who speaks: the one name behind a noun phrase.

A government's name or seat means its country; "the agency" is the last organisation named
(`groups.py`); a pronoun goes to the last plausible holder before it (`casts.py`), and where there
is none it is the name itself.
"""

from bisect import bisect_right
from itertools import chain
from operator import itemgetter

from annotate import lexicons
from annotate.grammar import (
    attributions,
    casts,
    descriptions,
    groups,
    lists,
    newspapers,
    persons,
    phrases,
    recalled,
    things,
    titles,
)
from annotate.grammar.casts import Cast
from annotate.grammar.cues import nouns, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import LEADING, Phrase
from annotate.grammar.reading import Reading
from annotate.model import Entity, Mention

_SILENT = frozenset({"i", "we", "you", "me", "us"})
"""Subjects that are the writer or the reader: what they say is nobody's reported speech."""

_PRONOUNS = (
    frozenset({"he", "she", "they", "it", "who", "him", "them"}) | {"her", "his", "their", "its"}
)  # fmt: skip

_POINTING = frozenset({"which", "that", "this", "these", "what"})
"""Words for what was just said, which nobody can quote: ", which later historians dispute"."""


def mention(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """Who a phrase names, none for the writer or the reader."""
    phrase = _without_place(reading, _whole_crowd(reading, phrases.whole(reading, phrase)))
    words = reading.words[phrase.first : phrase.last]
    if (
        words[0] in _SILENT
        or _anyone(reading, phrase)
        or (words[-1] in of_class("evidence") and phrase.last - 1 not in reading.names)
        or things.silent(reading, phrase)
    ):
        return None
    if not things.is_phrase(reading, phrase) or (len(words) == 1 and words[0] in _POINTING):
        return None
    if len(words) == 1 and words[0] in _PRONOUNS:
        return _pronoun(reading, phrase, memory)
    named = _named(reading, phrase, memory) or _aged(reading, phrase, memory)
    if named:
        return named
    start, end = reading.place(phrase.first, phrase.last)
    meant = _described(reading, phrase, memory) or _each(reading, phrase, memory)
    meant = meant or _crowds(reading, phrase)
    return Mention(canonical=meant or descriptions.words(reading, phrase), start=start, end=end)


def _whole_crowd(reading: Reading, phrase: Phrase) -> Phrase:
    """A people's or party's plural with what says which of them: "Democrats | on the board"."""
    name = reading.names.get(phrase.last - 1)
    behind = reading.words[phrase.last : phrase.last + 1]
    plural = reading.words[phrase.last - 1].endswith("s")
    if name is None or name.label != "NORP" or not plural or not {*behind} & _WHICH:
        return phrase
    parsed, end = reading.passage.parsed, phrase.last + 1
    while end < len(parsed) and parsed[end].tag_ in _OF_PHRASE and end - phrase.last < _LONG:
        end += 1
    found = end > phrase.last + 1 and parsed[end - 1].tag_.startswith("NN")
    return Phrase(first=phrase.first, last=end) if found else phrase


def _without_place(reading: Reading, phrase: Phrase) -> Phrase:
    """A description without what is told of the place in it: "officials in Brenn|, the capital"."""
    for at in range(phrase.first + 2, phrase.last - 1):
        name = reading.names.get(at - 1)
        placed = name is not None and name.label == "GPE" and reading.words[at] == ","
        told = (
            reading.words[at + 1] in descriptions.ARTICLES
            or reading.names.get(at + 2)
            or (reading.words[at + 2 : at + 3] == ("'s",))
        )
        before = reading.words[reading.name_at(at - 1)[0] - 1] if placed else ""
        if placed and told and before in _WHERE and reading.name_at(at - 1)[0] > phrase.first:
            return Phrase(first=phrase.first, last=at)
    return phrase


_WHERE = frozenset({"at", "from", "in", "of"})
_WHICH = frozenset({"at", "from", "in", "of", "on"})
_OF_PHRASE = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP$"})
_LONG = 6
"""Tokens of a place or body that says which of a people are meant."""


def _anyone(reading: Reading, phrase: Phrase) -> bool:
    """Whether "one" is the writer and the reader: "one | has to wonder whether"."""
    behind = reading.words[phrase.last : phrase.last + 1]
    alone = reading.words[phrase.first : phrase.last] == ("one",)
    return alone and bool(behind) and behind[0] in of_class("modal") | {"has"}


def _described(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The name behind a description."""
    return (
        newspapers.named(reading, phrase.first, phrase.last)
        or groups.meant(reading, phrase, memory)
        or descriptions.meant(reading, phrase, memory.described)
        or recalled.meant(reading, phrase, memory)
    )


def _each(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The names behind two descriptions joined, both known: "the | chancellor and the mayor"."""
    words = reading.words[phrase.first : phrase.last]
    if "and" not in words[1:-1] or "of" in words:
        return None
    at = phrase.first + words.index("and", 1)
    behind = at + 1 + (reading.words[at + 1] == "the")
    halves = (Phrase(first=phrase.first, last=at), Phrase(first=behind, last=phrase.last))
    found = [_described(reading, half, memory) for half in halves if half.first < half.last]
    names = [name for name in found if name]
    return "; ".join(names) if len(set(names)) > 1 else None


def _crowds(reading: Reading, phrase: Phrase) -> str | None:
    """Two joined of whom the second is a crowd: "Doctors and groups of nurses", "Orr and others".

    "Some clerks and maids" are one.
    """
    words = reading.words[phrase.first : phrase.last]
    opens = words[0] in of_class("vague", "determiner") or words[0].isdigit()
    if opens or words.count("and") != 1 or words[-1] == "and":
        return None
    middle = words.index("and")
    one, other = words[:middle], words[middle + 1 :]
    noun = next((at for at, word in enumerate(other) if _several(word) or word == "others"), None)
    end = phrase.first + middle
    name = reading.names.get(end - 1) if middle else None
    named = name is not None and reading.name_at(end - 1)[0] == phrase.first
    if not one or noun is None or not (named or _several(one[-1])):
        return None
    if (set(one) | set(other[:noun])) & of_class("preposition", "relative"):
        return None
    half = name.holder if named and name else _part(reading, phrase.first, end)
    return f"{half}; {_part(reading, end + 1, phrase.last)}"


def _part(reading: Reading, first: int, last: int) -> str:
    return descriptions.words(reading, Phrase(first=first, last=last))


def _several(word: str) -> bool:
    return persons.is_crowd(word) or persons.one_of(word) in of_class("group")


def _named(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """The name at a phrase's end, with what stands before it a title; or a whole government."""
    names = reading.names
    if placed := titles.placed(reading, phrase):
        return _at(reading, *placed)
    last = names.get(phrase.last - 1)
    if last is not None and last.label in {"PERSON", "ORG", "GPE", "WORK", "FAC"}:
        if _belonging(reading, phrase, last):
            return None
        start = max(phrase.first, reading.name_at(phrase.last - 1)[0])
        joint = _joint(reading, phrase, start)
        if joint:
            return joint
        kind = titles.is_kind(reading, phrase.first, start)
        body = last.label == "ORG" and (kind or _modified(reading, phrase.first, start))
        told = {*reading.words[start - 1 : start]} & lexicons.listed("body_kinds")
        beside = {*reading.words[phrase.first : start]} & of_class("preposition")
        body = body or (last.label == "ORG" and bool(told) and not beside)  # "its company | Orsk"
        if last.label == "PERSON" or start == phrase.first or body:
            return _at(reading, start, phrase.last)
    return _opened(reading, phrase, memory)


def _modified(reading: Reading, first: int, last: int) -> bool:
    """Whether what stands before a body's name is one compound: "the free-market | Institute"."""
    return last - first == _COMPOUND and reading.words[first + 1] == "-"


_COMPOUND = 3
"""Tokens of two words with a hyphen between."""


def _at(reading: Reading, first: int, last: int) -> Mention:
    """The name that some tokens are."""
    start, end = reading.place(first, last)
    return Mention(canonical=reading.names[first].holder, start=start, end=end)


def _belonging(reading: Reading, phrase: Phrase, last: Entity) -> bool:
    """Whether the name only says whose the speaker is: "spokesman for X", "friends of X"."""
    inner = [at for at in range(phrase.first, phrase.last) if reading.names.get(at) is not last]
    titled = (at for at in reversed(inner) if not _is_title(reading, at))
    if reading.words[next(titled, phrase.first)] == ",":
        return False  # "the ambassador to Orsk, | Colonel Ann Orr"
    if titles.is_office(reading, inner) or _titled(reading, inner) or _of_body(reading, inner):
        return False
    return any(reading.words[at] in {"for", "of", "to"} for at in inner) and last.label == "PERSON"


def _is_title(reading: Reading, at: int) -> bool:
    """Whether a token is of a title before a name: "Colonel", "Dr."."""
    title = at not in reading.names and reading.title_case(at) and reading.words[at].isalpha()
    return title or reading.words[at] == "."


def _of_body(reading: Reading, inner: list[int]) -> bool:
    """Whether what one speaks for ends right before a name: "Spokesman for the ministry | Orr"."""
    bodies = of_class("authority", "group") | {"company", "charity", "board", "union", "party"}
    return bool(inner) and reading.words[inner[-1]] in bodies and inner[-1] not in reading.names


def _titled(reading: Reading, inner: list[int]) -> bool:
    """Whether an office of some words ends right before a name: "its Head of School | Orr"."""
    if not inner or not reading.title_case(inner[-1]) or inner[-1] - 1 not in inner:
        return False
    return reading.words[inner[-1]] not in titles.offices() and reading.words[inner[-1] - 1] == "of"


def _opened(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """The name that a phrase opens with: "the Ostrean authorities", "the ODP in Brenn"."""
    first = reading.names.get(phrase.first)
    if first is None:
        return None
    end = min(phrase.last, reading.name_at(phrase.first)[1])
    rest = reading.words[end : phrase.last]
    here = reading.place(phrase.first, phrase.last)
    if not rest:
        meant = recalled.meant(reading, phrase, memory) if first.label == "NORP" else None
        meant = meant or _claiming(reading, phrase, memory)
        return Mention(canonical=meant or first.holder, start=here[0], end=here[1])
    if rest[-1] in of_class("ruling") and "and" not in rest and len(rest) <= 3:
        country = _country(first, memory)
        if country:
            return Mention(canonical=country, start=here[0], end=here[1])
    if first.label == "NORP" and rest[0] in of_class("preposition"):
        return None  # "Democrats on the board" are not all of them
    if rest[0] == "(" and rest[2:3] == (")",) and len(rest) > _BRACKETED:
        return None  # "a Selm Water Board (SWB) | clerk"
    if rest[0] in of_class("preposition") or rest[0] in {",", "("}:
        start, end = reading.place(phrase.first, end)
        return Mention(canonical=first.holder, start=start, end=end)
    return None


def _claiming(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The country of an adjective before what a parse takes for a verb: "Ostrean | claims that"."""
    before, behind = reading.words[phrase.first - 1 : phrase.first], phrase.last
    of_people = reading.names[phrase.first].label == "NORP" and phrase.last - phrase.first == 1
    noun = of_people and {*reading.words[behind : behind + 1]} & {*nouns()}
    if not noun or (phrase.first and {*before} & of_class("determiner")):
        return None
    return memory.countries.get(reading.names[phrase.first].canonical)


_BRACKETED = 3
"""Tokens of a name's capitals in brackets."""


def _joint(reading: Reading, phrase: Phrase, start: int) -> Mention | None:
    """Names joined by "and": all their canonicals, one after the other ("A, B and the C")."""
    names, words = reading.names, reading.words
    found, first = [names[phrase.last - 1]], start
    while (end := lists.joined_before(reading, first)) and end - 1 in names:
        other = names[end - 1]
        joins = "and" if "and" in words[end : end + 2] else ","
        listed = joins == "," or (_third(reading, end - 1) and words[phrase.last] != ",")
        if end - 1 < phrase.first and not (listed and other.label == found[0].label):
            break
        if joins == "," and len(found) == 1:
            break
        found.insert(0, other)
        first, _ = reading.name_at(end - 1)
    placed = found[0].label == "GPE" and phrase.first < first
    if len(found) == 1 or (placed and reading.words[first - 1] in _WHERE - {"of"}):
        return None  # "teachers in | Brenn and Selm" are none of the two
    start, end = reading.place(min(first, phrase.first), phrase.last)
    return Mention(canonical="; ".join(each.holder for each in found), start=start, end=end)


def _third(reading: Reading, at: int) -> bool:
    """Whether the name at a token follows another in a list: "Orr, | Tom Hale, | and Dev Rao"."""
    first, _ = reading.name_at(at)
    other = reading.names.get(first - 2)
    listed = other is not None and other.label == reading.names[at].label
    return listed and reading.words[first - 1] == ","


def _country(entity: Entity, memory: Memory) -> str | None:
    if entity.label == "NORP":
        return memory.countries.get(entity.canonical)
    return entity.holder if entity.label in {"GPE", "ORG"} else None


def _aged(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """Whom "the 71-year-old" means: as a pronoun does, one who was spoken of; else nobody known."""
    first, last = phrase.first, phrase.last
    told = reading.words[first - 1 : first] == ("the",) and last - first == len(recalled.YEARS) + 1
    if not told or reading.words[first + 1 : last] != recalled.YEARS:
        return None
    found = _pronoun(reading, phrase, memory, "who")
    return None if found.canonical == "who" else found


def _pronoun(reading: Reading, phrase: Phrase, memory: Memory, word: str = "") -> Mention:
    """Who a pronoun means: nearest in its sentence, then speaker or subject of those before.

    word: what is read for it, where it is none itself.
    """
    word = word or reading.words[phrase.first]
    start, end = reading.place(phrase.first, phrase.last)
    person = word in {"he", "she", "him", "her", "his", "who"}
    first, _ = reading.unit_at(phrase.first)
    stop = attributions.outside(reading, phrase)
    here = casts.of(reading, first, stop) if stop > first else None
    near = _fitting(here, word, person=person, memory=memory) if here else []
    told_to = _addressed(reading, phrase, word)
    near = [who for who in near if who != told_to]
    near = [] if _own_opening(reading, first, phrase.first, word) else near
    if subject := _subject_before(memory, here, start, word, person=person):
        return Mention(canonical=subject, start=start, end=end)
    together = [who for who in near if "; " in who]
    opening = _of_opening_clause(reading, first, phrase.first) if near else None
    found = opening if opening in near else next(reversed(together or near), None)
    found = found or _earlier(reading, first, memory, word, person=person, but=told_to)
    paper = groups.paper(reading, phrase.first, memory) if found in newspapers.PIECES else None
    named = (
        paper
        or _in_office(reading, phrase, found, memory)
        or groups.known(reading, phrase.first, found, memory)
    )
    return Mention(canonical=named or found or word, start=start, end=end)


def _own_opening(reading: Reading, first: int, pronoun: int, word: str) -> bool:
    """Whether a sentence opens with what is a pronoun's own: "In its letter to Orsk, | it says"."""
    opens = reading.words[first : first + 2]
    own = opens[1:] == (_OWN.get(word),) and opens[0] in of_class("preposition")
    between = {*reading.words[first:pronoun]} & {";", ":", "and", "but"}
    return own and not between and pronoun - first <= _OPENED


_OWN = {"he": "his", "it": "its", "she": "her", "they": "their"}
_OPENED = 12
"""Tokens of such an opening at most."""


def _addressed(reading: Reading, phrase: Phrase, word: str) -> str | None:
    """The person to whom or of whom a pronoun speaks, who is another: "he asked | Edwards to"."""
    at = phrase.last + 1
    name = reading.names.get(at) if word in {"he", "she"} else None
    owning = name is not None and casts.is_owner(reading, at)
    return name.canonical if name is not None and name.label == "PERSON" and not owning else None


def _in_office(reading: Reading, phrase: Phrase, found: str | None, memory: Memory) -> str | None:
    """Who bears an office by which a text speaks of somebody: "the | judge | sat. She said"."""
    if found is None or found not in titles.offices():
        return None
    own = (name for noun, name in descriptions.introduced(reading, phrase.first) if noun == found)
    names = {*memory.described.get(found, ()), *own}
    return names.pop() if len(names) == 1 else None


def _of_opening_clause(reading: Reading, first: int, pronoun: int) -> str | None:
    """Of whom the clause tells that opens a sentence: "When | Rao beat Hale in May, he said"."""
    while reading.words[first] in LEADING - _OPENS:
        first += 1
    if reading.words[first] not in _OPENS or reading.words[pronoun - 1] != ",":
        return None
    at = next((n for n in range(first + 1, pronoun) if n in reading.names), pronoun)
    titled = all(reading.title_case(n) for n in range(first + 1, at))
    acts = at < pronoun and titled and not casts.is_owner(reading, reading.name_at(at)[1] - 1)
    return reading.names[at].canonical if acts else None


_OPENS = of_class("subordinator") - {"how", "lest", "that", "what", "whether", "why"}
"""What opens a clause that stands before its sentence's subject."""


def _fitting(cast: Cast, word: str, *, person: bool, memory: Memory) -> list[str]:
    """Whom of those that a unit speaks of a pronoun may mean."""
    spoken_of = cast.people if person else cast.groups
    return [who for who in spoken_of if memory.may_be(word, who)]


def _subject_before(
    memory: Memory, here: Cast | None, at: int, word: str, *, person: bool
) -> str | None:
    """Who spoke in the clause before, in the same sentence: "villagers conceded it; | they"."""
    if here is None:
        return None
    spoke = [
        (place, name)
        for place, name, is_person in memory.spoke(here.start, at)
        if is_person == person and memory.may_be(word, name)
    ]
    return max(spoke)[1] if spoke else None


def _earlier(
    reading: Reading, first: int, memory: Memory, word: str, *, person: bool, but: str | None
) -> str | None:
    before = bisect_right(reading.units, first, key=itemgetter(1))
    own = (casts.of(reading, *reading.units[n]) for n in reversed(range(before)))
    for cast in chain(own, reversed(memory.recent)):
        spoke = (
            (at, name)
            for at, name, is_person in memory.spoke(cast.start, cast.end)
            if is_person == person and name != but
        )
        last = max((each for each in spoke if memory.may_be(word, each[1])), default=None)
        if last is not None:
            return last[1]
        fitting = _fitting(cast, word, person=person, memory=memory)
        names = [who for who in fitting if who != but]
        if person and not names:
            names = [who for who in cast.agents if memory.may_be(word, who)]
        back = {"he", "she"} if person else {"it", "they"}
        if names and cast.opener not in back:
            return names[0]
    return _known(memory, word, but) if word in {"he", "she"} else None


def _known(memory: Memory, word: str, but: str | None) -> str | None:
    """Whom a pronoun means where nobody near may be: the last whom the text shows to be of it."""
    casts = memory.casts[:-_BACK:-1]
    people = (who for cast in casts for who in reversed(cast.people))
    return next((who for who in people if who != but and memory.is_surely(word, who)), None)


_BACK = 200
"""Sentences back to somebody whom a pronoun may mean at most."""
