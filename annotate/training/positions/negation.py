"""A statement with its opposite said, by one word put in or left out.

Who supports a statement opposes this one; so the network sees as many of both kinds, and has to
read the statement to tell them apart.
"""

import re

_NOT = re.compile(r"\b(?:not|never) ")
_DENIED = re.compile(r"\b(?:not|cannot|no|never)\b")
_VERB = re.compile(
    r"\b(should|must|will|would|can|could|may|is|are|was|were|has|have|had|does|do|did)\b"
)


def negated(statement: str) -> str | None:
    """The opposite, None where no word can be found to put in or leave out."""
    if _DENIED.search(statement):
        opposite = _NOT.sub("", statement, count=1)
    else:
        opposite = _VERB.sub(r"\1 not", statement, count=1)
    return opposite if opposite != statement else None
