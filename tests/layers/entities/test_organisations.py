"""Organisations, by their nouns, their letters and what a text says of them."""

import pytest
from entity_reading import found, told

from annotate.layers.entities import aliases, brackets, organisations
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import key
from tests import growth


def bodies(text: str) -> list[str]:
    """The organisations of a text, as they stand."""
    return [span.text for span in found(text) if span.label == "ORG"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He teaches at Kostrel University.", ["Kostrel University"]),
        ("He teaches at the University of Lagos.", ["University of Lagos"]),
        ("The Kostrel-based Drivers League met.", ["Drivers League"]),
        ("The state-backed Harbour League met.", ["Harbour League"]),
        ("The Ministry of Foreign Affairs and Trade agreed.",
         ["Ministry of Foreign Affairs and Trade"]),
        ("The Truth and Reconciliation Commission met.", ["Truth and Reconciliation Commission"]),
        ("The Syrian Network for Human Rights counted.", ["Syrian Network for Human Rights"]),
        ("The Mekong River Commission met.", ["Mekong River Commission"]),
        ("The Lord’s Resistance Army left.", ["Lord’s Resistance Army"]),
        ("The case went to the Supreme Court of India.", ["Supreme Court of India"]),
        ("She told the Lamp that it was over.", ["Lamp"]),
        ("She told the Mayor that it was over.", []),
        ("They told The Estuary Review.", ["The Estuary Review"]),
        ("The Dhaka Tribune reported it.", ["Dhaka Tribune"]),
        ("She is an analyst with LiNK.", ["LiNK"]),
        ("Human Rights Watch and Amnesty International agreed.",
         ["Human Rights Watch", "Amnesty International"]),
        ("The Defence Ministry denied it.", ["Defence Ministry"]),
        ("A clerk of the Trade and Industry Ministry left.", ["Trade and Industry Ministry"]),
        ("It was sold to Brenner Shipping Ltd. last year.", ["Brenner Shipping Ltd."]),
        ("A clinic of Médecins Sans Frontières closed.", ["Médecins Sans Frontières"]),
        ("It went to the Selm Commission on Human and Peoples’ Rights.",
         ["Selm Commission on Human and Peoples’ Rights"]),
        ("They took bribes from Kolde & Reid for years.", ["Kolde & Reid"]),
        ("They took bribes from Hassan Brothers, an agent.", ["Hassan Brothers"]),
        ("They asked Lagos & Sons for it.", ["Lagos & Sons"]),
        ("Fighters of the March 23 Movement came.", ["March 23 Movement"]),
        ("Standard & Poor’s put both on watch.", ["Standard & Poor’s"]),
        ("Transport Canada grounded it.", ["Transport Canada"]),
        ("She told BBC Hausa about it.", ["BBC Hausa"]),
        ("The Selm Herald-ABC News poll was late.", ["Selm Herald", "ABC News"]),
        ("The OPEC+ group met.", ["OPEC+"]),
        ("I took it to Silver Brook Tire & Lube in May.", ["Silver Brook Tire & Lube"]),
    ],
)  # fmt: skip
def test_an_organisation_is_known_by_its_noun_or_a_list(text: str, names: list[str]) -> None:
    assert bodies(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The committee met.",
        "The constitution forbids it.",
        "Poor Service and Rude Staff",
        "THE BEST DAY EVER",
        "Its GDP fell.",
        "The talks took place at the office.",
        "Pots & Pans",
        "Free Tire Repair",
        "In Health France is ahead.",
        "They blocked the AP-7 at noon.",
        "Anna & Maria came from Bosnia & Herzegovina.",
    ],
)
def test_a_common_noun_is_no_organisation(text: str) -> None:
    assert bodies(text) == []


def test_letters_in_brackets_of_a_law_are_the_law() -> None:
    text = "Under the Estuary Growth Act (EGA) it ends; the EGA is old."
    laws = "LAW Estuary Growth Act"
    assert told(text) == [f"Estuary Growth Act {laws}", f"EGA {laws}", f"EGA {laws}"]


def test_letters_in_brackets_and_their_words_are_one() -> None:
    text = "DRW counts. Delta Rights Watch (DRW) was first; the DRW has five staff."
    assert [span.canonical for span in found(text)] == ["Delta Rights Watch"] * 4


