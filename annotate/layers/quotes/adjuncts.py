"""Reports without a verb: "according to X", "reportedly"."""

from collections.abc import Iterator

from annotate.grammar import holders, phrases
from annotate.grammar.cues import of_class
from annotate.grammar.holders import Memory
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content
from annotate.layers.quotes.indirect import closing
from annotate.layers.quotes.reports import Report


def reports(reading: Reading, memory: Memory, taken: set[int]) -> Iterator[Report]:
    """The reports that "according to" and "reportedly" make."""
    for first, last in reading.units:
        for at in range(first, last - 1):
            if at in taken:
                continue
            found = None
            if reading.words[at : at + 2] == ("according", "to"):
                found = _according(reading, at, at + 2, first, last, memory)
            elif reading.words[at : at + 4] == ("in", "the", "words", "of"):
                found = _according(reading, at, at + 4, first, last, memory)
            elif reading.words[at] in of_class("aside"):
                found = _reportedly(reading, at, last)
            if found is not None:
                yield found


def _according(
    reading: Reading, at: int, behind_cue: int, first: int, last: int, memory: Memory
) -> Report | None:
    words = reading.words
    if words[behind_cue : behind_cue + 1] and words[behind_cue] in {"my", "our", "plan"}:
        return None
    who = phrases.after(reading, behind_cue, last)
    source = holders.mention(reading, who, memory) if who else None
    if who is None or source is None:
        return None
    leads = (
        at == first
        or words[at - 1] in {"where", "and", "but", "that"}
        or (at - 1 > first and words[at - 1] == "," and words[at - 2] in {"where", "that", "but"})
    )
    if leads:
        comma = next((n for n in range(who.last, last) if words[n] == ","), None)
        if comma is None:
            return None
        begin, end = comma + 1, _phrase_end(reading, comma + 1, last)
    else:
        begin, end = _clause_start(reading, at, first), at
        behind = closing(reading, who.last, last)
        if (
            words[at - 1] == ","
            and behind is not None
            and words[behind] == ","
            and (behind + 1 < last and not _fresh(reading, behind + 1))
        ):
            end = _phrase_end(reading, behind + 1, last)
    begin, end, label = content.bare(reading, *content.trimmed(reading, begin, end))
    if end - begin < 1:
        return None
    holders.keep_speaker(reading, who, source, memory)
    return Report(
        first=begin,
        last=end,
        rule="according-to",
        source=source,
        cue=(at, behind_cue),
        label=label,
    )


def _phrase_end(reading: Reading, at: int, last: int) -> int:
    ends = {";", ")", "–", "—"}
    found = (n for n in range(at, last) if reading.words[n] in ends and not reading.ranges(n))
    return next(found, last)


def _clause_start(reading: Reading, at: int, first: int) -> int:
    edges = {";", "(", ":", "–", "—"}
    behind = (n for n in range(at - 1, first, -1) if reading.words[n] in edges)
    start = next((n + 1 for n in behind if not reading.ranges(n)), first)
    while start < at and reading.words[start] in {
        "and",
        "but",
        "yet",
        "while",
        "though",
        "although",
    }:
        start += 1
    return start


def _reportedly(reading: Reading, at: int, last: int) -> Report | None:
    words = reading.words
    ends = {",", ";", "–", "—", ")", "and", "with", "but"}
    found = (n for n in range(at + 2, last) if words[n] in ends and not _joined(words, n))
    end = next((n for n in found if not reading.ranges(n)), last)
    begin, end = content.trimmed(reading, at + 1, end)
    if end - begin < 2:
        return None
    return Report(first=begin, last=end, rule="reportedly", cue=(at, at + 1))


def _joined(words: tuple[str, ...], at: int) -> bool:
    return words[at : at + 2] == ("and", "with") or words[at - 1 : at + 1] == ("and", "with")


def _fresh(reading: Reading, at: int) -> bool:
    """Whether a clause of its own begins: "…, but the ministry", "…, who adds"."""
    word = reading.words[at]
    if word not in {"and", "but", "while", "although", "though"}:
        return word in {"who", "which"}
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else ""
    return at + 1 in reading.names or behind in of_class("determiner", "pronoun")
