"""Questions about a record that are answered once: the answer is kept with the record."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """A property that is worked out when it is first asked for, as `functools.cached_property`.

    Before Python 3.12 that takes a lock, which takes longer than most answers about a line do.
    """

    def __init__(self, ask: Callable[[Any], Value]) -> None:
        """A property of what `ask` says of a record."""
        self._ask = ask
        self._name = ask.__name__
        self.__doc__ = ask.__doc__

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...

    @overload
    def __get__(self, record: object, owner: type) -> Value: ...

    def __get__(self, record: object, owner: type) -> Self | Value:
        """The answer; behind the first time, the record has it and this is not asked."""
        if record is None:
            return self
        value = record.__dict__[self._name] = self._ask(record)
        return value
