"""The kinds of entries in the table of mistakes."""

from collections.abc import Callable
from itertools import combinations, product
from types import SimpleNamespace
from typing import NamedTuple


class Mistake(NamedTuple):
    """``wrong`` takes the exercise's arguments; ``equation`` is the one to read again, "-" for none."""

    wrong: Callable
    hint: str
    equation: str


class Symptom(NamedTuple):
    """``says`` is a regular expression searched in the fault, the error, the warning and the line it stands in.

    ``kinds`` are kinds of faults; ``exercises`` are names, or names with an aspect as in "sgd (losses)"; empty
    means all of them.
    """

    kinds: tuple
    says: str
    hint: str
    exercises: tuple = ()


SYMBOLS = ("eta", "exp", "tanh", "sigma", "log", "abs", "min", "max")


def _sentence(hint):
    """The hint with a capital letter, unless it starts with a symbol."""
    first = hint.split()[0]
    return hint if len(first) == 1 or not first.isalpha() or first in SYMBOLS else hint[0].upper() + hint[1:]


class Pieces(NamedTuple):
    """A formula taken apart, to find one or two slips in any of its pieces.

    ``start(*arguments)`` returns a dict of named values. Each piece is (name, right form, wrong forms): a form
    is a function of the values so far, a wrong one a pair (function, hint). ``result`` takes all the values.
    """

    start: Callable
    pieces: tuple
    result: Callable
    equation: str

    def mistakes(self):
        """A `Mistake` for every slip, then for every two slips in different pieces."""
        wrong_forms = [(name, form, hint) for name, _, wrong in self.pieces for form, hint in wrong]
        for name, form, hint in wrong_forms:
            yield Mistake(self._with({name: form}), _sentence(hint), self.equation)
        for (name, _, wrong), (other, _, also_wrong) in combinations(self.pieces, 2):
            for (form, hint), (other_form, other_hint) in product(wrong, also_wrong):
                both = f"Two slips at once: {hint}; and {other_hint}"
                yield Mistake(self._with({name: form, other: other_form}), both, self.equation)

    def _with(self, replaced):
        def wrong(*arguments):
            values = SimpleNamespace(**self.start(*arguments))
            for name, right, _ in self.pieces:
                setattr(values, name, replaced.get(name, right)(values))
            return self.result(values)

        return wrong
