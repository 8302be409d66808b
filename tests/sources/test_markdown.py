"""Markdown: the text with its marks, its elements, and where the marks are."""

import pytest
from markdown_it import MarkdownIt

from annotate import pipeline
from annotate.model import Source
from annotate.sources import markdown, read

ARTICLE = """\
5 February 2014

## Two Banks, One River

By Joren Tael

---

Just over [23,000](#) people **hold** a permit \\(so far\\).

> We knock, and *we are offered tea*,
> she said.

- a first
- a second
"""


def bare(source: Source) -> str:
    """The text without its marks."""
    kept, at = [], 0
    for start, end in source.marks:
        kept.append(source.text[at:start])
        at = end
    return "".join([*kept, source.text[at:]])


def test_a_text_with_markdown_in_it_is_markdown() -> None:
    assert read(ARTICLE).form == "markdown"
    assert read(ARTICLE).text == ARTICLE


@pytest.mark.parametrize(
    "text", ["* one\n* two", "a\n---\nb", "#tag and [sic] (1990)", "2 ** 3 ** 4", "> hi\n> there"]
)
def test_a_text_with_a_few_signs_is_text(text: str) -> None:
    assert read(text).form == "text"


def test_elements_have_their_roles() -> None:
    found = [(block.role, ARTICLE[block.start : block.end][:12]) for block in read(ARTICLE).blocks]
    assert found == [
        (None, "5 February 2"),
        ("heading", "## Two Banks"),
        (None, "By Joren Tae"),
        ("boilerplate", "---"),
        (None, "Just over [2"),
        ("quote", "> We knock, "),
        ("list_item", "- a first"),
        ("list_item", "- a second"),
    ]


MARKED = [
    ("## Two Banks", "Two Banks"),
    ("## **Publisher** ##", "Publisher"),
    ("a [link](http://x.example/a_(b) 'title') here", "a link here"),
    ("a [link][ref] here\n\n[ref]: http://x.example", "a link here\n\n[ref]: http://x.example"),
    ("**bold** and *slanted* and ***both***", "bold and slanted and both"),
    ("snake_case and 2 * 3 stay", "snake_case and 2 * 3 stay"),
    ("escaped \\(ISN\\) and \\*", "escaped (ISN) and *"),
    ("`code` here", "code here"),
    ("<http://x.example/?a=1&b=2>", "http://x.example/?a=1&b=2"),
    ("![A ferry](ferry.jpg) at night", "A ferry at night"),
    ("one<br>two", "onetwo"),
    ("> quoted\n> again", "quoted\nagain"),
    ("- an item\n- another", "- an item\n- another"),
    ("1. an item", "1. an item"),
    ("R&amp;D", "R&amp;D"),
]


@pytest.mark.parametrize(("text", "words"), MARKED)
def test_marks_are_what_readers_do_not_see(text: str, words: str) -> None:
    assert bare(markdown.read(text)) == words


@pytest.mark.parametrize("text", [text for text, _ in MARKED[:9]])
def test_marks_are_where_markdown_it_has_no_words(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(text)
    runs = (child for token in tokens for child in token.children or [])
    words = "".join(child.content for child in runs if child.type in {"text", "code_inline"})
    assert bare(markdown.read(text)).split("\n")[0] == words


def test_front_matter_is_metadata() -> None:
    text = "---\ntitle: Two Banks\nauthors: [Joren Tael]\ndate: 2014-02-05\n---\n\nWords.\n"
    source = markdown.read(text)
    assert (source.meta.title, source.meta.authors) == ("Two Banks", ("Joren Tael",))
    assert source.meta.published == "2014-02-05"
    assert source.blocks[0].role == "boilerplate"


@pytest.mark.parametrize(
    ("head", "day", "people"),
    [
        ("date: 12 July 2023\nauthor: Ann Orr", "2023-07-12", ("Ann Orr",)),
        ("date: 2023\nauthor: [{name: Ann Orr, affiliation: Brenn}]", "2023", ("Ann Orr",)),
        ("date: soon\nauthor: {family: Orr, given: Ann}", None, ("Ann Orr",)),
        ("date: 2014-02-05 10:30:00\nauthor: [{literal: DW}, [1]]", "2014-02-05", ("DW",)),
        ("title: Two Banks", None, ()),
    ],
)  # fmt: skip
def test_front_matter_states_days_and_people_as_programs_write_them(
    head: str, day: str | None, people: tuple[str, ...]
) -> None:
    meta = markdown.read(f"---\n{head}\n---\n\nWords.\n").meta
    assert (meta.published, meta.authors) == (day, people)
    assert ("published" in meta.origins) == bool(day)


@pytest.mark.parametrize(
    "head",
    ["title: " + "[" * 2000, "title: !!timestamp soon", "title: !!bool maybe", "title: !!int ''",
     'title: "\\UFFFFFFFF"', 'title: "\\ud800"',
     "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 30))
     + "title: *a29"],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_says_nothing(head: str) -> None:
    assert markdown.read(f"---\n{head}\n---\n\nWords.\n").meta.title is None


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert markdown.read("---\n\nWords here.\n\n---\n").blocks[1].role is None


def test_every_line_is_in_a_block() -> None:
    text = "| a | b |\n|---|---|\n| c | d |\n\n[ref]: http://x.example\n\n[^1]: A note.\n"
    source = markdown.read(text)
    covered = {at for block in source.blocks for at in range(block.start, block.end)}
    assert all(at in covered or sign.isspace() for at, sign in enumerate(text))


DECK = "*As the river rises, the two banks cannot agree on who shall pay.*"
PROSE = "Nobody has paid for the dykes since the flood, says the mayor of Brenn."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"# Two Banks\n\n{DECK}\n\n{PROSE}\n", ["title", "note", "paragraph"]),
        (f"# Two Banks\n\n{PROSE}\n\n{DECK}\n", ["title", "paragraph", "paragraph"]),
        (f"# Two Banks\n\n{DECK}\n\n*{PROSE}*\n", ["title", "paragraph", "paragraph"]),
        (f"# Two Banks\n\n*By Joren Tael*\n\n{PROSE}\n", ["title", "byline", "paragraph"]),
        (
            f"# Two Banks\n\n{PROSE}\n\n| Cases | Deaths | Men |\n|---|---|---|\n| 4 | 1 | 2 |\n",
            ["title", "paragraph", "paragraph", "boilerplate", "paragraph"],
        ),
    ],
)
def test_a_sentence_in_italics_below_the_title_is_a_note_and_a_row_is_a_paragraph(
    text: str, kinds: list[str]
) -> None:
    document = pipeline.read(text, id="x", form="markdown")
    assert [each.kind for each in document.segments] == kinds
