"""One neuron, as in the lecture note (P. Wocjan, 2019): the reference for the exercises.

Equation numbers are the note's. Shapes: ``w`` is (n,), ``b`` a scalar, ``x`` one example (n,) or a batch (m, n), whose
labels ``y`` are a scalar or (m,). Functions of ``z``, or of ``a`` and ``y``, work elementwise: scalars give a scalar,
and arrays keep their shape.
No function changes its arguments, and none warns, however saturated the neuron is.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lib import arguments


def pre_activation(w: ArrayLike, x: ArrayLike, b: ArrayLike) -> np.ndarray | np.float64:
    """Weighted input z = w . x + b of the neuron, eq. 3.

    Parameters
    ----------
    w : array (n,)
    x : array (n,) or (m, n)
    b : scalar

    Returns
    -------
    scalar for one example, array (m,) for a batch

    Raises
    ------
    ValueError
        If the shapes do not fit, or an argument holds nan.
    """
    w, b = arguments.parameters(w, b)
    with np.errstate(over="ignore"):  # beyond the largest float, z is infinite
        return (arguments.features("x", x, len(w)) @ w + b)[()]


def sigmoid(z: ArrayLike) -> np.ndarray | np.float64:
    """Sigmoid 1 / (1 + exp(-z)), eq. 5, exact to rounding for every real z and for +-inf.

    exp is only ever taken of -abs(z), so it cannot overflow: for z < 0 the same
    number is computed as exp(z) / (1 + exp(z)).

    Raises
    ------
    ValueError
        If z holds nan.
    """
    return _sigmoid(arguments.numbers("z", z))


def sigmoid_prime(z: ArrayLike) -> np.ndarray | np.float64:
    """Derivative sigma'(z) = sigma(z) (1 - sigma(z)), eq. 13: at most 1/4, and close to 0 for large abs(z).

    Written as exp(-abs(z)) / (1 + exp(-abs(z)))^2, so that 1 - sigma(z) loses no digits.

    Raises
    ------
    ValueError
        If z holds nan.
    """
    return _sigmoid_prime(arguments.numbers("z", z))


def predict(a: ArrayLike) -> np.ndarray | np.integer:
    """Class predicted from the activation: the integer 1 where a >= 1/2, else 0, eq. 14 and 15.

    Raises
    ------
    ValueError
        If a lies outside [0, 1].
    """
    return (arguments.probabilities("a", a) >= 0.5).astype(int)[()]


def saturation_point(eps: ArrayLike) -> np.ndarray | np.float64:
    """The z >= 0 at which sigma'(z) = eps.

    sigma'(z) = 1 / (2 + 2 cosh z) and cosh z = 1 + 2 sinh(z/2)^2 give sinh(z/2)^2 = (1 - 4 eps) / (4 eps), so
    z = 2 arcsinh of the root of that.

    Raises
    ------
    ValueError
        Unless 0 < eps <= 1/4, the values that sigma' takes.
    """
    eps = arguments.numbers("eps", eps)
    if not ((eps > 0) & (eps <= 0.25)).all():
        raise ValueError(f"eps must satisfy 0 < eps <= 1/4, the range of sigma', got {eps}")
    return (2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps))))[()]


def squared_error(a: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Squared error (a - y)^2 / 2, eq. 16, elementwise.

    Raises
    ------
    ValueError
        If the shapes do not broadcast, a is not in [0, 1] or y not in {0, 1}.
    """
    a, y = _activation_and_label(a, y)
    return ((a - y) ** 2 / 2)[()]


