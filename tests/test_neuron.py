"""lib/neuron.py against SciPy, mpmath, scikit-learn and the equations of the note."""

import math
import re

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy.optimize import approx_fprime, check_grad
from scipy.special import expit, log_expit, xlog1py, xlogy
from sklearn.metrics import log_loss, mean_squared_error

from lib import neuron

pytestmark = pytest.mark.filterwarnings("error")
reproducible = settings(derandomize=True, deadline=None, max_examples=100)

TINY = 5e-324  # the smallest positive float
BELOW_HALF, ABOVE_HALF = np.nextafter(0.5, 0), np.nextafter(0.5, 1)
BELOW_QUARTER, ABOVE_QUARTER = np.nextafter(0.25, 0), np.nextafter(0.25, 1)
BELOW_1 = np.nextafter(1, 0)
MAGNITUDES = [0, TINY, 1e-300, 1e-16, 0.3, 1, 2.5, 12, 30, 36.7, 37, 38, 200]
MAGNITUDES += [700, 709, 709.8, 710, 720, 740, 744.5, 745, 746, 800]  # where exp overflows and where it vanishes
Z = [sign * z for z in MAGNITUDES for sign in (1, -1)]

reals = st.floats(-800, 800)
ordinary = st.floats(-3, 3)
label = st.sampled_from([0, 1])


def exactly(function, *values):
    """``function`` of mpmath numbers with 400 digits, so that even 1 - sigma(800) keeps 50 of them."""
    with mpmath.workdps(400):
        return float(function(*map(mpmath.mpf, values)))


def mp_sigmoid(z):
    return 1 / (1 + mpmath.exp(-z))


def mp_sigmoid_prime(z):
    return mp_sigmoid(z) * (1 - mp_sigmoid(z))


def mp_cross_entropy(a, y):
    """Eq. 18, with the limit 0 log 0 = 0."""
    return -mpmath.log(a) if y == 1 else -mpmath.log(1 - a)


def assert_exact(actual, wanted):
    """Equal to a few roundings: 1e-15 relative, two steps where floats end."""
    assert_allclose(actual, wanted, rtol=1e-15, atol=2 * TINY)


@st.composite
def example(draw):
    """One example and a neuron: w, b, x, y."""
    n = draw(st.integers(1, 6))
    vector = st.lists(ordinary, min_size=n, max_size=n).map(np.array)
    return draw(vector), draw(ordinary), draw(vector), draw(label)


@st.composite
def batch(draw):
    """A data set and a neuron: w, b, X, y."""
    m, n = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    scale = draw(st.sampled_from([0.1, 1, 300]))
    return scale * rng.normal(size=n), scale * rng.normal(), rng.normal(size=(m, n)), rng.integers(2, size=m)


# eq. 3


@reproducible
@given(example())
def test_pre_activation_is_the_sum_of_eq_3(case):
    w, b, x, _ = case
    assert_allclose(neuron.pre_activation(w, x, b), math.fsum([*(w * x), b]), rtol=1e-13, atol=1e-13)


@reproducible
@given(batch())
def test_pre_activation_of_a_batch_is_the_loop_over_its_rows(case):
    w, b, X, _ = case
    z = neuron.pre_activation(w, X, b)
    assert z.shape == (len(X),)
    assert_allclose(z, [neuron.pre_activation(w, x, b) for x in X], rtol=1e-12, atol=1e-12)


def test_pre_activation_beyond_the_largest_float_is_infinite():
    assert neuron.pre_activation(np.array([1e308, 1e308]), np.ones(2), 0.0) == np.inf


# eq. 5 to 9


@pytest.mark.parametrize("z", Z)
def test_sigmoid_is_exact(z):
    assert_exact(neuron.sigmoid(z), exactly(mp_sigmoid, z))


def test_sigmoid_is_scipys_expit():
    """Up to 700: below -709 SciPy's is 0 too early."""
    z = np.linspace(-700, 700, 20001)
    assert_allclose(neuron.sigmoid(z), expit(z), rtol=1e-15)


def test_sigmoid_at_zero_and_at_the_ends():
    assert_array_equal(neuron.sigmoid(np.array([0, np.inf, -np.inf])), [0.5, 1, 0])


@reproducible
@given(reals)
def test_sigmoid_is_symmetric_eq_7(z):
    assert_allclose(neuron.sigmoid(-z), 1 - neuron.sigmoid(z), rtol=0, atol=2.3e-16)


@reproducible
@given(reals, reals)
def test_sigmoid_grows_within_0_and_1(z1, z2):
    low, high = neuron.sigmoid(min(z1, z2)), neuron.sigmoid(max(z1, z2))
    assert 0 <= low <= high * (1 + 1e-15) <= 1 + 1e-15


@reproducible
@given(st.floats(-30, 30), st.floats(1e-2, 10))
def test_sigmoid_grows_strictly_where_floats_can_tell(z, step):
    assert neuron.sigmoid(z) < neuron.sigmoid(z + step)


