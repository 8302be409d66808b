"""Lists of what somebody is asked to do, in plain text, Markdown and HTML."""

import pytest

from annotate import pipeline
from annotate.codebook import Codebook, Name, Topic
from annotate.grammar.reading import read
from annotate.layers.stances.addressees import asking
from annotate.model import AUTHOR, Mention, Stance
from tests.layers.reading_by_hand import parsed

STATEMENTS = {
    "camps": "The flood camps at Brenn should be closed.",
    "detention": "Residents should be held without charge.",
    "schooling": "Children should be allowed to go to school.",
}
BOOK = Codebook(topics={key: Topic(key=key, statement=says) for key, says in STATEMENTS.items()})


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("To the Government of Ostrea:", "Ostrea"),
        ("## To the Government of Ostrea", "Ostrea"),
        ("Recommendations to the Government of Ostrea", "Ostrea"),
        ("Key recommendations for Haixia", "Haixia"),
        ("To: The Ostrean government", "Ostrea"),
        ("**For Haixia:**", "Haixia"),
        ("To Haixia and Ostrea:", "Haixia; Ostrea"),
        ("To donor governments:", "donor governments"),
        ("TO ALL DONORS", "all donors"),
        ("The Government of Ostrea should:", "Ostrea"),
        ("The city council must also:", "city council"),
        ("We recommend that the ministry:", "ministry"),
        ("This report recommends that the Government of Ostrea:", "Ostrea"),
    ],
)
def test_a_line_addresses_somebody_in_the_writer_s_name(line, asked):
    document, entities = parsed([line])
    found = asking(read(document.passages[0], entities))
    assert found is not None
    assert (found.holder, found.asked) == (AUTHOR, asked)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Delta Rights Watch has called on parliament to:", "parliament"),
        ("Delta Rights Watch urges Ostrea to:", "Ostrea"),
        ("Delta Rights Watch recommends that the city council:", "city council"),
        ("Delta Rights Watch demands:", ""),
        ("Delta Rights Watch proposed the following steps:", ""),
    ],
)
def test_a_sentence_leads_in_what_its_subject_asks_for(line, asked):
    document, entities = parsed([line])
    found = asking(read(document.passages[0], entities))
    assert found is not None
    assert isinstance(found.holder, Mention)
    assert (found.holder.canonical, found.asked) == ("Delta Rights Watch", asked)


@pytest.mark.parametrize(
    "line",
    [
        "For the record:",
        "What should be done",
        "The council should act.",
        "They asked for:",
        "Notes",
    ],
)
def test_other_lines_address_nobody(line):
    document, entities = parsed([line])
    assert asking(read(document.passages[0], entities)) is None


PLAIN = """\
Behind the Dyke

By Delta Rights Watch

More than 4,000 people have lived in the flood camps at Brenn since 2017.

To the Government of Ostrea:

1. Close the flood camps at Brenn.

2. Stop holding residents by:

(a) ending detention without charge;

(b) closing the camps.

3. Allow children to go to school.
"""
MARKDOWN = """\
# Behind the Dyke

By Delta Rights Watch

More than 4,000 people have lived in the flood camps at Brenn since 2017.

### To the Government of Ostrea

- Close the flood camps at Brenn.
- Stop holding residents by:
    - ending detention without charge;
    - closing the camps.
- Allow children to go to school.
"""
HTML = """\
<!doctype html><html><head><title>Behind the Dyke</title></head><body><article>
<h1>Behind the Dyke</h1>
<p>More than 4,000 people have lived in the flood camps at Brenn since 2017. They came when the Ilva
broke its dykes.</p>
<p><strong>To the Government of Ostrea:</strong></p>
<ol><li>Close the flood camps at Brenn.</li>
<li>Stop holding residents by:<ol><li>ending detention without charge;</li>
<li>closing the camps.</li></ol></li>
<li>Allow children to go to school.</li></ol></article></body></html>
"""


