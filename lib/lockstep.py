"""Many runs of training at once, for the figures; each run takes the same steps as `sgd` in `lib/sgd.py`."""

import math
import operator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lib import arguments, neuron


class Runs(NamedTuple):
    """R runs of stochastic gradient descent; index k of the second axis is the state after epoch k."""

    w: np.ndarray  # (R, epochs + 1, n)
    b: np.ndarray  # (R, epochs + 1)
    losses: np.ndarray  # (R, epochs + 1), mean over the data


def sgd_many(
    loss: ArrayLike,
    w: ArrayLike,
    b: ArrayLike,
    X: ArrayLike,
    y: ArrayLike,
    eta: ArrayLike,
    epochs: int,
    seeds: ArrayLike,
) -> Runs:
    """Many runs of `sgd` in lockstep: run r is ``sgd(..., rng=np.random.default_rng(seeds[r]))``.

    All runs take their i-th step at the same time, so that one NumPy call serves all of them.
    An argument without an axis of length R is the same for all the runs.

    Parameters
    ----------
    loss : str or sequence of R str
        "squared_error" or "cross_entropy".
    w : array (n,) or (R, n)
        Starts.
    b : scalar or (R,)
    X : array (m, n)
    y : array (m,), labels 0 and 1
    eta : float or (R,)
    epochs : int
    seeds : int or sequence of R int

    Returns
    -------
    Runs

    Raises
    ------
    ValueError
        As `sgd`; also for an unknown loss, or where the numbers of runs differ.
    """
    X, y = arguments.dataset(X, y)
    m, n = X.shape
    epochs = arguments.count("epochs", epochs)
    w, b, eta = arguments.numbers("w", w), arguments.numbers("b", b), arguments.positive("eta", eta)
    loss, seeds = np.asarray(loss), np.asarray(seeds)
    R = _number_of_runs(X.shape, w, b, eta, loss, seeds)
    is_se = np.broadcast_to(loss, R) == "squared_error"
    # The bias is the weight of a constant feature 1. By eq. 7 the example x with label 1 moves w and b as the example
    # -x with label 0 does, so the loop needs no labels. With t = tanh(z/2), a = (1 + t)/2 and a' = (1 - t^2)/4. One
    # update of theta = (w, b)/2 adds
    #     -(eta/2) a x     = -(eta/4) (1 + t) x              under the cross-entropy, and
    #     -(eta/2) a a' x  = -(eta/16) (1 + t) (1 - t^2) x   under the squared error:
    # both are (1 + t) (step - slope_term t^2) x, with slope_term = 0 for the cross-entropy.
    augmented = np.vstack([X.T, np.ones(m)])  # (n + 1, m)
    theta = np.vstack([np.broadcast_to(w, (R, n)).T, np.broadcast_to(b, R)]) / 2
    step = -np.broadcast_to(eta, R) / np.where(is_se, 16, 4)
    slope_term = np.where(is_se, step, 0)
    rngs = [np.random.default_rng(seed) for seed in np.broadcast_to(seeds, R)]

    path = _path(theta, augmented * (1 - 2 * y), step, slope_term, epochs, rngs)
    losses = _mean_losses(path, augmented, y, is_se)
    path = 2 * path.transpose(2, 0, 1)
    return Runs(path[:, :, :-1], path[:, :, -1], losses.T)


