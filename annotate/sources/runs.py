"""The stretches of a web page as received that are text, with their words.

Read by the rules that HTML's standard gives for telling tags, comments, scripts and references from
text, so that each word's place in the page is known; a parser tells none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html.entities import html5
from typing import NamedTuple

# Groups are atomic where they could be possessive (`*+`): before 3.11.5 Python goes wrong in these.
_VALUE = r"""\s*+(?>(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?)"""
_REST = rf"[^>=]*+(?>(?:={_VALUE}[^>=]*+)*)(?:>|\Z)"
_NAMED = "script|style|iframe|noembed|noframes|xmp|plaintext|textarea|title"
_TAGS = re.compile(
    rf"(?>(?:<(?:(?!(?i:{_NAMED})(?:[\s/>]|\Z))[a-zA-Z][^\s/>]*+{_REST}|/[a-zA-Z]{_REST}"
    rf"|!--(?:-?>|.*?(?:--!?>|\Z))|(?:[!?]|/(?!\Z))[^>]*+(?:>|\Z))\s*+)+)"
    rf"|<([a-zA-Z][^\s/>]*+){_REST}",
    re.DOTALL,
)
"""Start tags, end tags, comments and what the standard calls bogus comments, with nothing but white
space between; or the start tag, with its name, of an element that holds no tags."""

_ESCAPED = (
    r"<!--(?:-?>|(?>(?:[^<-]++|(?!-->|</script[\s/>])(?:<script[\s/>]"
    r"(?>(?:[^<-]++|(?!-->|</script[\s/>]).)*)(?:</script[\s/>])?|.))*)(?:-->)?)"
)
_SCRIPT = re.compile(rf"(?>(?:[^<]++|{_ESCAPED}|<(?!/script[\s/>]))*)", re.DOTALL | re.IGNORECASE)
"""What stands in a script: its end tag counts as such unless it is in a script within a comment."""

SILENT = frozenset({"script", "style", "iframe", "noembed", "noframes"})
_LAST = frozenset({"plaintext"})
_REFERRING = frozenset({"textarea", "title"})
"""Elements that hold no tags: without words, without an end, and with references."""

REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{0,40};?)")
_LEGACY = {number: bytes((number,)).decode("cp1252", "replace") for number in range(0x80, 0xA0)}


class Run(NamedTuple):
    """A stretch of a page between its tags; literal: what looks like a reference is none."""

    start: int
    end: int
    literal: bool = False


def runs(page: str) -> Iterator[Run]:
    """The stretches of a page that are text, in order, by the tokens of the HTML standard.

    Some that hold nothing but white space are left out.
    """
    at = int(page.startswith("\ufeff"))
    opens = page.find("<", at)
    while opens >= 0:
        hit = _TAGS.match(page, opens)
        if hit is None:
            opens = page.find("<", opens + 1)
            continue
        if opens > at:
            yield Run(at, opens)
        at = hit.end()
        if hit[1]:
            name = hit[1].lower()
            end = len(page) if name in _LAST else _end(page, at, name)
            if name not in SILENT:
                yield Run(at, end, literal=name not in _REFERRING)
            at = end
        opens = page.find("<", at)
    yield Run(at, len(page))


def _end(page: str, at: int, name: str) -> int:
    """Where an element ends that holds no tags but its own end tag."""
    end = _closes(page, at, name)
    if name == "script" and page.find("<!--", at, end) >= 0:
        hit = _SCRIPT.match(page, at)
        return hit.end() if hit else len(page)
    return end


def _closes(page: str, at: int, name: str) -> int:
    """Where the end tag of such an element stands; scripts are long, and to find is quick."""
    closes = _closing(name).match
    at = page.find("</", at)
    while at >= 0:
        if closes(page, at):
            return at
        at = page.find("</", at + 2)
    return len(page)


@lru_cache(maxsize=16)
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def worded(page: str) -> Iterator[tuple[Run, str]]:
    """The runs of a page that hold words, each with them, without white space."""
    for run in runs(page):
        said = page[run.start : run.end]
        if not said or said.isspace():
            continue
        if "&" in said and not run.literal:
            said = REFERENCE.sub(_character, said)
        yield run, "".join(said.split())


def _character(hit: re.Match[str]) -> str:
    signs, length = reference(hit[0])
    return signs + hit[0][length:]


@lru_cache(maxsize=4_096)
def reference(written: str) -> tuple[str, int]:
    """The signs that a character reference stands for, and how many of its signs are read for it.

    "&copy2;" is read as "&copy" with "2;" behind it; what is no reference stands for itself.
    """
    if written.startswith("&#"):
        return _numbered(written), len(written)
    for length in range(len(written), 2, -1):
        signs = html5.get(written[1:length])
        if signs is not None:
            return signs, length
    return "&", 1


def _numbered(written: str) -> str:
    digits, base = written[2:].rstrip(";"), 10
    if digits[0] in "xX":
        digits, base = digits[1:], 16
    number = int(digits.lstrip("0")[:9] or "0", base)
    if number in _LEGACY:
        return _LEGACY[number]
    if number == 0 or number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return "\ufffd"
    return chr(number)
