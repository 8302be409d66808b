"""Citations and entries are what the style manuals ask for, each request for itself."""

from pathlib import Path
from typing import Any

import pytest

from annotate.cite.render import render, render_batch
from annotate.errors import RequestError

COURIER: dict[str, Any] = {
    "id": "ferries",
    "type": "article-newspaper",
    "title": "The Night Ferries",
    "author": [{"family": "Verrin", "given": "Tomas"}],
    "container-title": "Vantor Courier",
    "issued": {"date-parts": [[2013, 5, 3]]},
    "URL": "https://example.org/ferries",
}
REPORT: dict[str, Any] = {
    "id": "uncounted",
    "type": "report",
    "title": "The Uncounted",
    "author": [{"literal": "Delta Rights Watch"}],
    "publisher": "Marrow Institute",
    "issued": {"date-parts": [[2012, 11]]},
}
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


def test_requests_of_a_batch_do_not_see_each_other() -> None:
    other = {**COURIER, "id": "rafts", "title": "The Rafts"}
    together, alone = render_batch(
        [
            {"id": 1, "style": "apa", "items": [COURIER, other], "bibliography": True,
             "cites": [[{"id": "ferries"}, {"id": "rafts"}]]},
            {"id": 2, "style": "apa", "items": [COURIER], "bibliography": True,
             "cites": [{"id": "ferries"}]},
        ]
    )  # fmt: skip
    assert together["citations"] == ["(Verrin, 2013a, 2013b)"]
    assert len(together["bibliography"]) == 2
    assert alone == {
        "id": 2,
        "citations": ["(Verrin, 2013)"],
        "bibliography": [RENDERED[0][3]],
    }


def test_items_that_nobody_cites_stand_in_the_bibliography_too() -> None:
    request = {"id": 1, "style": "apa", "items": [COURIER, REPORT], "bibliography": True}
    [answer] = render_batch([request])
    assert [entry[:6] for entry in answer["bibliography"]] == ["Delta ", "Verrin"]


BAD = [
    ({"id": 1, "style": "appa", "items": []}, "unknown citation style 'appa'"),
    ({"id": 1, "style": "apa", "items": [COURIER], "cites": [{"id": "x"}]}, "no item"),
    ({"id": 1, "style": "apa", "items": [COURIER], "cites": [[{}]]}, "has no id"),
    ({"id": 1, "style": "apa", "items": [COURIER], "cites": [3]}, "is no group"),
    ({"id": 1, "style": "apa", "items": [{"title": "x"}]}, "has no id"),
    ({"id": 1, "style": "apa", "items": [3]}, "has no id"),
    ({"id": 1, "style": "apa", "items": {}, "cites": "x"}, '"cites" is no list'),
    ({"id": 1, "style": 3, "items": []}, "style is no name"),
    ({"id": 1, "style": "apa", "items": [{"id": "a", "type": {}}]}, "cannot render"),
]


@pytest.mark.parametrize(("request_", "reason"), BAD)
def test_a_bad_request_costs_only_itself(request_: dict[str, Any], reason: str) -> None:
    good = {"id": 2, "style": "apa", "items": [COURIER], "cites": [{"id": "ferries"}]}
    bad, fine = render_batch([request_, good])
    assert bad["id"] == 1
    assert reason in bad["error"]
    assert fine["citations"] == ["(Verrin, 2013)"]


def test_empty_lists_are_no_mistake() -> None:
    bare = {**COURIER, "author": []}
    nothing, nobody = render_batch(
        [
            {"id": 1, "style": "apa", "items": [], "cites": [], "bibliography": True},
            {"id": 2, "style": "apa", "items": [bare], "cites": [{"id": "ferries"}]},
        ]
    )
    assert nothing == {"id": 1, "citations": [], "bibliography": []}
    assert nobody["citations"] == ["(“The Night Ferries,” 2013)"]


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


def test_answers_stream() -> None:
    def requests() -> Any:
        yield {"id": 1, "style": "apa", "items": [COURIER], "cites": [{"id": "ferries"}]}
        pytest.fail("a second request was read before the first was answered")

    assert next(render_batch(requests()))["id"] == 1


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(RequestError, match="unknown citation style"):
        render([COURIER], [], ["no-such-style"])
