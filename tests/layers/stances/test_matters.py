"""The words of a note and of a statement, as they point to a topic and to its sides."""

import pytest

from annotate.codebook import Codebook, Name, Topic
from annotate.layers.stances import actors
from annotate.layers.stances.matters import matters
from annotate.layers.stances.stems import stem
from annotate.layers.stances.touches import touches

NOTES = [
    ("Calls to end the trial early oppose.", "trial", 1),
    ("Demands that lead to closing it, or wishes to scrap the trial, oppose.", "trial", 1),
    ("Extending the trial supports.", "trial", 1),
    ("Calling for a trial of barges instead opposes.", "barge", -1),
    ("Calling the ferries a disgrace opposes.", "disgrace", None),
    ("Calls for barges oppose.", "call", None),
]


@pytest.mark.parametrize(("note", "word", "side"), NOTES)
def test_a_note_s_words_are_for_or_against_by_what_is_called_for(note, word, side):
    topic = Topic(key="night", statement="The city should run ferries by night.", note=note)
    [matter] = matters(Codebook(topics={"night": topic}))
    clue = matter.clues.get(stem(word))
    assert (clue and clue.side) == side


def test_what_a_statement_wants_done_and_its_key_are_its_words_though_contested():
    curfew = Topic(key="curfew", statement="Barges should be banned from the harbour at night.")
    terms = {"ban": ("ban", "banned", "curfew"), "barge": ("barges", "hulks")}
    [matter] = matters(Codebook(topics={"curfew": curfew}, terms=terms))
    for words, touched in (
        ("The ban goes on.", True),
        ("The curfew goes on.", True),
        ("Barges burn.", False),
    ):
        assert bool(touches(matter, words, frozenset(), {})) == touched


def test_what_a_pattern_finds_has_the_side_that_the_note_tells_of_it():
    night = Topic(
        key="night",
        statement="The harbour should be closed at night.",
        note="Calls to reopen a part of it oppose.",
        patterns=(r"\b(?:clos\w+|reopen\w*)\b",),
    )
    [matter] = matters(Codebook(topics={"night": night}))
    for words, side in (("They must reopen it.", -1), ("It must be closed.", 1)):
        touch = touches(matter, words, frozenset(), {})
        assert [each for _, each in touch.places] == [side]


def test_what_a_people_is_called_points_to_no_topic_but_whose_conduct_towards_it_is_judged():
    statements = {
        "return": "Sweden should send Norwegians back.",
        "refuge": "Norwegians in Sweden are guests and should be treated so.",
        "policy": "Sweden's policy towards Norwegians is right.",
    }
    names = {
        "Sweden": Name(canonical="Sweden", label="GPE"),
        "Norway": Name(canonical="Norway", label="GPE"),
    }
    book = Codebook(
        topics={key: Topic(key=key, statement=says) for key, says in statements.items()},
        names=names,
    )
    words, here = "Sweden's officers counted the Norwegians at the bridge.", frozenset({"Sweden"})
    touched = {m.topic.key for m in matters(book) if touches(m, words, here, {})}
    assert touched == {"policy"}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("These groups should look at why animals are kept.", True),
        ("The animal rights movement needs to change its ways.", True),
        ("We in the animal-rights world must think again.", True),
        ("Every group of visitors must leave by six.", False),
        ("The community needs a well.", False),
    ],
)
def test_many_of_a_kind_are_called_by_several_words(words, meant):
    crowd = actors.crowd("animal-rights groups")
    assert crowd is not None
    assert bool(crowd.search(words)) == meant


@pytest.mark.parametrize("actor", ["police", "Animal Groups", "the council", ""])
def test_one_body_is_called_by_its_own_words(actor):
    assert actors.crowd(actor) is None
