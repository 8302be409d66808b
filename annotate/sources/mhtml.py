"""Web archives of one page (MHTML): the page itself as it was received, its address and its day.

The file is a mail whose parts are the page and what it shows.
"""

import re
from email.message import Message

from annotate.errors import SourceError
from annotate.model import Meta
from annotate.sources import mail, saved
from annotate.sources.parts import PAGE_TYPES, Part


def looks_like(data: bytes) -> bool:
    """Whether some bytes open as a web archive of one page does."""
    head = mail.head(data[: mail.HEAD].lstrip())
    return "mime-version" in head and mail.kind(head) in {*PAGE_TYPES, "multipart/related"}


def page(data: bytes, *, name: str = "") -> Part:
    """The page of a web archive: its bytes, what they are encoded in, its address and day.

    Raises SourceError, which names `name`, if there is none, or beyond the bounds of `mail`.
    """
    where = name or "the web archive"
    if len(data) > mail.PACKED:
        raise SourceError(
            f"{where}: has {len(data):,} bytes, more than the {mail.PACKED:,} of one web archive; "
            "save the page without its pictures"
        )
    head = mail.head(data)
    pages = [part for part in mail.parts(data, where) if mail.kind(mail.head(part)) in PAGE_TYPES]
    wanted = _address(head, "Snapshot-Content-Location") or _address(head, "Content-Location")
    start = _start(head)
    chosen = next((part for part in pages if start and _id(part) == start), None)
    chosen = chosen or next(
        (
            part
            for part in pages
            if wanted and _address(mail.head(part), "Content-Location") == wanted
        ),
        pages[0] if pages else None,
    )
    if chosen is None:
        raise SourceError(
            f"{where}: holds no whole web page; is it a web archive (MHTML), or broken off?"
        )
    own = _address(mail.head(chosen), "Content-Location")
    meta = saved.with_origin(Meta(), wanted or own, mail.day(head), "web archive file")
    return Part(
        data=mail.unpacked(chosen, where),
        form="html",
        encoding=mail.head(chosen).get_content_charset(),
        name=own or wanted or "",
        meta=meta,
    )


def _address(head: Message, key: str) -> str | None:
    """An address in a head, whole and without the blanks at which long lines are folded."""
    said = mail.words(head, key)
    return re.sub(r"\s+", "", said) if said else None


def _start(head: Message) -> str:
    """The name of the part that is the page, where the head names it."""
    said = head.get_param("start", "")
    return said if isinstance(said, str) else ""


def _id(part: bytes) -> str:
    return str(mail.head(part).get("Content-ID", "")).strip()
