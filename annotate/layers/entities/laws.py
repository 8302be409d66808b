"""Laws and events by the noun that says what they are, works by the marks around their title."""

import re

from annotate.layers.entities.rules import Rule, is_named, same
from annotate.layers.entities.words import CAP, given_names
from annotate.patterns import Pattern

_LAW = (
    r"(?:Convention|Treaty|Protocol|Act|Accords?|Covenant|Agreement|Declaration|Charter|Statute|"
    r"Bill|Code|Directive|Decree|Pact|Law|Amendment|Ordinance|Constitution|Communiqué|Communique|"
    r"Memorandum|Edict|Doctrine|Roadmap|Compact)"
)
_NUMBERED = (
    r"(?:Decree|Directive|Regulation|Ordinance|Executive Order|Decree-Law|Law)(?: \(EU\))?"
    r"(?: [Nn]o\.?| [Nn]umber)? \d+(?:[/.-]\d+)*(?:/[A-Z]{2,3}\b)?"
)
_TOPIC = (
    rf"(?: (?:on|for|of|against|between|relating to|Relating to|concerning|to)(?: the| all)? {CAP}"
    rf"(?:[’']?(?:,? and| of| of the| against|,)? {CAP})*)"
)
_YEAR = r"(?:(?:1[5-9]|20)\d\d )?"
_LEFT = rf"(?:(?!(?:The|This|That|In|Under|A|An|On|Each|Every|Its) ){CAP}[’']? )"
_EVENT = (
    r"(?:War|Wars|Summit|Olympics|Paralympics|Revolution|Uprising|Massacre|Games|Cup|Festival|"
    r"Famine|Earthquake|Genocide|Riots|Intifada|Rebellion|Crusades?|Crisis|Championships?|Expo|"
    r"Talks|Spring|Offensive|Coup|Conference|Forum|Pogrom|Hurricane|Prize|Awards?|Day|Mutiny)"
)
_NO_EVENT = re.compile(
    r"(?:.*\b(?:Human|Foreign|Security|Press|Annual|Every|One|Next|Last|First|Same|Each|Election|"
    r"Some|All|Any|New|Good|The|Peace|Economic|Financial|Humanitarian|Refugee)\b (?:\w+))|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \w+"
)
_NO_LAW = re.compile(r"(?:In|On|Under|The|International|Martial|Civil|Criminal|Common|Human Rights|"
                     r"National|Federal|Basic|Domestic|Sharia) (?:Law|Code|Bill|Act)")  # fmt: skip


_CREATED = (
    r"(?:album|autobiography|bestseller|documentary|feature|film|memoir|movie|musical|novel|novella|"
    r"opera|poem|play|sitcom)"
)
_JOINING = r"of|the|and|in|to|a|an|for|on|at|from|with|de|del|des|du|la|el|y|van|von|der|und"
_TITLE = rf"(?:(?:The|A|An) )?{CAP}(?:(?: (?:{_JOINING})){{0,2}} {CAP})*"
_NO_TITLE = re.compile(
    r".*\b(?:Academy|Awards?|Board|Chart|Club|Company|Council|Festival|Foundation|Fund|Guild|House|"
    r"Institute|Museum|Prize|School|Society|Studios?|Week)\b.*"
)


_HEAD = re.compile(rf"(?:[^ ]+ )*?{_LAW}(?: (?:on|for|of|against|to|between|concerning) .+)?")


def is_law(name: str) -> bool:
    """Whether the noun that a name is built on is a law's: "Fisheries Growth Act", "Pact on X"."""
    return _HEAD.fullmatch(name) is not None


def undated(name: str) -> str:
    """The name without its year: "1974 Convention on Salt" is known as Convention on Salt."""
    return re.sub(r"^\d{4} ", "", same(name))


