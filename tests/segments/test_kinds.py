"""What kind a line is, by its words and its place."""

import pytest

from tests.segments.articles import MORE, PROSE, kind_of, kinds

INSIDE = [
    ("heading", "The View from Vantor"),
    ("heading", "What Haixia Gains"),
    ("heading", "2. Who Counts"),
    ("heading", "Why Vantor Cannot Wait?"),
    ("paragraph", "Critics are not convinced."),
    ("paragraph", "“And me,” he says. “Eleven.”"),
    ("paragraph", "He said:"),
    ("paragraph", "From the start, the ministry had three reasons:"),
    ("paragraph", "Q: Has he resigned?"),
    ("boilerplate", "---"),
    ("boilerplate", "* * *"),
    ("boilerplate", "ADVERTISEMENT"),
    ("boilerplate", "Article continues below"),
    ("boilerplate", "Share this article"),
    ("boilerplate", "Sign up for our newsletter"),
    ("boilerplate", "Read more: The last river pilots"),
    ("boilerplate", "MORE: The last river pilots"),
    ("boilerplate", "WATCH BELOW: The last river pilots"),
    ("paragraph", "More: he never came back."),
    ("boilerplate", "Read the full review: The last river pilots"),
    ("boilerplate", "[Gambas:Video 20kabar]"),
    ("boilerplate", "原标题：老船坞改成图书馆"),
    ("boilerplate", "Media playback is unsupported on your device"),
    ("boilerplate", "Please enter a valid email address."),
    ("boilerplate", "Something went wrong. Please try again later."),
    ("boilerplate", "Skip advertisement"),
    ("boilerplate", "Don’t miss"),
    ("heading", "Don’t miss the last ferry"),
    ("boilerplate", "This entry was tagged with the following words: ferry, Ilva"),
    ("boilerplate", "A post shared by Ivo Stamm (@ivostamm) on Mar 3, 2013 at 9:02am"),
    ("boilerplate", "Page 2 of 7"),
    ("boilerplate", "- 12 -"),
    ("boilerplate", "Tags: Ostrea, returns"),
    ("boilerplate", "Share   Tweet   WhatsApp   Print"),
    ("boilerplate", "f  Share    t  Tweet    in  Post"),
    ("boilerplate", "Share | Tweet | Email | Print"),
    ("boilerplate", "Print this page    Save as PDF"),
    ("boilerplate", "READ NEXT: The last river pilots"),
    ("boilerplate", "RELATED: Who pays for dykes?"),
    ("boilerplate", "Also on this site: The bridge | Who pays for dykes"),
    ("boilerplate", "Get the Ledger in your inbox. [Sign up]"),
    ("boilerplate", "We use cookies to keep this site running. OK   Settings"),
    ("boilerplate", "Marrow Policy Network | 2"),
    ("boilerplate", "— 3 —"),
    ("boilerplate", "Page 4 of 12"),
    ("paragraph", "Brenn   340   12"),
    ("paragraph", "We use barns as schools, and nobody minds it."),
    ("heading", "Recommendations to the Ministry of Health"),
    ("caption", "Image Credit: Tobin Hale / Delta Archive"),
    ("caption", "(Photo: Ivo Stamm / Vantor Courier)"),
    ("caption", "STAFF PHOTO BY IVO STAMM The clerk of Brenn with the book of the households."),
    ("caption", "A patrol boat on the Ilva. Image via The Estuary Review"),
    ("caption", "DELTA WIRE/Ivo Stamm via Getty Images"),
    ("caption", "AP Photo/Ivo Stamm"),
    ("caption", "Getty Images"),
    ("caption", "Image copyright Delta Archive"),
    ("caption", "Media caption The ferry at noon"),
    ("caption", "A patrol boat on the Ilva. Zdjęcie: Ivo Stamm"),
    ("caption", "A patrol boat on the Ilva. 사진=델타통신"),
    ("caption", "Tomas Verrin evades a question, Vantor, January 2013"),
    ("caption", "The Ilva below Brenn (Autumn 2012)"),
    ("caption", "The League mission in Nanwan, seen from the pier."),
    ("notice", "© 2014 Delta Rights Watch"),
    ("notice", "Ferryfone® and Ferryfax® are registered trademarks of the Ilva Line."),
]


@pytest.mark.parametrize(("kind", "line"), INSIDE)
def test_a_line_in_the_midst_of_a_work_has_its_kind(kind: str, line: str) -> None:
    assert kind_of(line) == kind


ITEMS = ["1.", "12)", "(a)", "(iv)", "b)", "iii.", "•", "*", "-"]


@pytest.mark.parametrize("mark", ITEMS)
def test_an_item_has_a_number_a_letter_or_a_bullet(mark: str) -> None:
    behind = f"\n\n{mark} let those who bring relief hand it out themselves."
    assert kind_of(f"{mark} stop all returns over the Ilva at once;", behind=behind) == "list_item"


