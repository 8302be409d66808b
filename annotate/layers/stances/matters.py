"""The codebook's topics as text is searched for them.

A topic may say by pattern what points to it. One that holds nothing but its statement is found by
the statement's and note's words, each worth the less, the more topics share it. A note's "X
opposes" turns its words round. A statement that judges somebody's conduct ("Y's policy is right")
is also touched by Y.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from annotate import lexicons
from annotate.codebook import Codebook, Topic, once
from annotate.grammar import demonyms, wording
from annotate.grammar.cues import of_class
from annotate.layers.stances import named, polarity, statements
from annotate.layers.stances.stems import WORD, plain, spelled, stem
from annotate.patterns import Pattern


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A topic as text is searched for it.

    kind: "conduct" if it judges what somebody does, "deed" if it says what should be done, "value"
    if it finds something good or bad, else "fact". actor: whose conduct it is, by one name; who:
    that actor's words, where it is no name of the codebook. side: -1 if the statement is a denial.
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
_OUGHT = re.compile(
    r"\b(?:should|must|ought|needs? to|has to|have to|"
    r"needs? (?:better|fewer|higher|less|lower|more|new|stronger))\b"
)
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


@once
def matters(codebook: Codebook) -> list[Matter]:
    """The codebook's topics, ready to be searched for."""
    words = {key: _worded(topic) for key, topic in codebook.topics.items()}
    shared = Counter(each for found in words.values() for each in found)
    terms = wording.pattern(codebook.terms)
    names, peoples = _names(codebook), _peoples(codebook)
    alone = [_matter(topic, codebook, names) for topic in codebook.topics.values()]
    return [
        replace(
            matter,
            clues=(clues := _clues(matter, words[matter.topic.key], shared, names, peoples)),
            whole=_whole(clues),
            telling=_telling(matter, clues),
            terms=terms,
        )
        for matter in alone
    ]


def _matter(topic: Topic, codebook: Codebook, names: frozenset[str]) -> Matter:
    """A topic by itself, without what it shares with others."""
    read = statements.read(topic.statement)
    change = frozenset(stem(word) for word in read.verb.split())
    capitals = (word for word in WORD.findall(topic.statement) if word[:1].isupper())
    return Matter(
        topic=topic,
        kind=_kind(topic.statement, read),
        actor=_actor(topic.statement, codebook),
        who=_who(read.actor) - names,
        side=-1 if _DENIED.search(topic.statement) else 1,
        judged=read.judged,
        change=change,
        pressing=stem(read.verb) if polarity.of("harsh", read.verb) else "",
        core=change.union(_stems(topic.key) if len(_key_words(topic)) == 1 else ()),
        spelled=_spelled(topic),
        named=frozenset(map(stem, capitals)) & names,
        phrases=_key_phrase(topic),
        patterns=tuple(Pattern(each, re.IGNORECASE) for each in topic.patterns),
    )


def _clues(
    matter: Matter,
    words: Mapping[str, int],
    shared: Mapping[str, int],
    names: frozenset[str],
    peoples: frozenset[str],
) -> dict[str, Clue]:
    """A topic's words by stem; shared: how many topics have each. The codebook's names are none."""
    topic = matter.topic
    # Whose conduct is judged is spoken of by name alone.
    things = {} if matter.kind == "conduct" else named.things(topic.statement)
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


def _whole(clues: Mapping[str, Clue]) -> float:
    """What a topic's words weigh together, those of a name once."""
    weights = {clue.name or word: clue.weight for word, clue in clues.items()}
    return sum(weights.values())


def _telling(matter: Matter, clues: Mapping[str, Clue]) -> frozenset[str]:
    """The stems of a topic's words that tell what a text is about: what it speaks of if none does,
    all if that tells nothing either.
    """
    own = matter.who | clues.keys()
    head = stem(statements.read(matter.topic.statement).head)
    return frozenset(own - plain()) or frozenset({head} - {"", *plain()}) or frozenset(own)


def _weight(word: str, topic: Topic, sharing: int, *, faint: bool) -> float:
    """What a topic's word is worth that so many topics have."""
    if sharing > 1 and _keyed(topic, word):
        return _KEYED
    return (_AIM if faint else 1.0) / float(sharing**_SHARED)


def _keyed(topic: Topic, word: str) -> bool:
    """Whether a topic's key is this one word: "The curfew was a mistake" is about `curfew`,
    whatever other topics say of the curfew.
    """
    return len(_key_words(topic)) == 1 and _stems(topic.key) == [word]


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
    return aim if len(_stems(main)) > 1 and _OUGHT.search(main) else ""


