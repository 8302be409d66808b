"""Two articles of the invented world in which people speak, are reported, and are repeated."""

from typing import Any

from annotate.model import (
    AUTHOR,
    Document,
    Mention,
    Meta,
    Number,
    Quote,
    Segment,
    Sentence,
    Span,
    Stance,
    Stretch,
    Term,
)

CROSSED = "Nearly 9,000 Dorvanians crossed the Ilva in 2012"

COURIER = f"""Border figures

{CROSSED}, Delta Rights Watch says. The ferries must be stopped.

Cable: The drifters, Ruo Lin said, should be given refugee papers at once.

A teacher fears the squatters.

Send them back.
"""

REVIEW = f"""The count

According to Delta Rights Watch, {CROSSED.replace("Nearly", "nearly")}. Tomas Verrin and Edda Morn \
call for more ferries. They are refugees. No refugee is a squatter. A refugee stays a refugee.
"""


def courier() -> Document:
    """With the writer's voice, a named and an unnamed source, one behind a cable, and a comment."""
    at = _places(COURIER)
    cable = "The drifters, Ruo Lin said, should be given refugee papers at once."
    lin = Mention(canonical="Ruo Lin", **_ends(at("Ruo Lin")))
    watch = Mention(canonical="Delta Rights Watch", **_ends(at("Delta Rights Watch")))
    spans: tuple[Span, ...] = (
        Sentence(label="sentence", **at(f"{CROSSED}, Delta Rights Watch says.")),
        Sentence(label="sentence", **at("The ferries must be stopped.")),
        Quote(label="indirect", source=watch, **at(CROSSED)),
        Number(
            label="count",
            value=9000.0,
            high=9000.0,
            counted="Dorvanians",
            said_by="Delta Rights Watch",
            **at("Nearly 9,000"),
        ),
        Stance(
            label="opposes",
            holder=AUTHOR,
            target="ferries",
            act="urges",
            mode="author",
            addressee="Ostrea; Vantor",
            **at("The ferries must be stopped."),
        ),
        Quote(label="direct", source=Mention(canonical="cable"), **at(cable)),
        Quote(label="indirect", source=lin, depth=1, **at("should be given refugee papers")),
        Stance(
            label="supports",
            holder=lin,
            target="recognition",
            act="urges",
            mode="indirect",
            content=Stretch(**_ends(at("should be given refugee papers"))),
            **at(cable),
        ),
        Term(label="drifter", holder="Ruo Lin", use="attributed", **at("drifters")),
        Quote(label="indirect", source=Mention(canonical="teacher"), **at("the squatters")),
        Term(label="squatter", holder="teacher", use="attributed", **at("squatters")),
        Stance(
            label="supports",
            holder=Mention(canonical="pontoon77"),
            target="recognition",
            act="asserts",
            mode="author",
            **at("Send them back."),
        ),
        Term(label="squatter", holder=AUTHOR, use="own", **at("them")),
    )
    return Document(
        id="courier/figures",
        text=COURIER,
        meta=Meta(
            title="Border figures",
            authors=("Marek Toll",),
            published="2013-05-02",
            publisher="Vantor Courier",
        ),
        segments=(
            _segment(COURIER, 0, "title", "Border figures"),
            _segment(
                COURIER,
                1,
                "paragraph",
                f"{CROSSED}, Delta Rights Watch says. The ferries must be stopped.",
                number=1,
            ),
            _segment(COURIER, 2, "quote", f"Cable: {cable}", number=2),
            _segment(COURIER, 3, "paragraph", "A teacher fears the squatters.", number=3),
            _segment(COURIER, 4, "comment", "Send them back.", author="pontoon77"),
        ),
        spans=spans,
    )


def review() -> Document:
    """With the same words of the same source, a joint source, and words of its publisher."""
    at = _places(REVIEW)
    joint = "Tomas Verrin; Edda Morn"
    body = REVIEW.split("\n\n")[1].strip()
    return Document(
        id="review/count",
        text=REVIEW,
        meta=Meta(title="The count", published="2014", publisher="Estuary Review"),
        segments=(
            _segment(REVIEW, 0, "title", "The count"),
            _segment(REVIEW, 1, "paragraph", body, number=1),
        ),
        spans=(
            Sentence(label="sentence", **at("They are refugees.")),
            Sentence(label="sentence", **at("No refugee is a squatter.")),
            Sentence(label="sentence", **at("A refugee stays a refugee.")),
            Quote(
                label="indirect",
                source=Mention(canonical="Delta Rights Watch"),
                **at(CROSSED.replace("Nearly", "nearly")),
            ),
            Number(
                label="count",
                value=9000.0,
                high=9000.0,
                counted="Dorvanians",
                said_by="Delta Rights Watch",
                **at("nearly 9,000"),
            ),
            Stance(
                label="supports",
                holder=Mention(canonical=joint),
                target="ferries",
                act="urges",
                mode="indirect",
                via=(Mention(canonical="Ministry of the Interior"),),
                **at("Tomas Verrin and Edda Morn call for more ferries."),
            ),
            Term(label="refugee", holder=AUTHOR, use="own", **at("refugees")),
            Term(label="refugee", holder=AUTHOR, use="own", **at("refugee", 1)),
            Term(label="refugee", holder=AUTHOR, use="own", **at("refugee", 2)),
            Term(label="squatter", holder=AUTHOR, use="rejected", **at("squatter")),
        ),
    )


def _places(text: str) -> Any:
    def at(words: str, nth: int = 0) -> dict[str, Any]:
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        place = {"start": start, "end": start + len(words)}
        return {**place, "text": words, "by": "rule:by-hand"}

    return at


def _ends(place: dict[str, Any]) -> dict[str, int]:
    return {"start": place["start"], "end": place["end"]}


def _segment(text: str, n: int, kind: str, words: str, **more: Any) -> Segment:
    start = text.index(words)
    return Segment(n=n, kind=kind, start=start, end=start + len(words), **more)