@pytest.mark.parametrize(
    "line", ["1951. That was the year of the flood in the delta.", "– So be it."]
)
def test_a_year_or_a_lone_dash_opens_no_list(line: str) -> None:
    assert kind_of(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "To the Government of Ostrea:",
        "To the Member States of the League of States and the Office for Displaced Persons:",
        "For the League of States:",
        "Recommendations:",
    ],
)
def test_an_addressee_of_recommendations_is_a_heading(line: str) -> None:
    assert kind_of(line, behind="\n\n1. Stop all returns.\n\n2. Open the river.") == "heading"


def test_a_lead_in_to_a_list_is_a_paragraph() -> None:
    line = "The Office asks the Federal Republic of Ostrea to:"
    assert kind_of(line, behind="\n\n1. stop all returns;\n\n2. open the river.") == "paragraph"


QUOTED = "Contacts regard return as the lesser evil, and nobody questions it in public."


@pytest.mark.parametrize(
    "lead",
    [
        "From January 18, 2012:",
        "From the cable of June 14, 2012:",
        "In the same cable the envoy suggested that nobody decides anything:",
        "The statement, which was shown to us on Friday, reads:",
    ],
)
def test_a_paragraph_behind_its_source_is_a_quotation(lead: str) -> None:
    assert kind_of(QUOTED, before=f"{lead}\n\n") == "quote"


@pytest.mark.parametrize("lead", ["They do this for two reasons:", "It comes down to this:"])
def test_a_paragraph_behind_a_colon_is_none(lead: str) -> None:
    assert kind_of(QUOTED, before=f"{lead}\n\n") == "paragraph"


def test_a_repeated_title_and_caption_are_boilerplate() -> None:
    caption = "The League mission in Nanwan."
    text = f"The Barns\n\nThe Barns\n\n{PROSE}\n\n{caption}\n\n{caption}\n\n{MORE}\n"
    assert [kind for kind, _ in kinds(text)] == [
        "title",
        "boilerplate",
        "paragraph",
        "caption",
        "boilerplate",
        "paragraph",
    ]


SIGNED = f"{MORE} –Jonas Feld, Editor"
LONG = "The barns of Brenn stay empty"
HEADS = {
    "The Barns\n\nBy Anja Kolde\n\n": ["title", "byline"],
    f"The Barns\n\n{MORE}\n\nBy Anja Kolde\n\n": ["title", "note", "byline"],
    f"5 May 2014\n\n## The Barns\n\n{MORE}\n\nBy Anja Kolde for MI\n\n---\n\n": [
        *("byline", "title", "note", "byline", "boilerplate")
    ],
    "The Barns\nImage Credit: T. Hale\n\nThe Barns\n\n": ["title", "caption", "boilerplate"],
    "OPINION\n\nWhat Barns Forget\n\nFive years on nobody counts\n\nA. Kolde\n5 May 2014\n\n": [
        *("byline", "title", "note", "byline")
    ],
    f"The Barns\n\nBy | May 5, 2014 | No Comments\n\n{SIGNED}\n\nThe Barns\n\nby A. Kolde\n\n": [
        *("title", "byline", "note", "boilerplate", "byline")
    ],
    "The Barns\n\nBy Anja Kolde\n\nEditor's note: The second of three articles.\n\n": [
        *("title", "byline", "note")
    ],
    "Home > News > River\n\nThe Barns of Brenn\n\nBy Anja Kolde\n\n": [
        *("boilerplate", "title", "byline")
    ],
    "SCHOOLS / LONG READ\n\nForty Chairs\n\nWords by A. Kolde\nTue 28 Jun 2022, 6.40am\n\n": [
        *("byline", "title", "byline")
    ],
    "Opinion | Delta\n\nWhy I stopped counting\n\n5 May 2014\n\n": ["byline", "title", "byline"],
    "BRIEFING PAPER No. 12\n\nWho Counts?\n\nNanwan, 17th May 2023\n\n": [
        *("byline", "title", "byline")
    ],
    "WORLD\n\nOstrea opens bridge\n\nBy Lena Orsk, Vantor\n\n": ["byline", "title", "byline"],
    "The Brenn Ledger    News · Schools · Log in\n\nForty Chairs\n\nBy Anja Kolde\n\n": [
        *("boilerplate", "title", "byline")
    ],
    "THE ESTUARY REVIEW\nEssays   Letters   Subscribe\n\nHis Keys\n\nBy Anja Kolde\n\n": [
        *("boilerplate", "title", "byline")
    ],
    "Forty Chairs\n\nA year after the flood nobody counts who stays away\n\nBy Anja Kolde\n\n": [
        *("title", "note", "byline")
    ],
    "Forty Chairs\n\nBy Anja Kolde\n\nAbout half of the barns stood empty, the parish said.\n\n": [
        *("title", "byline", "paragraph")
    ],
    f"{LONG}\n\nAnja Kolde\n\nTransport Correspondent\n\n5 May 2014, 06:30 BST\n\n": [
        *("title", "byline", "byline", "byline")
    ],
    f"{LONG}\n\nBy Anja Kolde\n\nDeputy Political Editor\n\n5 May 2014 12:01 am\n\n": [
        *("title", "byline", "byline", "byline")
    ],
    "He says that he saved the barns of Brenn. Their owners hate him\n\nBy Anja Kolde\n\n": [
        *("title", "byline")
    ],
    "‘It holds more than my barn’: can a shed of boards do better than brick?\n\nAnja Kolde\n\n"
    "5 May 2014\n\n": ["title", "byline", "byline"],
    f"{LONG}\n\nAnja Kolde and Marek Osten\n\n5 May 2014\n\n": ["title", "byline", "byline"],
    f"{LONG}\n\nAnja Kolde in Brenn\n\n5 May 2014\n\n": ["title", "byline", "byline"],
    f"{LONG}\n\nWhat nobody counts\n\nAnja Kolde, Editor 5 May 2014 • 8:48pm\n\n": [
        *("title", "note", "byline")
    ],
    f"{LONG}\n\nThe barns on Friday Credit: Jo Pell/Brenn Ledger\n\nBy Anja Kolde\n\n": [
        *("title", "caption", "byline")
    ],
    f"# {LONG}\n\n## Nobody counts those who stay away from them\n\nBy Anja Kolde\n\n": [
        *("title", "note", "byline")
    ],
}


