"""A mail that somebody wrote (.eml): its words, who wrote them, when and about what.

Of a mail that holds its words twice, plain and as a page, the plain ones are read, unless they are
but a line that says to look at the page. What is attached stays packed.
"""

import re
from collections.abc import Sequence
from email.message import Message
from email.utils import parseaddr
from typing import Any

from annotate.errors import SourceError
from annotate.model import Block, Meta, Source
from annotate.sources import mail, plain
from annotate.sources.parts import PAGE_TYPES, Part

ORIGIN = "mail head"
"""What tells who wrote a mail, when and about what."""

_STUB = 200
"""Bytes of a plain part with its head; fewer beside a page ("best viewed as HTML") may be none."""

_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_ADDRESS = re.compile(r"[ \t]{0,2}<[^<>\s@]{1,64}@[^<>\s@]{1,255}>")
_INVERTED = re.compile(r"^([^\s,]+), ((?:[^\s,]+ ?){1,3})$")
"""A name with the family's name first: "Marant, Ilse"."""

_DELIMITER = "--"
"""What a mail program writes between a mail and who its writer is."""


def of(data: bytes, *, name: str = "") -> Part:
    """The words of a mail as they were sent, with what its head says.

    Raises SourceError, which names `name`, if it holds no words, or beyond the bounds of `mail`.
    """
    where = name or "the mail"
    if len(data) > mail.PACKED:
        raise SourceError(
            f"{where}: has {len(data):,} bytes, more than the {mail.PACKED:,} of one mail; "
            "save it without what is attached"
        )
    chosen = _chosen([part for part in mail.parts(data, where) if _is_words(mail.head(part))])
    if chosen is None:
        raise SourceError(f"{where}: holds no words; is it a mail, or is all of it attached?")
    head = mail.head(chosen)
    return Part(
        data=mail.unpacked(chosen, where),
        form="html" if mail.kind(head) in PAGE_TYPES else "letter",
        encoding=head.get_content_charset(),
        meta=_meta(mail.head(data)),
    )


def read(text: str) -> Source:
    """A mail's plain words, unchanged; what it quotes of another mail are block quotes.

    The signs before quoted lines are marks, and what stands below "-- " is about the writer.
    """
    blocks: list[Block] = []
    marks = [*plain.broken_words(text), *(hit.span() for hit in _ADDRESS.finditer(text))]
    open_at = 0  # how deep the quoted passage is that the next line may go on with
    signed = False
    for line in plain.lines(text):
        words = text[line.start : line.end]
        sign = _QUOTED.match(words)
        if sign is None:
            signed = signed or words == _DELIMITER
            role = ("boilerplate" if words == _DELIMITER else "note") if signed else None
            blocks.append(line._replace(role=role))
            open_at = 0
            continue
        if blocks and blocks[-1].role == "note":  # "On 3 May Ilse Marant wrote:"
            blocks[-1] = blocks[-1]._replace(role=None)
        signed, depth = False, sign[0].count(">")
        if sign.end() == len(words):
            blocks.append(line._replace(role="boilerplate"))
            open_at = 0
            continue
        marks.append((line.start, line.start + sign.end()))
        if depth == open_at:
            blocks[-1] = blocks[-1]._replace(end=line.end)
        else:
            blocks.append(line._replace(role="quote"))
        open_at = depth
    return Source(
        text=text, blocks=tuple(blocks), form="text", meta=Meta(), marks=tuple(sorted(marks))
    )


def _chosen(found: Sequence[bytes]) -> bytes | None:
    """The part that is the mail: the first plain one, or a page where that is none."""
    plain_ones = [part for part in found if mail.kind(mail.head(part)) == "text/plain"]
    pages = [part for part in found if mail.kind(mail.head(part)) in PAGE_TYPES]
    first = next(iter(plain_ones), None)
    if first is not None and (not pages or len(first) >= _STUB or len(pages[0]) < 10 * len(first)):
        return first
    return next(iter(pages), None)


def _is_words(head: Message) -> bool:
    """Whether a part is shown as words of the mail, and not attached to it."""
    shown = mail.kind(head) in {"text/plain", *PAGE_TYPES}
    return shown and head.get_content_disposition() != "attachment"


def _meta(head: Message) -> Meta:
    """What a mail's head says of it."""
    name, address = parseaddr(mail.words(head, "From"))
    name = _INVERTED.sub(r"\2 \1", name)
    values: dict[str, Any] = {
        "title": " ".join(mail.words(head, "Subject").split()) or None,
        "authors": (name or address,) if name or address else (),
        "published": mail.day(head),
        "type": "personal_communication",
    }
    found = {key: value for key, value in values.items() if value}
    return Meta(**found, origins=dict.fromkeys(found, ORIGIN))
