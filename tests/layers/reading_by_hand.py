"""Documents of the invented world built by hand for the layers that read sentences."""

import re
from collections.abc import Sequence

from annotate import language
from annotate.codebook import Codebook, Name, Topic
from annotate.language import Parsed
from annotate.model import Document, Entity, Meta, Segment

NAMES = {
    "Ilse Marant": ("PERSON", "Ilse Marant", None),
    "Marant": ("PERSON", "Ilse Marant", None),
    "Tomas Verrin": ("PERSON", "Tomas Verrin", None),
    "Verrin": ("PERSON", "Tomas Verrin", None),
    "Anja Kolde": ("PERSON", "Anja Kolde", None),
    "Kolde": ("PERSON", "Anja Kolde", None),
    "Oskar Pell": ("PERSON", "Oskar Pell", None),
    "Delta Rights Watch": ("ORG", "Delta Rights Watch", None),
    "The Estuary Review": ("ORG", "The Estuary Review", None),
    "ODP": ("ORG", "Office for Displaced Persons", None),
    "Ostrean government": ("ORG", "Government of Ostrea", "Ostrea"),
    "Government of Ostrea": ("ORG", "Government of Ostrea", "Ostrea"),
    "Vantor": ("GPE", "Vantor", "Ostrea"),
    "Ostrea": ("GPE", "Ostrea", None),
    "Refugee Convention": ("LAW", "Refugee Convention", None),
    "Haixia": ("GPE", "Haixia", None),
    "Dorvanians": ("NORP", "Dorvanian", None),
    "Dorvanian": ("NORP", "Dorvanian", None),
}
_NAME = re.compile(r"\b(?:" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b")

CODEBOOK = Codebook(
    topics={
        "return": Topic(key="return", statement="Ostrea should return Dorvanians who crossed."),
        "recognition": Topic(
            key="recognition",
            statement="Dorvanians in Ostrea are refugees and should be recognised as such.",
            note="Calling them squatters opposes.",
        ),
        "policy": Topic(
            key="policy",
            statement="Ostrea's policy towards Dorvanians is right as it stands.",
            note="Calling for residence permits or schooling opposes.",
        ),
        "aid": Topic(key="aid", statement="Dorvania's people should be given aid."),
    },
    terms={
        "refugee": ("refugee", "refugees", "asylum seeker", "asylum seekers", "难民", "nanmin"),
        "squatter": ("squatter", "squatters", "illegal settler"),
        "drifter": ("drifter", "drifters", "drifting people", "漂民", "piaomin"),
    },
    names={
        "Ostrea": Name(canonical="Ostrea", label="GPE", demonym="Ostrean"),
        "Dorvania": Name(canonical="Dorvania", label="GPE", demonym="Dorvanian"),
    },
)


def parsed(
    paragraphs: Sequence[str],
    kinds: Sequence[str] = (),
    *,
    codebook: Codebook = CODEBOOK,
    author: str | None = None,
    date: str | None = None,
) -> tuple[Parsed, tuple[Entity, ...]]:
    """Paragraphs read as segments of these kinds, and the names in them."""
    text = "\n\n".join(paragraphs)
    segments, at = [], 0
    for n, words in enumerate(paragraphs):
        kind = kinds[n] if kinds else "paragraph"
        said = kind in {"comment", "comment_meta"}
        segments.append(
            Segment(
                n=n,
                kind=kind,
                start=at,
                end=at + len(words),
                author=author if said else None,
                date=date if said else None,
            )
        )
        at += len(words) + 2
    document = Document(
        id="t", text=text, segments=tuple(segments), meta=Meta(publisher="Sino-Delta Notes (SDN)")
    )
    return language.read(document, codebook=codebook), tuple(_entities(text))


def _entities(text: str) -> list[Entity]:
    return [
        Entity(
            label=NAMES[m.group()][0],
            canonical=NAMES[m.group()][1],
            stands_for=NAMES[m.group()][2],
            start=m.start(),
            end=m.end(),
            text=m.group(),
            by="test",
        )
        for m in _NAME.finditer(text)
    ]
