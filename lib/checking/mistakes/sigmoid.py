"""Wrong formulas in notebook 1: the sigmoid and its derivative."""
# fmt: off

import numpy as np

from lib.checking.mistakes.entries import Mistake, Pieces
from lib.neuron import sigmoid, sigmoid_prime


def _dot(w, x):
    return np.asarray(x) @ w


PRE_ACTIVATION = [
    Mistake(lambda w, x, b: w * x, "This multiplies entry by entry: the sum over j and the bias are missing", "3"),
]


def _naive(z):
    return 1 / (1 + np.exp(-np.asarray(z, float)))


SIGMOID = [
    Mistake(lambda z: sigmoid(-z), "This is sigma(-z), the curve from right to left, as 1/(1 + exp(z)) gives it: is a sign flipped, or are two branches exchanged?", "5"),
    Mistake(lambda z: 1 / (1 - np.exp(-z)), "The denominator is 1 - exp(-z): the sign is flipped, it is 1 + exp(-z)", "5"),
    Mistake(lambda z: 1 + np.exp(-z), "Parentheses around the denominator are missing: 1 / 1 + exp(-z) divides by 1, and then adds", "5", ("/ 1",)),
    Mistake(lambda z: 1 + np.exp(-z), "This is the denominator alone: take 1 divided by it", "5"),
    Mistake(lambda z: 1 / np.exp(-z), "This is exp(z): the 1 + in the denominator is missing", "5"),
    Mistake(lambda z: np.tanh(z), "This is tanh(z), which runs from -1 to 1; sigma(z) = (1 + tanh(z/2))/2", "5"),
    Mistake(lambda z: (1 + np.tanh(z)) / 2, "This is sigma(2 z): the identity has tanh(z/2), not tanh(z)", "5"),
    Mistake(lambda z: np.tanh(z / 2), "This is tanh(z/2) = 2 sigma(z) - 1: shift and halve it", "5"),
    Mistake(lambda z: sigmoid_prime(z), "This is the derivative sigma'(z), not sigma(z)", "5"),
    Mistake(lambda z: -sigmoid(z), "This is -sigma(z): the sign is flipped", "5"),
    Mistake(lambda z: 1 / (1 + 2.0 ** -np.asarray(z, float)), "The base is 2; eq. 5 has the base e: np.exp", "5"),
    Mistake(lambda z: 1 / (1 + 10.0 ** -np.asarray(z, float)), "The base is 10; eq. 5 has the base e: np.exp", "5"),
    Mistake(lambda z: 1 / (1 + np.exp(-np.abs(z))), "This uses |z| also for negative z: there it gives sigma(-z)", "5"),
    Mistake(lambda z: np.exp(z) / (1 + np.exp(-z)), "The signs of the two exponents differ: exp(z)/(1 + exp(z))", "5"),
    Mistake(lambda z: (np.asarray(z) >= 0).astype(float), "This is a step from 0 to 1: the sigmoid is smooth", "5"),
    Mistake(lambda z: np.clip(z, 0, 1), "This is z clipped to [0, 1], not the sigmoid", "5"),
    Mistake(lambda z: np.maximum(z, 0), "This is max(0, z), the rectifier, not the sigmoid", "5"),
    Mistake(lambda z: np.exp(z) / np.sum(np.exp(z)), "This is the softmax over the array: work on each entry alone", "5"),
    *(
        Mistake(lambda z, k=k: sigmoid(np.clip(z, -k, k)), f"This is sigma of z clipped to +-{k}: clipping changes the answer", "5")
        for k in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15)
    ),
]  

