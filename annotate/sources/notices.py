"""The address and the licence of a work, as the notices at its head and foot state them."""

import re

from annotate.sources.evidence import Evidence, Found

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;)]")
_BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+/[^\s<>\"]*[^\s<>\".,;)]")
_LABEL = re.compile(
    r"^(?:permalink|(?:source )?url|address|link|web|(?:this .{2,20} is )?(?:also "
    r"|freely )?(?:read |available"
    r" )?(?:it |free )?(?:online\b ?)?(?:at|from|on|under)?)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)


def url(evidence: Evidence) -> Found:
    """The address alone in a line or behind its label; a label vouches for one without a scheme."""
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            label = _LABEL.match(line)
            bare = line[label.end() if label else 0 :].strip("<> .")
            if hit := _ADDRESS.fullmatch(bare):
                return hit[0], "address"
            if label and label[0].strip() and _BARE_ADDRESS.fullmatch(bare):
                return f"https://{bare}", "address"
    return None


_LICENCE = re.compile(
    r"creative commons|\bCC[ -](?:BY|0)|\bCC0|public domain|licen[cs]ed? under"
    r"|available under (?:an?|the) (?:[\w.-]+ ){1,5}licen[cs]e",
    re.IGNORECASE,
)
_TERM = r"(?:[A-Z][\w-]*|v?\d(?:\.\d)?|[–-])"
_LICENCES = (
    re.compile(
        rf"\b(?P<name>(?:Creative Commons|CC)[ -]+{_TERM}(?:[ -]+{_TERM})*?)(?=\s+[Ll]icen[cs]e\b)"
    ),
    re.compile(rf"\b(?P<name>Creative Commons[ -]+{_TERM}(?:[ -]+{_TERM})*|CC0(?: {_TERM})*)"),
    re.compile(r"\b(?P<name>CC[ -]BY(?:-[A-Z]{2})*(?: \d\.\d)?(?: [A-Z][a-z]+)?)"),
    re.compile(
        rf"(?:under|terms of) (?:an?|the) "
        rf"(?P<name>{_TERM}(?: {_TERM})* [Ll]icen[cs]e(?: v\d(?:\.\d)?)?)"
    ),
)
"""The names that sentences call licences by, the surest first."""


def license_(evidence: Evidence) -> Found:
    for words in evidence.of("notice"):
        for line in words.split("\n"):
            if _LICENCE.search(line):
                return _licence_name(line.strip()), "notice"
    return None


def _licence_name(line: str) -> str:
    """The name of a licence out of a sentence; a line that is no sentence is one."""
    if not (line.endswith(".") or re.search(r"\b(?:under|licen[cs]ed|copied|published)\b", line)):
        return line
    hits = (pattern.search(line) for pattern in _LICENCES)
    return next((hit["name"].strip(" -–") for hit in hits if hit), line)
