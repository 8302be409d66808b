"""What stands around and between the paragraphs of a work, in the forms that layouts give it."""

import pytest

from annotate import segments, sources
from annotate.model import Meta
from tests.segments.articles import MORE, PROSE, kind_of, kinds, split

BODY = f"{PROSE}\n\n{MORE}\n\n{PROSE}x."


def shown(text: str, form: str = "text") -> dict[str, str]:
    """The kind of each line that holds anything."""
    source, found = split(text, form)
    where = {at: one.kind for one in found for a, b in one.stretches for at in range(a, b)}
    kept, at = {}, 0
    for line in text.split("\n"):
        if line.strip():
            kept[line.strip()] = where[at + len(line) - len(line.lstrip())]
        at += len(line) + 1
    assert source.text == text
    return kept


def meta(text: str) -> Meta:
    source = sources.read(text, form="text")
    return sources.metadata_of(source, segments.split(source))


ACROSS = [
    "« Older: The last river pilots",
    "Newer: Who pays for dykes? »",
    "← Previous post: A wet spring          Next post →",
    "Next post →",
    "« The last river pilots",
    "<< Previous entry",
]


@pytest.mark.parametrize("line", ACROSS)
def test_a_link_to_the_next_text_is_no_title(line: str) -> None:
    text = f"{line}\n\nThe Barns\n\nPosted on 3 June 2019 by Ilse Marant — 2 Comments\n\n{BODY}\n"
    said = shown(text)
    assert said[line] == "boilerplate"
    assert said["The Barns"] == "title"
    assert said["Posted on 3 June 2019 by Ilse Marant — 2 Comments"] == "byline"
    assert meta(text).authors == ("Ilse Marant",)


def test_a_handle_is_no_author() -> None:
    said = meta(f"The Barns\n\nPosted on 3 June 2019 by deltawatcher — 2 Comments\n\n{BODY}\n")
    assert (said.authors, said.published) == ((), "2019-06-03")


@pytest.mark.parametrize("line", ["Filed under Returns, Floods", "Tags: barns, floods"])
def test_what_a_work_is_filed_under_is_of_its_byline_at_both_ends(line: str) -> None:
    assert shown(f"The Barns\n\nBy Anja Kolde\n{line}\n\n{BODY}\n")[line] == "byline"
    assert shown(f"The Barns\n\nBy Anja Kolde\n\n{BODY}\n\n{line}\n")[line] == "byline"
    assert kind_of(line) == "boilerplate"


CONSENT = [
    "We value your privacy. Accept all | Reject all",
    "We respect your privacy and use partners. Manage options · Accept all",
    "This site uses cookies. Accept all",
]


@pytest.mark.parametrize("line", CONSENT)
def test_a_line_on_consent_leaves_the_head_where_it_is(line: str) -> None:
    deck = "Hundreds sleep in sheds along the border. Nobody counts them, and nobody wants to."
    picture = "A shed outside Brenn, where forty people slept last winter. (Ivo Stamm/Delta Press)"
    text = (
        f"{line}\n\nVANTOR COURIER — Independent since 1921\n\nHome   World   Politics   Opinion\n"
        "\n"
        f"The Barns of Brenn\n\n{deck}\n\nBy Anja Kolde\n"
        f"Published: 9 May 2012, 06:00 | Updated: 10 May 2012, 14:20\n\n{picture}\n\n{BODY}\n\n"
        "© 2012 Vantor Courier. A paper of Delta Media AB.\n"
    )
    assert list(shown(text).values())[:8] == [
        *("boilerplate", "byline", "boilerplate", "title", "note", "byline", "byline", "caption")
    ]
    said = meta(text)
    assert (said.title, said.published) == ("The Barns of Brenn", "2012-05-09")
    assert said.publisher == "Vantor Courier"


SUBTITLES = [
    "        PAYING TO LEAVE\n   Recruitment Fees on the Ilva",
    "PAYING TO LEAVE\nRecruitment Fees on the Ilva",
    "          Paying to Leave\n     Recruitment Fees on the Ilva",
]


