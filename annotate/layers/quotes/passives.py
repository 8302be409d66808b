"""Reports in the passive: "it was said that …", "were urged to …", "regarded by X as …"."""

from dataclasses import replace

from annotate.grammar import holders, memories, phrases, plain_subjects
from annotate.grammar.cues import Cue, find, of_class, verbs
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content, endings, openings, set_in
from annotate.layers.quotes.reports import Report


def report(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """What is reported without its speaker for a subject."""
    return (
        _let_known(reading, cue, first, last, memory)
        or _expletive(reading, cue, first, last)
        or _passive(reading, cue, last, memory)
    )


def _let_known(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """ "The chairman had | let it be known that …": of whoever lets it be known."""
    words, let = reading.words, cue.head - 2
    if (
        let <= first
        or words[let : cue.head] != ("let", "it")
        or words[cue.last : cue.last + 1] != ("that",)
    ):
        return None
    while let > first and words[let - 1] in of_class("adverb", "have"):
        let -= 1
    who = plain_subjects.before(reading, replace(cue, head=let), first)
    source = holders.mention(reading, who, memory) if who else None
    if source is None:
        return None
    memories.keep_speaker(reading, who, source, memory)
    begin, end = content.trimmed(
        reading, cue.last + 1, endings.of(reading, cue, cue.last + 1, last)
    )
    return Report(
        first=begin, last=end, rule="impersonal", source=source, cue=(cue.first, cue.last)
    )


def _passive(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    """ "It was said that …", "are reported to …": nobody named; "regarded by X as …"."""
    words = reading.words
    if words[cue.last : cue.last + 1] == ("by",) and cue.takes("ak"):
        return _by(reading, cue, last, memory)
    if cue.passive and not cue.modal and words[cue.last : cue.last + 1] == ("as",):
        return _depicted(reading, cue, last)
    if cue.passive and not cue.modal and cue.verb.lemma not in _IMPERSONAL:
        found = _urged(reading, cue, last, memory) if cue.takes("i") else None
        found = found or (_informed(reading, cue, last, memory) if cue.takes("p") else None)
        if found is not None or cue.takes("i"):
            return found
    if cue.verb.lemma not in _IMPERSONAL or not cue.passive or cue.modal:
        return None
    at = cue.last
    if words[at : at + 1] not in {("that",), ("to",)}:
        return None
    if cue.verb.lemma == "expect" and words[at] == "to":
        return None  # what is due, not what somebody thinks
    if words[at] == "to" and at + 1 < last and _noun(reading, at + 1):
        return None  # "was reported to | the police"
    if words[at : at + 2] == ("to", "have") and words[at + 2] in verbs():
        return None  # "is said to have | told them that …": the second verb's
    begin = at + 1 if words[at] == "that" else at
    end = endings.of(reading, cue, begin, last)
    begin, end = content.trimmed(reading, begin, end)
    return Report(first=begin, last=end, rule="impersonal", cue=(cue.first, cue.last))


def _depicted(reading: Reading, cue: Cue, last: int) -> Report | None:
    """ "The plan was described as …": by nobody that is named."""
    if reading.words[cue.first] not in of_class("depicting"):
        return None
    begin, end = cue.last + 1, endings.of(reading, cue, cue.last + 1, last)
    begin, end = content.trimmed(reading, begin, end)
    return Report(first=begin, last=end, rule="impersonal", cue=(cue.first, cue.last))


def _noun(reading: Reading, at: int) -> bool:
    """Whether a noun phrase begins at a token."""
    return reading.passage.parsed[at].tag_ in {"DT", "NN", "NNP", "NNS", "PRP", "PRP$"}


_IMPERSONAL = of_class("impersonal")


def _expletive(reading: Reading, cue: Cue, first: int, last: int) -> Report | None:
    """ "It was claimed yesterday (that) …", "…, it was claimed yesterday.": nobody is named."""
    it = cue.head - 1
    told = cue.passive or heard(reading, cue)
    if it < first or reading.words[it] != "it" or not told or cue.modal:
        return None
    found = openings.of(reading, cue, last) if cue.takes("ct") else None
    comma = reading.words[it - 1] == "," and it - 1 > first
    stop = set_in.closing(reading, cue.last, last) if comma else None
    if found is not None and found[1] in {"t", "c"}:
        begin, end = found[0], endings.of(reading, cue, found[0], last)
    elif stop is not None:
        begin, end = set_in.around(reading, cue, it, stop, first, last)
        begin = content.unlinked(reading, begin)
    else:
        return None
    if set_in.adverbial(reading, begin, end) or end <= begin:
        return None
    begin, end = content.trimmed(reading, begin, end)
    return Report(first=begin, last=end, rule="impersonal", cue=(cue.first, cue.last))


def heard(reading: Reading, cue: Cue) -> bool:
    """Whether it is only heard that something is said: "one hears | it said that …"."""
    before = reading.words[cue.head - 2 : cue.head]
    return cue.form == "past" and before[1:] == ("it",) and before[0] in of_class("hearing")


def _informed(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    """ "We were told (by the clerk) that …", "had been warned of …", "were told it was late"."""
    words, at = reading.words, cue.last
    source = None
    aside = (n for n in range(at, min(at + _WHEN, last)) if words[n : n + 2] == (",", "by"))
    at = next(aside, at - 1) + 1  # "was warned for months, | by her staff, that"
    if words[at : at + 1] == ("by",):
        who = _teller(reading, at + 1, last)
        source = holders.mention(reading, who, memory) if who else None
        at = who.last if who is not None and source is not None else last
        at += at < last and words[at] == ","
        source = None if who is not None and _means(reading, at - 1, who.first) else source
    far = at + 1 if cue.verb.lemma == "promise" else at + _WHEN  # "promised under a deal | that"
    that = next((n for n in range(at, min(far, last)) if words[n] in {"that", ","}), None)
    if that is not None and words[that] == "that" and words[that + 1 : that + 2] != (",",):
        begin = that + 1
    elif words[at : at + 1] == ("of",) and cue.verb.lemma == "warn":
        begin = at + 1
    elif at == cue.last and openings.clause(reading, at, last):
        begin = at
    else:
        return None
    end = _told_within(reading, begin, endings.of(reading, cue, begin, last))
    begin, end = content.trimmed(reading, begin, end)
    return Report(first=begin, last=end, rule="informed", source=source, cue=(cue.first, cue.last))


def _teller(reading: Reading, at: int, last: int) -> Phrase | None:
    """By whom somebody is told: "told by | a clerk in Brenn | that", up to the "that"."""
    near = range(at, min(at + _NAMED, last))
    end = next((n for n in near if reading.words[n] in {"that", ",", "to", "of"}), None)
    if end is None or end == at or reading.words[end] != "that":
        return phrases.after(reading, at, last)
    return phrases.trimmed(reading, at, end)


_NAMED = 9
"""Tokens of who tells it at most."""


def _means(reading: Reading, at: int, first: int) -> bool:
    """Whether it is a means by which somebody is told, no speaker: "told by | text message"."""
    bare = reading.words[first - 1] == "by" and first not in reading.names
    return bare and reading.passage.parsed[at].tag_ == "NN"


def _told_within(reading: Reading, begin: int, end: int) -> int:
    """Where what somebody was told ends if another tells it: "was told of it|, the clerk said"."""
    cues = [cue for cue in find(reading, begin, end) if not cue.passive and end - cue.last <= 1]
    near = range(cues[-1].head - 1, max(begin, cues[-1].head - _WHO), -1) if cues else ()
    return next((n for n in near if reading.words[n] == ","), end)


_WHO = 6
"""Tokens of who tells it, at most."""


_WHEN = 7
"""Tokens from a verb to its "that" at most: "was told | as late as May | that"."""


def _urged(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    """ "Residents were urged (by the police) to …": what they are to do, and who wants it."""
    words, at = reading.words, cue.last
    source = None
    if words[at : at + 1] == ("by",):
        who = phrases.after(reading, at + 1, last)
        source = holders.mention(reading, who, memory) if who else None
        at = who.last if who is not None and source is not None else last
    to = at + (words[at : at + 1] in {("not",), ("never",)})
    if words[to : to + 1] != ("to",) or to + 2 >= last:
        return None
    begin, end = content.trimmed(reading, at, endings.of(reading, cue, at, last))
    return Report(
        first=begin, last=endings.infinitive(reading, begin, end),
        rule="informed" if to > at else "urged", source=source,
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
