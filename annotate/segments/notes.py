"""Notes: what stands around a work and is not by its author, or is about the author."""

import re

from annotate.segments.lines import Line
from annotate.sources.byline_forms import NAME

_LABELLED = re.compile(
    r"(?:editor[’']?s?[’']?\s+note|ed\.?\s+note|author[’']?s?\s+note|note|notes|nb"
    r"|(?:correction|clarification|update)s?(?:,?\s[^:.\n]{1,12}\.?[^:.\n]{0,20}(?=:))?"
    r"|from the (?:\w+ ){0,2}(?:editor|publisher|translator)s?(?=\s*[.:–—])|disclaimer"
    r"|disclosure|abstract|summary|more information(?=:)|journal (?:information|reference)(?=:)"
    r"|story source(?=:)|appeared in the .{3,40}? print edition|about the (?:author|writer"
    r"|editor)s?|(?-i:About (?:the |our )?[A-Z])[\w ]{1,40}"
    r"|this (?:article|essay|post|piece|story|report|text|interview)\s+(?:was|is(?! about\b)"
    r"|has been|first|originally|appeared"
    r"|reflects|does not)|(?:the )?(?:views|opinions) expressed|the (?:author"
    r"|writer)s?\s+(?:is|are|was|can)\b"
    r"|translated (?:from|by)|(?:first|originally) published|a version of this)",
    re.IGNORECASE,
)
_WORKS = (
    r"(?:is|was|are|were|works?|teaches|runs|lives|holds|serves|served|studies|studied|writes|covers|covered|heads"
    r"|leads|directs|edits|reports|reported|contributed|has\s+(?:been|written|worked|covered))"
)
_ROLE = (
    r"(?:an?|the|also|currently|now|former(?:ly)?|senior|professor|director|editor|author|founder|co-founder"
    r"|president|chair(?:man|woman)?|head|fellow|lecturer|playwright|[a-z]+(?:or|er|ist|ent|ant)\s+(?:of|at|in|for|with)"
    r"|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}[’']s?\s+(?:[\w-]+\s+){0,3}(?:analyst|blogger|columnist"
    r"|contributor|correspondent|editor|fellow|reporter|writer))"
)
_ABOUT = re.compile(
    rf"(?:{NAME}|(?:The|the) (?:author|writer))\s*(?:\([^)]*\))?,?\s+(?:(?:is"
    rf"|was)\s+{_ROLE}\b|(?:{_WORKS})\s+"
    r"(?:at|for|from|in|to|on)\b)"
)
_DOES = re.compile(rf"\b(?:{_WORKS}|has (?:a|over|more than|spent|appeared|won))\b")
_HEADING_ABOUT = re.compile(
    r"(?i:about (?:the|this|our|us)\s*(?:authors?|writers?|contributors?|editors?|series|paper"
    r"|report"
    r"|project|institute|organi[sz]ation)?|(?:the |notes? on )?(?:the )?(?:authors?|contributors?)"
    r"|acknowledge?ments?)|(?i:about)(?: (?:[A-Z][\w’'.-]*|the|of|for|and|&)){1,7}"
)
_FOOTNOTE = re.compile(
    r"(?:\[\^?\w{1,4}\]|[¹²³⁴-⁹]+|\d{1,3}\s+(?=[A-Z“])|[*†‡]+\s?(?=[A-Z“]))\s*\S"
)
_HELPED = re.compile(
    r".{3,160}\bcontributed (?:reporting|(?:reporting |research )?to this"
    r" (?:article|piece|report|story))(?: from .{2,60})?\.?"
    r"|[-–—(\s]*with (?:(?:additional |further )?reporting|files|assistance) (?:by|from) .{3,100}",
    re.IGNORECASE,
)
"""How a paper says who else helped: "Anja Kolde contributed to this report."."""

_REACHED = re.compile(
    rf"(?:(?i:reach|contact|e-?mail|follow|write to)\s+(?:{NAME}"
    r"|(?:the )?(?:author|writer|reporter))"
    r"|(?:You|Readers) can (?:reach|contact|e-?mail|follow) .{3,60}?)"
    r"(?:\s*:|,| at| on| via)\s.{0,60}@.{2,60}"
)
"""Where to find who wrote: "Reach Anja Kolde at akolde@courier.example"."""

_SIGNED = re.compile(r"[.!?…”\"]\s*[-–—]{1,2}\s*[A-Z][\w’'.]*(?:[ ,-]+[\w’'.-]+){0,7}$")
_LONGEST = 120


def is_labelled(line: Line) -> bool:
    """Whether a line says of itself that it is a note."""
    hit = _LABELLED.match(line.words)
    if not hit or line.size > _LONGEST:
        return False
    stated = line.words[hit.end() : hit.end() + 1] in {":", "]", "."} or " " in hit[0]
    return stated and not (line.size <= 2 and line.role != "heading")


def is_about(line: Line, writers: frozenset[str]) -> bool:
    """Whether a line of the foot tells who wrote the work.

    writers: the names in the byline; where they are known, only they are told about.
    """
    if line.size > _LONGEST or line.role in {"heading", "list_item", "quote"}:
        return False
    if is_labelled(line) or _HELPED.fullmatch(line.words):
        return True
    if "@" in line.words and _REACHED.match(line.words):
        return True
    bare = line.words.removeprefix("About ")
    if any(bare.startswith((name, name.split()[-1] + " ")) for name in writers):
        return bool(re.search(rf"\b(?:{_WORKS}|can be reached)\b", bare))
    named = line.words.split()[1:2]
    told = bool(named) and (named[0][:1].isupper() or named[0] in {"author", "writer"})
    return not writers and line.size <= 60 and told and bool(_ABOUT.match(line.words))


def does(words: str) -> bool:
    """Whether some words tell what somebody is or does: "is a writer", "lives in"."""
    return bool(_DOES.search(words))


_NOTES = (
    r"(?:end|foot)?notes|references|sources|bibliography|works cited"
    r"|notes? (?:to|for) (?:the )?(?:editors?|news ?desks?|journalists|media):?"
    r"|editors?[’']? notes:?"
)
"""Above notes; a press office has more of them than an author."""


def is_heading(words: str) -> bool:
    """Whether a line is the heading of footnotes or sources."""
    return bool(re.fullmatch(_NOTES, words, re.I))


def is_heading_about(words: str) -> bool:
    """Whether a line is the heading of words about the author or the house: "About the authors"."""
    return bool(_HEADING_ABOUT.fullmatch(words.strip(" :*_")))


def is_footnote(line: Line) -> bool:
    """Whether a line opens as a footnote does: "[3] …", "³ …"."""
    return bool(_FOOTNOTE.match(line.words))


def is_signed(line: Line) -> bool:
    """Whether a paragraph ends with the name of who put it there: "… – The Editor"."""
    return line.prose and bool(_SIGNED.search(line.words))
