"""The title: which of the first lines it is, and which are of a section or a paper above it."""

import re
from collections.abc import Iterator, Sequence

from annotate import lexicons
from annotate.segments import captions, furniture, notices
from annotate.segments.lines import Line, titled
from annotate.sources import bylines

_FIRST = 25
"""A title stands among the first lines of a page as saved, behind its navigation at worst."""

_LONGEST = 40
"""Words of a title; what is longer and in the form of a heading is a sentence set large."""

_SERIES = re.compile(
    r"(?:(?:briefing|policy|working|discussion|research|occasional|position|white|technical|special"
    r"|annual|background|country|field|situation|issue)\s+)?(?:papers?|notes?|briefs?|briefing"
    r"|reports?|bulletin|statement|memo|newsletter|update)(?:\s+series)?\s*[,:–—-]?\s*(?:no\.?|number"
    r"|nr\.?|n[º°]|vol\.?|volume|issue|#)?\s*\d[\d/.–-]*(?:\W.{0,40})?"
    r"|(?:vol(?:ume)?|issue|no|nr)\.?\s*\d+(?:\W.{0,40})?",
    re.IGNORECASE,
)
"""Which piece of a series a text is: "BRIEFING PAPER No. 12", "Vol. 3, Issue 2"."""

_FIELD = re.compile(r"\s*[|·•:>»/]\s*|\s+[–—-]\s+")


def title(lines: Sequence[Line]) -> int | None:
    """The best of the lines that may be the title; the earliest of equals."""
    stated = [n for n, line in enumerate(lines) if line.role == "title"]
    candidates = stated or list(_candidates(lines))
    if not candidates:
        return 0 if _is_above_a_byline(lines) else None
    return max(candidates, key=lambda n: (_merit(lines, n, candidates), -n))


def _is_above_a_byline(lines: Sequence[Line]) -> bool:
    """Whether a text opens with one line above who wrote it, though it is written as prose is: "He
    saved us millions. The industry hates him".
    """
    if len(lines) < _FIRST_THREE or lines[0].size > _LONGEST or lines[0].mark:
        return False
    unended = not lines[0].words.endswith((".", ",", ";", ":"))
    named = bylines.is_signature(lines[1].words) and lines[2].byline is not None
    return unended and lines[0].byline is None and (named or lines[1].byline is not None)


_FIRST_THREE = 3
"""A title, a byline and a text, at least."""


def copies(lines: Sequence[Line], title: int | None) -> Iterator[int]:
    """The lines that repeat the title."""
    if title is None:
        return
    wanted = lines[title].letters
    yield from (n for n, line in enumerate(lines) if n != title and line.letters == wanted)


def is_of_byline(line: Line) -> bool:
    """Whether a line is a byline, or what somebody is to the paper."""
    return line.byline is not None or bylines.is_office(line.words)


def _signs(lines: Sequence[Line], n: int, candidates: Sequence[int]) -> bool:
    """Whether a line below a headline is who wrote the work: names above an office or a day."""
    if n + 1 >= len(lines) or not bylines.is_signature(lines[n].words):
        return False
    if lines[n].role == "heading" or not is_of_byline(lines[n + 1]):
        return False
    above = [lines[m] for m in candidates if m < n]
    return any(line.size >= _HEADLINE and not is_section(line.words) for line in above)


_HEADLINE = 4
"""Words of a headline, at least: what is shorter may be a section's or a paper's name."""


def is_section(words: str) -> bool:
    """Whether a line names a section or a series: "SCHOOLS / LONG READ", "Opinion | Asia"."""
    if _SERIES.fullmatch(words):
        return True
    fields = [field for field in _FIELD.split(words.lower().strip(" .:[]()")) if field]
    named = [field in lexicons.listed("sections") for field in fields]
    short = (len(field.split()) <= 3 for field in fields)
    return any(named) and all(map(max, named, short))


def is_masthead(line: Line) -> bool:
    """Whether a line names a paper or an organisation: "The Estuary Review — since 1974"."""
    fields = [field.strip() for gap in line.gaps or (line.words,) for field in _FIELD.split(gap)]
    shown = [field.title() if field.isupper() else field for field in fields if field]
    house = any(is_house(field) for field in shown)
    return house and all(len(field.split()) <= _NAME for field in shown)


def is_house(words: str) -> bool:
    """Whether some words are the name of a paper or an institution: "Selm Water Forum"."""
    if bylines.is_house(words):
        return True
    tokens = words.split()
    capital = all(not word[0].islower() or len(word) < 4 for word in tokens)
    named = lexicons.listed("institution_words")
    return capital and len(tokens) > 1 and tokens[-1].strip(".,") in named


