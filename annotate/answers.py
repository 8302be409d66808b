"""Answers about a corpus as text: tables for a terminal, CSV for a spreadsheet, JSON lines."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from annotate.errors import RequestError
from annotate.figures.tables import Told, place, when
from annotate.figures.voices import speaker
from annotate.store.matrix import Position
from annotate.store.recommendations import Urging
from annotate.store.said import Statement
from annotate.store.speakers import Speaker
from annotate.store.uses import Use

Cells = dict[str, Any]
"""A row of a table by the names of its columns."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def written(rows: Iterable[Any], form: str) -> Iterator[str | Table]:
    """What to print for rows of an answer. form: table, csv or json.

    Raises RequestError for another form.
    """
    if form not in _FORMS:
        raise RequestError(f"no format {form!r}; the formats are {', '.join(sorted(_FORMS))}")
    told = {**_CELLS, **_BRIEF} if form == "table" else _CELLS
    cells = [told[type(row)](row) for row in rows]
    return _FORMS[form](cells)


def _table(rows: list[Cells]) -> Iterator[Table]:
    if not rows:
        return
    table = Table()
    columns = {
        key: [_shown(row[key]) or _absent(row, key) for row in rows]
        for key in rows[0]
        if key not in _ASIDE
    }
    for key, cells in columns.items():
        table.add_column(
            key.replace("_", " "),
            overflow="fold",
            ratio=1 if key == "words" else None,
            no_wrap=key == "date",
            width=min(_NAME, max(map(len, cells))) if key == "name" else None,
        )
    for line in zip(*columns.values(), strict=True):
        table.add_row(*map(Text, line))
    yield table


_NAME = 24
"""Signs of a name on one line, however many columns stand beside it."""


def _absent(row: Cells, key: str) -> str:
    """What a terminal says where nobody is named, as pages do."""
    if key == "who" and row.get("by") == "outlet":
        return "outlet not known"
    return _NOBODY.get(key, "")


_NOBODY: Mapping[str, str] = {
    "addressee": "not stated",
    "holder": "source not stated",
    "name": "source not stated",
    "who": "source not stated",
}


_ASIDE = frozenset({"by", "from", "id", "named", "speaker", "to", "with_repetitions"})
"""Columns that a terminal has no room for."""


def _csv(rows: list[Cells]) -> Iterator[str]:
    if not rows:
        return
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: safe(value) for key, value in row.items()} for row in rows)
    yield out.getvalue().removesuffix("\n")


def _json(rows: list[Cells]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False)


_FORMS: Mapping[str, Callable[[list[Cells]], Iterator[str | Table]]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
}


def _shown(value: Any) -> str:  # whatever a cell holds
    """A value on one line without signs that steer a terminal; nothing for none."""
    if isinstance(value, bool):
        return "yes" if value else ""
    line = " ".join(str(value).split()) if value or value == 0 else ""
    return "".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cf"))


def safe(value: Any) -> Any:
    """A value as a cell; a text that a spreadsheet would reckon with is opened by an apostrophe."""
    if isinstance(value, str) and value.lstrip(" \u00a0\u3000").startswith(_FORMULA):
        return f"'{value}"
    return value


def _position(row: Position) -> Cells:
    return {
        "voice": row.section,
        "holder": row.holder,
        "named": row.named,
        "topic": row.topic,
        "supports": row.supports,
        "opposes": row.opposes,
        "ambivalent": row.ambivalent,
        "neutral": row.neutral,
        "second_hand": row.second_hand,
        "with_repetitions": row.statements,
    }


def _speaker(row: Speaker) -> Cells:
    return {
        "name": row.name,
        "named": row.named,
        "says": row.different,
        "articles": row.articles,
        "quotations": row.quotes,
        "stances": row.stances,
        "figures": row.figures,
        "words": row.terms,
        "own": row.own,
        "first_hand": row.first_hand,
        "second_hand": row.second_hand,
        "comments": row.comments,
        "from": row.first_day,
        "to": row.last_day,
    }


