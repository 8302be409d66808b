"""The words that point to a topic: those of its statement, of its note and of its key.

Each is worth the less, the more topics share it. A note's "X opposes" turns its words round.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotate import lexicons
from annotate.codebook import Topic
from annotate.grammar.cues import of_class
from annotate.layers.stances import named, polarity, statements
from annotate.layers.stances.stems import WORD, stem

_IDLE = of_class(
    "adverb",
    "be",
    "conjunction",
    "determiner",
    "do",
    "have",
    "modal",
    "object",
    "preposition",
    "pronoun",
    "relative",
    "subordinator",
    "vague",
) | frozenset({"more", "matter", "itself", "included", "such", "rest", "part", "others", "people"})
OUGHT = re.compile(
    r"(?<!than it )(?<!than they )\b(?:should|must|ought|needs? to|has to|have to|"
    r"needs? (?:better|fewer|higher|less|lower|more|new|stronger))\b"
)
"""What says that something should be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A word that points to a topic: its weight, and 1, or -1 if liking it opposes.

    told: the topic's note says which. floor: what it keeps of its weight where the whole document
    is about it. name: the name of the statement to which it belongs, "" if it is none: the words of
    one name tell no more than one of them. people: whether it is what a country's people is called,
    which says that a text is on the subject, and of no topic but one on somebody's conduct that it
    is meant: "North Koreans" is in them all.
    """

    weight: float
    side: int = 1
    told: bool = False
    floor: float = 0.0
    name: str = ""
    people: bool = False


def of(
    topic: Topic,
    words: Mapping[str, int],
    shared: Mapping[str, int],
    names: frozenset[str],
    peoples: frozenset[str],
    *,
    is_conduct: bool,
) -> dict[str, Clue]:
    """A topic's words by stem, each as a clue; the codebook's names are none.

    shared: how many topics have each. is_conduct: whether the topic judges what somebody does.
    """
    # Whose conduct is judged is spoken of by name alone.
    things = {} if is_conduct else named.things(topic.statement)
    faint, verdicts = _faint(topic) | things.keys(), _told(topic)
    return {
        word: Clue(
            weight=0.0
            if word in peoples
            else _weight(word, topic, shared[word], faint=word in faint),
            side=side,
            told=word in verdicts,
            floor=_OWN if shared[word] == 1 or _keyed(topic, word) else _COMMON_OWN,
            name=things.get(word, ""),
            people=word in peoples,
        )
        for word, side in words.items()
        if word not in names
    }


def whole(clues: Mapping[str, Clue]) -> float:
    """What a topic's words weigh together, those of a name once."""
    weights = {clue.name or word: clue.weight for word, clue in clues.items()}
    return sum(weights.values())


def _weight(word: str, topic: Topic, sharing: int, *, faint: bool) -> float:
    """What a topic's word is worth that so many topics have."""
    if sharing > 1 and _keyed(topic, word):
        return _KEYED
    return (_AIM if faint else 1.0) / float(sharing**_SHARED)


def _keyed(topic: Topic, word: str) -> bool:
    """Whether a topic's key is this one word: "The curfew was a mistake" is about `curfew`,
    whatever other topics say of the curfew.
    """
    return len(key_words(topic)) == 1 and stems(topic.key) == [word]


_OWN, _COMMON_OWN = 0.6, 0.4
"""What a word keeps that one topic has, or several, however often the document says it."""
_SHARED = 0.7
"""How much less a word tells, the more topics have it."""
_KEYED = 0.8
"""What a topic's key is worth as a word, where other topics have the word too: in a text that is
all about it, just enough to touch. Measured on `tests.bench.stances`: 1 and 0.6 found fewer."""
_AIM = 0.5
"""What a word of a statement's purpose is worth: "should be pressed | to change its policy"."""


_AIM_OPENS = re.compile(r" (?:to|who|which|that|before|after|unless|until|if|when|because) ")


def _aim(statement: str) -> str:
    """The purpose or side clause in a statement, if more than it says what shall be done."""
    main, aim = _AIM_OPENS.split(statement + " to ", maxsplit=1)
    return aim if len(stems(main)) > 1 and OUGHT.search(main) else ""


_CALLING = re.compile(r"[Cc]alling (?:them|it|him|her) ([^,;.]*?) opposes?")


def _faint(topic: Topic) -> set[str]:
    """Stems that point only faintly: of purpose, or of a name's adjectives."""
    called = [stems(match) for match in _CALLING.findall(topic.note or "")]
    faint = set(stems(_aim(topic.statement))) | {each for name in called for each in name[:-1]}
    return faint | set(map(stem, named.words(topic.statement)))


