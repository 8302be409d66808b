"""An application on a port of this machine, for a browser."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import uvicorn

from annotate.publish import server


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Where the application is served."""
    running = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    with closing(server.listener("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=running.run, args=([listener],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            running.should_exit = True
            thread.join(timeout=20)
