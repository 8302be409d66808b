"""What a workspace lets out of the house: which articles, how much of each, and which facts.

Nothing leaves because nobody thought of it: what is not on a list here stays.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

WAYS = ("full", "quotations", "nothing")
"""How much of an article may leave; a sidecar says so under `publish`."""

LAYERS = ("entity", "number", "quote", "stance", "term", "sentence")

FACTS = (
    "title", "authors", "published", "publisher", "url", "license", "language", "type",
    "container_title", "accessed",
)  # fmt: skip
"""What may be told of a work."""

TABLES = ("claims", "names", "quantities", "runs", "topics")
"""Tables that leave whole or not at all; `name_aliases` goes with `names`."""

LICENCES = (
    "*CC0*",
    "CC BY",
    "CC BY [0-9]*",
    "CC BY-SA",
    "CC BY-SA [0-9]*",
    "*Commons Attribution [0-9]*",
    "*Commons Attribution-ShareAlike [0-9]*",
    "*creativecommons.org/licenses/by/*",
    "*creativecommons.org/licenses/by-sa/*",
    "*creativecommons.org/publicdomain/*",
    "public domain*",
)
"""Licences that let a text be passed on and changed; how they are spelled is all one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may leave.

    articles: patterns of ids. full_text: patterns of licences whose articles leave whole.
    around: code points on each side of a finding, share: of a text at most, where only quotations
    leave. comments: readers' comments. originals: files as received, of articles left unchanged.
    site: the reading pages as files.
    columns: by table, the columns that may be empty and shall not be.
    """

    articles: tuple[str, ...] = ("*",)
    full_text: tuple[str, ...] = LICENCES
    layers: tuple[str, ...] = LAYERS
    facts: tuple[str, ...] = FACTS
    tables: tuple[str, ...] = TABLES
    columns: Mapping[str, tuple[str, ...]] | None = None
    around: int = 60
    share: float = 0.1
    comments: bool = False
    originals: bool = False
    site: bool = True

    def way(self, article: str, licence: str | None, chosen: str | None) -> str:
        """How much of an article may leave, one of WAYS. chosen: what its sidecar says."""
        if not any(fnmatchcase(article, pattern) for pattern in self.articles):
            return "nothing"
        return chosen or ("full" if _is_one(licence, self.full_text) else "quotations")


def _is_one(licence: str | None, patterns: Iterable[str]) -> bool:
    words = _spelled(licence or "")
    return any(fnmatchcase(words, _spelled(pattern)) for pattern in patterns)


def _spelled(words: str) -> str:
    """Small letters, and spaces for hyphens outside of a set of signs."""
    return " ".join(re.sub(r"[-_](?![0-9]\])", " ", words.casefold()).split())


def stated(value: Mapping[str, Any]) -> Choices:
    """What the key `publish` of a configuration states."""
    told: dict[str, Any] = {
        key: tuple(each) if isinstance(each, list) else each for key, each in value.items()
    }
    if "columns" in told:
        told["columns"] = {table: tuple(each) for table, each in value["columns"].items()}
    return Choices(**told)
