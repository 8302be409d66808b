"""X supports, X rejects, X refuses to …: attitudes that a verb reports without a quotation."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotate import courtesy
from annotate.grammar import casts, phrases
from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.stances import agreements, polarity, relatives
from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.doers import subject
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import Scene, stretched
from annotate.model import Stretch
from annotate.patterns import Pattern


def wanting(scene: Scene) -> Iterator[Evidence]:
    """X supports, X rejects, X prefers …: the subject's attitude to what follows."""
    last: Holder | None = None
    for at in range(scene.first, scene.last - 1):
        word = scene.reading.words[at]
        sign = polarity.wanted(word)
        if not sign or at in scene.reading.names or scene.reading.words[at + 1] == "by":
            continue
        goes_on = last is not None and scene.reading.words[at - 1] in _JOINS
        if not goes_on and (not _is_verb(scene.reading, at) or _told_of(scene.reading, at)):
            continue
        if _is_asked(scene, at) or scene.reading.words[at - 1 : at] == ("-",):
            continue
        start, end = scene.reading.place(at, at + 1)
        holder, turned = subject(scene, at)
        holder = holder or (last if goes_on else None)
        undoing = turned < 0 and word[:4] == "want" and scene.reading.words[at + 1] == "to"
        if holder is None or not plausible(scene, holder) or undoing:
            continue
        last = holder
        turn = _object_end(scene, at)
        region, wanted = relatives.object_of(scene, start, scene.reading.place(at + 1, turn))
        if sign < 0 and (agreements.figures(wanted) or agreements.answered(wanted)):
            continue  # an answer to who gave them
        if word.startswith("prefer") and (than := _less_liked(scene, at, turn)):
            yield _what_for(scene, at, than, holder, -sign * turned, rule="prefers")
            region = scene.reading.place(at + 1, than)
        if turn + 1 < scene.last and scene.reading.words[turn] == "for":
            yield _what_for(scene, at, turn + 1, holder, sign * turned)
        found = attitude(
            scene, holder, region, sign * turned, cue=(start, end), rule="attitude-verb",
            finds=finds(word), named=_praised(scene, at),
        )  # fmt: skip
        claimed = agreements.argued(wanted) if sign < 0 else None
        if claimed is not None:  # what is turned down is what the clause says
            found = replace(found, rule="denied", words=wanted[claimed.end() :])
        done = word[:4] in {"want", "wish"} and _DONE.search(wanted) is not None
        yield replace(found, charge=word.startswith("accus"), urged=done and sign * turned > 0)


_DONE = re.compile(
    r"\A\W*(?!to\b)[^,;:.]{2,60} (?:to be )?(?:\w+ed|born|brought|built|cut|done|given|held|kept|"
    r"made|paid|put|set|shut|sold|spent|stripped|taken|taught|told|torn|thrown|withdrawn)"
    r"(?: (?:away|back|down|off|out|up))?\W*\Z",
    re.IGNORECASE,
)
"""What is wanted done: "(wants) | the lease torn up"."""


def _what_for(
    scene: Scene, at: int, first: int, holder: Holder, sign: int, rule: str = "attitude-for"
) -> Evidence:
    """What somebody is praised or blamed for: "criticised the government for | closing them"."""
    cue = scene.reading.place(at, at + 1)
    region = scene.reading.place(first, scene.last)
    finds = rule == "attitude-for"
    return attitude(scene, holder, region, sign, cue=cue, rule=rule, finds=finds)


def _less_liked(scene: Scene, at: int, last: int) -> int | None:
    """Where what somebody prefers another thing to begins: "prefers wells to | the dam"."""
    words = scene.reading.words
    found = (n for n in range(at + 2, last - 1) if words[n] in {"over", "to"})
    return next((n + 1 for n in found if words[n] == "over" or _is_thing(scene, n + 1)), None)


def _is_thing(scene: Scene, at: int) -> bool:
    """Whether a noun phrase begins at a token, and no infinitive: "to | the dam", "to | dams"."""
    word = scene.reading.words[at]
    thing = word in of_class("determiner") or word.endswith(("s", "ing"))
    return thing or at in scene.reading.names


def _told_of(reading: Reading, at: int) -> bool:
    """Whether what a verb is about stands before it: "a senator whom I | respect"."""
    return reading.words[max(0, at - 2)] == "whom"


def _is_asked(scene: Scene, at: int) -> bool:
    """Whether a clause only asks or supposes what a verb says: "asked whether they | back it"."""
    words = scene.reading.words
    opens = (n for n in range(at - 1, scene.first - 1, -1) if words[n] in {",", ";"})
    return not {"if", "whether"}.isdisjoint(words[next(opens, scene.first) : at])


_JOINS = frozenset({"and", "but", "yet"})
"""Words between two verbs of one subject: "opposes the strike but wants …"."""
_FINDING = re.compile(
    r"(?:accus|applaud|attack|berat|blam|blast|commend|condemn|critici|decr[iy]|denounc|deplor|"
    r"hail|lament|laud|mock|prais|ridicul|salut|slam|thank)"
)
"""Verbs of who finds something good or bad; the others want it or do not."""


