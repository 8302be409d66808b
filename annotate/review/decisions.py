"""A decision of a person as a line of a log: who, when, about what, and what it says.

A line about a finding holds the finding as the person saw it, with the words around it: so it is
found again when an article is read anew, and stays right when the machine no longer finds it.
A line about a name concerns the corpus, or the articles that it lists.
"""

import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeAlias

from annotate.errors import DecisionError
from annotate.model import SPAN_TYPES

ACTIONS = ("accept", "correct", "reject", "add", "note")
"""What is said of a finding."""

NAME_ACTIONS = ("merge", "split", "hide", "show")
"""What is said of a name: another one stands for it, it is its own, it is none, it is one again."""

UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person says of a finding.

    at: ISO 8601 in UTC. span: the finding's id. prefix, quote, suffix: its words and those around
    them. machine: its record as the machine had it; empty for one that a person adds. values: what
    a correction changes, or the whole record of what is added. batch: what decisions made in one go
    have in common. sha256: of the article's text as the person had it, by which it is known again
    under another name; "" in logs of old.
    """

    id: str
    at: str
    coder: str
    action: str
    article: str
    span: str
    layer: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    sha256: str = ""
    machine: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    batch: str = ""

    @property
    def record(self) -> Mapping[str, Any]:
        """The finding as the person would have it."""
        return {**self.machine, **self.values}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDecision:
    """What a person says of a name.

    into: the name that stands for it, "" where that is its own. label: only where it is of this
    kind. articles: only in these, everywhere if there are none.
    """

    id: str
    at: str
    coder: str
    action: str
    name: str
    into: str = ""
    label: str = ""
    articles: tuple[str, ...] = ()
    note: str = ""
    batch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """A decision taken back by who made it."""

    id: str
    at: str
    coder: str
    undoes: str
    action: str = UNDO


Entry: TypeAlias = Decision | NameDecision | Undo
"""A line of a log."""


def fresh(coder: str) -> dict[str, str]:
    """The id, time and coder of a decision made now."""
    return {"id": f"d-{secrets.token_hex(8)}", "at": now(), "coder": named(coder)}


def now() -> str:
    """The time in UTC, to the microsecond, so that one line comes after another."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def named(coder: str) -> str:
    """A coder's name as a file can be called. Raises DecisionError if it cannot."""
    if not _CODER.fullmatch(coder) or coder.upper() in _DEVICES:
        raise DecisionError(
            f"{coder!r} cannot name a coder; take letters, digits, '-', '_' and '.', 60 at most"
        )
    return coder


_CODER = re.compile(r"(?=.{1,60}$)[^\W_][\w-]*(?:\.[\w-]+)*")
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL"})
"""What no file of Windows may be called."""


def entry_record(entry: Entry) -> dict[str, Any]:
    """A decision as a JSON object; what it lacks is left out."""
    keys = ["id", "at", "coder", "action"]
    keys += [key for key in type(entry).__dataclass_fields__ if key not in keys]
    values = {key: getattr(entry, key) for key in keys}
    plain = {key: list(each) if isinstance(each, tuple) else each for key, each in values.items()}
    return {key: each for key, each in plain.items() if each not in ("", [], {})}


def entry_of(record: Mapping[str, Any]) -> Entry:
    """The decision that a JSON object tells. Raises DecisionError if it tells none."""
    action = record.get("action")
    kind = _KINDS.get(action) if isinstance(action, str) else None
    if kind is None:
        raise DecisionError(
            f"unknown action {action!r}; the actions are {', '.join(sorted(_KINDS))}"
        )
    known = kind.__dataclass_fields__
    for key, value in record.items():
        _check(key, value, known)
    missing = [key for key in _required(kind) if not record.get(key)]
    if missing:
        raise DecisionError(f"no {missing[0]!r}")
    named(record["coder"])
    values: dict[str, Any] = {**record, "articles": tuple(record.get("articles", ()))}
    made = kind(**{key: value for key, value in values.items() if key in known})
    _check_meaning(made)
    return made


def _check(key: str, value: Any, known: Mapping[str, Any]) -> None:
    if key not in known:
        raise DecisionError(f"unknown key {key!r}; the keys are {', '.join(sorted(known))}")
    wanted = dict if key in ("machine", "values") else list if key == "articles" else str
    if not isinstance(value, wanted):
        raise DecisionError(f"{key}: {value!r} is not {_CALLED[wanted]}")
    if key == "articles" and not all(isinstance(each, str) for each in value):
        raise DecisionError("articles: not all of them are text")


_CALLED = {dict: "an object", list: "a list", str: "text"}


def _check_meaning(made: Entry) -> None:
    """What hangs on the action. Raises DecisionError."""
    if isinstance(made, Decision):
        if made.layer not in SPAN_TYPES:
            raise DecisionError(f"unknown layer {made.layer!r}")
        for key, value in made.record.items():
            if key in _PLAIN and not isinstance(value, _PLAIN[key] | None):
                raise DecisionError(f"{key}: {value!r} is not what stands there")
        if unnamed := [each for each in _names(made.record) if not isinstance(each, str)]:
            raise DecisionError(f"canonical: {unnamed[0]!r} is not text")
        if made.action != "note" and not _is_placed(made.record):
            raise DecisionError('neither "machine" nor "values" says where the finding stands')
    if isinstance(made, NameDecision) and made.action == "merge" and not made.into:
        raise DecisionError("no 'into'")


_PLAIN: Mapping[str, Any] = {
    **dict.fromkeys(("stands_for", "unit", "counted", "as_of", "said_by", "addressee"), str),
    **dict.fromkeys(("target", "act", "mode", "hedge", "use", "distance", "by"), str),
    **dict.fromkeys(("value", "low", "high"), int | float | str),
    "depth": int,
    "holder": str | Mapping,
}
"""What may stand under some keys of a finding's record; nothing may stand under each of them."""


def _names(record: Mapping[str, Any]) -> Iterator[Any]:  # whatever JSON holds
    """The names in the record of a finding: its own, and those of whom it tells."""
    for key, value in record.items():
        if key == "canonical":
            yield value
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Mapping):
                yield from _names(each)


def _is_placed(record: Mapping[str, Any]) -> bool:
    start, end = record.get("start"), record.get("end")
    whole = all(isinstance(each, int) and not isinstance(each, bool) for each in (start, end))
    return whole and 0 <= record["start"] < record["end"] and isinstance(record.get("label"), str)


def _required(kind: type[Entry]) -> list[str]:
    optional = {"machine", "values", "note", "batch", "prefix", "suffix", "sha256"}
    optional |= {"into", "label", "articles"}
    return [key for key in kind.__dataclass_fields__ if key not in optional]


_KINDS: Mapping[str, type[Entry]] = {
    **dict.fromkeys(ACTIONS, Decision),
    **dict.fromkeys(NAME_ACTIONS, NameDecision),
    UNDO: Undo,
}
