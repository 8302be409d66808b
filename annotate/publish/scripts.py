"""Which scripts within Datasette's own pages are Datasette's, told to browsers by their hashes.

Datasette writes small scripts into its pages, some with values of the page in them. A policy that
allowed any script in a page would allow what an article smuggles in; so a script is allowed if it
is, sign by sign, one of Datasette's own templates with nothing but JSON in the place of its values.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib import resources

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HANDLER = re.compile(r"""<\w[^<>]*?\son\w+="([^"{}]*)\"""")
_PIECE = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_PLAIN = re.compile(r"[\w.+-]*")


def hashes(page: str) -> list[str]:
    """What a policy calls the scripts of a page that are Datasette's own, in order."""
    own = (words for words in _SCRIPT.findall(page) if _is_own(words))
    return list(dict.fromkeys(_hash(words) for words in own))


def handlers(page: str) -> list[str]:
    """The same of what happens at a press, where an attribute of a page says what; none if none."""
    own = (words for words in _HANDLER.findall(page) if words in _handlers())
    found = list(dict.fromkeys(_hash(unescape(words)) for words in own))
    return ["'unsafe-hashes'", *found] if found else []


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _is_own(script: str) -> bool:
    found = (form.fullmatch(script) for form in _forms())
    return any(match and all(map(_is_value, match.groups(""))) for match in found)


def _is_value(words: str) -> bool:
    if _PLAIN.fullmatch(words):
        return True
    try:
        json.loads(words)
    except ValueError:
        return False
    return "<" not in words


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The scripts of Datasette's templates that have at most one value and no loop in them.

    Those of pages for readers; more values would make the comparison slow.
    """
    split = (_PIECE.split(script) for text in _templates() for script in _SCRIPT.findall(text))
    return tuple(_form(pieces) for pieces in split if _is_simple(pieces))


@cache
def _handlers() -> frozenset[str]:
    """What Datasette's templates say is to happen at a press, without any value in it."""
    return frozenset(words for text in _templates() for words in _HANDLER.findall(text))


def _templates() -> Iterator[str]:
    folder = resources.files("datasette") / "templates"
    pages = [each for each in folder.iterdir() if each.name.endswith(".html")]
    for page in sorted(pages, key=lambda each: each.name):
        yield page.read_text(encoding="utf-8")


def _is_simple(pieces: list[str]) -> bool:
    marked = pieces[1::2]
    values = sum(each.startswith("{{") for each in marked)
    return values <= 1 and all(each.startswith("{{") or _word(each) in _CHOICE for each in marked)


_CHOICE = {"if": "(?:(?:", "else": "|", "endif": "))?"}
"""What the words of a template's condition are in a pattern."""


def _word(piece: str) -> str:
    return piece.strip("{}%- \n").partition(" ")[0]


def _form(pieces: list[str]) -> re.Pattern[str]:
    made = [
        re.escape(piece)
        if n % 2 == 0
        else "(.*?)"
        if piece.startswith("{{")
        else _CHOICE[_word(piece)]
        for n, piece in enumerate(pieces)
    ]
    return re.compile("".join(made), re.DOTALL)
