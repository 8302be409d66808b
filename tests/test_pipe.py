"""The JSON interface: a line in, a line out, one error line for one bad line."""

import json
import sys
from collections.abc import Iterable
from subprocess import PIPE, Popen

import pytest
from jsonschema import Draft202012Validator

from annotate import pipeline, records, schemas
from annotate.errors import RequestError
from annotate.jsonlines import written
from annotate.pipe import pipe, shown
from tests.conftest import ARTICLE

SCHEMA = json.loads(schemas.text("document.schema.json"))


def answers(*requests: object) -> list[dict[str, object]]:
    return list(pipe(json.dumps(request) for request in requests))


BAD = [
    ("{", "line 1: not JSON"),
    ("[1]", "line 1: not a JSON object"),
    (b"\xff{}", "line 1: not UTF-8"),
    ('{"id": "a-12"}', 'line 1, id \'a-12\': no "text", "html" or "markdown"'),
    ('{"id": "a", "text": "x", "html": "y"}', "give one of them"),
    ('{"id": "a", "text": 3}', '"text" is not a string'),
    ('{"text": "x"}', "'id' is a required property"),
    ('{"id": 5, "text": "x"}', '"id" is not a string'),
    ('{"id": "a\\ud800", "text": "x"}', "lone surrogate"),
    ('{"id": "a", "text": "x", "meta": {"title": "\\ud800"}}', "lone surrogate"),
    ('{"id": "a", "text": "x", "meta": {"published": 5}}', '"meta.published" is not a string'),
    ('{"id": "a", "text": "x", "meta": {"published": "2012-13-45"}}', "is no day"),
    ('{"id": "a", "text": "x", "meta": {"published": "yesterday"}}', '"meta.published": '),
    ('{"id": "a", "text": "x", "meta": {"authors": [5]}}', '"meta.authors.0" is not a string'),
    ('{"id": "a", "text": "x", "url": 5}', '"url" is not a string'),
    ('{"id": "a", "text": "x", "targets": [{"id": "t", "start": "0", "end": 1}]}', "whole number"),
    ('{"id": "a", "text": "x", "targets": [{"id": "t", "start": 1.5, "end": 2}]}', "whole number"),
    ('{"id": "a", "text": "\\ud800"}', "lone surrogate"),
    (f'{{"id": "a", "text": {"9" * 5000}}}', "line 1: not JSON: "),
    (f'{{"id": "a", "text": {"[" * 600}{"]" * 600}}}', "line 1: not JSON: "),
    ('{"id": "a", "text": "x", "meta": []}', '"meta" is not an object'),
    ('{"id": "a", "text": "x", "targets": [1]}', '"targets.0" is not an object'),
    (
        '{"id": "a", "text": "x", "targets": [{"id": "t", "start": 0, "end": 9}]}',
        "outside the text",
    ),
]


@pytest.mark.parametrize(("line", "sentence"), BAD)
def test_a_bad_line_costs_that_line(line: str | bytes, sentence: str) -> None:
    good = '{"id": "b", "text": "All is well."}'
    first, second = pipe([line, good])
    assert sentence in first["error"]
    assert second["id"] == "b"
    assert "error" not in second


@pytest.mark.parametrize(
    "request_", [{"text": ARTICLE}, {"markdown": ARTICLE}, {"html": "<p>All is well.</p>"}]
)
def test_an_answer_is_of_its_schema_and_quotes_its_text(request_: dict[str, str]) -> None:
    (answer,) = answers({"id": "a"} | request_)
    Draft202012Validator(SCHEMA).validate(answer)
    text = answer["text"]
    assert isinstance(text, str)
    spans = answer["spans"]
    assert isinstance(spans, list)
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_text_and_markdown_come_back_unchanged() -> None:
    text = "\ufeffOne\r\n\r\nTwo *three*\u00a0four\n"
    assert [
        each["text"] for each in answers({"id": "a", "text": text}, {"id": "b", "markdown": text})
    ] == [
        text,
        text,
    ]


def test_an_answer_is_one_line_to_whoever_splits_lines() -> None:
    record = {"id": "x", "text": "a\u2028b\u2029c\x85d\n"}
    assert len(written(record).splitlines()) == 1
    assert json.loads(written(record)) == record


def test_answers_stream() -> None:
    def lines() -> Iterable[str]:
        yield '{"id": "a", "text": "One."}'
        seen.append("asked for more")
        yield '{"id": "b", "text": "Two."}'

    seen: list[str] = []
    stream = pipe(lines())
    assert next(stream)["id"] == "a"
    assert seen == []


def test_the_command_answers_a_line_before_it_has_the_next() -> None:
    command = [sys.executable, "-m", "annotate", "pipe", "--layers", "none"]
    with Popen(command, stdin=PIPE, stdout=PIPE) as running:  # which closes both at the end
        assert running.stdin is not None
        assert running.stdout is not None
        for name in ("a", "b"):
            running.stdin.write(json.dumps({"id": name, "text": ARTICLE}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == name


def test_the_same_finding_has_the_same_id_in_every_run() -> None:
    first, second = (answers({"id": "a", "text": ARTICLE}) for _ in range(2))
    assert first == second
    ids = [span["id"] for span in first[0]["spans"]]  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids)) > 0


def test_what_a_line_knows_wins_over_what_its_text_says() -> None:
    (answer,) = answers({"id": "a", "text": ARTICLE, "meta": {"published": "2012-03-01"}})
    assert answer["meta"]["published"] == "2012-03-01"  # type: ignore[index]


def test_only_the_layers_asked_for_are_shown() -> None:
    line = json.dumps({"id": "a", "text": ARTICLE})
    (answer,) = pipe([line], layers=shown("number, sentence"))
    assert {span["layer"] for span in answer["spans"]} == {"number", "sentence"}
    (answer,) = pipe([line], layers=shown("none"))
    assert answer["spans"] == []


def test_an_unknown_layer_is_told_with_those_there_are() -> None:
    with pytest.raises(RequestError, match="unknown layer 'numbers'; the layers are entity"):
        shown("numbers")


def test_a_record_gives_back_its_document() -> None:
    document = pipeline.tag(pipeline.read(ARTICLE, id="a"))
    record = json.loads(json.dumps(records.to_record(document)))
    assert records.to_record(records.from_record(record)) == record


def test_a_record_whose_words_stand_elsewhere_is_told() -> None:
    record = records.to_record(pipeline.tag(pipeline.read(ARTICLE, id="a")))
    record["spans"] = [{"layer": "term", "label": "x", "start": 0, "end": 3, "text": "nowhere"}]
    with pytest.raises(RequestError, match="record 'a' is not of the documents' form"):
        records.from_record(record)


def test_a_record_counts_its_paragraphs_again() -> None:
    document = pipeline.read(ARTICLE, id="a")
    again = records.from_record(records.to_record(document))
    assert [each.number for each in again.segments] == [each.number for each in document.segments]


def test_a_broken_quotation_s_parts_are_objects_and_pairs_are_read_too() -> None:
    document = pipeline.tag(
        pipeline.read("“The dam,” Edda Morn said, “is full.”\n", id="a", form="text")
    )
    record = records.to_record(document)
    (told,) = [each for each in record["spans"] if each["layer"] == "quote"]
    assert told["parts"] == [{"start": 1, "end": 9}, {"start": 28, "end": 36}]
    pairs = told | {"parts": [[1, 9], [28, 36]]}
    assert records.span(pairs, document.text) == records.span(told, document.text)
