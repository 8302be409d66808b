"""What Datasette is told about a corpus: one source, in the form that each version of it wants.

The source is metadata.yml in Datasette 0.65's form, with the settings beside. Datasette 1.0 keeps
what describes apart from what configures. Both know a database by the name of its file.
"""

import copy
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from annotate import yamlfile

Tree = dict[str, Any]
"""What a YAML file holds."""

DATABASE = "corpus"
"""The database that the source describes."""

_OF_TABLES = frozenset(
    {"facets", "fts_pk", "fts_table", "hidden", "label_column", "size", "sort", "sort_desc"}
    | {"searchmode", "sortable_columns"}
)
"""What configures a table; the rest describes it."""

_OF_DATABASES = frozenset({"queries", "allow", "allow_sql"})


def source(*, robots: bool = False) -> Tree:
    """What metadata.yml says. robots: whether search engines may list the pages."""
    text, path = _file()
    told = {"plugins": {"annotate": {"robots": True}}} if robots else {}
    return {**yamlfile.parse(text, path).value, **told}


def for_version(
    version: str, source: Mapping[str, Any], *, database: str = DATABASE
) -> tuple[Tree, Tree]:
    """The metadata and the configuration that a version of Datasette wants: "0.65.5", "1.0a41".

    The configuration holds the settings in either version, in 1.0 also what shapes the tables and
    the queries, which 0.65 has in its metadata. database: what the corpus is called there.
    """
    metadata = copy.deepcopy(dict(source))
    config = {"settings": metadata.pop("settings", {})}
    databases = metadata.get("databases", {})
    if DATABASE in databases:
        databases[database] = databases.pop(DATABASE)
    if int(version.partition(".")[0]) >= 1:
        config["databases"] = {name: _taken_out(each) for name, each in databases.items()}
        config["plugins"] = metadata.pop("plugins", {})
    return metadata, config


def without_descriptions(metadata: Tree, *, database: str) -> Tree:
    """The same for Datasette 0.65 without what describes tables, which `described` then tells.

    It copies all of its metadata whenever it asks whether a table may be seen, dozens of times for
    one page of a table; what describes the columns is nearly all of ours.
    """
    known = metadata["databases"][database]["tables"]
    rest = {
        name: {key: told for key, told in table.items() if key in _OF_TABLES}
        for name, table in known.items()
    }
    told = {**metadata.get("plugins", {}).get("annotate", {}), "describes": database}
    databases = {database: {**metadata["databases"][database], "tables": rest}}
    plugins = {**metadata.get("plugins", {}), "annotate": told}
    return {**metadata, "databases": databases, "plugins": plugins}


def described() -> Tree:
    """What describes the tables of a corpus and their columns; the caller's own to change."""
    return {name: dict(told) for name, told in _descriptions().items()}


@cache
def _descriptions() -> Tree:
    tables = source()["databases"][DATABASE]["tables"]
    return {
        name: {key: told for key, told in table.items() if key not in _OF_TABLES}
        for name, table in tables.items()
    }


def _taken_out(described: Tree) -> Tree:
    """What configures a database and its tables, taken out of what describes them."""
    config = {key: described.pop(key) for key in sorted(_OF_DATABASES & described.keys())}
    config["tables"] = {
        name: {key: table.pop(key) for key in sorted(_OF_TABLES & table.keys())}
        for name, table in described.get("tables", {}).items()
    }
    return config


def _file() -> tuple[str, Path]:
    """The source: within the package once installed, beside it in a checkout."""
    package = resources.files("annotate")
    for place in (package / "metadata.yml", package / ".." / "metadata.yml"):
        if place.is_file():
            return place.read_text(encoding="utf-8"), Path(str(place))
    raise FileNotFoundError("metadata.yml")
