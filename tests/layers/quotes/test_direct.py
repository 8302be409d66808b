"""Direct speech in the forms that news has it, each with its speaker and the verb that says so."""

import pytest

from tests.layers.quotes.test_proposals import quotes as drawn
from tests.layers.quotes.test_quotes import found


def told(words: str, *, parsed: bool = False) -> list[tuple[str, str | None]]:
    spans = drawn(words) if parsed else found(words)
    return [(each.words, each.source and each.source.canonical) for each in spans]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "“Who counts the boats?” Kolde asked. “Nobody does.”",
            [("Who counts the boats?", "Anja Kolde"), ("Nobody does.", "Anja Kolde")],
        ),
        (
            "“The ferry is small,” Kolde said, adding, “We have only one.”",
            [("The ferry is small,", "Anja Kolde"), ("We have only one.", "Anja Kolde")],
        ),
        (
            "“We were told it was safe,” Kolde, who asked not to be named, said.",
            [("We were told it was safe,", "Anja Kolde")],
        ),
        (
            "\"It feels like, 'Oh, the dam can wait,'\" Kolde told the council.",
            [("It feels like, 'Oh, the dam can wait,'", "Anja Kolde")],
        ),
        (
            '“The board should answer for the dam," Verrin said.',
            [("The board should answer for the dam,", "Tomas Verrin")],
        ),
        (
            '" The dam is full , " Verrin said . " It will hold for a year . "',
            [("The dam is full ,", "Tomas Verrin"), ("It will hold for a year .", "Tomas Verrin")],
        ),
        (
            "“I like the plan,” Kolde said, but “when it comes to money, it is silent.”",
            [
                (
                    "I like the plan, … but “when it comes to money, it is silent.”",
                    "Anja Kolde",
                )
            ],
        ),
        (
            "Kolde said: ‘My father’s house stood here.’",
            [("My father’s house stood here.", "Anja Kolde")],
        ),
    ],
)
def test_each_form_has_its_speaker(words, said):
    assert told(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Senator Edda Morn scolded him: “The engineers are nearly all against you.”",
            [("The engineers are nearly all against you.", "Edda Morn")],
        ),
        (
            "Said Edda Morn: “The engineers are nearly all against you.”",
            [("The engineers are nearly all against you.", "Edda Morn")],
        ),
        (
            "With thousands of boats on the river, “there is no way back,” Edda Morn said.",
            [("With thousands of boats on the river, “there is no way back,”", "Edda Morn")],
        ),
        (
            "“The dam held,” Edda Morn wrote, adding that the road was closed.",
            [("The dam held,", "Edda Morn"), ("the road was closed", "Edda Morn")],
        ),
        (
            "Edda Morn said they had found the bus “upside down, with its lights on.”",
            [("they had found the bus “upside down, with its lights on.”", "Edda Morn")],
        ),
    ],
)
def test_a_parse_finds_the_speaker_too(words, said):
    assert told(words, parsed=True) == said


def test_a_demand_that_somebody_refuses_is_not_theirs():
    words = "Edda Morn rejected the demand for “an immediate halt”."
    assert "an immediate halt" not in [each.text for each in drawn(words)]


def test_two_who_take_turns_need_no_verb():
    answers = found(
        "“Did you sign the permit?” Kolde asked.",
        "“I signed many things,” Verrin replied.",
        "“That was not my question.”",
        "“It is my answer.”",
        "The judge looked up.",
        "“Order.”",
    )
    assert [(each.text, each.source and each.source.canonical) for each in answers[2:]] == [
        ("That was not my question.", "Anja Kolde"),
        ("It is my answer.", "Tomas Verrin"),
    ]


def test_whoever_spoke_above_goes_on_where_nothing_is_told_behind_it():
    said = found(
        "“We were never asked,” Kolde said, as the fence went up.",
        "“They came one morning. Nobody in the street knew why.”",
        "“It was still dark.”",
        "Verrin has another view. “We wrote to all,” he said. The letters are lost.",
        "“Nobody has found them to this day.”",
    )
    assert [(each.text, each.source and each.source.canonical) for each in said] == [
        ("We were never asked,", "Anja Kolde"),
        ("They came one morning. Nobody in the street knew why.", "Anja Kolde"),
        ("It was still dark.", "Anja Kolde"),
        ("We wrote to all,", "Tomas Verrin"),
    ]


_LEAD = "The fence went up in May, on both sides of the street, before the shops had opened. " * 3


@pytest.mark.parametrize(
    "above",
    ['"We were never asked," Anja Kolde said.', "Anja Kolde said that nobody was ever asked."],
)
def test_paragraphs_that_open_with_a_mark_go_on_until_one_closes(above):
    speech = '"They came one morning, all of them.', '"It was still dark."'
    said = drawn("\n\n".join([_LEAD, above, *speech, "The street is quiet."]))
    assert [(each.text, each.source and each.source.canonical) for each in said[1:]] == [
        ("They came one morning, all of them.", "Anja Kolde"),
        ("It was still dark.", "Anja Kolde"),
    ]


def test_a_heading_in_other_marks_is_nobodys_speech():
    said = found('"We were never asked," Kolde said.', "'All of them were wrong, again.'")
    assert [each.text for each in said] == ["We were never asked,"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "In the words of Verrin, “the wall was a painting of a wall.”",
            [("the wall was a painting of a wall.", "Tomas Verrin")],
        ),
        (
            "Kolde called the report “incomplete” and “unfair”.",
            [("the report “incomplete” and “unfair”", "Anja Kolde")],
        ),
    ],
)
def test_other_ways_of_quoting(words, said):
    assert told(words) == said
