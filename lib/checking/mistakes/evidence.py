"""What a hint is found from: the calls of an answer beside what was wanted."""

from typing import Any, NamedTuple


class Call(NamedTuple):
    """One call; ``got`` and ``want`` are lists of arrays, one a result, or None where they cannot be compared.

    ``shapes`` are those of a single result and of the one wanted, or None; ``how`` is "returned" or "raised", what is
    wanted, and ``wanted`` its value or the error; ``coded`` is what came back, as it was recorded.
    """

    arguments: dict[str, Any]
    got: Any
    want: Any
    faulty: bool
    shapes: tuple | None
    how: str
    wanted: Any
    coded: dict[str, Any] | None
    record: dict[str, Any]


class Evidence(NamedTuple):
    """Everything about one aspect of an answer that is wrong."""

    name: str  # of the exercise
    aspect: str
    kind: str  # of the first fault
    parts: list[str]  # names of the results that count
    calls: list[Call]
    code: frozenset[str]  # what the answer's own code uses, see `lib.checking.code_facts`
    said: str  # the fault, the error and the warning in words
    twins: list[tuple[int, int, str]]  # (i, j, argument): calls that differ in one argument alone
    shown: int  # the call that is shown
    others: list  # what came back in the other cells of the record where a value is wanted; None of a call that raised

    @property
    def compared(self) -> list[Call]:
        return [call for call in self.calls if call.got is not None]
