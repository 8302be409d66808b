"""Quotations signed with a dash: “…” — Jane Doe, nurse, on the same line or the next.

Epigraphs, pull quotes and lists of comments set the speaker so; the dash is the cue. A block that
is quoted whole may end with such a line, which is no words of who signs.
"""

import re
from collections.abc import Sequence

from annotate import lexicons
from annotate.grammar import holders
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Marked, Reading
from annotate.layers.quotes import content
from annotate.layers.quotes.reports import Report
from annotate.model import Mention, Stretch

_SIGNATURE = re.compile(r"\s*(?P<dash>[―—–~]|--?)\s*(?P<who>[^\W\d_].{1,90})$")
_STOPS = frozenset({",", "(", "–", "—", "|", ";"})
_WHOLE = 3
"""Tokens that signed speech has at least."""


def report(reading: Reading, below: Reading | None, memory: Memory) -> Report | None:
    """The marked text that opens a passage, signed at the passage's end or by the passage below."""
    if posted := _posted(reading, below, memory):
        return posted
    marked = next((each for each in reading.begun(0, 1) if each.pair.closed), None)
    if marked is None or marked.last - marked.first < _WHOLE:
        return None
    signing, at = reading, marked.pair.end
    if not reading.passage.copy[at:].strip() and below is not None:
        signing, at = below, 0
    found = _signature(signing, at, memory)
    return None if found is None else _report(reading, marked, *found)


def _posted(reading: Reading, below: Reading | None, memory: Memory) -> Report | None:
    """A post that a page shows, whole, signed behind it or by the passage below."""
    copy = reading.passage.copy
    found = _POSTED.search(copy)
    if found is not None and found.start():
        signature = _signature(reading, found.start(), memory)
        last = sum(token.idx < found.start() for token in reading.passage.parsed)
    elif below is not None and found is None and _POSTED.fullmatch(below.passage.copy):
        signature, last = _signature(below, 0, memory), len(reading.words)
    else:
        return None
    if signature is None:
        return None
    source, dash = signature
    first, last = content.trimmed(reading, 0, last)
    return Report(first=first, last=last, rule="signed", source=source, told=dash, label="direct")


_POSTED = re.compile(
    r"\s*[―—–] ?[^\n@]{2,60} ?\(@\w{1,30}\)\s+(?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})\s*$"
)
"""The line under a post: "— Jane Doe (@janedoe) February 26, 2024"."""


def below_block(readings: Sequence[Reading], memory: Memory) -> tuple[Mention, Stretch] | None:
    """Who signs a block quoted whole, in a line of its own at the block's end, and the dash.

    readings: the block's passages, the one that is asked about first.
    """
    return next((found for each in readings if (found := line(each, memory))), None)


def line(reading: Reading, memory: Memory) -> tuple[Mention, Stretch] | None:
    """Who signs in a line that is nothing but a signature, and the dash: "— Jane Doe, nurse"."""
    quoted = _QUOTED.match(reading.passage.copy)
    return _signature(reading, quoted.end() if quoted else 0, memory)


_QUOTED = re.compile(r"(?:\s*>)+")


def ending(reading: Reading, memory: Memory) -> tuple[int, tuple[Mention, Stretch]] | None:
    """The token of a dash behind the last sentence, and who signs there, to the passage's end."""
    for behind in _BEHIND.finditer(reading.passage.copy):
        if found := _signature(reading, behind.end(), memory):
            return sum(token.idx < behind.end() for token in reading.passage.parsed), found
    return None


_BEHIND = re.compile(r"[.!?…”\"’]\s+(?=[―—–])")


def _report(reading: Reading, marked: Marked, source: Mention, dash: Stretch) -> Report:
    last = next(
        at for at in range(marked.last, 0, -1)
        if reading.passage.parsed[at - 1].idx < marked.pair.inner[1]
    )  # fmt: skip
    return Report(
        first=marked.first + 1, last=last, rule="signed", source=source, told=dash, label="direct"
    )


def _signature(reading: Reading, at: int, memory: Memory) -> tuple[Mention, Stretch] | None:
    """Who signs behind a dash, to the passage's end, and the dash."""
    parsed = reading.passage.parsed
    found = _SIGNATURE.match(reading.passage.copy, at)
    if found is None:
        return None
    first = next(t.i for t in parsed if t.idx + len(t) > found.start("who"))
    ends = (n for n in range(first, len(parsed)) if _stops(reading, n))
    last = next(ends, len(parsed))
    if last <= first or not all(_named(reading, n) for n in range(first, last)):
        return None
    source = holders.mention(reading, Phrase(first=first, last=last), memory)
    if source is None:
        return None
    start, end = reading.passage.stretch(*found.span("dash"))
    return source, Stretch(start=start, end=end)


def _stops(reading: Reading, at: int) -> bool:
    """Whether a name ends here: at a comma or bracket, or the stop that ends the line."""
    if at in reading.names:
        return False
    ended = reading.words[at] == "." and at == len(reading.words) - 1
    return reading.words[at] in _STOPS or ended


def _named(reading: Reading, at: int) -> bool:
    """Whether a word is one of a signature's: a name, or written like one."""
    return at in reading.names or reading.title_case(at) or reading.words[at] in _PARTICLES


_PARTICLES = lexicons.listed("name_particles") | {"of", "the", ".", "'s", "y", "e"}
