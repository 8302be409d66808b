"""Findings that overlap at will become marks that nest."""

from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotate.model import Entity, Number, Quote, Span, Stance
from annotate.publish.nesting import Piece, nest


def entity(start: int, end: int, **more: str) -> Span:
    return Entity(label="LOC", start=start, end=end, text="", by="x", canonical="x", **more)


def number(start: int, end: int) -> Span:
    return Number(label="count", start=start, end=end, text="", by="x")


def quote(start: int, end: int, *parts: tuple[int, int]) -> Span:
    return Quote(label="direct", start=start, end=end, text="", by="x", parts=parts)


def stance(start: int, end: int) -> Span:
    return Stance(
        label="opposes", start=start, end=end, text="", by="x", holder="author", target="t",
        act="urges", mode="author",
    )  # fmt: skip


def outline(pieces: Iterable[Piece]) -> list[Any]:
    """The pieces as nested lists: [layer, start, end, what it holds]; words as pairs."""
    around: list[list[Any]] = [[]]
    for start, end, sort, span in pieces:
        around[-1] += [(start, end)] if start < end else []
        if sort in ("end", "unlink"):
            around.pop()
            assert around[-1][-1][2] is None
            around[-1][-1][2] = end
        elif span is not None:
            inner: list[Any] = []
            around[-1].append([span.layer, end, None, inner])
            around.append(inner)
    assert len(around) == 1
    return around[0]


def test_text_without_findings_is_one_piece() -> None:
    assert outline(nest([], 3, 9)) == [(3, 9)]


def test_a_longer_finding_holds_a_shorter_one() -> None:
    assert outline(nest([entity(2, 4), quote(1, 6)], 0, 8)) == [
        (0, 1),
        ["quote", 1, 6, [(1, 2), ["entity", 2, 4, [(2, 4)]], (4, 6)]],
        (6, 8),
    ]


def test_of_two_that_cross_the_later_is_cut() -> None:
    assert outline(nest([quote(0, 4), stance(2, 6)], 0, 6)) == [
        ["quote", 0, 4, [(0, 2), ["stance", 2, 4, [(2, 4)]]]],
        ["stance", 4, 6, [(4, 6)]],
    ]


def test_in_the_same_place_the_sentence_holds_the_name() -> None:
    assert outline(nest([entity(0, 5), stance(0, 5)], 0, 5)) == [
        ["stance", 0, 5, [["entity", 0, 5, [(0, 5)]]]]
    ]


def test_a_quotation_is_marked_in_its_own_parts() -> None:
    assert outline(nest([quote(0, 9, (0, 3), (6, 9))], 0, 9)) == [
        ["quote", 0, 3, [(0, 3)]],
        (3, 6),
        ["quote", 6, 9, [(6, 9)]],
    ]


def test_what_lies_outside_is_cut_off() -> None:
    assert outline(nest([quote(0, 9), entity(20, 30)], 4, 6)) == [["quote", 4, 6, [(4, 6)]]]


def test_a_link_never_holds_a_link() -> None:
    outer, inner = number(0, 9), entity(2, 5)
    pieces = [(sort, span) for _, _, sort, span in nest([outer, inner], 0, 9) if span]
    assert pieces == [("link", outer), ("inner", inner), ("end", inner), ("unlink", outer)]


def test_the_same_part_twice_is_marked_twice() -> None:
    assert outline(nest([quote(0, 3, (0, 3), (0, 3))], 0, 3)) == [
        ["quote", 0, 3, [["quote", 0, 3, [(0, 3)]]]]
    ]


def _leaves(pieces: Iterable[Piece]) -> Iterator[tuple[int, tuple[str, ...]]]:
    around: list[str] = []
    for start, end, sort, span in pieces:
        yield from ((at, tuple(around)) for at in range(start, end))
        if sort in ("end", "unlink"):
            around.pop()
        elif span is not None:
            around.append(span.id)


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12)), max_size=8))
def test_every_character_is_shown_once_under_all_that_mark_it(
    places: list[tuple[int, int]],
) -> None:
    spans = [entity(start, start + size, id=f"e{n}") for n, (start, size) in enumerate(places)]
    shown = list(_leaves(nest(spans, 0, 30)))
    assert [at for at, _ in shown] == list(range(30))
    for at, around in shown:
        assert set(around) == {span.id for span in spans if span.start <= at < span.end}
        assert len(around) == len(set(around))
