"""Every form escapes what the article says, and other programs read it."""

import html
import json
import re
import subprocess
from typing import Any

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.cite import biblatex, ris
from annotate.cite.csl import item_of
from annotate.cite.formats import FORMATS, write, write_all, write_works
from annotate.cite.snippet import Snippet, snippet
from annotate.errors import RequestError
from annotate.model import Claim, Document, Meta, Segment

HOSTILE = "<script>alert(1)</script> ](javascript:alert(1)) **b** {\\input{x}} } @x $y$ `z`"
META = Meta(
    title="The Night\nTY  - FAKE\nFerries",
    authors=("Anja Kolde", "Delta Rights Watch"),
    published="2013-05-03",
    accessed="2026-11-02",
    container_title="Estuary & Review",
    url="https://example.org/ferries?a={b}",
    language="en-GB",
    type="article-magazine",
)


def made_of(text: str, meta: Meta = META) -> Snippet:
    """The snippet of a whole text."""
    segments = (Segment(n=0, kind="paragraph", start=0, end=len(text), number=1),)
    document = Document(id="ferries", text=text, meta=meta, segments=segments)
    return snippet(document, 0, len(text))


def read_back(written: str, form: str) -> Any:
    """What pandoc reads in a bibliography."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"],
        input=written.encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_text_is_quotation_citation_link_and_entry() -> None:
    assert write(made_of("Nobody came."), "text") == (
        "“Nobody came.” (Kolde & Delta Rights Watch, 2013, para. 1)\n"
        "https://example.org/ferries?a=%7Bb%7D#:~:text=Nobody%20came.\n\n"
        "Kolde, A., & Delta Rights Watch. (2013, May 3). The Night TY - FAKE Ferries. "
        "Estuary & Review. https://example.org/ferries?a=%7Bb%7D\n"
    )


def test_a_note_is_set_off_by_a_dash() -> None:
    document = Document(id="notes", text="Nobody came.")
    assert write(snippet(document, 0, 12, style="chicago-notes"), "text").startswith(
        "“Nobody came.” — “Notes,” n.d."
    )


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_work_that_a_style_lists_nowhere_leaves_no_empty_entry(form: str) -> None:
    meta = Meta(title="Night ferries", published="2013-05-03", type="document")
    segments = (Segment(n=0, kind="paragraph", start=0, end=8, number=1),)
    document = Document(id="ferries", text="Nobody’s", meta=meta, segments=segments)
    made = snippet(document, 0, 8, style="chicago-notes")
    assert made.entry.text == ""
    written = write(made, form)
    assert made.citation.text in html.unescape(written)
    assert written == written.rstrip() + "\n"
    assert "<p></p>" not in written


def test_html_shows_hostile_words_as_words() -> None:
    page = write(made_of(HOSTILE, Meta(title=HOSTILE, url="javascript:alert(1)")), "html")
    tags = set(re.findall(r"</?\w+", page))
    assert tags <= {"<blockquote", "</blockquote", "<p", "</p", "<em", "</em"}
    assert "&lt;script&gt;alert(1)" in page


def test_markdown_shows_hostile_words_as_words() -> None:
    markdown = write(made_of(HOSTILE, Meta(title=HOSTILE, url="javascript:alert(1)")), "markdown")
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "commonmark", "-t", "html"],
        input=markdown.encode(),
        capture_output=True,
        check=True,
    )
    page = done.stdout.decode()
    assert not re.search(r"<(script|a|strong|code|img)\b", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ](javascript:alert(1)) **b**" in page


def test_csl_json_is_a_list_of_the_item() -> None:
    assert json.loads(write(made_of("Nobody came."), "csl-json")) == [item_of(META, id="ferries")]


def test_biblatex_is_read_back_as_it_was() -> None:
    [read] = read_back(write(made_of("Nobody came."), "biblatex"), "biblatex")
    assert read["author"] == item_of(META, id="ferries")["author"]
    assert read["container-title"] == "Estuary & Review"
    assert "The Night TY - FAKE Ferries" in read["title"]
    assert read["issued"] == {"date-parts": [[2013, 5, 3]]}
    assert read["accessed"] == {"date-parts": [[2026, 11, 2]]}
    assert read["URL"] == "https://example.org/ferries?a=%7Bb%7D"


def test_ris_is_read_back_as_it_was() -> None:
    [read] = read_back(write(made_of("Nobody came."), "ris"), "ris")
    assert read["title"] == "The Night TY - FAKE Ferries"
    assert next(name["family"] for name in read["author"]) == "Kolde"
    assert read["issued"] == {"date-parts": [[2013]]}
    assert "DA  - 2013/05/03\nY2  - 2026/11/02\n" in write(made_of("Nobody came."), "ris")


def test_keys_of_biblatex_are_plain_and_differ() -> None:
    works = [item_of(Meta(), id=each) for each in ("a/b, {c}", "a b c", "海峡")]
    assert re.findall(r"@misc\{(.*),", biblatex.write(works)) == ["a-b-c", "a-b-c-2", "work"]


def test_an_unknown_form_is_answered_with_those_there_are() -> None:
    with pytest.raises(RequestError, match="unknown format 'pdf'; the formats are biblatex, csl-j"):
        write(made_of("Nobody came."), "pdf")


def test_a_mail_is_a_personal_communication() -> None:
    mail = {**item_of(META, id="a"), "type": "personal_communication"}
    assert write_works([mail], "ris").startswith("TY  - PCOMM\n")


def test_works_leave_without_a_snippet() -> None:
    works = [item_of(META, id="a"), item_of(META, id="b")]
    assert json.loads(write_works(works, "csl-json")) == works
    assert write_works(works, "ris").count("TY  - MGZN") == 2
    with pytest.raises(RequestError, match="the formats are biblatex, csl-json, ris"):
        write_works(works, "html")


def test_several_snippets_make_one_bibliography_with_each_work_once() -> None:
    one, other = made_of("Nobody came."), made_of("Nobody left.")
    assert json.loads(write_all([one, other], "csl-json")) == [one.item]
    assert write_all([one, other], "ris").count("TY  - ") == 1
    assert write_all([one, other], "biblatex").count("@") == 1
    assert write_all([one, other], "text") == f"{write(one, 'text')}\n{write(other, 'text')}"
    with pytest.raises(RequestError, match="unknown format 'pdf'"):
        write_all([one], "pdf")


def test_an_omission_is_shown_in_every_form_of_a_snippet() -> None:
    made = snippet(Document(id="a", text="We fled the water."), 0, 17, pieces=[(0, 2), (12, 17)])
    assert write(made, "text").startswith("“We […] water”")
    assert write(made, "html").startswith("<blockquote><p>“We […] water”")
    assert write(made, "markdown").startswith("> “We \\[…\\] water”")


def test_every_form_ends_its_last_line() -> None:
    made = made_of("Nobody came.")
    assert all(write(made, form).endswith("\n") for form in FORMATS)


TEXTS = st.text() | st.sampled_from([HOSTILE, "a\nER  - \nTY  - X", "\\", "{", "}", "a\u2028b"])


@given(TEXTS, st.lists(TEXTS, max_size=3).map(tuple), TEXTS)
def test_no_words_break_out_of_a_field(title: str, authors: tuple[str, ...], site: str) -> None:
    work = item_of(Meta(title=title, authors=authors, publisher=site, type="webpage"), id="a")
    entry, record = biblatex.write([work]), ris.write([work])
    assert entry.count("{") == entry.count("}")
    assert all(re.match(r"@|\}|  [a-z]+ = \{", line) for line in entry.splitlines())
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in record.splitlines())
    assert [line[:2] for line in record.splitlines()].count("TY") == 1
    assert record.splitlines()[-1] == "ER  - "


PLACED = (
    ("doi", "10.1234/barns"),
    ("volume", "12"),
    ("issue", "3"),
    ("page", "45-61"),
)


@pytest.mark.parametrize("form", ["biblatex", "ris"])
def test_where_a_work_stands_in_a_journal_is_read_back(form: str) -> None:
    stated = tuple(Claim(key=key, value=value, origins=("x",)) for key, value in PLACED)
    meta = Meta(title="Barns counted", container_title="Delta Studies", type="article-journal",
                claims=stated)  # fmt: skip
    writer = {"biblatex": biblatex, "ris": ris}[form]
    (read,) = read_back(writer.write([item_of(meta, id="barns")]), form)
    wanted = {"DOI": "10.1234/barns", "volume": "12", "issue": "3", "page": "45-61"}
    assert {key: read.get(key, "").replace("–", "-") for key in wanted} == wanted
