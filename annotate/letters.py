"""Words by their letters alone: by them two spellings of a name or a title are told to be one."""

_SIGNS = {sign: None for sign in range(128) if not chr(sign).isalnum()}
_TYPESET = "’‘“”–—…\u00a0"
"""What English is typeset with besides ASCII: without these signs most texts are in it."""


def folded(words: str) -> str:
    """The letters and figures of some words, in small letters."""
    plain = words.casefold()
    if not plain.isascii():
        for sign in _TYPESET:
            plain = plain.replace(sign, " ")
    if plain.isascii():
        return plain.translate(_SIGNS)  # most are, and a table is quicker than to ask each sign
    return "".join(filter(str.isalnum, plain))
