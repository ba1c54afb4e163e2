"""The table of mistakes: wrong formulas and other signs of a mistake, each with its hint.

`MISTAKES` are wrong formulas: an answer that returns the same values as one, on random inputs, has that mistake,
however it is written. `slips` generates more of them, with one or two wrong pieces in a formula. `SYMPTOMS` match the
text of an error or warning, `PATTERNS` look for a relation between the wrong values and the right ones. The hint of the
first match is given, so the more specific entries come first. `FALLBACK_HINTS` are given if nothing matches.
"""

from collections.abc import Iterable

from lib.checking.mistakes import gradients, losses, sgd, sigmoid
from lib.checking.mistakes.entries import Mistake
from lib.checking.mistakes.patterns import EARLY, FIRST, PATTERNS
from lib.checking.mistakes.symptoms import SYMPTOMS

__all__ = ["EARLY", "FIRST", "FALLBACK_HINTS", "MISTAKES", "PATTERNS", "SYMPTOMS", "slips"]

NOTEBOOKS = (sigmoid, losses, gradients, sgd)
MISTAKES = {name: found for notebook in NOTEBOOKS for name, found in notebook.MISTAKES.items()}
PIECES = {name: pieces for notebook in NOTEBOOKS for name, pieces in notebook.PIECES.items()}
FALLBACK_HINTS = {name: hint for notebook in NOTEBOOKS for name, hint in notebook.FALLBACK_HINTS.items()}


def slips(name: str) -> Iterable[Mistake]:
    """Generate a `Mistake` for each wrong piece of an exercise's formula, and for each pair of wrong pieces."""
    return PIECES[name].mistakes() if name in PIECES else ()
