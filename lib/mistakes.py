"""What people get wrong, as data: a wrong formula and the hint it earns.

`MISTAKES` are recognised by their values: an answer that gives what the wrong formula gives, on random
inputs, is that mistake however it was written. `SYMPTOMS` are recognised by what Python says, `PATTERNS` by
how wrong values lie to the right ones. The first match speaks, so the more specific ones come first.
"""

from typing import Callable, NamedTuple

import numpy as np

from lib.neuron import numerical_gradient, pre_activation, sigmoid, sigmoid_prime
from lib.sgd import epochs_to_reach


class Mistake(NamedTuple):
    """``wrong`` takes the exercise's arguments; ``equation`` is the one to read again."""

    wrong: Callable
    hint: str
    equation: str


class Symptom(NamedTuple):
    """``says`` is a regular expression searched in the fault, the error and the warning."""

    kinds: tuple
    says: str
    hint: str
    exercises: tuple = ()


# ---------------------------------------------------------------- notebook 1


def _dot(w, x):
    return np.asarray(x) @ w


PRE_ACTIVATION = [
    Mistake(lambda w, x, b: _dot(w, x), "This is w . x: the bias b is missing", "3"),
    Mistake(lambda w, x, b: _dot(w, x) - b, "This is w . x - b: the sign of the bias is flipped", "3"),
    Mistake(lambda w, x, b: -(_dot(w, x) + b), "This is -(w . x + b): the sign is flipped", "3"),
    Mistake(lambda w, x, b: b - _dot(w, x), "This is b - w . x: the sign of the sum is flipped", "3"),
    Mistake(lambda w, x, b: w * x + b, "This multiplies entry by entry and forgets the sum over j", "3"),
    Mistake(lambda w, x, b: w * x, "This multiplies entry by entry: the sum over j and the bias are missing", "3"),
    Mistake(lambda w, x, b: np.sum(w * x + b, -1), "The bias stands inside the sum and is added n times, not once", "3"),
    Mistake(lambda w, x, b: np.sum(w * x) + b, "This sums over the examples too: only j is summed, one z a row", "3"),
    Mistake(lambda w, x, b: np.sum(w * x + b), "The bias is inside the sum, and the sum runs over the examples too", "3"),
    Mistake(lambda w, x, b: np.mean(w * x, -1) + b, "This takes the mean over j where eq. 3 has the sum", "3"),
    Mistake(lambda w, x, b: np.mean(w * x) + b, "This takes the mean of all products where eq. 3 has the sum over j", "3"),
    Mistake(lambda w, x, b: np.mean(w * x + b, -1), "This takes the mean over j where eq. 3 has the sum", "3"),
    Mistake(lambda w, x, b: np.sum(w * x, 0) + b, "This sums over the examples (axis 0) instead of the features", "3"),
    Mistake(lambda w, x, b: np.sum(w + x, -1) + b, "This adds w and x where eq. 3 multiplies them", "3"),
    Mistake(lambda w, x, b: _dot(w, x) * b, "This multiplies by the bias instead of adding it", "3"),
    Mistake(lambda w, x, b: np.sum(x, -1) + b, "The weights are missing: this sums x alone", "3"),
    Mistake(lambda w, x, b: sigmoid(_dot(w, x) + b), "This is a = sigma(z); the exercise wants z itself", "3"),
    Mistake(lambda w, x, b: np.atleast_1d(_dot(w, x) + b), "The shape is wrong: one example gives a scalar, no array", "3"),
    Mistake(lambda w, x, b: np.reshape(_dot(w, x) + b, (-1, 1)), "The shape is (m, 1): a column instead of (m,)", "3"),
    Mistake(lambda w, x, b: (_dot(w, x) + b).flat[0], "Only the first example of the batch is used", "3"),
    Mistake(lambda w, x, b: np.abs(w) @ np.asarray(x).T + b, "The sign of the weights is lost", "3"),
]


def _naive(z):
    return 1 / (1 + np.exp(-np.asarray(z, float)))


SIGMOID = [
    Mistake(lambda z: sigmoid(-z), "This is 1/(1 + exp(z)), that is sigma(-z): the sign of the exponent is flipped", "5"),
    Mistake(lambda z: 1 / (1 - np.exp(-z)), "The denominator is 1 - exp(-z): the sign is flipped, it is 1 + exp(-z)", "5"),
    Mistake(lambda z: np.exp(-z) / (1 + np.exp(-z)), "This is sigma(-z): the numerator is 1, not exp(-z)", "5"),
    Mistake(lambda z: 1 + np.exp(-z), "This is the denominator alone: take 1 divided by it", "5"),
    Mistake(lambda z: 1 / 1 + np.exp(-z), "Parentheses are missing: 1 / 1 + exp(-z) divides before it adds", "5"),
    Mistake(lambda z: 1 / np.exp(-z), "This is exp(z): the 1 + in the denominator is missing", "5"),
    Mistake(lambda z: np.tanh(z), "This is tanh(z), which runs from -1 to 1; sigma(z) = (1 + tanh(z/2))/2", "5"),
    Mistake(lambda z: (1 + np.tanh(z)) / 2, "This is sigma(2 z): the identity has tanh(z/2), not tanh(z)", "5"),
    Mistake(lambda z: np.tanh(z / 2), "This is tanh(z/2) = 2 sigma(z) - 1: shift and halve it", "5"),
    Mistake(lambda z: sigmoid_prime(z), "This is the derivative sigma'(z), not sigma(z)", "5"),
    Mistake(lambda z: 1 - sigmoid(z) * 1.0, "This is 1 - sigma(z) = sigma(-z): the sign is flipped", "7"),
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
        for k in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)
    ),
]  # fmt: skip

SIGMOID_PRIME = [
    Mistake(lambda z: z * (1 - np.asarray(z)), "This is z (1 - z): take a = sigma(z) first, then a (1 - a)", "13"),
    Mistake(lambda z: 1 - sigmoid(z), "This is 1 - a, as the note misprints it: the factor a is missing in a' = a (1 - a)", "13"),
    Mistake(lambda z: sigmoid(z), "This is sigma(z) itself, not its derivative", "13"),
    Mistake(lambda z: sigmoid_prime(sigmoid(z)), "The derivative is taken at a instead of z: sigma is applied twice", "13"),
    Mistake(lambda z: -sigmoid_prime(z), "The sign is flipped: sigma rises everywhere, its derivative is positive", "10"),
    Mistake(lambda z: sigmoid(z) * (1 + sigmoid(z)), "This is a (1 + a): the sign is flipped, it is a (1 - a)", "13"),
    Mistake(lambda z: sigmoid(z) - 1, "This is a - 1: a' is a (1 - a)", "13"),
    Mistake(lambda z: sigmoid(z) * (sigmoid(z) - 1), "This is a (a - 1): the sign is flipped", "13"),
    Mistake(lambda z: sigmoid(z) ** 2, "This is a^2: the factor 1 - a is missing in a (1 - a)", "13"),
    Mistake(lambda z: sigmoid(z) - sigmoid(z) ** 3, "This is a (1 - a^2), off by a factor 1 + a", "13"),
    Mistake(lambda z: 1 - sigmoid(z) ** 2, "This is 1 - a^2, which fits tanh; for sigma it is a (1 - a)", "13"),
    Mistake(lambda z: 1 - np.tanh(z) ** 2, "This is the derivative of tanh, not of sigma", "13"),
    Mistake(lambda z: (1 - sigmoid(z)) ** 2, "This is (1 - a)^2: one factor should be a", "13"),
    Mistake(lambda z: -np.exp(-z) / (1 + np.exp(-z)) ** 2, "The sign is flipped: the inner derivative of -z brings another minus", "10"),
    Mistake(lambda z: 1 / (1 + np.exp(-z)) ** 2, "The inner derivative exp(-z) is missing", "10"),
    Mistake(lambda z: -1 / (1 + np.exp(-z)) ** 2, "The inner derivatives exp(-z) and -1 are missing", "10"),
    Mistake(lambda z: np.exp(-z) / (1 + np.exp(-z)), "The denominator is not squared", "10"),
    Mistake(lambda z: np.exp(z) / (1 + np.exp(-z)) ** 2, "The sign of an exponent is flipped: exp(-z)/(1 + exp(-z))^2", "10"),
    Mistake(lambda z: z * sigmoid(z), "This is z a; the derivative is a (1 - a)", "13"),
    Mistake(lambda z: z * sigmoid_prime(z), "There is a factor z too many", "13"),
    Mistake(lambda z: sigmoid(z) * sigmoid(z) * (1 - sigmoid(z)), "There is a factor a too many", "13"),
    Mistake(lambda z: np.exp(-z), "This is exp(-z) alone, one factor of the derivative", "10"),
    *(
        Mistake(lambda z, k=k: sigmoid_prime(np.clip(z, -k, k)), f"This clips z to +-{k}: clipping changes the answer", "13")
        for k in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)
    ),
]  # fmt: skip

SATURATION_POINT = [
    Mistake(lambda eps: -2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps))), "This is the negative solution -z: the sign is flipped, z >= 0 is wanted", "13"),
    Mistake(lambda eps: np.abs(np.log(eps / (1 - eps))), "This solves sigma(z) = eps or 1 - eps; wanted is sigma'(z) = eps", "13"),
    Mistake(lambda eps: np.log(eps / (1 - eps)), "This solves sigma(z) = eps; wanted is sigma'(z) = eps", "13"),
    Mistake(lambda eps: (1 + np.sqrt(1 - 4 * eps)) / 2, "This is a, the solution of a (1 - a) = eps; the exercise wants z, so invert sigma", "13"),
    Mistake(lambda eps: (1 - np.sqrt(1 - 4 * eps)) / 2, "This is a, the solution of a (1 - a) = eps; the exercise wants z, so invert sigma", "13"),
    Mistake(lambda eps: -np.log(eps), "This is -log(eps), which is right only roughly, for small eps", "13"),
    Mistake(lambda eps: np.log(1 / eps - 1), "This solves sigma(-z) = eps; wanted is sigma'(z) = eps", "13"),
    Mistake(lambda eps: sigmoid(2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps)))), "This is a = sigma(z); the exercise wants z", "13"),
    Mistake(lambda eps: sigmoid_prime(eps), "This is sigma'(eps): the other way round, find the z with sigma'(z) = eps", "13"),
    Mistake(lambda eps: np.log((1 + np.sqrt(1 + 4 * eps)) / (np.sqrt(1 + 4 * eps) - 1)), "The sign under the root is flipped: it is 1 - 4 eps", "13"),
    Mistake(lambda eps: np.log10(np.exp(2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps))))), "This takes log10 (base 10); eq. 5 inverts with the natural logarithm", "13"),
    Mistake(lambda eps: np.log2(np.exp(2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps))))), "This takes log2 (base 2); eq. 5 inverts with the natural logarithm", "13"),
    Mistake(lambda eps: np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps))), "This is half of z: a factor 2 is missing", "13"),
]  # fmt: skip

