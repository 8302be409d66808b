"""Reported speech and thought without quotation marks, or with marks in it.

One rule a way of reporting: a verb and its clause, a verb set into the clause between commas, a
verb with an object and what it is called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotate.grammar import courtesy, holders, memories, phrases, plain_subjects
from annotate.grammar.cues import Cue, find, nouns, of_class, verbs
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Marked, Reading
from annotate.layers.quotes import content, endings, finite, openings
from annotate.layers.quotes.reports import Report

_ENDORSING = of_class("endorsing")
_REJECTING = of_class("rejecting")


def clauses(reading: Reading, memory: Memory, taken: set[int]) -> Iterator[Report]:
    """The reports that a verb makes. taken: tokens of direct speech and of its cues."""
    for first, last in reading.units:
        for cue in find(reading, first, last):
            if cue.first in taken or _in_marks(reading, cue.first):
                continue
            found = _one(reading, cue, first, last, memory)
            if found is not None and found.last > found.first:
                yield replace(found, distance=_distance(reading, cue))


def _in_marks(reading: Reading, at: int) -> bool:
    """Whether a verb is itself quoted: speech inside speech is not marked again."""
    holding = [m for m in reading.marked if m.first <= at < m.last]
    return any(not reading.framed(each) for each in holding)


def _distance(reading: Reading, cue: Cue) -> str | None:
    chain = set(reading.words[cue.head : cue.first])
    if chain & _ENDORSING:
        return "endorses"
    return "rejects" if chain & _REJECTING else None


def _one(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    if cue.passive or _participle(reading, cue):
        return _expletive(reading, cue, first, last) or _passive(reading, cue, last, memory)
    if cue.modal:
        return None
    parenthetical = _set_in(reading, cue, first, last, memory)
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
    source = holders.mention(reading, who, memory) if who else None
    if found is None or source is None:
        return None
    begin, frame = found
    whole = content.spoken_whole(reading, begin, last) if frame in {"t", "c", "p"} else None
    end = whole.last if whole else endings.of(reading, cue, begin, last)
    begin, end = whole.inner if whole else content.trimmed(reading, begin, end)
    if end <= begin or (frame in _INFINITIVE and reading.words[end - 1] == "to"):
        return None
    if frame in _INFINITIVE:
        end = _infinitive_end(reading, begin, end)
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
        if before == "as" and (quoted := _quoted(reading, cue.head - 1, first)):
            return quoted
        near = plain_subjects.in_bracket(reading, cue, first)
        near = near or plain_subjects.from_whom(reading, cue, first)
        return near or plain_subjects.main_subject(reading, cue)
    if before in {"and", "but", "or", ","} and cue.form in {"past", "s"}:
        near = plain_subjects.before(reading, cue, first) if before == "," else None
        near = near or plain_subjects.told_of(reading, cue, first)
        return near or plain_subjects.main_subject(reading, cue)
    who = plain_subjects.before(reading, cue, first)
    return None if who is not None and _absolute(reading, cue, who, first) else who


def _quoted(reading: Reading, at: int, first: int) -> Phrase | None:
    """Whom another quotes: "the agency quoted | a judge | as saying"; none in "was quoted as"."""
    words = reading.words
    near = range(at - 1, max(first, at - _QUOTED_NEAR) - 1, -1)
    verb = next((n for n in near if words[n] in of_class("quoting")), None)
    if verb is None or verb + 1 == at or words[verb + 1] in of_class("preposition"):
        return None
    return phrases.after(reading, verb + 1, at)


_QUOTED_NEAR = 14
"""Tokens from "as" back to the verb that quotes at most: a title and a name stand between."""


def _participle(reading: Reading, cue: Cue) -> bool:
    """Whether a past form is no finite verb: "asked for comment", "regarded by most as"."""
    return cue.form == "past" and reading.words[cue.last : cue.last + 1] == ("by",)


def _passive(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    """ "It was said that …", "are reported to …": nobody named; "regarded by X as …"."""
    words = reading.words
    if words[cue.last : cue.last + 1] == ("by",) and cue.takes("ak"):
        return _by(reading, cue, last, memory)
    if cue.passive and not cue.modal and cue.takes("i") and cue.verb.lemma not in _IMPERSONAL:
        return _urged(reading, cue, last, memory)
    if cue.verb.lemma not in _IMPERSONAL or not cue.passive:
        return None
    at = cue.last
    if words[at : at + 1] not in {("that",), ("to",)}:
        return None
    if cue.verb.lemma == "expect" and words[at] == "to":
        return None  # what is due, not what somebody thinks
    if words[at : at + 2] == ("to", "have") and words[at + 2] in verbs():
        return None  # "is said to have | told them that …": the second verb's
    begin = at + 1 if words[at] == "that" else at
    end = endings.of(reading, cue, begin, last)
    begin, end = content.trimmed(reading, begin, end)
    return Report(first=begin, last=end, rule="impersonal", cue=(cue.first, cue.last))


_IMPERSONAL = of_class("impersonal")


def _expletive(reading: Reading, cue: Cue, first: int, last: int) -> Report | None:
    """ "It was claimed yesterday (that) …", "…, it was claimed yesterday.": nobody is named."""
    it = cue.head - 1
    if it < first or reading.words[it] != "it" or not cue.passive or cue.modal:
        return None
    found = openings.of(reading, cue, last) if cue.takes("ct") else None
    comma = reading.words[it - 1] == "," and it - 1 > first
    if found is not None and found[1] in {"t", "c"}:
        begin, end = found[0], endings.of(reading, cue, found[0], last)
    elif comma and closing(reading, cue.last, last) is not None:
        begin, end = content.unlinked(reading, first), it - 1
    else:
        return None
    if _adverbial(reading, begin, end) or end <= begin:
        return None
    begin, end = content.trimmed(reading, begin, end)
    return Report(first=begin, last=end, rule="impersonal", cue=(cue.first, cue.last))


def _urged(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    """ "Residents were urged (by the police) to …": what they are to do, and who wants it."""
    words, at = reading.words, cue.last
    source = None
    if words[at : at + 1] == ("by",):
        who = phrases.after(reading, at + 1, last)
        source = holders.mention(reading, who, memory) if who else None
        at = who.last if who is not None and source is not None else last
    if words[at : at + 1] != ("to",) or at + 2 >= last:
        return None
    begin, end = content.trimmed(reading, at, endings.of(reading, cue, at, last))
    return Report(
        first=begin, last=_infinitive_end(reading, begin, end), rule="urged", source=source,
        cue=(cue.first, cue.last),
    )  # fmt: skip


def _by(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    at = next((n for n in range(cue.last, min(last, cue.last + 12)) if reading.words[n] == "as"), 0)
    if not at:
        return None
    who = phrases.after(reading, cue.last + 1, at)
    if who is None:
        return None
    first = who.first
    if reading.words[first : first + 3] == ("most", "of", "the"):
        who = Phrase(first=first + 3, last=who.last)
    source = holders.mention(reading, who, memory)
    end = next((n for n in range(at, last) if reading.words[n] == ","), last)
    begin, end = content.trimmed(reading, at + 1, end)
    return Report(
        first=begin, last=end, rule="regarded-by", source=source, cue=(cue.first, cue.last)
    )


def _set_in(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """ "…, X says, …", "…, argue the activists, …", "…, he told reporters." """
    inverted = cue.head > first and reading.words[cue.head - 1] in _AROUND
    if not _may_be_set_in(reading, cue, inverted=inverted):
        return None
    behind_cue = phrases.after(reading, cue.last, last) if inverted else None
    who = behind_cue if inverted else plain_subjects.before(reading, cue, first)
    if who is None:
        return None
    begin = cue.head if inverted else _opening(reading, who.first, first)
    if not inverted and reading.words[begin - 1] == "as" and begin > first:
        return _as_said(reading, cue, who, begin - 1, memory)
    stop = closing(reading, who.last if inverted else cue.last, last)
    if begin <= first + 1 or reading.words[begin - 1] not in _AROUND or stop is None:
        return None
    # "If it rains, X said, the dam will break" is said whole; without a comma behind the verb the
    # clause only sets the scene.
    set_in = not inverted and stop == cue.last and reading.words[stop : stop + 1] == (",",)
    supposed = set_in and reading.words[first] in of_class("supposing")
    if reading.spoken(begin - 1) or (not supposed and _adverbial(reading, first, begin - 1)):
        return None
    source = holders.mention(reading, who, memory)
    if source is None:
        return None
    memories.keep_speaker(reading, who, source, memory)
    start, end = _around(reading, cue, begin, stop, first, last)
    return Report(
        first=content.unlinked(reading, start),
        last=end,
        rule="verb-set-in",
        source=source,
        cue=(cue.first, cue.last),
    )


_AROUND = frozenset({",", "–", "—"})
"""What stands around a clause that is set in."""


def _may_be_set_in(reading: Reading, cue: Cue, *, inverted: bool) -> bool:
    """Whether a verb may report from within what is said; inverted: its subject is behind it."""
    plain = cue.form == "base" and not _plural(reading, cue)
    if not cue.takes("cd") or cue.form == "ing" or plain:
        return False
    if inverted and cue.head < cue.first:
        return False  # "the court, which sat in May, | has asked the town": its own verb
    return reading.words[cue.last : cue.last + 1] != ("that",)


def _as_said(reading: Reading, cue: Cue, who: Phrase, at: int, memory: Memory) -> Report | None:
    """ "As X rightly says, …", "…, as X rightly says, …": what stands behind the comma, or around.

    at: the "as".
    """
    first, last = reading.unit_at(cue.first)
    comma = next(
        (n for n in range(cue.last, min(cue.last + 9, last)) if reading.words[n] == ","), 0
    )
    source = holders.mention(reading, who, memory)
    if not comma or source is None:
        return None
    memories.keep_speaker(reading, who, source, memory)
    begin, end = content.trimmed(reading, comma + 1, endings.of(reading, cue, comma + 1, last))
    if at - 1 > first and reading.words[at - 1] == "," and not _adverbial(reading, first, at - 1):
        begin, end = _around(reading, cue, at, comma, first, last)
    return Report(first=begin, last=end, rule="as-said", source=source, cue=(cue.first, cue.last))


def _plural(reading: Reading, cue: Cue) -> bool:
    return reading.words[cue.first] in of_class("plural")


def _opening(reading: Reading, at: int, first: int) -> int:
    """The subject's first token with its article and adverbs."""
    while at > first and reading.words[at - 1] in of_class("determiner", "adverb"):
        at -= 1
    return at


