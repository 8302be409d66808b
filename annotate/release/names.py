"""Names that may not leave the house: in which forms they are written, and what stands for each.

A name is found on a copy of the text on which spellings of it are alike: without accents, capitals,
markup, hyphens and white space. So `TOMAS\\nVERRIN`, `Tómas **Verrin**` and `tomas-verrin.html` are
the same name. Every form of it is replaced by the one pseudonym that its owner chose.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from annotate import yamlfile
from annotate.model import Pair
from annotate.release.edits import Edit, edited
from annotate.yamlfile import Checked

_LONG = 4
"""Letters of a name's last word from which on it tells the person by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A protected name. forms: all ways to write it, alike ones folded into one."""

    name: str
    pseudonym: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """All protected names."""

    names: tuple[Name, ...] = ()

    def replaced(self, text: str) -> str:
        """The text with pseudonyms in the place of names."""
        return edited(text, self.edits(text)).text if self.stand_in(text) else text

    def stand_in(self, text: str) -> bool:
        """Whether a name stands in a text, in whatever form, also escaped for a page or an address.

        A cheap question, to be asked before an expensive one.
        """
        pattern = self._pattern()
        return pattern is not None and any(pattern.search(each) for each in readings(text))

    def edits(self, text: str, marks: Collection[Pair] = ()) -> list[Edit]:
        """What replaces the names of a text. marks: stretches of markup, which may break a name."""
        pattern = self._pattern()
        if pattern is None:
            return []
        places = {}
        for hidden in [(), marks] if marks else [()]:
            folded, starts, ends = _folded(text, hidden)
            for found in pattern.finditer(folded):
                start, end = starts[found.start("name")], ends[found.end("name") - 1]
                places[start, end] = self._pseudonym(found["name"])
        return list(_longest(places))

    def _pseudonym(self, form: str) -> str:
        return next(each.pseudonym for each in self.names if form in each.forms)

    def _pattern(self) -> re.Pattern[str] | None:
        return _compiled(tuple(form for name in self.names for form in name.forms))


_PATTERNS: dict[tuple[str, ...], re.Pattern[str] | None] = {}


def _compiled(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    if forms not in _PATTERNS:
        choices = "|".join(map(bordered, sorted(set(forms), key=len, reverse=True)))
        _PATTERNS[forms] = re.compile(f"(?P<name>{choices})") if forms else None
    return _PATTERNS[forms]


def bordered(form: str) -> str:
    """The pattern of a folded form: a word of its own, a plain genitive s behind it allowed.

    Signs of Chinese, Japanese and Korean stand in a run without borders.
    """
    words = re.escape(form)
    if not form.isascii() and any(unicodedata.category(sign) == "Lo" for sign in form):
        return words
    return rf"(?<!\w){words}(?=s?(?!\w))"


def flat(text: str) -> str:
    """The copy on which names are compared: small letters and digits, all else one space."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _OTHER.sub(" ", _NOTHING.sub("", plain))


_NOTHING = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_OTHER = re.compile(r"[\W_]+")


def readings(text: str) -> Iterator[str]:
    """A text as its folded copy, and as what it says where it is escaped."""
    yield flat(text)
    if "&" in text:
        yield flat(unescape(text))
    if "%" in text:
        yield flat(unquote(text))
    if "\\" in text:
        yield flat(_ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text))


_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")


def _folded(text: str, marks: Iterable[Pair]) -> tuple[str, list[int], list[int]]:
    """The folded copy, and for each of its signs where it starts and ends in the text."""
    hidden = {place for start, end in marks for place in range(start, end)}
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, sign in enumerate(text):
        if place in hidden:
            continue
        alike = _alike(sign)
        if not alike and ends:  # an accent, a soft hyphen: a part of the letter before
            ends[-1] = place + 1
        for letter in alike:
            if letter != " " or letters[-1:] != [" "]:
                letters.append(letter)
                starts.append(place)
                ends.append(place + 1)
    return "".join(letters), starts, ends


_alike = lru_cache(maxsize=4096)(flat)


def _longest(places: Mapping[Pair, str]) -> Iterator[Edit]:
    """Of stretches that overlap the longest."""
    taken: list[Pair] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
    for start, end in sorted(taken):
        yield Edit(start=start, end=end, by=places[start, end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What a database calls somebody. texts: as articles write it. is_person: by its label."""

    texts: frozenset[str] = frozenset()
    is_person: bool = True


def load(path: Path, called: Mapping[str, Called]) -> Names:
    """The protected names of a file, none where there is no file.

    called: by canonical name, what the database knows of it.
    Raises CodebookError if a pseudonym tells a name, or two names share a form or a pseudonym.
    """
    if not path.is_file():
        return Names()
    checked = yamlfile.load(path, "protected", shown=path.name)
    stated = checked.value.get("names") or []
    found = Names(tuple(_name(each, called.get(each["name"], Called())) for each in stated))
    _check(checked, found)
    return found


def _name(stated: Mapping[str, Any], called: Called) -> Name:
    given = [stated["name"], *stated.get("aliases", ())]
    words = flat(stated["name"]).split()
    last = flat(stated["name"].split()[-1]).strip()  # of a surname such as O'Neil more than a word
    is_person = called.is_person and stated.get("kind", "person") == "person"
    if is_person and len(words) > 1:
        given += [each for each in dict.fromkeys((last, words[-1])) if len(each) >= _LONG]
    told = {word for form in given for word in flat(form).split()}
    given += [text for text in sorted(called.texts) if told.issuperset(flat(text).split())]
    return Name(name=stated["name"], pseudonym=stated["as"], forms=tuple(_forms(given)))


def _forms(given: Iterable[str]) -> Iterator[str]:
    """The folded forms, those of several words also in one word as addresses have them."""
    folded = (flat(form).strip() for form in given)
    several = [(form, form.replace(" ", "")) for form in folded if form]
    yield from dict.fromkeys(form for pair in several for form in pair)


def _check(checked: Checked, names: Names) -> None:
    by_form: dict[str, str] = {}
    by_pseudonym: dict[str, str] = {}
    for n, each in enumerate(names.names):
        if names.stand_in(each.pseudonym):
            raise checked.error(
                ("names", n, "as"), f"as: {each.pseudonym!r} tells a name that is protected"
            )
        other = by_pseudonym.setdefault(each.pseudonym, each.name)
        if other != each.name:
            raise checked.error(
                ("names", n, "as"), f"as: {each.pseudonym!r} stands for {other!r} already"
            )
        for form in each.forms:
            other = by_form.setdefault(form, each.name)
            if other != each.name:
                raise checked.error(
                    ("names", n),
                    f"{form!r} may be {other!r} or {each.name!r}; give `kind: other` or an alias "
                    "to one of them",
                )
