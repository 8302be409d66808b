"""What a trained pipeline proposes, and what of the rules' proposals stands beside it."""

import pytest

from annotate import language, pipeline
from annotate.layers.entities import agreement, alike, modelled
from annotate.layers.entities.proposals import Proposal, settled
from annotate.model import ENGLISH, Entity


def proposal(start: int, end: int, label: str, by: str, *, weak: bool = False) -> Proposal:
    """A proposal at a place, of a label and an origin."""
    return Proposal(start=start, end=end, label=label, canonical="x", by=by, weak=weak)


MODEL = proposal(4, 11, "ORG", "model:english")


@pytest.mark.parametrize(
    "other",
    [
        proposal(4, 11, "ORG", "rule:organisation"),
        proposal(4, 11, "ORG", "rule:letters", weak=True),
        proposal(4, 11, "GPE", "gazetteer:countries"),
        proposal(4, 11, "PERSON", "codebook"),
        proposal(20, 30, "PERSON", "rule:author"),
    ],
)
def test_what_is_agreed_with_or_stated_stands(other: Proposal) -> None:
    kept = agreement.agreed([MODEL], [other])
    assert [(each.label, each.by, each.weak) for each in kept] == [
        ("ORG", "model:english", False),
        (other.label, other.by, False),
    ]


@pytest.mark.parametrize(
    "other",
    [
        proposal(4, 11, "GPE", "gazetteer:cities"),
        proposal(0, 11, "PERSON", "rule:given-name"),
        proposal(20, 30, "PERSON", "rule:person-form", weak=True),
    ],
)
def test_what_the_pipeline_reads_otherwise_falls(other: Proposal) -> None:
    assert agreement.agreed([MODEL], [other]) == [MODEL]


def test_a_full_name_behind_a_title_stands_where_the_pipeline_sees_none() -> None:
    titled = proposal(20, 30, "PERSON", "rule:title-and-name")
    assert agreement.agreed([MODEL], [titled]) == [MODEL, titled]


def test_a_listed_name_of_several_words_is_more_than_one_of_them() -> None:
    listed = Proposal(
        start=4, end=16, label="LOC", canonical="Hindu Kush", by="gazetteer:regions"
    )  # fmt: skip
    assert agreement.agreed([MODEL], [listed]) == [MODEL, listed]
    assert settled([MODEL, listed]) == [listed]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The MV Brenn Star sank.", "MV Brenn Star"),
        ("The MV Brenn Star sank.", "Brenn Star"),
        ("Court strips ally of seat", "Court"),
        ("We are there till Thurs only.", "Thurs"),
        ("Rates fell. #SELMWATCH", "SELMWATCH"),
        ("Turnout was told by ward.", "ward"),
    ],
)
def test_a_ship_a_day_and_a_bare_noun_are_no_names(
    text: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = "PERSON" if name.islower() else "ORG"
    place = (text.index(name), text.index(name) + len(name), label, None)
    monkeypatch.setattr(modelled, "_names", lambda passage: [place])  # noqa: ARG005
    parsed = language.read(pipeline.read(text, id="t", form="text"), name=ENGLISH)
    (passage,) = parsed.passages
    assert list(modelled.proposals(passage, ENGLISH)) == []


def unsure(start: int, end: int, label: str) -> Proposal:
    """What the pipeline proposes and is not sure of."""
    return Proposal(
        start=start, end=end, label=label, canonical="x", by="model:english", score=0.2
    )  # fmt: skip


def test_what_the_pipeline_is_not_sure_of_stands_where_a_rule_says_the_same() -> None:
    academy = proposal(20, 30, "ORG", "rule:organisation")
    assert agreement.agreed([MODEL, unsure(20, 30, "ORG")], [academy]) == [MODEL, academy]
    assert agreement.agreed([MODEL, unsure(20, 30, "ORG")], []) == [MODEL]
    assert agreement.agreed([MODEL, unsure(20, 30, "FAC")], [academy]) == [MODEL]
    guess = proposal(20, 30, "PERSON", "rule:person-form", weak=True)
    assert agreement.agreed([MODEL, unsure(20, 30, "PERSON")], [guess]) == [MODEL]


def test_what_a_list_knows_is_no_doubtful_something_else() -> None:
    listed = proposal(20, 31, "FAC", "gazetteer:regions")
    office = proposal(20, 31, "ORG", "rule:organisation")
    assert agreement.agreed([unsure(20, 31, "ORG")], [office, listed]) == []


def test_a_list_knows_a_name_of_several_words_and_a_people_better() -> None:
    strip = Proposal(start=4, end=14, label="FAC", canonical="Orsk Strip", by="model:english")
    listed = proposal(4, 14, "GPE", "gazetteer:regions")
    assert agreement.agreed([strip], [listed]) == [strip, listed]
    people = proposal(4, 11, "NORP", "gazetteer:groups")
    assert agreement.agreed([MODEL], [people]) == [MODEL, people]


def test_a_noun_behind_a_listed_place_makes_an_unsure_name_longer() -> None:
    listed = proposal(20, 25, "GPE", "gazetteer:provinces")
    name = unsure(20, 31, "GPE")
    assert agreement.agreed([name], [listed]) == [name]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Hetman Jan Kolde", "Jan Kolde"),
        ("Datuk Seri Anwar Verrin", "Anwar Verrin"),
        ("Lt. Gen. Ivo Kolde", "Ivo Kolde"),
        ("Dean Kolde", "Dean Kolde"),
        ("King", "King"),
    ],
)
def test_a_title_is_no_part_of_a_person(name: str, person: str) -> None:
    assert name[modelled._office(name) :] == person


