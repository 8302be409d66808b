"""Whose stance a sentence would be, where nothing in it shows one."""

import pytest

from annotate.grammar.holders import Memory
from annotate.grammar.reading import read
from annotate.layers.stances.bearers import Floor, bearing
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.resolution import LEAST
from annotate.layers.stances.scenes import Scene, apposed
from annotate.model import Mention
from tests.layers.quotes.drawn import drawn
from tests.layers.reading_by_hand import parsed

SLOW = "Each/DET/2/det licence/NOUN/3/nsubj took/VERB/0/root months/NOUN/3/obj ./PUNCT/3/punct"
VERRIN = Mention(canonical="Tomas Verrin", start=0, end=6)


def scenes(*sentences: str, opinion: bool = False) -> list[Scene]:
    document = drawn(*sentences)
    [passage] = document.passages
    _, entities = parsed([document.text])
    reading, memory = read(passage, entities), Memory()
    return [
        Scene(
            reading=reading,
            first=first,
            last=last,
            place=reading.place(first, last),
            words=passage.text_of(first, last),
            quotes=(),
            writer="author",
            named=(),
            memory=memory,
            text=document.text,
            uses=(),
            label_topics={},
            opinion=opinion,
        )
        for first, last in passage.sentences
    ]


def borne(*sentences: str, opinion: bool = False, said: Mention | None = None) -> list[list[str]]:
    """The bearers of each sentence, the likeliest first. said: who is quoted in the first."""
    told = [(scene, [spoken(scene, said)] if said and not n else []) for n, scene in
            enumerate(scenes(*sentences, opinion=opinion))]  # fmt: skip
    found = list(bearing(told, Floor()))
    assert all(each.base < LEAST for each in found)
    return [
        [e.name for e in sorted(found, key=lambda e: -e.base) if e.sentence == scene.place]
        for scene, _ in told
    ]


def spoken(scene: Scene, who: Mention) -> Evidence:
    return Evidence(
        holder=who, mode="indirect", act="asserts", sentence=scene.place, region=scene.place,
        words=scene.words, rule="quoted", base=0.85,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The/DET/2/det ferrymen/NOUN/3/nsubj rejoice/VERB/0/root", "ferrymen"),
        ("Forty/NUM/2/nummod families/NOUN/3/nsubj signed/VERB/0/root", "forty families"),
        ("Kolde/PROPN/2/nsubj shudders/VERB/0/root at/ADP/4/case it/PRON/2/obl", "Anja Kolde"),
        (
            "The/DET/2/det dockers/NOUN/4/nsubj were/AUX/4/aux:pass persuaded/VERB/0/root/en",
            "dockers",
        ),
        ("I/PRON/2/nsubj shudder/VERB/0/root ./PUNCT/2/punct", "author"),
    ],
)
def test_a_clause_s_subject_bears_what_it_tells(sentence, who):
    assert borne(sentence)[0][0] == who


@pytest.mark.parametrize(
    "sentence",
    [
        SLOW,
        "The/DET/2/det pumps/NOUN/3/nsubj broke/VERB/0/root ./PUNCT/3/punct",
        "No/DET/2/det teacher/NOUN/3/nsubj came/VERB/0/root ./PUNCT/3/punct",
        "Kolde/PROPN/3/nsubj:pass was/AUX/3/aux:pass fined/VERB/0/root/en ./PUNCT/3/punct",
    ],
)
def test_what_no_person_does_is_left_to_the_writer(sentence):
    assert borne(sentence) == [["author"]]


def test_two_sides_of_one_sentence_are_two_bearers():
    [found] = borne(
        "The/DET/2/det council/NOUN/3/nsubj wants/VERB/0/root it/PRON/3/obj ,/PUNCT/9/punct "
        "residents/NOUN/9/nsubj do/AUX/9/aux n’t/PART/9/advmod want/VERB/3/parataxis "
        "it/PRON/9/obj ./PUNCT/3/punct"
    )
    assert found == ["council", "residents", "author"]


def test_a_report_goes_on_with_who_spoke_and_an_essay_with_its_writer():
    assert borne(SLOW, SLOW, said=VERRIN) == [[], ["Tomas Verrin", "author"]]
    assert borne(SLOW, SLOW, said=VERRIN, opinion=True) == [[], ["author", "Tomas Verrin"]]


@pytest.mark.parametrize(
    ("words", "said", "who"),
    [
        ("senator Ilse Marant of Selm", "senator Ilse Marant of Selm", "Ilse Marant"),
        ("curate , Dr Ilse Marant", "curate, Dr Ilse Marant", "Ilse Marant"),
        ("curate , Dr Ilse Marant", "curate", "Ilse Marant"),
        ("friend of Ilse Marant", "friend of Ilse Marant", "friend of Ilse Marant"),
    ],
)
def test_a_description_with_a_name_means_who_is_named(words, said, who):
    first, *more = words.split()
    [scene] = scenes(" ".join([f"{first}/X/0/root", *(f"{each}/X/1/dep" for each in more)]))
    assert apposed(scene, Mention(canonical=said, start=0, end=len(said))).canonical == who
