"""Whose word a contested term is, and how it is used.

The rules are tried in the order of the table: a word that is spoken of belongs to nobody's
position; one that somebody gives or refuses is that party's; one in reported speech is the
speaker's; what is left is the writer's own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from annotate import lexicons
from annotate.grammar import holders, phrases, plain_subjects
from annotate.grammar.cues import Cue, Verb, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Marked, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A term in tokens of its passage, half open, and who speaks there.

    speaker: the source of the innermost quotation that holds it, else None. denied: whether that
    denies it of somebody. before: who spoke right before it, where it is set against their word.
    near: how the word before it was judged, where nothing but a bracket or an "or" is between.
    """

    first: int
    last: int
    writer: str
    speaker: str | None = None
    denied: bool = False
    before: str | None = None
    near: "Judgement | None" = None
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whose word a term is, how it is used, and the rule that says so."""

    holder: str
    use: str
    rule: str


Rule = Callable[[Reading, Place, Memory], "Judgement | None"]


def judge(reading: Reading, place: Place, memory: Memory) -> Judgement:
    """Whose word a term is here."""
    found = (rule(reading, place, memory) for rule in RULES)
    return next(each for each in found if each is not None)


def _class(name: str) -> frozenset[str]:
    return lexicons.classes("naming_verbs", name)


def _own_marks(reading: Reading, place: Place) -> Marked | None:
    """The marks that hold the term and little else."""
    for each in reading.begun(place.last - 5, place.first):
        if place.last < each.last + 1 and each.last - each.first <= 5:
            return each
    return None


def _left(reading: Reading, place: Place) -> int:
    """The token before the term, its marks, its article and its adjectives."""
    at = place.first - 1
    first, _ = reading.unit_at(place.first)
    while at >= first and (
        reading.words[at]
        in {"“", '"', "‘", "'", "(", "a", "an", "the", "so", "called", "-", "mere", "just"}
        or reading.words[at] in {"simply", "merely", "really", "actually"}
        or (at in reading.names and reading.names[at].label == "NORP")
    ):
        at -= 1
    return at


def _glossed(_reading: Reading, place: Place, _memory: Memory) -> Judgement | None:
    """The same word once more, in brackets or in another script: judged as the word before."""
    if place.near is None:
        return None
    return Judgement(holder=place.near.holder, use=place.near.use, rule="gloss")


def _spoken_of(reading: Reading, place: Place, _memory: Memory) -> Judgement | None:
    """The word “…”, literally “…”, “…”, a word that …"""
    at = _left(reading, place)
    words = reading.words
    marks = _own_marks(reading, place)
    if at >= 0 and words[at] in _class("gloss"):
        return _mentioned(place)
    if marks is None and not place.wide:
        return None
    listed = [words[n] for n in range(max(0, at - 4), at + 1)]
    if marks is not None and words[at : at + 1] and words[at] in {"and", "or"}:
        listed = [words[n] for n in range(max(0, at - 8), at + 1)]
    if _class("word") & set(listed[-3:] if marks is None else listed) and "," not in listed[-1:]:
        return _mentioned(place)
    end = marks.last if marks else place.last
    behind = words[end : end + 6]
    if behind[:1] == (")",):
        behind = words[end + 1 : end + 7]
    if behind[:1] == (",",) and _class("word") & set(behind[1:5]):
        return _mentioned(place)
    return None


def _mentioned(place: Place) -> Judgement:
    return Judgement(holder=place.writer, use="mentioned", rule="word-spoken-of")


def _named(reading: Reading, place: Place, memory: Memory) -> Judgement | None:
    """X calls them TERM, X treats them as TERM, treated by X as TERM, X sees no TERM in them."""
    at = _left(reading, place)
    first, _ = reading.unit_at(place.first)
    with_as = at >= first and reading.words[at] == "as"
    verb = _verb(reading, at, first, "as" if with_as else "called")
    if (verb is None and _own_marks(reading, place) is not None) or (place.wide and verb is None):
        verb = _verb(reading, at, first, "uses")
    if verb is None:
        return None
    holder, negated = _giver(reading, verb, at, memory)
    if holder is None or holder in of_class("pronoun"):
        return None
    if holder in _class("word"):
        return _mentioned(place)  # "“refugees” is the word that they prefer to “squatters”"
    if negated and reading.words[verb].startswith("refer"):
        return Judgement(holder=place.writer, use="mentioned", rule="not-referred-to-as")
    use = "rejected" if negated or reading.words[verb].startswith("avoid") else "attributed"
    return Judgement(holder=holder, use=use, rule="named")


def _verb(reading: Reading, at: int, first: int, kind: str) -> int | None:
    """The naming verb to the left, with an object or an agent at most between."""
    for here in range(at, max(first - 1, at - 9), -1):
        word = reading.words[here]
        if word in _class(kind) and here not in reading.names:
            named = kind != "called" or _object(reading, here, at) or _of_what(reading, here, at)
            return here if named else None
        if word in {",", ";", ":", "–", "—", ".", "“", "”", '"'} or word in of_class("relative"):
            return None
    return None


def _object(reading: Reading, verb: int, at: int) -> bool:
    """Whether the name has an object before it: "calls | them | squatters", not "calls for"."""
    between = reading.words[verb + 1 : at + 1]
    ends = of_class("preposition", "be") | {"to", "that"}
    return bool(between) and not set(between) & ends


def _of_what(reading: Reading, verb: int, at: int) -> bool:
    """Whether "what" is what is named: "what the state calls | squatters"."""
    first, _ = reading.unit_at(verb)
    return verb == at and "what" in reading.words[max(first, verb - _WHAT) : verb]


_WHAT = 6
"""Words from "what" to the verb that names it, at most."""


def _giver(reading: Reading, verb: int, at: int, memory: Memory) -> tuple[str | None, bool]:
    """Who gives the name, and whether it is refused."""
    first, _ = reading.unit_at(verb)
    words = reading.words
    if "by" in words[verb + 1 : at + 1]:
        agent = words.index("by", verb)
        who = phrases.after(reading, agent + 1, at)
        if who and words[who.first : who.first + 3] == ("most", "of", "the"):
            who = phrases.Phrase(first=who.first + 3, last=who.last)
        source = holders.mention(reading, who, memory) if who else None
        return (source.canonical if source else None), False
    head = verb
    chain = of_class("adverb", "be", "have", "do", "modal", "raising") | {"to"}
    chain |= _class("refusing")
    while head > first and words[head - 1] in chain:
        head -= 1
    negated = bool(({"not", "n't", "never"} | _class("refusing")) & set(words[head:verb]))
    if {"be", "been", "was", "were", "are", "is", "being"} & set(words[head:verb]):
        return None, False
    plain = Verb(lemma=words[verb], frames="", act="asserts", held="+")
    form = "ing" if words[verb].endswith("ing") else "past"
    cue = Cue(first=verb, last=verb + 1, head=head, verb=plain, form=form)
    find = plain_subjects.main_subject if form == "ing" else None
    who = find(reading, cue) if find else plain_subjects.before(reading, cue, first)
    source = holders.mention(reading, who, memory) if who else None
    return (source.canonical if source else None), negated


def _named_behind(reading: Reading, place: Place, memory: Memory) -> Judgement | None:
    """TERM, as X calls them."""
    words, at = reading.words, place.last
    _, last = reading.unit_at(place.first)
    while at < last and words[at] in {"”", '"', "’", ","}:
        at += 1
    if at >= last or words[at] != "as":
        return None
    verbs = (n for n in range(at + 2, min(at + _NEAR, last - 1)) if words[n] in _class("called"))
    verb = next((n for n in verbs if words[n + 1] in of_class("object")), None)
    who = phrases.after(reading, at + 1, verb) if verb is not None else None
    source = holders.mention(reading, who, memory) if who else None
    if source is None or source.canonical in of_class("pronoun"):
        return None
    return Judgement(holder=source.canonical, use="attributed", rule="named-behind")


_NEAR = 10
"""Words in which who gives a name and the verb stand behind it."""


def _refused(reading: Reading, place: Place, memory: Memory) -> Judgement | None:
    """Not TERM, no TERM, rather than TERM, cannot be a TERM."""
    at = _left(reading, place)
    words = reading.words
    while at >= 0 and words[at] in {"be", "been", "real", "genuine", "as", "per"}:
        at -= 1
    refusing = at >= 0 and (
        words[at] in {"not", "n't", "never", "neither", "nor", "不是", "hardly"}
        or words[at - 1 : at + 1] in {("rather", "than"), ("instead", "of")}
    )
    if not refusing and place.wide:
        char = reading.chars(place.first, place.first + 1)[0]
        refusing = reading.passage.copy[max(0, char - 2) : char] in {"不是", "並非", "并非"}
    if not (refusing or place.denied):
        return None
    holder = _last_giver(reading, place, at, memory) or place.speaker or place.before
    holder = holder or place.writer
    return Judgement(holder=holder, use="rejected", rule="refused")


def _last_giver(reading: Reading, place: Place, at: int, memory: Memory) -> str | None:
    """Who gave the name that this one is set against: "calls them drifters and not …"."""
    first, _ = reading.unit_at(place.first)
    for here in range(at, max(first - 1, at - 12), -1):
        word = reading.words[here]
        if word in _class("called") | _class("as") and here not in reading.names:
            end = next((n for n in range(here, at) if reading.words[n] == "as"), here + 3)
            return _giver(reading, here, end, memory)[0]
    return None


def _for_whom(reading: Reading, place: Place, memory: Memory) -> Judgement | None:
    """For X these are “TERM”."""
    if _own_marks(reading, place) is None:
        return _to_whom(reading, place, memory)
    first, _ = reading.unit_at(place.first)
    at = place.first - 2
    while at > first and reading.words[at] not in {",", ";"} and reading.words[at] != "for":
        at -= 1
    if reading.words[at] != "for" or at + 1 not in reading.names:
        return None
    return Judgement(holder=reading.names[at + 1].holder, use="attributed", rule="for-whom")


def _to_whom(reading: Reading, place: Place, memory: Memory) -> Judgement | None:
    """For X they are TERM; to X these were TERM: the words between are a pronoun and its verb."""
    words, at = reading.words, place.first - 1
    first, _ = reading.unit_at(place.first)
    at -= at > first and words[at] in {"a", "an", "just", "only", "simply", "still", "mere"}
    if at <= first or words[at] not in of_class("be") or words[at - 1] not in _OTHERS:
        return None
    at -= 2
    at -= at > first and words[at] == ","
    opens = next((n for n in range(at, max(first - 1, at - _NEAR), -1) if words[n] in _FOR), None)
    if opens is None or (opens > first and words[opens - 1] not in {";", ",", "and", "but", "“"}):
        return None
    who = phrases.after(reading, opens + 1, at + 1)
    if who is None or who.last != at + 1:
        return None
    source = holders.mention(reading, who, memory)
    if source is None or source.canonical in of_class("pronoun"):
        return None
    return Judgement(holder=source.canonical, use="attributed", rule="for-whom")


_FOR = frozenset({"for", "to"})
_OTHERS = frozenset({"they", "these", "those", "we", "he", "she", "it", "this"})


def _enforced(reading: Reading, place: Place, memory: Memory) -> Judgement | None:
    """The police arrested “TERM”, Ostrea ordered the removal of “TERM”: their word for whom."""
    if _own_marks(reading, place) is None:
        return None
    at = _left(reading, place)
    first, _ = reading.unit_at(place.first)
    verb = None
    for here in range(at, max(first - 1, at - _NEAR), -1):
        word = reading.words[here]
        if word in {",", ";", ":", "–", "—", ".", "“", "”", '"'} | of_class("relative"):
            break
        if word in _class("enforcing"):
            verb = here
    if verb is None:
        return None
    holder, negated = _giver(reading, verb, at, memory)
    if holder is None or negated or not _acts(reading, holder, memory):
        return None
    return Judgement(holder=holder, use="attributed", rule="enforced")


def _acts(reading: Reading, holder: str, memory: Memory) -> bool:
    """Whether a holder is a name, or a body that enforces: "the police"."""
    for entity in reading.names.values():
        if holder in (entity.holder, memory.countries.get(entity.canonical)):
            return True
    return holder.partition(" in ")[0].rpartition(" ")[2].lower() in _class("enforcers")


def _reported(_reading: Reading, place: Place, _memory: Memory) -> Judgement | None:
    """In somebody's reported speech."""
    if place.speaker is None:
        return None
    return Judgement(holder=place.speaker, use="attributed", rule="in-quotation")


def _quoted_word(reading: Reading, place: Place, _memory: Memory) -> Judgement | None:
    """“TERM” alone in marks, or in another script, with nobody said to use it."""
    alone = _own_marks(reading, place) is not None
    return _mentioned(place) if alone or place.wide else None


def _own(_reading: Reading, place: Place, _memory: Memory) -> Judgement:
    return Judgement(holder=place.writer, use="own", rule="own")


RULES: tuple[Rule, ...] = (
    _glossed,
    _refused,
    _named,
    _named_behind,
    _for_whom,
    _spoken_of,
    _reported,
    _enforced,
    _quoted_word,
    _own,
)
"""In this order: the first that knows wins."""