@reproducible
@given(st.floats(1, 800))
def test_sigmoid_tends_to_its_limits(z):
    """Eq. 8 and 9, with the rate: within exp(-z) of the limit."""
    assert 1 - neuron.sigmoid(z) <= np.exp(-z) + 2.3e-16
    assert neuron.sigmoid(-z) <= np.exp(-z)


# eq. 10 to 13


@pytest.mark.parametrize("z", Z)
def test_sigmoid_prime_is_exact(z):
    assert_exact(neuron.sigmoid_prime(z), exactly(mp_sigmoid_prime, z))


@pytest.mark.parametrize("z", [0, 0.5, -2, 7, -40, 300])
def test_sigmoid_prime_is_the_derivative_of_the_sigmoid(z):
    assert_allclose(neuron.sigmoid_prime(z), exactly(lambda z: mpmath.diff(mp_sigmoid, z), z), rtol=1e-14)


def test_sigmoid_prime_is_zero_far_out():
    assert_array_equal(neuron.sigmoid_prime(np.array([800, -800, 1e308, np.inf, -np.inf])), 0)


@reproducible
@given(reals)
def test_sigmoid_prime_is_even_and_at_most_a_quarter(z):
    slope = neuron.sigmoid_prime(z)
    assert slope == neuron.sigmoid_prime(-z)
    assert 0 <= slope <= 0.25


def test_sigmoid_prime_never_rounds_above_a_quarter():
    """Near 0, where it is flat: its values are the range of saturation_point."""
    z = np.geomspace(1e-17, 1e-3, 10001)
    assert neuron.sigmoid_prime(z).max() <= 0.25


def test_sigmoid_prime_is_made_of_scipys_expit():
    z = np.linspace(-700, 700, 20001)
    assert_allclose(neuron.sigmoid_prime(z), expit(z) * expit(-z), rtol=2e-15)


# eq. 14 and 15


@pytest.mark.parametrize(
    "a, wanted", [(0, 0), (TINY, 0), (BELOW_HALF, 0), (0.5, 1), (ABOVE_HALF, 1), (BELOW_1, 1), (1, 1)]
)
def test_predict_on_both_sides_of_a_half(a, wanted):
    assert neuron.predict(a) == wanted
    assert isinstance(neuron.predict(a), (int, np.integer))
    assert neuron.predict(np.array([a])).dtype.kind == "i"


@reproducible
@given(reals.filter(lambda z: z == 0 or abs(z) > 1e-15))
def test_predict_is_the_sign_of_z(z):
    assert neuron.predict(neuron.sigmoid(z)) == (z >= 0)


# saturation_point


@pytest.mark.parametrize(
    "eps", [TINY, 1e-320, 1e-300, 1e-100, 1e-17, 1e-6, 0.01, 0.125, 0.2, 0.2499, 0.25 - 1e-10, BELOW_QUARTER, 0.25]
)
def test_saturation_point_is_exact(eps):
    """sigma'(z) = 1 / (2 + 2 cosh z), so cosh z = 1 / (2 eps) - 1."""
    assert_exact(neuron.saturation_point(eps), exactly(lambda eps: mpmath.acosh(1 / (2 * eps) - 1), eps))


@reproducible
@given(st.floats(-300, math.log10(0.25)).map(lambda e: min(10**e, 0.25)))
def test_saturation_point_is_a_right_inverse_of_sigmoid_prime(eps):
    z = neuron.saturation_point(eps)
    assert z >= 0
    assert_allclose(neuron.sigmoid_prime(z), eps, rtol=1e-12)


@reproducible
@given(st.floats(0.01, 700))
def test_saturation_point_is_a_left_inverse_of_sigmoid_prime(z):
    """Near 0 sigma' is flat: its own rounding moves z by about 1e-16 / z."""
    assert_allclose(neuron.saturation_point(neuron.sigmoid_prime(z)), z, rtol=1e-14, atol=1e-15 / z)


# eq. 16 and 17


@reproducible
@given(st.floats(0, 1), label)
def test_squared_error_is_half_of_scikit_learns(a, y):
    assert_exact(neuron.squared_error(a, y), mean_squared_error([y], [a]) / 2)


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("a", [0.1, 0.5, 0.9])
def test_squared_error_prime_is_the_derivative(a, y):
    assert_exact(neuron.squared_error_prime(a, y), exactly(lambda a: mpmath.diff(lambda a: (a - y) ** 2 / 2, a), a))


@pytest.mark.parametrize("a, y, wanted", [(0, 0, 0), (0, 1, -1), (1, 0, 1), (1, 1, 0), (1e-300, 0, 1e-300)])
def test_squared_error_prime_at_the_ends(a, y, wanted):
    assert neuron.squared_error_prime(a, y) == wanted


# eq. 18 and 19

