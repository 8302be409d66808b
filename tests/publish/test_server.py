"""A built corpus served on this machine."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from annotate.errors import RequestError, StoreError
from annotate.publish import server

SERVE = """
import sys
from pathlib import Path
from annotate.publish import server
server.serve(Path(sys.argv[1]), port=0, announce=lambda address: print(address, flush=True))
print("ended", flush=True)
"""


@contextmanager
def running(path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server in a process of its own, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.kill()
        process.communicate()


def test_a_corpus_is_served_until_ctrl_c(built: Path) -> None:
    with running(built) as (address, process):
        assert address.startswith("http://127.0.0.1:")
        with urlopen(address, timeout=30) as answer:  # noqa: S310  # our own
            assert "The night ferries" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (0, "ended\n", "")


def test_only_who_asks_for_this_machine_is_answered(built: Path) -> None:
    with running(built) as (address, _):
        request = Request(address, headers={"Host": "rebound.example"})  # noqa: S310  # our own
        with pytest.raises(HTTPError) as refused:
            urlopen(request, timeout=30)  # noqa: S310
        assert refused.value.code == 421
        assert b"on this machine only" in refused.value.read()
        refused.value.close()
        port = address.rpartition(":")[2].strip("/")
        named = Request(address, headers={"Host": f"LOCALHOST:{port}"})  # noqa: S310
        with urlopen(named, timeout=30) as answer:  # noqa: S310
            assert answer.status == 200


def test_a_taken_port_is_one_sentence(built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(RequestError, match=f"port {port} of 127.0.0.1 .*--port") as error:
            server.serve(built, port=port)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("port", [-1, 99999])
def test_a_port_that_is_none_is_one_sentence(built: Path, port: int) -> None:
    with pytest.raises(RequestError, match=f"port {port} "):
        server.serve(built, port=port)


def test_an_unknown_host_is_one_sentence(built: Path) -> None:
    with pytest.raises(RequestError, match=r"of nowhere\.invalid cannot be had"):
        server.serve(built, host="nowhere.invalid", port=0)


def test_an_absent_database_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="annotate build"):
        server.serve(tmp_path / "corpus.db")


def test_a_file_of_another_kind_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    path.write_text("words " * 400, encoding="utf-8")
    with pytest.raises(StoreError, match="no database"):
        server.serve(path)


def test_another_programs_database_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError, match="another program"):
        server.serve(path)


async def test_a_database_of_any_name_is_described(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "delta notes.v2.db"
    os.rename(built, other)  # noqa: PTH104
    served = server.application(other)
    await served.invoke_startup()
    answer = await served.client.get("/delta~20notes~2Ev2/numbers")
    assert "Upper bound, inclusive." in answer.text


async def test_the_file_is_never_written(built: Path) -> None:
    before = built.read_bytes()
    served = server.application(built)
    await served.invoke_startup()
    for address in ("/", "/corpus/numbers", "/-/search?q=ferries"):
        assert (await served.client.get(address)).status_code == 200
    assert built.read_bytes() == before
