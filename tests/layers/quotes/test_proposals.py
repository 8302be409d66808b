"""What the trained pipeline proposes of quotations, beside the rules."""

import pytest

from annotate import pipeline
from annotate.model import Quote

SAID = [
    ("The drivers' union counts “at most 25,000”, and asks who was counted.", "drivers' union"),
    ("Edda Morn of the ferry board warned that the Ilva would rise again.", "Edda Morn"),
]

NOT_SAID = [
    "Commanders praised the new watchtowers.",
    "The office regrets the delay.",
    "Nobody in the capital blamed the board for it.",
    "No one claimed that the dam was safe.",
    "Nothing in the report says that the dam was safe.",
]


def quotes(text: str) -> list[Quote]:
    """The quotations of a text, by rules and pipeline together."""
    document = pipeline.tag(pipeline.read(text, id="t", form="text"), layers=("quote",))
    return [span for span in document.spans if isinstance(span, Quote)]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Asked whether the wall leaked, Dara Linde replied that it did.", [None, "Dara Linde"]),
        ("Dara Linde was told that the wall leaked.", [None]),
        ("Dara Linde was told by the mayor that the wall leaked.", ["mayor"]),
        ("The inquiry heard that the wall had leaked for years.", [None]),
        ("Dara Linde asked whether the wall leaked.", ["Dara Linde"]),
    ],
)
def test_who_is_told_something_does_not_say_it(text: str, sources: list[str | None]) -> None:
    assert [each.source and each.source.canonical for each in quotes(text)] == sources


def test_who_rules_a_thing_out_is_not_what_is_ruled_out() -> None:
    assert quotes("A new wall was ruled out by Dara Linde in May.") == []


def test_a_description_has_the_words_of_a_name() -> None:
    words = "The Kostrel Drivers League sued. The drivers’ league said that the wall leaks."
    assert [each.source.canonical for each in quotes(words) if each.source] == [
        "Kostrel Drivers League"
    ]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_who_says_it_is_told_whole(text: str, source: str) -> None:
    assert source in [each.source.canonical for each in quotes(text) if each.source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“A birth does not wait,” said its president, Dara Linde.", "Dara Linde"),
        ("“A birth does not wait,” said a spokeswoman for the union, Dara Linde.", "Dara Linde"),
        ("According to its president, Dara Linde, the wards are full.", "Dara Linde"),
        ("According to the doctors, Dara Linde was well.", "doctors"),
        (
            "The Kostrel-based Harbour League (HL), a think-tank, said the wall leaks.",
            "Harbour League",
        ),
        ("Mill Lane Head of School Dara Linde wrote that the wall leaks.", "Dara Linde"),
        ("One of the engineers said that the wall leaks.", "one of the engineers"),
        ("Sen. Dara Linde, R-Ky., said that the wall leaks.", "Dara Linde"),
        ("“A birth does not wait,” said the mayor, and Ivo Stamm left.", "mayor"),
    ],
)
def test_whom_a_description_names_in_commas_is_who_says_it(text: str, source: str) -> None:
    assert [each.source.canonical for each in quotes(text) if each.source] == [source]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ministry, which terms the camp “a transit home”, was silent.", "ministry"),
        ("Both papers nicknamed him “the Eel” years ago.", "papers"),
        ("Dorvan styles the camp a “guest village” on its maps.", "Dorvan"),
        ("The mayor dubbed the plan “a gift to the rich” at the rally.", "mayor"),
    ],
)
def test_what_somebody_calls_it_in_marks_is_theirs(text: str, said: str) -> None:
    assert [(each.label, each.source.canonical) for each in quotes(text) if each.source] == [
        ("mixed", said)
    ]


