"""What reading costs on one core: words a second by stage, beside a peer in the same run.

The peer is spaCy's own convolutional pipeline (tagger, parser, names; the sizes that its small
English package has) with weights drawn by chance: what it finds is worthless, but it takes as long.
"""

import json
import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

from annotate import codebook, copies, language, pipeline
from annotate.encoder import session
from annotate.layers import LAYERS
from annotate.model import BLANK, ENGLISH, Document, Span

ROOT = Path(__file__).resolve().parents[2]
RUNS = 8
"""Times that each is done; the least counts, as a shared machine is slower at times."""


def articles() -> list[Document]:
    """The shipped articles, read; three times over, so that the clock has enough to measure."""
    paths = [path for path in sorted((ROOT / "corpus").glob("2*")) if path.suffix != ".yml"]
    return [pipeline.read(path.read_bytes(), id=path.name) for path in paths] * 3


def peer() -> Language:
    """spaCy's tagger, parser and names over one convolutional network, untrained."""
    nlp = spacy.blank("en")
    for name in ("tok2vec", "tagger", "parser", "ner"):
        nlp.add_pipe(name, config=_listening(name))
    doc = nlp.make_doc("Verrin said the ferries must stop .")
    told = {"tags": ["X"] * len(doc), "heads": [1] * len(doc), "deps": ["dep"] * len(doc),
            "entities": [(0, 6, "PERSON")]}  # fmt: skip
    nlp.initialize(lambda: [Example.from_dict(doc, told)])
    return nlp


def _listening(name: str) -> dict[str, object]:
    if name == "tok2vec":
        return {}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    if name == "tagger":
        return {"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}}
    kind = "parser" if name == "parser" else "ner"
    return {
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind,
            "extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True,
            "tok2vec": listener,
        }
    }  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of some runs; the first one warms up."""
    times = []
    for _ in range(RUNS + 1):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times[1:])


def layers(documents: Iterable[Document], name: str) -> dict[str, float]:
    """The seconds of reading and of each layer, with the shipped codebook."""
    book = codebook.load(ROOT / "codebook.yml")
    taken = dict.fromkeys(("reading", *LAYERS), 0.0)
    for document in documents:
        began = time.process_time()
        parsed = language.read(document, codebook=book, name=name)
        taken["reading"] += time.process_time() - began
        known: dict[str, tuple[Span, ...]] = {}
        for layer in LAYERS:
            began = time.process_time()
            known[layer] = tuple(LAYERS[layer].find(parsed, known))
            taken[layer] += time.process_time() - began
    return taken


def main() -> None:
    """Print load, speed by stage, the peer's speed, memory and size."""
    name = ENGLISH if (session.HOME / session.WORDS).exists() else BLANK
    began = time.perf_counter()
    nlp = language.load(name)
    list(nlp.pipe(["Verrin said the ferries must stop."]))
    print(f"pipeline {name}: loaded and first sentence read in {time.perf_counter() - began:.2f} s")
    documents = articles()
    read = [copies.copy(each, part)[0] for each in documents for part in each.segments]
    words = sum(len(text.split()) for text in read)
    own = seconds(lambda: list(nlp.pipe(read)))
    tried = [layers(documents, name) for _ in range(RUNS + 1)]
    taken = min(tried[1:], key=lambda each: sum(each.values()))
    whole = sum(taken.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    other = peer()
    base = seconds(lambda: list(other.pipe(read)))
    print(f"peer, spaCy's small network: {words / base:8.0f} words a second of one core")
    print(f"grammar and names proposed:  {words / own:8.0f}   {base / own:.2f} times the peer")
    print(f"all layers:                  {words / whole:8.0f}   {base / whole:.2f} times the peer")
    for stage, spent in taken.items():
        print(f"  {stage:10} {1000 * spent / words:7.3f} ms a word  {100 * spent / whole:5.1f} %")
    print(f"memory at most {memory:.0f} MB")
    files = {path.name: path.stat().st_size for path in session.HOME.iterdir()}
    print(f"files of the pipeline {sum(files.values()) / 1e6:.1f} MB {json.dumps(files)}")


if __name__ == "__main__":
    main()
