"""Questions that ask for no answer: "How can a curfew be fair?" says that it cannot."""

import re

_DOUBTS = re.compile(
    r"\W*(?:and |but |so )?(?P<why>why should|who (?:would|needs|wants)|how (?:can|could|dare)|"
    r"what (?:use|good)|since when|is it any|would (?:anyone|anybody))\b|"
    r"\W*(?:and |but )?why (?P<not>not|isn['’]t|aren['’]t|don['’]t|doesn['’]t)\b",
    re.IGNORECASE,
)


def doubted(words: str) -> int:
    """-1 for a question that denies what it asks ("How can …?"), 1 for one that wants it."""
    found = _DOUBTS.match(words)
    return 0 if found is None or "?" not in words else 1 if found["not"] else -1
