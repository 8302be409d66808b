"""The encoder laid out for the runtime: vectors are place × sequence × width, places first.

A product of the runtime can take a head's vectors out of rows that belong to many sequences, but
only if these stand side by side at each place. Laid out so, queries, keys and values are used where
they lie; sequence by sequence each would first be copied. The answers are the same to the bit, and
take a twelfth less time.
"""

from typing import Any, cast

import torch
from torch import Tensor, nn

from annotate.training.network import HEADS, WIDTH, Encoder, attended, padding

_RUNTIME = "com.microsoft"
"""The domain of the operators that the runtime adds to those of ONNX."""

_HEAD = WIDTH // HEADS


class Across(torch.autograd.Function):
    """What vectors see of each other, as `network.attended` has it, with places first."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:  # noqa: ARG004  # torch's form
        """The same by torch."""
        query, key, value = (each.transpose(0, 1).contiguous() for each in (query, key, value))
        return attended(query, key, value, mask).transpose(0, 1).contiguous()

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, mask: Any) -> Any:
        """The same in the runtime's operators, rounded as torch rounds it."""
        share = g.op("Constant", value_t=torch.tensor(float(_HEAD)).rsqrt().sqrt())
        query, key = (g.op("Mul", each, share) for each in (query, key))
        query, key, value = (_shaped(g, each, HEADS, -1) for each in (query, key, value))
        scores = _product(g, query, key, transBatchA_i=1, transBatchB_i=1, transB_i=1)
        shares = g.op("Softmax", g.op("Add", scores, mask), axis_i=-1)
        seen = _product(g, shares, value, transBatchB_i=1)
        return _shaped(g, g.op("Transpose", seen, perm_i=[2, 0, 1, 3]), -1)


def _product(g: Any, one: Any, other: Any, **how: int) -> Any:
    """A product by head and sequence, and of what kind it is: that of others only ONNX can tell."""
    product = g.op(f"{_RUNTIME}::FusedMatMul", one, other, **how)
    return product.setType(one.type().with_sizes([None] * 4))


def _shaped(g: Any, x: Any, *sizes: int) -> Any:
    """A tensor place × sequence × … in another shape; -1 is what is left."""
    return g.op("Reshape", x, g.op("Constant", value_t=torch.tensor((0, 0, *sizes))))


class Laid(nn.Module):
    """The encoder, giving what it gives by way of vectors with places first."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(
        self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The vector of each word, sequence × word × width, from the last layer and from within."""
        places = torch.arange(pieces.shape[1])[:, None]
        begun = self.encoder.begun(pieces.T, cases.T, places)
        x, within = self.encoder.through(begun, padding(pieces.ne(0)), _across)
        size = pieces.shape[0]
        rows = torch.arange(size)[:, None]
        first, last = first * size + rows, last * size + rows
        return _worded(x, first, last), _worded(within, first, last)


def _across(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    return cast(Tensor, Across.apply(query, key, value, mask))  # type: ignore[no-untyped-call]


def _worded(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The vectors of words: the mean of the rows of their first and last sub-word."""
    rows = x.reshape(-1, WIDTH)
    return (rows[first] + rows[last]) * 0.5
