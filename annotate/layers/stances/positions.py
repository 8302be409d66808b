"""X is in favour of …, X has ruled it out, X stands behind her: a position told by a set phrase."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotate.layers.stances import clauses, relatives
from annotate.layers.stances.doers import behind_comma, subject_of
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.plausibility import plausible
from annotate.layers.stances.scenes import PRONOUNS, Scene, stretched
from annotate.model import Mention, Stretch
from annotate.patterns import Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A phrase that tells a position: for what follows it, or against.

    acts: whether it tells nothing but before a verb that has something done or stopped ("decided to
    close the school"). finds: whether it says how what is spoken of is found, not whether it is
    wanted. claims: whether a clause follows that says by itself what is held ("is convinced that
    …"); the sign is then that of the phrase's negation. main: whether it tells nothing behind a
    word that opens a clause ("asked whether she would close it"). persons: whether it tells of
    an agreement before a pronoun ("stands by him"). ends: whether what else is
    told of the holder ends it.
    """

    name: str
    pattern: Pattern
    sign: int
    finds: bool = False
    claims: bool = False
    acts: bool = False
    main: bool = False
    persons: bool = False
    ends: bool = False


_BE = (
    r"(?:is|are|am|was|were|[’']m|[’']re|remain(?:s|ed)?|"
    r"(?:has|have|had)(?: (?:always|long|often|since))? been|seem(?:s|ed)?|feels?|felt|"
    r"sounds?|sounded)"
    r"(?: (?:\w+ly|very|quite|all|also|as|dead|deeply|just|rather|so|still))*"
)
_NOT = (
    r"(?P<not> ?(?:not|n[’']t|less than|less|far from|hardly|no longer))?(?: (?:\w+ly|very|quite))?"
)
_WHOSE = r"(?:its|his|her|their|my|our)"
_UTTERED = r"(?:comments?|jokes?|language|posts?|remarks?|speech|statements?|tweets?|words)\b"
_VOICES = (
    r"(?:express|voic|rais|reiterat|repeat|renew|affirm|reaffirm|confirm|underlin|stress|declar|"
    r"state|signal|announc|issu|pledg|post|promis|offer|sound)(?:es|ed|e?s|d|ing|led|ling)?"
)
_WILL = (
    r"(?:will|would|shall|(?:intend|plan|prepar|promis|vow|pledg|threaten|swor|want)"
    r"(?:e[sd]?|s|d|ned|ed|ning|ing)? to)"
)
_WILL_VOTE = rf"(?:{_WILL}|(?:agree[sd]?|ch(?:ose|osen|ooses?)|decide[sd]?|resolve[sd]?) to) vote"
_REACTS = r"(?:react|respond)(?:s|ed|ing)?(?: \w+ly)? with(?: \w+)?"
_ANGER = (
    r"alarm|anger|contempt|derision|disappointment|disbelief|disgust|dismay|fury|horror|"
    r"indignation|outrage|scorn|shock"
)
_JOY = r"delight|enthusiasm|gratitude|joy|pleasure|relief|satisfaction"
_KIND = r"(?:an?|the|one of (?:its|the|their))(?: [\w-]+){0,2}"
_OPENS = r"(?P<opens>(?<=\A)An?(?: [\w-]+){0,2})"
_AMONG = r"(?:(?:one|two|three|some) of|among) (?:its|the|their)(?: [\w-]+){0,2}"
_GIVES = r"(?:gave|gives?|given)(?: (?:its|his|her|their|the|an?))?"
_HAS = r"(?:has|have|had)(?: (?:\w+ly|long|always|now|since|also))?"


def _row(name: str, pattern: str, sign: int, **flags: bool) -> Position:
    return Position(
        name=name, pattern=Pattern(rf"\b{pattern}(?!\w)", re.IGNORECASE), sign=sign, **flags
    )


