"""Who is for or against what: one sentence of the invented world, its stances."""

from dataclasses import replace

import pytest

from annotate.codebook import Codebook, Topic
from annotate.layers import quotes, stances
from annotate.layers.stances.governors import governed
from annotate.layers.stances.polarity import signs
from annotate.layers.stances.predicates import predicated
from annotate.layers.stances.resolution import THRESHOLD
from annotate.layers.stances.spans import hedge
from annotate.model import Stance, Target
from tests.layers.reading_by_hand import CODEBOOK, parsed


def shown(*paragraphs: str, kinds=(), codebook=CODEBOOK, **known) -> list[Stance]:
    document, entities = parsed(paragraphs, kinds, codebook=codebook, **known)
    before = {"entity": entities}
    before["quote"] = tuple(quotes.find(document, before))
    found = [each for each in stances.find(document, before) if isinstance(each, Stance)]
    assert all(document.text[s.start : s.end] == s.text for s in found)
    return found


def held(*paragraphs: str, **known) -> list[tuple[str, str, str, str]]:
    return [
        (s.holder if isinstance(s.holder, str) else s.holder.canonical, s.label, s.target, s.act)
        for s in shown(*paragraphs, **known)
    ]


@pytest.mark.parametrize(
    ("item", "label", "target"),
    [
        ("1. Stop the return of Dorvanians.", "opposes", "return"),
        ("2. Do not return anybody.", "opposes", "return"),
        ("3. Recognise them and hear each of them.", "supports", "recognition"),
        ("4. Allow residence for a year.", "opposes", "policy"),
        ("5. Pull down the fence.", "opposes", "policy"),
    ],
)
def test_an_item_under_an_address_urges_the_addressee(item, label, target):
    [found] = shown("To the Government of Ostrea:", item, kinds=("heading", "list_item"))
    assert (found.label, found.target, found.act) == (label, target, "urges")
    assert (found.holder, found.addressee) == ("author", "Ostrea")
    assert found.text == item[3:]


@pytest.mark.parametrize(
    ("item", "targets"),
    [
        ("2. Take part in the count of the beds.", ["pay"]),
        ("2. Publish it by May.", ["pay", "pay"]),
    ],
)
def test_an_item_is_about_what_it_names_itself(item, targets):
    pay = Topic(key="pay", statement="Pay for the owners should be higher.", patterns=(r"\bpay\b",))
    found = shown(
        "The pay is too low. The owners need more pay. Their pay has not risen.",
        "To the Government of Ostrea:",
        "1. Raise the pay of the owners.",
        item,
        kinds=("paragraph", "heading", "list_item", "list_item"),
        codebook=Codebook(topics={"pay": pay}),
    )
    assert [s.target for s in found if s.by == "rule:recommendation"] == targets


def test_they_who_open_what_several_say_are_those():
    words = "Four said that they supported the return of Dorvanians."
    found = held("Delta Rights Watch asked farmers in Brenn.", words)
    assert found == [("four", "supports", "return", "asserts")]


def test_a_list_that_somebody_is_told_to_ask_for_is_theirs():
    found = shown(
        "Delta Rights Watch urges Ostrea to:",
        "1. stop the return of Dorvanians;",
        "2. recognise them.",
        kinds=("paragraph", "list_item", "list_item"),
    )
    assert [(s.label, s.target, s.addressee) for s in found] == [
        ("opposes", "return", "Ostrea"),
        ("supports", "recognition", "Ostrea"),
    ]
    assert {s.holder.canonical for s in found} == {"Delta Rights Watch"}
    assert {s.mode for s in found} == {"indirect"}


