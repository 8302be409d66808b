"""A passage cut into the pieces that a rule of number looks at.

spaCy's tokens split "$3", "4km" and "1990's" now one way, now another; a figure with its
separators, a numeric date, a clock time or an identifier is one piece here, so that a rule can name
it. A piece knows its roles (is it a month, a unit, a figure?), and rules are written over roles.
"""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from annotate.layers.numbers import units, words
from annotate.patterns import any_of

PLAIN: frozenset[str] = frozenset()


class Atom(NamedTuple):
    """A piece of text. kind: what sort of number word or figure it is, "" for none of them.

    roles: what rules may take it for. glued: whether it follows the piece before without a space.
    word: as written, in lower case. text: as written. value: of a number, month, weekday.
    """

    start: int
    end: int
    text: str
    word: str
    kind: str = ""
    value: float = 0.0
    roles: frozenset[str] = PLAIN
    glued: bool = False
    scale: float = 1.0


_GROUPED = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"  # 1,234.5
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"  # 1.234,56
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"  # 1.234.567
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)"  # 1'234'567
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:[ ]\d{3}){2,}(?:\.\d+)?(?!\d)(?![ ]\d)"
    r"|\d{1,3}(?:[ ]000)+(?!\d)"
)
_ROUND = r"\d{1,3}(?:\.\d{3})*\.\d{3}\.000(?![\d.])|\d{1,3}\.000\.000(?![\d.])"
"""Figures with stops between thousands that are no version and no address: "1.500.000"."""
_YEARS = r"(?:19|20)\d\d/(?:(?:19|20)\d\d|1[3-9]|[2-9]\d|(?<=99/)00)(?!\d)"
"""Two years and no part, and the second no month: "1998/99", "2011/2012"."""
_VULGAR = "½⅓⅔¼¾⅐⅑⅒⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FIGURE = rf"(?:{_GROUPED}|\d+\.\d+(?!\.\d)|(?<!\d,)\d+,\d{{1,2}}(?!\d|,\d)|(?<![^\W\d_])\.\d+|\d+)"

_HALF_DAY = r"(?:(?:[ap]m|[AP]M)\b|(?:[ap]\.m|[AP]\.M)\b\.?)"
_OPENS_WORD = rf"(?!https?://|www\.|[\w.+-]+@\w|[QqHh][1-4](?!\w)|[{_VULGAR}])"
_LETTERED = r"[^\W\d_]+(?:['’.](?=[^\W\d_])[^\W\d_]+)*"
_SPACE = r"(?:[^\S\n]|\n(?=[a-z]))*"
"""A line that goes on in small letters is a wrap."""
_COMMON_SIGN = r"[,;:!?“”\"%)—–]|\.(?!\d)"
_COMMON_LEXER = rf"{_SPACE}(?:(?P<word>{_OPENS_WORD}{_LETTERED})|(?P<sign>{_COMMON_SIGN}))"
"""Words, and signs that open nothing longer: most pieces are one of these."""
_LEXER = rf"""
    {_SPACE}
    (?:
    (?P<word>{_OPENS_WORD}{_LETTERED})
  | (?P<break>\n)
  | (?P<address>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+)
  | (?P<stamp>\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)
  | (?P<phone>\(?\+\d[\d()./\s-]{{6,}}\d
        |0\d{{2,4}}(?:[\s-]\d{{2,4}}){{1,3}}(?!\d)|\(?\d{{3}}\)?[-.\s]\d{{3}}[-.]\d{{4}}(?!\d)|\d{{2,}}(?:-\d{{2,}}){{3,}})
  | (?P<dated>\d{{4}}(?P<s1>[-/.])\d{{1,2}}(?P=s1)\d{{1,2}}(?!\d|[./]\d|-\d+(?!\d|/))
        |\d{{1,2}}(?P<s2>[-/.])\d{{1,2}}(?P=s2)(?:\d{{4}}|\d\d)(?!\d|[./]\d|-\d+(?!\d|/)))
  | (?P<power>(?<![\w.])[-−]?\d+(?:\.\d+)?
        (?:\s?[x×]\s?10\s?\^?\s?[-−+]?\d+|\s?[x×]\s?\d+\^[-−]?\d+|[eE][-−+]?\d+|\^[-−+]?\d+)(?!\w))
  | (?P<clock>(?<![\d:])(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?\s?{_HALF_DAY}
        |(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:]|,\d{{3}})
        |(?<![\d:.])(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s?(?:UTC|GMT|[ECMP][SD]T|CES?T|BST|IST)\b)
        |(?<![\d:.,])(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:UTC|GMT)\b)
        |(?<![\d:])(?:1[0-2]|[1-9])\s?{_HALF_DAY})
  | (?P<version>(?!{_ROUND})\d+(?:\.\d+){{2,}}(?::\d+)?)
  | (?P<ratio>(?:24/7|9/11)(?![\d/])|\d+:\d[\d:]*(?:(?:,\d{{3}})+|[-–]\d+)?(?!\d)
        |\d+/\d+(?:[./]\d+)+|\d+/\d+/[A-Z]{{2,}})
  | (?P<monthly>(?<![\d/.])(?:(?:0?[1-9]|1[0-2])/(?:19|20)\d\d
        |(?:19|20)\d\d/(?:0[1-9]|1[0-2]|[1-9]))(?![\d/]))
  | (?P<decade>(?:(?:1[1-9]|20)\d0\s?['’]?|['’]?\d0['’]?)s(?!\w))
  | (?P<rank>\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)(?![^\W_]))
  | (?P<fraction>(?<![\d/.])(?!{_YEARS})(?:\d+\s+)?\d+/\d+(?![\d/]|\.\d)|(?:\d+[ ]?)?[{_VULGAR}])
  | (?P<figure>{_FIGURE})
  | (?P<quarter>[QqHh][1-4](?![\w]))
  | (?P<short>(?<!\d)['’]\d\d(?![\w'’]))
  | (?P<sign>[^\w\s]|_)
    )
    """
