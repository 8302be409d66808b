"""YAML files: what is wrong is told with file, line and key."""

import json
from pathlib import Path

import pytest

from annotate import codebook
from annotate.errors import CodebookError

WRONG = [
    (
        "topcs: {}\n",
        "line 1: topcs: unknown key; the keys are names, quantities, rules, terms, topics, units",
    ),
    ("topics:\n  a:\n    statment: x\n", "line 3: topics.a.statment: unknown key"),
    ("topics:\n  a: {}\n", "line 2: topics.a: lacks 'statement'"),
    ("topics:\n", "line 1: topics: nothing stands where a block of `key: value` belongs"),
    ("terms:\n  a: b\n", "line 2: terms.a: 'b' stands where a list, as [one, two], belongs"),
    ("names:\n  A: {label: PLACE}\n", "line 2: names.A.label: 'PLACE' is none of PERSON, NORP"),
    ("names:\n  A: {label: GPE}\n  A: {label: ORG}\n", "line 3: 'A' stands twice"),
    ("names: [\n", "line 2: not YAML"),
    ("names: &a {}\nterms: *a\n", "line 2: not YAML: an alias (*name); write it out"),
    ("names: !!int many\n", "line 1: not YAML: a tag (!!name); write the value without it"),
    ("names: {\n  a: !!timestamp soon}\n", "line 2: not YAML: a tag (!!name)"),
    ('names: "\\ud800"\n', "line 1: not YAML: half a character (a lone surrogate)"),
    ('names: "\\UFFFFFFFF"\n', "not YAML: "),
    ("names: \0\n", "not YAML: "),
    ("names: 08\n", "line 1: names: '08' stands where a block of `key: value` belongs"),
    (f"names: {'9' * 5000}\n", "line 1: names: '999"),
    ("- a\n", "line 1: the file: ['a'] stands where a block of `key: value` belongs"),
    (
        "rules:\n  - {name: a, layer: entity, label: GPE, pattern: '('}\n",
        "line 2: rules.0.pattern: not a pattern: missing )",
    ),
    (
        "rules:\n  - {name: a, layer: entity, label: GPE, pattern: 'x*'}\n",
        "the pattern matches empty text",
    ),
    (
        "rules:\n  - {name: a, layer: entity, label: count, pattern: 'x'}\n",
        "rules.0.label: unknown label 'count' of layer entity; the labels are EVENT, FAC",
    ),
    (
        "names:\n  A: {label: GPE, aliases: [C]}\n  B: {label: GPE, aliases: [C]}\n",
        "line 3: names.B.aliases: 'C' is an alias of 'A' already",
    ),
    (
        "names:\n  A: {label: GPE, aliases: [B]}\n  B: {label: GPE}\n",
        "line 2: names.A.aliases: 'B' is a name of its own",
    ),
    (
        "terms:\n  grab: [land grab]\n  loot: [Land-grab]\n",
        "line 3: terms.loot: 'Land-grab' is a word of 'grab' already",
    ),
    (
        "quantities:\n  a: {figures: [n-1]}\n  b: {figures: [n-1]}\n",
        "line 3: quantities.b.figures: 'n-1' is a figure of 'a' already",
    ),
    (
        "quantities:\n  a: {counted: [boats], unless: ['(']}\n",
        "line 2: quantities.a.unless.0: not a pattern: missing )",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_an_error_names_file_line_and_key(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "codebook.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    assert str(caught.value).startswith(str(path))
    assert sentence in str(caught.value)


def test_an_empty_codebook_is_a_good_one(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert codebook.load(path) == codebook.EMPTY


def test_words_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yml"
    path.write_text("terms:\n  no: [no, off, 2012-03-01]\n", encoding="utf-8")
    assert codebook.load(path).terms == {"no": ("no", "off", "2012-03-01")}


def test_two_halves_of_a_character_are_one_as_in_json(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yml"
    path.write_text(json.dumps({"terms": {"a": ["🙂"]}}), encoding="utf-8")
    assert codebook.load(path).terms == {"a": ("🙂",)}


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yml"
    path.write_bytes("terms: {a: [é]}\n".encode("latin-1"))
    with pytest.raises(CodebookError, match="not UTF-8"):
        codebook.load(path)
