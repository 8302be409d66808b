"""A finding in its paragraph: without markup, from the database as from the document."""

from contextlib import closing
from dataclasses import replace

from annotate import pipeline
from annotate.model import Entity, span_id
from annotate.publish import around
from annotate.store import database, surroundings, write

TEXT = (
    "# Returns\n\n- **6,340** people in **Selm** alone\n- none in [Brenn](https://brenn.example/)\n"
)


def test_the_paragraph_of_a_finding_is_shown_without_its_markup() -> None:
    document = pipeline.read(TEXT, id="a", form="markdown")
    start = TEXT.index("Selm")
    place = {"start": start, "end": start + 4, "text": "Selm"}
    span = Entity(label="GPE", canonical="Selm", by="rule:one", **place)
    span = replace(span, id=span_id("a", span))
    document = replace(document, spans=(span,), meta=replace(document.meta, language="en"))
    wanted = (("6,340 people in ", False), ("Selm", True), (" alone", False))
    shown = around.of(document, span)
    assert (tuple((words.removeprefix("- "), own) for words, own in shown.pieces), shown.language) \
        == (wanted, "en")  # fmt: skip
    with closing(database.open_for_writing(":memory:")) as conn:
        write.save(conn, document)
        assert around.seen(surroundings.around(conn, span.id, "entity")) == shown


def test_a_line_that_ends_where_it_was_full_goes_on() -> None:
    told = around.seen(
        surroundings.Around(before="The\n", words="council\nof Selm", after="\nmet.\n\nIt rained.")
    )
    assert told.pieces == (
        ("The ", False),
        ("council of Selm", True),
        (" met.\n\nIt rained.", False),
    )
