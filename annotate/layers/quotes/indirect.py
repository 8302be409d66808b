"""Reported speech and thought without quotation marks, or with marks in it.

One rule a way of reporting: a verb and its clause, a verb set into the clause between commas, a
verb with an object and what it is called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotate import courtesy
from annotate.grammar import holders, memories, plain_subjects
from annotate.grammar.cues import Cue, find, nouns, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Marked, Reading
from annotate.layers.quotes import content, endings, openings, passives, set_in
from annotate.layers.quotes.reports import Report

_ENDORSING = of_class("endorsing")
_REJECTING = of_class("rejecting")


def clauses(reading: Reading, memory: Memory, taken: set[int]) -> Iterator[Report]:
    """The reports that a verb makes. taken: tokens of direct speech and of its cues."""
    for first, last in reading.units:
        for cue in find(reading, first, last):
            if cue.first in taken or reading.quoted(cue.first):
                continue  # speech inside speech is not marked again
            found = _one(reading, cue, first, last, memory)
            if found is not None and found.last > found.first:
                yield replace(found, distance=_distance(reading, cue))


def _distance(reading: Reading, cue: Cue) -> str | None:
    chain = set(reading.words[cue.head : cue.first])
    if chain & _ENDORSING:
        return "endorses"
    return "rejects" if chain & _REJECTING else None


def _one(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    if cue.form == "s" and reading.passage.parsed[cue.first].tag_ == "NNS":
        return None  # "the boat's distress | calls for three hours"
    if cue.passive or _participle(reading, cue):
        return passives.report(reading, cue, first, last, memory)
    if cue.modal:
        return None
    parenthetical = set_in.report(reading, cue, first, last, memory)
    if parenthetical:
        return parenthetical
    if cue.takes("a"):
        return _as(reading, cue, first, last, memory)
    if "k" in cue.verb.frames and (named := _named(reading, cue, first, last, memory)):
        return named
    return _governed(reading, cue, first, last, memory)


def _governed(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """What stands behind a verb as its frame says: "said that …", "urged the town to …"."""
    found = openings.of(reading, cue, last)
    who = _subject(reading, cue, first) if found else None
    compared = who is not None and reading.words[who.first - 1 : who.first] == ("than",)
    source = holders.mention(reading, who, memory) if who and not compared else None
    if found is None or source is None:
        return None
    begin, frame = found
    whole = content.spoken_whole(reading, begin, last) if frame in {"t", "c", "p"} else None
    end = whole.last if whole else endings.of(reading, cue, begin, last)
    begin, end = whole.inner if whole else content.trimmed(reading, begin, end)
    if end <= begin or (frame in _INFINITIVE and reading.words[end - 1] == "to"):
        return None
    if frame in _INFINITIVE:
        end = endings.infinitive(reading, begin, end)
    memories.keep_speaker(reading, who, source, memory)
    return Report(
        first=begin,
        last=end,
        rule=_RULES[frame],
        source=source,
        cue=_cue(cue, frame),
        label="direct" if whole else "",
        back=who is not None and reading.words[who.first] in of_class("pronoun"),
    )


def _absolute(reading: Reading, cue: Cue, who: Phrase, first: int) -> bool:
    """Whether a participle only sets the scene: "With Mr Pell | expected to go, the board …"."""
    words = reading.words
    at = who.first - 1
    while at > first and (
        words[at] == "." or courtesy.is_title(words[at]) or words[at] in of_class("determiner")
    ):
        at -= 1
    return cue.form == "past" and at >= first and words[at] == "with"


_INFINITIVE = frozenset({"i", "A", "x"})
"""The frames in which a verb asks somebody to do what is said."""

_RULES = {
    "t": "verb-that",
    "c": "verb-clause",
    "p": "verb-addressee-clause",
    "i": "verb-addressee-infinitive",
    "x": "verb-addressee-infinitive",
    "A": "call-on",
    "w": "verb-question",
    "g": "verb-gerund",
    "o": "verb-object",
}


def _cue(cue: Cue, frame: str) -> tuple[int, int]:
    return (cue.first, cue.last + 1) if frame == "A" else (cue.first, cue.last)


def _subject(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    before = reading.words[cue.head - 1] if cue.head > first else ""
    if cue.form == "ing" and not set(reading.words[cue.head : cue.first]) & of_class("be"):
        if before == "as" and (quoted := plain_subjects.quoted(reading, cue.head - 1, first)):
            return quoted
        near = plain_subjects.in_bracket(reading, cue, first)
        near = near or plain_subjects.met_with(reading, cue, first)
        near = near or plain_subjects.with_share(reading, cue, first)
        near = near or plain_subjects.from_whom(reading, cue, first)
        return near or plain_subjects.main_subject(reading, cue)
    if before in {"and", "but", "or", ","} and cue.form in {"past", "s"}:
        near = plain_subjects.before(reading, cue, first) if before == "," else None
        near = near or plain_subjects.told_of(reading, cue, first)
        return near or plain_subjects.main_subject(reading, cue)
    who = plain_subjects.before(reading, cue, first)
    return None if who is not None and _absolute(reading, cue, who, first) else who


def _participle(reading: Reading, cue: Cue) -> bool:
    """Whether a past form is no finite verb: "asked for comment", "regarded by most as"."""
    done_by = cue.form == "past" and reading.words[cue.last : cue.last + 1] == ("by",)
    return done_by or passives.heard(reading, cue)


def _as(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """X sees Y as Z."""
    if cue.last >= last:
        return None  # the sentence ends with its verb: "That is how X describes"
    if reading.words[cue.last] == "as":
        return _called_first(reading, cue, first, last, memory)
    at = next((n for n in range(cue.last + 1, last) if reading.words[n] == "as"), None)
    if at is None or reading.words[cue.last] in {"that", "to"}:
        return None
    words = reading.words[cue.last : at]
    named = of_class("be", "modal") - {"'s"}
    clause = "which" in words or _of_claim(words)
    if (any(w in named for w in words) and not clause) or at - cue.last > 30:
        return None
    if reading.words[at - 1] in {"such", "as", "well", "soon", "much"} or (
        reading.words[at + 1 : at + 2] in {("if",), ("they",), ("he",), ("it",), ("she",)}
    ):
        return None
    listed = reading.words[at - 1] == "," and "," in words
    if len(words) > 8 and not (listed or _of_claim(words)):
        return None
    who = _subject(reading, cue, first)
    source = holders.mention(reading, who, memory) if who else None
    if source is None:
        return None
    led = at + 1 + (reading.words[at + 1 : at + 2] == (",",))  # "as, “a little desperate”"
    stops = (n for n in range(led, last) if reading.words[n] in {",", ";", "–", "—"})
    stop = next(stops, last)
    # "as “a fantasy,” adding": the comma in marks ends the clause behind them.
    held = (m.last for m in reading.holding(stop) if m.last <= last)
    end = endings.of(reading, cue, led, next(held, stop))
    end = min(end, _called_in_marks(reading, led, last))
    begin, end = content.trimmed(reading, cue.last, end)
    return Report(first=begin, last=end, rule="verb-as", source=source, cue=(cue.first, cue.last))


def _of_claim(words: Sequence[str]) -> bool:
    """Whether what is called something is a claim with its clause: "dismissed claims that …"."""
    return any(one in nouns() and other == "that" for one, other in pairwise(words))


def _called_first(
    reading: Reading, cue: Cue, first: int, last: int, memory: Memory
) -> Report | None:
    """X dismisses as “Z” the claim that …: what something is called stands before it."""
    near = reading.begun(cue.last + 1, cue.last + 2)
    marked = next((each for each in near if each.last < last), None)
    behind = reading.words[marked.last] if marked is not None else ""
    if behind not in of_class("determiner"):
        return None
    who = _subject(reading, cue, first)
    source = holders.mention(reading, who, memory) if who else None
    if source is None:
        return None
    begin, end = content.trimmed(reading, cue.last, endings.of(reading, cue, cue.last, last))
    return Report(first=begin, last=end, rule="verb-as", source=source, cue=(cue.first, cue.last))


def _called_in_marks(reading: Reading, at: int, last: int) -> int:
    """The end of what something is called in marks: "as | “hearsay” | without reading it"."""
    at += bool({*reading.words[at : at + 1]} & of_class("determiner"))
    marked = next(iter(reading.begun(at, at + 1)), None)
    if marked is None:
        return last
    end = _last_name(reading, marked, last)
    behind = reading.words[end : end + 2]
    doing = behind[:1] and behind[0] in of_class("preposition") and behind[-1].endswith("ing")
    return end if doing else last


def _named(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """X calls Y “Z”, X deems them “Z”: with the name in marks."""
    marked = next(iter(reading.begun(cue.last + 1, min(cue.last + 15, last))), None)
    if marked is None or marked.last > last:
        return None
    between = reading.words[cue.last : marked.first]
    demanded = between == ("for",)
    if cue.form == "past" and set(between) <= of_class("determiner"):
        return None  # a participle: "the network, dubbed the “night ferry”"
    shown = bool(between[:1]) and reading.passage.parsed[cue.last].tag_ == "DT"
    if not demanded and any(
        w in (of_class("subordinator", "conjunction", "be") - {"'s"}) | {",", "on", "for"}
        for w in between[shown:]
    ):
        return None
    who = _subject(reading, cue, first)
    source = holders.mention(reading, who, memory) if who else None
    if source is None:
        return None
    return Report(
        first=marked.inner[0] if demanded else cue.last,
        last=marked.inner[1] if demanded else _last_name(reading, marked, last),
        rule="verb-name",
        source=source,
        cue=(cue.first, cue.last + (1 if demanded else 0)),
        label="direct" if demanded else "mixed",
    )


def _last_name(reading: Reading, marked: Marked, last: int) -> int:
    """The end of names in marks that are listed: "calls it “unfair” and “late”"."""
    end = marked.last
    for each in reading.begun(end + 1, last):
        between = reading.words[end : each.first]
        listed = _LISTING & {*between, reading.words[end - 2]}  # “unfair,” a “mess”
        if end <= each.first and each.last <= last and len(between) <= 3 and listed:
            if set(between) - _LISTING - of_class("determiner"):
                break
            end = each.last
    return end


_LISTING = frozenset({"and", "or", ","})
