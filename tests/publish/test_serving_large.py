"""What makes a large corpus quick to serve: what is kept, and told to Datasette."""

import json
import os
from contextlib import closing
from pathlib import Path

from annotate.publish import bars, inspection, server
from annotate.store import columns, database, overview, queries, write
from annotate.store.kept import kept
from tests.publish.articles import ferries
from tests.publish.conftest import started


def test_what_is_counted_is_kept_until_the_file_changes(built: Path) -> None:
    with closing(database.open_for_reading(built)) as conn:
        first = kept(conn, queries.documents)
        assert kept(conn, queries.documents) is first
        assert kept(conn, overview.overview) is not first
    with closing(database.open_for_writing(built)) as conn:
        write.save(conn, ferries("another"))
        assert [each.id for each in kept(conn, queries.documents)] == [ferries().id, "another"]


def test_nothing_is_kept_of_a_database_in_memory() -> None:
    with closing(database.open_for_writing(":memory:")) as conn:
        assert len(kept(conn, columns.read).sentences) == 0
        write.save(conn, ferries())
        assert len(kept(conn, columns.read).sentences) > 0


def test_the_inspection_is_what_datasette_would_find_and_holds_for_this_file(built: Path) -> None:
    assert inspection.kept(built) is None
    made = inspection.inspect(built)
    assert made["corpus"]["tables"]["documents"] == {"count": 1}
    assert inspection.kept(built) == made
    os.utime(built, (1, 1))
    assert inspection.kept(built) is None
    built.with_name("corpus.db-inspect.json").write_text("[", encoding="utf-8")
    assert inspection.kept(built) is None


async def test_a_warm_server_is_told_the_counts(built: Path) -> None:
    server.prepare(built)
    beside = built.with_name("corpus.db-inspect.json")
    told = json.loads(beside.read_text(encoding="utf-8"))
    told["inspect_data"]["corpus"]["tables"]["numbers"]["count"] = 4321
    beside.write_text(json.dumps(told), encoding="utf-8")
    served = await started(server.application(built))
    assert "4,321 rows" in (await served.client.get("/corpus")).text


async def test_a_corpus_may_be_built_while_it_is_served(built: Path) -> None:
    served = await started(server.application(built))
    assert (await served.client.get("/-/find")).status_code == 200
    with closing(database.open_for_writing(built)) as conn:
        for n in range(20):
            write.save(conn, ferries(f"another-{n}"))
    for address in ("/", "/-/find", "/corpus", "/-/article/another-7"):
        assert (await served.client.get(address)).status_code == 200, address


async def test_one_that_was_counted_first_asks_to_be_served_anew(built: Path) -> None:
    server.prepare(built)
    served = await started(server.application(built))
    assert (await served.client.get("/-/find")).status_code == 200
    with closing(database.open_for_writing(built)) as conn:
        write.save(conn, ferries("another"))
    for address in ("/-/find", "/", "/corpus", "/corpus/numbers", "/corpus.json"):
        answer = await served.client.get(address)
        assert answer.status_code == 503, address
        assert answer.text == (
            "corpus.db has been built anew since it is served; "
            "end `annotate serve` and start it again"
        ), address


def test_bars_stand_for_years_and_lie_under_names() -> None:
    standing = bars.standing({2012: 1, 2014: 4, None: 3}, str)
    assert [(bar.words, bar.count, bar.height) for bar in standing] == [
        ("2012", 1, bars.HEIGHT / 4),
        ("2014", 4, bars.HEIGHT),
    ]
    assert standing[0].x < standing[1].x
    lying = bars.lying({"a": 2, None: 9, "b": 8, "c": 0}, str)
    assert [(bar.words, bar.width) for bar in lying] == [("b", bars.WIDTH), ("a", bars.WIDTH / 4)]
    assert bars.standing({}, str) == bars.lying({None: 1}, str) == ()
    assert len(bars.standing(dict.fromkeys(range(1800, 2020), 1), str)) == bars.YEARS
