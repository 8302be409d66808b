"""Whose money a word is that several countries have: pesos, rupees, "$".

Written alone, such a word means the money of the one country among its homes that is named, in the
figure's own sentence before it, in its passage or in the whole text; dinars, francs and pesos of no
named country are nobody's. The dollar of a text is that of the United States unless
it names another home of the dollar alone, and spells no foreign dollar out ("C$5 ($4)").
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter

from annotate import lexicons
from annotate.grammar import demonyms
from annotate.language import Known, Parsed
from annotate.layers.numbers import units
from annotate.model import Entity, Number, Segment
from annotate.offsets import Row

Named = Sequence[tuple[int, str]]
"""Where countries are named, and which."""


@cache
def _homes() -> Mapping[str, Mapping[str, str]]:
    """For each word, the code of each country that has such money."""
    found: dict[str, dict[str, str]] = {}
    for word, country, code in lexicons.table("currency_homes"):
        found.setdefault(word, {})[country] = code
    return found


def settled(found: Iterable[Number], parsed: Parsed, known: Known) -> list[Number]:
    """The figures, those of money with the currency of the country that is named."""
    numbers = list(found)
    if not any(_word(each) for each in numbers):
        return numbers
    named = sorted(_named(parsed, known), key=itemgetter(0))
    prefixed = _PREFIXED.search(parsed.text) is not None
    segments = Row(passage.segment for passage in parsed.passages)
    done: list[Number] = []
    unit = None
    for each in numbers:
        own = _settled(each, named, segments, parsed.text, prefixed=prefixed)
        if own.label == "money" and _is_elided(own):
            own = replace(own, unit=unit)
        unit = own.unit if own.label == "money" else unit
        done.append(own)
    return done


def _is_elided(money: Number) -> bool:
    """Whether an amount leaves its money out, which is then that of the one before it."""
    words = re.findall(r"[^\W\d_]+|[^\w\s]", money.text)
    return not any(units.currency(word) for word in words)


def _settled(
    number: Number, named: Named, segments: Row[Segment], text: str, *, prefixed: bool
) -> Number:
    """The figure with its currency; prefixed: whether the text spells a foreign dollar out."""
    word = _word(number)
    if word is None:
        return number
    homes = _homes()[word]
    if word == "dollar":
        code = None if prefixed else _dollar(homes, named)
        return replace(number, unit=code) if code else number
    own = segments.touching(number.start, number.start + 1)[:1]
    start, end = (own[0].start, own[0].end) if own else (0, 0)
    opens = max(text.rfind(mark, start, number.start) for mark in _ENDS) + 1
    before = _within(named, max(start, opens), min(end, number.start))
    code = _only(homes, before) or _only(homes, _within(named, start, end)) or _only(homes, named)
    return replace(number, unit=code) if code or word in _NOBODYS else number


def _within(named: Named, start: int, end: int) -> Named:
    """What is named in a stretch."""
    first, last = (bisect_left(named, at, key=itemgetter(0)) for at in (start, end))
    return named[first:last]


def _word(number: Number) -> str | None:
    """The word of a figure's money, if it says by itself nowhere whose it is."""
    found = _BARE.search(number.text) if number.label == "money" else None
    if found is None:
        return None
    word = "dollar" if found["sign"] else found["word"].lower()
    word = word if word in _homes() else word.removesuffix("s")
    told = units.currency(word)
    own = number.unit is None or (told is not None and told.code == number.unit)
    return word if word in _homes() and own else None


_BARE = re.compile(
    r"(?<![^\W\d_])(?P<sign>\$)|(?<![A-Z][\w.] )(?<![A-Z]\w\w )(?<![^\W\d_])(?P<word>[^\W\d_]{2,})$"
)
_PREFIXED = re.compile(
    r"\b(?:US|C|CA|A|AU|NZ|HK|S)\$|\b(?:Australian|Canadian|US|American) dollars?"
)


_ENDS = (". ", "; ", "\n")
_NOBODYS = frozenset({"dinar", "franc", "peso"})
"""Words that mean no country's money more than others', where none is named."""


def _only(homes: Mapping[str, str], named: Named) -> str | None:
    codes = {homes[country] for _, country in named if country in homes}
    return codes.pop() if len(codes) == 1 else None


def _dollar(homes: Mapping[str, str], named: Named) -> str | None:
    if any(country == "United States" for _, country in named):
        return None
    return _only(homes, named)


def _named(parsed: Parsed, known: Known) -> Named:
    """The countries that a text names: themselves, by their people, or as who acts."""
    peoples = demonyms.countries(parsed.codebook)
    entities = (each for each in known.get("entity", ()) if isinstance(each, Entity))
    return [
        (each.start, peoples.get(each.canonical) or each.holder)
        for each in entities
        if each.label in _PLACING
    ]


_PLACING = frozenset({"GPE", "NORP", "ORG"})
