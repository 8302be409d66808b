"""Which pronoun may take up whom: "she" is no Martin Hale, and no "old man"."""

from functools import cache

from annotate import lexicons

_SAME = {"him": "he", "her": "she", "his": "he", "hers": "she"}


def fits(pronoun: str, who: str) -> bool:
    """Whether a pronoun may mean somebody, by given name or title, or by a description's noun.

    Who is known by a surname alone, or by a name that women and men bear, may be either.
    """
    words = who.split()
    named = words[0] if words[1:] and words[0][:1].isupper() else words[-1] if words else ""
    told = _pronouns().get(named)
    return told is None or _SAME.get(pronoun, pronoun) in {told, "who", "they", "them"}


@cache
def _pronouns() -> dict[str, str]:
    rows = lexicons.table("pronouns")
    return {word: pronoun for pronoun, entries in rows for word in entries.split()}
