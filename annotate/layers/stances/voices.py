"""The ways in which running text shows an attitude: of those quoted, of those said to want or do
something, of the writer."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from annotate.grammar.nobody import is_nobody
from annotate.layers.stances import clauses, polarity
from annotate.layers.stances.agreements import answering
from annotate.layers.stances.bills import bills
from annotate.layers.stances.deeds import deeds
from annotate.layers.stances.denials import denying
from annotate.layers.stances.echoes import echoed
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.judgements import own
from annotate.layers.stances.labels import named
from annotate.layers.stances.measures import measures
from annotate.layers.stances.nouns import possessed
from annotate.layers.stances.passives import suffering
from annotate.layers.stances.positions import siding
from annotate.layers.stances.quoted import quoted
from annotate.layers.stances.scenes import Scene
from annotate.layers.stances.undecided import faint, mixing, silences
from annotate.layers.stances.verdicts import verdicts
from annotate.layers.stances.wishes import unwilling, wanting
from annotate.model import AUTHOR

WAYS: tuple[Callable[[Scene], Iterator[Evidence]], ...] = (
    quoted,
    wanting,
    possessed,
    suffering,
    bills,
    named,
    own,
    measures,
    deeds,
    silences,
    unwilling,
    siding,
    mixing,
    denying,
    verdicts,
    answering,
)
"""The ways in which a sentence shows an attitude."""


def evidence(scene: Scene) -> Iterator[Evidence]:
    """Whatever a sentence shows of anybody's attitude."""
    found = _weighed(scene, [faint(scene, each) for way in WAYS for each in way(scene)])
    found += echoed(scene, found)
    undecided = {each.holder for each in found if each.rule == "silence"}
    found = [each for each in found if not (_asks_else(each) and each.holder in undecided)]
    others = any(each.holder != scene.writer for each in found)
    spoken = any(each.rule in {"quoted", "attitude-verb", "calls"} for each in found)
    sided = any(each.rule.startswith("position-") and each.mode != "author" for each in found)
    done = any(each.rule.startswith("deed-") for each in found)
    for each in found:
        reported = others and each.rule == "writer-judges"
        reported = reported or (sided and each.rule == "writer-urges")
        if reported or _repeats(each.rule, spoken=spoken, done=done):
            continue
        if not (_tells_of_another(each, found) or _alleged(each)):
            yield each


def _asks_else(each: Evidence) -> bool:
    """Whether somebody asks for something: who takes no side and asks for it is for none by it.

    "X took no position on the cap but urged the council to wait."
    """
    return each.rule == "quoted" and each.urged and each.mode == "indirect"


def _weighed(scene: Scene, found: list[Evidence]) -> list[Evidence]:
    """The evidence, with what somebody grants and what they then say outweighs it as one.

    "She admitted that closing it would hurt, but said that it was necessary."
    """
    kept: list[Evidence] = []
    for each in found:
        last = kept[-1] if kept else None
        whole = last and _outweighed(scene, last, each)
        kept[-1:] = [whole] if whole else [*kept[-1:], each]
    return kept


def _outweighed(scene: Scene, granted: Evidence, said: Evidence) -> Evidence | None:
    both = granted.rule == said.rule == "quoted" and granted.holder == said.holder
    if (
        not both
        or said.urged
        or granted.region[1] >= said.region[0]
        or "direct" in {granted.mode, said.mode}
    ):
        return None
    whole = granted.region[0], said.region[1]
    joins = _BUT.fullmatch(scene.text, granted.region[1], said.region[0])
    if joins is None:
        return None
    words = f"{granted.words}{joins[1]}{' ' * len(joins[2])}{said.words}"
    if clauses.outweighing(words, len(granted.words)) is None:
        return None
    return replace(said, region=whole, words=words)


_BUT = re.compile(r"(,? (?:but|yet) )((?:[\w’'-]+ ){1,5})")
"""What stands between what is granted and what outweighs it: ", but | said that"."""


def _tells_of_another(each: Evidence, found: list[Evidence]) -> bool:
    """Whether who is reported only tells what another is for or against.

    "Officials admit that the mayor opposes it" shows the mayor's side and not theirs.
    """
    if each.rule != "quoted" or each.urged:
        return False
    if each.mode == "direct" and polarity.signs(each.words):
        return False
    start, end = each.region
    return any(
        other.rule.startswith(_ATTITUDES)
        and other.holder not in {each.holder, AUTHOR}
        and not is_nobody(other.name)
        and other.cue is not None
        and start <= other.cue.start < end
        for other in found
    )


def _alleged(each: Evidence) -> bool:
    """Whether it is another who says that somebody is for a thing, and finds it bad.

    Of "she said that the mayor supports the theft" the mayor's side is not known.
    """
    if each.rule not in {"attitude-noun", "attitude-verb"} or each.sign <= 0 or not each.via:
        return False
    total, _ = polarity.balance(polarity.signs(each.words))
    return total < 0 and each.holder != each.via[-1]


_ATTITUDES = ("attitude-", "calls", "position-", "silence", "unwilling")
"""Rules that tell somebody's attitude without a quotation."""


def _repeats(rule: str, *, spoken: bool, done: bool) -> bool:
    """Whether a rule tells once more what a quotation, or a deed with its object, told."""
    return (rule == "deed" and (spoken or done)) or (rule == "deed-pleads" and spoken)
