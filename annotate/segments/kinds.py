"""What kind a line is: a table of rules, of which the first that holds decides.

A rule is a question about one line of a page: what its form states, what its words look like,
where it stands, and what stands beside it. The last row always holds: recall of the body matters
most, so what nothing tells apart is a paragraph of the work.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from annotate.segments import captions, edges, furniture, headings, items, quotations
from annotate.segments.lines import Line
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


def _line(test: Callable[[Line], bool]) -> Test:
    return lambda page, n: test(page.lines[n])


def _words(test: Callable[[str], bool]) -> Test:
    return lambda page, n: test(page.lines[n].words)


def _role(*roles: str) -> Test:
    return lambda page, n: page.lines[n].role in roles


def _is_mailed(words: str) -> bool:
    """Quoted as mail does it, with a sign before the line."""
    return words.startswith(("> ", "&gt; "))


def _is_all(page: Page, n: int) -> bool:
    """A number that is the whole text: the number of a page has other lines around it."""
    return len(page.lines) == 1 and page.lines[n].words.isdecimal()


def _is_repeated(page: Page, n: int) -> bool:
    """A short line that its neighbour repeats: a picture's text and its caption."""
    before, line = page.before(n), page.lines[n]
    return before is not None and line.size <= 40 and line.words == before.words


def _is_captioned(page: Page, n: int) -> bool:
    """The first of two equal lines."""
    behind, line = page.behind(n), page.lines[n]
    return behind is not None and not line.mark and line.size <= 40 and line.words == behind.words


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


def _is_placed(line: Line) -> bool:
    """Whether a line's place in a page makes it a heading, whatever its words are: "1974"."""
    return line.role == "heading" and line.block.role is None and bool(line.block.tag)


RULES = (
    Rule(name="title", kind="title", holds=lambda page, n: n == page.title),
    Rule(name="title repeated", kind="boilerplate", holds=lambda page, n: n in page.copies),
    Rule(name="subtitle", kind="title", holds=edges.is_subtitle),
    Rule(name="form states boilerplate", kind="boilerplate", holds=_role("boilerplate")),
    Rule(name="form states note", kind="note", holds=_role("note")),
    Rule(name="form states caption", kind="caption", holds=_role("caption")),
    Rule(name="form states thread", kind="comment", holds=edges.is_said_in_thread),
    Rule(name="frame of a thread", kind="boilerplate", holds=_role("thread")),
    Rule(name="nothing but a number", kind="paragraph", holds=_is_all),
    Rule(
        name="page states heading", kind="heading", holds=lambda page, n: _is_placed(page.lines[n])
    ),
    Rule(name="sign", kind="boilerplate", holds=_line(furniture.is_sign)),
    Rule(name="form for comments", kind="boilerplate", holds=lambda page, n: n in page.forms),
    Rule(name="heading of a thread", kind="boilerplate", holds=lambda page, n: n in page.announced),
    Rule(name="form states paragraph", kind="paragraph", holds=_role("paragraph")),
    Rule(name="teaser", kind="boilerplate", holds=lambda page, n: n in page.teasers),
    Rule(name="foot of a page", kind="boilerplate", holds=edges.is_of_break),
    Rule(name="repeated", kind="boilerplate", holds=lambda page, n: n in page.repeated),
    Rule(name="back matter", kind="note", holds=lambda page, n: n in page.notes),
    Rule(name="notice heading", kind="notice", holds=headings.is_of_notice),
    Rule(name="writer's name above a note", kind="note", holds=edges.is_name_of_about),
    Rule(name="heading of furniture", kind="boilerplate", holds=_line(furniture.is_heading)),
    Rule(name="standfirst set as a heading", kind="note", holds=edges.is_deck_heading),
    Rule(name="form states heading", kind="heading", holds=_role("heading")),
    Rule(name="note in a box", kind="note", holds=edges.is_boxed_note),
    Rule(name="numbered figure", kind="caption", holds=_words(captions.is_figure)),
    Rule(name="source of a figure", kind="caption", holds=edges.is_source),
    Rule(name="form states quotation", kind="quote", holds=_role("quote")),
    Rule(name="hour of an entry", kind="byline", holds=_line(edges.is_hour)),
    Rule(name="form states item", kind="list_item", holds=_role("list_item")),
    Rule(name="day of a diary", kind="heading", holds=edges.is_day),
    Rule(name="picture above its credit", kind="caption", holds=edges.is_captioned),
    Rule(name="credit", kind="caption", holds=edges.is_credit),
    Rule(name="filed", kind="byline", holds=edges.is_filed),
    Rule(name="furniture", kind="boilerplate", holds=_line(furniture.is_furniture)),
    Rule(name="byline", kind="byline", holds=edges.is_byline),
    Rule(name="house alone", kind="byline", holds=edges.is_house),
    Rule(name="name alone", kind="byline", holds=edges.is_bare_name),
    Rule(name="office alone", kind="byline", holds=edges.is_office),
    Rule(name="notice", kind="notice", holds=edges.is_notice),
    Rule(name="caption repeated", kind="boilerplate", holds=_is_repeated),
    Rule(name="caption before its copy", kind="caption", holds=_is_captioned),
    Rule(name="caption with a date", kind="caption", holds=_is_dated_caption),
    Rule(name="caption that points", kind="caption", holds=_is_shown),
    Rule(name="own note", kind="note", holds=edges.is_own_note),
    Rule(name="standfirst", kind="note", holds=edges.is_deck),
    Rule(name="label", kind="boilerplate", holds=edges.is_label),
    Rule(name="masthead", kind="boilerplate", holds=edges.is_masthead),
    Rule(name="section", kind="byline", holds=edges.is_section_name),
    Rule(name="signed note", kind="note", holds=edges.is_signed_head),
    Rule(name="about the author", kind="note", holds=edges.is_about),
    Rule(name="heading of notes", kind="note", holds=edges.is_heading_of_notes),
    Rule(name="footnote", kind="note", holds=edges.is_footnote),
    Rule(name="signature", kind="byline", holds=edges.is_signature),
    Rule(name="beside furniture", kind="boilerplate", holds=edges.is_beside_furniture),
    Rule(name="imprint", kind="notice", holds=edges.is_imprint),
    Rule(name="quoted with >", kind="quote", holds=_words(_is_mailed)),
    Rule(name="cable", kind="quote", holds=lambda page, n: n in page.cabled),
    Rule(name="heading", kind="heading", holds=headings.is_heading),
    Rule(name="item", kind="list_item", holds=items.is_item),
    Rule(name="quotation", kind="quote", holds=quotations.is_quoted),
    Rule(name="prose", kind="paragraph", holds=lambda page, n: True),  # noqa: ARG005
)
"""In order of force: what the form states, the words alone, the place, the neighbours."""
