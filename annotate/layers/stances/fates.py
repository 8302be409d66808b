"""What is done to a thing that a sentence names: it is taken back, kept out, annulled, curbed."""

import re
from collections.abc import Sequence

from annotate import lexicons
from annotate.layers.stances.governors import LAW, REACH
from annotate.layers.stances.polarity import TOKEN, of
from annotate.layers.stances.predicates import ends_clause, helps

_TAKEN_BACK = re.compile(
    r"\b(?P<verb>[a-z]+)(?: [\w’'-]+){1,4}? (?:commitments?|decisions?|demands?|guarantees?|laws?|"
    r"orders?|plans?|pledges?|polic(?:y|ies)|promises?|proposals?|requirements?|rules?|rulings?) "
    r"that\b[^,;:.]*$",
    re.IGNORECASE,
)
"""What is ended that says what shall be: "reverse the pledge that | Selm gets the money"."""
_DEPICTED = re.compile(
    r"\b(?:(?:paint|portray|smear|vilif)\w*(?: [\w’'-]+){1,6} as|"
    r"ma(?:de?|kes?|king)(?: [“”‘’\"'\w-]+){1,4} (?:look like|out to be))\b[^,;:.]*",
    re.IGNORECASE,
)
"""What others make somebody out to be: "papers that paint her as | a liar"."""
_UNREAL = re.compile(
    r"\b(?:could|might|would) (?:\w+ly )?(?:never|not) [^;:.]*?\b"
    r"(?P<had>had (?:he|her|his|it|its|she|the|their|they|[A-Z][\w’'-]+) [^,;:.]*)"
)
"""What is supposed by who concludes that it was not so: "would not stand had she drunk it"."""


def unreal(words: str, place: int) -> bool:
    """Whether a thing is only told as what was not."""
    return any(m.start("had") < place < m.end("had") for m in _UNREAL.finditer(words))


_FEARED_FOR = re.compile(
    r"\b(?:anxiety|anxious|concern|concerned|concerns|doubts?|fear|fears|worried|worries)\b"
    r" (?:about|as to|for|over)(?: (?!in\b|to\b|that\b)[\w’'-]+){0,2} $",
    re.IGNORECASE,
)

_GOOD = re.compile(
    r"(?:affordab|fair|free|health|independen|peace|qualit|safe|secur|stab)\w*", re.IGNORECASE
)


def feared_for(words: str, place: int) -> bool:
    """Whether something good that stands at a place is feared for: "worried about the | safety"."""
    return _GOOD.match(words, place) is not None and _FEARED_FOR.search(words[:place]) is not None


def depicted(words: str, place: int) -> bool:
    return any(m.start() < place < m.end() for m in _DEPICTED.finditer(words))


def taken_back(words: str, place: int) -> int:
    """-1 for what a pledge or a rule says that is to be ended."""
    found = _TAKEN_BACK.search(words[:place])
    if found is None or not of("stop", found["verb"]):
        return 1
    behind = [m.group() for m in TOKEN.finditer(words[found.end("verb") : place])]
    reached = len(behind) < REACH + LAW and not any(helps(word.lower()) for word in behind)
    return 1 if reached else -1


def curbed(words: str, place: int) -> int:
    """-1 where the next word is what is done against a thing: "night fishing ban", "pay cuts"."""
    behind = [m.group().lower() for m in TOKEN.finditer(words[place:])][1 : 1 + _COMPOUND]
    return -1 if any(word in _CURBS for word in _compound(behind)) else 1


def _compound(behind: Sequence[str]) -> Sequence[str]:
    """The words that may still belong to a noun's compound."""
    stops = (at for at, word in enumerate(behind) if ends_clause(word) or helps(word))
    return behind[: next(stops, len(behind))][:1]


def missing(words: str, place: int) -> int:
    """-1 for what is not there: "blames the missing | clause"."""
    return -1 if _ABSENT.search(words[:place]) else 1


_ABSENT = re.compile(r"\b(?:absent|lacking|missing|non-existent|vanished) \Z", re.IGNORECASE)


def kept_out(words: str, place: int) -> int:
    """-1 for what is to stay outside or be ended: "keep journalists out", "vote it down"."""
    shut = _SHUTS.search(words[:place]) and _OUT.match(words, place)
    return -1 if shut else 1


_SHUTS = re.compile(
    r"\b(?:keep|keeps|keeping|kept|leav(?:e|es|ing)|left|lock(?:s|ed|ing)?|call(?:s|ed|ing)?|"
    r"throw(?:s|ing|n)?|threw|driv(?:e|es|ing)|drove|kick(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"str(?:ike|ikes|iking|uck)|turn(?:s|ed|ing)?|vot(?:e|es|ed|ing)|want(?:s|ed)?|brush(?:es|ed)?|"
    r"wav(?:e|es|ed))\b"
    r"[^,;.:]{0,40}$",
    re.IGNORECASE,
)

_OUT = re.compile(
    r"[\w’'-]+(?: [\w’'-]+){0,5} (?:aside|away|down|off|out|outside)\b(?! (?:of|on|the|to)\b)",
    re.IGNORECASE,
)


def annulled(words: str, place: int) -> int:
    """-1 for what is to be called unlawful: "declare | the search void"."""
    return -1 if _DECLARES.search(words[:place]) and _VOID.match(words, place) else 1


_DECLARES = re.compile(
    r"\b(?:declar|hold|held|rul)(?:e|es|ed|ing|s)?(?: [\w’'-]+){0,3} $", re.IGNORECASE
)

_VOID = re.compile(
    r"[\w’'-]+(?: (?:of|in|on|at|by)(?: [\w’'-]+){1,4}?)? "
    r"(?:null|void|invalid|illegal|unlawful|unconstitutional)\b",
    re.IGNORECASE,
)


def punished(words: str, place: int) -> int:
    """-1 for what somebody is to be punished for: "prosecute brokers who charge | fees"."""
    before, behind = words[:place], words[place:]
    done = _OF_WHO.search(before) is not None and _IS_PUNISHED.match(behind) is not None
    return -1 if done or _PUNISHES.search(before) else 1


_PUNISHMENT = r"(?:arrest|fine|jail|penali[sz]e|prosecute|punish|sanction|sue)"

_PUNISHES = re.compile(
    rf"\b{_PUNISHMENT} [^,;.:]{{2,60}}? (?:that|which|who) (?:[\w’'-]+ ){{1,6}}\Z", re.IGNORECASE
)

_OF_WHO = re.compile(r" (?:that|which|who) (?:[\w’'-]+ ){1,6}\Z", re.IGNORECASE)

_IS_PUNISHED = re.compile(
    r"[^,;.:]{0,60}? be (?:arrested|fined|jailed|penali[sz]ed|prosecuted|punished|sanctioned|"
    r"sued)\b",
    re.IGNORECASE,
)

_COMPOUND = 2

_CURBS = lexicons.classes("attitude_words", "curb")
