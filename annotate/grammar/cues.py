"""Words that report speech and thought, where they stand in a passage, and what they take.

The verbs and their frames are rows of lexicons/reporting_verbs.tsv. A form that may be a noun
("reports", "claims", "fears") is one after a determiner, a possessive or a preposition.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from annotate import lexicons
from annotate.grammar.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A reporting verb: its frames, the act it reports, whether its subject holds the content."""

    lemma: str
    frames: str
    act: str
    held: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A verb that reports, in tokens, with the chain of auxiliaries and adverbs before it.

    head: the first token of the chain. form: "base", "s", "past" or "ing".
    """

    first: int
    last: int
    head: int
    verb: Verb
    form: str
    passive: bool = False
    negated: bool = False
    modal: bool = False

    def takes(self, frames: str) -> bool:
        """Whether the verb has one of these frames."""
        return any(frame in self.verb.frames for frame in frames)


def of_class(*names: str) -> frozenset[str]:
    """The words of some closed classes, as in lexicons/function_words.tsv."""
    return lexicons.classes("function_words", *names)


INSTEAD = ("rather than", "instead of", "in place of")
"""What stands before that in place of which another thing is done or wanted."""


@cache
def verbs() -> Mapping[str, Verb]:
    """Every form of every reporting verb."""
    found: dict[str, Verb] = {}
    for lemma, forms, frames, act, held in lexicons.table("reporting_verbs"):
        verb = Verb(lemma=lemma, frames=frames, act=act, held=held)
        found.update(dict.fromkeys(forms.split(), verb))
    return found


@cache
def nouns() -> Mapping[str, tuple[str, str, str]]:
    """Every form of every reporting noun: its frames, its act, the reporter's distance."""
    rows = lexicons.table("nominal_cues")
    return {
        form: (row[1], row[2], row[4] if len(row) > 4 else "")
        for row in rows
        for form in row[0].split()
    }


THOUGHT = frozenset(
    {"believe", "expect", "think", "feel", "know", "realise", "see", "consider"}
    | {"deny", "dispute", "doubt"}
)
"""Verbs that keep a holder and a proposition when they are denied: "do not expect it to"."""


def saying(at: int) -> Cue:
    """A verb that says something here, though no lexicon knows it for one."""
    return Cue(first=at, last=at + 1, head=at, verb=_SAYING, form="past")


_SAYING = Verb(lemma="say", frames="d", act="asserts", held="+")


def find(reading: Reading, first: int, last: int) -> Iterator[Cue]:
    """The reporting verbs among some tokens, in order."""
    for at in range(first, last):
        verb = verbs().get(reading.words[at])
        if verb and (cue := _cue(reading, at, last, verb)):
            yield cue


def _cue(reading: Reading, at: int, last: int, verb: Verb) -> Cue | None:
    words = reading.words
    form = _form(words[at], verb)
    end = at + 1
    if verb.lemma == "point out":
        if words[at + 1 : at + 2] != ("out",):
            return None
        end = at + 2
    if at in reading.names and reading.title_case(at):
        return None
    head = _head(reading, at)
    chain = words[head:at]
    before = words[head - 1] if head else ""
    if _is_noun(reading, at, head, form):
        return None
    auxiliary = of_class("be")
    own = chain[chain.index("to") :] if "to" in chain else chain
    passive = form == "past" and any(word in auxiliary for word in own) and "'d" not in chain
    negated = any(word in _NOT for word in chain)
    if negated and verb.lemma not in THOUGHT:
        return None
    if before == "to" and verb.lemma not in THOUGHT:
        return None
    modal = any(word in of_class("modal") and word != "'d" for word in chain)
    if "only" in (*chain, *reading.words[at + 1 : at + 2]):
        modal = False  # "he would only say that": he said it
    return Cue(
        first=at,
        last=min(end, last),
        head=head,
        verb=verb,
        form=form,
        passive=passive,
        negated=negated,
        modal=modal,
    )


def _form(word: str, verb: Verb) -> str:
    if word.endswith("ing"):
        return "ing"
    if word == verb.lemma.split()[0]:
        return "base"
    return "s" if word.endswith("s") and not word.endswith("ss") else "past"


def _head(reading: Reading, at: int) -> int:
    """Where the chain begins that leads to a verb: "has never | said", "continues to | argue"."""
    words = reading.words
    chain = of_class("adverb", "be", "have", "do", "modal")
    while at > 0 and at - 1 not in reading.names:
        word = words[at - 1]
        if word == "may" and reading.title_case(at - 1):
            break
        if word in chain or (word.endswith("ly") and word not in of_class("noun-in-ly")):
            at -= 1
        elif word == "to" and at > 1 and words[at - 2] in of_class("raising"):
            at -= 2
        elif word == "to" and at > 3 and _said_to(words, at):
            at -= 3
        elif word == "to" and at > 2 and words[at - 2] in {"on", "whether"}:
            if words[at - 2] == "on" and words[at - 3] not in _GOING:
                break
            at -= 3
        else:
            break
    return at


def _said_to(words: tuple[str, ...], at: int) -> bool:
    """Whether "to" follows what only is told of somebody: "is alleged to | have said"."""
    be, told = words[at - 3], words[at - 2]
    return words[at] == "have" and be in of_class("be") and told in _TOLD


_TOLD = frozenset({"alleged", "believed", "claimed", "reported", "rumoured", "said", "thought"})

_NOT = frozenset({"barely", "hardly", "n't", "never", "not", "scarcely"})

CALLING = lexicons.classes("naming_verbs", "called")
"""Verbs by which something is called what follows it: "calls | it a sham"."""

_GOING = frozenset({"go", "goes", "going", "went"})


def _owned(reading: Reading, at: int) -> bool:
    """Whether a noun is somebody's or pointed at: "the teachers' | claim", "calls that | claim"."""
    pointed = at > 1 and reading.words[at - 1] == "that" and reading.words[at - 2] in CALLING
    return pointed or (at > 0 and reading.owning(at - 1))


def _is_noun(reading: Reading, at: int, head: int, form: str) -> bool:
    """Whether what looks like a verb is a noun or an adjective here."""
    words = reading.words
    before = words[at - 1] if at else ""
    if before in of_class("determiner") - {"that", "which", "all", "some", "both", "another"} - {
        "her"
    }:
        return True
    if form in {"base", "s"} and _owned(reading, at):
        return True
    if before == "'s" and form in {"base", "s", "ing"}:
        return words[at - 2] not in of_class("pronoun") if at > 1 else True
    if before == "in" and words[at] == "writing":
        return True
    if form in {"base", "s"} and words[at + 1 : at + 2] == ("of",):
        return True
    if words[at] == "thought" and at - 1 in reading.names and head == at:
        return reading.names[at - 1].label == "NORP"
    if before in {"more", "less", "much", "little", "member"}:
        return True
    if form in {"base", "s"} and head == at and before in verbs() and words[at] in nouns():
        return at - 1 not in reading.names  # "Kolde called | claims that … misleading"
    if form in {"base", "s"} and head == at:
        return before in of_class("preposition") - {"to"}
    return False
