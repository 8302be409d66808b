"""Scoring: what counts as right."""

from dataclasses import replace

import pytest

from annotate.errors import RequestError
from annotate.model import Document, Entity, Mention, Number, Quote, Segment, Span, Stance, Term
from annotate.score import Tally, below, compare

TEXT = "Nearly 9,000 Dorvanians crossed, says Anja Kolde of Brenn."


def entity(start: int, end: int, label: str = "NORP", canonical: str = "Dorvanian") -> Entity:
    return Entity(
        label=label, start=start, end=end, text=TEXT[start:end], by="x", canonical=canonical
    )


def document(*spans: Span) -> Document:
    segment = Segment(n=0, kind="paragraph", start=0, end=len(TEXT))
    return Document(id="a", text=TEXT, segments=(segment,), spans=spans)


def figure(gold: Span, found: Span, name: str) -> float:
    return compare(document(gold), document(found))[name].f1


def test_a_document_compared_with_itself_is_all_right() -> None:
    number = Number(label="count", start=0, end=12, text=TEXT[:12], by="x", value=9000, high=9000)
    whole = document(entity(13, 23), number)
    figures = compare(whole, whole)
    assert {name for name, tally in figures.items() if tally.wanted and tally.f1 != 1} == set()
    assert figures["segment body characters"].right == sum(not sign.isspace() for sign in TEXT)


def test_exact_wants_place_and_label() -> None:
    gold = entity(13, 23)
    assert figure(gold, gold, "entity all exact") == 1
    assert figure(gold, entity(12, 23), "entity all exact") == 0
    assert figure(gold, entity(13, 23, "GPE"), "entity all exact") == 0


def test_a_canonical_name_is_asked_of_what_touches() -> None:
    gold = entity(13, 23)
    assert figure(gold, entity(12, 23), "entity all canonical") == 1
    assert figure(gold, entity(13, 23, canonical="Ostrean"), "entity all canonical") == 0


def test_a_source_is_asked_of_a_quotation_half_shared() -> None:
    gold = Quote(
        label="indirect", start=0, end=31, text=TEXT[:31], by="x", source=Mention(canonical="A")
    )
    near = replace(gold, start=10, text=TEXT[10:31])
    far = replace(gold, start=20, text=TEXT[20:31])
    assert figure(gold, near, "quote all source") == 1
    assert figure(gold, far, "quote all content") == 0
    assert figure(gold, replace(near, source=None), "quote all source") == 0


def test_a_position_wants_target_holder_and_label() -> None:
    gold = Stance(
        label="opposes",
        start=0,
        end=31,
        text=TEXT[:31],
        by="x",
        holder="author",
        target="ferries",
        act="asserts",
        mode="author",
    )
    assert figure(gold, replace(gold, act="urges"), "stance all position") == 1
    assert figure(gold, replace(gold, holder=Mention(canonical="A")), "stance all position") == 0
    assert figure(gold, replace(gold, target="aid"), "stance all target") == 0


def test_a_term_wants_its_holder_and_use() -> None:
    gold = Term(label="x", start=0, end=6, text="Nearly", by="x", holder="author", use="own")
    assert figure(gold, gold, "term all use") == 1
    assert figure(gold, replace(gold, use="rejected"), "term all use") == 0


def test_another_text_is_told() -> None:
    with pytest.raises(RequestError, match="make the record anew"):
        compare(document(), replace(document(), text="x"))


def test_a_figure_below_its_floor_is_told() -> None:
    figures = {"entity all exact": Tally(1, 2, 2)}
    assert below(figures, {"entity all exact": 50}) == []
    assert below(figures, {"entity all exact": 50.5}) == [
        "entity all exact: 50.0 is below its floor of 50.5"
    ]
    assert below(figures, {"number all exact": 1}) != []
