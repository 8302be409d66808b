"""Block quotations: which paragraph is quoted whole, by the line that leads to it."""

import re

from annotate.segments.lines import Line
from annotate.segments.zones import Page

_DOCUMENT = re.compile(
    r"\b(?:cables?|letters?|statements?|memos?|memorandum|reports?|e-?mails?|transcripts?|documents?"
    r"|resolutions?|decrees?|declarations?|articles?|editorials?|speech|press release"
    r"|diary|notes?|dispatch)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|wrote|writes|written|replied|replies|answered|answers|suggested|suggests|stated"
    r"|states|declared|declares|reads?|noted|notes|explained|explains|argued|argues|recalled|recalls"
    r"|observed|continued|continues|concluded|concludes|reported|reports|told|quoted|as follows)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:From|In|On|Dated|Excerpt)\b.{0,80}:$")
_NO_QUOTE = re.compile(
    r"\b(?:reasons?|ways?|things|questions?|points?|steps|following|examples?|answers? is|problem)"
    r"\s*:$",
    re.IGNORECASE,
)


def is_quoted(page: Page, n: int) -> bool:
    """A paragraph behind a line that says whose words follow, or from which document."""
    line, lead = page.lines[n], _lead(page, n)
    if lead is None or line.mark or not line.prose or line.words[:1] in "“\"«‘'":
        return False
    last = re.split(r"(?<=[.?!])\s+", lead.words)[-1]
    if _NO_QUOTE.search(last):
        return False
    dated = re.search(r"\d|^(?:Dated|Excerpt)\b", last) or _DOCUMENT.search(last)
    if _FROM.match(last) and lead.size <= 14 and dated:
        return True
    told = bool(_SAID.search(last)) + bool(_DOCUMENT.search(last)) + 2 * (line.indent > lead.indent)
    return told >= 2 or (told == 1 and bool(_SAID.search(last)) and _is_set_apart(page, n))


def _lead(page: Page, n: int) -> Line | None:
    lead = page.before(n)
    in_body = n - 1 >= page.head and n < page.foot
    return lead if lead is not None and in_body and lead.words.endswith(":") else None


def _is_set_apart(page: Page, n: int) -> bool:
    """Whether the paragraph is set in, or speaks in the first person."""
    line = page.lines[n]
    return line.indent > 0 or bool(re.match(r"(?:We|I|Our|My|Dear)\b", line.words))
