"""Items of lists: which line is one, by its number, letter or bullet and by its neighbours."""

import re

from annotate.segments.zones import Page


def is_item(page: Page, n: int) -> bool:
    """A line with a number, letter or bullet; a lone dash opens no list, "2.1" a paragraph."""
    line = page.lines[n]
    if not line.mark or (re.fullmatch(r"\d+(?:\.\d+)+\.?", line.mark) and line.prose):
        return False
    if re.match(r"[-–—A-Zivx]", line.mark) or re.fullmatch(r"[a-z]\.", line.mark):
        return any(_is_kin(page, n, m) for m in _near(page, n))
    return True


def _near(page: Page, n: int) -> range:
    return range(max(0, n - 3), min(len(page.lines), n + 4))


def _is_kin(page: Page, n: int, m: int) -> bool:
    mark, other = page.lines[n].mark or "", page.lines[m].mark or ""
    return n != m and bool(other) and mark[-1] == other[-1] and mark.isalnum() == other.isalnum()
