"""Whose is what, where a sentence has more than one who speaks, and clauses that lack a subject."""

import pytest

from tests.layers.quotes.test_proposals import quotes


def told(words: str) -> list[tuple[str, str | None]]:
    """What is said, its parts joined, and by whom, in order."""
    return [(each.text, each.source.canonical if each.source else None) for each in quotes(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The mill will be sold, Morn said, and 40 jobs would go, according to a clerk.",
            [("The mill will be sold", "Morn"), ("40 jobs would go", "clerk")],
        ),
        (
            "The union says the wards are “full to the doors,” the nurse said.",
            [("the wards are “full to the doors,”", "union"), ("full to the doors,", "nurse")],
        ),
        (
            "Pell said she had never seen such a flood, her neighbour recalled.",
            [
                ("Pell said she had never seen such a flood", "neighbour"),
                ("she had never seen such a flood", "Pell"),
            ],
        ),
        (
            "The ministry said that 40 had died, while the Red Cross put the toll at 90.",
            [("40 had died", "ministry"), ("the toll at 90", "Red Cross")],
        ),
        (
            "Its president, Oskar Pell, described the offer as “late” and refused to say more.",
            [("the offer as “late”", "Oskar Pell")],
        ),
    ],
)
def test_what_each_of_two_says_ends_at_the_other(words, expected):
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "content", "source"),
    [
        ("The plan, which critics say would cost 40 million, was passed.",
         "would cost 40 million", "critics"),
        ("The captain, who a clerk of the union said had been dismissed, denied it.",
         "had been dismissed", "clerk of the union"),
        ("A commander whom the army says was killed in May appeared on television.",
         "was killed in May", "army"),
        ("Orr condemned what the board called “a lawful theft.”", "a lawful theft.", "board"),
        ("The union rejected what it called an insult.", "an insult", "union"),
        ("In what the mayor described as a victory for tenants, the law fell.",
         "a victory for tenants", "mayor"),
    ],
)  # fmt: skip
def test_a_relative_clause_reports(words, content, source):
    assert (content, source) in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "The river feeds what locals call the Sink.",
        "The sum that the union is demanding would cost the city dear.",
        "She agreed that the board’s rules should be read.",
        "It is what the regime would deem a subversive book.",
    ],
)
def test_a_relative_clause_that_names_or_asks_reports_nothing(words):
    found = {each.by.removesuffix("+model") for each in quotes(words)}
    assert not found & {"rule:called-what", "rule:relative-clause"}


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("People who were told to leave have been “treated like cattle,” the priest said.",
         "People who were told to leave have been “treated like cattle,”"),
        ("He won them by “kindness” until they took him for “a saint,” Morn told the Wire.",
         "He won them by “kindness” until they took him for “a saint,”"),
        ("His minister, he told the envoys, considered the trawlers a plague.",
         "His minister, he told the envoys, considered the trawlers a plague"),
        ("When she hires a clerk, Anja Kolde said, she asks for two letters.",
         "When she hires a clerk, Anja Kolde said, she asks for two letters"),
        ("Though the first move was easy, Pell said, the second would be much harder.",
         "Though the first move was easy, Pell said, the second would be much harder"),
        ("Pell called the mayor a “bully,” an “oaf,” “late” and “lost.”",
         "the mayor a “bully,” an “oaf,” “late” and “lost.”"),
        ("Pell characterized the mayor as, “a little desperate there, jumping in all the time.”",
         "the mayor as, “a little desperate there, jumping in all the time.”"),
        ("Pell said he plans to put to good use the approximately $18 million he says he raised.",
         "he plans to put to good use the approximately $18 million he says he raised"),
        ("Pell tweeted in the early morning hours that the mayor was “late” and “lost.”",
         "the mayor was “late” and “lost.”"),
        ("Pell said that the dam – built in 1900 – was old.", "the dam – built in 1900 – was old"),
        ("Pell said they sought another man - a suspect with a warrant.",
         "they sought another man - a suspect with a warrant"),
        ("Pell said that the dam was old - nobody had asked him.", "the dam was old"),
        ("Anyone who thinks the dam is old should ask Pell.", "the dam is old"),
        ("The man who told the board that the dam had failed was sacked.", "the dam had failed"),
        ("What the board says it will pay is too little.", "it will pay"),
        ("The mill was sold in May, the Courier has learned.", "The mill was sold in May"),
        ("The plan was described as a waste of money.", "a waste of money"),
        ("“Did you shoot him? He better not be dead,” she yells.",
         "Did you shoot him? He better not be dead,"),
        ("The dam leaks, the Courier reported, citing two clerks.", "The dam leaks"),
        ("That is why, Pell argued, the board should be ready.",
         "That is why, Pell argued, the board should be ready"),
        ("However, Pell said, the mill is closed.", "the mill is closed"),
        ("In a letter, Pell said, the clerks were often late.", "the clerks were often late"),
        ("That survey, he explained, found nothing new.",
         "That survey, he explained, found nothing new"),
        ("The deputy urged the envoy to remind them that foreign vessels pay less.",
         "the envoy to remind them that foreign vessels pay less"),
        ("Vets say that bites have doubled, a figure which the chamber disputes.",
         "bites have doubled"),
        ("Pell added that the stock is gone and that, as a scientist, he sees no reason to hope.",
         "the stock is gone and that, as a scientist, he sees no reason to hope"),
        ("Still, boats, says Pell, can teach people a trade.",
         "Still, boats, says Pell, can teach people a trade"),
        ("Teachers, wrote Mr. Pell in Saturday's Courier, enjoy “thirteen weeks of leisure.”",
         "Teachers, wrote Mr. Pell in Saturday's Courier, enjoy “thirteen weeks of leisure.”"),
        ("The board said it was disappointed by the ruling, which it described as a setback.",
         "it was disappointed by the ruling"),
        ("The board said it was disappointed by the ruling, which it described as a setback.",
         "a setback"),
        ("Pell was well, said the manager of the Selm Fund, Edda Morn, who found him there.",
         "Pell was well"),
        ("Pell suggests refraining from giving advice unless that person asks for it.",
         "refraining from giving advice unless that person asks for it"),
        ("Pell accused the board of inaction over the delay of its works by the town.",
         "the board of inaction over the delay of its works by the town"),
        ("Pell accused the council of neglect under the old plan.",
         "the council of neglect under the old plan"),
        ("Pell accused the board of delay on Monday.",
         "the board of delay"),
        ("Pell said she heard the crash, and then a boat sped past.",
         "she heard the crash, and then a boat sped past"),
        ("The “silent majority,” Pell said, wants the wall.",
         "The “silent majority,” Pell said, wants the wall"),
        ("The mayor said he will not obey, and though clerks told him that he risks jail, he left.",
         "he will not obey"),
        ("The mayor smiled, and though clerks reminded him that he risks prison, he left.",
         "he risks prison"),
    ],
)  # fmt: skip
def test_what_is_said_is_whole(words, content):
    assert content in [text for text, _ in told(words)]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("US officials argued that the bridge was safe.", "US officials"),
        ("US officials themselves argued that the bridge was safe.", "US officials"),
        ("WHO officials said the fever was over.", "WHO officials"),
        ("IT workers said the pay was low.", "IT workers"),
        ("A Ministry of Health (MoH) clerk said it leaks.", "Ministry of Health (MoH) clerk"),
        ("Nurses at the gate, when I asked them, said they hid it.", "nurses at the gate"),
        ("Our lawyers say that the toll is legal.", "lawyers"),
        ("Likewise, some 235 clerks have signed letters saying it leaks.", "some 235 clerks"),
        ("A Wire reporter who has worked as an editor there said it leaks.", "wire reporter"),
        ("French Minister of Foreign Affairs Anna Kolde said it leaks.", "Anna Kolde"),
        ("Macy’s said it would close.", "Macy's"),
        ("Asked by Justice Anna Kolde whether the wall had leaked, he smiled.", "Anna Kolde"),
        (
            "Democrats on the water board sued, saying that it leaks.",
            "Democrats on the water board",
        ),
    ],
)
def test_capitals_are_no_pronouns_and_brackets_no_end(words, source):
    assert [name for _, name in told(words)] == [source]


