"""Uses of contested words: which family, whose word, used how (GUIDELINES 6).

The words come from the codebook. A word inside a name (of an office, of a treaty) is nobody's
choice and is left alone.
"""

import re
from collections.abc import Iterator

from annotate import lexicons, offsets
from annotate.grammar import demonyms, memories, wording
from annotate.grammar.cues import CALLING
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
    placed = offsets.Row(entities)
    quotes = offsets.Row(each for each in known.get("quote", ()) if isinstance(each, Quote))
    family = wording.families(parsed.codebook.terms)
    memory = Memory(countries=demonyms.countries(parsed.codebook))
    terms: list[Span] = []
    for passage in parsed.passages:
        stretch = passage.segment.start, passage.segment.end
        reading = read(passage, placed.begun(*stretch))
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
    quotes: offsets.Row[Quote],
    name: str,
    memory: Memory,
) -> Iterator[Term]:
    passage = reading.passage
    last: tuple[wording.Use, Judgement] | None = None
    for use in uses:
        start, end = passage.stretch(use.start, use.end)
        tokens = passage.tokens(start, end)
        if tokens is None:
            continue
        if not text[start].islower() and _in_name(reading, tokens.start, tokens.end):
            continue  # "Traders Union"; but who says "UN traders' convention" describes it
        place = Place(
            first=tokens.start,
            last=tokens.end,
            writer=name,
            speaker=None if _added(passage, use) else _speaker(quotes, start, end, text),
            denied=_denied(quotes, start, end, text),
            before=_speaker_before(quotes, start, text),
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


def _speaker(quotes: offsets.Row[Quote], start: int, end: int, text: str) -> str | None:
    """The source of the innermost quotation around a term that has one."""
    return _source(_around(quotes, start, end, text))


def _around(quotes: offsets.Row[Quote], start: int, end: int, text: str) -> Quote | None:
    around = [
        each
        for each in quotes.touching(start, end)
        if each.holds(start, end)
        and each.source is not None
        and not _is_named(each, start, end, text)
    ]
    return min(around, key=lambda q: q.end - q.start, default=None)


def _source(quote: Quote | None) -> str | None:
    return quote.source.canonical if quote is not None and quote.source is not None else None


def _is_named(quote: Quote, start: int, end: int, text: str) -> bool:
    """Whether a term is what somebody gives a name to: "described the | traders | as squatters".

    It stands in what is read as the quotation of the verb, and is the word of who tells it.
    """
    cue, before = _cue(quote, text).rpartition(" ")[2], text[quote.start : start]
    if quote.label != "direct" and (told := _TO_NAME.match(before)):
        cue, before = told[1], before[told.end() :]  # "refuses | to call the settlers refugees"
    if cue not in _NAMERS or not _SHORT.fullmatch(before):
        return False
    return _AS.match(text, end) is not None or (cue in CALLING and text[end : end + 1] == " ")


def _cue(quote: Quote, text: str) -> str:
    return text[quote.cue.start : quote.cue.end].lower() if quote.cue else ""


_NAMERS = CALLING | lexicons.classes("naming_verbs", "as") | {"refer to", "to"}
_TO_NAME = re.compile(r"to (\w+) ")
_SHORT = re.compile(r"\W*(?:(?:to|the|these|those|such|all|many|some) )*(?:\w+ )?")
_AS = re.compile(r"(?: who [\w ]{1,30})? (?:simply |merely |only )?as\b")


def _denied(quotes: offsets.Row[Quote], start: int, end: int, text: str) -> bool:
    """Whether a term is what somebody denies that others are: "denied that they were traders"."""
    quote = _around(quotes, start, end, text)
    if quote is None or not _DENYING.search(_cue(quote, text)):
        return False
    return bool(_BEING.search(text[quote.start : start]) and _ENDING.match(text, end))


_ENDING = re.compile(r"[”’\"']?(?:[.,;:?!”]|$| (?:and|as|at|because|but|by|from|in|or|who)\b)")
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w*)\b")
_BEING = re.compile(r"\b(?:is|are|was|were|be|being)(?: an?| the| real| genuine| really)* [“\"]?$")


def _speaker_before(quotes: offsets.Row[Quote], start: int, text: str) -> str | None:
    """Who spoke right before a word that is set against theirs: "insists they are X, not | Y"."""
    before = quotes.touching(start - _CLOSE, start)
    near = [q for q in before if q.end <= start and _SET_AGAINST.fullmatch(text[q.end : start])]
    return _source(max(near, key=lambda q: q.end, default=None))


_CLOSE = 40
"""Characters, more than what is looked for between the two has."""

_SET_AGAINST = re.compile(r"[”\"]?, (?:and )?(?:not|rather than) (?:as )?(?:an? )?[“\"]?")


def _near(
    passage: Passage, last: tuple[wording.Use, Judgement] | None, use: wording.Use
) -> Judgement | None:
    """How the same word in another script was judged, if it stands right before this one."""
    if last is None or last[0].family != use.family:
        return None
    before, between = last[0], passage.copy[last[0].end : use.start]
    other_script = wording.wide(passage.copy[before.start : before.end])
    return last[1] if other_script and between.strip(" (") == "" else None