def finds(verb: str) -> bool:
    """Whether a verb says how something is found, not whether it is wanted."""
    return _FINDING.match(verb) is not None


def _object_end(scene: Scene, at: int) -> int:
    """Where whom somebody praises or blames ends and what for begins."""
    words = scene.reading.words
    turns = (n for n in range(at + 2, scene.last) if _turns(words, n) or _does_too(scene, at, n))
    turn = next(turns, scene.last)
    if not re.match(r"critici[sz]|condemn|attack|denounc|prais|thank|applaud", words[at]):
        return turn
    return next((n for n in range(at + 2, scene.last) if words[n] in {"for", "as"}), scene.last)


def _turns(words: tuple[str, ...], at: int) -> bool:
    """Whether a sentence goes on to something else: "…, but", "… and wants"."""
    joined = words[at] in _JOINS and at + 1 < len(words) and polarity.wanted(words[at + 1]) != 0
    return joined or words[at] in _TURNS


def _does_too(scene: Scene, at: int, joins: int) -> bool:
    """Whether its subject does another thing behind a word: "backed the union | and called"."""
    if scene.reading.words[joins] != "and":
        return False
    verb = scene.reading.passage.parsed[at]
    more = scene.reading.passage.parsed[joins + 1 : min(joins + 3, scene.last)]
    return any(e.dep_ == "conj" and e.head == verb and e.tag_ == verb.tag_ for e in more)


def _praised(scene: Scene, at: int) -> str | None:
    """Whom a verb's object names as what it is about; who thanks somebody is only polite."""
    word = scene.reading.words[at]
    return None if word.startswith("thank") else _named(scene, at + 1, found=finds(word))


def _named(scene: Scene, at: int, *, found: bool) -> str | None:
    """Whom a verb's object names, if it opens with a person's or a body's name.

    found: the verb says how somebody is found, which may be a country too: "condemned Ostrea"; who
    "wants Ostrea named" speaks of something else.
    """
    words = scene.reading.words
    while at < scene.last and (words[at] == "the" or courtesy.is_title(words[at])):
        at += 1
    name = scene.reading.names.get(at)
    if name is None or name.label not in ({"PERSON", "ORG", "GPE"} if found else {"PERSON", "ORG"}):
        return None
    return None if casts.is_owner(scene.reading, at) else name.holder


_TURNS = frozenset({"but", "although", "though", "while", "whereas", "because", ";"})
"""Words from which on a sentence speaks of something else."""

_UNWILLING = Pattern(
    r"\b(?:(?:do|does|did) ?n[o’']t want|would rather not|"
    r"refus(?:es?|ed) to(?! (?:answer|be drawn|comment|discuss|elaborate|say|speak|take|talk)\b)|"
    r"(?:is|are|was|were) (?:not|un)\s?(?:willing|prepared|ready) to|"
    r"(?:is|are|was|were) (?:\w+ly )?(?P<fears>afraid|worried|wary|concerned) (?:of|that|about))\b",
    re.IGNORECASE,
)


def unwilling(scene: Scene) -> Iterator[Evidence]:
    """X does not want to …, X refuses to …: whose conduct is argued about keeps to it."""
    match = _UNWILLING.search(scene.words)
    if match is None or scene.words.rstrip('”" ').endswith("?"):
        return
    start, end = stretched(scene, match)
    tokens = scene.reading.passage.tokens(start, end)
    if tokens is None:
        return
    holder, _ = subject(scene, tokens.start)
    if holder is None or isinstance(holder, str):
        return
    yield Evidence(
        holder=holder,
        mode="indirect",
        act="fears" if match["fears"] else "asserts",
        sentence=scene.place,
        region=scene.place,
        words=scene.words[match.end() :],
        rule="unwilling",
        base=0.75,
        names=frozenset({holder.canonical}),
        keeps=True,
        sign=-1,
        charge=match.group().endswith("that"),
        cue=Stretch(start=start, end=end),
    )


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a form that may be a noun ("support", "protests", "attack") is a verb here."""
    word, before = reading.words[at], reading.words[at - 1] if at else ""
    if word.endswith(("ed", "ing")):
        return True
    if polarity.of("verbal", word) and before not in of_class("determiner"):
        return True
    subject = at - 1 in reading.names or before in of_class(
        "pronoun", "relative", "vague", "adverb"
    )
    subject = subject or phrases.is_manner(before)
    plural = not word.endswith("s") and before.endswith("s") and before not in {"'s", "this", "as"}
    plural = plural or before == "alike"
    auxiliary = before in of_class("do", "modal") | {"n't", "not"}
    behind = reading.words[at + 1 : at + 2]
    object_follows = bool(behind) and (
        behind[0] in of_class("determiner", "object", "pronoun") or at + 1 in reading.names
    )
    wants = word in _WANTS and behind == ("to",)
    return subject or plural or auxiliary or wants or (word.endswith("s") and object_follows)


_WANTS = frozenset({"prefers", "wants", "wishes"})
"""Verbs before what somebody wants to do: "the ministry | wants to keep …"."""
