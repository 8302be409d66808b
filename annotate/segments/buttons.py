"""Buttons and fields of a page, told by their words: "Your name:", "[Send]", "Sign up"."""

import re
from functools import cache

from annotate import lexicons
from annotate.segments.lines import Line

_FIELD = re.compile(
    r"(?:your\s+|full\s+|first\s+|last\s+|user\s*)*(?:name|e-?mail(?:\s+address)?|message|words"
    r"|comment|text|website|url|subject|town|city|country|phone|location)"
    r"\s*(?:\*|:|\((?:\w|[ ,’'-]){1,40}\)|_{2,}|\[\s*\])*",
    re.IGNORECASE,
)
_PRESSED = re.compile(r"\[\s*(?P<what>[^\[\]]{1,40}?)\s*\]")
_SHARED = re.compile(
    r"(?:share|bookmark|e-?mail|tweet|digg) (?:this|it|on|via|with)\b(?: \w+)?\s*:"
    r"|what (?:is|are) (?:this|these|social bookmark\w*)\W*$"
    r"|(?:share (?:this )?(?:on|via|with) \w+?\W*){2,}(?!\w)",
    re.IGNORECASE,
)
"""The names of services to share a text with, behind what to do with them."""

_SERVICES = re.compile(
    r"(?:share(?: this)?\W+)?(?:(?:sms|facebook(?:-f)?|twitter|e-?mail|linked-?in|pinterest"
    r"|whats-?app|reddit|tumblr|print|messenger|telegram|bluesky|threads|mastodon|flipboard|google\+?"
    r"|pocket|xing|skype|copy link|instagram|youtube|rss)\W*){2,}",
    re.IGNORECASE,
)
"""A row of such names alone."""


def is_field(line: Line) -> bool:
    """Whether a line is a field or a button of a form: "Your name:", "[Send]"."""
    if line.size > 8:
        return False
    return bool(_FIELD.fullmatch(line.words)) or is_pressed(line.words)


def is_pressed(words: str) -> bool:
    """Whether words are nothing but buttons in brackets."""
    if "[" not in words:
        return False
    what = [hit["what"].lower() for hit in _PRESSED.finditer(words)]
    return bool(what) and not _PRESSED.sub("", words).strip() and all(w in names() for w in what)


def ends_in_button(line: Line) -> bool:
    """Whether a short line ends in a button: "Get the paper in your inbox. [Sign up]"."""
    if line.size > 30 or not line.words.endswith("]"):
        return False
    last = re.search(r"\[([^\[\]]{2,30})\]$", line.words)
    return last is not None and last[1].strip().lower() in names()


def offers_sharing(line: Line) -> bool:
    """Whether a line names services to share a text with: "Share this: …", "Facebook  X  Email"."""
    if line.size > 24:
        return False
    return bool(_SHARED.match(line.words) or _SERVICES.fullmatch(line.words))


@cache
def alone() -> frozenset[str]:
    """What is furniture as a whole line alone, in small letters."""
    return frozenset(lexicons.words("furniture_alone"))


@cache
def names() -> frozenset[str]:
    """What buttons, fields and a site's own pages are called, in small letters."""
    entries = (*lexicons.words("furniture"), *lexicons.words("furniture_abroad"))
    return frozenset(entry.rstrip(":.") for entry in entries)
