"""From evidence to stances: towards which topic, for or against, and how sure.

`score` is the product of how far the form is trusted, how much of the topic the region touches, and
how clearly its words judge: an estimate between 0 and 1, for ranking what to review first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotate.layers.stances import clauses, polarity
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.themes import Themes
from annotate.layers.stances.topics import TOUCH, Matter, Touch, stem, touches
from annotate.model import Stance, Stretch

THRESHOLD = 0.4
"""Stances scored below are left out: a wrong stance in a person's mouth does harm. Of those kept,
two in three have the right sentence and topic on the gold articles and four in five on the corpus;
what lay between 0.3 and 0.4 was wrong. Measure on gold again before changing it."""


@dataclass(slots=True)
class Talk:
    """What the document spoke of so far.

    themes: of its sentences. spoken: by holder, where what was touched last ends, and the touch.
    feel: what a sentence says of some of its words, from -1 to 1, 0 where nobody knows. sides: on
    which side a holder was shown and in which sentence, by holder and topic.
    """

    themes: Themes
    feel: Callable[[Stretch], float]
    spoken: dict[str, tuple[int, Touch]] = field(default_factory=dict)
    sides: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)


def stances(
    found: Iterable[Evidence],
    matters: list[Matter],
    rare: Mapping[str, float],
    text: str,
    known: Themes,
    feel: Callable[[Stretch], float] = lambda _: 0.0,
) -> Iterator[Stance]:
    """The stances that evidence shows: one for each holder, topic and sentence, the surest."""
    best: dict[tuple[int, int, str, str], Stance] = {}
    talk = Talk(themes=known, feel=feel)
    for each in sorted(found, key=lambda e: e.sentence):
        for stance in _of(each, matters, rare, text, talk):
            key = (stance.start, stance.end, stance.target, name(stance.holder))
            held = best.get(key)
            if held is None or (held.score or 0) < (stance.score or 0):
                best[key] = stance
    yield from _without_echoes(best.values())


def _without_echoes(found: Iterable[Stance]) -> Iterator[Stance]:
    """The stances, but a party's support of its own conduct only where it shows nothing else."""
    kept = list(found)
    for each in kept:
        other = any(
            o is not each and o.start == each.start and name(o.holder) == name(each.holder)
            for o in kept
        )
        if not (other and each.by.endswith("-own")):
            yield each


def name(holder: Holder) -> str:
    """A holder's one name."""
    return holder if isinstance(holder, str) else holder.canonical


def _of(
    each: Evidence,
    matters: list[Matter],
    rare: Mapping[str, float],
    text: str,
    talk: Talk,
) -> Iterator[Stance]:
    if each.topic is not None:
        yield _stance(each, each.topic, each.sign, each.base, None, text)
        return
    names = each.names | {name(each.holder)}
    loosely = each.rule == "recommendation"
    touched = [
        touch
        for matter in matters
        if (
            touch := touches(
                matter,
                each.words,
                names,
                rare,
                context=each.context,
                loosely=loosely,
                by_name=_aimed(each, matter),
                near=each.near,
            )
        )
    ]
    if not touched and each.rule == "recommendation":
        touched = _addressed(each, matters)
    if each.named is not None and not any(t.places for t in touched):
        yield _stance(each, each.named, each.sign, each.base, None, text)
        return
    touched = _in_context(each, touched, matters, talk)
    chosen = _chosen(_without_rivals(touched, each), each)
    if chosen:
        talk.spoken[name(each.holder)] = each.sentence[1], chosen[0]
    for touch in chosen:
        key = name(each.holder), touch.matter.topic.key
        felt = _felt(each, touch, talk, text)
        side = _side(talk, key, each.sentence[0])
        sign, sure, cue = _sign(each, touch, side, felt)
        score = each.base * min(1.0, _EVEN + touch.weight / 2) * sure
        turned = not touch.places and side not in {0, sign}
        if sign and score >= THRESHOLD and not turned:
            talk.sides[key] = each.sentence[0], sign
            stance = _stance(each, touch.matter.topic.key, sign, score, cue, text)
            yield replace(stance, by=f"{stance.by}-own") if _own(each, touch) else stance