def test_a_place_with_its_noun_is_known_without_it() -> None:
    assert modelled._canonical("Orsk province", "GPE") == "Orsk"
    assert modelled._canonical("Orsk Province", "GPE") == "Orsk Province"


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("GUSTAV III", "Gustav III"),
        ("JOHN PAUL II", "John Paul II"),
        ("Angela VERRIN", "Angela Verrin"),
        ("ANNA DO", "ANNA DO"),
        ("Ann BBC", "Ann BBC"),
    ],
)
def test_a_person_in_capitals_keeps_the_number_only(name: str, canonical: str) -> None:
    assert modelled._canonical(name, "PERSON") == canonical


def test_who_owns_a_body_is_a_name_apart() -> None:
    text = "The U.N.'s Food Organization met McDonald's Selm Limited."
    both = (4, 28, "ORG", 0.9), (33, 56, "ORG", 0.8)
    names = [text[start:end] for start, end, *_ in modelled._apart(text, both)]
    assert names == ["Food Organization", "McDonald's Selm Limited"]


def test_a_province_of_several_words_stands_where_the_pipeline_sees_none() -> None:
    listed = Proposal(
        start=20, end=34, label="GPE", canonical="South Carolina", by="gazetteer:provinces"
    )  # fmt: skip
    assert agreement.agreed([MODEL], [listed]) == [MODEL, listed]
    town = proposal(20, 34, "GPE", "gazetteer:provinces")
    assert agreement.agreed([MODEL], [town]) == [MODEL]


def test_two_organisations_of_which_one_is_letters_are_two() -> None:
    text = "OHRD and Harbour Forward sued; the Bench and Bar Council and ILV-Karu did not."
    both = (0, 24, "ORG", 0.9), (35, 56, "ORG", 0.8), (61, 69, "ORG", 0.8)
    names = [text[start:end] for start, end, *_ in modelled._apart(text, both)]
    assert names == ["OHRD", "Harbour Forward", "Bench and Bar Council", "ILV-Karu"]


def test_a_place_is_a_place_throughout_unless_somebody_bears_its_name() -> None:
    def name(label: str, canonical: str) -> Entity:
        return Entity(
            label=label,
            start=0,
            end=1,
            text=canonical,
            by="model:english",
            score=0.6,
            canonical=canonical,
        )  # fmt: skip

    found = [name("GPE", "Karst"), name("PERSON", "Karst"), name("PERSON", "Ivo Stamm")]
    assert [each.label for each in alike.alike(found)] == ["GPE", "GPE", "PERSON"]
    assert [each.by for each in alike.alike(found)][1] == "rule:alike"
    borne = [*found, name("PERSON", "Dara Karst")]
    assert [each.label for each in alike.alike(borne)][1] == "PERSON"


def test_a_given_name_that_is_no_place_is_a_person_wherever_it_stands():
    def name(label: str, by: str = "model:english") -> Entity:
        return Entity(label=label, start=0, end=1, text="Beth", by=by, canonical="Beth")

    found = [name("GPE"), name("PERSON"), name("GPE")]
    assert [each.label for each in alike.alike(found)] == ["PERSON"] * 3
    found = [name("GPE", by="gazetteer:cities"), name("PERSON"), name("GPE")]
    assert [each.label for each in alike.alike(found)] == ["GPE"] * 3


def test_who_is_mostly_read_as_a_person_is_one_wherever_no_list_knows_the_name():
    def name(label: str, by: str = "model:english") -> Entity:
        return Entity(label=label, start=0, end=1, text="RoMark", by=by, canonical="RoMark")

    found = [name("GPE"), name("PERSON"), name("PERSON")]
    assert [each.label for each in alike.alike(found)] == ["PERSON"] * 3


