"""Furniture: lines that are no part of a work, told by their words alone."""

import re
from functools import cache

from annotate import lexicons
from annotate.segments.lines import Line

_SIGNS = re.compile(
    r"[\W_]*|[-–—_*=~#]{3,}|\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|#{2,}|-?30-|(?i:ends?)\b\.?"
)
_COUNTS = re.compile(
    r"(?:(?:no|one|\d[\d,.]*)\s+(?:comments?|responses?|replies|reply|thoughts?|reactions?|views?"
    r"|shares?|likes?|reads?|retweets?)\b.{0,120}|(?:comments?|responses|replies|views|shares|likes)"
    r"\s*[(:]?\s*\d+\)?|page \d+(?: (?:of|/) \d+)?|\d+ (?:of|/) \d+|\d+\s*min(?:ute)?s?\s+read"
    r"|%[ds]\b.{0,60}|.{0,40}%[ds].{0,40})",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:tags?|tagged|filed under|filed in|categor(?:y|ies)|topics?|keywords?|labels?"
    r"|posted in|related)"
    r"\s*(?::|\bas\b|\bwith\b)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\s*(?:>|»|›|\||·|•|→)\s*|\s+/\s+")

_NOTICE = re.compile(
    r"(?:^|\W)(?:©|\(c\)\s*\d{4}|copyright\b(?!\s+(?:law|act|infring|holder|reform))"
    r"|all rights reserved"
    r"|creative commons|licen[cs]ed under|(?:re)?printed with permission"
    r"|republished with permission"
    r"|(?:may|can) be (?:reproduced|reprinted|republished)"
    r"|reproduction\b.{0,40}\b(?:permitted|prohibited"
    r"|allowed|authori[sz]ed)|CC[ -]BY|CC0|public domain)(?:\W|$)",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"^(?:(?:ISSN|ISBN|DOI)\b|(?:permalink|url|source url|citation|cite (?:this|as)"
    r"|(?:press|media) office"
    r"|(?:press |media )?contact|published by|verlag)\s*:|(?:imprint|impressum"
    r"|publisher|licen[cs]e|copyright"
    r"|published by|verlag)\s*(?::|$))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^<?(?:https?://|www\.)\S+>?$|^<?(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.]+>?$")

_FORM = re.compile(
    r"^(?:leave|add|post|write|submit)\s+(?:a|your|new)?\s*(?:reply|comment|response|feedback)"
    r"|^(?:share|add) your (?:thoughts|comment|view|opinion)|^join the (?:conversation|discussion)"
    r"|^(?:comments are|commenting is)\s+(?:now\s+)?closed|^(?:have your say|what do you think\??)$"
    r"|^(?:cancel reply|reply to this)|^your e-?mail address (?:will|stays)",
    re.IGNORECASE,
)


def is_sign(line: Line) -> bool:
    """Whether a line is a rule, an ornament or a page number."""
    return bool(_SIGNS.fullmatch(line.words))


def is_notice(line: Line) -> bool:
    """Whether a line states a right, a licence, a publisher or an address of the work."""
    if _ADDRESS.match(line.words) or _IMPRINT.match(line.words):
        return line.size <= 40
    return line.size <= 60 and bool(_NOTICE.search(line.words))


def opens_form(line: Line) -> bool:
    """Whether a line is the head of a form for comments."""
    return line.size <= 14 and bool(_FORM.search(line.words))


_TEASERS = re.compile(
    r"(?:related|recommended|similar|popular|latest|trending|top|other|more)\s+(?:articles?|stories"
    r"|posts|news|content|reading|links|from .{1,40}|on this(?: topic)?|in .{1,30})"
    r"|(?:most|also)\s+(?:read|popular|viewed|shared|on .{1,40})|(?:read|see|up) (?:next|also|more)"
    r"|you (?:may|might) also like|recommended for you|in this (?:issue|section)|further reading"
    r"|elsewhere on .{1,30}",
    re.IGNORECASE,
)


def opens_teasers(line: Line) -> bool:
    """Whether a line is the head of a list of other articles."""
    return line.size <= 8 and bool(_TEASERS.fullmatch(line.words.rstrip(" :…")))


def is_furniture(line: Line) -> bool:
    """Whether a line belongs to the frame of a page: forms, sharing, sign-up, navigation."""
    if is_sign(line) or (line.size <= 20 and _COUNTS.fullmatch(line.words)):
        return True
    if line.size <= 30 and _FILED.match(line.words):
        return True
    bare = re.sub(r"^[\W_]+|[^\w:)]+$", "", line.words.lower())
    bare = bare.rstrip(" *:.…)»›→") or bare
    return bare in _entries() or _opens_as_furniture(line, bare) or _is_trail(line)


@cache
def _entries() -> frozenset[str]:
    return frozenset(entry.rstrip(":.") for entry in lexicons.words("furniture"))


def _opens_as_furniture(line: Line, bare: str) -> bool:
    """Two words of furniture make a line of ten, three one of thirty: "Your email address …"."""
    if line.size > 30:
        return False
    words = bare.split()
    opening = [n for n in range(2, 8) if " ".join(words[:n]).rstrip(",.:") in _entries()]
    return bool(opening) and (line.size <= 10 or max(opening) >= 3) and not _is_told(line)


def _is_told(line: Line) -> bool:
    """Whether a line tells of somebody in the past: prose that happens to open like a button."""
    return line.final and bool(re.search(r"\b(?:was|were|had|said|told|she|he|they)\b", line.words))


def _is_trail(line: Line) -> bool:
    """A breadcrumb trail or a row of links: three short fields and more, and no byline."""
    fields = [field for field in _TRAIL.split(line.words) if field]
    if len(fields) < 3 or line.byline or line.final:
        return False
    return all(len(field.split()) <= 4 for field in fields)
