"""Organisations by the noun that says what they are: before it, after it, or both.

"Carrow University", "Ministry of Foreign Affairs and Trade", "Delta Freedom Coalition",
"The Estuary Review". The parts that "and" joins are one name only where neither is one by itself.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from functools import cache

from annotate import lexicons
from annotate.grammar import titles
from annotate.layers.entities import gazetteer, offices, twins
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import same
from annotate.layers.entities.words import CAP, given_names, is_common, is_headline, is_small, opens
from annotate.patterns import Pattern, any_of

KnownName = Callable[[str], bool]
"""Whether a phrase is a name of its own, by the lists."""

_JOINT = r"(?:and|&)"
_PEOPLES = (
    r"(?:People|Worker|Women|Men|Children|Farmer|King|Queen|Student|Teacher|Lawyer|Writer|Physician|"
    r"Doctor|Journalist|Citizen|Veteran|Peasant|Mother|Lord)s?[’']s?"
)
_RIGHT = (
    rf"(?: (?:of|for|on|against)(?: the| all)? {CAP}(?: {CAP})*"
    rf"(?:(?:, {CAP}(?: {CAP})*)*,? (?:and|&)(?: the)? (?:{_PEOPLES} )?{CAP}(?: {CAP})*)?)"
)
_COMPANY = r"(?:Inc|Ltd|LLC|PLC|plc|Corp|Co|GmbH|AG|SA|SE|NV|BV|Pty|SpA|LLP|AB|Bhd|KK)(?!-)"


@cache
def _around() -> re.Pattern[str]:
    noun = any_of(lexicons.words("org_nouns"))
    left = rf"(?:(?:{_PEOPLES}|{CAP}) (?:{_JOINT} )?)"
    return re.compile(
        rf"(?<![\w-])(?:{left}{{0,7}}?{noun}{_RIGHT}{{1,3}}(?: in (?:the )?{CAP}(?: {CAP})?)?|"
        rf"{left}{{1,7}}{noun}\b(?!-))"
    )


@cache
def _ends_with_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:.* )?{any_of(lexicons.words('org_nouns'))}")


@cache
def _press() -> re.Pattern[str]:
    noun = any_of(lexicons.words("press_nouns"))
    return re.compile(rf"(?<![\w-])(?:{CAP} ){{1,3}}{noun}\b(?! (?:{CAP}))(?:,? of {CAP})?")


_FIRM = re.compile(rf"(?<![\w-])(?:{CAP},? (?:& )?){{1,4}}{_COMPANY}\b\.?")
_TWO_NAMES = re.compile(
    rf"(?<![\w&-])(?:{CAP} & {CAP}(?: & {CAP})?|"
    rf"{CAP}(?: {CAP})? (?:Brothers|Bros\.?|(?:& |and )Sons?))(?! & |-)"
)
"""Firms by their owners: "Halvorsen & Reid", "Hassan Brothers"."""
_DATED_BODY = re.compile(
    rf"\b(?:{'|'.join(calendar.month_name[1:])}) \d{{1,2}} "
    r"(?:Movement|Brigades?|Alliance|Forces|Group)\b"
)
_PORTFOLIO = (
    r"(?:Agriculture|Commerce|Communications?|Culture|Defen[cs]e|Development|Economics?|Economy|"
    r"Education|Energy|Environment|External Affairs|Finance|Fisheries|Foreign(?: Affairs)?|"
    r"Forestry|Health|Home(?: Affairs)?|Housing|Immigration|Industry|Information|Interior|"
    r"Justice|Labou?r|Law|Mining|Oil|Petroleum|Planning|Power|Railways?|Religious Affairs|"
    r"Science|Security|Sports?|Tourism|Trade|Transport(?:ation)?|Unification|Water|Welfare)"
)
_MINISTRY = Pattern(
    rf"(?<![\w-])(?:(?!(?:The|A) ){CAP} )?{_PORTFOLIO}(?: and {_PORTFOLIO})? Ministry\b"
)
_FOREIGN_OFFICE = Pattern(
    rf"(?<![\w-])(?:(?!(?:The|A) ){CAP} )?(?:Foreign|Defen[cs]e|Interior|Finance|Justice|"
    r"Unification|Education|Health|Labou?r|Information|Environment|Home|Trade|Transport) "
    r"(?:Office|Department)\b"
)
_THE = re.compile(
    rf"\b(?:told|in|to|by|of|for|with|from|at|via|and) (?P<name>The (?:{CAP} ){{0,2}}{CAP})"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|reported by|interview with|published (?:by|in)|sp(?:oke|eaking) to) "
    rf"(?P<name>The (?:{CAP} ){{0,2}}{CAP})(?! {CAP})"
)
_TOLD_PAPER = re.compile(
    rf"\b(?:told|telling) the (?P<name>{CAP})"
    r"(?=[,.]| (?:that|on|in|last|this|it|he|she|they|there)\b)"
)
"""A newspaper by one word: "told the Nation that"."""
_AGENCY = Pattern(
    rf"(?<![\w-])(?P<name>{CAP}(?: {CAP}){{0,2}}) "
    r"(?:news (?:agency|service|site)|newspaper|magazine|website|"
    r"broadcaster|television|radio|think tank|foundation|airlines?)\b"
)
_FROM = Pattern(
    r"\b(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Cc]redit|[Ss]ource|[Pp]hotograph)(?: [Cc]redit)?"
    rf"(?: via|:| by|s via) (?:the )?(?P<name>{CAP}(?: {CAP}){{0,3}})"
)


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"\b{offices.kind()} (?P<name>{CAP}(?: {CAP}){{0,3}})(?![’'])")


@cache
def _at() -> re.Pattern[str]:
    name = rf"(?P<name>{CAP}(?: {CAP}){{0,4}})"
    return re.compile(rf"\b{offices.role()} (?:with|at|for|of) (?:the )?{name}")


def _employed(text: str) -> Iterator[re.Match[str]]:
    """Who has somebody: "analyst at Carrow University".

    The pattern tries hundreds of roles at each word, so it is tried only where one stands before
    a preposition.
    """
    ends = offices.role_ends()
    any_ = any(text.endswith(ends, 0, found.start()) for found in _AT.finditer(text))
    return _at().finditer(text) if any_ else iter(())


_AT = re.compile(r" (?:with|at|for|of) ")


_LETTERS = re.compile(r"(?<![\w&./@-])[A-Z][A-Z&]{1,5}[A-Z](?![\w&/@-])(?!\. ?[A-Z]\w*\.)")


def letters(text: str) -> Iterator[Proposal]:
    """Letters that stand for a body: a weak guess, as some stand for common things."""
    if text.isupper():
        return
    plain = lexicons.listed("plain_acronyms")
    for found in _LETTERS.finditer(text):
        shouted = is_common(found[0].lower()) or _SHOUTED.match(text, found.end())
        if found[0] not in plain and not shouted and not _ROMAN.fullmatch(found[0]):
            yield _organisation(text, *found.span(), "letters", weak=True)


_SHOUTED = re.compile(r"[ ,!]+(?:[A-Z]{3,}\b|[A-Z]+ [A-Z]{2,})")
_ROMAN = re.compile(r"[IVXLCDM]+")


def proposals(text: str, is_known: KnownName) -> Iterator[Proposal]:
    """The organisations of a passage, by their nouns."""
    for found in _around().finditer(text):
        for start, end in _pieces(text, found.start(), found.end(), is_known):
            yield _organisation(text, start, end, "organisation")
    for pattern, rule in ((_FIRM, "company"), (_MINISTRY, "ministry"), (_FOREIGN_OFFICE, "office")):
        for found in pattern.finditer(text):
            start = _without_opening(text, found.start(), found.end())
            yield _organisation(text, start, found.end(), rule)
    for found in _DATED_BODY.finditer(text):
        yield _organisation(text, *found.span(), "dated-body")
    for found in _FIELD_OF.finditer(text):
        if gazetteer.is_place(found["where"]):
            yield _organisation(text, *found.span(), "field-of")
    for found in _SERVICE.finditer(text):
        yield _organisation(text, *found.span(), "service-of")
    yield from _shops(text)
    yield from _firms_of_two(text, is_known)
    yield from letters(text)
    yield from _papers(text, is_known)
    yield from _employers(text)


_FIELD_OF = re.compile(
    r"(?<![\w-])(?<!In )(?<!On )"
    rf"(?:{any_of(lexicons.classes('name_words', 'field'))}|(?<!World )Health) "
    rf"(?P<where>{CAP}(?: {CAP})?)(?![\w’'-]| [A-Z])"
)
"""Bodies by what they see to and where: "Transport Canada", "Cricket Australia"."""


@cache
def _shop() -> re.Pattern[str]:
    """Shops and trades by what they do: "Brenn Tire & Lube"."""
    trade = any_of(lexicons.classes("name_words", "trade"))
    return re.compile(
        rf"(?<![\w-])(?:{CAP}(?:[’']s)? ){{1,4}}{trade}(?: (?:&|and) {CAP})?(?![\w’'-]| [A-Z])"
    )


_SERVICE = re.compile(
    rf"(?<![\w-])(?:{any_of(lexicons.classes('name_words', 'broadcaster'))}|Al Jazeera) "
    rf"(?:{any_of(lexicons.classes('name_words', 'service'))}|Radio \d)(?![\w’'-]| [A-Z])"
)
"""What a broadcaster has for some hearers or of some kind: "BBC Hausa"."""


def _shops(text: str) -> Iterator[Proposal]:
    if is_headline(text):
        return
    for found in _shop().finditer(text):
        start = _without_opening(text, *found.span())
        words = text[start : found.end()].split()
        if len(words) > 1 and not (opens(text, start) and all(map(is_common, words))):
            yield _organisation(text, start, found.end(), "shop")


def _firms_of_two(text: str, is_known: KnownName) -> Iterator[Proposal]:
    """Firms by the names of who owns them; no two places, people or common things."""
    given = given_names()
    for found in _TWO_NAMES.finditer(text):
        names = re.split(r" & | (?=Bro)| and ", found[0])
        people = all(name in given for name in names)
        pair = " & " in found[0] and not found[0].endswith(("Son", "Sons"))
        known = pair and any(is_known(name) for name in names)
        heading = found[0] == text.strip()
        if not (people or known or heading or any(is_common(name) for name in names[:-1])):
            yield _organisation(text, *found.span(), "two-names")


def _each(text: str, start: int, end: int) -> Iterator[Proposal]:
    """An outlet, or the two that a hyphen joins: "Washington Post", "ABC News"."""
    first, second = twins.bodies(text[start:end]) or (end - start, None)
    yield _organisation(text, start, start + first, "press")
    if second is not None:
        yield _organisation(text, start + second, end, "press")


def _papers(text: str, is_known: KnownName) -> Iterator[Proposal]:
    for found in _press().finditer(text):
        start = _without_opening(text, found.start(), found.end())
        words = text[start : found.end()].split()
        tails = (" ".join(words[at:]) for at in range(1, len(words)))
        if any(is_known(tail) for tail in tails):
            continue
        if len(words) > 1 and not all(is_common(word) for word in words[:-1]):
            if found[0].startswith("The ") and not opens(text, found.start()):
                start = found.start()
            yield from _each(text, start, found.end())
    if is_headline(text):
        return
    for found in _TOLD.finditer(text):
        yield _organisation(text, *found.span("name"), "told-the")
    for found in _TOLD_PAPER.finditer(text):
        office = found["name"].lower() in titles.offices()
        if not (office or is_known(found["name"]) or found["name"] in given_names()):
            yield _organisation(text, *found.span("name"), "told-the")
    for found in _THE.finditer(text):
        yield _organisation(text, *found.span("name"), "capital-the", weak=True)


def _employers(text: str) -> Iterator[Proposal]:
    for matches, rule in (
        (_employed(text), "employer"),
        (_kind().finditer(text), "kind-before"),
        (_AGENCY.finditer(text), "kind-after"),
        (_FROM.finditer(text), "credit"),
    ):
        for found in matches:
            words = found["name"].split()
            person = rule == "credit" and len(words) > 1
            if not person and not all(is_common(word) for word in words):
                yield _organisation(text, *found.span("name"), rule, weak=True)


def _pieces(text: str, start: int, end: int, is_known: KnownName) -> Iterator[tuple[int, int]]:
    """The names that a run of capitals is made of: mostly one, several where "and" joins them."""
    start = _without_opening(text, start, end)
    name = text[start:end]
    where = _IN.search(name)
    if where and not (_ABOUT.search(name) and gazetteer.is_country(where["where"])):
        yield from _pieces(text, start, start + where.start(), is_known)
        return
    for joint in re.finditer(r" (?:and|&) (?:the )?|, ", name):
        left, right = name[: joint.start()], name[joint.end() :]
        first, second = (_is_one(part, is_known) for part in (left, right))
        if first and (second or right.isupper() or _ends_in_place(left, is_known)):
            yield from _pieces(text, start, start + joint.start(), is_known)
        if first or is_known(left):
            if second or is_known(left):
                yield from _pieces(text, start + joint.end(), end, is_known)
            if second or is_known(left) or right.isupper() or _ends_in_place(left, is_known):
                return
    if not _says_nothing(text, start, name):
        yield start, end


def _ends_in_place(name: str, is_known: KnownName) -> bool:
    """Whether a name is complete with its place: "University of Pisa", "Bank of China"."""
    _, of, place = name.rpartition(" of ")
    return bool(of) and is_known(place)


def _says_nothing(text: str, start: int, name: str) -> bool:
    """Whether a noun stands without a name: "The Committee", or "Poor Service" as a heading."""
    words = [word for word in name.split() if not is_small(word)]
    if len(words) < 2:
        return True
    plain = all(is_common(word) for word in words[:-1])
    return plain and (opens(text, start) or is_headline(text))


_ABOUT = re.compile(r" (?:for|on|against) ")
_IN = re.compile(r" in (?:the )?(?P<where>\w+(?: \w+)?)$")


def _is_one(name: str, is_known: KnownName) -> bool:
    """Whether part of a joint name is a name by itself."""
    if " of " in name or " for " in name:
        return is_known(name) or bool(_around().fullmatch(name))
    return is_known(name) or (" " in name and bool(_ends_with_noun().fullmatch(name)))


MODIFIES = re.compile(
    r"[a-z]+(?:-[a-z]+)+|[\w’'.]+-(?:affiliated|aligned|backed|based|controlled|dominated|funded|led|"
    r"linked|owned|run|sponsored|wide)"
)
"""What only tells of a body and is none of its name: "free-market", "London-based"."""


def _without_opening(text: str, start: int, end: int) -> int:
    """Where a name begins without the function word that opens its sentence ("In", "The")."""
    while True:
        word, _, rest = text[start:end].partition(" ")
        if not rest or not (is_small(word.strip(",")) or MODIFIES.fullmatch(word)):
            return start
        start += len(word) + 1


def _organisation(text: str, start: int, end: int, rule: str, *, weak: bool = False) -> Proposal:
    return Proposal(
        start=start,
        end=end,
        label="ORG",
        canonical=same(text[start:end]),
        by=f"rule:{rule}",
        weak=weak,
    )
