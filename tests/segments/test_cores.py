"""Which lists of a page are links above all, with labels left out and hardly one asked for."""

import pytest

from annotate.model import Block
from annotate.segments import cores, furniture
from annotate.segments.lines import Line

HOME = "/html/body/ul"


def item(words: str, links: int) -> Line:
    block = Block(
        start=0, end=len(words), role="list_item", tag="li", links=links, xpath=f"{HOME}/li"
    )
    return Line(start=0, end=len(words), words=words, block=block)


def linked(words: str) -> Line:
    return item(words, len(words))


RIVERS = linked("All that we know of the rivers")
PROSE = item("The ferry to Vantor sails at nine.", 0)
LABEL = item("Tags:", 0)

LISTS = [
    ([RIVERS, linked("Brenn")], True),
    ([RIVERS, LABEL], True),
    ([PROSE, linked("Brenn")], False),
    ([linked("Brenn"), item("Selm", 0)], False),
    ([linked("Brenn"), LABEL], True),
    ([linked("Share")], False),
]
"""The items of a list, and whether they are links above all."""


@pytest.mark.parametrize(("items", "is_linked"), LISTS)
def test_a_list_is_links_by_what_is_no_label(items: list[Line], is_linked: bool) -> None:
    assert list(cores._linked_lists(items)) == ([HOME] if is_linked else [])


@pytest.mark.parametrize("items", [[RIVERS, linked("Brenn")], [PROSE, item("Selm", 0)]])
def test_no_item_is_asked_where_all_are_alike(
    items: list[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(line: Line) -> bool:
        raise AssertionError(line.words)

    monkeypatch.setattr(furniture, "is_furniture", asked)
    list(cores._linked_lists(items))
