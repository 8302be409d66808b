"""What kind a line is: a table of rules, of which the first that holds decides.

A rule is a question about one line of a page: what its form states, what its words look like,
where it stands, and what stands beside it. The last row always holds: recall of the body matters
most, so what nothing tells apart is a paragraph of the work.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from annotate.segments import captions, furniture, notes
from annotate.segments.lines import Line, titled
from annotate.segments.zones import Page

Test = Callable[[Page, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A question about a line, and the kind of the line if the answer is yes."""

    name: str
    kind: str
    holds: Test


def of(page: Page, n: int) -> str:
    """The kind of line n of a page, without regard to what it was joined from."""
    if n in page.thread:
        return page.thread[n].kind
    return next(rule.kind for rule in RULES if rule.holds(page, n))


def decided_by(page: Page, n: int) -> str:
    """The name of the rule that decides line n, "thread" for readers' comments."""
    if n in page.thread:
        return "thread"
    return next(rule.name for rule in RULES if rule.holds(page, n))


def _line(test: Callable[[Line], bool]) -> Test:
    return lambda page, n: test(page.lines[n])


def _words(test: Callable[[str], bool]) -> Test:
    return lambda page, n: test(page.lines[n].words)


def _role(*roles: str) -> Test:
    return lambda page, n: page.lines[n].role in roles


def _in_head(page: Page, n: int) -> bool:
    return n < page.head


def _in_foot(page: Page, n: int) -> bool:
    return n >= page.foot


def _before(page: Page, n: int) -> Line | None:
    return page.lines[n - 1] if n else None


def _behind(page: Page, n: int) -> Line | None:
    return page.lines[n + 1] if n + 1 < len(page.lines) else None


# headings


def _is_notice_heading(page: Page, n: int) -> bool:
    line = page.lines[n]
    return line.role == "heading" and _in_foot(page, n) and furniture.is_notice(line)


def _is_heading(page: Page, n: int) -> bool:
    """A short line without a full stop, above prose or a list, and not in the midst of a sentence."""
    line, behind = page.lines[n], _behind(page, n)
    if not _may_be_heading(line) or behind is None or not line.apart or not _is_body(page, n + 1):
        return False
    before = _last_of_body(page, n)
    if before is not None and not _is_ended(before):
        return False
    if line.mark:
        return _is_numbered_heading(page, n)
    return behind.apart or behind.prose


def _may_be_heading(line: Line) -> bool:
    if line.size > 16 or line.prose or line.words.endswith((".", ",", ";", "…")):
        return False
    if line.byline is not None and line.byline.published:
        return False
    if line.words[:1].islower() or line.words[:1] in "“\"'‘(" and line.final:
        return False
    return _is_addressee(line) if line.words.endswith(":") else any(map(str.isalpha, line.words))


_ADDRESSEE = re.compile(
    r"(?:To|For|An|À|Aux?|Para|A)\s+(?:(?:the|all|die|den|les?|la)\s+)?[^\W\d_a-z]|[Tt]o (?:the|all)\b"
)

_NO_HEADING = re.compile(
    r"^(?:From|In|On|Dated)\b|\b(?:said|says|wrote|asks?|told|replied|to:)(?!\w)"
)


def _is_addressee(line: Line) -> bool:
    """A line that ends with a colon: "To the Government of …:", "Recommendations:"."""
    if _ADDRESSEE.match(line.words) or line.size == 1:
        return True
    return line.size <= 6 and titled(line.words) and not _NO_HEADING.search(line.words)


def _is_numbered_heading(page: Page, n: int) -> bool:
    """ "2. Who counts": a capitalised line whose number has prose, not an item, behind it."""
    line, behind = page.lines[n], _behind(page, n)
    mark = line.mark or ""
    if not mark[:1].isalnum() or behind is None or behind.mark or line.final:
        return False
    before = _before(page, n)
    return behind.prose and not (before is not None and before.mark and not before.sentence)


def _is_body(page: Page, n: int) -> bool:
    """Whether what a heading stands above is text of the work, a heading below it let pass."""
    line = page.lines[n]
    if n >= page.foot and not line.mark:
        return False
    if line.sentence or line.mark or line.role in {"list_item", "quote", "heading"}:
        return True
    behind = _behind(page, n)
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


# items and quotations


def _is_item(page: Page, n: int) -> bool:
    """A line with a number, letter or bullet; a lone dash opens no list."""
    line = page.lines[n]
    if not line.mark:
        return False
    if re.match(r"[-–—A-Zivx]", line.mark) or re.fullmatch(r"[a-z]\.", line.mark):
        return any(_is_kin(page, n, m) for m in _near(page, n))
    return True


def _near(page: Page, n: int) -> range:
    return range(max(0, n - 3), min(len(page.lines), n + 4))


