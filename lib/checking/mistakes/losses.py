"""Wrong formulas in notebook 2: the two losses and their derivatives."""
# fmt: off

import numpy as np

from lib.checking.mistakes.entries import Mistake, Pieces
from lib.neuron import sigmoid


def _ce(a, y, log=np.log):
    a, y = np.asarray(a, float), np.asarray(y)
    return -y * log(a) - (1 - y) * log(1 - a)


SQUARED_ERROR = [
    Mistake(lambda a, y: np.asarray(a) / 2 - np.asarray(y) ** 2, "Parentheses around a - y are missing: this squares y alone", "16"),
    Mistake(lambda a, y: np.abs(np.asarray(a) - y), "This is |a - y|: the square and the 1/2 are missing", "16"),
    Mistake(lambda a, y: np.asarray(a) - y, "This is a - y, the derivative; the loss is (a - y)^2 / 2", "16"),
    Mistake(lambda a, y: (np.asarray(a) ** 2 - np.asarray(y) ** 2) / 2, "This is (a^2 - y^2)/2: square the difference, not its parts", "16"),
    Mistake(lambda a, y: np.asarray(a) - np.asarray(y) ** 2 / 2, "Parentheses are missing around a - y", "16"),
    Mistake(lambda a, y: _ce(a, y), "This is the cross-entropy, the other loss", "16"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2 // 2, "This divides with //, which rounds down; use /", "16"),
]

SQUARED_ERROR_PRIME = [
    Mistake(lambda a, y: np.asarray(a) * (1 - np.asarray(a)), "This is a', the derivative of the activation; wanted is dL/da", "17"),
    Mistake(lambda a, y: -np.asarray(y) / a + (1 - np.asarray(y)) / (1 - np.asarray(a)), "This is the derivative of the cross-entropy, the other loss", "17"),
]

CROSS_ENTROPY = [
    Mistake(lambda a, y: _ce(a, 1 - np.asarray(y)), "y and 1 - y are swapped: y goes with log a", "18"),
    Mistake(lambda a, y: _ce(a, y, np.log2), "The logarithm is log2, to base 2; eq. 18 has the natural one, np.log", "18"),
    Mistake(lambda a, y: _ce(a, y, np.log10), "The logarithm is log10, to base 10; eq. 18 has the natural one, np.log", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - (1 - np.asarray(y)) * (1 - np.log(a)), "This is 1 - log a in place of log(1 - a)", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - (1 - np.asarray(y)) * np.log(1 + np.asarray(a)), "The sign in log(1 + a) is flipped: it is log(1 - a)", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - 1 - np.asarray(y) * np.log(1 - np.asarray(a)), "Parentheses around 1 - y are missing", "18"),
    Mistake(lambda a, y: -np.log(a) - np.log(1 - np.asarray(a)) + 0 * np.asarray(y), "The factors y and 1 - y are missing: each label uses one term", "18"),
    Mistake(lambda a, y: -np.asarray(a) * np.log(np.clip(y, 1e-300, 1)) - (1 - np.asarray(a)) * np.log(np.clip(1.0 - np.asarray(y), 1e-300, 1)), "y and a are swapped inside the formula", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.asarray(a) - (1 - np.asarray(y)) * (1 - np.asarray(a)), "The logarithms are missing", "18"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2 / 2, "This is the squared error, the other loss", "18"),
]

CROSS_ENTROPY += [
    *(
        Mistake(lambda a, y, e=e: -np.asarray(y) * np.log(np.asarray(a) + e) - (1 - np.asarray(y)) * np.log(1 - np.asarray(a) + e), f"A small number ({e:g}, an epsilon) is added inside the logarithms: that changes the answer, at a = 0 and 1 the limit is 0 or inf", "18")
        for e in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10)
    ),
]