A = (TINY, 1e-310, 1e-300, 1e-17, 1e-3, 0.25, 0.5, 0.75, 0.999, 1 - 1e-10, BELOW_1)


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("a", A)
def test_cross_entropy_is_exact(a, y):
    assert_exact(neuron.cross_entropy(a, y), exactly(lambda a: mp_cross_entropy(a, y), a))


@pytest.mark.parametrize("a, y, wanted", [(0, 0, 0), (1, 1, 0), (0, 1, np.inf), (1, 0, np.inf)])
def test_cross_entropy_at_the_ends_is_the_limit(a, y, wanted):
    loss = neuron.cross_entropy(a, y)
    assert loss == wanted == -xlogy(y, a) - xlog1py(1 - y, -a)
    assert not np.signbit(loss)
    assert_array_equal(neuron.cross_entropy(np.array([a, 0.5]), y), [wanted, np.log(2)])


@reproducible
@given(st.floats(1e-3, 1 - 1e-3), label)
def test_cross_entropy_is_scikit_learns_log_loss(a, y):
    assert_allclose(neuron.cross_entropy(a, y), log_loss([y], [[1 - a, a]], labels=[0, 1]), rtol=1e-12)


@reproducible
@given(st.floats(0, 1), label)
def test_cross_entropy_is_made_of_scipys_xlogy(a, y):
    assert_allclose(neuron.cross_entropy(a, y), -xlogy(y, a) - xlog1py(1 - y, -a), rtol=1e-14)


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("a", A)
def test_cross_entropy_prime_is_exact(a, y):
    """Where the quotient of eq. 19 exceeds every float it is -inf; that is no reason to warn."""
    assert_exact(neuron.cross_entropy_prime(a, y), exactly(lambda a: -y / a + (1 - y) / (1 - a), a))


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("a", [1e-3, 0.3, 0.5, 0.99])
def test_cross_entropy_prime_is_the_derivative(a, y):
    wanted = exactly(lambda a: mpmath.diff(lambda a: mp_cross_entropy(a, y), a, h=1e-100), a)
    assert_allclose(neuron.cross_entropy_prime(a, y), wanted, rtol=1e-14)


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", Z)
def test_cross_entropy_from_z_is_exact(z, y):
    assert_exact(neuron.cross_entropy_from_z(z, y), exactly(lambda z: mp_cross_entropy(mp_sigmoid(z), y), z))


@pytest.mark.parametrize(
    "z, y, wanted", [(800, 0, 800), (-800, 1, 800), (1e308, 0, 1e308), (800, 1, 0), (-1e308, 0, 0)]
)
def test_cross_entropy_from_z_far_out(z, y, wanted):
    assert neuron.cross_entropy_from_z(z, y) == wanted


@reproducible
@given(reals, label)
def test_cross_entropy_from_z_is_scipys_log_expit(z, y):
    assert_allclose(neuron.cross_entropy_from_z(z, y), -log_expit(z if y == 1 else -z), rtol=1e-14, atol=2 * TINY)


@reproducible
@given(st.floats(-10, 10), label)
def test_cross_entropy_from_z_is_cross_entropy_at_the_activation(z, y):
    assert_allclose(neuron.cross_entropy_from_z(z, y), neuron.cross_entropy(neuron.sigmoid(z), y), rtol=1e-10)


# The losses and gradients of the neuron, eq. 20 to 27


def scipy_squared_error(theta, x, y):
    """Eq. 3, 5 and 16 at theta = (w, b)."""
    return (expit(theta[:-1] @ x + theta[-1]) - y) ** 2 / 2


def scipy_cross_entropy(theta, x, y):
    """Eq. 3, 5 and 18 at theta = (w, b)."""
    z = theta[:-1] @ x + theta[-1]
    return -log_expit(z if y == 1 else -z)


def mp_squared_error_gradient(z, y):
    return (mp_sigmoid(z) - y) * mp_sigmoid_prime(z)


def mp_cross_entropy_gradient(z, y):
    return mp_sigmoid(z) - y


each_loss = pytest.mark.parametrize(
    "loss, gradient, scipy_loss, mp_gradient",
    [
        pytest.param(
            neuron.squared_error_loss,
            neuron.gradient_squared_error,
            scipy_squared_error,
            mp_squared_error_gradient,
            id="squared_error",
        ),
        pytest.param(
            neuron.cross_entropy_loss,
            neuron.gradient_cross_entropy,
            scipy_cross_entropy,
            mp_cross_entropy_gradient,
            id="cross_entropy",
        ),
    ],
)


@each_loss
@reproducible
@given(case=example())
def test_loss_is_scipys(loss, gradient, scipy_loss, mp_gradient, case):
    w, b, x, y = case
    assert_allclose(loss(w, b, x, y), scipy_loss(np.append(w, b), x, y), rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [37, -37, 700, -700, 740, -740, 800, -800])
