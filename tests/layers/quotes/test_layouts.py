"""Speech that the layout tells: turns, signatures, headlines, a cue in the paragraph before."""

import pytest

from annotate.layers import quotes
from annotate.model import Quote
from tests.layers.reading_by_hand import parsed


def told(*paragraphs: str, kinds: tuple[str, ...] = ()) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of each quotation."""
    document, entities = parsed(paragraphs, kinds)
    found = quotes.find(document, {"entity": entities})
    return [
        (
            each.source.canonical if each.source else None,
            document.text[each.cue.start : each.cue.end] if each.cue else "",
            each.text,
        )
        for each in found
        if isinstance(each, Quote)
    ]


def test_a_label_in_capitals_is_the_speaker_whom_the_text_names():
    assert told(
        "Anja Kolde met Tomas Verrin on the ferry.",
        "KOLDE: Who counts the boats?",
        "VERRIN (laughing): I do. You would too.",
        "(Applause)",
        "KOLDE: And who pays you?",
    ) == [
        ("Anja Kolde", ":", "Who counts the boats?"),
        ("Tomas Verrin", ":", "I do. You would too."),
        ("Anja Kolde", ":", "And who pays you?"),
    ]


@pytest.mark.parametrize(("asks", "answers"), [("TV", "AK"), ("T.V.", "A.K."), ("T V", "A K")])
def test_initials_are_who_alone_has_them(asks, answers):
    assert told(
        "Anja Kolde met Tomas Verrin on the ferry.",
        f"{asks}: Who counts the boats?",
        f"{answers}: I do. You would too.",
    ) == [
        ("Tomas Verrin", ":", "Who counts the boats?"),
        ("Anja Kolde", ":", "I do. You would too."),
    ]


SIGNATURES = ["— Oskar Pell, ferryman", "– Oskar Pell", "― Oskar Pell, letter to the board"]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_the_line_that_signs_a_block_is_its_source_and_no_quotation(signature):
    blocks = ("Nobody asked the ferrymen.", "We know the river.", signature)
    kinds = ("paragraph", "quote", "quote", "quote", "paragraph")
    assert told("The ferry is old.", *blocks, "Anja Kolde said it leaks.", kinds=kinds) == [
        ("Oskar Pell", signature[0], "Nobody asked the ferrymen."),
        ("Oskar Pell", signature[0], "We know the river."),
        ("Anja Kolde", "said", "it leaks"),
    ]


def test_a_block_may_be_signed_behind_its_last_sentence():
    block = "Nobody asked us. We know the river. — Oskar Pell, ferryman"
    assert told("The ferry is old.", block, kinds=("paragraph", "quote")) == [
        ("Oskar Pell", "—", "Nobody asked us. We know the river.")
    ]


def test_a_paragraph_in_marks_below_a_line_that_leads_to_it_is_its_documents():
    passage = "“Kolde said that the dam leaks. She told the board that it rises.”"
    assert told("The cable of May 3, 2012 is plain. It goes:", passage) == [
        ("cable of May 3, 2012", "", passage[1:-1]),
        ("Anja Kolde", "said", "the dam leaks"),
        ("Anja Kolde", "told", "it rises"),
    ]


@pytest.mark.parametrize("last", ["— and then they left us.", "— Nobody asked. They never do."])
def test_a_line_of_a_block_that_only_opens_with_a_dash_is_quoted(last):
    said = told("The ferry is old.", "We came.", last, kinds=("paragraph", "quote", "quote"))
    assert [content for *_, content in said] == ["We came.", last]


def test_initials_of_nobody_or_of_two_stay_as_they_are():
    sources = [
        source
        for source, *_ in told(
            "Anja Kolde met Tomas Verrin on the ferry.",
            "PM: Who counts the boats?",
            "AK: I do. You would too.",
        )
    ]
    assert sources == ["PM", "Anja Kolde"]


@pytest.mark.parametrize("labels", [("Q", "A"), ("Moderator", "Oskar Pell"), ("Host", "Farmer")])
def test_letters_names_and_roles_take_turns(labels):
    asks, answers = labels
    assert told(
        "An evening at the mill.", f"{asks}: Is the dam safe?", f"{answers}: We think so."
    ) == [(asks, ":", "Is the dam safe?"), (answers, ":", "We think so.")]


def test_a_turn_goes_on_in_the_paragraphs_below_it():
    said = told(
        "Q: Is the dam safe?",
        "A: We think so.",
        "The board looks at it every spring.",
        "Q: And in autumn?",
        "A: Not yet.",
    )
    assert ("A", ":", "The board looks at it every spring.") in said


def test_a_label_that_comes_back_among_turns_is_a_speaker():
    sources = [
        source
        for source, *_ in told(
            "An inquiry into the dam",
            "Clerk of Session: Good morning. We begin.",
            "Anja Kolde: I saw the crack.",
            "Clerk of Session: Minister?",
            "Oskar Pell: You saw nothing.",
        )
    ]
    assert sources == ["Clerk of Session", "Anja Kolde", "Clerk of Session", "Oskar Pell"]


def test_letters_behind_a_name_are_no_part_of_a_label():
    said = told(
        "An inquiry into the dam",
        "Anja Kolde: I saw the crack.",
        "Tomas Verrin MP: Do you know who made it?",
        "Ilse Marant, KC: You need not answer.",
    )
    assert [source for source, *_ in said] == ["Anja Kolde", "Tomas Verrin", "Ilse Marant"]


def test_a_strange_label_does_not_go_on_with_the_turn_above_it():
    said = told(
        "An inquiry into the dam",
        "Anja Kolde: I saw the crack.",
        "Reeve: It was the frost, as all of Selm knows.",
        "Anja Kolde: You were not there.",
    )
    assert [source for source, *_ in said] == ["Anja Kolde", "Anja Kolde"]


def test_speech_in_a_turn_is_not_marked_again():
    assert len(told("Q: What did Kolde say?", "A: She said that the dam was safe.")) == 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Note: We count boats.", "Source: Our own survey.", "Photo: You see the dam."),
        ("VANTOR: The dam broke.", "VANTOR: We wait."),
        ("Opening hours", "10:30: We open.", "12:15: We close."),
        ("Ilse Marant: director", "Oskar Pell: treasurer"),
        ("Location: Vantor. We meet there.", "Time: noon. Bring your boat."),
    ],
)
def test_other_labels_are_nobody_who_speaks(paragraphs):
    assert told("A day in Vantor.", *paragraphs) == []


@pytest.mark.parametrize("dash", ["―", "—", "–", "--"])
def test_a_signature_behind_a_dash_is_the_source(dash):
    signed = f"“Nobody asked the ferrymen.” {dash} Oskar Pell, ferryman"
    assert told("Voices", signed) == [("Oskar Pell", dash, "Nobody asked the ferrymen.")]


def test_a_signature_may_stand_on_the_line_below():
    assert told("Voices", "“Nobody asked the ferrymen.”", "— Oskar Pell") == [
        ("Oskar Pell", "—", "Nobody asked the ferrymen.")
    ]


@pytest.mark.parametrize(
    "words",
    ["“The Night Ferry” — a film about the delta", "“Nobody came.” — and so they went home"],
)
def test_a_dash_before_other_words_signs_nothing(words):
    assert told("A title.", words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Marant: “The camps are full”", ("Ilse Marant", ":", "The camps are full")),
        (
            "Poll: Most villagers leave the delta",
            ("poll", ":", "Most villagers leave the delta"),
        ),
        (
            "Marant scolds the ferry board: “You were warned”",
            ("Ilse Marant", ":", "You were warned"),
        ),
        (
            "Board to blame for the flood, judge rules",
            ("judge", "rules", "Board to blame for the flood"),
        ),
        ("Dam was never safe, says Marant", ("Ilse Marant", "says", "Dam was never safe")),
    ],
)
@pytest.mark.parametrize("kind", ["title", "heading", "list_item"])
def test_a_headline_reports_by_a_colon(words, expected, kind):
    assert told(words, kinds=(kind,)) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Marant: A life on the river",
        "Analysis: The dam is weak",
        "Poll: How we asked",
        "Part 2",
        "Police chief shot, 12 arrested",
        "Why the river rose, and what to do",
    ],
)
def test_a_subtitle_reports_nothing(words):
    assert told(words, kinds=("title",)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Marant says the dam was never safe", ("Ilse Marant", "says", "the dam was never safe")),
        ("Board meets; Kolde says work gets done", ("Anja Kolde", "says", "work gets done")),
        ("Ferry stops as Marant says “Nobody came”", ("Ilse Marant", "says", "Nobody came")),
    ],
)
def test_a_title_tells_who_says_a_thing_now(words, expected):
    assert expected in told(words, "Kolde counts boats.", kinds=("title", "paragraph"))


@pytest.mark.parametrize(
    "words",
    [
        "What the cables say about the mackerel war",
        "Why Marant says the dam was never safe",
        "Does Kolde think the dam was safe?",
    ],
)
def test_a_title_that_asks_tells_nothing(words):
    assert told(words, "Kolde counts boats.", kinds=("title", "paragraph")) == []


def test_a_verb_at_a_paragraphs_end_leads_to_the_next_one():
    assert told("Kolde counts boats.", "She went on to say:", "“Few are left.”") == [
        ("Anja Kolde", "say", "Few are left.")
    ]


def test_a_speech_of_several_paragraphs_has_one_source_and_cue():
    assert told("Kolde replied:", "“The dam broke.", "“Nobody came.", "“We waited.”") == [
        ("Anja Kolde", "replied", "The dam broke."),
        ("Anja Kolde", "replied", "Nobody came."),
        ("Anja Kolde", "replied", "We waited."),
    ]


def test_what_a_verb_leads_to_needs_no_marks():
    assert told("Kolde added in writing:", "The dam was never tested.") == [
        ("Anja Kolde", "added", "The dam was never tested.")
    ]


def test_a_mark_without_a_partner_does_not_hide_what_is_led_to():
    assert told("Kolde replied:", "“The dam broke.", "Nobody came.") == [
        ("Anja Kolde", "replied", "The dam broke.")
    ]


def test_a_list_that_a_verb_leads_to_is_not_speech():
    kinds = ("paragraph", "list_item", "list_item")
    assert told("Kolde wrote:", "1. the dam;", "2. the boats;", kinds=kinds) == []


@pytest.mark.parametrize("parted", [True, False])
def test_a_post_is_whose_name_and_handle_stand_under_it(parted):
    post = "No ferry should be stopped for this. We will go to court. pic.example/abc"
    signature = "— Oskar Pell (@oskarpell) February 26, 2014"
    shown = (post, signature) if parted else (f"{post} {signature}",)
    assert told("Oskar Pell rows.", *shown, "The board is silent.") == [
        ("Oskar Pell", "—", post),
    ]