def _side(talk: Talk, key: tuple[str, str], start: int) -> int:
    """On which side a holder was shown before a sentence, 0 if on none."""
    at, side = talk.sides.get(key, (start, 0))
    return side if at < start else 0


def _felt(each: Evidence, touch: Touch, talk: Talk, text: str) -> int:
    """The side that the trained pipeline sees taken to the topic's words, 0 if it is not sure."""
    for place, _ in touch.places:
        word = re.compile(r"\w+").match(each.words, place)
        at = word and _placed(each, Stretch(start=place, end=word.end()), text)
        felt = talk.feel(at) if at else 0.0
        if abs(felt) >= _SURE:
            return 1 if felt > 0 else -1
    return 0


_SURE = 0.7
"""How likely an attitude must be that only the trained pipeline sees."""


def _aimed(each: Evidence, matter: Matter) -> bool:
    """Whether evidence is aimed at the actor itself: a protest at its door, a call on it."""
    if each.rule in {"deed", "unwilling", "silence", "attitude-verb"}:
        return True
    asked = (each.addressee or "").split("; ")
    brief = not each.own and each.rule.startswith("writer") and len(each.words.split()) <= _SHORT
    return matter.actor in asked or brief


_SHORT = 6
"""Words of a comment's sentence that can judge nothing but whom it names."""


def _in_context(
    each: Evidence, touched: list[Touch], matters: list[Matter], talk: Talk
) -> list[Touch]:
    """The topics touched, weighed by what is spoken of around them and what its holder spoke of.

    What the words themselves touch hardly or not at all, the context alone may tell.
    """
    remark = each.rule.startswith("writer") and not each.own
    around = {} if remark else dict(talk.themes.around(each.sentence[0]))
    if each.neutral or each.mixed:
        around = around or dict(talk.themes.last(each.sentence[0]))
    if _MEANT.search(each.words[:_OBJECT]):
        deeds = (m.topic.key for m in matters if m.kind == "deed")
        around |= {key: around.get(key, 0.0) + _HELD for key in deeds if key in around}
    end, last = talk.spoken.get(name(each.holder), (0, None))
    if last is not None and 0 <= each.sentence[0] - end <= _GAP:
        held = _REMARKED if remark else _HELD
        around[last.matter.topic.key] = around.get(last.matter.topic.key, 0.0) + held
    own = {t.matter.topic.key: t for t in touched}
    clear = any(t.weight >= (_REMARKED if remark else _LIGHT) for t in touched)
    found = []
    for matter in matters:
        key = matter.topic.key
        more = around.get(key, 0.0)
        touch = own.get(key)
        if touch is not None:
            found.append(
                replace(touch, rank=touch.weight + more, weight=touch.weight + _LENT * more)
            )
        elif more >= _LIGHT and not clear and _may_take_up(each):
            weight = min(_TAKEN_UP, more)
            found.append(Touch(matter=matter, weight=weight, places=(), actor=True, rank=more))
    return found


def _may_take_up(each: Evidence) -> bool:
    """Whether evidence may be about what only its context names."""
    if each.rule == "attitude-verb":
        return _MEANT.search(each.words[:_OBJECT]) is not None
    if each.rule != "writer-judges":
        return True
    brief = len(each.words.split()) <= _SHORT
    return brief or (_POINTS_BACK.match(each.words) is not None and each.base > _PLAIN)