@pytest.mark.parametrize("head", SUBTITLES)
def test_a_title_and_its_subtitle_are_one(head: str) -> None:
    text = f"{head}\n\nDelta Rights Watch\nMarch 2013\n\n{BODY}\n"
    _, found = split(text)
    assert [one.kind for one in found][:3] == ["title", "byline", "paragraph"]
    assert meta(text).title == "Paying to Leave: Recruitment Fees on the Ilva"
    assert meta(text).publisher == "Delta Rights Watch"


@pytest.mark.parametrize("foot", ["Page ii", "p. 14", "Page 4 of 12"])
def test_a_page_with_a_footnote_cuts_a_paragraph_into_parts(foot: str) -> None:
    running = f"Delta Rights Watch                              {foot}"
    text = (
        "PAYING TO LEAVE\n\nBy Anja Kolde\n\n"
        "The guards at the crossing of Brenn keep two lists, one of those\n"
        "who have paid the fee[1] and one of those who have not, and a man\n"
        "who stands on neither has to walk along the\n\n"
        "[1] Interview with a former guard, Karst Hill, 4 May 2012, on file\n"
        f"with Delta Rights Watch.\n\n{running}\n\n"
        "dyke until he finds a boat that takes him over. The fee rose by half\nthat winter.\n\n"
        f"{MORE}\n"
    )
    _, found = split(text)
    assert [(one.kind, len(one.stretches)) for one in found[2:6]] == [
        *(("paragraph", 2), ("note", 1), ("boilerplate", 1), ("paragraph", 1))
    ]


@pytest.mark.parametrize(
    "line", ["What would I do?", "Who pays for the boats?", "It is not too late"]
)
def test_a_short_line_between_paragraphs_is_a_heading(line: str) -> None:
    assert kind_of(line) == "heading"


@pytest.mark.parametrize("line", ["And who pays for that?", "“Who pays?” he asks."])
def test_a_question_that_goes_on_with_the_talk_is_a_paragraph(line: str) -> None:
    assert kind_of(line) == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Buyers of gloves and electronics should:", "heading"),
        ("The donors and the League must:", "heading"),
        ("They should:", "paragraph"),
    ],
)
def test_who_should_do_the_numbered_things_is_an_addressee(line: str, kind: str) -> None:
    items = "\n\n1. pay the fees back within a year;\n2. publish the names of all agents;"
    assert kind_of(line, behind=items) == kind


@pytest.mark.parametrize("marks", ["“{}”", "{}", '"{}"'])
def test_a_sentence_pulled_out_of_the_work_is_furniture(marks: str) -> None:
    said = "We were told to wait for the ferry, and the ferry never came"
    before = f"“{said},” said a woman from Selm. {PROSE}\n\n"
    pulled = marks.format(said)
    _, found = split(f"The Barns\n\nBy Anja Kolde\n\n{PROSE}\n\n{before}{pulled}\n\n{MORE}\n")
    assert [one.kind for one in found][3:] == ["paragraph", "boilerplate", "paragraph"]


def test_a_quotation_that_stands_once_is_of_the_work() -> None:
    assert kind_of("“We were told to wait for the ferry, and it never came.”") == "paragraph"


NOTES = [
    "* The names of those who spoke to us have been changed.",
    "1 Our estimate, from tables of the ministry.",
    "Correction, Nov. 13: An earlier version gave the wrong year of the flood.",
    "Clarification (13 November): The bridge is still open to carts.",
    "Anja Kolde is the Courier’s Ostrean correspondent. Her book on the dam is out.",
]


@pytest.mark.parametrize("line", NOTES)
def test_what_explains_the_work_at_its_end_is_a_note(line: str) -> None:
    text = f"The Barns\n\nBy Anja Kolde\n\n{PROSE}\n\n{MORE}*\n\n{PROSE}x.\n\n{line}\n"
    assert shown(text)[line] == "note"


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_word_from_the_editor_is_a_note_in_a_box_too(mark: str) -> None:
    line = f"{mark}From the series editor. This is the third of five pieces on the river."
    assert shown(f"The Barns\n\nBy Anja Kolde\n\n{line}\n\n{BODY}\n")[line] == "note"


