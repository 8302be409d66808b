"""A body that an article calls by its kind: "the council" of the one council that it names."""

from collections import defaultdict
from collections.abc import Iterator

from annotate.review.known import Corpus, Proposal, some, undressed

KIND = "description"
"""The kind of these proposals: each holds in its articles; the next speak of other bodies."""


def described(corpus: Corpus) -> Iterator[Proposal]:
    """A description to the one body of its article whose name ends in its words."""
    bodies: dict[str, list[str]] = defaultdict(list)
    for each in corpus.of_label.get("ORG", ()):
        for document in each.documents:
            bodies[document].append(each.name)
    meant: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document, words in corpus.described:
        ending = f" {undressed(words, 'ORG')}"
        ended = [name for name in bodies[document] if undressed(name, "ORG").endswith(ending)]
        if len(ended) == 1:
            meant[words, ended[0]].append(document)
    for (words, body), documents in meant.items():
        yield Proposal(
            kind=KIND,
            name=words,
            into=body,
            label="",
            evidence=f"the only body whose name ends so in {some(documents)}",
            documents=tuple(documents),
        )
