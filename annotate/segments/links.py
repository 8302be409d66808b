"""Links of a page, told by their words: menus, trails, the texts before and behind, others."""

import re

from annotate import lexicons
from annotate.segments import buttons
from annotate.segments.lines import Line

_TRAIL = re.compile(r"\s*(?:>|»|›|\||·|•|→)\s*|\s+/\s+")
_PARTS = frozenset(">»›|·•→/")
"""What parts a trail: most lines have none of it, and need not be parted to see that."""

_POINTER = re.compile(
    r"(?:(?:read|up|see|watch|listen|look) (?:next|also|more|on|this|too)"
    r"|(?:read|see|watch) (?:the|our|my) (?:full |whole |complete )?(?:review|story|report|guide"
    r"|interview|article)|also (?:on this site"
    r"|read|in this"
    r" issue|of interest|by .{2,40})|related(?: \w+)?|recommended|more (?:on this|from .{2,40}"
    r"|stories"
    r"|about .{2,40})|you (?:may|might) (?:also )?(?:like|enjoy)|don[’']t miss"
    r"|elsewhere(?: on .{2,30})?"
    r"|from (?:our|the) archives?|next article|previous article|editor[’']?s?[’']? (?:pick"
    r"|choice)s?"
    r"|most read|trending|podcast|watch(?: (?:below|above|live))?|listen"
    r"|(?-i:MORE(?: NEWS| INFO)?|READ))\s*(?:[:»>→]|[|–—]\s)\s*\S",
    re.IGNORECASE,
)
_ACROSS = re.compile(
    r"[«‹←<]+\s*(?:older|newer|previous|prev|next|earlier|later)\b.{0,90}"
    r"|(?:older|newer|previous|prev|next|earlier|later)(?:\s+(?:posts?|articles?|entr(?:y|ies)"
    r"|stor(?:y|ies)|essays?|pieces?|pages?))?\s*(?::\s*\S.{0,90}|.{0,90}[»›→>]+)"
    r"|[«‹←]\s*[^«»‹›]{2,60}(?<![.,;:!?])(?:\|\s*[^«»‹›]{2,60}[»›→]?)?|[^«‹←»›→.!?]{2,60}\s[»›→]",
    re.IGNORECASE,
)
"""The links to the texts before and behind: "« Older: …", "Next post →"."""


_IN_THREAD = re.compile(
    r"(?:previous|next) (?:message|in thread|by (?:date|thread)|topic|thread)\s*[:|].{0,120}"
    r"|(?:maybe )?in reply to\s*:.{0,120}|(?:contemporary )?messages sorted(?: by)?\s*:.{0,80}",
    re.IGNORECASE,
)
"""The links of an archive of mails to the messages around one."""


def is_in_archive(line: Line) -> bool:
    """Whether a line leads to other messages: "Previous message: …", "Messages sorted by: …"."""
    return line.block.links > 0 and line.size <= 24 and bool(_IN_THREAD.fullmatch(line.words))


def is_across(line: Line) -> bool:
    """Whether a line leads to the text before or behind: "« Older: …", "Next post →"."""
    if line.size > 24:
        return False
    return all(_ACROSS.fullmatch(field) for field in line.gaps or (line.words,))


def is_menu(line: Line) -> bool:
    """Whether wide gaps or bars part a line into links: "Share   Tweet   Print"."""
    if line.size > 24 or line.final:
        return False
    if not line.gaps and _PARTS.isdisjoint(line.words):
        return False
    fields = [field for gap in line.gaps or (line.words,) for field in _TRAIL.split(gap) if field]
    if len(fields) < 2 or line.byline:
        return False
    bare = (re.sub(r"^[\W_]+|[\W_]+$", "", field.lower()) for field in fields)
    folded = [field for field in bare if len(field) > 2 or field in buttons.names()]
    links = sum(_is_link(field) for field in folded)
    known = sum(_is_link(field) or field in lexicons.listed("sections") for field in folded)
    return known >= 2 and 2 * known >= len(folded) and (links > 0 or len(folded) > 3)


def _is_link(folded: str) -> bool:
    """Whether a field of a line names a button or a page of the site itself."""
    return folded in buttons.names() or " ".join(folded.split()[:2]) in buttons.names()


_TEASERS = re.compile(
    r"(?:related|recommended|similar|popular|latest|recent|trending|top|other|more)\s+(?:articles?"
    r"|(?:stories|posts|articles)(?: (?:from|in|on|by) .{1,40})?|news|content|reading|links"
    r"|from .{1,40}|on this(?: topic)?|in .{1,30})"
    r"|(?:most|also)\s+(?:read|popular|viewed|shared|on .{1,40})|(?:read|see|up) (?:next|also|more)"
    r"|you (?:may|might) also like|recommended for you|in this (?:issue|section)|further reading"
    r"|elsewhere on .{1,30}",
    re.IGNORECASE,
)


def opens_teasers(line: Line) -> bool:
    """Whether a line is the head of a list of other articles."""
    return line.size <= 8 and bool(_TEASERS.fullmatch(line.words.rstrip(" :…")))


def points(line: Line) -> bool:
    """Whether a line opens as one that points to another text: "Read more: …", "Trending: …"."""
    return bool(_POINTER.match(line.words))


def is_trail(line: Line) -> bool:
    """Whether a line is a breadcrumb trail or a row of links: three short fields and more."""
    if line.final or _PARTS.isdisjoint(line.words):
        return False
    fields = [field for field in _TRAIL.split(line.words) if field]
    if len(fields) < 3 or line.byline:
        return False
    return all(len(field.split()) <= 4 for field in fields)
