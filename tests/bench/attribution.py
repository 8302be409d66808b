"""Who says what: quotations found against those marked, in our own texts and on PolNeAR.

PolNeAR and its harness are kept beside the project and are for measuring only; without them our own
texts are measured. The encoder has learned from most of those, so that only the part held out
speaks for it; for the rules all of them do.
"""

import argparse
import importlib.util
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from annotate import language, pipeline
from annotate.layers import LAYERS
from annotate.model import BLANK, Quote, Span
from annotate.training import own
from annotate.training.examples import Marked, held_out

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
HARNESS = SHARED / "bench" / "attribution"
POLNEAR = SHARED / "data" / "attribution" / "polnear"
HELD_OUT = 0.15
"""The part of our own texts that the encoder has not learned from, as in `training.sources`."""

Relation = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text with the quotations that are marked in it, as the harness has them."""

    text: str
    relations: list[Relation]


def ours(*, tried: bool) -> list[Article]:
    """Our own paragraphs; tried: those held out alone."""
    texts = own.read(sorted((ROOT / "corpus" / "training").glob("*.xml")))
    return [_article(each) for each in texts if not tried or held_out(each.text, HELD_OUT)]


def _article(marked: Marked) -> Article:
    found: dict[str, Relation] = {}
    for role in marked.roles or ():
        for name in role.quotes:
            relation = found.setdefault(name, {"source": [], "cue": [], "content": []})
            relation[role.role].append((role.start, role.end))
    return Article(text=marked.text, relations=[r for r in found.values() if r["content"]])


def polnear(part: str) -> list[Article]:
    """The articles of a part of PolNeAR."""
    os.environ.setdefault("POLNEAR_DIR", str(POLNEAR))
    documents = _harness("data").polnear(part)
    return [Article(text=each["text"], relations=each["relations"]) for each in documents]


def _harness(name: str) -> ModuleType:
    """A module of the harness, which lies beside the project."""
    sys.path.insert(0, str(HARNESS))
    spec = importlib.util.spec_from_file_location(name, HARNESS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(HARNESS)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@dataclass(kw_only=True)
class Answers:
    """The quotations found in some articles, and the seconds that reading and each layer took."""

    found: list[list[Quote]]
    seconds: dict[str, float]
    words: int


def answers(articles: list[Article], name: str) -> Answers:
    """What the quotation layer finds with the named pipeline."""
    seconds: dict[str, float] = defaultdict(float)
    found: list[list[Quote]] = []
    for article in articles:
        document = pipeline.read(article.text, id="t", form="text")
        began = time.process_time()
        parsed = language.read(document, name=name)
        seconds["reading"] += time.process_time() - began
        known: dict[str, tuple[Span, ...]] = {}
        for layer in LAYERS:
            began = time.process_time()
            known[layer] = tuple(LAYERS[layer].find(parsed, known))
            seconds[layer] += time.process_time() - began
        found.append([each for each in known["quote"] if isinstance(each, Quote)])
    words = sum(len(article.text.split()) for article in articles)
    return Answers(found=found, seconds=seconds, words=words)


def relation(quote: Quote) -> Relation:
    """A quotation as the harness compares it, with what made it."""
    source, cue = quote.source, quote.cue
    named = source is not None and source.start is not None
    return {
        "content": list(quote.parts) or [(quote.start, quote.end)],
        "source": [(source.start, source.end)] if source is not None and named else [],
        "cue": [(cue.start, cue.end)] if cue else [],
        "label": quote.label,
        "by": quote.by,
    }


def compared(
    articles: list[Article], found: list[list[Quote]], *, whole: bool = False
) -> dict[str, Any]:
    """The harness's figures; whole: of quotations put together that their speaker breaks."""
    run = _harness("run")
    counts: Counter[Any] = Counter()
    for article, quotes in zip(articles, found, strict=True):
        outer = _outer(run, quotes, whole=whole)
        run.score_document(counts, article.text, article.relations, outer, run.ROLES)
    return dict(run.report(counts, run.ROLES))


def _outer(run: ModuleType, quotes: list[Quote], *, whole: bool = False) -> list[Relation]:
    """The quotations that lie in no other; whole: those broken by their speaker put together."""
    told = [relation(each) for each in quotes]
    told = _together(told) if whole else told
    return [r for r in told if not any(run.within(r, other) for other in told if other is not r)]


