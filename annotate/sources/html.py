"""Web pages: one text of all that is to be read in them, and a block for each element with words.

A page is read to its tree here; `html_text.py` makes the text. No network, no DTD, no entity of the
page's own is ever followed.
"""

import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from annotate.errors import SourceError
from annotate.model import Meta, Page, Source
from annotate.sources import boards, declarations, html_text, states, told, unshown

DEPTH = 256
"""How deep elements may lie in each other: libxml2 reads no deeper, and no page for people does."""


def read(text: str, *, name: str = "") -> Source:
    """A source whose text is made from the page's visible words.

    Raises SourceError if the page holds no element, or elements nested deeper than DEPTH.
    """
    received, data = _readable(text)
    root = _tree(data, name=name)
    writer = html_text.written(root)
    declared = tuple(told.bodies(root))
    finished = writer.finished()
    held = declared or tuple(states.bodies(root, finished[1]))
    body, blocks = unshown.added(held, *finished)
    if not blocks:
        raise SourceError(
            f"{name or 'the page'}: has no words to read; save it after it has loaded"
        )
    return Source(
        text=body,
        blocks=told.marked(declared, body, blocks),
        form="html",
        meta=_with_opening(declarations.of(writer.held), writer),
        marks=tuple(hit.span() for hit in re.finditer("\u00ad", body)),
        page=Page(received=received, turns=writer.words.turns()),
    )


def _with_opening(meta: Meta, writer: html_text.Writer) -> Meta:
    """What a page declares, and what the post says of itself that opens its thread."""
    stated = tuple(boards.stated(writer.remarks.values()))
    return replace(meta, claims=(*meta.claims, *stated)) if stated else meta


_OPENING = re.compile(
    r"\s*(?:\ufeff\s*)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def looks_like(text: str) -> bool:
    """Whether a text opens as a web page does."""
    return bool(_OPENING.match(text[:20_000]))


def parsed(text: str, *, name: str = "") -> HtmlElement:
    """The root element of a page. Raises SourceError if there is none, or no end of it."""
    return _tree(_readable(text)[1], name=name)


def _tree(data: bytes, *, name: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, recover=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = document_fromstring(data, parser=parser, ensure_head_body=False)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        raise SourceError(f"{name or 'the page'}: holds no element; is it HTML?") from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise SourceError(
            f"{name or 'the page'}: has elements nested deeper than {DEPTH}; simplify the page"
        )
    return root


_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for all elements: to ask for each one's own takes longer than to make it."""


def _readable(text: str) -> tuple[str, bytes]:
    """A page without the signs that no tree can hold; each has one other in its place."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = text.encode("utf-8", "replace")
        text = data.decode()
    if b"\0" in data:  # as bytes it is soon told
        text = text.replace("\0", "\ufffd")
        data = text.encode()
    return text, data