def test_marks_may_close_with_two_single_ones():
    assert told("“The cars talk to Selm,’’ Ms. Morn said. “It’s what they do.’’") == [
        ("The cars talk to Selm,", "Morn"),
        ("It’s what they do.", "Morn"),
    ]


def test_a_line_that_leads_to_speech_yields_to_its_own_speaker():
    found = quotes(
        "Harbour News reports:\n\n“The bond is too dear,” Pell’s lawyers wrote. “It is.”"
    )
    assert {each.source.canonical for each in found if each.source} == {"Pell's lawyers"}


@pytest.mark.parametrize(
    ("before", "then", "source"),
    [
        ("Selm’s drivers’ union said that the pay was low. He met teachers.",
         "The union puts the loss at 68 million.", "Selm's drivers' union"),
        ("Families of the dead reject this.", "They fear that it will be used.", "families"),
        ("The minister, Oskar Pell, was absent.", "According to him, the dam leaks.", "Oskar Pell"),
        ("The Minister of Health, Edda Morn, left.",
         "The minister has not signed, arguing that it costs too much.", "Edda Morn"),
        ("Opponents call it a shame.", "They suspect that it will be used.", "opponents"),
        ("The European Union was silent. Oskar Pell owns two boats.",
         "His union said that the survey was wrong.", "union"),
        ("Mill Watch sold the works.",
         "The development bank that had asked for it says that it helped.", "development bank"),
    ],
)  # fmt: skip
def test_a_body_by_kind_is_who_spoke_as_one_or_itself(before, then, source):
    assert told(f"{before}\n\n{then}")[-1][1] == source


def test_who_spoke_last_is_who_stands_last():
    found = quotes(
        "The pastor Oskar Pell drew people by telling them that he was “a saint”, Edda Morn said."
        "\n\n“Once they came, nobody could leave,” she said."
    )
    assert found[-1].source
    assert found[-1].source.canonical == "Edda Morn"


def test_what_is_called_so_is_a_thing():
    assert told("Morn calls that estimate “a guess with decimals.”") == [
        ("that estimate “a guess with decimals.”", "Morn")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Pell hopes that the river will heal.",
        "It hardly explains why the council voted.",
        "The deal values the mill at 40 million.",
        "Pell might stay at home if she thinks the vote was bought.",
        "The clerk declined to comment on the letter.",
        "Fever on board the ship in June claimed the life of a former teacher.",
        "The league published its plan to remove the weir.",
        "The court could very well decide that Pell is a risk.",
        "It will be said that the dam is safe.",
    ],
)
def test_wishes_things_and_what_is_hardly_done_report_nothing(words):
    assert told(words) == []
