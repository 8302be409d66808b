"""Places named by their kind: provinces, rivers, mountains, buildings; and by where they stand."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from annotate import lexicons
from annotate.layers.entities import gazetteer
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import Rule, is_named, same
from annotate.layers.entities.words import CAP, is_common
from annotate.patterns import Pattern, any_of

NAMED = (
    r"(?:(?!(?:The|A|An|This|That|In|On|At|From|To|Of|And|But|Its|Their|Our|Is|Are|Was|Were|Has|Can|"
    r"Did|Does|Do|Will|Where|When|What|Why|How|Near|By|With|For|As|If|Behind|Outside|Inside) )"
    rf"{CAP} ){{1,3}}"
)
_OF_PLACE = r"(?:of |of the )"
_AREA = r"(?:[Pp]rovince|[Cc]ounty|[Pp]refecture|[Dd]istrict|[Gg]overnorate|[Oo]blast|[Cc]anton)s?"
_TOWN = r"(?:city|town|village|township|province|state|county|island|port|municipality|suburb)"
_WATER = r"(?:[Rr]iver|[Ss]ea|[Oo]cean|[Ss]trait|[Cc]hannel|[Ll]ake|[Dd]elta|[Bb]ay|[Gg]ulf)s?"
_LAND = (
    r"(?:[Mm]ountains?|[Vv]olcano|[Gg]lacier|[Pp]eninsula|[Vv]alley|[Dd]esert|[Ii]slands?|[Pp]lateau|[Bb]asin|[Hh]ills|"
    r"[Ff]orest|Archipelago|Coast|Range|Canyon|Gorge|Pass|Strip|Heights|Reef|Shoal|Steppe|Falls|Cape|Triangle|Corridor)"
)
_ABROAD = r"(?:Djebel|Gunung|Île|Isle|Jabal|Jebel|Loch|Lough|Nevado|Oued|Volcán|Wadi)"
_BUILT = (
    r"(?:Bridge|Airport|Dam|Stadium|Square|Street|Avenue|Ave|Road|Rd|Highway|Boulevard|Blvd|Lane|"
    r"Expressway|Freeway|Motorway|Turnpike|Parkway|Mainline|Hotel|Palace|Marae|Grottoes|Bagh|"
    r"Prison|Towers?|Cathedral|Basilica|Chapel|Abbey|Pagoda|Mosque|Synagogue|Mausoleum|"
    r"Station|Plaza|Arena|Harbour|Harbor|Gate|Castle|Cemetery|National Park|Game Reserve|"
    r"Nature Reserve|Botanical Gardens?|Opera House|City Hall|Town Hall|Theatre|Theater|Hall|"
    r"Building|Gardens|Museum|"
    r"Canal|Lido|Pier|Viaduct|Aqueduct|Lighthouse|Barracks|Citadel|Wharf|Jetty|Velodrome|"
    r"Law Courts|Tunnel|Checkpoint|Crossing|Camp|Monastery|Airfield|Air Base|Plant|Terminal|"
    r"refugee camp|air base|airport|prison|international airport|International Airport|"
    r"detention cent(?:er|re))"
)
_STREET = (
    r"(?:Avenida|Av\.|Calle|Carrera|Paseo|Plaza|Rua|Praça|Largo|Rue|Boulevard|Gare|Pont|Piazza|"
    r"Piazzale|Via|Viale|Corso|Ulica|Jalan)"
)

_COURTESY = lexicons.classes("courtesy_titles", "address", "degree")
"""Titles that no place has in its name, as it may have a lord's."""

_NO_NAME = re.compile(
    r"(?:(?:The|Our|Your|Their|His|Her|My|Every|Each|Many|Some|Most|No|Any|Other|Several|New|Old|"
    r"Main|Local|High|Southern|Northern|Eastern|Western|Middle|Open|Human|First|Last|Left|Right|"
    rf"President|{any_of(map(str.capitalize, _COURTESY))}) \w+(?: \w+)?)",
)


_KIND = re.compile(
    rf"{CAP}(?: {CAP})* (?:canton|city|county|district|governorate|municipality|oblast|prefecture|"
    r"province|region|state|town|village)"
)


def has_kind(name: str) -> bool:
    """Whether a place's name ends in a noun that says what it is: "Orissa state"."""
    return _KIND.fullmatch(name) is not None


def kindless(name: str) -> str:
    """The name without its lower-case type noun: "Jilin province" is known as Jilin."""
    first, _, last = same(name).rpartition(" ")
    return first if last[:1].islower() and first else same(name)


