"""The edges of a work: what a line of its head or foot is, and what a page adds to both."""

from dataclasses import replace

from annotate.segments import (
    breaks,
    captions,
    furniture,
    hours,
    notes,
    notices,
    places,
    titles,
    turns,
)
from annotate.segments.lines import Line
from annotate.segments.zones import Page
from annotate.sources import announcements, bylines


def is_deck(page: Page, n: int) -> bool:
    """A line between the title and the end of the head, or one that its form calls a deck."""
    if page.lines[n].role == "deck":
        return n <= page.head + 1
    if page.lines[n].block.tag and page.lines[n].size < _SHORT_DECK:
        return False
    return page.in_head(n) and page.title is not None and n > page.title


_SHORT_DECK = 6
"""Words: what is shorter in the head of a web page is a button or a count of comments."""


def is_filed(page: Page, n: int) -> bool:
    """The words under which the work is filed, beside its byline or below its end."""
    return (page.in_head(n) or page.in_foot(n)) and furniture.is_own_filed(page.lines[n])


def is_deck_heading(page: Page, n: int) -> bool:
    """A standfirst set as a heading of Markdown: between the title and who wrote the work."""
    line, behind = page.lines[n], page.behind(n)
    if page.title is None or n != page.title + 1 or line.role != "heading" or line.block.tag:
        return False
    said = behind.byline if behind is not None else None
    return line.size >= _SHORT_DECK and said is not None and bool(said.authors)


def is_subtitle(page: Page, n: int) -> bool:
    """The line right below the title that goes on with it."""
    return page.title is not None and n == page.title + 1 and page.subtitle


def is_house(page: Page, n: int) -> bool:
    """The name of an organisation alone in the head, below the title."""
    below = page.title is not None and n > page.title
    return page.in_head(n) and below and bylines.is_house(page.lines[n].words)


def is_boxed_note(page: Page, n: int) -> bool:
    """A note at the work's edge that is set as a block quotation, all its paragraphs."""
    if not (n <= page.head + _BOX or n >= page.foot - _BOX) or not _is_boxed(page.lines[n]):
        return False
    first = n
    while first > max(0, n - _BOX) and _is_boxed(page.lines[first - 1]):
        first -= 1
    words = page.lines[first].words.lstrip("> ")
    return notes.is_labelled(replace(page.lines[first], words=words))


_BOX = 4
"""Lines of a note in a box, at most."""


def _is_boxed(line: Line) -> bool:
    return line.role == "quote" or line.words.startswith("> ")


def is_captioned(page: Page, n: int) -> bool:
    """What a picture shows, right above the line that says whose it is."""
    line, behind = page.lines[n], page.behind(n)
    if behind is None or behind.apart or not line.apart or n == page.title or line.mark:
        return False
    short = line.size <= _PICTURE and not line.byline and line.role is None
    return short and captions.names_credit(behind.words) and n >= page.head


_PICTURE = 30
"""Words that tell what a picture shows, above its credit."""


def is_source(page: Page, n: int) -> bool:
    """Where a figure is from, right below its caption."""
    before = page.before(n)
    if before is None or not captions.is_source(page.lines[n].words):
        return False
    return captions.is_figure(before.words) or captions.is_credit(before.words)


def is_label(page: Page, n: int) -> bool:
    """A few words in the head of a web page that are neither title nor byline nor deck."""
    return page.in_head(n) and bool(page.lines[n].block.tag)


def is_byline(page: Page, n: int) -> bool:
    """A byline stands in the head, in the foot, or where the form of a page has one."""
    line = page.lines[n]
    if line.role == "byline" and places.states_day(line):
        return True
    if line.block.tag and (line.role == "byline" or hours.alone(line.words)):
        return not line.sentence or (line.byline is not None and not line.prose)
    edge = page.in_head(n) or page.in_foot(n)
    return edge and (line.byline is not None or line.role == "byline")


def is_hour(line: Line) -> bool:
    """Whether an item of a web page is nothing but the time of an entry: "Posted at 18:59"."""
    return line.role == "list_item" and bool(line.block.tag) and hours.alone(line.words)


def is_day(page: Page, n: int) -> bool:
    """A day of a diary or a log, above what happened on it."""
    return n in page.days and page.head <= n < page.foot


def is_credit(page: Page, n: int) -> bool:
    """A picture's credit, unless the line names who wrote the work as well."""
    line = page.lines[n]
    writes = page.in_head(n) and line.byline is not None and bool(line.byline.authors)
    return captions.is_credit(line.words) and not writes


def is_of_break(page: Page, n: int) -> bool:
    """A page's foot or head: it has the page's number, or cuts a sentence in two."""
    line = page.lines[n]
    if n == page.title or line.sentence or line.mark or line.size > _FOOT_OF_PAGE:
        return False
    if furniture.is_paged(line):
        return True
    above, below = _past(page, n, -1), _past(page, n, 1)
    return above is not None and below is not None and _is_cut(above, below)


_FOOT_OF_PAGE = 12
"""Words of a line at the foot or head of a page, at most."""

_FEW = 3
"""How many such lines may stand together: a rule, a number, a running title."""


def _past(page: Page, n: int, step: int) -> Line | None:
    """The next line above or below that is more than the foot of a page."""
    for m in range(n + step, n + (_FEW + 1) * step, step):
        if not page.head <= m < page.foot:
            return None
        line = page.lines[m]
        if line.role not in {None, "heading", "boilerplate"} or line.mark:
            return None
        if line.prose or line.final or line.size > _FOOT_OF_PAGE or line.words[:1].islower():
            return line
    return None