def test_loss_of_a_saturated_neuron_is_exact(z, y):
    w, b, x = np.array([2.0]), z - 2.0, np.array([1.0])
    squared_error = exactly(lambda z: (mp_sigmoid(z) - y) ** 2 / 2, z)
    cross_entropy = exactly(lambda z: mp_cross_entropy(mp_sigmoid(z), y), z)
    assert_exact(neuron.squared_error_loss(w, b, x, y), squared_error)
    assert_exact(neuron.cross_entropy_loss(w, b, x, y), cross_entropy)


@each_loss
@reproducible
@given(case=example())
def test_gradient_is_scipys_difference_quotient(loss, gradient, scipy_loss, mp_gradient, case):
    w, b, x, y = case

    def joined(theta, x, y):
        return np.append(*gradient(theta[:-1], theta[-1], x, y))

    assert check_grad(scipy_loss, joined, np.append(w, b), x, y) < 2e-6


@each_loss
@reproducible
@given(case=example())
def test_gradient_is_the_central_difference(loss, gradient, scipy_loss, mp_gradient, case):
    """numerical_gradient of SciPy's loss and of the reference's own."""
    w, b, x, y = case
    dw, db = gradient(w, b, x, y)
    for quotient in (
        neuron.numerical_gradient(lambda w, b: scipy_loss(np.append(w, b), x, y), w, b),
        neuron.numerical_gradient(lambda w, b: loss(w, b, x, y), w, b),
    ):
        assert_allclose(dw, quotient[0], rtol=0, atol=2e-8)
        assert_allclose(db, quotient[1], rtol=0, atol=2e-8)


@each_loss
@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [0, 12, -12, 37, -37, 700, -700, 740, -740, 800, -800])
def test_gradient_is_exact_however_saturated(loss, gradient, scipy_loss, mp_gradient, z, y):
    x = np.array([1.0, -2.0, 0.5])
    dw, db = gradient(np.array([0.0, 1.0, 2.0]), z + 1.0, x, y)  # w . x + b = z
    wanted = exactly(lambda z: mp_gradient(z, y), z)
    assert_allclose(db, wanted, rtol=4e-15, atol=4 * TINY)
    assert_allclose(dw, wanted * x, rtol=4e-15, atol=8 * TINY)


@each_loss
@reproducible
@given(case=batch())
def test_batch_is_the_loop_over_its_rows(loss, gradient, scipy_loss, mp_gradient, case):
    w, b, X, y = case
    dW, dB = gradient(w, b, X, y)
    assert dW.shape == X.shape and dB.shape == y.shape
    rows = [gradient(w, b, x, label) for x, label in zip(X, y, strict=True)]
    assert_allclose(dW, [dw for dw, _ in rows], rtol=1e-10, atol=1e-14)
    assert_allclose(dB, [db for _, db in rows], rtol=1e-10, atol=1e-14)
    assert_allclose(
        loss(w, b, X, y), [loss(w, b, x, label) for x, label in zip(X, y, strict=True)], rtol=1e-10, atol=1e-14
    )


@reproducible
@given(example(), st.floats(-10, 10))
def test_cross_entropy_gradient_is_the_chain_product(case, z):
    """Eq. 22 to 26, where 1 - a has digits enough for eq. 23."""
    w, b, x, y = case
    b = z - w @ x
    dL_da, da_dz, dz_dw, dz_db = neuron.chain_factors(neuron.cross_entropy_prime, w, b, x, y)
    dw, db = neuron.gradient_cross_entropy(w, b, x, y)
    assert_allclose(dw, dL_da * da_dz * dz_dw, rtol=1e-10)
    assert_allclose(db, dL_da * da_dz * dz_db, rtol=1e-10)


@reproducible
@given(batch())
def test_squared_error_gradient_is_the_chain_product(case):
    """Eq. 20 and 21, saturated or not."""
    w, b, X, Y = case
    for x, y in zip(X, Y, strict=True):
        dL_da, da_dz, dz_dw, dz_db = neuron.chain_factors(neuron.squared_error_prime, w, b, x, y)
        dw, db = neuron.gradient_squared_error(w, b, x, y)
        assert_allclose(dw, dL_da * da_dz * dz_dw, rtol=1e-12, atol=1e-16)
        assert_allclose(db, dL_da * da_dz * dz_db, rtol=1e-12, atol=1e-16)


@reproducible
@given(example())
def test_chain_factors_are_scipys_difference_quotients(case):
    """Each factor alone, so that no two mistakes cancel."""
    w, b, x, y = case
    z = w @ x + b
    dL_da, da_dz, dz_dw, dz_db = neuron.chain_factors(neuron.squared_error_prime, w, b, x, y)
    assert_allclose(dL_da, approx_fprime([expit(z)], lambda a: (a[0] - y) ** 2 / 2), atol=1e-6)
    assert_allclose(da_dz, approx_fprime([z], lambda z: expit(z[0])), atol=1e-6)
    assert_allclose(dz_dw, approx_fprime(w, lambda w: w @ x + b), atol=1e-6)
    assert_allclose(dz_db, approx_fprime([b], lambda b: w @ x + b[0]), atol=1e-6)


