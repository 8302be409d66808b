"""X disagrees, X takes a different view: a side taken by answering whoever spoke before."""

import re
from collections.abc import Iterator

from annotate.layers.stances.doers import subject_of
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import Scene, stretched
from annotate.model import Pair, Stretch
from annotate.patterns import Pattern

_VIEW = (
    r"(?:views?|opinions?|line|position|concerns?|fears?|doubts?|criticism|assessment|worr(?:y|ies)|"
    r"anger|alarm|hopes?|scepticism|enthusiasm|judgment|conviction)"
)
_SAID = (
    r"(?:(?:such|these|those|the|all|any|this|that) ){0,2}(?:claims?|charges?|accusations?|"
    r"allegations?|arguments?|criticisms?|complaints?|reproach(?:es)?|suggestions?)"
)
_RAISED = rf"(?:this|that|these|those|such|his|her|their) {_VIEW}"
_RECKONED = (
    r"(?:the|these|those|its|his|her|their) (?:\w+ )?"
    r"(?:data|estimates?|evidence|figures?|findings|numbers|statistics|sums) "
    r"(?:about|behind|for|given|of|on|over)\b"
)
_FIGURES = re.compile(rf"\W*{_RECKONED}", re.IGNORECASE)
_AGAIN = r"(?=\s*(?:[.,;:–—]|$|and\b|with\b|but\b))"
_AGREES = Pattern(
    rf"\b(?:agree[sd]?|concur(?:s|red)?){_AGAIN}|"
    rf"\bshare[sd]? (?:this|that|these|the|his|her|its|their) {_VIEW}|"
    r"\b(?:stands?|stood) (?:behind|by) (?:him|her|them|it)\b|"
    r"\b(?:sides?|sided) with (?:him|her|them|it)\b|\b(?:says?|said|thinks?|thought) so too\b|"
    r"\b(?:sees?|saw) (?:it|this|that|things|matters)(?: in)? the same way\b|"
    r"\b(?:is|are|was|were) of (?:the same|like) (?:mind|opinion|view)\b",
    re.IGNORECASE,
)
_DIFFERS = Pattern(
    rf"\b(?:disagree[sd]?|begs? to differ){_AGAIN}|"
    r"\b(?:takes?|took|has|have|had|holds?|held) (?:a |quite a |a very |the )?"
    rf"(?:different|opposite|another|contrary) {_VIEW}|"
    r"\b(?:sees?|saw) (?:it|this|that|things|matters)(?: \w+)? (?:differently|otherwise)|"
    r"\b(?:disputes?|disputed|denies|denied|contests?|contested|rejects?|rejected|doubts?|doubted|"
    r"dismiss(?:es|ed)|refute[sd]?|rebuts?|rebutted) "
    rf"(?:this|that|it|these|{_SAID}|{_RAISED}){_AGAIN}|"
    rf"(?:\bnot |n[’']t |\bun)(?:convinced|persuaded|impressed){_AGAIN}|"
    rf"\b(?:turn(?:s|ed)|vote[sd]?|threw|throws) (?:this|that|it|these|them) (?:down|out){_AGAIN}|"
    rf"\b(?:take|took|takes) (?:exception|issue) (?:to|with) (?:this|that|it|these){_AGAIN}|"
    rf"\b(?:(?:do|does|did)(?: not|n[’']t)) (?:think|believe) (?:so|it|this|that){_AGAIN}|"
    rf"\b(?:(?:do|does|did)(?: not|n[’']t)|cannot|can[’']t|never)(?: \w+ly)? share "
    rf"(?:this|that|these|the|his|her|its|their) {_VIEW}|"
    rf"\b(?:(?:do|does|did)(?: not|n[’']t)|cannot|can[’']t)(?: \w+ly)? agree{_AGAIN}|"
    rf"\b(?:(?:do|does|did)(?: not|n[’']t)) accept (?:this|that|it|these|{_SAID}){_AGAIN}|"
    rf"\b(?:is|are|was|were) of (?:a different|another|the opposite) (?:mind|opinion|view)\b|"
    rf"\b(?:is|are|was|were) (?:not|less) so sure{_AGAIN}|"
    rf"\b(?:would|will)(?: not|n[’']t) go (?:that|so|as) far{_AGAIN}|"
    r"\b(?:disputes?|disputed|challenges?|challenged|questions|questioned|contests?|contested|"
    rf"queries|queried) {_RECKONED}",
    re.IGNORECASE,
)

_AGAINST_IT = Pattern(
    r"\b(?:protest(?:s|ed)?|demonstrate[sd]?|march(?:es|ed)?|rall(?:y|ies|ied)|vote[sd]?|"
    r"campaign(?:s|ed)?|appeal(?:s|ed)?|speaks? out|spoke out) against (?:this|that|it)\b",
    re.IGNORECASE,
)

