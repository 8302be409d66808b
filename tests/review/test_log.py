"""Lines are never lost, whoever writes at the same time; a bad one costs itself alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotate.errors import DecisionError
from annotate.review import log
from annotate.review.decisions import Decision, NameDecision, Undo, entry_of, entry_record, fresh

MACHINE = {"layer": "entity", "label": "GPE", "start": 0, "end": 6, "canonical": "Ostrea"}


def decision(coder: str = "anja", **more: str) -> Decision:
    values = {"action": "accept", "article": "a", "span": "e-1", "layer": "entity"} | more
    return Decision(quote="Ostrea", machine=MACHINE, **values, **fresh(coder))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "entry",
    [
        decision(),
        decision(note="two\nlines\u2028and 漂民", batch="d-2", prefix="to ", suffix="."),
        NameDecision(action="merge", name="ODP", into="Office", articles=("a",), **fresh("anja")),
        Undo(undoes="d-1", **fresh("anja")),
    ],
)
def test_a_decision_is_read_as_it_was_written(entry, tmp_path: Path) -> None:
    log.append(tmp_path, [entry])
    assert log.read(tmp_path) == log.Log(entries=(entry,))
    assert (tmp_path / "anja.jsonl").read_bytes().count(b"\n") == 1


def test_a_log_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert log.read(tmp_path / "decisions") == log.Log()


WITHOUT = {"id": "d-1", "at": "2026", "coder": "anja"}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        (json.dumps({**WITHOUT, "action": "approve"}), "unknown action 'approve'; the actions are"),
        (json.dumps({**WITHOUT, "action": ["undo"]}), "unknown action"),
        (json.dumps({**WITHOUT, "action": "undo"}), "no 'undoes'"),
        (json.dumps({**WITHOUT, "action": "undo", "undoes": 1}), "undoes: 1 is not text"),
        (json.dumps({**WITHOUT, "action": "undo", "undoes": "d", "why": ""}), "unknown key 'why'"),
        (json.dumps({**WITHOUT, "action": "merge", "name": "ODP"}), "no 'into'"),
        (json.dumps(entry_record(decision()) | {"layer": "colour"}), "unknown layer 'colour'"),
        (json.dumps(entry_record(decision()) | {"machine": {"label": "GPE"}}), "where the finding"),
        (
            json.dumps(entry_record(decision()) | {"machine": MACHINE | {"canonical": []}}),
            "not text",
        ),
        (
            json.dumps(entry_record(decision()) | {"values": {"via": [{"canonical": 5}]}}),
            "canonical: 5 is not text",
        ),
        (
            json.dumps(entry_record(decision()) | {"values": {"said_by": ["Kolde"]}}),
            "said_by: ['Kolde'] is not what stands there",
        ),
        (json.dumps(entry_record(decision()) | {"values": {"depth": []}}), "depth: [] is not what"),
        (json.dumps(entry_record(decision()) | {"coder": "../anja"}), "cannot name a coder"),
    ],
)
def test_a_bad_line_costs_that_line_and_is_told(line: str, fault: str, tmp_path: Path) -> None:
    good = decision()
    (tmp_path / "anja.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    log.append(tmp_path, [good])
    read = log.read(tmp_path)
    assert read.entries == (good,)
    (told,) = read.faults
    assert told.startswith(f"{tmp_path.name}/anja.jsonl, line 2: ")
    assert fault in told


def test_a_line_that_was_cut_short_does_not_spoil_the_next(tmp_path: Path) -> None:
    good = decision()
    (tmp_path / "anja.jsonl").write_text('{"id": "d-1", "at": "20', encoding="utf-8")
    log.append(tmp_path, [good])
    read = log.read(tmp_path)
    assert read.entries == (good,)
    assert len(read.faults) == 1


def test_decisions_of_all_coders_come_in_order_of_time(tmp_path: Path) -> None:
    entries = [decision(coder) for coder in ("ruo", "anja", "ruo")]
    for entry in reversed(entries):
        log.append(tmp_path, [entry])
    assert log.read(tmp_path).entries == tuple(entries)


@pytest.mark.parametrize("name", ["../x", "", ".x", "a/b", "a" * 61, "CON", "a b", "x."])
def test_a_coder_is_named_as_a_file_can_be(name: str) -> None:
    with pytest.raises(DecisionError, match="cannot name a coder"):
        fresh(name)


@pytest.mark.parametrize("name", ["anja", "Anja-Kolde", "a.k", "若林", "R2_D2"])
def test_coders_have_names_of_any_script(name: str) -> None:
    assert fresh(name)["coder"] == name


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "decisions").write_text("a file", encoding="utf-8")
    with pytest.raises(DecisionError, match="nothing was decided"):
        log.append(tmp_path / "decisions", [decision()])


WRITER = """
import sys
from pathlib import Path
from annotate.review import log
from annotate.review.decisions import Undo, fresh
for n in range(40):
    undoes = f"{sys.argv[2]}-{n}-" + "x" * 5000
    log.append(Path(sys.argv[1]), [Undo(undoes=undoes, **fresh("anja"))])
"""


def test_writers_at_the_same_time_lose_no_line(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(n)]) for n in range(3)
    ]
    assert [writer.wait(timeout=300) for writer in writers] == [0, 0, 0]
    read = log.read(tmp_path)
    assert read.faults == ()
    assert len({each.undoes for each in read.entries if isinstance(each, Undo)}) == 120


def test_a_record_tells_only_what_there_is() -> None:
    record = entry_record(decision())
    assert "batch" not in record
    assert "note" not in record
    assert list(record)[:4] == ["id", "at", "coder", "action"]
    assert entry_of(record) is not None