def test_the_odd_one_out_of_several_readings_of_a_word_is_what_the_others_are() -> None:
    def name(label: str, by: str = "model:english") -> Entity:
        return Entity(label=label, start=0, end=1, text="Karst", by=by, canonical="Karst")

    found = [name("GPE"), name("ORG"), name("GPE")]
    assert [each.label for each in alike.alike(found)] == ["GPE"] * 3
    assert [each.label for each in alike.alike(found[:2])] == ["GPE", "ORG"]
    stated = [name("GPE"), name("ORG", "codebook"), name("GPE")]
    assert [each.label for each in alike.alike(stated)] == ["GPE", "ORG", "GPE"]


def test_a_type_noun_makes_a_name_longer() -> None:
    river = proposal(0, 10, "LOC", "rule:water")
    name = proposal(0, 4, "LOC", "model:english")
    assert agreement.agreed([name], [river]) == [name, river]
    assert agreement.agreed([proposal(0, 4, "PERSON", "model:english")], [river])[1:] == []


def test_a_people_s_adjective_before_a_common_noun_is_the_people_s_name() -> None:
    bank = Proposal(start=0, end=12, label="FAC", canonical="Ostrean bank", by="model:english")
    people = Proposal(
        start=0, end=7, label="NORP", canonical="Ostrean", by="codebook", country=True
    )
    assert agreement.agreed([bank], [people]) == [people]


def test_a_listed_body_before_a_common_noun_is_the_body_s_name() -> None:
    force = Proposal(start=0, end=10, label="ORG", canonical="LOTA force", by="model:english")
    body = Proposal(start=0, end=4, label="ORG", canonical="x", by="gazetteer:organisations")
    assert agreement.agreed([force], [body]) == [body]
    agency = Proposal(start=0, end=16, label="ORG", canonical="LOTA news agency", by="model:x")
    assert agreement.agreed([agency], [body])[0] == agency


@pytest.mark.parametrize(
    ("text", "name", "label", "more"),
    [
        ("He lent The Salt of Selm to me.", "Salt of Selm", "WORK", 4),
        ("The Salt of Selm was lent to me.", "Salt of Selm", "WORK", 0),
        ("He asked the Selm Union.", "Selm Union", "ORG", 0),
        ("Its engineer, Md. Shahid Alam, left.", "Shahid Alam", "PERSON", 4),
        ("“It is late,” E. Alex Jung wrote.", "Alex Jung", "PERSON", 3),
        ("We gave her vitamin E. Alex Jung left.", "Alex Jung", "PERSON", 0),
    ],
)
def test_what_a_name_opens_with_is_a_part_of_it(
    text: str, name: str, label: str, more: int
) -> None:
    assert modelled._left_out(text, text.index(name), label) == more


def test_a_year_that_an_event_is_named_with_is_a_part_of_it() -> None:
    text = "It was the Great Fire of 1666, the Great Fire of 1904-5 and the Talks of 1920."
    ends = [
        text.index(name) + len(name)
        for name in ("Fire", "Great Fire of 1666, the Great Fire", "Talks")
    ]
    assert [modelled._dated(text, end) for end in ends] == [8, 0, 0]


def test_a_creed_before_a_common_noun_is_its_followers() -> None:
    school = Proposal(start=0, end=12, label="ORG", canonical="Lutor school", by="model:english")
    creed = Proposal(start=0, end=5, label="NORP", canonical="x", by="gazetteer:groups")
    assert creed in agreement.agreed([school], [creed]) or not agreement.agreed([school], [creed])
    assert school not in agreement.agreed([school], [creed])


def test_a_byline_s_name_ends_with_the_byline() -> None:
    both = proposal(0, 20, "PERSON", "model:english")
    author = proposal(0, 11, "PERSON", "rule:author")
    assert agreement.agreed([both], [author]) == [author]


def test_two_listed_places_are_two_without_their_comma_too() -> None:
    parts = [proposal(0, 6, "GPE", "codebook"), proposal(7, 17, "GPE", "codebook")]
    assert agreement.agreed([proposal(0, 17, "GPE", "model:english")], parts) == parts


def test_peoples_are_known_in_the_singular() -> None:
    text = "The Karelians left for Brenn."
    document = pipeline.read(text, id="t", form="text")
    parsed = language.read(document, name=ENGLISH)
    found = [each for one in parsed.passages for each in modelled.proposals(one, ENGLISH)]
    assert ("Karelian", "NORP") in [(each.canonical, each.label) for each in found]


