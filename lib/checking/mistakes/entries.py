"""The kinds of entries in the table of mistakes."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product
from types import SimpleNamespace
from typing import NamedTuple


class Mistake(NamedTuple):
    """A wrong formula, a function ``wrong`` of the exercise's arguments, and its hint.

    ``equation`` is added to the hint, unless it is "-". ``needs`` are words of `lib.checking.code_facts`: the hint is
    given only if the answer's code has one of them. ``slips`` is the number of wrong pieces of a generated formula, 0
    for others; the judge requires more evidence for two.
    """

    wrong: Callable
    hint: str
    equation: str
    needs: tuple[str, ...] = ()
    slips: int = 0


class Symptom(NamedTuple):
    """A hint for a fault whose text matches the regular expression ``says``.

    The text has the fault, the error or warning, and the line of code that raised it. ``kinds`` are kinds of faults;
    ``exercises`` are names, or names with an aspect as in "sgd (losses)", () for all. ``needs`` as in `Mistake`.
    """

    kinds: tuple[str, ...]
    says: str
    hint: str
    exercises: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


TWINS = (("w", "b"), ("y", "1 - y"))  # parts of a formula in which the same slip is often made twice


def _same_habit(hint, other, one, twin):
    return other != hint and other == re.sub(rf"(?<!- )\b{one}\b", twin, hint)


def _both(hint, other):
    """The hint for two slips; shorter if the same slip is made in both parts."""
    if hint.startswith("dL/dw is ") and other == hint.replace("dL/dw", "dL/db", 1):
        return f"Your values fit this slip: dL/dw and dL/db are both {hint.removeprefix('dL/dw is ')}"
    for one, twin in TWINS:
        if _same_habit(hint, other, one, twin):
            return f"Your values fit this slip: {hint}; and the same for {twin}"
    return f"Your values fit two slips at once: {hint}; and {other}"


class Pieces(NamedTuple):
    """A formula in pieces, from which formulas with one or two wrong pieces are generated.

    ``start(*arguments)`` returns a dict of named values. Each piece is (name, right form, wrong forms): a form is a
    function of all values so far that returns the new value ``name``, a wrong form a pair (function, hint). ``result``
    is a function of all values.
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
        yield from sorted(found, key=lambda mistake: "two slips" in mistake.hint)  # twice the same slip is likelier

    def _with(self, replaced):
        forms = [(name, replaced.get(name, right)) for name, right, _ in self.pieces]

        def wrong(*arguments):
            values = SimpleNamespace(**self.start(*arguments))
            for name, form in forms:
                setattr(values, name, form(values))
            return self.result(values)

        return wrong
