"""Deeds with an object: a vote for it, a suit against it, a ruling that strikes it down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotate.layers.stances.doers import subject
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import Scene, copied
from annotate.model import Pair, Stretch
from annotate.patterns import Pattern

_WHILE = (
    r"(?! (?:(?:many|several|some|two|three|four|five|ten|more than|over|\d+|a|an|the first) )?"
    r"(?:years?|months?|weeks?|days?|decades?|hours?|time|long)\b)"
)
"""What no deed is done for: "protested for two years"."""
_FOR = rf"(?P<pro>for{_WHILE}|in favou?r of|in support of|to(?! \d)|calling for|demanding|that)"
_AGAINST = r"(?P<con>against|over|down)"
_TO = r"(?P<pro>to)(?= \w)"
_SPEAKING = r"(?:alleg|argu|call|claim|contend|describ|insist|sa(?:id|y)|stat)\w*"
_SAID = re.compile(rf"\b{_SPEAKING} that\Z")
_SAYS = re.compile(rf"that {_SPEAKING} ")
"""What a document says that was filed, and not what it was filed for: "a suit that says that"."""
_WORDS = r"(?: [\w’'-]+(?:,\d+)*)"
_MARGIN = r"(?:,? by [\d,]*\d(?: votes)? to [\d,]*\d,?)?"
"""How a vote ended: "voted in May, by 2,310 votes to 416, to …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is done, by a pattern; what it is done to or for stands behind.

    verb: the pattern's group with the verb. pro and con: what it is done for or against; a deed
    without either has its sign from the row.
    """

    name: str
    pattern: Pattern
    sign: int = 0


def _deed(name: str, pattern: str, sign: int = 0) -> Deed:
    return Deed(name=name, pattern=Pattern(rf"\b{pattern}\b", re.IGNORECASE), sign=sign)


DEEDS = (
    _deed("votes", rf"(?P<verb>vote[sd]?){_WORDS}{{0,6}}?{_MARGIN} (?:{_FOR}|{_AGAINST})"),
    _deed(
        "files",
        r"(?P<verb>filed|files|brought|lodged|launched|submitted|delivered|signed|tabled|started|"
        r"presented|collected|gathered|organi[sz]ed|staged|held|led|joined|backed|circulated)"
        rf"{_WORDS}{{0,4}}? (?:lawsuit|suit|case|complaints?|challenge|petitions?|motion|bill|"
        r"rall(?:y|ies)|signatures|names|march|protests?|demonstrations?|campaign|vigil|"
        r"battle|charge|crusade|fight|resistance)"
        rf"{_WORDS}{{0,7}}? (?:{_FOR}|{_AGAINST})",
    ),
    _deed(
        "signs",
        r"(?P<verb>signs|signed|wrote|sent|published|co-signed|put (?:her|his|its|their) names? to)"
        rf"{_WORDS}{{0,3}}? (?:appeals?|declarations?|letters?|manifestos?|pledges?|resolutions?|"
        rf"statements?){_WORDS}{{0,7}}? "
        r"(?:(?P<pro>in favou?r of|in support of|backing|calling for|demanding|supporting|urging)|"
        r"(?P<con>against|attacking|condemning|criticising|criticizing|denouncing|opposing|"
        r"protesting(?: against)?|rejecting))",
    ),
    _deed(
        "founds",
        r"(?P<verb>created|formed|forms|founded|founds|joined|leads|led|runs|set up|started)"
        rf"{_WORDS}{{0,3}}? (?:alliance|association|coalition|committee|group|initiative|league|"
        rf"movement|network|society){_WORDS}{{0,2}}? "
        r"(?:(?P<pro>to (?=(?:block|campaign|defend|end|fight|halt|keep|lobby|oppose|press|prevent|"
        r"promote|push|resist|save|stop|support|warn)\b)|in favou?r of|in support of|"
        r"that (?=(?:backs|defends|fights|opposes|resists|supports)\b))|(?P<con>against|opposing))",
    ),
    _deed(
        "goes-to-court",
        r"(?P<verb>went|goes|gone|turned|go) to (?:the )?(?:\w+ )?court "
        r"(?:(?P<con>against|over)|(?P<pro>to (?=(?:block|end|halt|keep|overturn|prevent|save|"
        r"stop)\b)))",
    ),
    _deed(
        "sues-for",
        r"(?P<verb>sues|sued|suing)(?: [^,;:.]{1,40}?)? (?P<pro>to (?=(?:block|end|force|halt|keep|"
        r"overturn|prevent|protect|save|stop)\b))",
    ),
    _deed(
        "spends-years",
        r"(?P<verb>spent|has spent|spends)(?: [\w-]+){1,5} "
        r"(?:(?P<con>fighting|opposing|resisting|(?:campaigning|fighting|lobbying) against)|"
        r"(?P<pro>defending|promoting|campaigning for|fighting for|lobbying for))",
    ),
    _deed(
        "objects",
        r"(?P<verb>filed|files|lodged|lodges|entered|raised|submitted|sent in|put in)"
        rf"{_WORDS}{{0,3}}? objections? (?:to|against|over)",
        -1,
    ),
    _deed(
        "sues",
        rf"(?P<verb>took|takes|taken|dragged|hauled){_WORDS}{{1,5}}? to court"
        r" (?:over|for|because of|about)",
        -1,
    ),
    _deed(
        "protests",
        r"(?P<verb>(?!voted)\w+ed|quit|quits|left|leaves|resigns|went|goes)"
        rf"{_WORDS}{{0,8}}? in protest (?:at|against|over|about)",
        -1,
    ),
    _deed(
        "appeals",
        r"(?P<verb>presse[sd]|pressing|pushe[sd]|pushing|pressure on|"
        r"appealed|appeals|demonstrated|demonstrates|marched|rallied|protested|protests|"
        r"picketed|campaigned|campaigns|campaigning|fought|fights|fighting|lobbied|lobbies|lobbying|"
        rf"protesting|marching|agitated|crusaded|spoken|battling|battled){_WORDS}{{0,6}}? "
        rf"(?:{_FOR}|{_AGAINST})",
    ),
    _deed(
        "pleads",
        r"(?P<verb>pleaded|appealed|asked|asks|begged|begs|lobbied|lobbies|pressed|presses|urged|"
        r"convince[sd]|persuade[sd]|petitioned|implored|told|tells|encouraged|encourages|invited|"
        r"advised|advises)(?: with)?"
        rf"{_WORDS}{{1,6}}? {_TO}",
    ),
    _deed(
        "convicts",
        r"(?P<verb>convict(?:s|ed)|sentence[sd]|jailed|imprisoned|"
        r"(?:finds?|found)(?=[^,;]* guilty))",
        -1,
    ),
    _deed("clears", r"(?P<verb>acquit(?:s|ted)|exonerate[sd]?)", 1),
    _deed(
        "strikes-down",
        r"(?P<verb>struck down|strikes down|overturned|overturns|quashed|threw out|annulled|"
        r"overruled|voided|voids|invalidated|rescinded|revoked|vetoed|vetoes|defied|defies|boycotted|"
        r"boycotts|sued|sues|heckled|booed|jeered|scrapped|scraps|"
        r"abolished|abolishes|repealed|"
        r"repeals|axed|turned down|voted down|walked out of|refused to sign)",
        -1,
    ),
    _deed(
        "blocks",
        r"(?P<verb>banned|blocked|cancell?ed|disabled|halted|outlawed|shelved|suspended)"
        r"(?! (?:at|by|from|in|on|with)\b)",
        -1,
    ),
    _deed(
        "upholds",
        r"(?P<verb>upheld|upholds|ratified|ratifies|approved|approves|cheered|celebrated|"
        r"signed up to|sided with|sides with)",
        1,
    ),
)
"""Rows are tried in order; the first that a sentence's subject does is told."""


