"""Stances too unsure to be shown: they wait in the review, and show once somebody accepts them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from annotate import pipeline
from annotate.cli import app
from annotate.codebook import Codebook, Topic
from annotate.model import Document, Stance, is_proposed, span_id
from annotate.publish import room, server
from annotate.publish.room import Room
from annotate.records import span, span_record
from annotate.review import deciding, lists
from annotate.review.desk import Desk
from annotate.store import database, laid, queries, queue, surroundings, write
from tests.publish.articles import ferries
from tests.publish.conftest import started
from tests.review.conftest import one

SURE = one(ferries(), "The ferries save lives.")
assert isinstance(SURE, Stance)
_UNSURE = replace(SURE, target="aid", label="opposes", by="rule:test", score=0.3, proposed=True)
UNSURE = replace(_UNSURE, id=span_id(ferries().id, _UNSURE))


def article() -> Document:
    return replace(ferries(), spans=(*ferries().spans, UNSURE))


@pytest.fixture
def proposing(tmp_path: Path) -> Iterator[Desk]:
    """Where Anja decides about an article with a proposal."""
    with closing(database.open_for_writing(tmp_path / "corpus.db")) as conn:
        write.save(conn, article())
        yield Desk(conn=conn, folder=tmp_path / "decisions", coder="anja")


def stances(desk: Desk) -> list[Stance]:
    """The stances that the tables show."""
    spans = queries.document(desk.conn, article().id).spans
    return [each for each in spans if isinstance(each, Stance)]


def test_a_proposal_is_in_no_table_of_findings_and_waits_in_the_review(proposing: Desk) -> None:
    assert UNSURE.id not in {each.id for each in stances(proposing)}
    assert UNSURE.id not in {each.id for each in queue.waiting(proposing.conn, limit=1000)}
    assert [each.id for each in queue.proposed(proposing.conn)] == [UNSURE.id]
    assert queue.count_proposed(proposing.conn, by="rule:other") == 0
    words = surroundings.around(proposing.conn, UNSURE.id, "stance")
    assert words.words == UNSURE.text
    *_, told = lists.proposed(proposing.conn, by="", document="", limit=5)
    assert str(told).startswith("1 proposed")


def test_who_accepts_a_proposal_shows_it_and_can_take_that_back(proposing: Desk) -> None:
    deciding.decide(proposing, "accept", [UNSURE.id])
    (shown,) = [each for each in stances(proposing) if each.id == UNSURE.id]
    assert shown == replace(UNSURE, proposed=False)
    assert queue.proposed(proposing.conn) == []
    deciding.undo(proposing, [UNSURE.id])
    assert UNSURE.id not in {each.id for each in stances(proposing)}
    assert [each.id for each in queue.proposed(proposing.conn)] == [UNSURE.id]


def test_a_corrected_proposal_shows_as_corrected(proposing: Desk) -> None:
    deciding.decide(proposing, "correct", [UNSURE.id], given={"label": "ambivalent"})
    (shown,) = [each for each in stances(proposing) if each.id == UNSURE.id]
    assert (shown.label, shown.proposed) == ("ambivalent", False)


def test_a_rejected_proposal_is_proposed_no_more(proposing: Desk) -> None:
    deciding.decide(proposing, "reject", [UNSURE.id])
    assert queue.proposed(proposing.conn) == []
    assert UNSURE.id not in {each.id for each in stances(proposing)}


def test_another_decision_leaves_a_proposal_where_it_is(proposing: Desk) -> None:
    deciding.decide(proposing, "reject", [SURE.id])
    assert [each.id for each in queue.proposed(proposing.conn)] == [UNSURE.id]
    assert UNSURE in laid.machines(proposing.conn, article()).spans


def test_a_record_says_that_a_stance_is_proposed() -> None:
    record = span_record(UNSURE)
    assert record["proposed"] is True
    assert span({**record, "id": UNSURE.id}, article().text) == UNSURE
    assert "proposed" not in span_record(SURE)


async def test_pages_hide_a_proposal_and_the_review_shows_it(proposing: Desk) -> None:
    path = proposing.folder.parent / "corpus.db"
    served = await started(server.application(path, changing=True))
    here = Room(database=path, folder=proposing.folder, coder="anja")
    transport = httpx.ASGITransport(app=room.opened(served.app(), here))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as browser:
        queue_page = (await browser.get("/-/review")).text
        assert "1 more is proposed" in queue_page
        assert UNSURE.id not in queue_page
        proposals = (await browser.get("/-/review?proposals=1")).text
        assert UNSURE.id in proposals
        finding = await browser.get(f"/-/review/finding/{UNSURE.id}")
        assert "Proposed" in finding.text
        table = (await browser.get("/corpus/stances.json?_shape=array&_size=max")).json()
        assert UNSURE.id not in {row["id"] for row in table}


BOOK = Codebook(topics={"curfew": Topic(key="curfew", statement="The curfew should stay.")})
TEXT = """The council met in Brenn on Monday.

The curfew was the matter. Anja Kolde spoke of the curfew at length. “Nobody asked us,” she said.

Tomas Verrin welcomed the curfew."""


def test_only_who_asks_for_proposals_gets_them() -> None:
    read = pipeline.read(TEXT, id="a")
    every = pipeline.tag(read, codebook=BOOK, layers=("stance",), proposals=True)
    shown = pipeline.tag(read, codebook=BOOK, layers=("stance",))
    assert not any(is_proposed(each) for each in shown.spans)
    assert {each.id for each in shown.spans} == {
        each.id for each in every.spans if not is_proposed(each)
    }


def test_the_terminal_lists_proposals(proposing: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(proposing.folder.parent)
    (proposing.folder.parent / "annotate.yml").write_text("", encoding="utf-8")
    told = CliRunner().invoke(app, ["review", "list", "--proposals"])
    assert told.exit_code == 0, told.output
    assert "1 proposed" in told.stdout
