"""Reported speech and thought: what is said, who says it, by which word (GUIDELINES 4).

Direct speech is found first, by its marks; then the clauses, phrases and nouns that report, which
leave direct speech alone. A block quoted whole is one quotation, and the speech that it reports is
nested in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from annotate import offsets
from annotate.grammar import marks, memories
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading, read, unframed
from annotate.grammar.trees import Tree, tree
from annotate.language import Known, Parsed, Passage
from annotate.layers.quotes import (
    adjuncts,
    blocks,
    broken,
    clauses,
    direct,
    exchanges,
    following,
    headlines,
    indirect,
    introductions,
    listeners,
    nominal,
    proposals,
    relatives,
    seconds,
    signed,
    sourced,
    standing,
    trust,
    turns,
    unsaid,
)
from annotate.layers.quotes import parsed as parses
from annotate.layers.quotes.reports import Report, naming, place, quote
from annotate.model import Entity, Quote, Span
from annotate.offsets import Places

_SILENT = frozenset({"byline", "heading", "comment_meta", "notice", "caption"})
"""Kinds in which nobody is reported to speak: they name things."""

_NAMING = frozenset({"title", "heading", "list_item"})
"""Kinds in which a speaker and a colon report, as headlines do: links to articles are lists."""


@dataclass(slots=True, kw_only=True)
class _Course:
    """How far a document is read: what a passage leaves for those below it.

    block: the report of the block quoted whole that one is in. speech: the direct speech that the
    passage above left open. floor: who spoke last in an exchange.
    """

    readings: list[Reading]
    memory: Memory
    turns: Mapping[int, turns.Turn]
    block: Report | None = None
    nested: dict[int, Report] = field(default_factory=dict)
    speech: Report | None = None
    floor: exchanges.Floor = field(default_factory=list)


def find(parsed: Parsed, known: Known) -> list[Span]:
    """The quotations of a document, in order of their place."""
    entities = (each for each in known.get("entity", ()) if isinstance(each, Entity))
    readings = list(_readings(parsed, offsets.Row(entities)))
    memory = memories.of(parsed.codebook, readings)
    course = _Course(readings=readings, memory=memory, turns=turns.turns(readings))
    found: list[Quote] = []
    for number, reading in enumerate(readings):
        if _begins_comment(readings, number):
            memories.forget_comments(memory)
        signs = _signs(course, reading)
        course.block = None if signs else _block(course, number, parsed.text)
        if course.block:
            course.readings[number] = reading = unframed(reading)
        reports = [] if signs else _of_passage(course, number)
        if course.block and course.block.last > course.block.first:
            found.append(quote(reading, course.block, parsed.text))
        depth = 1 if course.block else 0
        found.extend(quote(reading, replace(r, depth=depth), parsed.text) for r in reports)
        if number in course.turns:
            memories.remember_turn(memory, reading, course.turns[number].source)
        else:
            memories.remember(memory, reading)
    return sorted(found, key=lambda each: (each.start, -each.end))


def _begins_comment(readings: list[Reading], number: int) -> bool:
    """Whether a passage is the first of a reader's comment."""
    segment = readings[number].passage.segment
    above = readings[number - 1].passage.segment if number else None
    return segment.kind == "comment" and segment != above


def _signs(course: _Course, reading: Reading) -> bool:
    """Whether a passage only signs the block quoted above it: "— Ann Orr, letter to the board"."""
    quoted = reading.passage.segment.kind == "quote" and bool(course.block)
    return quoted and bool(signed.line(reading, course.memory))


def _block(course: _Course, number: int, text: str) -> Report | None:
    """The report of a block quoted whole that a passage is in, None if it is in none.

    A mail quotes what another quoted: each depth has a source of its own, and keeps it.
    """
    reading = course.readings[number]
    above = course.readings[number - 1 :: -1] if number else []
    marked = blocks.in_marks(reading, above) and course.speech is None
    if not (reading.passage.segment.kind == "quote" or marked) or blocks.tells(reading):
        return None
    rest = course.readings[number + 1 :]
    below = list(takewhile(lambda each: each.passage.segment.kind == "quote", rest))
    signer = signed.below_block(below, course.memory)
    depth = blocks.depth(reading, text)
    goes_on = {at: each for at, each in course.nested.items() if course.block and at <= depth}
    last = goes_on.get(depth) if depth else course.block
    found = blocks.report(reading, above, course.memory, last, signer)
    course.nested = {**goes_on, depth: found}
    deeper = bool(below) and blocks.depth(below[0], text) > depth > 0
    silent = depth and blocks.only_names(reading, found.source, deeper=deeper)
    return replace(found, last=found.first) if silent else found


