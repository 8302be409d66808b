"""Direct speech: marked text with a verb of saying before it, after it, or in its middle.

Marked text without such a verb is a quotation only where it is whole sentences that follow the
same speaker's words; a short stretch is a name or a scare quote, and not ours.
"""

from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar import frames, holders, memories, phrases, plain_subjects, subjects
from annotate.grammar.cues import Cue, find, of_class, saying
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Marked, Reading
from annotate.grammar.trees import FINITE, Tree
from annotate.layers.quotes import content, continued, openings, set_in, sourced, spoken
from annotate.layers.quotes.reports import Report, naming

_ENDINGS = frozenset({",", "!", "?", ".", "…", "—", "–", "-", "..."})
_CLOSING = frozenset({"”", '"', "’", "'", "''", "»", "“"})
_NAME = 4
"""Tokens, marks included, of marked text that a verb without comma or colon only names."""


def outer(
    reading: Reading, memory: Memory, before: Report | None, tree: Tree | None = None
) -> Iterator[Report]:
    """The direct quotations of a passage, in order.

    before: the speech that the passage above ended with and did not close. tree: of the passage,
    where it has been parsed.
    """
    last = continued.resumed(reading, before) if before is not None else None
    done = last.last + 1 if last is not None else 0
    if last is not None:
        yield last
    for marked in reading.marked:
        if marked.first < done:
            continue
        found = _whole(reading, marked, memory, tree)
        found = found or _before(reading, marked, memory, last, tree)
        if found is None and tree is not None:
            found = _governed(reading, marked, tree, memory)
            found = found or spoken.report(reading, marked, tree, memory)
        if found is None and last is not None:
            found = continued.taken_up(reading, marked, last)
            found = found or continued.going_on(reading, marked, last)
        if found is None and reading.framed(marked):
            continue
        if found is not None:
            last, done = found, marked.last
            yield found


def _report(
    reading: Reading,
    marked: Marked,
    rule: str,
    cue: Cue | None,
    who: phrases.Phrase | None,
    memory: Memory,
) -> Report | None:
    source = holders.mention(reading, who, memory) if who else None
    if who and source is None:
        return None
    if source is not None:
        memories.keep_speaker(reading, who, source, memory)
    first, last = marked.inner
    return Report(
        first=first,
        last=last,
        rule=rule,
        source=source,
        cue=(cue.first, cue.last) if cue else None,
        label="direct",
    )


def _governed(reading: Reading, marked: Marked, tree: Tree, memory: Memory) -> Report | None:
    """Marked text that hangs on a verb of saying, or on which one hangs, by the parse."""
    ended = {reading.words[at] for at in (marked.last - 1, marked.last - 2)} & _ENDINGS
    behind = reading.words[marked.last : marked.last + 1] == (",",)
    before = marked.first > 0 and reading.words[marked.first - 1] in {",", ":"}
    if not (ended or behind or before):
        return None
    for at in _governing(marked, tree):
        rows = frames.verbs().get(tree.words[at], ()) if tree.kinds[at] == "VERB" else ()
        who = None if tree.passive(at) else subjects.of(tree, at)
        whole = all(_within(tree, each, marked) for each in tree.under(at, "ccomp"))
        if who is None or not whole or not any("quote" in row.frames for row in rows):
            continue
        named = subjects.phrase(reading, tree, who)
        return _report(reading, marked, "quoted-by-parse", saying(at), named, memory)
    return None


def _within(tree: Tree, clause: int, marked: Marked) -> bool:
    """Whether a clause lies in marks: else these only hold a part of what is said."""
    first, last = tree.edges[clause]
    led = tree.words[marked.first - 1] == ":"
    return marked.first - led <= first and last <= marked.last + 1


def _governing(marked: Marked, tree: Tree) -> Iterator[int]:
    """The words outside marks that govern a word inside, or are set beside it."""
    inside = range(marked.first, marked.last)
    for at in inside:
        if tree.heads[at] not in inside and tree.relations[at] in {"ccomp", "parataxis", "obj"}:
            yield tree.heads[at]
        yield from (c for c in tree.under(at, "parataxis", "ccomp") if c not in inside)


