"""Positions told by set phrases, sides taken by answering, and offices that mean a person."""

from pathlib import Path

import pytest

from annotate.codebook import Codebook, Topic
from annotate.layers.stances.measures import DEEDS
from annotate.layers.stances.offices import home, offices, resolved
from annotate.layers.stances.positions import POSITIONS
from annotate.layers.stances.slogans import SLOGANS
from annotate.model import AUTHOR, Entity, Mention
from tests.layers.stances.test_bare_statements import held

KOLDE = "Anja Kolde"
VERRIN = "Tomas Verrin"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Kolde is in favour of the curfew.", "supports"),
        ("Kolde is not in favour of the curfew.", "opposes"),
        ("Kolde remains firmly opposed to the curfew.", "opposes"),
        ("Kolde has ruled out a curfew.", "opposes"),
        ("Kolde has grave doubts about the curfew.", "opposes"),
        ("Kolde stands by the curfew.", "supports"),
        ("Kolde has nothing against the curfew.", "supports"),
        ("Kolde is furious about the curfew.", "opposes"),
        ("Kolde is delighted with the curfew.", "supports"),
        ("Kolde would keep the curfew.", "supports"),
        ("Kolde would end the curfew at once.", "opposes"),
        ("Kolde has filed an objection to the curfew.", "opposes"),
        ("Kolde has gathered 18,000 signatures against the curfew.", "opposes"),
        ("Kolde promised a curfew.", "supports"),
        ("Kolde is among the supporters of the curfew.", "supports"),
        ("Kolde made the case against the curfew.", "opposes"),
        ("Kolde has no confidence in the curfew.", "opposes"),
        ("Kolde has withdrawn her support for the curfew.", "opposes"),
    ],
)
def test_a_set_phrase_tells_a_position(words, label):
    assert (KOLDE, label, "curfew") in held(words)


def test_each_phrase_has_an_example():
    files = [each for each in Path(__file__).parent.iterdir() if each.suffix in {".py", ".tsv"}]
    lines = [line for each in files for line in each.read_text("utf-8").splitlines()]
    rows = (*POSITIONS, *SLOGANS, *DEEDS)
    assert [row.name for row in rows if not any(map(row.pattern.search, lines))] == []


def test_what_is_only_asked_is_no_position():
    assert held("Nobody knew whether Kolde would keep the curfew.") == set()


def test_what_a_verb_is_about_may_stand_before_it():
    found = held("Tomas Verrin, whom we admire, lives under the curfew.")
    assert not any(who == AUTHOR for who, *_ in found)


@pytest.mark.parametrize(
    "who", ["drivers' federation", "chamber of commerce", "guild", "ferry company"]
)
def test_what_a_body_wants_to_do_is_its_position(who):
    assert (who, "supports", "curfew") in held(f"The {who} wants to keep the curfew.")


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("Kolde disagrees.", "opposes"),
        ("Kolde does not share this view.", "opposes"),
        ("Kolde cannot agree.", "opposes"),
        ("Kolde takes a different view.", "opposes"),
        ("Kolde sees it differently.", "opposes"),
        ("Kolde is not convinced.", "opposes"),
        ("Kolde protested against this.", "opposes"),
        ("Kolde rejects such arguments.", "opposes"),
        ("Kolde dismissed these claims.", "opposes"),
        ("Kolde turned that down.", "opposes"),
        ("Kolde does not think so.", "opposes"),
        ("Kolde is of a different opinion.", "opposes"),
        ("Kolde took exception to this.", "opposes"),
        ("Kolde does not accept that argument.", "opposes"),
        ("Kolde sees it the same way.", "supports"),
        ("Kolde is of the same mind.", "supports"),
        ("Kolde shares that hope.", "supports"),
        ("Kolde agrees.", "supports"),
        ("Kolde shares this view.", "supports"),
    ],
)
def test_who_answers_is_on_the_same_side_or_the_other(answer, label):
    assert (KOLDE, label, "curfew") in held(f"Verrin defended the curfew. {answer}")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Kolde said that the curfew must stay.", "supports"),
        ("Kolde said that the curfew must not stay.", "opposes"),
        ("Kolde called for the curfew to be scrapped.", "opposes"),
        ("Kolde urged the city to end the curfew.", "opposes"),
        ("Kolde marched out of the hall to demand a curfew.", "supports"),
    ],
)
def test_a_demand_is_for_what_it_wants_and_against_what_it_wants_ended(words, label):
    assert {side for who, side, topic in held(words) if topic == "curfew"} == {label}


def test_a_deed_that_is_only_spoken_of_is_nobody_s():
    assert not any(who == "protesters" for who, *_ in held("Verrin saw the protest in the curfew."))


@pytest.mark.parametrize(
    "source", ["documents seen by the Courier", "a poll of 1,004 adults", "records from the port"]
)
def test_what_only_shows_holds_nothing(source):
    assert held(f"According to {source}, the curfew must stay.") == set()


@pytest.mark.parametrize(
    ("verdict", "label"),
    [
        ("Kolde called that claim misleading.", "opposes"),
        ("Kolde described this argument as absurd.", "opposes"),
        ("Kolde considers such criticism unfair.", "opposes"),
        ("Kolde calls the argument excellent.", "supports"),
    ],
)
def test_a_verdict_on_a_claim_answers_who_made_it(verdict, label):
    assert (KOLDE, label, "curfew") in held(f"Verrin defended the curfew. {verdict}")


CLAIMS = Codebook(
    topics={
        "dam": Topic(key="dam", statement="The Sorrel dam should be built."),
        "flood": Topic(key="flood", statement="The Sorrel dam will flood the valley."),
    }
)