def titled(name: str) -> str:
    """The name with its type noun capitalised: "Tumen river" is known as Tumen River."""
    words = [word[:1].upper() + word[1:] for word in name.split()]
    if words[-1] == "Rivers":
        words[-1] = "River"  # "the Yalu and Tumen rivers": each is one
    return " ".join(words)


_AT_NUMBER = re.compile(r"\d[\w-]* \Z")
_SHORT = ("Ave", "Blvd", "Rd")


def _is_built(text: str, start: int, end: int) -> bool:
    """Whether a building's or street's noun makes a name; not of a house's address: "12 Low Rd"."""
    short = text[start:end].endswith(_SHORT)
    house = short and _AT_NUMBER.search(text, max(0, start - 8), start)
    return not house and is_named(text, start, end)


RULES = (
    Rule(name="area", label="GPE", when=is_named, unless=_NO_NAME,
         pattern=Pattern(rf"\b{NAMED}{_AREA}\b"),
         canonical=kindless),
    Rule(name="city-of", label="GPE",
         pattern=Pattern(rf"\b{_TOWN} {_OF_PLACE}(?P<name>{CAP}(?: {CAP}){{0,2}})")),
    Rule(name="water", label="LOC", when=is_named, unless=_NO_NAME,
         pattern=Pattern(rf"\b{NAMED}{_WATER}\b"),
         canonical=titled),
    Rule(name="land", label="LOC", when=is_named, unless=_NO_NAME,
         pattern=Pattern(rf"\b{NAMED}{_LAND}\b"),
         canonical=titled),
    Rule(name="before-land", label="LOC",
         pattern=Pattern(
             rf"\b(?:(?:(?<=the )River|Lake|Mount|Cape|Mt\.?) {CAP}(?: {CAP})?|"
             rf"(?:Gulf|Bay|Strait|Straits|Sea|Isle|Cape|Horn) of (?:the )?{CAP}(?: {CAP})?)")),
    Rule(name="abroad", label="LOC", pattern=Pattern(rf"\b{_ABROAD} {CAP}")),
    Rule(name="built", label="FAC", when=_is_built, unless=_NO_NAME,
         pattern=Pattern(rf"\b{NAMED}{_BUILT}\b(?! {CAP})")),
    Rule(name="built-abroad", label="FAC",
         pattern=Pattern(
             rf"(?<![\w-])(?:{_STREET} (?:(?:d[aeo]|del|della|dell[oa]|des|du|la|los|las|[0-9]+) )*"
             rf"(?:d[’'])?{CAP}(?: {CAP})?|(?!Erasmus)[A-ZÄÖÜ][a-zäöüß]+(?:straße|strasse|gasse|"
             r"platz|allee|gracht|straat|plein|gatan|gata|vej|ulitsa)|"
             r"(?:Interstate|Route|Highway|State Road|County Road) \d{1,3}|"
             r"(?:I|US|SR|AP|N|A|M|E)-\d{1,3}"
             r"(?= (?:motorway|highway|road|freeway|autobahn|interstate)))"
             r"(?![\w-])")),
    Rule(name="built-named-camp", label="FAC",
         pattern=Pattern(
             rf"(?:(?<=\b(?:at|in|to|of) )|(?<=\b(?:from|near) )){CAP} camp\b|"
             rf"(?<![\w-]){CAP} camp\b(?= (?:holds|houses|hosts|shelters)\b)")),
    Rule(name="built-camp", label="FAC",
         pattern=Pattern(
             r"(?<=\b(?:at|in|to) )(?:Camp|Fort|RAF|Kibbutz) (?!Street|Road)"
             rf"{CAP}(?![\w-]| {CAP})")),
)  # fmt: skip
"""Places by their kind. A type noun belongs to the name."""

_STATE = Pattern(
    rf"\b(?P<place>{CAP}(?: {CAP}){{0,2}}) "
    r"(?:State|Region|Division|Municipality|Local Government Area)\b(?! (?:of|University)\b)"
)


def states(text: str) -> Iterator[Proposal]:
    """Listed provinces and cities with a noun that is a name's elsewhere: "Lagos State"."""
    for found in _STATE.finditer(text):
        place = next(filter(gazetteer.is_town, _tails(found["place"])), None)
        if place:
            start = found.end("place") - len(place)
            name = text[start : found.end()]
            yield Proposal(
                start=start, end=found.end(), label="GPE", canonical=same(name), by="rule:state"
            )


def shortened(text: str) -> Iterator[Proposal]:
    """States as newspapers shorten them, behind a town or in brackets: "Selm, Mich.", "(Ky.)"."""
    for found in _shortened().finditer(text):
        yield Proposal(
            start=found.start("name"),
            end=found.end("name"),
            label="GPE",
            canonical=_states()[found["name"]],
            by="rule:state-short",
        )


