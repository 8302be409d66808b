"""The codebook's topics as text is searched for them.

A topic may say by pattern what points to it. One that holds nothing but its statement is found by
the words of that and of its note (`clues.py`); a statement that judges somebody's conduct ("Y's
policy is right") is also touched by Y (`actors.py`).
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from annotate import lexicons
from annotate.codebook import Codebook, Topic, once
from annotate.grammar import wording
from annotate.layers.stances import actors, clues, polarity, statements
from annotate.layers.stances.clues import Clue
from annotate.layers.stances.stems import WORD, plain, spelled, stem
from annotate.patterns import Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A topic as text is searched for it.

    kind: "conduct" if it judges what somebody does, "deed" if it says what should be done, "value"
    if it finds something good or bad, else "fact". actor: whose conduct it is, by one name; who:
    its words, where it is no name of the codebook; crowd: what those are called, where they
    are many of a kind. side: -1 if the statement is a denial.
    judged: see `statements`; change: the stems of the verb that says what shall become of its
    subject; pressing: that stem where it is what is done to make its subject change; core: those
    and the topic's key, its own words though they are contested.
    spelled: its words without endings, as the codebook has them; named: the stems of the
    codebook's names in its statement. terms: contested words, which by themselves only name people.
    whole: what its words weigh together, those of a name once. telling: of its words those that not
    any text may use, whatever it is about; all if there are no such.
    """

    topic: Topic
    kind: str
    actor: str | None = None
    who: frozenset[str] = frozenset()
    crowd: Pattern | None = None
    side: int = 1
    judged: int = 1
    change: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    clues: Mapping[str, Clue] = field(default_factory=dict)
    whole: float = 0.0
    telling: frozenset[str] = frozenset()
    spelled: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    pressing: str = ""
    patterns: tuple[Pattern, ...] = ()
    phrases: tuple[Pattern, ...] = ()
    terms: re.Pattern[str] | None = None


_DENIED = re.compile(r"\b(?:should|must|is|are|do|does|may|can)(?: not|n't|not)\b")


@once
def matters(codebook: Codebook) -> list[Matter]:
    """The codebook's topics, ready to be searched for."""
    words = {key: clues.words(topic) for key, topic in codebook.topics.items()}
    shared = Counter(chain.from_iterable(words.values()))
    terms = wording.pattern(codebook.terms)
    names, peoples = actors.names(codebook), actors.peoples(codebook)
    alone = [_matter(topic, codebook, names) for topic in codebook.topics.values()]
    return [
        _pointed_to(
            matter,
            clues.of(
                matter.topic,
                words[matter.topic.key],
                shared,
                names,
                peoples,
                is_conduct=matter.kind == "conduct",
            ),
            terms,
        )
        for matter in alone
    ]


def _pointed_to(matter: Matter, found: Mapping[str, Clue], terms: re.Pattern[str] | None) -> Matter:
    """A topic with the words that point to it."""
    telling = _telling(matter, found)
    return replace(matter, clues=found, whole=clues.whole(found), telling=telling, terms=terms)


def _matter(topic: Topic, codebook: Codebook, names: frozenset[str]) -> Matter:
    """A topic by itself, without what it shares with others."""
    read = statements.read(topic.statement)
    too = re.search(
        rf"\b{re.escape(read.verb)} (?:and|or) (?P<verb>[a-z]+(?:ed|en))\b", topic.statement
    )
    done = (*read.verb.split(), *([too["verb"]] if read.verb and too else []))
    change = frozenset(map(stem, done))
    capitals = (word for word in WORD.findall(topic.statement) if word[:1].isupper())
    return Matter(
        topic=topic,
        kind=_kind(topic.statement, read),
        actor=actors.actor(topic.statement, codebook),
        who=actors.who(read.actor) - names,
        crowd=actors.crowd(read.actor),
        side=-1 if _DENIED.search(topic.statement) else 1,
        judged=read.judged,
        change=change,
        pressing=stem(read.verb) if polarity.of("harsh", read.verb) else "",
        core=change.union(clues.stems(topic.key) if len(clues.key_words(topic)) == 1 else ()),
        spelled=_spelled(topic),
        named=frozenset(map(stem, capitals)) & names,
        phrases=_key_phrase(topic),
        patterns=tuple(Pattern(each, re.IGNORECASE) for each in topic.patterns),
    )


def _telling(matter: Matter, found: Mapping[str, Clue]) -> frozenset[str]:
    """The stems of a topic's words that tell what a text is about: what it speaks of if none does,
    all if that tells nothing either.
    """
    own = matter.who | found.keys()
    head = stem(statements.read(matter.topic.statement).head)
    return frozenset(own - plain()) or frozenset({head} - {"", *plain()}) or frozenset(own)


def _spelled(topic: Topic) -> frozenset[str]:
    words = " ".join((topic.statement, topic.note or "", *clues.key_words(topic)))
    return frozenset(spelled(word) for word in WORD.findall(words))


def _key_phrase(topic: Topic) -> tuple[Pattern, ...]:
    """The key as a phrase, if it is one of several words: "benign neglect"."""
    words = clues.key_words(topic)
    if len(words) < 2:
        return ()
    return (Pattern(r"\b" + r"[\s-]+".join(map(re.escape, words)) + r"\b", re.IGNORECASE),)


def _kind(statement: str, read: statements.Reading) -> str:
    if clues.OUGHT.search(statement):
        return "deed"
    judged = lexicons.classes("attitude_words", "evaluative")
    conduct = re.search(r"\b(?:as it stands|does(?:,| is\b)|mandate)", statement) or read.actor
    named = re.match(r"(?:The )?[A-Z]\w+(?: [A-Z]\w+)*['’]s? ", statement)
    evaluated = named and judged & set(WORD.findall(statement.lower()))
    if conduct or evaluated:
        return "conduct"
    return "value" if read.valued else "fact"
