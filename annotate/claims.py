"""What is stated of a work: claims brought together, and which of them contradict what is taken.

Two values that say the same in other words are one claim of two places. A claim conflicts if it
differs from the value taken in more than its wording: another day, other people, another title.
"""

import re
from collections.abc import Iterable, Mapping

from annotate.letters import folded
from annotate.model import Claim, Meta

JOINED = "; "
"""What stands between the names of several authors."""

CONTESTABLE = ("title", "authors", "published", "publisher", "url", "license", "language", "type")
"""The keys whose claims may conflict."""

FIELDS = tuple(key for key in Meta.__dataclass_fields__ if key not in {"origins", "claims"})
"""Everything that is known of a work, but where it was read."""

PLACES = ("volume", "issue", "page")
"""The keys that say where a work stands in what it appeared in, as CSL calls them."""


def gathered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, those of one key and one value made one, in order of the first of each."""
    found: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        said = claim.key, same(claim.key, claim.value)
        known = found.setdefault(said, claim)
        origins = tuple(dict.fromkeys(known.origins + claim.origins))
        if origins != known.origins:
            found[said] = Claim(key=known.key, value=known.value, origins=origins)
    return tuple(found.values())


def of(meta: Meta) -> Mapping[str, str]:
    """The values that are taken, as claims state them."""
    taken = {key: getattr(meta, key) for key in CONTESTABLE if getattr(meta, key)}
    return taken | ({"authors": JOINED.join(meta.authors)} if meta.authors else {})


def laid_over(taken: Meta, *stated: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of the values that are taken, then the others in order."""
    own = (
        Claim(key=key, value=value, origins=(taken.origins.get(key, "given"),))
        for key, value in of(taken).items()
    )
    return gathered((*own, *(claim for each in stated for claim in each)))


def first(meta: Meta, key: str) -> str | None:
    """The most trusted value that is stated for a key, None if nothing states any."""
    return next((claim.value for claim in meta.claims if claim.key == key), None)


def conflicts(meta: Meta) -> tuple[Claim, ...]:
    """The claims that contradict the value that is taken."""
    taken = of(meta)
    return tuple(
        claim
        for claim in meta.claims
        if claim.key in taken and not _agree(claim.key, taken[claim.key], claim.value)
    )


def origins(meta: Meta, key: str) -> tuple[str, ...]:
    """All that states the value that is taken for a key."""
    taken = same(key, of(meta).get(key, ""))
    agreeing = (each for each in meta.claims if each.key == key and same(key, each.value) == taken)
    return tuple(dict.fromkeys(origin for each in agreeing for origin in each.origins))


def others(meta: Meta, key: str) -> tuple[Claim, ...]:
    """The claims of a key whose value is another than the one taken, if only in wording."""
    taken = same(key, of(meta).get(key, ""))
    return tuple(each for each in meta.claims if each.key == key and same(key, each.value) != taken)


def same(key: str, value: str) -> str:
    """A value without what does not count: case, marks, the order of authors, the hour."""
    if key == "authors":
        return ";".join(sorted(folded(name) for name in value.split(";")))
    if key == "url":
        return re.sub(r"^https?://(?:www\.)?|[#?].*$|/+$", "", value.casefold())
    return value if key in {"published", "modified"} else folded(value)


def _agree(key: str, taken: str, claimed: str) -> bool:
    one, two = same(key, taken), same(key, claimed)
    if one == two:
        return True
    if key in {"title", "publisher"}:
        short, long = sorted((one, two), key=len)
        return len(short) > 3 and short in long
    if key == "published":
        return taken.startswith(claimed) or claimed.startswith(taken)
    return False
