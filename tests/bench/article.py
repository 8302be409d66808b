"""How long an article page takes: 10,000 words with 5,000 findings, asked of a real Datasette.

`just bench article` prints the processor time of each step and of the whole page.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from annotate.model import Document, Entity, Mention, Number, Quote, Segment, Span, Stance, Term
from annotate.publish import server
from annotate.publish.article import lay_out
from annotate.store import database, queries, runs, write

WORDS = 10_000
SPANS = 5_000
ROUNDS = 3

_WORDS = ["ferry", "Ilva", "river", "landing", "crossed", "refugees", "9,000", "Vantor", "night"]


def article(*, words: int = WORDS, spans: int = SPANS) -> Document:
    """An article of paragraphs of 100 words, findings of all layers spread over it."""
    chance = random.Random(7)  # noqa: S311  # the same article each time
    paragraphs = [
        " ".join(chance.choice(_WORDS) for _ in range(100)) + "." for _ in range(words // 100)
    ]
    text = "\n\n".join(paragraphs)
    segments, at = [], 0
    for n, paragraph in enumerate(paragraphs):
        end = at + len(paragraph)
        segments.append(Segment(n=n, kind="paragraph", start=at, end=end, number=n + 1))
        at = end + 2
    found: dict[str, Span] = {}
    while len(found) < spans:
        span = _span(text, chance.choice(segments), chance, len(found))
        found[span.id] = span
    ordered = sorted(found.values(), key=lambda span: (span.start, span.end))
    return Document(id="long", text=text, segments=tuple(segments), spans=tuple(ordered))


def _span(text: str, segment: Segment, chance: random.Random, n: int) -> Span:
    words = [
        segment.start + at
        for at, sign in enumerate(text[segment.start : segment.end])
        if sign == " "
    ]
    first = chance.choice(words[:-12]) + 1
    layer = chance.choices(("entity", "number", "quote", "stance", "term"), (50, 25, 10, 10, 5))[0]
    end = text.index(" ", first + (60 if layer in ("quote", "stance") else 0))
    told: dict[str, Any] = {
        "start": first,
        "end": end,
        "text": text[first:end],
        "by": "rule:bench",
        "id": f"{layer[0]}-{n}",
    }
    who = Mention(canonical="Delta Rights Watch")
    if layer == "entity":
        return Entity(label="LOC", canonical="Ilva", **told)
    if layer == "number":
        return Number(label="count", value=9000.0, counted="refugees", said_by="Vantor", **told)
    if layer == "quote":
        return Quote(label="direct", source=who, **told)
    if layer == "stance":
        return Stance(
            label="opposes", holder=who, target="ferries", act="urges", mode="direct", **told
        )
    return Term(label="refugee", holder="author", use="own", **told)


def best(work: Callable[[], Any]) -> float:
    """The least processor time of several rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times) * 1000


def main() -> None:
    """Print the milliseconds of each step."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        with closing(database.open_for_writing(path)) as conn:
            number = runs.begin(
                conn, runs.Recipe(tool="", codebook="", rules="", model=""), _book()
            )
            write.save(conn, article())
            runs.end(conn, number, runs.Counts(read=1), {})
        with closing(database.open_for_reading(path)) as conn:
            document = queries.document(conn, "long")
            print(f"read     {best(lambda: queries.document(conn, 'long')):6.0f} ms")
        print(f"lay out  {best(lambda: lay_out(document, {}, cite=str)):6.0f} ms")
        server.collect_seldom()
        served = server.application(path)
        with asyncio.Runner() as runner:
            runner.run(served.invoke_startup())
            page = runner.run(served.client.get("/-/article/long"))
            whole = best(lambda: runner.run(served.client.get("/-/article/long")))
        print(f"page     {whole:6.0f} ms, {len(page.content):,} bytes")


def _book() -> Any:
    from annotate.codebook import EMPTY

    return EMPTY


if __name__ == "__main__":
    main()
