"""The names of a corpus for a person to see to: what is shown, what is proposed, what was decided.

What a person decides is written to the log and holds for articles that are read later too.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotate.errors import DecisionError
from annotate.review import bodies, overlay
from annotate.review import log as logs
from annotate.review.decisions import NameDecision, Undo, fresh
from annotate.review.desk import Desk
from annotate.review.known import Proposal
from annotate.review.proposals import proposals
from annotate.review.verdicts import standing
from annotate.store import names, queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A name as the corpus is shown. others: the machine's names that it stands for, with why."""

    name: str
    labels: tuple[str, ...]
    documents: int
    mentions: int
    others: tuple[str, ...]
    wikidata: str | None = None


def shown(conn: sqlite3.Connection, words: str = "", *, hidden: bool = False) -> list[Shown]:
    """The names that are shown, the most used first. words: a part of the name or of another."""
    groups: dict[str, list[names.Use]] = defaultdict(list)
    named: dict[str, dict[str, str]] = defaultdict(dict)
    for use, canonical, why in _resolved(conn):
        if use.label and (canonical == "") == hidden:
            groups[canonical or use.name].append(use)
            if canonical not in (use.name, ""):
                named[canonical][use.name] = why
    items = queries.wikidata(conn)
    found = [_shown(name, uses, named[name], items) for name, uses in groups.items()]
    wanted = words.casefold()
    kept = (each for each in found if wanted in " ".join((each.name, *each.others)).casefold())
    return sorted(kept, key=lambda each: (-each.documents, -each.mentions, each.name))


def _shown(
    name: str, uses: Sequence[names.Use], named: dict[str, str], items: dict[str, str]
) -> Shown:
    return Shown(
        name=name,
        labels=tuple(sorted({use.label for use in uses})),
        documents=len({use.document for use in uses}),
        mentions=sum(use.mentions for use in uses),
        others=tuple(f"{other} ({why})" for other, why in sorted(named.items())),
        wikidata=items.get(name),
    )


def _resolved(conn: sqlite3.Connection) -> list[tuple[names.Use, str, str]]:
    """Each use of a name with the name that is shown for it, and who says so."""
    every = {(each.name, each.label, each.document): each for each in names.renamings(conn)}
    found = []
    for use in names.uses(conn):
        for key in ((use.label, use.document), ("", use.document), (use.label, ""), ("", "")):
            step = every.get((use.name, *key))
            if step is not None:
                found.append((use, step.canonical, step.by))
                break
        else:
            found.append((use, use.name, ""))
    return found


def proposed(desk: Desk) -> list[Proposal]:
    """What is proposed and waits for a person: neither decided nor applied already."""
    said = _said(desk)
    settled = {each.name for each in said}
    settled |= {each.name for each in names.renamings(desk.conn) if not each.document}
    every = proposals(names.uses(desk.conn), queries.wikidata(desk.conn))
    own = [each for each in every if each.kind != bodies.KIND and each.name not in settled]
    described = [each for each in every if each.kind == bodies.KIND]
    return [*(each for each in own if not each.certain), *_undecided(described, said)]


def _undecided(found: Sequence[Proposal], said: Sequence[NameDecision]) -> Iterator[Proposal]:
    """Proposals in the articles in which nobody has decided about their words."""
    everywhere = {each.name for each in said if not each.articles}
    here = {(each.name, article) for each in said for article in each.articles}
    for each in found:
        left = tuple(name for name in each.documents if (each.name, name) not in here)
        if left and each.name not in everywhere:
            yield replace(each, documents=left)


def take(desk: Desk, ids: Sequence[str]) -> list[NameDecision]:
    """The decisions that accept proposals. Raises DecisionError for an id that none has."""
    open_ = {each.id: each for each in proposed(desk)}
    if unknown := [each for each in ids if each not in open_]:
        raise DecisionError(f"no proposal {unknown[0]!r}; `annotate names proposals` lists them")
    made = [
        _decision(desk, "merge", each.name, into=each.into, articles=each.documents,
                  label=each.label, note=each.evidence)
        for each in map(open_.__getitem__, ids)
    ]  # fmt: skip
    return _write(desk, made)


