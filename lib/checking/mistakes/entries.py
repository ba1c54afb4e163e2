"""The kinds of entries in the table of mistakes."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product
from types import SimpleNamespace
from typing import NamedTuple


class Mistake(NamedTuple):
    """``wrong`` takes the exercise's arguments; ``equation`` is the one to read again, "-" for none.

    ``needs`` are words of `lib.checking.code_facts`: the hint may be given only where the answer's code has one of them.
    ``slips`` is how many slips it is made of, for generated ones: two need more evidence than one.
    """

    wrong: Callable
    hint: str
    equation: str
    needs: tuple[str, ...] = ()
    slips: int = 0


class Symptom(NamedTuple):
    """``says`` is a regular expression searched in the fault, the error, the warning and the line it stands in.

    ``kinds`` are kinds of faults; ``exercises`` are names, or names with an aspect as in "sgd (losses)"; empty
    means all of them. ``needs`` as in `Mistake`.
    """

    kinds: tuple[str, ...]
    says: str
    hint: str
    exercises: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


TWINS = (("w", "b"), ("y", "1 - y"))  # two parts of a formula, in which one habit makes the same slip twice


def _same_habit(hint, other, one, twin):
    return other != hint and other == re.sub(rf"(?<!- )\b{one}\b", twin, hint)


def _both(hint, other):
    """Two slips in words; one habit where both results suffer the same."""
    if hint.startswith("dL/dw is ") and other == hint.replace("dL/dw", "dL/db", 1):
        return f"Your values fit this slip: dL/dw and dL/db are both {hint.removeprefix('dL/dw is ')}"
    for one, twin in TWINS:
        if _same_habit(hint, other, one, twin):
            return f"Your values fit this slip: {hint}; and the same for {twin}"
    return f"Your values fit two slips at once: {hint}; and {other}"


class Pieces(NamedTuple):
    """A formula taken apart, to find one or two slips in any of its pieces.

    ``start(*arguments)`` returns a dict of named values. Each piece is (name, right form, wrong forms): a form
    is a function of the values so far, a wrong one a pair (function, hint). ``result`` takes all the values.
    """

    start: Callable
    pieces: tuple
    result: Callable
    equation: str

    def mistakes(self) -> Iterator[Mistake]:
        """A `Mistake` for every slip, then for every two slips in different pieces."""
        wrong_forms = [(name, form, hint) for name, _, wrong in self.pieces for form, hint in wrong]
        for name, form, hint in wrong_forms:
            yield Mistake(self._with({name: form}), f"Your values fit this slip: {hint}", self.equation, slips=1)
        found = []
        for (name, _, wrong), (other, _, also_wrong) in combinations(self.pieces, 2):
            for (form, hint), (other_form, other_hint) in product(wrong, also_wrong):
                both = self._with({name: form, other: other_form})
                found.append(Mistake(both, _both(hint, other_hint), self.equation, slips=2))
        yield from sorted(found, key=lambda mistake: "two slips" in mistake.hint)  # one habit is likelier than two

    def _with(self, replaced):
        forms = [(name, replaced.get(name, right)) for name, right, _ in self.pieces]

        def wrong(*arguments):
            values = SimpleNamespace(**self.start(*arguments))
            for name, form in forms:
                setattr(values, name, form(values))
            return self.result(values)

        return wrong
