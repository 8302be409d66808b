"""Hours: the time of day that stands above an entry of a live blog, by itself."""

import re

_CLOCK = re.compile(
    r"(?:(?:posted|published|updated)(?: at)?:? )?"
    r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?",
    re.IGNORECASE,
)


def alone(words: str) -> bool:
    """Whether some words are a time of day and nothing else: "Posted at 18:59", "22.30 GMT"."""
    return bool(_CLOCK.fullmatch(words))
