"""Names that letters stand for: a body by its initials, a person by those of the given names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from annotate import lexicons
from annotate.review.known import Corpus, Known, Proposal, likely, some, undressed

_LETTERS = re.compile(r"(?:[A-Z]\.?){2,8}")
_MINOR = lexicons.listed("minor_words")


def acronyms(corpus: Corpus) -> Iterator[Proposal]:
    """Letters to the name that another article writes out beside them.

    Certain where all articles on the subject that write them out mean one name; proposed to each of
    several, and to a name of the corpus whose initials they are, though no article says so.
    """
    written, initials = _written_out(corpus), _by_letters(corpus)
    for each in corpus.names:
        if not _LETTERS.fullmatch(each.name) or each.label == "PERSON":
            continue
        letters = _bare(each.name)
        said = letters in written
        alike = (written if said else initials).get(letters, {})
        meant = {name: long for name, long in alike.items() if corpus.beside(each, long)}
        for long in sorted(meant.values(), key=lambda one: -len(one.documents))[:1]:
            within = corpus.beside(each, long)
            yield Proposal(
                kind="acronym",
                name=each.name,
                into=long.name,
                label=each.label,
                evidence=_acronym_evidence(each.name, meant, long, said=said),
                documents=within if len(within) < len(each.documents) else (),
                certain=said and len(meant) == 1 and long.label == each.label,
            )


def _written_out(corpus: Corpus) -> Mapping[str, Mapping[str, Known]]:
    """The names that articles write out beside letters, by these."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for each in corpus.names:
        for form in each.forms - {each.name}:
            if _LETTERS.fullmatch(form) and " " in each.name and each.label != "PERSON":
                found[_bare(form)][each.name] = each
    return found


def _by_letters(corpus: Corpus) -> Mapping[str, Mapping[str, Known]]:
    """The names of bodies, laws and events, by their initials."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for each in corpus.names:
        if " " in each.name and each.label in ("ORG", "LAW", "EVENT"):
            found[_initials(each.name)][each.name] = each
    return found


def _acronym_evidence(letters: str, meant: Mapping[str, Known], long: Known, *, said: bool) -> str:
    if not said:
        return f"{letters} are the initials of {long.name!r} in {some(long.documents)}"
    others = sorted(set(meant) - {long.name})
    but = f"; elsewhere {', '.join(map(repr, others))}" if others else ""
    return f"{letters} stands for {long.name!r} in {some(long.documents)}{but}"


def _bare(letters: str) -> str:
    return letters.replace(".", "")


def _initials(name: str) -> str:
    words = (word for word in re.findall(r"[^\W_]+", name) if word.lower() not in _MINOR)
    return "".join(word[0] for word in words).upper()


def initialled(corpus: Corpus) -> Iterator[Proposal]:
    """A name of initials to the one full name of the corpus that it shortens."""
    for each, one in by_initials(corpus):
        yield Proposal(
            kind="initials",
            name=each.name,
            into=one.name,
            label="PERSON",
            evidence=f"the only person of these initials and surname, in {some(one.documents)}",
            documents=corpus.beside(each, one),
        )


def by_initials(corpus: Corpus) -> Iterator[tuple[Known, Known]]:
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
            and corpus.beside(each, one)
        ]
        if len({undressed(one.name, "PERSON") for one in bearing}) == 1:
            yield each, max(bearing, key=likely)


_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
