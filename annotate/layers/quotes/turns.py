"""Turns of a conversation: a speaker's name and a colon open a paragraph, what is said follows.

No marks tell that it is speech, and a colon opens many another line ("Photo: …", "10:30"). So a
label counts that can be a speaker's (a person, capitals, a role, Q and A), and only where several
stand near one another and somebody speaks in them as people do, of "I" and "you" or in questions.
Once people converse so, a label that comes back among theirs is a speaker's too, whatever it says
("Chair"); one that does not come back is nobody's, and does not go on with the turn above it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from annotate import lexicons
from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.quotes.reports import Report
from annotate.model import Mention, Stretch

_LABEL = re.compile(r"[\"“‘']?(?P<label>[^\W\d_][^:\n“”\"]{0,60}?)(?P<colon>:)\s+(?=\S)")
_BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]$")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'-])+(?: [^\W\d_](?:[^\W\d_]|[.’'-])*){0,4}$")
_INITIAL = re.compile(r"[A-Z]")
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,3}$")
_LETTER = re.compile(r"[QA]$")
_NEAR = 4
"""Paragraphs from one turn to the next at most; labels farther apart are of no conversation."""
_MOSTLY = 0.4
"""The share of turns among the paragraphs from which one without a label goes on with a turn."""
_ENDS = frozenset({".", "?", "!", "…", "”", '"', "—", "–", "-", "...", ")", "]"})
_CONVERSING = frozenset({"i", "we", "you", "my", "our", "your", "me", "us", "?"})
_SPEECH = frozenset({"paragraph", "list_item"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one says in a paragraph, from the token `first` on; cue: the colon that leads to it."""

    first: int
    source: Mention
    cue: Stretch


def turns(readings: Sequence[Reading]) -> dict[int, Turn]:
    """The turns of a document, by the number of their passage."""
    people = _people(readings)
    labelled = {n: turn for n, each in enumerate(readings) if (turn := _labelled(each, people))}
    if 0 in labelled and 1 not in labelled:
        del labelled[0]  # a headline
    near = {n: labelled[n] for n in labelled if _neighbours(n, labelled)}
    if not _conversing(readings, near):
        return {}
    near |= dict(_joining(readings, near))
    return near | dict(_going_on(readings, near))


def report(reading: Reading, turn: Turn) -> Report:
    """The turn as a direct quotation."""
    last = len(reading.words)
    while last > turn.first and reading.words[last - 1].isspace():
        last -= 1
    opened = reading.words[turn.first] in {"“", '"', "‘"}
    first = turn.first + opened
    marked = reading.words[0] in {"“", '"'} or opened
    if marked and reading.words[last - 1] in {"”", '"', "’"}:
        last -= 1
    return Report(
        first=first, last=last, rule="turn", source=turn.source, told=turn.cue, label="direct"
    )


def _people(readings: Sequence[Reading]) -> dict[str, str | None]:
    """Whom a label may mean: in small letters the first person of that last name, no place, in
    capitals whoever alone has these initials."""
    found: dict[str, str | None] = {}
    for reading in readings:
        for name in reading.names.values():
            if name.label == "PERSON":
                found.setdefault(name.canonical.split()[-1].lower(), name.canonical)
                for initials in _initials(name.canonical):
                    alone = found.get(initials, name.canonical) == name.canonical
                    found[initials] = name.canonical if alone else None
            elif name.label in {"GPE", "LOC", "FAC"}:
                found.setdefault(name.text.lower(), None)
    return found


def _initials(name: str) -> Iterator[str]:
    """The capitals of a full name, as a label has them: "HD"."""
    words = name.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        yield "".join(word[0] for word in words)


def _labelled(reading: Reading, people: Mapping[str, str | None]) -> Turn | None:
    """The turn that a passage opens with a label."""
    found = _label(reading)
    name = _speaker(reading, found[1], people) if found else None
    return _turn(reading, *found, name) if found and name is not None else None


def _label(reading: Reading) -> tuple[re.Match[str], str] | None:
    """What a passage of speech opens with, up to its colon, and the label in it."""
    found = _LABEL.match(reading.passage.copy)
    if found is None or reading.passage.segment.kind not in _SPEECH:
        return None
    return found, _titles().sub("", _BRACKET.sub("", found["label"]))


@cache
def _titles() -> re.Pattern[str]:
    """What stands behind a name in a label: "Lars Hemming MP", "Ruo Lin, PhD"."""
    return re.compile(rf"(?:,? (?:{'|'.join(map(re.escape, lexicons.words('degrees')))}))+$")


