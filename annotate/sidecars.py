"""What a person states of an article in the file beside it, NAME.meta.yml: its sidecar."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from annotate import lexicons, stated, yamlfile
from annotate.articles import Article
from annotate.dates import is_day
from annotate.model import Meta
from annotate.yamlfile import Checked


def known(article: Article, *, shown: str | None = None) -> Meta:
    """What the article's sidecar says of it, nothing if it has none.

    shown: what errors call the sidecar, if not by its path.
    Raises CodebookError naming file, line and key if the sidecar is not of its form.
    """
    if article.sidecar is None:
        return Meta()
    checked = _read(article.sidecar, shown)
    value = checked.value
    found: dict[str, Any] = {
        "title": value.get("title"),
        "authors": tuple(map(stated.name, stated.listed(value.get("author")))),
        "published": _date(value.get("issued")),
        "accessed": _date(value.get("accessed")),
        "publisher": value.get("publisher"),
        "container_title": value.get("container-title"),
        "url": value.get("URL"),
        "license": value.get("license"),
        "language": value.get("language"),
        "type": value.get("type"),
    }
    return Meta(**found, origins={key: "sidecar" for key, each in found.items() if each})


def encoding(article: Article, *, shown: str | None = None) -> str | None:
    """The encoding that the article's sidecar names, None if it names none. Raises as `known`."""
    return _read(article.sidecar, shown).value.get("encoding") if article.sidecar else None


def way_out(article: Article, *, shown: str | None = None) -> str | None:
    """How much of the article its sidecar lets out of the house, None if it does not say.

    Raises as `known`.
    """
    return _read(article.sidecar, shown).value.get("publish") if article.sidecar else None


def _read(path: Path, shown: str | None) -> Checked:
    """What a sidecar says. Raises CodebookError for a day or a type that there is not."""
    checked = yamlfile.load(path, "sidecar", shown=shown)
    for key in ("issued", "accessed"):
        day = checked.value.get(key)
        if day is not None and not is_day(str(_date(day))):
            raise checked.error((key,), f"{key}: {day!r} is no day; write 2012-03-01 or 2012-03")
    kind = checked.value.get("type")
    if kind is not None and kind not in lexicons.listed("csl_item_types"):
        near = get_close_matches(kind, lexicons.words("csl_item_types"), n=3, cutoff=0.3)
        raise checked.error(("type",), f"type: {kind!r} is no CSL type; near are {', '.join(near)}")
    return checked


def _date(value: str | int | None) -> str | None:
    return None if value is None else f"{value:04d}" if isinstance(value, int) else value
