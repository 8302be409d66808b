"""Protected names, in whatever form they are written."""

from pathlib import Path

import pytest

from annotate.errors import CodebookError
from annotate.release.names import Called, Names, load

PROTECTED = """\
names:
- {name: Tómas Verrin, as: Source A, aliases: [the ferryman of Brenn]}
- {name: 阮文, as: Source B}
- {name: Ann O'Neil, as: Source C}
- {name: Delta Rights Watch, as: a watchdog, kind: other}
"""


@pytest.fixture
def names(tmp_path: Path) -> Names:
    path = tmp_path / "protected.yml"
    path.write_text(PROTECTED, encoding="utf-8")
    return load(path, {"Tómas Verrin": Called(texts=frozenset({"T. Verrin", "Verrin", "he"}))})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tómas Verrin said", "Source A said"),
        ("TOMAS VERRIN said", "Source A said"),
        ("Tomas\nVerrin said", "Source A said"),
        ("To\u0301mas Ver\u00adrin said", "Source A said"),
        ("Verrin’s ferry", "Source A’s ferry"),
        ("the Verrins", "the Source As"),
        ("The Ferryman of Brenn rowed", "Source A rowed"),
        ("interviews/tomas-verrin-2013", "interviews/Source A-2013"),
        ("www.tomasverrin.example", "www.Source A.example"),
        ("昨天阮文說", "昨天Source B說"),
        ("Mrs O’Neil left", "Mrs Source C left"),
        ("Delta Rights Watch says", "a watchdog says"),
    ],
)
def test_every_form_becomes_the_pseudonym(names: Names, before: str, after: str) -> None:
    assert names.replaced(before) == after


@pytest.mark.parametrize("text", ["Verringer", "Watch out", "the delta", "Tom said", "he said", ""])
def test_other_words_stay(names: Names, text: str) -> None:
    assert names.replaced(text) == text


def test_markup_does_not_hide_a_name(names: Names) -> None:
    text = "*Ver*rin left"
    edits = names.edits(text, [(0, 1), (4, 5)])
    assert [(edit.start, edit.end, edit.by) for edit in edits] == [(1, 8, "Source A")]


@pytest.mark.parametrize(
    "text",
    [
        "T&oacute;mas Verrin",
        "&#86;errin",
        "Tomas%20Verrin",
        "T\\u00f3mas Verrin",
        "t\u00f3mas_verrin",
    ],
)
def test_an_escaped_name_is_seen(names: Names, text: str) -> None:
    assert names.stand_in(text)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("names: [{name: Tomas Verrin, as: Mr Verrin}]", "line 1: as: 'Mr Verrin' tells a name"),
        ("names:\n- {name: Tomas Verrin, as: A}\n- {name: Ana Verrin, as: B}", "'verrin' may be"),
        ("names:\n- {name: Tomas Verrin, as: A}\n- {name: Anja Kolde, as: A}", "stands for 'Tomas"),
        ("names: [{name: Tomas Verrin}]", "lacks 'as'"),
    ],
)
def test_what_would_tell_or_mix_up_names_is_one_sentence(
    tmp_path: Path, stated: str, message: str
) -> None:
    path = tmp_path / "protected.yml"
    path.write_text(stated, encoding="utf-8")
    with pytest.raises(CodebookError, match=message):
        load(path, {})


def test_without_a_file_no_name_is_protected(tmp_path: Path) -> None:
    assert load(tmp_path / "protected.yml", {}) == Names()
