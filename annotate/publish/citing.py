"""The pages that make a passage ready to be quoted: a paragraph, a finding, any stretch of a text.

A stretch has an address for good, `/-/quote/ARTICLE/START-END?text=HASH`: the hash is that of the
text which the places count in. Where the article's text has changed since, the page says so and
shows what was quoted, instead of whatever stands at those places now.
"""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from datasette import Response

from annotate.cite import formats
from annotate.cite.anchors import Found, find_quote, selector
from annotate.cite.nearest import nearest
from annotate.cite.references import Passage, said
from annotate.cite.snippet import Snippet, in_styles
from annotate.errors import RequestError
from annotate.model import Document, Segment
from annotate.passages import reworded
from annotate.publish import saved
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.store import queries, reading
from annotate.store.write import sha256

STYLES: Mapping[str, str] = {
    "apa": "APA",
    "chicago-author-date": "Chicago, author and date",
    "chicago-notes": "Chicago, notes",
    "mla": "MLA",
}
"""The citation styles on a cite page, and what readers call them."""

FORMATS: Mapping[str, str] = {
    "text": "Plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "csl-json": "CSL-JSON",
    "biblatex": "BibLaTeX",
    "ris": "RIS",
}
"""The formats on a cite page, and what readers call them."""

IN_STYLE = ("text", "markdown", "html")
"""Those that hang on the style; the others tell the work alone."""

_HASH = re.compile(r"[0-9a-f]{8,64}")
_STYLE = re.compile(r"[a-z0-9-]{1,120}")