def _is_kin(page: Page, n: int, m: int) -> bool:
    mark, other = page.lines[n].mark or "", page.lines[m].mark or ""
    return n != m and bool(other) and mark[-1] == other[-1] and mark.isalnum() == other.isalnum()


_DOCUMENT = re.compile(
    r"\b(?:cables?|letters?|statements?|memos?|memorandum|reports?|e-?mails?|transcripts?|documents?"
    r"|resolutions?|decrees?|declarations?|articles?|editorials?|speech|press release|diary|notes?|dispatch)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|wrote|writes|written|replied|replies|answered|answers|suggested|suggests|stated"
    r"|states|declared|declares|reads?|noted|notes|explained|explains|argued|argues|recalled|recalls"
    r"|observed|continued|continues|concluded|concludes|reported|reports|told|quoted|as follows)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:From|In|On|Dated|Excerpt)\b.{0,80}:$")
_NO_QUOTE = re.compile(r"\b(?:reasons?|ways?|things|questions?|points?|steps|following|examples?|answers? is|problem)\s*:$", re.I)  # fmt: skip


def _is_quoted(page: Page, n: int) -> bool:
    """A paragraph behind a line that says where it is from: a date, a document, somebody's words."""
    line, lead = page.lines[n], _lead(page, n)
    if lead is None or line.mark or not line.prose or line.words[:1] in "“\"«‘'":
        return False
    last = re.split(r"(?<=[.?!])\s+", lead.words)[-1]
    if _NO_QUOTE.search(last):
        return False
    if _FROM.match(last) and lead.size <= 14:
        return True
    told = bool(_SAID.search(last)) + bool(_DOCUMENT.search(last)) + 2 * (line.indent > lead.indent)
    return told >= 2 or (told == 1 and bool(_SAID.search(last)) and _is_set_apart(page, n))


def _lead(page: Page, n: int) -> Line | None:
    lead = _before(page, n)
    in_body = n - 1 >= page.head and n < page.foot
    return lead if lead is not None and in_body and lead.words.endswith(":") else None


def _is_set_apart(page: Page, n: int) -> bool:
    """Whether the paragraph tells in the first person or the present what the work tells otherwise."""
    line = page.lines[n]
    return line.indent > 0 or bool(re.match(r"(?:We|I|Our|My|Dear)\b", line.words))


_EMAIL_QUOTE = re.compile(r"^(?:>|&gt;)\s?\S")


# captions


def _is_repeated(page: Page, n: int) -> bool:
    """A short line that its neighbour repeats: a picture's text and its caption."""
    before, line = _before(page, n), page.lines[n]
    return before is not None and line.size <= 60 and line.words == before.words


def _is_captioned(page: Page, n: int) -> bool:
    """The first of two equal lines."""
    behind, line = _behind(page, n), page.lines[n]
    return behind is not None and not line.mark and line.size <= 60 and line.words == behind.words


def _is_dated_caption(page: Page, n: int) -> bool:
    line = page.lines[n]
    if line.mark or not line.apart or line.words.endswith((":", ";")) or n == page.title:
        return False
    return captions.is_dated(line.words) and not (line.final and line.prose)


def _is_shown(page: Page, n: int) -> bool:
    line = page.lines[n]
    return captions.is_shown(line.words) and not line.mark and not _has_sentences(line)


def _has_sentences(line: Line) -> bool:
    return bool(re.search(r"[.!?][”\"]?\s+[“\"A-Z]", line.words))


# head and foot


def _is_deck(page: Page, n: int) -> bool:
    """A line between the title and the end of the head, or one that its form calls a deck."""
    if page.lines[n].role == "deck":
        return n <= page.head + 1
    if page.lines[n].block.tag and page.lines[n].size < _SHORT_DECK:
        return False
    return _in_head(page, n) and page.title is not None and n > page.title


_SHORT_DECK = 6
"""Words: what is shorter in the head of a web page is a button or a count of comments."""


def _is_label(page: Page, n: int) -> bool:
    """A few words in the head of a web page that are neither title nor byline nor deck."""
    return _in_head(page, n) and bool(page.lines[n].block.tag)


def _is_byline(page: Page, n: int) -> bool:
    """A byline stands in the head, in the foot, or says "wrote this …"."""
    line = page.lines[n]
    edge = _in_head(page, n) or _in_foot(page, n)
    return edge and (line.byline is not None or line.role == "byline")


def _is_section_name(page: Page, n: int) -> bool:
    return _in_head(page, n) and (page.title is None or n < page.title)


def _is_own_note(page: Page, n: int) -> bool:
    """A line that calls itself a note, where notes stand."""
    edge = n <= page.head or n >= page.foot
    return edge and notes.is_labelled(page.lines[n]) and not _is_deck_heading(page, n)