PREDICT = [
    Mistake(lambda a: np.asarray(a) > 0.5, "This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=", "15"),
    Mistake(lambda a: np.round(a), "np.round rounds half to even, so a = 1/2 becomes 0; eq. 15 says >= 1/2 is class 1", "15"),
    Mistake(lambda a: np.asarray(a) <= 0.5, "The classes are swapped: class 1 is where a >= 1/2", "14, 15"),
    Mistake(lambda a: np.asarray(a) < 0.5, "The classes are swapped: class 1 is where a >= 1/2", "14, 15"),
    Mistake(lambda a: np.asarray(a) >= 0, "The threshold is 0, which is the one for z; for a it is 1/2", "15"),
    Mistake(lambda a: np.asarray(a) > 0, "The threshold is 0, which is the one for z; for a it is 1/2", "15"),
    Mistake(lambda a: np.sign(a), "This is the sign of a, a threshold of 0; for a it is 1/2", "15"),
    Mistake(lambda a: np.where(np.asarray(a) >= 0.5, 1, -1), "The classes are called 0 and 1, not -1 and 1", "14, 15"),
    Mistake(lambda a: np.sign(np.asarray(a) - 0.5), "This gives -1, 0 and 1; the classes are 0 and 1", "14, 15"),
    Mistake(lambda a: np.asarray(a) >= 1, "The threshold is 1 (as int() or floor would have it); it is 1/2", "15"),
    Mistake(lambda a: np.ceil(a), "This rounds up: the threshold is 0 in place of 1/2", "15"),
    Mistake(lambda a: sigmoid(np.asarray(a)) >= 0.5, "sigma is applied once more: a is the activation already", "15"),
    Mistake(lambda a: sigmoid(np.asarray(a)) > 0.5, "sigma is applied once more: a is the activation already", "15"),
    Mistake(lambda a: np.asarray(a, float), "This is a itself: compare it with 1/2", "15"),
]


# ---------------------------------------------------------------- notebook 2


def _ce(a, y, log=np.log):
    a, y = np.asarray(a, float), np.asarray(y)
    return -y * log(a) - (1 - y) * log(1 - a)


SQUARED_ERROR = [
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2, "The factor 1/2 is missing: this is (a - y)^2", "16"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2 / 4, "The factor 1/2 is doubled: this is (a - y)^2 / 4", "16"),
    Mistake(lambda a, y: ((np.asarray(a) - y) / 2) ** 2, "The factor 1/2 is squared too: only a - y is", "16"),
    Mistake(lambda a, y: -((np.asarray(a) - y) ** 2) / 2, "The sign is flipped: a loss is never negative", "16"),
    Mistake(lambda a, y: np.abs(np.asarray(a) - y) / 2, "This is |a - y|/2: the square is missing", "16"),
    Mistake(lambda a, y: np.abs(np.asarray(a) - y), "This is |a - y|: the square and the 1/2 are missing", "16"),
    Mistake(lambda a, y: (np.asarray(a) - y) / 2, "This is (a - y)/2: the square is missing", "16"),
    Mistake(lambda a, y: np.asarray(a) - y, "This is a - y, the derivative; the loss is (a - y)^2 / 2", "16"),
    Mistake(lambda a, y: (np.asarray(a) + y) ** 2 / 2, "This is (a + y)^2 / 2: the sign of y is flipped", "16"),
    Mistake(lambda a, y: (np.asarray(a) ** 2 - np.asarray(y) ** 2) / 2, "This is (a^2 - y^2)/2: square the difference, not its parts", "16"),
    Mistake(lambda a, y: np.asarray(a) - np.asarray(y) ** 2 / 2, "Parentheses are missing around a - y", "16"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 3 / 2, "The power is 3 instead of 2", "16"),
    Mistake(lambda a, y: np.sqrt((np.asarray(a) - y) ** 2), "This is the square root of the square, |a - y|", "16"),
    Mistake(lambda a, y: np.mean((np.asarray(a) - y) ** 2) / 2, "This takes the mean over the examples: the loss is wanted elementwise, one each", "16"),
    Mistake(lambda a, y: np.mean((np.asarray(a) - y) ** 2), "This takes the mean over the examples and forgets 1/2: the loss is wanted elementwise", "16"),
    Mistake(lambda a, y: np.sum((np.asarray(a) - y) ** 2) / 2, "This sums over the examples: the loss is wanted elementwise, one each", "16"),
    Mistake(lambda a, y: _ce(a, y), "This is the cross-entropy, the other loss", "16"),
    Mistake(lambda a, y: (sigmoid(a) - y) ** 2 / 2, "sigma is applied once more: a is the activation already", "16"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2 // 2, "This divides with //, which rounds down; use /", "16"),
]

SQUARED_ERROR_PRIME = [
    Mistake(lambda a, y: np.asarray(y) - a, "This is y - a: the sign is flipped, and training would go uphill", "17"),
    Mistake(lambda a, y: 2 * (np.asarray(a) - y), "The factor 2 cancels the 1/2 of eq. 16; this is 2 (a - y)", "17"),
    Mistake(lambda a, y: (np.asarray(a) - y) / 2, "This keeps the 1/2, but the 2 from the square cancels it", "17"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2 / 2, "This is the loss itself, not its derivative", "17"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2, "This is (a - y)^2: differentiating takes the square away", "17"),
    Mistake(lambda a, y: np.abs(np.asarray(a) - y), "This is |a - y|: the sign of a - y is lost", "17"),
    Mistake(lambda a, y: np.asarray(a) + y, "This is a + y: the sign of y is flipped", "17"),
    Mistake(lambda a, y: (np.asarray(a) - y) * np.asarray(a) * (1 - np.asarray(a)), "The factor a' belongs to the next link of the chain; dL/da is a - y", "17"),
    Mistake(lambda a, y: (np.asarray(a) - y) * (1 - np.asarray(a)), "The factor (1 - a) is not part of dL/da = a - y", "17"),
    Mistake(lambda a, y: np.asarray(a) * (1 - np.asarray(a)), "This is a', the derivative of the activation; wanted is dL/da", "17"),
    Mistake(lambda a, y: np.asarray(a) + 0.0 * np.asarray(y), "This is a: the label y is missing", "17"),
    Mistake(lambda a, y: -np.asarray(y) / a + (1 - np.asarray(y)) / (1 - np.asarray(a)), "This is the derivative of the cross-entropy, the other loss", "17"),
    Mistake(lambda a, y: np.mean(np.asarray(a) - y), "This takes the mean over the examples: the derivative is wanted elementwise", "17"),
    Mistake(lambda a, y: np.sum(np.asarray(a) - y), "This sums over the examples: the derivative is wanted elementwise", "17"),
    Mistake(lambda a, y: np.sign(np.asarray(a) - y), "This is the sign of a - y, the derivative of |a - y|", "17"),
]

CROSS_ENTROPY = [
    Mistake(lambda a, y: -_ce(a, y), "The sign is flipped: log a is negative, and a loss is not", "18"),
    Mistake(lambda a, y: _ce(a, 1 - np.asarray(y)), "y and 1 - y are swapped: y goes with log a", "18"),
    Mistake(lambda a, y: -(np.asarray(y) * np.log(a)), "Only the term of y = 1 is there: -(1 - y) log(1 - a) is missing", "18"),
    Mistake(lambda a, y: -((1 - np.asarray(y)) * np.log(1 - np.asarray(a))), "Only the term of y = 0 is there: -y log a is missing", "18"),
    Mistake(lambda a, y: -np.log(a) + 0 * np.asarray(y), "This is -log a whatever the label: the case y = 0 is missing", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) + (1 - np.asarray(y)) * np.log(1 - np.asarray(a)), "The sign of the second term is flipped: both terms have a minus", "18"),
    Mistake(lambda a, y: np.asarray(y) * np.log(a) - (1 - np.asarray(y)) * np.log(1 - np.asarray(a)), "The sign of the first term is flipped: both terms have a minus", "18"),
    Mistake(lambda a, y: _ce(a, y, np.log2), "The logarithm is log2, to base 2; eq. 18 has the natural one, np.log", "18"),
    Mistake(lambda a, y: _ce(a, y, np.log10), "The logarithm is log10, to base 10; eq. 18 has the natural one, np.log", "18"),
    Mistake(lambda a, y: _ce(a, y) / 2, "There is a factor 1/2 too many: only the squared error has one", "18"),
    Mistake(lambda a, y: 2 * _ce(a, y), "There is a factor 2 too many", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - (1 - np.asarray(y)) * np.log(np.asarray(a)), "Both terms have log a; the second wants log(1 - a)", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - (1 - np.asarray(y)) * (1 - np.log(a)), "This is 1 - log a in place of log(1 - a)", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - (1 - np.asarray(y)) * np.log(1 + np.asarray(a)), "The sign in log(1 + a) is flipped: it is log(1 - a)", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - 1 - np.asarray(y) * np.log(1 - np.asarray(a)), "Parentheses around 1 - y are missing", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) - np.log(1 - np.asarray(a)), "The factor 1 - y of the second term is missing", "18"),
    Mistake(lambda a, y: -np.log(a) - np.log(1 - np.asarray(a)) + 0 * np.asarray(y), "The factors y and 1 - y are missing: each label uses one term", "18"),
    Mistake(lambda a, y: -np.log(a) - (1 - np.asarray(y)) * np.log(1 - np.asarray(a)), "The factor y of the first term is missing", "18"),
    Mistake(lambda a, y: -np.asarray(a) * np.log(np.clip(y, 1e-300, 1)) - (1 - np.asarray(a)) * np.log(np.clip(1.0 - np.asarray(y), 1e-300, 1)), "y and a are swapped inside the formula", "18"),
    Mistake(lambda a, y: -np.asarray(y) * np.asarray(a) - (1 - np.asarray(y)) * (1 - np.asarray(a)), "The logarithms are missing", "18"),
    Mistake(lambda a, y: np.mean(_ce(a, y)), "This takes the mean over the examples: the loss is wanted elementwise, one each", "18"),
    Mistake(lambda a, y: np.sum(_ce(a, y)), "This sums over the examples: the loss is wanted elementwise, one each", "18"),
    Mistake(lambda a, y: _ce(sigmoid(a), y), "sigma is applied once more: a is the activation already", "18"),
    Mistake(lambda a, y: (np.asarray(a) - y) ** 2 / 2, "This is the squared error, the other loss", "18"),
    *(
        Mistake(lambda a, y, e=e: _ce(np.clip(a, e, 1 - e), y), f"This clips a to [{e:g}, 1 - {e:g}]: clipping changes the answer, at a = 0 and 1 the limit is 0 or inf", "18")
        for e in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)
    ),
]

