"""What Datasette wants to know of a file that does not change, worked out once and kept beside it.

A file that is served as unchanging is hashed and its rows are counted when the server starts,
which takes seconds where there are a million findings. The answer is kept in a file beside the
database and holds as long as the database's size and time are those that it was made for.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from annotate.store import database as store
from annotate.store import overview

Inspected = Mapping[str, Any]
"""What `datasette inspect` says of a database, under the database's name."""


def kept(database: Path) -> Inspected | None:
    """What was worked out of the file as it is now; None if nothing was."""
    try:
        known = json.loads(_beside(database).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    of_this = isinstance(known, dict) and known.get("made_for") == _stamp(database)
    found = known.get("inspect_data") if of_this else None
    return found if isinstance(found, dict) else None


def inspect(database: Path) -> Inspected:
    """What was worked out of the file, now if need be; kept where the folder can be written."""
    known = kept(database)
    if known is not None:
        return known
    with closing(store.open_for_reading(database)) as conn:
        tables = {name: {"count": count} for name, count in overview.table_counts(conn).items()}
    with database.open("rb") as file:
        hashed = hashlib.file_digest(file, "sha256").hexdigest()
    made = {
        database.stem: {
            "hash": hashed,
            "size": database.stat().st_size,
            "file": database.name,
            "tables": tables,
        }
    }
    with suppress(OSError):  # of a medium that cannot be written it is worked out each time
        said = {"made_for": _stamp(database), "inspect_data": made}
        _beside(database).write_text(json.dumps(said, indent=1), encoding="utf-8")
    return made


def _beside(database: Path) -> Path:
    return database.with_name(f"{database.name}-inspect.json")


def _stamp(database: Path) -> list[int]:
    found = database.stat()
    return [found.st_size, found.st_mtime_ns]
