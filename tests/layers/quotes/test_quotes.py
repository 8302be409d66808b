"""Who says what: sentences of the invented world, each with the quotation that it holds."""

import pytest

from annotate.layers import quotes
from annotate.model import Quote
from tests.layers.reading_by_hand import parsed


def found(*paragraphs: str, kinds: tuple[str, ...] = ()) -> list[Quote]:
    document, entities = parsed(paragraphs, kinds)
    spans = quotes.find(document, {"entity": entities})
    assert all(document.text[span.start : span.end] == span.text for span in spans)
    return [span for span in spans if isinstance(span, Quote)]


def told(words: str) -> list[tuple[str, str | None, str]]:
    return [(q.text, q.source and q.source.canonical, q.label) for q in found(words)]


@pytest.mark.parametrize(
    ("words", "content", "source"),
    [
        (
            "“Words are not decoration,” says Ilse Marant.",
            "Words are not decoration,",
            "Ilse Marant",
        ),
        ("“The river is high,” Verrin said.", "The river is high,", "Tomas Verrin"),
        (
            "“The buses leave at noon,” wrote Anja Kolde, a geographer, in a recent essay.",
            "The buses leave at noon,",
            "Anja Kolde",
        ),
        ("Verrin said: “Nobody was hurt.”", "Nobody was hurt.", "Tomas Verrin"),
        (
            "Kolde told The Estuary Review: “The ferry is small.”",
            "The ferry is small.",
            "Anja Kolde",
        ),
        ("Another simply said, “Inhumane.”", "Inhumane.", "another"),
        (
            "“Who counts the boats?” a long essay in The Estuary Review asks.",
            "Who counts the boats?",
            "The Estuary Review",
        ),
    ],
)
def test_marked_text_with_a_verb_of_saying_is_direct(words, content, source):
    assert told(words) == [(content, source, "direct")]


def test_a_quotation_broken_by_its_speaker_is_two_with_one_source_and_cue():
    first, second = found("“The ferry is small,” Kolde said. “It is the fear of it that is large.”")
    assert (first.source, first.cue) == (second.source, second.cue)
    assert second.text == "It is the fear of it that is large."


@pytest.mark.parametrize(
    ("words", "content", "source"),
    [
        (
            "Verrin said that nobody would be sent back.",
            "nobody would be sent back",
            "Tomas Verrin",
        ),
        (
            "Kolde argues the figure is far too high.",
            "the figure is far too high",
            "Anja Kolde",
        ),
        (
            "A Dorvanian teacher who crossed in May once told me that the buses never stop.",
            "the buses never stop",
            "Dorvanian teacher",
        ),
        (
            "Marant, who leads the group, told reporters that the camps were full.",
            "the camps were full",
            "Ilse Marant",
        ),
        (
            "The returns, activists say, break the Convention.",
            "The returns, activists say, break the Convention",
            "activists",
        ),
        (
            "The returns, argue the activists, are illegal.",
            "The returns, argue the activists, are illegal",
            "activists",
        ),
        (
            "Nobody was hurt, the Ostrean government said.",
            "Nobody was hurt",
            "Ostrea",
        ),
        (
            "According to the ODP, the camps are full.",
            "the camps are full",
            "Office for Displaced Persons",
        ),
        (
            "The camps are full, according to Delta Rights Watch.",
            "The camps are full",
            "Delta Rights Watch",
        ),
        (
            "The ODP urged Ostrea to open the river stations.",
            "Ostrea to open the river stations",
            "Office for Displaced Persons",
        ),
        (
            "Marant called on Vantor to stop the raids.",
            "Vantor to stop the raids",
            "Ilse Marant",
        ),
        (
            "Vantor warned Haixia not to admit the boats.",
            "Haixia not to admit the boats",
            "Ostrea",
        ),
        (
            "Officials fear that the dykes will break.",
            "the dykes will break",
            "officials",
        ),
        (
            "As Kolde correctly points out, the river is high.",
            "the river is high",
            "Anja Kolde",
        ),
        ("They were reportedly paid in eels.", "paid in eels", None),
        ("It was said that the dam was sound.", "the dam was sound", None),
        (
            "Regarded by most of the villagers as refugees, they hide by day.",
            "refugees",
            "villagers",
        ),
    ],
)
def test_speech_and_thought_without_marks_is_indirect(words, content, source):
    assert told(words) == [(content, source, "indirect")]