CROSS_ENTROPY_PRIME = [
    Mistake(lambda a, y: _ce_prime(a, y, -1), "The sign is flipped: this is y/a - (1 - y)/(1 - a)", "19"),
    Mistake(lambda a, y: _ce_prime(a, 1 - np.asarray(y)), "y and 1 - y are swapped", "19"),
    Mistake(lambda a, y: -np.asarray(y) / a - (1 - np.asarray(y)) / (1 - np.asarray(a)), "The sign of the second term is flipped: the derivative of log(1 - a) brings another minus", "19"),
    Mistake(lambda a, y: np.asarray(y) / a + (1 - np.asarray(y)) / (1 - np.asarray(a)), "The sign of the first term is flipped: it is -y/a", "19"),
    Mistake(lambda a, y: -np.asarray(y) / np.asarray(a), "Only the term of y = 1 is there: (1 - y)/(1 - a) is missing", "19"),
    Mistake(lambda a, y: (1 - np.asarray(y)) / (1 - np.asarray(a)), "Only the term of y = 0 is there: -y/a is missing", "19"),
    Mistake(lambda a, y: np.asarray(a) - y, "This is a - y: that is dL/dz, after multiplying by a'; wanted is dL/da", "19"),
    Mistake(lambda a, y: (np.asarray(a) - y) * np.asarray(a) * (1 - np.asarray(a)), "This multiplies by a (1 - a) where it should divide", "19"),
    Mistake(lambda a, y: (np.asarray(y) - a) / (np.asarray(a) * (1 - np.asarray(a))), "The sign is flipped: it is (a - y)/(a (1 - a))", "19"),
    Mistake(lambda a, y: (np.asarray(a) - y) / np.asarray(a), "The factor 1 - a in the denominator is missing", "19"),
    Mistake(lambda a, y: (np.asarray(a) - y) / (1 - np.asarray(a)), "The factor a in the denominator is missing", "19"),
    Mistake(lambda a, y: -np.asarray(y) / a + (1 - np.asarray(y)) / (1 + np.asarray(a)), "The sign in the denominator 1 + a is flipped: it is 1 - a", "19"),
    Mistake(lambda a, y: -np.asarray(y) / a + 1 - np.asarray(y) / (1 - np.asarray(a)), "Parentheses around 1 - y are missing", "19"),
    Mistake(lambda a, y: -np.asarray(y) / a + (1 - np.asarray(y)) / 1 - np.asarray(a), "Parentheses around 1 - a are missing", "19"),
    Mistake(lambda a, y: -1 / np.asarray(a) + 1 / (1 - np.asarray(a)) + 0 * np.asarray(y), "The factors y and 1 - y are missing", "19"),
    Mistake(lambda a, y: _ce(a, y), "This is the loss itself, not its derivative", "19"),
    Mistake(lambda a, y: -np.asarray(y) * np.log(a) + (1 - np.asarray(y)) * np.log(1 - np.asarray(a)), "The logarithms are still there: the derivative of log a is 1/a", "19"),
    Mistake(lambda a, y: _ce_prime(a, y) / np.log(2), "This is the derivative of log2; eq. 18 has the natural logarithm", "19"),
    Mistake(lambda a, y: _ce_prime(a, y) / np.log(10), "This is the derivative of log10; eq. 18 has the natural logarithm", "19"),
    Mistake(lambda a, y: -np.asarray(y) / np.asarray(a) ** 2 + (1 - np.asarray(y)) / (1 - np.asarray(a)) ** 2, "The denominators are squared: the derivative of log a is 1/a", "19"),
    Mistake(lambda a, y: -np.asarray(a) / y + (1 - np.asarray(a)) / (1 - np.asarray(y)), "a and y are swapped", "19"),
    Mistake(lambda a, y: np.mean(_ce_prime(a, y)), "This takes the mean over the examples: the derivative is wanted elementwise", "19"),
    Mistake(lambda a, y: np.sum(_ce_prime(a, y)), "This sums over the examples: the derivative is wanted elementwise", "19"),
]


def _ce_prime(a, y, sign=1):
    return sign * (-np.asarray(y) / a + (1 - np.asarray(y)) / (1 - np.asarray(a)))


def _softplus(z):
    return np.logaddexp(0, z)


CROSS_ENTROPY_FROM_Z = [
    Mistake(lambda z, y: _ce_z(z, 1 - np.asarray(y)), "The labels are swapped: y = 1 goes with log(1 + exp(-z)) (the sign of z)", "18"),
    Mistake(lambda z, y: -_ce_z(z, y), "The sign is flipped: a loss is never negative", "18"),
    Mistake(lambda z, y: _ce(z, y), "z is put in place of a: take sigma(z) into account", "18"),
    Mistake(lambda z, y: _softplus(z) + np.asarray(y) * z, "The sign of y z is flipped: log(1 + exp(z)) - y z", "18"),
    Mistake(lambda z, y: _softplus(-np.asarray(z)) - np.asarray(y) * z, "The sign of z in log(1 + exp(z)) is flipped", "18"),
    Mistake(lambda z, y: _softplus(-np.asarray(z)) + np.asarray(y) * z, "The signs are flipped: log(1 + exp(z)) - y z", "18"),
    Mistake(lambda z, y: _softplus(z) + 0 * np.asarray(y), "This is log(1 + exp(z)), the case y = 0 alone: the term of y = 1 is missing", "18"),
    Mistake(lambda z, y: _softplus(-np.asarray(z)) + 0 * np.asarray(y), "This is log(1 + exp(-z)), the case y = 1 alone: the term of y = 0 is missing", "18"),
    Mistake(lambda z, y: np.asarray(y) * _softplus(-np.asarray(z)), "Only the term of y = 1 is there: the one of y = 0 is missing", "18"),
    Mistake(lambda z, y: (1 - np.asarray(y)) * _softplus(z), "Only the term of y = 0 is there: the one of y = 1 is missing", "18"),
    Mistake(lambda z, y: np.asarray(y) * np.asarray(z) - _softplus(z), "The sign is flipped: this is the log-likelihood, the loss is its negative", "18"),
    Mistake(lambda z, y: _ce_z(z, y) / np.log(2), "The logarithm is log2, to base 2; eq. 18 has the natural one", "18"),
    Mistake(lambda z, y: _ce_z(z, y) / np.log(10), "The logarithm is log10, to base 10; eq. 18 has the natural one", "18"),
    Mistake(lambda z, y: np.maximum(z, 0) - np.asarray(z) * y, "The term log(1 + exp(-|z|)) is missing: this is right only far out", "18"),
    Mistake(lambda z, y: np.maximum(z, 0) - np.asarray(z) * y + np.log1p(np.exp(np.abs(z))), "The exponent is +|z|: it must be -|z|", "18"),
    Mistake(lambda z, y: np.maximum(z, 0) + np.asarray(z) * y + np.log1p(np.exp(-np.abs(z))), "The sign of y z is flipped", "18"),
    Mistake(lambda z, y: np.abs(z) - np.asarray(z) * y + np.log1p(np.exp(-np.abs(z))), "This has |z| where max(z, 0) belongs", "18"),
    Mistake(lambda z, y: _softplus(np.abs(z)) + 0 * np.asarray(y), "The sign of z is lost: a right and a wrong answer cost the same here", "18"),
    Mistake(lambda z, y: (sigmoid(z) - y) ** 2 / 2, "This is the squared error, the other loss", "18"),
    Mistake(lambda z, y: sigmoid(z) - np.asarray(y), "This is the derivative a - y, not the loss", "18"),
    Mistake(lambda z, y: _ce_z(z, y) / 2, "There is a factor 1/2 too many", "18"),
    Mistake(lambda z, y: np.mean(_ce_z(z, y)), "This takes the mean over the examples: the loss is wanted elementwise", "18"),
    Mistake(lambda z, y: np.sum(_ce_z(z, y)), "This sums over the examples: the loss is wanted elementwise", "18"),
    Mistake(lambda z, y: _ce(sigmoid(z), y), "This goes through a = sigma(z): for large |z| a rounds to 0 or 1 and the digits of the loss are lost (overflow to inf). Work with z itself", "18"),
    *(
        Mistake(lambda z, y, k=k: _ce_z(np.clip(z, -k, k), y), f"This clips z to +-{k}: clipping changes the answer, the loss must grow like |z|", "18")
        for k in (5, 10, 15, 20, 30, 36, 50, 100, 500, 700, 709)
    ),
    *(
        Mistake(lambda z, y, e=e: _ce(np.clip(sigmoid(z), e, 1 - e), y), f"This clips a to [{e:g}, 1 - {e:g}]: clipping changes the answer, the loss must grow like |z|", "18")
        for e in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)
    ),
]