_NAME = 6
"""Words of a paper's name, at most, and of what it says of itself beside it."""


def _candidates(lines: Sequence[Line]) -> Iterator[int]:
    for n, line in enumerate(lines[:_FIRST]):
        if (line.role == "heading" and line.size <= _LONGEST) or (
            _may_be_title(line) and line.role is None
        ):
            yield n
        read = line.prose or (is_told(line) and line.size >= _TOLD)
        if read and line.role != "heading" and not furniture.is_furniture(line):
            return


_TOLD = 5
"""Words of short sentences that open a work; what has fewer is a paper's motto."""

_SPEAKS = re.compile(
    r"\b(?:says?|said|tells?|told|asks?|asked|wrote|writes|replied|replies|answered|adds|added)\b"
    r"[^“”\"«»]{0,20}[:,]?\s*[“\"«„]|[”\"»“],?\s+(?:says?|said|asks?|asked|wrote|replied|added)\b"
)


def is_told(line: Line) -> bool:
    """Whether a line is prose, however short: several sentences, or somebody's words."""
    several = line.final and len(_ENDED.findall(line.words)) > 1
    return several or bool(_SPEAKS.search(line.words))


_ENDED = re.compile(r"[^\W\d]{2,}[.!?][”\"’»)]*(?=\s|$)")


def subtitled(lines: Sequence[Line], title: int | None) -> bool:
    """Whether the title goes on in the line right below it, in other letters or set in as well."""
    if title is None or title + 1 >= len(lines):
        return False
    above, below = lines[title], lines[title + 1]
    if below.apart or not _may_be_title(below) or is_told(below) or below.size < 2:
        return False
    if above.block.tag or above.role == "heading" or captions.is_credit(below.words):
        return False
    centred = above.indent >= _SET_IN and below.indent >= 1
    return (above.words.isupper() and (not below.words.isupper() or centred)) or centred


_SET_IN = 4
"""Signs before a line that is set in the middle of a page, at least."""


def _may_be_title(line: Line) -> bool:
    if is_told(line):
        return False
    if line.prose or line.size > 30 or line.words.endswith((".", ",", ";", ":")):
        return False
    if line.mark or line.byline or furniture.is_furniture(line) or notices.is_notice(line):
        return False
    return not captions.is_credit(line.words) and any(sign.isalpha() for sign in line.words)


def _merit(lines: Sequence[Line], n: int, candidates: Sequence[int]) -> float:
    line = lines[n]
    later = {other.letters for other in lines[n + 1 : n + 40]}
    below = any(above.byline for above in lines[candidates[0] : n])
    merit = 3.0 * (line.letters in later and not below and not is_house(line.words))
    if line.role == "heading":
        merit += 4.0 if line.block.level == 1 else 3.0
    if line.size >= 3:
        merit += 1.0
    if n + 1 < len(lines) and _introduces(lines[n + 1]):
        merit += 0.5
    if is_section(line.words):
        merit -= 4.0
    elif _is_letterhead(lines, n):
        merit -= 2.0
    signs = _signs(lines, n, candidates)
    return merit - (line.size == 1) - 2.0 * _is_deck(lines, n, candidates) - 3.0 * signs


def _is_letterhead(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is a paper's name, or what the paper says of itself right below it."""
    line = lines[n]
    return is_masthead(line) or (n > 0 and not line.apart and is_masthead(lines[n - 1]))


def _is_deck(lines: Sequence[Line], n: int, candidates: Sequence[int]) -> bool:
    """Whether a line stands right below a headline, and is no headline by its capitals."""
    at = candidates.index(n)
    if not at or candidates[at - 1] < n - 2 or lines[n].role == "heading":
        return False
    above = lines[candidates[at - 1]]
    if candidates[at - 1] == n - 1 and above.size >= 2 and _goes_on(above, lines[n]):
        return True
    if is_section(above.words) or _is_letterhead(lines, candidates[at - 1]) or above.size == 1:
        return False
    return not titled(lines[n].words) and (titled(above.words) or above.size >= 3)


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line right below one in capitals is not in capitals: its sub-title."""
    if is_section(above.words) or is_masthead(above):
        return False
    return not line.apart and above.words.isupper() and not line.words.isupper()


def _introduces(line: Line) -> bool:
    return line.byline is not None or captions.is_credit(line.words)
