"""Subjects that are nobody: of what "nobody" or "none of the owners" does, nobody does anything."""

import re

_NOBODY = re.compile(r"(?:nobody|no[- ]one|none|nothing)\b", re.IGNORECASE)


def is_nobody(name: str) -> bool:
    """Whether what seems to be somebody's name says that there is none."""
    return _NOBODY.match(name) is not None