def test_a_sub_item_has_its_parent_s_verb_as_cue():
    [_, sub] = shown(
        "To the Government of Ostrea:",
        "1. Stop the return of Dorvanians by:",
        "(a) ending every return at night;",
        kinds=("heading", "list_item", "list_item"),
    )
    assert (sub.cue.start, sub.text) == (33, "ending every return at night;")


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        (
            "Marant called on Ostrea to stop returning Dorvanians.",
            ("Ilse Marant", "opposes", "return", "urges"),
        ),
        (
            "Kolde says that returning them is a crime.",
            ("Anja Kolde", "opposes", "return", "criticises"),
        ),
        (
            "Officials fear that returning them would end in torture.",
            ("officials", "opposes", "return", "fears"),
        ),
        ("Haixia supports the return of Dorvanians.", ("Haixia", "supports", "return", "praises")),
        ("Haixia opposes the return of Dorvanians.", ("Haixia", "opposes", "return", "criticises")),
        ("Verrin calls them squatters.", ("Tomas Verrin", "opposes", "recognition", "asserts")),
        (
            "Kolde says that they are refugees.",
            ("Anja Kolde", "supports", "recognition", "asserts"),
        ),
        (
            "Verrin says that they are not refugees.",
            ("Tomas Verrin", "opposes", "recognition", "denies"),
        ),
        (
            "Kolde evaded questions about the return.",
            ("Anja Kolde", "neutral", "return", "asserts"),
        ),
        (
            "Kolde remains opposed to the return.",
            ("Anja Kolde", "opposes", "return", "asserts"),
        ),
        (
            "Ostrea refuses to open its river stations.",
            ("Ostrea", "supports", "policy", "asserts"),
        ),
        ("Ostrea must not return anybody.", ("author", "opposes", "return", "urges")),
        (
            "What Ostrea does is wrong: its forced return of Dorvanians is a crime.",
            ("author", "opposes", "return", "criticises"),
        ),
        ("Stop the return of Dorvanians.", ("author", "opposes", "return", "urges")),
        ("Rather than return them, Ostrea must wait.", ("author", "opposes", "return", "urges")),
    ],
)
def test_a_sentence_shows_its_holder_s_side(words, stance):
    assert stance in held(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ostrea returned 40 Dorvanians in May.",
        "The ODP says that 1,115 returns were counted.",
        "The bus leaves at noon.",
        "Kolde said that the river is wide.",
        "Many hide in Brenn from the forcible returns by Ostrea, and some fall ill.",
        "The council must do more for Dorvanians who crossed.",
        "Kolde said that Ostrea has a wide river.",
        "The donors need to be careful.",
        "Help arrived for the asylum seekers.",
    ],
)
def test_a_plain_report_of_fact_shows_none(words):
    assert held(words) == []


def test_a_deed_is_an_action_of_who_does_it():
    [found] = shown("Kolde went on hunger strike or joined a protest against the return.")
    assert (found.mode, found.label, found.holder.canonical) == ("action", "opposes", "Anja Kolde")


def test_a_comment_s_judgement_is_its_writer_s_by_name():
    [found] = shown(
        "Karel J.",
        "This return is a crime.",
        kinds=("comment_meta", "comment"),
        author="Karel J.",
    )
    assert (found.holder.canonical, found.holder.start, found.label) == ("Karel J.", 0, "opposes")


@pytest.mark.parametrize(
    ("called_for", "verb", "stance"),
    [
        ("recognise refugees", "backed", ("supports", "recognition")),
        ("stop the return of Dorvanians", "backed", ("opposes", "return")),
        ("stop the return of Dorvanians", "opposed", ("supports", "return")),
    ],
)
def test_who_opposes_an_idea_opposes_what_somebody_just_called_for(called_for, verb, stance):
    found = held(
        f"Ostrea must {called_for}, Delta Rights Watch says. Tomas Verrin has long {verb} the idea."
        " He called both the return of Dorvanians and the recognition of refugees humiliating."
    )
    assert ("Tomas Verrin", *stance) in [each[:3] for each in found]


def test_an_outcry_speaks_of_what_was_spoken_of_before():
    found = held("Ostrea must not return anybody. Another reader simply said, “Shameful.”")
    assert ("reader", "opposes", "return", "criticises") in found


def test_a_commenter_s_next_sentence_takes_up_the_topic():
    found = shown(
        "Karel J.",
        "This return is a crime. What a disgrace.",
        kinds=("comment_meta", "comment"),
        author="Karel J.",
    )
    assert [(s.text, s.label) for s in found] == [
        ("This return is a crime.", "opposes"),
        ("What a disgrace.", "opposes"),
    ]


def test_two_holders_of_one_sentence_are_kept_apart():
    found = held("Verrin calls them squatters, and Kolde says that returning them is a crime.")
    assert {name for name, *_ in found} == {"Tomas Verrin", "Anja Kolde"}


def test_another_subject_needs_nothing_but_its_statements():
    strike = Codebook(
        topics={
            "strike": Topic(key="strike", statement="The teachers' strike should end."),
            "pay": Topic(key="pay", statement="Teachers should get higher wages."),
        }
    )
    found = held("Marant says that the low salaries are a disgrace.", codebook=strike)
    assert [each[2] for each in found] == ["pay"]


