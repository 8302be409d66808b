"""The entries of the ledger: a quantity, a row for each of its times, a line for each figure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotate.codebook import Quantity
from annotate.figures import clashes, states
from annotate.figures.aspects import Aspects, aspects, wholes
from annotate.figures.bounds import bounds
from annotate.figures.figure import Figure
from annotate.figures.quantities import Group, claimed, proposed
from annotate.figures.times import Time, time_of
from annotate.figures.voices import repeated, voice
from annotate.subjects import akin

VERDICTS = ("contested", "changes", "agreed", "single")
"""What the figures of a quantity do to each other, in the order in which readers want to know.

contested: two voices cannot both be right. changes: figures of different times differ. agreed:
nothing keeps all figures from being right. single: one voice alone gives one figure.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A figure of a quantity. voice: who gives it. time: when it holds.

    is_repeated: given at second hand; repeats: the earlier figure of the ledger that it repeats.
    against: how many figures of other voices it contradicts.
    """

    figure: Figure
    voice: str
    time: Time | None
    is_repeated: bool
    repeats: Figure | None
    against: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """All that is said of a quantity as of one time; of one year where no sentence says when."""

    time: Time | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A quantity with all that is said of it.

    key: a name for addresses, which stays while its first figure does. title: what readers call
    it. by: "codebook", or "proposed" by the tool.
    """

    key: str
    title: str
    kind: str
    by: str
    verdict: str
    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All figures in the order of their times."""
        return tuple(line for row in self.rows for line in row.lines)

    @property
    def size(self) -> int:
        """How many figures there are."""
        return sum(len(row.lines) for row in self.rows)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures alone."""
        return tuple(line.figure for line in self.lines)

    @property
    def contested(self) -> bool:
        """Whether two voices cannot both be right."""
        return self.verdict == "contested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Figures, by their ids, that another ledger has in one entry.

    title: "" where it shall be told anew of the figures there are. key: "" of a proposal.
    """

    title: str
    figures: tuple[str, ...]
    key: str = ""


def ledger(
    figures: Iterable[Figure],
    *,
    rivals: Collection[str] = (),
    quantities: Sequence[Quantity] = (),
    together: Iterable[Together] = (),
    names: Mapping[str, Mapping[str, int]] | None = None,
) -> list[Entry]:
    """The entries of a corpus's figures, the contested ones first, then those with most figures.

    rivals: words of the codebook's contested terms, which name the same persons. quantities: the
    codebook's own, which go before any proposal. together: what is put together already, which goes
    before both. names: how often each work names what, which tells the works on one subject.
    """
    known = [each for each in figures if each.counted or each.label in ("money", "measure")]
    about = aspects(known, rivals=rivals)
    loose = {each.id: each for each in known}
    entries: list[Entry] = []
    for each in together:
        group = [figure for key in each.figures if (figure := loose.pop(key, None))]
        if group:
            title = each.title or _title(group, about)
            entries.append(_entry(group, title, about, key=each.key))
    own, left = claimed(loose.values(), quantities)
    for quantity in quantities:
        kept, whole = _parts(own[quantity.key], quantity)
        left += whole
        for at, group in enumerate(_comparable(kept, about)):
            title = _apart(quantity.title or quantity.key, about[group[0].id], first=not at)
            entries.append(_entry(group, title, about, key=quantity.key))
    groups = proposed(left, about, akin(names or {}))
    entries += [_entry(group, _title(group, about), about) for group in groups]
    return sorted(entries, key=_order)


def _parts(figures: Group, quantity: Quantity) -> tuple[Group, Group]:
    """The figures of a quantity, and those that are only what these are a part of: "9 of | 12".

    What the codebook names by its id stays.
    """
    known = {each.id for each in figures}
    whole = {key for key, part in wholes(figures).items() if part in known}
    whole -= {*quantity.figures}
    return [each for each in figures if each.id not in whole], [
        each for each in figures if each.id in whole
    ]


def _apart(title: str, own: Aspects, *, first: bool) -> str:
    """What figures of one quantity are called that cannot be compared with the others of it."""
    if first:
        return title
    rate = f"{'an' if own.rate == 'hour' else 'a'} {own.rate}" if own.rate else ""
    label, _, unit = own.kind.partition(" ")
    kind = "in per cent" if own.kind == "share" else f"in {unit}" if unit else f"as a {label}"
    return ", ".join(part for part in (title, "" if label == "count" else kind, rate) if part)


def _comparable(figures: Group, about: Mapping[str, Aspects]) -> list[Group]:
    """The figures of a quantity of the codebook, those apart that cannot be compared."""
    groups: dict[Hashable, Group] = defaultdict(list)
    for figure in figures:
        groups[about[figure.id].kind, about[figure.id].rate].append(figure)
    return sorted(groups.values(), key=lambda each: -len(each))


def _order(entry: Entry) -> tuple[int, int, str, str]:
    return VERDICTS.index(entry.verdict), -entry.size, entry.title, entry.key


def _entry(figures: Group, title: str, about: Mapping[str, Aspects], key: str = "") -> Entry:
    again = repeated(figures)
    against = clashes.against(figures)
    lines = [
        line(
            figure,
            is_repeated=figure.id in again,
            repeats=again.get(figure.id),
            against=against.get(figure.id, 0),
        )
        for figure in sorted(figures, key=lambda each: (each.document, each.start))
    ]
    return Entry(
        key=key or min(each.id for each in figures),
        title=title,
        kind=about[figures[0].id].kind,
        by="codebook" if key else "proposed",
        verdict=_verdict(lines),
        rows=rows(lines),
    )


def _verdict(lines: Sequence[Line]) -> str:
    if any(line.against for line in lines):
        return "contested"
    if clashes.are_of_times([clashes.claim(line.figure) for line in lines]):
        return "changes"
    voices = {line.voice for line in lines}
    return "agreed" if len(voices) > 1 else "single"


def line(figure: Figure, *, is_repeated: bool, repeats: Figure | None, against: int) -> Line:
    """A figure as a line, with who gives it and when it holds."""
    return Line(
        figure=figure,
        voice=voice(figure),
        time=time_of(figure),
        is_repeated=is_repeated,
        repeats=repeats,
        against=against,
    )


def rows(lines: Iterable[Line]) -> tuple[Row, ...]:
    """The lines by their times, the earliest first, the least figure first in each."""
    by_time: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for line in lines:
        time = line.time
        by_time[
            (time.words if time.stated else time.first[:4]) if time else "",
            bool(time and time.stated),
        ].append(line)
    found = [
        Row(time=_common(members), lines=tuple(sorted(members, key=_size)))
        for members in by_time.values()
    ]
    return tuple(
        sorted(found, key=lambda row: (row.time.first if row.time else "9999", str(row.time)))
    )


def _common(lines: Sequence[Line]) -> Time | None:
    time = lines[0].time
    if time is None or time.stated:
        return time
    return Time(time.first[:4], time.first[:4], stated=False)


def _size(line: Line) -> tuple[float, str, int]:
    return bounds(line.figure)[1], line.figure.document, line.figure.start


def _title(figures: Group, about: Mapping[str, Aspects]) -> str:
    """What a proposed quantity is called: "Dorvanians, hiding, in Ostrea, a year"."""
    counted = Counter(each.counted or each.unit or each.label for each in figures)
    own = [about[each.id] for each in figures]
    known = Counter(each.state for each in own if each.state)
    places = Counter(each.places for each in own if each.places)
    parts = [max(counted, key=lambda each: (counted[each], len(each), each))]
    if known:
        state = known.most_common(1)[0][0]
        if states.nominal(parts[0]) != state:  # "deaths", not "deaths, dead"
            parts.append(state)
    elif len(figures) > 1 and (word := _shared(figures, own)):
        parts.append(word)
    if places:
        named = sorted(places.most_common(1)[0][0])
        parts.append(" and ".join(f"{_WORDS.get(how, how)} {where}" for how, where in named))
    if own[0].rate:
        parts.append(f"{'an' if own[0].rate == 'hour' else 'a'} {own[0].rate}")
    return ", ".join(parts)


_WORDS = {"at": "in"}


def _shared(figures: Group, own: Sequence[Aspects]) -> str:
    """The commonest form of the word that most is said with: "hiding" of "hid"."""
    counts = Counter(word for each in own for word in each.words)
    stem = min(counts, key=lambda each: (-counts[each], each), default="")
    if counts[stem] < len(figures) or len({each.sentence for each in figures}) == 1:
        return ""
    words = " ".join(each.sentence or "" for each in figures).split()
    forms = Counter(word for word in words if word.isalpha() and word.startswith(stem))
    return min(forms, key=lambda word: (-forms[word], word), default=stem)
