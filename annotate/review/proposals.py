"""Names that may be one: proposed from the whole corpus, each with what speaks for it.

Every kind of proposal is a row of KINDS: a function from the corpus's names to proposals. What the
corpus itself makes certain (letters that are written out beside them, a full name that differs in
nothing but its dress) is applied by a build; the rest waits for a person. A surname is never led to
one of two people who share it.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz

from annotate import lexicons
from annotate.letters import plain
from annotate.store.names import Renaming, Use

ALIKE = 88.0
"""Similarity of two names, of 100, from which a variant of spelling is proposed: "Katarina Dov" and
"Katerina Dov" have 92, "Anna Verrin" and "Ana Verrin" 95, "Olga Merrin" and "Anna Verrin" 64."""

WORD_ALIKE = 70.0
"""The same for each of their words: "Ministry of Health" and "Ministry of Wealth" differ in one
letter of one word, as names of two things do, and "Health" and "Wealth" have 83; a first letter
that differs is therefore refused too."""

BLOCK = 400
"""Names of one first letter and kind up to which each is compared with each."""


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
    """The names of a corpus. wikidata: the codebook's items, by name."""

    names: tuple[Known, ...]
    wikidata: Mapping[str, str]

    @cached_property
    def of_label(self) -> Mapping[str, tuple[Known, ...]]:
        """The names of each kind."""
        found: dict[str, list[Known]] = defaultdict(list)
        for each in self.names:
            found[each.label].append(each)
        return {label: tuple(names) for label, names in found.items()}


def proposals(uses: Iterable[Use], wikidata: Mapping[str, str] | None = None) -> list[Proposal]:
    """The names that may be one, the certain ones first; each name is led to one other at most."""
    corpus = Corpus(tuple(_known(uses)), wikidata or {})
    taken: dict[tuple[str, str], Proposal] = {}
    for kind in KINDS:
        for each in kind(corpus):
            taken.setdefault((each.name, each.label), each)
    return sorted(taken.values(), key=lambda each: (not each.certain, each.kind, each.name))


def certain(found: Iterable[Proposal]) -> list[Renaming]:
    """The proposals that need no person, as names shown under others."""
    return [
        Renaming(
            name=each.name,
            canonical=each.into,
            by=f"rule:{each.kind}",
            label=each.label,
            evidence=each.evidence,
        )
        for each in found
        if each.certain
    ]


def _known(uses: Iterable[Use]) -> Iterator[Known]:
    grouped: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses:
        if use.label:
            grouped[(use.name, use.label)].append(use)
    for (name, label), each in grouped.items():
        yield Known(
            name=name,
            label=label,
            documents=tuple(sorted({use.document for use in each})),
            forms=frozenset(use.form for use in each),
            mentions=sum(use.mentions for use in each),
        )


_LETTERS = re.compile(r"(?:[A-Z]\.?){2,8}")
_MINOR = frozenset({"of", "for", "and", "the", "on", "in", "to", "against", "&", "de", "du", "des"})


def _acronyms(corpus: Corpus) -> Iterator[Proposal]:
    """Letters to the name that another article writes out beside them.

    Certain where all articles that write them out mean one name; proposed to each of several, and
    to a name of the corpus whose initials they are, though no article says so.
    """
    written: dict[str, dict[str, Known]] = defaultdict(dict)
    for each in corpus.names:
        for form in each.forms - {each.name}:
            if _LETTERS.fullmatch(form) and " " in each.name and each.label != "PERSON":
                written[_bare(form)][each.name] = each
    initials: dict[str, dict[str, Known]] = defaultdict(dict)
    for each in corpus.names:
        if " " in each.name and each.label in ("ORG", "LAW", "EVENT"):
            initials[_initials(each.name)][each.name] = each
    for each in corpus.names:
        if not _LETTERS.fullmatch(each.name) or each.label == "PERSON":
            continue
        letters = _bare(each.name)
        meant = written.get(letters) or initials.get(letters, {})
        for long in sorted(meant.values(), key=lambda one: -len(one.documents))[:1]:
            said = letters in written
            yield Proposal(
                kind="acronym",
                name=each.name,
                into=long.name,
                label=each.label,
                evidence=_acronym_evidence(each.name, meant, long, said=said),
                certain=said and len(meant) == 1 and long.label == each.label,
            )


