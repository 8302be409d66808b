"""Whether a capital means its country's government where it stands.

Without a parser, the words around decide: "in Beijing" is the city, "Beijing insists" is not. A
capital that a codebook lists for its government is taken for it unless it is a place; one that only
a gazetteer knows must be seen to act or be acted on.
"""

import re
from dataclasses import replace

from annotate.layers.entities.proposals import Proposal

_PLACED = re.compile(
    r"(?:\b(?:in|at|near|outside|around|across|throughout|inside|through|via|into|within|"
    r"visit(?:ed|s|ing)?|left|leav(?:e|es|ing)|reach(?:ed|es|ing)?|cit(?:y|ies) of|streets of|"
    r"capital(?: of| city)?,?|its|their|his|her|our|the|(?:attacks?|assaults?|raids?) on|"
    r"(?:north|south)(?:east|west)?(?:ern)?(?: of)?|(?:east|west)(?:ern)?(?: of)?|"
    r"(?:readers|people|residents|port|outskirts|centre|center|mayor) of|"
    r"downtown|central|embassy|consulate|"
    r"(?:go|goes|went|gone|travel\w*|fl(?:y|ew|own|ights?)|return\w*|trips?|visits?|passage|mov\w+|"
    r"sent|brought|back|way|roads?|driv\w+|drove|transport\w*|escap\w+|came|come|fled|arriv\w+|"
    r"journey|train|bus) (?:\w+ )?(?:to|from|for))(?: the)? )$",
    re.IGNORECASE,
)
_NEXT_TO_PLACE = re.compile(
    r"-based|, (?:[A-Z]|\d)| (?:residents?|experts?|offices?|streets?|suburbs?|airport|"
    r"university|hospital|hotel|"
    r"talks|summit|meetings?|conference|negotiations|games|olympics|protests|bombings?|attacks?|"
    r"headquarters|accords?|agreement|area|district|municipality|forum|market|school|suburb|apartment|office|"
    r"bureau)\b|(?:[’']s)? [A-Z][a-z]|"
    r"[’']s (?:residents?|streets?|suburbs?|airports?|population|districts?|traffic|main|central|"
    r"universit\w+|hospitals?|hotels?|subway|mayor|"
    r"magistrates?|chief magistrate|heavily|famous|notorious|historic|largest|oldest|busiest)\b|"
    r" (?:was|is|closed|ended|opened) (?:down|up|lower|higher)\b"
)
_ACTED_ON = re.compile(
    r"\b(?:on|with|against|by|between|urg(?:e|es|ed|ing)|press(?:es|ed|ing)?|ask(?:s|ed|ing)?|"
    r"told|tell|warn(?:s|ed|ing)?|accus(?:e|es|ed|ing)|pressur(?:e|es|ed|ing)|convinc(?:e|ed|ing)|blam(?:e|es|ed|ing)|thank(?:s|ed|ing)?|"
    r"critici[sz](?:e|es|ed|ing)|condemn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|defy|defied|persuad\w+|"
    r"sanction(?:s|ed|ing)?|call(?:s|ed|ing)? on|"
    r"allow(?:s|ed|ing)?|let|forc(?:e|ed|ing)|because|that|as|but|while|if|"
    r"(?:pressure|orders?|signals?|message|support|demands?|criticism|approval) from)$ ?"
)
_ACTS = re.compile(
    r" (?:also |now |then |still |has |had |repeatedly |never |already |itself )?"
    r"(?:is|was|has|had|will|would|could|should|may|might|must|can|cannot|did|does|do|"
    r"[a-z]+(?:ed|es|ts|ys|ds|ms|ns|ps|rs|ks|ls|ws)|said|told|sent|made|took|saw|went|began|kept|"
    r"chose|held|put|set)\b|[’']s [a-z]"
)


_OTHER = r"[A-Z]\w+(?: [A-Z]\w+)?"
_DEALS = (
    r"(?: (?:also|both|have|had|are|were|been|will|would|may))* (?:agree|sign|reach|split|cut|"
    r"accus|say|said|restor|resum|renew|negotiat|lock|want|hope|den(?:y|ied)|establish|disagree|quarrel)\w*"
)
_DEALT_WITH = re.compile(
    r"\b(?i:relations|ties|talks|tensions?|dialogue|agreement|dispute|deal|pact|accord|row|trade|"
    r"negotiations|support) (?:\w+ )?"
    rf"(?:with|for|between(?: {_OTHER} and)?) $"
)
_WITH_ANOTHER = re.compile(rf" and {_OTHER}{_DEALS}\b")
_AND_ANOTHER = re.compile(rf"{_OTHER} and $"), re.compile(rf"{_DEALS}\b")
_TO_DO = (
    re.compile(r"\b(?:want|obligat|oblig|permit|requir|expect|enabl)\w* $|\bfor $"),
    re.compile(r" to [a-z]"),
)
_MADE_BY = re.compile(r"-(?:allied|appointed|backed|brokered|controlled|funded|installed|led)\b")


def _deals(before: str, after: str) -> bool:
    """Whether a capital deals with another, is dealt with, or is to do something."""
    return bool(
        _DEALT_WITH.search(before)
        or (_WITH_ANOTHER.match(after) and not _PLACED.search(before))
        or (_AND_ANOTHER[0].search(before) and _AND_ANOTHER[1].match(after))
        or (_TO_DO[0].search(before) and _TO_DO[1].match(after))
        or _MADE_BY.match(after)
    )


def decided(text: str, place: Proposal) -> Proposal:
    """The same place, told what it stands for if it stands for a government here."""
    if not place.seat or place.label != "GPE":
        return place
    before, after = text[max(0, place.start - 40) : place.start], text[place.end :][:40]
    if _deals(before, after):
        return replace(place, stands_for=place.seat)
    if _PLACED.search(before) or _NEXT_TO_PLACE.match(after):
        return place
    if before.endswith(", ") and not after.strip(" .)"):
        return place
    listed = place.by.startswith("codebook")
    if listed or _ACTS.match(after) or _ACTED_ON.search(before.rstrip()):
        return replace(place, stands_for=place.seat)
    return place
