"""Whether a sentence wants a thing that it names: 1, or -1 where it has it stopped or denied.

What governs the thing ("stop the …", "not to …", "without …", "instead of …") and what is said of
it ("the … must end", "the … should not be built") each turn it. A topic's statement is read in the
same way: who wants a ban lifted is for "The ban should be lifted", and who wants it is against.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from annotate.grammar.cues import INSTEAD
from annotate.layers.stances import fates
from annotate.layers.stances.governors import governed
from annotate.layers.stances.polarity import negates, of
from annotate.layers.stances.predicates import BEHIND, predicated
from annotate.layers.stances.stems import WORD, stem

_STATED = 12
"""Words of a statement behind a topic's word in which its one predicate begins: "The line from Selm
to Brook Hill should"."""
_STATEMENTS = 1 << 12
"""Statements whose words' senses are remembered."""


def sense(
    words: str, place: int, *, judged: bool = False, claimed: bool = False, within: int = 0
) -> int:
    """-1 if the word at a place is stopped or denied, else 1.

    judged: judging words tell the side, so that a negation that turned one has been counted.
    claimed: it is claimed, so that words such as "myth" deny it. within: in how many words behind
    it what is said of it begins, if not in those of a sentence.
    """
    told = governed(words, place, judged=judged, claimed=claimed) * fates.taken_back(words, place)
    made_out = claimed and (fates.depicted(words, place) or fates.feared_for(words, place))
    said = predicated(words, place, judged=judged, claimed=claimed, within=within or BEHIND)
    out = min(fates.kept_out(words, place), 1 if judged else fates.annulled(words, place))
    out = min(out, 1 if claimed else fates.punished(words, place))
    told *= min(said, out) * fates.curbed(words, place) * fates.missing(words, place)
    if claimed and fates.unreal(words, place):
        return -1
    return -told if made_out else told


@lru_cache(maxsize=_STATEMENTS)
def stated(statement: str, *, claimed: bool = False) -> Mapping[str, int]:
    """The sense that each stem has in a statement, where it stands first."""
    found: dict[str, int] = {}
    than = COMPARED.search(statement)
    for word in WORD.finditer(statement):
        lesser = -1 if than and word.start() >= than.end() else 1
        said = sense(statement, word.start(), claimed=claimed, within=_STATED)
        found.setdefault(stem(word.group()), lesser * said)
    return found


COMPARED = re.compile(
    r"\b(?:better|worse|safer|(?:more|less) (?:good|harm|useful|important|effective|dangerous))"
    r"(?: [\w’'-]+){0,4}? than\b",
    re.IGNORECASE,
)
"""What finds one thing better or worse than what follows: who likes that differs."""


def wills(word: str) -> bool:
    """Whether a word says that something shall be or shall not: "never", "stop", "against"."""
    return negates(word) or word == "against" or of("stop", word) or of("go", word)


def passed_over(words: str, place: int) -> bool:
    """Whether something is done or wanted in place of the word: "obeys rather than | helps"."""
    return _IN_PLACE.search(words[:place]) is not None


def sham(words: str, place: int) -> bool:
    """Whether the word before one at a place calls it untrue: "fake | science"."""
    before = _LAST.search(words[:place])
    return before is not None and of("denial", before.group())


_LAST = re.compile(r"[\w’'-]+(?=\W{1,2}\Z)")
_IN_PLACE = re.compile(
    rf"\b(?:{'|'.join(INSTEAD)}|(?<!no )(?<!none )others?(?: [\w-]+){{0,2}} than)\b[^,;:.]*$",
    re.IGNORECASE,
)