POSITIONS = (
    _row(
        "favours",
        rf"{_BE}{_NOT} (?:in favou?r(?: of)?|supportive of|sympathetic to(?:wards?)?|all for|"
        r"enthusiastic(?: about)?|keen(?: on)?|behind)",
        1,
    ),
    _row("against", rf"{_BE}{_NOT} (?:opposed(?: to)?|against|hostile to)", -1),
    _row(
        "will-prevail",
        rf"{_BE}{_NOT} (?:confident|certain|sure|convinced|optimistic) (?:that )?"
        r"(?:it|they|he|she|we|I)(?:[’'](?:re|ll|s)| will| would| is| are| can)(?: going to)? "
        r"(?:prevail|succeed|win(?! (?:back|more|new|over)\b))(?: (?:in|at) (?:court|trial))?",
        1,
    ),
    _row(
        "sure",
        rf"(?:{_BE}{_NOT} (?:convinced|persuaded|confident|certain|sure|adamant|in no doubt)|"
        rf"{_HAS} (?:no|little) doubt) that",
        1,
        claims=True,
    ),
    _row(
        "would-like",
        r"would (?:\w+ )?(?:(?:like|love|prefer) to|rather(?! not)|sooner|"
        r"be (?:happy|glad|delighted|relieved|pleased) to)",
        1,
    ),
    _row("hopes", rf"{_BE} hoping(?: (?:for|that|to))?(?= \w)(?! so\b)", 1, main=True, ends=True),
    _row(
        "stresses-need",
        r"(?:emphasi[sz]|highlight|stress|underlin|underscor)(?:e?s|ed|ing)? (?:the|its|their)"
        r"(?: \w+)? (?:benefits?|importance|merits?|need|urgency|usefulness|value) (?:for|of|to)",
        1,
    ),
    _row(
        "would-hate",
        r"would (?:\w+ )?(?:(?:hate|loathe) to|be (?:sorry|sad|loath|horrified|ashamed) to)",
        -1,
    ),
    _row(
        "voices-support",
        rf"{_VOICES}(?: {_WHOSE})?(?: \w+)? (?:support|backing|approval|enthusiasm|solidarity|"
        r"sympathy|admiration) (?:for|of|to|with)",
        1,
    ),
    _row(
        "voices-opposition",
        rf"{_VOICES}(?: {_WHOSE})?(?: \w+)? (?:opposition|objections?|resistance) to",
        -1,
    ),
    _row(
        "no-secret",
        rf"(?:ma(?:de|kes?|king)|hid|hides?|hiding) (?:no secret of|nothing of) {_WHOSE}(?: \w+)? "
        r"(?:(?:opposition|hostility|objections?|resistance) to|"
        r"(?:dislike|disapproval|distrust|contempt|hatred|scorn|disdain) (?:of|for))",
        -1,
        finds=True,
    ),
    _row(
        "voices-concern",
        rf"{_VOICES}(?: {_WHOSE})?(?: an?| the)?(?: \w+)? "
        r"(?:concerns?|warnings?|worr(?:y|ies)|doubts?|alarm|anger|dismay|"
        r"outrage|misgivings|reservations|fears?|disappointment|frustration|unease|disgust) "
        r"(?:about|against|over|at|with|regarding)",
        -1,
        finds=True,
    ),
    _row(
        "renews-call",
        r"(?:renew|repeat|reiterat|restat|back|join|support|echo)(?:e?s|ed|d|ing)? "
        rf"(?:{_WHOSE}|an?|the|earlier|growing) (?:\w+ )?(?:appeals?|calls?|demands?|pleas?) "
        r"(?:for|that|to)",
        1,
    ),
    _row(
        "complains",
        r"(?:complain|grumbl|moan)(?:e?s|ed|ing)?(?: \w+ly)?(?: to [^,;:.]{2,40}?)? (?:about|over)",
        -1,
        finds=True,
    ),
    _row(
        "means-to",
        rf"(?<!no )(?:(?:propos|decid|agree|promis|plan|intend|aim|seek|sought|mov|chose|chooses?|"
        r"prepar|resolv|"
        r"threaten|offer|pledg|vow|swor|look|undert(?:ake|ook)|attempt|tr(?:ies|ied|ying)|struggl|strove)"
        r"(?:e[sd]?|s|d|ned|ed|ing|ning)?|"
        rf"{_BE} determined)(?: on \w+day| last \w+| this \w+)?(?P<not> not| never)? to"
        r"(?: do (?:all|everything|whatever)(?: [\w’']+){0,5}? to)?",
        1,
        acts=True,
    ),
    _row(
        "would-do",
        r"would(?: (?:also|even|gladly|happily|instead|rather|simply|then))?"
        r"(?= (?:abolish|allow|ban|bar|close|convert|end|exempt|extend|forbid|free|keep|lift|"
        r"legali[sz]e|open|outlaw|prohibit|raise|release|remove|reopen|repeal|replace|restore|scrap|shut|"
        r"tax) (?!(?:down|in|off|on|up)\b)\w)",
        1,
        acts=True,
        main=True,
    ),
    _row(
        "hints",
        r"hint(?:s|ed|ing) at(?= (?:(?:a|an|more|further|the)(?: \w+)? )?"
        r"(?:abolition|ban|closure|cuts?|end|increase|lifting|repeal|return|reversal|rises?|scrapping|"
        r"suspension|withdrawal) (?:of|in|on|to)\b)",
        1,
    ),
    _row("committed", rf"{_HAS} committed(?: itself)? to", 1),
    _row("campaigns-on", r"campaign(?:s|ed|ing) on(?= \w+ing\b)", 1, acts=True),
    _row("proposes", r"propos(?:es|ed|ing)(?= \w+ing\b)", 1, acts=True),
    _row("promises", r"promis(?:es|ed)(?= (?:an?|more|the)\b)", 1),
    _row("agrees", rf"agree[sd]? to(?= (?:an?|the|this|that|{_WHOSE})\b)", 1),
    _row(
        "argues-for",
        r"(?:insist(?:s|ed|ing)? (?:up)?on(?! \w+ing\b)|argue[sd]? for|"
        r"(?:speaks?|spoke|spoken|speaking|came|comes?|coming)(?: \w+)? in (?:favou?r|support) of|"
        r"(?:speaks?|spoke|spoken|speaking) (?:out|up) for)",
        1,
    ),
    _row(
        "will-fight",
        rf"{_WILL} (?:fight|resist|oppose|block|contest|appeal(?: against)?)"
        r"(?! (?:for|to|on|with)\b)",
        -1,
    ),
    _row(
        "will-not",
        r"(?:will|would|can|could)(?: ?not|n[’']t) (?:accept|support|back|agree to|allow|tolerate|"
        r"stand for|approve|vote for)",
        -1,
    ),
    _row("will-vote-for", rf"{_WILL_VOTE} (?:for|in favou?r of)", 1),
    _row("will-vote-against", rf"{_WILL_VOTE} (?:against|down)", -1),
    _row("reacts-ill", rf"{_REACTS} (?:{_ANGER})(?: \w+)? (?:at|over|to)", -1, finds=True),
    _row("reacts-well", rf"{_REACTS} (?:{_JOY})(?: \w+)? (?:at|over|to)", 1, finds=True),
    _row("on-a-push", rf"{_BE} on an? (?:campaign|crusade|drive|mission|push) (?:for|to)", 1),
    _row(
        "supporter",
        rf"(?:(?:{_BE}|,|\bas) {_KIND}|{_OPENS}) (?:supporter|champion|advocate|proponent|"
        r"defender|backer|fan|admirer) of",
        1,
    ),
    _row(
        "supporters",
        rf"{_BE} {_AMONG} (?:supporters|champions|advocates|proponents|defenders|backers|fans|"
        r"admirers) of",
        1,
    ),
    _row(
        "opponent", rf"(?:(?:{_BE}|,|\bas) {_KIND}|{_OPENS}) (?:opponent|critic|enemy|foe) of", -1
    ),
    _row("opponents", rf"{_BE} {_AMONG} (?:opponents|critics|enemies|foes) of", -1),
    _row(
        "no-time",
        rf"(?:{_HAS} (?:no|little) (?:time|patience|sympathy|use|love|respect) for|"
        rf"{_HAS} had enough of|{_BE} no (?:friend|fan|admirer|supporter|lover) of)",
        -1,
    ),
    _row(
        "brushes-aside",
        r"(?:brush(?:es|ed)|wav(?:es|ed)|shrug(?:s|ged)|laugh(?:s|ed)) (?:aside|away|off)",
        -1,
    ),
    _row(
        "case-for",
        r"(?:ma(?:de|kes?)|argue[sd]?|puts?) (?:an?|the|her|his|its|their)(?: \w+)? case for",
        1,
    ),
    _row(
        "case-against",
        r"(?:ma(?:de|kes?)|argue[sd]?|puts?) (?:an?|the|her|his|its|their)(?: \w+)? case against",
        -1,
    ),
    _row("distrusts", rf"(?:lost|{_HAS} (?:no|little|lost)) (?:confidence|faith|trust) in", -1),
    _row(
        "trusts",
        r"(?:has|have|had|express(?:es|ed)|voice[sd])(?: (?:its|his|her|their))?(?: \w+)? "
        r"(?:confidence|faith|trust) in",
        1,
        finds=True,
    ),
    _row(
        "glad",
        rf"{_BE}{_NOT} (?:delighted|glad|pleased|relieved|grateful|convinced|persuaded|impressed|"
        r"satisfied|proud|happy|cheered|elated|encouraged|heartened|reassured|"
        r"thrilled)(?: (?:with|by|about|of|at|that|for))?",
        1,
        finds=True,
    ),
    _row(
        "sorry",
        rf"{_BE} (?:sceptical|skeptical|doubtful|unhappy|furious|angry|outraged|appalled|dismayed|"
        r"disappointed|alarmed|horrified|critical|wary|uneasy|fed up|unconvinced|unimpressed|"
        r"dissatisfied|up in arms|scornful|dismissive|contemptuous|scathing|bitter|resentful|tired|"
        r"sick|weary|indignant|incensed|enraged|disgusted|ashamed|worried|troubled|disturbed|anxious|lukewarm|cool|aggrieved|"
        r"angered|annoyed|displeased|distressed|embittered|exasperated|frustrated|infuriated|irked|"
        r"irritated|offended|saddened|upset)"
        r"(?: (?:with|by|about|of|at|that|over|on|towards?)|(?=\s?[.;:]))",
        -1,
        finds=True,
    ),
    _row(
        "unrepentant",
        rf"(?:{_BE}{_NOT} (?:unrepentant|unapologetic|defiant)|"
        rf"{_HAS} no (?:regrets?|remorse|qualms)|"
        r"(?:express(?:es|ed)|fe(?:els?|lt)|show(?:s|ed)) no (?:regrets?|remorse)|"
        r"(?:ma(?:de|kes?)|offer(?:s|ed)|ha(?:s|d|ve)) no apolog(?:y|ies)|"
        r"(?:refuse[sd]?|decline[sd]?) to apologi[sz]e) (?:about|at|for|in|over)"
        rf"(?! (?:{_WHOSE}|the|any)(?: \w+)? {_UTTERED})",
        1,
        finds=True,
    ),
    _row(
        "apologises",
        r"(?:(?:apologi[sz]e[sd]?|(?:ma(?:de|kes?)|offer(?:s|ed)|issue[sd]) an(?: \w+)? apology) "
        r"(?:for|over)(?= (?:\w+ly )?\w+ing\b| (?:the|its|their|his|her) decision\b)|"
        r"(?:regret(?:s|ted)?|rue[sd]?)(?= \w+ing\b))",
        -1,
        finds=True,
    ),
    _row(
        "defends-in-court",
        r"(?:(?:appear(?:s|ed)|came|comes|goes|gone|headed|hurried|returned|rushed|took|went) "
        r"(?:[^\s,;:.]+ ){1,12}?|vow(?:s|ed) |sought |seeks |prepare[sd] |continue[sd] |tried )"
        r"to defend"
        r"(?= (?:his|her|its|their|the)\b)",
        1,
        finds=True,
    ),
    _row(
        "sees-no-need",
        r"(?:see[sn]?|saw|finds?|found) (?:no|little) (?:benefit|case|merit|need|point|reason|"
        r"sense|use|value)(?: whatever)? (?:to|in|for)",
        -1,
    ),
    _row(
        "no-wish",
        rf"{_HAS} no (?:appetite|desire|intention|plans?|wish)(?: whatever)? (?:for|of|to)",
        -1,
    ),
    _row(
        "holds-responsible",
        r"(?:hold|holds|held)(?= [^,;:.]{2,60}? (?:accountable|liable|responsible) for\b)",
        -1,
        finds=True,
    ),
    _row("talks-out-of", r"talk(?:s|ed)(?: [\w’'-]+){1,4}? out of", -1),
    _row(
        "sees-danger",
        r"(?:see[sn]?|saw)(?: \w+)? (?:dangers?|drawbacks?|harm|problems?|risks?) in",
        -1,
    ),
    _row(
        "would-resign",
        r"(?:offer|threaten|vow)(?:s|ed|ing)? to (?:leave|quit|resign|stand down|step down|"
        r"walk out) (?:if|over)",
        -1,
    ),
    _row("owes", r"owes? it to (?:[\w’'-]+ ){1,5}?to", 1),
    _row("tribute", r"(?:pays?|paid) tribute to", 1, finds=True),
    _row(
        "accepts",
        r"(?:grudging|half-?hearted)ly (?:accept|agree|approve|consent)(?:s|d|ed)?(?: to)?",
        1,
    ),
    _row("says-yes", r"(?:says?|said) yes to", 1),
    _row("says-no", r"(?:says?|said) no to", -1),
    _row("bound", r"(?:feels?|felt) (?:bound|obliged|compelled) to", 1),
    _row(
        "backs",
        r"(?:(?:stands?|stood)(?: \w+ly)? (?:behind|by)|"
        r"(?:has|have|had) (?:no objections? to|nothing against|"
        r"(?:\w+ )?(?:admiration|sympathy|respect) for)|"
        r"(?:came|comes?) (?:down|out) (?:in favou?r of|for)|"
        r"(?:throws?|threw|thrown) (?:its|his|her|their) weight behind|"
        r"(?:came|comes?|leapt|leaps|rushe[sd]|sprang) to the (?:aid|defen[cs]e|rescue) of)",
        1,
        persons=True,
    ),
    _row(
        "ends-opposing",
        r"(?:drop(?:s|ped)|end(?:s|ed)|abandon(?:s|ed)|withdr(?:ew|aws)|gave up|gives up)"
        r"(?: (?:its|his|her|their|all))? (?:opposition|resistance|objections?) to",
        1,
    ),
    _row(
        "ends-backing",
        r"(?:drop(?:s|ped)|end(?:s|ed)|withdr(?:ew|aws)|withdrawn)(?: (?:its|his|her|their|all))? "
        r"(?:support|backing) (?:for|from)",
        -1,
    ),
    _row(
        "comes-round",
        r"(?:(?:see[sn]?|saw)(?: \w+)? (?:no alternative to|no way round)|(?:came|comes?) round to|"
        r"(?:can|could)(?:not|n[’']t) do without|warm(?:s|ed) to|"
        r"clear(?:s|ed)(?: \w+)? the way for|"
        r"g(?:ave|ives?)(?= (?:the|an?|this|that)\b[^,;:.]{3,60}? (?:the|its|his|her|their) "
        r"(?:approval|blessing|go-ahead|green light|nod)\b)|"
        rf"{_GIVES} (?:approval|backing|blessing|consent|go-ahead|green light|support) (?:for|to)|"
        r"(?:join(?:s|ed)|echo(?:es|ed)) (?:the )?calls? (?:to|for))",
        1,
    ),
    _row(
        "turns-against",
        r"(?:rul(?:es|ed)(?: (?!on\b)\w+| on \w+day){0,2} against|"
        r"(?:turn(?:s|ed)|c[ao]m(?:es?|ing) (?:down|out)|sp(?:eaks?|eaking|oken?) (?:out|up)|"
        r"stands?|stood|rail(?:s|ed|ing)|argue[sd]?|campaign(?:s|ed|ing)|"
        r"lobb(?:ies|ied|ying)) against|"
        r"pour(?:s|ed) cold water on|sour(?:s|ed) on)",
        -1,
    ),
    _row(
        "rules-out",
        rf"(?:{_HAS} ruled (?:it |this |that |them )?out|rule[sd]? (?:it |this |that |them )?out|"
        r"wants? (?:none of|nothing to do with)|will (?:have none of|not hear of)|"
        r"objects? to|objected to|came out against|"
        r"(?:takes?|took) (?:issue|exception) (?:with|to)|"
        r"turn(?:s|ed) (?:its|his|her|their) back on|"
        r"(?:vow(?:s|ed)?|swears?|swore|sworn|pledge[sd]?)(?: not| never) to|"
        r"(?:has|have|had) (?:(?:grave|serious|strong|great|its|his|her|their) )?"
        r"(?:doubts|reservations|misgivings) (?:about|over))",
        -1,
    ),
)
"""Rows are tried in order; the first whose subject is somebody is told."""

