"""What is kept of a document while its passages are read: whom it spoke of, and who spoke."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotate.codebook import Codebook
from annotate.grammar import casts, demonyms, descriptions, persons, phrases, pronouns
from annotate.grammar.casts import Cast
from annotate.grammar.cues import find
from annotate.grammar.phrases import Phrase
from annotate.grammar.pronouns import fits
from annotate.grammar.reading import Reading
from annotate.model import Mention

Spoke = tuple[int, str, bool]
"""The place and the name of who spoke, and whether it is a person."""


@dataclass(slots=True)
class Memory:
    """Whom the text spoke of so far. Lives for one document.

    countries: of each adjective of nationality. speakers: place, name and whether it is a person,
    in the order in which they were found; placed: the same as they stand in the text.
    described: whom each noun introduced. titled: the pronoun of whom the text calls "Ms" or "Mr";
    shown: the same of whom its pronouns tell. article: how many of the casts are not of a reader's
    comment.
    """

    countries: Mapping[str, str] = field(default_factory=dict)
    casts: list[Cast] = field(default_factory=list)
    speakers: list[Spoke] = field(default_factory=list)
    placed: list[Spoke] = field(default_factory=list)
    described: dict[str, list[str]] = field(default_factory=dict)
    titled: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    article: int = 0

    def may_be(self, pronoun: str, who: str) -> bool:
        """Whether a pronoun may mean somebody."""
        return fits(pronoun, who, self.titled.get(who), self.shown.get(who))

    def is_surely(self, pronoun: str, who: str) -> bool:
        """Whether a pronoun is known to be that of a person, by name, title or the text's own."""
        other = {"he": "she", "she": "he"}[pronoun]
        return who[:1].isupper() and not self.may_be(other, who)

    def heard(self, place: int, name: str, *, person: bool) -> None:
        """Keep that somebody named at a place spoke."""
        self.speakers.append((place, name, person))
        insort(self.placed, (place, name, person))

    def spoke(self, start: int, end: int) -> Sequence[Spoke]:
        """Who spoke in a stretch of the text, as they stand in it."""
        first, last = (bisect_left(self.placed, (at,)) for at in (start, end))
        return self.placed[first:last]

    @property
    def recent(self) -> list[Cast]:
        """The casts of earlier passages, as far back as a pronoun or "the agency" may look."""
        return self.casts[-_FAR:]


_FAR = 6
"""Units of earlier passages that one may look back over; about one paragraph."""


def of(codebook: Codebook, readings: Iterable[Reading]) -> Memory:
    """What is known of a document before its first word."""
    readings = list(readings)
    return Memory(
        countries=demonyms.countries(codebook),
        titled=_titled(readings),
        shown=pronouns.shown(readings),
    )


def _titled(readings: Iterable[Reading]) -> dict[str, str]:
    """The pronoun of whoever is called "Ms" or "Mr" in a document, by name; none of who is both."""
    found: dict[str, str | None] = {}
    for reading in readings:
        for at, name in reading.names.items():
            if name.label == "PERSON" and reading.names.get(at - 1) is not name:
                told = pronouns.titled(reading.words[max(0, at - 2) : at])
                if told is not None:
                    alike = found.get(name.canonical, told) == told
                    found[name.canonical] = told if alike else None
    return {name: told for name, told in found.items() if told is not None}


def remember(memory: Memory, reading: Reading) -> None:
    """Keep whom a passage speaks of for the pronouns of the next."""
    memory.casts.extend(casts.of(reading, *unit) for unit in reading.units)
    if not reading.passage.segment.kind.startswith("comment"):
        memory.article = len(memory.casts)
    _introduce(memory, reading)


def forget_comments(memory: Memory) -> None:
    """Leave out whom other comments spoke of: a reader's "it" is nothing that another named."""
    del memory.casts[memory.article :]


def remember_turn(memory: Memory, reading: Reading, speaker: Mention) -> None:
    """Keep who speaks in a whole passage; whom they speak of takes no part in the telling."""
    start, end = reading.place(0, len(reading.words))
    memory.casts.append(Cast(start=start, end=end, people=(speaker.canonical,)))
    memory.heard(start, speaker.canonical, person=True)
    _introduce(memory, reading)


def _introduce(memory: Memory, reading: Reading) -> None:
    for noun, name in descriptions.introduced(reading):
        memory.described.setdefault(noun, []).append(name)


def foresee(memory: Memory, reading: Reading) -> None:
    """Keep which persons speak in a passage: what is in marks is read before what is not."""
    for cue in find(reading, 0, len(reading.words)):
        name = reading.names.get(cue.head - 1)
        if cue.passive or name is None or name.label != "PERSON" or reading.spoken(cue.first):
            continue
        start, _ = reading.place(cue.head - 1, cue.head)
        memory.heard(start, name.canonical, person=True)


def keep_speaker(reading: Reading, who: Phrase | None, source: Mention, memory: Memory) -> None:
    """Keep who spoke for the next "he", "she" or "they"."""
    if who is None or source.start is None:
        return
    name = reading.names.get(who.last - 1)
    word = reading.words[phrases.head(reading, who)]
    person = name is not None and name.label == "PERSON" and "; " not in source.canonical
    one = reading.words[who.first : who.first + 2] == ("one", "of")
    described = one or word in persons.nouns() or word in {"he", "she"}
    memory.heard(source.start, source.canonical, person=person or described)
