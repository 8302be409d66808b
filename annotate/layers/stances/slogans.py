"""Hands off …!, Down with …, No more …: calls without a verb that says who shall do what."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slogan:
    """How a call opens, and whether it is for what follows, or against."""

    name: str
    pattern: re.Pattern[str]
    sign: int


def _row(name: str, pattern: str, sign: int) -> Slogan:
    opens = rf"\W*(?:(?:and|but|so|please|just|for god[’']s sake),? )?(?:{pattern})"
    return Slogan(name=name, pattern=re.compile(opens, re.IGNORECASE), sign=sign)


_LIMBS = r"(?:hands|paws|claws|noses?|fingers|bulldozers|concrete|dirty \w+)"

SLOGANS = (
    _row("hands-off", rf"(?:keep (?:your|their) )?{_LIMBS} (?:off|out of|away from)\b", 1),
    _row("leave", r"(?:leave|let) (?=(?!us\b)[^,;.!?]{1,60}? (?:alone|be|in peace)\W*$)", 1),
    _row(
        "saves",
        r"(?:(?:save|free) (?=(?:the|our|his|her|their|this|these|all|(?-i:[A-Z]))\b|(?-i:[A-Z]))|"
        r"(?:long live|yes to|hooray for|bravo to|well done|hats off to)\b)",
        1,
    ),
    _row(
        "no",
        r"(?:no to|no more(?! than)|not one more|enough of|enough with|down with|away with)\b",
        -1,
    ),
    _row("out", r"(?:to hell with|shame on|good riddance to)\b", -1),
)


def called(words: str) -> tuple[int, int]:
    """On which side of what follows a call is, 0 if words open with none, and where it ends."""
    found = ((row.sign, row.pattern.match(words)) for row in SLOGANS)
    return next(((sign, match.end()) for sign, match in found if match), (0, 0))
