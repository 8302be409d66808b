"""The JSON Schemas of the files and lines that we read, as they stand in `schema/`."""

import json
from functools import cache
from importlib import resources

from jsonschema import Draft202012Validator


def text(name: str) -> str:
    """A file of `schema/`: beside the package in a checkout, within it once installed."""
    package = resources.files("annotate")
    for folder in (package / "schema", package / ".." / "schema"):
        if (folder / name).is_file():
            return (folder / name).read_text(encoding="utf-8")
    raise FileNotFoundError(name)


@cache
def validator(name: str) -> Draft202012Validator:
    """What checks a value against the schema of a name: "codebook"."""
    return Draft202012Validator(json.loads(text(f"{name}.schema.json")))