CROSS_ENTROPY_PRIME = [
    Mistake(lambda a, y: np.asarray(a) - y, "This is a - y: that is dL/dz, after multiplying by a'; wanted is dL/da", "19"),
    Mistake(lambda a, y: (np.asarray(a) - y) * np.asarray(a) * (1 - np.asarray(a)), "This multiplies by a (1 - a) where it should divide", "19"),
    Mistake(lambda a, y: (np.asarray(a) - y) / np.asarray(a), "The factor 1 - a in the denominator is missing", "19"),
    Mistake(lambda a, y: (np.asarray(a) - y) / (1 - np.asarray(a)), "The factor a in the denominator is missing", "19"),
    Mistake(lambda a, y: -np.asarray(y) / a + 1 - np.asarray(y) / (1 - np.asarray(a)), "Parentheses around 1 - y are missing", "19"),
    Mistake(lambda a, y: -np.asarray(y) / a + (1 - np.asarray(y)) / 1 - np.asarray(a), "Parentheses around 1 - a are missing", "19"),
    Mistake(lambda a, y: -1 / np.asarray(a) + 1 / (1 - np.asarray(a)) + 0 * np.asarray(y), "The factors y and 1 - y are missing", "19"),
    Mistake(lambda a, y: _ce(a, y), "This is the loss itself, not its derivative", "19"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) + (1 - np.asarray(y)) * np.log(1 - np.asarray(a)), "The logarithms are still there: the derivative of log a is 1/a", "19"),
    Mistake(lambda a, y: -np.asarray(y) / np.asarray(a) ** 2 + (1 - np.asarray(y)) / (1 - np.asarray(a)) ** 2, "The denominators are squared: the derivative of log a is 1/a", "19"),
    *(
        Mistake(lambda a, y, e=e: -np.asarray(y) / (np.asarray(a) + e) + (1 - np.asarray(y)) / (1 - np.asarray(a) + e), f"A small number ({e:g}, an epsilon) is added to the denominators: that changes the answer", "19")
        for e in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10)
    ),
    *(
        Mistake(lambda a, y, e=e: _ce_prime(np.clip(a, e, 1 - e), y), f"This clips a to [{e:g}, 1 - {e:g}]: clipping changes the answer", "19")
        for e in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5)
    ),
    Mistake(lambda a, y: (np.asarray(a) - y) / np.asarray(a) * (1 - np.asarray(a)), "Parentheses around a (1 - a) are missing: / a * (1 - a) multiplies by 1 - a", "19"),
    Mistake(lambda a, y: -np.asarray(y) / (1 - np.asarray(a)) + (1 - np.asarray(y)) / a, "The denominators are swapped: y goes with a, and 1 - y with 1 - a", "19"),
]


def _ce_prime(a, y, sign=1):
    return sign * (-np.asarray(y) / a + (1 - np.asarray(y)) / (1 - np.asarray(a)))


def _softplus(z):
    return np.logaddexp(0, z)


def _signed(z, y):
    """-z where y = 1, z where y = 0."""
    return np.where(np.asarray(y) == 1, -np.asarray(z), z)[()]


CROSS_ENTROPY_FROM_Z = [
    Mistake(lambda z, y: _ce(z, y), "z is put in place of a: take sigma(z) into account", "18"),
    Mistake(lambda z, y: _softplus(-np.asarray(z)) - np.asarray(y) * z, "The sign of z in log(1 + exp(z)) is flipped", "18"),
    Mistake(lambda z, y: np.asarray(y) * _softplus(-np.asarray(z)), "Only the term of y = 1 is there: the one of y = 0 is missing", "18"),
    Mistake(lambda z, y: (1 - np.asarray(y)) * _softplus(z), "Only the term of y = 0 is there: the one of y = 1 is missing", "18"),
    Mistake(lambda z, y: _softplus(np.abs(z)) + 0 * np.asarray(y), "The sign of z is lost: a right and a wrong answer cost the same here", "18"),
    Mistake(lambda z, y: (sigmoid(z) - y) ** 2 / 2, "This is the squared error, the other loss", "18"),
    Mistake(lambda z, y: np.logaddexp(1, _signed(z, y)), "This is log(e + exp(s)), not log(1 + exp(s)): the arguments of np.logaddexp(p, q) are exponents, and 1 is exp(0)", "18"),
    Mistake(lambda z, y: sigmoid(z) - np.asarray(y), "This is the derivative a - y, not the loss", "18"),
    Mistake(lambda z, y: _ce(sigmoid(z), y), "This goes through a = sigma(z): for large |z| a rounds to 0 or 1 and the digits of the loss are lost (overflow to inf). Work with z itself", "18"),
]