@answering
async def cite_span(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page that cites a finding."""
    wanted = named(request.url_vars["id"])
    document_id, found = await corpus.ask(lambda conn: queries.span(conn, wanted))
    document = await _document(corpus, document_id)
    pieces = said(document, found)
    passage = Passage(document=document, start=found.start, end=found.end, pieces=pieces)
    had = await corpus.ask(lambda conn: reworded(conn, passage))
    return await _cite(request, datasette, corpus, passage, found.id, had=had)


@answering
async def cite_segment(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page that cites a paragraph, or another segment of an article."""
    document = await _document(corpus, named(request.url_vars["id"]))
    anchor = request.url_vars["anchor"]
    found = _segment(document, anchor)
    if found is None:
        raise RequestError(f"no passage {anchor!r} in {document.id!r}")
    passage = Passage(document=document, start=found.start, end=found.end)
    return await _cite(request, datasette, corpus, passage, anchor)


@answering
async def quote(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of a stretch of an article's text, at its address for good."""
    document = await _document(corpus, named(request.url_vars["id"]))
    start, end = int(request.url_vars["start"]), int(request.url_vars["end"])
    asked = request.args.get("text")
    if asked and not (_HASH.fullmatch(asked) and sha256(document.text.encode()).startswith(asked)):
        return await _changed(request, datasette, corpus, document, (start, end))
    selector(document.text, start, end)  # refuses a stretch that is none
    passage = Passage(document=document, start=start, end=end)
    return await _cite(request, datasette, corpus, passage, _anchor(document, start))


@answering
async def quote_words(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The way from words, or from places in the text as it is, to their address for good."""
    document = await _document(corpus, named(request.url_vars["id"]))
    start, end = request.args.get("start") or "", request.args.get("end") or ""
    if re.fullmatch(r"[0-9]{1,9}", start) and re.fullmatch(r"[0-9]{1,9}", end):
        return Response.redirect(_lasting(corpus, document, int(start), int(end)))
    asked = (request.args.get("words") or "").strip()
    context = {"corpus": corpus, "document": document, "asked": asked}
    if not asked:
        return await page(datasette, request, "quote", context)
    try:
        found = await asyncio.to_thread(_found, document, request.args)
    except RequestError as error:
        near = _segment(document, request.args.get("near") or "")
        context |= {"message": str(error), "near": segment_anchor(near) if near else ""}
        return await page(datasette, request, "quote", context, status=404)
    return Response.redirect(_lasting(corpus, document, found.start, found.end))


def _found(document: Document, asked: Any) -> Found:
    """Where the words of a selection stand. until: the end of a long one, whose words begin it."""
    near = _segment(document, asked.get("near") or "")
    hint = near.start if near else None
    first = _one(document, asked.get("words"), asked.get("before"), asked.get("after"), hint)
    until = (asked.get("until") or "").strip()
    if not until:
        return first
    last = _one(document, until, "", asked.get("after"), first.start)
    if last.end <= first.start:
        raise RequestError("the selection ends before it begins; select its words again")
    return Found(start=first.start, end=last.end)


def _one(
    document: Document, words: str, before: str | None, after: str | None, hint: int | None
) -> Found:
    found = find_quote(
        document.text,
        words,
        prefix=before or "",
        suffix=after or "",
        hint=hint,
        marks=document.marks,
    )
    if found is None:
        shown = " ".join(words.split())[:60]
        raise RequestError(f"“{shown}” does not stand in {document.id!r}; select its words again")
    return found


async def _changed(
    request: Any, datasette: Any, corpus: Corpus, document: Document, place: tuple[int, int]
) -> Any:
    """The page that says that the text is no longer what the address was made for."""
    asked = str(request.args.get("text"))
    older = await corpus.ask(lambda conn: _older(conn, document.id, asked))
    words = "" if older is None else older.text[slice(*place)]
    now = await asyncio.to_thread(_now, document, older, place) if older and words else None
    near = None if now else await asyncio.to_thread(nearest, document, words)
    context = {
        "corpus": corpus,
        "document": document,
        "near": near,
        "near_words": near and document.text[near.start : near.end],
        "version": older.version if older and words else None,
        "quoted": words,
        "now": now and _lasting(corpus, document, now.start, now.end),
    }
    return await page(datasette, request, "changed", context, status=200 if words else 404)


def _older(conn: Any, document: str, asked: str) -> queries.Version | None:
    number = reading.version_with(conn, document, asked) if _HASH.fullmatch(asked) else None
    return None if number is None else queries.version(conn, document, number)


def _now(document: Document, older: queries.Version | None, place: tuple[int, int]) -> Found | None:
    """Where words of an older text stand in the text as it is, if they do."""
    if older is None:
        return None
    said = selector(older.text, *place)
    return find_quote(
        document.text,
        said.exact,
        prefix=said.prefix,
        suffix=said.suffix,
        hint=place[0],
        marks=document.marks,
    )


async def _cite(
    request: Any, datasette: Any, corpus: Corpus, passage: Passage, anchor: str, *, had: str = ""
) -> Any:
    styles = _styles(request.args.get("style"))
    snippets = await asyncio.to_thread(_snippets, passage, list(styles))
    one = next(iter(snippets.values()))
    document = passage.document
    lasting = _lasting(corpus, document, passage.start, passage.end)
    context = {
        "corpus": corpus,
        "document": document,
        "anchor": anchor,
        "had": had,
        "snippet": one,
        "lasting": lasting,
        "original": await saved.place_of(corpus, document, passage.start),
        "address": datasette.absolute_url(request, lasting),
        "styles": [(styles[name], snippets[name]) for name in styles],
        "formats": [(FORMATS[name], formats.write(one, name)) for name in FORMATS],
        "rich": formats.write(one, "html"),
        "others": [
            (
                styles[name],
                [(FORMATS[form], formats.write(snippets[name], form)) for form in IN_STYLE],
            )
            for name in list(styles)[1:]
        ],
    }
    return await page(datasette, request, "cite", context)


def _styles(asked: str | None) -> Mapping[str, str]:
    """The styles on a page; one that is asked for comes first."""
    if not asked:
        return STYLES
    if not _STYLE.fullmatch(asked):
        raise RequestError(f"{asked[:60]!r} is the name of no style; names are such as apa")
    return {asked: STYLES.get(asked, asked), **STYLES}


def _snippets(passage: Passage, styles: list[str]) -> dict[str, Snippet]:
    return in_styles(passage.document, passage.start, passage.end, styles, pieces=passage.pieces)


def _lasting(corpus: Corpus, document: Document, start: int, end: int) -> str:
    return corpus.addresses.quote(document.id, start, end, sha256(document.text.encode()))


def _segment(document: Document, anchor: str) -> Segment | None:
    return next((each for each in document.segments if segment_anchor(each) == anchor), None)


def _anchor(document: Document, start: int) -> str:
    holding = (each for each in document.segments if each.start <= start < each.end)
    found = next(holding, None)
    return segment_anchor(found) if found else ""


async def _document(corpus: Corpus, document_id: str) -> Document:
    return await corpus.ask(lambda conn: queries.document(conn, document_id))