def measures(scene: Scene) -> Iterator[Evidence]:
    """What a sentence's subject is told to have done for or against something."""
    words = scene.words
    for deed in DEEDS:
        for match in deed.pattern.finditer(words):
            found = _done(scene, deed, match)
            if found is not None:
                yield found
                return


_DEMAND = re.compile(
    r"\b(?:to demand|demanding|to press for|pressing for|to call for|calling for|in support of)\b"
)
"""What a deed is done for, wherever it is done: "walked out of school to demand higher pay"."""

_ADDS = re.compile(r", (?=\w+ing\b|(?:and|but|while|whereas) (?!to\b))")
"""What else is done with a deed, and is not what it is done to: "…, ruling that …", "…, and its
secretary called …"."""

_WISHED = re.compile(
    r"\b(?:wants?|wanted|see|sees|seeing|have|get|need) (?:\w+ )?(?:the|an?|its|their|this|that) "
    r"[^,;]*$"
)
"""Before a participle that says what somebody wishes to be done: "to see the toll | abolished"."""

_SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\b[^,;]*$")
"""Before what somebody may do: "if the opposition | votes it down"."""


def _says(words: str, at: int) -> bool:
    """Whether what ends at a place says something, or what it says begins there."""
    found = _SAID.search(words[:at])
    return found is not None or _SAYS.match(words, at - len("that")) is not None


