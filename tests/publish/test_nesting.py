"""Findings that overlap at will become marks that nest."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from annotate.model import Entity, Number, Quote, Span, Stance
from annotate.publish.nesting import Mark, Node, nest


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


def outline(nodes: tuple[Node, ...]) -> list[object]:
    """The nodes as nested lists: [layer, start, end, what it holds]; words as pairs."""
    return [
        [node.span.layer, node.start, node.end, outline(node.inner)]
        if isinstance(node, Mark)
        else (node.start, node.end)
        for node in nodes
    ]


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
    (mark,) = nest([outer, inner], 0, 9)
    assert isinstance(mark, Mark)
    assert mark.is_link
    assert [node.is_link for node in mark.inner if isinstance(node, Mark)] == [False]


def _leaves(
    nodes: tuple[Node, ...], around: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for node in nodes:
        if isinstance(node, Mark):
            yield from _leaves(node.inner, (*around, node.span.id))
        else:
            yield from ((at, around) for at in range(node.start, node.end))


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12)), max_size=8))
def test_every_character_is_shown_once_under_all_that_mark_it(
    places: list[tuple[int, int]],
) -> None:
    spans = [entity(start, start + size, id=f"e{n}") for n, (start, size) in enumerate(places)]
    shown = list(_leaves(nest(spans, 0, 30), ()))
    assert [at for at, _ in shown] == list(range(30))
    for at, around in shown:
        assert set(around) == {span.id for span in spans if span.start <= at < span.end}
        assert len(around) == len(set(around))
