"""A deep link leads to its passage and nowhere else, however the page repeats itself."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.cite.text_fragment import deep_link, web_address
from annotate.errors import RequestError
from annotate.model import Document, Meta, Segment

ADDRESS = "https://example.org/ferries"
BORDER = r"(?!(?<=\w)\w)"  # not between two letters


def page(*blocks: str, url: str = ADDRESS, marks: tuple[tuple[int, int], ...] = ()) -> Document:
    """A document whose segments are these blocks."""
    text, segments = "", []
    for n, block in enumerate(blocks):
        segments.append(Segment(n=n, kind="paragraph", start=len(text), end=len(text + block)))
        text += block + "\n\n"
    return Document(
        id="ferries", text=text, segments=tuple(segments), meta=Meta(url=url), marks=marks
    )


def link_to(document: Document, words: str, after: str = "") -> str | None:
    """The deep link to the first place of the words behind some others."""
    start = document.text.index(words, document.text.index(after))
    return deep_link(document, start, start + len(words))


def matches(blocks: list[str], link: str) -> list[str]:
    """What a browser might mark for a link: a matcher of our own, on one string with borders."""
    directive = link.partition(":~:text=")[2]
    parts = directive.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, end = [unquote(part) for part in [*parts, ""][:2]]
    joined = "\n".join(" ".join(block.split()) for block in blocks)
    before = rf"{BORDER}{re.escape(prefix)}\s*" if prefix else ""
    middle = rf"{BORDER}{re.escape(start)}{BORDER}"
    middle += rf"[\s\S]*?{BORDER}{re.escape(end)}{BORDER}" if end else ""
    after = rf"(?=\s*{re.escape(suffix)}{BORDER})" if suffix else ""
    pattern = re.compile(rf"(?={before}({middle}){after})", re.IGNORECASE)
    found = [" ".join(match[1].split()) for match in pattern.finditer(joined)]
    return [words for words in found if words]


LINKS = [
    (("The dam failed.", "Ostrea closed the Ilva."), "closed the Ilva", "closed%20the%20Ilva"),
    (
        ("A well-known, safe & short way.",),
        "well-known, safe & short",
        "well%2Dknown%2C%20safe%20%26%20short",
    ),
    (("He said no.", "She said no."), "said no.", "He-,said%20no."),
    (("They left; then they came.", "They left; then they went."), "They left", "They%20left,-"),
    (("Nanwan writes 漂民, not refugee.",), "漂民", "%E6%BC%82%E6%B0%91"),
    (
        ("Forty families fled the rising water of the Ilva before the men of Vantor came back.",),
        "Forty families fled the rising water of the Ilva before the men of Vantor came",
        "Forty%20families%20fled,of%20Vantor%20came",
    ),
    (
        ("One crossed.", "Another stayed."),
        "One crossed.\n\nAnother stayed.",
        "One%20crossed.,Another%20stayed.",
    ),
]


@pytest.mark.parametrize(("blocks", "words", "directive"), LINKS)
def test_a_link_has_the_fewest_words_that_lead_to_the_passage(
    blocks: tuple[str, ...], words: str, directive: str
) -> None:
    link = link_to(page(*blocks), words)
    assert link is not None
    assert link.startswith(f"{ADDRESS}#:~:text={directive}")


def test_a_passage_grows_to_whole_words() -> None:
    assert link_to(page("Undrowned, they don’t count."), "rowned, they don") == (
        f"{ADDRESS}#:~:text=Undrowned%2C%20they%20don%E2%80%99t"
    )


def test_context_may_stand_in_the_block_before() -> None:
    document = page("Upper Ilva", "No comment.", "Karst Hill", "No comment.")
    assert link_to(document, "No comment.", "Karst") == (f"{ADDRESS}#:~:text=Hill-,No%20comment.")


def test_markup_is_not_looked_for_on_the_page() -> None:
    document = page("They **never** came back.", marks=((5, 7), (12, 14)))
    assert link_to(document, "They **never** came") == f"{ADDRESS}#:~:text=They%20never%20came"


def test_a_page_that_cannot_be_told_apart_is_linked_without_a_directive() -> None:
    same = page(*["No comment."] * 99)
    assert link_to(same, "No comment.", "\n") == ADDRESS


def test_a_link_into_a_section_keeps_the_section() -> None:
    document = page("The dam failed.", url=f"{ADDRESS}#dam")
    assert link_to(document, "dam") == f"{ADDRESS}#dam:~:text=dam"


ADDRESSES = [
    ("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"),
    ("https://example.org/%E6%B5%B7?x=1&y=2", "https://example.org/%E6%B5%B7?x=1&y=2"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("http://[", None),
    ("https://", None),
    ("/relative", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "address"), ADDRESSES)
def test_only_addresses_of_the_web_are_linked(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


def test_a_page_without_address_has_no_link() -> None:
    assert link_to(page("The dam failed.", url=""), "dam") is None


def test_no_words_are_no_passage() -> None:
    with pytest.raises(RequestError, match="no stretch 3-3"):
        deep_link(page("The dam failed."), 3, 3)


WORDS = st.sampled_from(
    ["no", "one", "came", "to", "Brenn", "well-known", "“they”", "a,b", "don’t"]
)
BLOCKS = st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=6)


@given(BLOCKS, st.data())
def test_every_link_leads_to_one_passage(blocks: list[str], data: st.DataObject) -> None:
    document = page(*blocks)
    start = data.draw(st.integers(0, len(document.text.rstrip()) - 1))
    end = data.draw(st.integers(start + 1, len(document.text.rstrip())))
    link = deep_link(document, start, end)
    if link and ":~:" in link and document.text[start:end].strip():
        found = matches(blocks, link)
        assert len(found) == 1
        assert " ".join(document.text[start:end].split()) in found[0]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.data())
def test_any_text_has_a_link(blocks: list[str], data: st.DataObject) -> None:
    document = page(*blocks)
    start = data.draw(st.integers(0, len(document.text) - 1))
    link = deep_link(document, start, data.draw(st.integers(start + 1, len(document.text))))
    assert link is not None
    assert re.fullmatch(r"[!-~]+", link)
