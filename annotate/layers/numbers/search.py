"""The quantities and dates of one passage, as drafts over its pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotate import offsets
from annotate.language import Known, Passage
from annotate.layers.numbers import bounds, elided, guards, ranks, reaches
from annotate.layers.numbers.ages import of_decade
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.drafts import NUMBERS, Draft, Place
from annotate.layers.numbers.expressions import core
from annotate.layers.numbers.grammar import Grammar
from annotate.layers.numbers.hits import Hit, Unresolved
from annotate.layers.numbers.measures import degrees, part_of_one
from annotate.layers.numbers.money import pence, single
from annotate.layers.numbers.times import Anchor, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """What was found in a passage: its pieces, and the drafts over them in order."""

    atoms: Sequence[Atom]
    drafts: Sequence[Draft]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A date as found, so that the longest can be chosen. rank: of its rule in the table."""

    start: int
    end: int
    draft: Draft
    rank: int


class Hits(NamedTuple):
    """What all dates of a passage are read by."""

    anchor: Anchor | None
    day_first: bool


def search(
    passage: Passage,
    rules: Grammar,
    anchor: Anchor | None,
    known: Known,
    *,
    day_first: bool = False,
    alone: bool = False,
) -> Drafts:
    """The drafts of a passage.

    day_first: whether its "4/7/2022" is the fourth of July. alone: whether it is the whole text,
    so that a dash opens no item of a list.
    """
    if not rules.may_hold(passage.copy):
        return Drafts(atoms=(), drafts=())
    itemed = passage.segment.kind == "list_item" and not alone
    atoms = rules.pieces(passage.copy, itemed=itemed)
    spelled = rules.alphabet.spell(atoms)
    blocked = guards.blocked(passage, atoms, spelled, rules, known)
    shared = Hits(anchor, day_first)
    dates = _dates(atoms, spelled, rules, shared, blocked)
    plain = list(_quantities(atoms, rules, blocked, dates))
    cores = sorted([*dates, *plain], key=lambda draft: draft.first)
    return Drafts(atoms=atoms, drafts=elided.told(_combined(cores, atoms, anchor), atoms))


def _dates(
    atoms: list[Atom], spelled: str, rules: Grammar, shared: Hits, blocked: set[int]
) -> list[Draft]:
    """The dates, the longest where they overlap, the earlier rule where they are as long."""
    found: list[_Stretch] = []
    if not rules.dating.search(spelled):
        return []
    for rank in rules.dated.passing(set(spelled)):
        rule, pattern, _ = rules.dates[rank]
        for match in pattern.finditer(spelled):
            if not blocked.isdisjoint(range(match.start(), match.end())):
                continue
            made = rule.make(Hit(atoms, match, shared.anchor, shared.day_first))
            if made is None:
                continue
            period = None if isinstance(made, Unresolved) else made
            first, last = _span_of(match.start(), match.end(), atoms)
            draft = Draft(label="date", first=first, last=last, rule=rule.name, period=period)
            found.append(_Stretch(first, last, draft, rank))
    chosen = offsets.longest_first(found, prefer=lambda each: -each.rank)
    return [each.draft for each in chosen]


def _span_of(first: int, last: int, atoms: Sequence[Atom]) -> tuple[int, int]:
    """The pieces of a date without an article before it, or the stop after a sentence."""
    if atoms[first].word in ("the", "between"):
        first += atoms[first].word == "the"
    if atoms[last - 1].word == ",":
        last -= 1
    if atoms[last - 1].word == "." and "." not in atoms[last - 2].text:  # "B.C." keeps its stop
        last -= last == len(atoms) or _ends(atoms[last - 2], atoms[last])
    return first, last


def _ends(month: Atom, after: Atom) -> bool:
    """Whether the stop after a month ends the sentence: "May" has none of its own."""
    whole = month.word in ("june", "july", "may") or len(month.word) > 4
    return whole or after.text[:1].isupper()


def _quantities(
    atoms: list[Atom], rules: Grammar, blocked: set[int], dates: Sequence[Draft]
) -> Iterator[Draft]:
    """The quantities that are no dates, left to right."""
    taken = {at for draft in dates for at in range(draft.first, draft.last)} | blocked
    openers = [
        at
        for at, atom in enumerate(atoms)
        if atom.kind
        or atom.word in ranks.MULTIPLES
        or (atom.roles and not atom.roles.isdisjoint(_MEASURING))
    ]
    for at in openers:
        if at in taken:
            continue
        draft = _quantity(Place(atoms, at, rules.units))
        if draft and taken.isdisjoint(range(draft.first, draft.last)):
            yield draft
            taken.update(range(draft.first, draft.last))


_MEASURING = frozenset({"TIME", "UNIT", "CURRENCY"})


def _quantity(place: Place) -> Draft | None:
    number = place.number
    if number.kind in NUMBERS:
        return core(place) if guards.is_number(place) else None
    if number.kind in ("rank", "ordinal"):
        found = part_of_one(place) or ranks.rank(place)
        if found or "TIME" not in number.roles:
            return found
    if "TIME" in number.roles:
        return ranks.length(place)
    if "UNIT" in number.roles:
        return ranks.single_measure(place)
    if number.kind == "identifier":
        return pence(place) or degrees(place)
    if number.kind == "decade":
        return of_decade(place)
    if "CURRENCY" in number.roles:
        return single(place)
    return ranks.of_multiple(place) if number.word in ranks.MULTIPLES else None


def _combined(cores: Sequence[Draft], atoms: Sequence[Atom], anchor: Anchor | None) -> list[Draft]:
    """The drafts with ranges joined and bounds set."""
    done: list[Draft] = []
    at = 0
    while at < len(cores):
        draft = cores[at]
        at += 1
        floor = done[-1].last if done else 0
        if at < len(cores) and (merged := _joined(draft, cores[at], atoms)):
            draft, at = merged, at + 1
        draft = reaches.until_now(draft, atoms, anchor) or draft
        draft = reaches.beside(draft, atoms, done) or draft
        draft = bounds.bounded(draft, atoms, floor)
        if done and (merged := bounds.two_sided(done[-1], draft, atoms)):
            done[-1] = merged
        else:
            done.append(draft)
    return [_settled(draft) for draft in done]


def _joined(first: Draft, second: Draft, atoms: Sequence[Atom]) -> Draft | None:
    """Two neighbours as a range; the second may have an approximator of its own."""
    if merged := bounds.joined(first, second, atoms) or reaches.moved(first, second, atoms):
        return merged
    nearer = bounds.bounded(second, atoms, first.last)
    if nearer.first < second.first and nearer.approx and nearer.value is not None:
        return bounds.joined(first, nearer, atoms)
    return None


def _settled(draft: Draft) -> Draft:
    """The draft with its period told as values."""
    period = draft.period
    if not isinstance(period, Period):
        return draft
    if period.single:
        return replace(draft, value=period.first.iso)
    return replace(draft, low=period.first.iso, high=period.last.iso)
