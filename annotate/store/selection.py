"""Sentences that meet conditions on their findings, and what else they could be narrowed by.

A condition on a facet of a layer is met by a finding; all conditions on one layer by the same
finding; conditions on several layers by findings of one sentence. Several values of one facet mean
any of them. A facet's counts leave its own condition aside, so that its other values can be seen.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotate.store.columns import Columns, Findings, Ints, Mask
from annotate.store.facets import ARTICLE, FACETS, FOUND, LAYERS

Wanted = Mapping[str, Sequence[str]]
"""Values by the keys of their facets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for. layers: those that a sentence must have a finding of.

    segments: rows of the segments that hold the words sought, None if no words are.
    """

    wanted: Wanted = field(default_factory=dict)
    layers: frozenset[str] = frozenset()
    segments: NDArray[np.int64] | None = None

    @property
    def required(self) -> list[str]:
        """The layers that a sentence must have a finding of, by name or by a condition."""
        own = {FACETS[key].layer for key in self.wanted}
        return [layer for layer in LAYERS if layer in self.layers or layer in own]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many findings have each value of a facet, the most first; of an article's, sentences."""

    key: str
    values: tuple[tuple[Any, int], ...]
    distinct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The sentences found, as places in `Columns.sentences`. layers: findings in them by layer."""

    sentences: NDArray[np.int64]
    counts: Mapping[str, Counts]
    layers: Mapping[str, int]


def select(
    columns: Columns,
    asked: Asked,
    *,
    facets: Collection[str] = tuple(FACETS),
    most: int = 12,
    full: str | None = None,
) -> Selection:
    """The sentences that meet what is asked, with counts of the facets named.

    most: how many values of a facet are counted out, those asked for besides. full: a facet whose
    values all are.
    """
    search = _Search(columns, asked)
    sentences = search.sentences()
    counts = {
        key: _counts(
            key,
            *search.facet(key, sentences),
            most=None if key == full else most,
            besides=asked.wanted.get(key, ()),
        )
        for key in facets
    }
    return Selection(
        sentences=np.flatnonzero(sentences),
        counts=counts,
        layers={
            layer: int(np.count_nonzero(search.met(layer) & sentences[found.sentences]))
            for layer, found in columns.layers.items()
        },
    )


class _Search:
    """One question to the columns; what is worked out once is kept while it is answered."""

    def __init__(self, columns: Columns, asked: Asked) -> None:
        self._columns = columns
        self._asked = asked
        self._met: dict[str, Mask] = {}

    def sentences(self, *, without: str | None = None) -> Mask:
        """The sentences that meet all conditions, or all but the one on a facet."""
        found = np.ones(len(self._columns.sentences), dtype=bool)
        if self._asked.segments is not None:
            found &= np.isin(self._columns.segments, self._asked.segments)
        for facet in ARTICLE:
            if facet.key in self._asked.wanted and facet.key != without:
                known = self._columns.facets[facet.key]
                found &= known.having(self._asked.wanted[facet.key])
        if required := self._asked.required:
            for layer in required:
                found &= self._having(layer, without)
        elif any(key in self._asked.wanted for key in _SHARED if key != without):
            any_layer = [self._having(layer, without) for layer in LAYERS]
            found &= np.logical_or.reduce(any_layer)
        return found

    def met(self, layer: str, *, without: str | None = None) -> Mask:
        """Which findings of a layer meet the conditions on it."""
        if without not in self._asked.wanted:
            if layer not in self._met:
                self._met[layer] = self._compared(layer, None)
            return self._met[layer]
        return self._compared(layer, without)

    def facet(self, key: str, sentences: Mask) -> tuple[Sequence[Any], Ints]:
        """A facet's values, and which the findings or sentences have where all is met."""
        if known := self._columns.facets.get(key):
            return known.values, known.codes[self._those(key, sentences)]
        if (layer := FACETS[key].layer) is not None:
            return self._values(key, layer, sentences)
        return self._together(key, sentences)

    def _those(self, key: str, sentences: Mask) -> Mask:
        return self.sentences(without=key) if key in self._asked.wanted else sentences

    def _values(self, key: str, layer: str, sentences: Mask) -> tuple[Sequence[Any], Ints]:
        findings = self._columns.layers[layer]
        those = self._those(key, sentences)
        shown = self.met(layer, without=key) & those[findings.sentences]
        known = findings.facets[key]
        return known.values, known.codes[shown]

    def _together(self, key: str, sentences: Mask) -> tuple[Sequence[Any], Ints]:
        """The values of a facet that several layers have, in one numbering."""
        places: dict[Any, int] = {}
        parts = [np.empty(0, dtype=np.int32)]
        for layer in self._asked.required or LAYERS:
            if key in self._columns.layers[layer].facets:
                values, codes = self._values(key, layer, sentences)
                renamed = [places.setdefault(value, len(places)) for value in values]
                parts.append(np.array([*renamed, -1], dtype=np.int32)[codes])
        return tuple(places), np.concatenate(parts)

    def _having(self, layer: str, without: str | None) -> Mask:
        findings = self._columns.layers[layer]
        found = np.zeros(len(self._columns.sentences), dtype=bool)
        found[findings.sentences[self.met(layer, without=without)]] = True
        return found

    def _compared(self, layer: str, without: str | None) -> Mask:
        findings = self._columns.layers[layer]
        found = np.ones(len(findings.sentences), dtype=bool)
        for key, values in self._asked.wanted.items():
            if key != without:
                found &= _meeting(findings, key, values)
        return found


_SHARED = frozenset(each.key for each in FOUND)


def _meeting(findings: Findings, key: str, values: Sequence[str]) -> Mask:
    """Which findings meet a condition; those of layers without the facet do unless all have it."""
    known = findings.facets.get(key)
    if known is not None:
        return known.having(values)
    return np.full(len(findings.sentences), key not in _SHARED)


def _counts(
    key: str, values: Sequence[Any], codes: Ints, *, most: int | None, besides: Sequence[str]
) -> Counts:
    """The leading values with how often each is had, then what of `besides` is not among them."""
    counted = np.bincount(codes[codes >= 0], minlength=len(values))
    there = np.flatnonzero(counted)
    leading = there
    if most is not None and len(there) > most:  # sorting thousands of names would take longer
        least = np.partition(counted[there], -most)[-most]
        leading = there[counted[there] >= least]
    ordered = sorted(leading.tolist(), key=lambda at: (-counted[at], str(values[at])))[:most]
    if sought := {*besides} - {str(values[at]) for at in ordered}:
        ordered += [at for at in there.tolist() if str(values[at]) in sought]
    return Counts(
        key=key,
        values=tuple((values[at], int(counted[at])) for at in ordered),
        distinct=len(there),
    )
