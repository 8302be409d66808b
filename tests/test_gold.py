"""Scores on gold hold their floors, which only rise."""

from pathlib import Path

import pytest

from annotate import codebook
from annotate.score import against_gold, below, floors, total
from tests.bench import gold
from tests.conftest import ROOT


@pytest.mark.slow
def test_the_shipped_gold_holds_its_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = against_gold([Path("corpus/gold")], codebook=codebook.load(Path("codebook.yml")))
    stated = floors(Path("tests/floors.yml"))
    assert len(found) >= 8
    assert below(total(found.values()), stated) == []


@pytest.mark.slow
@pytest.mark.shared
def test_the_gold_beside_the_project_holds_its_floors(shared: Path) -> None:
    found = gold.figures()
    assert {
        name: found[name] for name, floor in gold.floors().items() if round(found[name], 1) < floor
    } == {}