def _is_cut(above: Line, below: Line) -> bool:
    """Whether a sentence ends in the open above and goes on below."""
    if above.final or above.words.endswith((":", ";")) or above.size <= _FOOT_OF_PAGE:
        return False
    low = below.words[:1].islower() and below.sentence
    return low or (below.sentence and breaks.ends_open(above.words))


def is_bare_name(page: Page, n: int) -> bool:
    """A name alone below the title, beside a byline, or told about in the foot."""
    line = page.lines[n]
    if (
        not page.in_head(n)
        or page.title is None
        or n < page.title
        or not bylines.is_signature(line.words)
    ):
        return False
    beside = (page.before(n), page.behind(n))
    if any(other is not None and titles.is_of_byline(other) for other in beside):
        return True
    return any(other.words.startswith(line.words) for other in page.lines[page.foot :])


def is_office(page: Page, n: int) -> bool:
    """What somebody is to the paper, alone below the title beside a name or a byline."""
    line = page.lines[n]
    below = page.in_head(n) and page.title is not None and n > page.title
    if not below or not bylines.is_office(line.words):
        return False
    beside = (page.before(n), page.behind(n))
    return any(
        other is not None
        and other is not page.lines[page.title or 0]
        and (other.byline is not None or bylines.is_signature(other.words))
        for other in beside
    )


def is_masthead(page: Page, n: int) -> bool:
    """The name of a paper right above the links of its site."""
    behind = page.behind(n)
    if not is_section_name(page, n) or behind is None or behind.apart:
        return False
    return furniture.is_furniture(behind) and not furniture.is_sign(behind)


def is_section_name(page: Page, n: int) -> bool:
    if titles.is_told(page.lines[n]):
        return False
    return page.in_head(n) and (page.title is None or n < page.title)


def is_own_note(page: Page, n: int) -> bool:
    """A line that calls itself a note, where notes stand."""
    edge = n <= page.head or n >= page.foot
    return edge and notes.is_labelled(page.lines[n]) and not _is_deck_heading(page, n)


def _is_deck_heading(page: Page, n: int) -> bool:
    return page.lines[n].role == "heading" and page.lines[n].size <= 3


def is_signed_head(page: Page, n: int) -> bool:
    """The first paragraph, signed by an editor, above a work without a byline."""
    return page.head <= n <= page.head + 1 and n < page.foot - 1 and notes.is_signed(page.lines[n])


def is_about(page: Page, n: int) -> bool:
    return page.in_foot(n) and notes.is_about(page.lines[n], _writers(page))


def is_name_of_about(page: Page, n: int) -> bool:
    """A heading that is nothing but the writer's name, above what tells of the writer."""
    line, behind = page.lines[n], page.behind(n)
    if line.role != "heading" or behind is None or not page.in_foot(n):
        return False
    return line.words in _writers(page) and is_about(page, n + 1)


def _writers(page: Page) -> frozenset[str]:
    """Those whom the bylines of the head name."""
    head = page.lines[: page.head]
    return frozenset(name for line in head if line.byline for name in line.byline.authors)


def is_heading_of_notes(page: Page, n: int) -> bool:
    line = page.lines[n]
    return page.in_foot(n) and notes.is_heading(line.words)


def is_footnote(page: Page, n: int) -> bool:
    line = page.lines[n]
    return page.in_foot(n) and notes.is_footnote(line)


def is_signature(page: Page, n: int) -> bool:
    """Nothing but a name at the foot: of somebody in the byline, of an agency below the last
    paragraph, or above the day of a letter."""
    if bylines.is_agency(page.lines[n].words) and not _goes_on(page, n):
        return True
    if not page.in_foot(n):
        return False
    behind = page.behind(n)
    if behind is not None and behind.byline and not behind.apart:
        return bylines.is_name(page.lines[n].words)
    names = {
        name for line in page.lines[: page.head] if line.byline for name in line.byline.authors
    }
    return page.lines[n].words.strip(" –—-.") in names


def _goes_on(page: Page, n: int) -> bool:
    """Whether the work has prose below line n."""
    return any(line.prose for line in page.lines[n + 1 : page.foot])


def is_notice(page: Page, n: int) -> bool:
    """A notice; in the midst of the work only a short one, since prose speaks of copyright too."""
    line = page.lines[n]
    inside = page.head <= n < page.foot
    return notices.is_notice(line) and not (inside and (line.prose or line.size > 12))


def is_imprint(page: Page, n: int) -> bool:
    """A line of the foot that is no sentence, beside a notice or a rule."""
    line = page.lines[n]
    if not page.in_foot(n) or line.sentence or line.mark:
        return False
    beside = [m for m in (n - 1, n - 2) if m >= page.foot]
    return any(notices.is_notice(page.lines[m]) or furniture.is_sign(page.lines[m]) for m in beside)


def is_beside_furniture(page: Page, n: int) -> bool:
    """A line of the foot that is no sentence, below a sign-up, a form or a button."""
    line = page.lines[n]
    if not page.in_foot(n) or line.sentence or line.mark or line.role == "heading":
        return False
    near = max(page.foot, n - _NEAR) if line.block.tag else page.foot
    above = page.lines[near:n]
    return any(furniture.is_furniture(one) and not furniture.is_sign(one) for one in above)


_NEAR = 4
"""How many lines below furniture a line of a web page is still beside it: lists of names are
paragraphs there."""


def is_said_in_thread(page: Page, n: int) -> bool:
    """A sentence in what a page calls comments, but none of those that ask for comments."""
    line = page.lines[n]
    if line.role != "thread" or not line.sentence or announcements.on_page(line.words):
        return False
    frame = furniture.opens_form(line) or notices.is_notice(line) or turns.is_rule(line)
    return not frame and not furniture.is_furniture(line)