def _ce_z(z, y):
    return _softplus(_signed(z, y))



# ---------------------------------------------------------------- formulas in pieces


def _activation(a, y):
    return {"a": np.asarray(a, float), "y": np.asarray(y, float)}


def _score(z, y):
    return {"z": np.asarray(z, float), "y": np.asarray(y, float)}


LABELS = ("y", lambda v: v.y, (
    (lambda v: 1 - v.y, "1 - y stands where y belongs: the labels are swapped"),
    (lambda v: -v.y, "the sign of y is flipped"),
    (lambda v: 2 * v.y - 1, "the labels are taken as -1 and 1; they are 0 and 1"),
    (lambda v: 1 + 0 * v.y, "y = 0 gives what y = 1 should give: look at the case y = 0"),
    (lambda v: 0 * v.y, "y = 1 gives what y = 0 should give: look at the case y = 1"),
    (lambda v: v.y + 1, "the labels are taken as 1 and 2; they are 0 and 1"),
))  # fmt: skip
ACTIVATIONS = ("a", lambda v: v.a, (
    (lambda v: sigmoid(v.a), "sigma is applied to a, which is the activation already"),
    (lambda v: 1 - v.a, "1 - a stands where a belongs"),
    (lambda v: np.where(v.a >= 0.5, 1.0, 0.0), "the predicted class stands where a belongs"),
    (lambda v: v.a * (1 - v.a), "a (1 - a) stands where a belongs"),
))  # fmt: skip
OUT = ("out", lambda v: v.one, (
    (lambda v: -v.one, "the sign of the whole is flipped"),
    (lambda v: 2 * v.one, "there is a factor 2 too many, or a 1/2 missing"),
    (lambda v: v.one / 2, "there is a factor 1/2 too many"),
    (lambda v: v.one / 4, "there is a factor 1/4 too many"),
    (lambda v: -v.one / 2, "there is a factor -1/2 too many"),
    (lambda v: -2 * v.one, "there is a factor -2 too many"),
    (lambda v: np.abs(v.one), "the sign of the whole is lost (abs)"),
    (lambda v: np.mean(v.one), "the mean over the examples is taken; one value for each is wanted (elementwise)"),
    (lambda v: np.sum(v.one), "the sum over the examples is taken; one value for each is wanted (elementwise)"),
    (lambda v: np.mean(v.one, -1), "the mean over the last axis is taken; one value for each entry is wanted"),
    (lambda v: np.sum(v.one, -1), "the sum over the last axis is taken; one value for each entry is wanted"),
    (lambda v: np.mean(v.one, 0), "the mean over the first axis is taken; one value for each entry is wanted"),
    (lambda v: np.sum(v.one, 0), "the sum over the first axis is taken; one value for each entry is wanted"),
    (lambda v: v.one / np.size(v.one), "each value is divided by the number of examples"),
    (lambda v: v.one / np.size(v.y), "each value is divided by the number of labels"),
    (lambda v: v.one / np.size(v.a), "each value is divided by the number of activations"),
    (lambda v: np.max(v.one), "only the largest is returned; one value for each example is wanted"),
    (lambda v: v.one.flat[0], "only the first is returned; one value for each example is wanted"),
    (lambda v: v.one**2, "the whole, or each of its terms, is squared"),
    (lambda v: np.sqrt(v.one), "the square root is taken"),
    (lambda v: v.one + 1, "1 is added"),
    (lambda v: np.floor(v.one), "the result is rounded down to a whole number: is there a // or an integer type?"),
    (lambda v: np.trunc(v.one), "the result is cut off to a whole number: is there int() or an integer type?"),
    (lambda v: v.one * v.a * (1 - v.a), "a factor a (1 - a) is there that belongs to the next link of the chain"),
    (lambda v: v.one * v.a, "there is a factor a too many"),
    (lambda v: v.one * (1 - v.a), "there is a factor 1 - a too many"),
    (lambda v: v.one / (v.a * (1 - v.a)), "the whole is divided by a (1 - a)"),
))  # fmt: skip