def _number_of_runs(shape_of_X, w, b, eta, loss, seeds):
    """R, or a ValueError where the shapes of the runs' arguments do not fit each other, or do not fit the data."""
    n = shape_of_X[1]
    if w.ndim not in (1, 2) or w.shape[-1] != n:
        raise ValueError(f"w has shape {w.shape}, wanted ({n},) or (R, {n}) to go with X of shape {shape_of_X}")
    unknown = set(loss.flat) - {"squared_error", "cross_entropy"}
    if unknown:
        raise ValueError(f"loss must be 'squared_error' or 'cross_entropy', got {sorted(map(str, unknown))}")
    try:
        shape = np.broadcast_shapes(w.shape[:-1], b.shape, eta.shape, loss.shape, seeds.shape, (1,))
        (R,) = shape
    except ValueError:
        raise ValueError(
            f"the numbers of runs differ: w {w.shape}, b {b.shape}, eta {eta.shape}, loss {loss.shape}, "
            f"seeds {seeds.shape}; wanted R rows, R entries or a single one in each"
        ) from None

    if R == 0:
        raise ValueError(f"there is no run: w has shape {w.shape}, seeds {seeds.shape}; wanted one or more")
    if seeds.dtype.kind not in "iu" or (seeds < 0).any():
        raise ValueError(f"seeds must be whole numbers, 0 or more, got {seeds}")
    return R


def _path(theta, as_label_0, step, slope_term, epochs, rngs):
    """theta before training and after each epoch: (epochs + 1, n + 1, R). ``theta`` changes in place."""
    (n_and_1, m), R = as_label_0.shape, len(rngs)
    advance = _advance_each if R <= 4 else _advance_together  # for few runs a Python loop is faster
    path = np.empty((epochs + 1, n_and_1, R))
    path[0] = theta
    x = np.empty((m, n_and_1, R))  # in the order of the steps, so that each step reads contiguous memory
    for epoch in range(1, epochs + 1):
        visits = np.array([rng.permutation(m) for rng in rngs]).T  # (m, R)
        for column, feature in zip(x.swapaxes(0, 1), as_label_0, strict=True):
            np.take(feature, visits, out=column, mode="clip")
        advance(theta, x, step, slope_term)
        path[epoch] = theta
    return path


def _mean_losses(path, augmented, y, is_se):
    """The mean loss of each run before training and after each epoch: (epochs + 1, R)."""
    (epochs_and_1, _, R), m = path.shape, len(y)
    blocks = min(epochs_and_1, -(-epochs_and_1 * R * m // 2**16))  # as many epochs at once as fit into the cache
    means = np.empty((epochs_and_1, R))
    for thetas, some in zip(np.array_split(path, blocks), np.array_split(means, blocks), strict=True):
        with np.errstate(over="ignore"):
            z = 2 * thetas.swapaxes(1, 2) @ augmented  # (epochs, R, m)
        some[:, is_se] = neuron.squared_error(neuron.sigmoid(z[:, is_se]), y).mean(axis=-1)
        some[:, ~is_se] = neuron.cross_entropy_from_z(z[:, ~is_se], y).mean(axis=-1)
    return means


def _advance_together(theta, x, step, slope_term):
    """One epoch of all runs: theta (n + 1, R) changes in place, x is (m, n + 1, R), step and slope_term are (R,)."""
    product, t, factor, one = np.empty_like(theta), np.empty_like(step), step.copy(), np.ones_like(step)
    has_slope = slope_term.any()  # under the cross-entropy alone, factor is step
    with np.errstate(over="ignore"):
        for x_i in x:
            np.multiply(theta, x_i, product)
            np.add.reduce(product, 0, None, t)
            np.tanh(t, t)
            if has_slope:
                np.multiply(t, t, factor)
                np.multiply(factor, slope_term, factor)
                np.subtract(step, factor, factor)
            np.add(t, one, t)  # an array of ones is added faster than the number 1
            np.multiply(t, factor, t)
            np.multiply(x_i, t, product)
            np.add(theta, product, theta)


def _advance_each(theta, x, step, slope_term):
    """The same as `_advance_together`, one run after the other, with Python floats."""
    for r, (step_r, slope_term_r) in enumerate(zip(step.tolist(), slope_term.tolist(), strict=True)):
        numbers = theta[:, r].tolist()
        for x_i in x[:, :, r].tolist():
            t = math.tanh(sum(map(operator.mul, numbers, x_i)))
            factor = (1 + t) * (step_r - slope_term_r * t * t)
            numbers = [number + factor * x_ij for number, x_ij in zip(numbers, x_i)]
        theta[:, r] = numbers
