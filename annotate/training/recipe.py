"""The recipe: what is learned in how many steps, in which order, how fast."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from annotate.encoder.pieces import Pieces
from annotate.training import losses
from annotate.training.batches import Batch, endless
from annotate.training.examples import Example
from annotate.training.network import Network

SEED = 20

ENCODER_SPEED = 1.5e-4
HEAD_SPEED = 1e-3
ATTITUDE_SPEED = 1e-4
"""Learning rates at their highest; what begins from trained weights goes slower."""

WARM_UP = 0.06
"""The part of the steps in which the rates rise; then they fall to nothing in a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How many steps each task gets, and in which part of the whole it begins, 0 to 1."""

    steps: Mapping[str, int]
    begins: Mapping[str, float] = field(default_factory=dict)

    @property
    def order(self) -> list[str]:
        """The task of each step: all go on side by side, evenly, from where they begin."""
        places = [
            (begin + (1 - begin) * (number + 0.5) / count, task)
            for task, count in sorted(self.steps.items())
            for begin in [self.begins.get(task, 0.0)]
            for number in range(count)
        ]
        return [task for _, task in sorted(places)]


Told = Callable[[str], None]
"""Where progress is told."""


def train(
    network: Network,
    tasks: Mapping[str, Callable[[], Sequence[Example]]],
    plan: Plan,
    cutter: Pieces,
    *,
    keep: Path | None = None,
    every: int = 500,
    tell: Told = print,
) -> list[dict[str, float]]:
    """The network trained in place; the losses of each step, in order.

    tasks: what reads the examples of each, asked when the task begins. keep: a file that gets the
    weights every so many steps.
    """
    order = plan.order
    streams = {
        task: _stream(tasks[task], cutter, SEED + number, cased=task != "grammar")
        for number, task in enumerate(sorted(plan.steps))
        if plan.steps[task]
    }
    optimizer = _optimizer(network)
    rates = LambdaLR(optimizer, lambda step: rate(step, len(order)))
    seen: list[dict[str, float]] = []
    for step in _told(order, seen, tell):
        seen.append(_step(network, next(streams[order[step]]), optimizer))
        rates.step()
        if keep and (step + 1) % every == 0:
            torch.save(network.state_dict(), keep)
    return seen


def _stream(
    examples: Callable[[], Sequence[Example]], cutter: Pieces, seed: int, *, cased: bool
) -> Iterator[Batch]:
    yield from endless(examples(), cutter, seed, cased=cased)


def _step(network: Network, batch: Batch, optimizer: AdamW) -> dict[str, float]:
    loss, parts = losses.total(network, batch)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]  # torch does not type it
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return parts


def _optimizer(network: Network) -> AdamW:
    groups: dict[float, list[nn.Parameter]] = {}
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            groups.setdefault(_speed(name), []).append(weight)
    return AdamW(
        [{"params": weights, "lr": speed} for speed, weights in groups.items()], weight_decay=0.01
    )


def _speed(name: str) -> float:
    if name == "encoder.cases.weight":
        return HEAD_SPEED
    if name.startswith("encoder."):
        return ENCODER_SPEED
    return ATTITUDE_SPEED if name.startswith("attitude.layers") else HEAD_SPEED


def rate(step: int, steps: int) -> float:
    """The part of the highest rate at which a step is taken."""
    rising = max(1, int(steps * WARM_UP))
    return min((step + 1) / rising, max(0.0, (steps - step) / max(1, steps - rising)))


def _told(order: Sequence[str], seen: list[dict[str, float]], tell: Told) -> Iterator[int]:
    """The numbers of the steps; now and then tells how it goes."""
    began = time.monotonic()
    for step in range(len(order)):
        yield step
        if (step + 1) % 100 == 0:
            spent = time.monotonic() - began
            tell(f"{step + 1}/{len(order)} {spent:.0f} s {means(seen[-100:])}")


def means(seen: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean loss of each head over some steps."""
    names = sorted({name for each in seen for name in each})
    return {
        name: round(sum(values) / len(values), 3)
        for name in names
        for values in [[each[name] for each in seen if name in each]]
    }
