"""Alternatives: one of many words as a pattern that tries each beginning once.

Python tries the words of "january|jan|june" one by one, at each place of a text; as
"j(?:an(?:uary)?|une)" they cost a fraction of the time.
"""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern of the words, the longer ones first.

    Whoever uses it bounds it at its end (`\\b`), as the pattern does not.
    """
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    ends = behind.pop("", None) is not None
    branches = [re.escape(sign) + one_of(rests) for sign, rests in behind.items()]
    if not branches:
        return ""
    grouped = f"(?:{'|'.join(branches)})"
    return f"{grouped}?" if ends else grouped if len(branches) > 1 else branches[0]
