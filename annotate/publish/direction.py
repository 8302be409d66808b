"""Which way words run: told by most of their letters.

The first letter, by which browsers tell, misleads where a passage begins with a name or a word in
another script: an Arabic paragraph that opens with UNHCR, an English one that opens with 漂民.
"""

import re
import unicodedata

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


def direction(words: str) -> str:
    """ "rtl" for words most of whose letters run to the left, else "ltr"."""
    signs = _LEFTWARD.findall(words)
    leftward = sum(unicodedata.bidirectional(sign) in ("R", "AL") for sign in signs)
    if not leftward:
        return "ltr"
    rightward = sum(unicodedata.bidirectional(sign) == "L" for sign in words)
    return "rtl" if leftward > rightward else "ltr"
