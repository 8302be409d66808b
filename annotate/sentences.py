"""Where sentences begin, by rule: after a sentence's last mark, unless an abbreviation holds it.

A parser's guess at sentence ends goes wrong at abbreviations, initials and quotation marks, and
every later layer hangs on it; so rules go first, and a trained parser keeps to their starts.
"""

import re
from functools import cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from annotate import lexicons

_CLOSERS = "\"'”’)\\]»›"
_OPENERS = "\"'“‘(\\[«‹¿¡"
_END = re.compile(rf"(?:(?P<mark>[.!?…]+)[{_CLOSERS}]*\s+|[。！？]+[”’」』）]*\s*|\n+)")
_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]\.)+$")
_TITLED = re.compile(rf"[{_OPENERS}]*(?:[A-Z0-9]|[^\W\d_a-z])")
_OPENING = re.compile(
    r"(?:The|A|An|It|He|She|They|We|I|But|And|In|On|At|For|This|That|These|Those|There)\b"
)


_REACH = 40
"""Characters before a full stop that tell what it belongs to: longer than any abbreviation."""


@cache
def _abbreviation() -> re.Pattern[str]:
    entries = "|".join(re.escape(word) for word in lexicons.words("abbreviations"))
    return re.compile(rf"(?:^|[\s(\[“\"‘])(?:{entries})$")


def starts(text: str) -> list[int]:
    """The offsets at which the sentences of a text begin; the first is 0 if there are any."""
    if not text.strip():
        return []
    ends = (end for end in _END.finditer(text) if end.end() < len(text))
    return [0, *(end.end() for end in ends if _ends(text, end))]


def _ends(text: str, end: re.Match[str]) -> bool:
    if not end["mark"]:
        return True
    if end["mark"] == "." and _held(text, end):
        return False
    return bool(_TITLED.match(text, end.end()))


def _held(text: str, end: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or initial and goes on with a name."""
    stop = end.start("mark") + 1
    before = text[max(0, stop - _REACH) : stop]
    if _abbreviation().search(before):
        return True
    return bool(_INITIAL.search(before)) and not _OPENING.match(text, end.end())


COMPONENT = "annotate_sentences"
"""The name under which spaCy knows what follows."""


@Language.component(COMPONENT, assigns=["token.is_sent_start"])
def mark_starts(parsed: Doc) -> Doc:
    """The same doc with each token told whether it begins a sentence."""
    wanted = set(starts(parsed.text))
    begins = [1 if token.i == 0 or token.idx in wanted else -1 for token in parsed]
    # Set all at once: a token's own attribute asks the whole doc each time that it is set.
    column: Any = np.array(begins, dtype="int64").astype("uint64").reshape(-1, 1)
    return parsed.from_array(["SENT_START"], column)
