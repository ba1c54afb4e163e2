"""Stochastic gradient descent on one neuron."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lib import arguments
from lib.neuron import saturation_point


def sgd_step(
    w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike, gradient: Callable[..., tuple], eta: float
) -> tuple[np.ndarray, np.float64]:
    """One step against the gradient of one example: the new (w, b).

    Parameters
    ----------
    w, x : array (n,)
    b, y : scalar
    gradient : function (w, b, x, y) -> (dL/dw, dL/db)
    eta : float
        Learning rate, positive.

    Raises
    ------
    ValueError
        If the shapes of w and b are wrong, or eta is not positive.
    """
    w, b = arguments.parameters(w, b)
    eta = arguments.scalar("eta", arguments.positive("eta", eta))
    dw, db = gradient(w, b[()], x, y)
    return w - eta * dw, b[()] - eta * db


def sgd(
    loss: Callable[..., float],
    gradient: Callable[..., tuple],
    w: ArrayLike,
    b: ArrayLike,
    X: ArrayLike,
    y: ArrayLike,
    eta: float,
    epochs: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.float64, np.ndarray]:
    """Stochastic gradient descent, one example at a time.

    Each epoch visits the rows of X in the order ``rng.permutation(m)``.

    Parameters
    ----------
    loss : function (w, b, x, y) -> scalar
    gradient : function (w, b, x, y) -> (dL/dw, dL/db)
    w : array (n,)
    b : scalar
    X : array (m, n)
    y : array (m,), labels 0 and 1
    eta : float
        Learning rate, positive.
    epochs : int
        Passes over the data, 0 or more.
    rng : numpy.random.Generator

    Returns
    -------
    w : array (n,)
    b : scalar
    losses : array (epochs + 1,)
        Mean loss over the rows before training (losses[0]) and after each epoch.

    Raises
    ------
    ValueError
        If shapes do not fit, y is not in {0, 1}, eta <= 0, epochs < 0, or there is no row.
    """
    w, bias = arguments.parameters(w, b)
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, len(w))
    eta = arguments.scalar("eta", arguments.positive("eta", eta))
    epochs = arguments.count("epochs", epochs)

    def mean_loss():
        return np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y, strict=True)])

    b = arguments.scalar("b", bias)
    losses = [mean_loss()]
    for _ in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(mean_loss())
    return w, b, np.array(losses)


def epochs_to_reach(losses: ArrayLike, target: float) -> int | None:
    """The first k with losses[k] <= target, or None where no loss is that small.

    Raises
    ------
    ValueError
        If losses is not one-dimensional, or an argument holds nan.
    """
    losses = arguments.numbers("losses", losses)
    target = arguments.scalar("target", arguments.numbers("target", target))
    if losses.ndim != 1:
        raise ValueError(f"losses has shape {losses.shape}, wanted (epochs + 1,)")
    reached = np.flatnonzero(losses <= target)
    return int(reached[0]) if reached.size else None


def stuck_bias(eta: float, steps: int, most: float) -> float:
    """The bias b >= 0 of a neuron with w = 0 at which steps * eta * sigma'(b) = most.

    Under the squared error no update moves b by more than eta sigma'(z), because abs(a - y) <= 1. So while the slope
    is about the one at the start, ``steps`` updates move b by about ``most``, or less.

    Parameters
    ----------
    eta : float
        Learning rate, positive.
    steps : int
        Number of updates, at least 1.
    most : float
        How far b may move in all, positive.

    Raises
    ------
    ValueError
        If an argument is not positive, or most / (eta steps) > 1/4, which is more than any slope sigma'.
    """
    eta = arguments.scalar("eta", arguments.positive("eta", eta))
    updates = arguments.scalar("steps", arguments.positive("steps", steps))
    most = arguments.scalar("most", arguments.positive("most", most))
    return np.float64(saturation_point(most / (eta * updates)))