_PARTED = of_class("pronoun", "be", "have", "modal") - of_class("possessive")
"""What no set-in clause has behind its verb; a noun may: "argues Kolde in her latest book"."""


def closing(reading: Reading, at: int, last: int) -> int | None:
    """Where the set-in clause ends: at a comma, dash or stop that comes soon; else it is none."""
    for here in range(at, min(at + 7, last)):
        word = reading.words[here]
        if word in {",", ".", "–", "—", "?", "!", ";"}:
            return here
        if word in {"that", ":"} or word in _PARTED:
            return None
        if word in {"“", '"'}:
            return None
    return last if last - at < 7 else None


def _adverbial(reading: Reading, first: int, comma: int) -> bool:
    """Whether what stands before the comma only sets the scene: "In July, he said …"."""
    words = reading.words[first:comma]
    opener = of_class("preposition", "subordinator", "adverb", "conjunction")
    if any(w in of_class("be", "have", "modal", "do") for w in words):
        return bool(words) and words[0] in of_class("subordinator") and "," not in words
    if len(words) == 1:
        return words[0] in opener or words[0].endswith("ly")
    return not words or (words[0] in opener and len(words) < 9) or words[0] == "asked"


def _around(
    reading: Reading, cue: Cue, begin: int, stop: int, first: int, last: int
) -> tuple[int, int]:
    """The clause into which an attribution is set, whole."""
    words, start = reading.words, begin - 2
    if start > first and words[start] in _LED:
        after = endings.of(reading, cue, stop + 1, last)
        if words[start] not in {"which", "who", "whose"}:
            return content.trimmed(reading, stop + 1, after)
        return content.trimmed(reading, start - 2 * (words[start - 1] == "of"), after)
    while start > first and not (
        words[start] in {";", "–", "—", "―", ":", "("} and _set_off(reading, start)
    ):
        start -= 1
    if start == first:
        while words[start] in {"and", "but", "yet"}:
            start += 1
        start -= 1
    start += 1
    trailing = stop >= last - 1 or words[stop] in {".", "?", "!"}
    trailing = trailing or (finite.within(reading, start, begin) and _told_how(reading, stop + 1))
    after = begin - 1 if trailing or words[stop] == ";" else endings.of(reading, cue, stop, last)
    return content.trimmed(reading, start, after)


