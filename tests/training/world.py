"""A handful of sentences of the invented world, as data to learn from."""

import json
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

WORDS = ["Verrin", "said", "the", "ferries", "must", "stop", "."]
TREE = {
    "tags": ["NNP", "VBD", "DT", "NNS", "MD", "VB", "."],
    "pos": ["PROPN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT"],
    "lemmas": ["Verrin", "say", "the", "ferry", "must", "stop", "."],
    "heads": [1, 1, 3, 5, 5, 1, 1],
    "deps": ["nsubj", "ROOT", "det", "nsubj", "aux", "ccomp", "punct"],
}

OWN = """\
<texts licence="CC0-1.0">
 <text genre="news" id="news-1">
  <p>“<content n="1" mode="direct">The ferries must stop,</content>” <cue n="1">said</cue>
 <source n="1"><person>Tomas Verrin</person></source> in <gpe>Vantor</gpe>.</p>
  <p><source n="2"><org>ODP</org></source> <cue n="2">fears</cue> that <content n="2"
 mode="indirect">floods will come again</content>.</p>
 </text>
</texts>
"""

STANCES = """\
ferries: The ferries should stop.
dam: The dam is not safe.
---
Floods at {place}

The Ilva rose again. “The ferries must stop,” said Tomas Verrin. {{Tomas Verrin > ferries supports}}
The wall at {place} was built for this, answered the ODP, and holds. {{ODP > dam opposes}}

Ilse Marant has no wish to choose. {{Ilse Marant > ferries neutral}}
"""

PLACES = ("Selm", "Brenn", "Nanwan", "Vantor", "Kessary Dam", "Haixia")


def write(folder: Path) -> tuple[Path, Path]:
    """Data of every task, and our own texts, in two folders made for them."""
    data, own = folder / "data", folder / "own"
    (own / "stances").mkdir(parents=True)
    for place in PLACES:
        text = STANCES.format(place=place)
        (own / f"stances/{place.lower()}.txt").write_text(text, encoding="utf-8")
    (own / "news.xml").write_text(OWN, encoding="utf-8")
    for name in ("train", "dev"):
        _trees(data / f"pipeline/ud/{name}.spacy")
        _names(data / f"pipeline/ner/{name}.jsonl")
    _lines(data / "pipeline/unlabelled/news.jsonl", {"text": "Verrin said that ferries stopped."})
    _attitudes(data / "stance/newsmtsc/train.jsonl")
    return data, own


def _trees(path: Path) -> None:
    vocab = spacy.blank("en").vocab
    docs = [Doc(vocab, words=WORDS * 4, **_repeated(4)) for _ in range(3)]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)


def _repeated(times: int) -> dict[str, list[object]]:
    made: dict[str, list[object]] = {name: [*values] * times for name, values in TREE.items()}
    made["heads"] = [head + len(WORDS) * time for time in range(times) for head in TREE["heads"]]
    return made


def _names(path: Path) -> None:
    text = "Ilse Marant left Ostrea in 2012."
    spans = [[0, 11, "PERSON"], [17, 23, "GPE"]]
    _lines(path, {"src": "world", "text": text, "spans": spans, "missing": []})


def _attitudes(path: Path) -> None:
    sentences = [
        f"Ostrea {verb} the ferries of {place}."
        for verb in ("blames", "praises", "counts")
        for place in ("Brenn", "Selm", "Vantor", "Nanwan", "the Ilva")
    ]
    _lines(
        path,
        *(
            {
                "sentence_normalized": sentence,
                "targets": [{"from": 0, "to": 6, "polarity": (2.0, 6.0, 4.0)[number // 5]}],
            }
            for number, sentence in enumerate(sentences)
        ),
    )


def _lines(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