def squared_error_prime(a: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Derivative of the squared error with respect to a: a - y, eq. 17. Errors as `squared_error`."""
    a, y = _activation_and_label(a, y)
    return (a - y)[()]


def cross_entropy(a: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Cross-entropy -y log a - (1 - y) log(1 - a), eq. 18, elementwise.

    At a = 0 and a = 1 it is the limit: 0 where a = y, inf where a = 1 - y. Errors as `squared_error`.
    """
    a, y = _activation_and_label(a, y)
    with np.errstate(divide="ignore"):
        return np.where(y == 1, -np.log(a), -np.log1p(-a))[()] + 0.0  # + 0.0 turns -0.0 into 0.0


def cross_entropy_prime(a: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Derivative of the cross-entropy with respect to a: -y/a + (1 - y)/(1 - a), eq. 19.

    Raises
    ------
    ValueError
        Unless 0 < a < 1 and y is 0 or 1; at the ends the derivative does not exist.
    """
    a, y = _activation_and_label(a, y)
    if ((a == 0) | (a == 1)).any():
        raise ValueError("a must satisfy 0 < a < 1, got 0 or 1, where the cross-entropy has no derivative")
    with np.errstate(over="ignore"):  # 1/a is infinite for the smallest floats
        return np.where(y == 1, -1 / a, 1 / (1 - a))[()]


def cross_entropy_from_z(z: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Cross-entropy at a = sigma(z), with all its digits for every finite z.

    Eq. 5 and 7 in eq. 18 give log(1 + exp(s)), where s = z if y = 0 and s = -z if y = 1. It is computed as
    max(s, 0) + log(1 + exp(-abs(s))), in which exp cannot overflow. By way of a the digits of 1 - sigma(z) would be
    lost.

    Raises
    ------
    ValueError
        If the shapes do not broadcast, z holds nan or y is not in {0, 1}.
    """
    z, y = arguments.numbers("z", z), arguments.labels("y", y)
    arguments.broadcastable(z=z, y=y)
    return _cross_entropy_from_z(z, y)


def chain_factors(
    loss_prime: Callable[..., float], w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike
) -> tuple[float, float, np.ndarray, float]:
    """The factors (dL/da, da/dz, dz/dw, dz/db) of eq. 20 to 22 for one example.

    Parameters
    ----------
    loss_prime : function (a, y) -> dL/da
    w, x : array (n,)
    b, y : scalar

    Returns
    -------
    tuple of scalar, scalar, array (n,), scalar

    Raises
    ------
    ValueError
        If the shapes do not fit, or y is not in {0, 1}.
    """
    x, y, z = _example(w, b, x, y)
    if x.ndim != 1:
        raise ValueError(f"x has shape {x.shape}, wanted {np.shape(w)}: one example")
    return loss_prime(_sigmoid(z), np.float64(y)), _sigmoid_prime(z), x.copy(), 1.0


def gradient_squared_error(
    w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike
) -> tuple[np.ndarray, np.ndarray | np.float64]:
    """Gradient of the squared error, eq. 20 and 21: ((a - y) a' x, (a - y) a').

    Parameters
    ----------
    w : array (n,)
    b : scalar
    x : array (n,), or (m, n) for m gradients at once
    y : scalar, or (m,)

    Returns
    -------
    tuple (dL/dw, dL/db)
        of shapes (n,) and (), or (m, n) and (m,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or y is not in {0, 1}.
    """
    x, y, z = _example(w, b, x, y)
    dL_dz = _a_minus_y(z, y) * _sigmoid_prime(z)
    return dL_dz[..., np.newaxis] * x, dL_dz[()]


def gradient_cross_entropy(
    w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike
) -> tuple[np.ndarray, np.ndarray | np.float64]:
    """Gradient of the cross-entropy, eq. 26 and 27: ((a - y) x, a - y). Shapes as `gradient_squared_error`.

    The factor a' is cancelled by hand (eq. 23 to 26), so the result is exact however
    saturated the neuron is.
    """
    x, y, z = _example(w, b, x, y)
    dL_dz = _a_minus_y(z, y)
    return dL_dz[..., np.newaxis] * x, dL_dz[()]


def squared_error_loss(w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Squared error of the neuron with parameters w, b on x, y: eq. 3, 5 and 16. Shapes as the gradients."""
    x, y, z = _example(w, b, x, y)
    return (_a_minus_y(z, y) ** 2 / 2)[()]


def cross_entropy_loss(w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    """Cross-entropy of the neuron with parameters w, b on x, y: eq. 3, 5 and 18. Shapes as the gradients."""
    x, y, z = _example(w, b, x, y)
    return _cross_entropy_from_z(z, y)


def batch_gradient(
    gradient: Callable[..., tuple], w: ArrayLike, b: ArrayLike, X: ArrayLike, y: ArrayLike
) -> tuple[np.ndarray, np.float64]:
    """Mean of ``gradient(w, b, x, y)`` over the rows of X (m, n) and y (m,): (dL/dw (n,), dL/db).

    Raises
    ------
    ValueError
        If the shapes do not fit, y is not in {0, 1}, or there is no row.
    """
    w, b = arguments.parameters(w, b)
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, len(w))
    rows = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y, strict=True)]
    return np.mean([dw for dw, _ in rows], axis=0), np.mean([db for _, db in rows])


def numerical_gradient(
    loss: Callable[..., float], w: ArrayLike, b: ArrayLike, h: float = 1e-5
) -> tuple[np.ndarray, float]:
    """Gradient of ``loss(w, b)`` by central differences: (loss(p + h) - loss(p - h)) / (2 h), for each parameter p.

    Parameters
    ----------
    loss : function (w, b) -> scalar
    w : array (n,)
    b : scalar
    h : float
        Step. The error is of order h^2 from the formula plus 1e-16 / h from rounding.

    Returns
    -------
    tuple (dL/dw (n,), dL/db scalar)

    Raises
    ------
    ValueError
        If the shapes do not fit, or h is not positive.
    """
    w, b = arguments.parameters(w, b)
    h = arguments.scalar("h", arguments.positive("h", h))
    dw = [(loss(w + step, b[()]) - loss(w - step, b[()])) / (2 * h) for step in h * np.eye(len(w))]
    return np.array(dw), (loss(w, b[()] + h) - loss(w, b[()] - h)) / (2 * h)


def _activation_and_label(a: ArrayLike, y: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    a, y = arguments.probabilities("a", a), arguments.labels("y", y)
    arguments.broadcastable(a=a, y=y)
    return a, y


def _example(w: Any, b: Any, x: Any, y: Any) -> tuple[np.ndarray, np.ndarray | np.float64, np.ndarray | np.float64]:
    """x and y of one example, or of a batch, as float arrays, and z."""
    with np.errstate(over="ignore"):
        if _is_one_example(w, b, x, y) and not np.isnan(z := x @ w + b):
            return x, np.float64(y), z
    w, b = arguments.parameters(w, b)
    x, y = arguments.features("x", x, len(w)), arguments.labels("y", y)
    if y.shape != x.shape[:-1]:
        raise ValueError(f"y has shape {y.shape}, wanted {x.shape[:-1]}: one label for each example in x {x.shape}")
    with np.errstate(over="ignore"):
        return x, y, (x @ w + b)[()]


def _is_one_example(w, b, x, y):
    """Whether this is one example in the right types and shapes, which needs no more checks but the one for nan.

    Training calls the gradients for one example at a time, and the full checks take longer than the mathematics.
    """
    vectors = type(w) is type(x) is np.ndarray and w.dtype.char == x.dtype.char == "d" and w.shape == x.shape
    numbers = isinstance(b, float) and isinstance(y, (int, float, np.integer)) and y in (0, 1)
    return vectors and numbers and w.ndim == 1 and w.size > 0


def _a_minus_y(z, y):
    """sigma(z) - y without cancellation: for y = 1 it is -sigma(-z), eq. 7."""
    sign = 1 - 2 * y
    return sign * _sigmoid(sign * z)


# The functions below do not check their arguments.


def _sigmoid(z):
    with np.errstate(under="ignore"):
        e = np.exp(-np.abs(z))
        return (np.maximum(z >= 0, e) / (1 + e))[()]  # the numerator is 1 for z >= 0, else exp(z)


def _sigmoid_prime(z):
    with np.errstate(under="ignore"):
        e = np.exp(-np.abs(z))
        return np.minimum(e / (1 + e) ** 2, 0.25)[()]  # rounding may give a little more than 1/4


def _cross_entropy_from_z(z, y):
    s = (1 - 2 * y) * z
    with np.errstate(under="ignore"):
        return (np.log1p(np.exp(-np.abs(s))) + np.maximum(s, 0))[()]
