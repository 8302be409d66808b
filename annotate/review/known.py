"""The names of a corpus as proposals are made of them, and a proposal."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotate import lexicons
from annotate.subjects import Akin


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A name that may be another. label: its kind. documents: where this holds, () for all.

    certain: whether it needs no person. evidence: a sentence.
    """

    kind: str
    name: str
    into: str
    label: str
    evidence: str
    documents: tuple[str, ...] = ()
    certain: bool = False

    @property
    def id(self) -> str:
        """A short name that is the same in every run."""
        said = "\x1f".join((self.kind, self.label, self.name, self.into))
        return f"p-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of a kind. documents: where it is used. forms: how texts have it."""

    name: str
    label: str
    documents: tuple[str, ...]
    forms: frozenset[str]
    mentions: int


@dataclass(frozen=True)
class Corpus:
    """The names of a corpus. wikidata: the codebook's items, by name.

    described: what stands where names do and is none, by article: "council". akin: whether two
    articles are on one subject, so that who is called alike in both may be one.
    """

    names: tuple[Known, ...]
    wikidata: Mapping[str, str]
    akin: Akin
    described: tuple[tuple[str, str], ...] = ()

    @cached_property
    def of_label(self) -> Mapping[str, tuple[Known, ...]]:
        """The names of each kind."""
        found: dict[str, list[Known]] = defaultdict(list)
        for each in self.names:
            found[each.label].append(each)
        return {label: tuple(names) for label, names in found.items()}

    def beside(self, one: Known, other: Known) -> tuple[str, ...]:
        """The articles with the one name that are on the subject of an article with the other."""
        return tuple(a for a in one.documents if any(self.akin(a, b) for b in other.documents))


def undressed(name: str, label: str) -> str:
    """A name without what may differ between two spellings of it: marks, case, titles."""
    words = re.sub(r"[.’'‘`]", "", name).replace("-", " ").replace("‐", " ").split()
    if label == "PERSON":
        while len(words) > 2 and words[0].lower() in _titles():
            words = words[1:]
    elif words[:1] and words[0].lower() == "the" and len(words) > 2:
        words = words[1:]
    return " ".join(words).casefold()


def _titles() -> frozenset[str]:
    return frozenset(each.rstrip(".").lower() for each in lexicons.words("titles"))


def likely(each: Known) -> tuple[int, int, int, str]:
    """How likely a spelling is the one to show: in most articles, not in capitals, shortest."""
    return len(each.documents), -int(each.name.isupper()), -len(each.name), each.name


def some(documents: Sequence[str]) -> str:
    """Articles as evidence names them: three, and how many more there are."""
    shown = ", ".join(documents[:3])
    return shown if len(documents) <= 3 else f"{shown} and {len(documents) - 3} more"