FIGURES = [
    "**Figure 1.** Barns in use as shelters. *Source: Marrow Institute.*",
    "**Figure 1.** Barns in use as shelters.\n*Source: Marrow Institute.*",
    "A shed outside Brenn, where forty people slept\nFoto: Ivo Stamm",
    "The crossing at Brenn on a quiet day.\nPhoto: Ivo Stamm/Vantor Courier",
]


@pytest.mark.parametrize("lines", FIGURES)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_picture_has_one_caption(lines: str, form: str) -> None:
    text = f"The Barns\n\nBy Anja Kolde\n\n{PROSE}\n\n{lines}\n\n{MORE}\n"
    source, found = split(text, form)
    said = [source.text[one.start : one.end] for one in found if one.kind == "caption"]
    assert said == [lines]


@pytest.mark.parametrize("head", ["Policy Brief 14 / 2017", "Selm Water Forum"])
def test_a_running_head_is_furniture_where_it_returns(head: str) -> None:
    text = f"{head}\n\nThe Barns of Brenn\n\nBy Anja Kolde\n\n{PROSE}\n\n{head}\n\n{MORE}\n\n"
    _, found = split(f"{text}{head}\n\n{PROSE}x.\n")
    said = [one.kind for one in found if text.startswith(head, one.start) or one.start > len(text)]
    assert said[:2] == ["byline", "boilerplate"]
    assert [one.kind for one in found].count("boilerplate") == 2


def test_a_heading_that_returns_in_each_chapter_stays() -> None:
    text = f"The Barns\n\nBy Anja Kolde\n\nKey findings\n\n{PROSE}\n\nKey findings\n\n{MORE}\n"
    assert [kind for kind, _ in kinds(text)].count("heading") == 2


def test_buttons_and_answers_between_comments_are_told_apart() -> None:
    text = (
        f"The Barns\n\nBy Anja Kolde\n\n{BODY}\n\nComments (2)\n\nKarel J.\n13 Nov 2021, 09:12\n\n"
        "I was there. Nobody came.\n\nRecommend (31)   Report\n\n"
        "Lena_Selm  → in reply to Karel J.\n    14 Nov 2021, 10:47\n\nThey burn every year.\n\n"
        "Reply · Like\n\nLoad 6 more comments\n\nAbout us · Careers · Terms of use\n"
        "Permalink: https://courier.example/barns\n© 2021 Vantor Courier\n"
    )
    source, found = split(text)
    said = [one for one in found if one.kind.startswith("comment")]
    assert [(one.kind, one.author) for one in said] == [
        ("comment_meta", "Karel J."),
        ("comment", "Karel J."),
        ("comment_meta", "Lena_Selm"),
        ("comment", "Lena_Selm"),
    ]
    assert source.text[said[-1].start : said[-1].end] == "They burn every year."
    assert found[-1].kind == "notice"
    assert meta(text).url == "https://courier.example/barns"


@pytest.mark.parametrize(
    "line",
    [
        "Blog at WordPress.com. Theme: Estuary by Selm Themes.",
        "Powered by Ilva Press",
        "About us · Careers · Terms of use",
    ],
)
def test_what_runs_a_site_ends_the_last_comment(line: str) -> None:
    thread = "2 Comments\n\nKarel J. says:\n13 November 2021 at 09:12\n\nNobody came."
    text = f"The Barns\n\nBy Anja Kolde\n\n{BODY}\n\n{thread}\n\n{line}\n"
    assert shown(text)[line] == "boilerplate"
    assert shown(text)["Nobody came."] == "comment"


@pytest.mark.parametrize("mark", ["¶4. (C)", "¶5. (C) COMMENT:", "6. (SBU)", "> ¶7. (U)"])
def test_the_numbered_paragraphs_of_a_cable_are_quoted(mark: str) -> None:
    line = f"{mark} The minister would close the border by the spring, and no one would stop him."
    assert kind_of(line) == "quote"


@pytest.mark.parametrize("dash", ["–", "—"])
def test_capitals_before_a_dash_are_a_run_in_heading(dash: str) -> None:
    line = f"THE PRICE QUESTION {dash} Diplomats say that the fee is set in Vantor, and that nobody"
    source, found = split(f"The Barns\n\nBy Anja Kolde\n\n{PROSE}\n\n{line} can change it.\n")
    assert [one.kind for one in found[-2:]] == ["heading", "paragraph"]
    assert source.text[found[-2].start : found[-2].end] == f"THE PRICE QUESTION {dash}"


