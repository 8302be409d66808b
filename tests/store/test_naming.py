"""Who has a name, and who is only described."""

import pytest

from annotate.model import Entity
from annotate.store import write
from annotate.store.naming import is_written_like_a_name, naming
from tests.store.articles import estuary


@pytest.mark.parametrize(
    "name", ["Edda Morn", "Bank of the Ilva", "Ilse van den Marant", "Omar ould Salem", "海峡日报"]
)
def test_what_is_written_like_a_name_is_one(name):
    assert is_written_like_a_name(name)


@pytest.mark.parametrize(
    "words", ["teacher", "woman of 31", "envoy of Selm", "Sorn's envoy", "42", "NGOs", "% of Selm"]
)
def test_a_description_is_no_name(words):
    assert not is_written_like_a_name(words)


def test_a_people_is_nobody_by_name_and_what_the_corpus_names_is(conn):
    spot = {"start": 0, "end": 1, "text": "x", "by": "rule:by-hand"}
    spans = (
        Entity(label="NORP", canonical="Dorvanian", **spot),
        Entity(label="ORG", canonical="pontoon committee", **spot),
    )
    write.save(conn, estuary(spans=spans))
    named = naming(conn)
    assert [named(each) for each in ("Dorvanian", "pontoon committee", None)] == [0, 1, 0]