def _of_passage(course: _Course, number: int) -> list[Report]:
    """The reports of a passage: by the layout where that tells them, else by its words."""
    reading = course.readings[number]
    if number in course.turns:
        return [turns.report(reading, course.turns[number])]
    if headline := _headline(number, reading, course.memory):
        return [headline]
    if reading.passage.segment.kind == "title" and len(course.readings) > 1:
        return list(headlines.telling(reading, _reports(reading, None, course.memory, None)))
    if reading.passage.segment.kind in _SILENT and len(course.readings) > 1:
        return []
    below = course.readings[number + 1] if number + 1 < len(course.readings) else None
    before = None if course.block else course.speech
    reports = list(_reports(reading, below, course.memory, before))
    if not reports and (answer := exchanges.report(reading, course.floor)):
        reports = [answer]
    course.floor = exchanges.after(course.floor, reading, reports)
    course.speech = _unclosed(reading, reports) or introductions.report(reading, course.memory)
    return reports


def _headline(number: int, reading: Reading, memory: Memory) -> Report | None:
    """The report of a headline; the first passage is one where nothing said that it is."""
    if number and reading.passage.segment.kind not in _NAMING:
        return None
    return headlines.report(reading, tree(reading), memory)


def _readings(parsed: Parsed, entities: offsets.Row[Entity]) -> Iterator[Reading]:
    for passage, below in _with_next(parsed.passages):
        names = entities.begun(passage.segment.start, passage.segment.end)
        yield read(passage, names, goes_on=_goes_on(passage, below))


def _unclosed(reading: Reading, reports: list[Report]) -> Report | None:
    """The direct speech that a passage ends with and the next one takes up."""
    left = [m.inner for m in reading.marked if not m.pair.closed]
    found = next((r for r in reports if (r.first, r.last) in left), None)
    return found and replace(found, told=place(reading, found.cue) if found.cue else found.told)


def _reports(
    reading: Reading, below: Reading | None, memory: Memory, before: Report | None
) -> Iterator[Report]:
    signature = signed.report(reading, below, memory)
    if signature is not None:
        yield signature
        return
    drawn = tree(reading)
    if reading.marked:
        memories.foresee(memory, reading)
    spoken = list(direct.outer(reading, memory, before, drawn))
    taken = {at for each in spoken for at in range(each.first, each.last)}
    taken |= {at for each in spoken if each.cue for at in range(*each.cue)}
    told = _parsed(reading, drawn, memory, taken) if drawn else _told(reading, memory, taken)
    told += parses.led(reading, drawn, spoken) if drawn else []
    told = list(_by_speaker(reading, told, [*spoken, *_set_in(told)]))
    told = list(seconds.told_apart(reading, told, spoken))
    spoken = [each for each in spoken if not _a_piece(each, told)]
    found = [each for each in (*spoken, *_apart(reading, told, spoken)) if each.last > each.first]
    believed = list(proposals.merged(reading, found, memory, drawn))
    if drawn:
        left = following.reports(reading, believed, drawn, memory)
        believed += (replace(each, score=trust.UNCONFIRMED) for each in left)
    for each in broken.joined(reading, seconds.ended(reading, believed)):
        if unsaid.left_unsaid(reading, each):
            continue
        yield listeners.unspoken(reading, broken.parted(reading, each, drawn))


def _told(reading: Reading, memory: Memory, taken: set[int]) -> list[Report]:
    """The reports without marks around them, as far as words alone tell."""
    told = list(relatives.reports(reading, memory, taken))
    led = taken | {at for each in told if each.cue for at in range(*each.cue)}
    told += indirect.clauses(reading, memory, led)
    cues = taken | {at for each in told if each.cue for at in range(*each.cue)}
    told += adjuncts.reports(reading, memory, taken)
    told += nominal.reports(reading, memory, cues)
    return told


