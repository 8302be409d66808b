"""Requests of a batch are answered one by one, each as if it were alone."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from annotate.cite.batch import render_batch
from tests.cite.items import COURIER, REPORT

ENTRY = "Verrin, T. (2013, May 3). The Night Ferries. Vantor Courier. https://example.org/ferries"


def answered(*requests: dict[str, Any]) -> list[dict[str, Any]]:
    """The answers to requests."""
    return list(render_batch(json.dumps(request) for request in requests))


def test_requests_of_a_batch_do_not_see_each_other() -> None:
    other = {**COURIER, "id": "rafts", "title": "The Rafts"}
    together, alone = answered(
        {
            "id": 1,
            "style": "apa",
            "items": [COURIER, other],
            "bibliography": True,
            "cites": [[{"id": "ferries"}, {"id": "rafts"}]],
        },
        {
            "id": 2,
            "style": "apa",
            "items": [COURIER],
            "bibliography": True,
            "cites": [{"id": "ferries"}],
        },
    )
    assert together["citations"] == ["(Verrin, 2013a, 2013b)"]
    assert len(together["bibliography"]) == 2
    assert alone == {
        "id": 2,
        "citations": ["(Verrin, 2013)"],
        "bibliography": [ENTRY],
    }


def test_items_that_nobody_cites_stand_in_the_bibliography_too() -> None:
    request = {"id": 1, "style": "apa", "items": [COURIER, REPORT], "bibliography": True}
    [answer] = answered(request)
    assert [entry[:6] for entry in answer["bibliography"]] == ["Delta ", "Verrin"]


BAD = [
    ({"id": 1, "style": "appa", "items": []}, "unknown citation style 'appa'"),
    ({"id": 1, "style": "apa", "items": [COURIER], "cites": [{"id": "x"}]}, "no item"),
    ({"id": 1, "style": "apa", "items": [COURIER], "cites": [[{}]]}, "has no id"),
    ({"id": 1, "style": "apa", "items": [COURIER], "cites": [3]}, "is no group"),
    ({"id": 1, "style": "apa", "items": [{"title": "x"}]}, "has no id"),
    ({"id": 1, "style": "apa", "items": [3]}, "has no id"),
    ({"id": 1, "style": "apa", "items": {}, "cites": "x"}, '"cites" is no list'),
    ({"id": 1, "style": 3, "items": []}, "style is no name"),
    ({"id": 1, "items": [{"id": "a", "type": {}}]}, '"type" is {}; give the name of a type'),
    ({"id": 1, "items": [{"id": "a", "author": "Kolde"}]}, '"author" is Kolde; give a list of obj'),
    ({"id": 1, "items": [{"id": "a", "author": [{"family": 3}]}]}, '"author" is [{"family": 3}]'),
    ({"id": 1, "items": [{"id": "a", "issued": {"date-parts": [2013]}}]}, '"issued" is {"date'),
    ({"id": 1, "items": [{"id": "a", "issued": {"date-parts": [["May"]]}}]}, "give an object"),
    ({"id": 1, "items": [{"id": "a", "issued": 2013}]}, '"issued" is 2013; give an object'),
    ({"id": 1, "items": [{"id": "a", "ISSN": ["1"]}]}, '"ISSN" is ["1"]; give a text or a whole'),
    ({"id": 1, "ref": "night-ferries#p3"}, 'no "items"; give the works as CSL-JSON'),
    ({"id": 1, "items": [COURIER, COURIER]}, "two items have the id 'ferries'; give each its own"),
]


@pytest.mark.parametrize(("request_", "reason"), BAD)
def test_a_bad_request_costs_only_itself(request_: dict[str, Any], reason: str) -> None:
    good = {"id": 2, "style": "apa", "items": [COURIER], "cites": [{"id": "ferries"}]}
    bad, fine = answered(request_, good)
    assert bad["id"] == 1
    assert reason in bad["error"]
    assert not re.search(r"\.lua|\$\[|parsing", bad["error"])
    assert fine["citations"] == ["(Verrin, 2013)"]


def test_empty_lists_and_fields_unknown_to_csl_are_no_mistake() -> None:
    bare = {**COURIER, "author": []}
    exported = {**COURIER, "subtitle": None, "link": [{"URL": "x"}], "relation": {}}
    nothing, nobody, more = answered(
        {"id": 1, "style": "apa", "items": [], "cites": [], "bibliography": True},
        {"id": 2, "style": "apa", "items": [bare], "cites": [{"id": "ferries"}]},
        {"id": 3, "items": [exported], "cites": [{"id": "ferries"}]},
    )
    assert nothing == {"id": 1, "citations": [], "bibliography": []}
    assert nobody["citations"] == ["(“The Night Ferries,” 2013)"]
    assert more["citations"] == ["(Verrin, 2013)"]


def test_answers_stream() -> None:
    def lines() -> Iterator[str]:
        yield json.dumps({"id": 1, "items": [COURIER], "cites": [{"id": "ferries"}]})
        pytest.fail("a second request was read before the first was answered")

    assert next(render_batch(lines()))["id"] == 1
