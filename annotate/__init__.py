"""Know who says what in a pile of articles, and quote it without a mistake.

One verb, one function, one command: `annotate.build()` is `annotate build`. Nothing heavy is loaded
before a verb is used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotate.build import build as build
    from annotate.figures import ledger as figures
    from annotate.gold import against_gold as score
    from annotate.passages import cite as cite
    from annotate.pipe import pipe as pipe
    from annotate.pipeline import read as read
    from annotate.pipeline import tag as tag
    from annotate.publish.server import serve as serve
    from annotate.release.making import publish as publish
    from annotate.show import article as show
    from annotate.show import explanation as explain
    from annotate.store.matrix import matrix as matrix
    from annotate.store.recommendations import recommendations as recommendations
    from annotate.store.speakers import who as who
    from annotate.store.uses import terms as terms
    from annotate.workspace import create as init

__all__ = [
    "build",
    "cite",
    "explain",
    "figures",
    "init",
    "matrix",
    "pipe",
    "publish",
    "read",
    "recommendations",
    "score",
    "serve",
    "show",
    "tag",
    "terms",
    "who",
]

_HOMES = {
    "build": ("build", "build"),
    "cite": ("passages", "cite"),
    "explain": ("show", "explanation"),
    "figures": ("figures", "ledger"),
    "init": ("workspace", "create"),
    "matrix": ("store.matrix", "matrix"),
    "pipe": ("pipe", "pipe"),
    "publish": ("release.making", "publish"),
    "read": ("pipeline", "read"),
    "recommendations": ("store.recommendations", "recommendations"),
    "score": ("gold", "against_gold"),
    "serve": ("publish.server", "serve"),
    "show": ("show", "article"),
    "tag": ("pipeline", "tag"),
    "terms": ("store.uses", "terms"),
    "who": ("store.speakers", "who"),
}
"""The module and function of each verb."""


def __getattr__(name: str) -> Any:  # a function
    if name not in _HOMES:
        raise AttributeError(f"module 'annotate' has no attribute {name!r}")
    module, function = _HOMES[name]
    return getattr(import_module(f"annotate.{module}"), function)


class _Package(ModuleType):
    """This package, on which a module never takes the place of the verb it is named after.

    To import `annotate.build` would else make `annotate.build` the module and no more the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
