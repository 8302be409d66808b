"""Speech without a verb: a paragraph in marks, whole, after others that say who speaks.

Between two who ask and answer it is the other's: “Is it true?” the lawyer asked. / “It may be,”
Vold replied. / “That was not my question.” Else whoever spoke above goes on, where nothing is told
behind their words: “We were never asked,” Vold said. / “They put up a fence overnight.”
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.quotes.reports import Report, place
from annotate.layers.quotes.trust import UNCONFIRMED
from annotate.model import Mention, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The last speech of a paragraph. cue: in the document. mark: what opens it, "" where it is
    reported without marks. talks: whether it asks or answers; closes: whether nothing is told
    behind it.
    """

    speaker: Mention | None
    cue: Stretch | None
    mark: str
    talks: bool
    closes: bool


Floor = list[Turn]
"""The turns of the paragraphs of speech that follow each other, up to here."""


def report(reading: Reading, floor: Floor) -> Report | None:
    """The speech of a paragraph that is all in marks, by whoever's turn it is."""
    marked = reading.marked[0] if reading.marked else None
    if marked is None or marked.first or marked.last < len(reading.words) or not floor:
        return None
    first, last = marked.inner
    if marked.pair.closed and _converse(floor[-_TURNS:]):
        source = floor[-_TURNS].speaker
        return Report(first=first, last=last, rule="exchange", source=source, label="direct")
    above = floor[-1]
    alike = reading.words[0] == above.mark if above.mark else reading.words[0] in _DOUBLE
    if above.speaker is None or not (above.closes and alike and _sentences(reading, first, last)):
        return None
    return Report(
        first=first, last=last, rule="quoted-goes-on", source=above.speaker, told=above.cue,
        label="direct", score=UNCONFIRMED,
    )  # fmt: skip


_TURNS = 2


def _converse(turns: Sequence[Turn]) -> bool:
    """Whether two are named, are two, and one of them asks or answers."""
    names = {each.speaker.canonical for each in turns if each.speaker is not None}
    return len(names) == _TURNS and any(each.talks for each in turns)


def _sentences(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch is whole sentences, and nothing that is written on a sign."""
    return last - first >= _SPEECH and reading.words[last - 1] in _ENDS


_SPEECH = 4
_DOUBLE = frozenset({"“", '"'})
_ENDS = frozenset({".", "?", "!", "…"})


def after(floor: Floor, reading: Reading, reports: Sequence[Report]) -> Floor:
    """The floor after a paragraph: who spoke in it last; none where nobody did."""
    spoken = [each for each in reports if each.label == "direct"]
    told = [each for each in reports if each.rule in _REPORTED and each.agreed]
    last = spoken[-1] if spoken else told[-1] if told else None
    return [*floor, _turn(reading, last)] if last is not None else []


_REPORTED = frozenset({"verb-that", "verb-clause", "verb-addressee-clause", "verb-set-in"})
"""Rules of speech that is reported without marks."""


def _turn(reading: Reading, last: Report) -> Turn:
    cue = range(*last.cue) if last.cue else range(0)
    behind = max(last.last, cue.stop)
    direct = last.label == "direct" and last.first > 0
    asks = "?" in reading.words[last.last - 1 : last.last]
    answers = of_class("conversing") & {*reading.words[cue.start : cue.stop]}
    return Turn(
        speaker=last.source,
        cue=place(reading, last.cue) if last.cue else last.told,
        mark=reading.words[last.first - 1] if direct else "",
        talks=direct and (last.rule == "exchange" or asks or bool(answers)),
        closes=reading.unit_at(behind - 1)[1] >= len(reading.words),
    )