def _whole(reading: Reading, marked: Marked, memory: Memory, tree: Tree | None) -> Report | None:
    """Marked text with its speaker behind it, of all who speak, and with what it goes on from."""
    found = _after(reading, marked, memory, tree)
    if found is None or tree is None:
        return found
    return _with_opening(reading, marked, sourced.together(reading, tree, found, memory), tree)


def _after(reading: Reading, marked: Marked, memory: Memory, tree: Tree | None) -> Report | None:
    """“…,” says X. “…,” X says. “…,” wrote X, a …, in a …"""
    at, end = marked.last, _sentence_end(reading, marked)
    ended = _closed_by(reading, marked) in _ENDINGS
    if at < end and reading.words[at] in {",", "–", "—"}:
        at, ended = at + 1, True
    if not ended or at >= end or reading.words[at] in {"and", "but"} or _titled(reading, marked):
        return None
    stop = mark.first if (mark := reading.next_mark(at)) else end
    follows = end > reading.unit_at(marked.last - 1)[1]
    if (found := _as_quoted(reading, at, min(stop, end))) is not None:
        return _report(reading, marked, "quoted-then-verb", *found, memory)
    for cue in find(reading, at, min(stop, end)):
        named = cue.head == at and reading.is_person(cue.last)  # "“…,” | scoffs June Abbott"
        if not cue.takes("dc") or cue.passive or cue.modal or (_no_verb(tree, cue) and not named):
            continue
        if reading.words[cue.head - 1] in of_class("relative"):
            continue  # "one resident, who asked not to be named, | said"
        if (follows or cue.form == "ing") and openings.of(reading, cue, end) is not None:
            return None  # a sentence by itself with what was said, or "“late”, adding that …"
        who = _speaker_behind(reading, cue, at, end)
        if who is None and cue.head - at > 12:
            return None
        if who is not None:
            return _report(reading, marked, "quoted-then-verb", cue, who, memory)
    return None


def _as_quoted(reading: Reading, at: int, end: int) -> tuple[Cue, phrases.Phrase] | None:
    """The verb and its speaker where another quotes them: "“…,” Orr was quoted by the Wire | as
    saying", "“…,” the Wire quoted | Orr | as saying".
    """
    words = reading.words
    told = next((n for n in range(at, end - 1) if words[n] == "as" and _tells(words[n + 1])), None)
    if told is None:
        return None
    verb = plain_subjects.quoting(reading, told, at)
    if verb is None:
        return None
    passive = words[verb - 1] in of_class("be", "adverb")
    ending, after = phrases.ending, phrases.after
    who = ending(reading, verb - 1, at) if passive else after(reading, verb + 1, told)
    return None if who is None else (saying(told + 1), who)


def _tells(word: str) -> bool:
    return word in {"saying", "telling", "writing"}


def _no_verb(tree: Tree | None, cue: Cue) -> bool:
    """Whether a parse takes what looks like a verb of saying for a noun: "state senator"."""
    return tree is not None and tree.kinds[cue.first] in {"NOUN", "PROPN", "ADJ"}


def _closed_by(reading: Reading, marked: Marked) -> str:
    """The last word in marks, closing marks of what is quoted in them aside."""
    at = marked.last - 1
    while at > marked.first and reading.words[at] in _CLOSING:
        at -= 1
    return reading.words[at]


def _speaker_behind(reading: Reading, cue: Cue, at: int, end: int) -> phrases.Phrase | None:
    """The speaker by a verb that follows marks which end at a token."""
    if cue.head == at:
        after = phrases.after(reading, cue.last, end)
        # "Hale, who wrote “Home,” once said | it was late": the subject stands before the marks.
        return None if after is not None and set_in.begins_clause(reading, after) else after
    told = any(reading.words[n] in {":", ";", "that"} for n in range(at, cue.head))
    if told or reading.words[at] in _GOING_ON:
        return None
    named = _apposed(reading, at, cue.head)
    return named or plain_subjects.before(reading, cue, at)


