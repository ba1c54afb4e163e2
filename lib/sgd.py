"""Stochastic gradient descent on one neuron: one run, as in the exercises, or many runs in lockstep."""

import math
import operator
from typing import NamedTuple

import numpy as np

from lib import arguments, neuron


def sgd_step(w, b, x, y, gradient, eta):
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


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
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
    w, b = arguments.parameters(w, b)
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, len(w))
    eta = arguments.scalar("eta", arguments.positive("eta", eta))
    epochs = arguments.count("epochs", epochs)

    def mean_loss():
        return np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y, strict=True)])

    b = b[()]
    losses = [mean_loss()]
    for _ in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(mean_loss())
    return w, b, np.array(losses)


def epochs_to_reach(losses, target):
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


class Runs(NamedTuple):
    """R runs of stochastic gradient descent; index k of the second axis is the state after epoch k."""

    w: np.ndarray  # (R, epochs + 1, n)
    b: np.ndarray  # (R, epochs + 1)
    losses: np.ndarray  # (R, epochs + 1), mean over the data


def sgd_many(loss, w, b, X, y, eta, epochs, seeds):
    """Many runs of `sgd` in lockstep: run r is ``sgd(..., rng=np.random.default_rng(seeds[r]))``.

    All runs take their i-th step at the same time, so that one NumPy call serves all of them.
    Scalars and single values are shared by all the runs.

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
    if w.ndim not in (1, 2) or w.shape[-1] != n:
        raise ValueError(f"w has shape {w.shape}, wanted ({n},) or (R, {n}) to go with X of shape {X.shape}")
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

    is_se = np.broadcast_to(loss, R) == "squared_error"
    # The bias is the weight of a constant feature 1. By eq. 7 an example with label 1 is the example -x with
    # label 0, so the loop knows no labels. It keeps theta = (w, b)/2, because with t = tanh(z/2) there are
    # a = (1 + t)/2 and a' = (1 - t^2)/4: a step is (1 + t) (step - curb t^2) x, where cross-entropy has no curb.
    features_and_1 = np.vstack([X.T, np.ones(m)])  # (n + 1, m)
    as_label_0 = features_and_1 * (1 - 2 * y)
    theta = np.vstack([np.broadcast_to(w, (R, n)).T, np.broadcast_to(b, R)]) / 2
    step = -np.broadcast_to(eta, R) / np.where(is_se, 16, 4)
    curb = np.where(is_se, step, 0)
    rngs = [np.random.default_rng(seed) for seed in np.broadcast_to(seeds, R)]

    advance = _advance_each if R <= 4 else _advance_together  # there one overtakes the other, whatever n
    path = np.empty((epochs + 1, n + 1, R))
    path[0] = theta
    x = np.empty((m, n + 1, R))  # in the order of the visits, so that a step reads one block of memory
    for epoch in range(1, epochs + 1):
        visits = np.array([rng.permutation(m) for rng in rngs]).T  # (m, R)
        for column, feature in zip(x.swapaxes(0, 1), as_label_0, strict=True):
            np.take(feature, visits, out=column, mode="clip")
        advance(theta, x, step, curb)
        path[epoch] = theta

    def mean_losses(thetas):
        with np.errstate(over="ignore"):
            z = 2 * thetas.swapaxes(1, 2) @ features_and_1  # (epochs, R, m)
        means = np.empty(z.shape[:2])
        means[:, is_se] = neuron.squared_error(neuron.sigmoid(z[:, is_se]), y).mean(axis=-1)
        means[:, ~is_se] = neuron.cross_entropy_from_z(z[:, ~is_se], y).mean(axis=-1)
        return means

    blocks = min(epochs + 1, -(-(epochs + 1) * R * m // 2**16))  # many epochs at once, as long as they fit the cache
    losses = np.concatenate([mean_losses(block) for block in np.array_split(path, blocks)])
    path = 2 * path.transpose(2, 0, 1)
    return Runs(path[:, :, :-1], path[:, :, -1], losses.T)


def _advance_together(theta, x, step, curb):
    """One epoch of all runs: theta (n + 1, R) changes in place, x is (m, n + 1, R), step and curb are (R,)."""
    product, t, factor, one = np.empty_like(theta), np.empty_like(step), np.empty_like(step), np.ones_like(step)
    with np.errstate(over="ignore"):
        for x_i in x:
            np.multiply(theta, x_i, product)
            np.add.reduce(product, 0, None, t)
            np.tanh(t, t)
            np.multiply(t, t, factor)
            np.multiply(factor, curb, factor)
            np.subtract(step, factor, factor)
            np.add(t, one, t)  # faster than a number 1
            np.multiply(t, factor, t)
            np.multiply(x_i, t, product)
            np.add(theta, product, theta)


def _advance_each(theta, x, step, curb):
    """The same, one run after the other: for a few numbers, Python is faster than NumPy."""
    for r, (step_r, curb_r) in enumerate(zip(step.tolist(), curb.tolist(), strict=True)):
        numbers = theta[:, r].tolist()
        for x_i in x[:, :, r].tolist():
            t = math.tanh(sum(map(operator.mul, numbers, x_i)))
            factor = (1 + t) * (step_r - curb_r * t * t)
            numbers = [number + factor * x_ij for number, x_ij in zip(numbers, x_i)]
        theta[:, r] = numbers
