"""What stands around a quantity: approximators, bounds, the other end of a range.

The phrases and what they set are rows of approximators.tsv; the words that join two quantities to
a range are `JOINERS`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from annotate import lexicons
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.drafts import HYPHENS, QUANTITIES, Draft
from annotate.layers.numbers.measures import ratio_of
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.times import Moment, Period

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]

DASHES = frozenset({"-", "–", "—", "‐", "‑", "−", "~"})
JOINERS: tuple[tuple[str, ...], ...] = (
    ("to",),
    ("-", "to"),
    ("-",),
    ("–",),
    ("—",),
    ("‑",),
    ("−",),
    ("~",),
)

LASTING: tuple[tuple[str, ...], ...] = (("through",), ("thru",), ("until",), ("till",))
"""What joins two dates or two bare numbers, and nothing else: "half an hour until five"."""


@cache
def _phrases(side: str) -> Phrases:
    """Phrases of one side by the word next to the figure, longest first."""
    found: Phrases = {}
    for words, where, effect in lexicons.table("approximators"):
        parts = tuple(words.split())
        if where == side:
            key = parts[-1] if side == "before" else parts[0]
            found.setdefault(key, []).append((parts, effect))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def bounded(draft: Draft, atoms: Sequence[Atom], floor: int = 0) -> Draft:
    """The draft with the words around it that bound it; floor: where the one before ends."""
    while found := _before(draft, atoms, floor):
        draft = found
    while found := _after(draft, atoms):
        draft = found
    return draft


def _before(draft: Draft, atoms: Sequence[Atom], floor: int) -> Draft | None:
    at = draft.first
    article = at - 1 >= floor and atoms[at - 1].word in ("a", "an")
    joined = article and draft.label in _JOINED and atoms[at + 1].word in HYPHENS
    if joined or (article and draft.rule not in _PLAIN_RULES):
        at -= 1  # "up to an estimated 5,000", "at least a 25-point cut"
    if at <= floor:
        return None
    for parts, effect in _phrases("before").get(atoms[at - 1].word, ()):
        start = at - len(parts)
        if start < floor or not _stands(parts, atoms, start):
            continue
        if joined and (effect == "approx" or len(parts) == 1):
            continue  # "a book about a 20-year war", "under a 20-year treaty"
        if draft.label == "date" and effect != "approx":
            if draft.rule not in _AGO or parts[0] in _SIGNS:
                continue
            if parts[-1] == "than" and (parts[0] not in _MORE_OR_LESS or 0 < start == floor):
                continue  # "higher than a year earlier", "a third more than four years ago"
            effect = ""  # "just over two years ago": a year is no less sure for it
        if (parts == ("some",) and draft.label not in QUANTITIES) or not _fits(
            parts, draft, atoms, start
        ):
            continue
        return affected(replace(draft, first=start), effect, "-".join(parts))
    return None


def _stands(parts: tuple[str, ...], atoms: Sequence[Atom], start: int) -> bool:
    """Whether a phrase stands at a piece; its first word tells most that do not."""
    if atoms[start].word != parts[0]:
        return False
    return tuple(atom.word for atom in atoms[start : start + len(parts)]) == parts


_JOINED = frozenset({"duration", "measure", "money", "percent"})
_SIGNS = frozenset({"<", ">"})
_AGO = frozenset({"ago", "beside"})
_MORE_OR_LESS = frozenset({"a", "just", "less", "little", "more", "slightly"})
_PLAIN_RULES = frozenset({"count", "money", "percent", "measure", "duration", "range", "date"})


def _fits(parts: tuple[str, ...], draft: Draft, atoms: Sequence[Atom], start: int) -> bool:
    """Whether a word that is also something else bounds the figure here."""
    if parts in (("below",), ("above",), ("under",), ("over",)):
        if draft.label == "ordinal":
            return False
        before = atoms[start - 1].word if start else ""
        if parts == ("over",) and draft.label == "duration":
            return not before or before in _LASTS
        return not (parts == ("over",) and before in ("all", "one", "1", "hand", "take", "game"))
    if parts == ("around",) and draft.label == "duration":
        return draft.value is not None
    said = atoms[start - 1].word if start else ""
    if parts == ("about",) and draft.label == "count" and _is_few(draft):
        return said not in _CARES
    return not (parts == ("about",) and draft.label == "date" and said in _TOPICS)


def _is_few(draft: Draft) -> bool:
    """Whether so few are counted that "about" is of what is said: "worried about two dogs"."""
    return isinstance(draft.value, float) and draft.value <= _FEW


_FEW = 12
_TOPICS = near("bounds-topics")
_CARES = near("bounds-cares")
_LASTS = near("bounds-lasts")


def _after(draft: Draft, atoms: Sequence[Atom]) -> Draft | None:
    at = draft.last
    if at >= len(atoms) or draft.label in ("date", "ordinal"):
        return None
    for parts, effect in _phrases("after").get(atoms[at].word, ()):
        end = at + len(parts)
        if tuple(atom.word for atom in atoms[at:end]) != parts:
            continue
        if parts in (("plus",), ("odd",), ("+",)) and not _hangs(atoms, end):
            continue
        tail = [atom.word for atom in atoms[end : end + 1]]
        if tail in (["than"], ["to"]) or (parts[-1] == "than" and _is_number(atoms, end)):
            continue
        often = tail in (["once"], ["twice"])  # "for 24 hours | at least once"
        if parts == ("at", "least") and end < len(atoms) and (often or atoms[end].kind):
            continue
        return affected(replace(draft, last=end), effect, "-".join(parts).strip("-"))
    return None


def _is_number(atoms: Sequence[Atom], at: int) -> bool:
    return at < len(atoms) and atoms[at].kind == "number"


def _hangs(atoms: Sequence[Atom], end: int) -> bool:
    """Whether "plus" and "odd" hang on the figure before: no other figure follows."""
    return end >= len(atoms) or not (atoms[end].kind and atoms[end].kind != "break")


def affected(draft: Draft, effect: str, rule: str) -> Draft:
    """The draft with an approximator's effect on its values."""
    if effect == "approx":
        return replace(draft, rule=draft.rule if draft.rule == "range" else rule, approx=True)
    point = draft.value
    if not effect or (point is None and effect.startswith("value-")):
        return replace(draft, rule=rule)
    if effect == "value-low":
        return replace(draft, rule=rule, low=point)
    if effect == "value-high":
        return replace(draft, rule=rule, high=point)
    if effect == "low":
        low = point if point is not None else draft.low
        return replace(draft, rule=rule, value=None, low=low, high=None)
    high = point if point is not None else (draft.high if draft.high is not None else draft.low)
    low = draft.low if point is None and draft.high is not None else None
    return replace(draft, rule=rule, value=None, low=low, high=high)


