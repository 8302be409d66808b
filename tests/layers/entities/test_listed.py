"""Whom a surname means by which a list knows somebody, where the text has another of that name."""

import pytest

from annotate.layers.entities import listed
from annotate.layers.entities.proposals import Proposal

LISTED = "Fidel Castro"


def told(text: str) -> list[str]:
    """The persons of a text, each by its one name; a surname alone is taken from the list."""
    named = []
    for name in ("Raul Castro", "Fidel Castro", "Castro"):
        at = text.find(name)
        while at >= 0:
            if not any(each.start <= at < each.end for _, each in named):
                bare = " " not in name
                canonical, by = (LISTED, "gazetteer:persons") if bare else (name, "model:english")
                end = at + len(name)
                proposal = Proposal(start=at, end=end, label="PERSON", canonical=canonical, by=by)
                named.append((text, proposal))
            at = text.find(name, at + 1)
    return [each.canonical for each in listed.own(sorted(named, key=lambda one: one[1].start))]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Raul Castro spoke. Mr. Castro said no.", ["Raul Castro", "Castro"]),
        ("President Raul Castro spoke. President Castro left.", ["Raul Castro", "Castro"]),
        ("His son Raul Castro spoke. President Castro left.", ["Raul Castro", LISTED]),
        ("Castro left. Raul Castro spoke.", [LISTED, "Raul Castro"]),
        ("Raul Castro spoke. Castro left. Fidel Castro slept.", ["Raul Castro", LISTED, LISTED]),
        ("Castro spoke.", [LISTED]),
    ],
)
def test_who_was_named_in_full_is_whom_the_text_goes_on_to_name(
    text: str, persons: list[str]
) -> None:
    assert told(text) == persons