_ADDRESS = r"https?://|www\.|[\w.+-]+@\w|"
_PLAIN_LEXER = re.compile(_LEXER.replace(_ADDRESS, ""), re.X)
_PLAIN_COMMON = re.compile(_COMMON_LEXER.replace(_ADDRESS, ""))
_ADDRESS_LEXER = re.compile(_LEXER, re.X)
_ADDRESS_COMMON = re.compile(_COMMON_LEXER)
"""For texts that hold an address: a word may open one, which takes a look ahead at every word."""

_JOINING = frozenset("0123456789-/")
_NO_ENTRY = words.Entry()
_TAIL = re.compile(r"[°º]?[^\W_][\w]*")
_NAMED = re.compile(r"[^\W_]\w*(?:[-‐.]\d\w*)*")
"""The rest of an identifier that has a figure in it: "scp2-173m", "PM2.5"."""
_FILED = re.compile(r"(?=[A-Z./]*\d)[A-Z]{1,6}(?:/[A-Z0-9][A-Z0-9.]*){2,}(?<!\.)")
"""A document's number: "A/HRC/25/63"."""
_HYPHENED = re.compile(r"-\d[\w-]*")
_QUARTER = re.compile(r"[QqHh][1-4]")
_BEFORE_FIGURES = re.compile(
    r"(?i)mid|pre|post|early|late|circa|non|sub|over|under|age|top|fy|to|in|by|or|of"
)
"""What may stand before a hyphen and a figure that is not part of a name."""


def cut(text: str, table: words.Table) -> list[Atom]:
    """The atoms of a text, white space left out; table: what is known of words."""
    atoms: list[Atom] = []
    at, size, after_figure, get, add = 0, len(text), False, table.get, atoms.append
    addressed = "@" in text or "http" in text or "www." in text
    match = (_ADDRESS_LEXER if addressed else _PLAIN_LEXER).match
    made = tuple.__new__  # as `Atom` makes them, without the function between: there are many
    match_common = (_ADDRESS_COMMON if addressed else _PLAIN_COMMON).match
    while at < size:
        found = match_common(text, at) or match(text, at)
        if found:
            kind = found.lastgroup or ""
            start, end = found.span(kind)
        else:  # white space at the end, or a digit no alternative takes
            at, after_figure = at + 1, False
            continue
        glued = start == at and at > 0
        if kind == "word" and not (glued and after_figure) and text[end : end + 1] not in _JOINING:
            raw = text[start:end]
            low = raw.lower()
            entry = get(raw) or get(low) or _NO_ENTRY
            held = raw[-2:] in _OWNING and text[max(0, start - 4) : start].lower() != "new "
            if held and (dated := _dated(raw[:-2], table)):
                raw, low, entry, end = raw[:-2], low[:-2], dated, end - 2
            add(made(Atom, (start, end, raw, low, *entry, glued, 1.0)))
            at, after_figure = end, False
            continue
        if kind in ("word", "sign"):
            if after_figure and glued:
                atom = _suffix(text, start, end, table)
            elif kind == "word":
                atom = _word(text, start, end, table, glued=glued)
            else:
                atom = _plain(text, start, end, table, glued=glued)
        elif kind == "break":
            atom = Atom(start, end, "\n", "\n", "break")
        else:
            atom = _figure(text, start, end, kind, table, glued=glued)
        add(atom)
        at, after_figure = atom.end, kind in ("figure", "fraction")
    return atoms


_OWNING = frozenset({"'s", "’s"})
_DATING = frozenset(
    [
        "MONTH",
        "SEASON",
        "TIME",
        "WEEKDAY",
        "=evening",
        "=night",
        "=today",
        "=tomorrow",
        "=yesterday",
    ]
)
"""Roles of words that date what they own: "Wednesday's vote", "last year's budget"."""


def _dated(word: str, table: words.Table) -> words.Entry | None:
    """What is known of a word that dates what it owns, None for another."""
    entry = table.get(word) or table.get(word.lower())
    return None if entry is None or entry.roles.isdisjoint(_DATING) else entry


