"""What must hold around a name for it to be one."""

from collections.abc import Sequence

from annotate.layers.entities.words import Word, is_small

_WHERE = frozenset(
    (
        "in",
        "at",
        "near",
        "from",
        "outside",
        "around",
        "visited",
        "reached",
        "towards",
        "In",
        "At",
        "Near",
        "From",
    )
)
_GOES_ON = frozenset(
    ("is", "was", "has", "had", "will", "would", "should", "can", "could", "does", "did", "'", ".",
     ",", "and", "must", "may", "wants", "needs", "says", "said")
)  # fmt: skip
_SPOKEN = frozenset(
    ("in", "into", "speak", "speaks", "speaking", "spoke", "spoken", "learn", "learning", "fluent")
)


def before(words: Sequence[Word], first: int) -> str:
    """The word before, "" at the beginning."""
    return words[first - 1].text if first else ""


def after(words: Sequence[Word], last: int) -> str:
    """The word after, "" at the end."""
    return words[last].text if last < len(words) else ""


def no_language(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether an adjective is a people's, not a language: "in Chinese", but "in Chinese media"."""
    following = after(words, last)
    alone = not following[:1].isalpha() or following in ("and", "or", "as", "here", "but", "only")
    return not (alone and before(words, first) in _SPOKEN)


def in_place(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether something stands where a place does: after "in", before ", Peru"."""
    if before(words, first) in _WHERE:
        return not after(words, last)[:1].isupper()
    named = after(words, last) == "," and after(words, last + 1)[:1].isupper()
    return named and before(words, first) not in (",", "and")


_RIVERS = frozenset({"river", "rivers", "River", "Rivers", "riverbank", "upstream", "downstream"})
_NEAR = 12
"""Words to either side within which "river" says what a bare name is: about a clause."""


def as_river(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a bare name that a town has too is the river's.

    "river" stands near; or it has an article and no noun after it ("across the Tumen"); or two
    coordinated names have one ("the Yalu and Tumen").
    """
    near = words[max(0, first - _NEAR) : last + _NEAR]
    return any(word.text in _RIVERS for word in near) or as_bare_river(words, first, last)


def as_bare_river(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name has an article and no noun after it, as a town's or a country's has not."""
    if before(words, first) in ("and", "or") and first > 1 and words[first - 2].text[:1].isupper():
        return before(words, first - 2) in ("the", "The") and _ends(words, last)
    if before(words, first) not in ("the", "The"):
        return False
    following = after(words, last)
    named = following in ("and", "or") and after(words, last + 1)[:1].isupper()
    return named or _ends(words, last)


def after_article(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name has an article and no further name behind it."""
    return before(words, first) in ("the", "The") and not after(words, last)[:1].isupper()


def _ends(words: Sequence[Word], last: int) -> bool:
    """Whether no noun follows: a mark, a small word or nothing."""
    following = after(words, last)
    return not following[:1].isalpha() or is_small(following)


def lower_with_article(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "the north" without a capital does what a country does."""
    return before(words, first) == "the" and after(words, last) in _GOES_ON


def with_article(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a direction stands for a country: "the North", "the North's", "North and South"."""
    following, previous = after(words, last), before(words, first)
    if following[:1].isupper() or following in ("-", "of"):
        return False
    inner = first > 0 and previous not in '.!?"“:' and not previous[:1].isupper()
    return previous in ("the", "The") or inner


def ends_here(words: Sequence[Word], first: int, last: int) -> bool:  # noqa: ARG001
    """Whether no word with a capital goes on with a name."""
    return not after(words, last)[:1].isupper()