def test_a_dateline_is_no_run_in_heading() -> None:
    line = (
        "KARST HILL – Diplomats say that the fee is set in Vantor, and that nobody can change it."
    )
    _, found = split(f"The Barns\n\nBy Anja Kolde\n\n{line}\n\n{MORE}\n")
    assert [one.kind for one in found] == ["title", "byline", "paragraph", "paragraph"]


def test_a_dateline_below_a_caption_is_no_run_in_heading() -> None:
    page = (
        "<html><body><main><h1>The Barns</h1>"
        "<p>Two years after the flood, the towns must say who shall pay for the new dyke.</p>"
        "<figure><figcaption>A dyke above the town. Photograph: Ann Orr</figcaption></figure>"
        f"<p>KARST HILL — {PROSE}</p><p>{MORE}</p></main></body></html>"
    )
    _, found = split(page, "html")
    assert "heading" not in {one.kind for one in found}


def of_page(page: str) -> dict[str, str]:
    """The kind of each segment of a page, by its words."""
    source, found = split(page, "html")
    return {source.text[one.start : one.end]: one.kind for one in found}


def test_a_line_of_a_writer_a_paper_and_a_day_is_a_byline() -> None:
    line = "Jo Pell, Lorton Courier Published 5:02 p.m. ET Feb. 3, 2019"
    page = (
        "<html><body><div><h1>The mill reopens as a school</h1>"
        f"<div><span>{line}</span></div><p>{PROSE}</p><p>{MORE}</p></div></body></html>"
    )
    assert of_page(page)[line] == "byline"


def test_where_a_picture_is_from_is_its_caption() -> None:
    words = "The market square. Jo Ruiz/Shutterstock"
    page = (
        f"<html><body><div><h1>Three quiet towns</h1><p>{PROSE}</p>"
        f'<h2>1. Ambel</h2><img><p class="image-source">{words}</p>'
        f"<p>{MORE}</p></div></body></html>"
    )
    assert of_page(page)[words] == "caption"


def test_a_dateline_below_a_standfirst_is_no_run_in_heading() -> None:
    deck = "Two years after the flood, the towns must say who shall pay for the new dyke."
    line = (
        "KARST HILL — Diplomats say that the fee is set in Vantor, and that nobody can change it."
    )
    _, found = split(f"The Barns\n\n{deck}\n\nBy Anja Kolde\n\n{line}\n\n{MORE}\n")
    assert [one.kind for one in found][-2:] == ["paragraph", "paragraph"]
    assert "heading" not in {one.kind for one in found}


def test_the_lines_of_an_imprint_are_one_notice() -> None:
    foot = "© 2014 Delta Rights Watch\nISBN 978-1-4028-9462-6\nPrinted by Ilva Press, Vantor"
    source, found = split(f"The Barns\n\nBy Anja Kolde\nBrenn, 3 May 2014\n\n{BODY}\n\n{foot}\n")
    assert source.text[found[-1].start : found[-1].end] == foot
    assert [one.kind for one in found[:3]] == ["title", "byline", "paragraph"]


SHORT = [
    f"The river rose. Nobody left.\n\nAnja Kolde said: “We are fine.”\n\n{PROSE}\n",
    f"“We are fine,” said Anja Kolde.\n\n{PROSE}\n\n{MORE}\n",
    "The river rose in the night.\nNobody left the town of Brenn.\n",
    "The river rose. Nobody left.\n\nThen it fell.\n",
]


@pytest.mark.parametrize("text", SHORT)
def test_short_prose_is_no_head(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {"paragraph"}
    said = meta(text)
    assert (said.title, said.authors, said.publisher) == (None, (), None)


def test_who_did_additional_research_is_no_author() -> None:
    said = meta(f"The Barns\n\nText by Anja Kolde; additional research by Ruo Lin\n\n{BODY}\n")
    assert said.authors == ("Anja Kolde",)
