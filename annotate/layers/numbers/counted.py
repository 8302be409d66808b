"""The noun phrase that a figure counts, ranks or is a part of.

`phrases` reads the phrase from the figure on, or the subject of what rises to the figure. Where the
phrase is elided ("and a further 86"), it is the one counted before.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotate.layers.numbers import parts
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.bounds import CHANGES
from annotate.layers.numbers.drafts import HYPHENS, Draft
from annotate.layers.numbers.levels import level_of
from annotate.layers.numbers.neighbours import closed, ends_phrase, near, verbs
from annotate.layers.numbers.phrases import (
    DETERMINERS,
    LONGEST,
    Phrase,
    is_plural,
    is_plural_noun,
    is_verb_in_s,
    phrase_at,
    told,
)
from annotate.layers.numbers.values import HOLDING

_COLLECTIVES = near("counted-collectives")
_OBJECTS = near("counted-objects")


class Reading(NamedTuple):
    """What a figure counts: a phrase beside it, or left out: what the figure before counted.

    single: one of those, for a rank.
    """

    phrase: Phrase | None = None
    elided: bool = False
    single: bool = False


_NOTHING = Reading()
_ELIDED = Reading(elided=True)


def counted_of(draft: Draft, atoms: Sequence[Atom], begun: Mapping[int, Draft]) -> Reading:
    """What a draft counts, by the words beside it.

    begun: all drafts of the passage by their first atoms.
    """
    if thing := _within(draft, atoms):
        return Reading(thing)
    at = _past_marks(atoms, draft.last)
    of = at < len(atoms) and atoms[at].word == "of"
    if of and draft.label != "ordinal":
        return _of_phrase(draft, atoms, at + 1)
    if parts.counts_nothing(draft, atoms, at):
        return _NOTHING
    if parts.is_of_those(draft, atoms, at):
        return _ELIDED
    if draft.label in ("percent", "fraction"):
        if (draft.label == "fraction" and draft.rule == "out-of") or not _open(atoms, at):
            return _of_part(draft, atoms, at)
        at += atoms[at].word in DETERMINERS
    year = begun.get(at)
    at = year.last if year and year.rule == "year" else at
    at += _joint(draft, atoms, at)
    phrase = _one(phrase_at(atoms, at, plural=_is_plural(draft), stops=begun), draft, atoms, at)
    phrase = phrase or _shared(draft, atoms, at, begun)
    if phrase is None and draft.label == "ordinal":
        return Reading(elided=True, single=True) if _elided(atoms, at) else _NOTHING
    phrase = phrase or _appositive(draft, atoms)
    if phrase is None and (_of_parent(draft, atoms) or _is_price(draft, atoms)):
        return _NOTHING
    return Reading(phrase) if phrase else _ELIDED


def _joint(draft: Draft, atoms: Sequence[Atom], at: int) -> int:
    """The pieces that join a rank to what it ranks: "second-largest", "third and final"."""
    link, word = word_at(atoms, at), word_at(atoms, at + 1)
    if draft.label != "ordinal":
        return 0
    if link in HYPHENS:
        return int(word.endswith("est") or word in _EXTREMES)
    return 2 * (link == "and" and word in _LAST)


_EXTREMES = frozenset({"best", "least", "most", "worst"})
"""What a rank may be joined to, as to all words in -est: "the second-largest bank"."""


def _of_part(draft: Draft, atoms: Sequence[Atom], at: int) -> Reading:
    """What a per cent or part is of that no "of" tells; at: the piece behind it."""
    named = draft.label == "fraction" and word_at(atoms, at) not in HOLDING
    phrase = phrase_at(atoms, at, plural=True) if named else None
    phrase = phrase if phrase and is_plural(phrase.words) else None
    phrase = phrase or _share_of(draft, atoms)
    if phrase is None and draft.label == "percent":
        phrase = level_of(draft, atoms)
    return Reading(phrase) if phrase else _ELIDED if _does(atoms, at) else _NOTHING


def _within(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """What a figure counts that stands within it, or is joined to it."""
    if draft.label == "fraction":
        return _thing_between(draft, atoms)
    return _hyphened(draft, atoms) if draft.label == "count" else None


def _thing_between(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """What a part names between its numbers: "about [one prisoner in five]"."""
    thing = atoms[draft.last - 3 : draft.last - 2]
    named = draft.last - draft.first > _THING_IN and word_at(atoms, draft.last - 2) == "in"
    return (
        told(thing) if named and thing and thing[0].text.isalpha() and not thing[0].kind else None
    )


_THING_IN = 3
"""Pieces of a part that names nothing between its numbers: "one in five"."""


def _hyphened(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """What a figure counts that a hyphen joins to it: "a 200-[bed] hospital"."""
    dash, noun = atoms[draft.last : draft.last + 1], atoms[draft.last + 1 : draft.last + 2]
    if not (dash and noun and dash[0].word in HYPHENS and dash[0].glued and noun[0].glued):
        return None
    word = noun[0].word
    if not word.isalpha() or word in closed() or word in _NO_THINGS:
        return None
    if len(word) > _SHORT and word.endswith(("ed", "ing")):
        return None  # "a two-headed beast", but "a 200-bed hospital"
    return told(noun) if not noun[0].kind and not noun[0].roles else None


_SHORT = 4
_NO_THINGS = frozenset(
    {"class", "fold", "hand", "odd", "off", "plus", "rate", "some", "something", "strong", "way"}
)


def _is_price(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure is of something else: "it costs 260 million", "put the turnout at 300"."""
    before = [atom.word for atom in atoms[max(0, draft.first - 6) : draft.first]]
    valued = before[-1:] == ["at"] and not _PUTTING.isdisjoint(before)
    valued = valued and before[-2] not in _FIGURE_NOUNS  # "puts the figure at 50"
    return draft.label == "count" and (valued or not _COSTING.isdisjoint(before[-1:]))


