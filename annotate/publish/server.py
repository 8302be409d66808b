"""A built corpus in Datasette on this machine, until somebody stops it."""

import gc
import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.version import __version__

from annotate.errors import RequestError
from annotate.publish import configuration, inspection, room, views, writing
from annotate.publish.hosts import only_for
from annotate.publish.room import Room
from annotate.review import coders
from annotate.store import database as store
from annotate.store.kept import kept
from annotate.workspace import Workspace

HOST = "127.0.0.1"
PORT = 8001

LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})
"""Hosts that only this machine reaches."""


def serve(
    database: Path,
    *,
    host: str = HOST,
    port: int = PORT,
    open_browser: bool = False,
    robots: bool = False,
    warm: bool = False,
    announce: Callable[[str], None] | None = None,
    review: Room | None = None,
    password: str | None = None,
) -> None:
    """Serve a built database until Ctrl-C; who asks for port 0 gets any that is free.

    robots: whether search engines may list the pages.
    warm: count first what all pages count, so that the first reader does not wait for it.
    announce: is told the address once the port is ours, just before the first page can be asked.
    A file that was counted for `warm` is served as unchanging: after a build, serve it anew. Any
    other may be built while it is served. review: where people decide, where they may; others than
    this machine then need the password.
    Raises StoreError if the database is absent, not ours or of an older version, RequestError if
    the port is taken.
    """
    if warm:
        prepare(database)
    is_local = host in LOCAL
    datasette = application(database, robots=robots, changing=review is not None)
    if warm:
        writing.prepare(datasette)
    app = datasette.app()
    if review is not None:
        app = room.guard(room.opened(app, review), is_local=is_local, password=password)
    with closing(listener(host, port)) as listening:
        taken = listening.getsockname()[1]
        address = f"http://{f'[{host}]' if ':' in host else host}:{taken}/"
        if announce is not None:
            announce(address)
        if open_browser:
            threading.Timer(0.5, webbrowser.open, [address]).start()
        guarded = only_for(app, LOCAL) if is_local else app
        _run(guarded, listening)


def prepare(database: Path) -> None:
    """Work out what the pages of a database count, for this process and in a file beside it.

    Raises StoreError if the database is absent, not ours or of an older version.
    """
    with closing(store.open_for_reading(database)) as conn:
        for question in views.COUNTED:
            kept(conn, question)
    inspection.inspect(database)


PASSWORD = "ANNOTATE_PASSWORD"  # noqa: S105  # the name of a variable
"""Holds the password of a server on which others than this machine decide."""


def reviewing(space: Workspace, coder: str | None = None) -> dict[str, Any]:
    """What `serve` needs to let people decide in a workspace; the password is the environment's."""
    where = Room(database=space.database, folder=space.decisions, coder=coders.coder(coder))
    return {"review": where, "password": os.environ.get(PASSWORD)}


def application(  # a Datasette, which ships no types
    database: Path, *, robots: bool = False, changing: bool = False
) -> Any:
    """The Datasette that serves a built database, with our metadata, queries and settings.

    robots: whether search engines may list the pages. changing: whether the file will change while
    it is served; else what was counted of it holds.
    Raises StoreError if the database is absent, not ours or of an older version.
    """
    store.open_for_reading(database).close()  # also undoes what a killed build left half written
    metadata, config = configuration.for_version(
        __version__, configuration.source(robots=robots), database=database.stem
    )
    if "databases" not in config:
        metadata = configuration.without_descriptions(metadata, database=database.stem)
    settings = config.pop("settings")
    more: dict[str, Any] = {"config": config} if config else {}
    known = None if changing else inspection.kept(database)
    if known:
        more["inspect_data"] = known
    files, fixed = ([], [str(database)]) if known else ([str(database)], [])
    return Datasette(files, immutables=fixed, metadata=metadata, settings=settings, **more)


def listener(host: str, port: int) -> socket.socket:
    """A socket that listens on a port, any free one for 0.

    Raises RequestError if the port cannot be had.
    """
    opened = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(128)
    except (OSError, OverflowError) as error:
        opened.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise RequestError(
            f"port {port} of {host} cannot be had ({reason}); choose another with --port"
        ) from error
    return opened


def collect_seldom() -> None:
    """Let Python look for cycles among records less often.

    A page's template holds what it showed in a cycle, 20,000 records for a long article: they are
    taken away once in some twenty of such pages, not in the middle of every eighth.
    """
    gc.freeze()
    gc.set_threshold(500_000)


def _run(app: Any, listening: socket.socket) -> None:
    collect_seldom()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    with suppress(KeyboardInterrupt):  # uvicorn has ended cleanly and passes the signal on
        server.run(sockets=[listening])
