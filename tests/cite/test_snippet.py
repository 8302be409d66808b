"""A snippet says whose words these are, where they stand, and how to find them."""

from dataclasses import replace

import pytest

from annotate.cite.snippet import in_styles, snippet
from annotate.errors import RequestError
from annotate.model import Document, Mention, Meta, Quote, Segment

TEXT = """\
The Night Ferries

“We fled the water, and nobody ‘counted’ us,” Anja Kolde said. The Ministry’s men came at dawn.

Kolde said that thousands hide in Brenn.

I, too, was there.

A boat on the Ilva.

Shame on them. I saw it.
"""
FAMILIES = ["apa", "chicago-notes"]


def place(words: str) -> tuple[int, int]:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def segment(n: int, kind: str, words: str, **known: object) -> Segment:
    """The segment that these words are."""
    start, end = place(words)
    return Segment(n=n, kind=kind, start=start, end=end, **known)  # type: ignore[arg-type]


def said(label: str, words: str, source: str | None = "Anja Kolde", depth: int = 0) -> Quote:
    """Reported speech."""
    start, end = place(words)
    who = Mention(canonical=source) if source else None
    return Quote(
        label=label, start=start, end=end, text=words, by="rule:a", source=who, depth=depth
    )


PARTS = TEXT.strip().split("\n\n")
DOCUMENT = Document(
    id="ferries",
    text=TEXT,
    meta=Meta(
        title="The Night Ferries",
        authors=("Tomas Verrin",),
        published="2013-05-03",
        publisher="Vantor Courier",
        url="https://example.org/ferries",
        type="article-newspaper",
    ),
    segments=(
        segment(0, "title", PARTS[0]),
        segment(1, "paragraph", PARTS[1], number=12),
        segment(2, "paragraph", PARTS[2], number=13),
        segment(3, "paragraph", PARTS[3], number=14),
        segment(4, "caption", PARTS[4]),
        segment(5, "comment", PARTS[5], author="R. Hale", date="2013-05-04"),
    ),
    spans=(
        said("direct", "We fled the water, and nobody ‘counted’ us"),
        said("indirect", "thousands hide in Brenn"),
        said("mixed", "I, too, was there", source="author"),
        said("direct", "I saw it", source=None),
    ),
)

CITED = [
    (
        "The Ministry’s men came at dawn.",
        "(Verrin, 2013, para. 12)",
        (
            "Tomas Verrin, “The Night Ferries,” Vantor Courier, May 3, 2013, para. 12, "
            "https://example.org/ferries."
        ),
    ),
    (
        "nobody ‘counted’ us",
        "(Anja Kolde, quoted in Verrin, 2013, para. 12)",
        (
            "Anja Kolde, quoted in Tomas Verrin, “The Night Ferries,” Vantor Courier, May 3, 2013, "
            "para. 12, https://example.org/ferries."
        ),
    ),
    (
        "“We fled the water, and nobody ‘counted’ us,”",
        "(Anja Kolde, quoted in Verrin, 2013, para. 12)",
        "Anja Kolde, quoted in Tomas Verrin,",
    ),
    (
        "thousands hide in Brenn",
        "(Anja Kolde, paraphrased in Verrin, 2013, para. 13)",
        "Anja Kolde, paraphrased in Tomas Verrin,",
    ),
    (f"{PARTS[1]}\n\n{PARTS[2]}", "(Verrin, 2013, paras. 12–13)", "Tomas Verrin,"),
    ("I, too, was there", "(Verrin, 2013, para. 14)", "Tomas Verrin,"),
    ("The Night Ferries", "(Verrin, 2013)", "Tomas Verrin,"),
    ("A boat on the Ilva.", "(caption in Verrin, 2013)", "Caption in Tomas Verrin,"),
    (
        "I saw it",
        "(comment by R. Hale, May 4, 2013, on Verrin, 2013)",
        "Comment by R. Hale, May 4, 2013, on Tomas Verrin, “The Night Ferries,”",
    ),
]


@pytest.mark.parametrize(("words", "author_date", "note"), CITED)
def test_a_citation_says_who_said_it_and_where(words: str, author_date: str, note: str) -> None:
    made = in_styles(DOCUMENT, *place(words), FAMILIES)
    assert made["apa"].citation.text == author_date
    assert made["chicago-notes"].citation.text.startswith(note)
    assert made["chicago-notes"].in_notes
    assert not made["apa"].in_notes


