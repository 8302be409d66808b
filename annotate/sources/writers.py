"""Names of writers as declarations and bylines give them, and who of them is nobody.

Pages put into a field for the author what they have: an address, a handle, "admin", an office
beside the name, a degree behind it. What is left here is names as one would cite them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import unescape

from annotate import lexicons
from annotate.letters import folded
from annotate.sources import byline_forms, bylines, dates

_LABEL = re.compile(
    r"^(?:(?:(?:articles?|guest post|opinion|posts?|review|story|text|view all posts|words?)\s+)?"
    r"(?:(?:first\s+)?(?:authored|contributed|created|posted|published|reported|submitted|written)"
    r"\s+)?by\b:?|authors?\b\s*:|writers?\b\s*:|author\s+(?=[A-Z][a-z]+ [A-Z])|av|di|door|par|por"
    rf"|autor(?:in|en|e)?\s*:|auteurs?\s*:|(?:{byline_forms.ABROAD}\s+)?von)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—(@]|\s-\s|\bon\s+(?=\w+ \d)|\b(?:updated|published|posted|read more)\b"
    r"|\b(?:at|for|in)\s+(?=[A-Z])|\bvia\b|\bon behalf of\b|\d{1,2}\s+min|\bis an?\b|\b[Ff]ollow\b"
    rf"|(?i:{dates.MONTH})\s+\d|\d{{1,2}}[./-]\d).*$",
    re.DOTALL,
)
_BETWEEN = re.compile(r"\s*(?:;|\s+(?:and|und|et|with)\s+|\s&\s|\||,|\s/\s|\n)\s*")
_OFFICE = re.compile(
    r"\b(?:analyst|assistant|associate|author|blogger|ceo|chief|columnist|consultant|contributor"
    r"|correspondent|cto|director|editors?|engineer|expert|fellow|founder|freelance|head of|intern"
    r"|journalist|lead|lecturer|manager|marketer|marketing|officer|owner|photograph(?:er|s|y)?"
    r"|president|producer|professor|reporter|researcher|senior|specialist|staff|strategist|team"
    r"|writer)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|io|co)\b", re.IGNORECASE)
_DESK = re.compile(r"\b(?:staff|desk|agenc(?:y|ies)|newsroom|webmaster)$", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"^(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|credits?)\s*:"
    r"|\b(?:provided|powered|sponsored|presented) by$",
    re.IGNORECASE,
)
"""Whose picture it is, or a label without the name behind it."""

_MAILED = re.compile(r"(?<=[^\W\d_])[\s,(<]+[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?")
"""A writer's address for mail behind the name: "Anja Kolde akolde@courier.example"."""

_COMPANY = re.compile(
    r"\b(?:Inc|LLC|Ltd|Limited|Corp|Corporation|PLC|plc|GmbH|AG|LLP|L\.P|S\.A|N\.V)\.?$"
)
"""How the name of a company ends, which is nobody's."""

_LONGEST = 60


def named(given: Iterable[str], *, site: Iterable[str] = ()) -> tuple[str, ...]:
    """The people whom some words name, each once, in order.

    given: what a field or some fields hold. site: names of the site and publisher, which are no
    person's.
    """
    houses = {folded(name) for name in site if name}
    found = [
        name
        for words in given
        for name in _in(words)
        if folded(name) not in houses or is_sure(name)
    ]
    return tuple(name for name in dict.fromkeys(found) if not _is_letters(name, found))


_LETTERS = re.compile(r"[A-Z]{2,5}")


def _is_letters(name: str, found: Iterable[str]) -> bool:
    """Whether a name is the letters of a house behind somebody's name: "Anja Kolde, | CNN"."""
    return _LETTERS.fullmatch(name) is not None and any(" " in other for other in found)


def is_sure(name: str) -> bool:
    """Whether a name is a person's by its looks: two to four words, the first a given name."""
    words = name.split()
    if not 2 <= len(words) <= 4 or words[0].strip(".") not in lexicons.listed("given_names"):
        return False
    return bylines.is_name(name)