def test_a_minor_word_may_be_left_out_of_the_letters() -> None:
    text = "It is the Harbour Relations and Safety Network (HSN)."
    assert [span.text for span in found(text)] == ["Harbour Relations and Safety Network", "HSN"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("The Vantor Housing Council met. The VHC left.", "Vantor Housing Council"),
        ("VHC left. The Vantor Housing Council had met.", "Vantor Housing Council"),
        ("The Vantor Housing Council met Verrin Hill College. VHC left.", "VHC"),
        ("The Vantor Housing Council met. The UN left.", "United Nations"),
        ("The Vantor People's Party met. VPP was glad.", "Vantor People's Party"),
    ],
)
def test_initials_mean_the_one_long_name_that_has_them(text: str, canonical: str) -> None:
    (letters,) = [span for span in found(text) if span.text.isupper()]
    assert letters.canonical == canonical


def test_many_letters_of_many_passages_take_time_in_proportion() -> None:
    def work(count: int) -> None:
        letters = [
            chr(65 + n // 676) + chr(65 + n // 26 % 26) + chr(65 + n % 26) for n in range(count)
        ]
        named = [
            (f"Tall Ships sail on past the pier of {each} and stay there in the Old Bay.",
             Proposal(start=0, end=3, label="ORG", canonical=each, by="rule:t"))
            for each in letters
        ]  # fmt: skip
        aliases.learned(named)

    assert growth.factor(work, 60) < growth.BOUND


def test_many_names_of_one_passage_take_time_in_proportion() -> None:
    def work(count: int) -> None:
        named = Proposal(start=0, end=3, label="ORG", canonical="TSO", by="rule:t")
        aliases.learned([("The TSO and the Old Bay Port met. " * count, named)] * count)

    assert growth.factor(work, 60) < growth.BOUND


def test_letters_in_brackets_may_stand_behind_whose_something_is() -> None:
    text = "The Bank of Selm's (BoS) rate held. The BoS met."
    canonical = [span.canonical for span in found(text) if span.label == "ORG"]
    assert canonical == ["Bank of Selm"] * 3


def test_what_an_exchange_knows_a_share_by_is_no_name() -> None:
    text = "Lorn Corp's (LRNX.TO) shares fell."
    assert "Lorn Corp" not in [span.canonical for span in found(text)[1:]]


def test_a_name_of_two_coined_words_may_be_called_by_the_first() -> None:
    names = [
        (text, Proposal(start=0, end=len(text), label="ORG", canonical=text, by="model:english"))
        for text in (
            "Selmco Brennet",
            "Selmco",
            "Lornex Oil",
            "Verrin Kolde",
            "Verrin Stam",
            "Verrin",
        )
    ]
    known = aliases.learned(names).entries
    assert known[key("Selmco")].canonical == "Selmco Brennet"
    assert known[key("Lornex")].canonical == "Lornex Oil"
    assert key("Verrin") not in known


def test_a_company_is_called_by_the_first_word_of_its_name() -> None:
    names = [
        (text, Proposal(start=0, end=len(text), label="ORG", canonical=text, by="model:english"))
        for text in ("Selmco Healthcare", "Selmco", "Brenn Foundation", "Brenn")
    ]
    known = aliases.learned(names).entries
    assert known[key("Selmco")].canonical == "Selmco Healthcare"
    assert key("Brenn") not in known  # what a foundation is named after is somebody else


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The group One Boat Per Child left. OBPC was glad.", ["One Boat Per Child"] * 2),
        ("Our Boats for People left. OBP was glad. Old Bay Port is shut.", ["OBP"]),
    ],
)
def test_letters_are_spelled_out_by_the_words_whose_initials_they_are(
    text: str, bodies: list[str]
) -> None:
    assert [span.canonical for span in found(text) if span.label == "ORG"] == bodies


def test_a_noun_takes_up_the_one_name_that_has_it() -> None:
    text = "They signed the 1974 Vantor Convention. Nobody reads the Convention now."
    assert [(span.text, span.canonical) for span in found(text)] == [
        ("1974 Vantor Convention", "Vantor Convention"),
        ("Convention", "Vantor Convention"),
    ]


