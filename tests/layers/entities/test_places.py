"""Places, events, laws and works by the nouns and marks around them."""

import pytest
from entity_reading import found, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lies in Jilin province.", ["Jilin province GPE Jilin"]),
        ("Villagers of Gulu district fled.", ["Gulu district GPE Gulu"]),
        ("It lies in the Chinese city of Shenyang.",
         ["Chinese NORP Chinese", "Shenyang GPE Shenyang"]),
        ("They swam the Orvel river.", ["Orvel river LOC Orvel River"]),
        ("Lake Tanganyika is deep.", ["Lake Tanganyika LOC Lake Tanganyika"]),
        ("They live in the Pankisi Gorge.", ["Pankisi Gorge LOC Pankisi Gorge"]),
        ("It divides the Korean peninsula.", ["Korean peninsula LOC Korean Peninsula"]),
        ("A fence on the Serbia-Hungary border.",
         ["Serbia-Hungary border LOC Hungary–Serbia border"]),
        ("A road to the Sino-Mongolian border.",
         ["Sino-Mongolian border LOC China–Mongolia border"]),
        ("Nobody of them (Ky.) left.", ["Ky. GPE Kentucky"]),
        ("Nobody left (W.Va.).", ["W.Va. GPE West Virginia"]),
        ("It was in Brenning, Okla., and shut.",
         ["Brenning GPE Brenning", "Okla. GPE Oklahoma"]),
        ("It was in May, Miss. They said so.", []),
        ("It was in Brenning, Peru.", ["Brenning GPE Brenning", "Peru GPE Peru"]),
        ("They camp near Ixtepec.", ["Ixtepec GPE Ixtepec"]),
        ("PHNOM PENH — Nobody came.", ["PHNOM PENH GPE Phnom Penh"]),
        ("The Sundar Bridge fell.", ["Sundar Bridge FAC Sundar Bridge"]),
        ("Is Sundar Monastery worth it?", ["Sundar Monastery FAC Sundar Monastery"]),
        ("They met at Orvel Marae.", ["Orvel Marae FAC Orvel Marae"]),
        ("She lives on Orvel Ave.", ["Orvel Ave FAC Orvel Ave"]),
        ("Send it to 12 Orvel Rd, please.", []),
        ("A kiosk on Avenida de Orvel burned.",
         ["Avenida de Orvel FAC Avenida de Orvel"]),
        ("The flat is in Orvelstraße, upstairs.", ["Orvelstraße FAC Orvelstraße"]),
        ("A truck fell on Route 30 at dawn.", ["Route 30 FAC Route 30"]),
        ("He spoke at Camp Orvel, late.", ["Camp Orvel FAC Camp Orvel"]),
        ("Orvel camp holds many.", ["Orvel camp FAC Orvel camp"]),
        ("He won for the Orvel camp.", []),
        ("They sat outside the Peruvian embassy in Phnom Penh.",
         ["Peruvian embassy FAC Peruvian Embassy in Phnom Penh", "Phnom Penh GPE Phnom Penh"]),
        ("The Peruvian embassy said nothing.", ["Peruvian embassy ORG Peruvian Embassy"]),
        ("Yanji/Jilin province is cold.", ["Yanji GPE Yanji", "Jilin province GPE Jilin"]),
    ],
)  # fmt: skip
def test_a_place_is_named_with_its_kind(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled from Tumen to Lima.", "Tumen GPE Tumen"),
        ("She is held in Tumen.", "Tumen GPE Tumen"),
        ("They crossed the Tumen at night.", "Tumen LOC Tumen River"),
        ("The river froze; Tumen is shallow.", "Tumen LOC Tumen River"),
        ("They patrol the Yalu and Tumen.", "Tumen LOC Tumen River"),
        ("The Yalu and Tumen rivers froze.", "Tumen rivers LOC Tumen River"),
        ("The Yalu froze.", "Yalu LOC Yalu River"),
    ],
)
def test_a_rivers_bare_name_that_a_town_has_too_needs_the_river(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The peninsula is divided.",
        "Closed Gate",
        "One River",
        "They came by sea.",
        "She left in March.",
    ],
)
def test_a_kind_without_a_name_is_no_place(text: str) -> None:
    assert [entry for entry in told(text) if " GPE " in entry or " LOC " in entry] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It binds under the 1951 Refugee Convention.",
         ["1951 Refugee Convention LAW Convention Relating to the Status of Refugees"]),
        ("See the Charter on Selm and Peoples’ Rights.",
         ["Charter on Selm and Peoples’ Rights LAW Charter on Selm and Peoples' Rights"]),
        ("See the Renters’ Rights Bill.", ["Renters’ Rights Bill LAW Renters' Rights Bill"]),
        ("They signed the Selm Act. They read the Act on Tuesday.",
         ["Selm Act LAW Selm Act", "Act LAW Selm Act"]),
        ("They want to revive the Selm Roadmap.", ["Selm Roadmap LAW Selm Roadmap"]),
        ("Under Decree 2019-0056 they may not.", ["Decree 2019-0056 LAW Decree 2019-0056"]),
        ("They cited Republic v. Kolde again.", ["Republic v. Kolde LAW Republic v. Kolde"]),
        ("Withdraw Directive 41 at once.", ["Directive 41 LAW Directive 41"]),
        ("She sang in his film The Salt of the Delta, too.",
         ["The Salt of the Delta WORK The Salt of the Delta"]),
        ("Her first feature, Salt, won a prize.", ["Salt WORK Salt"]),
        ("It opened at the film Festival of Brass.", []),
        ("They met at COP28 in May.", ["COP28 EVENT COP28"]),
        ("They signed the Treaty of Waitangi.", ["Treaty of Waitangi LAW Treaty of Waitangi"]),
        ("See the 1998 Lagos Protocol.", ["1998 Lagos Protocol LAW Lagos Protocol"]),
        ("See the Convention on Lost Ships.",
         ["Convention on Lost Ships LAW Convention on Lost Ships"]),
        ("UN Security Council Resolution 2397 forbids it.",
         ["UN Security Council Resolution 2397 LAW UN Security Council Resolution 2397"]),
        ("It fought the Korean War.", ["Korean War EVENT Korean War"]),
        ("They watched the Nairobi Olympics.", ["Nairobi Olympics EVENT Nairobi Olympics"]),
        ("A report entitled “Nowhere to Hide” appeared.", ["Nowhere to Hide WORK Nowhere to Hide"]),
        ("She wrote the book “Salt and Rope” last year.", ["Salt and Rope WORK Salt and Rope"]),
    ],
)  # fmt: skip
def test_laws_events_and_works_have_names(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Withdraw the directive at once.", "He calls them “guests”.", "International Law is slow."],
)
def test_a_bare_noun_is_no_law_and_scare_quotes_no_work(text: str) -> None:
    assert [entry for entry in told(text) if " LAW " in entry or " WORK " in entry] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The governor of Lagos State left.", "Lagos State"),
        ("Lagos State Governor Ann Orr left.", "Lagos State"),
        ("The Islamic State left.", None),
        ("A Lagos State University clerk left.", None),
        ("The State of Lagos left.", None),
    ],
)
def test_a_listed_place_with_state_behind_it_is_one_name(text: str, place: str | None) -> None:
    states = [each.text for each in found(text) if each.label == "GPE" and "State" in each.text]
    assert states == ([place] if place else [])


def test_a_building_s_noun_amid_a_name_ends_none() -> None:
    assert not [each for each in found("We like Harbour Street Grill.") if each.label == "FAC"]
