"""Whether liking what stands at a topic's words supports its statement.

A word has a sense in the stretch and one in the statement (`senses`): liking supports where they
agree. Where no word of the topic is named, "it" means what the statement asks for, but the thing
itself where it is found good or bad, or wanted away.
"""

import re
from functools import lru_cache

from annotate.layers.stances import senses, statements
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch

IT = re.compile(r"\b(?:it|this|that|they)\b", re.IGNORECASE)
"""What stands for what was spoken of."""
PROPOSED = re.compile(
    r"\b(?:the|this|that|such an?) (?:ban|call|change|closure|demand|idea|initiative|limit|measure|"
    r"motion|move|plan|proposal|recommendation|reform|request|step)s?\b|\A\W*\Z",
    re.IGNORECASE,
)
"""What a statement asks for, whether it ends or begins something: "pressed for such a step"."""


def turned(each: Evidence, touch: Touch, *, judged: bool = False, claimed: bool = False) -> int:
    """1 if liking what stands at the topic's words supports its statement, else -1."""
    if not touch.places:
        it = IT.match(each.words.lstrip())
        meant = senses.sense(each.words.lstrip(), 0) if it and not judged else 1
        meant = -1 if _SEEN_OFF.match(each.words) else meant
        asked = it is not None or PROPOSED.search(each.words) is not None
        if asked and meant > 0 and not (judged or each.finds):
            return 1
        return meant * aim(touch.matter)
    return at(each, touch, telling(each, touch, claimed=claimed), judged=judged, claimed=claimed)


def telling(each: Evidence, touch: Touch, *, claimed: bool = False) -> tuple[int, int]:
    """The place of the word that tells most of the side: first of what another thing is done for,
    "build a tunnel rather than the | bridge", and of a claim what is called untrue, "fake | news";
    then of which the note tells it. Of several that tell as much of a claim the last does: what
    is said of a thing stands behind it ("strays never made a | city | safer").
    """
    return max(
        touch.places,
        key=lambda place: (
            not _PURPOSE.search(each.words, 0, place[0]),
            senses.passed_over(each.words, place[0]),
            claimed and not each.sign and senses.sham(each.words, place[0]),
            touch.told and _is_told(each, touch.matter, place[0]),
            _weight(each, touch.matter, place[0]),
            _said_last(each, touch.matter, place[0]) if claimed else 0,
        ),
    )


_PURPOSE = re.compile(r"\bso that\b", re.IGNORECASE)
"""What opens why a thing is asked for, which may name what it does away with."""


def _said_last(each: Evidence, matter: Matter, place: int) -> int:
    """How late a word stands that a statement has, and wants there, 0 for another word."""
    stated = senses.stated(matter.topic.statement, claimed=True)
    return place if stated.get(stemmed(each.words, place), 0) > 0 else 0


def _is_told(each: Evidence, matter: Matter, place: int) -> bool:
    """Whether a topic's note says on which side a word is."""
    clue = matter.clues.get(stemmed(each.words, place))
    return clue is not None and clue.told


_SEEN_OFF = re.compile(
    r"\W*(?:see|have) [^,;.]*\b(?:abolished|closed|dropped|ended|go|gone|removed|scrapped|shut)"
    r"\W*\Z",
    re.IGNORECASE,
)
"""What is wanted away: "would like to | see the works go"."""


def _weight(each: Evidence, matter: Matter, place: int) -> int:
    """What a word tells of the side: most what shall be done, then what is spoken of."""
    word = stemmed(each.words, place)
    clue = matter.clues.get(word)
    named = (clue is not None and clue.name) or _NAME.search(each.words[: place + 1])
    if matter.kind == "fact" and named:
        return -1  # a name tells of whom something is said, and not what
    stated = statements.read(matter.topic.statement)
    head, told = stem(stated.head), stem(stated.told) if matter.kind == "fact" else ""
    if stated.asked:  # what is asked of somebody tells more than who is asked
        head = "" if word in {stem(each) for each in WORD.findall(stated.asked)} else word
    charged = _CHARGES.search(each.words) is not None
    if word in matter.change and (charged or _BARRING.search(each.words[:place])):
        return 0
    return 2 if word in matter.change or (word and word == told) else 1 if word == head else 0


