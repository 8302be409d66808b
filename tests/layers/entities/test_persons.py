"""Persons: what shows that capitalised words are one, and what a text knows them by later."""

import pytest
from entity_reading import found, told

from annotate.layers.entities import persons as persons_of
from tests import growth


def persons(text: str) -> list[str]:
    """The persons of a text, as they stand."""
    return [span.text for span in found(text) if span.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Interior Minister Tomas Verrin evaded the question.", "Tomas Verrin"),
        ("Prof. Ngozi Okafor disagrees.", "Ngozi Okafor"),
        ("“It is a disgrace,” Mr Nguyen Van Thang said.", "Nguyen Van Thang"),
        ("He met spokeswoman Hua Chunying.", "Hua Chunying"),
        ("“We stay,” said Amina Diallo, a market trader.", "Amina Diallo"),
        ("Tsai Ing-wen thanked the crew.", "Tsai Ing-wen"),
        ("They quoted Sokhom J Prum at length.", "Sokhom J Prum"),
        ("Ursula von der Leyen arrived late.", "Ursula von der Leyen"),
        ("Mohammed bin Salman arrived late.", "Mohammed bin Salman"),
        ("Prince Zeid Ra’ad Al Hussein spoke.", "Zeid Ra’ad Al Hussein"),
        ("Lawyers for Omar al-Bashir objected.", "Omar al-Bashir"),
        ("In came Austin Tamsy, an editor from Lima.", "Austin Tamsy"),
        ("It was written by Robert Park.", "Robert Park"),
        ("A man who gives his name only as Bohdan opened.", "Bohdan"),
        ("Juan Carlos Pérez, 34, left at dawn.", "Juan Carlos Pérez"),
        ("The drawings of G. K. Tolmin were lost.", "G. K. Tolmin"),
        ("Ilham Tohti, an economist, was detained.", "Ilham Tohti"),
        ("Kiribati’s Taneti Maavau flew home.", "Taneti Maavau"),
        ("“It slid,” said Zuwena Khamis Ally, 31, at noon.", "Zuwena Khamis Ally"),
        ("If they object, ask Morita-san first.", "Morita"),
        ("Thanks to Rev. O'Brack who came.", "O'Brack"),
    ],
)
def test_a_person_is_known_by_the_words_around(text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Most Critics Agree That Nothing Works",
        "Closed Gate, Quiet Water: What the Papers Say",
        "The President said nothing.",
        "However, Spring came early.",
        "A Jakarta-based monitor counted.",
        "May and June were dry.",
        "They asked by telephone Jan. 9-12 in all.",
        "Harbour Senator Throws Hat in the Ring To Mend Wall",
        "She won two Tony Awards for it.",
        "Then Cyclone Paula came.",
        "Creative Commons - Attribution-ShareAlike 4.0 International",
    ],
)
def test_capitals_alone_make_no_person(text: str) -> None:
    assert persons(text) == []


def test_a_name_is_one_name_however_its_apostrophe_is_printed() -> None:
    text = "“No,” said Jean O’Neil. “Yes,” said Jean O'Neil."
    assert [span.canonical for span in found(text)] == ["Jean O'Neil"] * 2


def test_a_surname_is_known_by_the_full_name() -> None:
    text = "“No,” said Ilse Marant, its director. Marant had seen it. “I had,” Marant added."
    assert [span.canonical for span in found(text)] == ["Ilse Marant"] * 3


def test_a_family_name_that_comes_first_is_known_too() -> None:
    text = "Wu Jianhua, a scholar, declined. Later Wu said that he had forgotten."
    assert [span.canonical for span in found(text)] == ["Wu Jianhua"] * 2


def test_a_surname_that_two_share_stays_by_itself() -> None:
    text = "Anna Kolde, a judge, and Peter Kolde, a poet, are cousins. Kolde said no."
    assert [span.canonical for span in found(text)] == ["Anna Kolde", "Peter Kolde", "Kolde"]


def test_a_country_is_not_a_persons_surname() -> None:
    assert told("Jordan hosts refugees; Michael Jordan does not.") == [
        "Jordan GPE Jordan",
        "Michael Jordan PERSON Michael Jordan",
    ]


def test_a_surname_that_is_a_place_needs_its_title() -> None:
    text = "Ricardo Lagos spoke. President Lagos left. He flew to Lagos."
    assert [(span.label, span.canonical) for span in found(text)] == [
        ("PERSON", "Ricardo Lagos"),
        ("PERSON", "Ricardo Lagos"),
        ("GPE", "Lagos"),
    ]


def test_an_editors_brackets_complete_a_name() -> None:
    text = "Ruo [Lin, from the academy] argued that it was. Ruo said so twice."
    assert {span.canonical for span in found(text)} >= {"Ruo Lin"}


def test_titles_and_adjectives_stay_outside() -> None:
    assert told("Turkish President Halit Oran left.") == [
        "Turkish NORP Turkish",
        "Halit Oran PERSON Halit Oran",
    ]


def test_many_persons_of_a_passage_take_time_in_proportion() -> None:
    def work(count: int) -> None:
        text = "the river ran on and on, " * 20 + "Zorth Vendriss met him. "
        list(persons_of.proposals(text * count, []))

    assert growth.factor(work, 30) < growth.BOUND