_FIGURE_NOUNS = near("figure-nouns")
_PUTTING = frozenset({"put", "puts", "putting", "stood", "stands"})
_COSTING = frozenset(
    ["cost", "costs", "costing", "earn", "earns", "earned", "pay", "pays", "paid", "worth", "spend"]
)


def _shared(
    draft: Draft, atoms: Sequence[Atom], at: int, begun: Mapping[int, Draft]
) -> Phrase | None:
    """What two figures count whose noun stands once: "from 24 to 29 [pupils]", "the 7th and 8th
    [minutes]".
    """
    if at >= len(atoms) or atoms[at].word not in ("to", "and", "or"):
        return None
    other = begun.get(at + 1)
    if other is None or other.label != draft.label:
        return None
    return phrase_at(atoms, other.last, plural=_is_plural(other))


_LAST = frozenset({"final", "last"})


def _one(phrase: Phrase | None, draft: Draft, atoms: Sequence[Atom], at: int) -> Phrase | None:
    """What one thing is, without its verb in -s: "one company owns" counts a company."""
    if draft.label != "count" or draft.value != 1.0:
        return phrase
    words = [atom for atom in atoms[at : at + LONGEST] if phrase and atom.end <= phrase.end]
    if len(words) > 1 and is_plural_noun(words[-1]) and words[-2].word.isalpha():
        return told(words[:-1])
    return phrase


_PARENTS = near("counted-parents")