def _acronym_evidence(letters: str, meant: Mapping[str, Known], long: Known, *, said: bool) -> str:
    if not said:
        return f"{letters} are the initials of {long.name!r} in {_in(long.documents)}"
    others = sorted(set(meant) - {long.name})
    but = f"; elsewhere {', '.join(map(repr, others))}" if others else ""
    return f"{letters} stands for {long.name!r} in {_in(long.documents)}{but}"


def _bare(letters: str) -> str:
    return letters.replace(".", "")


def _initials(name: str) -> str:
    words = (word for word in re.findall(r"[^\W_]+", name) if word.lower() not in _MINOR)
    return "".join(word[0] for word in words).upper()


def _dressed(corpus: Corpus) -> Iterator[Proposal]:
    """Full names that differ in case, dots, hyphens, marks or a title alone."""
    for label, names in corpus.of_label.items():
        alike: dict[str, list[Known]] = defaultdict(list)
        for each in names:
            alike[_undressed(each.name, label)].append(each)
        for key, group in alike.items():
            best = max(group, key=_likely)
            for each in group:
                if each is not best and " " in key:
                    yield Proposal(
                        kind="dress",
                        name=each.name,
                        into=best.name,
                        label=label,
                        evidence=f"the same name but for its dress, in {_in(best.documents)}",
                        certain=True,
                    )


def _undressed(name: str, label: str) -> str:
    words = re.sub(r"[.’'‘`]", "", name).replace("-", " ").replace("‐", " ").split()
    if label == "PERSON":
        while len(words) > 2 and words[0].lower() in _titles():
            words = words[1:]
    elif words[:1] and words[0].lower() == "the" and len(words) > 2:
        words = words[1:]
    return " ".join(words).casefold()


def _titles() -> frozenset[str]:
    return frozenset(each.rstrip(".").lower() for each in lexicons.words("titles"))


def _likely(each: Known) -> tuple[int, int, int, str]:
    """How likely a spelling is the one to show: in most articles, not in capitals, shortest."""
    return len(each.documents), -int(each.name.isupper()), -len(each.name), each.name


def _surnames(corpus: Corpus) -> Iterator[Proposal]:
    """A surname alone to the one full name of the corpus that has it, where it is alone."""
    persons = corpus.of_label.get("PERSON", ())
    short = {each.name for each, _ in _by_initials(corpus)}
    full = [each for each in persons if " " in each.name and each.name not in short]
    owners: dict[str, list[Known]] = defaultdict(list)
    for each in full:
        words = each.name.split()
        for word in {words[-1], words[0]}:
            owners[word.casefold()].append(each)
    for each in persons:
        bearing = owners.get(each.name.casefold(), []) if " " not in each.name else []
        if len({_undressed(one.name, "PERSON") for one in bearing}) == 1:
            one = max(bearing, key=_likely)
            where = "surname" if one.name.split()[-1].casefold() == each.name.casefold() else "name"
            yield Proposal(
                kind="surname",
                name=each.name,
                into=one.name,
                label="PERSON",
                evidence=f"the only person of this {where} in the corpus, in {_in(one.documents)}",
                documents=each.documents,
            )


def _initialled(corpus: Corpus) -> Iterator[Proposal]:
    """A name of initials to the one full name of the corpus that it shortens."""
    for each, one in _by_initials(corpus):
        yield Proposal(
            kind="initials",
            name=each.name,
            into=one.name,
            label="PERSON",
            evidence=f"the only person of these initials and surname, in {_in(one.documents)}",
            documents=each.documents,
        )