def _ce_z(z, y):
    return _softplus(np.where(np.asarray(y) == 1, -np.asarray(z), z))


# ---------------------------------------------------------------- notebook 3


def _forward(w, b, x, y):
    z = float(w @ x + b)
    return z, float(sigmoid(z)), float(sigmoid_prime(z)), x, y


def _gradient(delta):
    """The pair (delta x, delta) where ``delta(z, a, a_prime, y)`` should be dL/dz."""

    def wrong(w, b, x, y):
        z, a, a_prime, x, y = _forward(w, b, x, y)
        return delta(z, a, a_prime, y) * x, delta(z, a, a_prime, y)

    return wrong


def _scrambled(dL_dz):
    """Mistakes in putting the gradient together, the same for both losses; ``dL_dz(a, a_prime, y)`` is right."""

    def pair(make):
        def wrong(w, b, x, y):
            z, a, a_prime, x, y = _forward(w, b, x, y)
            return make(dL_dz(a, a_prime, y), w, b, x)

        return wrong

    return [
        Mistake(pair(lambda d, w, b, x: (-d * x, -d)), "This is the negative gradient: the sign is flipped, y - a for a - y", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d, d * x)), "The pair is in the wrong order: (dL/dw, dL/db) is wanted, these are swapped", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x, d * x)), "dL/db is multiplied by x: dz/db is 1", "{b}"),
        Mistake(pair(lambda d, w, b, x: (d * x, d * np.sum(x))), "dL/db is multiplied by the sum of x: dz/db is 1", "{b}"),
        Mistake(pair(lambda d, w, b, x: (d * x, d * b)), "dL/db is multiplied by b: dz/db is 1", "{b}"),
        Mistake(pair(lambda d, w, b, x: (d * x, 1.0)), "dL/db is 1, which is only its last factor dz/db", "{b}"),
        Mistake(pair(lambda d, w, b, x: (d * x, 0.0)), "dL/db is 0: the bias has a derivative too", "{b}"),
        Mistake(pair(lambda d, w, b, x: (d * x, -d)), "The sign of dL/db is flipped", "{b}"),
        Mistake(pair(lambda d, w, b, x: (-d * x, d)), "The sign of dL/dw is flipped", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x, np.full(len(x), d))), "dL/db has one entry for each feature; there is one bias, so it is a scalar", "{b}"),
        Mistake(pair(lambda d, w, b, x: (d * w, d)), "dL/dw is multiplied by w: dz/dw is x", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d, d)), "dL/dw is not multiplied by x: the factor dz/dw = x is missing", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * np.ones(len(x)), d)), "dL/dw is not multiplied by x: the factor dz/dw = x is missing", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * np.sum(x), d)), "dL/dw is summed over the features: it has one entry for each weight", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * np.mean(x), d)), "dL/dw is averaged (mean) over the features: it has one entry for each weight", "{w}"),
        Mistake(pair(lambda d, w, b, x: (np.reshape(d * x, (-1, 1)), d)), "dL/dw has the shape (n, 1) of a column; wanted is (n,), as w", "{w}"),
        Mistake(pair(lambda d, w, b, x: (np.reshape(d * x, (1, -1)), d)), "dL/dw has the shape (1, n) of a row; wanted is (n,), as w", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x, np.array([d]))), "dL/db has the shape (1,); wanted is a scalar", "{b}"),
        Mistake(pair(lambda d, w, b, x: d * x), "Only dL/dw is returned; wanted is the pair (dL/dw, dL/db)", "{b}"),
        Mistake(pair(lambda d, w, b, x: d), "Only one value is returned; wanted is the pair (dL/dw, dL/db)", "{w}"),
        Mistake(pair(lambda d, w, b, x: np.append(d * x, d)), "One flat array is returned; wanted is the pair (dL/dw, dL/db)", "{w}"),
        Mistake(pair(lambda d, w, b, x: (2 * d * x, 2 * d)), "There is a factor 2 too many: it cancels the 1/2 of eq. 16", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x / 2, d / 2)), "There is a factor 1/2 too many", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x / len(x), d)), "dL/dw is divided by n: it is no mean over the features", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * np.abs(x), d)), "The sign of x is lost", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x * x, d)), "dL/dw is multiplied by x twice", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x + w, d)), "The weights are added to dL/dw", "{w}"),
        Mistake(pair(lambda d, w, b, x: (w - d * x, b - d)), "This is the new (w, b) after a step; wanted is the gradient", "{w}"),
    ]


def _without_bias(w, b, x, y, factor):
    a = sigmoid(w @ x)
    d = factor(a, y)
    return d * x, d


def _located(mistakes, w, b):
    return [m._replace(equation=m.equation.format(w=w, b=b)) for m in mistakes]


A_PRIME_OF_A = "a' is taken at a instead of z: sigmoid_prime(a) applies sigma twice"
GRADIENT_SQUARED_ERROR = [
    Mistake(_gradient(lambda z, a, ap, y: a - y), "This is a - y without a': the derivative of the activation is missing", "20"),
    Mistake(_gradient(lambda z, a, ap, y: y - a), "This is y - a without a': the sign is flipped, and the derivative of the activation is missing", "20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * (1 - a)), "a' = (1 - a) is the note's misprint: a' is a (1 - a)", "13, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * a), "The factor 1 - a of a' = a (1 - a) is missing", "13, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * float(sigmoid_prime(a))), A_PRIME_OF_A, "20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * z * (1 - z)), "This has z (1 - z) for a': it is a (1 - a)", "13, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (z - y) * ap), "This is z - y: the error is a - y, so take the sigmoid of z", "20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * ap * ap), "The factor a' is there twice", "20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) ** 2 / 2 * ap), "This multiplies by the loss instead of its derivative a - y", "17, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) ** 2 * ap), "This has (a - y)^2: the derivative of the loss is a - y", "17, 20"),
    Mistake(_gradient(lambda z, a, ap, y: abs(a - y) * ap), "The sign of a - y is lost", "17, 20"),
    Mistake(_gradient(lambda z, a, ap, y: ap), "The factor dL/da = a - y is missing", "17, 20"),
    Mistake(_gradient(lambda z, a, ap, y: a * ap), "The label is missing: a where a - y belongs", "17, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a + y) * ap), "The sign of y is flipped: a - y, not a + y", "17, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) / ap), "This divides by a' where eq. 20 multiplies", "20"),
    Mistake(_gradient(lambda z, a, ap, y: (y * (a - 1) + (1 - y) * a) * (1 + a) * a), "The sign in a' = a (1 - a) is flipped", "13, 20"),
    Mistake(_gradient(lambda z, a, ap, y: -(a - y) * ap * 0 + (ap * (float(_ce_prime(a, y))))), "This is the gradient of the cross-entropy: dL/da of the squared error is a - y", "17, 20"),
    Mistake(lambda w, b, x, y: ((sigmoid(w @ x + b) - y) * sigmoid_prime(w @ x + b) * x, sigmoid(w @ x + b) - y), "dL/db is a - y without a': the derivative of the activation is missing", "21"),
    Mistake(lambda w, b, x, y: ((sigmoid(w @ x + b) - y) * x, (sigmoid(w @ x + b) - y) * sigmoid_prime(w @ x + b)), "dL/dw is (a - y) x without a': the derivative of the activation is missing", "20"),
    Mistake(lambda w, b, x, y: _without_bias(w, b, x, y, lambda a, y: (a - y) * a * (1 - a)), "The bias b is missing in z = w . x + b", "3, 20"),
    *_located(_scrambled(lambda a, ap, y: (a - y) * ap), "20", "21"),
]

GRADIENT_CROSS_ENTROPY = [
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * ap), "There is an extra a': in the cross-entropy it cancels (this is the gradient of the squared error)", "26"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) / ap), "This divides by a' (it is dL/da): multiplied by a' the two cancel", "24 to 26"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * (1 - a)), "There is an extra factor (1 - a): nothing of a' is left", "26"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) / a), "This uses the misprint a' = (1 - a): with a' = a (1 - a) both denominators cancel", "24"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * a), "There is an extra factor a", "26"),
    Mistake(_gradient(lambda z, a, ap, y: z - y), "This is z - y: the error is a - y, so take the sigmoid of z", "26"),
    Mistake(_gradient(lambda z, a, ap, y: a + y), "The sign of y is flipped: a - y, not a + y", "26"),
    Mistake(_gradient(lambda z, a, ap, y: a), "The label is missing: a where a - y belongs", "26"),
    Mistake(_gradient(lambda z, a, ap, y: abs(a - y)), "The sign of a - y is lost", "26"),
    Mistake(_gradient(lambda z, a, ap, y: a - (1 - y)), "y and 1 - y are swapped", "25"),
    Mistake(_gradient(lambda z, a, ap, y: float(_ce_prime(a, y)) * float(sigmoid_prime(a))), A_PRIME_OF_A, "24"),
    Mistake(_gradient(lambda z, a, ap, y: float(_ce_prime(a, y)) * z * (1 - z)), "This has z (1 - z) for a': it is a (1 - a)", "24"),
    Mistake(_gradient(lambda z, a, ap, y: -y * (1 - a)), "Only the term of y = 1 is there: (1 - y) a is missing", "25"),
    Mistake(_gradient(lambda z, a, ap, y: (1 - y) * a), "Only the term of y = 0 is there: -y (1 - a) is missing", "25"),
    Mistake(_gradient(lambda z, a, ap, y: y * (1 - a) + (1 - y) * a), "The sign of the first term is flipped: -y (1 - a)", "25"),
    Mistake(_gradient(lambda z, a, ap, y: -y * (1 - a) - (1 - y) * a), "The sign of the second term is flipped: + (1 - y) a", "25"),
    Mistake(_gradient(lambda z, a, ap, y: _ce_z(z, y)), "This multiplies by the loss instead of its derivative", "22"),
    Mistake(_gradient(lambda z, a, ap, y: float(sigmoid(a)) - y), "sigma is applied twice: a is the activation already", "26"),
    Mistake(_gradient(lambda z, a, ap, y: float(a >= 0.5) - y), "This uses the predicted class in place of a: the perceptron's rule", "26"),
    Mistake(lambda w, b, x, y: _without_bias(w, b, x, y, lambda a, y: a - y), "The bias b is missing in z = w . x + b", "3, 26"),
    *_located(_scrambled(lambda a, ap, y: a - y), "26", "27"),
]


