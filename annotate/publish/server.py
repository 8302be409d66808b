"""A built corpus in Datasette on this machine, until somebody stops it."""

import gc
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
from annotate.publish import configuration
from annotate.publish.hosts import only_for
from annotate.store import database as store

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
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serve a built database until Ctrl-C; who asks for port 0 gets any that is free.

    robots: whether search engines may list the pages.
    announce: is told the address once the port is ours, just before the first page can be asked.
    The file is served as unchanging: after a build, serve it anew.
    Raises StoreError if the database is absent, not ours or of an older version, RequestError if
    the port is taken.
    """
    app = application(database, robots=robots).app()
    with closing(listener(host, port)) as listening:
        taken = listening.getsockname()[1]
        address = f"http://{f'[{host}]' if ':' in host else host}:{taken}/"
        if announce is not None:
            announce(address)
        if open_browser:
            threading.Timer(0.5, webbrowser.open, [address]).start()
        guarded = only_for(app, LOCAL) if host in LOCAL else app
        _run(guarded, listening)


def application(database: Path, *, robots: bool = False) -> Any:  # a Datasette; it ships no types
    """The Datasette that serves a built database, with our metadata, queries and settings.

    robots: whether search engines may list the pages.
    Raises StoreError if the database is absent, not ours or of an older version.
    """
    store.open_for_reading(database).close()  # also undoes what a killed build left half written
    metadata, config = configuration.for_version(
        __version__, configuration.source(robots=robots), database=database.stem
    )
    settings = config.pop("settings")
    more = {"config": config} if config else {}
    return Datasette([], immutables=[str(database)], metadata=metadata, settings=settings, **more)


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
    """Let Python look for cycles among records less often: those of a page form none."""
    gc.freeze()
    gc.set_threshold(50_000)


def _run(app: Any, listening: socket.socket) -> None:
    collect_seldom()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    with suppress(KeyboardInterrupt):  # uvicorn has ended cleanly and passes the signal on
        server.run(sockets=[listening])
