"""Evidence that was tried against a topic as the stance that is shown."""

import re

from annotate.layers.stances import polarity
from annotate.layers.stances.evidence import Evidence
from annotate.model import Stance, Stretch


def stance(
    each: Evidence, target: str, sign: int, score: float, cue: Stretch | None, text: str
) -> Stance:
    """The stance that evidence is, towards a target."""
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
        cue=each.cue or placed(each, cue, text),
        content=each.content,
        addressee=each.addressee,
        hedge=hedge(text[start:end]),
        via=tuple(one for one in each.via if one.canonical != each.name),
    )


def _label(each: Evidence, sign: int) -> str:
    if each.neutral or each.mixed:
        return "neutral" if each.neutral else "ambivalent"
    return "supports" if sign > 0 else "opposes"


def placed(each: Evidence, cue: Stretch | None, text: str) -> Stretch | None:
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
