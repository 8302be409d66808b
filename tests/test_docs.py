"""The pages for people name files, modules and commands that there are."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.main import get_command

from annotate.cli import app
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "corpus" / "README.md",
         *sorted((ROOT / "docs").glob("*.md"))]  # fmt: skip
KEPT = [path.relative_to(ROOT).as_posix() for folder in ("annotate", "docs", "schema", "tests")
        for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]  # fmt: skip

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert ":" in link or (page.parent / link).exists(), link


@each_page
def test_files_of_code_and_words_are_there(page: Path) -> None:
    named = re.findall(r"`([\w./-]+\.(?:py|tsv|sql|js))`", page.read_text(encoding="utf-8"))
    assert [each for each in named if not any(f"/{k}".endswith(f"/{each}") for k in KEPT)] == []


def test_files_that_mend_a_finding_lie_in_one_folder_of_their_heading() -> None:
    page = (ROOT / "docs" / "mending.md").read_text(encoding="utf-8")
    for section in page.split("\n## ")[1:]:
        heading, _, rest = section.partition("\n")
        folders = [*re.findall(r"`([\w/]+)/`", heading), "lexicons"]
        for name in re.findall(r"`((?!tests/)[\w/]+\.(?:py|tsv))`", rest):
            within = [".", "layers"] if "/" in name else folders
            at = [each for each in within if (ROOT / "annotate" / each / name).exists()]
            assert len(at) == 1, (heading, name, at)


@each_page
def test_modules_that_one_runs_are_there(page: Path) -> None:
    ours = r"python -m ((?:annotate|tests)[\w.]*)"
    for module in re.findall(ours, page.read_text(encoding="utf-8")):
        assert find_spec(module.rstrip(".")), module


@each_page
def test_commands_have_the_options_that_are_named(page: Path) -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    told = re.findall(r"`annotate ([a-z]+)((?: [^`\n]+)?)`", page.read_text(encoding="utf-8"))
    for name, rest in told:
        assert name in commands, name
        under = getattr(commands[name], "commands", {}).get(rest.split()[0]) if rest else None
        known = {each for param in (under or commands[name]).params for each in param.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, rest


@pytest.mark.parametrize("page", [each for each in PAGES if each.stem != "guidelines"],
                         ids=lambda page: page.stem)  # fmt: skip
def test_recipes_and_benchmarks_are_there(page: Path) -> None:  # the guidelines' are phrases
    recipes = re.findall(r"^([a-z-]+)[^:=\n]*:(?!=)", (ROOT / "justfile").read_text("utf-8"), re.M)
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"`just ([a-z][a-z-]*)", text)) <= set(recipes)
    for name in re.findall(r"`just bench (\w+)", text):
        assert find_spec(f"tests.bench.{name}"), name
