"""Who does what a verb of a sentence tells, and whether it is denied."""

import calendar

from annotate import lexicons
from annotate.grammar import holders, plain_subjects
from annotate.grammar.cues import Cue, Verb, of_class
from annotate.grammar.phrases import SELVES, is_manner
from annotate.layers.stances.bynames import apposed
from annotate.layers.stances.evidence import Holder
from annotate.layers.stances.scenes import PRONOUNS, Scene
from annotate.model import Mention


def subject(scene: Scene, at: int) -> tuple[Holder | None, int]:
    """The subject of a verb, and -1 if the verb is denied."""
    reading = scene.reading
    head = _opening(scene, at)
    links = set(reading.words[head:at])
    if links & of_class("be") and not reading.words[at].endswith("ing"):
        return None, 1
    head = _one_of_those(scene, head)
    before = reading.words[head - 1] if head > scene.first else ""
    if before in of_class("determiner", "preposition", "modal") | {"to", "'s", ""}:
        return None, 1
    verb = Verb(lemma=reading.words[at], frames="", act="asserts", held="+")
    cue = Cue(first=at, last=at + 1, head=head, verb=verb, form="past")
    who = plain_subjects.before(reading, cue, scene.first)
    if who is None:
        return None, 1
    if reading.words[who.first] in {"i", "we"}:
        return _oneself(scene, at), -1 if links & _DENYING else 1
    if reading.words[who.first] == "they" and (told := _tellers(scene, who.first)) is not None:
        return told, -1 if links & _DENYING else 1
    if reading.words[who.first - 1 : who.first] == ("not",):
        return None, 1
    source = holders.mention(reading, who, scene.memory)
    if source is None or source.canonical.lower() in PRONOUNS:
        return None, 1
    return apposed(scene, source), -1 if links & _DENYING else 1


def behind_comma(scene: Scene, at: int) -> Mention | None:
    """The name that a phrase at a sentence's head belongs to: "Calling it unfair, | X left"."""
    reading = scene.reading
    comma = next((n for n in range(at, scene.last - 1) if reading.words[n] == ","), None)
    if comma is None:
        return None
    first = comma + 1 + (reading.words[comma + 1] == "the")
    while first < scene.last and first not in reading.names and reading.title_case(first):
        first += 1
    name = reading.names.get(first)
    if name is None or name.label not in {"PERSON", "ORG", "GPE"}:
        return None
    return Mention(canonical=name.holder, start=name.start, end=name.end)


def _opening(scene: Scene, at: int) -> int:
    """Where what belongs to a verb begins: "X, however, | has not", "X on Monday | is due to"."""
    words, head = scene.reading.words, at
    while head > scene.first:
        if words[head - 1] in _CHAIN or is_manner(words[head - 1]):
            head -= 1
        elif _when(scene, head) or (words[head - 1] == "to" and words[head - 2] in _LIKELY):
            head -= 2
        elif (aside := _aside(scene, head)) is not None:
            head = aside
        else:
            break
    return head


def _one_of_those(scene: Scene, head: int) -> int:
    """Where "is among those who | oppose" begins; where a verb begins, if that is all."""
    words = scene.reading.words
    if words[max(scene.first, head - 3) : head] not in _OF_THOSE:
        return head
    at = head - 3
    at -= words[at - 1] in {"one", "some", "many"}
    return _opening(scene, at) if at > scene.first and words[at - 1] in of_class("be") else head


_OF_THOSE = {(word, "those", "who") for word in ("among", "of")}

_LIKELY = frozenset({"due", "expected", "likely", "poised", "prepared", "ready", "set"})
"""What somebody is "to" do: "is expected to | vote against"."""


def _aside(scene: Scene, end: int) -> int | None:
    """Where a few words in commas before a verb begin that only join: ", for its part,"."""
    words = scene.reading.words
    if words[end - 1] != ",":
        return None
    opens = (at for at in range(end - 2, max(scene.first, end - _ASIDE), -1) if words[at] == ",")
    at = next(opens, None)
    return at if at is not None and " ".join(words[at + 1 : end - 1]) in _JOINING else None


_ASIDE = 7
"""Tokens of such an aside, its commas among them."""

_JOINING = lexicons.listed("joining_phrases")


def _oneself(scene: Scene, at: int) -> Holder | None:
    """Whom "I" or "we" means: who is quoted there, outside of quotations the writer."""
    place = scene.reading.place(at, at + 1)
    speakers = scene.speakers(*place)
    return speakers[-1] if speakers else None if scene.quoted(*place) else scene.writer


def _tellers(scene: Scene, at: int) -> Mention | None:
    """Whom "they" means that opens what several are said to say: "only four said that | they"."""
    place = scene.reading.place(at, at + 1)
    opened = [q for q in scene.quotes if q.source is not None and q.start == place[0]]
    source = min(opened, key=lambda q: q.end, default=None)
    told = source.source if source is not None else None
    head = told.canonical.split()[-1] if told is not None else ""
    counted = {row[0] for row in lexicons.table("number_words")}
    return told if head.islower() and (head.endswith("s") or head in counted) else None


def _when(scene: Scene, end: int) -> bool:
    """Whether two words before a verb say when: "the council last week | rejected"."""
    words = scene.reading.words[end - 2 : end] if end - 2 > scene.first else ()
    return len(words) == _PAIR and words[0] in _WHEN and words[1] in _WHEN[words[0]]


_PAIR = 2

_MONTHS = frozenset(map(str.lower, calendar.month_name[1:]))

_SPANS = frozenset({"week", "month", "year", "night", "spring", "summer", "autumn", "winter"})

_DAYS = frozenset(map(str.lower, calendar.day_name))

_WHEN = {"last": _SPANS | _MONTHS, "this": _SPANS, "in": _MONTHS, "on": _DAYS}

_OFTEN = frozenset(
    {"alike", "all", "both", "far", "longer", "no", "once", "repeatedly", "so", "too", "twice"}
)
"""Words before a verb that say how often, until when, or that several do it."""

_CHAIN = of_class("adverb", "be", "have", "do") | _OFTEN | SELVES | {"will", "would"}
"""Words between a subject and its verb."""

_DENYING = frozenset({"longer", "n't", "never", "not"})


def subject_of(scene: Scene, start: int, end: int) -> Holder | None:
    """Whom the words before a verb name as who does it."""
    tokens = scene.reading.passage.tokens(start, end)
    return subject(scene, tokens.start)[0] if tokens is not None else None
