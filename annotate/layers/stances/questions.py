"""Questions that ask for no answer: "How can a curfew be fair?" says that it cannot."""

import re

from annotate.grammar.cues import verbs
from annotate.layers.stances.scenes import Scene
from annotate.model import Quote

_DOUBTS = re.compile(
    r"\W*(?:and |but |so )?(?P<why>why (?:on earth |in the world )?(?:should|must|would|do|does)|"
    r"who (?:on earth )?(?:would|needs|wants)|how (?:on earth )?(?:can|could|dare)|"
    r"what (?:use|good|sense)|what(?:[’']s| is| was) the (?:point|use|sense|good)|since when|"
    r"is it any|would (?:anyone|anybody)|(?:do|does) (?:we|you|anyone|anybody|they) "
    r"(?:really|seriously|honestly|still))\b|"
    r"\W*(?:and |but |so )?(?P<not>why (?:not|isn['’]t|aren['’]t|don['’]t|doesn['’]t)|"
    r"(?:isn|wasn)['’]t it (?:high |about )?time|should(?:n['’]t| not) we)\b",
    re.IGNORECASE,
)


def doubted(words: str) -> int:
    """-1 for a question that denies what it asks ("How can …?"), 1 for one that wants it."""
    found = _DOUBTS.match(words)
    return 0 if found is None or "?" not in words else 1 if found["not"] else -1


_ASKED = re.compile(
    r"(?P<whether>whether\b)|(?P<why>why (?!not\b))|"
    r"(?:about|how|if|what|when|where|which|who)\b",
    re.I,
)
"""What a reported question opens with; one that asks why doubts what it names."""
_ASKING = frozenset(
    {"ask", "enquire", "inquire", "query", "wonder", "declined", "declines", "refused", "refuses"}
)
"""Verbs of who asks, or does not tell."""


def reported(scene: Scene, quote: Quote, start: int, end: int) -> re.Match[str] | None:
    """How a question opens that is told of, and not quoted: "asked | why …", "said | whether"."""
    if quote.cue is None or quote.label == "direct":
        return None
    word = scene.text[quote.cue.start : quote.cue.end].lower().split()[0]
    verb = verbs().get(word)
    found = _ASKED.match(scene.text, start, end)
    asks = word in _ASKING or (verb is not None and verb.lemma in _ASKING)
    return found if found is not None and (asks or found["whether"]) else None
