"""Hours: the time of day that stands above an entry of a live blog, by itself."""

import re

_TIME = r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}\b)?"
_CLOCK = re.compile(
    r"(?:(?:posted|published|updated)(?: at)?:? )?"
    rf"{_TIME}(?:\W{{1,3}}updated(?: at)?:? {_TIME})?",
    re.IGNORECASE,
)


def alone(words: str) -> bool:
    """Whether some words are a time of day and nothing else: "Posted at 18:59", "22.30 GMT"."""
    return bool(_CLOCK.fullmatch(words))
