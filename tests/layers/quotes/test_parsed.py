"""Who says what by a parse: drawn sentences, each with the quotation that it holds."""

import pytest

from annotate.layers import quotes
from annotate.model import Quote
from tests.layers.quotes.drawn import drawn
from tests.layers.reading_by_hand import _entities


def told(*sentences: str) -> list[tuple[str, str | None, str, str]]:
    """Source, cue, content and what made each quotation."""
    parsed = drawn(*sentences)
    text = parsed.text
    found = quotes.find(parsed, {"entity": tuple(_entities(text))})
    return [
        (
            each.source.canonical if each.source else None,
            text[each.cue.start : each.cue.end] if each.cue else "",
            each.text,
            each.by,
        )
        for each in found
        if isinstance(each, Quote)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Verrin/PROPN/2/nsubj fumed/VERB/0/root that/SCONJ/6/mark nobody/PRON/6/nsubj "
                "had/AUX/6/aux come/VERB/2/ccomp ./PUNCT/2/punct"
            ),
            ("Tomas Verrin", "fumed", "nobody had come", "rule:verb-that"),
        ),
        (  # a closing mark that the parse hangs on the verb belongs to the content
            (
                "Kolde/PROPN/2/nsubj fumed/VERB/0/root that/SCONJ/7/mark it/PRON/7/nsubj "
                "was/AUX/7/cop “/PUNCT/7/punct nothing/PRON/2/ccomp ”/PUNCT/2/punct ./PUNCT/2/punct"
            ),
            ("Anja Kolde", "fumed", "it was “nothing”", "rule:verb-that"),
        ),
        (  # a parse may hang a clause's subject and its helpers on two verbs
            (
                "Kolde/PROPN/2/nsubj fumed/VERB/0/root the/DET/4/det province/NOUN/7/nsubj "
                "should/AUX/6/aux stop/VERB/2/ccomp arguing/VERB/2/ccomp/ing ./PUNCT/2/punct"
            ),
            ("Anja Kolde", "fumed", "the province should stop arguing", "rule:verb-that"),
        ),
        (  # or a clause that tells more of a noun on the verb that reports
            (
                "Kolde/PROPN/2/nsubj described/VERB/0/root watching/VERB/2/xcomp/ing a/DET/5/det "
                "street/NOUN/3/obj where/ADV/8/advmod women/NOUN/8/nsubj queued/VERB/2/ccomp "
                "./PUNCT/2/punct"
            ),
            ("Anja Kolde", "described", "watching a street where women queued", "rule:verb-ing"),
        ),
        (  # which it does not of what the verb itself has
            (
                "Kolde/PROPN/2/nsubj specified/VERB/0/root last/ADJ/4/amod week/NOUN/2/obl "
                "where/ADV/7/advmod women/NOUN/7/nsubj queued/VERB/2/ccomp ./PUNCT/2/punct"
            ),
            ("Anja Kolde", "specified", "where women queued", "rule:verb-wh"),
        ),
        (
            (
                "Nobody/PRON/3/nsubj had/AUX/3/aux come/VERB/6/ccomp ,/PUNCT/6/punct "
                "Verrin/PROPN/6/nsubj fumed/VERB/0/root ./PUNCT/6/punct"
            ),
            ("Tomas Verrin", "fumed", "Nobody had come", "rule:verb-that"),
        ),
        (
            (
                "The/DET/2/det ferry/NOUN/7/nsubj ,/PUNCT/5/punct Verrin/PROPN/5/nsubj "
                "quips/VERB/7/parataxis ,/PUNCT/5/punct sank/VERB/0/root ./PUNCT/7/punct"
            ),
            ("Tomas Verrin", "quips", "The ferry, Verrin quips, sank", "rule:verb-set-in"),
        ),
        (
            (
                "Kolde/PROPN/2/nsubj implored/VERB/0/root Ostrea/PROPN/2/obj to/PART/5/mark "
                "open/VERB/2/xcomp the/DET/7/det camps/NOUN/5/obj ./PUNCT/2/punct"
            ),
            (
                "Anja Kolde",
                "implored",
                "Ostrea to open the camps",
                "rule:verb-addressee-infinitive",
            ),
        ),
        (
            (
                "Kolde/PROPN/2/nsubj called/VERB/0/root on/ADP/4/case Ostrea/PROPN/2/obl "
                "to/PART/6/mark act/VERB/2/xcomp ./PUNCT/2/punct"
            ),
            ("Anja Kolde", "called on", "Ostrea to act", "rule:call-on"),
        ),
        (
            (
                "Ostrea/PROPN/2/nsubj refuted/VERB/0/root the/DET/4/det charges/NOUN/2/obj "
                "of/ADP/6/case neglect/NOUN/4/nmod ./PUNCT/2/punct"
            ),
            ("Ostrea", "refuted", "the charges of neglect", "rule:verb-obj"),
        ),
        (
            (
                "Kolde/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case a/DET/5/det halt/NOUN/2/obl "
                "./PUNCT/2/punct"
            ),
            ("Anja Kolde", "called for", "a halt", "rule:call-on"),
        ),
        (
            (
                "Kolde/PROPN/2/nsubj accused/VERB/0/root Ostrea/PROPN/2/obj of/SCONJ/5/mark "
                "lying/VERB/2/advcl/ing ./PUNCT/2/punct"
            ),
            ("Anja Kolde", "accused", "Ostrea of lying", "rule:verb-obj-phrase"),
        ),
        (
            (
                "Marant/PROPN/3/nsubj is/AUX/3/cop adamant/ADJ/0/root that/SCONJ/6/mark "
                "boats/NOUN/6/nsubj sank/VERB/3/ccomp ./PUNCT/3/punct"
            ),
            ("Ilse Marant", "adamant", "boats sank", "rule:adjective-held"),
        ),
        (
            (
                "Marant/PROPN/2/nsubj voiced/VERB/0/root concern/NOUN/2/obj that/SCONJ/6/mark "
                "boats/NOUN/6/nsubj sank/VERB/3/acl ./PUNCT/2/punct"
            ),
            ("Ilse Marant", "voiced concern", "boats sank", "rule:noun-that"),
        ),
        (
            (
                "Marant/PROPN/2/nsubj vowed/VERB/0/root to/PART/4/mark return/VERB/2/xcomp "
                "./PUNCT/2/punct"
            ),
            ("Ilse Marant", "vowed", "to return", "rule:verb-to"),
        ),
        (
            (
                "Activists/NOUN/4/nsubj who/PRON/3/nsubj came/VERB/1/acl:relcl "
                "lamented/VERB/0/root "
                "that/SCONJ/7/mark boats/NOUN/7/nsubj sank/VERB/4/ccomp ./PUNCT/4/punct"
            ),
            ("activists", "lamented", "boats sank", "rule:verb-that"),
        ),
    ],
)
def test_a_word_that_reports_is_trusted_in_its_frame(sentence, expected):
    assert told(sentence) == [expected]


