"""Web archives of many pages."""

import gzip
import io
import json
import re
import zipfile

import pytest

from annotate import sources
from annotate.errors import SourceError
from annotate.sources import encodings, warc, warc_records, zips
from tests.sources import archives

PAGE = archives.page().encode()
CHUNKED = b"".join(
    b"%x\r\n%s\r\n" % (len(PAGE[at : at + 99]), PAGE[at : at + 99])
    for at in range(0, len(PAGE), 99)
)
SITE = [
    archives.received("https://a.example/one.html", PAGE),
    ("https://a.example/x.png", "200 OK", "image/png", b"picture", ()),
    archives.received("https://a.example/two/", gzip.compress(PAGE), ("Content-Encoding", "gzip")),
    archives.received(
        "https://a.example/three", CHUNKED + b"0\r\n\r\n", ("Transfer-Encoding", "chunked")
    ),
    ("https://a.example/gone", "404 Not Found", "text/html", PAGE, ()),
    ("https://a.example/old", "301 Moved", "text/html", b"", [("Location", "/two/")]),
    archives.received("https://web.archive.org/web/20120301123456id_/http://b.example/4", PAGE),
]


def parts(data: bytes, form: str = "warc") -> list[sources.Part]:
    return list(sources.parts(io.BytesIO(data), form=form, name="crawl"))


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_received_whole_is_a_part(packed: bool) -> None:
    found = parts(archives.warc(SITE, packed=packed))
    assert [(part.meta.url, part.meta.accessed) for part in found] == [
        ("https://a.example/one.html", "2013-03-03"),
        ("https://a.example/two/", "2013-03-03"),
        ("https://a.example/three", "2013-03-03"),
        ("http://b.example/4", "2012-03-01"),
    ]
    assert {part.data for part in found} == {PAGE}
    assert {part.encoding for part in found} == {"utf-8"}


def test_a_key_hangs_on_the_address_alone() -> None:
    keys = [part.key for part in parts(archives.warc(SITE))]
    assert keys == ["one-513149bf", *(warc.key(each[0]) for each in (SITE[2], SITE[3], SITE[6]))]
    assert [part.key for part in parts(archives.warc(SITE[2:4]))] == keys[1:3]
    assert [part.key for part in parts(archives.warc(SITE[:2]))] == [""]


def test_the_last_capture_of_an_address_counts() -> None:
    late = archives.warc(
        [archives.received(SITE[0][0], PAGE + b"<p>New.</p>")], day="2014-01-01T00:00:00Z"
    )
    (part,) = parts(late + archives.warc(SITE[:1]))
    assert part.meta.accessed == "2014-01-01"
    assert b"New." in part.data


def wacz(*pages: dict[str, str], data: bytes | None = None) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", data or archives.warc(SITE))
        if pages:
            head = {"format": "json-pages-1.0", "id": "pages"}
            lines = "\n".join(json.dumps(each) for each in (head, *pages))
            archive.writestr("pages/pages.jsonl", lines)
    return file.getvalue()


def test_of_a_wacz_file_the_pages_count_that_it_lists() -> None:
    listed = [{"url": SITE[0][0], "ts": "2013-03-03T10:00:00Z"}, {"url": "https://a.example/old"}]
    assert [part.name for part in parts(wacz(*listed), "wacz")] == [SITE[0][0], SITE[2][0]]
    assert len(parts(wacz(), "wacz")) == 4


def test_an_archive_that_breaks_off_gives_its_whole_pages_and_a_sentence() -> None:
    given = sources.parts(io.BytesIO(archives.warc(SITE)[:-40]), form="warc", name="crawl")
    assert len([next(given).key for _ in range(3)]) == 3
    with pytest.raises(SourceError, match="damaged in its record 7; 3 whole pages"):
        next(given)


def test_a_page_that_cannot_be_unpacked_costs_that_page() -> None:
    bomb = gzip.compress(bytes(encodings.LIMIT + 1))
    bad = [
        archives.received("https://a.example/b", bomb, ("Content-Encoding", "gzip")),
        archives.received("https://a.example/c", b"...", ("Content-Encoding", "br")),
        SITE[0],
    ]
    faults = [part.fault for part in parts(archives.warc(bad))]
    assert faults[0] == "unpacks to more than the 20,000,000 bytes of one article"
    assert "packed as 'br'" in str(faults[1])
    assert faults[2] is None


def _with_a_wrong_sum(data: bytes) -> bytes:
    """A WACZ file whose table of contents states another sum of the bytes of its records."""
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1) + 16
    return data[:at] + bytes(4) + data[at + 4 :]


def _called(address: bytes) -> bytes:
    """An archive of one page with a field for its address."""
    plain = archives.warc(SITE[:1], packed=False)
    return re.sub(rb"WARC-Target-URI: [^\r]*\r\n", address, plain)


HUGE = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n"
BAD = [
    (b"", "is empty", "warc"),
    (b"Only some words.", "is no web archive", "warc"),
    (gzip.compress(b"Only some words.", mtime=0), "is no web archive", "warc"),
    (b"WARC/1.0\r\n" + b"X" * 200_000, "is no web archive", "warc"),
    (b"WARC/1.0\r\n" + b"X: y\r\n" * 20_000, "is no web archive", "warc"),
    (HUGE % 10**14 + b"HTTP/1.1 200 OK\r\n\r\n", "is no web archive", "warc"),
    (b"WARC/1.0\r\nContent-Length: -1\r\n\r\n", "is no web archive", "warc"),
    (archives.warc(SITE[1:2]), "holds no web page", "warc"),
    (_called(b""), "holds no web page", "warc"),
    (_called(b"WARC-Target-URI: http://[a.example/#top\r\n"), "holds no web page", "warc"),
    (_with_a_wrong_sum(wacz()), "damaged at its start", "wacz"),
    (b"Only some words.", "no whole zip archive", "wacz"),
    (wacz()[:-30], "no whole zip archive", "wacz"),
    (wacz(data=b"Only some words."), "is no web archive", "wacz"),
]


@pytest.mark.parametrize(("data", "sentence", "form"), BAD)
def test_what_is_none_or_damaged_is_a_sentence(data: bytes, sentence: str, form: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        parts(data, form)


def test_an_archive_that_unpacks_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "UNPACKED", 1_000_000)
    bomb = gzip.compress(HUGE % 10**9 + bytes(5_000_000))
    with pytest.raises(SourceError, match="unpacks to more than 1,000,000 bytes"):
        parts(bomb)


def test_a_table_of_contents_beyond_bounds_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "TABLE", 100)
    with pytest.raises(SourceError, match="too many members"):
        parts(wacz(), "wacz")
