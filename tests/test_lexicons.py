"""Words stand in data files with a note of their origin, not in the modules that use them."""

import ast
from pathlib import Path

import pytest

from annotate import lexicons
from tests.conftest import ROOT

PACKAGE = ROOT / "annotate"
FILES = sorted((PACKAGE / "lexicons").glob("*.t[sx][vt]"))
RULES = [path for part in ("grammar", "layers", "figures")
         for path in sorted((PACKAGE / part).rglob("*.py"))]  # fmt: skip
FEW = 18
"""Words that a rule may name by itself: those of a closed class, read at a glance."""


def words(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _bare(node.value)
    if not isinstance(node, (ast.List, ast.Set, ast.Tuple)):
        return []
    told = (each.value for each in node.elts if isinstance(each, ast.Constant))
    return [each for each in told if isinstance(each, str) and each.replace("-", "").isalpha()]


def _bare(told: str) -> list[str]:
    """The words of a text that is nothing but words: "groups leagues lobby"."""
    found = told.split()
    bare = all(each.replace("-", "").isalpha() and each.islower() for each in found)
    return found if bare else []


def test_no_rule_holds_a_list_of_words() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in RULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if len(words(node)) > FEW
    ]
    assert found == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_list_says_where_its_words_come_from(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_list_names_nothing_twice(path: Path) -> None:
    read = lexicons.words if path.suffix == ".txt" else lexicons.table
    entries = read(path.stem)
    assert sorted({each for each in entries if entries.count(each) > 1}) == []
