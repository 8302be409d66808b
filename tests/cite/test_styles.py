"""A style is found by its name, its short name or its file."""

from pathlib import Path

import pytest

from annotate.cite.styles import names, style
from annotate.errors import RequestError

FOUND = [
    ("apa", "apa.csl", False),
    ("chicago-author-date", "chicago-author-date.csl", False),
    ("chicago-notes", "chicago-notes-bibliography.csl", True),
    ("chicago-note-bibliography", "chicago-notes-bibliography.csl", True),
    ("mla", "modern-language-association.csl", False),
    ("ieee", "ieee.csl", False),
]


@pytest.mark.parametrize(("name", "file", "in_notes"), FOUND)
def test_a_style_is_found_by_its_name(name: str, file: str, in_notes: bool) -> None:
    found = style(name)
    assert (found.name, found.file.name, found.in_notes) == (name, file, in_notes)


def test_a_dependent_style_follows_its_parent() -> None:
    assert style("nature-medicine").file == style("nature").file


def test_a_dependent_style_keeps_its_own_language(tmp_path: Path) -> None:
    child = tmp_path / "child.csl"
    child.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" default-locale="de-DE"><info>'
        '<link href="https://example.org/styles/apa" rel="independent-parent"/></info></style>',
        encoding="utf-8",
    )
    assert (style(str(child)).file, style(str(child)).locale) == (style("apa").file, "de-DE")


def test_an_unknown_style_is_answered_with_its_like() -> None:
    with pytest.raises(
        RequestError, match="unknown citation style 'nature-medecine'; near it are "
    ):
        style("nature-medecine")
    with pytest.raises(RequestError, match="try apa, chicago-notes, mla"):
        style("¿?")


@pytest.mark.parametrize("name", ["", "../apa", "https://example.org/apa", "no/such.csl"])
def test_what_is_no_style_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match="style"):
        style(name)


def test_a_style_that_follows_no_rules_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop.csl"
    loop.write_text('<style><link rel="independent-parent" href="x/loop"/></style>', "utf-8")
    with pytest.raises(RequestError, match="follows 'loop', which has no rules"):
        style(str(loop))


def test_a_style_in_another_encoding_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csl"
    odd.write_bytes(b"<style>\xff</style>")
    with pytest.raises(RequestError, match="save it as UTF-8"):
        style(str(odd))


def test_the_names_have_the_short_ones() -> None:
    assert {"apa", "mla", "nature-medicine", "chicago-notes"} <= set(names())
