"""The folder of a publication: what lies in it beside the database, and how it takes its place."""

import json
import shutil
from pathlib import Path

import yaml

from annotate.errors import WorkspaceError
from annotate.publish import configuration

MARK = "publication.json"
"""The file by which we know a folder as a publication that may be replaced by a newer one."""

README = """\
# A published corpus

Made by `annotate publish`: `corpus.db` holds what may be shared of a collection of articles.

`index.html` opens it for reading, from this folder or from any host of files; nothing has to be
installed, and no page asks another host for anything. On this machine with annotate installed, also
to search and to sort out:

    annotate serve --database corpus.db

Put it on the web with Datasette 0.65 (`datasette publish --help` names the hosts), with annotate's
wheel beside it for the reading pages:

    datasette publish cloudrun corpus.db --metadata metadata.yml --service my-corpus

With Datasette 1.0:

    datasette --immutable corpus.db --metadata metadata-1.0.yml --config datasette.yml

Search engines are told to stay out unless the workspace said otherwise.
"""


def require_free(target: Path) -> None:
    """See that a folder may be made or replaced.

    Raises WorkspaceError if something else than a publication is there.
    """
    if not target.exists():
        return
    if not target.is_dir() or (any(target.iterdir()) and not (target / MARK).is_file()):
        raise WorkspaceError(f"{target} is there and is no publication; choose another folder")


def describe(made: Path, *, robots: bool) -> None:
    """Write what Datasette is told about the database, for both of its versions, and for people."""
    source = configuration.source(robots=robots)
    metadata, config = configuration.for_version("1.0", source)
    files = {
        "metadata.yml": {key: each for key, each in source.items() if key != "settings"},
        "metadata-1.0.yml": metadata,
        "datasette.yml": config,
    }
    for name, value in files.items():
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
        (made / name).write_text(text, encoding="utf-8")
    (made / "robots.txt").write_text(
        f"User-agent: *\nDisallow:{'' if robots else ' /'}\n", encoding="utf-8"
    )
    (made / "README.md").write_text(README, encoding="utf-8")
    (made / MARK).write_text(json.dumps({"made_by": "annotate publish"}) + "\n", encoding="utf-8")


def put(made: Path, target: Path) -> None:
    """Let the folder that was made take its place; an older publication is gone then.

    Raises WorkspaceError if it cannot; then the older one is as it was.
    """
    old = made.with_name(f"{made.name}-old")
    try:
        made.chmod(0o755)
        if target.exists():
            target.rename(old)
        made.rename(target)
    except OSError as error:
        if old.exists() and not target.exists():
            old.rename(target)
        raise WorkspaceError(f"{target}: cannot be written: {error.strerror}") from None
    shutil.rmtree(old, ignore_errors=True)
