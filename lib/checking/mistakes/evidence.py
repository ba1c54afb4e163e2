"""The data that hints are chosen by: the calls of an answer, with the expected results."""

from typing import Any, NamedTuple


class Call(NamedTuple):
    """One call. ``got`` and ``want`` are lists of arrays, one for each result, or None if they cannot be compared.

    ``how`` says whether the reference "returned" or "raised", ``wanted`` is its value or the name of the error.
    ``shapes`` are (returned, expected) for a single result, else None. ``coded`` is the returned value and ``record``
    the whole call, as `lib.checking.gather` records them.
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
    """All that is known about one aspect of a wrong answer."""

    name: str  # of the exercise
    aspect: str
    kind: str  # of the first fault
    parts: list[str]  # names of the results that count
    calls: list[Call]
    code: frozenset[str]  # what the answer's own code uses, see `lib.checking.code_facts`
    said: str  # the texts of the fault, the error and the warning
    twins: list[tuple[int, int, str]]  # (i, j, argument): indices of calls that differ in one argument only
    shown: int  # index of the call that is shown
    others: list  # returned values of the other recorded aspects, None for a call that raised

    @property
    def compared(self) -> list[Call]:
        return [call for call in self.calls if call.got is not None]
