"""Articles of one sentence with one figure, of which two contradict each other."""

from typing import Any

from annotate.model import Document, Entity, Meta, Number, Segment, Sentence
from tests.publish.articles import with_ids


def article(name: str, words: str, figure: str, published: str, **values: Any) -> Document:
    """An article of one sentence with one count of Dorvanians in Ostrea."""
    at, place = words.index(figure), words.index("Ostrea")
    spot: dict[str, Any] = {"by": "rule:by-hand"}
    return with_ids(
        Document(
            id=name,
            text=words,
            meta=Meta(title=f"On {name}", published=published, publisher=name),
            segments=(Segment(n=0, kind="paragraph", start=0, end=len(words), number=1),),
            spans=(
                Entity(
                    label="GPE", canonical="Ostrea", text="Ostrea", start=place, end=place + 6,
                    **spot,
                ),
                Number(
                    label="count", start=at, end=at + len(figure), text=figure,
                    counted="Dorvanians", **spot, **values,
                ),
                Sentence(label="sentence", start=0, end=len(words), text=words, **spot),
            ),
        )
    )  # fmt: skip


KOLDE = article(
    "Estuary Review", "Only 4,000 to 9,000 Dorvanians hide in Ostrea.", "4,000 to 9,000",
    "2013-05-02", low=4000.0, high=9000.0, said_by="Anja Kolde",
)  # fmt: skip
WATCH = article(
    "Delta Rights Watch", "Nearly 120,000 Dorvanians hide in Ostrea.", "Nearly 120,000",
    "2012-11-20", value=120_000.0, high=120_000.0,
)  # fmt: skip
OFFICE = article(
    "Office", "In 2012 at least 2,500 Dorvanians died in Ostrea.", "at least 2,500",
    "2013", low=2500.0, as_of="2012",
)  # fmt: skip