def _of_parent(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure counts somebody's children, which no word of the text names."""
    near_by = atoms[max(0, draft.first - 4) : draft.first]
    before = [atom.word for atom in near_by if atom.word != "-"]
    return len(before) > 1 and before[-1] == "of" and before[-2] in _PARENTS


def _past_marks(atoms: Sequence[Atom], at: int) -> int:
    """The place behind the marks that close at a figure, and behind a link's address."""
    while at < len(atoms) and atoms[at].text in ("]", ")", "”", "’", '"', "'") and atoms[at].glued:
        at += 1
    return _past_link(atoms, at)


def _past_link(atoms: Sequence[Atom], at: int) -> int:
    """The place behind the address of a link that a text brings along: "[30](#) refugees"."""
    if not (0 < at < len(atoms) and atoms[at].word == "(" and atoms[at - 1].word == "]"):
        return at
    for step in range(at, min(at + LONGEST, len(atoms))):
        if atoms[step].word == ")":
            return step + 1
    return at


def _does(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a part does something, what it is part of left out: "one in ten has fled"."""
    word = word_at(atoms, at)
    if word in _AUXILIARIES or word in HOLDING or word in verbs():
        return True
    after = word_at(atoms, at + 1)  # "57 percent back the plan"
    return word.isalpha() and word not in closed() and (after in DETERMINERS or after in _OBJECTS)


_AUXILIARIES = frozenset({"are", "had", "has", "have", "is", "was", "were", "will", "would"})


def _elided(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a rank stands without its noun: "the first, the second"."""
    if at >= len(atoms) or atoms[at].word in (",", ".", "and", "is", "was", "has", ";"):
        return True
    return is_verb_in_s(atoms[at], atoms, at, first=True)


def singular(phrase: str) -> str:
    """One of what a plural phrase counts: "diplomatic cables" are each a "diplomatic cable"."""
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase


def _open(atoms: Sequence[Atom], at: int) -> bool:
    return at < len(atoms) and atoms[at].word in ("the", "these", "those", "all", "their", "its")


def _appositive(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """ "the number of refugees is 300": what the sentence says the number is of."""
    if headed := _headed(draft, atoms):
        return headed
    if body := parts.body_of(draft, atoms):
        return body
    near = [atom.word for atom in atoms[max(0, draft.first - 14) : draft.first]]
    for noun in ("number", "numbers", "total"):
        if noun in near and "of" in near[near.index(noun) :]:
            at = max(0, draft.first - 14) + near.index(noun) + 1
            if at < draft.first and atoms[at].word == "of":
                return phrase_at(atoms, at + 1, plural=True)
    return _subject(draft, atoms)


def _headed(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """What a line is headed by, of which its figure is one: "Evictions: 1,012 in 2014"."""
    if draft.label != "count" or word_at(atoms, draft.first - 1) != ":":
        return None
    phrase = phrase_at(atoms[: draft.first], 0, plural=True)
    ends = phrase and phrase.end == atoms[draft.first - 2].end
    return phrase if phrase and ends and is_plural(phrase.words) else None


def _share_of(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """ "the share of children fell to 20 percent": what the sentence says the share is of."""
    opens = max(0, draft.first - FAR)
    near_by = [atom.word for atom in atoms[opens : draft.first]]
    at = next((n for n, word in enumerate(near_by) if word in _SHARES), None)
    if at is None or at + 1 >= len(near_by) or near_by[at + 1] != "of" or "." in near_by[at:]:
        return None
    at += opens + 2
    at += word_at(atoms, at) in DETERMINERS
    return phrase_at(atoms, at, plural=True)


FAR = 20
"""Words between a share and its figure, at most."""

_SHARES = frozenset({"percentage", "proportion", "share"})


def _subject(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """ "Arrivals in Haixia rose from 300 to 500": what changes is what is counted."""
    said = word_at(atoms, draft.first - 1)
    if draft.label != "count" or not (said in _CHANGED or said in _REACHING or said in CHANGES):
        return None
    opens = draft.first - 1
    opens -= word_at(atoms, opens - 1) == ","  # "rose by 36%, to 1,930"
    furthest = max(0, opens - CLAUSE)
    while opens > furthest and atoms[opens - 1].word not in _MARKS:
        opens -= 1
    changing = (at for at in range(opens, draft.first) if atoms[at].word in _TO_FIGURES)
    verb = next(changing, opens)
    behind = max((at + 1 for at in range(opens, verb) if _reports(atoms[at].word)), default=opens)
    for phrase in (
        _before_relative(atoms, opens, verb),
        _opening(atoms, opens, verb),
        _opening(atoms, behind, verb),  # "the office says that arrivals rose to 500"
    ):
        if phrase and is_plural(phrase.words) and phrase.words.lower() not in _FIGURES:
            return phrase
    return None


CLAUSE = 100
"""Pieces of a clause in which what a figure is of is looked for, at most."""


def _reports(word: str) -> bool:
    return word == "that" or (word in verbs() and word not in _HELPING)


def _opening(atoms: Sequence[Atom], opens: int, verb: int) -> Phrase | None:
    """The phrase that opens a clause, before its verb."""
    while opens < verb and atoms[opens].word in DETERMINERS:
        opens += 1
    return phrase_at(atoms[:verb], opens, plural=True) if verb > opens else None


def _before_relative(atoms: Sequence[Atom], opens: int, verb: int) -> Phrase | None:
    """ "vacancies, which have doubled to 640", "infections, which peaked in June, fell to 200"."""
    link = next((at for at in range(opens, verb) if atoms[at].word in _RELATIVES), None)
    if link is None and all(atom.word in _HELPING for atom in atoms[opens:verb]):
        near_by = range(opens - 2, max(0, opens - CLAUSE), -1)
        commas = (at for at in near_by if atoms[at].word in _MARKS)
        link = next((at + 1 for at in commas if word_at(atoms, at + 1) in _RELATIVES), None)
    if not link:
        return None
    last = link - (atoms[link - 1].word == ",")
    first = last
    while first > max(0, last - LONGEST) and not ends_phrase(atoms[first - 1].word):
        first -= 1
    return phrase_at(atoms[:last], first, plural=True) if first < last else None


_RELATIVES = frozenset({"which", "who", "that"})
_HELPING = frozenset({"had", "has", "have", "may", "now", "since", "then", "will", "would"})
_REACHING = near("counted-reaching")
_TO_FIGURES = CHANGES | _REACHING
_CHANGED = frozenset({"from", "to", "by", "at"})
_MARKS = frozenset({".", ";", ":", ",", "—", "–", "?", "!", "“", "”", "\n"})
_FIGURES = frozenset({"figures", "numbers", "totals", "counts", "estimates"})


def _is_plural(draft: Draft) -> bool:
    return draft.label != "ordinal" and draft.value != 1.0


def _of_phrase(draft: Draft, atoms: Sequence[Atom], at: int) -> Reading:
    """What stands after "of": "thousands of [refugees]", "70% of [Dorvanian refugees]"."""
    if word_at(atoms, at) == "what":
        return _NOTHING
    if word_at(atoms, at) == "those" and word_at(atoms, at + 1).endswith(("ed", "who", "ing")):
        return _ELIDED  # "of those released"
    if word_at(atoms, at) in ("each", "every"):
        each = phrase_at(atoms, at + 1, plural=False)
        return Reading(each) if each else _NOTHING  # "5 per cent of every contract"
    while at < len(atoms) and (
        atoms[at].word in DETERMINERS or atoms[at].word in ("some", "about")
    ):
        at += 1
    if at < len(atoms) and atoms[at].kind in ("number", "loose", "figure"):
        at += 1
    if at < len(atoms) and atoms[at].word in _OBJECTS:
        return _ELIDED
    phrase = phrase_at(atoms, at, plural=True, own=draft.label != "count")
    if phrase and draft.label == "count" and not is_plural(phrase.words):
        whole = phrase.words.rpartition(" ")[2].lower() in _COLLECTIVES
        phrase = phrase if whole else None  # "two of its crew"
    return Reading(phrase) if phrase else _ELIDED
