"""Which of the topics a piece of evidence is about: by its own words, and by what is spoken of."""

import re
from dataclasses import replace

from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.subjects import Subjects
from annotate.layers.stances.talk import Talk
from annotate.layers.stances.touches import TOUCH, Touch


def aimed(each: Evidence, matter: Matter) -> bool:
    """Whether evidence is aimed at the actor itself: a protest at its door, a call on it."""
    if each.rule in {"deed", "unwilling", "silence", "attitude-verb"}:
        return True
    asked = each.asked
    brief = not each.own and each.rule.startswith("writer") and len(each.words.split()) <= _SHORT
    return matter.actor in asked or brief


_SHORT = 6
"""Words of a comment's sentence that can judge nothing but whom it names."""


def in_context(each: Evidence, touched: list[Touch], argued: Subjects, talk: Talk) -> list[Touch]:
    """The topics touched, weighed by what is spoken of around them and what its holder spoke of.

    What the words themselves touch hardly or not at all, the context alone may tell, in a document
    on the subject throughout.
    """
    matters = argued.matters
    remark = each.rule.startswith("writer") and not each.own
    around = {} if remark else dict(talk.themes.around(each.sentence[0]))
    if each.neutral or each.mixed:
        around = around or dict(talk.themes.last(each.sentence[0]))
    if _MEANT.search(each.words[:_OBJECT]):
        deeds = (m.topic.key for m in matters if m.kind == "deed")
        around |= {key: around.get(key, 0.0) + _HELD for key in deeds if key in around}
    end, last = talk.spoken.get(each.name, (0, None))
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
        elif more >= _LIGHT and not clear and argued.throughout and _may_take_up(each):
            weight = min(_TAKEN_UP, more)
            found.append(Touch(matter=matter, weight=weight, places=(), actor=True, rank=more))
    return found


def _may_take_up(each: Evidence) -> bool:
    """Whether evidence may be about what only its context names."""
    if each.rule == "recommendation":
        return _TAKES_UP.search(each.words[:_OBJECT]) is not None
    told = each.rule.startswith("position-") and each.mode == "author"
    if each.rule in _NAMES_ALL or told:
        bare = not re.search(r"\w", each.words)
        return bare or _MEANT.search(each.words[:_OBJECT]) is not None
    if each.rule == "writer-foresees":
        return _POINTS_BACK.match(each.words) is not None
    if each.rule != "writer-judges":
        return True
    brief = len(each.words.split()) <= _SHORT
    return brief or (_POINTS_BACK.match(each.words) is not None and each.base > _PLAIN)


_TAKES_UP = re.compile(r"\b(?:it|this|that|them|these|those|such|so)\b", re.IGNORECASE)
"""What an item of a list, which names what it asks for, means the one above by: "Publish it"."""
_NAMES_ALL = frozenset(
    {"attitude-for", "attitude-verb", "deed-objects", "position-means-to", "position-proposes"}
)
"""Rules whose words name what is meant, or mean what was spoken of: "decided to scrap it"."""
_OBJECT = 60
"""Characters in which a verb's object stands."""
_MEANT = re.compile(
    r"^\W*(?:it|this|that|them)\b|"
    r"\b(?:the|this|that|these|those|such|any|an?|his|her|its|their)(?: \w+)? "
    r"(?:actions?|act|ban|bill|decision|"
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
    asked = each.asked
    if len(bare) > 1:
        bare = [t for t in bare if t.matter.actor not in asked]
        return [t for t in touched if t not in bare]
    return touched


def _without_shadows(touched: list[Touch]) -> list[Touch]:
    """The topics, but none that only some of another's words touch, and much less."""
    return [t for t in touched if not any(_covers(other, t) for other in touched)]


def _covers(one: Touch, other: Touch) -> bool:
    mine, its = ({at for at, _ in touch.places} for touch in (one, other))
    return bool(its) and its < mine and one.weight >= _SHADED * other.weight


_SHADED = 1.4
"""How many times as much a topic must be touched that leaves another by the same words none."""


def addressed(each: Evidence, matters: list[Matter]) -> list[Touch]:
    """The conduct of whom a recommendation is addressed to, where it touches no topic by words."""
    asked = each.asked
    return [
        Touch(matter=matter, weight=TOUCH, places=(), actor=True)
        for matter in matters
        if matter.kind == "conduct" and matter.actor in asked
    ]


def chosen(touched: list[Touch], each: Evidence) -> list[Touch]:
    """The topics meant: the one touched most, and others with words of their own."""
    touched = [touch for touch in touched if not _supposed(touch, each)]
    touched = _without_rivals(_without_shadows(touched), each)
    asked = each.asked
    if each.rule == "recommendation" and any(t.matter.actor in asked for t in touched):
        touched = [t for t in touched if _concerns(t, asked, each.near)]
    fitting = any(t.places and not _unfit(t, each) for t in touched)
    ranked = sorted(
        touched,
        key=lambda t: (
            fitting and _unfit(t, each),
            -max(t.rank, t.weight),
            t.matter.kind == "conduct",
        ),
    )
    if not ranked:
        return []
    if each.rule == "writer-foresees":
        ranked.sort(key=lambda t: (not t.places, min((at for at, _ in t.places), default=0)))
    first = ranked[0]
    both = each.urged or each.rule.startswith("deed-")
    least = _LISTED if each.rule == "recommendation" else _SECOND
    more = [t for t in ranked[1:] if t.weight >= least and both and _by_other_words(t, first)]
    return [first, *more[:2]]


def _supposed(touch: Touch, each: Evidence) -> bool:
    """Whether a statement of fact is only supposed: "Even if it kills the fish, we need it"."""
    if touch.matter.kind != "fact" or not touch.places:
        return False
    spans = [m.span() for m in _EVEN_IF.finditer(each.words)]
    return all(any(a <= place < b for a, b in spans) for place, _ in touch.places)


_EVEN_IF = re.compile(r"\beven if\b[^,;.]*", re.IGNORECASE)


def _unfit(touch: Touch, each: Evidence) -> bool:
    """Whether a topic is hardly meant: a fact by who wants something done, a deed by a claim."""
    if each.rule == "calls-claim":
        return touch.matter.kind == "deed"
    wants = each.urged or each.rule in _WANTING
    return wants and touch.matter.kind == "fact" and not touch.matter.patterns


_WANTING = frozenset(
    {
        "position-against", "position-favours", "position-means-to", "position-proposes",
        "position-would-do", "position-would-like", "position-would-hate",
    }
)  # fmt: skip
"""Rules that tell what somebody wants done."""


def _by_other_words(touch: Touch, first: Touch) -> bool:
    """Whether a topic is touched by a word that does not touch the first one."""
    return bool({at for at, _ in touch.places} - {at for at, _ in first.places})


def _concerns(touch: Touch, asked: frozenset[str], near: frozenset[str]) -> bool:
    """Whether a recommendation may concern a topic: others' conduct is not its addressee's."""
    matter = touch.matter
    if matter.kind != "conduct" or matter.actor is None or matter.actor in asked:
        return True
    return touch.told and matter.actor in near


_SECOND, _LISTED = 0.6, 1.0
"""Weight from which what is urged, or an item of a list asks for, concerns a second topic too."""
