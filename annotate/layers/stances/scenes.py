"""A sentence as the ways of showing an attitude see it."""

import re
from dataclasses import dataclass
from itertools import islice

from annotate.grammar.cues import of_class
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.grammar.wording import Use
from annotate.layers.stances.evidence import Holder
from annotate.model import Mention, Pair, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in the text, and all that it may be looked for under."""

    start: int
    end: int
    names: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Scene:
    """A sentence with what is known of it: its tokens, its quotations, who writes it.

    place: the sentence in code points. words: as the passage's copy has them. named: its names,
    countries for their people. uses: of contested words in its passage. opinion: whether the
    document's writer says "I" or "we"; advises: whether it tells its readers what to do.
    """

    reading: Reading
    first: int
    last: int
    place: Pair
    words: str
    quotes: tuple[Quote, ...]
    writer: Holder
    named: tuple[Named, ...]
    memory: Memory
    text: str
    uses: tuple[Use, ...]
    label_topics: dict[str, str]
    opinion: bool = False
    advises: bool = False

    @property
    def names(self) -> frozenset[str]:
        """All names of the sentence."""
        return self.names_in(self.place)

    def names_in(self, place: Pair) -> frozenset[str]:
        """The names that stand in a stretch."""
        start, end = place
        inside = (each.names for each in self.named if each.start < end and start < each.end)
        return frozenset().union(*inside)

    def speakers(self, start: int, end: int) -> tuple[Mention, ...]:
        """Who reports a stretch, outermost first."""
        around = [q for q in self.quotes if q.holds(start, end) and q.source]
        outer = sorted(around, key=lambda q: q.start - q.end)
        return tuple(q.source for q in outer if q.source is not None)

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies in a quotation, and not only in what "is expected"."""
        held = (q for q in self.quotes if q.holds(start, end))
        return any(q.source is not None or q.label != "indirect" for q in held)


def copied(scene: Scene, start: int, end: int) -> str:
    first, last = scene.reading.passage.chars(start, end)
    return scene.reading.passage.copy[first:last]


PRONOUNS = of_class("pronoun", "relative", "vague") | {"her", "his", "its", "one", "their", "who"}


def country(name: str, label: str, memory: Memory) -> str:
    return memory.countries.get(name, name) if label == "NORP" else name


def people(
    name: str, label: str, stands_for: str | None, memory: Memory, behind: str = ""
) -> set[str]:
    """The names under which a topic's actor may be looked for.

    behind: the word after the name. A people's name means its country only before an authority
    ("Ostrean police"), an embassy's or office's where it opens with the adjective.
    """
    found = {name}
    if stands_for:
        found.add(stands_for)
    acting = label == "NORP" and behind in of_class("authority") | _CONDUCT
    if acting and name in memory.countries:
        found.add(memory.countries[name])
    if label in {"FAC", "ORG"}:
        ends = (at for at, sign in enumerate(name) if sign == " ")
        opening = (each for at in ends if (each := memory.countries.get(name[:at])) is not None)
        found.update(islice(opening, 1))
    return found


_CONDUCT = frozenset({"policy", "policies", "conduct", "treatment", "actions", "law", "laws"})


def stretched(scene: Scene, match: re.Match[str], group: int | str = 0) -> Pair:
    """The code points of what a pattern, or a group of it, found in a scene's words."""
    return placed(scene, *match.span(group))


def placed(scene: Scene, start: int, end: int) -> Pair:
    """The code points of a stretch of a scene's words."""
    offset = scene.reading.chars(scene.first, scene.last)[0]
    return scene.reading.passage.stretch(offset + start, offset + end)