def _together(told: list[Relation]) -> list[Relation]:
    """What one cue tells as one, as PolNeAR has it: of ours, a new sentence is its own."""
    by_cue: dict[Any, Relation] = {}
    for number, each in enumerate(told):
        kept = by_cue.setdefault(tuple(each["cue"]) or number, each)
        if kept is not each:
            kept["content"] = [*kept["content"], *each["content"]]
    return list(by_cue.values())


def named(articles: list[Article], found: list[list[Quote]], *, mode: str) -> tuple[float, float]:
    """How often the source is right, and the full F1, broken quotations put together.

    A source is right too where it is that of the harness without what is told of it: "Marant, the
    head of the board" is Marant to us (GUIDELINES 4). mode: "direct", or "" for all.
    """
    run = _harness("run")
    tally: Counter[str] = Counter()
    for article, quotes in zip(articles, found, strict=True):
        words, mask = run.Words(article.text), run.quoted_mask(article.text)
        sides = [
            [r for r in side if not mode or run.mode_of(mask, r["content"]) == mode]
            for side in (article.relations, _outer(run, quotes, whole=True))
        ]
        gold, ours = sides
        tally["all"] += len(gold) + len(ours)
        for one, other in run.pair(*([words.of(r["content"]) for r in side] for side in sides)):
            tally["paired"] += 1
            source = _same_source(run, article.text, gold[one], ours[other])
            cue = run.dice(words.of(gold[one]["cue"]), words.of(ours[other]["cue"])) >= HALF
            tally["source"] += source
            tally["full"] += source and cue
    return tally["source"] / tally["paired"], 2 * tally["full"] / tally["all"]


HALF = 0.5


def _same_source(run: ModuleType, text: str, gold: Relation, ours: Relation) -> bool:
    words = run.Words(text)
    wanted, got = words.of(gold["source"]), words.of(ours["source"])
    told_of = any(text[end : end + 2].lstrip()[:1] in {",", "("} for _, end in ours["source"])
    return bool(run.dice(wanted, got) >= HALF or (told_of and got < wanted))


def by_maker(articles: list[Article], found: list[list[Quote]]) -> Iterator[tuple[str, int, int]]:
    """Of each rule and head how many quotations it made, and how many of those are right."""
    run = _harness("run")
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article, quotes in zip(articles, found, strict=True):
        words = run.Words(article.text)
        outer = _outer(run, quotes)
        gold = [words.of(each["content"]) for each in article.relations]
        pairs = {j for _, j in run.pair(gold, [words.of(each["content"]) for each in outer])}
        made.update(each["by"] for each in outer)
        right.update(each["by"] for number, each in enumerate(outer) if number in pairs)
    for by, count in made.most_common():
        yield by, count, right[by]


def show(title: str, articles: list[Article], name: str) -> None:
    """Print the figures of some articles."""
    read = answers(articles, name)
    print(f"{title}: {len(articles)} texts, {read.words} words")
    for whole in (False, True):
        _line(
            "broken ones as one" if whole else "as they are",
            compared(articles, read.found, whole=whole),
        )
    for mode in ("", "direct"):
        source, full = named(articles, read.found, mode=mode)
        title = f"what is told of a source aside, {mode or 'all'}"
        print(f"  {title}: source right {source:.3f}   full F1 {full:.3f}")
    for by, made, right in by_maker(articles, read.found):
        print(f"  {by:36} {made:5} made, {right / made:.3f} right")
    spent = sum(read.seconds.values())
    shares = ", ".join(f"{layer} {100 * t / spent:.0f} %" for layer, t in read.seconds.items())
    print(f"  {read.words / spent:,.0f} words a second; {shares}")


def _line(title: str, figures: dict[str, Any]) -> None:
    told, direct = figures["relation"], figures["direct"]
    print(
        f"  {title}: relation P {told['p']:.3f} R {told['r']:.3f} F1 {told['f1']:.3f}"
        f"   full F1 {told['full_f1']:.3f}   source right {told['source_acc']:.3f}"
        f"   cue right {told['cue_acc']:.3f}   direct F1 {direct['f1']:.3f}"
        f" full {direct['full_f1']:.3f}"
    )


def main() -> None:
    """Print the figures of our own texts, and of PolNeAR where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default=BLANK)
    parser.add_argument("--part", default="dev", help="of PolNeAR")
    parser.add_argument("--limit", type=int, help="the first texts of each set only")
    parser.add_argument("--tried", action="store_true", help="our own texts held out alone")
    given = parser.parse_args()
    show("our own texts", ours(tried=given.tried)[: given.limit], given.pipeline)
    if POLNEAR.exists():
        show(f"PolNeAR {given.part}", polnear(given.part)[: given.limit], given.pipeline)


if __name__ == "__main__":
    main()
