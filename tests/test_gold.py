"""Scores on gold hold their floors, which only rise."""

from pathlib import Path

import pytest

from annotate import codebook
from annotate.gold import against_gold
from annotate.model import ENGLISH
from annotate.score import below, floors, total
from tests.bench import entities, gold
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


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("source", sorted(entities.floors()))
def test_names_hold_their_floors_label_by_label(shared: Path, source: str) -> None:
    if source == entities.OWN:
        pytest.importorskip("torch", reason="our own texts are read by the recipe's code")
    full = source == entities.OWN
    found = entities.figures(entities.sets(source)[source], ENGLISH, full=full)
    stated = entities.floors()[source]
    reached = {label: found[label]["f1"] for label in stated}
    assert {label: f1 for label, f1 in reached.items() if f1 < stated[label]} == {}