def _factors(change):
    def wrong(loss_prime, w, b, x, y):
        z, a, a_prime, x, y = _forward(w, b, x, y)
        return change(loss_prime, z, a, a_prime, w, b, x, y)

    return wrong


CHAIN_FACTORS = [
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), 1 - a, x, 1.0)), "da/dz = (1 - a) is the note's misprint: it is a (1 - a)", "13, 20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), sigmoid_prime(a), x, 1.0)), A_PRIME_OF_A, "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), z * (1 - z), x, 1.0)), "da/dz is z (1 - z) here: it is a (1 - a)", "13"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), a, x, 1.0)), "da/dz is a itself here: it is a (1 - a)", "13"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), -ap, x, 1.0)), "The sign of da/dz is flipped", "13"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), a * (1 + a), x, 1.0)), "The sign in da/dz = a (1 - a) is flipped", "13"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(y, a), ap, x, 1.0)), "y and a are swapped: loss_prime(a, y) takes the activation first", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(z, y), ap, x, 1.0)), "dL/da is taken at z instead of a", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (-L(a, y), ap, x, 1.0)), "The sign of dL/da is flipped", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(float(a >= 0.5), y), ap, x, 1.0)), "dL/da is taken at the predicted class instead of a", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (a - y, ap, x, 1.0)), "dL/da ignores loss_prime: a - y is right for the squared error alone", "17, 22"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (y - a, ap, x, 1.0)), "dL/da ignores loss_prime, and its sign is flipped", "17, 22"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (float(_ce_prime(a, y)), ap, x, 1.0)), "dL/da ignores loss_prime: this is right for the cross-entropy alone", "19, 22"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, w, 1.0)), "dz/dw is w here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x * w, 1.0)), "dz/dw is w x here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, np.sum(x), 1.0)), "dz/dw is summed over the features: it has one entry for each weight, shape (n,)", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, np.ones(len(x)), 1.0)), "dz/dw is 1 here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, 1.0, 1.0)), "dz/dw is 1 here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x + 1, 1.0)), "dz/dw is x + 1 here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x, b)), "dz/db is b here: it is 1", "21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x, 0.0)), "dz/db is 0 here: it is 1, since z = w . x + b", "21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x, x)), "dz/db is x here: it is 1", "21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x, np.ones(len(x)))), "dz/db has one entry for each feature: there is one bias, so it is the scalar 1", "21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, 1.0, x)), "dz/dw and dz/db are in the wrong order: swapped", "20, 21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (ap, L(a, y), x, 1.0)), "dL/da and da/dz are in the wrong order: swapped", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (1.0, x, ap, L(a, y))), "The factors are in the wrong order: reversed", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x)), "Only three factors are returned: dz/db is missing", "21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y) * ap * x, L(a, y) * ap)), "This is the product, the gradient; wanted are its four factors", "20 to 22"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), L(a, y) * ap, L(a, y) * ap * x, L(a, y) * ap)), "These are the running products of the chain; wanted are the single factors", "20 to 22"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y) * ap, ap, x, 1.0)), "dL/da is multiplied by a' already: that is dL/dz", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y) / 2, ap, x, 1.0)), "There is a factor 1/2 too many in dL/da", "17"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (2 * L(a, y), ap, x, 1.0)), "There is a factor 2 too many in dL/da", "17"),
    Mistake(lambda L, w, b, x, y: (L(sigmoid(w @ x), y), sigmoid_prime(w @ x), x, 1.0), "The bias b is missing in z = w . x + b", "3"),
    Mistake(lambda L, w, b, x, y: (L(sigmoid(w @ x - b), y), sigmoid_prime(w @ x - b), x, 1.0), "The sign of the bias in z = w . x + b is flipped", "3"),
]


def _rows(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.array([dw for dw, _ in pairs]), np.array([db for _, db in pairs])


def _batch(make):
    return lambda gradient, w, b, X, y: make(*_rows(gradient, w, b, X, y))


BATCH = "20 to 27"
BATCH_GRADIENT = [
    Mistake(_batch(lambda dw, db: (dw.sum(0), db.sum())), "This is the sum over the rows: divide by m for the mean", BATCH),
    Mistake(_batch(lambda dw, db: (dw.sum(0) / dw.shape[1], db.sum() / dw.shape[1])), "This divides by n, the features: the mean divides by m, the rows", BATCH),
    Mistake(_batch(lambda dw, db: (dw.sum(0) / (len(dw) - 1), db.sum() / (len(dw) - 1))), "This divides by m - 1: the mean divides by m", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(1), db.mean())), "dL/dw is the mean over the features (axis 1): take it over the rows (axis 0)", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(), db.mean())), "dL/dw is the mean over rows and features: take it over the rows alone (axis 0)", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(0), db)), "The mean of dL/db over the rows is missing", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(0), db.sum())), "dL/db is the sum over the rows: divide by m for the mean", BATCH),
    Mistake(_batch(lambda dw, db: (dw.sum(0), db.mean())), "dL/dw is the sum over the rows: divide by m for the mean", BATCH),
    Mistake(_batch(lambda dw, db: (dw, db)), "These are the gradients of all rows: the mean over the rows is missing", BATCH),
    Mistake(_batch(lambda dw, db: (dw[0], db[0])), "This is the gradient of the first row alone: the mean over all rows is wanted", BATCH),
    Mistake(_batch(lambda dw, db: (dw[-1], db[-1])), "This is the gradient of the last row alone: the mean over all rows is wanted", BATCH),
    Mistake(_batch(lambda dw, db: (dw[-1] / len(dw), db[-1] / len(db))), "Only the last row counts (the sum is overwritten, not added to), divided by m", BATCH),
    Mistake(_batch(lambda dw, db: (dw[0] / len(dw), db[0] / len(db))), "Only the first row counts: is the return inside the loop?", BATCH),
    Mistake(_batch(lambda dw, db: (-dw.mean(0), -db.mean())), "The sign is flipped: the mean of the gradients, without a minus", BATCH),
    Mistake(_batch(lambda dw, db: (db.mean(), dw.mean(0))), "The pair is in the wrong order: swapped", BATCH),
    Mistake(_batch(lambda dw, db: dw.mean(0)), "Only dL/dw is returned; wanted is the pair (dL/dw, dL/db)", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(0), db[-1])), "dL/db is that of the last row alone: take the mean", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(0), db[0])), "dL/db is that of the first row alone: take the mean", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(0) / len(dw), db.mean() / len(db))), "The mean is divided by m once more", BATCH),
    Mistake(_batch(lambda dw, db: (np.median(dw, 0), np.median(db))), "This is the median over the rows: the mean is wanted", BATCH),
    Mistake(_batch(lambda dw, db: (dw[:-1].sum(0) / len(dw), db[:-1].sum() / len(db))), "The last row is left out: the loop ends one row early", BATCH),
    Mistake(_batch(lambda dw, db: (dw[:-1].mean(0), db[:-1].mean())), "The last row is left out: the loop ends one row early", BATCH),
    Mistake(_batch(lambda dw, db: (dw[1:].sum(0) / len(dw), db[1:].sum() / len(db))), "The first row is left out", BATCH),
    Mistake(_batch(lambda dw, db: (dw[1:].mean(0), db[1:].mean())), "The first row is left out", BATCH),
    Mistake(lambda g, w, b, X, y: g(w, b, X.mean(0), y.mean()), "This is the gradient at the mean example; wanted is the mean of the gradients", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(GRADIENTS[1], w, b, X, y)), "This ignores the argument `gradient` and always uses the cross-entropy's", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(GRADIENTS[0], w, b, X, y)), "This ignores the argument `gradient` and always uses the squared error's", BATCH),
    Mistake(lambda g, w, b, X, y: (np.mean([g(w, b, x, y[0])[0] for x in X], 0), np.mean([g(w, b, x, y[0])[1] for x in X])), "Every row is paired with the first label", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(g, w, b, X, y[::-1])), "The labels are paired with the rows in reverse", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(g, w, 0.0, X, y)), "The bias is not passed on to `gradient`", BATCH),
]
GRADIENTS = (_gradient(lambda z, a, ap, y: (a - y) * ap), _gradient(lambda z, a, ap, y: a - y))


def _differences(make, default=1e-5):
    """``make(loss, w, b, h)`` in the place of the central differences."""
    return lambda loss, w, b, h=default: make(loss, np.asarray(w, float), float(b), h)


def _steps(w, h):
    return h * np.eye(len(w))


