"""Bibliographies beside the articles: what a reference manager knows of them, as it exports it.

Exports are CSL-JSON, RIS, BibLaTeX or BibTeX; pandoc makes CSL-JSON of the latter three. An entry
describes the article whose file it names as its attachment, or whose address, DOI or title it has.
What a sidecar says counts before, what the article itself says after it.
Source: https://docs.citationstyles.org, https://www.zotero.org/support/kb/exporting.
"""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

from annotate import claims, jsonlines, lexicons, stated
from annotate.dates import is_day
from annotate.errors import CodebookError
from annotate.model import Claim, Meta

READERS = {".bib": "biblatex", ".json": "csljson", ".ris": "ris"}
"""What pandoc calls the form of a bibliography, by its file's ending."""

_SEARCHABLE = frozenset({"html", "markdown", "text"})
"""The forms of articles in whose bytes a title stands as it is read."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a bibliography says of one work. origin: its file's name and its key there.

    files: names of attached files. doi, url, title: folded, "" where there is none.
    """

    origin: str
    meta: Meta
    doi: str = ""
    files: tuple[str, ...] = ()

    @cached_property
    def url(self) -> str:
        """The address without what does not count."""
        return claims.same("url", self.meta.url or "")

    @cached_property
    def title(self) -> str:
        """The title's letters and figures."""
        return claims.same("title", self.meta.title or "")

    def has_file(self, path: Path) -> bool:
        """Whether one of the attached files is called as an article's file is."""
        return any(PurePosixPath(name).name == path.name for name in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Details:
    """What pandoc leaves out of an entry: the attached files, and a day it does not read."""

    files: tuple[str, ...] = ()
    day: str | None = None


def is_one(path: Path) -> bool:
    """Whether a file is a bibliography: by its ending, of JSON also by how it begins."""
    if path.suffix.lower() != ".json":
        return path.suffix.lower() in READERS
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(200).lstrip()[:1] == "["
    except OSError:
        return False


def read(path: Path, *, shown: str | None = None) -> list[Entry]:
    """The entries of a bibliography.

    shown: what to call the file in errors. Raises CodebookError if it cannot be read as such.
    """
    name = shown or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise CodebookError(f"{name}: cannot be read as UTF-8; export it anew") from None
    form = READERS[path.suffix.lower()]
    items = _items(text if form == "csljson" else _converted(text, form, name), name)
    find = _DETAILS.get(form)
    details = find(text, len(items)) if find else [_Details()] * len(items)
    return [_entry(item, more, Path(name).name) for item, more in zip(items, details, strict=True)]


def candidates(entries: Iterable[Entry], path: Path, form: str, data: bytes) -> list[Entry]:
    """The entries that may describe an article, by its file's name and its bytes.

    Other entries cannot change what is known of it. Of a form whose bytes hide their words, any
    entry may be meant that names no file.
    """
    entries = list(entries)
    if form not in _SEARCHABLE:
        return [each for each in entries if each.has_file(path) or not each.files]
    text = unescape(data.decode("utf-8", "replace"))
    plain, words = text.casefold(), claims.same("title", text)
    return [
        each
        for each in entries
        if each.has_file(path)
        or (each.url and each.url in plain)
        or (each.doi and each.doi in plain)
        or (each.title and each.title in words)
    ]


def described(entries: Sequence[Entry], path: Path, meta: Meta, *, shown: str) -> Entry | None:
    """The entry that describes an article: by its file, its DOI, its address or its title.

    Raises CodebookError if two do.
    """
    url = claims.same("url", meta.url or "")
    dois = {claim.value for claim in meta.claims if claim.key == "doi"} | set(_dois(meta.url or ""))
    title = claims.same("title", meta.title or "")
    for found in (
        [each for each in entries if each.has_file(path)],
        [each for each in entries if each.doi and each.doi in dois],
        [each for each in entries if url and each.url == url],
        [each for each in entries if title and each.title == title],
    ):
        if len(found) > 1:
            one, two = (each.origin for each in found[:2])
            raise CodebookError(f"{shown}: {one} and {two} both describe it; take one of them out")
        if found:
            return found[0]
    return None


def laid_over(entry: Entry, known: Meta, found: Meta) -> Meta:
    """What is known of an article: the sidecar's, then the entry's, then what was found."""
    taken = {key: getattr(known, key) for key in claims.FIELDS if getattr(known, key)}
    more = {
        key: value
        for key in claims.FIELDS
        if key not in taken and (value := getattr(entry.meta, key))
    }
    origins = {**found.origins, **dict.fromkeys(more, entry.origin)}
    meta = replace(found, **more, origins=origins)
    return replace(meta, claims=claims.laid_over(meta, entry.meta.claims, found.claims))


def _converted(text: str, form: str, name: str) -> str:
    """The same bibliography as CSL-JSON. Raises CodebookError with pandoc's reason."""
    import pypandoc  # it is needed for these forms alone

    run = subprocess.run(  # noqa: S603 - our own program
        [pypandoc.get_pandoc_path(), "--sandbox", "-f", form, "-t", "csljson"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    if run.returncode:
        said = " ".join(run.stderr.decode("utf-8", "replace").split())
        place = re.search(r"line \d+, column \d+\):?\s*(.{0,80})", said)
        why = place[0] if place else said[:80]
        raise CodebookError(f"{name}: is no {form} that can be read ({why}); export it anew")
    return run.stdout.decode("utf-8", "replace")


def _items(text: str, name: str) -> list[Mapping[str, Any]]:
    try:
        items = json.loads(text)
        whole = jsonlines.is_whole(items)
    except (ValueError, RecursionError) as error:
        raise CodebookError(f"{name}: is no CSL-JSON ({error}); export it anew") from None
    if not whole:
        raise CodebookError(f"{name}: holds half a character (a lone surrogate); export it anew")
    if not isinstance(items, list) or not all(isinstance(each, dict) for each in items):
        raise CodebookError(f"{name}: is no CSL-JSON, a list of objects; export it anew")
    return items


def _entry(item: Mapping[str, Any], more: _Details, file: str) -> Entry:
    origin = f"{file}, {stated.words(item.get('id')) or 'an entry without a key'}"
    doi = next(_dois(stated.words(item.get("DOI"))), "")
    kind = stated.words(item.get("type"))
    values: dict[str, Any] = {
        "title": re.sub(r"</?(?:i|b|sup|sub|span)\b[^>]*>", "", stated.words(item.get("title"))),
        "authors": tuple(filter(None, map(stated.name, stated.listed(item.get("author"))))),
        "published": more.day or _day(item.get("issued")),
        "accessed": _day(item.get("accessed")),
        "publisher": stated.words(item.get("publisher")),
        "container_title": stated.words(item.get("container-title")),
        "url": stated.words(item.get("URL")) or (f"https://doi.org/{doi}" if doi else ""),
        "license": stated.words(item.get("license")),
        "language": stated.words(item.get("language")),
        "type": kind if kind in lexicons.listed("csl_item_types") else "",
    }
    known = {key: value for key, value in values.items() if value}
    meta = Meta(**known, origins=dict.fromkeys(known, origin))
    claimed = [
        Claim(key=key, value=value, origins=(origin,))
        for key, value in {**claims.of(meta), **_place(item, doi)}.items()
    ]
    files = (*more.files, *filter(None, map(stated.words, stated.listed(item.get("file")))))
    return Entry(origin=origin, meta=replace(meta, claims=tuple(claimed)), doi=doi, files=files)


def _place(item: Mapping[str, Any], doi: str) -> dict[str, str]:
    """Where a work stands in what it appeared in, and its DOI; these are claims only."""
    said = {"doi": doi} | {key: stated.words(item.get(key)) for key in claims.PLACES}
    return {key: value for key, value in said.items() if value}


def _day(value: Any) -> str | None:
    """A day or a part of one from a CSL date, None if it has none."""
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts") or [[]]
    first = parts[0] if isinstance(parts, list) and isinstance(parts[0], list) else []
    numbers = [str(each) for each in first[:3] if str(each).isdecimal()]
    day = "-".join(number.zfill(4 if n == 0 else 2) for n, number in enumerate(numbers))
    raw = stated.words(value.get("raw"))
    return next((each for each in (day, raw) if each and is_day(each)), None)


def _dois(words: str) -> Iterator[str]:
    yield from (hit[0].rstrip(".").casefold() for hit in re.finditer(r"\b10\.\d+/\S+", words))


def _of_ris(text: str, count: int) -> list[_Details]:
    """The attached files and the day of each record."""
    records = re.split(r"(?m)^ER\s+-.*$", text)[:count]
    found = [
        _Details(
            files=tuple(hit[1].strip() for hit in re.finditer(r"(?m)^L[1-4]\s+-\s(.+)$", each)),
            day=_day_of(re.search(r"(?m)^(?:DA|Y1|PY)\s+-\s+(\d{4})/(\d\d)/(\d\d)", each)),
        )
        for each in records
    ]
    return [*found, *[_Details()] * (count - len(found))]


def _day_of(hit: re.Match[str] | None) -> str | None:
    day = "-".join(hit.groups()) if hit else ""
    return day if is_day(day) else None


_FILE = re.compile(r"\n\s*file\s*=\s*[{\"](.*?)[}\"]\s*,?\s*\n", re.IGNORECASE)


def _of_biblatex(text: str, count: int) -> list[_Details]:
    """The attached files of each entry; Zotero parts them by semicolons, each "name:path:type"."""
    bodies = re.split(r"(?m)^\s*@(?!comment|preamble|string)\w+\s*\{", text, flags=re.I)[1:]
    hits = (_FILE.search(f"{each}\n") for each in bodies)
    found = [_Details(files=tuple(_attached(hit[1])) if hit else ()) for hit in hits]
    return found if len(found) == count else [_Details()] * count


def _attached(value: str) -> Iterator[str]:
    for one in re.split(r"(?<!\\);", value):
        parts = re.split(r"(?<!\\):", one)
        path = parts[1] if len(parts) >= 3 else parts[0]
        yield re.sub(r"\\(.)", r"\1", path).replace("\\", "/").strip()


_DETAILS = {"ris": _of_ris, "biblatex": _of_biblatex}
