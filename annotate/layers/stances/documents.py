"""Whose a document is that is said to hold something: "the lawsuit says" is who filed it.

A suit or a petition speaks for whoever brought it, "her report" and "Kolde's letter" for their
author, where the text says who that is; where it does not, the document stays the holder.
"""

import re
from collections.abc import Sequence

from annotate.layers.stances.evidence import Holder
from annotate.model import Entity, Mention

_SUIT = r"(?:appeal|challenge|complaint|filing|lawsuit|motion|petition|suit)"
_PAPER = rf"(?:{_SUIT}|essay|inquiry|letter|memo|memorandum|paper|report|review|statement|study)"
_OWNED = re.compile(rf"(?P<owner>.+?)['’]s? (?:[\w-]+ ){{0,2}}{_PAPER}", re.IGNORECASE)
_TITLED = re.compile(r"[A-Z].*? (?:filing|lawsuit|letter|memo|petition|project|statement)")
"""A name before what it says: "the OLPC statement"."""
_BARE = re.compile(rf"(?:[\w-]+ ){{0,2}}(?P<kind>{_PAPER})", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)(?: [\w-]+){0,2}? ?\Z", re.IGNORECASE)
_NAMES = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_BEFORE = 600
"""Characters in which the one stands who is meant by "his" or "her"."""


def author(holder: Holder, text: str, names: Sequence[Entity]) -> Holder:
    """Whose document a holder is, by their name; the holder itself where nothing says so."""
    if isinstance(holder, str) or holder.start is None or holder.end is None:
        return holder
    found = _of_owner(holder, names) or _of_pronoun(holder, text, names)
    return found or _of_suit(holder, text, names) or holder


def _named(name: Entity) -> Mention:
    return Mention(canonical=name.holder, start=name.start, end=name.end)


def _of_owner(holder: Mention, names: Sequence[Entity]) -> Mention | None:
    """Who owns it: "the Dockers' League's petition"."""
    if not (_OWNED.fullmatch(holder.canonical) or _TITLED.fullmatch(holder.canonical)):
        return None
    within = (n for n in names if holder.start is not None and holder.start <= n.start)
    opens = next((n for n in within if holder.end is not None and n.end < holder.end), None)
    return _named(opens) if opens and opens.label in _NAMES else None


def _of_pronoun(holder: Mention, text: str, names: Sequence[Entity]) -> Mention | None:
    """Whom "his report" means, where one alone was named since their paragraph began."""
    bare = _BARE.fullmatch(holder.canonical)
    if bare is None or holder.start is None or holder.end is None:
        return None
    kind = text.rfind(bare["kind"], holder.start, holder.end)
    if kind < 0 or _HIS.search(text[max(0, kind - 30) : kind]) is None:
        return None
    near = [n for n in names if n.label == "PERSON" and kind - _BEFORE <= n.start < kind]
    if not near:
        return None
    opens = text.rfind("\n", 0, near[-1].start) + 1  # who stands in an earlier paragraph is left
    return _named(near[-1]) if len({n.holder for n in near if n.start >= opens}) == 1 else None


def _of_suit(holder: Mention, text: str, names: Sequence[Entity]) -> Mention | None:
    """Who brought it, by what the text has said, or says behind it: "a suit filed by X"."""
    bare = _BARE.fullmatch(holder.canonical)
    if bare is None or holder.start is None or re.fullmatch(_SUIT, bare["kind"]) is None:
        return None
    behind = _BY.match(text, text.find(bare["kind"], holder.start))
    if behind is not None:
        return next((_named(n) for n in names if behind.end() <= n.start <= behind.end() + 5), None)
    filed = (_subject(text, m.start(), names) for m in _filing(bare["kind"]).finditer(text))
    found = [each for each in filed if each is not None]
    return found[0] if len({each.canonical for each in found}) == 1 else None


_BY = re.compile(r"\w+,? (?:brought|filed|launched|lodged|made|signed|submitted)(?: \w+ly)? by ")


def _filing(kind: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:has |have |had |also |then )*(?:brought|files?|filed|launched|lodged|submitted) "
        rf"(?:an?|its|the|their|his|her)(?: [\w-]+){{0,3}}? {kind}\b"
    )


def _subject(text: str, at: int, names: Sequence[Entity]) -> Mention | None:
    """The one name right before a verb, or before an aside: "X, in turn, | has filed"."""
    last = max((n for n in names if n.end <= at), key=lambda n: n.end, default=None)
    if last is None or last.label not in _NAMES or _ASIDE.fullmatch(text, last.end, at) is None:
        return None
    return _named(last)


_ASIDE = re.compile(r"\s*(?:,(?: [\w’'-]+){1,5},)?\s*(?:(?:\w+ly|also|then) )?")
