"""Notices: lines that state a right, a licence, a publisher or an address of the work."""

import re

from annotate.segments.lines import Line, asked_once

_NOTICE = re.compile(
    r"(?<!\w)(?:©(?:\s*\d{4})?|\(c\)\s*\d{4}|copyright\b(?!\s+(?:law|act|infring|holder|reform))"
    r"|all rights reserved|(?:is an?|are) registered (?:trade|service) ?marks? (?:of|owned)"
    r"|creative commons|licen[cs]ed under|available under (?:an?|the) (?:[\w.-]+ ){1,5}licen[cs]e"
    r"|(?:re)?printed with permission"
    r"|republished with permission"
    r"|(?:may|can) be (?:freely )?(?:reproduced|reprinted|republished|copied|reused|shared)"
    r"|reproduction\b.{0,40}\b(?:permitted|prohibited"
    r"|allowed|authori[sz]ed)|CC[ -]BY|CC0|public domain"
    r"|(?:ISSN|ISBN|DOI)\b[:\s]*(?:10\.)?[\dX][\dX/-]{6,})(?:\W|$)",
    re.IGNORECASE,
)
_NOTED = (
    "©",
    "(c)",
    "copyright",
    "rights reserved",
    "registered",
    "creative commons",
    "licen",
    "printed",
    "published",
    "reproduc",
    "copied",
    "reused",
    "shared",
    "cc",
    "public domain",
    "issn",
    "isbn",
    "doi",
)
"""What every notice holds one of, in small letters: most lines need no further look."""

_IMPRINT = re.compile(
    r"^(?:(?:ISSN|ISBN|DOI)\b|(?:permalink|url|source url|citation|cite (?:this|as)"
    r"|(?:press|media) office|(?:read )?online|web|download"
    r"|(?:article|story|page) url|for (?:more|further) information[^.]*"
    r"|(?:press |media )?contact|published by|verlag)\s*:|printed (?:and bound )?(?:by|in|at)"
    r" (?:the )?(?-i:[A-Z])|(?:imprint|impressum"
    r"|publisher|licen[cs]e|copyright"
    r"|published by|verlag)\s*(?::|$)|(?:published|issued|produced) by (?:the )?(?-i:[A-Z])"
    r"|(?-i:SOURCE:? [A-Z][\w.&’'-]*(?:,? [\w.&’'-]+){0,7}$)"
    r"|(?:also |freely )?available (?:online |free )*(?:at|from|on|under)\b.{0,20}\S+\.\S+/)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^<?(?:https?://|www\.)\S+>?$|^[\w-]+(?:\.[\w-]+)+/\S*$"
    r"|^<?(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.]+>?$"
)

_MAILED = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@asked_once
def is_notice(line: Line) -> bool:
    """Whether a line states a right, a licence, a publisher or an address of the work."""
    if line.size > 60:
        return False
    if (" " not in line.words and _ADDRESS.match(line.words)) or _IMPRINT.match(line.words):
        return line.size <= 40
    if "@" in line.words and line.size <= 16 and not line.final and _MAILED.search(line.words):
        return True
    return _may_be_noted(line.words.lower()) and bool(_NOTICE.search(line.words))


def _may_be_noted(plain: str) -> bool:
    for sign in _NOTED:  # noqa: SIM110  # any() takes as long as what it asks
        if sign in plain:
            return True
    return False
