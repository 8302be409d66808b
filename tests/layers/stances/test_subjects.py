"""An article that has nothing to do with a topic shows no stance to it, whatever words it has."""

from dataclasses import replace

import pytest

from annotate.codebook import Codebook, Topic
from annotate.layers.stances.matters import matters
from annotate.layers.stances.subjects import Subjects, subjects
from annotate.layers.stances.touches import Touch, touches
from tests.layers.stances.test_bare_statements import held

STATEMENTS = {
    "school-meals": "Every pupil should get a free school meal.",
    "means-test": "The means test for school meals should be abolished.",
    "caterers": "Schools should not use prison caterers.",
}
BOOK = Codebook(topics={key: Topic(key=key, statement=says) for key, says in STATEMENTS.items()})
OTHERWISE = (
    "Anja Kolde said that the harbour was a disgrace and that she was free to say so.",
    "“I mean, the children swim in oil, and that is shameful,” Kolde told the council.",
    "Tomas Verrin praised the test of the new crane and attacked the use of old ropes.",
    "Verrin warned that more arrests at the docks would be a mistake, and so did the kids.",
    "Kolde feared that the food in the hold had gone bad, which she called a scandal.",
    "The ferry from Vantor was late by two hours, and nobody on the quay could tell why.",
)
"""Sentences of an article on a harbour that judge, each with a word of some topic."""
SPOKEN = "Kolde called for a free meal for every pupil before the end of the year."


def asked(*paragraphs: str, book: Codebook = BOOK) -> Subjects:
    """What some paragraphs, each a sentence, speak of."""
    ends, at = [], 0
    for words in paragraphs:
        ends.append(((at, at + len(words)), words))
        at += len(words) + 2
    return subjects(matters(book), ends, frozenset())


def touched(key: str) -> Touch:
    """A topic touched by one word."""
    matter = next(each for each in matters(BOOK) if each.topic.key == key)
    return Touch(matter=matter, weight=1.0, places=((0, 1),))


def test_an_article_on_something_else_shows_no_stance():
    assert held(*OTHERWISE * 4, book=BOOK) == set()


def test_a_sentence_that_says_a_topic_s_words_shows_one_anywhere():
    apart = ("The quay lay empty.",) * 15
    article = (*OTHERWISE * 2, *apart, SPOKEN, *apart, *OTHERWISE * 2)
    assert held(*article, book=BOOK) == {("Anja Kolde", "supports", "school-meals")}


def test_a_topic_is_looked_for_where_a_sentence_says_two_of_its_words_one_as_spelled():
    keys = [each.topic.key for each in asked(*OTHERWISE * 4, SPOKEN).matters]
    assert keys == ["school-meals"]


def test_one_word_points_to_a_topic_only_near_where_it_is_spoken_of():
    found = asked(SPOKEN, *OTHERWISE * 4)
    assert not found.throughout
    assert found.meant(touched("school-meals"), len(SPOKEN) + 2)
    assert not found.meant(touched("school-meals"), 1500)
    assert not found.meant(touched("caterers"), len(SPOKEN) + 2)


def test_an_article_that_speaks_of_its_topics_all_along_is_on_their_subject():
    found = asked(*(each for other in OTHERWISE * 4 for each in (other, SPOKEN)))
    assert found.throughout
    assert found.meant(touched("caterers"), 1500)


def test_a_text_too_short_to_tell_is_on_the_subject():
    assert asked(OTHERWISE[0]).throughout


def test_a_short_text_that_says_little_of_a_topic_is_not_on_it():
    assert asked(*("The bread of the house is baked at four in the morning.",) * 10).matters == []


PILE = {
    "ferries": "Ferries are better than bridges.",
    "noise": "Night trains harm the sleep of children.",
    "ropes": "Every crew should make more use of steel ropes.",
}
PILED = Codebook(topics={key: Topic(key=key, statement=says) for key, says in PILE.items()})


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("This oven is better than the old one.", []),
        ("We make more use of it than of the grill.", []),
        ("The night trains to Selm were sold out.", []),
        ("The night trains rob the children of Selm of sleep.", ["noise"]),
        ("No ferry is as quick as the bridges of Selm.", ["ferries"]),
        ("The crew of the lift was given new steel ropes.", ["ropes"]),
    ],
)
def test_words_that_any_text_may_use_and_half_a_claim_name_no_topic(said, topics):
    apart = ("The bread of the house is baked at four in the morning.",) * 40
    found = asked(*apart, said, *apart, book=PILED)
    assert [each.topic.key for each in found.matters] == topics


