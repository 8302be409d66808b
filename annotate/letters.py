"""Words by their letters alone: by them two spellings of a name or a title are told to be one."""

import re
import unicodedata

_SIGNS = {sign: None for sign in range(128) if not chr(sign).isalnum()}
_TYPESET = "’‘“”–—…\u00a0"
"""What English is typeset with besides ASCII: without these signs most texts are in it."""

WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A sign of a script that sets no spaces between words."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures to the raised ones by which a text keeps what was set above the line."""


def plain(words: str) -> str:
    """Some words in small letters without accents."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def spaced(words: str) -> str:
    """Some words in small letters with one space for each hyphen or break."""
    return re.sub(r"[\s-]+", " ", words).casefold()


def folded(words: str) -> str:
    """The letters and figures of some words, in small letters."""
    if not words.isascii():
        for sign in _TYPESET:  # before the case: to fold that takes long where there are any left
            words = words.replace(sign, " ")
    small = words.casefold()
    if small.isascii():
        return small.translate(_SIGNS)  # most are, and a table is quicker than to ask each sign
    return "".join(filter(str.isalnum, small))