_OBJECT = 60
"""Characters in which a verb's object stands."""
_MEANT = re.compile(
    r"^\W*(?:it|this|that|them)\b|"
    r"\b(?:the|this|that|these|those|such|any|an?)(?: \w+)? (?:act|action|ban|bill|decision|"
    r"deal|idea|judgment|law|measures?|moves?|order|plans?|practice|project|proposals?|rules?|ruling|"
    r"scheme|steps?|verdict)\b",
    re.IGNORECASE,
)
"""Objects that mean what was spoken of before: "welcomed the decision"."""
_POINTS_BACK = re.compile(
    r"\W*(?:and |but |so |yet )?(?:it|this|that|they|these|those|such)\b", re.IGNORECASE
)
"""Openings of a sentence that judges what the one before it spoke of: "It is nonsense."."""
_PLAIN = 0.7
"""Base up to which a writer's sentence does not clearly judge."""
_LIGHT = 0.4
"""Weight below which a sentence's own words tell less than what is spoken of around it."""
_GAP = 300
"""Characters between two sentences of one holder that may speak of the same thing."""
_HELD, _REMARKED = 0.4, 0.6
"""What it counts for a topic that its holder spoke of it just before; a comment keeps to one."""
_LENT = 0.3
"""What context adds to how surely a topic is touched."""
_TAKEN_UP = 0.6
"""What a topic weighs at most that only its context names."""


def _without_rivals(touched: list[Touch], each: Evidence) -> list[Touch]:
    """The topics, but none of two parties' conduct where nothing else says whose is meant."""
    bare = [t for t in touched if t.matter.kind == "conduct" and t.actor and not t.places]
    asked = set((each.addressee or "").split("; "))
    if len(bare) > 1:
        bare = [t for t in bare if t.matter.actor not in asked]
        return [t for t in touched if t not in bare]
    return touched


def _addressed(each: Evidence, matters: list[Matter]) -> list[Touch]:
    """The conduct of whom a recommendation is addressed to, where it touches no topic by words."""
    asked = set((each.addressee or "").split("; "))
    return [
        Touch(matter=matter, weight=TOUCH, places=(), actor=True)
        for matter in matters
        if matter.kind == "conduct" and matter.actor in asked
    ]


def _own(each: Evidence, touch: Touch) -> bool:
    matter = touch.matter
    words = {stem(word) for word in name(each.holder).split()}
    acting = name(each.holder) == matter.actor or bool(words & matter.who)
    return matter.kind == "conduct" and acting


_EVEN = 0.5
"""A topic touched by a weight of 1 (a word of its own) counts fully, by half, three quarters."""


def _chosen(touched: list[Touch], each: Evidence) -> list[Touch]:
    """The topics meant: the one touched most, and others with words of their own."""
    asked = set((each.addressee or "").split("; "))
    if each.rule == "recommendation" and any(t.matter.actor in asked for t in touched):
        touched = [t for t in touched if _concerns(t, asked, each.near)]
    ranked = sorted(touched, key=lambda t: (-max(t.rank, t.weight), t.matter.kind == "conduct"))
    if not ranked:
        return []
    first = ranked[0]
    both = each.urged or each.rule.startswith("deed-")
    more = [t for t in ranked[1:] if t.weight >= _SECOND and t.places and both]
    return [first, *more[:2]]


def _concerns(touch: Touch, asked: set[str], near: frozenset[str]) -> bool:
    """Whether a recommendation may concern a topic: others' conduct is not its addressee's."""
    matter = touch.matter
    if matter.kind != "conduct" or matter.actor is None or matter.actor in asked:
        return True
    return touch.told and matter.actor in near


_SECOND = 0.6
"""Weight from which what is urged concerns a second topic too."""


def _sign(each: Evidence, touch: Touch, side: int, felt: int) -> tuple[int, float, Stretch | None]:
    """The attitude to the topic's statement, how sure, and the word that shows it.

    side: on which the holder was shown earlier, 0 if on none. felt: what the sentence says of the
    topic's words, as the trained pipeline sees it, 0 where it does not.
    """
    if each.neutral or each.mixed:
        return 1, 0.9, None
    if each.keeps and touch.matter.kind != "conduct":
        return 0, 0.0, None
    if touch.matter.kind == "conduct" and not _worded(touch):
        return _conduct(each, touch, felt)
    if each.rule.startswith("writer") and touch.places and not each.sign:
        found = (_written(each, touch, place) for place in touch.places)
        return next((one for one in found if one[0]), (0, 0.0, None))
    turned = _turned(each, touch, touch.places[0] if touch.places else (0, 1))
    if each.urged:
        return turned if touch.places else _wanted(each.words), 1.0, None
    return _weighed(each, touch, side, felt, turned)


