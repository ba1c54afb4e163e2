"""What people get wrong, as data: a wrong formula and the hint it earns.

`MISTAKES` are recognised by their values: an answer that gives what the wrong formula gives, on random
inputs, is that mistake however it was written. `SYMPTOMS` are recognised by what Python says, `PATTERNS` by
how wrong values lie to the right ones; `slips` puts one or two wrong pieces into a formula. The first match
speaks, so the more specific ones come first. `FALLBACK_HINTS` says where to look when nothing matches.
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
    """One slip, or two at once, in the pieces of an exercise's formula: a `Mistake` each, made as they are asked for."""
    return PIECES[name].mistakes() if name in PIECES else ()
