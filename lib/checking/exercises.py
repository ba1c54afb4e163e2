"""The table of exercises: their names, references, inputs and tolerances.

An exercise has more parts than its entry here; "To add an exercise" in docs/maintainer.md lists them.

An exercise has aspects, each a graded cell of its own, so that a formula which overflows loses only the points of the
aspect "stable". An aspect draws its inputs from a seeded generator. Visible checks and hidden tests differ only in the
seed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lib import neuron
from lib.sgd import epochs_to_reach, sgd, sgd_step, stuck_bias

NOTEBOOKS = ("sigmoid", "losses", "gradients", "sgd")


class Tolerance(NamedTuple):
    """How far a value may be from the reference: ``absolute + relative * abs(expected)``, and ``zero`` where
    the expected value is 0 exactly.

    A rearranged formula differs by a few rounding errors, each 1e-16 of the largest intermediate result, so 1e-12
    accepts every correct one. A wrong formula is off by far more on random inputs. The smallest errors come from
    clipping and one-sided differences: the exercises in which they matter have tighter tolerances.
    """

    absolute: float = 1e-12
    relative: float = 1e-9
    zero: float = 1e-12


# sigma and sigma' are at most 1, and (1 + tanh(z/2))/2 is off by 1e-16. For large |z| they are 0, and so must the
# answer be; 1e-200 accepts an answer that clips z at |z| = 500.
EXACT = Tolerance(absolute=1e-15, zero=1e-200)
# The gradients are exact up to rounding, however saturated the neuron is.
SATURATED = Tolerance(absolute=1e-14)
# The cross-entropy from z must be exact in its relative error even where it is tiny: 5e-17 at z = -37.5 and y = 0.
ALL_DIGITS = Tolerance(absolute=0.0, relative=1e-12, zero=1e-200)
# Central differences have a rounding error of 1e-16/h, one-sided ones an error of h/2 times the second derivative:
# 1e-11 against 5e-6 at h = 1e-5.
DIFFERENCES = Tolerance(absolute=1e-8, relative=1e-8, zero=1e-8)
# Near eps = 1/4 the curve is flat, so a bisection cannot find z more precisely than 1e-8.
FLAT = Tolerance(absolute=5e-8, zero=5e-8)


@dataclass(frozen=True)
class Aspect:
    """What one graded cell checks.

    ``make_inputs(rng)`` returns a list of argument tuples. ``notice`` is a remark that is printed for a right answer.
    ``parts`` are the names of the results that are compared, all by default; with ``shape_only`` their values are not.
    ``instead`` are (fact of `code_facts`, another remark) where the answer's code makes ``notice`` untrue.
    """

    make_inputs: Callable
    notice: str
    parts: tuple[str, ...] = ()
    shape_only: bool = False
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Exercise:
    """One function that students write. ``results`` are the names of the values that it returns."""

    notebook: str
    equation: str
    reference: Callable
    aspects: dict[str, Aspect]
    results: tuple[str, ...] = ("value",)
    tolerance: Tolerance = Tolerance()
    kind: str = "number"  # or "integer", "index" (an integer or None)
    lists: tuple[str, ...] = ()  # results that may be a list instead of an array

    def make_inputs(self, aspect: str, seed: int) -> list[tuple]:
        """The argument tuples of one aspect; the same seed gives equal but fresh objects."""
        return self.aspects[aspect].make_inputs(np.random.default_rng(seed))


# ---------------------------------------------------------------- functions that are passed to answers
# None is a gradient or loss of the course, so an answer must call them to be right.


def made_up_slope(a: float, y: float) -> float:
    return 3 * a * a - 2 * y + 0.25


def made_up_gradient(w: np.ndarray, b: float, x: np.ndarray, y: float) -> tuple[np.ndarray, float]:
    s = np.cos(x @ w + b + 0.7 * y)
    return (s + 0.3 * b) * np.sin(x) + 0.1 * w, s * s - 0.4 * b


def made_up_other_gradient(w: np.ndarray, b: float, x: np.ndarray, y: float) -> tuple[np.ndarray, float]:
    s = np.tanh(x @ w - 0.5 * b) + 0.3 * y
    return s * x, 2 * s + 0.1 * b


def made_up_loss(w: np.ndarray, b: float, x: np.ndarray, y: float) -> float:
    return 1.1 + np.sin(x @ w + b + 0.7 * y) + 0.05 * (w @ w) + 0.2 * b * b


def curved(w: np.ndarray, b: float) -> float:
    return np.exp(0.4 * b) * (1 + 0.3 * np.sin(w).sum()) + 0.1 * (w**3).sum() + w[0] * b**2


def one_neuron_loss(w: np.ndarray, b: float) -> float:
    x = np.linspace(-1.5, 2, len(w))
    return np.logaddexp(0, x @ w + b) + 0.5 / (1 + np.exp(x[::-1] @ w + b)) ** 2  # eq. 18 at y = 0 and 16 at y = 1


# ---------------------------------------------------------------- inputs
# Two inputs that differ in one argument only are called twins: their outputs show whether an answer uses the argument.
# Each function mixes Python scalars, NumPy scalars, 0-d, float and integer arrays, sizes that all differ and sizes that
# are equal (n = m), a batch of one, both labels.


def _twins(case, **others):
    """``case`` with one argument exchanged: ``others`` maps the argument's place, as in _3, to its other value."""
    return [(*case[: int(place[1:])], other, *case[int(place[1:]) + 1 :]) for place, other in others.items()]