SIGMOID_PRIME = [
    Mistake(lambda z: 1 - sigmoid(z), "This is 1 - a, as the note misprints it: the factor a is missing in a' = a (1 - a)", "13"),
    Mistake(lambda z: sigmoid(z), "This is sigma(z) itself, not its derivative", "13"),
    Mistake(lambda z: sigmoid(z) - 1, "This is a - 1: a' is a (1 - a)", "13"),
    Mistake(lambda z: 1 - sigmoid(z) ** 2, "This is 1 - a^2, which fits tanh; for sigma it is a (1 - a)", "13"),
    Mistake(lambda z: 1 - np.tanh(z) ** 2, "This is the derivative of tanh, not of sigma", "13"),
    Mistake(lambda z: -1 / (1 + np.exp(-z)) ** 2, "The inner derivatives exp(-z) and -1 are missing", "10"),
    Mistake(lambda z: np.exp(z) / (1 + np.exp(-z)) ** 2, "The sign of an exponent is flipped: exp(-z)/(1 + exp(-z))^2", "10"),
    Mistake(lambda z: z * (1 - sigmoid(z)), "This is z (1 - a): the first factor is a = sigma(z), not z", "13"),
    *(
        Mistake(lambda z, h=h: (sigmoid(np.asarray(z) + h) - sigmoid(z)) / h, "This is a difference quotient, only an approximation: use the exact a (1 - a)", "13")
        for h in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5)
    ),
    *(
        Mistake(lambda z, h=h: (sigmoid(np.asarray(z) + h) - sigmoid(np.asarray(z) - h)) / (2 * h), "This is a difference quotient, only an approximation: use the exact a (1 - a)", "13")
        for h in (1e-1, 1e-2)
    ),
    Mistake(lambda z: z * sigmoid(z), "This is z a; the derivative is a (1 - a)", "13"),
    Mistake(lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))), "This is exp(-|z|)/(1 + exp(-|z|)): the denominator of the derivative is squared", "11"),
    Mistake(lambda z: np.exp(-z), "This is exp(-z) alone, one factor of the derivative", "10"),
]  

SATURATION_POINT = [
    Mistake(lambda eps: -2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps))), "This is the z <= 0 with sigma'(z) = eps, minus the expected one. z >= 0 is wanted: take the larger solution, a = (1 + root)/2, and z = log(a/(1 - a))", "13"),
    Mistake(lambda eps: np.abs(np.log(eps / (1 - eps))), "This solves sigma(z) = eps or 1 - eps; wanted is sigma'(z) = eps", "13"),
    Mistake(lambda eps: np.log(eps / (1 - eps)), "This solves sigma(z) = eps; wanted is sigma'(z) = eps", "13"),
    Mistake(lambda eps: -np.log(eps), "This is -log(eps), which is right only roughly, for small eps", "13"),
    Mistake(lambda eps: sigmoid_prime(eps), "This is sigma'(eps): the other way round, find the z with sigma'(z) = eps", "13"),
    Mistake(lambda eps: np.log((1 + np.sqrt(1 + 4 * eps)) / (np.sqrt(1 + 4 * eps) - 1)), "The sign under the root is flipped: it is 1 - 4 eps", "13"),
    Mistake(lambda eps: (1 + np.sqrt(1 - 4 * eps)) / 2, "This is the activation a: wanted is its z, log(a/(1 - a))", "5, 13"),
    Mistake(lambda eps: (1 - np.sqrt(1 - 4 * eps)) / 2, "This is the smaller solution a: wanted is the z of the larger one, log(a/(1 - a))", "5, 13"),
    Mistake(lambda eps: np.sqrt(1 - 4 * eps), "This is the root of 1 - 4 eps, a step on the way: a is (1 + root)/2, and z follows from it", "13"),
    Mistake(lambda eps: np.exp(-2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps)))), "This is exp(-z): the logarithm and a sign are missing", "13"),
    Mistake(lambda eps: np.log(1 + np.sqrt(1 - 4 * eps)) - np.log(2 * eps), "The logarithm is not that of a/(1 - a)", "5, 13"),
    Mistake(lambda eps: np.log((1 + np.sqrt(1 - eps)) / (1 - np.sqrt(1 - eps))), "The root has 1 - eps: a (1 - a) = eps gives 1 - 4 eps", "13"),
    Mistake(lambda eps: np.log((1 + np.sqrt(1 - 2 * eps)) / (1 - np.sqrt(1 - 2 * eps))), "The root has 1 - 2 eps: a (1 - a) = eps gives 1 - 4 eps", "13"),
    Mistake(lambda eps: np.log((1 + (1 - 4 * eps)) / (4 * eps)), "The square root of 1 - 4 eps is missing", "13"),
    Mistake(lambda eps: 1 / eps, "This is 1/eps; wanted is the z with sigma'(z) = eps", "13"),
    Mistake(lambda eps: np.sqrt(-np.log(eps)), "This treats sigma' as a bell curve exp(-z^2); it is a (1 - a)", "13"),
    Mistake(lambda eps: -np.log(4 * eps), "This is -log(4 eps), an approximation next to eps = 1/4 that is not exact", "13"),
    Mistake(lambda eps: np.arccosh(1 / (2 * eps)), "This solves 1/(2 cosh z) = eps; sigma'(z) is 1/(2 + 2 cosh z)", "13"),
    Mistake(lambda eps: sigmoid(1 - eps) * 1.0, "This is sigma of 1 - eps; wanted is the z with sigma'(z) = eps", "13"),
]  