def test_a_snippet_has_all_its_parts() -> None:
    made = snippet(DOCUMENT, *place("nobody ‘counted’ us"))
    assert made.quotation == "nobody ‘counted’ us"
    assert (made.speaker, made.paragraphs, made.style) == ("Anja Kolde", "12", "apa")
    assert made.link == (
        "https://example.org/ferries#:~:text=nobody%20%E2%80%98counted%E2%80%99%20us"
    )
    assert made.entry.text == (
        "Verrin, T. (2013, May 3). The Night Ferries. Vantor Courier. https://example.org/ferries"
    )


def test_the_innermost_speaker_is_named() -> None:
    inner = said("direct", "counted", source="Ilse Marant", depth=1)
    document = replace(DOCUMENT, spans=(*DOCUMENT.spans, inner))
    assert snippet(document, *place("counted")).speaker == "Ilse Marant"


def test_a_speaker_who_wrote_the_article_is_not_named_twice() -> None:
    document = replace(DOCUMENT, meta=replace(DOCUMENT.meta, authors=("Anja Kolde",)))
    assert snippet(document, *place("nobody ‘counted’ us")).citation.text == (
        "(Kolde, 2013, para. 12)"
    )


VOICES = [
    (["nobody ‘counted’ us,”"], "Anja Kolde"),
    (["We fled", "counted"], "Anja Kolde"),
    (["We fled", "The Ministry’s men"], None),
    (["nobody ‘counted’ us,” Anja Kolde said"], None),
]


@pytest.mark.parametrize(("words", "speaker"), VOICES)
def test_a_speaker_is_named_where_all_pieces_are_theirs(
    words: list[str], speaker: str | None
) -> None:
    pieces = [place(each) for each in words]
    made = snippet(DOCUMENT, pieces[0][0], pieces[-1][1], pieces=pieces)
    assert made.speaker == speaker


def test_an_attribution_left_out_shows_as_an_omission() -> None:
    text = "“The dam,” Anja Kolde said, “is full.”"
    pieces = [(1, 9), (29, 37)]
    who = Mention(canonical="Anja Kolde", start=11, end=21)
    broken = Quote(
        label="direct", start=1, end=37, text=text[1:37], by="rule:a", source=who,
        parts=tuple(pieces),
    )  # fmt: skip
    made = snippet(Document(id="a", text=text, spans=(broken,)), 1, 37, pieces=pieces)
    assert (made.quotation, made.speaker) == ("The dam, […] is full.", "Anja Kolde")


def test_a_comment_that_something_cuts_is_still_its_readers() -> None:
    text = "Shame on\n\nReply\n\nthem."
    comment = Segment(n=0, kind="comment", start=0, end=22, parts=((0, 8), (17, 22)), author="R.")
    reply = Segment(n=1, kind="boilerplate", start=10, end=15)
    made = snippet(Document(id="a", text=text, segments=(comment, reply)), 0, 22)
    assert (made.quotation, made.prefix) == ("Shame on them.", "comment by R. on")


UNKNOWN = [
    (Meta(), "(Ferries, n.d., para. 12)"),
    (Meta(title="The Night Ferries"), "(The Night Ferries, n.d., para. 12)"),
    (Meta(authors=("Tomas Verrin",)), "(Verrin, n.d., para. 12)"),
]


@pytest.mark.parametrize(("meta", "citation"), UNKNOWN)
def test_what_is_not_known_of_a_work_is_not_made_up(meta: Meta, citation: str) -> None:
    made = snippet(replace(DOCUMENT, meta=meta), *place("came at dawn"))
    assert made.citation.text == citation
    assert made.link is None


def test_an_unnamed_comment_is_still_no_word_of_the_author() -> None:
    unnamed = replace(DOCUMENT.segments[-1], author=None, date=None)
    document = replace(DOCUMENT, segments=(*DOCUMENT.segments[:-1], unnamed))
    assert snippet(document, *place("Shame on them.")).prefix == ("comment by an unnamed reader on")


def test_a_date_in_words_stays_as_it_is() -> None:
    dated = replace(DOCUMENT.segments[-1], date="last Tuesday")
    document = replace(DOCUMENT, segments=(*DOCUMENT.segments[:-1], dated))
    assert snippet(document, *place("Shame on them.")).prefix == (
        "comment by R. Hale, last Tuesday, on"
    )


def test_a_passage_outside_the_text_is_refused() -> None:
    with pytest.raises(RequestError, match="nothing to quote"):
        snippet(DOCUMENT, 9000, 9001)