def _logs(name, right, wrong_side, label):
    """The wrong forms of one logarithm of eq. 18."""
    return (name, right, (
        (wrong_side, f"the logarithm that goes with {label} has the other argument: log a goes with y, log(1 - a) with 1 - y"),
        (lambda v: np.log2(np.exp(right(v))), f"the logarithm that goes with {label} is log2, to base 2, not the natural one"),
        (lambda v: np.log10(np.exp(right(v))), f"the logarithm that goes with {label} is log10, to base 10, not the natural one"),
        (lambda v: np.exp(right(v)), f"the logarithm that goes with {label} is missing"),
        (lambda v: -right(v), f"the sign of the term with {label} is flipped: both terms have a minus"),
        (lambda v: 0 * right(v), f"the term with {label} is missing"),
        (lambda v: np.log(1 + np.exp(right(v))), f"there is a 1 + inside the logarithm that goes with {label}"),
        (lambda v: 1 + right(v), f"1 is added to the logarithm that goes with {label}: is a parenthesis in the wrong place?"),
        (lambda v: 1 - right(v), f"1 minus the logarithm goes with {label}: is a parenthesis in the wrong place?"),
        (lambda v: 2 * right(v), f"the term with {label} is doubled"),
        (lambda v: right(v) / 2, f"the term with {label} is halved"),
        (lambda v: right(v) ** 2, f"the logarithm that goes with {label} is squared"),
        (lambda v: np.exp(-right(v)), f"1/... stands where the logarithm that goes with {label} belongs"),
    ))  # fmt: skip


def _weights(name, right, label, other):
    return (name, right, (
        (lambda v: 1 + 0 * v.y, f"the factor {label} is missing"),
        (lambda v: 1 - right(v), f"{other} stands where the factor {label} belongs"),
        (lambda v: -right(v), f"the sign of the term with {label} is flipped"),
        (lambda v: 1 + v.y, f"1 + y stands where the factor {label} belongs"),
        (lambda v: v.a, f"a stands where the factor {label} belongs"),
        (lambda v: 1 - v.a, f"1 - a stands where the factor {label} belongs"),
        (lambda v: 0 * v.y, f"the term with {label} is missing"),
        (lambda v: -1 + 0 * v.y, f"-1 stands where the factor {label} belongs"),
    ))  # fmt: skip


def _fractions(name, right, below, other, label):
    """The wrong forms of one fraction of eq. 19, which is 1/below."""
    return (name, right, (
        (lambda v: -right(v), f"the sign of the term with {label} is flipped, or lost (abs)"),
        (lambda v: 1 / other(v), f"the denominator of the term with {label} is the other one: a goes with y, 1 - a with 1 - y"),
        (lambda v: 1 / (1 + v.a), f"the denominator of the term with {label} is 1 + a"),
        (lambda v: 1 / (v.a - 1), f"the denominator of the term with {label} is a - 1: the sign is flipped"),
        (lambda v: right(v) ** 2, f"the denominator of the term with {label} is squared"),
        (lambda v: below(v), f"the term with {label} multiplies where it should divide"),
        (lambda v: 1 + 0 * v.a, f"the denominator of the term with {label} is missing"),
        (lambda v: np.log(below(v)), f"the logarithm in the term with {label} is not differentiated: log a becomes 1/a"),
        (lambda v: 0 * v.a, f"the term with {label} is missing"),
        (lambda v: 2 * right(v), f"the term with {label} is doubled"),
        (lambda v: 1 - v.a if label == "y" else 1 - v.a, f"a parenthesis in the denominator of the term with {label} is missing"),
        (lambda v: 1 / (v.a * (1 - v.a)), f"the term with {label} is divided by a (1 - a): only one of the factors belongs to it"),
        (lambda v: v.a * (1 - v.a) * right(v), f"the term with {label} has a factor a (1 - a) too many"),
    ))  # fmt: skip