def _weighed(
    each: Evidence, touch: Touch, side: int, felt: int, turned: int
) -> tuple[int, float, Stretch | None]:
    """The attitude that a verb, the trained pipeline or judging words show, else the one before."""
    judged = turned * _state(each, touch)
    total, winning = polarity.balance(polarity.signs(each.words))
    cue = _cue(winning)
    if each.sign:
        found = each.finds or touch.matter.kind == "fact"
        return each.sign * (judged if found else turned), 0.9, cue
    if felt:
        return felt * judged, 0.85, cue
    if total:
        sure = _ONE_WORD if each.own and abs(total) == 1 else 0.8
        return (1 if total > 0 else -1) * judged, sure, cue
    if each.rule != "quoted":
        return 0, 0.0, None
    if side:
        return side, 0.75, None
    told = len(touch.places) > 1 and not touch.matter.topic.note
    return (turned * touch.matter.judged, 0.75, None) if told else (0, 0.0, None)


_ENDED = re.compile(
    r"\b(?:must|should|ought to|has to|have to) (?:go|end|stop|cease)\b", re.IGNORECASE
)
_FIRST = re.compile(
    r"(?:.*\bto |.*\b(?:must|should|ought to)(?: be)? |\W*)?(?P<verb>\w+)", re.IGNORECASE
)


def _wanted(words: str) -> int:
    """-1 if what is urged is to end what was spoken of: "asked parliament to repeal it"."""
    first = _FIRST.match(words)
    ends = first is not None and polarity.of("stop", first["verb"])
    return -1 if ends or _ENDED.search(words) else 1


def _state(each: Evidence, touch: Touch) -> int:
    """-1 where fault found with the subject supports the statement: "pay should be raised".

    Not where the change itself is judged: "a rise would be a mistake".
    """
    matter = touch.matter
    changed = matter.kind == "deed" and any(stem(w) in matter.change for w in each.words.split())
    return 1 if changed else matter.judged


def _turned(each: Evidence, touch: Touch, place: tuple[int, int]) -> int:
    """1 if liking what stands at a place supports the topic's statement, else -1."""
    return polarity.governed(each.words, place[0]) * place[1] * touch.matter.side


def _written(
    each: Evidence, touch: Touch, found: tuple[int, int]
) -> tuple[int, float, Stretch | None]:
    """The writer's own attitude: only what is urged or judged in the topic's own clause."""
    place, turned = found[0], _turned(each, touch, found)
    if each.urged and clauses.urged(each.words, place):
        return turned, 1.0, None
    if each.urged and each.own:
        return 0, 0.0, None
    near = [s for s in polarity.signs(each.words) if clauses.together(each.words, s.start, place)]
    total, winning = polarity.balance(near)
    if not total:
        return 0, 0.0, None
    sure = _ONE_WORD if each.own and abs(total) == 1 else 0.8
    return (1 if total > 0 else -1) * turned * _state(each, touch), sure, _cue(winning)


_SEVERAL = -3
"""Balance of judging words from which an author is taken to judge whom the sentence names."""

_ONE_WORD = 0.65
"""How far one judging word in the author's own voice can be trusted; authors report, too."""


def _worded(touch: Touch) -> bool:
    """Whether words with a side of their own are touched, not only the actor's name."""
    return touch.told


def _conduct(each: Evidence, touch: Touch, felt: int) -> tuple[int, float, Stretch | None]:
    """Towards a statement that someone's conduct is right: who calls for change opposes it."""
    if _own(each, touch):
        if each.keeps:
            return 1, 0.9, None
        return (1, 0.7, None) if touch.places else (0, 0.0, None)
    total, winning = polarity.balance(_bound(each, touch))
    if each.own and not touch.places and not each.urged:
        return (-touch.matter.side, 0.9, _cue(winning)) if total <= _SEVERAL else (0, 0.0, None)
    due = _DUE.search(each.words)
    if due is not None and (value := polarity.balance(polarity.signs(due["what"]))[0]):
        return (1 if value > 0 else -1) * touch.matter.side, 0.9, None
    if each.urged and _asks(each, touch):
        goes_on = _GOES_ON.match(each.words) or _lets(each, touch)
        kept = polarity.governed(each.words, touch.places[0][0]) if touch.places else 1
        return (kept if goes_on else -1) * touch.matter.side, 0.9, None
    if each.sign and (touch.places or each.rule in {"attitude-verb", "deed", "siding"}):
        return each.sign * touch.matter.side, 0.9, None
    if felt:
        return felt * touch.matter.side, 0.85, _cue(winning)
    if not total:
        return 0, 0.0, None
    return (1 if total > 0 else -1) * touch.matter.side, 0.8, _cue(winning)