_LED = of_class("relative", "subordinator") | {"where", "that"}
"""What leads to an attribution and what is said behind it: "where, | he said, the boats lay"."""


def _told_how(reading: Reading, at: int) -> bool:
    """Whether what follows an attribution tells of the speaker or the telling, not what is said.

    "…, he said, pointing at the dam", "…, said Kolde, a geographer", "…, they said, as rain fell".
    """
    words = reading.words
    if at >= len(words):
        return True
    if words[at].endswith("ing") or words[at] in {"as", "while", "when", "after"}:
        return True
    apposed = of_class("relative") | {"whose", "a", "an", "the", "then"}
    return at - 2 in reading.names and words[at] in apposed


def _set_off(reading: Reading, at: int) -> bool:
    if reading.ranges(at):
        return False
    return reading.words[at] not in {"–", "—", "―"} or bool(reading.passage.parsed[at].whitespace_)


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
    stops = (n for n in range(at + 1, last) if reading.words[n] in {",", ";", "–", "—"})
    end = endings.of(reading, cue, at + 1, next(stops, last))
    end = min(end, _called_in_marks(reading, at + 1, last))
    begin, end = content.trimmed(reading, cue.last, end)
    return Report(first=begin, last=end, rule="verb-as", source=source, cue=(cue.first, cue.last))