WORDY = {
    "ferry": "The ferry should sell food.",
    "crane": "The crane should be moved to the quay.",
    "arrests": "Arrests in the harbour should be filmed.",
    "ropes": "Children should pull ropes.",
}
"""Statements of whose words the harbour's article says many, seldom two of one in a sentence."""


def test_a_text_that_says_many_of_all_topics_words_is_on_their_subject():
    book = Codebook(topics={key: Topic(key=key, statement=says) for key, says in WORDY.items()})
    ends = [((n * 100, n * 100 + len(words)), words) for n, words in enumerate(OTHERWISE * 4)]
    found = subjects(matters(book), ends, frozenset())
    assert (found.throughout, found.wordy) == (False, True)
    touch = Touch(matter=found.matters[0], weight=1.0, places=((0, 1),))
    assert found.meant(touch, 0)
    assert not found.meant(replace(touch, weight=0.6), 0)
    assert not asked(*OTHERWISE * 4, SPOKEN).wordy


NAMED = {
    "age": "Jan Orvel is too old to be president.",
    "aid": "The United Isles should give Dorvan military aid.",
    "judge": "Judge Emil Tarrow's conduct of the trial is right.",
}
NAMED_BOOK = Codebook(topics={key: Topic(key=key, statement=says) for key, says in NAMED.items()})
IN_OFFICE = (
    "President Jan Orvel said that the budget was a disgrace and would be sent back.",
    "“President Orvel has insulted every teacher in Ostrea,” said Anja Kolde, who leads them.",
    "Dorvan welcomed the visit of President Orvel, and the United Isles regretted it.",
    "Anja Kolde attacked Orvel for the late trains and praised the United Isles for theirs.",
    "Tomas Verrin accused Jan Orvel of hiding a report on the harbour from his own party.",
    "The ferry from Vantor was late by two hours, and nobody on the quay could tell why.",
)
"""Sentences of an article on a president: of his age, and of aid, none of them says a word."""


def test_an_article_on_somebody_is_not_on_whatever_is_held_of_them():
    assert {target for _, _, target in held(*IN_OFFICE * 4, book=NAMED_BOOK)} <= {
        "Jan Orvel",
        "United Isles",
        "Dorvan",
    }


def test_an_article_that_says_what_is_held_of_somebody_is_on_it():
    told = "Anja Kolde said that Jan Orvel was far too old to be president of the country."
    found = held(*IN_OFFICE * 4, told, book=NAMED_BOOK)
    assert ("Anja Kolde", "supports", "age") in found
    assert not [target for _, _, target in found if target == "aid"]


def test_the_words_of_one_name_touch_a_topic_once():
    age, aid, _ = matters(NAMED_BOOK)
    said = {
        "Jan Orvel is old": (age, 2),
        "a president who is old": (age, 2),
        "the United Isles and Dorvan": (aid, 2),
        "military aid from the United Isles": (aid, 3),
    }
    found = {words: touches(matter, words, frozenset(), {}) for words, (matter, _) in said.items()}
    assert {words: len(each.places) for words, each in found.items() if each} == {
        words: count for words, (_, count) in said.items()
    }
    assert [words for words, each in found.items() if each and each.named] == [
        "the United Isles and Dorvan"
    ]
    assert touches(age, "President Jan Orvel", frozenset(), {}) is None


def test_names_alone_do_not_say_clearly_which_topic_is_meant():
    _, aid, _ = matters(NAMED_BOOK)
    found = touches(aid, "the United Isles and Dorvan", frozenset(), {})
    assert found is not None
    assert not found.clear


def test_whose_conduct_is_judged_is_spoken_of_by_office_and_name():
    judge = matters(NAMED_BOOK)[2]
    found = touches(judge, "Judge Emil Tarrow", frozenset(), {}, by_name=True)
    assert found is not None
    assert not found.named