def is_likely(name: str) -> bool:
    """Whether a name may be a person's: two to four words in capitals, none of them an office."""
    return bylines.is_name(name) and not _OFFICE.search(name) and not _is_house(name)


def graduates(line: str) -> tuple[str, ...]:
    """The people of a line that is nothing but people with their degrees; () if it is not."""
    pieces = [piece.strip() for piece in re.split(r"\s*;\s*|\s+(?:&|and)\s+", line)]
    names = [_degrees().sub("", piece) for piece in pieces]
    pairs = zip(names, pieces, strict=True)
    whole = all(name != piece and is_likely(name) for name, piece in pairs)
    return tuple(names) if whole else ()


def _is_house(name: str) -> bool:
    return not lexicons.listed("institution_words", "publishers").isdisjoint(name.split()[1:])


@lru_cache(maxsize=1_024)  # a page says the same names in several places
def _in(words: str) -> tuple[str, ...]:
    """The names of people that some words hold; none if a company signs."""
    if _COMPANY.search(words.strip()):
        return ()
    return tuple(_names(_bare(words)))


def _names(line: str) -> Iterator[str]:
    turned = re.fullmatch(r"([^,;\s]+),\s*([^,;]+)", line)
    if turned and not _OFFICE.search(turned[2]) and not re.search(r"\band\b|&", turned[2]):
        line = f"{turned[2]} {turned[1]}"
    for n, piece in enumerate(_BETWEEN.split(line)):
        name = _cased(piece.strip(" .,;:*_-–—’'\"“”") if not _INITIAL.search(piece) else piece)
        name = _without_office(name)
        if n and _OFFICE.search(name):
            continue
        if name and len(name) <= _LONGEST and not _is_nobody(name):
            yield name


_WORDS = 4
"""Words before an office that are more than a name: "Anja Kolde Former Ministry" before one."""


def _without_office(name: str) -> str:
    """A name without the office right behind it: "Anja Kolde Writer"."""
    office = _OFFICE.search(name)
    bare = name[: office.start()].rstrip(" ,-–—|") if office else ""
    return bare if is_sure(bare) and len(bare.split()) < _WORDS else name


_INITIAL = re.compile(r"\b(?:Jr|Sr|[A-Z])\.$")


def _bare(words: str) -> str:
    """Some words without what stands around names: labels, degrees, offices, dates."""
    line = _MAILED.sub("", " ".join(unescape(words).split()))
    for _ in range(2):
        line = _LABEL.sub("", line)
    line = _TAIL.sub("", line).strip(" ,;:")
    line = _TITLE.sub("", line)
    return _degrees().sub("", line)


_TITLE = re.compile(rf"^{byline_forms.TITLE}\.?\s+(?=\w+\s)")


@cache
def _degrees() -> re.Pattern[str]:
    """Degrees behind a name, set apart by commas: ", M.D., Ph. D."."""
    dotted = (r"\.?\s?".join(map(re.escape, word)) for word in lexicons.words("degrees"))
    one = rf"(?:{'|'.join(sorted(dotted, key=len, reverse=True))})"
    return re.compile(rf"(?:,\s*{one}\.?[®*]?(?:\s*\([^)]*\))?)+(?=\s*(?:[,;&*]|and\b|$))")


def _is_nobody(name: str) -> bool:
    """Whether a name is an address, a handle, a desk, or what a page's system puts in its place."""
    plain = " ".join(name.casefold().replace("-", " ").split())
    said = plain in lexicons.listed("nobodies") or not any(sign.isalpha() for sign in name)
    other = _ADDRESS.search(name) or _DESK.search(name) or _OTHERWISE.search(name)
    return said or bool(other) or _is_handle(name)


def _is_handle(name: str) -> bool:
    """Whether a name is a user's: one word in small letters or with figures in it."""
    return " " not in name and (
        name.islower() or any(sign.isdigit() or sign in "_." for sign in name)
    )


def _cased(name: str) -> str:
    """A name as one would cite it: not all in capitals, nor all in small letters."""
    if " " not in name or not (name.isupper() or name.islower()) or not name.isascii():
        return name
    return " ".join(
        word.capitalize() if len(word) > 2 or name.islower() else word for word in name.split()
    )
