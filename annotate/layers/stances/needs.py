"""What a statement says that somebody needs: who finds it lacking is for it.

"The islands need more doctors" is held by who deplores the lack of doctors there.
"""

import re

from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch

_NEEDS = re.compile(r"\bneeds? (?!to\b)(?P<what>[^,;.]+)", re.IGNORECASE)
_LACKS = re.compile(
    r"\b(?:lack(?:s|ed|ing)?(?: of)?|loses?|losing|lost|(?:running|runs?|ran) "
    r"(?:out of|short of)|(?:so|too|very) (?:few|little)|short of|shortages? of|without)"
    r"(?: [\w’'-]+){0,2} $",
    re.IGNORECASE,
)
_NOT_ENOUGH = re.compile(
    r"\b(?:hardly|not|n[’']t|never)(?: [\w’'-]+){0,2} (?:enough|sufficient)(?: [\w’'-]+){0,2} $",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\b(?:ample|enough|more than enough|plenty of|sufficient|too many|too much)"
    r"(?: [\w’'-]+){0,2} $",
    re.IGNORECASE,
)


def sign(each: Evidence, touch: Touch) -> int:
    """1 where what is needed is said to lack, -1 where there is enough of it, else 0."""
    needs = _NEEDS.search(touch.matter.topic.statement)
    if needs is None or each.urged:
        return 0
    side = touch.matter.side
    wanted = {stem(word) for word in WORD.findall(needs["what"])}
    for place, _ in touch.places:
        word = WORD.match(each.words, place)
        if word is None or stem(word.group()) not in wanted:
            continue
        before = each.words[:place]
        if _LACKS.search(before) or _NOT_ENOUGH.search(before):
            return side
        if _ENOUGH.search(before):
            return -side
    return 0
