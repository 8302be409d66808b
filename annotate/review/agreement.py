"""How far two coders agree about the findings that both decided about: Cohen's kappa by layer.

What is compared is each finding's last word by each: rejected, or kept under which label. Kappa is
agreement beyond chance, (observed - expected) / (1 - expected), from the two coders' own habits
(Cohen 1960). It is a line of arithmetic: a library would bring more than it saves.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotate.errors import DecisionError
from annotate.review.decisions import Decision, Entry
from annotate.review.verdicts import outcome, standing

REJECTED = "(rejected)"
"""What a coder says of a finding that is none."""

Said = tuple[str, str]
"""What the first coder and the second say of one finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Over findings of a layer. whole: where all fields are alike. kappa: None if chance is all."""

    layer: str
    findings: int
    same: int
    whole: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share of findings of which both say the same."""
        return self.same / self.findings


def coders(entries: Iterable[Entry]) -> list[str]:
    """Who decided about findings, the busiest first."""
    counts = Counter(each.coder for each in standing(entries) if isinstance(each, Decision))
    return [coder for coder, _ in counts.most_common()]


def agreement(entries: Iterable[Entry], first: str, second: str) -> list[Agreement]:
    """How far two coders agree, by layer, and over all layers if there are several.

    Raises DecisionError if there is no finding that both decided about.
    """
    words: dict[str, dict[str, Decision]] = defaultdict(dict)
    for each in standing(entries):
        if isinstance(each, Decision) and each.action in _JUDGING:
            words[each.coder][each.span] = each
    both = sorted(words[first].keys() & words[second].keys())
    if not both:
        raise DecisionError(f"{first!r} and {second!r} have decided about no finding both")
    layers: dict[str, list[tuple[Decision, Decision]]] = defaultdict(list)
    for span in both:
        pair = words[first][span], words[second][span]
        layers[pair[0].layer].append(pair)
    found = [_agreement(layer, pairs) for layer, pairs in sorted(layers.items())]
    every = [pair for pairs in layers.values() for pair in pairs]
    return found if len(found) == 1 else [*found, _agreement("all", every)]


_JUDGING = frozenset({"accept", "correct", "reject"})


def _agreement(layer: str, pairs: Sequence[tuple[Decision, Decision]]) -> Agreement:
    said = [(_category(first), _category(second)) for first, second in pairs]
    return Agreement(
        layer=layer,
        findings=len(pairs),
        same=sum(first == second for first, second in said),
        whole=sum(outcome(first) == outcome(second) for first, second in pairs),
        kappa=kappa(said),
    )


def _category(decision: Decision) -> str:
    if decision.action == "reject":
        return REJECTED
    return str(decision.record["label"])


def kappa(said: Sequence[Said]) -> float | None:
    """Cohen's kappa; None where both say one and the same of all, so that chance explains it."""
    total = len(said)
    observed = sum(first == second for first, second in said) / total
    firsts, seconds = (Counter(each[n] for each in said) for n in (0, 1))
    expected = sum(firsts[each] * seconds[each] for each in firsts) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)