PIECES = {
    "squared_error": Pieces(
        _activation,
        (
            ACTIVATIONS, LABELS,
            ("difference", lambda v: v.a - v.y, (
                (lambda v: v.a * v.y, "a and y are multiplied where eq. 16 subtracts them"),
                (lambda v: np.abs(v.a) ** 0.5 - v.y, "the root of a stands where a belongs"),
                (lambda v: v.a**2 - v.y, "a is squared before the subtraction"),
                (lambda v: 1 - v.a * v.y, "1 - a y stands where a - y belongs"),
                (lambda v: v.a + 0 * v.y, "the label y is missing"),
                (lambda v: v.a / 2 - v.y, "a is halved before the subtraction"),
            )),
            ("one", lambda v: v.difference**2 / 2, (
                (lambda v: v.difference / 2, "the square is missing, or stands at y alone (parentheses)"),
                (lambda v: np.abs(v.difference) / 2, "the absolute value stands where the square belongs"),
                (lambda v: v.difference**3 / 2, "the power is 3, not 2"),
                (lambda v: v.difference**4 / 2, "the power is 4, not 2: is it squared twice?"),
                (lambda v: 2 * v.difference / 2, "only the 2 is left of the square: is it **2 around the whole of (a - y)?"),
                (lambda v: (v.difference / 2) ** 2, "the 1/2 is squared too"),
                (lambda v: 2 ** v.difference / 2, "2 is raised to a - y; a - y is to be raised to 2"),
                (lambda v: np.exp(v.difference) / 2, "exp stands where the square belongs"),
            )),
            OUT,
        ),
        lambda v: v.out, "16",
    ),
    "squared_error_prime": Pieces(
        _activation,
        (
            ACTIVATIONS, LABELS,
            ("one", lambda v: v.a - v.y, (
                (lambda v: v.a * v.y, "a and y are multiplied where eq. 17 subtracts them"),
                (lambda v: (v.a - v.y) ** 2, "the square is still there"),
                (lambda v: (v.a - v.y) ** 2 / 2, "this is the loss, not its derivative"),
                (lambda v: (v.a - v.y) ** 3, "there is a power 3"),
                (lambda v: np.sign(v.a - v.y), "only the sign of a - y is left"),
                (lambda v: 1 - v.a * v.y, "1 - a y stands where a - y belongs"),
                (lambda v: v.a / v.y, "a is divided by y where eq. 17 subtracts"),
                (lambda v: (v.a - v.y) / np.maximum(np.abs(v.a - v.y), 1e-300), "a - y is divided by its size"),
            )),
            OUT,
        ),
        lambda v: v.out, "17",
    ),
    "cross_entropy": Pieces(
        _activation,
        (
            ACTIVATIONS, LABELS,
            _weights("weight1", lambda v: v.y, "y", "1 - y"),
            _weights("weight0", lambda v: 1 - v.y, "1 - y", "y"),
            _logs("log1", lambda v: np.log(v.a), lambda v: np.log(1 - v.a), "y"),
            _logs("log0", lambda v: np.log(1 - v.a), lambda v: np.log(v.a), "1 - y"),
            ("one", lambda v: -(v.weight1 * v.log1 + v.weight0 * v.log0), (
                (lambda v: -(v.weight1 * v.log1 * v.weight0 * v.log0), "the two terms are multiplied, not added"),
                (lambda v: -(v.weight1 + v.log1 + v.weight0 + v.log0), "labels and logarithms are added, not multiplied"),
                (lambda v: np.maximum(-v.weight1 * v.log1, -v.weight0 * v.log0) + 1, "1 is added"),
            )),
            OUT,
        ),
        lambda v: v.out, "18",
    ),
    "cross_entropy_prime": Pieces(
        _activation,
        (
            ACTIVATIONS, LABELS,
            _weights("weight1", lambda v: v.y, "y", "1 - y"),
            _weights("weight0", lambda v: 1 - v.y, "1 - y", "y"),
            _fractions("one_over_a", lambda v: 1 / v.a, lambda v: v.a, lambda v: 1 - v.a, "y"),
            _fractions("one_over_rest", lambda v: 1 / (1 - v.a), lambda v: 1 - v.a, lambda v: v.a, "1 - y"),
            ("one", lambda v: -v.weight1 * v.one_over_a + v.weight0 * v.one_over_rest, (
                (lambda v: -v.weight1 * v.one_over_a * v.weight0 * v.one_over_rest, "the two terms are multiplied, not added"),
            )),
            OUT,
        ),
        lambda v: v.out, "19",
    ),
    "cross_entropy_from_z": Pieces(
        _score,
        (
            ("a", lambda v: sigmoid(v.z), ()),
            LABELS,
            ("positive", lambda v: np.maximum(v.z, 0), (
                (lambda v: np.minimum(v.z, 0), "min(z, 0) stands where max(z, 0) belongs"),
                (lambda v: np.abs(v.z), "|z| stands where max(z, 0) belongs, or the exponent is -z, not -|z|"),
                (lambda v: v.z, "z stands where max(z, 0) belongs"),
                (lambda v: -v.z, "-z stands where max(z, 0) belongs"),
                (lambda v: np.maximum(-v.z, 0), "max(-z, 0) stands where max(z, 0) belongs: the sign of z is flipped"),
                (lambda v: -np.maximum(v.z, 0), "the sign of max(z, 0) is flipped"),
                (lambda v: 0 * v.z, "the term max(z, 0) is missing"),
            )),
            ("product", lambda v: v.z * v.y, (
                (lambda v: -v.z * v.y, "the sign of y z is flipped"),
                (lambda v: 0 * v.z * v.y, "the term y z is missing: the label is not used"),
                (lambda v: np.abs(v.z) * v.y, "|z| stands where z belongs in y z"),
                (lambda v: v.z * (1 - v.y), "1 - y stands where y belongs in y z"),
                (lambda v: v.y + 0 * v.z, "the factor z is missing in y z"),
                (lambda v: v.z + 0 * v.y, "the factor y is missing in y z"),
                (lambda v: v.a * v.y, "a stands where z belongs in y z"),
            )),
            ("rest", lambda v: np.log1p(np.exp(-np.abs(v.z))), (
                (lambda v: np.log1p(np.exp(np.abs(v.z))), "the exponent is +|z|, not -|z|"),
                (lambda v: np.log1p(np.exp(-v.z)), "the exponent is -z, not -|z|"),
                (lambda v: np.log1p(np.exp(v.z)), "the exponent is z, not -|z|"),
                (lambda v: 0 * v.z, "the term log(1 + exp(-|z|)) is missing"),
                (lambda v: np.log(2) + 0 * v.z, "log 2 stands where log(1 + exp(-|z|)) belongs"),
                (lambda v: -np.log1p(np.exp(-np.abs(v.z))), "the sign of log(1 + exp(-|z|)) is flipped"),
                (lambda v: np.exp(-np.abs(v.z)), "the logarithm of 1 + exp(-|z|) is missing"),
                (lambda v: np.log1p(np.exp(-np.abs(v.z))) / np.log(2), "the logarithm is log2, to base 2, not the natural one"),
                (lambda v: np.log1p(np.exp(-np.abs(v.z))) / np.log(10), "the logarithm is log10, to base 10, not the natural one"),
                (lambda v: np.log(np.abs(1 - np.exp(-np.abs(v.z)))), "log(1 - exp(-|z|)) has a sign flipped: it is 1 +"),
                (lambda v: -np.abs(v.z), "the 1 + inside the logarithm is missing"),
            )),
            ("one", lambda v: v.positive - v.product + v.rest, ()),
            OUT,
        ),
        lambda v: v.out, "18",
    ),
}

MISTAKES = {
    "squared_error": SQUARED_ERROR,
    "squared_error_prime": SQUARED_ERROR_PRIME,
    "cross_entropy": CROSS_ENTROPY,
    "cross_entropy_prime": CROSS_ENTROPY_PRIME,
    "cross_entropy_from_z": CROSS_ENTROPY_FROM_Z,
}

# Hints if nothing matches.
FALLBACK_HINTS = {
    "squared_error": "Try a = 0, y = 1, which costs 1/2, and compare with eq. 16.",
    "squared_error_prime": "Try a = 1, y = 0, which gives 1, and compare with eq. 17.",
    "cross_entropy": "Try a = 1/2, which costs log 2 for either label, and compare with eq. 18 term by term.",
    "cross_entropy_prime": "Try a = 1/2, which gives 2 for y = 0 and -2 for y = 1, and compare with eq. 19 term by term.",
    "cross_entropy_from_z": "Try z = 0, which costs log 2 for either label, and z = 800, which costs 800 for y = 0.",
}