NUMERICAL = "20 to 27"
NUMERICAL_GRADIENT = [
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w + s, b) - f(w, b) for s in _steps(w, h)]) / h, (f(w, b + h) - f(w, b)) / h)), "These are forward differences: step to both sides, (f(w + h) - f(w - h))/(2 h)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w, b) - f(w - s, b) for s in _steps(w, h)]) / h, (f(w, b) - f(w, b - h)) / h)), "These are backward differences: step to both sides, (f(w + h) - f(w - h))/(2 h)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: tuple(2 * p for p in numerical_gradient(f, w, b, h))), "This divides by h: the two points are 2 h apart, so divide by 2 h", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: tuple(p / 2 for p in numerical_gradient(f, w, b, h))), "This is half of it: the divisor is 2 h for a step of h to both sides", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: tuple(p * 2 * h for p in numerical_gradient(f, w, b, h))), "The division by 2 h is missing", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: tuple(p * h * h for p in numerical_gradient(f, w, b, h))), "This multiplies by h where it should divide by it (parentheses around 2 * h)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: tuple(-p for p in numerical_gradient(f, w, b, h))), "The sign is flipped: f(w + h) - f(w - h), in this order", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: tuple(p * 2 for p in numerical_gradient(f, w, b, h / 2))), "The step is h/2 to each side, but the divisor is h/2 too", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: numerical_gradient(f, w, b, h / 2)), "The step is h/2 to each side: step by h, and divide by 2 h", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.full(len(w), (f(w + h, b) - f(w - h, b)) / (2 * h)), numerical_gradient(f, w, b, h)[1])), "All coordinates of w are moved at once: move one at a time", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: ((f(w + h, b) - f(w - h, b)) / (2 * h), numerical_gradient(f, w, b, h)[1])), "All coordinates of w are moved at once: move one at a time, for a dL/dw of shape (n,)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.full(len(w), (f(w + h, b + h) - f(w - h, b - h)) / (2 * h)), (f(w + h, b + h) - f(w - h, b - h)) / (2 * h))), "w and b are moved at once: move one number at a time", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0], (f(w + h, b + h) - f(w - h, b - h)) / (2 * h))), "For dL/db the weights are moved too: move b alone", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0], (f(w, b + h) - f(w, b)) / h)), "dL/db is a forward difference: step to both sides", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w + s, b) - f(w, b) for s in _steps(w, h)]) / h, numerical_gradient(f, w, b, h)[1])), "dL/dw is a forward difference: step to both sides", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0], 0.0)), "dL/db is 0: the bias has a derivative too", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0].sum(), numerical_gradient(f, w, b, h)[1])), "dL/dw is summed over the weights: it has one entry for each", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: numerical_gradient(f, w, b, h)[0]), "Only dL/dw is returned; wanted is the pair (dL/dw, dL/db)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: numerical_gradient(f, w, b, h)[::-1]), "The pair is in the wrong order: swapped", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: np.append(*numerical_gradient(f, w, b, h))), "One flat array is returned; wanted is the pair (dL/dw, dL/db)", NUMERICAL),
    *(
        Mistake(_differences(lambda f, w, b, h, k=k: numerical_gradient(f, w, b, k)), f"The argument h is ignored: the step is always {k:g}", NUMERICAL)
        for k in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)
    ),
    *(
        Mistake(_differences(lambda f, w, b, h: numerical_gradient(f, w, b, h), default=k), f"The default of h is {k:g}; wanted is 1e-5", NUMERICAL)
        for k in (1e-1, 1e-2, 1e-3)
    ),
    Mistake(_differences(lambda f, w, b, h: (np.zeros(len(w)), numerical_gradient(f, w, b, h)[1])), "dL/dw is 0: the step never reaches w (does an integer array swallow h? make a float copy first)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w, b) - f(np.where(s > 0, w - 1, w), b) for s in _steps(w, h)]) / (2 * h), numerical_gradient(f, w, b, h)[1])), "An integer array swallows the small h (it rounds w - h down): make a float copy of w first", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w, b) - f(np.where(s > 0, w + np.trunc(w - h) - w, w), b) for s in _steps(w, h)]) / (2 * h), numerical_gradient(f, w, b, h)[1])), "An integer array swallows the small h (it truncates w - h): make a float copy of w first", NUMERICAL),
]

# ---------------------------------------------------------------- notebook 4


def _step(make):
    """``make(w, b, dw, db, eta)`` in the place of the step."""
    return lambda w, b, x, y, gradient, eta: make(w, b, *gradient(w, b, x, y), eta)


STEP = "20 to 27"
SGD_STEP = [
    Mistake(_step(lambda w, b, dw, db, eta: (w + eta * dw, b + eta * db)), "This is ascent: it goes uphill, the sign of the step is flipped; subtract the gradient", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw, b + eta * db)), "The bias goes uphill: the sign of its step is flipped", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w + eta * dw, b - eta * db)), "The weights go uphill: the sign of their step is flipped", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw, b)), "The bias is frozen: it takes a step too", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w, b - eta * db)), "The weights are frozen: they take a step too", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w, b)), "Nothing moves: the old w and b are returned", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - dw, b - db)), "eta is ignored: multiply the gradient by the learning rate", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw, b - db)), "eta is ignored in the step of the bias", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - dw, b - eta * db)), "eta is ignored in the step of the weights", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta**2 * dw, b - eta**2 * db)), "eta is applied twice (squared)", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - dw / eta, b - db / eta)), "This divides by eta: multiply by it", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw / len(w), b - eta * db / len(w))), "The step is divided by n; it is eta times the gradient", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw / len(w), b - eta * db)), "The step of the weights is divided by n; it is eta times the gradient", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw / 2, b - eta * db / 2)), "The step is halved; it is eta times the gradient", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - 2 * eta * dw, b - 2 * eta * db)), "The step is doubled; it is eta times the gradient", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (eta * dw, eta * db)), "This returns the step; wanted are the new w and b", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (-eta * dw, -eta * db)), "This returns the step; wanted are the new w and b", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (dw, db)), "This returns the gradient; wanted are the new w and b", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (eta * dw - w, eta * db - b)), "The sign is flipped: w - eta dL/dw, in this order", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (b - eta * db, w - eta * dw)), "The pair is in the wrong order: (w, b) is wanted, these are swapped", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: w - eta * dw), "Only w is returned; wanted is the pair (w, b)", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: np.append(w - eta * dw, b - eta * db)), "One flat array is returned; wanted is the pair (w, b)", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w * (1 - eta * dw), b * (1 - eta * db))), "This multiplies w by the step: subtract it", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * db, b - eta * np.sum(dw))), "dL/dw and dL/db are mixed up (swapped)", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * db, b - eta * db)), "The weights take the step of the bias: use dL/dw for w", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * np.sign(dw), b - eta * np.sign(db))), "Only the sign of the gradient is used", STEP),
    Mistake(lambda w, b, x, y, g, eta: (w - eta * g(w, b, x, y)[0], b - eta * g(w - eta * g(w, b, x, y)[0], b, x, y)[1]), "The bias is updated with the gradient at the new w: compute the gradient once, at the old w and b", STEP),
    Mistake(lambda w, b, x, y, g, eta: (w - eta * g(w, b - eta * g(w, b, x, y)[1], x, y)[0], b - eta * g(w, b, x, y)[1]), "The weights are updated with the gradient at the new b: compute the gradient once, at the old w and b", STEP),
    Mistake(lambda w, b, x, y, g, eta: _step(lambda w, b, dw, db, eta: (w - eta * dw, b - eta * db))(w, b, x, y, GRADIENTS[1], eta), "The argument `gradient` is ignored: the cross-entropy's is used", STEP),
    Mistake(lambda w, b, x, y, g, eta: _step(lambda w, b, dw, db, eta: (w - eta * dw, b - eta * db))(w, b, x, y, GRADIENTS[0], eta), "The argument `gradient` is ignored: the squared error's is used", STEP),
    Mistake(lambda w, b, x, y, g, eta: (w - eta * g(x, b, w, y)[0], b - eta * g(x, b, w, y)[1]), "gradient is called with w and x swapped: gradient(w, b, x, y)", STEP),
]


def _fresh(rng, m, epoch):
    return rng.permutation(m)


def _training(
    order=_fresh,
    step=lambda w, b, dw, db, eta: (w - eta * dw, b - eta * db),
    epochs=lambda epochs: epochs,
    losses=lambda before, after: [before[0], *after],
    mean=np.mean,
    result=lambda w, b, losses, path: (w, b, losses),
    label=lambda i, order: i,
):
    """`sgd` with one piece replaced by a wrong one."""

    def wrong(loss, gradient, w, b, X, y, eta, n_epochs, rng):
        w, m = np.asarray(w, float), len(X)
        path = [(w, b)]
        mean_loss = lambda: mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])  # noqa: E731
        before, after = [mean_loss()], []
        for epoch in range(epochs(n_epochs)):
            visits = order(rng, m, epoch)
            for k, i in enumerate(visits):
                w, b = step(w, b, *gradient(w, b, X[i], y[label(i, k)]), eta)
            after.append(mean_loss())
            before.append(after[-1])
            path.append((w, b))
        return result(w, b, np.array(losses(before, after)), path)

    return wrong


def _full_batch(loss, gradient, w, b, X, y, eta, epochs, rng):
    w = np.asarray(w, float)
    mean_loss = lambda: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])  # noqa: E731
    losses = [mean_loss()]
    for _ in range(epochs):
        dw, db = (part.mean(0) for part in _rows(gradient, w, b, X, y))
        w, b = w - eta * dw, b - eta * db
        losses.append(mean_loss())
    return w, b, np.array(losses)


def _running_losses(reduce, initial=True, after_step=False):
    """Losses collected on the way through an epoch instead of measured after it."""

    def wrong(loss, gradient, w, b, X, y, eta, epochs, rng):
        w = np.asarray(w, float)
        losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])] if initial else []
        for _ in range(epochs):
            seen = []
            for i in rng.permutation(len(X)):
                now = loss(w, b, X[i], y[i])
                dw, db = gradient(w, b, X[i], y[i])
                w, b = w - eta * dw, b - eta * db
                seen.append(loss(w, b, X[i], y[i]) if after_step else now)
            losses.append(reduce(seen))
        return w, b, np.array(losses)

    return wrong


def _same_order(rng, m, epoch):
    """One permutation, drawn before the first epoch, for all of them."""
    if epoch == 0:
        _same_order.kept = rng.permutation(m)
    return _same_order.kept


