"""Letters and the names that they are the first letters of: "SWB" of the Selm Water Board."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate import lexicons
from annotate.layers.entities import gazetteer
from annotate.layers.entities.phrases import Known, alias
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import same

MINOR = lexicons.listed("minor_words")
"""Words of a name that its letters may leave out."""


def are_alike(listed: str, name: str) -> bool:
    """Whether a list's name and a text's are one, written in two ways: they share a word."""
    both = [re.findall(r"\w{3,}", one) for one in (listed, name)]
    return not MINOR.union(("and", "the")).issuperset(set(both[0]) & set(both[1]))


def abbreviates(letters: list[str], words: list[str]) -> bool:
    """Whether letters are the initials of words, minor words left out or not."""
    major = [word[0].lower() for word in words if word not in MINOR]
    every = [word[0].lower() for word in words]
    if len(letters) > 1 and letters in (major, every):
        return True
    ends = letters[0] == major[0] and letters[-1] == major[-1] if major else False
    return ends and 2 < len(letters) == len(major) - 1 and _in_order(letters, major)


def _in_order(letters: list[str], initials: list[str]) -> bool:
    left = iter(initials)
    return all(letter in left for letter in letters)


def of_bodies(named: Sequence[tuple[str, Proposal]]) -> Iterator[tuple[str, Known]]:
    """The initials of long names, where one name of the text has them: "CPS", without brackets.

    They mean it even where a list knows another by them that the text does not name in full.
    """
    owners: dict[str, dict[str, Proposal]] = {}
    full = {one.canonical for text, one in named if " " in text[one.start : one.end]}
    for _, each in named:
        found_words = re.findall(r"[^\W_]+(?:[’']s)?", each.canonical)
        words = [word for word in found_words if word not in MINOR]
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
            known = alias(next(iter(names.values())))
            body = other is not None and other.label == "ORG" and other.canonical not in full
            sure = body and not are_alike(other.canonical if other else "", known.canonical)
            yield letters, known if sure else replace(known, by="rule:initials")


_UNDERTAKINGS = frozenset({"Initiative", "Partnership", "Program", "Programme", "Project", "Trust"})
"""What a name ends with that its letters leave out: "SBV", the Selm-Brenn-Vantor Programme."""
_DATED = re.compile(r"([A-Z])\w+ (\d{1,2}) [A-Z]\w+")
"""A body named after a day, which is known by it: "M23", the March 23 Movement."""


def spelled_out(named: Sequence[tuple[str, Proposal]]) -> Iterator[tuple[str, Known]]:
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
            known = replace(alias(each), canonical=spelled.pop(), by="rule:initials")
            yield name, known
            yield known.canonical, known


def _capitals(text: str) -> str:
    """The first letters of a text's words that begin with a capital, in their order."""
    return "".join(letter for letter in _FIRST_LETTER.findall(text) if letter.isupper())


_FIRST_LETTER = re.compile(r"(?<![\w-])([^\W\d_])[^\W\d_A-Z]")
_MINOR_WORDS = rf" (?:(?:{'|'.join(sorted(MINOR - {'&'}))}) ){{0,2}}"
_INITIALS = 3
"""Words of a name whose initials stand for it without being said to: two letters mean too much."""