@pytest.mark.parametrize(("head", "wanted"), HEADS.items())
def test_a_head_has_title_bylines_and_notes(head: str, wanted: list[str]) -> None:
    text = head + "\n\n".join([PROSE, MORE] * 3)
    form = "markdown" if head.startswith("# ") else "text"
    assert [kind for kind, _ in kinds(text, form)] == [*wanted, *["paragraph"] * 6]


FEET = [
    (["note"], "Anja Kolde is a professor of geography at the University of Brenn."),
    (["note"], "Kolde teaches at the University of Brenn."),
    (["note"], "About the author: Anja Kolde lives in Brenn."),
    (["byline"], "Anja Kolde wrote this report for the Marrow Institute."),
    (["byline", "notice"], "(Reporting by Lena Orsk)\n\n© 2014 Vantor Courier"),
    (["boilerplate", "notice", "notice"], "---\n\n<https://x.example/a?b=1>\n\nMI, Nanwan, Haixia"),
    (["notice"], "Creative Commons - CC0 1.0 Universal"),
    (
        ["notice"],
        "All content is available under the Open Government Licence v3.0, except as stated",
    ),
    (["notice"], "This text is available under a Free Art License"),
    (["paragraph"], "Few loans are available under the old scheme, and none without a guarantor."),
    (["note", "note"], "Notes\n\n[1] Letters of 3 and 17 April 2013, on file."),
    (["boilerplate"] * 3, "Leave a Reply\n\nReplies pass a filter first.\n\nName *"),
    (["note"] * 2, "About the authors\n\nAnja Kolde sails. She has no house."),
    (["note"] * 2, "About Delta Rights Watch\n\nIt has worked in the delta since 1998."),
    (["boilerplate", "note"], "---\n\n* Suspected cases included, unless counted twice."),
    (["note"] * 2, "1 Letters of 3 and 17 April 2013, on file.\n\n2 The parish gave no answer."),
    (["notice"] * 2, "Online: https://mi.example/a\n\nISSN 2222-1111"),
    (["notice"], "Available at https://mi.example/barns"),
    (["notice"], "Published by the Marrow Institute, Nanwan"),
    (["boilerplate"] * 2, "Related articles\n\nThe last river pilots\nWho pays for dykes?"),
]


@pytest.mark.parametrize(("wanted", "foot"), FEET)
def test_a_foot_has_notes_notices_and_forms(wanted: list[str], foot: str) -> None:
    text = "The Barns\n\nBy Anja Kolde\n\n" + "\n\n".join([PROSE, MORE] * 3) + f"\n\n{foot}\n"
    assert [kind for kind, _ in kinds(text)][8:] == wanted


def test_a_text_without_a_head_is_a_work() -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\n\n{MORE}\n")] == ["paragraph", "paragraph"]


def test_footnotes_of_markdown_are_one_note_each() -> None:
    first = "[^1]: Parish book of Selm, volume the second, which nobody has opened since"
    second = "[^2]: What the miller wrote down of it, on the back of a bill for two sacks"
    text = f"# The Barns\n\n{PROSE}[^1] {MORE}[^2]\n\n{PROSE}\n\n{first}\n{second}\n"
    assert kinds(text, "markdown")[-2:] == [("note", first[:24]), ("note", second[:24])]


def test_a_paragraph_that_ends_in_a_mark_of_markdown_is_no_heading() -> None:
    text = f"# The Barns\n\nIt was built twice.[^1] It fell once.[^2]\n\n{PROSE}\n"
    assert kinds(text, "markdown")[1][0] == "paragraph"


def test_a_day_in_figures_ends_no_sentence() -> None:
    assert kind_of("Press release No. 112, 03.08.2017") != "paragraph"


TALK = "Lena Orsk: Why one river?\n\nIda Rask: Because I had no money for a train to the other one."


def test_a_question_that_a_name_answers_is_no_heading() -> None:
    assert kind_of(TALK) == "paragraph"
