"""Bytes to characters: what is sure is read, all else is refused in a sentence."""

import pytest

from annotate.errors import SourceError
from annotate.sources import LIMIT, decoded, read

WORDS = "Zoé Lamar paid £40 for the crossing, and said: “Never again.” "
PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'

DECODED = [
    (WORDS.encode(), "utf-8"),
    (WORDS.encode("utf-8-sig"), "utf-8-sig"),
    (WORDS.encode("utf-16"), "utf-16"),
    (PAGE.format("windows-1252", WORDS).encode("cp1252"), "cp1252"),
    (PAGE.format("iso-8859-1", WORDS).encode("cp1252"), "cp1252"),
    (PAGE.format("gb2312", "漂民 " * 9).encode("gb18030"), "gb18030"),
    (PAGE.format("utf-8", WORDS).encode(), "utf-8"),
    (PAGE.format("iso-8859-1", WORDS).encode(), "utf-8"),
    (PAGE.format("gb2312", "漂民 " * 9 + WORDS).encode(), "utf-8"),
    (PAGE.format("utf-8", WORDS).encode() + "é".encode()[:1], "utf-8"),
    (PAGE.format("utf-8", WORDS * 9).encode() + b"<p>Jos\xe9 agreed.</p>", "utf-8"),
]
REFUSED = [
    (b"", "is empty"),
    (b" \n", "is empty"),
    (b"%PDF-1.4 ...", "is a PDF"),
    (b"PK\x03\x04....", "zip archive"),
    (b"abc\0def", "binary"),
    (PAGE.format("gb2312", WORDS).encode(), "declared as gb2312 but is not; try `encoding: utf-8`"),
    (PAGE.format("utf-8", WORDS).encode("cp1252"), "declared as utf-8 but is not; try `encoding: "),
    (PAGE.format("utf-8", "Jos\xe9 ").encode("cp1252") + WORDS.encode(), "declared as utf-8 but"),
    (b"x" * (LIMIT + 1), "more than the"),
    (b"\x81\x8d\x8f", "cannot be told"),
]


@pytest.mark.parametrize(("data", "encoding"), DECODED)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    text, found = decoded(data)
    assert found == encoding
    assert "Never again" in text or "漂民" in text


@pytest.mark.parametrize(("data", "complaint"), REFUSED)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, complaint: str) -> None:
    with pytest.raises(SourceError, match="corpus/x") as refusal:
        read(data, name="corpus/x.txt")
    assert complaint in str(refusal.value)


@pytest.mark.parametrize("encoding", ["nonsense", "base64"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    with pytest.raises(SourceError, match="no encoding"):
        decoded(b"words", encoding=encoding)


def test_an_encoding_that_is_given_wins() -> None:
    page = PAGE.format("gb2312", WORDS).encode()
    assert WORDS in decoded(page, encoding="utf-8")[0]


def test_an_encoding_that_is_given_wrongly_is_refused() -> None:
    with pytest.raises(SourceError, match="is not in ascii"):
        decoded(WORDS.encode(), encoding="ascii")


def test_a_stray_byte_costs_its_character() -> None:
    page = PAGE.format("utf-8", WORDS * 9).encode() + b"<p>Jos\xe9 agreed.</p>"
    assert "Jos\ufffd agreed." in decoded(page)[0]


def test_a_character_that_was_cut_off_costs_itself() -> None:
    assert decoded("Zoé said “never".encode() + "”".encode()[:2])[0] == "Zoé said “never"