def _joining(readings: Sequence[Reading], found: Mapping[int, Turn]) -> Iterator[tuple[int, Turn]]:
    """The turns among those of a conversation whose label only tells itself by coming back."""
    others = {n: _label(readings[n]) for n in _unknown(readings, found)}
    often = Counter(each[1] for each in others.values() if each)
    for n, each in others.items():
        if each and often[each[1]] > 1 and _neighbours(n, found):
            turn = _turn(readings[n], *each, each[1])
            if turn is not None:
                yield n, turn


def _unknown(readings: Sequence[Reading], found: Mapping[int, Turn]) -> Iterator[int]:
    """The passages that open with a label as short as a role's, in capitals as a name's."""
    for n, reading in enumerate(readings):
        label = _label(reading)
        words = label[1].split() if label and n not in found else []
        if not 0 < len(words) <= _BRIEF or _is_line(" ".join(words)):
            continue
        if words[0][0].isupper() and words[-1][0].isupper():
            yield n


def _is_line(label: str) -> bool:
    return label.lower() in lexicons.listed("line_labels")


def _turn(reading: Reading, found: re.Match[str], label: str, name: str) -> Turn | None:
    first = next((t.i for t in reading.passage.parsed if t.idx >= found.end()), None)
    if first is None:
        return None
    start, end = reading.passage.stretch(found.start("label"), found.start("label") + len(label))
    colon = reading.passage.stretch(*found.span("colon"))
    return Turn(
        first=first,
        source=Mention(canonical=name, start=start, end=end),
        cue=Stretch(start=colon[0], end=colon[1]),
    )


def _speaker(reading: Reading, label: str, people: Mapping[str, str | None]) -> str | None:
    """Whom a label names as speaking, None if it is no speaker's."""
    words = label.split()
    if not words or _is_line(label):
        return None
    named = [name for at, name in reading.names.items() if at < len(words) + 2]
    person = next((name for name in named if name.label == "PERSON"), None)
    if person is not None and label.endswith(person.text):
        return person.canonical
    initials = "".join(_INITIAL.findall(label)) if _INITIALS.match(label) else ""
    if initials and (initialled := people.get(initials)):
        return initialled
    if label.isupper() and _NAME.match(label):
        return people.get(words[-1].lower(), label if initials else label.title())
    if _LETTER.match(label):
        return label
    roles = of_class("person") | _ASKING
    return label if len(words) <= _BRIEF and words[-1].lower() in roles else None


_ASKING = frozenset({"interviewer", "moderator", "host", "question", "answer", "audience"})
_BRIEF = 3
"""Words of a label that is a role: "Audience member", "The Ferryman"."""


def _neighbours(number: int, labelled: Mapping[int, Turn]) -> bool:
    return any(0 < abs(number - other) <= _NEAR for other in labelled)


def _conversing(readings: Sequence[Reading], found: Mapping[int, Turn]) -> bool:
    """Whether turns are sentences, and somebody speaks in them as people do."""
    if not found:
        return False
    ended = [readings[n].words[-1] in _ENDS for n in found]
    said = (readings[n].words[turn.first :] for n, turn in found.items())
    return sum(ended) * 2 > len(ended) and any(_CONVERSING & set(words) for words in said)


def _going_on(readings: Sequence[Reading], found: Mapping[int, Turn]) -> Iterator[tuple[int, Turn]]:
    """The paragraphs without a label that go on with the turn above them.

    Between two turns of a document that is mostly turns; in another only those that a mark opens,
    as the turn itself was opened.
    """
    paragraphs = [n for n, each in enumerate(readings) if each.passage.segment.kind in _SPEECH]
    stopped = {*found, *_unknown(readings, found)}
    mostly = len(found) > _MOSTLY * len(paragraphs)
    for before in found:
        at = before + 1
        between = mostly and any(later > at for later in found)
        while (
            at < len(readings)
            and at not in stopped
            and _goes_on(readings, before, at, between=between)
        ):
            turn = found[before]
            opened = readings[at].words[0] in {"“", '"'}
            yield at, Turn(first=int(opened), source=turn.source, cue=turn.cue)
            at += 1


def _goes_on(readings: Sequence[Reading], turn: int, at: int, *, between: bool) -> bool:
    """Whether a paragraph goes on with a turn: it is opened as that was, and leads nowhere else."""
    words = readings[at].words
    if readings[at].passage.segment.kind not in _SPEECH or len(words) < _BRIEF:
        return False
    opened, resumed = (readings[each].words[0] in _OPENING for each in (turn, at))
    aside = words[int(resumed)] in {"(", "["}  # "(crosstalk)"
    aside = aside or (words[0] in {"he", "she"} and not _CONVERSING & {*words})  # "She laughs."
    return not aside and words[-1] != ":" and (resumed if opened else between and not resumed)


_OPENING = frozenset({"“", '"'})
