"""Reports in the passive: "it was said that …", "were urged to …", "regarded by X as …"."""

from annotate.grammar import holders, phrases
from annotate.grammar.cues import Cue, of_class, verbs
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content, endings, finite, openings, set_in
from annotate.layers.quotes.reports import Report


def report(reading: Reading, cue: Cue, first: int, last: int, memory: Memory) -> Report | None:
    """What is reported without its speaker for a subject."""
    found = _expletive(reading, cue, first, last) or _passive(reading, cue, last, memory)
    return found or _heard(reading, cue, first, last)


def _heard(reading: Reading, cue: Cue, first: int, last: int) -> Report | None:
    """ "We are told that …", "I was told the road would be built": nobody is named."""
    told_us = cue.head > first and reading.words[cue.head - 1] in _HEARERS
    if not told_us or not cue.passive or cue.modal or cue.verb.lemma != "tell":
        return None
    begin = cue.last + (reading.words[cue.last : cue.last + 1] == ("that",))
    opens = begin > cue.last or bool({*reading.words[begin : begin + 1]} & _CLAUSE)
    if begin + 2 >= last or not opens or not finite.within(reading, begin, last):
        return None
    begin, end = content.trimmed(reading, begin, endings.of(reading, cue, begin, last))
    return Report(first=begin, last=end, rule="impersonal", cue=(cue.first, cue.last))


_HEARERS = frozenset({"i", "one", "we"})
_CLAUSE = of_class("determiner", "pronoun")
"""What a clause without "that" opens with."""


def _passive(reading: Reading, cue: Cue, last: int, memory: Memory) -> Report | None:
    """ "It was said that …", "are reported to …": nobody named; "regarded by X as …"."""
    words = reading.words
    if words[cue.last : cue.last + 1] == ("by",) and cue.takes("ak"):
        return _by(reading, cue, last, memory)
    if cue.passive and not cue.modal and words[cue.last : cue.last + 1] == ("as",):
        return _depicted(reading, cue, last)
    if cue.passive and not cue.modal and cue.takes("i") and cue.verb.lemma not in _IMPERSONAL:
        return _urged(reading, cue, last, memory)
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
    if it < first or reading.words[it] != "it" or not cue.passive or cue.modal:
        return None
    found = openings.of(reading, cue, last) if cue.takes("ct") else None
    comma = reading.words[it - 1] == "," and it - 1 > first
    if found is not None and found[1] in {"t", "c"}:
        begin, end = found[0], endings.of(reading, cue, found[0], last)
    elif comma and set_in.closing(reading, cue.last, last) is not None:
        begin, end = content.unlinked(reading, first), it - 1
    else:
        return None
    if set_in.adverbial(reading, begin, end) or end <= begin:
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
        first=begin, last=endings.infinitive(reading, begin, end), rule="urged", source=source,
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
