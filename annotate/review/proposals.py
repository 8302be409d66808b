"""Names that may be one: proposed from the whole corpus, each with what speaks for it.

Every kind of proposal is a row of KINDS: a function from the corpus's names to proposals. What the
corpus itself makes certain (letters that are written out beside them, a full name that differs in
nothing but its dress) is applied by a build; the rest waits for a person. A surname is never led to
one of two people who share it, letters and surnames to nothing of which an article on another
subject speaks.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from annotate.review import bodies, initials, shortened, spellings
from annotate.review.known import Corpus, Known, Proposal, likely, some, undressed
from annotate.store.names import Renaming, Use
from annotate.subjects import akin


def proposals(uses: Iterable[Use], wikidata: Mapping[str, str] | None = None) -> list[Proposal]:
    """The names that may be one, the certain ones first; each name is led to one other at most.

    A description is led to one in each article that it stands in.
    """
    used = tuple(uses)
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for use in used:
        named[use.document][use.name] += use.mentions if use.label else 0
    corpus = Corpus(tuple(_known(used)), wikidata or {}, akin(named), tuple(_described(used)))
    taken: dict[tuple[str, str, str], Proposal] = {}
    for kind in KINDS:
        for each in kind(corpus):
            into = each.into if each.kind == bodies.KIND else ""
            taken.setdefault((each.name, each.label, into), each)
    return sorted(taken.values(), key=lambda each: (not each.certain, each.kind, each.name))


def certain(found: Iterable[Proposal]) -> list[Renaming]:
    """The proposals that need no person, as names shown under others."""
    return [
        Renaming(
            name=each.name,
            canonical=each.into,
            by=f"rule:{each.kind}",
            label=each.label,
            document=article,
            evidence=each.evidence,
        )
        for each in found
        if each.certain
        for article in each.documents or ("",)
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


def _described(uses: Iterable[Use]) -> Iterator[tuple[str, str]]:
    """What stands where names do and is no name anywhere, with its article."""
    every = tuple(uses)
    named = {use.name for use in every if use.label}
    yield from sorted({(use.document, use.name) for use in every if use.name not in named})


def _surnames(corpus: Corpus) -> Iterator[Proposal]:
    """A surname alone to the one full name of the corpus that has it, where it is alone."""
    persons = corpus.of_label.get("PERSON", ())
    short = {each.name for each, _ in initials.by_initials(corpus)}
    full = [each for each in persons if " " in each.name and each.name not in short]
    owners: dict[str, list[Known]] = defaultdict(list)
    for each in full:
        words = each.name.split()
        for word in {words[-1], words[0]}:
            owners[word.casefold()].append(each)
    for each in persons:
        alike = owners.get(each.name.casefold(), []) if " " not in each.name else []
        bearing = [one for one in alike if corpus.beside(each, one)]
        if len({undressed(one.name, "PERSON") for one in bearing}) == 1:
            one = max(bearing, key=likely)
            where = "surname" if one.name.split()[-1].casefold() == each.name.casefold() else "name"
            yield Proposal(
                kind="surname",
                name=each.name,
                into=one.name,
                label="PERSON",
                evidence=f"the only one of this {where} on the subject, in {some(one.documents)}",
                documents=corpus.beside(each, one),
            )


def _same_item(corpus: Corpus) -> Iterator[Proposal]:
    """Names that the codebook gives one item of Wikidata."""
    items: dict[str, list[Known]] = defaultdict(list)
    for each in corpus.names:
        if each.name in corpus.wikidata:
            items[corpus.wikidata[each.name]].append(each)
    for item, group in items.items():
        best = max(group, key=likely)
        for each in group:
            if each.name != best.name:
                yield Proposal(
                    kind="wikidata",
                    name=each.name,
                    into=best.name,
                    label=each.label,
                    evidence=f"the codebook gives both the item {item}",
                )


KINDS: tuple[Callable[[Corpus], Iterator[Proposal]], ...] = (
    initials.acronyms,
    spellings.dressed,
    _same_item,
    initials.initialled,
    _surnames,
    spellings.variants,
    shortened.shortened,
    bodies.described,
)
"""What proposes names, the most certain first."""
