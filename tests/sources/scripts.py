"""What a script says of an article that a page does not show, as people read it."""

import re
from html import unescape


def read(written: str) -> str:
    """The words of a script, tags among them left out and marks without their escape."""
    return unescape(re.sub(r"\\([\"/])", r"\1", re.sub(r"<[^<>]{1,300}>", " ", written)))
