"""Where what is said begins and ends, where a pipeline has drawn the trees."""

import pytest

from annotate.grammar import reading
from annotate.layers.quotes import content
from tests.layers.quotes.drawn import drawn
from tests.layers.quotes.test_proposals import quotes


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (
            "Verrin said that the dam was sound, but the board closed the road.",
            "the dam was sound",
        ),
        (
            "Verrin said “old rules” and the valley below would hold them up.",
            "“old rules” and the valley below would hold them up",
        ),
        (
            "The dam is sound, Edda Morn said, pointing at the wall.",
            "The dam is sound",
        ),
        (
            "Edda Morn has promised to close the camp, most recently in May.",
            "to close the camp, most recently in May",
        ),
        ("The board promised last week to publish the report.", "to publish the report"),
        (
            "Edda Morn dismissed the claims as “fantasy,” adding nothing.",
            "the claims as “fantasy,”",
        ),
        ("There is a perception among clerks that nothing will change.", "nothing will change"),
        (
            "What the town needs, Edda Morn argues, is a bridge.",
            "What the town needs, Edda Morn argues, is a bridge",
        ),
        ("In July, says Edda Morn, the wall fell.", "the wall fell"),
        ("The deal, wrote Edda Morn, “is dead.”", "The deal, wrote Edda Morn, “is dead.”"),
        ("In May, Edda Morn wrote, “the deal is dead.”", "the deal is dead."),
        (
            "The man, said Edda Morn in May, was “a liar.”",
            "The man, said Edda Morn in May, was “a liar.”",
        ),
        (
            "Whether the plant will close depends, officials say, on the courts.",
            "Whether the plant will close depends, officials say, on the courts",
        ),
        (
            "The stock, the clerks had written in May, could bear no more boats.",
            "The stock, the clerks had written in May, could bear no more boats",
        ),
        (
            "The wind rose, and Morn would, she announced, carry the stones herself.",
            "Morn would, she announced, carry the stones herself",
        ),
        (
            "Verrin rose. The error, he submitted, was that of a clerk.",
            "The error, he submitted, was that of a clerk",
        ),
        (
            "The firm’s own manual, Morn noted, assumed up to 150mm.",
            "The firm’s own manual, Morn noted, assumed up to 150mm",
        ),
        (
            "It owns a pit in which, the Courier has reported, the mayor has a share.",
            "the mayor has a share",
        ),
        ("She rang nine times and was told that help was on its way.", "help was on its way"),
        ("We were told never to put figures in a letter.", "never to put figures in a letter"),
        (
            "Verrin had been warned of raiders among the traders.",
            "raiders among the traders",
        ),
        ("We are told that next time will be different.", "next time will be different"),
        (
            "The dam is sound, said Edda Morn, a geographer who lives below it.",
            "The dam is sound",
        ),
        (
            "VANTOR — The dam is an insult to all, villagers said, as rain began to fall.",
            "The dam is an insult to all",
        ),
        (
            "The new dam “is a monument to haste,” Edda Morn said.",
            "The new dam “is a monument to haste,”",
        ),
        (
            "Edda Morn told The Estuary Review the dam was sound.",
            "the dam was sound",
        ),
        (
            "Edda Morn told angry residents the dam was sound.",
            "the dam was sound",
        ),
        (
            "Officials have promised an open inquiry into the failure of the dam.",
            "an open inquiry into the failure of the dam",
        ),
        (
            "Verrin said the dam was “sound” and that the board had looked “twice this year”.",
            "the dam was “sound” and that the board had looked “twice this year”",
        ),
        (
            "Verrin accused the board of being “careless” with the money of the town.",
            "the board of being “careless” with the money of the town",
        ),
        (
            "“The dam is sound,” Verrin told “Night & Day.”",
            "The dam is sound,",
        ),
        (
            "Edda Morn wrote in a letter to the board, which met in May, that the dam was sound.",
            "the dam was sound",
        ),
        (
            "Edda Morn called for a halt to the works, which began in May.",
            "a halt to the works",
        ),
        (
            "A man who claimed to be the warden was arrested at the dam.",
            "to be the warden",
        ),
        (
            "However, the dam is sound, Edda Morn said.",
            "the dam is sound",
        ),
        (
            "The board said the dam rose by a foot and that it expects more.",
            "the dam rose by a foot and that it expects more",
        ),
        (
            "Edda Morn told her staff in a memo obtained by the Courier that the dam was sound.",
            "the dam was sound",
        ),
        (
            "According to a clerk at the ministry, who asked not to be named, the dam is sound.",
            "the dam is sound",
        ),
        (
            "A petition calling for the dam to be closed has gathered 3,000 names.",
            "the dam to be closed",
        ),
        (
            "Edda Morn says the dam is sound, but is it?",
            "the dam is sound",
        ),
        (
            "However, the dam is “very sound”, Edda Morn said.",
            "the dam is “very sound”",
        ),
        (
            "Edda Morn said the toll had risen by half this year, “significantly” raising costs.",
            "the toll had risen by half this year, “significantly” raising costs",
        ),
        (
            "Edda Morn dismissed claims that the dam would break as rubbish.",
            "claims that the dam would break as rubbish",
        ),
        (
            "Edda Morn dismissed claims that the dam would break as rubbish.",
            "the dam would break",
        ),
        (
            "The loans went to hotels, amounting to what the senators said was economic nonsense.",
            "economic nonsense",
        ),
        (
            "The claim that the dam was sound is a joke.",
            "the dam was sound",
        ),
        (
            "Kolde asked the clerks to leave the town, and sold the road.",
            "the clerks to leave the town",
        ),
        ("The board urged both to return to talks, which broke down.", "both to return to talks"),
        ("Kolde said that the dam leaks, pointing to a crack.", "the dam leaks"),
        (
            "When Kolde said that the dam was “sound as a bell,” the crowd laughed.",
            "the dam was “sound as a bell,”",
        ),
        ("Kolde said that the dam leaks, while blaming the board for it.", "the dam leaks"),
        ("Kolde confirmed the new deal but did not say when it starts.", "the new deal"),
        (
            "Kolde calls that estimate “a guess with decimals.”",
            "that estimate “a guess with decimals.”",
        ),
        (
            "Kolde calls that estimate “a guess with decimals.” Pell counts what they cost in May.",
            "that estimate “a guess with decimals.”",
        ),
        ("Kolde said that the dam leaks, which the board denies.", "the dam leaks"),
        ("Kolde said that the dam leaks — something the board disputes.", "the dam leaks"),
        (
            "According to the board, the dam holds 30 tons (some 66,000 pounds) of water.",
            "the dam holds 30 tons (some 66,000 pounds) of water",
        ),
    ],
)
def test_what_is_said_ends_where_the_writer_goes_on(words, content):
    assert content in [each.text for each in quotes(words)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "The aides say it is too early to count the boats but noted that the vote is near.",
            ["it is too early to count the boats", "the vote is near"],
        ),
        (
            "Tomas Verrin is telling voters that the dam is safe and says he will raise it.",
            ["the dam is safe", "he will raise it"],
        ),
        (
            "Edda Morn has urged the board to open the lock but has said that she will wait.",
            ["the board to open the lock", "she will wait"],
        ),
    ],
)
def test_a_second_verb_ends_what_the_first_tells(words, said):
    assert [each.text for each in quotes(words)] == said


@pytest.mark.parametrize(
    "words",
    [
        "On “The Night Ferry,” Edda Morn said nothing of the dam.",
        "Edda Morn added a note of caution.",
        "The board planned to close the road.",
    ],
)
def test_titles_things_and_plans_are_not_said(words):
    assert quotes(words) == []


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The board vowed to close the road.", "to close the road"),
        ("Edda Morn blamed the board for the flood.", "the board for the flood"),
    ],
)
def test_what_is_done_by_saying_it_is_said(words, content):
    assert [each.text for each in quotes(words)] == [content]


@pytest.mark.parametrize(("proposed", "kept"), [(6, 7), (5, 7), (4, 4), (7, 7)])
def test_what_the_pipeline_cuts_off_before_its_noun_goes_on_to_it(proposed: int, kept: int) -> None:
    parsed = drawn(
        "They/PRON/2/nsubj want/VERB/0/ROOT an/DET/4/det end/NOUN/2/obj to/ADP/7/case"
        " night/NOUN/7/compound raids/NOUN/4/nmod ./PUNCT/2/punct"
    )
    (passage,) = parsed.passages
    assert content.headed(reading.read(passage, ()), 2, proposed) == kept