def _numbers(rng, low, high, special=()):
    """Elementwise arguments in [low, high], with ``special`` values both alone and inside an array."""
    u = lambda *shape: rng.uniform(low, high, shape)  # noqa: E731
    whole = np.arange(int(np.ceil(low)), int(np.floor(high)) + 1)
    cases = [u(5), float(u()), u(2, 3), int(rng.choice(whole)), np.float64(u()), np.array(u()), u(1)]
    cases += [rng.choice(whole, 4), *special]
    if special:
        cases.append(rng.permutation(np.array([*special, *u(2)], dtype=float)))
    return [(case,) for case in cases]


def _moderate_z(rng):
    return _numbers(rng, -6, 6, special=(0, 0.0, -rng.uniform(8, 30), rng.uniform(8, 30)))


def _far_z(rng):
    far = rng.uniform(810, 2000)
    special: tuple[float, ...] = (
        -800,
        800,
        -far,
        far,
        36.5,
        -36.5,
        40.0,
        -40.0,
        -745.2,
        709.5,
        711.0,
        -711.0,
        -np.inf,
        np.inf,
    )
    special += (-2e4, 2e4)  # exp overflows for np.longdouble too
    cases = _numbers(rng, -900, 900, special)
    cases[0][0][:2] = rng.uniform(-4, -1), rng.uniform(1, 4)  # beyond |z| = 37 a step would be as good as sigma
    return cases


def _activations(rng):
    below, above = np.nextafter(0.5, 0), np.nextafter(0.5, 1)
    return _numbers(rng, 0, 1, special=(0.5, below, above, 0.0, 1.0, 0.499, 0.501, 0, 1))


def _eps(rng):
    log_uniform = np.exp(rng.uniform(np.log(1e-6), np.log(0.24), 5))
    return [(float(e),) for e in (*log_uniform, 0.25, 0.2, 1e-6)] + [(np.float64(0.1),)]


def _bad_eps(rng):
    return [(e,) for e in (0.26, 0, -0.1, 1, 0.0, 0.25 + rng.uniform(0.001, 1), -rng.uniform(0.001, 1), 0.2500001)]


def _a_and_y(rng, a_low=0.0, a_high=1.0, extra=()):
    """Activations with labels: scalars, equal shapes, and shapes that broadcast."""
    a = lambda *shape: rng.uniform(a_low, a_high, shape)  # noqa: E731
    y = np.array([0, 1, 1, 0, 1])
    pair = a(5), y
    return [
        pair, *_twins(pair, _0=a(5), _1=1 - y),
        (float(a()), 0), (float(a()), 1), (a(2, 5), y), (a(4), 1), (a(3), 0), (a(3, 1), y),
        (float(a()), y), (a(5), y.astype(float)), (np.float64(a()), np.int64(1)), (np.array(a()), np.array(0)),
        (a(1), np.array([1])), (a(2, 2), np.array([[0, 1], [1, 1]])), *extra,
    ]  # fmt: skip


def _a_and_y_with_ends(rng):
    ends = np.array([0, 1, 1, 0])
    return _a_and_y(rng, extra=[(ends, np.array([0, 1, 0, 1])), (0.0, 1), (1, 1), (ends.astype(float), 0)])


