"""Whether words say what shall be done."""

import re

from annotate.layers.stances import clauses, polarity


def urging(words: str, *, reported: bool = False) -> bool:
    """Whether words say what shall be done; in reported speech "calls on" and its kin do too."""
    words = re.sub(r"\b(?:no|any|the|their|his|her|in|of|would) needs?\b", "", words, flags=re.I)
    words = SUPPOSING.sub("", _ASHAMED.sub("", words))
    found = re.findall(r"[\w’']+", words.lower())
    if any(each.search(words) for each in (_HAS_TO, clauses.DUE, clauses.ENTITLED)):
        return "?" not in words
    if reported and _BE_DONE.search(words):
        return True
    if reported and re.search(
        r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|demand(?:s|ed)?(?! for))\b", words
    ):
        return True
    return any(polarity.of("urging", word) for word in found) and "?" not in words


_ASHAMED = re.compile(
    r"\b(?:must|ought to|should)(?: all)? (?:be|feel) (?:ashamed|embarrassed|sorry)\b",
    re.IGNORECASE,
)
"""What finds fault, and asks for nothing."""

SUPPOSING = re.compile(r"(?:\A\W*|[.;:–—] ?[“\"]?(?:[Aa]nd |[Bb]ut )?)Should (?=[^?.;]*,)")
"""What supposes, and asks for nothing: "| Should the town close the pool, it would …"."""

_BE_DONE = re.compile(
    r"\b(?!(?:and|can|could|ever|may|might|must|never|not|or|shall|should|then|to|will|would|soon|"
    r"also|only|already|still|[’']ll|t|d|ll)\b)\w+ be \w+(?:ed|en|wn|ught|ut)\b"
)
"""What somebody asks to be done: "suggested that the toll be abolished"."""

_HAS_TO = re.compile(r"\b(?:has|have|had) to (?:be|cease|continue|end|go|remain|stay|stop)\b", re.I)
