"""Where sentences begin: our own sentences, after the kinds of trouble that texts make."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotate import language, sentences
from annotate.model import Document, Segment
from tests import growth


def split(text: str) -> list[str]:
    """The sentences of a text."""
    bounds = [*sentences.starts(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(bounds)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The ferry left.", "Nobody saw it."],
        ["Who rang?", "It was late!", "So they left."],
        ["“We wait,” he said.", "“For whom?”", "She shrugged."],
        ["The river rose (see p. 4).", "It fell."],
        ["It closed at 5 p.m. on Monday.", "It opened at 9 a.m.", "They queued."],
        ["They live in the U.S.", "They work in Lima."],
        ["The sale went to Brill & Co.", "It fell through."],
        ["Rice, salt, rope, etc.", "They took it all."],
        ["It was cold.[4]", "It was dark. [5]", "It rained."],
        ["We waited....", "Then we slept."],
        ["这是难民。", "那不是。"],
        ["Ten men said no.", "He left."],
        ["No.", "They stayed."],
        ["All said no.", "I, too, stayed."],
        ["She teaches art.", "I paint."],
        ["It took half a sec.", "Nobody spoke."],
        ["They met in Sept.", "The ferry sank in Oct.", "It was raised."],
        ["He bought a fig.", "Marant ate it."],
        ["It is the third ed.", "The first is lost."],
        ["It lies at https://a.example/b.html.", "Read it."],
        ["At 9 a.m. Mr. Tael rang.", "He rang off at 6 P.M.", "Mr. Tael then left."],
        ["Long words went out of use.", ". . . The habit stayed on."],
        ["Let it go . . . .", "The rest is known."],
        ["“They came at night [...]” (Kolde 55).", "Nobody rang."],
        ["1. The first thing", "2. The second thing", "3. The third thing"],
        ["a) Stop the raids.", "b) Open the gate."],
    ],
)
def test_a_sentence_ends_at_its_last_mark(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ruo Lin met Gen. Osk at St. Brenn on Sept. 4.",
        "The U.S. Government bought it from Brill & Co. in May.",
        "She signed as Anja K. Kolde.",
        "At 9 a.m. Mr. Tael rang.",
        "He teaches (He once sailed.) at the school.",
        "“Stop!” she said.",
        "The site Yahoo! lists it.",
        "It was ... well, it was . . . late.",
        "The text “[...]” is short.",
        "It cost 3.5 million.",
        "14. Press the ministry to open its files.",
        "(c. 1820 – 1871)",
        "See fig. 4 and vol. 2.",
        "See art. IV, sec. 2, ch. I, and p. xii of No. 7.",
        "Order no. 12 came, then nos. 13 and 14.",
        "It was printed in Brenn (2nd ed. Vantor 1961).",
        "The house (est. 1874) closed in Sept. 1990.",
    ],
)
def test_a_stop_inside_a_sentence_ends_nothing(text: str) -> None:
    assert split(text) == [text]


def test_a_line_without_capitals_still_has_sentences() -> None:
    assert split("they left. nobody came back") == ["they left.", "nobody came back"]
    assert split("They left. nobody came back") == ["They left. nobody came back"]


def test_a_lines_end_ends_a_sentence_in_a_comment_only() -> None:
    text = "One line\nand another"
    segments = {
        kind: (Segment(n=0, kind=kind, start=0, end=len(text)),)
        for kind in ("comment", "paragraph")
    }
    found = {
        kind: [
            sentence.text
            for sentence in language.read(Document(id="t", text=text, segments=of)).sentences
        ]
        for kind, of in segments.items()
    }
    assert found == {"comment": ["One line", "and another"], "paragraph": [text]}


@given(some.text(alphabet="Aa b.!?\n1)(“”[]。", max_size=60))
def test_sentences_cover_a_text_in_order(text: str) -> None:
    starts = sentences.starts(text)
    assert starts == sorted(set(starts))
    assert bool(starts) == bool(text.strip())
    assert all(0 <= start < len(text) for start in starts)


@pytest.mark.parametrize(
    ("text", "longest"),
    [("said " * 1_000, 400), ("a boat, a ferry and " * 200, 400), ("Ab cd. " * 1_000, 2)],
)
def test_what_is_too_long_for_a_sentence_is_read_in_parts(text: str, longest: int) -> None:
    begun = [*sentences.starts(text), len(text)]
    words = [len(text[start:end].split()) for start, end in pairwise(begun)]
    assert max(words) <= longest
    assert sum(words) == len(text.split())


def test_a_list_that_is_too_long_is_cut_behind_a_comma() -> None:
    text = "a boat, a ferry and " * 200
    assert {text[start - 2] for start in sentences.starts(text)[1:]} == {","}


def test_a_long_paragraph_takes_time_in_proportion() -> None:
    def split(count: int) -> None:
        assert len(sentences.starts("they came. " * count)) == count

    assert growth.factor(split, 2_000) < growth.BOUND
