"""The names that findings use, wherever they stand in them: read, counted, and put in their place.

A finding names things in several places: a name's one name, the source of a quotation, who holds
a stance, who reports it, whom it urges, who gives a figure, whose word it is. Several in one place
are joined by semicolons.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotate.model import AUTHOR, Document, Entity, Mention, Number, Quote, Span, Stance, Term
from annotate.store.sql import Row, select

JOINED = "; "

NameFor = Callable[[str], str]
"""The name to show for a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A name as the machine used it in a document.

    label: of the names found; "" where it stands in another finding. form: how the text has it.
    """

    document: str
    name: str
    label: str
    form: str
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A name shown under another, or not at all. canonical: "" where it is hidden.

    label, document: where this holds only for names of a kind, or in one article; "" for all.
    by: the coder, or the rule that saw it. evidence: why.
    """

    name: str
    canonical: str
    by: str
    label: str = ""
    document: str = ""
    evidence: str = ""


def named_by(span: Span, name_for: NameFor) -> Span:
    """The finding with other names in the place of its own."""
    match span:
        case Entity():
            stands_for = span.stands_for and name_for(span.stands_for)
            return replace(span, canonical=name_for(span.canonical), stands_for=stands_for)
        case Number():
            return replace(span, said_by=_each(span.said_by, name_for))
        case Quote():
            return replace(span, source=_mention(span.source, name_for))
        case Stance():
            holder = span.holder
            return replace(
                span,
                holder=holder if isinstance(holder, str) else _mention(holder, name_for) or holder,
                target=name_for(span.target),
                addressee=_each(span.addressee, name_for),
                via=tuple(_mention(each, name_for) or each for each in span.via),
            )
        case Term():
            return replace(span, holder=_each(span.holder, name_for) or span.holder)
    return span


def _mention(mention: Mention | None, name_for: NameFor) -> Mention | None:
    if mention is None:
        return None
    return replace(mention, canonical=_each(mention.canonical, name_for) or mention.canonical)


def _each(names: str | None, name_for: NameFor) -> str | None:
    """Names joined by semicolons, each in its turn; the same one twice is one."""
    if not names or names == AUTHOR:
        return names
    return JOINED.join(dict.fromkeys(name_for(each.strip()) for each in names.split(";")))


def used(span: Span) -> tuple[str, ...]:
    """The names in a finding but its target, which may be a topic."""
    seen: list[str] = []

    def noted(name: str) -> str:
        seen.append(name)
        return name

    named_by(span, noted)
    target = span.target if isinstance(span, Stance) else None
    return tuple(each for each in seen if each and each not in (AUTHOR, target))


def rows_of(document: Document) -> Iterator[Row]:
    """How often a document uses each name, as the machine has it."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for span in document.spans:
        for name in used(span):
            own = isinstance(span, Entity) and name == span.canonical
            key = (span.label, " ".join(span.text.split())) if own else ("", "")
            counts[(name, *key)] += 1
    for (name, label, form), mentions in sorted(counts.items()):
        yield {
            "document": document.id,
            "name": name,
            "label": label,
            "form": form,
            "mentions": mentions,
        }


def uses(conn: sqlite3.Connection) -> list[Use]:
    """How the machine used each name in each document."""
    found = select(conn, "SELECT * FROM naming ORDER BY name, document, label, form")
    return [Use(**row) for row in found]


def labels(conn: sqlite3.Connection, document_id: str) -> dict[str, set[str]]:
    """The kinds of each name that the machine found in a document."""
    found: dict[str, set[str]] = {}
    sql = "SELECT DISTINCT name, label FROM naming WHERE document = ? AND label <> ''"
    for row in select(conn, sql, (document_id,)):
        found.setdefault(row["name"], set()).add(row["label"])
    return found


def renamings(conn: sqlite3.Connection) -> list[Renaming]:
    """The names that are shown under others."""
    found = select(conn, "SELECT * FROM renamings ORDER BY name, label, document")
    return [Renaming(**row) for row in found]


def renaming_rows(found: Iterable[Renaming]) -> Iterator[Row]:
    """Renamings as their rows."""
    for each in found:
        yield {key: getattr(each, key) for key in Renaming.__dataclass_fields__}


def concerned(conn: sqlite3.Connection) -> Mapping[str, list[Renaming]]:
    """The renamings that hold for a name of each document; documents without are absent."""
    found: dict[str, list[Renaming]] = {}
    sql = (
        "SELECT DISTINCT naming.document AS used_in, renamings.* FROM renamings "
        "JOIN naming ON naming.name = renamings.name "
        "WHERE renamings.document IN ('', naming.document) ORDER BY 1, 2, 3, 4"
    )
    for row in select(conn, sql):
        where = row.pop("used_in")
        found.setdefault(where, []).append(Renaming(**row))
    return found
