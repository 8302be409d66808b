"""Uses of contested words: which family, whose word, used how (GUIDELINES 6).

The words come from the codebook. A word inside a name (of an office, of a treaty) is nobody's
choice and is left alone.
"""

from collections.abc import Iterator

from annotate.grammar import demonyms, memories, wording
from annotate.grammar.memories import Memory
from annotate.grammar.naming import Judgement, Place, judge
from annotate.grammar.reading import Reading, read
from annotate.grammar.writers import writer
from annotate.language import Known, Parsed, Passage
from annotate.model import AUTHOR, Entity, Quote, Span, Term

_UNREAD = frozenset({"byline", "comment_meta", "notice"})
"""Kinds in which words are parts of names."""

_NAMING = frozenset({"ORG", "LAW", "WORK", "FAC"})
"""Labels of names in which a term is no choice of words."""


def find(parsed: Parsed, known: Known) -> list[Span]:
    """The uses of the codebook's terms, in order of their place."""
    found = wording.pattern(parsed.codebook.terms)
    if found is None:
        return []
    entities = tuple(each for each in known.get("entity", ()) if isinstance(each, Entity))
    quotes = [each for each in known.get("quote", ()) if isinstance(each, Quote)]
    family = wording.families(parsed.codebook.terms)
    memory = Memory(countries=demonyms.countries(parsed.codebook))
    terms: list[Span] = []
    for passage in parsed.passages:
        names = [e for e in entities if passage.segment.start <= e.start < passage.segment.end]
        reading = read(passage, names)
        if passage.segment.kind not in _UNREAD:
            voice = writer(parsed, passage, entities)
            name = AUTHOR if voice == AUTHOR else voice.canonical
            uses = list(wording.uses(passage, found, family))
            terms.extend(_terms(parsed.text, reading, uses, quotes, name, memory))
        memories.remember(memory, reading)
    return terms


def _terms(
    text: str,
    reading: Reading,
    uses: list[wording.Use],
    quotes: list[Quote],
    name: str,
    memory: Memory,
) -> Iterator[Term]:
    passage = reading.passage
    last: tuple[wording.Use, Judgement] | None = None
    for use in uses:
        start, end = passage.stretch(use.start, use.end)
        tokens = passage.tokens(start, end)
        if tokens is None or _in_name(reading, tokens.start, tokens.end):
            continue
        place = Place(
            first=tokens.start,
            last=tokens.end,
            writer=name,
            speaker=None if _added(passage, use) else _speaker(quotes, start, end),
            near=_near(passage, last, use),
            wide=wording.wide(text[start:end]),
        )
        judged = judge(reading, place, memory)
        last = use, judged
        yield Term(
            label=use.family,
            start=start,
            end=end,
            text=text[start:end],
            by=f"rule:{judged.rule}",
            holder=judged.holder,
            use=judged.use,
        )


def _in_name(reading: Reading, first: int, last: int) -> bool:
    names = [reading.names.get(at) for at in range(first, last)]
    return all(name is not None and name.label in _NAMING for name in names)


def _added(passage: Passage, use: wording.Use) -> bool:
    """Whether a term stands in what whoever quotes has put in: "this problem [the | refugees']"."""
    return passage.copy.rfind("[", 0, use.start) > passage.copy.rfind("]", 0, use.start)


def _speaker(quotes: list[Quote], start: int, end: int) -> str | None:
    """The source of the innermost quotation around a term that has one."""
    around = [q for q in quotes if q.holds(start, end) and q.source is not None]
    inner = min(around, key=lambda q: q.end - q.start, default=None)
    return inner.source.canonical if inner is not None and inner.source is not None else None


def _near(
    passage: Passage, last: tuple[wording.Use, Judgement] | None, use: wording.Use
) -> Judgement | None:
    """How the same word in another script was judged, if it stands right before this one."""
    if last is None or last[0].family != use.family:
        return None
    before, between = last[0], passage.copy[last[0].end : use.start]
    other_script = wording.wide(passage.copy[before.start : before.end])
    return last[1] if other_script and between.strip(" (") == "" else None
