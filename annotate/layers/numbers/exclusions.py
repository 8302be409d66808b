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

_MEETINGS = (
    "annual|assembly|board|committee|council|council's|hearing|hearings|meeting|meetings|monthly|"
    "public|regular|session|sessions|sitting|special"
)
"""What minutes are taken of."""

_NUMBERED = (
    "account|badge|case|docket|file|flight|identity|invoice|licence|license|order|passport|"
    "reference|registration|serial|ticket|tracking"
)
"""What has a number of its own by which it is told from others."""

_REGISTERED = "isbn|issn|eissn|doi|zip|postcode"

EXCLUSIONS = (
    Exclusion("section-mark", "HASH NUM"),
    Exclusion(
        "designated",
        "DESIGNATOR DOT? COLON? FIG (?:OPEN FIG CLOSE)* "
        "(?:(?:COMMA|and|DASH|to) FIG(?!UNIT|TIME))*",
    ),
    Exclusion(
        "telephone",
        "(?:tel|phone|telephone|fax|mobile) DOT? COLON? PLUS? FIG (?:DASH|FIG|OPEN|CLOSE|SLASH)*",
    ),
    Exclusion("named-by-figure", "NAMER of? (?:FIG|SPELLED)(?!UNIT|TIME|PERCENT|CURRENCY)"),
    Exclusion("number-of-name", "(?:no|nos) DOT FIG (?:(?:COMMA|and|DASH|to) FIG(?!UNIT|TIME))*"),
    Exclusion("page", "p DOT FIG"),
    Exclusion("numbered", f"(?:{_NUMBERED}) number (?:is|was|COLON)? FIG"),
    Exclusion("registered", f"(?:{_REGISTERED}) COLON? FIG (?:DASH|FIG|DOT|SLASH)*"),
    Exclusion("dialled", "(?:dial|dialled|dialed|dialling|dialing) FIG (?:or FIG)?"),
    Exclusion("world-war", "world war FIG"),
    Exclusion("oclock", "NUM (?:o'clock|o’clock)"),
    Exclusion(
        "hour-of-day",
        "(?:after|around|at|before|since|till|until) (?:about|around|nearly)? NUM "
        "(?:in the (?:morning|afternoon|evening)|at night)",
    ),
    Exclusion(
        "opening-hours",
        "(?:close|closed|closes|open|opened|opens|shut|shuts) at SPELLED"
        "(?!UNIT|TIME|PERCENT|CURRENCY|NUM)",
    ),
    Exclusion("past-the-hour", "(?:half|quarter|NUM) past NUM|quarter to NUM"),
    Exclusion("square-brackets", "OPENSQUARE CARET? FIG CLOSESQUARE"),
    Exclusion(
        "licence-of", "cc DASH? by (?:DASH (?:nc|nd|sa))* DASH? FIG|(?:agpl|gpl|lgpl) DASH? FIG"
    ),
    Exclusion("licence", "FIG (?:unported|universal|international|generic)"),
    Exclusion("first-of-all", "ORDINAL of all"),
    Exclusion("at-first", "at first"),
    Exclusion("in-the-first-place", "in the first place"),
    Exclusion(
        "first-hand",
        "ORDINAL DASH? "
        "(?:hand|rate|class|guess|guessing|lieutenant|name|names|lady|ladies|person|party|parties|"
        "aid|sight|world|nature|wind|thoughts|thought|fiddle|estate|column|sense|heaven)",
    ),
    Exclusion("calibre", "DOT? FIG DASH? (?:caliber|calibre|gauge)"),
    Exclusion("two-way", "NUM DASH (?:way|faced|sided)"),
    Exclusion("fifty-fifty", "fifty DASH? fifty"),
    Exclusion("cloud-nine", "cloud nine|the whole nine yards"),
    Exclusion("third-country", "third DASH? (?:country|countries|states)"),
    Exclusion("ratio", "NUM DASH to DASH NUM"),
    Exclusion("ratio-of", "NUM (?:DASH|to) NUM (?:margin|ratio|odds|split)"),
    Exclusion("ratio-first", "(?:margin|ratio|odds|score) of NUM (?:DASH|to) NUM"),
    Exclusion("minutes-of", f"minutes of (?:the|a|an|its|last)? (?:{_MEETINGS})"),
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
