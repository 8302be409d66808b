"""Whose words they are, and which: sentences of the kinds that a reader of whole articles meets."""

import pytest

from annotate import pipeline
from annotate.model import Quote
from tests.layers.quotes.test_layouts import told
from tests.layers.quotes.test_proposals import quotes


def sources(words: str) -> list[str]:
    return [each.source.canonical for each in quotes(words) if each.source]


@pytest.mark.parametrize(
    "words",
    [
        "The court clerk ruled that out.",
        "The board turned that down, though nobody asked.",
        "Ann Orr has denied that.",
    ],
)
def test_that_alone_is_no_clause(words):
    assert quotes(words) == []


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The clerk says that is “nonsense”.", "that is “nonsense”"),
        ("Ann Orr thinks that's wrong.", "that's wrong"),
        ("The board said that would ruin the mill.", "that would ruin the mill"),
        ("Ann Orr said in May that the lock was sound.", "the lock was sound"),
        (
            "Ann Orr said that had it rained, the mill would run.",
            "had it rained, the mill would run",
        ),
        ("Ann Orr said that the lock was sound.", "the lock was sound"),
    ],
)
def test_that_is_a_subject_before_a_helper_and_a_mark_before_a_clause(words, content):
    assert [each.text for each in quotes(words)] == [content]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Three times the province has assured the judges that a plan is coming.", "province"),
        ("Twice the board has said that it would pay.", "board"),
        ("Every year the mayor promises that the dyke will hold.", "mayor"),
        ("Mr Kolde twice said that the dyke was sound.", "Kolde"),
        (
            "Several pilots, some of them retired, told the board that it was late.",
            "several pilots",
        ),
        ("The nurses, both of whom work in Brenn, said that it was late.", "nurses"),
        ("The union, which claims the rota is illegal, warned the yard twice.", "union"),
        ("The board, which said in May that it was sound, has told the miller nothing.", "board"),
        ("The teachers' claim that the roof fell is disputed.", "teachers"),
        ("We learned from the clerk that the files were gone.", "clerk"),
        ("I heard from the baker that the oven was cracked.", "baker"),
        ("Selm woke to headlines suggesting that the mayor had fled.", "headlines"),
        ("The Wire got a board adviser admitting that the plan is flawed.", "board adviser"),
        ("Most owners have a boat, with 90% saying that they sail it.", "90%"),
        ("A clerk there said that the wall was weak.", "clerk"),
        ("Not everyone agrees with me that the road should open.", "not everyone"),
        ("A source at the airline complained of having been left out.", "source at the airline"),
        ("Teachers in Brenn and Selm said that it was late.", "teachers in Brenn and Selm"),
        ("It is shut, officials in Brenn, the region's capital, said.", "officials in Brenn"),
        ("Rep. Eric Swale (D-CA) emerged and said that it was late.", "Eric Swale"),
        ("Orr is close to the edge where the media starts saying, “He is done.”", "media"),
    ],
)
def test_the_source_is_the_subject_and_nothing_around_it(words, source):
    assert sources(words) == [source]


@pytest.mark.parametrize(
    ("before", "said", "source"),
    [
        ("A foreman at the mill admitted it.", "He claimed the owner knew.", "foreman at the mill"),
        ("My uncle rowed on the lake.", "He said that it was cold.", "uncle"),
        ("Our neighbour keeps bees.", "She says that smoke calms them.", "neighbour"),
        ("Two widows signed the letter.", "They said that the well was dry.", "two widows"),
        ("Ferrymen met the board.", "They insist that the tide is early.", "ferrymen"),
        ("The chairman, Pavel Sorn, left.", "The chairman said that he was tired.", "Pavel Sorn"),
        ("The headmistress, Ann Orr, left.", "As the headmistress says, it leaks.", "Ann Orr"),
        ("The party named a candidate. Ann Orr spoke.", "She said that it was late.", "Ann Orr"),
        ("Ann Orr was Mayor then.", "The Mayor said it was late.", "Ann Orr"),
        (
            "Tom Orr wrote it. Ms Dane met Sorrel Kolde. Kolde films her walks. She cut it.",
            "He said that it was late.",
            "Tom Orr",
        ),
        ("Ann Orr has been Prime Minister.", "The Prime Minister said it was late.", "Ann Orr"),
        (
            "President Ann Orr met former president Tom Hale.",
            "The president said that it was late.",
            "Ann Orr",
        ),
        (
            "The spokesman, Dr Felix Orr, accused the minister of hiding.",
            "According to him, nearly all of it was sold.",
            "Felix Orr",
        ),
        ("The mine shut.", "In its letter to Selm Water, it claimed to be sound.", "it"),
    ],
)
def test_who_is_spoken_of_is_found_again(before, said, source):
    assert sources(f"{before} {said}")[-1] == source


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The board rejected it as “hearsay” without reading it.", "it as “hearsay”"),
        ("The drivers' league disagrees: it says that no lorry waits.", "no lorry waits"),
        ("The court, which held that the lease was void, has asked for it.", "the lease was void"),
        ("The board asked the clerk in June if the wall would hold.", "if the wall would hold"),
        (
            "It was plain: the ferrymen, state television reported, had cut the cable.",
            "the ferrymen, state television reported, had cut the cable",
        ),
    ],
)
def test_what_is_said_ends_and_begins_with_it(words, content):
    assert content in [each.text for each in quotes(words)]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (
            "A Courier poll found Ann Orr trailing Hale by nine points.",
            "Ann Orr trailing Hale by nine points",
        ),
        ("The survey found most tenants ready to strike.", "most tenants ready to strike"),
        ("The inquiry found no evidence that the guards had slept.", "the guards had slept"),
        ("Pell maintains his innocence.", "his innocence"),
        (
            "Residents have voiced concerns with the height of the wall.",
            "concerns with the height of the wall",
        ),
        (
            "Orr said the board has no plan, a bad sign, “because it never met.”",
            "the board has no plan, a bad sign, “because it never met.”",
        ),
    ],
)
def test_what_is_found_voiced_and_maintained_is_said(words, content):
    assert [each.text for each in quotes(words)] == [content]


@pytest.mark.parametrize(
    "words",
    [
        "The campaign smells of “I need to hold my base intact because it is not growing.”",
        "Hale came back to air his same old “vote for me because I am one of you” ad.",
        "It is as if the board were saying, “trust us, we know better.”",
        "The mill is calling it quits after nine years.",
    ],
)
def test_what_is_only_imagined_is_said_by_nobody(words):
    assert quotes(words) == []


def test_a_surname_opens_a_sentence_with_a_capital():
    assert sources("Pieter de Wit spoke. De Wit said that it snowed.") == ["Pieter de Wit"]


def test_labels_have_capitals_of_any_alphabet_and_the_narrator_none():
    assert told(
        "Who saw the fire is asked here.",
        "ÓRGANO: Did you see it?",
        "ŁUKASZ: I did. You could smell the tar.",
        "She nods and looks away.",
        "ÓRGANO: And who called?",
    ) == [
        ("Órgano", ":", "Did you see it?"),
        ("Łukasz", ":", "I did. You could smell the tar."),
        ("Órgano", ":", "And who called?"),
    ]


def test_a_block_is_of_whom_the_sentence_above_it_is():
    words = "Ann Orr keeps bees. She puts it plainly:\n\n> The oven was cold. Nobody lit it.\n"
    document = pipeline.tag(pipeline.read(words, id="t", form="markdown"), layers=("quote",))
    block = [each for each in document.spans if isinstance(each, Quote)][-1]
    assert block.source is not None
    assert block.source.canonical == "Ann Orr"
