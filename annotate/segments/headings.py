"""Headings: which line stands above a part of the work, by its shape and by what is below it."""

import re

from annotate.segments import breaks, captions, furniture, notices
from annotate.segments.lines import Line, titled
from annotate.segments.zones import Page


def is_of_notice(page: Page, n: int) -> bool:
    """A heading of the foot over a notice: "Publisher"."""
    line = page.lines[n]
    return line.role == "heading" and page.in_foot(n) and notices.is_notice(line)


def is_heading(page: Page, n: int) -> bool:
    """A short line without a full stop, above prose or a list, and not inside a sentence."""
    line, behind = page.lines[n], page.behind(n)
    if behind is not None and _leads(line, behind):
        return True
    if not _may_be_heading(line) or behind is None or not line.apart or not _is_body(page, n + 1):
        return False
    if _speaks(page, n) or _is_unmarked(line, behind):
        return False
    before = _last_of_body(page, n)
    if before is not None and not _is_ended(before):
        return False
    if _is_question(line):
        return _is_isolated(line, before, behind)
    if line.mark:
        return _is_numbered_heading(page, n)
    if breaks.is_open(line.words, behind.words) and not titled(line.words):
        return False
    return behind.apart or behind.prose


def _is_unmarked(line: Line, behind: Line) -> bool:
    """Whether a line of a web page stands above a heading marked as one, and is none itself."""
    return (
        bool(line.block.tag)
        and behind.block.role == "heading" != line.block.role
        and ("bold" not in line.block.hints and line.block.tag != "p")
    )


def _may_be_heading(line: Line) -> bool:
    if line.size > 16 or line.prose or line.words.endswith((".", ",", ";", "…")):
        return False
    if len(line.gaps) > 2:
        return False  # a row of a table
    if line.byline is not None and line.byline.published:
        return False
    asks = line.words.endswith(("?", "!")) and titled(line.words)
    if line.words[:1].islower() or (line.final and not (asks or _is_question(line))):
        return False
    if _SPEAKER.match(line.words):
        return False
    return _is_addressee(line) if line.words.endswith(":") else any(map(str.isalpha, line.words))


def _is_question(line: Line) -> bool:
    """A short question in sentence case: "What would I do?"."""
    return (
        line.words.endswith("?")
        and not titled(line.words)
        and 3 <= line.size <= 10
        and not _TALKS.search(line.words)
    )


_TALKS = re.compile(r"^(?:and|but|or|so|then|yes|no|well|now)\b|[“”\"«»„]|:|[.!?] ", re.IGNORECASE)


def _is_isolated(line: Line, before: Line | None, behind: Line) -> bool:
    """Whether a question stands between paragraphs that are no talk."""
    above = before is None or (before.prose and not before.words.endswith("?"))
    return above and line.apart and behind.apart and behind.prose and not _is_turn(behind)


def _is_turn(line: Line) -> bool:
    return bool(re.match(r"[“\"«„‘–—-]|[A-Z][\w.]*(?: [A-Z][\w.]*)?:\s", line.words))


def _leads(line: Line, behind: Line) -> bool:
    """Whether a line says who should do what the numbered items right below it ask for."""
    asked = line.size <= 20 and not line.mark and line.role is None and line.apart
    return asked and bool(behind.mark) and bool(_ASKED.fullmatch(line.words))


_ASKED = re.compile(
    r"(?!(?:He|She|It|They|We|You|I|This|That|These|Those|There|What|Who)\b)[^\W\d_a-z][^.!?:“”\"]*?\s"
    r"(?:should(?: also| therefore)?|must|ought to|need to|needs to"
    r"|(?:is|are) (?:urged|asked|advised"
    r"|called upon|recommended) to)\s?:"
)


_ADDRESSEE = re.compile(
    r"(?:To|For|An|À|Aux?|Para|A)\s+(?:(?:the|all|die|den|les?|la)\s+)?[^\W\d_a-z]"
    r"|[Tt]o (?:the|all)\b"
)

_NO_HEADING = re.compile(
    r"^(?:From|In|On|Dated)\b|\b(?:said|says|wrote|writes|asks?|asked|told|replied|reports?|adds?"
    r"|reported|added|continued|explains?|answered|answers|notes|noted)\s*:|\bto:"
)
_SPEAKER = re.compile(r"(?:Q|A|Question|Answer|[A-Z]{2,}(?: [A-Z]{2,})?)\s*:\s+\S")


def _speaks(page: Page, n: int) -> bool:
    """Whether a line is somebody's turn in a talk: lines near it open with the same name, or it is
    a question that the next name answers."""
    hit = _NAMED.match(page.lines[n].words)
    near = page.lines[max(0, n - _TURNS) : n + _TURNS + 1]
    if hit is None:
        return False
    behind = page.behind(n)
    answered = behind is not None and bool(_NAMED.match(behind.words))
    asked = page.lines[n].words.endswith("?") and answered
    return asked or sum(line.words.startswith(hit[0]) for line in near) > 1


_NAMED = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}:(?= \S)")
_TURNS = 6


def _is_addressee(line: Line) -> bool:
    """A line that ends with a colon: "To the Government of …:", "Recommendations:"."""
    if _ADDRESSEE.match(line.words) or line.size == 1:
        return True
    return line.size <= 6 and titled(line.words) and not _NO_HEADING.search(line.words)


def _is_numbered_heading(page: Page, n: int) -> bool:
    """A few words whose number has prose behind it, or a deeper number: "2. Who counts"."""
    line, behind = page.lines[n], page.behind(n)
    mark = line.mark or ""
    if not mark[:1].isalnum() or behind is None or line.final or line.size > 9:
        return False
    chapter = re.match(r"[IVX]", mark) and behind.mark and behind.mark[0].isdigit()
    if behind.mark and not (chapter or _is_deeper(behind.mark, mark)):
        return False
    before = page.before(n)
    opens = behind.prose or behind.size >= 5
    return opens and not (before is not None and before.mark and not before.sentence)


def _is_deeper(mark: str, above: str) -> bool:
    return mark.rstrip(".").startswith(above.rstrip(".)") + ".")


def _is_body(page: Page, n: int) -> bool:
    """Whether what a heading stands above is text of the work, a heading below it let pass."""
    line = page.lines[n]
    if n >= page.foot and not line.mark:
        return False
    if line.sentence or line.mark or line.role in {"list_item", "quote", "heading"}:
        return True
    behind = page.behind(n)
    return behind is not None and _may_be_heading(line) and (behind.prose or bool(behind.mark))


def _last_of_body(page: Page, n: int) -> Line | None:
    """The last line of text above, past what hangs between."""
    for line in reversed(page.lines[page.head : n]):
        if not (furniture.is_furniture(line) or captions.is_credit(line.words)):
            return line
    return None


def _is_ended(line: Line) -> bool:
    """Whether the writer ended here: no full column or page cut the sentence."""
    ended = (
        line.final or line.words.endswith((":", ";")) or bool(line.mark) or line.role is not None
    )
    return ended or not line.prose or line.words.endswith((")", "—", "–"))