ORDER = "each epoch visits the rows in the order rng.permutation(m)"
SGD = [
    Mistake(_training(order=lambda rng, m, epoch: range(m)), f"There is no shuffle: {ORDER}", STEP),
    Mistake(_training(order=_same_order), f"One permutation serves all epochs: draw a new one at the start of each; {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch: rng.permutation(m)[::-1]), f"The permutation is walked backwards: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch: rng.integers(0, m, m)), f"Rows are drawn with replacement (rng.integers): {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch: rng.choice(m, m)), f"Rows are drawn with replacement (rng.choice): {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch: rng.permutation(m)[:1]), "Each epoch takes one step: it visits every row once", STEP),
    Mistake(_training(order=lambda rng, m, epoch: rng.permutation(m)[:-1]), "Each epoch leaves out the last row of the permutation", STEP),
    Mistake(_training(label=lambda i, k: k), "The rows are shuffled but not the labels: row i belongs to label i", STEP),
    Mistake(_full_batch, "This is full-batch gradient descent: one step an epoch with the mean gradient. SGD takes one step a row", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w + eta * dw, b + eta * db)), "This is ascent: it goes uphill, the sign of the step is flipped", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta * dw, b)), "The bias is frozen: keep the new b of every step", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w, b - eta * db)), "The weights are frozen: keep the new w of every step", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w, b)), "w and b never change: keep what sgd_step returns", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - dw, b - db)), "eta is ignored", STEP),
    Mistake(_training(losses=lambda before, after: after), "The initial loss is missing: losses[0] is the mean loss before training", STEP),
    Mistake(_training(losses=lambda before, after: before[:-1]), "The loss is measured before each epoch and missing after the last: there are epochs + 1 values", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *before[:-1]]), "The loss is measured before each epoch instead of after it", STEP),
    Mistake(_training(losses=lambda before, after: [0.0, *after]), "losses[0] is 0: it is the mean loss before training", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *after][::-1]), "The losses are in reverse order", STEP),
    Mistake(_training(losses=lambda before, after: [*after, before[0]]), "The initial loss comes last: it is losses[0]", STEP),
    Mistake(_training(losses=lambda before, after: ([before[0], *after])[-1]), "Only the last loss is returned: wanted are epochs + 1 values", STEP),
    Mistake(_training(mean=np.sum), "The losses are summed over the rows: the mean is wanted", STEP),
    Mistake(_training(mean=lambda v: v[-1]), "This is the last example's loss: the mean over all rows is wanted", STEP),
    Mistake(_training(mean=lambda v: v[0]), "This is the first example's loss: the mean over all rows is wanted", STEP),
    Mistake(_training(mean=np.median), "This is the median of the losses: the mean is wanted", STEP),
    Mistake(_running_losses(np.mean), "The losses are averaged on the way through the epoch, while w and b move: measure them after it", STEP),
    Mistake(_running_losses(np.mean, after_step=True), "The losses are averaged on the way through the epoch, while w and b move: measure them after it", STEP),
    Mistake(_running_losses(np.mean, initial=False), "The losses are averaged during the epoch, and the initial loss is missing", STEP),
    Mistake(_running_losses(np.mean, initial=False, after_step=True), "The losses are averaged during the epoch, and the initial loss is missing", STEP),
    Mistake(_running_losses(lambda v: v[-1]), "This is the last example's loss: the mean over all rows is wanted", STEP),
    Mistake(_running_losses(lambda v: v[-1], after_step=True), "This is the last example's loss: the mean over all rows is wanted", STEP),
    Mistake(_running_losses(lambda v: v[-1], initial=False), "This is the last example's loss, and the initial loss is missing", STEP),
    Mistake(_running_losses(lambda v: v[-1], initial=False, after_step=True), "This is the last example's loss, and the initial loss is missing", STEP),
    Mistake(_running_losses(np.sum), "The losses are summed during the epoch: the mean over all rows after it is wanted", STEP),
    Mistake(_training(epochs=lambda e: e + 1), "There is one epoch too many", STEP),
    Mistake(_training(epochs=lambda e: max(e - 1, 0)), "There is one epoch too few", STEP),
    Mistake(_training(epochs=lambda e: min(e, 1)), "Only one epoch is run: is the return inside the loop?", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (w, b)), "Only w and b are returned: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: losses), "Only the losses are returned: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (losses, w, b)), "The results are in the wrong order: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (b, w, losses)), "The results are in the wrong order: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (*path[0], losses)), "The start is returned: wanted are w and b after the last epoch", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (*path[int(np.argmin(losses))], losses)), "These are w and b of the best epoch: wanted are those after the last", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _restarting(loss, g, w, b, X, y, eta, epochs, rng), "Every epoch starts again from the initial w and b: go on from where the last one ended", STEP),
    *(
        Mistake(_training(order=lambda rng, m, epoch, seed=seed: _own(seed, epoch).permutation(m)), "This uses a generator of its own: use the argument rng", STEP)
        for seed in (0, 1, 42)
    ),
]


def _own(seed, epoch):
    """A generator of its own, advanced with the epochs of one run."""
    if epoch == 0:
        _own.rng = np.random.default_rng(seed)
    return _own.rng


def _restarting(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses, end = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])], (w, b)
    for _ in range(epochs):
        *end, after = _training()(loss, gradient, w, b, X, y, eta, 1, rng)
        losses.append(after[-1])
    return *end, np.array(losses)


def _reach(hits, otherwise=None, change=lambda k: k):
    def wrong(losses, target):
        k = np.flatnonzero(hits(np.asarray(losses), target))
        return change(int(k[0])) if k.size else (otherwise(losses) if callable(otherwise) else otherwise)

    return wrong