def _speaker_briefly(row: Speaker) -> Cells:
    """A speaker as a terminal of 80 columns has room for: no count that is nothing."""
    what = {"quotation": row.quotes, "stance": row.stances, "figure": row.figures}
    voices = {"own": row.own, "first hand": row.first_hand, "second hand": row.second_hand}
    told = (f"{n} {one}{'s' * (n != 1)}" for one, n in {**what, "word": row.terms}.items() if n)
    heard = (f"{n} {how}" for how, n in {**voices, "in comments": row.comments}.items() if n)
    return {
        "name": row.name,
        "says": row.different,
        "articles": row.articles,
        "what": ", ".join(told),
        "voice": ", ".join(heard),
    }


def _statement(row: Statement) -> Cells:
    return {
        "date": row.published,
        "speaker": row.speaker,
        "voice": row.voice,
        "via": row.reporter,
        "layer": row.layer,
        "label": row.label,
        "topic": row.topic,
        "words": row.sentence if row.layer == "number" else row.words,
        "article": row.reference,
        "in_articles": row.articles,
        "id": row.id,
    }


def _statement_briefly(row: Statement) -> Cells:
    """A statement as a terminal has room for: what it is in one cell, and whose voice in one."""
    layer, topic = _LAYERS[row.layer], row.topic or ""
    kinds = {
        "stance": f"{row.label} {topic}",
        "term": f"{topic}, {row.label}",
        "number": topic or row.label,
    }
    voice = f"{row.voice}, via {row.reporter}" if row.reporter else row.voice
    again = f", and in {row.articles - 1} more" if row.articles > 1 else ""
    return {
        "date": row.published,
        "what": f"{layer}: {kinds.get(row.layer, row.label)}",
        "words": row.sentence if row.layer == "number" else row.words,
        "voice": voice,
        "article": f"{row.reference}{again}",
    }


_LAYERS: Mapping[str, str] = {
    "number": "figure",
    "quote": "quotation",
    "stance": "stance",
    "term": "word",
}


def _use(row: Use) -> Cells:
    return {
        "by": row.side,
        "who": row.who,
        "family": row.family,
        "own": row.own,
        "attributed": row.attributed,
        "rejected": row.rejected,
        "mentioned": row.mentioned,
        "comments": row.comments,
        "avoided": row.avoided,
        "words": ", ".join(row.words),
    }


def _urging(row: Urging) -> Cells:
    return {
        "addressee": row.addressee,
        "act": row.act,
        "topic": row.topic,
        "label": row.label,
        "own": row.own,
        "first_hand": row.first_hand,
        "second_hand": row.second_hand,
        "comments": row.comments,
        "with_repetitions": row.statements,
    }


def _figure(row: Told) -> Cells:
    figure = row.line.figure
    return {
        "quantity": row.entry.title,
        "verdict": row.entry.verdict,
        "as_of": when(row.line),
        "figure": row.words,
        "value": _plain(figure.value),
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "approx": figure.approx,
        "unit": figure.unit,
        "counted": figure.counted,
        "said_by": speaker(figure),
        "second_hand": row.line.is_repeated,
        "contradicts": row.line.against,
        "words": " ".join((figure.sentence or "").split()),
        "article": place(figure),
        "id": figure.id,
    }


def _plain(number: float | None) -> float | None:
    """A number without a fraction as a whole one."""
    return int(number) if number is not None and number.is_integer() else number


_BRIEF: Mapping[type, Callable[[Any], Cells]] = {
    Speaker: _speaker_briefly,
    Statement: _statement_briefly,
}
"""What a terminal shows otherwise than a file holds it."""

_CELLS: Mapping[type, Callable[[Any], Cells]] = {
    Position: _position,
    Told: _figure,
    Speaker: _speaker,
    Statement: _statement,
    Use: _use,
    Urging: _urging,
}