_GOING_ON = frozenset({"although", "because", "though", "whereas", "which", "while", "whose"})
"""What goes on with a sentence behind marks, and attributes nothing: "“gifts,” | while here"."""


def _apposed(reading: Reading, at: int, verb: int) -> phrases.Phrase | None:
    """The person named first, whatever is told of them before the verb: "Ann Orr, head of the Wire
    | told us", "Ann Orr, a clerk at the court, who was there, | told us".
    """
    _, end = reading.name_at(at)
    if not reading.is_person(at) or end >= verb or reading.words[end] != ",":
        return None
    open_ended = "," not in reading.words[end + 1 : verb]
    closed = reading.words[verb - 1] == "," and not reading.is_person(end + 1)
    return phrases.Phrase(first=at, last=end) if open_ended or closed else None


def _sentence_end(reading: Reading, marked: Marked) -> int:
    """The end of the sentence that marked text stands in, or of the one that it begins.

    "“Who counts the boats?” | Kolde asked": a mark that asks or calls ends no sentence here.
    """
    _, end = reading.unit_at(marked.last - 1)
    asks = _closed_by(reading, marked) in {"?", "!"}
    if end == marked.last < len(reading.words) and asks:
        return reading.unit_at(end)[1]
    return end


def _with_opening(reading: Reading, marked: Marked, found: Report, tree: Tree) -> Report:
    """The report with the unmarked words that its marked ones go on from.

    "The dam “is a monument to haste,” Kolde said": what is said begins with the sentence.
    """
    first, _ = reading.unit_at(marked.first)
    begin, _ = content.trimmed(reading, content.unlinked(reading, first), marked.first)
    goes_on = reading.passage.parsed[marked.inner[0]].text[:1].islower()
    before = reading.words[begin : marked.first]
    if not goes_on or not before or set(before) & {":", ";"} or _quoted_in(reading, begin, marked):
        return found
    opened = before[0] in of_class("preposition", "subordinator") and before[-1] == ","
    if before[-1] in _STOPPED and not opened:
        return found
    if reading.spoken(begin) is not None:
        return found
    cues = {cue.first for cue in find(reading, begin, marked.first)}
    if any(_leads(tree, at, marked, cues) for at in range(begin, marked.first)):
        return found
    whole = _sentence_rest(reading, found, begin, marked.last, tree)
    return replace(found, first=begin, last=whole, label="mixed")


def _sentence_rest(reading: Reading, found: Report, begin: int, end: int, tree: Tree) -> int:
    """Where a sentence ends whose subject alone stands before its attribution: "The “silent
    majority,” Orr said, | wants the wall"."""
    behind = max(end, found.cue[1] if found.cue else end, naming(reading, found.source).stop)
    if any(tree.tags[at] in FINITE for at in range(begin, end)):
        return end
    _, last = reading.unit_at(begin)
    goes_on = reading.words[behind : behind + 1] == (",",) and behind + 1 < last
    verbal = goes_on and tree.tags[behind + 1] in FINITE
    return content.trimmed(reading, begin, last)[1] if verbal else end


def _quoted_in(reading: Reading, begin: int, marked: Marked) -> bool:
    """Whether somebody's words stand in other marks before these, more than a piece of a clause."""
    others = (m for m in reading.begun(begin, marked.first) if m.last <= marked.first)
    return any(
        not reading.passage.parsed[each.inner[0]].text[:1].islower()
        or reading.words[each.inner[1] - 1] in _ENDINGS
        for each in others
    )