def test_an_alias_has_one_name_everywhere() -> None:
    assert told("The UN met the U.N. Human Rights Council.") == [
        "UN ORG United Nations",
        "U.N. Human Rights Council ORG United Nations Human Rights Council",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ShoreNote reported it.", ["ShoreNote"]),
        ("She told ShoreNote that it was so.", ["ShoreNote"]),
        ("According to estuary-post.org, nobody came.", ["estuary-post.org"]),
        ("It was published by TideNK.com last year.", ["TideNK.com"]),
        ("See https://estuary-post.org/a or ask at press@estuary-post.org.", []),
        ("McDerran said no, and Anja DeVerrin told nobody.", []),
        ("They carried a SlimLine lamp.", []),
    ],
)
def test_a_site_is_an_organisation_where_it_is_a_source(text: str, names: list[str]) -> None:
    assert [span.text for span in found(text) if span.by == "rule:site"] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Image via The Guardian.", "The Guardian ORG The Guardian"),
        ("Image: Vantor Courier", "Vantor Courier ORG Vantor Courier"),
        ("Image via Harbour Commons", "Harbour Commons ORG Harbour Commons"),
        ("Photo: Amnesty International", "Amnesty International ORG Amnesty International"),
        ("Photo: Ivo Stamm", "Ivo Stamm PERSON Ivo Stamm"),
        ("Image via Anja Kolde", "Anja Kolde PERSON Anja Kolde"),
    ],
)
def test_a_credit_may_be_an_outlets(text: str, expected: str) -> None:
    assert told(text, kind="caption") == [expected]


def test_letters_in_brackets_mean_a_name_that_only_the_pipeline_sees() -> None:
    text = "The Karu Joint Plan of Action (KJPA) stood."
    seen = Proposal(
        start=4, end=29, label="LAW", canonical="Karu Joint Plan of Action", by="model:english",
        weak=True, score=0.9,
    )  # fmt: skip
    (letters,) = brackets.acronyms(text, [seen])
    assert (text[letters.start : letters.end], letters.label) == ("KJPA", "LAW")
    assert (letters.canonical, letters.weak) == ("Karu Joint Plan of Action", False)


def test_a_long_form_does_not_open_with_a_small_word() -> None:
    before = "Anna Orlo of the Selm Water Board"
    assert brackets.long_form(before, "SWB") == before.index("Selm")


def test_roles_are_tried_only_where_one_stands_before_a_preposition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "LiNK" in bodies("Both are policy analysts at LiNK.")
    monkeypatch.setattr(organisations, "_at", lambda: pytest.fail("tried"))
    assert not bodies("An analyst left the harbour of Brenn with a map of Kestrel.")


def test_who_is_told_something_with_a_capital_the_is_a_paper() -> None:
    assert bodies("The clerk told The Harbour that it rained.") == ["The Harbour"]
    (paper,) = (each for each in found("She told The Harbour.") if each.label == "ORG")
    assert paper.by == "rule:told-the"


@pytest.mark.parametrize(
    ("text", "letters", "meant"),
    [
        ("The Revenue Office of Selm (OSR) said no.", "OSR", "Revenue Office of Selm"),
        ("The Vantor Authority of Selm (VZQ) said no.", "VZQ", "Vantor Authority of Selm"),
        ("The Labour Office of Selm (UK) said no.", "UK", "United Kingdom"),
        (
            "The Council of Nations of Selm, or CONSE, said no.",
            "CONSE",
            "Council of Nations of Selm",
        ),
        ("The Council of Nations of Selm, or NGO, said no. NGO", "NGO", None),
        ("The Selm Courier said it. Later the Courier denied it.", "Courier", "Selm Courier"),
        ("The Society of Selm met. The Society has until May.", "Society", "Society of Selm"),
        ("The Rapid Support Forces left. The RSF denied it.", "RSF", "Rapid Support Forces"),
        ("The Selm-Brenn-Vantor Trust met. SBV paid.", "SBV", "Selm-Brenn-Vantor Trust"),
        ("Kardim Holdings grew. Later Kardim fell.", "Kardim", "Kardim Holdings"),
        ("Kardim Sand Holdings grew. An analyst at Kardim left.", "Kardim", "Kardim Sand Holdings"),
        ("Labour MPs left.", "Labour", "Labour Party"),
        ("The March 23 Movement left. The M23 denied it.", "M23", "March 23 Movement"),
    ],
)
def test_what_a_body_is_called_by_is_the_body(text: str, letters: str, meant: str | None) -> None:
    named = {span.text: span.canonical for span in found(text)}
    assert named.get(letters) == meant
