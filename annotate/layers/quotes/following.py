"""Speech that no word reports: whole sentences in marks behind what one person did or said.

"Ledva keeps a fire at her corner. “What must I do, sleep by the rats?”" A short stretch in marks,
or one behind a sentence that speaks of two, may be anybody's and is left alone.
"""

from collections.abc import Iterator, Sequence

from annotate.grammar import holders, subjects
from annotate.grammar.cues import of_class
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Marked, Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes.reports import Report
from annotate.model import Mention, Pair

_SPEECH = 5
"""Words from which such sentences are speech; shorter ones may be what is written on a sign."""
_ENDS = frozenset({".", "?", "!", "…"})


def reports(
    reading: Reading, found: Sequence[Report], tree: Tree, memory: Memory
) -> Iterator[Report]:
    """The speech of a passage that nothing else has found. found: what else has."""
    known = list(found)
    for marked in reading.marked:
        taken = any(each.first < marked.last and marked.first < each.last for each in known)
        if taken or not _whole(reading, marked):
            continue
        unit = reading.unit_at(marked.first - 1)
        source = _speaker(reading, known, unit, tree, memory)
        if source is not None:
            first, last = marked.inner
            told = [each for each in known if unit[0] <= each.first < unit[1] and each.cue]
            known.append(
                Report(
                    first=first, last=last, rule="quoted-follows", source=source, label="direct",
                    cue=told[-1].cue if told else None,
                )
            )  # fmt: skip
            yield known[-1]


def _whole(reading: Reading, marked: Marked) -> bool:
    """Whether marks hold whole sentences and nothing stands beside them, but something before.

    What the next paragraph takes up closes no mark.
    """
    first, last = marked.inner
    goes_on = marked.pair.closed or marked.last == len(reading.words)
    if not goes_on or not marked.first or last - first < _SPEECH:
        return False
    alone = reading.unit_at(marked.first)[0] == marked.first
    ended = reading.unit_at(marked.last - 1)[1] == marked.last
    return alone and ended and reading.words[last - 1] in _ENDS and reading.title_case(first)


def _speaker(
    reading: Reading, known: Sequence[Report], unit: Pair, tree: Tree, memory: Memory
) -> Mention | None:
    """Whose the sentence before is: who says what it tells, else its subject."""
    told = [r for r in known if unit[0] <= r.first < unit[1] and r.source is not None]
    named = {r.source.canonical: r.source for r in told if r.source is not None}
    if not named:
        return _subject(reading, unit, tree, memory)
    (name, source), *others = named.items()
    return None if others or name in _NOBODY else source


_NOBODY = of_class("pronoun", "vague") | {"nobody", "everybody", "everyone", "somebody", "someone"}


def _subject(reading: Reading, unit: Pair, tree: Tree, memory: Memory) -> Mention | None:
    """The person who is a sentence's subject, where it names no other."""
    root = next((at for at in range(*unit) if tree.heads[at] == at), None)
    who = subjects.of(tree, root) if root is not None else None
    if who is None or tree.passive(root or 0):
        return None
    phrase = subjects.phrase(reading, tree, who)
    pronoun = tree.words[who] in {"he", "she"}
    if not pronoun and not reading.is_person(phrase.last - 1):
        return None
    source = holders.mention(reading, phrase, memory)
    people = {
        each.canonical
        for at, each in reading.names.items()
        if unit[0] <= at < unit[1] and each.label in {"PERSON", "ORG"}
    }
    known = source is not None and source.canonical[:1].isupper()
    return source if source is not None and known and people <= {source.canonical} else None
