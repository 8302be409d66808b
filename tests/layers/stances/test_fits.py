"""What is done shows no belief in a fact, and an item of a list asks for what it names."""

from annotate.codebook import Codebook, Topic
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.fits import fit
from annotate.layers.stances.matters import matters
from annotate.layers.stances.touches import Touch

STATEMENTS = {
    "wells": "The wells of Brenn are poisoned.",
    "pump": "The pump at Brenn should be repaired.",
}
FACT, DEED = matters(
    Codebook(topics={key: Topic(key=key, statement=says) for key, says in STATEMENTS.items()})
)


def shown(rule: str, *, urged: bool = False) -> Evidence:
    """Evidence of a form, in a sentence of no matter."""
    return Evidence(
        holder="author", mode="author", act="urges", sentence=(0, 9), region=(0, 9), words="",
        rule=rule, base=0.8, urged=urged,
    )  # fmt: skip


def test_a_deed_is_for_what_should_be_done_and_for_no_fact():
    for rule in ("deed", "deed-votes", "writer-urges"):
        assert fit(shown(rule), Touch(matter=FACT, weight=1.0, places=((0, 1),))) < 1
        assert fit(shown(rule), Touch(matter=DEED, weight=1.0, places=((0, 1),))) == 1


def test_what_is_said_or_asked_of_somebody_fits_a_fact():
    for each in (shown("quoted"), shown("deed-pleads", urged=True)):
        assert fit(each, Touch(matter=FACT, weight=1.0, places=((0, 1),))) == 1


def test_an_item_of_a_list_must_have_a_word_that_tells():
    item = shown("recommendation")
    assert fit(item, Touch(matter=DEED, weight=0.5, places=((0, 1),))) < 1
    assert fit(item, Touch(matter=DEED, weight=0.5, places=((0, 1), (4, 1)))) == 1
    assert fit(item, Touch(matter=DEED, weight=0.8, places=((0, 1),))) == 1


def test_what_somebody_quoted_asks_for_is_no_fact_for_one_word_of_it():
    asked = shown("quoted", urged=True)
    assert fit(asked, Touch(matter=FACT, weight=1.0, places=((0, 1),))) < 1
    assert fit(asked, Touch(matter=FACT, weight=1.0, places=((0, 1), (4, 1)))) == 1
    assert fit(asked, Touch(matter=DEED, weight=1.0, places=((0, 1),))) == 1