PREDICT = [
    Mistake(lambda a: np.round(a), "Rounding sends 1/2 to 0, the even neighbour: eq. 15 wants class 1 at a = 1/2, so compare, a >= 1/2", "15", ("round", "rint", "around")),
    Mistake(lambda a: np.asarray(a) > 0.5, "This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=", "15"),
    Mistake(lambda a: np.asarray(a) <= 0.5, "The classes are swapped: class 1 is where a >= 1/2", "14, 15"),
    Mistake(lambda a: np.asarray(a) < 0.5, "The classes are swapped: class 1 is where a >= 1/2", "14, 15"),
    Mistake(lambda a: np.asarray(a) >= 0, "The threshold is 0 in effect, as if a were z (or sigma were applied once more); for a it is 1/2", "15"),
    Mistake(lambda a: np.asarray(a) > 0, "The threshold is 0 in effect, as if a were z (or sigma were applied once more); for a it is 1/2", "15"),
    Mistake(lambda a: np.where(np.asarray(a) >= 0.5, 1, -1), "The classes are called 0 and 1, not -1 and 1", "14, 15"),
    Mistake(lambda a: np.sign(np.asarray(a) - 0.5), "This gives -1, 0 and 1; the classes are 0 and 1", "14, 15"),
    Mistake(lambda a: np.asarray(a) >= 1, "The threshold is 1 (as int() or floor would have it); it is 1/2", "15"),
    Mistake(lambda a: np.asarray(a, float), "This is a itself: compare it with 1/2", "15"),
    Mistake(lambda a: np.where(np.asarray(a) > 0.5, 0, 1), "The classes are swapped: class 1 is where a >= 1/2", "14, 15"),
    Mistake(lambda a: np.where(np.asarray(a) >= 0.5, -1, 1), "The classes are called 0 and 1, and class 1 is where a >= 1/2", "14, 15"),
    Mistake(lambda a: np.where(np.asarray(a) > 0.5, 1, -1), "The classes are called 0 and 1, not -1 and 1", "14, 15"),
    Mistake(lambda a: np.where(np.asarray(a) >= 0.5, 2, 1), "The classes are called 0 and 1, not 1 and 2", "14, 15"),
    Mistake(lambda a: np.where(np.asarray(a) >= 0.5, a, 0), "Class 1 is the integer 1, not a itself", "14, 15"),
    Mistake(lambda a: np.mean(a) >= 0.5, "This looks at the mean of a: each entry has its own class", "15"),
    Mistake(lambda a: np.argmax(a), "This is the place of the largest a: each entry has its own class", "15"),
]



# ---------------------------------------------------------------- formulas in pieces


def _same(v):
    return v.z