class _Object(NamedTuple):
    """What a deed is done to: its region, the sentence around it, whether the deed asks for it."""

    region: Pair
    context: str
    wanted: bool


def _done(scene: Scene, deed: Deed, match: re.Match[str]) -> Evidence | None:
    offset, end = scene.reading.chars(scene.first, scene.last)
    passage = scene.reading.passage
    cue = passage.stretch(*(offset + at for at in match.span("verb")))
    tokens = passage.tokens(*cue)
    if tokens is None or scene.quoted(*cue) or offset + match.end() >= end:
        return None
    holder, turned = subject(scene, tokens.start)
    done_to = _object(scene, match)
    if holder is None or not plausible(scene, holder) or done_to is None:
        return None
    pleads = deed.name == "pleads"
    against = "con" in match.re.groupindex and match["con"]
    sign = 1 if done_to.wanted else deed.sign or (-1 if against else 1)
    return Evidence(
        holder=holder,
        mode="indirect" if pleads else "action",
        act="urges" if pleads else "criticises" if sign < 0 else "praises",
        urged=pleads,
        sentence=scene.place,
        region=done_to.region,
        words=copied(scene, *done_to.region),
        rule=f"deed-{deed.name}",
        base=0.8,
        names=scene.names_in(done_to.region),
        sign=sign * turned,
        context=done_to.context,
        cue=Stretch(start=cue[0], end=cue[1]),
    )


def _object(scene: Scene, match: re.Match[str]) -> _Object | None:
    """What a deed is done to.

    None where nothing follows it, where it only says something, or somebody wishes it done.
    """
    passage, (offset, _) = scene.reading.passage, scene.reading.chars(scene.first, scene.last)
    wanted = _DEMAND.search(scene.words, match.end())
    behind = wanted.end() if wanted else match.end()
    adds = _ADDS.search(scene.words, behind)
    last = passage.stretch(offset, offset + adds.start())[1] if adds else scene.place[1]
    region = passage.stretch(offset + behind, offset + behind + 1)[0], last
    if region[0] >= region[1] or not re.search(r"\w", scene.text[slice(*region)]):
        return None
    if _says(scene.words, match.end()):
        return None
    before = scene.words[: match.start("verb")]
    if _WISHED.search(before) or _SUPPOSED.search(before):
        return None
    context = scene.words[: adds.start()] if adds else scene.words
    return _Object(region=region, context=context, wanted=wanted is not None)
