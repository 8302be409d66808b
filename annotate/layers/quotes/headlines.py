"""Headlines that report: "Marant: Camps are full", "Poll: Most fear it", "It leaks, they say"."""

from collections.abc import Iterable, Iterator

from annotate import lexicons
from annotate.grammar import holders
from annotate.grammar.cues import find, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE, Tree
from annotate.layers.quotes import content
from annotate.layers.quotes.reports import Report

_LONGEST = 6
"""Tokens of a speaker before the colon at most: "Former ferry board chief"."""
_LINE = 30
"""Tokens of a headline at most."""
_CLAUSE = 3
"""Words of what is said at least."""
_TELLING = lexicons.listed("headline_speakers")
"""Who speaks in headlines without a name."""
_OPENING = frozenset({"what", "how", "why", "who", "where", "when", "the", "a", "an", "from", "in"})
"""Words that open a subtitle, not a statement: "Marant: How she made it"."""


def report(reading: Reading, tree: Tree | None, memory: Memory) -> Report | None:
    """The statement of a headline that a speaker and a colon open, a colon and marks or a speaker
    and a verb end.
    """
    if (found := _told_behind(reading, memory)) is not None:
        return found
    colon = next((at for at, word in enumerate(reading.words) if word == ":"), 0)
    first, last = content.trimmed(reading, colon + 1, len(reading.words))
    if not colon or last - first < _CLAUSE or last > _LINE or len(reading.units) > 1:
        return None
    told = any(cue.last <= colon for cue in find(reading, 0, colon))
    if told or of_class("be", "have", "do") & set(reading.words[:colon]) - {"'s"}:
        return None  # a sentence: "Kolde said: …", "Her answer was short: …"
    begin, end, label = content.bare(reading, first, last)
    who = _speaker(reading, colon, marked=bool(label))
    if who is None or not (label or _states(reading, tree, colon, last)):
        return None
    source = holders.mention(reading, who, memory)
    if source is None:
        return None
    return Report(
        first=begin, last=end, rule="headline", source=source, label=label, cue=(colon, colon + 1)
    )


def telling(reading: Reading, reports: Iterable[Report]) -> Iterator[Report]:
    """Those reports of a title in which somebody says a thing now: "Vilsack says work gets done".

    What asks or names a subject reports nothing: "What the cables say", "Why experts think so".
    """
    if reading.words[0] in _ASKING or reading.words[-1] == "?":
        return
    for each in reports:
        if each.source is None or each.cue is None or each.cue[1] > each.first:
            continue
        marked = any(m.inner[1] == each.last for m in reading.marked)
        finite = not reading.words[each.cue[0]].endswith("ing")
        verb = each.rule.startswith(_BY_VERB) and each.rule != "verb-as"
        if finite and verb and (marked or each.rule != "verb-obj"):
            yield each


_BY_VERB = ("verb-", "call-on")
"""Rules of reports by a verb."""
_ASKING = frozenset({"what", "how", "why", "when", "where", "who", "which", "whose", "if"})


def _told_behind(reading: Reading, memory: Memory) -> Report | None:
    """ "Firm is to blame for the flood, judge rules", "Dam leaks, says Kolde"."""
    words, end = reading.words, len(reading.words)
    comma = next((at for at in range(end - 1, 0, -1) if words[at] == ","), 0)
    if comma < _CLAUSE or end > _LINE or end - comma > _LONGEST or len(reading.units) > 1:
        return None
    if words[end - 1] in {".", "!", "?"}:
        return None  # a sentence
    cue = next(find(reading, comma + 1, end), None)
    if cue is None or cue.passive or cue.form not in {"s", "base"} or not cue.takes("cdt"):
        return None
    if cue.last == end and cue.head > comma + 1:
        who = Phrase(first=comma + 1, last=cue.head)
    elif cue.head == comma + 1 and cue.last < end:
        who = Phrase(first=cue.last, last=end)
    else:
        return None
    source = holders.mention(reading, who, memory)
    begin, last, label = content.bare(reading, *content.trimmed(reading, 0, comma))
    if source is None or last - begin < _CLAUSE:
        return None
    return Report(
        first=begin, last=last, rule="headline", source=source, label=label,
        cue=(cue.first, cue.last),
    )  # fmt: skip


def _speaker(reading: Reading, colon: int, *, marked: bool) -> Phrase | None:
    """Who stands before the colon, and nothing else; before marks, who opens the headline."""
    if colon <= _LONGEST:
        name = reading.names.get(colon - 1)
        if name is not None and reading.names.get(0) is not None and name.label in _SPEAKERS:
            return Phrase(first=0, last=colon)
        if name is None and reading.words[colon - 1] in _TELLING | of_class("person"):
            return Phrase(first=0, last=colon)
        if colon == 1 and _letters(reading.passage.words[0]):
            return Phrase(first=0, last=colon)
    opens = reading.names.get(0)
    if not marked or opens is None or opens.label != "PERSON":
        return None
    return Phrase(first=0, last=reading.name_at(0)[1])


def _letters(word: str) -> bool:
    """Whether a word is letters that stand for a body: "ODP: …", in a line not all in capitals."""
    return word.isalpha() and word.isupper() and len(word) > 2


_SPEAKERS = frozenset({"PERSON", "ORG"})


def _states(reading: Reading, tree: Tree | None, colon: int, last: int) -> bool:
    """Whether a clause follows the colon, not a subtitle."""
    if reading.words[colon + 1] in _OPENING:
        return False
    if colon == 1 and reading.words[0] in _TELLING:
        return True
    if tree is None or tree.tags[colon + 1] in {"VB", "VBG", "VBN"}:
        return False
    return any(tree.tags[at] in FINITE for at in range(colon + 1, last))
