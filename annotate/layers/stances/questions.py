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


_OPENS = re.compile(
    r"\W*(?:[\w’' ]{2,40}: ?)?(?:and |but |so )?(?:is|are|was|were|do|does|did|must|ought|should|"
    r"can|could|will|would|has|have)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\W*(?:(?:the|my) answer is(?: \w+ly| most likely)? (?:(?P<no>no|in the negative)|yes|"
    r"in the affirmative)|(?P<not>no|not at all|of course not|certainly not|surely not|hardly|"
    r"I (?:think|believe|suspect) not|I doubt (?:it|that)|"
    r"I do(?: not|n[’']t) (?:think|believe) so)|yes|of course|certainly|I (?:think|believe) so)\W*",
    re.IGNORECASE,
)


def opens_question(words: str) -> bool:
    """Whether words ask what is answered by yes or no: "Should the bridge be built?"."""
    return words.rstrip().endswith("?") and _OPENS.match(words) is not None


def replied(words: str) -> int:
    """1 for a sentence that only says yes, -1 for one that says no, else 0: "I think not."."""
    found = _REPLY.fullmatch(words)
    return 0 if found is None else -1 if found["no"] or found["not"] else 1


def asks(words: str) -> bool:
    """Whether words ask, and want an answer."""
    return words.rstrip(' ”"').endswith("?") and not doubted(words)


_IDLE = re.compile(
    r"\W*(?:"
    r"(?:good (?:afternoon|day|evening|morning|night)|goodbye|hello|hi|thanks|thank you|welcome)\b"
    r"[^,;:.!?]{0,60}|"
    r"(?:and |but |now |so )?(?:critics|many|opponents|others|people|some|supporters|they)"
    r"(?: \w+ly| will| may| might| always)? "
    r"(?:argue|claim|insist|say|tell (?:me|us|you)|think)\b(?! no\b|.*\bbut\b).*)\W*",
    re.IGNORECASE | re.DOTALL,
)


def idle(words: str) -> bool:
    """Whether words greet or thank, or only tell what others say: whoever says them holds nothing.

    "Good morning.", "Welcome to you both.", "They say the cap has failed."
    """
    return _IDLE.fullmatch(words) is not None


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
