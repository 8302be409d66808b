"""Which of the databases that a Datasette serves are ours, and may be seen by who asks.

A Datasette may serve other databases beside ours, or none of ours: the pages then stay silent.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from annotate.publish import filed
from annotate.publish.addresses import Addresses
from annotate.publish.room import of
from annotate.store import reading
from annotate.store.kept import Stamp, stamp_of

T = TypeVar("T")

READ = ("documents", "versions")
"""Tables that hold an article whole; who may not see them sees none of our pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A database of ours. others: the names of all that may be seen, its own included."""

    name: str
    database: Any  # Datasette ships no types
    addresses: Addresses
    others: tuple[str, ...]

    async def ask(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """The answer to a query, run in Datasette's own threads."""
        answer: T = await self.database.execute_fn(query)
        return answer


async def corpora(datasette: Any, actor: Any) -> list[Corpus]:
    """The corpora that an actor may see, in the order in which they are served."""
    names = tuple(
        [
            name
            for name, database in datasette.databases.items()
            if await is_ours(database) and await _is_visible(datasette, actor, name)
        ]
    )
    return [
        Corpus(
            name=name,
            database=datasette.databases[name],
            addresses=Addresses(
                path=datasette.urls.path, database=name if len(names) > 1 else None
            ),
            others=names,
        )
        for name in names
    ]


async def corpus_for(datasette: Any, request: Any) -> Corpus | None:
    """The corpus that a request names or, if it names none, the first; None if there is none."""
    found = await corpora(datasette, request.actor)
    wanted = request.args.get("database")
    one = next((each for each in found if wanted in (None, each.name)), None)
    if one is not None and (addresses := filed.of(request)):
        return replace(one, addresses=addresses)
    room = of(request)
    if one is None or room is None or room.database.stem != one.name:
        return one
    return replace(one, addresses=replace(one.addresses, reviewed=True))


async def are_served(datasette: Any) -> bool:
    """Whether any database of a Datasette is a corpus of ours."""
    for database in list(datasette.databases.values()):
        if await is_ours(database):
            return True
    return False


async def is_ours(database: Any) -> bool:
    """Whether a database of Datasette's is a corpus of the version that we read."""
    if database.name.startswith("_"):
        return False
    stamp = _stamp(database)
    known = _ours.get(database)
    if known is None or stamp is None or known[0] != stamp:
        known = _ours[database] = (stamp, bool(await database.execute_fn(reading.is_corpus)))
    return known[1]


async def renewed(datasette: Any) -> str | None:
    """The file of ours that was built anew though it is served as unchanging; None if none was."""
    for database in list(datasette.databases.values()):
        stamp = None if database.is_mutable else _stamp(database)
        if stamp is None:
            continue
        if database not in _begun:
            _begun[database] = (stamp, await is_ours(database))
        begun, ours = _begun[database]
        if ours and begun != stamp:
            return f"{database.name}.db"
    return None


_begun: WeakKeyDictionary[Any, tuple[Stamp, bool]] = WeakKeyDictionary()
"""The state of files that are served as unchanging, when they were asked first; which are ours."""

_ours: WeakKeyDictionary[Any, tuple[Stamp | None, bool]] = WeakKeyDictionary()
"""What is known of databases: each cell of a table asks. Of one in memory it is asked each time."""


def _stamp(database: Any) -> Stamp | None:
    """The state of a database's file; None if it has none."""
    try:
        return stamp_of(database.path) if database.path else None
    except OSError:  # taken away while it is served
        return None


async def _is_visible(datasette: Any, actor: Any, name: str) -> bool:
    if hasattr(datasette, "allowed"):
        return await _is_allowed(datasette, actor, name)
    asked = [("view-database", name), "view-instance"]
    for permissions in ([(("view-table"), (name, table)), *asked] for table in READ):
        visible, _ = await datasette.check_visibility(actor, permissions=permissions)
        if not visible:
            return False
    return True


async def _is_allowed(datasette: Any, actor: Any, name: str) -> bool:
    """The same in Datasette 1.0, which asks about resources."""
    from datasette.resources import DatabaseResource, TableResource

    asked = [("view-instance", None), ("view-database", DatabaseResource(name))]
    asked += [("view-table", TableResource(name, table)) for table in READ]
    for action, resource in asked:
        if not await datasette.allowed(action=action, resource=resource, actor=actor):
            return False
    return True