_PARTY = rf"{CAP}(?: (?:of |the |for |& )*{CAP}){{0,4}}"


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether what stands behind a book of somebody's is its title, not somebody else's name."""
    return text[start:end].split()[0] not in given_names()


RULES = (
    Rule(name="law", when=is_named, label="LAW", unless=_NO_LAW, canonical=undated,
         pattern=Pattern(
             rf"(?<![\w-]){_YEAR}{_LEFT}{{1,6}}{_LAW}\b(?:{_TOPIC})?"
             r"(?:(?<=Act)(?: of \d{4}\b))?")),
    Rule(name="law-on", label="LAW", canonical=undated,
         pattern=Pattern(rf"(?<![\w-]){_YEAR}(?:{_LEFT}{{0,4}}){_LAW}{_TOPIC}")),
    Rule(name="dated-law", label="LAW", canonical=undated,
         pattern=Pattern(rf"(?<![\w-])(?:1[5-9]|20)\d\d {_LEFT}{{0,4}}{_LAW}\b")),
    Rule(name="resolution", label="LAW",
         pattern=Pattern(rf"\b(?:{CAP} ){{0,5}}Resolution \d+\b")),
    Rule(name="numbered-law", label="LAW", pattern=Pattern(rf"(?<![\w-]){_NUMBERED}")),
    Rule(name="party", label="ORG", canonical=lambda _: "Labour Party",
         pattern=Pattern(
             r"\bLabour(?= (?:MPs?|peers?|leader|councillors?|backbench\w+|candidates?|activists?|"
             r"voters?|whips?|members?|supporters?|minister|government|manifesto|party)\b)")),
    Rule(name="case", label="LAW",
         pattern=Pattern(rf"(?<![\w-]){_PARTY} v\. {_PARTY}")),
    Rule(name="cop", label="EVENT", pattern=Pattern(r"\bCOP ?\d{1,2}\b(?! {CAP})")),
    Rule(name="event", when=is_named, label="EVENT", unless=_NO_EVENT,
         pattern=Pattern(
             rf"(?<![\w-])(?:\d{{4}} )?{_LEFT}{{1,4}}{_EVENT}\b(?! (?:of|Crimes?)\b)")),
    Rule(name="storm", label="EVENT",
         pattern=Pattern(rf"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm) {CAP}")),
    Rule(name="war-of", label="EVENT",
         pattern=Pattern(rf"\b(?:War|Battle|Siege|Fall|Massacre|Partition) (?:of|in|on) "
                            rf"(?:the )?{CAP}(?: {CAP})?")),
    Rule(name="affair", label="EVENT", pattern=Pattern(rf"\b{_LEFT}{{1,2}}[Aa]ffair\b")),
    Rule(name="work", label="WORK",
         pattern=Pattern(
             r"\b(?:reports?|books?|films?|movies?|articles?|songs?|novels?|documentar(?:y|ies)|"
             r"essays?|poems?|memoirs?|albums?|plays?|stud(?:y|ies)|pamphlets?|papers?|column|"
             r"video|painting|thesis|bestseller|autobiography|biography|series)"
             r"(?!, [“\"][^“”\"]* (?:is|are|was|were|has|had|have) )"  # “In her book, “She was …””
             r"(?:,| is| was)?(?: (?:titled|entitled|called|named|headlined))?,? [“\"‘']"
             r"(?P<name>[^“”\"\n]{2,120}?)[,.]?[”\"’'](?!\w)")),
    Rule(name="named-work", label="WORK", unless=_NO_TITLE,
         pattern=Pattern(
             rf"\b(?:a|an|by|her|his|in|its|my|of|our|the|their|whose|[’']s)"
             rf"(?: [a-z]\w+){{0,2}} {_CREATED}"
             rf" (?P<name>{_TITLE})(?![\w’'-])")),
    Rule(name="apposed-work", label="WORK", unless=_NO_TITLE,
         pattern=Pattern(
             rf"\b(?:debut|fifth|first|fourth|last|latest|most recent|new|newest|second|third)"
             rf"(?: [a-z]\w+)? {_CREATED}, (?P<name>{_TITLE})(?=, )")),
    Rule(name="apposed-work", label="WORK", unless=_NO_TITLE, when=_is_title,
         pattern=Pattern(
             rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose) (?:{_CREATED}|book|diary), "
             rf"(?P<name>{_TITLE})(?=, (?:[a-z]+ed|is|was|has|had|in|which|of)\b)")),
    Rule(name="titled", label="WORK",
         pattern=Pattern(r"\b(?:titled|entitled|headlined)(?: simply)?,? [“\"‘']"
                            r"(?P<name>[^“”\"\n]{2,160}?)[,.]?[”\"’'](?!\w)")),
)  # fmt: skip
"""Laws, events and works. A year belongs to a law's span and not to its name."""