_PRONOUN = re.compile(r"\s+(?:him|her|them|it)\b", re.IGNORECASE)

_CLAUSE = re.compile(r"\b(?:how|if|that|whether|which|who|why)\b[^,;]*$", re.IGNORECASE)
"""A clause that tells of somebody else, or of what is only asked."""

_GOES_ON = re.compile(r", (?:\w+ing|and|but|while|whereas)\b")
"""What else is told of who hopes: "…, adding that"."""


def siding(scene: Scene) -> Iterator[Evidence]:
    """What a set phrase tells of its subject's position."""
    for row in POSITIONS:
        for match in row.pattern.finditer(scene.words):
            found = _told(scene, row, match)
            if found is not None:
                yield found
                return


def _led_by(scene: Scene, match: re.Match[str]) -> Mention | None:
    """Whom a phrase at the head of a sentence belongs to: "Opposed to the toll, | X went"."""
    if match.re.groupindex.get("opens") is None or match["opens"] is None:
        return None
    place = stretched(scene, match)
    tokens = scene.reading.passage.tokens(*place)
    return None if tokens is None else behind_comma(scene, tokens.start)


def _told(scene: Scene, row: Position, match: re.Match[str]) -> Evidence | None:
    if row.persons and _PRONOUN.match(scene.words, match.end()):
        return None  # an agreement
    if row.acts and not clauses.acting(scene.words[match.end() :]):
        return None
    if row.main and _CLAUSE.search(scene.words[: match.start()]):
        return None
    start, end = stretched(scene, match)
    holder = _led_by(scene, match) or subject_of(scene, start, end)
    if holder is None or not plausible(scene, holder):
        return None
    if not isinstance(holder, str) and holder.canonical in PRONOUNS:
        return None
    turned = -1 if "not" in match.re.groupindex and match["not"] else 1
    sign = min(0, turned) if row.claims else row.sign * turned
    goes_on = _GOES_ON.search(scene.words, match.end()) if row.ends else None
    last = stretched(scene, goes_on)[0] if goes_on else scene.place[1]
    region, words = relatives.object_of(scene, start, (end, last))
    return Evidence(
        holder=holder,
        mode="author" if holder == scene.writer else "indirect",
        act="asserts",
        sentence=scene.place,
        region=region,
        words=words,
        rule=f"position-{row.name}",
        base=0.8,
        names=scene.names_in(region),
        sign=sign,
        finds=row.finds,
        charge=row.finds
        and row.sign < 0
        and match.group().endswith(("that", "held", "hold", "holds")),
        via=scene.speakers(start, end),
        cue=Stretch(start=start, end=end),
    )
