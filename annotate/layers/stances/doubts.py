"""What a sentence says only to doubt or to turn it down: "I don't think (that) …".

Who does not think that the dam should be built is on the other side than who says that it should.
A row tells the words that open such a clause; what follows is read as if it stood alone, and its
side is turned. Where "but" follows, what is granted and what is held are not told apart.
"""

import re
from dataclasses import dataclass

from annotate.layers.stances import polarity
from annotate.patterns import Pattern

_WHO = r"(?:I|we|he|she|they)"
_NOT = (
    r"(?:(?:do|does|did|can|could|would) ?(?:not|n[’']t)|cannot|never)(?: (?:\w+ly|even|for one))?"
)
_AM = r"(?:[’'](?:m|re|s)| (?:am|are|is|was|were|remains?))"
_CLAIM = r"(?:argue|assert|claim|imply|insist|pretend|say|suggest|think)"
_IDEA = (
    r"(?:accusation|allegation|argument|charge|claim|idea|insinuation|notion|suggestion|talk|theory)"
    r"s?"
)
_IS = (
    r"(?:are|is|was|were|would be|seems|borders on)"
    r"(?: (?:an?|the|complete|completely|frankly|just|plain|quite|sheer|simply|utter|utterly))*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Words around a clause that is not held. A word `judged` in them must find fault."""

    name: str
    pattern: Pattern


DOUBTS = (
    Doubt(
        name="not-think",
        pattern=Pattern(
            rf"{_WHO} {_NOT} (?:think|believe|feel|suppose)(?: that)? (?!about|in\b|of|so\b)"
            r"(?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="not-see",
        pattern=Pattern(
            rf"{_WHO} {_NOT} (?:accept|agree|buy|see) (?:that|why|how) (?P<clause>.+)", re.DOTALL
        ),
    ),
    Doubt(
        name="doubts",
        pattern=Pattern(
            rf"{_WHO} (?:(?:would|\w+ly|very much) )?doubt(?:s|ed)? (?:that|whether|if) "
            r"(?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="unconvinced",
        pattern=Pattern(
            rf"{_WHO}{_AM} (?:not (?:at all )?(?:convinced|persuaded)|unconvinced|unpersuaded) "
            r"that (?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="no-reason",
        pattern=Pattern(
            r"[Tt]here (?:is|was|[’']s) (?:no|little) reason to (?:think|believe|suppose) that "
            r"(?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="hard-to-see",
        pattern=Pattern(
            rf"(?:{_WHO} (?:find|found|finds) it|[Ii]t(?:{_AM}| would be| seems| seemed))"
            r"(?: \w+ly| very| too)? (?:difficult|hard|impossible)(?: for [\w’'-]+)? to "
            r"(?:conceive|envisage|imagine|picture|see)(?: of| that| why| how)? (?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="surprised-if",
        pattern=Pattern(
            rf"{_WHO}(?:[’']d| would) be (?:\w+ )?(?:amazed|astonished|surprised) (?:if|to see) "
            r"(?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="not-expect",
        pattern=Pattern(
            r"(?:(?:[Nn]o ?one|[Nn]obody) (?:can|could|must|ought to|should|would)|"
            r"(?:[Yy]ou|[Ww]e|[Tt]hey|I) (?:can|could|do|did|must|ought to|should|would)"
            r" ?(?:not|n[’']t|never)) (?:\w+ly )?expect(?: that)? (?P<clause>.+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="suggestion",
        pattern=Pattern(
            rf"(?:[Aa]ll|[Aa]n?|[Aa]ny|[Ee]very|[Tt]he|[Tt]hese|[Tt]his) (?:such )?{_IDEA} "
            rf"(?:that|of) (?P<clause>[^,;.]+) {_IS} "
            r"(?P<judged>not (?:right|so|the case|true)|without foundation|[\w-]+)\b",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="to-say",
        pattern=Pattern(
            rf"[Tt]o {_CLAIM}(?: that)? (?P<clause>[^,;.]+?)(?:, [\w’' ]{{2,20}},)? {_IS} "
            r"(?P<judged>[\w-]+)",
            re.DOTALL,
        ),
    ),
    Doubt(
        name="wrong-to-say",
        pattern=Pattern(
            rf"[Ii]t(?: {_IS}|[’']s(?: an?)?) (?P<judged>[\w-]+) to {_CLAIM}(?: that)? "
            r"(?P<clause>.+)",
            re.DOTALL,
        ),
    ),
)
"""What turns down the clause that it holds."""

_BEFORE = re.compile(r"\W*(?:[\w’'-]+,? ){0,3}\W*\Z")
"""What may stand before: "Well, frankly, | I don't think"."""
_BUT = re.compile(r"\b(?:but|although|though|unless)\b", re.IGNORECASE)


def clause(words: str) -> str | None:
    """The words with nothing but the clause that is turned down, blanks for the rest.

    None where there is none.
    """
    for row in DOUBTS:
        found = row.pattern.search(words)
        if found is None or not _BEFORE.match(words[: found.start()]):
            continue
        judged = found.groupdict().get("judged")
        if judged is not None and not _faults(judged):
            continue
        first, last = found.span("clause")
        if _BUT.search(words, first) is None:
            return " " * first + words[first:last] + " " * (len(words) - last)
    return None


def _faults(word: str) -> bool:
    untrue = word.startswith(("not ", "without "))
    return untrue or polarity.of("bad", word) or polarity.of("denial", word)