def _is_deck_heading(page: Page, n: int) -> bool:
    return page.lines[n].role == "heading" and page.lines[n].size <= 3


def _is_signed_head(page: Page, n: int) -> bool:
    """The first paragraph, signed by an editor, above a work without a byline."""
    return page.head <= n <= page.head + 1 and n < page.foot - 1 and notes.is_signed(page.lines[n])


def _is_about(page: Page, n: int) -> bool:
    writers = frozenset(
        name for line in page.lines[: page.head] if line.byline for name in line.byline.authors
    )
    return _in_foot(page, n) and notes.is_about(page.lines[n], writers)


def _is_footnote(page: Page, n: int) -> bool:
    line = page.lines[n]
    return _in_foot(page, n) and not line.mark and notes.is_footnote(line)


def _is_signature(page: Page, n: int) -> bool:
    """Nothing but the name of somebody in the byline, at the foot."""
    names = {
        name for line in page.lines[: page.head] if line.byline for name in line.byline.authors
    }
    return _in_foot(page, n) and page.lines[n].words.strip(" –—-.") in names


def _is_notice(page: Page, n: int) -> bool:
    """A notice; in the midst of the work only a short one, since prose speaks of copyright too."""
    line = page.lines[n]
    inside = page.head <= n < page.foot
    return furniture.is_notice(line) and not (inside and (line.prose or line.size > 12))


def _is_imprint(page: Page, n: int) -> bool:
    """A line of the foot that is no sentence, beside a notice or a rule."""
    line = page.lines[n]
    if not _in_foot(page, n) or line.sentence or line.mark:
        return False
    beside = [m for m in (n - 1, n - 2) if m >= page.foot]
    return any(
        furniture.is_notice(page.lines[m]) or furniture.is_sign(page.lines[m]) for m in beside
    )


def _is_said_in_thread(page: Page, n: int) -> bool:
    line = page.lines[n]
    return line.role == "thread" and line.sentence and not furniture.is_furniture(line)


RULES = (
    Rule(name="title", kind="title", holds=lambda page, n: n == page.title),
    Rule(name="title repeated", kind="boilerplate", holds=lambda page, n: n in page.copies),
    Rule(name="form states boilerplate", kind="boilerplate", holds=_role("boilerplate")),
    Rule(name="form states note", kind="note", holds=_role("note")),
    Rule(name="form states caption", kind="caption", holds=_role("caption")),
    Rule(name="form states thread", kind="comment", holds=_is_said_in_thread),
    Rule(name="frame of a thread", kind="boilerplate", holds=_role("thread")),
    Rule(name="sign", kind="boilerplate", holds=_line(furniture.is_sign)),
    Rule(name="form for comments", kind="boilerplate", holds=lambda page, n: n in page.forms),
    Rule(name="notice heading", kind="notice", holds=_is_notice_heading),
    Rule(name="form states heading", kind="heading", holds=_role("heading")),
    Rule(name="form states quotation", kind="quote", holds=_role("quote")),
    Rule(name="form states item", kind="list_item", holds=_role("list_item")),
    Rule(name="credit", kind="caption", holds=_words(captions.is_credit)),
    Rule(name="furniture", kind="boilerplate", holds=_line(furniture.is_furniture)),
    Rule(name="byline", kind="byline", holds=_is_byline),
    Rule(name="notice", kind="notice", holds=_is_notice),
    Rule(name="caption repeated", kind="boilerplate", holds=_is_repeated),
    Rule(name="caption before its copy", kind="caption", holds=_is_captioned),
    Rule(name="caption with a date", kind="caption", holds=_is_dated_caption),
    Rule(name="caption that points", kind="caption", holds=_is_shown),
    Rule(name="own note", kind="note", holds=_is_own_note),
    Rule(name="standfirst", kind="note", holds=_is_deck),
    Rule(name="label", kind="boilerplate", holds=_is_label),
    Rule(name="section", kind="byline", holds=_is_section_name),
    Rule(name="signed note", kind="note", holds=_is_signed_head),
    Rule(name="about the author", kind="note", holds=_is_about),
    Rule(name="footnote", kind="note", holds=_is_footnote),
    Rule(name="signature", kind="byline", holds=_is_signature),
    Rule(name="imprint", kind="notice", holds=_is_imprint),
    Rule(
        name="quoted with >",
        kind="quote",
        holds=_words(lambda words: bool(_EMAIL_QUOTE.match(words))),
    ),  # fmt: skip
    Rule(name="heading", kind="heading", holds=_is_heading),
    Rule(name="item", kind="list_item", holds=_is_item),
    Rule(name="quotation", kind="quote", holds=_is_quoted),
    Rule(name="prose", kind="paragraph", holds=lambda page, n: True),  # noqa: ARG005
)
"""In order of force: what the form states, then the words alone, then the place, then neighbours."""
