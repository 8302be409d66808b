"""One name, one kind: a single word that the pipeline takes once for a place and once for a person.

"He left Karst. Karst's mayor stayed." Where the text names nobody who bears it in full, it is the
place, but a person by a given name that is no listed place, or one that no list knows and that is
a person more often; of other kinds it is what it is read as twice as often as anything else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotate.layers.entities import gazetteer
from annotate.layers.entities.modelled import MODEL
from annotate.layers.entities.words import given_names, key
from annotate.model import Entity


def alike(found: Iterable[Entity]) -> Iterator[Entity]:
    """The names, each person who is a place elsewhere in the text as the place, the odd one out of
    several readings of a word as the others.
    """
    every = list(found)
    places = {each.canonical for each in every if each.label == "GPE"}
    first = _given(every)
    places -= first
    full = (each.canonical.split() for each in every if each.label == "PERSON")
    borne = {word for words in full if len(words) > 1 for word in words}
    usual = _usual(every)
    for each in every:
        guessed = each.by.startswith(MODEL)
        if guessed and each.label == "PERSON" and each.canonical in places - borne:
            yield replace(each, label="GPE", by="rule:alike", score=None)
        elif guessed and each.canonical in first:
            person = each.label == "PERSON"
            yield each if person else replace(each, label="PERSON", by="rule:alike", score=None)
        elif guessed and usual.get(each.text, each.label) != each.label:
            yield replace(each, label=usual[each.text], by="rule:alike", score=None)
        else:
            yield each


def _given(every: Sequence[Entity]) -> set[str]:
    """The given names that are read as persons, and as places by the pipeline alone, and what it
    reads as a person more often.
    """
    persons = Counter(each.canonical for each in every if each.label == "PERSON")
    places = Counter(each.canonical for each in every if each.label == "GPE")
    guessed = (each for each in every if each.label == "GPE" and not each.by.startswith(MODEL))
    known = gazetteer.everywhere().entries
    sure = {each.canonical for each in guessed}
    mostly = {name for name, count in persons.items() if count > places[name] > 0}
    borne = mostly | (persons.keys() & given_names())
    return {name for name in borne if key(name) not in known} - sure


def _usual(every: Sequence[Entity]) -> Mapping[str, str]:
    """What each single word is read as at least twice as often as anything else, and twice."""
    readings: dict[str, Counter[str]] = {}
    for each in every:
        if " " not in each.text:
            readings.setdefault(each.text, Counter())[each.label] += 1
    return {
        word: labels.most_common(1)[0][0]
        for word, labels in readings.items()
        if len(labels) > 1 and labels.total() <= labels.most_common(1)[0][1] * 1.5
    }
