"""What the YAML head of a Markdown text says of the work, however its program writes people."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotate import yamlfile
from annotate.errors import CodebookError
from annotate.model import Meta
from annotate.sources import dates

_KEYS = ("title", "publisher", "url", "license", "language", "type")
ORIGIN = "front matter"


def read(source: str) -> Meta | None:
    """What a YAML head says of the work, None where it is no mapping of names to values."""
    try:
        said: Any = yamlfile.parse(source, Path(ORIGIN)).value
    except CodebookError:
        return None
    if not isinstance(said, dict):
        return None
    got: dict[str, Any] = {
        key: str(said[key]) for key in _KEYS if said.get(key) not in (None, "", [])
    }
    if day := dates.stated(str(said.get("date") or said.get("published") or "")):
        got["published"] = day
    if authors := tuple(_names(said.get("authors") or said.get("author"))):
        got["authors"] = authors
    return Meta(**got, origins=dict.fromkeys(got, ORIGIN))


def _names(said: Any) -> Iterator[str]:  # whatever YAML holds
    """The names of people: as texts, or as mappings that have the name under a key."""
    for each in said if isinstance(said, list) else [said]:
        if isinstance(each, dict):
            whole = " ".join(str(each[part]) for part in ("given", "family") if each.get(part))
            each = each.get("literal") or each.get("name") or whole
        if each and not isinstance(each, dict | list):
            yield str(each)