def _leads(tree: Tree, at: int, marked: Marked, cues: set[int]) -> bool:
    """Whether a word is a verb that may itself lead to what is marked: "complains of “…”".

    Not so "those who | call her a traitor have taken the board for “a toy,” Orr said".
    """
    reports = at in cues or any(g.kind == "verb" for g in frames.governors(tree, at, at + 1))
    if tree.tags[at] == "VBG" and marked.first - at > 1:
        return False  # "by telling them that he was | “a saint,” Orr said"
    first, last = tree.edges[at]
    return reports and (first <= marked.inner[0] < last or marked.first - at <= _NEAR)


_NEAR = 3
"""Tokens from a verb to the marks that it may lead to, whatever a parse says."""


_STOPPED = frozenset({",", ".", "–", "—", "―", "--", "?", "!", "("})


def _titled(reading: Reading, marked: Marked) -> bool:
    """Whether marks in mid-sentence hold a title: "On “The Night Ferry,” Kolde said …"."""
    first, _ = reading.unit_at(marked.first)
    words = [at for at in range(*marked.inner) if reading.words[at][0].isalpha()]
    small = of_class("preposition", "determiner", "conjunction")
    titled = all(reading.title_case(at) or reading.words[at] in small for at in words)
    return marked.first > first and len(words) > 1 and titled


def _before(
    reading: Reading, marked: Marked, memory: Memory, last: Report | None, tree: Tree | None
) -> Report | None:
    """X says, “…” X told Y: “…” X simply said, “…”

    last: the quotation before it. “…,” said X, “…” and “…,” X said, adding, “…” are of one speaker.
    """
    first, _ = reading.unit_at(marked.first)
    at = marked.first
    stop = reading.words[at - 1] if at > first else ""
    if stop not in {",", ":"}:
        cue = _touching(reading, first, at)
        cue = (
            None if cue is not None and _no_verb(tree, cue) else cue
        )  # "calls that | estimate “…”"
        named = marked.last - marked.first <= _NAME
        named = named or (cue is not None and cue.takes("p") and _titled(reading, marked))
        if cue is None or stop == "that" or named or _runs_on(reading, marked):
            return None  # "…,” he told | “Night and Day.”": to whom, not what
    elif stop == "," and _is_word(reading, marked):
        return None
    else:
        cue = _nearest(reading, first, at, tree)
    if cue is None:
        return _colon(reading, marked, first, memory) if stop == ":" else None
    if stop == "," and tree is not None and _goes_on(reading, marked, cue, tree):
        return None
    if last is not None and last.cue is not None and first <= last.cue[0]:
        again = cue.form == "ing" and last.last <= cue.first
        if again or last.cue == (cue.first, cue.last):
            return continued.of_same(marked, last, cue)
    if stop == "," and (around := _around(reading, marked, cue, first, memory)) is not None:
        return around
    who = None
    if tree is not None and cue.form == "ing" and _has_subject(tree, cue.first):
        who = _drawn_subject(reading, cue, memory, tree)  # "recalls her father telling her, “…”"
    who = who or _subject(reading, cue, first, at) or _drawn_subject(reading, cue, memory, tree)
    return _report(reading, marked, "verb-then-quoted", cue, who, memory)


def _has_subject(tree: Tree, at: int) -> bool:
    """Whether a participle has a subject, or the verb before it that it depends on: "the edge where
    | the media | starts saying, “…”".
    """
    head = tree.heads[at]
    return bool(tree.under(at, "nsubj") or (head == at - 1 and tree.under(head, "nsubj")))


def _goes_on(reading: Reading, marked: Marked, cue: Cue, tree: Tree) -> bool:
    """Whether marks only hold the end of what is told: "said it is late, | “because …”"."""
    if not reading.passage.parsed[marked.inner[0]].text[:1].islower():
        return False
    told = (each for each in tree.under(cue.first, "ccomp") if cue.last <= each < marked.first)
    return any(tree.under(each, "nsubj", "expl") for each in told)


