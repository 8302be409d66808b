"""The questions that a served corpus comes with: Datasette's canned queries of its database."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query ready to be asked."""

    name: str
    title: str
    description: str


async def questions(datasette: Any, database: str, actor: Any) -> list[Question]:
    """The queries of a database, by either version of Datasette; none if none are configured."""
    if hasattr(datasette, "list_queries"):
        page = await datasette.list_queries(database, actor=actor, limit=100)
        return [_question(each.name, each.title, each.description) for each in page.queries]
    known = await datasette.get_canned_queries(database, actor)
    return list(_of_metadata(known))


def _of_metadata(known: dict[str, dict[str, Any]]) -> Iterator[Question]:
    for name, query in known.items():
        yield _question(name, query.get("title"), query.get("description"))


def _question(name: str, title: str | None, description: str | None) -> Question:
    return Question(name=name, title=title or name, description=description or "")
