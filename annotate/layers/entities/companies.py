"""Companies that are called by one word, which a trained pipeline takes for a person or a place.

What stands beside it somewhere in the text tells: "an analyst at Lorn", "Lorn shares fell".
"""

import re
from collections.abc import Iterable, Iterator

from annotate.layers.entities import gazetteer
from annotate.layers.entities.proposals import Proposal

Named = tuple[str, Proposal]
"""A name with the text that it stands in."""

_BEFORE = re.compile(
    r"\b(?:(?:analyst|broker|economist|strategist|trader)s? (?:at|with)|"
    r"(?:chief executive|chief executive officer|CEO|shareholders|subsidiary|takeover|"
    r"chief financial officer|acquisition) of|(?:shareholders?|investors?|shares?|stakes?) in|"
    r"(?:built|distributed|manufactured|operated|printed|published) by|"
    r"sold (?:the \w+|it|them) to) $"
)
_SPOKEN_FOR = re.compile(r"\bspokes(?:man|woman|person|people) for $")
_SAID = re.compile(r" said(?:\.| in a statement\b| it (?:had|was|would)\b)")
_BEHIND = re.compile(
    r"(?:[’']s?)? (?:shares|shareholders|stock|share price|subsidiary|chief executive|CEO)\b"
)


def told(named: Iterable[Named]) -> Iterator[Proposal]:
    """The names that some words of the text tell to be a company's, and that nobody in it bears."""
    named = list(named)
    borne = {
        word
        for _, each in named
        if each.label == "PERSON" and " " in each.canonical
        for word in each.canonical.split()
    }
    for text, each in named:
        name = text[each.start : each.end]
        guessed = each.by.startswith("model:") and each.label in ("PERSON", "GPE")
        known = name in borne or not name.isalpha() or gazetteer.entry(name)
        if guessed and not known and _is_told(text, each):
            yield each


def _is_told(text: str, name: Proposal) -> bool:
    before = text[max(0, name.start - 40) : name.start]
    if name.label == "GPE" and _SPOKEN_FOR.search(before):
        return True
    if name.label == "GPE" and before.endswith(", ") and _SAID.match(text, name.end):
        return True
    return bool(_BEFORE.search(before) or _BEHIND.match(text, name.end))
