"""Citations and entries are what the style manuals ask for, each request for itself."""

from pathlib import Path
from typing import Any

import pytest

from annotate.cite.render import render, running
from annotate.errors import RequestError
from tests.cite.items import COURIER, REPORT

NOBODY: dict[str, Any] = {
    "id": "faq",
    "type": "webpage",
    "title": "Rules at the border",
    "container-title": "Office for Displaced Persons",
    "URL": "https://example.org/faq",
    "accessed": {"date-parts": [[2026, 11, 2]]},
}

RENDERED = [
    (
        "apa",
        COURIER,
        "(Verrin, 2013, para. 12)",
        "Verrin, T. (2013, May 3). The Night Ferries. Vantor Courier. https://example.org/ferries",
    ),
    (
        "apa",
        REPORT,
        "(Delta Rights Watch, 2012, para. 12)",
        "Delta Rights Watch. (2012). The Uncounted. Marrow Institute.",
    ),
    (
        "apa",
        NOBODY,
        "(Rules at the Border, n.d., para. 12)",
        (
            "Rules at the border. (n.d.). Office for Displaced Persons. "
            "Retrieved November 2, 2026, from https://example.org/faq"
        ),
    ),
    (
        "mla",
        COURIER,
        "(Verrin, par. 12)",
        (
            "Verrin, Tomas. “The Night Ferries.” Vantor Courier, 3 May 2013, "
            "https://example.org/ferries."
        ),
    ),
    (
        "mla",
        REPORT,
        "(Delta Rights Watch, par. 12)",
        "Delta Rights Watch. The Uncounted. Marrow Institute, Nov. 2012.",
    ),
    (
        "mla",
        NOBODY,
        "(“Rules at the Border,” par. 12)",
        (
            "“Rules at the Border.” Office for Displaced Persons, https://example.org/faq. "
            "Accessed 2 Nov. 2026."
        ),
    ),
    (
        "chicago-author-date",
        COURIER,
        "(Verrin 2013, para. 12)",
        (
            "Verrin, Tomas. 2013. “The Night Ferries.” Vantor Courier, May 3. "
            "https://example.org/ferries."
        ),
    ),
    (
        "chicago-author-date",
        REPORT,
        "(Delta Rights Watch 2012, para. 12)",
        "Delta Rights Watch. 2012. The Uncounted. Marrow Institute.",
    ),
    (
        "chicago-notes",
        COURIER,
        (
            "Tomas Verrin, “The Night Ferries,” Vantor Courier, May 3, 2013, para. 12, "
            "https://example.org/ferries."
        ),
        (
            "Verrin, Tomas. “The Night Ferries.” Vantor Courier, May 3, 2013. "
            "https://example.org/ferries."
        ),
    ),
    (
        "chicago-notes",
        REPORT,
        "Delta Rights Watch, The Uncounted (Marrow Institute, 2012), para. 12.",
        "Delta Rights Watch. The Uncounted. Marrow Institute, 2012.",
    ),
]


@pytest.mark.parametrize(("style", "item", "citation", "entry"), RENDERED)
def test_a_work_is_cited_as_the_style_asks(
    style: str, item: dict[str, Any], citation: str, entry: str
) -> None:
    cite = {"id": item["id"], "label": "paragraph", "locator": "12"}
    made = render([item], [[cite]], [style])[style]
    assert [made.citations[0].text, made.bibliography[0].text] == [citation, entry]


LOCATORS = [
    ("apa", "paragraph", "12-13", "(Verrin, 2013, paras. 12–13)"),
    ("apa", "page", "3", "(Verrin, 2013, p. 3)"),
    ("apa", "section", "IV", "(Verrin, 2013, Section IV)"),
    ("apa", "paragraph", "{*12*", "(Verrin, 2013, para. *12*)"),
    ("chicago-author-date-de", "paragraph", "12", "(Verrin 2013, Abs. 12)"),
    ("chicago-author-date-fr", "paragraph", "12", "(Verrin 2013, paragr. 12)"),
    ("nature-medicine", "paragraph", "12", "1"),
]


@pytest.mark.parametrize(("style", "label", "locator", "citation"), LOCATORS)
def test_a_locator_is_called_what_the_style_and_its_language_call_it(
    style: str, label: str, locator: str, citation: str
) -> None:
    cite = {"id": "ferries", "label": label, "locator": locator}
    assert render([COURIER], [[cite]], [style])[style].citations[0].text == citation


def test_titles_keep_their_slant_in_markdown_and_html() -> None:
    entry = render([COURIER], [[{"id": "ferries"}]], ["apa"])["apa"].bibliography[0]
    assert "*Vantor Courier*" in entry.markdown
    assert "<em>Vantor Courier</em>" in entry.html
    assert '<a href="https://example.org/ferries">' in entry.html


def test_hostile_items_come_out_escaped() -> None:
    title = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    hostile = {**COURIER, "title": title, "URL": "javascript:alert(1)"}
    cite = {"id": "ferries", "locator": "<b>1</b>", "prefix": "<i>see</i> [y](javascript:x)"}
    made = render([hostile], [[cite]], ["mla"])["mla"]
    for each in (*made.citations, *made.bibliography):
        assert not {"<script", "<img", "<b>", "<i>"} & {
            *each.html.lower().replace("<", " <").split()
        }
        assert 'href="javascript' not in each.html
        assert "](javascript" not in each.markdown.replace(r"\](", "")
    assert "&lt;Script&gt;" in made.bibliography[0].html


def test_a_dependent_style_speaks_its_own_language(tmp_path: Path) -> None:
    child = tmp_path / "child.csl"
    child.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" default-locale="de-DE"><info>'
        '<link href="https://example.org/styles/apa" rel="independent-parent"/></info></style>',
        encoding="utf-8",
    )
    cite = {"id": "ferries", "label": "paragraph", "locator": "12"}
    made = render([COURIER], [[cite]], [str(child)])[str(child)]
    assert made.citations[0].text == "(Verrin, 2013, Abs. 12)"
    assert "(2013, Mai 3)" in made.bibliography[0].text


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(RequestError, match="unknown citation style"):
        render([COURIER], [], ["no-such-style"])


def test_the_kept_processor_answers_again_after_it_was_killed() -> None:
    cite = {"id": "ferries", "label": "paragraph", "locator": "12"}
    with running() as first:
        made = first.render([COURIER], [[cite]], "apa")
        first._process.kill()
        with pytest.raises(RequestError, match="pandoc stopped"):
            first.render([COURIER], [[cite]], "apa")
    with running() as again:
        assert again is first
        assert again.render([COURIER], [[cite]], "apa") == made


HALVES = [
    ([{"id": "a\ud83d"}], [], r"item 'a�' holds half a character, \\ud83d; give both halves"),
    ([{"id": "a", "title": "\udc00"}], [], r"item 'a' holds half a character, \\udc00"),
    ([COURIER], [[{"id": "ferries", "prefix": "\ud83d"}]], "a cite holds half a character"),
]


@pytest.mark.parametrize(("items", "cites", "reason"), HALVES)
def test_half_a_character_is_refused_in_words(
    items: list[dict[str, Any]], cites: list[list[dict[str, str]]], reason: str
) -> None:
    with pytest.raises(RequestError, match=reason):
        render(items, cites, ["apa"])