def _around(
    reading: Reading, marked: Marked, cue: Cue, first: int, memory: Memory
) -> Report | None:
    """What is said around an attribution and marked behind it: "The deal, says Orr, “is dead.”"."""
    scene = reading.words[first] in of_class("subordinator", "preposition") - {"that"}
    if scene or not reading.passage.parsed[marked.inner[0]].text[:1].islower():
        return None
    found = set_in.report(reading, cue, first, reading.unit_at(first)[1], memory)
    whole = found is not None and found.first < cue.first and found.last >= marked.inner[1]
    return replace(found, last=marked.last, label="mixed") if found and whole else None


def _is_word(reading: Reading, marked: Marked) -> bool:
    """Whether marks hold a word or two in mid-sentence: "rose by half, “significantly” raising"."""
    _, end = reading.unit_at(marked.last - 1)
    first, last = marked.inner
    return last - first <= _NAME // 2 and marked.last < end - 1


def _drawn_subject(
    reading: Reading, cue: Cue, memory: Memory, tree: Tree | None
) -> phrases.Phrase | None:
    """Who a parse says speaks, where that can be told: "She urges him to come and says, “…”"."""
    named = subjects.of(tree, cue.first) if tree is not None else None
    if tree is None or named is None:
        return None
    who = subjects.phrase(reading, tree, named)
    return who if holders.mention(reading, who, memory) else None


def _runs_on(reading: Reading, marked: Marked) -> bool:
    """Whether the sentence goes on after the marks: then they hold a part of what is said."""
    _, end = reading.unit_at(marked.last - 1)
    left = [w for w in reading.words[marked.last : end] if w[0].isalnum()]
    if not left:
        return False
    whole = content.says_when(reading, marked.last, end)
    return not whole or not content.clause_inside(reading, marked)


def _touching(reading: Reading, first: int, at: int) -> Cue | None:
    found = [cue for cue in find(reading, first, at) if cue.last == at and cue.takes("dc")]
    return found[-1] if found and not found[-1].modal else None


def _nearest(reading: Reading, first: int, at: int, tree: Tree | None) -> Cue | None:
    """The last verb before the marks, with at most addressee and manner between."""
    for cue in reversed(list(find(reading, first, at))):
        between = reading.words[cue.last : at - 1]
        if not cue.takes("dc") or cue.modal or cue.passive:
            continue
        if tree is not None and tree.is_a(cue.first, "advcl") and tree.passive(cue.first):
            continue  # "Asked about it, he laughed: “…”"
        if len(between) <= 12 and "that" not in between:
            return cue
    return None


def _subject(reading: Reading, cue: Cue, first: int, end: int) -> phrases.Phrase | None:
    if cue.form == "ing":
        near = plain_subjects.from_whom(reading, cue, first)
        return near or plain_subjects.main_subject(reading, cue)
    if cue.head == first and cue.form in {"past", "s"}:
        return phrases.after(reading, cue.last, end)  # "Said | Orr | : “…”"
    return plain_subjects.before(reading, cue, first)


def _colon(reading: Reading, marked: Marked, first: int, memory: Memory) -> Report | None:
    """X: “…” Another shrugs: “…”"""
    near = range(max(first, marked.first - _GESTURE), marked.first)
    gesture = next((n for n in near if reading.words[n] in of_class("gesturing")), first)
    if gesture == first:
        return _named_colon(reading, marked, first, memory)
    cue = saying(gesture)
    who = plain_subjects.before(reading, cue, first)
    return _report(reading, marked, "verb-then-quoted", cue, who, memory) if who else None


_GESTURE = 6
"""Tokens from a gesture to the marks: "she shook her head : “…”"."""


def _named_colon(reading: Reading, marked: Marked, first: int, memory: Memory) -> Report | None:
    """X: “…”"""
    name = reading.names.get(first)
    if name is None or name.label not in {"PERSON", "ORG"} or marked.first - first > 10:
        return None
    who = phrases.Phrase(first=first, last=reading.name_at(first)[1])
    return _report(reading, marked, "name-then-quoted", None, who, memory)
