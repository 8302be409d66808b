"""Who speaks in passages that open with a label or end with a signature."""

import pytest

from annotate.grammar.reading import read
from annotate.layers.stances.speakers import speakers
from tests.layers.reading_by_hand import parsed


def voices(*paragraphs: str) -> list[str | None]:
    document, entities = parsed(paragraphs)
    readings = [
        read(each, [e for e in entities if each.segment.start <= e.start < each.segment.end])
        for each in document.passages
    ]
    found = speakers(readings, document.text)
    return [found[n].canonical if n in found else None for n in range(len(readings))]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Anja Kolde, parks: The reeds were cut.", "Anja Kolde"),
        ("Kolde (Selm): The reeds were cut.", "Anja Kolde"),
        ("MR FERREN: The reeds were cut.", "MR FERREN"),
        ("@reedcutter: The reeds were cut.", "@reedcutter"),
        ("ilva_tom: The reeds were cut.", "ilva_tom"),
        ("ReedCutter: The reeds were cut.", "ReedCutter"),
        ("The result: the reeds were cut.", None),
        ("Vantor: the reeds were cut.", None),
        ("She asked Kolde: were the reeds cut?", None),
        ("NOTE: The reeds were cut.", None),
    ],
)
def test_a_label_before_a_colon_speaks_where_several_do(line, who):
    assert voices(line, "Tomas Verrin: They were not.", "Ilse Marant: They were.")[0] == who


def test_one_label_alone_is_a_line_of_a_list():
    assert voices("Anja Kolde: the reeds were cut.", "The Ilva is low.") == [None, None]


def test_a_letter_is_whose_name_stands_below_it():
    found = voices(
        "The reeds were cut.",
        "Anja Kolde, Selm",
        "They grow again.",
        "So they should.\nTomas Verrin, ferryman, Vantor",
        "This correspondence is closed.",
    )
    assert found == ["Anja Kolde", "Anja Kolde", "Tomas Verrin", "Tomas Verrin", None]
