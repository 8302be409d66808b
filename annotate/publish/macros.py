"""Pieces of pages that are written thousands of times for one page.

Datasette's own templates wait for each piece in turn, which costs more than the writing; these are
written at once. They escape like any other.
"""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup


@cache
def written(name: str) -> Any:  # a module of macros
    """The macros of a template."""
    loader = PackageLoader("annotate.publish")
    return Environment(loader=loader, autoescape=True).get_template(f"annotate/{name}.html").module


def cell(href: str, label: str) -> Markup:
    """A cell of a table that is a link."""
    made: Markup = written("cell").link(href, label)
    return made
