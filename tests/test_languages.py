"""Languages: told from the words where they are clear, never where they are not; layers skipped."""

from collections.abc import Mapping

import pytest

from annotate import languages, pipeline, records
from annotate.model import Document, Meta

ENGLISH = (
    "Nearly nine thousand Dorvanians crossed the Ilva in the spring, and the ministry in Vantor "
    "counts fewer than half of them because it counts only those whom it has registered."
)
TEXTS: Mapping[str, str] = {
    "en": ENGLISH,
    "de": (
        "Fast neuntausend Menschen haben im Frühjahr den Fluss überquert, und das Ministerium "
        "zählt weniger als die Hälfte, weil es nur zählt, wen es selbst verzeichnet hat."
    ),
    "fr": (
        "Près de neuf mille personnes ont traversé le fleuve au printemps, et le ministère en "
        "compte moins de la moitié parce qu’il ne compte que celles qu’il a inscrites."
    ),
    "ru": (
        "Почти девять тысяч человек переправились через реку весной, а министерство насчитало "
        "меньше половины, потому что считает только тех, кого само записало."
    ),
    "zh": (
        "据海峡日报报道，春天有将近九千人渡过了这条河，"
        "而内政部只统计了不到一半，因为它只统计自己登记过的人。"
    ),
}


def read(text: str, *, known: Meta = Meta(), form: str = "text") -> Document:  # noqa: B008
    return pipeline.read(text, id="a", form=form, known=known)


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_told_from_the_words(language: str) -> None:
    meta = read(TEXTS[language]).meta
    assert (meta.language, meta.origins["language"]) == (language, "detected")


@pytest.mark.parametrize("text", ["Ilva.", "4,000 – 9,000 (2012)", "Kolde, Marant, Verrin, Sorn"])
def test_a_few_words_are_of_no_language(text: str) -> None:
    assert read(text).meta.language is None


def test_glosses_leave_an_article_english() -> None:
    glossed = f"{ENGLISH} Its press says 漂民, literally drifting people, or 难民.\n\n{ENGLISH}"
    assert read(glossed).meta.language == "en"


def test_what_a_page_states_is_kept() -> None:
    page = f'<html lang="nl"><body><p>{TEXTS["de"]}</p></body></html>'
    meta = read(page, form="html").meta
    assert meta.language == "nl"
    assert meta.origins["language"] != "detected"


def test_an_article_in_another_language_is_read_and_not_tagged() -> None:
    document = pipeline.tag(read(TEXTS["de"]))
    assert document.untagged == "de"
    assert document.segments
    assert not document.spans


def test_sentences_are_found_in_any_language() -> None:
    document = pipeline.tag(read(TEXTS["de"]), layers=("entity", "sentence"))
    assert {span.layer for span in document.spans} == {"sentence"}


def test_a_template_that_states_the_wrong_language_costs_no_layers() -> None:
    page = f'<html lang="de"><body><p>{ENGLISH}</p></body></html>'
    assert pipeline.tag(read(page, form="html")).untagged is None


def test_what_a_person_states_is_believed() -> None:
    assert pipeline.tag(read(TEXTS["de"], known=Meta(language="en-GB"))).untagged is None
    assert pipeline.tag(read(ENGLISH, known=Meta(language="de"))).untagged == "de"


def test_an_answer_says_that_the_layers_were_not_tagged() -> None:
    assert records.to_record(pipeline.tag(read(TEXTS["fr"])))["untagged"] == "fr"
    assert "untagged" not in records.to_record(pipeline.tag(read(ENGLISH)))


def test_the_sentence_names_the_language() -> None:
    said = languages.not_tagged("de")
    assert said == "not tagged: it is in German (de), and the layers know English only"