@pytest.mark.parametrize(
    "words",
    [
        "Kolde called claims that the dam would flood the valley misleading.",
        "Kolde described warnings that the dam would flood the valley as nonsense.",
        "Kolde called reports that the dam would poison and flood the valley absurd.",
    ],
)
def test_a_claim_is_denied_by_who_calls_it_wrong_and_nothing_else_is(words):
    assert held(words, book=CLAIMS) == {(KOLDE, "opposes", "flood")}


@pytest.mark.parametrize(
    ("between", "answer", "sides"),
    [
        ("Pell said that the winter was long.", "Kolde is of a different opinion.", set()),
        ("Pell said that the boats were late.", "Kolde disagrees.", set()),
        ("Marant said that the ice was thin.", "Kolde sees it differently.", set()),
        ("Pell said that the bridge must be built.", "Kolde disagrees.", {("opposes", "bridge")}),
        (
            "Pell said that the bridge must be built.",
            "On the curfew, Kolde is of a different opinion.",
            {("opposes", "curfew")},
        ),
    ],
)
def test_an_answer_is_to_who_spoke_last_or_on_what_it_names(between, answer, sides):
    found = held(f"Verrin defended the curfew. {between} {answer}")
    assert {(label, topic) for who, label, topic in found if who == KOLDE} == sides


@pytest.mark.parametrize("verb", ["disputed", "challenged", "questioned"])
def test_whose_figures_are_doubted_is_answered(verb):
    answer = f"Kolde {verb} the figures given for the curfew."
    found = held(f"Verrin defended the curfew. {answer}")
    assert {label for who, label, _ in found if who == KOLDE} == {"opposes"}
    assert held(answer) == set()


@pytest.mark.parametrize(
    ("words", "who", "label"),
    [
        ("Kolde admits Verrin is not keen on the curfew.", VERRIN, "opposes"),
        ("Kolde said that Verrin opposes the curfew.", VERRIN, "opposes"),
        ("Kolde believes that Verrin is in favour of the curfew.", VERRIN, "supports"),
    ],
)
def test_who_tells_another_s_attitude_shows_none(words, who, label):
    assert held(words) == {(who, label, "curfew")}


@pytest.mark.parametrize(
    "words",
    [
        "Kolde asked whether Verrin backs the curfew.",
        "Marant left before Pell knew whether Verrin supported the curfew.",
        "If Verrin rejects the curfew, the harbour will be calm.",
    ],
)
def test_what_is_only_asked_or_supposed_is_no_attitude(words):
    assert not any(who == VERRIN for who, *_ in held(words))


def test_nobody_disagrees_with_nobody():
    assert held("Kolde disagrees.") == set()


TEXT = (
    "The health minister, Radek Moll, spoke. Ana Kovel, the director of the clinic, did not. "
    "“No,” said their group leader, Lene Falk. The Dorvanian leader, Edda Morn, nodded."
)
NAMED = ("Radek Moll", "Ana Kovel", "Lene Falk", "Edda Morn")


def named(words: str) -> Entity:
    start = TEXT.index(words)
    return Entity(
        label="PERSON",
        start=start,
        end=start + len(words),
        text=words,
        by="rule:test",
        canonical=words,
    )


@pytest.mark.parametrize(
    ("before", "said", "who"),
    [
        ("The ", "health minister", "Radek Moll"),
        ("The ", "minister", "Radek Moll"),
        ("The ", "director of the clinic", "Ana Kovel"),
        ("its ", "director", "Ana Kovel"),
        ("the ", "group leader", "Lene Falk"),
        ("A ", "minister", "minister"),
        ("The ", "trade minister", "trade minister"),
        ("The ", "nurse", "nurse"),
        ("The ", "Dorvanian leader", "Edda Morn"),
    ],
)
def test_an_office_means_who_was_named_with_it(before, said, who):
    known = offices(TEXT, [named(each) for each in NAMED])
    text = f"{before}{said} left."
    holder = Mention(canonical=said, start=len(before), end=len(before) + len(said))
    found = resolved(holder, text, known)
    assert found == Mention(canonical=who, start=holder.start, end=holder.end)


def country(words: str, stands_for: str | None = None) -> Entity:
    return Entity(
        label="GPE", start=0, end=len(words), text=words, by="rule:test", canonical=words,
        stands_for=stands_for,
    )  # fmt: skip


def test_a_ministry_s_stance_is_its_country_s():
    of_whom = home([country("Selm"), country("Vantor", "Ostrea"), country("Vantor", "Ostrea")], [])
    assert of_whom == "Ostrea"
    for ministry in ("Ministry of Health", "trade ministry", "Treasury"):
        holder = Mention(canonical=ministry, start=0, end=len(ministry))
        assert resolved(holder, ministry, {}, of_whom) == Mention(
            canonical="Ostrea", start=0, end=len(ministry)
        )
        assert resolved(holder, ministry, {}, None) == holder


def test_a_place_of_which_no_government_is_named_is_no_country():
    assert home([country("Brenn")], []) is None


@pytest.mark.parametrize(
    ("said", "who"),
    [("BRENN - Prosecutors", "prosecutors"), ("VANTOR – Anja Kolde", KOLDE)],
)
def test_a_dateline_is_nobody_s_name(said, who):
    holder = Mention(canonical=said, start=0, end=len(said))
    assert resolved(holder, said, {}).canonical == who  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("judge on Wednesday", "judge"),
        ("harbour agency itself", "harbour agency"),
        ("railway there", "railway"),
        ("mechanic whom I know", "mechanic"),
        ("committee appointed by the State", "committee"),
        ("judge on the bench", "judge on the bench"),
    ],
)
def test_what_hangs_on_a_description_is_none_of_it(said, who):
    holder = Mention(canonical=said, start=0, end=len(said))
    assert resolved(holder, said, {}).canonical == who  # type: ignore[union-attr]
