"""Rivers by their bare names, and what an article or letters say of a name that no list has."""

import pytest

from annotate import language, pipeline
from annotate.layers.entities import unlisted
from annotate.model import ENGLISH, Entity


def told(text: str) -> list[str]:
    """The names of a text as "name LABEL"."""
    document = pipeline.tag(pipeline.read(text, id="t", form="text"), layers=("entity",))
    return [f"{one.text} {one.label}" for one in document.spans if isinstance(one, Entity)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fishermen along the Niger, waiting for rain, saw it.", ["Niger LOC"]),
        ("He was born in Niger and died there.", ["Niger GPE"]),
        ("They fled across the Jhelum, by night.", ["Jhelum LOC"]),
        ("The Orontes crested on Monday.", ["Orontes LOC"]),
        ("Two barges sank in the river Vistula.", ["river Vistula LOC"]),
        ("Ash fell on the slopes of Nyiragongo.", ["Nyiragongo LOC"]),
        ("A second pipe would run beneath Lake Superior.", ["Lake Superior LOC"]),
        ("They worked in the Gulf, unpaid.", ["Gulf LOC"]),
        ("He fled to Jebel Umbra in June.", ["Jebel Umbra LOC"]),
    ],
)
def test_a_river_has_an_article(text: str, names: list[str]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The boats went down the Umbelka until it froze.", "Umbelka LOC"),
        ("The boats went down to Umbelka until it froze.", "Umbelka GPE"),
        ("Her husband serves in the FARVUK, and she has not heard from him.", "FARVUK ORG"),
        ("The appeal will be heard in The Hague.", "Hague GPE"),
    ],
)
def test_an_article_and_letters_say_what_an_unlisted_name_is(text: str, name: str) -> None:
    assert name in told(text)


@pytest.mark.parametrize(
    ("text", "name", "label", "meant"),
    [
        ("His lawyer told La Mattina that he would.", "La Mattina", "GPE", "ORG"),
        ("His lawyer went to La Mattina and said so.", "La Mattina", "GPE", "GPE"),
        ("The firm of Thulo Masek, who was shot, closed.", "Thulo Masek", "ORG", "PERSON"),
        ("Their lawyer, Ngo Thi Lam, came.", "Ngo Thi Lam", "ORG", "PERSON"),
        ("The firm of Masek Partners, who paid, closed.", "Masek Partners", "ORG", "ORG"),
        ("The government of Petto Orpel may apply.", "Petto Orpel", "ORG", "PERSON"),
        ("They asked Thulo Masek in May.", "Thulo Masek", "ORG", "ORG"),
        ("The draft of Masek Orpel LLP came.", "Masek Orpel LLP", "PERSON", "ORG"),
        ("We saw Orpel Monastery in May.", "Orpel Monastery", "GPE", "FAC"),
        ("The army of Orpel II won.", "Orpel II", "ORG", "PERSON"),
        ("Orpel, a shipping company, paid.", "Orpel", "PERSON", "ORG"),
        ("Orpel, a company man, paid.", "Orpel", "PERSON", "PERSON"),
        ("Please call Mrs Orpel today.", "Orpel", "GPE", "PERSON"),
        ("They asked Professor Orpel today.", "Orpel", "GPE", "PERSON"),
        ("Then Wanjiru came home.", "Wanjiru", "GPE", "PERSON"),
        ("They hid in Orpel Forest.", "Orpel Forest", "FAC", "LOC"),
        ("The goals of Orpel Forest won it.", "Orpel Forest", "ORG", "ORG"),
        ("He died in Fort de Orpel.", "Fort de Orpel", "GPE", "FAC"),
        ("Your courier, Orpel, left it.", "Orpel", "PERSON", "ORG"),
    ],
)
def test_what_stands_beside_an_unlisted_name_says_what_it_is(
    text: str, name: str, label: str, meant: str
) -> None:
    document = pipeline.read(text, id="t", form="text")
    (passage,) = language.read(document, name=ENGLISH).passages
    at = text.index(name)
    assert unlisted.label(passage, at, at + len(name), label) == meant


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PHAN LOK — Forty families have sued.", "PHAN LOK GPE"),
        ("KARDIM, Selm – Forty families have sued.", "KARDIM GPE"),
        ("BREAKING NEWS — Forty families have sued.", None),
        ("ANNA KOLDE — Forty families have sued her.", None),
    ],
)
def test_a_report_says_where_it_is_from(text: str, place: str | None) -> None:
    assert [one for one in told(text) if one.endswith(" GPE") and one.isupper()] == (
        [place] if place else []
    )
