"""Attitudes: sentences of news with a marked target, negative, neutral or positive towards it."""

from collections.abc import Iterator
from pathlib import Path

from annotate.training.examples import Example, rows, worded
from annotate.training.names import touched

LONGEST = 120
"""Words of a sentence; what is longer is left out."""


def read(path: Path) -> Iterator[Example]:
    """One example a target; its labels are the target's words, and the attitude alone."""
    for row in rows(path):
        doc = worded(row["sentence_normalized"])
        if len(doc) > LONGEST:
            continue
        for target in row["targets"]:
            marked = touched(doc, target["from"], target["to"])
            if marked:
                yield Example(
                    words=tuple(token.text for token in doc),
                    labels={
                        "target": tuple(int(word in marked) for word in range(len(doc))),
                        "attitude": (int(target["polarity"]) // 2 - 1,),
                    },
                    source="newsmtsc",
                )
