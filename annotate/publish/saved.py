"""A saved page as it was received: a page of ours, and in it a frame without rights."""

from typing import Any

from datasette import Response

from annotate.errors import RequestError
from annotate.model import Document, Segment
from annotate.publish import headers
from annotate.publish import original as originals
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.store import queries, reading, rows
from annotate.store.queries import Version


@answering
async def original(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page around the saved page, with the passage that was asked for."""
    document, _, segment = await _asked(request, corpus)
    context = {
        "corpus": corpus,
        "document": document,
        "anchor": segment_anchor(segment) if segment else "",
        "passage": rows.own_text(document.text, segment) if segment else "",
        "element": segment.xpath if segment else None,
        "is_marked": segment is not None and segment.source is not None,
    }
    answer = await page(datasette, request, "original", context)
    answer.headers["content-security-policy"] = f"{headers.POLICY}; {originals.FRAMING}"
    return answer


@answering
async def received(request: Any, _: Any, corpus: Corpus) -> Any:
    """The saved page itself, for the frame."""
    _, version, segment = await _asked(request, corpus)
    return Response.html(originals.safe(version, segment), headers=dict(originals.HEADERS))


async def place_of(corpus: Corpus, document: Document, start: int) -> str | None:
    """Where the page as received is shown at a place of the text; None if it was not kept."""
    if not await corpus.ask(lambda conn: reading.keeps_page(conn, document.id)):
        return None
    held = (each for each in document.segments if each.start <= start < each.end)
    anchor = next((segment_anchor(each) for each in held), "")
    return corpus.addresses.original(document.id, anchor)


async def _asked(request: Any, corpus: Corpus) -> tuple[Document, Version, Segment | None]:
    """The document, its file and the segment that an address names.

    Raises RequestError if the file was not kept, or is no web page.
    """
    wanted, anchor = named(request.url_vars["id"]), request.args.get("at")
    document = await corpus.ask(lambda conn: queries.document(conn, wanted))
    if not await corpus.ask(lambda conn: reading.keeps_page(conn, wanted)):
        raise RequestError(f"no page as received of {wanted!r} is kept here")
    version = await corpus.ask(lambda conn: queries.version(conn, wanted))
    found = (each for each in document.segments if anchor and segment_anchor(each) == anchor)
    return document, version, next(found, None)
