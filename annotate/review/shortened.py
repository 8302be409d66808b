"""A body or a law by a part of its name: "Lawyers' Chamber" of "Lawyers' Chamber of Selm".

Proposed where the corpus has one longer name alone that begins or ends so, since "Supreme Court"
is nobody's in particular where two countries' are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotate.review.known import Corpus, Known, Proposal, likely, some, undressed

_LABELS = ("EVENT", "LAW", "ORG")
_LINKS = frozenset({"for", "in", "of", "on"})
_FEWEST = 2
"""Words of a part at the least: "Chamber" alone may be any."""


def shortened(corpus: Corpus) -> Iterator[Proposal]:
    """Names that are the beginning or the end of one longer name alone, parted at an "of"."""
    for label in _LABELS:
        names = corpus.of_label.get(label, ())
        longer = _by_part(names)
        for each in names:
            whole = longer.get(undressed(each.name, label), ())
            if len({undressed(one.name, label) for one in whole}) == 1:
                one = max(whole, key=likely)
                yield Proposal(
                    kind="part",
                    name=each.name,
                    into=one.name,
                    label=label,
                    evidence=f"the only longer name with these words, in {some(one.documents)}",
                    documents=each.documents,
                )


def _by_part(names: Iterable[Known]) -> dict[str, list[Known]]:
    """The names by what they begin and end with, parted before an "of"."""
    found: dict[str, list[Known]] = defaultdict(list)
    for each in names:
        words = undressed(each.name, each.label).split()
        for at, word in enumerate(words):
            if word not in _LINKS or at < _FEWEST:
                continue
            found[" ".join(words[:at])].append(each)
            for first in range(1, at):
                found[" ".join(words[first:])].append(each)
    return found