_ANSWERED = re.compile(rf"\W*(?:{_SAID}|{_RAISED})\W*", re.IGNORECASE)
_CLAIM = re.compile(
    rf"\W*(?:(?:her|his|its|their) )?(?:{_SAID}\b(?P<that> that\b)?"
    r"(?! (?:about|against|by|for|from|in|of|on|over|to)\b)|"
    r"(?:(?:the|all|any|some) )?(?:assertions?|fears?|reports?|rumou?rs?|statements?|stories|talk|"
    r"warnings?)(?P<told> that\b))",
    re.IGNORECASE,
)


def answered(words: str) -> bool:
    """Whether words mean what somebody said, and say nothing themselves: "such accusations"."""
    return _ANSWERED.fullmatch(words) is not None


def figures(words: str) -> bool:
    """Whether a verb's object is what somebody reckoned: "(disputed) the figures for noise"."""
    return _FIGURES.match(words) is not None


def claim(words: str) -> re.Match[str] | None:
    """What somebody claims, where words open with it: "claims (that) …", with what is claimed."""
    return _CLAIM.match(words)


_UNTRUE = re.compile(
    r"\W*(?:(?:but|no|well),? )?(?:that|this|it)"
    r"(?:(?:[’']s| is| was| simply is)(?: (?:absolutely|clearly|just|quite|simply))? not"
    r"|(?: is|was)n[’']t)"
    r"(?: \w+ly)? (?:accurate|correct|right|so|the case|true)\W*"
    r"|\W*(?:that|this|it|(?:that|the|these|this|those|your) "
    r"(?:accounts?|accusations?|allegations?|assertions?|claims?|premise|reports?|stor(?:y|ies)|"
    r"suggestions?|understanding|version)(?: (?:about|of|that)\b[^,;:.?]{2,80}?)?)"
    r"(?:[’']s| is| was| are| were) (?:\w+ly )?"
    r"(?:false|inaccurate|incorrect|nonsense|unfounded|untrue|wrong)\W*"
    r"|[^,;:.?]{1,60}? (?:did|(?:has|have|had) done|does|do|was|were) no such thing\W*",
    re.IGNORECASE,
)


def untrue(words: str) -> bool:
    """Whether words only call untrue what was said before: "That is not correct."."""
    return _UNTRUE.fullmatch(words) is not None


_ARGUED = re.compile(
    r"\W*(?:an?|any|her|his|its|such|that|the|their|this) (?:[\w-]+ )?"
    r"(?:argument|assertion|claim|contention|idea|notion|suggestion|theory|view)s? "
    r"(?:(?:advanced|by|from|made|of|put forward) [^,;.:]{2,60}? )?that ",
    re.IGNORECASE,
)


def argued(words: str) -> re.Match[str] | None:
    """Whose argument words open with, up to what it says: "the argument of X that | the cap …"."""
    return _ARGUED.match(words)


_SO = r"(?:(?:all|also|dead|just|not|plain|quite|simply|utterly|\w+ly) )*"
_FOUND = (
    r"\W*(?:(?:and|but|here|no|yes|yet|well),? )?(?:he|it|she|that|they|this)"
    rf"(?: is| are|[’']s|[’']re) {_SO}"
)
_SAYS_WRONG = re.compile(
    rf"{_FOUND}(?:absurd|an? (?:fallacy|myth)|false|incorrect|mistaken|misguided|nonsense|rubbish|"
    r"untrue|wrong)\W*|"
    r"\W*(?:really|(?:can|could|did|do|does|has|have|is|are|must|should|will|would) "
    r"(?:he|it|she|that|they|this|we|you)(?: really)?)\s*\?\W*",
    re.IGNORECASE,
)
_SAYS_RIGHT = re.compile(rf"{_FOUND}(?:correct|right|true)\W*", re.IGNORECASE)


def answering(scene: Scene) -> Iterator[Evidence]:
    """Whose words a sentence's subject, or the writer, is told to share, or not to."""
    for told, same in ((_SAYS_WRONG, -1), (_SAYS_RIGHT, 1)):
        if told.fullmatch(scene.words.strip()) and not scene.quotes:
            turned = -1 if re.search(r"\bnot\b|n[’']t\b", scene.words) else 1
            yield _answered(scene, scene.writer, scene.place, same * turned)
            return
    for pattern, same in ((_DIFFERS, -1), (_AGAINST_IT, -1), (_AGREES, 1)):
        match = pattern.search(scene.words)
        found = match and _answer(scene, match, same)
        if found:
            yield found
            return


def _answer(scene: Scene, match: re.Match[str], same: int) -> Evidence | None:
    start, end = stretched(scene, match)
    holder = subject_of(scene, start, end)
    if holder is None or not plausible(scene, holder) or scene.quoted(start, end):
        return None
    return _answered(scene, holder, (start, end), same)


def _answered(scene: Scene, holder: Holder, cue: Pair, same: int) -> Evidence:
    return Evidence(
        holder=holder,
        mode="author" if holder == scene.writer else "indirect",
        act="asserts" if same > 0 else "denies",
        sentence=scene.place,
        region=scene.place,
        words=scene.words,
        rule="agrees" if same > 0 else "differs",
        base=0.55,
        names=scene.names,
        answers=same,
        cue=Stretch(start=cue[0], end=cue[1]),
    )
