"""A corpus of any size for the benchmarks: articles of the invented world, made from a seed.

Words, names, outlets and topics are as unevenly spread as in real papers (by Zipf's law), so that
some facets have a few values of a hundred thousand findings and others thousands of a few. The
first articles are saved by the store's own writing, one after another; a corpus larger than those
holds them again under other names, copied within SQLite.
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from annotate.codebook import Codebook
from annotate.model import (
    ACTS,
    AUTHOR,
    HEDGES,
    MODES,
    STANCE_LABELS,
    USES,
    Document,
    Entity,
    Mention,
    Meta,
    Number,
    Quote,
    Segment,
    Sentence,
    Span,
    Stance,
    Term,
    span_id,
)
from annotate.store import counts, database, laid, runs, write

SEED = 7
SYLLABLES = "ba da ko li mer no pa ra sel tan ur vi wen yo zhi fen gar hul jin kas".split()  # noqa: SIM905
OUTLETS = [f"The {a} {b}" for a in ("Vantor", "Delta", "Ilva", "Selm", "Brenn", "Estuary", "Marrow",
           "Lowland") for b in ("Courier", "Review", "Post", "Times", "Voice")]  # fmt: skip
TOPICS = [f"topic_{n}" for n in range(30)]
COUNTED = ["refugees", "ferries", "villagers", "soldiers", "returns", "camps", "landings", "votes"]
TERMS = {"refugee": ["refugees", "refugee"], "migrant": ["migrants"], "drifter": ["drifters"]}
PARAGRAPH, ARTICLE = 4, 25
"""Sentences of a paragraph, paragraphs of an article; an article has about 300 findings."""


class Uneven:
    """Draws from things, the nth 1/n as often as the first."""

    def __init__(self, things: Sequence[Any]) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (n + 1) for n in range(len(things))))

    def draw(self, rng: random.Random, k: int = 1) -> list[Any]:
        """Some of the things."""
        return rng.choices(self._things, cum_weights=self._weights, k=k)


@dataclass(slots=True)
class Draft:
    """An article as far as it is written."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)

    def say(self, words: str) -> dict[str, Any]:
        """Put words at the end; where they stand."""
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return {"start": start, "end": self.length, "text": words}


class World:
    """Who and what the articles are about."""

    def __init__(self) -> None:
        rng = random.Random(SEED)  # noqa: S311  # nothing secret
        self.rng = rng
        made = {_word(rng) for _ in range(30_000)}
        self.words = Uneven(sorted(made, key=lambda word: (len(word), word)))
        named = [f"{_word(rng).title()} {_word(rng).title()}" for _ in range(4000)]
        labels = ("PERSON", "ORG", "GPE", "NORP", "LOC")
        self.names = Uneven([(name, labels[n % 5]) for n, name in enumerate(dict.fromkeys(named))])
        self.outlets = Uneven(OUTLETS)
        self.topics = Uneven(TOPICS)

    def article(self, name: str, paragraphs: int, *, dense: int = 1) -> Document:
        """An article. dense: how often each sentence says what it has to say."""
        draft, segments = Draft(), []
        rng = self.rng
        title = " ".join(self.words.draw(rng, 6)).capitalize()
        place = draft.say(title)
        segments.append(Segment(n=0, kind="title", start=0, end=place["end"]))
        for number in range(1, paragraphs + 1):
            draft.say("\n\n")
            start = draft.length
            for _ in range(PARAGRAPH):
                self._sentence(draft, dense)
            kind = "comment" if number > paragraphs * 0.9 else "paragraph"
            segments.append(
                Segment(
                    n=number,
                    kind=kind,
                    start=start,
                    end=draft.length,
                    number=number if kind == "paragraph" else None,
                )
            )
        day = f"{rng.randint(1995, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        text = "".join(draft.text)
        spans = {span_id(name, span): span for span in draft.spans}
        return Document(
            id=name,
            text=text,
            meta=Meta(
                title=title,
                authors=(self.names.draw(rng)[0][0],),
                published=day,
                publisher=self.outlets.draw(rng)[0],
                url=f"https://news.example/{name}",
                language="en",
                type="article-newspaper",
            ),
            segments=tuple(segments),
            spans=tuple(spans.values()),
        )

    def _sentence(self, draft: Draft, dense: int) -> None:
        start, opened, words = draft.length, len(draft.spans), len(draft.text)
        rng = self.rng
        holder = Mention(canonical=self.names.draw(rng)[0][0])
        for _ in range(dense):
            for _ in range(rng.randint(1, 2)):
                name, label = self.names.draw(rng)[0]
                spot = draft.say(name)
                draft.spans.append(Entity(label=label, canonical=name, by=_made(rng), **spot))
                self._filler(draft, 3 if dense == 1 else 1)
                draft.say(" ")
            if rng.random() < 0.7:
                self._figure(draft, holder.canonical)
                draft.say(" ")
            if rng.random() < 0.2:
                label = rng.choice(list(TERMS))
                spot = draft.say(rng.choice(TERMS[label]))
                use = rng.choice(USES)
                draft.spans.append(
                    Term(label=label, holder=holder.canonical, use=use, by="codebook", **spot)
                )
                draft.say(" ")
        draft.say("as")
        self._filler(draft, 7 if dense == 1 else 1)
        spot = {"start": start, "end": draft.length, "text": "".join(draft.text[words:])}
        self._attitudes(draft, holder, spot)
        draft.say(". ")
        sentence = Sentence(label="sentence", by="rule:sentences", **spot)
        draft.spans.insert(opened, sentence)

    def _figure(self, draft: Draft, who: str) -> None:
        rng = self.rng
        value = rng.randint(2, 90) * 10 ** rng.randint(0, 4)
        label = rng.choice(("count", "percent", "money", "date"))
        spot = draft.say(f"{value:,}")
        draft.spans.append(
            Number(
                label=label,
                value=str(rng.randint(1990, 2024)) if label == "date" else value,
                counted=rng.choice(COUNTED),
                said_by=who if rng.random() < 0.4 else None,
                by="rule:digits",
                **spot,
            )
        )
        self._filler(draft, 1)

    def _attitudes(self, draft: Draft, holder: Mention, spot: dict[str, Any]) -> None:
        rng = self.rng
        if rng.random() < 0.3:
            label = rng.choice(("direct", "indirect", "mixed"))
            draft.spans.append(Quote(label=label, source=holder, by="model", **spot))
        if rng.random() < 0.25:
            draft.spans.append(
                Stance(
                    label=rng.choice(STANCE_LABELS),
                    holder=AUTHOR if rng.random() < 0.2 else holder,
                    target=self.topics.draw(rng)[0],
                    act=rng.choice(ACTS),
                    mode=rng.choice(MODES),
                    hedge=rng.choice(HEDGES),
                    by="model",
                    score=rng.random(),
                    **spot,
                )
            )

    def _filler(self, draft: Draft, count: int) -> None:
        draft.say(f" {' '.join(self.words.draw(self.rng, count))}")