def _of_claim(words: Sequence[str]) -> bool:
    """Whether what is called something is a claim with its clause: "dismissed claims that …"."""
    return any(one in nouns() and other == "that" for one, other in pairwise(words))


def _called_first(
    reading: Reading, cue: Cue, first: int, last: int, memory: Memory
) -> Report | None:
    """X dismisses as “Z” the claim that …: what something is called stands before it."""
    marked = next((m for m in reading.marked if m.first == cue.last + 1 and m.last < last), None)
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
    marked = next((each for each in reading.marked if each.first == at), None)
    if marked is None:
        return last
    end = _last_name(reading, marked, last)
    behind = reading.words[end : end + 2]
    doing = behind[:1] and behind[0] in of_class("preposition") and behind[-1].endswith("ing")
    return end if doing else last


def _named(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """X calls Y “Z”, X deems them “Z”: with the name in marks."""
    marked = next(
        (m for m in reading.marked if cue.last < m.first < min(cue.last + 15, last)), None
    )
    if marked is None or marked.last > last:
        return None
    between = reading.words[cue.last : marked.first]
    demanded = between == ("for",)
    if cue.form == "past" and set(between) <= of_class("determiner"):
        return None  # a participle: "the network, dubbed the “night ferry”"
    if not demanded and any(
        w in (of_class("subordinator", "conjunction", "be") - {"'s"}) | {",", "on", "for"}
        for w in between
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
    for each in reading.marked:
        between = reading.words[end : each.first]
        if end < each.first and each.last <= last and len(between) <= 3 and _LISTING & {*between}:
            if set(between) - _LISTING - of_class("determiner"):
                break
            end = each.last
    return end


_LISTING = frozenset({"and", "or", ","})


def _infinitive_end(reading: Reading, begin: int, end: int) -> int:
    """Where an infinitive ends before a clause of the reporter's own, or a second deed."""
    words = reading.words
    for at in range(begin + 3, end - 1):
        follows = words[at + 2 : at + 3] if words[at : at + 2] == (",", "and") else ()
        if any(w.endswith("ing") or w in of_class("pronoun") for w in follows):
            return at
    return end
