"""Arithmetic of stretches."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotate import offsets
from annotate.model import Stretch

stretches = st.tuples(st.integers(0, 40), st.integers(1, 10)).map(
    lambda pair: Stretch(start=pair[0], end=pair[0] + pair[1])
)


def test_the_longest_of_those_in_conflict_wins() -> None:
    short, long, apart = (Stretch(start=a, end=b) for a, b in ((0, 4), (2, 9), (9, 11)))
    assert offsets.longest_first([short, long, apart]) == [long, apart]


def test_preference_breaks_a_tie() -> None:
    first, second = Stretch(start=0, end=4), Stretch(start=2, end=6)
    assert offsets.longest_first([first, second]) == [first]
    assert offsets.longest_first([first, second], lambda each: each.start) == [second]


@given(st.lists(stretches))
def test_what_is_left_never_overlaps(spans: list[Stretch]) -> None:
    kept = offsets.longest_first(spans)
    pairs = itertools.pairwise(kept)
    assert all(one.end <= other.start for one, other in pairs)
    assert all(any(offsets.overlap(each, one) for one in kept) for each in spans)


@given(st.lists(stretches))
def test_those_that_the_longest_leaves_are_as_if_every_place_were_marked(
    spans: list[Stretch],
) -> None:
    marked: set[int] = set()
    wanted = []
    for span in sorted(spans, key=lambda each: (each.start - each.end, each.start)):
        places = set(range(span.start, span.end))
        if marked.isdisjoint(places):
            marked |= places
            wanted.append(span)
    assert offsets.longest_first(spans) == sorted(wanted, key=lambda each: each.start)


def test_a_stretch_costs_the_same_however_long_it_is() -> None:
    spans = [Stretch(start=n * 10**15, end=(n + 1) * 10**15) for n in range(1_000)]
    assert offsets.longest_first(spans) == spans


@given(st.text(alphabet=" \n\u00a0ab", max_size=20))
def test_trimming_takes_white_space_only(text: str) -> None:
    start, end = offsets.trimmed(text, 0, len(text))
    assert text[start:end] == text.strip()


@given(st.lists(stretches))
def test_gaps_and_stretches_fill_the_whole(spans: list[Stretch]) -> None:
    pairs = sorted((each.start, each.end) for each in spans)
    covered = {at for start, end in pairs for at in range(start, end)}
    free = {at for start, end in offsets.gaps(pairs, 60) for at in range(start, end)}
    assert covered.isdisjoint(free)
    assert covered | free == set(range(60))


@given(st.lists(stretches), stretches)
def test_a_row_has_those_that_begin_in_a_stretch_and_those_that_touch_it(
    spans: list[Stretch], asked: Stretch
) -> None:
    row = offsets.Row(spans)
    spans = sorted(spans, key=lambda each: each.start)
    begun = [each for each in spans if asked.start <= each.start < asked.end]
    assert row.begun(asked.start, asked.end) == begun
    touching = [each for each in spans if offsets.overlap(each, asked)]
    assert row.touching(asked.start, asked.end) == touching


@given(st.lists(stretches), stretches)
def test_what_touches_a_stretch_is_told_by_its_number(spans: list[Stretch], asked: Stretch) -> None:
    places = offsets.Places((each.start, each.end) for each in spans)
    touching = [n for n, each in enumerate(spans) if offsets.overlap(each, asked)]
    assert places.touching(asked.start, asked.end) == touching