def test_chain_factors_hands_out_no_view_of_x():
    x = np.array([4.0, 5.0])
    dz_dw = neuron.chain_factors(neuron.squared_error_prime, np.array([1.0, 2.0]), 3.0, x, 1)[2]
    assert not np.shares_memory(dz_dw, x)


def test_chain_factors_uses_the_loss_it_is_given():
    calls = []

    def loss_prime(a, y):
        calls.append((a, y))
        return 42.0

    factors = neuron.chain_factors(loss_prime, np.array([1.0, 2.0]), 3.0, np.array([4.0, 5.0]), 1)
    assert factors[0] == 42
    assert_array_equal(factors[2], [4, 5])
    ((a, y),) = calls
    assert np.isscalar(a) and np.isscalar(y)
    assert (a, y) == (expit(17.0), 1)


def test_ratio_of_the_gradients_is_the_missing_factor():
    """DESIGN.md: at w = b = 2, x = 1, y = 0 the gradients differ by 1 / (a (1 - a)) = 56.6."""
    at = np.array([2.0]), 2.0, np.array([1.0]), 0
    assert round(neuron.gradient_cross_entropy(*at)[1] / neuron.gradient_squared_error(*at)[1], 1) == 56.6


@each_loss
@reproducible
@given(case=batch())
def test_batch_gradient_is_the_gradient_of_the_mean_loss(loss, gradient, scipy_loss, mp_gradient, case):
    w, b, X, y = case
    w, b = w / max(1, np.abs(w).max()), b / max(1, abs(b))  # not saturated: a difference quotient can tell
    dw, db = neuron.batch_gradient(gradient, w, b, X, y)
    assert dw.shape == w.shape and np.ndim(db) == 0

    def mean_loss(theta):
        return np.mean([scipy_loss(theta, x, label) for x, label in zip(X, y, strict=True)])

    assert_allclose(np.append(dw, db), approx_fprime(np.append(w, b), mean_loss), rtol=0, atol=1e-6)
    quotient = neuron.numerical_gradient(lambda w, b: mean_loss(np.append(w, b)), w, b)
    assert_allclose(np.append(dw, db), np.append(*quotient), rtol=0, atol=2e-8)


def test_batch_gradient_is_the_mean_of_any_gradient():
    X, y = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 12.0]]), np.array([0, 1, 1])
    dw, db = neuron.batch_gradient(lambda w, b, x, y: (x + w, y + b), np.array([10, 20]), 7, X, y)
    assert_allclose(dw, [13, 26])
    assert_allclose(db, 7 + 2 / 3)


def test_numerical_gradient_takes_central_differences():
    """For b^3 the central quotient is 3 b^2 + h^2: it shows the formula and the step."""
    for h in (0.1, 0.5):
        dw, db = neuron.numerical_gradient(lambda w, b: w[0] ** 3 + 5 * w[1] + b**3, np.array([1, 2]), 3, h=h)
        assert_allclose(dw, [3 + h**2, 5])
        assert_allclose(db, 27 + h**2)


def test_numerical_gradient_has_a_step_of_1e_minus_5():
    at = []
    neuron.numerical_gradient(lambda w, b: at.append(b) or 0.0, np.array([0.0]), 0.0)
    assert sorted(set(at)) == [-1e-5, 0, 1e-5]


# The contract: scalars in, scalars out; arrays keep their shape; inputs stay as they were; no warning

OF_ONE = {
    neuron.sigmoid: [-800, -1, 0, 2, 800],
    neuron.sigmoid_prime: [-800, -1, 0, 2, 800],
    neuron.predict: [0, 1, 0.25, 0.5, 0.75],
    neuron.saturation_point: [0.25, 1e-300, 0.125],
}
OF_ONE_AND_LABEL = {
    neuron.squared_error: [0, 1, 0.25, 1e-300],
    neuron.squared_error_prime: [0, 1, 0.25, 1e-300],
    neuron.cross_entropy: [0, 1, 0.25, 1e-300],
    neuron.cross_entropy_prime: [0.25, 0.5, 1e-300],
    neuron.cross_entropy_from_z: [-800, 0, 3, 800],
}
ELEMENTWISE = [
    *[pytest.param(f, [v], id=f"{f.__name__}-{v}") for f, values in OF_ONE.items() for v in values],
    *[
        pytest.param(f, [v, y], id=f"{f.__name__}-{v}-{y}")
        for f, values in OF_ONE_AND_LABEL.items()
        for v in values
        for y in (0, 1)
    ],
]
KINDS = [int, float, bool, np.int64, np.int8, np.uint8, np.float64, lambda v: np.array(v)]


def kinds(value):
    """``value`` as every kind of scalar that can hold it."""
    for kind in KINDS:
        try:
            converted = kind(value)
        except OverflowError:
            continue
        if converted == value:
            yield converted


def assert_scalar(value):
    assert np.ndim(value) == 0 and not isinstance(value, np.ndarray)