EPOCHS_TO_REACH = [
    Mistake(_reach(lambda v, t: v < t), "This wants losses[k] < target: equal counts as reached, <=", "-"),
    Mistake(_reach(lambda v, t: v >= t), "The comparison is flipped: losses[k] <= target", "-"),
    Mistake(_reach(lambda v, t: v > t), "The comparison is flipped: losses[k] <= target", "-"),
    Mistake(_reach(lambda v, t: v <= t, -1), "This returns -1 where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, 0), "This returns 0 where the target is never reached: None is wanted (np.argmax gives 0 if nothing is True)", "-"),
    Mistake(_reach(lambda v, t: v <= t, np.inf), "This returns inf where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, len), "This returns the length where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, lambda v: len(v) - 1), "This returns the last index where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, change=lambda k: k + 1), "This counts from 1: losses[0] is before training, so k counts from 0", "-"),
    Mistake(_reach(lambda v, t: v <= t, change=lambda k: k - 1), "The index is one too small", "-"),
    Mistake(_reach(lambda v, t: v <= t, change=lambda k: k or None), "k = 0 is turned into None: 0 counts as false, so test `is None`", "-"),
    Mistake(_reach(lambda v, t: (v <= t) & (np.arange(len(v)) > 0)), "The first loss, losses[0], is left out", "-"),
    Mistake(lambda v, t: int(np.flatnonzero(v <= t)[-1]) if (v <= t).any() else None, "This is the last k: the first one is wanted", "-"),
    Mistake(lambda v, t: int(np.argmin(v)) if (v <= t).any() else None, "This is where the loss is smallest: wanted is the first k with losses[k] <= target", "-"),
    Mistake(lambda v, t: int(np.argmin(v)), "This is where the loss is smallest: wanted is the first k with losses[k] <= target", "-"),
    Mistake(lambda v, t: int(np.argmin(np.abs(v - t))), "This is the loss closest to the target: wanted is the first k with losses[k] <= target", "-"),
    Mistake(lambda v, t: int(np.argmin(np.abs(v - t))) if (v <= t).any() else None, "This is the loss closest to the target: wanted is the first k with losses[k] <= target", "-"),
    Mistake(lambda v, t: float(v[epochs_to_reach(v, t)]) if (v <= t).any() else None, "This is the loss itself: its index k is wanted", "-"),
    Mistake(lambda v, t: int(np.sum(v <= t)), "This counts the losses that reach the target: the first such k is wanted", "-"),
    Mistake(lambda v, t: int(np.sum(v > t)), "This counts the losses above the target: the first k with losses[k] <= target is wanted, or None", "-"),
    Mistake(lambda v, t: int(np.sum(v > t)) if (v <= t).any() else None, "This counts the losses above the target, but they may rise again: the first k is wanted", "-"),
    Mistake(lambda v, t: bool((v <= t).any()), "This says whether the target is reached: the first such k is wanted", "-"),
    Mistake(lambda v, t: np.flatnonzero(v <= t), "These are all k: the first one is wanted", "-"),
    Mistake(lambda v, t: int(np.searchsorted(-v, -t)), "np.searchsorted needs falling losses, but they may rise: look for the first k", "-"),
    Mistake(lambda v, t: 0 if v[0] <= t else None, "Only the first loss is looked at: is the return inside the loop?", "-"),
    Mistake(lambda v, t: len(v) - 1 if v[-1] <= t else None, "Only the last loss is looked at", "-"),
]

MISTAKES = {
    "pre_activation": PRE_ACTIVATION,
    "sigmoid": SIGMOID,
    "sigmoid_prime": SIGMOID_PRIME,
    "saturation_point": SATURATION_POINT,
    "predict": PREDICT,
    "squared_error": SQUARED_ERROR,
    "squared_error_prime": SQUARED_ERROR_PRIME,
    "cross_entropy": CROSS_ENTROPY,
    "cross_entropy_prime": CROSS_ENTROPY_PRIME,
    "cross_entropy_from_z": CROSS_ENTROPY_FROM_Z,
    "chain_factors": CHAIN_FACTORS,
    "gradient_squared_error": GRADIENT_SQUARED_ERROR,
    "gradient_cross_entropy": GRADIENT_CROSS_ENTROPY,
    "batch_gradient": BATCH_GRADIENT,
    "numerical_gradient": NUMERICAL_GRADIENT,
    "sgd_step": SGD_STEP,
    "sgd": SGD,
    "epochs_to_reach": EPOCHS_TO_REACH,
}

# ---------------------------------------------------------------- what Python says

SYMPTOMS = [
    Symptom(("warning", "nan", "value", "exception"), r"(overflow|OverflowError|math range)", "exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart"),
    Symptom(("warning", "nan", "exception"), r"divide by zero encountered in log|math domain|ValueError: expected a positive", "log(0) is taken: np.where evaluates both branches before it chooses, so keep 0 away from the logarithm (a = 0 and a = 1 have the limits 0 and inf)"),
    Symptom(("warning", "nan"), r"invalid value encountered in (scalar )?multiply", "0 times infinity is nan: 0 * log(0) has the limit 0, so use only the term that the label selects"),
    Symptom(("warning", "nan"), r"invalid value encountered in (scalar )?divide", "infinity divided by infinity, or 0/0, is nan: exp overflows in numerator and denominator"),
    Symptom(("warning", "nan", "exception"), r"divide by zero|ZeroDivisionError", "This divides by 0: for a saturated neuron a or 1 - a rounds to 0. Cancel before you compute"),
    Symptom(("nan",), r"", "For large |z| this is inf - inf, 0 * inf or inf/inf: rearrange so that exp cannot overflow and no logarithm of 0 is taken", ("sigmoid", "sigmoid_prime", "cross_entropy", "cross_entropy_from_z", "gradient_cross_entropy", "gradient_squared_error")),
    Symptom(("nan",), r"", "inf or nan appears: look for a division by 0, a logarithm of 0, or an overflow"),
    Symptom(("warning",), r"DeprecationWarning.*ndim > 0", "An array of one entry is used as a scalar: index it, or use .item()"),
    Symptom(("warning",), r"invalid value", "An operation gave nan on the way: log or sqrt of a negative number, inf - inf or 0 * inf"),
    Symptom(("changed",), r"", "An operation such as w -= ... or w[j] += ... changes the caller's array in place: write w = w - ..., or start with a copy"),
    Symptom(("exception",), r"only (length-1|0-dimensional) arrays|can only convert an array of size 1|only integer scalar arrays", "A function of `math` (or float()) takes one number, but arrays come too: use the function of np"),
    Symptom(("exception",), r"must be real number, not", "A function of `math` takes one number, but arrays come too: use the function of np"),
    Symptom(("exception", "no error"), r"truth value of an array", "`if` on an array is ambiguous: use np.where or a mask to choose entry by entry"),
    Symptom(("exception",), r"(float|int|float64|int64)' object (is not iterable|is not subscriptable|does not support item assignment)|has no len|object of type '(float|int|numpy.float64)'|iteration over a 0-d|too many indices|unsized object|invalid index to scalar|(float|int|bool)' object has no attribute", "Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing"),
    Symptom(("exception",), r"matmul|not aligned|mismatch in its core dimension|size \d+ is different", "The order of w and x matters for a batch: x (m, n) times w (n,) is x @ w"),
    Symptom(("exception",), r"could not be broadcast|shape mismatch|inhomogeneous|all the input array", "Shapes do not fit together: print the shapes; one may be (n,) and the other (n, 1) or (m,)"),
    Symptom(("exception",), r"Cannot cast ufunc|UFuncTypeError|casting rule|UFuncOutputCastingError", "A float cannot be written in place into an integer array: make a float copy first, or do not change in place"),
    Symptom(("exception",), r"read-only", "An input is changed in place: work on a copy"),
    Symptom(("exception",), r"Integers to negative integer powers", "An integer array cannot take negative powers: make it float first"),
    Symptom(("exception",), r"positional argument|unexpected keyword|multiple values for argument", "The function has the wrong number of arguments: keep the `def` line as it was given"),
    Symptom(("exception",), r"UnboundLocalError", "A variable is used before it gets a value on some path"),
    Symptom(("exception",), r"NameError", "A name is not defined: a typing error, a missing import, or a cell that was not run"),
    Symptom(("exception",), r"unpack", "A pair is taken apart into the wrong number of names"),
    Symptom(("exception",), r"IndexError|out of bounds", "An index runs past the end: counting starts at 0, and n and m differ"),
    Symptom(("exception",), r"RecursionError", "The function calls itself without end"),
    Symptom(("exception",), r"'NoneType'", "A function in between returns None: is its `return` missing?"),
    Symptom(("exception",), r"AttributeError", "The name after the dot does not exist"),
    Symptom(("exception",), r"ValueError is wanted", "Another error than ValueError is raised: check eps first, then raise ValueError", ("saturation_point",)),
    Symptom(("no error",), r"", "The check of eps is missing or too weak: raise ValueError unless 0 < eps <= 1/4"),
    Symptom(("exception",), r"raises? ValueError|ValueError: (eps|.*1/4)", "ValueError is raised for an eps that is allowed: 0 < eps <= 1/4, with 1/4 included", ("saturation_point",)),
    Symptom(("exception",), r"ValueError", "ValueError is raised for an eps that is allowed: 0 < eps <= 1/4, with 1/4 included", ("saturation_point",)),
    Symptom(("type",), r"returns None", "Nothing comes back: the `return` is missing"),
    Symptom(("type",), r"bool", "This is True or False, a bool: turn it into the integers 1 and 0, as with .astype(int)", ("predict",)),
    Symptom(("type",), r"float", "These are floats: turn them into the integers 1 and 0, as with .astype(int)", ("predict",)),
    Symptom(("type",), r"list", "A list comes back: turn it into an array with np.array"),
    Symptom(("type",), r"(one value|one array).*the pair", "One value is returned, expected the pair: end with `return dw, db`"),
    Symptom(("shape",), r"\(\d+, \d+\)", "The shape is wrong: (n,) against (n, 1) broadcasts to a matrix, and np.outer makes one; an elementwise operation on equal shapes does not"),
    Symptom(("shape",), r"wrong shape \(1,\).*a scalar", "The shape is (1,): a scalar comes back as a scalar, not as an array of one entry"),
    Symptom(("shape",), r"wrong shape \(\) \(a scalar\)", "A scalar comes back where an array is expected: is it summed, averaged, or indexed?"),
    Symptom(("shape",), r"", "The shape is wrong: print the shapes on the way and compare them with the contract"),
]


# ---------------------------------------------------------------- how wrong values lie to the right ones
# Each takes the exercise's name and [(arguments, got, want), ...] and returns a hint or None.


def _clipped(name, values):
    if name == "cross_entropy" and any(np.any(np.isinf(want) & np.isfinite(got)) for _, got, want in values):
        return "Certain and wrong must cost infinity: a is clipped, or a small number is added inside the logarithm, and that changes the answer (eq. 18)"
    if name in ("sigmoid", "sigmoid_prime") and _all_close(values, 0.01, where=lambda want: True):
        far = [(got, want) for z, got, want in values if np.size(z[0]) == 1 and abs(float(np.ravel(z[0])[0])) > 700]
        if far and any(np.any(got != want) for got, want in far):
            return "Far out the value does not reach its limit: z is clipped, and clipping changes the answer"
    if name == "cross_entropy_from_z":
        far = [(got, want) for z, got, want in values if np.max(np.abs(z[0])) > 30]
        if far and all(np.max(got) < 800 for got, _ in far) and any(np.max(want) >= 800 for _, want in far):
            return "The loss stops growing: z or a is clipped, but it must grow like |z| (eq. 18)"
    return None


def _all_close(values, tolerance, where):
    return all(np.allclose(got, want, rtol=tolerance, atol=tolerance) for _, got, want in values)


def _imprecise(name, values):
    errors = [np.abs(got - want) / np.maximum(np.abs(want), 1e-3) for _, got, want in values]
    finite = np.concatenate([e[np.isfinite(e)] for e in errors])
    if finite.size and np.max(finite) < 1e-3:
        return "Nearly right, but not to the last digits: is it rounded, float32, an epsilon added, or a search too coarse?"
    return None


def _multiple(name, values):
    got, want = (np.concatenate([v[i] for v in values]) for i in (1, 2))
    known = np.isfinite(got) & np.isfinite(want) & (np.abs(want) > 1e-9)
    if known.sum() < 3:
        return None
    ratio = got[known] / want[known]
    k = np.median(ratio)
    if k == 0 or not np.allclose(ratio, k, rtol=1e-6):
        return None
    if np.isclose(k, -1):
        return "The sign is flipped: every value is minus the expected one"
    return f"Every value is {k:.6g} times the expected one: a constant factor is missing or too many"


def _one_label(name, values):
    """Right for one label and wrong for the other."""
    wrong_for = {0: [], 1: []}
    for arguments, got, want in values:
        label = arguments[-1]
        if np.size(label) == 1 and np.ravel(label)[0] in (0, 1) and not callable(label):
            wrong_for[int(np.ravel(label)[0])].append(not np.allclose(got, want, rtol=1e-6, atol=1e-9))
    for label in (0, 1):
        if wrong_for[label] and all(wrong_for[label]) and wrong_for[1 - label] and not any(wrong_for[1 - label]):
            return f"Right for y = {1 - label}, wrong for y = {label}: look at the term that y = {label} selects"
    return None


def _one_sign(name, values):
    """Right on one side of z = 0 and wrong on the other."""
    if name not in ("sigmoid", "sigmoid_prime"):
        return None
    z = np.concatenate([np.ravel(arguments[0]) for arguments, _, _ in values])
    wrong = ~np.isclose(*(np.concatenate([v[i] for v in values]) for i in (1, 2)), rtol=1e-6, atol=1e-12)
    for side, says in ((z < 0, "negative"), (z > 0, "positive")):
        if np.all(side[wrong]) and wrong.any():
            return f"Right elsewhere, wrong for {says} z: look at the branch that {says} z takes"
    return None


def _one_half(name, values):
    if name != "predict":
        return None
    a = np.concatenate([np.ravel(arguments[0]) for arguments, _, _ in values])
    wrong = np.concatenate([v[1] for v in values]) != np.concatenate([v[2] for v in values])
    if np.all(np.abs(a[wrong] - 0.5) < 0.01):
        return "The threshold is slightly off: class 1 is where a >= 1/2, and 1/2 itself belongs to it (eq. 15)"
    return "The threshold is not 1/2: class 1 is where a >= 1/2 (eq. 14, 15)"


def _outside(name, values):
    if name == "sigmoid" and any(np.any((got < 0) | (got > 1)) for _, got, _ in values):
        return "Some values lie outside (0, 1), where sigma(z) never goes (eq. 8, 9): check the signs"
    if name in ("squared_error", "cross_entropy", "cross_entropy_from_z"):
        if any(np.any(got < 0) for _, got, _ in values):
            return "Some losses are negative, but a loss never is: check the signs"
    return None


def _one_part(name, values):
    """Which part of a pair is right."""
    if not name.startswith(("gradient", "batch", "numerical")):
        return None
    ok = [(np.allclose(g[:-1], w[:-1], rtol=1e-6, atol=1e-9), np.isclose(g[-1], w[-1], rtol=1e-6)) for _, g, w in values]
    if all(dw for dw, _ in ok):
        return "dL/dw is right; the mistake is in dL/db alone, where the last factor is dz/db = 1"
    if all(db for _, db in ok):
        return "dL/db is right; the mistake is in dL/dw alone, where the last factor is dz/dw = x"
    return None


PATTERNS = [_clipped, _imprecise, _multiple, _one_half, _outside, _one_label, _one_sign, _one_part]
