"""Where a figure is no quantity: within names, after words that number things, list numbers, "one".

Rows that need only the pieces stand in `exclusions.py`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from annotate.language import Known, Passage
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Place, is_base
from annotate.layers.numbers.grammar import Grammar
from annotate.layers.numbers.neighbours import closed, near, verbs

_LAWS = near("guards-laws")


def blocked(
    passage: Passage, atoms: list[Atom], spelled: str, rules: Grammar, known: Known
) -> set[int]:
    """The pieces of which no number is taken."""
    found: set[int] = set()
    for at in rules.excluded.passing(set(spelled)):
        for match in rules.exclusions[at][1].finditer(spelled):
            found.update(range(match.start(), match.end()))
    found.update(_list_number(passage, atoms))
    figures = [at for at, atom in enumerate(atoms) if atom.kind]
    if figures:
        found.update(_named(passage, atoms, known))
        found.update(_laws(atoms, figures))
        found.update(_in_brackets(atoms, figures))
        found.update(_scores(atoms, figures))
        found.update(_titled_ranks(atoms, figures))
        found.update(_bases(atoms, figures))
        found.update(_addresses(atoms, figures))
        found.update(_tails(atoms, figures))
    return found


def _named(passage: Passage, atoms: Sequence[Atom], known: Known) -> set[int]:
    """The pieces within a name."""
    found: set[int] = set()
    segment = passage.segment
    starts = [atom.start for atom in atoms]
    for entity in known.get("entity", ()):
        if entity.end <= segment.start or entity.start >= segment.end:
            continue
        first, last = passage.chars(entity.start, entity.end)
        within = range(bisect_left(starts, first), bisect_left(starts, last))
        inside = [at for at in within if atoms[at].end <= last]
        named = any(not atoms[at].kind and atoms[at].word.isalpha() for at in inside)
        money = any("CURRENCY" in atoms[at].roles for at in inside)
        if named and not (money and entity.label not in ("EVENT", "LAW", "WORK")):
            found.update(at for at in inside if atoms[at].kind or atoms[at].roles & _DATED)
    return found


_DATED = frozenset({"MONTH", "WEEKDAY", "SEASON", "NUM", "ORDINAL"})


def _laws(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """Years that belong to the name of a law or event: "the 1974 Vantor Convention"."""
    found: set[int] = set()
    for at in figures:
        if "YEAR" not in atoms[at].roles:
            continue
        for step in range(at + 1, min(at + 7, len(atoms))):
            word = atoms[step]
            if not word.text[:1].isupper():
                break
            if word.word in _LAWS:
                found.add(at)
                break
    return found


def _list_number(passage: Passage, atoms: Sequence[Atom]) -> set[int]:
    """The number or letter that opens an item: "14.", "(a)", "2)"."""
    if len(atoms) < 3:
        return set()
    shift = 1 if atoms[0].word in ("(", "[") else 0
    number, mark = atoms[shift], atoms[shift + 1]
    if ("FIG" not in number.roles and len(number.word) > 3) or not mark.glued:
        return set()
    if "MONTH" in atoms[shift + 2].roles:
        return set()
    if mark.word == ")" or (mark.word == "." and not atoms[shift + 2].glued):
        wide = number.value < 200 and "YEAR" not in number.roles
        opens = atoms[shift + 2].text[:1].isupper() or passage.segment.kind == "list_item"
        return set(range(shift + 2)) if wide and (opens or mark.word == ")") else set()
    return set()


def _in_brackets(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """Figures alone in round brackets or before a closing one: "(1)", "2)"."""
    found: set[int] = set()
    for at in figures:
        number = atoms[at]
        if (
            not 0 < at < len(atoms) - 1
            or "FIG" not in number.roles
            or "YEAR" in number.roles
            or number.value >= 100
        ):
            continue
        if atoms[at + 1].word != ")" or number.value != int(number.value):
            continue
        if atoms[at - 1].word == "(":
            spelled = at >= 2 and atoms[at - 2].kind == "number"
            found.update(() if spelled else (at,))
    return found


def _scores(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """Figures that a hyphen joins and that fall: "won 3-2", "by 80-19"."""
    found: set[int] = set()
    for at in figures:
        if at >= len(atoms) - 2:
            break
        first, dash, second = atoms[at : at + 3]
        if not ("FIG" in first.roles and "FIG" in second.roles and dash.word in ("-", "–")):
            continue
        if (
            dash.glued
            and second.glued
            and first.value >= second.value
            and "YEAR" not in first.roles
            and not _is_vote(atoms, at)
        ):
            found.update((at, at + 2))
    return found


def _is_vote(atoms: Sequence[Atom], at: int) -> bool:
    """Whether two figures are votes for and against: "voted 81-44", "a 5-4 ruling"."""
    before = {atom.word for atom in atoms[max(0, at - _NEAR_VOTE) : at]}
    return not before.isdisjoint(_VOTING) or word_at(atoms, at + 3) in _VOTED


_NEAR_VOTE = 4
_VOTING = near("guards-voting")
_VOTED = near("guards-voted")


def _bases(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """What a rate is told by, apart from its figure: "15 deaths per 100,000"."""
    return {
        at
        for at in figures
        if at > 1
        and atoms[at - 1].word == "per"
        and not atoms[at - 2].kind
        and is_base(atoms[at].value)
        and (at + 1 == len(atoms) or atoms[at + 1].roles.isdisjoint({"UNIT", "TIME", "CURRENCY"}))
    }


def _tails(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """Figures that a stop glues to a word: "reach her at marant.70", "the town.12 It"."""
    found: set[int] = set()
    for at in figures:
        if at < _BEFORE_TAIL or not (atoms[at].glued and atoms[at - 1].glued):
            continue
        word, stop = atoms[at - 2], atoms[at - 1]
        long = word.text.isalpha() and len(word.text) > _SHORT and not word.roles
        if stop.word == "." and long and atoms[at].text.isdecimal():
            found.add(at)
    return found


_BEFORE_TAIL = 2
_SHORT = 4
"""Letters of a word that may be short for something before its figure: "vol.2", "para.7"."""


def _addresses(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """The numbers of houses: "10 Downing Street", "221B Sluice Road"."""
    found: set[int] = set()
    for at in figures:
        for step in range(at + 1, min(at + 5, len(atoms))):
            if not atoms[step].text[:1].isupper():
                break
            if step > at + 1 and atoms[step].word in _STREETS:
                found.add(at)
        if _POSTCODE.fullmatch(atoms[at].text) and _behind_state(atoms, at):
            found.add(at)
    return found


_POSTCODE = re.compile(r"\d{5}")


def _behind_state(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a town and the letters of its state stand before: "Springfield, IL | 62704"."""
    before = [atom.text for atom in atoms[max(0, at - _TOWN) : at] if atom.text != ","]
    letters = before[-1:] and _STATE.fullmatch(before[-1])
    counts = at + 1 < len(atoms) and atoms[at + 1].text[:1].islower()
    return bool(letters) and len(before) > 1 and before[-2][:1].isupper() and not counts


