"""What a text itself says are names of one thing: a surname of a full name, letters in brackets.

Both are learned from the whole document first and then found everywhere in it, both ways.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from annotate import lexicons
from annotate.layers.entities import companies, conditions, families, gazetteer, laws, listed
from annotate.layers.entities.phrases import Condition, Known, Phrases, phrases
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import same
from annotate.layers.entities.words import CAP, OTHER, Word, is_common

_BRACKETS = re.compile(r" \((?:the )?[“\"]?(?P<letters>[A-Z][A-Za-z&.]*[A-Z][A-Za-z.]*)[”\"]?\)")
_TICKER = re.compile(r"[A-Z]{2}\.[A-Z]")
"""What an exchange knows a share by, which is no name: "(SELM.TO)"."""
_OR = re.compile(r",? or (?P<letters>[A-Z][A-Za-z]*[A-Z])(?=,)")
_LONG = re.compile(
    rf"(?:{CAP}(?:,? (?:(?:of|for|and|the|on|in|to|against|de|du|des|la|der|für|&) ){{0,3}}|[  ]))*"
    rf"{CAP}$"
)
_TAKEN_UP = re.compile(
    r"\b(Academy|Accords?|Act|Agency|Agreement|Alliance|Assembly|Association|Bank|Bureau|Coalition|"
    r"Authority|Board|Centre|Center|Chamber|Charter|Commission|Committee|Convention|Corporation|"
    r"Council|Court|Covenant|Department|Directorate|Federation|Forum|Foundation|Friends|Front|"
    r"Fund|Group|Institute|League|Ministry|Movement|Network|Observatory|Office|Organi[sz]ation|Party|"
    r"Protocol|Secretariat|Service|Society|Tribunal|Treaty|Trust|Union|University)\b"
)
_REST = re.compile(rf"(?<![\w-])(?P<name>{CAP}) \[(?P<rest>{CAP})[,\]]")
_MINOR = lexicons.listed("minor_words")


def acronyms(text: str, settled: Iterable[Proposal]) -> Iterator[Proposal]:
    """The long forms before letters in brackets that stand for them, and the letters."""
    known = {each.end: each for each in settled}
    for found in (*_BRACKETS.finditer(text), *_OR.finditer(text)):
        letters = found["letters"]
        end = found.start() - len("'s") * text.endswith(("'s", "’s"), 0, found.start())
        if _TICKER.search(letters):
            continue
        start = long_form(text[:end], letters)
        named = known.get(end)
        if start is None and not (named and named.label in ("ORG", "LAW")):
            continue
        if start is None and named and not _may_stand_for(letters, named, loosely=found.re is _OR):
            continue
        if start is not None and not (named and named.start == start):
            named = Proposal(
                start=start,
                end=end,
                label=named.label if named and named.label == "LAW" else "ORG",
                canonical=same(text[start:end]),
                by="rule:bracketed",
            )
            yield named
        if named:
            if named.label == "ORG" and laws.is_law(text[named.start : named.end]):
                named = replace(named, label="LAW", by="rule:bracketed", weak=False, score=None)
                yield named
            yield replace(
                named,
                start=found.start("letters"),
                end=found.end("letters"),
                by="rule:alias",
                weak=False,
                score=None,
            )


def _may_stand_for(letters: str, named: Proposal, *, loosely: bool) -> bool:
    """Whether letters are another language's for a name, not a thing of their own: "(UK)".

    loosely: whether "or" is all that says so, so that each initial must be among them.
    """
    other = gazetteer.entry(letters)
    if other is not None and (other.label != "ORG" or _alike(other.canonical, named.canonical)):
        return False
    words = [word for word in re.findall(r"[^\W_]+", named.canonical) if word not in _MINOR]
    return not loosely or {word[0].lower() for word in words} <= set(letters.lower())


def _alike(listed: str, name: str) -> bool:
    """Whether a list's name and a text's are one, written in two ways: they share a word."""
    both = [re.findall(r"\w{3,}", one) for one in (listed, name)]
    return not _MINOR.union(("and", "the")).issuperset(set(both[0]) & set(both[1]))


_GLOSS = re.compile(rf" ?[(（](?P<name>{OTHER}(?:[ ·]?{OTHER})*)[)）,;，]")


def glossed(text: str, settled: Iterable[Proposal]) -> Iterator[Proposal]:
    """The names of another script that a bracket gives for names before it: "Yeouido (여의도)"."""
    for named in settled:
        if found := _GLOSS.match(text, named.end):
            yield replace(
                named,
                start=found.start("name"),
                end=found.end("name"),
                by="rule:gloss",
                stands_for=None,
                weak=False,
                score=None,
            )


def completed(text: str) -> Iterator[Proposal]:
    """Names that an editor completes in brackets: "Zhou [Weiping, from …] argued"."""
    for found in _REST.finditer(text):
        yield Proposal(
            start=found.start("name"),
            end=found.end("name"),
            label="PERSON",
            canonical=same(f"{found['name']} {found['rest']}"),
            by="rule:completed",
        )


def long_form(before: str, letters: str) -> int | None:
    """Where the words begin that letters in brackets after them abbreviate, None if none do."""
    run = _LONG.search(before[-160:])
    if not run:
        return None
    offset = max(0, len(before) - 160)
    wanted = [letter for letter in letters.lower() if letter.isalpha()]
    words = list(re.finditer(r"[^\W_]+|&", run[0]))
    for at in range(len(words)):
        # "Cato of the Selm Water Board (SWB)": the long form does not open with "of the".
        if words[at][0] not in _MINOR and abbreviates(wanted, [word[0] for word in words[at:]]):
            return offset + run.start() + words[at].start()
    return None


def abbreviates(letters: list[str], words: list[str]) -> bool:
    """Whether letters are the initials of words, minor words left out or not."""
    major = [word[0].lower() for word in words if word not in _MINOR]
    every = [word[0].lower() for word in words]
    if len(letters) > 1 and letters in (major, every):
        return True
    ends = letters[0] == major[0] and letters[-1] == major[-1] if major else False
    return ends and 2 < len(letters) == len(major) - 1 and _in_order(letters, major)


def _in_order(letters: list[str], initials: list[str]) -> bool:
    left = iter(initials)
    return all(letter in left for letter in letters)


def learned(named: Iterable[tuple[str, Proposal]]) -> Phrases:
    """The other names that a document's own names give: surnames, letters and names again.

    named: each name as it was decided to be, with the text that it stands in, in their order.
    """
    named = list(named)
    found = [proposal for _, proposal in named]
    names = [
        *_letters(named),
        *_initials(named),
        *_spelled_out(named),
        *_surnames(listed.own(named)),
        *_without_kind(found),
        *_of_company(found),
        *((each.canonical, replace(_known(each), label="ORG")) for each in companies.told(named)),
        *_again(found),
        *_short(found),
    ]
    return phrases([*names, *_directions(found)])


def _directions(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """ "The North" and "the South" where a text names one country of that name, and its other."""
    named = {each.canonical: each for each in found if each.label == "GPE"}
    meant: dict[str, dict[str, Proposal]] = {}
    for name, each in named.items():
        direction, _, rest = name.partition(" ")
        if each.country and rest and direction in _DIRECTIONS:
            meant.setdefault(direction, {})[name] = each
    for direction, one, opposite, other in lexicons.table("directions"):
        like = next((named[name] for name in (one, other) if name in named and " " in name), None)
        if like is None:
            continue
        for where, name in ((direction, one), (opposite, other)):
            meant.setdefault(where, {})[name] = named.get(name) or replace(like, canonical=name)
    for direction, names in meant.items():
        if len(names) == 1:
            known = _known(next(iter(names.values())))
            yield direction, replace(known, by="rule:direction", when=conditions.with_article)


_DIRECTIONS = frozenset({"North", "South", "East", "West"})


def _letters(named: Iterable[tuple[str, Proposal]]) -> Iterator[tuple[str, Known]]:
    for text, each in named:
        written = text[each.start : each.end]
        if each.by == "rule:gloss":
            yield written, _known(each)
        elif each.by == "rule:alias" and each.label != "PERSON":
            yield written, _known(each)
            yield each.canonical, _known(each)


def _initials(named: Sequence[tuple[str, Proposal]]) -> Iterator[tuple[str, Known]]:
    """The initials of long names, where one name of the text has them: "CPS", without brackets.

    They mean it even where a list knows another by them that the text does not name in full.
    """
    owners: dict[str, dict[str, Proposal]] = {}
    full = {one.canonical for text, one in named if " " in text[one.start : one.end]}
    for _, each in named:
        found_words = re.findall(r"[^\W_]+(?:[’']s)?", each.canonical)
        words = [word for word in found_words if word not in _MINOR]
        dated = _DATED.fullmatch(each.canonical)
        if each.label == "ORG" and dated:
            owners.setdefault("".join(dated.groups()), {})[each.canonical] = each
        if each.label == "ORG" and len(words) >= _INITIALS and all(w[0].isupper() for w in words):
            letters = "".join(word[0] for word in words)
            owners.setdefault(letters, {})[each.canonical] = each
            if len(words) > _INITIALS and words[-1] in _UNDERTAKINGS:
                owners.setdefault(letters[:-1], {})[each.canonical] = each
    for letters, names in owners.items():
        if len(names) == 1:
            other = gazetteer.entry(letters)
            known = _known(next(iter(names.values())))
            body = other is not None and other.label == "ORG" and other.canonical not in full
            sure = body and not _alike(other.canonical if other else "", known.canonical)
            yield letters, known if sure else replace(known, by="rule:initials")


_UNDERTAKINGS = frozenset({"Initiative", "Partnership", "Program", "Programme", "Project", "Trust"})
"""What a name ends with that its letters leave out: "SBV", the Selm-Brenn-Vantor Programme."""

_DATED = re.compile(r"([A-Z])\w+ (\d{1,2}) [A-Z]\w+")
"""A body named after a day, which is known by it: "M23", the March 23 Movement."""


def _spelled_out(named: Sequence[tuple[str, Proposal]]) -> Iterator[tuple[str, Known]]:
    """Words with capitals that letters of the text are the initials of, where it has them once:
    "One Laptop Per Child", which nothing else knows for a name, beside "OLPC".
    """
    capitals = {text: _capitals(text) for text in {text for text, _ in named}}
    known_names = {each.canonical for _, each in named}
    letters = {each.canonical: each for _, each in named if each.label == "ORG"}
    for name, each in letters.items():
        if len(name) < _INITIALS or not (name.isalpha() and name.isupper()):
            continue
        texts = [text for text, initials in capitals.items() if name in initials]
        if not texts:
            continue
        words = [rf"{letter}[^\W\d_A-Z]+" for letter in name]
        long = re.compile(rf"(?<![\w-]){_MINOR_WORDS.join(words)}(?![\w-])")
        spelled = {same(found[0]) for text in texts for found in long.finditer(text)}
        if len(spelled) == 1 and not spelled & known_names:
            known = replace(_known(each), canonical=spelled.pop(), by="rule:initials")
            yield name, known
            yield known.canonical, known


def _capitals(text: str) -> str:
    """The first letters of a text's words that begin with a capital, in their order."""
    return "".join(letter for letter in _FIRST_LETTER.findall(text) if letter.isupper())


