"""Which of the values that a page states is taken, where its places contradict each other.

What readers see counts before what is declared to machines alone, and two places before one. The
order and the limits were chosen on half of the WCXB development pages (`tests/bench` says how to
measure), not on the other half.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date

from annotate.claims import JOINED
from annotate.letters import folded
from annotate.model import Claim
from annotate.sources import bylines, writers
from annotate.sources.declared import agree

SHOWN = frozenset({"byline", "head", "time", "class date", "class published"})
"""Origins of days that readers see and nothing declares."""

_FIRM = ("citation_", "article:published", "time pubdate")
"""How the origins begin of days of publication that a site declares with care."""

_NEAR = 30
"""Days: a revision so soon is one of the same text. An article is cited by when it came out, a page
that is rewritten for years by the day that it shows."""


def published(
    stated: Sequence[Claim], revised: Sequence[Claim], *, by_address: str | None
) -> Claim | None:
    """The claim of the day of publication that is taken.

    stated: claims of a publication, those shown with origins of SHOWN or "published line", "revised
    line". revised: claims of a revision. by_address: the day in the page's own address, which is
    that of the place where it was written: it settles two that lie a night apart.
    """
    local = by_address and next((each for each in stated if each.value == by_address), None)
    day = _declared(stated)
    if local and day and _apart(local.value, day.value) == 1:
        return local
    for label in ("published line", "shown line"):
        if (found := _first(stated, label)) and "revised line" not in found.origins[:1]:
            shown = _taken(found, day, revised, label)
            if shown:
                return shown
    if found := _first(stated, "revised line"):
        return _revision(found, day)
    if day:
        return day
    marked = next((each for each in stated if not SHOWN.isdisjoint(each.origins)), None)
    if marked or by_address is None:
        return marked
    return Claim(key="published", value=by_address, origins=("address",))


def _declared(stated: Sequence[Claim]) -> Claim | None:
    """The declared day: the most trusted, unless it stands alone and others agree on another.

    What a page states of several days in the same way is of the articles that it leads to.
    """
    counts = Counter(origin for each in stated for origin in each.origins)
    several = {origin for origin, n in counts.items() if n >= _SEVERAL}
    declared = [
        each for each in stated if _is_declared(each) and not several.issuperset(each.origins)
    ]
    first = next(iter(declared), None)
    if first is None or len(_places(first)) > 1:
        return first
    agreed = (each for each in declared if len(_places(each)) > 1)
    return next((each for each in agreed if "revised line" not in each.origins), first)


_SEVERAL = 3
"""How many days one place of a page states that lists articles."""


def _is_declared(claim: Claim) -> bool:
    return any(not origin.endswith(" line") and origin not in SHOWN for origin in claim.origins)


def _places(claim: Claim) -> set[str]:
    """The places of a page that state a day, each independent of the others.

    All that readers see is one place: a line, the element around it and that element's class.
    """
    return {_place(origin) for origin in claim.origins}


def _place(origin: str) -> str:
    if origin in SHOWN or origin.endswith(" line"):
        return "shown"
    return origin.partition(" ")[0] if origin.startswith(("JSON-LD", "itemprop")) else "tags"


def _first(stated: Iterable[Claim], origin: str) -> Claim | None:
    return next((each for each in stated if origin in each.origins), None)


def _taken(found: Claim, day: Claim | None, revised: Sequence[Claim], label: str) -> Claim | None:
    """The day of a line, the declared one for it, or None if the line is not to be believed."""
    if day is None or label == "published line":
        return found
    if _apart(found.value, day.value) <= 1:
        return day
    if _is_earlier(found, day) and len(day.origins) == 1 and not _is_firm(day):
        return found
    if any(_apart(found.value, each.value) <= 1 for each in revised):
        return _revision(found, day)
    return day


def _is_earlier(one: Claim, other: Claim) -> bool:
    """Whether a day that readers see is before a declared one: nothing appears before it is out."""
    return len(one.value) == len(other.value) == len("2014-05-20") and one.value < other.value


def _revision(found: Claim, day: Claim | None) -> Claim:
    """The day of a revision that is shown, or the declared day of publication for it."""
    if day is None:
        return found
    return day if _is_firm(day) or 0 <= _apart(found.value, day.value) <= _NEAR else found


def _is_firm(day: Claim) -> bool:
    return any(origin.startswith(_FIRM) for origin in day.origins)


def _apart(first: str, second: str) -> int:
    """How many days lie between two; many if one of them is no day."""
    try:
        return abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days)
    except ValueError:
        return 0 if first == second else 10_000


def title(stated: Sequence[Claim], *, houses: Iterable[str] = ()) -> Claim | None:
    """The claim of the title that is taken: the one that readers see, if anything confirms it.

    houses: what the site and its publisher are called; a title is stated without them.
    """
    taken = _seen(stated)
    return taken and _bare(taken, stated, {folded(house) for house in houses})


def _seen(stated: Sequence[Claim]) -> Claim | None:
    shown = next((each for each in stated if "title" in each.origins), None)
    headings = [each for each in stated if "h1" in each.origins]
    if shown and (
        len(shown.origins) > 1
        or any(agree(shown.value, each.value) for each in stated if each is not shown)
    ):
        return shown
    declared = [each for each in stated if each not in headings]
    if len(headings) == 1 and (not declared or any(_akin(headings[0], each) for each in declared)):
        return headings[0]
    return next(iter(headings if "h1" in stated[0].origins else declared), None) if stated else None


def _akin(first: Claim, second: Claim) -> bool:
    """Whether two titles share a word: a heading that shares none is another text's."""
    one, two = (set(re.findall(r"\w{4,}", each.value.casefold())) for each in (first, second))
    return len(first.origins) > 1 or not (one and two) or not one.isdisjoint(two)


def _bare(taken: Claim, stated: Sequence[Claim], houses: Set[str]) -> Claim:
    """The same title as stated without the site's name or the byline that runs on behind it."""
    for each in stated:
        tail = taken.value.removeprefix(each.value).strip(" |–—·:-")
        if tail and tail != taken.value and (folded(tail) in houses or bylines.read(tail)):
            return each
    return taken


_LOOSE = (
    "label", "class author", "head", "author's page", "desk", "organisation", "site's name"
)  # fmt: skip
"""Origins of authors that are believed where nothing better names anybody, the surer first."""


def authors(stated: Sequence[Claim]) -> Claim | None:
    """The claim of the authors that is taken."""
    taken = min(stated, key=_looseness, default=None)
    return next((each for each in stated if taken and _is_fitter(each, taken)), taken)


def _is_fitter(claim: Claim, taken: Claim) -> bool:
    """Whether a claim has more people than one that names the first, or a name without its house.

    More people count against a label, and against what a page declares if a byline and another
    place of it name them: of several authors many pages declare one.
    """
    more = claim.value.startswith(f"{taken.value}{JOINED}")
    sure = "byline" in claim.origins and len(claim.origins) > 1
    return (more and (sure or set(taken.origins) == {"label"})) or _ends_short(claim, taken)


def _ends_short(claim: Claim, taken: Claim) -> bool:
    """Whether a claim is a name that another goes on from with the house: "Anja Kolde BBC News"."""
    rest = taken.value.removeprefix(f"{claim.value} ")
    return rest != taken.value and writers.is_sure(claim.value) and bylines.publishes(rest)


def _looseness(claim: Claim) -> int:
    return min(_LOOSE.index(each) + 1 if each in _LOOSE else 0 for each in claim.origins)
