"""X supports, X rejects, X evades …: attitudes that a verb reports without a quotation."""

import re
from collections.abc import Iterator
from typing import Literal

from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.stances import polarity
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.scenes import PRONOUNS, Scene, copied, plausible, subject
from annotate.model import Mention, Pair, Stretch


def wanting(scene: Scene) -> Iterator[Evidence]:
    """X supports, X rejects, X prefers …: the subject's attitude to what follows."""
    for at in range(scene.first, scene.last - 1):
        word = scene.reading.words[at]
        sign = 1 if polarity.of("want+", word) else -1 if polarity.of("want-", word) else 0
        start, end = scene.reading.place(at, at + 1)
        if not sign or at in scene.reading.names or not _is_verb(scene.reading, at):
            continue
        holder, turned = subject(scene, at)
        if holder is None or not plausible(scene, holder):
            continue
        stop, finish = scene.reading.place(at + 1, _object_end(scene, at))
        yield Evidence(
            holder=holder,
            mode="indirect",
            act="praises" if sign * turned > 0 else "criticises",
            sentence=scene.place,
            region=(stop, finish),
            words=copied(scene, stop, finish),
            rule="attitude-verb",
            base=0.75,
            names=scene.names_in((stop, finish)),
            sign=sign * turned,
            via=scene.speakers(start, end),
            cue=Stretch(start=start, end=end),
        )


_SIDED = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?) (?:\w+ly )?"
    r"(?:(?P<good>in favou?r of|supportive of)|(?P<bad>opposed to|against))\b",
    re.IGNORECASE,
)


def siding(scene: Scene) -> Iterator[Evidence]:
    """X is in favour of …, X remains opposed to …"""
    match = _SIDED.search(scene.words)
    if match is None:
        return
    start, end = _place(scene, match)
    holder = _subject_of(scene, start, end)
    if holder is None or (not isinstance(holder, str) and holder.canonical in PRONOUNS):
        return
    yield Evidence(
        holder=holder,
        mode="indirect",
        act="asserts",
        sentence=scene.place,
        region=(end, scene.place[1]),
        words=scene.words[match.end() :],
        rule="siding",
        base=0.8,
        names=scene.names_in((end, scene.place[1])),
        sign=1 if match["good"] else -1,
        via=scene.speakers(start, end),
        cue=Stretch(start=start, end=end),
    )


def _place(scene: Scene, match: re.Match[str]) -> Pair:
    """The code points of what a pattern found in a scene's words."""
    offset = scene.reading.chars(scene.first, scene.last)[0]
    return scene.reading.passage.stretch(offset + match.start(), offset + match.end())


def _subject_of(scene: Scene, start: int, end: int) -> Mention | Literal["author"] | None:
    """Whom the words before a verb name as who does it."""
    tokens = scene.reading.passage.tokens(start, end)
    return subject(scene, tokens.start)[0] if tokens is not None else None


def _object_end(scene: Scene, at: int) -> int:
    """Where whom somebody praises or blames ends and what for begins."""
    words = scene.reading.words
    if not re.match(r"critici[sz]|condemn|attack|denounc|prais|thank|applaud", words[at]):
        return scene.last
    return next((n for n in range(at + 2, scene.last) if words[n] in {"for", "as"}), scene.last)


_UNWILLING = re.compile(
    r"\b(?:(?:do|does|did) ?n[o’']t want|would rather not|refus(?:es?|ed) to|"
    r"(?:is|are|was|were) (?:not|un)\s?(?:willing|prepared|ready) to|"
    r"(?:is|are|was|were) (?:\w+ly )?(?P<fears>afraid|worried|wary|concerned) (?:of|that|about))\b",
    re.IGNORECASE,
)


def unwilling(scene: Scene) -> Iterator[Evidence]:
    """X does not want to …, X refuses to …: whose conduct is argued about keeps to it."""
    match = _UNWILLING.search(scene.words)
    if match is None or scene.words.rstrip('”" ').endswith("?"):
        return
    offset = scene.reading.chars(scene.first, scene.last)[0]
    start, end = scene.reading.passage.stretch(offset + match.start(), offset + match.end())
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
        cue=Stretch(start=start, end=end),
    )


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a form that may be a noun ("support", "protests", "attack") is a verb here."""
    word, before = reading.words[at], reading.words[at - 1] if at else ""
    if word.endswith(("ed", "ing")):
        return True
    subject = at - 1 in reading.names or before in of_class(
        "pronoun", "relative", "vague", "adverb"
    )
    plural = not word.endswith("s") and before.endswith("s") and before not in {"'s", "this", "as"}
    auxiliary = before in of_class("do", "modal") | {"n't", "not"}
    behind = reading.words[at + 1 : at + 2]
    object_follows = bool(behind) and (
        behind[0] in of_class("determiner", "object", "pronoun") or at + 1 in reading.names
    )
    return subject or plural or auxiliary or (word.endswith("s") and object_follows)


_SILENT = re.compile(
    r"\b(?:evad(?:es?|ed|ing)|dodg(?:es?|ed|ing)|declin(?:es?|ed) to (?:say|comment|answer)|"
    r"refus(?:es?|ed) to (?:say|comment|answer)|ha(?:s|ve|d) said nothing|stay(?:s|ed) silent)\b",
    re.IGNORECASE,
)


def silences(scene: Scene) -> Iterator[Evidence]:
    """X evades questions about …, X declined to say …: shown not to take sides."""
    match = _SILENT.search(scene.words)
    if match is None:
        return
    start, end = _place(scene, match)
    holder = _subject_of(scene, start, end)
    if holder is None or scene.quoted(start, end) or not plausible(scene, holder):
        return
    yield Evidence(
        holder=holder,
        mode="indirect",
        act="asserts",
        sentence=scene.place,
        region=(end, scene.place[1]),
        words=scene.words[match.end() :],
        rule="silence",
        base=0.75,
        names=scene.names,
        neutral=True,
        cue=Stretch(start=start, end=end),
    )
