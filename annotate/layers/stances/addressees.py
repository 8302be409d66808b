"""Who asks whom for what a list says: "To the Government of X:", "X must:", "Y urges X to:"."""

import re
from dataclasses import dataclass

from annotate.grammar.reading import Reading
from annotate.layers.stances.evidence import Holder
from annotate.model import AUTHOR, Entity, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks whom for what a list says. asked: "" for nobody named."""

    holder: Holder
    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Address:
    """How a line addresses somebody; named: only where it is somebody's name."""

    pattern: re.Pattern[str]
    named: bool = False


def _address(pattern: str, *, named: bool = False) -> _Address:
    whole = rf"\W*{pattern}\W*"
    return _Address(pattern=re.compile(whole, re.IGNORECASE | re.DOTALL), named=named)


_RECOMMENDATIONS = r"(?:(?:key |main |our )?recommendations? )"
_WHO = r"(?:the\s+)?(?P<who>[^\W\d_].{2,160}?)"
_ADDRESSES = (
    _address(rf"{_RECOMMENDATIONS}?to:?\s+{_WHO}"),
    _address(rf"{_RECOMMENDATIONS}for\s+{_WHO}"),
    _address(rf"for\s+{_WHO}", named=True),
    _address(
        r"(?:the\s+)?(?P<who>[^.:;“”]{2,80}?)\s+(?:should|must|ought to|needs? to)(?: also)?:"
    ),
)
"""Rows are tried in order. "For the record:" addresses nobody, "For Haixia:" does."""

_ASKS = re.compile(
    r"\b(?:asks?|asked|urges?|urged|call(?:s|ed)? (?:up)?on|recommends?|recommended|demands?|"
    r"demanded|wants?|wanted|appeal(?:s|ed)? to|insists?|insisted|proposes?|proposed)\b"
)
_OWN = re.compile(
    r"(?:\b(?:we|I)|\b(?:this|the|our) (?:report|paper|briefing|study|authors?))\s*$", re.I
)
_WHOM = re.compile(
    r"\s+(?:that\s+)?(?:(?:the|its?|their|an?)\s+)?(?P<who>[^\W\d_][^,.;:]{2,60}?)"
    r"(?:\s+(?:to|should|must))?:\W*"
)
"""Whom the words behind a verb of asking name: "called on | the city council to:"."""
_NOBODY = re.compile(r"\b(?:following|things?|steps?|measures?|changes|points|demands)\b|^to\b")


def asking(reading: Reading) -> Asking | None:
    """Who asks whom for what the list below says: an address, or a lead-in as "X urges Y to:"."""
    words = reading.passage.copy
    led = _led(reading, words)
    if led is not None:
        return led
    for row in _ADDRESSES:
        found = row.pattern.fullmatch(words)
        named = _named(reading, *found.span("who")) if found else []
        if found and (named or not row.named):
            return Asking(holder=AUTHOR, asked=_joined(named) or _plain(found["who"]))
    return None


def opened(reading: Reading) -> Holder | None:
    """Who asks for the lists below that their addressees head: "X calls on:", and nobody more."""
    words = reading.passage.copy
    bare = _OPENED.search(words)
    if bare is None:
        return None
    if _OWN.search(words[: bare.start()]):
        return AUTHOR
    named = _named(reading, 0, bare.start())
    one = named[-1] if len(named) == 1 else None
    return Mention(canonical=one.holder, start=one.start, end=one.end) if one else None


def addressed(reading: Reading, holder: Holder) -> Asking:
    """What is asked of whom a line names, by who asks for the lists below."""
    named = _named(reading, 0, len(reading.passage.copy))
    return Asking(holder=holder, asked=_joined(named) or _plain(reading.passage.copy))


_OPENED = re.compile(rf"(?:(?:is|are) calling (?:up)?on|{_ASKS.pattern})\W*:\W*\Z")


def _led(reading: Reading, words: str) -> Asking | None:
    """Who asks for a list that a sentence leads in."""
    found = list(_ASKS.finditer(words)) if words.rstrip(" *_").endswith(":") else []
    if not found:
        return None
    start, end = found[-1].span()
    before = _named(reading, 0, start)
    if _OWN.search(words[:start]):
        holder: Holder = AUTHOR
    elif before:
        one = before[-1]
        holder = Mention(canonical=one.holder, start=one.start, end=one.end)
    else:
        return None
    behind = _named(reading, end, len(words))
    whom = _WHOM.fullmatch(words, end)
    described = whom["who"] if whom and not _NOBODY.search(whom["who"]) else ""
    return Asking(holder=holder, asked=_joined(behind) or described)


def _named(reading: Reading, start: int, end: int) -> list[Entity]:
    """The names of people, bodies and countries in some of a passage's characters, in order."""
    if start >= end:
        return []
    first, last = reading.passage.stretch(start, end)
    every = {id(e): e for _, e in sorted(reading.names.items())}.values()
    return [e for e in every if first <= e.start and e.end <= last and e.label in _ACTING]


_ACTING = frozenset({"GPE", "ORG", "PERSON"})


def _joined(named: list[Entity]) -> str:
    return "; ".join(dict.fromkeys(one.holder for one in named))


def _plain(who: str) -> str:
    """A description as it is written in a sentence, also where its line is in capitals."""
    bare = re.sub(r"\s+", " ", who).strip(" *_:")
    return bare.lower() if bare.isupper() else bare