def joined(first: Draft, second: Draft, atoms: Sequence[Atom]) -> Draft | None:
    """Two quantities as one range, None if the words between do not join them."""
    between = tuple(atom.word for atom in atoms[first.last : second.first])
    if second.label == "date":
        between = tuple(word for word in between if word != "the")
    if first.label == second.label == "money" and between[:1] in (("per",), ("a",), ("/",)):
        between = between[2:]  # "$350 per kg to $680 per kg"
    second = _scaled(second, atoms, between)
    lead = atoms[first.first - 1].word if first.first else ""
    if first.rule == "aged" and atoms[first.first].word in ("between", "aged", "ages", "the"):
        made = _range(first, second) if between == ("and",) else None
        if made:
            return made
    if lead == "from" and between == ("and",) and first.unit and _bare_units(first, second):
        return _range(first, second)  # "from 30 km and 40 km"
    if lead == "between" and between in (("and",), *JOINERS, *LASTING):
        made = _range(first, second)
        return made and replace(made, first=first.first - 1, rule="between")
    if between in _ALTERNATIVES and first.label in ("count", "date"):
        return _alternatives(first, second, between)
    lasting = between in LASTING and not _bare(first, second)
    if lasting or between not in (*JOINERS, *LASTING) or not _joinable(first, atoms, between):
        return None
    return None if _to_a_level(first, second, atoms, between) else _range(first, second)


def _to_a_level(
    first: Draft, second: Draft, atoms: Sequence[Atom], between: tuple[str, ...]
) -> bool:
    """Whether something changes by the one to the other: "jumped by a third to 131,000"."""
    one, other = first.value, second.value
    if between != ("to",) or not isinstance(one, float) or not isinstance(other, float):
        return False
    if first.label == "fraction" and second.label == "count" and other >= _NO_PART:
        return True
    told = {atom.word for atom in atoms[max(0, first.first - 3) : first.first]}
    changed = first.label == "money" and first.first > 0 and atoms[first.first - 1].word in CHANGES
    return ("by" in told or changed) and other > _FAR * one and second.scale == first.scale


_NO_PART = 10
_FAR = 6
"""By so many times as much nothing changes from one figure to the next: it is then so much."""


def _scaled(second: Draft, atoms: Sequence[Atom], between: tuple[str, ...]) -> Draft:
    """The second end with what it multiplies the first one by: "two to three hundred", "30-50,000".

    In figures only after a dash: "from 30 to 50,000" may mean what it says.
    """
    number = atoms[second.first]
    if number.word.endswith(" hundred"):
        return replace(second, scale=max(second.scale, 100.0))
    if _HUNDREDS.fullmatch(number.word):
        return replace(second, scale=second.scale * 100.0)
    if between[:1] and between[0] in DASHES and number.text.endswith(",000"):
        return replace(second, scale=max(second.scale, 1000.0))
    return second


_HUNDREDS = re.compile(r"[\w.]+ hundred (?:thousand|million|billion)")


def _bare(first: Draft, second: Draft) -> bool:
    """Whether both are dates, or both numbers without a unit."""
    return first.label == second.label and first.label in ("date", "count")


def _bare_units(first: Draft, second: Draft) -> bool:
    return first.label == second.label == "measure" and first.unit == second.unit


_ALTERNATIVES: tuple[tuple[str, ...], ...] = (
    ("or",),
    ("or", "as", "many", "as"),
    ("or", "even"),
    ("or", "perhaps"),
    ("or", "even", "as", "many", "as"),
)


