"""The tables of rules made ready for a codebook: words known, patterns compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from annotate.codebook import Unit as CodebookUnit
from annotate.layers.numbers import (
    ago,
    dates,
    exclusions,
    folding,
    holidays,
    nths,
    relative,
    stretches,
    units,
    weekdays,
    words,
    years,
)
from annotate.layers.numbers.atoms import FIGURES, Atom, cut, words_of
from annotate.layers.numbers.exclusions import Exclusion
from annotate.layers.numbers.hits import DateRule
from annotate.layers.numbers.patterns import Alphabet, Needs, Sieve, literals, needs, roles
from annotate.layers.numbers.ranks import MULTIPLES
from annotate.layers.numbers.units import Unit


@dataclass(frozen=True, eq=False, kw_only=True)
class Grammar:
    """What one codebook's numbers are found by.

    dates, exclusions: each rule with its pattern, and the signs that this needs; dated, excluded:
    which of them to try. telling: words without one of which, and without a figure, a text has no
    number.
    """

    table: words.Table
    units: Mapping[str, Unit]
    alphabet: Alphabet
    dates: tuple[tuple[DateRule, re.Pattern[str], Needs], ...]
    dating: re.Pattern[str]
    telling: frozenset[str]
    exclusions: tuple[tuple[Exclusion, re.Pattern[str], Needs], ...]
    dated: Sieve
    excluded: Sieve

    def may_hold(self, text: str) -> bool:
        """Whether a text may hold a number: a digit, or a word that is part of some."""
        return FIGURES.search(text) is not None or not self.telling.isdisjoint(
            words_of(text.lower())
        )

    def pieces(self, text: str, *, itemed: bool = False) -> list[Atom]:
        """The pieces of a text, numbers folded; itemed: it is an item of a list among others."""
        return folding.fold(cut(text, self.table), itemed=itemed)


@cache
def grammar(extra: tuple[CodebookUnit, ...] = ()) -> Grammar:
    """The grammar with a codebook's own units; made once for each."""
    spelled = {**units.spellings(), **units.of_codebook(extra)}
    date_rules = (
        *dates.RULES,
        *years.RULES,
        *relative.RULES,
        *weekdays.RULES,
        *ago.RULES,
        *nths.RULES,
        *stretches.RULES,
        *holidays.RULES,
    )
    patterns = [rule.pattern for rule in (*date_rules, *exclusions.EXCLUSIONS)]
    known = {word for pattern in patterns for word in literals(pattern)}
    table = words.table(known, spelled)
    alphabet = Alphabet(_role_sets(table))
    dating = frozenset(alphabet.signs(_DATING))
    dated = tuple(
        (rule, pattern, (_dating(rule, alphabet) & dating, *needs(pattern.pattern)))
        for rule in date_rules
        for pattern in [alphabet.compile(rule.pattern)]
    )
    excluded = tuple(
        (each, pattern, needs(pattern.pattern))
        for each in exclusions.EXCLUSIONS
        for pattern in [alphabet.compile(each.pattern)]
    )
    common = frozenset(alphabet.signs(_COMMON))
    return Grammar(
        table=table,
        units=spelled,
        alphabet=alphabet,
        telling=MULTIPLES.union(word.lower() for word, entry in table.items() if _tells(entry)),
        dating=re.compile(f"[{''.join(sorted(dating))}]"),
        dates=dated,
        exclusions=excluded,
        dated=Sieve([needed for _, _, needed in dated], common),
        excluded=Sieve([needed for _, _, needed in excluded], common),
    )


_DATING = frozenset(
    [
        *("CENTURYWORD", "DATED", "DECADE", "DECADEWORD", "FRACTION", "MONTH", "MONTHLY"),
        *("MONTHWORD", "NTH", "NTHWORD", "ORDINAL", "QUARTER", "SEASON", "SHORTYEAR", "TIME"),
        *("WEEKDAY", "WEEKDAYS", "WEEKDAYSHORT", "YEAR", "YEARWORD"),
        *(f"={word}" for word in ("quarter", "today", "tonight", "tomorrow", "tomorrows")),
        *(f"={word}" for word in ("afternoon", "evening", "morning", "night")),
        *(f"={word}" for word in ("tmrw", "weekend", "yesterday")),
        *(f"={word}" for word in ("a.d", "ad", "b.c", "b.c.e", "bc", "bce", "c.e", "ce", "fy")),
        *(f"={name.rpartition(' ')[2]}" for name in holidays.names()),
    ]
)
"""The roles without one of which a passage holds no date, so that no rule need look at it."""


_COMMON = frozenset(
    [
        *("COMMA", "DASH", "DOT", "FIG", "NUM", "=a", "=and", "=at", "=by", "=for", "=from"),
        *("=in", "=is", "=of", "=on", "=or", "=that", "=the", "=this", "=to", "=was"),
    ]
)
"""Roles that most passages with a figure have."""


def _dating(rule: DateRule, alphabet: Alphabet) -> frozenset[str]:
    return frozenset(alphabet.signs(roles(rule.pattern)))


def _tells(entry: words.Entry) -> bool:
    """Whether a word can open a number, or be the one word by which a rule of dates is tried."""
    return bool(entry.kind) or not entry.roles.isdisjoint(_TELLING)


_TELLING = frozenset({"TIME", "UNIT", "CURRENCY", *_DATING})


def _role_sets(table: words.Table) -> set[words.Roles]:
    """Every set of roles that a piece can have."""
    sets = {entry.roles for entry in table.values()} | set(words.shapes())
    for word, entry in table.items():
        if entry.kind:
            piece = Atom(0, 1, word, word.lower(), entry.kind, entry.value, entry.roles)
            sets.update(folded.roles for folded in folding.fold([piece]))
    return sets