_NAME = re.compile(r"[a-z,] [A-Z]\Z")
"""The first letter of a name, and of no sentence."""
_BARRING = re.compile(r"\b(?:law|order|rule|statute)s? (?:that|which) \Z", re.IGNORECASE)
"""What stands before the verb of a law: "repeal the law that | forbids Halden to ban flights"."""
_CHARGES = re.compile(
    r"\b(?:it|this|that)(?: is| was| remains|[’']s)(?: \w+){0,3}? an?(?: \w+){0,2}? "
    r"(?:burden|charge|levy|penalty|tax) on\b"
)
"""What is said of a thing, and not of what is done to it: "We cut the levy; | it is a tax on"."""


def at(
    each: Evidence,
    touch: Touch,
    place: tuple[int, int],
    *,
    judged: bool = False,
    claimed: bool = False,
) -> int:
    """The same for what stands at one place."""
    matter, start = touch.matter, place[0]
    here = senses.sense(each.words, start, judged=judged, claimed=claimed)
    fact = claimed and matter.kind == "fact"
    there = senses.stated(matter.topic.statement, claimed=fact).get(stemmed(each.words, start))
    if (each.urged or not each.finds) and not judged and there is not None:
        here *= _lessened(each.words, start)
        there *= _lessened_in(matter.topic.statement).get(stemmed(each.words, start), 1)
    denied = _DENYING.match(each.words, start) is not None
    if _FREE.search(matter.topic.statement) and _forced(each.words, start):
        here = -here
    if there is None:
        return here * place[1] * matter.side
    return here * there * (-1 if denied else 1)


def _lessened(words: str, place: int) -> int:
    """-1 where less is wanted, or told, of what stands at a place: "fewer foreign | students"."""
    return -1 if _LESS.search(words[:place]) else 1


_LESS = re.compile(r"\b(?:fewer|less)(?: [\w-]+){0,2} \Z", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def _lessened_in(statement: str) -> dict[str, int]:
    """The same for the stems of a statement, where each stands first."""
    found: dict[str, int] = {}
    for word in WORD.finditer(statement):
        found.setdefault(stem(word.group()), _lessened(statement, word.start()))
    return found


_FREE = re.compile(r"\b(?:allowed|free|freedom|liberty|permitted|right) to\b", re.IGNORECASE)
_FORCED = re.compile(
    r"\b(?:bully|bullied|bullying|(?:coerc|compel|dictat|forc|oblig)(?:e[sd]?|l(?:ed|s|ing)|s|ing)?)"
    r"(?: (?:all|any|every|each|some|these|those|the|to|our|other))*(?: [\w-]+)? \Z",
    re.IGNORECASE,
)
_DICTATED = re.compile(
    r"\b(?:tell|tells|telling|told|order|orders|ordering|ordered)(?: [\w-]+){1,4}? "
    r"(?:how|to|what|which|who)\b",
    re.IGNORECASE,
)
"""What is done to who is not free: "force | schools to close", "tell them | what to read"."""


def _forced(words: str, place: int) -> bool:
    """Whether what stands at a place is forced to do something."""
    told = any(m.start() < place < m.end() for m in _DICTATED.finditer(words))
    return told or _FORCED.search(words[:place]) is not None


_DENYING = re.compile(r"(?:non|anti)-", re.IGNORECASE)


def stemmed(words: str, place: int) -> str:
    """The stem of the word at a place, without "non-", "" where none begins."""
    found = WORD.match(words, place)
    return stem(_DENYING.sub("", found.group())) if found else ""


def aim(matter: Matter) -> int:
    """-1 if a statement has what it speaks of stopped or denied."""
    if matter.kind != "deed":
        return matter.side
    found = [s for word, s in senses.stated(matter.topic.statement).items() if word in matter.clues]
    return found[0] if found else matter.side
