"""Articles and a codebook that mean harm: every word that a page shows is an attack on it."""

from contextlib import closing
from pathlib import Path

from annotate.codebook import Codebook, Name, Topic
from annotate.model import (
    Document,
    Entity,
    Mention,
    Meta,
    Number,
    Quote,
    Segment,
    Span,
    Stance,
    Stretch,
    Term,
)
from annotate.store import database, runs, write
from tests.publish.articles import with_ids
from tests.publish.conftest import RECIPE

HIT = "data-hit onerror=\"document.title='hit'\" onload=\"document.title='hit'\""

ATTACKS = (
    f"<script {HIT}>document.title='hit'</script>",
    f'"><img src=x {HIT}>',
    f"'><svg {HIT}><animate onbegin=\"document.title='hit'\" attributeName=x></svg>",
    f'</title></textarea></style><iframe srcdoc="<script>top.document.title=1</script>" {HIT}>',
    f"<style {HIT}>body {{ display: none }}</style>",
    f"<base href=//evil.example/ {HIT}><meta http-equiv=refresh content='0;url=//evil.example/'>",
    "javascript:document.title='hit'//",
    "data:text/html,<script>document.title='hit'</script>",
    "{{ cycler.__init__.__globals__ }} {% for x in y %} ${7*7} #{7*7}",
    f"\u202e\u2066<b {HIT}>\u2069 \u0000 \ufeff",
    "z" * 20_000,
    f"=cmd|' /C calc'!A0 --><details open ontoggle=\"document.title='hit'\" {HIT}>",
)


def articles() -> list[Document]:
    """An article for each attack."""
    return [_article(n, attack.replace("\0", "")) for n, attack in enumerate(ATTACKS)]


def _article(n: int, attack: str) -> Document:
    text = f"{attack}\n\n{attack}\n\n{attack}"
    size = len(attack)
    places = [(at, at + size) for at in (0, size + 2, 2 * size + 4)]
    kinds = ("title", "paragraph", "comment")
    segments = tuple(
        Segment(n=at, kind=kind, start=place[0], end=place[1], number=at or None, author=attack)
        for at, (kind, place) in enumerate(zip(kinds, places, strict=True))
    )
    return with_ids(
        Document(
            id=f"attack-{n}/{attack[:60]}",
            text=text,
            form="markdown",
            meta=Meta(
                title=attack,
                authors=(attack,),
                publisher=attack,
                container_title=attack,
                published="2013",
                license=attack,
                language="en",
                url=attack,
                origins={"title": attack, "authors": attack, "url": attack},
            ),
            segments=segments,
            spans=tuple(_spans(attack, *places[1])),
        )
    )


def _spans(attack: str, start: int, end: int) -> list[Span]:
    spot = {"start": start, "end": end, "text": attack, "by": attack}
    who = Mention(canonical=attack, start=start, end=end)
    cue = Stretch(start=start, end=min(end, start + 5))
    return [
        Entity(label="ORG", canonical=attack, **spot),
        Number(label="count", value=1.0, counted=attack, unit=attack, said_by=attack, **spot),
        Quote(label="direct", source=who, cue=cue, **spot),
        Stance(
            label="opposes",
            holder=who,
            target=attack,
            act="urges",
            mode="direct",
            addressee=attack,
            via=(who,),
            **spot,
        ),
        Term(label=attack, holder=attack, use="own", **spot),
    ]


def codebook() -> Codebook:
    """A codebook whose every word is an attack."""
    words = [attack.replace("\0", "") for attack in ATTACKS]
    return Codebook(
        topics={each: Topic(key=each, statement=each, note=each) for each in words},
        names={each: Name(canonical=each, label="ORG", aliases=(f"{each} ",)) for each in words},
    )


def built(path: Path) -> Path:
    """A database of all that; the page as received of each article is its attack too."""
    with closing(database.open_for_writing(path)) as conn:
        number = runs.begin(conn, RECIPE, codebook())
        for document in articles():
            write.save(conn, document)
        runs.end(conn, number, runs.Counts(read=len(ATTACKS)), {ATTACKS[0]: ATTACKS[1]})
    return path
