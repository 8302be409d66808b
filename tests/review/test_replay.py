"""What people decided, laid over the machine's findings, also when the article has moved."""

from dataclasses import replace

import pytest

from annotate.model import Document, Entity, Mention, Number, Span, Stance, span_id
from annotate.records import span_record
from annotate.review.decisions import Decision, Undo, fresh
from annotate.review.replay import laid_over
from annotate.review.verdicts import standing, verdicts

TEXT = "Selm spoke. Nearly 9,000 crossed the Ilva. Then Selm fell silent, and 9,000 waited."


def entity(words: str, after: int = 0, **values: str) -> Entity:
    start = TEXT.index(words, after)
    made = Entity(
        label=values.get("label", "GPE"),
        start=start,
        end=start + len(words),
        text=words,
        by="rule:test",
        canonical=values.get("canonical", words),
    )
    return replace(made, id=span_id("a", made))


SELM, SELM_AGAIN, ILVA = entity("Selm"), entity("Selm", 9), entity("Ilva", label="LOC")
NUMBER = Number(label="count", start=12, end=24, text="Nearly 9,000", by="rule:test", value=9000.0)
COUNT = replace(NUMBER, id=span_id("a", NUMBER))
SPANS: tuple[Span, ...] = (SELM, COUNT, ILVA, SELM_AGAIN)


def article(*spans: Span, text: str = TEXT) -> Document:
    return Document(id="a", text=text, spans=spans or SPANS)


def said(action: str, span: Span, coder: str = "anja", **values: object) -> Decision:
    return Decision(
        action=action,
        article="a",
        span=span.id,
        layer=span.layer,
        quote=span.text,
        prefix=TEXT[max(0, span.start - 12) : span.start],
        suffix=TEXT[span.end : span.end + 12],
        machine={} if action == "add" else span_record(span),
        values=span_record(span) if action == "add" else values,
        **fresh(coder),
    )


def shown(document: Document, *entries: Decision | Undo) -> list[tuple[str, str, int]]:
    laid = laid_over(document, verdicts(entries))
    return [(each.text, each.label, each.start) for each in laid.spans]


ALL = [("Selm", "GPE", 0), ("Nearly 9,000", "count", 12), ("Ilva", "LOC", 37), ("Selm", "GPE", 48)]


def test_without_decisions_the_machines_findings_are_shown() -> None:
    assert shown(article()) == ALL


def test_what_is_accepted_is_marked_and_stays_as_it_is() -> None:
    laid = laid_over(article(), verdicts([said("accept", ILVA)]))
    assert set(laid.spans) == set(SPANS)
    assert laid.standings[ILVA.id].decided == "accepted"
    assert laid.standings[ILVA.id].by == "anja"
    assert laid.overruled == ()


def test_what_is_rejected_is_no_longer_shown_and_is_kept_as_it_was() -> None:
    laid = laid_over(article(), verdicts([said("reject", SELM)]))
    assert SELM not in laid.spans
    assert [(each.span, each.decided) for each in laid.overruled] == [(SELM, "rejected")]
    assert laid.fates == {SELM.id: "in force"}


def test_a_correction_keeps_the_id_and_what_it_does_not_change() -> None:
    laid = laid_over(article(), verdicts([said("correct", SELM, label="PERSON")]))
    (found,) = [each for each in laid.spans if each.id == SELM.id]
    assert found == replace(SELM, label="PERSON")
    assert laid.standings[SELM.id].decided == "corrected"
    assert [each.span for each in laid.overruled] == [SELM]


def test_the_bounds_of_a_finding_are_corrected_too() -> None:
    decision = said("correct", ILVA, start=33, end=41, text="the Ilva")
    assert ("the Ilva", "LOC", 33) in shown(article(), decision)


def test_an_added_finding_takes_the_place_of_the_machines_in_its_way() -> None:
    longer = entity("Ilva. Then")
    laid = laid_over(article(), verdicts([said("add", longer)]))
    assert [each.text for each in laid.spans] == ["Selm", "Nearly 9,000", "Ilva. Then", "Selm"]
    assert [(each.span, each.decided) for each in laid.overruled] == [(ILVA, "displaced")]


def test_an_undone_decision_leaves_nothing_behind() -> None:
    first, second = said("reject", SELM), said("accept", SELM)
    undo = Undo(undoes=second.id, **fresh("anja"))
    assert shown(article(), first, second, undo) == ALL[1:]
    assert shown(article(), first, second, undo, Undo(undoes=first.id, **fresh("anja"))) == ALL


def test_only_who_decided_can_undo_it() -> None:
    decision = said("reject", SELM)
    assert shown(article(), decision, Undo(undoes=decision.id, **fresh("ruo"))) == ALL[1:]
    assert standing([decision]) == [decision]