def articles(findings: int) -> Iterator[Document]:
    """Articles that together have about so many findings, and at last a long one."""
    world, made, n = World(), 0, 0
    while made < findings:
        n += 1
        article = world.article(f"{n % 40}/article-{n}", ARTICLE)
        made += sum(not isinstance(span, Sentence) for span in article.spans)
        yield article
    yield world.article(LONG, 80, dense=6)


LONG = "long/read"
"""The article of about 10,000 words and 5,000 findings."""


WRITTEN = 150_000
"""Findings that are made and saved one by one: minutes of work; the rest are copies."""


def build(path: Path, findings: int) -> None:
    """A database of such articles at a path; one that is there already is brought up to date."""
    if path.exists():
        with closing(database.open_for_writing(path)) as conn:
            laid.settle(conn)  # in one of an older version, who says what is not listed
        return
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    with closing(database.open_for_writing(half)) as conn:
        _hurry(conn)
        number = runs.begin(
            conn, runs.Recipe(tool="0", codebook="", rules="", model=""), Codebook()
        )
        read = 0
        for article in articles(min(findings, WRITTEN)):
            write.save(conn, article)
            read += 1
        if findings > WRITTEN:
            _repeat(conn, round(findings / WRITTEN) - 1)
        runs.end(conn, number, runs.Counts(read=read), {})
        conn.execute("VACUUM")
    half.rename(path)


_NAMES = ("id", "document", "segment", "sentence", "stance")
"""Columns that hold the name of an article or of something in it."""


def _repeat(conn: sqlite3.Connection, times: int) -> None:
    """All articles but the long one again, so many times; indexes are made once, at the end."""
    later = conn.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql <> ''"
    ).fetchall()
    conn.execute("PRAGMA foreign_keys = OFF")
    conn.execute("BEGIN")
    for kind, name, _ in later:
        conn.execute(f"DROP {kind} {name}")
    for table in _TABLES:
        columns = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
        copied = ", ".join(f"{c} || ':' || :n" if c in _NAMES else f'"{c}"' for c in columns)
        whose = "id" if table == "documents" else "stance" if table == "stance_via" else "document"
        for n in range(times):
            conn.execute(
                f"INSERT INTO {table} SELECT {copied} FROM {table} "  # noqa: S608  # our names
                f"WHERE instr({whose}, ':') = 0 AND {whose} <> :long",
                {"n": n, "long": LONG},
            )
    conn.execute("INSERT INTO segments_fts (segments_fts) VALUES ('rebuild')")
    for _, _, sql in later:
        conn.execute(sql)
    for (name,) in conn.execute("SELECT id FROM documents").fetchall():
        counts.recount(conn, name)
    conn.execute("COMMIT")


_TABLES = ("documents", "versions", "authors", "metadata", "segments", "sentences", "entities",
           "numbers", "quotes", "stances", "terms", "stance_via")  # fmt: skip


def _hurry(conn: sqlite3.Connection) -> None:
    """A benchmark's file may be lost with the machine; it is made again."""
    conn.execute("PRAGMA synchronous = OFF")
    conn.execute("PRAGMA journal_mode = MEMORY")
    conn.execute("PRAGMA cache_size = -400000")


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(1, 4)))


def _made(rng: random.Random) -> str:
    return rng.choice(("rule:capitals", "codebook", "gazetteer", "model"))
