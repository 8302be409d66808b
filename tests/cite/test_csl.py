"""An article's metadata becomes a valid CSL-JSON item."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotate.cite.csl import date, item, item_of, name
from annotate.model import Document, Meta

PEOPLE = [
    ("Anja Kolde", {"family": "Kolde", "given": "Anja"}),
    ("Kolde, Anja", {"family": "Kolde", "given": "Anja"}),
    ("Courtland W. Brenner", {"family": "Brenner", "given": "Courtland W."}),
    ("J. K. Venn", {"family": "Venn", "given": "J. K."}),
    ("Anna van der Berg", {"family": "van der Berg", "given": "Anna"}),
    ("Anna van der Berg, Jr.", {"family": "van der Berg", "given": "Anna", "suffix": "Jr."}),
    ("Omar ould Salem", {"family": "ould Salem", "given": "Omar"}),
    ("Oskar Pell III", {"family": "Pell", "given": "Oskar", "suffix": "III"}),
    ("Pell, Oskar, Jr.", {"family": "Pell", "given": "Oskar", "suffix": "Jr."}),
    ("Prof. Dr. Anja Kolde, PhD", {"family": "Kolde", "given": "Anja"}),
    ("Rev. Anja Kolde", {"family": "Kolde", "given": "Anja"}),
    ("Ilse MARANT", {"family": "Marant", "given": "Ilse"}),
    ("LIN Ruo", {"family": "Lin", "given": "Ruo"}),
    ("  Ilse \n Marant ", {"family": "Marant", "given": "Ilse"}),
]


@pytest.mark.parametrize(("written", "parts"), PEOPLE)
def test_a_person_has_family_and_given_names(written: str, parts: dict[str, str]) -> None:
    assert name(written) == parts


INSTITUTIONS = [
    "Delta Rights Watch",
    "Ministry of the Interior",
    "University of Brenn",
    "League of States",
    "The Estuary Review",
    "ODP",
    "Staff writer",
    "Vantor Courier News Desk",
    "admin@example.org",
    "林若",
    "Kolde and Marant",
]


@pytest.mark.parametrize("written", INSTITUTIONS)
def test_an_institution_stays_whole(written: str) -> None:
    assert name(written) == {"literal": written}


DATES = [
    ("2013-05-03", {"date-parts": [[2013, 5, 3]]}),
    ("2013-05", {"date-parts": [[2013, 5]]}),
    ("2013", {"date-parts": [[2013]]}),
    ("2013-05-03T10:00:00Z", {"date-parts": [[2013, 5, 3]]}),
    ("2013-05/2013-06", {"date-parts": [[2013, 5], [2013, 6]]}),
    ("2013-22", {"date-parts": [[2013]], "season": 2}),
]


@pytest.mark.parametrize(("written", "made"), DATES)
def test_a_date_keeps_the_parts_it_has(written: str, made: dict[str, Any]) -> None:
    assert date(written) == made


@pytest.mark.parametrize(
    "written", [None, "", "XXXX-04-17", "spring", "2013-13", "2013-02-40", "1/2/3", "2013/"]
)
def test_a_date_without_a_year_or_off_the_calendar_is_not_known(written: str | None) -> None:
    assert date(written) is None


def test_an_item_has_all_that_is_known() -> None:
    meta = Meta(
        title="The Uncounted\nof the Delta",
        authors=("Anja Kolde", "Delta Rights Watch"),
        published="2013-05-03",
        accessed="2026-01-02",
        publisher="Marrow Institute",
        container_title="The Estuary Review",
        url="https://example.org/uncounted",
        language="en",
        type="article-magazine",
    )
    assert item_of(meta, id="uncounted") == {
        "id": "uncounted",
        "type": "article-magazine",
        "title": "The Uncounted of the Delta",
        "author": [{"family": "Kolde", "given": "Anja"}, {"literal": "Delta Rights Watch"}],
        "issued": {"date-parts": [[2013, 5, 3]]},
        "accessed": {"date-parts": [[2026, 1, 2]]},
        "container-title": "The Estuary Review",
        "publisher": "Marrow Institute",
        "URL": "https://example.org/uncounted",
        "language": "en",
    }


def test_a_document_of_which_nothing_is_known_goes_by_its_id() -> None:
    assert item(Document(id="notes/a", text="")) == {
        "id": "notes/a",
        "type": "document",
        "title": "notes/a",
    }


def test_a_saved_page_that_states_neither_type_nor_address_is_a_page() -> None:
    meta = Meta(title="No", publisher="Vantor Courier")
    page = item_of(meta, id="p", form="html")
    assert (page["type"], page["container-title"]) == ("webpage", "Vantor Courier")
    assert item_of(meta, id="p", form="docx")["type"] == "document"
    assert item_of(Meta(type="report"), id="p", form="html")["type"] == "report"


def test_the_publisher_of_a_page_is_the_site_it_appears_on() -> None:
    page = Meta(title="No", publisher="Vantor Courier", url="https://example.org/no")
    report = Meta(title="No", publisher="Marrow Institute", type="report")
    assert item_of(page, id="p")["container-title"] == "Vantor Courier"
    assert "publisher" not in item_of(page, id="p")
    assert item_of(report, id="r")["publisher"] == "Marrow Institute"


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    made = item_of(Meta(url="javascript:alert(1)", accessed="2026-01-02", type="odd"), id="a")
    assert made == {"id": "a", "type": "document", "title": "a"}


TEXTS = st.none() | st.text() | st.sampled_from(["2013-05", "2013-05-03", "https://example.org"])


@pytest.mark.shared
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # a path does not change
@given(
    st.builds(
        Meta,
        title=TEXTS,
        authors=st.lists(st.text()).map(tuple),
        published=TEXTS,
        accessed=TEXTS,
        url=TEXTS,
        type=TEXTS,
        publisher=TEXTS,
        container_title=TEXTS,
        language=TEXTS,
    ),
    st.text(min_size=1),
)
def test_every_item_is_what_the_schema_of_csl_allows(
    shared: Path, meta: Meta, document_id: str
) -> None:
    file = shared / "data" / "csl" / "schemas" / "input" / "csl-data.json"
    schema = json.loads(file.read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate([item_of(meta, id=document_id)])