@pytest.mark.parametrize("text", NOT_SAID)
def test_an_object_is_no_proposition(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Anja Kolde criticised the long silence of the ferry board.",
            "the long silence of the ferry board",
        ),
        (
            "The minister denied any part in the closing of the camp.",
            "any part in the closing of the camp",
        ),
        (
            "Anja Kolde's threat to close the lower road was soon forgotten.",
            "to close the lower road",
        ),
        (
            "Anja Kolde spoke of the many huts on the lower road.",
            "the many huts on the lower road",
        ),
        (
            "Anja Kolde is promising lower tolls and a new road.",
            "lower tolls and a new road",
        ),
    ],
)
def test_what_is_criticised_denied_or_threatened_is_told(words: str, said: str) -> None:
    assert [each.text for each in quotes(words)] == [said]


@pytest.mark.parametrize(
    "words",
    [
        "The Treasury calls them evacuees.",
        "Do the aides think that the boat can be raised?",
        "The ministry refused to publish the figures for July.",
        "Anja Kolde cited the unnamed clerk.",
        "The board should open the lower road and welcome the new tenants of Selm.",
        "Anja Kolde would mend the dam and denounce the old ferry contract.",
    ],
)
def test_what_is_only_named_asked_wished_or_left_undone_is_not_said(words: str) -> None:
    assert quotes(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Marant writes sentences that turn round in the doorway.",
        "Every generation writes one book to prove that the one before it was sentimental.",
        "The Ministry of Health advised boiling, which does not remove the substance.",
        "A bundle of letters written aboard the ferry that sank off Brenn went under the hammer.",
        "It's worth noting that this is the first flood in the history of Selm.",
        "Please also note that the ferry board will no longer take coins.",
    ],
)
def test_a_clause_apart_from_the_verb_or_of_nobodys_is_not_said(words: str) -> None:
    assert quotes(words) == []


@pytest.mark.parametrize(
    "words", ["The board reminded them of its “great concern” that nobody should go back to Selm."]
)
def test_a_noun_of_concern_leads_to_what_is_said(words: str) -> None:
    assert [each.text for each in quotes(words)] == ["nobody should go back to Selm"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Her claim that the dam was safe was read out in court.", ["the dam was safe"]),
        ("French claims that the dam was safe were read out.", ["the dam was safe"]),
        (
            "Feld's claim that prices carry all the information that minutes do rests on a model.",
            ["prices carry all the information that minutes do"],
        ),
        (
            "Kolde said the river was rising: “It has never been so high.”",
            ["the river was rising", "It has never been so high."],
        ),
        (
            "Dunst told parliament last week he would look at cases and promised to publish them.",
            ["he would look at cases", "to publish them"],
        ),
        (
            "Kolde says the board believes that the dam is safe.",
            ["the board believes that the dam is safe", "the dam is safe"],
        ),
        (
            "Verrin said his ministry reports that the river is low.",
            ["his ministry reports that the river is low", "the river is low"],
        ),
        (
            "Asked about his plans, Kolde laughed: “First the tortoise.”",
            ["First the tortoise."],
        ),
        (
            "The federation has urged both governments to sign a treaty.",
            ["both governments to sign a treaty"],
        ),
    ],
)
def test_what_is_said_begins_and_ends_where_it_does(words: str, said: list[str]) -> None:
    assert [each.text for each in quotes(words)] == said


@pytest.mark.parametrize("owner", ["Ostrea’s", "Ostrea's"])
def test_a_description_has_one_apostrophe(owner: str) -> None:
    found = quotes(f"{owner} press says the dam is full.")
    assert [each.source and each.source.canonical for each in found] == ["Ostrea's press"]


def test_a_claim_is_whose_it_is_told_to_be() -> None:
    found = quotes("Verrin came under fire on Monday for his claim that nobody had drowned.")
    assert [each.source and each.source.canonical for each in found] == ["Verrin"]


@pytest.mark.parametrize(
    "words",
    ["The Child Hunger Alliance urges ministers to:", "The union calls on the city council to:"],
)
def test_what_leads_to_a_list_is_no_content(words: str) -> None:
    assert quotes(words) == []