@pytest.mark.parametrize("function, values", ELEMENTWISE)
def test_scalars_in_scalars_out(function, values):
    wanted = function(*map(float, values))
    assert_scalar(wanted)
    for i in range(len(values)):
        for scalar in kinds(values[i]):
            result = function(*values[:i], scalar, *values[i + 1 :])
            assert_scalar(result)
            assert result == wanted


@pytest.mark.parametrize("shape", [(0,), (1,), (3,), (2, 3), (0, 2), (2, 1, 3)])
@pytest.mark.parametrize("function, values", ELEMENTWISE)
def test_arrays_keep_their_shape(function, values, shape):
    wanted = function(*map(float, values))
    for dtype in (float, int, np.float32, bool):
        arrays = [np.full(shape, v, dtype) if float(dtype(v)) == v else np.full(shape, v) for v in values]
        result = function(*arrays)
        assert isinstance(result, np.ndarray) and result.shape == shape
        assert_array_equal(result, np.full(shape, wanted))
        assert not any(np.shares_memory(result, array) for array in arrays)


@pytest.mark.parametrize("function, values", ELEMENTWISE)
def test_elementwise_is_the_loop(function, values):
    """Different entries side by side, as the branches of np.where meet them."""
    table = (OF_ONE | OF_ONE_AND_LABEL)[function]
    others = [np.array(table, float), *[np.arange(len(table)) % 2] * (len(values) - 1)]
    assert_array_equal(function(*others), [function(*row) for row in zip(*others, strict=True)])


@pytest.mark.parametrize("function", OF_ONE_AND_LABEL)
def test_losses_broadcast(function):
    a, y = np.array([[0.25], [0.5], [0.75]]), np.array([0, 1])
    wanted = [[function(row, label) for label in y] for row in a[:, 0]]
    assert_array_equal(function(a, y), wanted)
    assert_array_equal(function(a, 1), np.array(wanted)[:, 1:])
    assert_array_equal(function(0.5, y), wanted[1])


def test_python_integers_have_no_largest():
    """An int too long for int64 is still a real number."""
    assert neuron.sigmoid(10**30) == 1
    assert neuron.cross_entropy_from_z(10**30, 0) == 1e30


W, X, Y = np.array([1.0, -2.0]), np.array([[3.0, 4.0], [-5.0, 6.0], [7.0, 8.0]]), np.array([0, 1, 1])


def pre_activation(w, b, x, y):
    return neuron.pre_activation(w, x, b)


def chain_factors(w, b, x, y):
    return neuron.chain_factors(neuron.squared_error_prime, w, b, x, y)


def numerical_gradient(w, b, x, y):
    return neuron.numerical_gradient(lambda w, b: float(w @ x + b), w, b)


OF_A_NEURON = {  # and the shapes of the results, for two weights
    pre_activation: [()],
    chain_factors: [(), (), (2,), ()],
    neuron.gradient_squared_error: [(2,), ()],
    neuron.gradient_cross_entropy: [(2,), ()],
    neuron.squared_error_loss: [()],
    neuron.cross_entropy_loss: [()],
    numerical_gradient: [(2,), ()],
}
of_a_neuron = pytest.mark.parametrize("function", OF_A_NEURON)


def outputs(function, *arguments):
    """The results of one function, as a list."""
    result = function(*arguments)
    return list(result) if isinstance(result, tuple) else [result]


@of_a_neuron
@pytest.mark.parametrize("saturation", [1, 100, 1e6])
@pytest.mark.parametrize("sign", [1, -1])
def test_neuron_of_any_kind_of_number(function, saturation, sign):
    """Integers, NumPy scalars and 0-d arrays give what floats give, in the shapes of the contract."""
    w = sign * saturation * W
    for y in (0, 1):
        wanted = outputs(function, w, 3.0, X[0], float(y))
        assert [np.shape(value) for value in wanted] == OF_A_NEURON[function]
        for b in kinds(3):
            for label in kinds(y):
                for row in (X[0], X[0].astype(int), X[0].astype(np.int8)):
                    for weights in (w, w.astype(int)):
                        results = outputs(function, weights, b, row, label)
                        for result, value in zip(results, wanted, strict=True):
                            assert isinstance(result, np.ndarray) == (np.ndim(value) > 0)
                            assert_array_equal(result, value)


@pytest.mark.parametrize("gradient", [neuron.gradient_squared_error, neuron.gradient_cross_entropy])
@pytest.mark.parametrize("kind", [float, int])
def test_batch_gradient_of_any_kind_of_number(gradient, kind):
    dw, db = neuron.batch_gradient(gradient, W.astype(kind), kind(1), X.astype(kind), Y.astype(kind))
    rows = [gradient(W, 1.0, x, y) for x, y in zip(X, Y, strict=True)]
    assert_allclose(dw, np.mean([row[0] for row in rows], axis=0), rtol=1e-14)
    assert_allclose(db, np.mean([row[1] for row in rows]), rtol=1e-14)
    assert dw.shape == (2,)
    assert_scalar(db)


