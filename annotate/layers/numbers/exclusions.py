"""What looks like a number and is none: list numbers, articles of law, identifiers, idioms.

An exclusion's pattern covers pieces of which no figure is taken. Names are excluded by the entity
layer's spans too; these rows hold where that layer saw none.
"""

from typing import NamedTuple


class Exclusion(NamedTuple):
    """A row: its name and the pattern over pieces that holds no number."""

    name: str
    pattern: str


_KEEP = "keep|keeps|kept|keeping|lend|lends|lent|turn|turns|turned"
"""What goes before the one eye that is kept open, and the one foot that is in the door."""

EXCLUSIONS = (
    Exclusion("section-mark", "HASH NUM"),
    Exclusion(
        "designated", "DESIGNATOR DOT? COLON? FIG (?:(?:COMMA|and|DASH|to) FIG(?!UNIT|TIME))*"
    ),
    Exclusion(
        "telephone",
        "(?:tel|phone|telephone|fax|mobile) DOT? COLON? PLUS? FIG (?:DASH|FIG|OPEN|CLOSE|SLASH)*",
    ),
    Exclusion("square-brackets", "OPENSQUARE FIG CLOSESQUARE"),
    Exclusion("licence", "FIG (?:unported|universal|international|generic)"),
    Exclusion("first-of-all", "ORDINAL of all"),
    Exclusion("at-first", "at first"),
    Exclusion("in-the-first-place", "in the first place"),
    Exclusion(
        "first-hand",
        "ORDINAL DASH? "
        "(?:hand|rate|class|guess|guessing|lieutenant|name|names|lady|person|party|parties)",
    ),
    Exclusion("third-country", "third DASH? (?:country|countries|states)"),
    Exclusion("ratio", "NUM DASH to DASH NUM"),
    Exclusion(
        "ratio-of", "NUM (?:DASH|to) NUM (?:vote|votes|margin|ratio|majority|odds|split|decision)"
    ),
    Exclusion("ground-zero", "ground zero"),
    Exclusion("zero-sum", "zero DASH? (?:sum|tolerance|hour)"),
    Exclusion("brighter-tomorrow", "(?:better|brighter) tomorrow"),
    Exclusion("one-another", "one another"),
    Exclusion("one-eye", f"(?:{_KEEP}) (?:just|only)? one (?:eye|ear|hand|foot|leg|finger)"),
    Exclusion("one-voice", "(?:with|in|as) one (?:voice|accord|breath|man|mind|piece|go|fell)"),
    Exclusion("one-time", "at one (?:time|point|stage|moment|remove)"),
    Exclusion("one-thing", "for one thing"),
    Exclusion("one-way", "one way or (?:the|an)? (?:other|another)"),
    Exclusion("one-and-the-same", "one and the same"),
    Exclusion("one-step", "one (?:step|move|jump|stride) (?:ahead|behind|closer)"),
    Exclusion("one-by-one", "one by one|one after (?:the|an)? (?:other|another)"),
    Exclusion("square-one", "(?:square|number) one"),
    Exclusion("two-minds", "(?:in|of) two minds"),
    Exclusion("second-to-none", "ORDINAL to none"),
    Exclusion("hand", "(?:on|the|one) one (?:hand|side|thing)"),
    Exclusion("on-one-hand", "on one (?:hand|side)"),
    Exclusion("in-a-minute", "(?:all|every|each) (?:one|second) (?:of)?"),
    Exclusion("every-second", "(?:every|each|split) ORDINAL"),
)
