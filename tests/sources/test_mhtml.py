"""Web archives of one page."""

import pytest

from annotate import pipeline, sources
from annotate.errors import SourceError
from annotate.sources import mhtml
from tests.sources import archives


@pytest.mark.parametrize("packing", ["quoted-printable", "base64"])
@pytest.mark.parametrize(
    ("codec", "told", "head"),
    [
        ("utf-8", True, ""),
        ("cp1252", True, ""),
        ("cp1252", False, '<meta charset="windows-1252">'),
        ("utf-8", True, '<meta charset="iso-8859-1">'),
    ],
)
def test_the_page_is_read_with_its_address_and_day(
    packing: str, codec: str, told: bool, head: str
) -> None:
    page = archives.page(head=head)
    data = archives.mhtml(page, packing=packing, codec=codec, told=told)
    document = pipeline.read(data, id="dam", form="mhtml")
    assert "“nobody came”" in document.text
    assert (document.meta.url, document.meta.accessed) == (archives.ADDRESS, "2012-03-01")
    assert document.meta.authors == ("Ilse Marant",)


def test_positions_lead_into_the_page_as_its_server_sent_it() -> None:
    data = archives.mhtml(archives.page())
    received, codec = sources.characters(mhtml.page(data))
    assert (received, codec) == (archives.page().replace("\n", "\r\n"), "utf-8") or (
        received == archives.page()
    )
    for segment in pipeline.read(data, id="dam", form="mhtml").segments:
        assert segment.source is not None
        stretch = received[segment.source.start : segment.source.end]
        assert str(stretch).split()[0] in ("The", "By", "Nearly")


def test_a_page_that_is_only_named_so_is_read_as_what_it_is() -> None:
    plain = pipeline.read(archives.page().encode(), id="dam", form="mhtml")
    packed = pipeline.read(archives.mhtml(archives.page()), id="dam", form="html")
    assert plain.text == packed.text


BAD = [
    (b"", "is empty|holds no whole web page"),
    (b"Only some words.", "holds no whole web page"),
    (archives.mhtml()[:200], "holds no whole web page"),
    (archives.mhtml()[:700], "holds no whole web page"),
    (archives.mhtml().replace(b"text/html", b"text/plain"), "holds no whole web page"),
    (
        b"Content-Type: multipart/related; boundary=a\r\n\r\n" + b"--a\r\n" * 9_000,
        "more than 5,000",
    ),
]


@pytest.mark.parametrize(("data", "sentence"), BAD)
def test_what_is_none_or_broken_off_is_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        pipeline.read(data, id="x.mhtml", form="mhtml")


def test_parts_nested_without_end_are_a_sentence() -> None:
    data = b"".join(
        f"Content-Type: multipart/related; boundary=b{n}\r\n\r\n--b{n}\r\n".encode()
        for n in range(2_000)
    ) + b"".join(f"\r\n--b{n}--\r\n".encode() for n in reversed(range(2_000)))
    with pytest.raises(SourceError, match="nested deeper than 4"):
        pipeline.read(data, id="x", form="mhtml")
