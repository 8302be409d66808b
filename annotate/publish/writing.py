"""What a template of ours writes for a page, in one go.

Datasette's own way waits for each piece of a template in turn, as its templates may ask the
database; ours are given all that they show, and a page of many links is written in half the time.
Filters of plugins and templates that a server puts in place of ours are Datasette's all the same.
"""

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import Environment

from annotate.publish import macros
from annotate.publish.direction import direction

_ours: WeakKeyDictionary[Environment, Environment] = WeakKeyDictionary()


def page_of(datasette: Any, request: Any, name: str, context: Mapping[str, Any]) -> str:
    """The page that a template writes. name: the template's."""
    told = {**context, "request": request, "urls": datasette.urls}
    if "csrftoken" in request.scope:
        told["csrftoken"] = request.scope["csrftoken"]
    return _environment(datasette, request).get_template(f"annotate/{name}.html").render(told)


def prepare(datasette: Any) -> None:
    """Read all templates now, so that the first reader of a page does not wait for it."""
    ours = _environment(datasette)
    ours.filters["direction"] = direction  # a hook of ours gives it only once Datasette starts
    for name in ours.list_templates(filter_func=lambda name: name.startswith("annotate/")):
        ours.get_template(name)
    macros.prepare()


def _environment(datasette: Any, request: Any = None) -> Environment:
    """Datasette's templates, to be written without waiting."""
    if hasattr(datasette, "get_jinja_environment"):  # 1.0, where it may hang on the request
        theirs = datasette.get_jinja_environment(request)
    else:
        theirs = datasette.jinja_env
    if theirs not in _ours:
        _ours[theirs] = theirs.overlay(enable_async=False)
    return _ours[theirs]
