"""Days as the lines at a work's head show them: of publication, of revision, or just a day."""

import re
from collections.abc import Iterable, Iterator

from annotate.sources import bylines, dates

_REVISED = re.compile(
    r"(?:updated|modified|revised|reviewed|edited|aktualisiert|aktualisierung|geändert|änderung"
    r"|bearbeitet|verändert|stand|actualizado|mis à jour)"
    r"(?:\s+(?:on|at|am|le|el))?[\s:|–—-]*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:published|posted|released|issued|created|veröffentlicht|erschienen"
    r"|erstellt|publié|publicado)"
    r"(?:\s+(?:on|at|am|le|el))?[\s:|–—-]*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:first\s+|last\s+|originally\s+)?(?:published|posted|updated|modified|revised)(?:\s+on)?\s*:?",
    re.IGNORECASE,
)


def told(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The days of some lines, each as "published", "revised" or "shown".

    A label alone in a line is one of the day in the next. Where it is told when a work was
    originally published, another day is that on which somebody posted it again.
    """
    label = ""
    joined = []
    for line in lines:
        if _LABEL.fullmatch(line.strip()):
            label = line.strip()
            continue
        joined.append(f"{label} {line}".strip())
        label = ""
    first = any(_ORIGINAL.match(line) for line in joined)
    for line in joined:
        again = first and not _ORIGINAL.match(line)
        for kind, day in _in(line):
            yield "shown" if again and kind == "published" else kind, day


_ORIGINAL = re.compile(r"\W*originally (?:published|posted|released)\b", re.IGNORECASE)


def are_days(line: str) -> bool:
    """Whether a line is nothing but a byline or dateline that states a day, or the label of one."""
    if _LABEL.fullmatch(line.strip()):
        return True
    said = bylines.read(line)
    return bool(said and said.published)


def may_be_days(line: str) -> bool:
    """Whether a line is short and no sentence, so that a day in it may be the work's own."""
    return len(line) <= _SHORT and not re.search(r"[.!?](?:\s+[A-Z]|$)", line)


_SHORT = 80


def opening(words: str) -> str | None:
    """The day by which a text opens behind its place: "PORT AVERELL, May 17, 2023 — The …"."""
    head = words[:_HEAD]
    hit = dates.found(head)
    if not hit:
        return None
    day, start, end = hit
    whole = len(day) >= len("2014-05-20")
    opens = whole and _PLACE.fullmatch(head[:start]) and _DASHED.match(head[end:])
    return day[:10] if opens else None


_HEAD = 100
_PLACE = re.compile(r"\W*[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|de|del|of|on|the|upon)){0,6},? ?\(?")
_DASHED = re.compile(r"\)?\s*(?:/[\w ]{2,20}/|\([A-Z][\w ]{1,20}\))?\s*(?:[—–]|--|-\s)")


def _in(line: str) -> Iterator[tuple[str, str]]:
    at = 0
    while hit := dates.found(line[at:]):
        value, start, end = hit
        before = line[at : at + start]
        yield _kind(before), value[:10]
        at += max(end, 1)


def _kind(before: str) -> str:
    bare = re.sub(rf"(?:{dates.WEEKDAY})\s*$", "", before.rstrip(), flags=re.IGNORECASE)
    if _REVISED.search(bare):
        return "revised"
    return "published" if _PUBLISHED.search(bare) else "shown"
