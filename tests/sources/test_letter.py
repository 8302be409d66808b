"""Mails that somebody wrote."""

from email.message import EmailMessage

import pytest

from annotate import pipeline
from annotate.errors import SourceError
from annotate.model import Document

WORDS = """Dear Ms Kolde,

the ferries were overloaded. I told the ministry so in May.

Edda Morn

--\x20
Edda Morn
Harbour master, Brenn

On 3 May 2013, Anja Kolde <a.kolde@courier.example> wrote:

> Did you warn anybody of
> the ferries?
>
>> I will ask
> Thank you.
"""
PAGE = "<html><body><h1>News</h1><p>The ferries were overloaded, and everybody knew.</p></body>"


def mail(words: str | None = WORDS, page: str | None = None, codec: str = "utf-8") -> bytes:
    made = EmailMessage()
    made["From"] = '"Morn, Edda" <e.morn@harbour.example>'
    made["Subject"] = "Re: The ferries – for the record"
    made["Date"] = "Mon, 6 May 2013 21:14:05 +0200"
    if words is not None:
        made.set_content(words, charset=codec)
    if page is not None and words is None:
        made.set_content(page, subtype="html")
    elif page is not None:
        made.add_alternative(page, subtype="html")
    if words is not None or page is not None:
        made.add_attachment("Not of the mail.", filename="notes.txt")
    return bytes(made)


def told(document: Document) -> list[tuple[str, str]]:
    return [(each.kind, document.text[each.start : each.end]) for each in document.segments]


@pytest.mark.parametrize("codec", ["utf-8", "iso-8859-1"])
def test_a_mail_is_its_words_with_what_its_head_says(codec: str) -> None:
    document = pipeline.read(mail(codec=codec), id="ferries", form="mail")
    assert document.text.splitlines() == WORDS.splitlines()
    assert document.meta.title == "Re: The ferries – for the record"
    assert document.meta.authors == ("Edda Morn",)
    assert (document.meta.published, document.meta.type) == ("2013-05-06", "personal_communication")


def test_what_a_mail_quotes_and_who_signs_it_are_not_its_writers_words() -> None:
    document = pipeline.read(mail(), id="ferries", form="mail")
    kinds = told(document)
    assert ("note", "Harbour master, Brenn") in kinds
    assert ("quote", "> Did you warn anybody of\n> the ferries?") in kinds
    assert [words for kind, words in kinds if kind == "quote"][1:] == [
        ">> I will ask",
        "> Thank you.",
    ]
    assert [words for kind, words in kinds if kind == "paragraph"][-1].startswith("On 3 May 2013")


def test_who_is_quoted_goes_by_the_name_without_the_address() -> None:
    document = pipeline.tag(pipeline.read(mail(), id="ferries", form="mail"), layers=("quote",))
    sources = {each.source.canonical for each in document.spans if each.source}  # type: ignore[attr-defined]
    assert "Anja Kolde" in sources
    assert not any("@" in each for each in sources)


def test_a_page_is_read_where_a_mail_has_no_plain_words() -> None:
    alone = pipeline.read(mail(None, PAGE), id="ferries", form="mail")
    both = pipeline.read(mail("See the page.", PAGE + PAGE * 9), id="ferries", form="mail")
    plain = pipeline.read(mail(WORDS, PAGE), id="ferries", form="mail")
    assert alone.text.startswith("News")
    assert both.text.startswith("News")
    assert plain.text.startswith("Dear Ms Kolde")
    assert alone.meta.authors == ("Edda Morn",)


@pytest.mark.parametrize(
    "data", [b"From: a@b.example\r\nContent-Type: image/png\r\n\r\nx", b"x: y"]
)
def test_a_mail_without_words_is_a_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"m\.eml: (holds no words|is empty)"):
        pipeline.read(data, id="m", form="mail", name="m.eml")


def test_a_mail_nested_without_end_is_a_sentence() -> None:
    data = b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode()
        for n in range(2_000)
    ) + b"".join(f"\r\n--b{n}--\r\n".encode() for n in reversed(range(2_000)))
    with pytest.raises(SourceError, match="nested deeper than 4"):
        pipeline.read(data, id="m", form="mail")
