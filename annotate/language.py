"""A document as a language pipeline reads it: a passage a segment, with the way back to the text.

What is read is a copy of each segment (`copies.py`); spans are told in the text's code points.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from annotate import sentences
from annotate.codebook import EMPTY, Codebook
from annotate.copies import copy
from annotate.errors import RequestError, SourceError
from annotate.model import BLANK, ENGLISH, Document, Meta, Segment, Sentence, Span

Known = Mapping[str, tuple[Span, ...]]
"""The spans of the layers that ran before, by layer."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Passage:
    """One segment as the pipeline read it.

    parsed: the spaCy doc of the copy. origin: for each character of the copy its code point in the
    document's text. What many rules ask of the doc is kept: a token costs a microsecond to make.
    kept: what layers made of the passage that others may use, by a name of theirs.
    """

    segment: Segment
    parsed: Doc
    origin: tuple[int, ...]
    kept: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def copy(self) -> str:
        """The segment's words as they were read."""
        return sentences.text_of(self.parsed)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The character of the copy at which each token begins."""
        return tuple(self.parsed.to_array("IDX").tolist())

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The character of the copy behind each token."""
        lengths = self.parsed.to_array("LENGTH").tolist()
        return tuple(start + size for start, size in zip(self.starts, lengths, strict=True))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Each token's text."""
        copy = self.copy
        return tuple(copy[start:end] for start, end in zip(self.starts, self.ends, strict=True))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The first token of each sentence and the token behind it."""
        if not len(self.parsed):
            return ()
        begins = (np.flatnonzero(self.parsed.to_array("SENT_START")[1:] == 1) + 1).tolist()
        return tuple(pairwise([0, *begins, len(self.parsed)]))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The code points in the document of characters start to end of the copy."""
        return self.origin[start], self.origin[end - 1] + 1

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The code points in the document of tokens first to last."""
        return self.origin[self.starts[first]], self.origin[self.ends[last - 1] - 1] + 1

    def text_of(self, first: int, last: int) -> str:
        """The words of tokens first to last, as the copy has them."""
        return self.copy[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the copy that a stretch of the document covers: the way forth."""
        return bisect_left(self.origin, start), bisect_right(self.origin, end - 1)

    def tokens(self, start: int, end: int) -> TokenSpan | None:
        """The tokens that a stretch of the document touches, None if there are none."""
        first, last = self.chars(start, end)
        if first >= last:
            return None
        return self.parsed.char_span(first, last, alignment_mode="expand")


@dataclass(frozen=True, eq=False, kw_only=True)
class Parsed:
    """A document as the layers read it: every segment but the boilerplate, parsed.

    pipeline: the name of what parsed it; only a trained one has tags and proposes names.
    """

    document: Document
    passages: tuple[Passage, ...]
    codebook: Codebook = EMPTY
    pipeline: str = BLANK

    @property
    def text(self) -> str:
        """The document's text, which all offsets of spans refer to."""
        return self.document.text

    @property
    def meta(self) -> Meta:
        """What is known of the document; relative dates count from `meta.published`."""
        return self.document.meta

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all passages, in order of their place."""
        return tuple(_sentences(self.text, self.passages))

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.segment.start for passage in self.passages]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def passage_at(self, start: int) -> Passage | None:
        """The passage that a code point lies in, None in boilerplate and between segments."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or start >= self.passages[at].segment.end:
            return None
        return self.passages[at]

    def sentence_at(self, start: int) -> Sentence | None:
        """The sentence that a code point lies in, None between sentences."""
        at = bisect_right(self._sentence_starts, start) - 1
        if at < 0 or start >= self.sentences[at].end:
            return None
        return self.sentences[at]


def _sentences(text: str, passages: Iterable[Passage]) -> Iterator[Sentence]:
    for passage in passages:
        for first, last in passage.sentences:
            words = passage.text_of(first, last)
            inner = words.strip()
            if not inner:
                continue
            at = passage.starts[first] + words.index(inner[0])
            start, end = passage.stretch(at, at + len(inner))
            yield Sentence(
                label="sentence", start=start, end=end, text=text[start:end], by="rule:sentences"
            )


def read(document: Document, *, codebook: Codebook = EMPTY, name: str = BLANK) -> Parsed:
    """The document parsed by the named pipeline, all but its boilerplate."""
    return parsed(document, load(name), codebook=codebook, name=name)


def parsed(
    document: Document, pipeline: Language, *, codebook: Codebook = EMPTY, name: str = BLANK
) -> Parsed:
    """The same by a pipeline that is loaded, and known by that name."""
    wanted = [segment for segment in document.segments if segment.kind != "boilerplate"]
    copies = [copy(document, segment) for segment in wanted]
    if any(len(words) > pipeline.max_length for words, _ in copies):
        raise SourceError(
            f"{document.id}: a paragraph is longer than the {pipeline.max_length:,} characters "
            f"that the pipeline {name!r} reads; split it"
        )
    docs = pipeline.pipe(words for words, _ in copies)
    passages = tuple(
        Passage(segment=segment, parsed=doc, origin=origin)
        for segment, doc, (_, origin) in zip(wanted, docs, copies, strict=True)
    )
    return Parsed(document=document, passages=passages, codebook=codebook, pipeline=name)


@cache
def load(name: str = BLANK) -> Language:
    """The named pipeline, loaded once: "blank", "english", or a spaCy package ("en_core_web_sm").

    Raises RequestError if no such package is installed.
    """
    if name == BLANK:
        return blank()
    if name == ENGLISH:
        # Not above: who reads with rules alone waits for no network.
        from annotate.encoder import component

        pipeline = blank()
        pipeline.add_pipe(component.COMPONENT)
        return pipeline
    try:
        pipeline = spacy.load(name)
    except OSError:
        raise RequestError(
            f"the spaCy pipeline {name!r} is not installed; install it, "
            f"or set `pipeline: {BLANK}` in annotate.yml"
        ) from None
    pipeline.add_pipe(sentences.COMPONENT, first=True)
    return pipeline


def blank() -> Language:
    """Words, and the starts of sentences by rule."""
    pipeline = spacy.blank("en")
    # The limit is for spaCy's parsers, which need memory by the character; ours reads by windows.
    pipeline.max_length = sys.maxsize
    pipeline.add_pipe(sentences.COMPONENT)
    return pipeline
