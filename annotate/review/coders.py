"""Who decides, where nobody says so."""

import getpass
import os
import re

from annotate.review.decisions import named

VARIABLE = "ANNOTATE_CODER"
"""Names the coder for all commands."""


def coder(given: str | None = None) -> str:
    """The coder's name: the one given, else of the environment, else of who is logged in.

    Raises DecisionError if it cannot name a file.
    """
    return named(given or os.environ.get(VARIABLE) or _logged_in())


def _logged_in() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = ""
    return re.sub(r"[^\w-]+", "-", name).strip("-_") or "me"
