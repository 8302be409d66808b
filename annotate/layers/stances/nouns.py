"""X's opposition to …, X's defence of …: an attitude that a noun tells, with whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate import lexicons
from annotate.grammar import holders, phrases
from annotate.grammar.cues import of_class
from annotate.layers.stances import clauses
from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.doers import behind_comma
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import PRONOUNS, Scene, copied
from annotate.model import Mention


def _nouns() -> dict[str, dict[str, tuple[int, bool]]]:
    found: dict[str, dict[str, tuple[int, bool]]] = {}
    for nouns, behind, sign, how in lexicons.table("attitude_nouns"):
        for noun in nouns.split():
            for word in behind.split():
                found.setdefault(noun, {})[word] = int(f"{sign}1"), how == "finds"
    return found


_NOUNS = _nouns()
"""The sign of each noun by the preposition behind it, and whether it says how a thing is found."""
_PURPOSES = lexicons.classes("stance_words", "purpose")
"""Nouns whose "to" opens what somebody wants done, or not."""
_DESPITE = frozenset({"because", "despite", "for", "given", "in", "with"})
"""What opens a sentence with an attitude whose holder is named behind it."""
_OPENING = 4
"""Tokens before the noun of a phrase that opens a sentence: "In spite of her | support, X"."""
_MODIFIERS = 3
"""Words between whose an attitude is and its noun: "the mayor's | long and bitter | opposition"."""


def possessed(scene: Scene) -> Iterator[Evidence]:
    """What the noun of an attitude tells of whoever it belongs to."""
    words = scene.reading.words
    for at in range(scene.first + 2, scene.last - 2):
        denied = words[at + 1] == "not"
        behind = at + 1 + denied
        found = _NOUNS.get(words[at], {}).get(words[behind])
        if found is None or at in scene.reading.names or (denied and words[behind] != "to"):
            continue
        if words[behind] == "for" and {*words[behind + 1 : behind + 4]} & of_class("period"):
            continue  # "the boat's distress | calls for three hours"
        if words[behind] == "to" and words[at] in _PURPOSES:
            yield from _meant(scene, at, behind, -found[0] if denied else found[0])
            continue
        holder = _owner(scene, at)
        if holder is None:
            continue
        sign, finds = found
        region = scene.reading.place(at + 2, _end(scene, at + 2))
        cue = scene.reading.place(at, at + 1)
        yield attitude(scene, holder, region, sign, cue=cue, rule="attitude-noun", finds=finds)


def _meant(scene: Scene, at: int, to: int, sign: int) -> Iterator[Evidence]:
    """What somebody's plan or promise has done: "Labour's policy | to scrap the toll"."""
    if to + 1 >= scene.last:
        return
    region = scene.reading.place(to + 1, _end(scene, to + 1))
    verb = clauses.acting(copied(scene, *region))
    holder = _owner(scene, at) if verb else None
    if holder is not None and not scene.quoted(*scene.reading.place(at, at + 1)):
        cue = scene.reading.place(at, at + 1)
        plan = attitude(scene, holder, region, sign, cue=cue, rule="attitude-plan", finds=False)
        yield replace(plan, act="asserts")


def _owner(scene: Scene, at: int) -> Mention | None:
    """Whose an attitude is, by the possessive before its noun."""
    words = scene.reading.words
    if _opens(scene, at):
        return behind_comma(scene, at)
    reach = range(at - 1, max(scene.first, at - 2 - _MODIFIERS), -1)
    owning = next((n for n in reach if words[n] in {"'s", "'"}), None)
    if owning is None or not _modifies(words[owning + 1 : at]):
        return None
    phrase = phrases.ending(scene.reading, owning, scene.first)
    found = holders.mention(scene.reading, phrase, scene.memory) if phrase else None
    if found is not None and found.canonical.lower() in PRONOUNS:
        return None
    if found is None or not plausible(scene, found):
        name = scene.reading.names.get(owning - 1)
        if name is None or name.label not in {"ORG", "PERSON"}:
            return None
        return Mention(canonical=name.holder, start=name.start, end=name.end)
    return found


def _opens(scene: Scene, at: int) -> bool:
    """Whether a noun stands in a phrase before its owner's name: "Despite her | support, X"."""
    words = scene.reading.words
    owned = words[at - 1] in of_class("possessive") and at - scene.first <= _OPENING
    return owned and words[scene.first] in _DESPITE


def _modifies(words: Sequence[str]) -> bool:
    """Whether words between an owner and a noun only tell of the attitude; "lack of" denies it."""
    left = {"of", "lack", *of_class("be", "have", "modal")}
    return all(map(str.isalpha, words)) and left.isdisjoint(words)


def _end(scene: Scene, at: int) -> int:
    """Where what an attitude is to ends: at the clause's verb or edge."""
    words = scene.reading.words
    stops = of_class("be", "have", "modal") - {"'s"} | {",", ";", ":", "but", "”", "–", "—"}
    return next((n for n in range(at + 1, scene.last) if words[n] in stops), scene.last)
