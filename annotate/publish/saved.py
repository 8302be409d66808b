"""What was received of an article: a page or a text in a frame without rights, alone or beside.

Of a page of the web its own markup is shown, made harmless; of a PDF a picture of the printed page
over the words that were read from it; of any other file the text that was read.
"""

import asyncio
import base64
from typing import Any

from datasette import Response

from annotate.errors import RequestError
from annotate.model import Document, Segment
from annotate.publish import headers, printed
from annotate.publish import original as originals
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.publish.writing import page_of
from annotate.store import queries, reading, rows

SHARED = ("page", "print")
"""What is told of it by pages that are files: a text as it was read is in the article."""

HELD = {"page": "saved page", "print": "printed pages", "text": "text as read"}
"""What is kept of an article, and what readers call it."""


@answering
async def original(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page around what was received, with the passage that was asked for."""
    document, held, segment = await _asked(request, corpus)
    context = {
        "corpus": corpus,
        "document": document,
        "held": held,
        "anchor": segment_anchor(segment) if segment else "",
        "passage": rows.own_text(document.text, segment) if segment else "",
        "element": segment.xpath if segment else None,
        "is_marked": segment is not None and (held != "page" or segment.source is not None),
    }
    return framing(await page(datasette, request, "original", context))


@answering
async def received(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """What was received, for the frame."""
    document, held, segment = await _asked(request, corpus)
    if held == "print":
        body = await _printed(request, datasette, corpus, document, segment)
    elif held == "text":
        context = {"document": document, "pieces": list(originals.pieces(document, segment))}
        body = page_of(datasette, request, "received", context)
    else:
        version = await corpus.ask(lambda conn: queries.version(conn, document.id))
        body = originals.safe(version, segment)
    lock = originals.LOCK if corpus.addresses.is_filed else ""
    return Response.html(lock + body, headers=dict(originals.HEADERS))


async def _printed(
    request: Any, datasette: Any, corpus: Corpus, document: Document, segment: Segment | None
) -> str:
    """A printed page: its picture over its words, so that these are read out and can be copied."""
    number = printed.page_of(document, segment, request.args.get("page"))
    version = await corpus.ask(lambda conn: queries.version(conn, document.id))
    words = printed.beginning(document, segment, number)
    try:
        png = await asyncio.to_thread(printed.picture, version, number, words)
        drawn, problem = base64.b64encode(png).decode(), ""
    except RequestError as error:
        drawn, problem = "", str(error)
    context = {
        "document": document,
        "pieces": originals.pieces_of(document, segment, document.pages[number]),
        "label": document.pages[number].label,
        "number": number + 1,
        "count": len(document.pages),
        "picture": drawn,
        "problem": problem,
        "turned": lambda to: corpus.addresses.printed(document.id, to),
    }
    return page_of(datasette, request, "printed", context)


def framing(answer: Any) -> Any:
    """An answer whose page may show what was received in a frame."""
    answer.headers["content-security-policy"] = f"{headers.POLICY}; {originals.FRAMING}"
    return answer


async def place_of(corpus: Corpus, document: Document, start: int) -> str | None:
    """Where what was received is shown at a place of the text; None if it was not kept."""
    if not await corpus.ask(lambda conn: reading.kept_as(conn, document.id)):
        return None
    holding = (each for each in document.segments if each.start <= start < each.end)
    anchor = next((segment_anchor(each) for each in holding), "")
    return corpus.addresses.beside(document.id, anchor)


def segment_at(document: Document, anchor: str | None) -> Segment | None:
    """The segment that an address names."""
    found = (each for each in document.segments if anchor and segment_anchor(each) == anchor)
    return next(found, None)


async def _asked(request: Any, corpus: Corpus) -> tuple[Document, str, Segment | None]:
    """The document, what is kept of it, and the segment that an address names.

    Raises RequestError if nothing was kept.
    """
    wanted = named(request.url_vars["id"])
    document = await corpus.ask(lambda conn: queries.document(conn, wanted))
    held = await corpus.ask(lambda conn: reading.kept_as(conn, wanted))
    if held is None:
        raise RequestError(f"no page as received of {wanted!r} is kept here")
    return document, held, segment_at(document, request.args.get("at"))
