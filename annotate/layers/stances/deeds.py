"""Protests, petitions, hunger strikes: what is done against something."""

import re
from collections.abc import Iterator

from annotate import lexicons
from annotate.grammar import holders, plain_subjects
from annotate.grammar.cues import Cue, Verb, of_class
from annotate.layers.stances import polarity
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.judgements import free_words
from annotate.layers.stances.scenes import PRONOUNS, Scene
from annotate.model import Mention, Stretch


def deeds(scene: Scene) -> Iterator[Evidence]:
    """Protests, petitions, hunger strikes: what is done against something."""
    for at in range(scene.first, scene.last):
        if not polarity.of("deed-", scene.reading.words[at]):
            continue
        start, end = scene.reading.place(at, at + 1)
        if scene.quoted(start, end) or _idle(scene, at):
            continue
        holder = _doer(scene, at)
        if holder is None:
            continue
        wanted = _WANTED.search(scene.words) is not None
        yield Evidence(
            holder=holder,
            mode="action",
            act="urges" if wanted else "criticises",
            sentence=scene.place,
            region=scene.place,
            words=free_words(scene),
            rule="deed",
            base=0.75,
            names=scene.names,
            sign=1 if wanted else -1,
            cue=Stretch(start=start, end=end),
        )
        return


_WANTED = re.compile(r"\b(?:demand\w*|call(?:ed|ing)? for|in support of|in favou?r of)\b")
"""What is done for something; all else is done against it."""


def _idle(scene: Scene, at: int) -> bool:
    """Whether the word is a law's or a military strike, or only compared with."""
    before = scene.reading.words[max(0, at - 2) : at]
    if {"air", "military", "drone", "compared", "to", "no", "not"} & set(before):
        return True
    return _in_passing(scene, at)


def _in_passing(scene: Scene, at: int) -> bool:
    """Whether the word only says where or when something else was: "made arrests | at a rally"."""
    words = scene.reading.words
    first = at
    while first > scene.first and words[first - 1] not in _WHERE and at - first < _BEFORE:
        first -= 1
    modifies = words[first:at]
    if words[first - 1] not in _WHERE or not all(map(str.isalnum, modifies)):
        return False
    return not _AIMS & set(words[at + 1 : at + _BEHIND])


_WHERE = frozenset({"after", "at", "before", "during", "from", "near", "outside", "since"})
_AIMS = frozenset({"against", "demanding", "for", "over", "supporting"})
"""What says what a deed is done for, so that telling of it by the way tells that too."""


def _doer(scene: Scene, at: int) -> Holder | None:
    word = scene.reading.words[at]
    if word in {"protesters", "demonstrators", "petitioners", "strikers"}:
        start, end = scene.reading.place(at, at + 1)
        return Mention(canonical=word, start=start, end=end)
    verb = Verb(lemma=word, frames="", act="criticises", held="-")
    for here in range(at, scene.first, -1):
        if scene.reading.words[here] in _DOING or here == at:
            cue = Cue(first=here, last=here + 1, head=_head(scene, here), verb=verb, form="past")
            who = plain_subjects.before(scene.reading, cue, scene.first)
            found = holders.mention(scene.reading, who, scene.memory) if who else None
            named = found is not None and found.canonical.lower() not in PRONOUNS
            if named and (here != at or word.endswith("ed")):
                return found
    if not _happens(scene, at):
        return None
    crowd = {"protest": "protesters", "demonstrat": "protesters", "strike": "strikers"}
    kind = next((name for stem, name in crowd.items() if word.startswith(stem)), None)
    return Mention(canonical=kind) if kind else None


def _happens(scene: Scene, at: int) -> bool:
    """Whether a sentence tells of a deed, and does not only speak of it: "defended the strike"."""
    words = scene.reading.words
    if words[at - 1 : at] not in _KNOWN:
        return True
    told = set(words[at + 1 : at + _BEHIND])
    return bool(_TAKING_PLACE & told or _DOING & set(words[max(0, at - _BEFORE) : at]))


_KNOWN = {("the",), ("this",), ("that",), ("their",), ("its",), ("'s",), ("s",), ("'",)}
"""What stands before a deed that was spoken of before."""
_TAKING_PLACE = lexicons.classes("stance_words", "taking-place")
_BEHIND, _BEFORE = 5, 4
"""Words beside a deed in which its being done is told."""

_DOING = lexicons.classes("attitude_words", "doing")


def _head(scene: Scene, at: int) -> int:
    while at > scene.first and scene.reading.words[at - 1] in of_class("adverb", "have", "be"):
        at -= 1
    return at
