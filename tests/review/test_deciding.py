"""Decisions in a database: what is shown, what comes back, and that a build comes to the same."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from rich.table import Table

from annotate.errors import AnnotateError, DecisionError
from annotate.model import Document, Entity, Number, Quote, Stance, Stretch, span_id
from annotate.review import deciding, lists, log, overlay
from annotate.review.desk import Desk
from annotate.store import cases, database, decisions, laid, queries, queue, write
from tests.publish.articles import ferries
from tests.review.conftest import one, stored

VERRIN = one(ferries(), "Tomas Verrin")
NUMBER = one(ferries(), "Nearly 9,000")
STANCE = one(ferries(), "The ferries save lives.")


def test_a_rejected_finding_leaves_the_tables_and_comes_back_when_that_is_undone(
    desk: Desk,
) -> None:
    deciding.decide(desk, "reject", [VERRIN.id])
    assert VERRIN not in stored(desk).spans
    assert laid.machines(desk.conn, stored(desk)).spans.count(VERRIN) == 1
    deciding.undo(desk, [VERRIN.id])
    assert set(stored(desk).spans) == set(ferries().spans)
    assert decisions.of_span(desk.conn, VERRIN.id)[0].state == "undone"


def test_the_log_holds_what_the_database_shows(desk: Desk) -> None:
    given = {"canonical": "T. Verrin"}
    deciding.decide(desk, "correct", [VERRIN.id], given=given, note="as he signs")
    (entry,) = log.read(desk.folder).entries
    assert entry.coder == "anja"
    assert entry.values == {"canonical": "T. Verrin"}  # type: ignore[union-attr]
    with closing(database.open_for_writing(":memory:")) as other:
        write.save(other, ferries())
        overlay.refresh(other, desk.folder)
        assert queries.document(other, ferries().id) == stored(desk)


CORRECTIONS = [
    (VERRIN, {"label": "ORG"}, lambda span: span.label == "ORG"),
    (VERRIN, {"words": "Tomas"}, lambda span: span.text == "Tomas" and span.end - span.start == 5),
    (VERRIN, {"stands_for": "Ostrea"}, lambda span: span.stands_for == "Ostrea"),
    (NUMBER, {"low": "8,500"}, lambda span: span.low == 8500.0),
    (NUMBER, {"value": ""}, lambda span: span.value is None),
    (NUMBER, {"as_of": "2011", "approx": "yes"}, lambda span: span.as_of == "2011" and span.approx),
    (one(ferries(), "2012", "number"), {"value": "2012-03"}, lambda span: span.value == "2012-03"),
    (STANCE, {"holder": "Ruo Lin"}, lambda span: span.holder.canonical == "Ruo Lin"),
    (STANCE, {"cue": "save lives"}, lambda span: span.cue is not None),
    (
        STANCE,
        {"via": "Anja Kolde; Selm"},
        lambda span: [v.canonical for v in span.via][1] == "Selm",
    ),
    (
        one(ferries(), "refugees"),
        {"use": "own", "holder": "author"},
        lambda span: span.use == "own",
    ),
]


@pytest.mark.parametrize(("span", "given", "holds"), CORRECTIONS)
def test_any_field_can_be_corrected(span, given, holds, desk: Desk) -> None:
    deciding.decide(desk, "correct", [span.id], given=given)
    (found,) = [each for each in stored(desk).spans if each.id == span.id]
    assert holds(found)
    assert laid.standings(desk.conn, ferries().id)[span.id] == laid.Standing(
        decided="corrected", by="anja"
    )


def test_a_new_source_keeps_the_place_of_the_old(desk: Desk) -> None:
    quote = one(ferries(), "Nearly 9,000 Dorvanian refugees crossed\nthe Ilva in 2012")
    assert isinstance(quote, Quote)
    deciding.decide(desk, "correct", [quote.id], given={"source": "The Watch"})
    found = one(stored(desk), quote.text)
    assert isinstance(found, Quote)
    assert found.source is not None
    assert found.source.canonical == "The Watch"
    assert quote.source is not None
    assert found.source.start == quote.source.start


@pytest.mark.parametrize(
    ("span", "given", "fault"),
    [
        (VERRIN, {"label": "HERO"}, "label: unknown 'HERO'; choose of PERSON"),
        (VERRIN, {"colour": "red"}, "entity: no field 'colour'; its fields are canonical"),
        (VERRIN, {"canonical": " "}, "canonical: may not be empty"),
        (VERRIN, {"canonical": "Tomas Verrin"}, "says so already"),
        (VERRIN, {"words": "Nobody"}, "'Nobody' does not stand in the article"),
        (NUMBER, {"value": "many"}, "'many' is neither a number nor a day"),
        (NUMBER, {"approx": "perhaps"}, "'perhaps' is neither 'yes' nor 'no'"),
        (STANCE, {"holder": ""}, "holder: may not be empty"),
    ],
)
def test_what_a_field_cannot_say_is_refused_and_nothing_written(
    span, given, fault: str, desk: Desk
) -> None:
    with pytest.raises(DecisionError, match=fault):
        deciding.decide(desk, "correct", [span.id], given=given)
    assert log.read(desk.folder).entries == ()


ADDED = [
    ("entity", "Lowland Voices", {"label": "ORG"}, Entity),
    ("number", "twice", {"label": "multiple", "value": "2"}, Number),
    ("quote", "We were counted twice.", {"label": "direct", "source": "Ruo Lin"}, Quote),
    (
        "stance",
        "Let them run.",
        {"label": "supports", "target": "ferries", "act": "urges", "mode": "author"},
        Stance,
    ),
]


@pytest.mark.parametrize(("layer", "words", "given", "kind"), ADDED)
def test_a_missing_finding_is_added_and_stays_through_a_build(
    layer: str, words: str, given: dict[str, str], kind: type, desk: Desk
) -> None:
    made = deciding.add(desk, ferries().id, words, layer, given=given)
    for _ in range(2):
        found = one(stored(desk), words, layer)
        assert isinstance(found, kind)
        assert (found.id, found.by) == (made.span, "person")
        write.save(desk.conn, ferries())
        overlay.refresh(desk.conn, desk.folder)
    deciding.undo(desk, [made.span])
    assert set(stored(desk).spans) == set(ferries().spans)


@pytest.mark.parametrize(
    ("layer", "words", "given", "fault"),
    [
        ("entity", "Lowland Voices", {}, "entity: needs 'label'; choose of PERSON"),
        ("entity", "Nobody at all", {"label": "ORG"}, "does not stand in"),
        ("sentence", "Let them run.", {}, "unknown layer 'sentence'"),
        ("entity", "Tomas Verrin", {"label": "PERSON"}, "Tomas Verrin"),
    ],
)
def test_what_cannot_be_added_is_one_sentence(
    layer: str, words: str, given: dict[str, str], fault: str, desk: Desk
) -> None:
    with pytest.raises(AnnotateError, match=fault):
        deciding.add(desk, ferries().id, words, layer, given=given)


def test_identical_cases_are_decided_in_one_go_and_undone_in_one(desk: Desk) -> None:
    write.save(desk.conn, ferries("other"))
    assert [each.document for each in cases.alike(desk.conn, VERRIN.id, "entity")] == ["other"]
    assert cases.count(desk.conn, VERRIN.id, "entity") == 1
    assert cases.alike(desk.conn, VERRIN.id, "entity", limit=0) == []
    spans = deciding.with_alike(desk, [VERRIN.id])
    made = deciding.decide(desk, "reject", spans)
    assert [each.article for each in made] == [ferries().id, "other"]
    assert len({each.batch for each in made} - {""}) == 1
    deciding.undo_batch(desk, made[0].batch)
    assert queue.coverage(desk.conn)["entity"] == (0, 8)


def test_the_queue_holds_what_nobody_decided_the_least_sure_first(desk: Desk) -> None:
    every = queue.waiting(desk.conn, limit=100)
    assert {each.id for each in every} == {each.id for each in ferries().spans}
    deciding.decide(desk, "reject", [VERRIN.id])
    deciding.decide(desk, "accept", [NUMBER.id])
    after = queue.waiting(desk.conn, limit=100)
    assert len(after) == len(every) - 2 == queue.count(desk.conn)
    by_layer = {each.layer: each.sure for each in after}
    assert by_layer["entity"] < by_layer["quote"] < by_layer["number"]
    assert after[0].layer == "entity"
    numbers = queue.waiting(desk.conn, layer="number")
    assert [each.text for each in numbers] == ["2012"]


def test_notes_decide_nothing(desk: Desk) -> None:
    deciding.decide(desk, "note", [VERRIN.id], note="his brother?")
    assert set(stored(desk).spans) == set(ferries().spans)
    (noted,) = decisions.of_document(desk.conn, ferries().id)
    assert (noted.note, noted.state) == ("his brother?", "said")
    with pytest.raises(DecisionError, match="needs words"):
        deciding.decide(desk, "note", [VERRIN.id], note=" ")


def test_a_decision_is_known_by_the_finding_that_it_is_about_now(desk: Desk) -> None:
    deciding.decide(desk, "reject", [STANCE.id])
    now = replace(STANCE, content=Stretch(start=STANCE.start, end=STANCE.start + 11), id="")
    now = replace(now, id=span_id(ferries().id, now))
    spans = tuple(now if each.id == STANCE.id else each for each in ferries().spans)
    write.save(desk.conn, replace(ferries(), spans=spans))
    overlay.refresh(desk.conn, desk.folder)
    assert now.id not in {each.id for each in stored(desk).spans}
    (told,) = decisions.of_span(desk.conn, now.id)
    assert told.state == "in force"
    deciding.decide(desk, "accept", [now.id])
    assert now in stored(desk).spans
    assert laid.machines(desk.conn, stored(desk)).spans.count(now) == 1
    deciding.undo(desk, [now.id])
    deciding.undo(desk, [now.id])
    assert set(stored(desk).spans) == set(spans)


def test_who_has_decided_nothing_has_nothing_to_undo(desk: Desk) -> None:
    with pytest.raises(DecisionError, match="anja has decided nothing"):
        deciding.undo(desk, [VERRIN.id])


def test_decisions_about_an_article_that_is_gone_are_told_as_lost(desk: Desk) -> None:
    deciding.decide(desk, "accept", [VERRIN.id])
    write.forget(desk.conn, ferries().id)
    assert overlay.refresh(desk.conn, desk.folder).lost == 1
    told, table = lists.lost(desk.conn)
    gone = "which is gone with its text; if renamed, give it back its name"
    assert str(told) == f"in {ferries().id}, {gone}:"
    assert isinstance(table, Table)
    assert table.row_count == 1
    write.save(desk.conn, ferries())
    assert overlay.refresh(desk.conn, desk.folder).lost == 0


def renamed(document: Document, name: str) -> Document:
    """The document as a build reads it from a file of another name."""
    spans = [replace(each, id=span_id(name, each)) for each in document.spans]
    return replace(document, id=name, spans=tuple(spans))


def test_decisions_follow_an_article_that_has_another_name_now(desk: Desk) -> None:
    deciding.decide(desk, "reject", [VERRIN.id])
    deciding.decide(desk, "correct", [NUMBER.id], given={"low": "8500"})
    write.forget(desk.conn, ferries().id)
    write.save(desk.conn, renamed(ferries(), "2013/night"))
    assert overlay.refresh(desk.conn, desk.folder).lost == 0
    there = queries.document(desk.conn, "2013/night")
    assert not any(each.text == "Tomas Verrin" for each in there.spans)
    number = one(there, "Nearly 9,000")
    assert number.low == 8500.0  # type: ignore[attr-defined]
    assert decisions.of_document(desk.conn, ferries().id) == []
    assert {each.state for each in decisions.of_document(desk.conn, "2013/night")} == {"in force"}
    write.save(desk.conn, ferries())
    write.forget(desk.conn, "2013/night")
    assert overlay.refresh(desk.conn, desk.folder).lost == 0
    assert VERRIN not in stored(desk).spans
    write.forget(desk.conn, ferries().id)
    write.save(desk.conn, renamed(ferries(), "2013/night"))
    overlay.refresh(desk.conn, desk.folder)
    deciding.undo(desk, [number.id])
    assert one(queries.document(desk.conn, "2013/night"), "Nearly 9,000").low is None  # type: ignore[attr-defined]


def test_of_two_copies_decisions_follow_none(desk: Desk) -> None:
    deciding.decide(desk, "accept", [VERRIN.id])
    write.save(desk.conn, renamed(ferries(), "copy"))
    assert overlay.refresh(desk.conn, desk.folder).lost == 0
    assert decisions.of_document(desk.conn, "copy") == []
    write.forget(desk.conn, ferries().id)
    write.save(desk.conn, renamed(ferries(), "another"))
    assert overlay.refresh(desk.conn, desk.folder).lost == 1


def test_a_document_is_laid_anew_only_when_something_changed(desk: Desk) -> None:
    deciding.decide(desk, "accept", [VERRIN.id])
    assert overlay.refresh(desk.conn, desk.folder).documents == ()
    (desk.folder / "anja.jsonl").unlink()
    assert overlay.refresh(desk.conn, desk.folder).documents == (ferries().id,)
    assert decisions.of_document(desk.conn, ferries().id) == []


def test_a_bad_line_is_told_in_the_database(desk: Desk, tmp_path: Path) -> None:
    desk.folder.mkdir()
    (desk.folder / "ruo.jsonl").write_text("nonsense\n", encoding="utf-8")
    overlay.refresh(desk.conn, desk.folder)
    (fault,) = decisions.faults(desk.conn)
    assert fault.startswith("decisions/ruo.jsonl, line 1: not JSON")


def test_a_decision_on_a_topic_that_the_codebook_has_no_more_is_told(desk: Desk) -> None:
    deciding.decide(desk, "correct", [STANCE.id], given={"target": "lanterns"})
    (told,) = overlay.refresh(desk.conn, desk.folder).strays
    assert told.startswith("decided about 'lanterns', which is no topic of the codebook: s-")
    deciding.decide(desk, "correct", [STANCE.id], given={"target": VERRIN.canonical})
    assert overlay.refresh(desk.conn, desk.folder).strays == ()