def unchanged(call, *arrays):
    """Call with read-only arrays; neither the arrays nor views of them may come back changed."""
    copies = [array.copy() for array in arrays]
    for array in copies:
        array.setflags(write=False)
    result = call(*copies)
    for value in result if isinstance(result, tuple) else (result,):
        assert not any(np.shares_memory(value, array) for array in copies)
    for copy, array in zip(copies, arrays, strict=True):
        assert_array_equal(copy, array)


@pytest.mark.parametrize("function, values", ELEMENTWISE)
def test_elementwise_leaves_its_inputs_alone(function, values):
    unchanged(function, *[np.full((2, 3), v, float) for v in values])


@of_a_neuron
def test_neuron_leaves_its_inputs_alone(function):
    unchanged(function, W, np.array(1.0), X[0], np.array(1.0))
    if function not in (chain_factors, numerical_gradient):
        unchanged(function, W, np.array(1.0), X, Y.astype(float))


def test_batch_gradient_leaves_its_inputs_alone():
    unchanged(lambda *args: neuron.batch_gradient(neuron.gradient_cross_entropy, *args), W, np.array(1.0), X, Y)


# Bad input: a ValueError that names the argument, what came and what was wanted

nan = np.nan
BAD = [
    # values
    (neuron.sigmoid, (nan,), ["z", "()", "nan"]),
    (neuron.sigmoid, (np.array([[1, nan]]),), ["z", "(1, 2)", "nan"]),
    (neuron.sigmoid, ("1",), ["z", "str", "real numbers"]),
    (neuron.sigmoid, (None,), ["z", "NoneType", "real numbers"]),
    (neuron.sigmoid, (1j,), ["z", "complex", "real numbers"]),
    (neuron.sigmoid, ([[1], [2, 3]],), ["z"]),
    (neuron.sigmoid_prime, (nan,), ["z", "nan"]),
    (neuron.sigmoid_prime, ("1",), ["z", "str", "real numbers"]),
    (neuron.predict, (nan,), ["a", "nan"]),
    (neuron.predict, (-0.75,), ["a", "[0, 1]", "-0.75"]),
    (neuron.predict, (np.array([0.5, 1.5]),), ["a", "(2,)", "[0, 1]", "1.5"]),
    (neuron.predict, (np.inf,), ["a", "[0, 1]", "inf"]),
    (neuron.saturation_point, (0,), ["eps", "0 < eps <= 1/4"]),
    (neuron.saturation_point, (-0.1,), ["eps", "0 < eps <= 1/4", "-0.1"]),
    (neuron.saturation_point, (ABOVE_QUARTER,), ["eps", "0 < eps <= 1/4", "0.25"]),
    (neuron.saturation_point, (np.inf,), ["eps", "0 < eps <= 1/4", "inf"]),
    (neuron.saturation_point, (nan,), ["eps", "nan"]),
    (neuron.saturation_point, (np.array([0.1, 0.3]),), ["eps", "0 < eps <= 1/4", "0.3"]),
    (neuron.cross_entropy_prime, (0, 0), ["a", "0 < a < 1"]),
    (neuron.cross_entropy_prime, (0, 1), ["a", "0 < a < 1"]),
    (neuron.cross_entropy_prime, (1, 0), ["a", "0 < a < 1"]),
    (neuron.cross_entropy_prime, (np.array([0.5, 1]), 1), ["a", "0 < a < 1"]),
    (neuron.cross_entropy_from_z, (nan, 1), ["z", "nan"]),
    (neuron.cross_entropy_from_z, (np.zeros(3), np.zeros(2)), ["z", "(3,)", "y", "(2,)"]),
    *[
        bad
        for f in (neuron.squared_error, neuron.squared_error_prime, neuron.cross_entropy, neuron.cross_entropy_prime)
        for bad in [
            (f, (nan, 1), ["a", "nan"]),
            (f, (-0.1, 1), ["a", "[0, 1]", "-0.1"]),
            (f, (1.1, 1), ["a", "[0, 1]", "1.1"]),
            (f, (np.full(3, 0.5), np.zeros(2)), ["a", "(3,)", "y", "(2,)"]),
            (f, (np.full((2, 3), 0.5), np.zeros(2)), ["a", "(2, 3)", "y", "(2,)"]),
        ]
    ],
    *[
        bad
        for f in OF_ONE_AND_LABEL
        for bad in [
            (f, (0.5, 2), ["y", "0 and 1", "got 2"]),
            (f, (0.5, -1), ["y", "0 and 1", "got -1"]),
            (f, (0.5, 0.5), ["y", "0 and 1", "got 0.5"]),
            (f, (0.5, np.array([0, 1, 3])), ["y", "(3,)", "0 and 1", "got 3"]),
            (f, (0.5, nan), ["y", "nan"]),
            (f, (0.5, "1"), ["y", "real numbers", "str"]),
        ]
    ],
    # a neuron
    *[
        bad
        for f in OF_A_NEURON
        for bad in [
            (f, (np.ones((2, 1)), 1.0, X[0], 1), ["w", "(2, 1)", "(n,)"]),
            (f, (np.array([]), 1.0, np.array([]), 1), ["w", "(0,)", "n >= 1"]),
            (f, (1.0, 1.0, X[0], 1), ["w", "()", "(n,)"]),
            (f, (np.array([1, nan]), 1.0, X[0], 1), ["w", "(2,)", "nan"]),
            (f, (W, np.array([1.0]), X[0], 1), ["b", "(1,)", "scalar"]),
            (f, (W, nan, X[0], 1), ["b", "nan"]),
            (f, (W, "1", X[0], 1), ["b", "real numbers", "str"]),
        ]
    ],
    *[
        bad
        for f in OF_A_NEURON
        if f is not numerical_gradient
        for bad in [
            (f, (W, 1.0, np.ones(3), 1), ["x", "(3,)", "(2,)"]),
            (f, (W, 1.0, 1.0, 1), ["x", "()", "(2,)"]),
            (f, (W, 1.0, np.array([1, nan]), 1), ["x", "(2,)", "nan"]),
            (f, (W, 1.0, X.T, Y), ["x", "(2, 3)", "(2,)"]),
            (f, (W, 1.0, np.ones((1, 3, 2)), 1), ["x", "(1, 3, 2)", "(2,)"]),
        ]
    ],
    *[
        bad
        for f in OF_A_NEURON
        if f not in (pre_activation, numerical_gradient)
        for bad in [
            (f, (W, 1.0, X[0], 2), ["y", "0 and 1", "got 2"]),
            (f, (W, 1.0, X[0], nan), ["y", "nan"]),
            (f, (W, 1.0, X[0], np.array([1])), ["y", "(1,)", "()"]),
        ]
    ],
    *[
        bad
        for f in OF_A_NEURON
        if f not in (pre_activation, numerical_gradient, chain_factors)
        for bad in [(f, (W, 1.0, X, Y[:2]), ["y", "(2,)", "(3,)"]), (f, (W, 1.0, X, 1), ["y", "()", "(3,)"])]
    ],
    (chain_factors, (W, 1.0, X, Y), ["x", "(3, 2)", "(2,)"]),  # one example only
    (neuron.numerical_gradient, (lambda w, b: 0.0, W, 1.0, 0), ["h", "positive", "0"]),
    (neuron.numerical_gradient, (lambda w, b: 0.0, W, 1.0, -1e-5), ["h", "positive", "-1e-05"]),
    (neuron.numerical_gradient, (lambda w, b: 0.0, W, 1.0, np.inf), ["h", "finite", "inf"]),
    (neuron.numerical_gradient, (lambda w, b: 0.0, W, 1.0, nan), ["h", "nan"]),
    (neuron.numerical_gradient, (lambda w, b: 0.0, W, 1.0, np.array([1e-5, 1e-6])), ["h", "(2,)", "scalar"]),
    # a batch
    *[
        (neuron.batch_gradient, (neuron.gradient_cross_entropy, *args), fragments)
        for args, fragments in [
            ((W, 1.0, X[0], 1), ["X", "(2,)", "(m, n)"]),
            ((W, 1.0, X, Y[:2]), ["y", "(2,)", "(3,)"]),
            ((W, 1.0, X, Y[:, np.newaxis]), ["y", "(3, 1)", "(3,)"]),
            ((W, 1.0, X, 1), ["y", "()", "(3,)"]),
            ((W, 1.0, X[:0], Y[:0]), ["X", "(0, 2)", "at least one row"]),
            ((W, 1.0, X[:, :1], Y), ["X", "(3, 1)", "(m, 2)"]),
            ((W, 1.0, X, np.array([0, 1, 2])), ["y", "0 and 1", "got 2"]),
            ((W, 1.0, X, np.array([0, 1, nan])), ["y", "nan"]),
            ((W, 1.0, X * nan, Y), ["X", "(3, 2)", "nan"]),
            ((W, np.ones(3), X, Y), ["b", "(3,)", "scalar"]),
            ((W[:, np.newaxis], 1.0, X, Y), ["w", "(2, 1)", "(n,)"]),
        ]
    ],
]


def names(fragment, message):
    """Whether ``fragment`` stands in ``message``; a name must stand as a word of its own."""
    return re.search(rf"\b{fragment}\b", message) if fragment.isidentifier() else fragment in message


@pytest.mark.parametrize("function, args, fragments", BAD, ids=[f"{f.__name__}: {' '.join(c)}" for f, _, c in BAD])
def test_bad_input_is_named(function, args, fragments):
    with pytest.raises(ValueError) as error:
        function(*args)
    missing = [fragment for fragment in fragments if not names(fragment, str(error.value))]
    assert not missing, f"{missing} not in: {error.value}"
