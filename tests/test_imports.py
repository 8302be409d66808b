"""Imports point one way: down the table of docs/architecture.md, which names every module."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {_name(path): path for path in sorted((ROOT / "annotate").rglob("*.py"))}


def _imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            wholes = (f"{node.module}.{each.name}" for each in node.names)
            yield from (whole if whole in MODULES else node.module for whole in wholes)


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


@cache
def _imports(name: str, *, late: bool) -> frozenset[str]:
    """The modules of ours that one imports; late: also those that its functions import."""
    tree = _tree(name)
    found = _imported(ast.walk(tree) if late else tree.body)
    return frozenset(each for each in found if each in MODULES and each != name)


def _ranks() -> dict[str, int]:
    """The row of each module and folder in the table, the one on top being the first."""
    table = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    rows = (re.findall(r"`(\w+)(?:\.py|/)`", cell) for cell in cells)
    return {part: rank for rank, row in enumerate(rows) for part in row}


RANKS = _ranks()


def _part(name: str) -> str:
    """What the table calls a module: by its file, or by its folder."""
    return name.split(".")[1] if "." in name else "__init__"


def _layer(name: str) -> str:
    """The layer of which a module is, "" if of none."""
    return name.split(".")[2] if name.startswith("annotate.layers.") else ""


def test_no_module_imports_itself_by_way_of_others() -> None:
    TopologicalSorter({name: _imports(name, late=False) for name in MODULES}).prepare()


def test_the_table_names_what_there_is_and_nothing_else() -> None:
    files = (ROOT / "annotate").iterdir()
    there = {
        path.stem for path in files if path.name != "__pycache__" and path.suffix in {"", ".py"}
    }
    assert there ^ set(RANKS) == set()


def test_imports_point_down_the_table() -> None:
    up = [
        f"{name} imports {each}"
        for name in MODULES
        for each in sorted(_imports(name, late=True))
        if RANKS[_part(each)] < RANKS[_part(name)]
    ]
    assert up == []


def test_no_layer_imports_another() -> None:
    beside = [
        f"{name} imports {each}"
        for name in MODULES
        for each in sorted(_imports(name, late=True))
        if _layer(name) and _layer(each) and _layer(each) != _layer(name)
    ]
    assert beside == []


@pytest.mark.parametrize("name", MODULES)
def test_no_name_of_a_module_has_two_values(name: str) -> None:
    told = (each for each in _tree(name).body if isinstance(each, ast.Assign))
    names = [to.id for each in told for to in each.targets if isinstance(to, ast.Name)]
    assert sorted(names) == sorted(set(names))
