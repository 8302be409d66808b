"""JSON-LD in a page: the works that it describes, with what they refer to put in place.

Pages write JSON carelessly: within HTML comments, with trailing commas, with control characters in
strings, several objects in a row. What can be mended without a guess is; the rest says nothing.
Source: https://json-ld.org/spec/latest/json-ld/ and https://schema.org.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from typing import Any

Thing = Mapping[str, Any]
"""An object of JSON-LD."""

ARTICLES = frozenset(
    {
        "advertisercontentarticle",
        "analysisnewsarticle",
        "article",
        "askpublicnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "discussionforumposting",
        "liveblogposting",
        "newsarticle",
        "opinionnewsarticle",
        "report",
        "reportagenewsarticle",
        "reviewnewsarticle",
        "satiricalarticle",
        "scholarlyarticle",
        "socialmediaposting",
        "techarticle",
    }
)
"""Types of schema.org, in small letters, of what is to be read."""

PAGES = frozenset(
    {
        "aboutpage",
        "creativework",
        "faqpage",
        "howto",
        "itempage",
        "medicalwebpage",
        "podcastepisode",
        "qapage",
        "recipe",
        "review",
        "videoobject",
        "webpage",
    }
)
"""Types of what may stand for the page where it describes no article."""

_REMARKS = frozenset({"answer", "comment", "correctioncomment", "usercomments", "userreview"})

_MOST = 200
_LONGEST = 2_000_000
_HULL = re.compile(
    r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[|/\*[^*]*\*/)|(?:-->|(?://\s*)?\]\]>|/\*[^*]*\*/)\s*$"
)
_COMMA = re.compile(r",(?=\s*[}\]])")
_BETWEEN = re.compile(r"[ \t\r\n;,]*")
_HALF = re.compile(
    r"\\u[dD][89abAB]\w\w(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]\w\w)\\u[dD][c-fC-F]\w\w"
)
"""Half a character: a surrogate without its other half."""
_STRING = re.compile(r'("(?:[^"\\]|\\.)*")', re.DOTALL)


@dataclass(frozen=True, eq=False, kw_only=True)
class LinkedData:
    """All that the scripts of a page describe, in order."""

    things: tuple[Thing, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Thing]:
        """The things by their `@id`; of several of one id, the one that says most."""
        found: dict[str, Thing] = {}
        for thing in self.things:
            name = thing.get("@id")
            if isinstance(name, str) and len(thing) > len(found.get(name, ())):
                found[name] = thing
        return found

    def of(self, kinds: frozenset[str]) -> list[Thing]:
        """The things that are of some types; what readers say of a work is no work."""
        works = (thing for thing in self.things if _REMARKS.isdisjoint(types(thing)))
        return [thing for thing in works if not kinds.isdisjoint(types(thing))]

    def all(self, value: Any) -> Iterator[Thing | str]:
        """What a value holds: things, with references followed once, and bare words."""
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                name = one.get("@id")
                known = self.by_id.get(name, {}) if isinstance(name, str) else {}
                yield {**known, **one}
            elif isinstance(one, list):
                yield from self.all(one[:_MOST])
            elif isinstance(one, str) and one.strip():
                yield self.by_id.get(one) or words(one)

    def names(self, value: Any) -> Iterator[str]:
        """The names in a value: of one thing, of several, or the bare words."""
        for one in self.all(value):
            yield from [one] if isinstance(one, str) else _names(one)


def read(scripts: Iterable[str]) -> LinkedData:
    """What some scripts describe; one that cannot be mended says nothing."""
    said = (value for script in scripts for value in values(script))
    return LinkedData(things=tuple(thing for value in said for thing in _things(value)))


def types(thing: Thing) -> set[str]:
    """The types of a thing in small letters, without their vocabulary."""
    kinds = thing.get("@type")
    given = kinds if isinstance(kinds, list) else [kinds]
    return {re.split(r"[/#:]", kind)[-1].lower() for kind in given if isinstance(kind, str)}


def words(value: Any) -> str:
    """Some words on one line, without references to characters; "" for what is none."""
    return " ".join(unescape(unescape(value)).split()) if isinstance(value, str) else ""


def _names(thing: Thing) -> Iterator[str]:
    name = thing.get("name")
    parts = [words(thing.get(part)) for part in ("givenName", "familyName")]
    given = name if isinstance(name, list) else [name or " ".join(filter(None, parts))]
    yield from (said for one in given if (said := words(one)))


@lru_cache(maxsize=4)  # a page's scripts are asked for its metadata, then for its body
def values(script: str) -> tuple[Any, ...]:  # JSON is anything
    """The values of a script, mended if need be; none if it cannot be. Not to be changed."""
    if len(script) > _LONGEST:
        return ()
    for mended in (lambda said: said, _mended):
        try:
            return tuple(_decoded(mended(script)))
        except (ValueError, RecursionError):
            continue
    return ()


def _decoded(script: str) -> Iterator[Any]:
    """The values of a script: one, or several in a row. Raises ValueError for what is no JSON."""
    decoder = json.JSONDecoder(strict=False)
    halved = "\\ud" in script or "\\uD" in script
    whole = (_HALF.sub(r"\\ufffd", script) if halved else script).strip(" \t\r\n;,\ufeff")
    end = 0
    while end < len(whole):
        value, end = decoder.raw_decode(whole, end)
        yield value
        behind = _BETWEEN.match(whole, end)
        end = behind.end() if behind else end


def _mended(script: str) -> str:
    """A script without its hull, without trailing commas and with its quotation marks unescaped."""
    bare = script.strip()
    for _ in range(3):
        bare = _HULL.sub("", bare).strip()
    if re.match(r"[{\[]\s*&quot;", bare):
        bare = unescape(bare)
    bare = re.sub(r"\\(?![\"\\/bfnrtu])", "", bare)
    pieces = _STRING.split(bare)
    return "".join(piece if n % 2 else _COMMA.sub("", piece) for n, piece in enumerate(pieces))


def _things(said: Any, depth: int = 0) -> Iterator[Thing]:
    if depth > 4:
        return
    if isinstance(said, list):
        for one in said[:_MOST]:
            yield from _things(one, depth + 1)
    elif isinstance(said, dict):
        yield said
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(said.get(key), depth + 1)