_DUE = re.compile(r"\b(?:should|must|ought to) be (?P<what>\w+)", re.IGNORECASE)
"""What somebody deserves: "should be thanked", "ought to be ashamed"."""

_GOES_ON = re.compile(r"(?:to )?(?:continue|keep|maintain|preserve)\b", re.IGNORECASE)
_LETS = re.compile(
    r"\W*(?:let|allow|help|support|fund|protect|strengthen) (?:the )?", re.IGNORECASE
)


def _lets(each: Evidence, touch: Touch) -> bool:
    """Whether the party itself is to be let or helped: "Let X do its work"."""
    found = _LETS.match(each.words)
    return found is not None and any(place == found.end() for place, _ in touch.places)


def _bound(each: Evidence, touch: Touch) -> list[polarity.Sign]:
    """The judging words; of a writer's sentence those in the clause that names the conduct."""
    found = list(polarity.signs(each.words))
    if not (each.rule.startswith("writer") and touch.places):
        return found
    place = touch.places[0][0]
    return [s for s in found if clauses.together(each.words, s.start, place)]


def _asks(each: Evidence, touch: Touch) -> bool:
    """Whether what is urged concerns the conduct: its actor is asked, or its words are in it."""
    if not each.rule.startswith("writer") or touch.matter.actor in (each.addressee or "").split(
        "; "
    ):
        return True
    return any(clauses.about(each.words, place) for place, _ in touch.places)


def _cue(sign: polarity.Sign | None) -> Stretch | None:
    return None if sign is None else Stretch(start=sign.start, end=sign.end)


def _label(each: Evidence, sign: int) -> str:
    if each.neutral or each.mixed:
        return "neutral" if each.neutral else "ambivalent"
    return "supports" if sign > 0 else "opposes"


def _stance(
    each: Evidence, target: str, sign: int, score: float, cue: Stretch | None, text: str
) -> Stance:
    start, end = each.sentence
    return Stance(
        label=_label(each, sign),
        start=start,
        end=end,
        text=text[start:end],
        by=f"rule:{each.rule}",
        score=round(min(1.0, score), 2),
        holder=each.holder,
        target=target,
        act=_act(each, sign),
        mode=each.mode,
        cue=each.cue or _placed(each, cue, text),
        content=each.content,
        addressee=each.addressee,
        hedge=hedge(text[start:end]),
        via=each.via,
    )


def _placed(each: Evidence, cue: Stretch | None, text: str) -> Stretch | None:
    """A cue found in the region's copy, in the document, where the words stand there unbroken."""
    if cue is None:
        return None
    word = each.words[cue.start : cue.end]
    at = text.find(word, each.region[0], each.region[1])
    return Stretch(start=at, end=at + len(word)) if at >= 0 else None


def _act(each: Evidence, sign: int) -> str:
    if each.act != "asserts" or each.urged:
        return "urges" if each.urged else each.act
    total, _ = polarity.balance(polarity.signs(each.words))
    if total < 0 and sign < 0:
        return "criticises"
    return each.act


def hedge(sentence: str) -> str:
    """How firmly a sentence is meant: plain, hedged, conditional or interrogative."""
    words = re.findall(r"[\w’']+", sentence.lower())
    if sentence.rstrip("”’\"') ").endswith("?"):
        return "interrogative"
    if words[:1] and words[0] in {"if", "unless"}:
        return "conditional"
    return "hedged" if any(polarity.of("hedge", word) for word in words) else "plain"


__all__ = ["THRESHOLD", "hedge", "name", "stances"]
