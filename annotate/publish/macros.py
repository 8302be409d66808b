"""Pieces of pages that are written thousands of times for one page.

Datasette's own templates wait for each piece in turn, which costs more than the writing; these are
written at once. They escape like any other, but for values that `escaped` gives.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape

from annotate.publish.direction import direction


@cache
def written(name: str) -> Any:  # a module of macros
    """The macros of a template."""
    loader = PackageLoader("annotate.publish")
    environment = Environment(loader=loader, autoescape=True)
    environment.filters["direction"] = direction
    return environment.get_template(f"annotate/{name}.html").module


def prepare() -> None:
    """Read the templates of all macros now, so that the first reader of a page does not wait."""
    for name in NAMES:
        written(name)


NAMES = ("cell", "chart", "map", "runs", "said")
"""Templates whose macros are written so."""


def cell(href: str, label: str) -> Markup:
    """A cell of a table that is a link."""
    made: Markup = written("cell").link(href, label)
    return made


def escaped(texts: Iterable[str]) -> list[str]:
    """Texts as they may stand in HTML, all in one go, where one by one takes a page's time."""
    known = [each.replace(_APART, "") for each in texts]
    return str(escape(_APART.join(known))).split(_APART) if known else []


_APART = "\0"
"""No sign that a page may show."""