def _parsed(reading: Reading, drawn: Tree, memory: Memory, taken: set[int]) -> list[Report]:
    """The same, without what the parse speaks against, and with what only it shows."""
    told = [
        sourced.by_parse(reading, drawn, clauses.clipped(drawn, each), memory)
        for each in _told(reading, memory, taken)
        if standing.stands(drawn, each)
    ]
    seen = taken | {at for each in told if each.cue for at in range(*each.cue)}
    told += parses.reports(reading, drawn, memory, seen)
    told = [clauses.without_aside(drawn, each) for each in clauses.called(drawn, told)]
    told = [clauses.without_vehicle(drawn, each) for each in told]
    return [clauses.without_copula(drawn, each) for each in told]


def _set_in(told: list[Report]) -> list[Report]:
    """The reports whose attribution stands behind what is said: "Sales rose, the firm said"."""
    return [each for each in told if each.rule == "verb-set-in" and each.cue is not None]


def _by_speaker(reading: Reading, told: list[Report], spoken: list[Report]) -> Iterator[Report]:
    """The reports, those of a second verb by whoever spoke: "…," she said, | adding that …".

    Words alone take the sentence's first noun for the subject, which is one of those she said.
    """
    for each in told:
        before = [s for s in spoken if s.cue and each.cue and s.cue[1] <= each.cue[0]]
        named = naming(reading, each.source) if before else ()
        inside = any(s.first <= named[0] < s.last for s in before) if named else False
        spoke = before[-1].source if inside else None
        yield replace(each, source=spoke) if spoke is not None else each


def _a_piece(spoken: Report, told: list[Report]) -> bool:
    """Whether marked text that only a parse shows is a piece of what is reported around it."""
    return spoken.rule == "quoted-by-parse" and any(
        spoken.cue is not None and each.first <= spoken.cue[0] and spoken.last <= each.last
        for each in told
    )


def _apart(reading: Reading, told: list[Report], spoken: list[Report]) -> Iterator[Report]:
    """The reports that repeat neither direct speech nor the thoughts of who is already reported."""
    seen: set[tuple[int, int]] = set()
    told = [each for each in told if not _only_leads(reading, each, told)]
    told = [each for each in told if not (_only_says(each, spoken) or _again(each, told))]
    places = Places((each.first, each.last) for each in told)
    direct = {(each.first, each.last) for each in spoken}
    for each in told:
        around = (told[n] for n in places.touching(each.first, each.last))
        if (each.first, each.last) in seen or any(_echoes(each, other) for other in around):
            continue
        seen.add((each.first, each.last))
        if not any((each.first + a, each.last + b) in direct for a in _NEXT for b in _NEXT):
            yield each


_NEXT = (-1, 0, 1)
"""How far off in tokens the ends of what is told and of direct speech are that are the same."""


def _again(report: Report, told: list[Report]) -> bool:
    """Whether another tells the same and says whose it is: "said in a | statement that “…”"."""
    first, last = report.tokens
    same = (o for o in told if abs(o.first - first) <= 1 and abs(o.last - last) <= 1)
    return report.source is None and any(each.source is not None for each in same)


def _only_says(report: Report, spoken: list[Report]) -> bool:
    """Whether all that is told is who says what is marked: "reportedly | wrote, saying “…”"."""
    said = (each.cue for each in spoken if each.cue is not None)
    return report.rule == "reportedly" and any(report.first <= cue[0] < report.last for cue in said)


def _echoes(inner: Report, outer: Report) -> bool:
    """Whether a report lies in another and its source is a pronoun: "told me | they feel that"."""
    if not inner.back or inner is outer or inner.cue is None:
        return False
    inside = outer.first <= min(inner.first, inner.cue[0]) and inner.last <= outer.last
    return inside and inner.cue[0] < outer.last  # not "… decided to join, he said" around it


def _only_leads(reading: Reading, outer: Report, told: list[Report]) -> bool:
    """Whether what follows a colon has its own words of saying: "disagrees: | it says that"."""
    if outer.cue is None or reading.words[outer.cue[1] : outer.first] != (":",):
        return False
    opening = range(outer.first, outer.first + _ANEW)
    return any(each.back and each.cue is not None and each.cue[0] in opening for each in told)


_ANEW = 4
"""Tokens in which a clause behind a colon has its pronoun and verb of saying."""


def _goes_on(passage: Passage, following: Passage | None) -> bool:
    """Whether a speech of several paragraphs goes on in the next one."""
    if following is None or following.segment.kind != passage.segment.kind:
        return False
    return marks.opens_with_mark(following.copy)


def _with_next(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, Passage | None]]:
    for n, passage in enumerate(passages):
        yield passage, passages[n + 1] if n + 1 < len(passages) else None
