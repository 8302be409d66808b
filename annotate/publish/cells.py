"""Cells of Datasette's tables that lead to the page of an article."""

from collections.abc import Awaitable, Callable
from typing import Any

from markupsafe import Markup

from annotate.publish.addresses import Addresses
from annotate.publish.corpora import is_ours
from annotate.publish.macros import cell
from annotate.store.span_rows import SPAN_TABLES

_SPANS = frozenset(SPAN_TABLES.values())


def link(
    datasette: Any, database: str, table: str | None, column: str, row: Any, value: Any
) -> Callable[[], Awaitable[Markup | None]] | None:
    """A cell's content as a link, once awaited; None for a cell that stands for no article.

    row: what SQLite gives for the row.
    """
    place = _place(table, column, row)
    if place is None or not isinstance(value, str):
        return None

    async def linked() -> Markup | None:
        if not await is_ours(datasette.databases[database]):
            return None
        addresses = Addresses(path=datasette.urls.path, database=await _told(datasette, database))
        return cell(addresses.article(*place), value)

    return linked


def _place(table: str | None, column: str, row: Any) -> tuple[str, str] | None:
    """The article and the anchor that a cell stands for."""
    columns = set(row.keys())
    if table == "documents" and column == "title":
        return str(row["id"]), ""
    if table in _SPANS and column == "text" and {"document", "id"} <= columns:
        return str(_plain(row["document"])), str(row["id"])
    if table == "segments" and column == "kind" and {"document", "n"} <= columns:
        return str(_plain(row["document"])), f"s{row['n']}"
    if table is None and column == "document":
        return str(row["document"]), str(row["id"]) if "id" in columns else ""
    return None


def _plain(value: Any) -> Any:
    """The value of a cell that Datasette has put a label to."""
    return value["value"] if isinstance(value, dict) else value


async def _told(datasette: Any, database: str) -> str | None:
    """The database's name if an address must tell it: where several of ours are served."""
    ours = [name for name, each in datasette.databases.items() if await is_ours(each)]
    return database if len(ours) > 1 else None