def key_words(topic: Topic) -> list[str]:
    """The words of a topic's key."""
    return [word for word in re.split(r"[_\W]+", topic.key) if word]


def words(topic: Topic) -> dict[str, int]:
    """The stems of a topic's words, its key's too, each with its side; the statement's win."""
    found = {
        each: side
        for side, clause in _clauses(topic.note or "")
        for each in stems(_matters(clause))
    }
    key = stems(topic.key) if len(key_words(topic)) == 1 else []
    found |= dict.fromkeys(map(stem, named.words(topic.statement)), 1)
    found |= dict.fromkeys(_suffering(topic.statement), 1)
    return found | dict.fromkeys([*stems(WHO.sub("", topic.statement)), *key], 1)


def _matters(clause: str) -> str:
    """A note's clause without what judges by itself: of "calling the fee a mistake" the fee."""
    return WORD.sub(lambda word: "" if _verdict(word[0].lower()) else word[0], clause)


def _verdict(word: str) -> bool:
    return word in lexicons.classes("attitude_words", "verdict") or polarity.of("bad", word)


def _suffering(statement: str) -> list[str]:
    """The stem of a body that a statement wants something done to: "Schools should be closed"."""
    head = statements.read(statement).head.lower()
    behind = re.escape(head) + r"(?: (?:in|of|on) [^,;.]*?)?"
    suffers = head and re.search(rf"(?P<which>.*)\b{behind} {_DONE}\b", statement, re.IGNORECASE)
    bare = suffers and not stems(suffers["which"])
    return [stem(head)] if bare and polarity.of("actor", head) else []


_DONE = (
    r"(?:should|must|ought to|needs? to)(?: not)? "
    r"(?:be|close|get|go|lose|open|receive|remain|reopen|resign|shut|stay)"
)
"""What is said of a body that does not act, but is dealt with."""
WHO = re.compile(r"\b(?:who|passing|living|staying|crossing|fleeing|coming)\b[^,.;]*")
"""What tells which people are meant is not what is claimed or asked of them."""


def _told(topic: Topic) -> set[str]:
    """The stems of a note's clauses that say "supports" or "opposes", not in the statement."""
    note = topic.note or ""
    clauses = [c for c in re.split(r"[.;]\s*", note) if re.search(r"\b(?:support|oppose)s?\b", c)]
    return {each for clause in clauses for each in stems(clause)} - set(stems(topic.statement))


def stems(words: str) -> list[str]:
    """The stems of those of some words that point to something: no small ones, no judgements."""
    kept = []
    for word in WORD.findall(words):
        bare = word.lower().removeprefix("non-")
        if bare not in _IDLE and len(bare) > 2 and not _judging(bare) and not _proper(word, words):
            kept.append(stem(bare))
    return kept


def _judging(word: str) -> bool:
    return word in lexicons.classes("attitude_words", "evaluative", "urging", "actor", "idle")


def _proper(word: str, words: str) -> bool:
    """Whether a word is a name: a capital not at a sentence's start."""
    at = words.find(word)
    return word[:1].isupper() and at > 0 and words[at - 2 : at - 1] not in {".", ";"}


def _clauses(note: str) -> Iterable[tuple[int, str]]:
    """The clauses of a note, each with its side: "Calling for reform opposes" has -1."""
    for clause in re.split(r"[.;]\s*", note):
        if _ELSEWHERE.search(clause):
            continue
        against = bool(re.search(r"\bopposes?\b", clause))
        turned = bool(
            re.match(r"(?:criticis|criticiz|oppos|reject|fight|denying)\w*\b", clause, re.I)
        )
        side = -1 if against != turned else 1
        for item in clause.split(","):
            yield (-side if _ENDING.search(item) else side), item


_ELSEWHERE = re.compile(r"\btopics? of (?:its|their) own\b|\bnot (?:meant|included)\b", re.I)
"""A clause that says what another topic is for."""

_ENDING = re.compile(
    r"\b(?:the end of|ending|abolition of|against|lack of"
    r"|(?:calls?|calling|demands?|demanding|urging|wanting|wish(?:es|ing)?)\b[^,]*? to "
    r"(?:abandon|abolish|cancel|close|drop|end|lift|remove|repeal|revoke|scrap|shut|stop|withdraw))\b",
    re.IGNORECASE,
)
"""What shall not be, or not stay: "calls to end the trial oppose" is for the trial."""