def _inner_a_and_y(rng):
    tiny = 10.0 ** -rng.uniform(4, 7)
    return _a_and_y(rng, 0.02, 0.98, extra=[(np.array([tiny, tiny, 1 - tiny, 1 - tiny]), np.array([0, 1, 0, 1]))])


def _whole_inside_and_y(rng):
    """As `_inner_a_and_y`, with values so close to 0 and 1 that clipping a by 1e-15 gives a wrong result."""
    return [*_inner_a_and_y(rng), (1e-20, 1), (np.nextafter(1.0, 0), 0), (1e-20, 0)]


def _ends_and_y(rng):
    a, y = np.array([0.0, 0.0, 1.0, 1.0]), np.array([0, 1, 0, 1])
    order = rng.permutation(4)
    mixed = np.array([*a, *rng.uniform(0.1, 0.9, 3)]), np.array([*y, 1, 0, 1])
    return [(0.0, 0), (0.0, 1), (1.0, 0), (1.0, 1), (1, 1), (0, 1), (a[order], y[order]), mixed, (a.reshape(2, 2), 1)]


def _z_and_y(rng):
    z = lambda *shape: rng.uniform(-6, 6, shape)  # noqa: E731
    y = np.array([0, 1, 1, 0, 1])
    pair = z(5), y
    return [
        pair, *_twins(pair, _0=z(5), _1=1 - y),
        (float(z()), 0), (float(z()), 1), (z(2, 5), y), (z(4), 1), (z(3), 0), (z(3, 1), y),
        (int(rng.integers(-5, 6)), 0), (rng.integers(-5, 6, 5), y), (z(1), np.array([1])),
        (np.float64(z()), np.int64(0)), (np.array(z()), np.array(1)), (0, 0), (0.0, y),
    ]  # fmt: skip


def _far_z_and_y(rng):
    far = rng.uniform(810, 2000)
    z = np.array([800, -800, far, -far, 12, -12, 21, -21, 33, -33, 37.5, -37.5, 60, -60, 711, -711, 2e4, -2e4])
    both = [(float(z_i), y_i) for z_i in z for y_i in (0, 1)]
    mixed = np.arange(z.size) % 2
    return [*both, (z, 0), (z, 1), (z, mixed), (rng.permutation(z), mixed), (800, 0), (np.array([800, 1, -3, 2]), 0)]


def _parameters(rng, n, whole=False):
    if whole:
        return rng.integers(-4, 5, n) + np.arange(n), int(rng.integers(-3, 4))
    return rng.normal(0.3, 1, n), float(rng.normal())


def _one_example(rng):
    """(w, x, b) for one example."""
    cases = []
    for n, whole in ((3, False), (1, False), (4, True), (5, False), (2, True)):
        w, b = _parameters(rng, n, whole)
        x, _ = _parameters(rng, n, whole)
        cases.append((w, x, b))
    w, x, _ = cases[0]
    twins = _twins(cases[0], _0=rng.normal(size=3), _1=rng.normal(size=3))
    cases.append((np.array([1, -2, 3]), *cases[0][1:]))  # integer weights, all else float
    return [*cases, *twins, (w, x, np.float64(rng.normal())), (w, x, 2), (w, np.arange(3), np.array(0.5))]


def _batch(rng):
    """(w, X, b) for a batch of examples."""
    cases = []
    for m, n in ((4, 3), (3, 3), (1, 4), (5, 1), (2, 5), (1, 1)):
        w, b = _parameters(rng, n)
        cases.append((w, rng.normal(size=(m, n)), b))
    return [*cases, (np.array([1, -2, 3]), rng.integers(-4, 5, (6, 3)), 2)]


def _neuron_and_example(rng, z_low=-4, z_high=4, sizes=(3, 1, 4, 2)):
    """(w, b, x, y) with z = w . x + b drawn from [z_low, z_high], both labels."""
    cases = []
    for n in sizes:
        for y in (0, 1):
            w, _ = _parameters(rng, n)
            x = rng.normal(0.5, 1, n)
            cases.append((w, float(rng.uniform(z_low, z_high) - w @ x), x, y))
    return cases


