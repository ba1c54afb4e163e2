"""What people get wrong, as data: a wrong formula and the hint it earns.

`MISTAKES` are recognised by their values: an answer that gives what the wrong formula gives, on random
inputs, is that mistake however it was written. `SYMPTOMS` are recognised by what Python says, `PATTERNS` by
how wrong values lie to the right ones; `slips` puts one or two wrong pieces into a formula. The first match
speaks, so the more specific ones come first. `FALLBACK_HINTS` says where to look when nothing matches.
"""

from collections.abc import Iterable

from lib.checking.mistakes import gradients, losses, sgd, sigmoid
from lib.checking.mistakes.entries import Mistake
from lib.checking.mistakes.patterns import EARLY, FALLBACK_HINTS, FIRST, PATTERNS
from lib.checking.mistakes.symptoms import SYMPTOMS

__all__ = ["EARLY", "FIRST", "FALLBACK_HINTS", "MISTAKES", "PATTERNS", "SYMPTOMS", "slips"]

MISTAKES = {
    "pre_activation": sigmoid.PRE_ACTIVATION,
    "sigmoid": sigmoid.SIGMOID,
    "sigmoid_prime": sigmoid.SIGMOID_PRIME,
    "saturation_point": sigmoid.SATURATION_POINT,
    "predict": sigmoid.PREDICT,
    "squared_error": losses.SQUARED_ERROR,
    "squared_error_prime": losses.SQUARED_ERROR_PRIME,
    "cross_entropy": losses.CROSS_ENTROPY,
    "cross_entropy_prime": losses.CROSS_ENTROPY_PRIME,
    "cross_entropy_from_z": losses.CROSS_ENTROPY_FROM_Z,
    "chain_factors": gradients.CHAIN_FACTORS,
    "gradient_squared_error": gradients.GRADIENT_SQUARED_ERROR,
    "gradient_cross_entropy": gradients.GRADIENT_CROSS_ENTROPY,
    "batch_gradient": gradients.BATCH_GRADIENT,
    "numerical_gradient": gradients.NUMERICAL_GRADIENT,
    "sgd_step": sgd.SGD_STEP,
    "sgd": sgd.SGD,
    "epochs_to_reach": sgd.EPOCHS_TO_REACH,
}

PIECES = {
    **sigmoid.PIECES,
    **losses.PIECES,
    **gradients.PIECES,
    **sgd.PIECES,
}


def slips(name: str) -> Iterable[Mistake]:
    """One slip, or two at once, in the pieces of an exercise's formula: a `Mistake` each, made as they are asked for."""
    return PIECES[name].mistakes() if name in PIECES else ()