@pytest.mark.parametrize(
    ("text", "form"), [(PLAIN, "text"), (MARKDOWN, "markdown"), (HTML, "html")]
)
def test_items_and_their_parts_are_urged_on_whom_they_are_addressed_to(text, form):
    document = pipeline.tag(pipeline.read(text, id="report", form=form), codebook=BOOK)
    found = [span for span in document.spans if isinstance(span, Stance)]
    assert [(s.target, s.label, document.text[s.cue.start : s.cue.end]) for s in found] == [
        ("camps", "supports", "Close"),
        ("detention", "opposes", "Stop"),
        ("detention", "opposes", "Stop"),
        ("camps", "supports", "Stop"),
        ("schooling", "supports", "Allow"),
    ]
    assert {(s.holder, s.addressee, s.act) for s in found} == {
        (AUTHOR, "Government of Ostrea", "urges")
    }


def test_a_sentence_that_leads_in_a_list_is_no_stance_itself():
    text = "Delta Rights Watch has called on parliament to:\n\n- close the camps;\n- free them.\n"
    document = pipeline.tag(pipeline.read(text, id="list", form="markdown"), codebook=BOOK)
    found = [span for span in document.spans if isinstance(span, Stance)]
    assert [(s.text, s.label, s.addressee) for s in found if s.target == "camps"] == [
        ("close the camps;", "supports", "parliament")
    ]


HEADED = """Ostrea Aid Council published the report of its mission to Brenn on Monday.

Ostrea Aid Council calls on:

The Government of Ostrea

- to close the flood camps at Brenn;

- to let the children go to school.

The donors

- to pay for new homes.
"""


def test_who_calls_on_several_asks_for_the_lists_that_their_names_head():
    document = pipeline.tag(pipeline.read(HEADED, id="headed", form="text"), codebook=BOOK)
    found = [span for span in document.spans if isinstance(span, Stance)]
    assert [
        (s.holder.canonical, s.target, s.label, s.addressee)
        for s in found
        if isinstance(s.holder, Mention)
    ] == [
        ("Ostrea Aid Council", "camps", "supports", "Government of Ostrea"),
        ("Ostrea Aid Council", "schooling", "supports", "Government of Ostrea"),
    ]


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        ("Delta Rights Watch urged the city council to close the camps.", "city council"),
        ("Delta Rights Watch asked parliament not to close the camps.", "parliament"),
        ("Delta Rights Watch demanded an end to the camps at Brenn.", None),
    ],
)
def test_whom_a_sentence_urges_may_be_described(words, addressee):
    document = pipeline.tag(pipeline.read(words, id="one", form="text"), codebook=BOOK)
    found = [span for span in document.spans if isinstance(span, Stance)]
    assert {s.addressee for s in found if s.target == "camps"} == {addressee}


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        ("The minister should close the camps.", "minister"),
        ("The city council must not close the camps.", "city council"),
        ("The camps should be closed.", None),
        ("Ostrea’s camps in Selm must not be closed.", None),
        ("Selm must be freed of its camps.", None),
        ("Selm must be careful to close the camps.", "Selm"),
        ("Somebody should close the camps.", None),
        ("We should close the camps.", None),
    ],
)
def test_who_should_act_is_whom_the_writer_urges(words, addressee):
    document = pipeline.tag(pipeline.read(words, id="one", form="text"), codebook=BOOK)
    found = [span for span in document.spans if isinstance(span, Stance)]
    assert {s.addressee for s in found if s.target == "camps"} == {addressee}


def test_a_word_of_which_the_note_tells_the_side_comes_before_a_people_s_name():
    book = Codebook(
        topics={
            "policy": Topic(
                key="policy",
                statement="Ostrea's policy towards Dorvans in Ostrea is right as it stands.",
                note="Calling for residence permits or schooling opposes.",
            )
        },
        names={
            "Ostrea": Name(canonical="Ostrea", label="GPE"),
            "Dorvan": Name(canonical="Dorvan", label="GPE"),
        },
    )
    text = MARKDOWN.replace(
        "Allow children to go to school", "Allow the children of Dorvan mothers to attend school"
    )
    document = pipeline.tag(pipeline.read(text, id="report", form="markdown"), codebook=book)
    found = [span for span in document.spans if isinstance(span, Stance)]
    assert [s.label for s in found if "mothers" in s.text] == ["opposes"]
