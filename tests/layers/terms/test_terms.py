"""Whose word a contested term is, and how it is used."""

import pytest

from annotate.layers import quotes, terms
from annotate.model import Term
from tests.layers.reading_by_hand import parsed


def used(*paragraphs: str, kinds=(), **known) -> list[tuple[str, str, str, str]]:
    document, entities = parsed(paragraphs, kinds, **known)
    before = {"entity": entities}
    before["quote"] = tuple(quotes.find(document, before))
    found = [each for each in terms.find(document, before) if isinstance(each, Term)]
    assert all(document.text[t.start : t.end] == t.text for t in found)
    return [(t.label, t.text, t.holder, t.use) for t in found]


def test_a_word_in_the_writer_s_own_voice_is_the_author_s():
    assert used("Many refugees hide in Brenn.") == [("refugee", "refugees", "author", "own")]


def test_the_longest_word_wins_whatever_its_case_and_hyphens():
    assert used("Asylum-Seekers wait.") == [("refugee", "Asylum-Seekers", "author", "own")]


@pytest.mark.parametrize(
    ("words", "holder", "use"),
    [
        ("“We saw the squatters,” Verrin said.", "Tomas Verrin", "attributed"),
        ("Verrin says that squatters pay no rent.", "Tomas Verrin", "attributed"),
        ("“It [the squatters' camp] is gone,” Verrin said.", "author", "own"),
        ("Verrin calls them squatters.", "Tomas Verrin", "attributed"),
        ("The Ostrean government treats them as squatters.", "Ostrea", "attributed"),
        ("Treated by Ostrea as squatters, they hide.", "Ostrea", "attributed"),
        ("The squatters, as Verrin calls them, hide.", "Tomas Verrin", "attributed"),
        ("The squatters, as winter comes, hide.", "author", "own"),
        ("For Vantor these are “squatters”.", "Ostrea", "attributed"),
        ("Ostrea does not recognise them as refugees.", "Ostrea", "rejected"),
        ("Verrin says that they are not refugees.", "Tomas Verrin", "rejected"),
        ("They are not squatters.", "author", "rejected"),
        ("Verrin denied that they were refugees.", "Tomas Verrin", "rejected"),
        ("Verrin denied that it was the squatters' fault.", "Tomas Verrin", "attributed"),
        ("Verrin refuses to call them refugees.", "Tomas Verrin", "rejected"),
        ("For Verrin they are squatters.", "Tomas Verrin", "attributed"),
        ("For years they were squatters.", "author", "own"),
        ("What Verrin calls squatters is a village.", "Tomas Verrin", "attributed"),
        ("The Ostrean government arrested 40 “squatters”.", "Ostrea", "attributed"),
        ("The police cleared the “squatters”.", "police", "attributed"),
        ("A rule of 2002 ordered the removal of “squatters”.", "author", "mentioned"),
        ("The word “squatter” is old.", "author", "mentioned"),
        ("They spoke of nothing but “squatters” there.", "author", "mentioned"),
    ],
)
def test_who_gives_a_word_or_refuses_it_holds_it(words, holder, use):
    [(_, _, found, how)] = used(words)
    assert (found, how) == (holder, use)


def test_a_word_set_against_another_is_rejected_by_who_gave_the_other():
    assert used("Treated by Ostrea as squatters rather than refugees, they hide.") == [
        ("squatter", "squatters", "Ostrea", "attributed"),
        ("refugee", "refugees", "Ostrea", "rejected"),
    ]


def test_a_script_without_spaces_is_found_and_its_gloss_is_used_alike():
    assert used("The word 漂民 (piaomin), literally “drifting people”, is old.") == [
        ("drifter", "漂民", "author", "mentioned"),
        ("drifter", "piaomin", "author", "mentioned"),
        ("drifter", "drifting people", "author", "mentioned"),
    ]


def test_a_comment_s_word_is_its_writer_s():
    kinds = ("comment_meta", "comment")
    named = used("Karel J.", "These squatters.", kinds=kinds, author="Karel J.")
    nameless = used("x", "These squatters.", kinds=kinds, date="2013-09-29T18:03")
    assert named[0][2:] == ("Karel J.", "own")
    assert nameless[0][2:] == ("commenter 2013-09-29T18:03", "own")


def test_a_note_s_word_is_its_signer_s_or_the_publisher_s():
    assert used("On the refugees. – Jonas Feld", kinds=("note",))[0][2] == "Jonas Feld"
    assert used("On the refugees.", kinds=("note",))[0][2] == "Sino-Delta Notes"


def test_whom_somebody_gives_a_name_is_told_in_the_writer_s_word():
    assert used("Verrin referred to the refugees as “squatters”.") == [
        ("refugee", "refugees", "author", "own"),
        ("squatter", "squatters", "Tomas Verrin", "attributed"),
    ]
    assert used("Kolde said that Verrin described the refugees as squatters.") == [
        ("refugee", "refugees", "Anja Kolde", "attributed"),
        ("squatter", "squatters", "Tomas Verrin", "attributed"),
    ]


def test_a_word_set_against_what_was_said_is_refused_by_the_same_speaker():
    assert used("Verrin, who insists that they are squatters, not refugees, left.") == [
        ("squatter", "squatters", "Tomas Verrin", "attributed"),
        ("refugee", "refugees", "Tomas Verrin", "rejected"),
    ]


def test_a_word_of_a_name_is_no_use_and_one_of_a_description_is():
    assert used("The Refugee Convention of 1951 holds.") == []
    assert used("The refugee convention holds.")[0][2:] == ("author", "own")