@pytest.mark.parametrize(
    ("words", "content", "source"),
    [
        (
            "Marant said the returns are “a crime with a timetable” and must end.",
            "the returns are “a crime with a timetable” and must end",
            "Ilse Marant",
        ),
        (
            "Even Oskar Pell calls these fears “exaggerated.”",
            "these fears “exaggerated.”",
            "Oskar Pell",
        ),
        (
            "It deems them “evacuees” in order to send them back.",
            "them “evacuees”",
            "it",
        ),
    ],
)
def test_reported_speech_with_marks_in_it_is_mixed(words, content, source):
    assert told(words) == [(content, source, "mixed")]


@pytest.mark.parametrize(
    ("words", "content", "label"),
    [
        ("The mayor said “we are fine” on Monday.", "we are fine", "direct"),
        ("Verrin said “we are fine” in a talk with the ODP.", "we are fine", "direct"),
        ("Verrin told reporters “it is high” after the vote was lost.", "it is high", "direct"),
        ("Verrin said that “we are fine” on Monday.", "we are fine", "direct"),
        ("Verrin said “never” would be too soon.", "“never” would be too soon", "mixed"),
        (
            "Verrin said “the camps” in Brenn were full.",
            "“the camps” in Brenn were full",
            "mixed",
        ),
        (
            "Marant says “thousands” of people are hiding.",
            "“thousands” of people are hiding",
            "mixed",
        ),
        (
            "Marant said that “rain decides” in Brenn, including who may cross.",
            "“rain decides” in Brenn, including who may cross",
            "mixed",
        ),
    ],
)
def test_marked_text_ends_where_only_time_place_or_hearer_follow(words, content, label):
    assert [(text, mode) for text, _, mode in told(words)] == [(content, label)]


def test_a_source_behind_and_tells_only_what_follows():
    words = "The fence crosses 46 fields and, according to Anja Kolde, 180 homes."
    assert told(words) == [("180 homes", "Anja Kolde", "indirect")]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (
            "Some 6,000 – 16,000 people live there, according to Anja Kolde.",
            "Some 6,000 – 16,000 people live there",
        ),
        ("Few are left (6,000 – 16,000, according to Anja Kolde).", "6,000 – 16,000"),
        (
            "Some 6,000 – 16,000 people live there, Kolde said.",
            "Some 6,000 – 16,000 people live there",
        ),
        ("Kolde said that 6,000 – 16,000 people hide.", "6,000 – 16,000 people hide"),
    ],
)
def test_a_dash_between_numerals_divides_no_clause(words, content):
    assert told(words) == [(content, "Anja Kolde", "indirect")]


@pytest.mark.parametrize(
    "words",
    [
        "The tight scrutiny of boats tells us that nobody is safe.",
        "The tight scrutiny and the new fences tell us that nobody is safe.",
        "The destruction of the camps says that nobody is safe.",
        "The rise in prices suggests that boats are few.",
    ],
)
def test_what_cannot_speak_is_no_source(words):
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The report on the floods says that boats are few.", "report on the floods"),
        ("The Dorvanian community says that boats are few.", "Dorvanian community"),
        ("The opposition said that boats are few.", "opposition"),
        ("A statement said that boats are few.", "statement"),
    ],
)
def test_bodies_and_texts_may_speak(words, source):
    assert told(words) == [("boats are few", source, "indirect")]


@pytest.mark.parametrize(
    "words",
    [
        "Nations fear a rush of refugees.",
        "Nations fear a rush of refugees that would fill the camps.",
        "Nations fear a rush of farmers displaced by floods.",
        "Verrin knows the river that was dammed.",
        "Marant cited the floods that had followed.",
    ],
)
def test_a_thing_feared_known_or_cited_is_no_quotation(words):
    assert told(words) == []


def test_a_fear_with_a_clause_is_a_quotation():
    assert told("Officials fear an open border would draw thousands.") == [
        ("an open border would draw thousands", "officials", "indirect")
    ]


def test_a_clause_before_a_participle_gives_its_subject_alone():
    [quote] = found("Marant put the number of boats at 90, arguing that few are left.")
    assert quote.source.canonical == "Ilse Marant"
    [quote] = found("In May she put the number of boats at 90, arguing that few are left.")
    assert quote.source.canonical == "she"