def refuse(desk: Desk, ids: Sequence[str]) -> list[NameDecision]:
    """The decisions that keep the names of proposals apart. Raises DecisionError as `take`."""
    open_ = {each.id: each for each in proposed(desk)}
    if unknown := [each for each in ids if each not in open_]:
        raise DecisionError(f"no proposal {unknown[0]!r}; `annotate names proposals` lists them")
    made = [
        _decision(
            desk,
            "split",
            each.name,
            label=each.label,
            note=f"not {each.into}",
            articles=each.documents if each.kind == bodies.KIND else (),
        )
        for each in map(open_.__getitem__, ids)
    ]
    return _write(desk, made)


def merge(
    desk: Desk, merged: Sequence[str], into: str, *, articles: Sequence[str] = (), note: str = ""
) -> list[NameDecision]:
    """The decisions that show names under another. Raises DecisionError for one not used."""
    known = _known(desk, merged)
    made = [
        _decision(desk, "merge", each, into=into.strip(), articles=tuple(articles), note=note)
        for each in known
        if each != into
    ]
    return _write(desk, made)


def rename(desk: Desk, name: str, new: str) -> list[NameDecision]:
    """The decisions that give a name, and all that is shown under it, a new one.

    Raises DecisionError if the new one is a name already: then they are to be merged.
    """
    uses = [use for use, canonical, _ in _resolved(desk.conn) if new in (use.name, canonical)]
    if uses:
        raise DecisionError(f"{new!r} is a name already; `annotate names merge` makes them one")
    return merge(desk, [name], new)


def split(
    desk: Desk, name: str, *, articles: Sequence[str] = (), into: str = "", note: str = ""
) -> list[NameDecision]:
    """The decision that makes a name its own again, or another one in some articles.

    Raises DecisionError for a name that is not used.
    """
    _known(desk, [name])
    if bool(into) != bool(articles):
        raise DecisionError("to split a name in two, say in which articles and under which name")
    return _write(
        desk, [_decision(desk, "split", name, into=into, articles=tuple(articles), note=note)]
    )


def hide(desk: Desk, hidden: Sequence[str], *, note: str = "") -> list[NameDecision]:
    """The decisions that take names out of the pages. Raises DecisionError for one not used."""
    return _write(desk, [_decision(desk, "hide", each, note=note) for each in _known(desk, hidden)])


def show(desk: Desk, hidden: Sequence[str]) -> list[NameDecision]:
    """The decisions that show hidden names again."""
    return _write(desk, [_decision(desk, "show", each) for each in _known(desk, hidden)])


def undo(desk: Desk, name: str) -> list[Undo]:
    """What takes back a coder's last decision about a name, with all made in one go with it.

    Raises DecisionError if there is none.
    """
    own = [each for each in _said(desk) if each.coder == desk.coder]
    about = [each for each in own if name in (each.name, each.into)]
    if not about:
        raise DecisionError(f"{desk.coder} has decided nothing about the name {name!r}")
    last = about[-1]
    gone = [each for each in own if each.id == last.id or (last.batch and each.batch == last.batch)]
    made = [Undo(undoes=each.id, **fresh(desk.coder)) for each in gone]
    logs.append(desk.folder, made)
    overlay.refresh_all(desk.conn, desk.folder)
    return made


def _said(desk: Desk) -> list[NameDecision]:
    entries = standing(logs.read(desk.folder).entries)
    return [each for each in entries if isinstance(each, NameDecision)]


def _known(desk: Desk, wanted: Sequence[str]) -> list[str]:
    """The machine's names that are meant by names as they are shown."""
    used: dict[str, None] = {}
    for each in wanted:
        found = {
            use.name: None for use, shown, _ in _resolved(desk.conn) if each in (use.name, shown)
        }
        if not found:
            raise DecisionError(f"no name {each!r} in the corpus; `annotate names list` shows them")
        used |= {each: None} if each in found else found
    return list(used)


def _decision(desk: Desk, action: str, name: str, **more: Any) -> NameDecision:
    values: dict[str, Any] = {**more, **fresh(desk.coder)}
    return NameDecision(action=action, name=name, **values)


def _write(desk: Desk, made: Sequence[NameDecision]) -> list[NameDecision]:
    if not made:
        raise DecisionError("nothing to decide: it is so already")
    batch = made[0].id if len(made) > 1 else ""
    together = [replace(each, batch=batch) for each in made]
    logs.append(desk.folder, together)
    overlay.refresh_all(desk.conn, desk.folder)
    return together