PIECES = {
    "pre_activation": Pieces(
        lambda w, x, b: {"w": np.asarray(w, float), "x": np.asarray(x, float), "b": b},
        (
            ("products", lambda v: v.w * v.x, (
                (lambda v: v.w + v.x, "w and x are added where eq. 3 multiplies them"),
                (lambda v: v.w - v.x, "x is subtracted from w where eq. 3 multiplies them"),
                (lambda v: -v.w * v.x, "the sign of w . x is flipped"),
                (lambda v: np.abs(v.w * v.x), "the sign of the products w_j x_j is lost"),
                (lambda v: v.w * np.abs(v.x), "the sign of x is lost"),
                (lambda v: np.abs(v.w) * v.x, "the sign of w is lost"),
                (lambda v: v.x + 0 * v.w, "the weights are missing"),
                (lambda v: v.w + 0 * v.x, "the inputs x are missing"),
                (lambda v: v.w**2 * v.x, "the weights are squared"),
                (lambda v: v.w * v.x**2, "x is squared"),
                (lambda v: v.w[::-1] * v.x, "the weights are in reverse order"),
                (lambda v: v.x / v.w, "x is divided by w"),
                (lambda v: (v.w * v.x)[..., :-1], "the last feature is left out"),
                (lambda v: (v.w * v.x)[..., 1:], "the first feature is left out"),
                (lambda v: (v.w * v.x)[..., :1], "only the first feature counts"),
                (lambda v: (v.w * v.x)[..., -1:], "only the last feature counts"),
            )),
            ("total", lambda v: np.sum(v.products, -1), (
                (lambda v: np.mean(v.products, -1), "the mean over j is taken where eq. 3 has the sum"),
                (lambda v: np.prod(v.products, -1), "the products are multiplied where eq. 3 adds them"),
                (lambda v: np.max(v.products, -1), "the largest product is taken where eq. 3 adds them all"),
                (lambda v: np.sum(v.products, 0), "the sum runs over the rows (axis 0); it runs over the features of each row"),
                (lambda v: np.sum(v.products), "the sum runs over rows and features; each row has its own z"),
                (lambda v: np.mean(v.products), "the mean over everything is taken where eq. 3 has the sum over j"),
                (lambda v: np.cumsum(v.products, -1), "the sums on the way are returned; only the last is z"),
                (lambda v: v.products, "the sum over j is missing"),
                (lambda v: np.atleast_2d(v.products)[0].sum(), "only the first row of the batch is used"),
                (lambda v: np.atleast_2d(v.products)[-1].sum(), "only the last row of the batch is used"),
                (lambda v: np.sqrt(np.sum(v.products**2, -1)), "this is a length, the root of a sum of squares; eq. 3 has a plain sum"),
            )),
            ("z", lambda v: v.total + v.b, (
                (lambda v: v.total, "the bias b is missing"),
                (lambda v: v.total - v.b, "the sign of the bias is flipped"),
                (lambda v: v.total * v.b, "the bias multiplies where it should be added"),
                (lambda v: v.total + 2 * v.b, "the bias is added twice"),
                (lambda v: v.total + len(v.w) * v.b, "the bias is added n times, not once: it stands inside the sum"),
                (lambda v: v.total + v.b * np.sum(v.x, -1), "the bias multiplies x too"),
                (lambda v: v.total + v.b * np.sum(v.w), "the bias multiplies w too"),
                (lambda v: v.total + v.b / len(v.w), "the bias is divided by n"),
                (lambda v: v.total + abs(v.b), "the sign of the bias is lost"),
                (lambda v: v.total + 1, "1 is added where the bias belongs"),
                (lambda v: np.max(v.total) + v.b, "only the largest z of the batch is returned"),
            )),
            ("out", _same, (
                (lambda v: -v.z, "the sign of z is flipped"),
                (lambda v: sigmoid(v.z), "sigma is applied; the exercise wants z itself"),
                (lambda v: np.abs(v.z), "the sign of z is lost: abs does not belong here"),
                (lambda v: np.maximum(v.z, 0), "negative z are turned into 0"),
                (lambda v: np.tanh(v.z), "tanh is applied; the exercise wants z itself"),
                (lambda v: v.z[::-1] if np.ndim(v.z) else v.z, "the batch is in reverse order"),
                (lambda v: np.round(v.z), "z is rounded"),
                (lambda v: np.trunc(v.z), "z is cut off to a whole number: is there int() or an integer array?"),
                (lambda v: np.mean(v.z), "the mean over the batch is taken; each row has its own z"),
                (lambda v: np.sum(v.z), "the sum over the batch is taken; each row has its own z"),
                (lambda v: (v.z >= 0).astype(int) if np.ndim(v.z) else int(v.z >= 0), "this is the class; the exercise wants z"),
            )),
        ),
        lambda v: v.out, "3",
    ),
    "sigmoid": Pieces(
        lambda z: {"z": np.asarray(z, float)[()]},
        (
            ("power", lambda v: np.exp(-v.z), (
                (lambda v: np.exp(v.z), "the sign of the exponent is flipped"),
                (lambda v: np.exp(-np.abs(v.z)), "the exponent is -|z| also for negative z"),
                (lambda v: np.exp(-2 * v.z), "the exponent is -2 z, not -z"),
                (lambda v: np.exp(-v.z / 2), "the exponent is -z/2, not -z"),
                (lambda v: np.exp(-(v.z**2)), "the exponent is -z^2, not -z"),
                (lambda v: np.exp(-1 / v.z), "the exponent is -1/z, not -z"),
                (lambda v: np.exp(-v.z + 1), "the exponent is 1 - z, not -z"),
                (lambda v: np.exp(-v.z - 1), "the exponent is -z - 1: is a parenthesis missing?"),
                (lambda v: 2.0**-v.z, "the base of the power is 2, not e"),
                (lambda v: 10.0**-v.z, "the base of the power is 10, not e"),
                (lambda v: -v.z, "exp is missing"),
                (lambda v: -np.e * v.z, "e is multiplied by -z, not raised to it"),
                (lambda v: np.e**-1 * v.z, "the power is taken before the product: exp(-1) z"),
                (lambda v: np.exp(-v.z / np.max(np.abs(v.z))), "z is divided by its largest entry"),
                (lambda v: np.exp(-(v.z - np.max(v.z))), "the largest z is subtracted, as for a softmax"),
                (lambda v: np.exp(-v.z + np.mean(v.z)), "the mean of z is subtracted"),
            )),
            ("below", lambda v: 1 + v.power, (
                (lambda v: 1 - v.power, "the denominator is 1 - exp(-z): a sign is flipped, it is 1 + exp(-z)"),
                (lambda v: v.power - 1, "the denominator is exp(-z) - 1: a sign is flipped, it is 1 + exp(-z)"),
                (lambda v: v.power, "the 1 + in the denominator is missing"),
                (lambda v: 2 + v.power, "the denominator has 2 where 1 belongs"),
                (lambda v: (1 + v.power) ** 2, "the denominator is squared"),
                (lambda v: np.sqrt(1 + v.power), "the root of the denominator is taken"),
                (lambda v: 1 + np.sum(v.power), "the denominator sums over the array: work on each entry alone"),
                (lambda v: 1 + v.power**2, "exp(-z) is squared in the denominator"),
            )),
            ("a", lambda v: 1 / v.below, (
                (lambda v: v.power / v.below, "the numerator is exp(-z), not 1"),
                (lambda v: 1 / v.power / v.below, "the numerator is exp(z), not 1"),
                (lambda v: v.below, "the 1/ is missing: this is the denominator"),
                (lambda v: -1 / v.below, "the sign of the fraction is flipped"),
                (lambda v: 2 / v.below, "the numerator is 2, not 1"),
                (lambda v: 1 - 1 / v.below, "1 minus the fraction is taken"),
                (lambda v: 2 / v.below - 1, "this is stretched to run from -1 to 1, as tanh does"),
                (lambda v: 1 / v.below - 0.5, "1/2 is subtracted"),
                (lambda v: v.z / v.below, "the numerator is z, not 1"),
                (lambda v: 1 / v.below / np.sum(1 / v.below), "the values are divided by their sum: work on each entry alone"),
                (lambda v: np.log(v.below), "this is the logarithm of the denominator, not 1 divided by it"),
            )),
        ),
        lambda v: v.a, "5",
    ),
    "sigmoid_prime": Pieces(
        lambda z: {"z": np.asarray(z, float)[()]},
        (
            ("a", lambda v: sigmoid(v.z), (
                (lambda v: v.z, "z stands where a = sigma(z) belongs"),
                (lambda v: np.tanh(v.z), "tanh(z) stands where sigma(z) belongs"),
                (lambda v: sigmoid(2 * v.z), "sigma is taken at 2 z"),
                (lambda v: sigmoid(v.z / 2), "sigma is taken at z/2"),
                (lambda v: sigmoid(sigmoid(v.z)), "sigma is applied twice"),
                (lambda v: sigmoid(np.abs(v.z)), "sigma is taken at |z|"),
                (lambda v: np.exp(-v.z), "exp(-z) stands where a = sigma(z) belongs"),
                (lambda v: 1 / (1 - np.exp(-v.z)), "a has the denominator 1 - exp(-z): a sign is flipped"),
            )),
            ("first", lambda v: v.a, (
                (lambda v: np.ones_like(v.a), "the factor a is missing in a (1 - a)"),
                (lambda v: -v.a, "the sign is flipped"),
                (lambda v: v.a**2, "the factor a is squared in a (1 - a)"),
                (lambda v: 1 - v.a, "the factor a is replaced by 1 - a"),
                (lambda v: 2 * v.a, "there is a factor 2 too many"),
                (lambda v: v.a / 2, "there is a factor 1/2 too many"),
                (lambda v: v.z * v.a, "there is a factor z too many"),
                (lambda v: np.exp(-v.z), "the first factor is exp(-z), not a"),
                (lambda v: 1 / v.a, "the factor a is turned upside down"),
                (lambda v: np.sqrt(v.a), "the root of a is taken"),
            )),
            ("second", lambda v: 1 - v.a, (
                (lambda v: np.ones_like(v.a), "the factor 1 - a is missing in a (1 - a)"),
                (lambda v: 1 + v.a, "the second factor is 1 + a: a sign is flipped, it is 1 - a"),
                (lambda v: v.a - 1, "the second factor is a - 1: the sign is flipped, it is 1 - a"),
                (lambda v: (1 - v.a) ** 2, "the factor 1 - a is squared"),
                (lambda v: 1 - v.a**2, "the second factor is 1 - a^2, as for tanh; it is 1 - a"),
                (lambda v: 1 - v.z, "the second factor is 1 - z, not 1 - a"),
                (lambda v: v.a, "the second factor is a, not 1 - a"),
                (lambda v: 2 - v.a, "the second factor is 2 - a, not 1 - a"),
                (lambda v: 1 - 2 * v.a, "the second factor is 1 - 2 a, not 1 - a"),
                (lambda v: 1 / (1 - v.a), "the factor 1 - a is turned upside down"),
                (lambda v: 1 - np.exp(-v.z), "the second factor is 1 - exp(-z), not 1 - a"),
            )),
            ("out", lambda v: v.first * v.second, (
                (lambda v: v.first + v.second, "the factors are added, not multiplied"),
                (lambda v: v.first - v.second, "the factors are subtracted, not multiplied"),
                (lambda v: v.first / v.second, "the factors are divided, not multiplied"),
                (lambda v: v.first * 1 - v.a, "parentheses around 1 - a are missing"),
                (lambda v: 1 - v.first * v.second, "1 minus the product is taken"),
                (lambda v: np.sum(v.first * v.second), "the sum over the array is taken; each entry has its own value"),
                (lambda v: np.mean(v.first * v.second), "the mean over the array is taken; each entry has its own value"),
                (lambda v: np.gradient(sigmoid(v.z)) if np.ndim(v.z) == 1 and np.size(v.z) > 1 else v.first * v.second, "the differences between neighbours in the array are taken (np.gradient); each z has its own derivative"),
                (lambda v: (v.first * v.second) ** 2, "the product is squared"),
                (lambda v: v.first * v.second * (1 - 2 * v.a), "this is the second derivative: differentiated once too often"),
            )),
        ),
        lambda v: v.out, "13",
    ),
}

MISTAKES = {
    "pre_activation": PRE_ACTIVATION,
    "sigmoid": SIGMOID,
    "sigmoid_prime": SIGMOID_PRIME,
    "saturation_point": SATURATION_POINT,
    "predict": PREDICT,
}

# Hints if nothing matches.
FALLBACK_HINTS = {
    "pre_activation": "Work one example out by hand: each w_j times its x_j, the products added up, then b once (eq. 3).",
    "sigmoid": "Try z = 0, which gives 1/2, and compare with eq. 5 piece by piece.",
    "sigmoid_prime": "Try z = 0, which gives 1/4; compare with a (1 - a), eq. 13, piece by piece.",
    "saturation_point": "Put the z you return into sigma'(z): it must give eps back. Bad eps raise a ValueError.",
    "predict": "Compare with eq. 14 and 15: 1 where a >= 1/2, else 0, as integers.",
}
