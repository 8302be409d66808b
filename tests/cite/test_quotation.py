"""A quotation has the passage's own characters, with marks that fit inside ours."""

import pytest

from annotate.cite.quotation import quotation
from annotate.errors import RequestError
from annotate.model import Document, Segment


def whole(text: str, marks: tuple[tuple[int, int], ...] = ()) -> str:
    """The quotation of a whole text."""
    return quotation(Document(id="a", text=text, marks=marks), 0, len(text))


NESTED = [
    ("they said “never” to us", "they said ‘never’ to us"),
    ('they said "never" to us', "they said ‘never’ to us"),
    ("“He said ‘go’ twice,” she wrote", "‘He said “go” twice,’ she wrote"),
    ("the Ministry’s men don’t “count”", "the Ministry’s men don’t ‘count’"),
    ("the ‘ferry network’ of Brenn", "the ‘ferry network’ of Brenn"),
    ("the years’ floods", "the years’ floods"),
    ("an open “mark", "an open ‘mark’"),
    ("a closed” mark", "‘a closed’ mark"),
    ("„Wir „nie“ flohen“ sagte sie", "‘Wir “nie” flohen’ sagte sie"),
    ("»Nie« sagte sie", "‘Nie’ sagte sie"),
    ("«Jamais» dit-elle", "‘Jamais’ dit-elle"),
    ("no marks at all", "no marks at all"),
]


@pytest.mark.parametrize(("words", "inside"), NESTED)
def test_marks_within_take_the_other_shape(words: str, inside: str) -> None:
    assert whole(words) == inside


def test_markup_goes_and_white_space_is_folded() -> None:
    assert whole("They **never**\n  came\u00a0back.", marks=((5, 7), (12, 14), (14, 15))) == (
        "They never came back."
    )


def test_marks_of_markdown_notes_go() -> None:
    text = "They fled.[^2] “All,” she said.[^b-1]"
    noted = Document(id="a", text=text, form="markdown")
    assert quotation(noted, 0, len(text)) == "They fled. ‘All,’ she said."
    assert quotation(noted, 10, len(text)) == "‘All,’ she said."
    assert "[^2]" in whole(text)


def test_marks_around_the_whole_are_ours() -> None:
    assert whole("“We fled.”") == "We fled."
    assert whole("“We fled.” They said “no.”") == "‘We fled.’ They said ‘no.’"


def test_what_cuts_a_paragraph_is_left_out() -> None:
    text = "The dam failed\n\nPage 7\n\nin 2011."
    segments = (
        Segment(n=0, kind="paragraph", start=0, end=32, parts=((0, 14), (24, 32))),
        Segment(n=1, kind="boilerplate", start=16, end=22),
    )
    document = Document(id="a", text=text, segments=segments)
    assert quotation(document, 4, 31) == "dam failed in 2011"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 5), (5, 3), (90, 99)])
def test_no_words_are_no_quotation(start: int, end: int) -> None:
    with pytest.raises(RequestError, match="nothing to quote"):
        quotation(Document(id="a", text="One  \n Two"), start, end)


SPEECH = "Marant paused. “We fled ‘the rats’ and the water,” she said. “Nobody came.” It was so."

CUT = [
    (["the water,” she said"], "‘the water,’ she said"),
    (["paused. “We fled"], "paused. ‘We fled’"),
    (["fled ‘the rats’ and"], "fled ‘the rats’ and"),
    (["rats’ and the"], "‘rats’ and the"),
    (["and the water,”"], "and the water,"),
    (["“We fled"], "We fled"),
    (["the water,” she said. “Nobody"], "‘the water,’ she said. ‘Nobody’"),
    (["Marant", "the water"], "Marant […] ‘the water’"),
    (["We fled", "the water"], "We fled […] the water"),
    (["We fled", "Nobody"], "‘We fled’ […] ‘Nobody’"),
]


@pytest.mark.parametrize(("words", "shown"), CUT)
def test_a_cut_speech_gets_the_marks_it_lacks(words: list[str], shown: str) -> None:
    segment = Segment(n=0, kind="paragraph", start=0, end=len(SPEECH), number=1)
    document = Document(id="a", text=SPEECH, segments=(segment,))
    pieces = [(SPEECH.index(each), SPEECH.index(each) + len(each)) for each in words]
    assert quotation(document, pieces[0][0], pieces[-1][1], pieces=pieces) == shown


def test_pieces_of_one_voice_need_no_marks_but_ours() -> None:
    pieces = [(SPEECH.index("We"), SPEECH.index(" ‘the")), (SPEECH.index("Nob"), len(SPEECH) - 13)]
    document = Document(id="a", text=SPEECH)
    shown = quotation(document, pieces[0][0], pieces[1][1], pieces=pieces, one_voice=True)
    assert shown == "We fled […] Nobody came"
