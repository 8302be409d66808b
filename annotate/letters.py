"""Words by their letters alone: by them two spellings of a name or a title are told to be one."""


def folded(words: str) -> str:
    """The letters and figures of some words, in small letters."""
    return "".join(filter(str.isalnum, words.casefold()))
