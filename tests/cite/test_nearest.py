"""The passage that is nearest to words which an article no longer has."""

import pytest

from annotate.cite.nearest import nearest
from annotate.model import Document, Segment

LINES = (
    "The dam",
    "The dam of Brenn holds 40 million tons, the ministry said in May.",
    "Fishermen of the upper town want to be paid for the nets they lost.",
)
TEXT = "\n\n".join(LINES)
STARTS = [TEXT.index(line) for line in LINES]
DOCUMENT = Document(
    id="dam",
    text=TEXT,
    segments=tuple(
        Segment(n=n, kind="paragraph", start=start, end=start + len(line))
        for n, (start, line) in enumerate(zip(STARTS, LINES, strict=True))
    ),
)
NEAREST = [
    ("The dam of Brenn holds 38 million tons, the ministry said.", 1),
    ("The dam of Brenn holds 40 million tons of water, the ministry has said.", 1),
    ("Fishermen want to be paid for the nets they lost", 2),
    ("The council will vote on new ferries in the autumn of next year.", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "n"), NEAREST)
def test_a_passage_is_near_that_says_nearly_the_same(words: str, n: int | None) -> None:
    found = nearest(DOCUMENT, words)
    assert (found and found.n) == n
