"""The package as Python code uses it."""

import subprocess
import sys

import pytest

import annotate


@pytest.mark.parametrize("verb", annotate.__all__)
def test_a_verb_is_a_function_whatever_was_imported_before(verb: str) -> None:
    code = (
        "import importlib, annotate\n"
        "for name in ('build', 'figures', 'pipe', 'pipeline', 'workspace', 'publish.server'):\n"
        "    importlib.import_module(f'annotate.{name}')\n"
        f"assert type(annotate.{verb}).__name__ == 'function', annotate.{verb}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_heavy_is_loaded_before_a_verb_is_used() -> None:
    code = (
        "import sys, annotate, annotate.cli\n"
        "heavy = {'spacy', 'lxml', 'datasette', 'sqlite_utils'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unknown_verb_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        annotate.bild  # noqa: B018  # asking is the test


def test_who_reads_by_rules_alone_waits_for_no_network() -> None:
    code = (
        "import sys\n"
        "from annotate import pipeline\n"
        "document = pipeline.read('Nearly 300 people left France.', id='t', form='text')\n"
        "assert pipeline.tag(document, pipeline='blank').spans\n"
        "loaded = {'onnxruntime', 'tokenizers'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_who_asks_for_no_layer_waits_for_none() -> None:
    code = (
        "import sys\n"
        "from annotate import pipe\n"
        '[record] = pipe([\'{"id": "t", "text": "Nearly 300 people left."}\'], layers=())\n'
        "assert record['segments'], record\n"
        "loaded = {'spacy', 'annotate.layers.entities'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
