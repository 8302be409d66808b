"""Countries, peoples, capitals and governments, wherever they lie."""

import pytest
from entity_reading import found, told

from annotate.codebook import Codebook, Name

DELTA = Codebook(
    names={
        "Dorvania": Name(
            canonical="Dorvania",
            label="GPE",
            aliases=("LRD", "the Lowlands"),
            demonym="Dorvanian",
        ),
        "Selm": Name(canonical="Selm", label="GPE", stands_for="Dorvania"),
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled to Peru.", "Peru GPE Peru"),
        ("They fled to the DRC.", "DRC GPE Democratic Republic of the Congo"),
        ("They fled to the U.S.", "U.S. GPE United States"),
        ("They fled to Côte d’Ivoire.", "Côte d’Ivoire GPE Ivory Coast"),
        ("Many Malians fled.", "Malians NORP Malian"),
        ("Many Spaniards fled.", "Spaniards NORP Spanish"),
        ("Two Sri Lankan ships sank.", "Sri Lankan NORP Sri Lankan"),
        ("Kenya’s courts are slow.", "Kenya GPE Kenya"),
    ],
)
def test_a_country_or_people_has_one_name(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It blames the Chilean government.",
            ["Chilean government ORG Government of Chile → Chile"],
        ),
        (
            "It blames the US government.",
            ["US government ORG Government of the United States → United States"],
        ),
        ("The Nairobi government fell.", ["Nairobi government ORG Government of Kenya → Kenya"]),
        ("To the Government of Fiji:", ["Government of Fiji ORG Government of Fiji → Fiji"]),
        ("It blames the Iranian regime.", ["Iranian NORP Iranian"]),
        ("Cuban authorities refused.", ["Cuban NORP Cuban"]),
        (
            "The Indian and Nepali governments met.",
            ["Indian NORP Indian", "Nepali NORP Nepali"],
        ),
        (
            "To the Governments of Togo and Benin:",
            ["Togo GPE Togo", "Benin GPE Benin"],
        ),
    ],
)
def test_a_government_is_named_by_adjective_or_place(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ankara insists that it acted alone.",
        "It put pressure on Ankara.",
        "Ankara’s policy has changed.",
        "Talks with Ankara broke down.",
        "They want Ankara to act.",
        "The Ankara-backed militia left.",
        "Under an agreement with Ankara, it ends.",
    ],
)
def test_a_capital_that_acts_stands_for_its_country(text: str) -> None:
    assert told(text) == ["Ankara GPE Ankara → Turkey"]


@pytest.mark.parametrize(
    "text",
    ["Ankara and Baku signed it.", "Relations between Ankara and Baku are old."],
)
def test_two_capitals_that_deal_with_each_other_both_stand_for_theirs(text: str) -> None:
    assert told(text) == ["Ankara GPE Ankara → Turkey", "Baku GPE Baku → Azerbaijan"]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Ankara.",
        "He visited Ankara.",
        "She flew to Ankara.",
        "Ankara’s streets were empty.",
        "An Ankara-based lawyer wept.",
        "It shut its Ankara offices.",
        "A man from just west of Ankara is ill.",
        "The attack on Ankara was the worst.",
        "They saw Ankara’s notorious prison.",
    ],
)
def test_a_capital_that_is_a_place_stands_for_nothing(text: str) -> None:
    assert told(text) == ["Ankara GPE Ankara"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dorvanians left the LRD.", ["Dorvanians NORP Dorvanian", "LRD GPE Dorvania"]),
        ("They left the Lowlands.", ["Lowlands GPE Dorvania"]),
        ("Selm refused.", ["Selm GPE Selm → Dorvania"]),
        ("She was born in Selm.", ["Selm GPE Selm"]),
        (
            "The Dorvanian government fell.",
            ["Dorvanian government ORG Government of Dorvania → Dorvania"],
        ),
    ],
)
def test_a_codebook_brings_its_own_names(text: str, expected: list[str]) -> None:
    assert told(text, codebook=DELTA) == expected


def test_a_language_is_no_people() -> None:
    assert told("It was written in Portuguese.") == []
    assert told("It was read in Portuguese media.") == ["Portuguese NORP Portuguese"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sudan met South Sudan. The North agreed; the South did not.", ["Sudan", "South Sudan"]),
        ("North Korea shot. The South slept.", ["South Korea"]),
        ("It split North Vietnam. The South slept, and the North won.",
         ["South Vietnam", "North Vietnam"]),
        ("They talked in Northern Cyprus. The South agreed.", ["Cyprus"]),
        ("Sudan is large. The South agreed.", []),
        ("North Korea met South Sudan. The South slept.", []),
    ],
)  # fmt: skip
def test_a_direction_means_the_country_of_the_pair_that_a_text_names(
    text: str, meant: list[str]
) -> None:
    assert [span.canonical for span in found(text) if span.by == "rule:direction"] == meant
