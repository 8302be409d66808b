"""What `annotate review` and `annotate names` list, as tables of a terminal."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from annotate.errors import DecisionError
from annotate.review import agreement as agreeing
from annotate.review import names as corpus
from annotate.review.decisions import Entry
from annotate.review.desk import Desk
from annotate.store import cases, decisions, laid, queries, queue
from annotate.store.queue import Waiting

Lines = Iterator[Table | Text]


def waiting(conn: sqlite3.Connection, *, layer: str, by: str, document: str, limit: int) -> Lines:
    """The queue, and how much of the corpus people have seen."""
    layer_known(layer)
    found = queue.waiting(conn, layer=layer, by=by, document=document, limit=limit)
    yield _findings(found)
    left = queue.count(conn, layer=layer, by=by, document=document)
    seen = ", ".join(
        f"{layer} {decided:,} of {every:,}"
        for layer, (decided, every) in queue.coverage(conn).items()
        if every
    )
    yield Text(f"{left:,} wait; decided so far: {seen or 'none'}")


def proposed(conn: sqlite3.Connection, *, by: str, document: str, limit: int) -> Lines:
    """What shows only if somebody accepts it, the surest first."""
    yield _findings(queue.proposed(conn, by=by, document=document, limit=limit))
    left = queue.count_proposed(conn, by=by, document=document)
    yield Text(f"{left:,} proposed; pages show none before you accept it")


def layer_known(layer: str) -> None:
    """Raises DecisionError for a layer that is none."""
    if layer and layer not in queue.LAYERS:
        names = ", ".join(sorted(queue.LAYERS))
        raise DecisionError(f"unknown layer {layer!r}; the layers are {names}")


def rules(conn: sqlite3.Connection, layer: str) -> Lines:
    """What made the findings, the least sure first."""
    layer_known(layer)
    made = sorted(queue.makers(conn, layer), key=lambda each: (each.sure, -each.undecided))
    yield _table(
        ("layer", "made by", "findings", "undecided", "right", "wrong"),
        (
            (each.layer, each.by, each.findings, each.undecided, each.right, each.wrong)
            for each in made
        ),
    )


def alike(conn: sqlite3.Connection, span: str) -> Lines:
    """The undecided findings that say the same of such words."""
    document, found = queries.span(conn, span)
    same = cases.alike(conn, span, found.layer)
    yield Text(f"{found.text!r} in {document}, and {len(same)} more:")
    yield _findings(same)


def disputed(conn: sqlite3.Connection) -> Lines:
    """The findings about which coders differ, with what each says."""
    found = queue.disputed(conn)
    if not found:
        yield Text("coders differ about no finding")
    for span in found:
        yield from history(conn, span)


def lost(conn: sqlite3.Connection) -> Lines:
    """The decisions whose words are gone, by article, and the lines that could not be read."""
    here = set(laid.overlays(conn))
    found = sorted(decisions.of_state(conn, "lost"), key=lambda each: each.document)
    for article, those in groupby(found, key=lambda each: each.document):
        gone = "" if article in here else _GONE
        yield Text(f"in {article}{gone}:")
        yield _decisions(those)
    faults = list(decisions.faults(conn))
    for fault in faults:
        yield Text(fault)
    if not found and not faults:
        yield Text("no decision is lost")


_GONE = ", which is gone with its text; if renamed, give it back its name"


def history(conn: sqlite3.Connection, span: str) -> Lines:
    """What was decided about a finding."""
    found = decisions.of_span(conn, span)
    if not found:
        shown = laid.shown(conn, span)
        yield Text(f"{span} {shown.text!r}: nobody has decided about it")
        return
    yield Text(f"{span} {found[-1].quote!r} in {found[-1].document}")
    yield _decisions(found)


def agreement(entries: Iterable[Entry], coders: Sequence[str]) -> Lines:
    """How far two coders agree."""
    every = list(entries)
    pair = list(coders) or agreeing.coders(every)[:2]
    if len(pair) != 2:
        raise DecisionError("agreement is of two coders; name two who have decided")
    yield Text(f"{pair[0]} and {pair[1]}")
    yield _table(
        ("layer", "decided by both", "same label", "same in all", "Cohen's kappa"),
        (
            (each.layer, each.findings, each.same, each.whole,
             "–" if each.kappa is None else f"{each.kappa:.2f}")
            for each in agreeing.agreement(every, *pair)
        ),
    )  # fmt: skip


def names(conn: sqlite3.Connection, words: str, *, hidden: bool, limit: int) -> Lines:
    """The names of the corpus."""
    found = corpus.shown(conn, words, hidden=hidden)
    yield _table(
        ("name", "kind", "articles", "mentions", "also", "Wikidata"),
        (
            (each.name, ", ".join(each.labels), each.documents, each.mentions,
             "\n".join(each.others), each.wikidata or "")
            for each in found[:limit]
        ),
    )  # fmt: skip
    yield Text(f"{len(found):,} name{'' if len(found) == 1 else 's'}")


def proposals(desk: Desk) -> Lines:
    """The names that may be one."""
    found = corpus.proposed(desk)
    yield _table(
        ("proposal", "name", "may be", "because"),
        ((each.id, each.name, each.into, each.evidence) for each in found),
    )
    yield Text(
        "`annotate names accept PROPOSAL` makes two names one, `refuse` keeps them apart."
        if found
        else "Nothing is proposed."
    )


def _findings(found: Iterable[Waiting]) -> Table:
    return _table(
        ("finding", "layer", "label", "words", "article", "made by", "sure"),
        (
            (each.id, each.layer, each.label, _short(each.text), each.document, each.by,
             f"{each.sure:.2f}")
            for each in found
        ),
    )  # fmt: skip


def _decisions(found: Iterable[decisions.Decided]) -> Table:
    return _table(
        ("when", "who", "decision", "words", "what", "stands"),
        (
            (each.at[:16].replace("T", " "), each.coder, each.action, _short(each.quote),
             "; ".join([*_changes(each), *([each.note] if each.note else [])]), each.state)
            for each in found
        ),
    )  # fmt: skip


def _changes(each: decisions.Decided) -> Iterator[str]:
    for key, value in each.changes.items():
        if key not in ("start", "end"):
            named = value.get("canonical", "") if isinstance(value, dict) else value
            yield f"{key}: {named}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        fixed = column in ("finding", "proposal", "layer", "label", "when", "who", "sure")
        table.add_column(column, overflow="fold", no_wrap=fixed)
    for row in rows:
        table.add_row(*(Text(str(each)) for each in row))
    return table