def _one_change_each(w, b, x):
    """Twins of one example, in pairs of labels: b, w and x are changed in turn."""
    others = (w, b, x), (w, b + 1.5, x), (w + 0.5 * np.sign(x), b, x), (w, b, x + 0.5 * np.sign(w))
    return [(*other, y) for other in others for y in (0, 1)]


def _whole_neuron_and_example(rng):
    w, x = rng.integers(1, 4, 3), np.array([1, -2, 3])
    return [(w, int(-(w @ x)) + 1, x, 1), (w, int(-(w @ x)) - 1, x, 0), (w, np.float64(0.2 - w @ x), x, np.int64(1))]


def _plain_examples(rng):
    examples = _neuron_and_example(rng)
    return examples + _one_change_each(*examples[0][:3]) + _whole_neuron_and_example(rng)


def _saturated_examples(rng):
    far = [(np.array([2.0, -1.0]), b, np.array([3.0, 1.5]), y) for b in (-804.5, 795.5, -2e4, 2e4) for y in (0, 1)]
    return _neuron_and_example(rng, 5, 45) + _neuron_and_example(rng, -45, -5) + far


def _all_examples(rng):
    return _plain_examples(rng) + _saturated_examples(rng)


def _plain_chain(rng):
    examples = _plain_examples(rng)  # in pairs of labels
    course = neuron.squared_error_prime, neuron.cross_entropy_prime
    return [(slope, *example) for i, example in enumerate(examples) for slope in (made_up_slope, course[i // 2 % 2])]


def _chain(rng):
    # For saturated neurons a is rounded to 0 or 1, where cross_entropy_prime is not defined; these two are.
    slopes = made_up_slope, neuron.squared_error_prime
    far = [(slopes[i // 2 % 2], *example) for i, example in enumerate(_saturated_examples(rng))]
    return _plain_chain(rng) + far


def _gradient_and_batch(rng):
    cases = []
    for m, n in ((5, 3), (3, 3), (1, 2), (4, 1), (2, 6), (7, 2)):
        # Not the gradients of this notebook: their references are withheld from the kernel while a class is graded.
        for gradient in (made_up_gradient, made_up_other_gradient):
            w, b = _parameters(rng, n)
            cases.append((gradient, w, b, rng.normal(size=(m, n)), rng.permutation(np.arange(m) % 2)))
    _, w, b, X, y = cases[0]
    cases += _twins(cases[0], _1=w + 1, _2=b + 1, _3=X[::-1] + 0.5, _4=1 - y)
    cases.append((made_up_gradient, np.array([1, -2]), 1, np.array([[1, 2], [0, -1], [3, 1]]), np.array([0, 1, 1])))
    return cases


def _loss_and_point(rng):
    cases: list[tuple] = []
    for n in (3, 1, 4):
        for loss in (curved, one_neuron_loss):
            w, b = _parameters(rng, n)
            cases += [(loss, w, b), (loss, w, b, 1e-3), (loss, w, b, float(10 ** rng.uniform(-2, -1)))]
    _, w, b = cases[0]
    return cases + _twins(cases[0], _1=w + 0.5, _2=b + 0.5)


def _loss_and_whole_point(rng):
    return [
        (loss, *_parameters(rng, n, whole=True), *h)
        for n in (2, 3) for loss in (curved, one_neuron_loss) for h in ((), (1e-3,))
    ]  # fmt: skip


def _one_step(rng):
    cases = []
    for w, b, x, y in _neuron_and_example(rng):
        for gradient in (made_up_gradient, neuron.gradient_cross_entropy):
            cases.append((w, b, x, y, gradient, float(rng.uniform(0.05, 2))))
    cases += _twins(cases[0], _0=cases[0][0] + 1, _1=cases[0][1] + 1, _3=1 - cases[0][3], _5=cases[0][5] + 0.5)
    w, b, x, y = _neuron_and_example(rng, sizes=(3,))[0]
    same_z = float(b - 39 * (w @ x))
    steep = (w, same_z, 40 * x, y, neuron.gradient_cross_entropy, 0.5), (50 * w, b, x, y, made_up_gradient, 0.5)
    whole = [(w, b, x, y, made_up_gradient, 0.5) for w, b, x, y in _whole_neuron_and_example(rng)]
    return [*cases, *steep, *whole]


def _training(rng):
    """(loss, gradient, w, b, X, y, eta, epochs, rng): the generator in a case is made from a drawn seed."""
    made_up = made_up_loss, made_up_gradient
    course = (
        (neuron.cross_entropy_loss, neuron.gradient_cross_entropy),
        (neuron.squared_error_loss, neuron.gradient_squared_error),
    )
    cases = []
    for i, (m, n, epochs) in enumerate(((6, 2, 3), (3, 3, 1), (5, 1, 4), (1, 2, 2), (7, 3, 2))):
        for loss, gradient in (made_up, course[i % 2]):
            w, b = _parameters(rng, n)
            X, y = rng.normal(size=(m, n)), rng.permutation(np.arange(m) % 2)
            order = np.random.default_rng(int(rng.integers(2**31)))
            cases.append((loss, gradient, w, b, X, y, float(rng.uniform(0.2, 1)), epochs, order))
    loss, gradient, w, b, X, y, eta, _, order = cases[0]
    again = lambda: np.random.default_rng(5)  # noqa: E731
    twin = loss, gradient, w, b, X, y, eta, 2, again()
    cases.append(twin)
    for place, other in (("_2", w + 1), ("_3", b + 1), ("_5", 1 - y), ("_6", eta / 2), ("_7", 3)):
        cases += [(*case[:8], again()) for case in _twins(twin, **{place: other})]
    cases.append((*twin[:8], np.random.default_rng(6)))
    whole = np.array([[1, -2], [0, 3], [2, 1], [-1, 1]]), np.array([0, 1, 1, 0])
    cases.append((loss, gradient, w, b, X, y, eta, 0, np.random.default_rng(int(rng.integers(2**31)))))
    order = np.random.default_rng(int(rng.integers(2**31)))
    cases.append((loss, gradient, np.array([1, -2]), 1, *whole, 0.5, 2, order))
    order = np.random.default_rng(int(rng.integers(2**31)))
    cases.append((loss, gradient, w, b, X, y, 1e-4, 3, order))  # so slow that losses hardly change
    return cases


def _loss_curves(rng):
    falling = np.sort(rng.uniform(0.1, 2, 7))[::-1]
    wobbling = np.array([0.9, 0.7, 0.4, 0.6, 0.3, 0.35, 0.2]) + rng.uniform(0, 0.05)
    return [
        (falling, float(falling[3])), (falling, float(falling[3] + 1e-9)), (falling, float(falling[0] + 1)),
        (falling, float(falling[0])), (falling, float(falling[-1])), (falling, float(falling[-1] - 0.01)),
        (wobbling, float(wobbling[2])), (wobbling, float(wobbling[4])), (wobbling, 0.5), (wobbling, 0.01),
        (np.array([3, 2, 1, 0]), 1), (np.array([0.9, 0.8, 0.85, 0.3]), 0.3), (falling, float(falling[2] - 1e-9)),
        (np.array([0.5]), 0.5), (np.array([0.5]), 0.4), (np.full(4, 0.25), 0.25),
    ]  # fmt: skip


def _stuck(rng):
    """(eta, steps, most): the slope most / (eta steps) lies between 1e-6 and 1/4."""
    cases = []
    for steps in (1, 3, 30, 150, 6570):
        eta, slope = rng.uniform(0.05, 1.5), np.exp(rng.uniform(np.log(1e-6), np.log(0.2)))
        cases.append((float(eta), steps, float(eta * steps * slope)))
    eta, steps, most = cases[3]
    twins = _twins(cases[3], _0=2 * eta, _1=2 * steps, _2=most / 2)  # the slope only falls
    return [*cases, *twins, (2, 3, 1), (0.25, 4, 0.25), (np.float64(0.5), np.int64(8), 0.03)]


# ---------------------------------------------------------------- two derivations, line by line


def sigmoid_prime_lines(z: np.ndarray | float) -> tuple:
    """The right-hand sides of eq. 10 to 13: four equal expressions for sigma'(z)."""
    e, a = np.exp(-z), neuron.sigmoid(z)
    return -1 / (1 + e) ** 2 * e * -1, 1 / (1 + e) * (e / (1 + e)), 1 / (1 + e) * ((1 + e - 1) / (1 + e)), a * (1 - a)


def cancellation_lines(a: np.ndarray, a_prime: np.ndarray, x: np.ndarray, y: np.ndarray) -> tuple:
    """The right-hand sides of eq. 23 to 26. ``a_prime`` is a' = a (1 - a)."""
    slope = -y / a + (1 - y) / (1 - a)
    return slope * a_prime * x, slope * a * (1 - a) * x, (-y * (1 - a) + (1 - y) * a) * x, (a - y) * x


def _derivation_z(rng):
    return _numbers(rng, -5, 5)


def _cancellation(rng):
    cases = []
    for a, y in _a_and_y(rng, 0.05, 0.95)[:6]:
        cases.append((a, a * (1 - a), np.asarray(rng.normal(size=np.shape(a)))[()], y))
    return cases


# ---------------------------------------------------------------- the table

PAIR = ("dL/dw", "dL/db")
REPEATED = "repeated line", "the values are right, but two of your lines are the same: each line shows one step"
A_PRIME_LEFT = (
    "a_prime in last line",
    "the values are right, but your line (26) still has a_prime in it; eq. 26 has cancelled it",
)
SHAPE_NOTICE = "one derivative for every weight, and one for the bias"

EXERCISES = {
    "pre_activation": Exercise("sigmoid", "3", neuron.pre_activation, {
        "example": Aspect(_one_example, "n numbers go in and one comes out: z is a scalar"),
        "batch": Aspect(_batch, "one z for each row of x; no loop over examples is needed"),
    }),
    "sigmoid": Exercise("sigmoid", "5", neuron.sigmoid, {
        "formula": Aspect(_moderate_z, "sigma(0) = 1/2 and sigma(-z) = 1 - sigma(z), eq. 6 and 7"),
        "stable": Aspect(_far_z, "no overflow and no warning, and 0 and 1 at the far ends"),
    }, tolerance=EXACT),
    "sigmoid_prime_lines": Exercise("sigmoid", "10 to 13", sigmoid_prime_lines, {
        "value": Aspect(_derivation_z, "four ways to write one function", instead=(REPEATED,)),
    }, results=("line (10)", "line (11)", "line (12)", "line (13)")),
    "sigmoid_prime": Exercise("sigmoid", "13", neuron.sigmoid_prime, {
        "formula": Aspect(_moderate_z, "never above 1/4, the value at z = 0"),
        "stable": Aspect(_far_z, "0 far out on both sides: there the neuron is saturated"),
    }, tolerance=EXACT),
    "saturation_point": Exercise("sigmoid", "13", neuron.saturation_point, {
        "value": Aspect(_eps, "sigma' falls below 1/100 at |z| = 4.6 already"),
        "errors": Aspect(_bad_eps, "sigma' takes no value above 1/4, and never 0"),
    }, tolerance=FLAT),
    "predict": Exercise("sigmoid", "14 and 15", neuron.predict, {
        "value": Aspect(_activations, "a = 1/2 belongs to class 1, eq. 15"),
    }, kind="integer"),
    "squared_error": Exercise("losses", "16", neuron.squared_error, {
        "value": Aspect(_a_and_y_with_ends, "0 only where a = y"),
    }),
    "squared_error_prime": Exercise("losses", "17", neuron.squared_error_prime, {
        "value": Aspect(_a_and_y_with_ends, "positive where a is too large, negative where it is too small"),
    }),
    "cross_entropy": Exercise("losses", "18", neuron.cross_entropy, {
        "formula": Aspect(_inner_a_and_y, "of the two terms only one is not zero"),
        "limits": Aspect(_ends_and_y, "certain and right costs 0, certain and wrong costs infinity"),
    }, tolerance=Tolerance(zero=1e-200)),
    "cross_entropy_prime": Exercise("losses", "19", neuron.cross_entropy_prime, {
        "value": Aspect(_whole_inside_and_y, "it has the same sign as the derivative of the squared error"),
    }),
    "cross_entropy_from_z": Exercise("losses", "18", neuron.cross_entropy_from_z, {
        "formula": Aspect(_z_and_y, "log(1 + exp(z)) for y = 0, and log(1 + exp(-z)) for y = 1"),
        "stable": Aspect(_far_z_and_y, "for a wrong z of 800 the loss is 800: it grows like |z|"),
    }, tolerance=ALL_DIGITS),
    "chain_factors": Exercise("gradients", "20 to 22", neuron.chain_factors, {
        "shape": Aspect(_plain_chain, "three numbers, and dz/dw with one entry for each weight", shape_only=True),
        "value": Aspect(_chain, "only the first factor knows the loss"),
    }, results=("dL/da", "da/dz", "dz/dw", "dz/db")),
    "gradient_squared_error": Exercise("gradients", "20 and 21", neuron.gradient_squared_error, {
        "shape": Aspect(_plain_examples, SHAPE_NOTICE, shape_only=True),
        "value": Aspect(_all_examples, "a' is a factor of both parts: saturated, both are almost 0"),
    }, results=PAIR, tolerance=SATURATED),
    "cancellation_lines": Exercise("gradients", "23 to 26", cancellation_lines, {
        "value": Aspect(
            _cancellation, "a' is in the first line and gone from the last", instead=(A_PRIME_LEFT, REPEATED)
        ),
    }, results=("line (23)", "line (24)", "line (25)", "line (26)")),
    "gradient_cross_entropy": Exercise("gradients", "26 and 27", neuron.gradient_cross_entropy, {
        "shape": Aspect(_plain_examples, SHAPE_NOTICE, shape_only=True),
        "value": Aspect(_plain_examples, "the error a - y times x, and that is all, eq. 26 and 27"),
        "saturated": Aspect(_saturated_examples, "wrong and saturated, it is as large as it can be"),
    }, results=PAIR, tolerance=SATURATED),
    "batch_gradient": Exercise("gradients", "20 to 27", neuron.batch_gradient, {
        "value": Aspect(_gradient_and_batch, "the gradient of a mean is the mean of the gradients"),
    }, results=PAIR),
    "numerical_gradient": Exercise("gradients", "20 to 27", neuron.numerical_gradient, {
        "value": Aspect(_loss_and_point, "right for every loss, without a formula"),
        "integers": Aspect(_loss_and_whole_point, "a step of 1e-5 survives in whole-number weights"),
    }, results=PAIR, tolerance=DIFFERENCES),
    "sgd_step": Exercise("sgd", "20 to 27", sgd_step, {
        "value": Aspect(_one_step, "both parts use the gradient at the old w and b"),
    }, results=("w", "b")),
    "sgd": Exercise("sgd", "20 to 27", sgd, {
        "parameters": Aspect(_training, "a new order every epoch, one step a row", parts=("w", "b")),
        "losses": Aspect(_training, "epochs + 1 values: losses[0] is the loss before training", parts=("losses",)),
    }, results=("w", "b", "losses"), lists=("losses",)),
    "epochs_to_reach": Exercise("sgd", "-", epochs_to_reach, {
        "value": Aspect(_loss_curves, "counted in epochs, because losses[0] is before training"),
    }, kind="index"),
    "stuck_bias": Exercise("sgd", "13, 20 and 21", stuck_bias, {
        "value": Aspect(_stuck, "the longer it must wait, the farther out: b grows like log(eta steps / most)"),
    }, tolerance=FLAT),
}  # fmt: skip


def earlier_inputs(name: str, aspects: Sequence[str]) -> list[str]:
    """The aspects before ``aspects`` that have other inputs, without those that compare shapes only.

    They are recorded as well, so that a mistake gets the same hint in every test cell of the exercise, and so that an
    answer that always raises an error is recognised.
    """
    known = EXERCISES[name].aspects
    earlier = list(known)[: max(map(list(known).index, aspects))]
    drawn = {known[aspect].make_inputs for aspect in aspects}
    return [a for a in earlier if a not in aspects and not known[a].shape_only and known[a].make_inputs not in drawn]


def earlier_in_notebook(name: str) -> list[str]:
    """The exercises of the same notebook that come before ``name``."""
    names = [other for other, exercise in EXERCISES.items() if exercise.notebook == EXERCISES[name].notebook]
    return names[: names.index(name)]


def given_by_lib(name: str) -> list[Callable]:
    """The functions of `lib` that an answer to ``name`` may call: what earlier notebooks built."""
    notebook = NOTEBOOKS.index(EXERCISES[name].notebook)
    given = [e.reference for e in EXERCISES.values() if NOTEBOOKS.index(e.notebook) < notebook]
    if notebook >= NOTEBOOKS.index("gradients"):
        given += [neuron.squared_error_loss, neuron.cross_entropy_loss]
    return given