def test_a_place_in_capitals_is_the_place() -> None:
    document = pipeline.read("KARELIN, May 3 — Ferries left for Karelin.", id="t", form="text")
    places = pipeline.tag(document, layers=("entity",)).spans
    assert [each.canonical for each in places if isinstance(each, Entity)] == ["Karelin"] * 2


def test_by_and_score_lead_to_the_model() -> None:
    document = pipeline.read("Ines Calder of Brightwater Freight resigned.", id="t", form="text")
    (person, *_) = pipeline.tag(document, layers=("entity",)).spans
    assert (person.text, person.label, person.by) == ("Ines Calder", "PERSON", "model:english")
    assert person.score is not None
    assert modelled.SURE <= person.score <= 1


@pytest.mark.parametrize(
    ("name", "label", "kept"),
    [
        ("Selm 40", "FAC", "Selm"),
        ("Gate 12", "FAC", "Gate 12"),
        ("Harbour 4", "ORG", "Harbour 4"),
        ("School Decree of 2012", "LAW", "School Decree"),
        ("Ferry Act of 2012", "LAW", "Ferry Act of 2012"),
        ("Ruth Able KC", "PERSON", "Ruth Able"),
        ("Joan Orsk, MP", "PERSON", "Joan Orsk"),
        ("Ilma Sorek QC OBE", "PERSON", "Ilma Sorek"),
        ("ANNA DO", "PERSON", "ANNA DO"),
        ("Lorn Bank SC", "ORG", "Lorn Bank SC"),
    ],
)
def test_a_number_year_or_letters_behind_a_name_are_none_of_its_words(
    name: str, label: str, kept: str
) -> None:
    assert name[: len(name) - modelled._beyond(name, label)] == kept


def test_a_mountain_by_its_noun_needs_no_agreement() -> None:
    mountain = proposal(0, 12, "LOC", "rule:before-land")
    assert agreement.agreed([], [mountain]) == [mountain]
    assert agreement.agreed([proposal(0, 12, "PERSON", "model:english")], [mountain])[1:] == []


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Bosnian Serbs fled over the river.", "Bosnian Serbs"),
        ("The Turkish Cypriot negotiator agreed.", "Turkish Cypriot"),
    ],
)
def test_a_people_of_two_words_is_one_name(words: str, people: str) -> None:
    found = pipeline.tag(pipeline.read(words, id="x"), pipeline=ENGLISH, layers=("entity",)).spans
    assert [each.text for each in found] == [people]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hairdresser Ilma Sorek, 34, said that the bridge was too old.", "Ilma Sorek"),
        ("Cllr Odile Sifri said that the bridge was too old.", "Odile Sifri"),
        ("Maître Odile Sifri calls the hotline a toy.", "Odile Sifri"),
        ("Licenciado Rodrigo Arza suggested that the city could wait.", "Rodrigo Arza"),
        ("The trade union federation CORI said that it had lost.", "CORI"),
    ],
)
def test_what_somebody_is_stands_before_the_name(text: str, name: str) -> None:
    document = pipeline.tag(pipeline.read(text, id="t", form="text"), layers=("entity",))
    assert name in [each.canonical for each in document.spans if isinstance(each, Entity)]


def test_an_arabic_surname_stands_without_its_article():
    text = "Nobody knew Omar al-Harrani before. Mr Harrani said that it had to stop."
    document = pipeline.tag(pipeline.read(text, id="t", form="text"), layers=("entity",))
    names = [each.canonical for each in document.spans if isinstance(each, Entity)]
    assert names == ["Omar al-Harrani", "Omar al-Harrani"]


def test_a_surname_of_two_words_means_who_has_it() -> None:
    text = "Nobody knew Aïda El Mansour before. Ms El Mansour said that it had to stop."
    document = pipeline.tag(pipeline.read(text, id="t", form="text"), layers=("entity",))
    names = [each.canonical for each in document.spans if isinstance(each, Entity)]
    assert names == ["Aïda El Mansour", "Aïda El Mansour"]


def test_a_passage_may_have_tens_of_thousands_of_names() -> None:
    names = [
        proposal(10 * n, 10 * n + 5, "GPE", by, weak=bool(n % 2))
        for n in range(30_000)
        for by in ["rule:letters" if n % 2 else "gazetteer:cities"]
    ]
    assert settled(names) == names
    asked = [proposal(10 * n, 10 * n + 5, "GPE", "model:english") for n in range(30_000)]
    assert agreement.agreed(asked, names)[:30_000] == asked