_STATE = re.compile(r"[A-Z]{2}|[A-Z]\.[A-Z]\.?")
_TOWN = 4
"""Pieces before a postcode in which its town and state stand, commas among them."""


_STREETS = near("guards-streets")
_TITLED = near("guards-titled")


def _titled_ranks(atoms: Sequence[Atom], figures: Sequence[int]) -> set[int]:
    """Ranks within a name: "the 19th Amendment", "Fifth Avenue"."""
    found: set[int] = set()
    for at in figures:
        if at >= len(atoms) - 1:
            break
        after = atoms[at + 1]
        if "ORDINAL" in atoms[at].roles and after.word in _TITLED and after.text[:1].isupper():
            found.add(at)
    return found


def is_number(place: Place) -> bool:
    """Whether a number piece may count: "one" as a pronoun does not, nor do identifiers' parts."""
    number = place.number
    if number.word == "one":
        return _one_counts(place)
    if number.word in ("couple", "dozen", "score"):
        return number.word == "couple" and place.word(1) == "of"
    if number.kind == "loose" and number.word in ("tens", "scores"):
        return place.word(1) == "of"
    return not (place.word(-1) in ("/", "-") and place.glued(0) and _in_identifier(place))


def _in_identifier(place: Place) -> bool:
    """Whether a figure hangs on a word before: "ABC-12345", "24703 L-202"."""
    before = place.atoms[place.at - 2] if place.at >= 2 else None
    return bool(before and place.glued(-1) and before.text.isalpha() and before.text.isupper())


_SELVES = frozenset({"herself", "himself", "itself", "myself", "ourselves", "yourself"})
_NOT_ONE = near("guards-not-one")


def _one_counts(place: Place) -> bool:
    """Whether "one" counts: a noun follows, and no determiner goes before."""
    before, after = place.word(-1), place.word(1)
    if _opens_numbers(place):
        return True
    if before in _NOT_ONE and not (before == "that" and _noun(place.atoms, place.at + 1)):
        return False
    if _is_any(place) or (place.word(-2) in _BEFORE_ONE and _is_plain(place, -1)):
        return False  # "the defeated one"
    if place.roles(1) & {"TIME", "UNIT", "PERCENT", "CURRENCY"}:
        return after != "day" or before in (
            "in",
            "for",
            "within",
            "only",
            "just",
            "than",
            "least",
            "after",
        )
    if after == "-" and place.roles(2) & {"TIME"} and place.glued(1) and place.glued(2):
        return before != "-"  # "a one-year term"
    if before in ("-", "no-") or after in ("-",) or after in _SELVES:
        return False  # "Do you have one yourself?"
    if after in ("in", "out", "over"):
        return "NUM" in place.roles(2) | place.roles(3) or after == "out"
    if after in ("or",) and place.word(2) in ("two", "more", "2"):
        return True
    if after.endswith("ed") and not (place.word(2).isalpha() and place.word(2) not in closed()):
        return False  # "one ventured."
    return _noun(place.atoms, place.at + 1) and not _verb(after)


_BEFORE_ONE = frozenset({"the", "a", "this", "each", "every"})


def _is_any(place: Place) -> bool:
    """Whether "one" is any of several: "from one crisis to another"."""
    leads = place.word(-1) == "from" and "to" in (place.word(2), place.word(3))
    return leads and not _OTHERS.isdisjoint(place.word(step) for step in (3, 4, 5))


_OTHERS = frozenset({"another", "next", "other"})


def _opens_numbers(place: Place) -> bool:
    """Whether "one" is the first of two numbers: "between one and two hundred", "one to two"."""
    if place.word(1) == place.word(3) == "-" and place.word(2) == "in":
        return True  # "one-in-five"
    joined = place.word(1) == "to" or (
        place.word(1) == "and" and place.word(-1) in ("between", "from")
    )
    return joined and "NUM" in place.roles(2) and place.word(2) != "one"


def _is_plain(place: Place, step: int) -> bool:
    atom = place.atoms[place.at + step]
    return atom.text.islower() and atom.text.isalpha() and atom.word not in closed()


def _verb(word: str) -> bool:
    """Whether a word after "one" is its verb: "one thinks"; few singular nouns end in -s."""
    return word in verbs() or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _noun(atoms: Sequence[Atom], at: int) -> bool:
    if not 0 <= at < len(atoms):
        return False
    word = atoms[at].word
    return word.isalpha() and word not in closed() and not word.endswith("n't")