def test_a_second_verb_of_the_same_speaker_reports_by_itself():
    assert told(
        "Verrin/PROPN/2/nsubj said/VERB/0/root boats/NOUN/4/nsubj sank/VERB/2/ccomp "
        ",/PUNCT/6/punct "
        "adding/VERB/4/advcl/ing that/SCONJ/9/mark nobody/PRON/9/nsubj drowned/VERB/6/ccomp "
        "./PUNCT/2/punct"
    ) == [
        ("Tomas Verrin", "said", "boats sank", "rule:verb-clause"),
        ("Tomas Verrin", "adding", "nobody drowned", "rule:verb-that"),
    ]


def test_joint_sources_are_one_quotation():
    assert told(
        "Verrin/PROPN/4/nsubj and/CCONJ/3/cc Kolde/PROPN/1/conj said/VERB/0/root "
        "boats/NOUN/6/nsubj "
        "sank/VERB/4/ccomp ./PUNCT/4/punct"
    ) == [("Tomas Verrin; Anja Kolde", "said", "boats sank", "rule:verb-clause")]


def test_a_description_beside_a_name_has_the_name():
    assert told(
        "The/DET/2/det writer/NOUN/6/nsubj ,/PUNCT/4/punct Kolde/PROPN/2/appos ,/PUNCT/4/punct "
        "said/VERB/0/root boats/NOUN/8/nsubj sank/VERB/6/ccomp ./PUNCT/6/punct"
    ) == [("Anja Kolde", "said", "boats sank", "rule:verb-that")]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "If/SCONJ/3/mark Verrin/PROPN/3/nsubj says/VERB/7/advcl boats/NOUN/5/nsubj "
            "sank/VERB/3/ccomp "
            "we/PRON/7/nsubj laugh/VERB/0/root ./PUNCT/7/punct"
        ),
        (
            "Verrin/PROPN/3/nsubj would/AUX/3/aux say/VERB/0/root boats/NOUN/5/nsubj "
            "sank/VERB/3/ccomp "
            "./PUNCT/3/punct"
        ),
        (
            "Verrin/PROPN/2/nsubj came/VERB/0/root to/PART/4/mark say/VERB/2/advcl "
            "boats/NOUN/6/nsubj "
            "sank/VERB/4/ccomp ./PUNCT/2/punct"
        ),
        "I/PRON/2/nsubj think/VERB/0/root boats/NOUN/4/nsubj sank/VERB/2/ccomp ./PUNCT/2/punct",
        # A clause that says more of a noun, though a parse hangs it on the verb.
        (
            "The/DET/2/det ministry/NOUN/3/nsubj knows/VERB/0/root a/DET/5/det few/NOUN/3/obj "
            ",/PUNCT/3/punct that/PRON/9/nsubj:pass were/AUX/9/aux held/VERB/3/ccomp "
            "./PUNCT/3/punct"
        ),
        # A subject that is a sentence of its own: whoever is meant, it is not the border.
        (
            "Ostrea/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det gate/NOUN/5/nsubj think/VERB/0/root "
            "the/DET/7/det ferries/NOUN/8/nsubj stop/VERB/5/ccomp ./PUNCT/5/punct"
        ),
    ],
)
def test_what_nobody_has_said_is_no_quotation(sentence):
    assert told(sentence) == []
