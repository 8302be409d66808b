"""The Datasette plugin: a built corpus as pages to read, to search and to cite from.

Datasette finds it by its entry point. It adds the pages of `register_routes`, a start page where a
corpus of ours is served, and links from the tables to the articles; other databases look as they
do without it.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from datasette import hookimpl as untyped

from annotate.publish import (
    answering,
    cells,
    citing,
    configuration,
    corpora,
    exporting,
    figures,
    finding,
    headers,
    nowhere,
    people,
    positions,
    quotations,
    review,
    robots,
    saved,
    searching,
    start,
    statements,
    urged,
    views,
    wording,
)
from annotate.publish.direction import direction
from annotate.store import reading, search

Hook = TypeVar("Hook", bound=Callable[..., Any])
hookimpl: Callable[[Hook], Hook] = untyped  # Datasette ships no types
optional: Callable[[Hook], Hook] = untyped(optionalhook=True)  # of one version of Datasette
Route = tuple[str, Callable[..., Awaitable[Any]]]


@hookimpl
def register_routes() -> list[Route]:
    """Our pages."""
    return [
        (r"^/(?P<format>)$", start.start),
        (r"^/-/article/(?P<id>.+)$", views.article),
        (r"^/-/span/(?P<id>[^/]+)$", views.span),
        (r"^/-/cite/span/(?P<id>[^/]+)$", citing.cite_span),
        (r"^/-/cite/article/(?P<id>.+)/(?P<anchor>[ps][0-9]{1,9})$", citing.cite_segment),
        (r"^/-/quote/(?P<id>.+)/(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})$", citing.quote),
        (r"^/-/quote/(?P<id>.+)$", citing.quote_words),
        (r"^/-/quotations/(?P<id>.+)$", quotations.quotations),
        (r"^/-/export/(?P<form>[a-z-]{1,20})$", exporting.export),
        (r"^/-/search$", searching.search_page),
        (r"^/-/original/(?P<id>.+)$", saved.original),
        (r"^/-/received/(?P<id>.+)$", saved.received),
        (r"^/-/find$", finding.find),
        (r"^/-/figures$", figures.figures),
        (r"^/-/matrix$", positions.matrix),
        (r"^/-/statements$", statements.statements),
        (r"^/-/who$", people.everybody),
        (r"^/-/who/(?P<name>.+)$", people.who),
        (r"^/-/terms$", wording.terms),
        (r"^/-/recommendations$", urged.recommendations),
        (r"^/robots\.txt$", robots.page),
        *review.ROUTES,
    ]


@hookimpl
def startup() -> None:
    """Errors told in Datasette's plain way."""
    nowhere.keep_quiet()


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """A page for an address that leads nowhere."""
    return nowhere.answer(datasette, request, exception)


@hookimpl
def extra_css_urls(database: str | None, datasette: Any) -> Any:
    """A style for the pages of our tables, whose columns are all described."""

    async def urls() -> list[str]:
        known = datasette.databases.get(database)
        if known is None or not await corpora.is_ours(known):
            return []
        return [str(datasette.urls.static_plugins("annotate", "tables.css"))]

    return urls


@optional
def get_metadata(datasette: Any, key: str | None, table: str | None) -> Any:
    """What describes tables, where our server left it out of what it told Datasette 0.65.

    Asked for all databases or for a table it is told, not where it is asked who may see a table.
    """
    if key != "databases" and table is None:
        return {}
    told = datasette.plugin_config("annotate") or {}
    database = told.get("describes")
    return {"databases": {database: {"tables": configuration.described()}}} if database else {}


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """For queries on our databases: words as people type them to an expression of the search."""
    if reading.is_corpus(conn):
        conn.create_function("words_sought", 1, _words_sought, deterministic=True)


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """For our templates: which way words run."""
    env.filters["direction"] = direction


def _words_sought(words: str | None) -> str:
    return search.expression(words or "") or '""'


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Our headers on every page, Datasette's own among them, where a corpus is served; a sentence
    instead of each where that was built anew though it is served as unchanging.

    The plugin's configuration may say `robots: true` (search engines may list the pages), and
    `guard: false` (leave the pages of others alone, whose plugins fetch scripts from elsewhere).
    """

    def wrap(app: Any) -> Any:
        told = datasette.plugin_config("annotate") or {}
        is_left = told.get("guard") is False
        guarded = headers.guarded(app, robots=robots.are_welcome(datasette))
        known: list[bool] = []

        async def wrapped(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and (name := await corpora.renewed(datasette)):
                await answering.renewed(name, send)
                return
            if not known and scope["type"] == "http" and await corpora.are_served(datasette):
                known.append(True)
            await (guarded if known and not is_left else app)(scope, receive, send)

        return wrapped

    return wrap


@hookimpl
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Any:
    """A link to the article, at the finding, from the cells that stand for one."""
    return cells.link(datasette, database, table, column, row, value)
