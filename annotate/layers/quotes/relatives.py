"""Reports in a relative clause: "the toll, which Orr says | is late", "what Orr called | a farce".

What is said lacks its own subject there, or is the name that somebody gives a thing.
"""

from collections.abc import Iterator

from annotate import lexicons
from annotate.grammar import holders, memories, phrases, subjects
from annotate.grammar.cues import CALLING, Cue, find, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE, tree
from annotate.layers.quotes import content, endings, finite, set_in
from annotate.layers.quotes.reports import Report
from annotate.model import Pair


def reports(reading: Reading, memory: Memory, taken: set[int]) -> Iterator[Report]:
    """The reports of a passage's relative clauses."""
    for first, last in reading.units:
        for at in range(first, last - _LEAST):
            if at in taken:
                continue
            found = None
            if reading.words[at] in _RELATIVE and at > first and _tells_of_noun(reading, at):
                found = _of_missing_subject(reading, at, last, memory)
            if found is None and reading.words[at] in _NAMED:
                found = _called(reading, at, last, memory)
            if found is not None:
                yield found


_RELATIVE = of_class("relative") | {"that"}
_NAMED = frozenset({"what", "which"})
_LEAST = 3
"""Tokens behind a relative pronoun at least: who speaks, the verb, something said."""
_SUBJECT = 9
"""Tokens from a relative pronoun to the verb that reports at most."""


def _tells_of_noun(reading: Reading, at: int) -> bool:
    """Whether a relative pronoun follows its noun: no "agreed | that the board's rules …"."""
    before = reading.passage.parsed[at - 1].tag_
    return reading.words[at] != "that" or before.startswith("NN")


def _of_missing_subject(reading: Reading, at: int, last: int, memory: Memory) -> Report | None:
    """ "which the ministry says | was flawed", "whom the army believes | has fled"."""
    cue = next(find(reading, at + 1, min(at + _SUBJECT, last - 1)), None)
    if (
        cue is None
        or cue.passive
        or cue.form == "ing"
        or not cue.takes("c")
        or not _finite(reading, cue.last)
    ):
        return None
    if reading.passage.parsed[cue.first].tag_.startswith("NN"):
        return None  # "which New York | state is"
    who = _speaker(reading, at, cue.head)
    begin, end = content.trimmed(reading, cue.last, _clause_end(reading, cue, at, last))
    if who is None or end - begin < _LEAST - 1:
        return None
    return _report(reading, who, (cue.first, cue.last), (begin, end), "relative-clause", memory)


def _finite(reading: Reading, at: int) -> bool:
    """Whether a finite verb follows at once, an adverb aside."""
    at += reading.words[at] in of_class("adverb")
    if at + 1 >= len(reading.words) or reading.words[at] in {"that", ","}:
        return False
    return reading.words[at] in finite.SURE or reading.passage.parsed[at].tag_ in FINITE


def _clause_end(reading: Reading, cue: Cue, at: int, last: int) -> int:
    """Where a relative clause ends: at its comma, or with what a parse hangs on its verb."""
    end = endings.of(reading, cue, cue.last, last)
    commas = (n for n in range(cue.last, end) if reading.words[n] == ",")
    end = next((n for n in commas if reading.spoken(n) is None), end)
    if reading.words[at - 1] == ",":
        return end
    drawn = tree(reading)
    under = drawn.under(cue.first, "ccomp", "xcomp") if drawn else []
    return min([end, *(drawn.edges[each][1] for each in under if drawn and each >= cue.last)])


def _called(reading: Reading, at: int, last: int, memory: Memory) -> Report | None:
    """ "what Orr called | a farce", "what the board describes as | “an oversight”"."""
    words = reading.words
    near = range(at + 2, min(at + _SUBJECT, last - 1))
    verb = next((n for n in near if words[n] in CALLING or _as(words, n)), None)
    if verb is None or set(words[at:verb]) & of_class("be", "modal"):
        return None
    chain = of_class("adverb", "have", "do")
    head = next(n for n in range(verb, at, -1) if words[n - 1] not in chain)
    who = _speaker(reading, at, head)
    begin = verb + 1 + _as(words, verb)
    marked = next(iter(reading.begun(begin, begin + 1)), None)
    if marked is not None:
        said, label = marked.inner, "direct"
    else:
        stops = (n for n in range(begin, last) if words[n] in _STOPS)
        stop = next((n for n in stops if reading.spoken(n) is None), last)
        said, label = content.trimmed(reading, begin, stop), ""
    if who is None or said[1] - said[0] < _LEAST - 1 or (not label and _is_name(reading, said)):
        return None
    who = _taken_up(reading, who, at) or who
    return _report(reading, who, (verb, verb + 1), said, "called-what", memory, label)


def _is_name(reading: Reading, said: Pair) -> bool:
    """Whether a thing only has a name: "what locals call | the Sink"."""
    words = (at for at in range(*said) if reading.words[at] not in of_class("determiner"))
    return all(reading.title_case(at) for at in words)


def _taken_up(reading: Reading, who: Phrase, what: int) -> Phrase | None:
    """Whom a pronoun takes up from the same sentence: "the guild rejected what | it called"."""
    drawn = tree(reading)
    if drawn is None or reading.words[who.first] not in {"it", "they"}:
        return None
    verbs = (at for at in drawn.above(who.first) if at < what and drawn.kinds[at] == "VERB")
    subject = next((s for at in verbs if (s := subjects.of(drawn, at)) is not None), None)
    return None if subject is None else subjects.phrase(reading, drawn, subject)


def _as(words: tuple[str, ...], at: int) -> bool:
    return words[at] in _DESCRIBING and words[at + 1 : at + 2] == ("as",)


_DESCRIBING = lexicons.classes("naming_verbs", "as")
_STOPS = frozenset({",", ";", "–", "—", ")", ":"})


def _speaker(reading: Reading, at: int, head: int) -> Phrase | None:
    """The noun phrase that stands alone between a relative pronoun and its clause's verb."""
    who = phrases.ending(reading, head, at + 1) if head > at + 1 else None
    if who is None or set_in.opening(reading, who.first, at + 1) != at + 1:
        return None
    return who


def _report(
    reading: Reading, who: Phrase, cue: Pair, said: Pair, rule: str, memory: Memory, label: str = ""
) -> Report | None:
    source = holders.mention(reading, who, memory)
    if source is None:
        return None
    memories.keep_speaker(reading, who, source, memory)
    first, last = said
    return Report(first=first, last=last, rule=rule, source=source, cue=cue, label=label)