def _by_initials(corpus: Corpus) -> Iterator[tuple[Known, Known]]:
    """The names of initials, each with the one full name that it shortens."""
    full: dict[str, list[Known]] = defaultdict(list)
    persons = [(each, each.name.split()) for each in corpus.of_label.get("PERSON", ())]
    for each, words in persons:
        if len(words) > 1 and not _INITIAL.fullmatch(words[0]):
            full[words[-1].casefold()].append(each)
    for each, words in persons:
        if len(words) < 2 or not all(map(_INITIAL.fullmatch, words[:-1])):
            continue
        letters = "".join(words[:-1]).replace(".", "")
        bearing = [
            one
            for one in full.get(words[-1].casefold(), ())
            if "".join(word[0] for word in one.name.split()[:-1]).startswith(letters)
        ]
        if len({_undressed(one.name, "PERSON") for one in bearing}) == 1:
            yield each, max(bearing, key=_likely)


_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")


def _variants(corpus: Corpus) -> Iterator[Proposal]:
    """Names that sound or are spelled nearly alike: other accents, hyphens, romanisations."""
    for label, names in corpus.of_label.items():
        blocks: dict[str, list[Known]] = defaultdict(list)
        for each in names:
            if len(each.name) > 4 and not each.name.isupper():
                blocks[_plain(each.name)[:1]].append(each)
        for block in blocks.values():
            ranked = sorted(block, key=_likely, reverse=True)[:BLOCK]
            for one, other in combinations(ranked, 2):
                how = _alike(one, other)
                if how:
                    yield Proposal(
                        kind="spelling",
                        name=other.name,
                        into=one.name,
                        label=label,
                        evidence=f"{how}; {one.name!r} is in {_in(one.documents)}",
                    )


def _alike(one: Known, other: Known) -> str:
    """How two names are alike, "" if they are not."""
    first, second = _plain(one.name), _plain(other.name)
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return ""
    if first.replace(" ", "") == second.replace(" ", ""):
        return "the same but for accents, hyphens and spaces"
    words, others = first.split(), second.split()
    if len(words) != len(others) or (len(words) == 1 and one.label in ("GPE", "NORP", "LOC")):
        return ""  # places and peoples of one word lie close: Iran and Iraq
    likeness = fuzz.ratio(first, second)
    if likeness < ALIKE or not all(map(_word_alike, words, others)):
        return ""
    return f"spelled alike to {likeness:.0f} %"


def _word_alike(word: str, other: str) -> bool:
    same_start = word[:1] == other[:1] or {word[:1], other[:1]} <= {"c", "k", "q"}
    return word == other or (same_start and fuzz.ratio(word, other) >= WORD_ALIKE)


def _plain(name: str) -> str:
    letters = plain(name)
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub(r"['’‘ʼ.]", "", letters)).split())


def _same_item(corpus: Corpus) -> Iterator[Proposal]:
    """Names that the codebook gives one item of Wikidata."""
    items: dict[str, list[Known]] = defaultdict(list)
    for each in corpus.names:
        if each.name in corpus.wikidata:
            items[corpus.wikidata[each.name]].append(each)
    for item, group in items.items():
        best = max(group, key=_likely)
        for each in group:
            if each.name != best.name:
                yield Proposal(
                    kind="wikidata",
                    name=each.name,
                    into=best.name,
                    label=each.label,
                    evidence=f"the codebook gives both the item {item}",
                )


def _in(documents: Sequence[str]) -> str:
    shown = ", ".join(documents[:3])
    return shown if len(documents) <= 3 else f"{shown} and {len(documents) - 3} more"


KINDS: tuple[Callable[[Corpus], Iterator[Proposal]], ...] = (
    _acronyms,
    _dressed,
    _same_item,
    _initialled,
    _surnames,
    _variants,
)
"""What proposes names, the most certain first."""