def test_of_two_coders_the_last_counts_and_that_they_differ_is_told() -> None:
    one, other = said("reject", SELM, "ruo"), said("accept", SELM, "anja")
    laid = laid_over(article(), verdicts([one, other]))
    assert SELM in laid.spans
    assert laid.standings[SELM.id].disputed
    agreed = verdicts([said("accept", SELM, "ruo"), other])[SELM.id]
    assert not agreed.is_disputed
    assert [each.coder for each in agreed.opinions] == ["ruo", "anja"]


MOVED = "A new first line.\n\n" + TEXT


def moved(span: Span, by: int = len(MOVED) - len(TEXT)) -> Span:
    there = replace(span, start=span.start + by, end=span.end + by, id="")
    return replace(there, id=span_id("a", there))


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_decision_follows_its_words_when_the_article_is_read_anew(action: str) -> None:
    spans = [moved(each) for each in SPANS]
    laid = laid_over(article(*spans, text=MOVED), verdicts([said(action, SELM_AGAIN)]))
    again = moved(SELM_AGAIN)
    assert (again in laid.spans) == (action == "accept")
    assert (again.id in laid.standings) == (action == "accept")
    assert moved(SELM) in laid.spans
    assert laid.places[SELM_AGAIN.id].start == again.start


def test_what_a_person_accepted_stays_when_the_machine_no_longer_finds_it() -> None:
    laid = laid_over(article(COUNT), verdicts([said("accept", ILVA)]))
    assert ILVA in laid.spans
    assert laid.standings[ILVA.id].decided == "kept"
    there = laid_over(article(moved(COUNT), text=MOVED), verdicts([said("accept", ILVA)]))
    (kept,) = [each for each in there.spans if each.layer == "entity"]
    assert (kept.text, kept.start) == ("Ilva", moved(ILVA).start)


def test_what_a_person_accepted_stays_as_it_then_was() -> None:
    other = replace(COUNT, value=8000.0)
    laid = laid_over(article(other), verdicts([said("accept", COUNT)]))
    assert laid.spans == (COUNT,)
    assert [(each.span, each.decided) for each in laid.overruled] == [(other, "accepted")]


def test_a_rejection_of_what_is_no_longer_found_is_moot() -> None:
    laid = laid_over(article(COUNT), verdicts([said("reject", ILVA)]))
    assert laid.spans == (COUNT,)
    assert laid.fates == {ILVA.id: "moot"}


def test_a_decision_about_words_that_are_gone_is_lost_and_harms_nothing() -> None:
    text = TEXT.replace("Ilva", "Orl")
    laid = laid_over(Document(id="a", text=text, spans=(SELM,)), verdicts([said("accept", ILVA)]))
    assert laid.fates == {ILVA.id: "lost"}
    assert laid.spans == (SELM,)


def test_other_words_in_the_old_place_are_not_meant() -> None:
    text = "Vant spoke, and Selm. " + TEXT[12:]
    there = replace(SELM, text="Vant", canonical="Vant")
    laid = laid_over(Document(id="a", text=text, spans=(there,)), verdicts([said("reject", SELM)]))
    assert there in laid.spans


def test_all_places_in_a_finding_move_with_it() -> None:
    holder = Mention(canonical="Selm", start=48, end=52)
    stance = Stance(
        label="opposes", start=43, end=60, text=TEXT[43:60], by="rule:test", holder=holder,
        target="ferries", act="denies", mode="indirect", cue=None,
    )  # fmt: skip
    stance = replace(stance, id=span_id("a", stance))
    laid = laid_over(article(COUNT, text=MOVED), verdicts([said("accept", stance)]))
    (kept,) = [each for each in laid.spans if isinstance(each, Stance)]
    assert isinstance(kept.holder, Mention)
    assert MOVED[kept.holder.start : kept.holder.end] == "Selm"


def test_two_attitudes_in_one_sentence_are_told_apart() -> None:
    stances = [
        Stance(
            label="opposes", start=43, end=60, text=TEXT[43:60], by="rule:test", holder="author",
            target=target, act="denies", mode="author",
        )
        for target in ("ferries", "aid")
    ]  # fmt: skip
    named = [replace(each, id=span_id("a", each)) for each in stances]
    laid = laid_over(article(*named), verdicts([said("reject", named[0])]))
    assert [each.target for each in laid.spans if isinstance(each, Stance)] == ["aid"]


def test_a_correction_that_the_machine_learned_since_is_shown_once() -> None:
    person = entity("Selm", label="PERSON")
    laid = laid_over(article(person), verdicts([said("correct", SELM, label="PERSON")]))
    assert [each.label for each in laid.spans] == ["PERSON"]


def test_a_correction_of_a_correction_is_about_the_same_finding() -> None:
    first = said("correct", ILVA, start=33, end=41, text="the Ilva")
    seen = entity("the Ilva", label="LOC")
    second = replace(said("correct", seen, label="FAC"), span=ILVA.id)
    laid = laid_over(article(), verdicts([first, second]))
    assert [(e.text, e.label) for e in laid.spans if e.id == ILVA.id] == [("the Ilva", "FAC")]
    assert [each.span for each in laid.overruled] == [ILVA]
    assert len(laid.spans) == len(SPANS)
