"""How much longer a thing takes when it is given more: told as a factor, never in seconds."""

import time
from collections.abc import Callable

TIMES = 20  # what is given the second time, in what was given the first
# In proportion is TIMES, by the square is TIMES² (400): the bound lies halfway between them in
# powers, so that a machine that is four times slower for a moment fails nothing.
BOUND = 90


def factor(work: Callable[[int], object], size: int) -> float:
    """How many times the CPU time of `work(size)` is taken by `work(size * TIMES)`."""
    work(size)  # what is loaded once
    return _least(work, size * TIMES) / _least(work, size)


def _least(work: Callable[[int], object], size: int) -> float:
    return min(_seconds(work, size) for _ in range(3))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    work(size)
    return time.process_time() - begun
