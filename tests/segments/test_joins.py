"""What a page break, a column or an advertisement cut in two is one again."""

import pytest

from tests.segments.articles import MORE, PROSE, split

START = "They want to avoid damage to the dykes, and one of them is"
CUT = [
    ("And the third of them is a member of the", "National Assembly, which meets in Vantor today."),
    ("The raids have emptied the northern villages as well", "as the two towns on the coast road."),
    (
        "The letter was made public by the deputy of Minister Tomas",
        "Verrin, who denies that he did.",
    ),
    ("They sent the first families to Brenn, Karst Hill,", "Selm and the two islands before dawn."),
]


@pytest.mark.parametrize(("first", "second"), CUT)
def test_a_sentence_cut_in_two_is_one_segment(first: str, second: str) -> None:
    source, found = split(f"The Barns\n\n{PROSE} {first}\n\n{second}\n\n{MORE}\n")
    assert source.text[found[1].start : found[1].end] == f"{PROSE} {first}\n\n{second}"
    assert found[1].parts == ()


def test_a_standfirst_without_a_stop_is_no_half_of_a_name():
    deck = "The warning came in response to remarks by Edda Morn that troops could be sent to Karst"
    source, found = split(f"The Barns\n\n{deck}\n\nOstrean President {PROSE}\n\n{MORE}\n")
    assert source.text[found[1].start : found[1].end] == deck


@pytest.mark.parametrize("between", ["ADVERTISEMENT", "Page 3 of 9", "- 12 -", "Photo: Ivo Stamm"])
def test_what_stands_between_is_left_out(between: str) -> None:
    first, second = f"{PROSE} Papers would be a lighthouse", "for squatters, he said."
    text = f"The Barns\n\n{first}\n\n{between}\n\n{second}\n"
    source, found = split(text)
    cut, other = found[1:3]
    assert [source.text[a:b][-10:] for a, b in cut.parts] == ["lighthouse", ", he said."]
    assert source.text[other.start : other.end] == between


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PROSE, MORE),
        ("They do this mainly for two reasons:", PROSE),
        ("The committee of the League of States", PROSE),
        (PROSE, "and so on, she said, until the morning of the flood."),
    ],
)
def test_two_paragraphs_stay_two(first: str, second: str) -> None:
    _, found = split(f"The Barns\n\nBy Anja Kolde\n\n{MORE}\n\n{first}\n\n{second}\n")
    assert len(found) == 5


WRAPPED = """\
You call these people squatters. The Treasury calls them evacuees when
there is money to be had from the League of States. The Vantor Conven-
tion, which your predecessor signed in 1974, calls them refugees, and
so do I.
"""


def test_soft_wraps_are_undone() -> None:
    source, found = split(f"The Barns\n\n{WRAPPED}\nAgain: {WRAPPED}")
    assert [one.kind for one in found] == ["title", "paragraph", "paragraph"]
    assert source.text[found[1].start : found[1].end] == WRAPPED.strip()


def test_paragraphs_without_blank_lines_stay_apart() -> None:
    _, found = split(f"The Barns\n{PROSE}\n{MORE} {MORE}\n{PROSE} {MORE}\n")
    assert [one.kind for one in found] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("mark", ["The “Paperwork” of Return | ", "Press Voices |  "])
def test_a_run_in_heading_is_a_heading_up_to_its_mark(mark: str) -> None:
    source, found = split(f"The Barns\n\n{PROSE}\n\n{mark}{MORE} {PROSE}\n")
    heading, paragraph = found[2:]
    assert (heading.kind, paragraph.kind) == ("heading", "paragraph")
    assert source.text[heading.start : heading.end] == mark.strip()
    assert paragraph.heading == heading.n


def test_paragraphs_are_numbered_past_headings() -> None:
    text = (
        f"# The Barns\n\n## One\n\n{PROSE}\n\n- a\n- b\n\n### Deep\n\n{MORE}\n\n## Two\n\n{PROSE}\n"
    )
    _, found = split(text, "markdown")
    assert [(one.kind, one.number, one.heading) for one in found] == [
        ("title", None, None),
        ("heading", None, None),
        ("paragraph", 1, 1),
        ("list_item", 2, 1),
        ("list_item", 3, 1),
        ("heading", None, 1),
        ("paragraph", 4, 5),
        ("heading", None, None),
        ("paragraph", 5, 7),
    ]
