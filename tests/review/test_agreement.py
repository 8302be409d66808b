"""How far coders agree: shares, and kappa beyond chance."""

import pytest

from annotate.errors import DecisionError
from annotate.review.agreement import agreement, coders, kappa
from annotate.review.decisions import Decision, fresh


def said(
    coder: str, span: str, action: str = "accept", layer: str = "entity", **values: str
) -> Decision:
    machine = {"layer": layer, "label": "ORG", "start": 0, "end": 4}
    return Decision(
        action=action, article="a", span=span, layer=layer, quote="Selm", machine=machine,
        values=values, **fresh(coder),
    )  # fmt: skip


GRANTS = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
"""The worked example of the statistic: two readers of 50 applications."""


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([pair for pair, times in GRANTS.items() for _ in range(times)], 0.4),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[tuple[str, str]], value: float) -> None:
    assert kappa(pairs) == pytest.approx(value)


def test_where_chance_explains_all_there_is_no_kappa() -> None:
    assert kappa([("a", "a")] * 3) is None


def test_labels_and_whole_findings_are_compared_by_layer() -> None:
    entries = [
        said("anja", "e-1"),
        said("ruo", "e-1", "correct", canonical="Selm!"),
        said("anja", "e-2"),
        said("ruo", "e-2", "reject"),
        said("anja", "e-3", "correct", label="GPE"),
        said("ruo", "e-3", "correct", label="GPE"),
        said("anja", "n-1", layer="number"),
        said("ruo", "n-1", layer="number"),
        said("anja", "e-4"),
    ]
    entity, number, every = agreement(entries, "anja", "ruo")
    assert (entity.layer, entity.findings, entity.same, entity.whole) == ("entity", 3, 2, 1)
    assert (number.findings, number.same, number.kappa) == (1, 1, None)
    assert (every.layer, every.findings) == ("all", 4)
    assert entity.share == pytest.approx(2 / 3)
    assert coders(entries) == ["anja", "ruo"]


def test_coders_without_a_finding_in_common_are_told_so() -> None:
    with pytest.raises(DecisionError, match="about no finding both"):
        agreement([said("anja", "e-1"), said("ruo", "e-2")], "anja", "ruo")
