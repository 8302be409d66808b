"""Saved pages and web archives, made by code."""

import base64
import io
import quopri
from collections.abc import Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ADDRESS = "https://courier.example/2012/the-dam.html"

PAGE = """<!DOCTYPE html>
<html lang="en"><head>{head}<title>The dam that failed</title></head><body>{top}
<h1>The dam that failed</h1><p>By Ilse Marant</p>
<p>Nearly 4,000 Dorvanians crossed the Ilva in 2011, Anja Kolde said – “nobody came”. They walked
for days, and slept in the station at Brenn.</p>
<p>The ministry in Vantor denied it, and sent them back to Selm in the following week, by train.</p>
{bottom}</body></html>"""


def page(*, head: str = "", top: str = "", bottom: str = "") -> str:
    """A page that says the same three things whatever stands around them."""
    return PAGE.format(head=head, top=top, bottom=bottom)


def mhtml(
    text: str = PAGE, *, packing: str = "quoted-printable", codec: str = "utf-8", told: bool = True
) -> bytes:
    """A web archive as Chromium writes it. told: whether it says what the page is encoded in."""
    raw = text.encode(codec)
    packed = quopri.encodestring(raw) if packing == "quoted-printable" else base64.encodebytes(raw)
    charset = f'; charset="{codec}"' if told else ""
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {ADDRESS}",
        "Subject: =?utf-8?Q?The=20dam?=",
        "Date: Thu, 1 Mar 2012 23:30:00 +0100",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--Mark--7"',
        "",
        "",
        "----Mark--7",
        f"Content-Type: text/html{charset}",
        "Content-ID: <frame@mhtml.blink>",
        f"Content-Transfer-Encoding: {packing}",
        f"Content-Location: {ADDRESS}",
        "",
        packed.decode("ascii").replace("\n", "\r\n"),
        "----Mark--7",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://courier.example/x.png",
        "",
        "iVBORw0KGgo=",
        "----Mark--7--",
        "",
    ]
    return "\r\n".join(lines).encode("ascii")


Response = tuple[str, str, str, bytes, Sequence[tuple[str, str]]]
"""Address, status, type, body, other fields of the head."""


def warc(
    responses: Sequence[Response], *, packed: bool = True, day: str = "2013-03-03T10:00:00Z"
) -> bytes:
    """A web archive of some responses."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, status, kind, body, fields in responses:
        head = StatusAndHeaders(status, [("Content-Type", kind), *fields], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=head,
            warc_headers_dict={"WARC-Date": day},
        )
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()


def received(url: str, body: bytes, *fields: tuple[str, str]) -> Response:
    """A page that was received whole."""
    return (url, "200 OK", "text/html; charset=utf-8", body, fields)
