"""Argument checks shared by the package: each error names the argument, what was given and what is wanted."""

import numpy as np
from numpy.typing import ArrayLike


def numbers(name: str, value: ArrayLike) -> np.ndarray:
    """Return ``value`` as a float array of any shape.

    Raises
    ------
    ValueError
        If ``value`` does not hold real numbers, or holds nan.
    """
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must be a number or an array of numbers, but its rows differ in length") from None
    if array.dtype.kind == "O" and all(isinstance(entry, int) for entry in array.flat):
        array = array.astype(float)  # integers too large for int64
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{name} must hold real numbers, got {type(value).__name__} of dtype {array.dtype}")
    array = array.astype(float)
    if _any(np.isnan(array)):
        raise ValueError(f"{name} of shape {array.shape} holds nan; every entry must be a number")
    return array


def probabilities(name: str, value: ArrayLike) -> np.ndarray:
    """Return ``value`` as a float array with entries in [0, 1], or raise ValueError."""
    array = numbers(name, value)
    outside = (array < 0) | (array > 1)
    if _any(outside):
        raise ValueError(f"{name} of shape {array.shape} must lie in [0, 1], got {array[outside].flat[0]}")
    return array


def labels(name: str, value: ArrayLike) -> np.ndarray:
    """Return ``value`` as a float array with entries 0 or 1, or raise ValueError."""
    array = numbers(name, value)
    wrong = (array != 0) & (array != 1)
    if _any(wrong):
        raise ValueError(f"{name} of shape {array.shape} must hold the labels 0 and 1 only, got {array[wrong].flat[0]}")
    return array


def broadcastable(**arrays: np.ndarray) -> None:
    """Raise ValueError unless the shapes of the named arrays broadcast together."""
    if len({a.shape for a in arrays.values()} - {()}) <= 1:
        return  # the usual case, decided faster than NumPy does
    try:
        np.broadcast_shapes(*(a.shape for a in arrays.values()))
    except ValueError:
        shapes = " and ".join(f"{name} of shape {a.shape}" for name, a in arrays.items())
        raise ValueError(f"{shapes} do not fit together; wanted equal shapes, or a scalar with an array") from None


def parameters(w: ArrayLike, b: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights (n,) and the bias () as float arrays, or raise ValueError."""
    w, b = numbers("w", w), numbers("b", b)
    if w.ndim != 1 or w.size == 0:
        raise ValueError(f"w has shape {w.shape}, wanted (n,) with n >= 1")
    if b.ndim != 0:
        raise ValueError(f"b has shape {b.shape}, wanted a scalar")
    return w, b


def features(name: str, value: ArrayLike, n: int) -> np.ndarray:
    """Return one example (n,) or a batch (m, n) as a float array, or raise ValueError."""
    x = numbers(name, value)
    if x.ndim not in (1, 2) or x.shape[-1] != n:
        raise ValueError(f"{name} has shape {x.shape}, wanted ({n},) or (m, {n}) to go with w of shape ({n},)")
    return x


def dataset(X: ArrayLike, y: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Return a non-empty data set, X (m, n) and y (m,), as float arrays, or raise ValueError."""
    X, y = numbers("X", X), labels("y", y)
    if X.ndim != 2 or X.size == 0:
        raise ValueError(f"X has shape {X.shape}, wanted (m, n) with at least one row and one column")
    if y.shape != X.shape[:1]:
        raise ValueError(f"y has shape {y.shape}, wanted ({len(X)},): one label for each row of X {X.shape}")
    return X, y


def scalar(name: str, array: np.ndarray) -> np.float64:
    """Return the number in a 0-d array, or raise ValueError if there are more."""
    if array.ndim:
        raise ValueError(f"{name} has shape {array.shape}, wanted a scalar")
    return np.float64(array)


def positive(name: str, value: ArrayLike) -> np.ndarray:
    """Return ``value`` as a float array, or raise ValueError unless every entry is positive and finite."""
    array = numbers(name, value)
    if not ((array > 0) & np.isfinite(array)).all():
        # `value` is no bytes object, which mypy thinks of here: `numbers` has refused those.
        raise ValueError(f"{name} must be positive and finite, got {value}")  # type: ignore[str-bytes-safe]
    return array


def count(name: str, value: int) -> int:
    """Return ``value`` as an int, or raise ValueError unless it is a whole number, 0 or more."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < 0:
        raise ValueError(f"{name} must be a whole number, 0 or more, got {value!r}")
    return int(value)


def _any(condition):
    return np.logical_or.reduce(condition, axis=None)  # faster than condition.any()