def test_a_pronoun_is_who_spoke_earlier_in_its_sentence():
    said = found(
        "Ostrea denies it, but villagers near Brenn have conceded that raids happen, "
        "and they acknowledged that more will come."
    )
    assert {q.source.canonical for q in said} == {"villagers near Brenn"}


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (
            "A commentary in The Estuary Review was blunt. The article argued that boats are few.",
            "The Estuary Review",
        ),
        (
            "The Estuary Review ran a long piece on boats. The piece argued that boats are few.",
            "The Estuary Review",
        ),
        ("The ODP wrote nothing. The article argued that boats are few.", "article"),
    ],
)
def test_an_article_speaks_for_the_paper_that_ran_it(words, source):
    assert told(words) == [("boats are few", source, "indirect")]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("Kolde says it underscores that boats are few.", "it underscores that boats are few"),
        (
            "The dam broke, shortly after Kolde said she believes it was weak.",
            "she believes it was weak",
        ),
        ("Kolde said parents still want schools.", "parents still want schools"),
    ],
)
def test_a_clause_begins_at_its_own_subject(words, content):
    assert told(words) == [(content, "Anja Kolde", "indirect")]


def test_one_subject_with_two_verbs_makes_two_quotations():
    said = found(
        "Vantor replied by repeating its mantra that they are evacuees "
        "and warning Haixia not to admit them."
    )
    assert [(q.text, q.source and q.source.canonical) for q in said] == [
        ("they are evacuees", "Ostrea"),
        ("Haixia not to admit them", "Ostrea"),
    ]


def test_a_word_that_shows_the_reporter_s_doubt_is_distance():
    [mantra] = found("Vantor repeats its mantra that they are evacuees.")
    [right] = found("As for the dam, Kolde rightly argued that it was old.")
    assert (mantra.distance, right.distance) == ("rejects", "endorses")


@pytest.mark.parametrize(
    "words",
    [
        "They run a so-called “night ferry” over the river.",
        "The network, dubbed the “night ferry”, is small.",
        "The refugees’ boats and the smugglers’ boats look alike.",
        "Evidence shows that the dam was weak.",
        "The reports are late and the claims are many.",
        "I hope that the dam will hold.",
        "A speaker of the house might say that the dam is sound.",
    ],
)
def test_naming_evidence_and_wishes_are_no_quotations(words):
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "That is how Anja Kolde describes",
        "Anja Kolde came late. Nobody will film that, she added.",
        "According to data",
    ],
)
def test_a_text_that_ends_with_what_attributes_is_read(words):
    assert found(words) == []


def test_an_odd_mark_costs_its_own_quotation_only():
    texts = [q.text for q in found("The “night ferry is small. “It is cold,” Kolde said.")]
    assert texts == ["It is cold,"]


def test_a_speech_of_several_paragraphs_is_paired_with_each_paragraph():
    first, second = found("Kolde said: “The dam broke.", "“Nobody came.”")
    assert (first.text, first.source.canonical) == ("The dam broke.", "Anja Kolde")
    assert second.text == "Nobody came."


def test_a_pronoun_goes_to_the_last_plausible_holder():
    said = found("Anja Kolde counts boats. She says that few are left.")
    assert [q.source.canonical for q in said] == ["Anja Kolde"]


def test_a_block_is_one_direct_quotation_by_who_introduces_it():
    block = "Nobody does so lightly. Kolde said that boats are few."
    whole, nested = found("Marant answered in writing:", block, kinds=("paragraph", "quote"))
    assert (whole.text, whole.label, whole.depth) == (block, "direct", 0)
    assert whole.source.canonical == "Ilse Marant"
    assert (nested.text, nested.source.canonical, nested.depth) == (
        "boats are few",
        "Anja Kolde",
        1,
    )


def test_a_block_that_tells_its_own_speaker_is_no_document_s():
    block = "“Nobody does so lightly,” said Kolde. “Boats are few.”"
    said = found("The judgment is long.", block, kinds=("paragraph", "quote"))
    assert [(q.text, q.source.canonical) for q in said] == [
        ("Nobody does so lightly,", "Anja Kolde"),
        ("Boats are few.", "Anja Kolde"),
    ]


def test_a_group_by_description_is_one_whose_name_may_be_such():
    said = found("Delta Rights Watch won. The group says that it is glad.")
    assert [q.source.canonical for q in said] == ["Delta Rights Watch"]
    said = found("The Supreme Court of Vantor sat. The company says that it is glad.")
    assert [q.source.canonical for q in said] == ["company"]


def test_a_block_under_a_date_is_quoted_from_the_document_spoken_of():
    block = "Officials remain in favour of the returns."
    [whole] = found(
        "Two cables from Vantor shed light.",
        "From 18 January 2013:",
        block,
        kinds=("paragraph", "paragraph", "quote"),
    )
    assert whole.source.canonical == "cable"