def words_of(text: str) -> list[str]:
    """The words of a text as pieces have them, without where they stand."""
    found = _WORD.findall(text)
    return found + [word[:-2] for word in found if word[-2:] in _OWNING]


_WORD = re.compile(_LETTERED)
FIGURES = re.compile(rf"[\d{_VULGAR}]")
"""Signs of which each figure has one."""


def _plain(text: str, start: int, end: int, table: words.Table, *, glued: bool) -> Atom:
    raw = text[start:end]
    low = raw.lower()
    entry = table.get(raw) or table.get(low)
    if entry is None:
        return Atom(start, end, raw, low, "", 0.0, PLAIN, glued)
    return Atom(start, end, raw, low, entry.kind, entry.value, entry.roles, glued)


def _suffix(text: str, start: int, end: int, table: words.Table) -> Atom:
    """What is glued to a figure: "m" is a metre there, and "M" a million."""
    tail = _TAIL.match(text, start)
    for last in (tail.end() if tail else end, end):
        raw = text[start:last]
        if entry := table.get("~" + raw):
            return Atom(
                start, last, raw, "~" + raw, entry.kind, entry.value, entry.roles, glued=True
            )
    return _plain(text, start, end, table, glued=True)


def _word(text: str, start: int, end: int, table: words.Table, *, glued: bool) -> Atom:
    """A word; with digits joined to it an identifier, unless it is a word that figures follow."""
    if text[end : end + 1].isdigit() and _is_money(text, start, end):
        return Atom(start, end, text[start:end], text[start:end].lower(), "", 0.0, _MONEY, glued)
    entry = table.get(text[start:end])
    if entry is None or entry.roles.isdisjoint(words.BEFORE_FIGURES):
        tail = _tail_of_name(text, start, end)
        if tail is not None:
            return _identifier(text, start, tail.end(), glued=glued)
    return _plain(text, start, end, table, glued=glued)


def _is_money(text: str, start: int, end: int) -> bool:
    """Whether a letter right before a figure is money: a sum of it stands in the text."""
    letter = text[start:end]
    return letter in units.letters() and letter in _letters(text)


@lru_cache(maxsize=8)
def _letters(text: str) -> frozenset[str]:
    return frozenset(match[1] for match in _sums().finditer(text))


@cache
def _sums() -> re.Pattern[str]:
    """Sums with a letter for their money: "R140 million", "R4,900", "N2.5bn", "R12.50"."""
    letter = any_of(units.letters())
    return re.compile(
        rf"(?<![\w-])({letter})(?=\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+\.\d\d(?![\d.])"
        r"|\d+(?:\.\d+)?(?:m|bn|[ \xa0-](?:thousand|million|billion|trillion|bn))\b)"
    )


def _tail_of_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """What goes on from a word to an identifier: "H5N1", "ABC-123", "A/HRC/25/63"."""
    after = text[end : end + 1]
    if after == "/":
        return _FILED.match(text, start)
    if after == "-":
        joined = not _BEFORE_FIGURES.fullmatch(text[start:end])
        return _HYPHENED.match(text, end) if joined else None
    return _NAMED.match(text, end) if after.isdigit() else None


def _identifier(text: str, start: int, end: int, *, glued: bool) -> Atom:
    return Atom(start, end, text[start:end], "", "identifier", glued=glued)


_MONEY = frozenset({"CURRENCY"})
_SIGNS = frozenset("$€£¥₹")
_CODED = re.compile(r"(?=\d{3})0+[1-9]\d*|\d+/0\d\d+|(?:19|20)\d\d/\d{3,}")
"""Figures that no quantity is written in: "007", "0958", "7/021", "2021/144"."""
LONGEST = 24
"""Signs of a figure; a longer one is an identifier, and no float could hold it."""


def _figure(text: str, start: int, end: int, kind: str, table: words.Table, *, glued: bool) -> Atom:
    raw = text[start:end]
    if kind in ("figure", "rank", "fraction") and end < len(text):
        tail = _TAIL.match(text, end)
        billions = tail and tail.group() == "b" and text[start - 1 : start] in _SIGNS
        known = billions or (tail and _suffixed(tail.group(), table))
        if tail and not known and text[tail.end() : tail.end() + 1] != "$":
            return _identifier(text, start, tail.end(), glued=glued)
    if len(raw) > LONGEST or _CODED.fullmatch(raw):
        return _identifier(text, start, end, glued=glued)
    value, roles = words.figure(raw, kind), words.shape(raw, kind)
    if not math.isfinite(value):
        return _identifier(text, start, end, glued=glued)
    return Atom(start, end, raw, raw.lower(), kind, value, roles, glued)


def _suffixed(tail: str, table: words.Table) -> bool:
    if "~" + tail in table or _QUARTER.fullmatch(tail):
        return True
    entry = table.get(tail) or table.get(tail.lower())
    return entry is not None and not entry.roles.isdisjoint(words.AFTER_FIGURES)


def word_at(atoms: Sequence[Atom], at: int) -> str:
    """The word at a place, "" beyond the first and last piece."""
    return atoms[at].word if 0 <= at < len(atoms) else ""