_FIRST_LETTER = re.compile(r"(?<![\w-])([^\W\d_])[^\W\d_A-Z]")
_MINOR_WORDS = rf" (?:(?:{'|'.join(sorted(_MINOR - {'&'}))}) ){{0,2}}"

_INITIALS = 3
"""Words of a name whose initials stand for it without being said to: two letters mean too much."""


def _short(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The nouns by which a text takes a name up again, where one name has it: "the Convention"."""
    owners: dict[str, dict[str, Proposal]] = {}
    for each in found:
        if each.label in ("ORG", "LAW") and not each.by.startswith("gazetteer") and not each.weak:
            nouns = [*_TAKEN_UP.findall(each.canonical), *_press_noun(each)]
            for noun in nouns if " " in each.canonical else ():
                owners.setdefault(noun, {})[each.canonical] = each
    for noun, names in owners.items():
        if len(names) == 1:
            yield noun, replace(_known(next(iter(names.values()))), when=_taken_up)


def _press_noun(named: Proposal) -> Iterator[str]:
    """What a newspaper's name ends with, unless another is known by it alone: "the Courier"."""
    noun = named.canonical.rpartition(" ")[2]
    if noun in lexicons.listed("press_nouns") and gazetteer.entry(noun) is None:
        yield noun


def _without_kind(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """Names of three words and more without the noun that says what they are of: "Mill Lane Marsh"
    for "Mill Lane Marsh School"; none that two names of the text open with.

    By "International" and the nouns of other bodies a name goes on where what is left is named too.
    """
    found = list(found)
    bodies = {each.canonical for each in found if each.label == "ORG"}
    owners: dict[str, dict[str, Proposal]] = {}
    for each in found:
        name, _, kind = each.canonical.rpartition(" ")
        nouns = lexicons.listed("org_nouns")
        called = name in bodies and not nouns & {*name.split()[-1:]}
        goes_on = called and (kind in nouns or kind == "International")
        if each.label == "ORG" and " " in name and (kind in _KINDS or goes_on):
            owners.setdefault(name, {})[each.canonical] = each
    for name, names in owners.items():
        if len(names) == 1:
            yield name, replace(_known(next(iter(names.values()))), when=_ends_here)


def _of_company(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The one word by which a text calls a company: "HCA" for "HCA Healthcare"; none that two names
    open with, since "Ford" is no Ford Foundation.
    """
    names = {each.canonical: each for each in found if each.label == "ORG"}
    borne = {
        word for each in found if each.label == "PERSON" for word in each.canonical.split()[1:]
    }
    bare = {name for name in names if " " not in name}
    opening: dict[str, list[str]] = {}
    for each in names.keys() - bare:
        opening.setdefault(each.partition(" ")[0], []).append(each)
    for name in sorted(bare | (_first_words(names) - borne)):
        longer = opening.get(name, ())
        if len(longer) != 1:
            continue
        last = longer[0].split()[1:][-1]
        coined = name in bare and _is_coined(name, last)
        if last in _companies() or coined:
            yield name, replace(_known(names[longer[0]]), when=_ends_here)


def _is_coined(first: str, last: str) -> bool:
    """Whether both words of a name are names only, of which a text may leave out the second."""
    words = not (is_common(first) or is_common(last)) and gazetteer.entry(last) is None
    return words and gazetteer.entry(first) is None and last not in lexicons.listed("org_nouns")


def _first_words(names: Iterable[str]) -> set[str]:
    """What names of two words open with, where it is no word and no name of a list."""
    firsts = {name.partition(" ")[0] for name in names if name.count(" ") == 1}
    return {
        word
        for word in firsts
        if len(word) > _SHORTEST and not is_common(word) and gazetteer.entry(word) is None
    }


_SHORTEST = 3
"""Letters of what is no word a text calls a company by."""


@cache
def _companies() -> frozenset[str]:
    """What the name of a company ends with."""
    rows = {row[0]: row[1] for row in lexicons.table("group_kinds")}
    return frozenset(rows["company"].split())


_KINDS = frozenset(
    {"Co", "College", "Company", "Corporation", "Group", "Holdings", "Hospital", "Inc", "Ltd"}
    | {"School", "University"}
)


def _taken_up(words: Sequence[Word], first: int, last: int) -> bool:
    before = words[first - 1].text if first else ""
    after = words[last].text if last < len(words) else ""
    goes_on = after in ("of", "for") or (after == "on" and not _is_day(words, last + 1))
    return before in ("the", "The") and not after[:1].isupper() and not goes_on


def _is_day(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in calendar.day_name


def _known(proposal: Proposal, canonical: str | None = None) -> Known:
    return Known(
        canonical=canonical or proposal.canonical,
        label=proposal.label,
        by="rule:alias",
        seat=proposal.seat,
        country=proposal.country,
        weak=proposal.weak,
    )


def _again(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    for each in found:
        ruled = each.by.startswith("rule:") and not each.weak
        if each.by == "rule:embassy" and " in " in each.canonical:
            yield each.canonical.partition(" in ")[0], _known(each)
        if ruled and each.label in ("PERSON", "ORG") and " " in each.canonical:
            yield each.canonical, replace(_known(each), by=each.by)
    yield from _seen(found)


def _seen(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The names of several words that a trained pipeline sees somewhere in the text, of one label.

    It reads sentence by sentence: what is a name in one it may overlook in the next.
    """
    labels: dict[str, dict[str, Proposal]] = {}
    for each in found:
        work = each.label == "WORK" and each.canonical.count(" ") < _TITLE
        if each.by.startswith("model:") and " " in each.canonical and not work:
            labels.setdefault(each.canonical, {})[each.label] = each
    for name, by_label in labels.items():
        if len(by_label) == 1:
            known = _known(next(iter(by_label.values())))
            yield name, replace(known, by="rule:again", weak=True, when=_ends_here)


_TITLE = 2
"""Spaces in a title that is no phrase besides."""


def _ends_here(words: Sequence[Word], first: int, last: int) -> bool:  # noqa: ARG001
    return not (last < len(words) and words[last].text[:1].isupper())


def _surnames(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The surnames and given names of the persons in a text; of those that two of them share only
    the ones that can be told (`families.py`).
    """
    named = [each for each in found if each.label == "PERSON"]
    persons = {each.canonical: each for each in named}
    told = [each.canonical for each in named]
    full = {name: each for name, each in persons.items() if " " in name}
    owners: dict[str, set[str]] = {}
    for name in full:
        for part in _parts(name)[: 1 if full[name].weak else 2]:
            owners.setdefault(part, set()).add(name)
    yield from _ends(full)
    for part, names in owners.items():
        when = _after_title if gazetteer.is_place(part) else _when(part)
        names = _longest(names)
        who = next(iter(names)) if len(names) == 1 else families.meant(part, names, told)
        if who is not None:
            yield part, replace(_known(full[who]), canonical=who, when=when)
        else:
            known = Known(canonical=part, label="PERSON", by="rule:shared-surname", when=when)
            yield part, known


def _ends(full: Mapping[str, Proposal]) -> Iterator[tuple[str, Known]]:
    """The surnames of two words and more, where one has them: "El Mansour" of "Aida El Mansour"."""
    owners: dict[str, set[str]] = {}
    for name in full:
        for end in _suffixes(name):
            owners.setdefault(end, set()).add(name)
    for end, names in owners.items():
        names = _longest(names)
        if len(names) == 1:
            name = next(iter(names))
            yield end, replace(_known(full[name]), canonical=name, when=_when(end))


def _suffixes(name: str) -> Iterator[str]:
    """What a name ends with, two words and more, not all; "De Wit" where it ends in "de Wit"."""
    _, _, end = name.partition(" ")
    while " " in end or _ARTICLE.match(end):
        yield from dict.fromkeys((end, end[0].upper() + end[1:]))
        _, _, end = end.partition(" ")


def _longest(names: set[str]) -> set[str]:
    """The names without those that are part of another: "John Poe" beside "John B. Poe"."""
    return {
        name
        for name in names
        if not any(name != other and set(name.split()) < set(other.split()) for other in names)
    }


def _parts(name: str) -> list[str]:
    """The surname, then the given name: where the family's name comes first, the reverse."""
    said = (_ARTICLE.sub("", word) for word in name.split())
    words = [word for word in said if len(word.strip(".")) > 1 and word[0].isupper()]
    return list(dict.fromkeys((words[-1], words[0]))) if words else []


_ARTICLE = re.compile(r"^[a-z]{2}-(?=[A-Z])")
"""What an Arabic surname loses where it stands alone: "Bashar | al- | Assad"."""


def _after_title(words: Sequence[Word], first: int, last: int) -> bool:  # noqa: ARG001
    """A surname that is a place too needs its title: "President Lagos"."""
    before = [word.text for word in words[max(0, first - 2) : first] if word.text != "."]
    return bool(before) and before[-1] in lexicons.listed("titles")


def _when(part: str) -> Condition:
    """A surname that is a word too must not open a sentence."""
    common = is_common(part)

    def holds(words: Sequence[Word], first: int, last: int) -> bool:
        before = words[first - 1].text if first else "."
        after = words[last].text if last < len(words) else ""
        if after[:1].isupper() and after not in ("I",):
            return False
        return not (common and before in '.!?“"”:')

    return holds