_CALLING = re.compile(r"[Cc]alling (?:them|it|him|her) ([^,;.]*?) opposes?")


def _faint(topic: Topic) -> set[str]:
    """Stems that point only faintly: of purpose, or of a name's adjectives."""
    called = [_stems(match) for match in _CALLING.findall(topic.note or "")]
    faint = set(_stems(_aim(topic.statement))) | {each for name in called for each in name[:-1]}
    return faint | set(map(stem, named.words(topic.statement)))


def _spelled(topic: Topic) -> frozenset[str]:
    words = " ".join((topic.statement, topic.note or "", *_key_words(topic)))
    return frozenset(spelled(word) for word in WORD.findall(words))


def _key_words(topic: Topic) -> list[str]:
    return [word for word in re.split(r"[_\W]+", topic.key) if word]


def _key_phrase(topic: Topic) -> tuple[Pattern, ...]:
    """The key as a phrase, if it is one of several words: "benign neglect"."""
    words = _key_words(topic)
    if len(words) < 2:
        return ()
    return (Pattern(r"\b" + r"[\s-]+".join(map(re.escape, words)) + r"\b", re.IGNORECASE),)


def _kind(statement: str, read: statements.Reading) -> str:
    if _OUGHT.search(statement):
        return "deed"
    judged = lexicons.classes("attitude_words", "evaluative")
    conduct = re.search(r"\b(?:as it stands|does(?:,| is\b)|mandate)", statement) or read.actor
    named = re.match(r"(?:The )?[A-Z]\w+(?: [A-Z]\w+)*['’]s? ", statement)
    evaluated = named and judged & set(WORD.findall(statement.lower()))
    if conduct or evaluated:
        return "conduct"
    return "value" if read.valued else "fact"


def _who(actor: str) -> frozenset[str]:
    """The stems that name an actor: of "the city council" the last, of "Mayor Holm" both.

    Of "Judge Emil Tarrow" office and surname.
    """
    words = WORD.findall(re.split(r" (?:of|for|in|at) ", actor)[0])
    named = len(words) <= _BRIEF and all(word[:1].isupper() for word in words)
    if len(words) > _BRIEF and words[0].lower() in lexicons.listed("roles"):
        words, named = [words[0], words[-1]], True
    return frozenset(stem(word) for word in (words if named else words[-1:]))


_BRIEF = 2
"""Words of a name of which each is a name by itself."""


def _names(codebook: Codebook) -> frozenset[str]:
    """The stems of the codebook's names: too common to point to one topic."""
    spelled = (
        word
        for name in codebook.names.values()
        for alias in (name.canonical, *name.aliases, name.demonym or "")
        for word in WORD.findall(alias)
    )
    return frozenset(stem(word) for word in spelled if word[:1].isupper())


def _peoples(codebook: Codebook) -> frozenset[str]:
    """The stems of what the peoples of the codebook's countries are called: "Korean"."""
    named = {name.canonical for name in codebook.names.values()}
    called = (each for each, land in demonyms.countries(codebook).items() if land in named)
    return frozenset(stem(word) for each in called for word in WORD.findall(each)[-1:])


def _worded(topic: Topic) -> dict[str, int]:
    """The stems of a topic's words, its key's too, each with its side; the statement's win."""
    found = {
        each: side
        for side, clause in _clauses(topic.note or "")
        for each in _stems(_matters(clause))
    }
    key = _stems(topic.key) if len(_key_words(topic)) == 1 else []
    found |= dict.fromkeys(map(stem, named.words(topic.statement)), 1)
    found |= dict.fromkeys(_suffering(topic.statement), 1)
    return found | dict.fromkeys([*_stems(WHO.sub("", topic.statement)), *key], 1)


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
    bare = suffers and not _stems(suffers["which"])
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
    return {each for clause in clauses for each in _stems(clause)} - set(_stems(topic.statement))


def _stems(words: str) -> list[str]:
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


def _actor(statement: str, codebook: Codebook) -> str | None:
    """Whose conduct a statement speaks of: the name it opens with."""
    opening = statement.removeprefix("The ").strip()
    spelled = {
        alias: name.stands_for or name.canonical
        for name in codebook.names.values()
        for alias in (name.canonical, *name.aliases, *([name.demonym] if name.demonym else []))
    }
    for alias in sorted(spelled, key=len, reverse=True):
        if opening.startswith((alias + "'", alias + "’", alias + " ")):
            return spelled[alias]
    named = re.match(r"([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*)(['’]s?\b)?", opening)
    if named is None:
        return None
    sure = bool(named.group(2)) or " " in named.group(1) or named.group(1).isupper()
    return named.group(1) if sure else None