def _alternatives(first: Draft, second: Draft, between: tuple[str, ...]) -> Draft | None:
    """ "five or six", "20 or as many as 60": from the one to the other."""
    if first.label == "date":
        return _either_year(first, second) if between == ("or",) else None
    made = _range(first, second)
    if made is None or (between == ("or",) and not _near(made)):
        return None
    return replace(made, approx=True, rule="or")


def _either_year(first: Draft, second: Draft) -> Draft | None:
    """ "in 2027 or 2028": one year or the next."""
    if {first.rule, second.rule} != {"year"} or first.period is None or second.period is None:
        return None
    one, other = first.period.first.year, second.period.first.year
    if one is None or other != one + 1:
        return None
    made = _date_range(first, second)
    return made and replace(made, approx=True, rule="or")


def _near(made: Draft) -> bool:
    low, high = made.low, made.high
    return isinstance(low, float) and isinstance(high, float) and 0 < high - low <= max(1.0, low)


def _joinable(first: Draft, atoms: Sequence[Atom], between: tuple[str, ...]) -> bool:
    lead = atoms[first.first - 1].word if first.first else ""
    if first.label != "date" and lead == "from" and _changes(atoms, first.first - 1):
        return False
    if between[0] in DASHES and first.label != "date" and lead in _SCORES:
        return False
    return first.label != "ordinal"


_SCORES = near("bounds-scores")
CHANGES = near("bounds-changes")


def _changes(atoms: Sequence[Atom], at: int) -> bool:
    """Whether "from" tells of a change: "rose from 148 to 2,952" has two figures, no range."""
    return any(atom.word in CHANGES for atom in atoms[max(0, at - 7) : at])


def _range(first: Draft, second: Draft) -> Draft | None:
    if first.label == "date" or second.label == "date":
        return _date_range(first, second)
    low, high = first.value, second.value
    if not isinstance(low, float) or not isinstance(high, float):
        return None
    pair = _units_agree(first, second)
    if pair is None:
        return None
    low, high = pair
    if low < high and first.scale == 1.0 and second.scale > 1.0 and low * second.scale < high:
        low *= second.scale  # "3 to 5 million"
    if low >= high:
        return None
    model = second if first.label == "count" and second.label != "count" else first
    return replace(
        model,
        first=first.first,
        last=second.last,
        rule="range",
        value=None,
        low=low,
        high=high,
        approx=first.approx or second.approx,
    )


def _units_agree(first: Draft, second: Draft) -> tuple[float, float] | None:
    """Both ends in one unit, None if they have different ones: "18 months to two years"."""
    low, high = first.value, second.value
    if not isinstance(low, float) or not isinstance(high, float):
        return None
    if first.label == second.label and first.unit == second.unit:
        return low, high
    if second.label == "count" and first.label in ("duration", "measure"):
        return None  # "half an hour to five"
    if "count" in (first.label, second.label) and {first.label, second.label} <= _WITH_UNITS:
        return low, high
    if first.dimension and first.dimension == second.dimension and second.size:
        ratio = ratio_of(second.unit or "", first.unit or "", second.size / first.size)
        return low, round(high * ratio, 6)
    return None


_WITH_UNITS = frozenset(
    {"count", "money", "percent", "measure", "duration", "age", "multiple", "fraction"}
)


def _date_range(first: Draft, second: Draft) -> Draft | None:
    """ "2014 to 2018", "June–August 1992": the first end takes what it lacks from the second."""
    opens, closes = first.period, second.period
    if opens is None or closes is None:
        return None
    start, end = opens.first, closes.last
    if start.clock or end.clock:
        return None
    if first.rule in _YEARLESS and end.year is not None:
        start = Moment(end.year - _wraps(start, end), start.month, start.day)
    if start.year is not None and end.year is not None and start.iso[:10] > end.iso[:10]:
        return None
    period = Period(start, end)
    return replace(first, last=second.last, rule="range", period=period)


def _wraps(start: Moment, end: Moment) -> bool:
    """Whether a stretch runs over the turn of the year: "November to February"."""
    return (start.month or 0, start.day or 0) > (end.month or 12, end.day or 31)


_YEARLESS = frozenset({"month", "month-day", "day-month", "date-short"})


def two_sided(first: Draft, second: Draft, atoms: Sequence[Atom]) -> Draft | None:
    """ "more than 20 but fewer than 35": a lower and an upper bound of the same figure."""
    between = tuple(atom.word for atom in atoms[first.last : second.first])
    if between not in (("and",), ("but",), (",",), (",", "and"), (",", "but")):
        return None
    if first.label != second.label or first.unit != second.unit or first.value or second.value:
        return None
    lows, highs = (first.low, second.low), (first.high, second.high)
    if sum(each is not None for each in lows) != 1 or sum(each is not None for each in highs) != 1:
        return None
    low = lows[0] if lows[0] is not None else lows[1]
    high = highs[0] if highs[0] is not None else highs[1]
    if not isinstance(low, float) or not isinstance(high, float) or low >= high:
        return None
    return replace(first, last=second.last, low=low, high=high, rule="two-sided")
