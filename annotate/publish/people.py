"""The pages of who speaks: everybody with counts, who quotes whom, and all that one says."""

from collections.abc import Iterator, Sequence
from typing import Any

from annotate.errors import RequestError
from annotate.publish import network, taking
from annotate.publish.addresses import named
from annotate.publish.answering import answering, page, page_number, pages_of
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.publish.positions import counted
from annotate.publish.statements import VOICES, Entry, shown, taken
from annotate.store import matrix, queries, speakers
from annotate.store.said import LAYERS
from annotate.store.speakers import Speaker

LISTED = 100
"""Speakers on a page."""

EDGES = 60
"""Who quotes whom in the picture: those who do most."""


@answering
async def everybody(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of all who say something, and the picture of who quotes whom."""
    words = (request.args.get("q") or "").strip()
    kind = request.args.get("kind") if request.args.get("kind") in speakers.KINDS else None
    form = request.args.get("form")
    if form in taking.COUNTS:
        everything = await corpus.ask(lambda conn: speakers.speakers(conn, words=words, kind=kind))
        return taking.counts(everything, form, "speakers")
    number = page_number(request.args.get("page"))
    offset = (number - 1) * LISTED
    total = await corpus.ask(lambda conn: speakers.count(conn, words=words, kind=kind))
    found = await corpus.ask(
        lambda conn: speakers.speakers(conn, words=words, kind=kind, limit=LISTED, offset=offset)
    )
    edges = await corpus.ask(lambda conn: speakers.quoting(conn, limit=EDGES))
    names = {edge.speaker for edge in edges}
    quoted = await corpus.ask(lambda conn: speakers.quoted(conn, names))
    is_first = number == 1 and not words and kind is None
    at, only = corpus.addresses, {key: each for key, each in (("q", words), ("kind", kind)) if each}
    context = {
        "corpus": corpus,
        "exports": taking.offered(
            corpus, taking.COUNTS, lambda form: at.view("who", form=form, **only)
        ),
        "say": written("said"),
        "words_sought": words,
        "kind": kind,
        "speakers": found,
        "total": total,
        "page": number,
        "pages": pages_of(total, LISTED),
        "network": network.laid_out(edges, quoted) if is_first and edges else None,
        "edges": edges if is_first else [],
    }
    return await page(datasette, request, "people", context)


@answering
async def who(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of everything that one person or body says."""
    speaker = await _speaker(corpus, named(request.url_vars["name"]))
    own = speaker.name or ""
    wanted = {"speaker": own} | {
        key: value
        for key, known in (("voice", tuple(VOICES)), ("layer", LAYERS))
        if (value := request.args.get(key)) in known
    }
    form = request.args.get("form")
    if form in taking.STATEMENTS:
        return await taken(corpus, wanted, form, "statements")
    found = await shown(request, corpus, wanted)
    at, only = corpus.addresses, {key: each for key, each in wanted.items() if key != "speaker"}
    context = {
        "corpus": corpus,
        "exports": taking.offered(
            corpus, taking.STATEMENTS, lambda form: at.who(own, form=form, **only)
        ),
        "say": written("said"),
        "speaker": speaker,
        "wikidata": (await corpus.ask(queries.wikidata)).get(own),
        "wanted": only,
        **await _known_of(corpus, own),
        "passages": list(_by_passage(found["entries"])),
        **found,
    }
    return await page(datasette, request, "who", context)


async def _speaker(corpus: Corpus, name: str) -> Speaker:
    """Who has a name. Raises RequestError with names like it if nobody has."""
    speaker = await corpus.ask(lambda conn: speakers.speaker(conn, name))
    if speaker is None or speaker.name is None:
        near = await corpus.ask(lambda conn: speakers.alike(conn, name))
        hint = f"; names like it: {'; '.join(near)}" if near else ""
        raise RequestError(f"nobody called {name!r} says anything in the corpus{hint}")
    return speaker


async def _known_of(corpus: Corpus, own: str) -> dict[str, Any]:
    """What the corpus knows of somebody besides the statements, by the template's names."""
    held = await corpus.ask(lambda conn: matrix.held_by(conn, own))
    return {
        "positions": [(each, counted(each)) for each in held],
        "writes": await corpus.ask(lambda conn: speakers.written(conn, own)),
        "quotes": await corpus.ask(lambda conn: speakers.quoting(conn, reporter=own, limit=30)),
        "quoted": await corpus.ask(lambda conn: speakers.quoting(conn, speaker=own, limit=30)),
    }


def _by_passage(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """What is said in one sentence together."""
    together: list[Entry] = []
    for each in entries:
        if together and each.statement.place != together[0].statement.place:
            yield together
            together = []
        together.append(each)
    if together:
        yield together
