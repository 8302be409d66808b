"""Speech in marks by where it stands: “Fine,” she shrugged; “Robbed,” was his word.

Behind a comma that closes marked text only who spoke can follow, so that no list of verbs is asked.
"""

from annotate.grammar import holders, memories, phrases, subjects
from annotate.grammar.cues import nouns, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Marked, Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes.reports import Report
from annotate.model import Pair

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSED = frozenset({",", "?", "!", "…", "—", "–"})
_NEAR = 6
"""Tokens from the marks to the verb at most: “…,” the old ferryman | shrugged."""


def report(reading: Reading, marked: Marked, tree: Tree, memory: Memory) -> Report | None:
    """The marked text that opens a sentence and is followed by who spoke, and by a verb or noun."""
    first, _ = reading.unit_at(marked.first)
    first_inner, last_inner = marked.inner
    if marked.first > first or not marked.pair.closed or last_inner <= first_inner:
        return None
    if reading.words[last_inner - 1] not in _CLOSED or marked.last >= len(reading.words) - 1:
        return None
    return _as_noun(reading, marked, memory) or _by_deed(reading, marked, tree, memory)


def _by_deed(reading: Reading, marked: Marked, tree: Tree, memory: Memory) -> Report | None:
    """“…,” she shrugged. “…,” grinned the ferryman."""
    at = marked.last
    near = range(at, min(at + _NEAR, len(reading.words)))
    verb = next((n for n in near if tree.tags[n] in _FINITE and tree.kinds[n] == "VERB"), None)
    if verb is None or tree.under(verb, "obj", "ccomp", "nsubj:pass", "expl"):
        return None
    held = tree.under(verb, "nsubj")
    who = next((each for each in held if at <= tree.edges[each][0] <= verb + 1), None)
    between = min(verb, tree.edges[who][0]) if who is not None else verb
    if who is None or between > at or who > at + 2 * _NEAR:
        return None
    phrase = subjects.phrase(reading, tree, who)
    return _told(reading, marked, "quoted-then-deed", (verb, verb + 1), phrase, memory)


def _as_noun(reading: Reading, marked: Marked, memory: Memory) -> Report | None:
    """“…,” was the verdict of X. “…,” was his reply."""
    words, at = reading.words, marked.last
    if words[at] not in {"was", "is", "came"}:
        return None
    ends = range(at + 2, min(at + _NEAR, len(words)))
    noun = next((n for n in ends if words[n] in nouns() or words[n] in _REPLIES), None)
    if noun is None:
        return None
    who: Phrase | None = None
    if words[noun + 1 : noun + 2] in {("of",), ("from",)}:
        who = phrases.after(reading, noun + 2, reading.unit_at(noun)[1])
    elif words[at + 1] in {"his", "her", "their", "its"}:
        who = Phrase(first=at + 1, last=at + 2)
    elif "'s" in words[at + 1 : noun]:
        who = phrases.ending(reading, words.index("'s", at), at + 1)
    elif words[at + 1] not in of_class("determiner"):
        return None
    return _told(reading, marked, "quoted-is-noun", (noun, noun + 1), who, memory)


_REPLIES = frozenset({"answer", "reply", "retort", "rejoinder", "comment", "motto"})


def _told(
    reading: Reading, marked: Marked, rule: str, cue: Pair, who: Phrase | None, memory: Memory
) -> Report | None:
    source = holders.mention(reading, who, memory) if who is not None else None
    if who is not None and source is None:
        return None
    if source is not None:
        memories.keep_speaker(reading, who, source, memory)
    first, last = marked.inner
    return Report(first=first, last=last, rule=rule, source=source, cue=cue, label="direct")