@cache
def _states() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("state_abbreviations")}


@cache
def _shortened() -> Pattern:
    state = any_of(_states())
    behind = r"(?=[),;”\"’]|\s|$)"
    return Pattern(rf"(?:\(|\b{CAP}, )(?!Miss\. [A-Z])(?P<name>{state}){behind}")


def _tails(name: str) -> Iterator[str]:
    """A name, and it without its first words."""
    while name:
        yield name
        name = name.partition(" ")[2]


_UNKNOWN_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|outside|throughout) "
    r"(?:(?:the )?(?:northern|southern|eastern|western|central|nearby) )?"
    rf"(?P<name>{CAP}(?: {CAP})?)(?![\w’'-]| [A-Z])"
)
_UNKNOWN_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{CAP}(?: {CAP})?), $")


def unknown(
    text: str, listed: Iterable[Proposal], is_listed: Callable[[str], bool]
) -> Iterator[Proposal]:
    """Weak guesses at places that no list has: after "in", or before a listed place."""
    found = [(*match.span("name"), "in") for match in _UNKNOWN_IN.finditer(text)]
    for place in listed:
        if place.label == "GPE":
            match = _UNKNOWN_BEFORE.search(text, max(0, place.start - 40), place.start)
            found += [(*match.span("name"), "before-place")] if match else []
    for start, end, rule in found:
        name = text[start:end]
        plain = any(is_common(word) or word.isupper() for word in re.split(r"[\s‐‑-]", name))
        if not plain and not is_listed(name):
            yield Proposal(
                start=start,
                end=end,
                label="GPE",
                canonical=same(name),
                by=f"rule:{rule}",
                weak=True,
            )


_BORDER = re.compile(r"[  ](?:[Bb]order|[Ff]rontier|[Bb]oundary)\b(?!-)")
_BETWEEN = re.compile(r"[-–—/]|(?: and | – | - )")
_PREFIXES = {
    "Sino": "China", "Russo": "Russia", "Franco": "France", "Indo": "India",
    "Anglo": "United Kingdom",
    "Greco": "Greece", "Turco": "Turkey", "Irano": "Iran", "Afghano": "Afghanistan",
    "Thai": "Thailand", "Serbo": "Serbia",
}  # fmt: skip
_PREFIX = re.compile(rf"\b({'|'.join(_PREFIXES)})[-–]$")
_EMBASSY = re.compile(
    r"[  ](?P<kind>[Ee]mbassy|[Cc]onsulate(?: [Gg]eneral)?|[Hh]igh [Cc]ommission)\b"
    r"(?: in (?P<where>[A-Z]\w+(?: [A-Z]\w+)?))?"
)
_SPEAKS = re.compile(
    r" (?:has |had |also )?(?:said|says|told|issued|denied|declined|confirmed|announced|refused|"
    r"warned|asked|urged|called|sent|protested|granted)\b"
)


def borders(text: str, places: Iterable[Proposal]) -> Iterator[Proposal]:
    """Borders that are named by both sides, and known by both countries in alphabetical order."""
    places = [place for place in places if place.label in ("GPE", "NORP")]
    for second in places:
        if not (border := _BORDER.match(text, second.end)):
            continue
        if prefix := _PREFIX.search(text, 0, second.start):
            yield _border(prefix.start(), border.end(), _PREFIXES[prefix[1]], _country(second))
        for first in places:
            if _BETWEEN.fullmatch(text, first.end, second.start):
                yield _border(first.start, border.end(), _country(first), _country(second))


def _country(place: Proposal) -> str:
    return place.seat or place.canonical


def _border(start: int, end: int, one: str, other: str) -> Proposal:
    return Proposal(
        start=start,
        end=end,
        label="LOC",
        canonical="–".join(sorted((one, other))) + " border",
        by="rule:border",
    )


def embassies(text: str, places: Iterable[Proposal]) -> Iterator[Proposal]:
    """Embassies and consulates by whose they are: buildings, but organisations when they act."""
    for place in places:
        if place.label not in ("GPE", "NORP") or not place.country:
            continue
        if found := _EMBASSY.match(text, place.end):
            kind = found["kind"].title()
            where = f" in {found['where']}" if found["where"] else ""
            yield Proposal(
                start=place.start,
                end=found.end("kind"),
                label="ORG" if _SPEAKS.match(text, found.end()) else "FAC",
                canonical=f"{same(text[place.start : place.end]).replace('.', '')} {kind}{where}",
                by="rule:embassy",
            )
