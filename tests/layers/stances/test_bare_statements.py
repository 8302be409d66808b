"""Stances towards topics that are nothing but a statement, in sentences of the invented world."""

import pytest

from annotate.codebook import Codebook, Topic
from annotate.layers import quotes, stances
from annotate.model import Quote, Stance
from tests.layers.reading_by_hand import parsed

STATEMENTS = {
    "pay": "Teachers' pay should be raised.",
    "strike": "The teachers' strike is justified.",
    "curfew": "The curfew should stay in force.",
    "police": "The police's conduct is right.",
    "price": "The price of the medicine is too high.",
    "bridge": "The bridge should be built.",
}
BOOK = Codebook(topics={key: Topic(key=key, statement=says) for key, says in STATEMENTS.items()})


def shown(*paragraphs: str, book: Codebook = BOOK) -> list[Stance]:
    document, entities = parsed(paragraphs, codebook=book)
    before = {"entity": entities}
    before["quote"] = tuple(q for q in quotes.find(document, before) if isinstance(q, Quote))
    return [each for each in stances.find(document, before) if isinstance(each, Stance)]


def held(*paragraphs: str, book: Codebook = BOOK) -> set[tuple[str, str, str]]:
    return {
        (s.holder if isinstance(s.holder, str) else s.holder.canonical, s.label, s.target)
        for s in shown(*paragraphs, book=book)
    }


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Kolde said that teachers' pay was a disgrace.", ("Anja Kolde", "supports", "pay")),
        ("Kolde criticised the low pay of teachers.", ("Anja Kolde", "supports", "pay")),
        ("Verrin rejected a rise in teachers' pay.", ("Tomas Verrin", "opposes", "pay")),
        ("Kolde called the strike irresponsible.", ("Anja Kolde", "opposes", "strike")),
        ("Marant described the strike as brave.", ("Ilse Marant", "supports", "strike")),
        ("Verrin defended the curfew.", ("Tomas Verrin", "supports", "curfew")),
        ("Verrin voted against the curfew.", ("Tomas Verrin", "opposes", "curfew")),
        ("Kolde filed a lawsuit against the curfew.", ("Anja Kolde", "opposes", "curfew")),
        ("Verrin voted for the bridge.", ("Tomas Verrin", "supports", "bridge")),
        ("Kolde twice asked parliament to lift the curfew.", ("Anja Kolde", "opposes", "curfew")),
        ("Marant said that the price was shameful.", ("Ilse Marant", "supports", "price")),
        ("Verrin defended the price.", ("Tomas Verrin", "opposes", "price")),
        ("Kolde praised the police for their patience.", ("Anja Kolde", "supports", "police")),
        ("Kolde said that the police were brutal.", ("Anja Kolde", "opposes", "police")),
        ("Kolde would not say whether the curfew was right.", ("Anja Kolde", "neutral", "curfew")),
        ("Kolde has mixed feelings about the curfew.", ("Anja Kolde", "ambivalent", "curfew")),
        ("Kolde praised Ilse Marant.", ("Anja Kolde", "supports", "Ilse Marant")),
    ],
)
def test_a_sentence_shows_a_side_to_a_bare_statement(words, stance):
    assert stance in held(words)


@pytest.mark.parametrize(
    "words",
    [
        "The police counted 40 teachers.",
        "Kolde said that the bridge was 94 metres long.",
        "The price of the medicine was 11 marks in 2014.",
        "Verrin called on Monday about the bridge.",
    ],
)
def test_a_plain_report_shows_no_side(words):
    assert held(words) == set()


def test_a_sentence_that_only_judges_is_about_its_paragraph():
    found = held("Kolde spoke of the curfew on Monday. “It is a disgrace,” she said.")
    assert ("Anja Kolde", "opposes", "curfew") in found


def test_the_word_that_is_a_topics_key_means_that_topic_though_others_have_it():
    says = {
        "curfew": "The curfew for young people should stay in force.",
        "crime": "The curfew has made crime fall.",
        "shops": "Shops should open during the curfew.",
    }
    book = Codebook(topics={key: Topic(key=key, statement=each) for key, each in says.items()})
    told = [f"On day {day} the curfew began at nine." for day in range(20)]
    assert ("Anja Kolde", "opposes", "curfew") in held(
        " ".join(told), "Kolde said that the curfew was a mistake.", book=book
    )


def test_a_question_that_asks_for_no_answer_takes_a_side():
    found = held("I think so, and I know my town. How can a curfew be fair? I ask you.")
    assert ("author", "opposes", "curfew") in found


def test_a_name_behind_its_office_is_the_holder():
    found = held("“The curfew is a disgrace,” said the director, Ilse Marant.")
    assert ("Ilse Marant", "opposes", "curfew") in found


def test_what_nobody_does_is_no_stance() -> None:
    assert held("Kolde criticised the curfew.") == {("Anja Kolde", "opposes", "curfew")}
    assert held("Nobody criticised the curfew.") == set()


def test_who_answers_without_an_object_answers_alone() -> None:
    told = "Verrin said that the bridge should be built."
    found = held(f"{told} Marant disagrees. The curfew goes on, and the curfew is long.")
    assert ("Ilse Marant", "opposes", "bridge") in found
    assert not any(who == "Ilse Marant" and topic == "curfew" for who, _, topic in found)


def test_an_objection_is_to_what_it_names_not_to_what_is_spoken_of_around_it() -> None:
    statements = {
        "closure": "Selm Bridge should be closed to cars.",
        "tunnel": "The tunnel should be built first.",
    }
    book = Codebook(topics={key: Topic(key=key, statement=s) for key, s in statements.items()})
    found = held(
        "The council voted to close the bridge.",
        "Verrin said that the closure would help. Kolde said that the closure came too early, "
        "before the tunnel. The closure is in June.",
        "Marant wants the tunnel. Marant filed an objection to the closure. The tunnel is late.",
        book=book,
    )
    assert ("Ilse Marant", "opposes", "closure") in found
    assert ("Ilse Marant", "opposes", "tunnel") not in found


def test_a_fact_that_names_no_topic_is_not_on_the_side_that_its_speaker_was_on():
    found = shown(
        "Kolde said that the curfew was a disgrace. She added that the barracks hold forty men."
    )
    told = [(s.label, s.target) for s in found if not s.proposed]
    assert told == [("opposes", "curfew")]


def test_one_word_of_a_claim_tells_more_in_what_is_quoted_as_it_was_said() -> None:
    book = Codebook(topics={"bees": Topic(key="bees", statement="The pesticide kills bees.")})
    (said,) = shown("“Every spring the bees vanish,” said Kolde.", book=book)
    (reported,) = shown("Kolde said that every spring the bees vanish.", book=book)
    assert (said.score or 0) > (reported.score or 0)


def test_one_judging_word_beside_one_of_a_topic_is_only_proposed_of_a_writer() -> None:
    lead = "I went there on Monday. I know what we want, and my sister knows what I want."
    judging = f"{lead} It is easy to be angry at the bridge."
    assert shown(judging)[-1].proposed
    assert not shown(f"{lead} The bridge is too far away.")[-1].proposed
