"""Parts: the articles that a file holds, each as it was received."""

from dataclasses import dataclass

from annotate.model import Meta

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
"""The media types of what is a web page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One article as a file holds it, free of what the file packs it in, not yet read.

    data: as it was received; positions in the page as received are positions in its characters.
    form: "html" and so on. encoding: what the file says that it is in, None if it says nothing.
    key: what tells it from the others of its file, "" if it may hold no others. name: its place in
    the file (a page's address), "" if it is the whole file. meta: what the file knows of it.
    fault: why it cannot be read though the others can, without a name; None if it can.
    """

    data: bytes
    form: str
    encoding: str | None = None
    key: str = ""
    name: str = ""
    meta: Meta = Meta()  # noqa: RUF009  # frozen
    fault: str | None = None
