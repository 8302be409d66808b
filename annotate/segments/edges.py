"""The edges of a work: what a line of its head or foot is, and what a page adds to both."""

from annotate.segments import furniture, notes
from annotate.segments.zones import Page
from annotate.sources import bylines


def is_deck(page: Page, n: int) -> bool:
    """A line between the title and the end of the head, or one that its form calls a deck."""
    if page.lines[n].role == "deck":
        return n <= page.head + 1
    if page.lines[n].block.tag and page.lines[n].size < _SHORT_DECK:
        return False
    return page.in_head(n) and page.title is not None and n > page.title


_SHORT_DECK = 6
"""Words: what is shorter in the head of a web page is a button or a count of comments."""


def is_label(page: Page, n: int) -> bool:
    """A few words in the head of a web page that are neither title nor byline nor deck."""
    return page.in_head(n) and bool(page.lines[n].block.tag)


def is_byline(page: Page, n: int) -> bool:
    """A byline stands in the head, in the foot, or says "wrote this …"."""
    line = page.lines[n]
    edge = page.in_head(n) or page.in_foot(n)
    return edge and (line.byline is not None or line.role == "byline")


def is_bare_name(page: Page, n: int) -> bool:
    """A name alone below the title, beside a byline, or told about in the foot."""
    line = page.lines[n]
    if (
        not page.in_head(n)
        or page.title is None
        or n < page.title
        or not bylines.is_name(line.words)
    ):
        return False
    beside = (page.before(n), page.behind(n))
    if any(other is not None and other.byline is not None for other in beside):
        return True
    return any(other.words.startswith(line.words) for other in page.lines[page.foot :])


def is_section_name(page: Page, n: int) -> bool:
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
    writers = frozenset(
        name for line in page.lines[: page.head] if line.byline for name in line.byline.authors
    )
    return page.in_foot(n) and notes.is_about(page.lines[n], writers)


def is_heading_of_notes(page: Page, n: int) -> bool:
    line = page.lines[n]
    return page.in_foot(n) and notes.is_heading(line.words)


def is_footnote(page: Page, n: int) -> bool:
    line = page.lines[n]
    return page.in_foot(n) and notes.is_footnote(line)


def is_signature(page: Page, n: int) -> bool:
    """Nothing but the name of somebody in the byline, at the foot."""
    names = {
        name for line in page.lines[: page.head] if line.byline for name in line.byline.authors
    }
    return page.in_foot(n) and page.lines[n].words.strip(" –—-.") in names


def is_notice(page: Page, n: int) -> bool:
    """A notice; in the midst of the work only a short one, since prose speaks of copyright too."""
    line = page.lines[n]
    inside = page.head <= n < page.foot
    return furniture.is_notice(line) and not (inside and (line.prose or line.size > 12))


def is_imprint(page: Page, n: int) -> bool:
    """A line of the foot that is no sentence, beside a notice or a rule."""
    line = page.lines[n]
    if not page.in_foot(n) or line.sentence or line.mark:
        return False
    beside = [m for m in (n - 1, n - 2) if m >= page.foot]
    return any(
        furniture.is_notice(page.lines[m]) or furniture.is_sign(page.lines[m]) for m in beside
    )


def is_beside_furniture(page: Page, n: int) -> bool:
    """A line of the foot that is no sentence, below a sign-up, a form or a button."""
    line = page.lines[n]
    if not page.in_foot(n) or line.sentence or line.mark or line.role == "heading":
        return False
    above = page.lines[page.foot : n]
    return any(furniture.is_furniture(one) and not furniture.is_sign(one) for one in above)


def is_said_in_thread(page: Page, n: int) -> bool:
    line = page.lines[n]
    return line.role == "thread" and line.sentence and not furniture.is_furniture(line)