def test_a_word_that_topics_share_means_the_one_whose_other_words_are_there():
    meals = Codebook(
        topics={
            "meals": Topic(key="meals", statement="Every pupil should get a free school meal."),
            "test": Topic(key="test", statement="The means test for meals should be abolished."),
        }
    )
    found = held(
        "Delta Rights Watch voted to support free school meals, and Tomas Verrin called the means"
        " test humiliating.",
        codebook=meals,
    )
    assert [each[:3] for each in found if each[0] == "Delta Rights Watch"] == [
        ("Delta Rights Watch", "supports", "meals")
    ]


def test_every_stance_has_a_score_above_the_threshold():
    scores = [s.score for s in shown("Verrin calls them squatters.", "Haixia opposes the return.")]
    assert scores
    assert all(THRESHOLD <= score <= 1 for score in scores)


def test_without_topics_there_are_no_stances():
    assert held("Verrin calls them squatters.", codebook=Codebook()) == []


def test_a_mention_that_is_asked_about_gets_an_answer():
    document, entities = parsed(["Everybody praises Kolde.", "Everybody fears Verrin."])
    targets = tuple(Target(id=str(n), start=e.start, end=e.end) for n, e in enumerate(entities))
    asked = replace_targets(document, targets)
    answers = [s for s in stances.find(asked, {"entity": entities}) if s.target_span]
    assert [(s.target, s.label) for s in answers] == [
        ("Anja Kolde", "supports"),
        ("Tomas Verrin", "opposes"),
    ]


def replace_targets(document, targets):
    return replace(document, document=replace(document.document, targets=targets))


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("an abhorrent policy", [-1]),
        ("not an abhorrent policy", [1]),
        ("a fair and humane procedure", [1, 1]),
        ("the bus", []),
    ],
)
def test_judging_words_are_turned_by_a_negation(words, values):
    assert [sign.value for sign in signs(words)] == values


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("stop the return", -1),
        ("do not stop the return", 1),
        ("allow the return", 1),
        ("the bus and the return", 1),
        ("stop the bus, and the return", 1),
        ("protection against return", -1),
        ("shield them from return", -1),
        ("free of any return", -1),
        ("prevention of return", -1),
        ("a protest against return", 1),
        ("the way from return", 1),
    ],
)
def test_what_governs_a_word_turns_it(words, sign):
    assert governed(words, words.index("return")) == sign


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("the mine should go ahead", 1),
        ("the mine should not go ahead", -1),
        ("the mine in the delta must never be dug", -1),
        ("the mine to be stopped", -1),
        ("the mine must not be stopped", 1),
        ("the mine must end now", -1),
        ("the mine would end in tears", 1),
        ("the mine would stop the flood", 1),
        ("the mine, which must not be seen, is there", 1),
        ("the mine whose owner has not been found", 1),
    ],
)
def test_what_is_said_of_a_thing_may_deny_or_end_it(words, sign):
    assert predicated(words, words.index("mine")) == sign


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("They must leave.", "plain"),
        ("Perhaps they must leave.", "hedged"),
        ("If they must, they leave.", "conditional"),
        ("Must they leave?", "interrogative"),
    ],
)
def test_a_sentence_is_firm_or_hedged(words, degree):
    assert hedge(words) == degree


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("Continue to work on protection for families against smuggling.", "opposes"),
        ("Continue the smuggling.", "supports"),
        ("Stop the smuggling.", "opposes"),
    ],
)
def test_going_on_with_protection_against_a_thing_opposes_it(item, label):
    book = Codebook(
        topics={"smuggling": Topic(key="smuggling", statement="Smuggling is tolerable.")}
    )
    paragraphs = "To the Government of Ostrea:", item
    [found] = shown(*paragraphs, kinds=("heading", "list_item"), codebook=book)
    assert found.label == label


def test_a_cable_that_tells_what_somebody_argued_argues_nothing_there_itself():
    cable = "Kolde argued that the return of Dorvanians must stop. The return must stop at once."
    found = shown("From the cable of May 3, 2008:", cable, kinds=("paragraph", "quote"))
    holders = [(s.text, s.holder.canonical) for s in found if not isinstance(s.holder, str)]
    assert [name for text, name in holders if "Kolde argued" in text] == ["Anja Kolde"]
    assert [name for text, name in holders if "at once" in text] == ["cable of May 3, 2008"]


def test_a_title_tells_what_somebody_it_names_holds_and_not_what_its_writer_does():
    titled = {"kinds": ("title", "paragraph")}
    said = [("Anja Kolde", "opposes", "return", "criticises")]
    assert held("Kolde opposes the return of Dorvanians", "It rains.", **titled) == said
    assert held("The return is a mistake", "It rains.", **titled) == []
