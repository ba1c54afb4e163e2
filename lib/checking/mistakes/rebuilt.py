"""What a wrong result is made of: rows put together otherwise, other differences, exchanged arguments.

Each function takes an `Evidence` and returns a hint or None. A result is only named where it is what the hint says in
every call that can be compared.
"""

from collections.abc import Callable
from itertools import permutations, product

import numpy as np

from lib.checking.mistakes.evidence import Call, Evidence

# (what becomes of the rows' values, how to say it)
OF_ROWS = [
    (lambda v: v.sum(0), "the sum over the rows: divide it by m for the mean"),
    (lambda v: v.sum(0) / max(len(v) - 1, 1), "the sum over the rows divided by m - 1: the mean divides by m"),
    (lambda v: v.sum(0) / (2 * len(v)), "the sum over the rows divided by 2 m, half of the mean"),
    (lambda v: v.sum(0) / len(v) ** 2, "the mean over the rows divided by m once more"),
    (lambda v: v.sum(0) // len(v), "the mean over the rows rounded down: is it divided with //?"),
    (lambda v: np.median(v, 0), "the median over the rows: the mean is wanted"),
    (lambda v: np.abs(v).mean(0), "the mean of the absolute values: the signs matter, take the mean without abs"),
    (lambda v: np.sqrt((v**2).mean(0)), "the root of the mean square over the rows: the mean is wanted"),
    (lambda v: v.max(0), "the largest over the rows: the mean is wanted"),
    (lambda v: v.min(0), "the smallest over the rows: the mean is wanted"),
    (lambda v: v[0], "that of the first row alone: the mean over all rows is wanted"),
    (lambda v: v[-1], "that of the last row alone: the mean over all rows is wanted"),
]


def _same(got: list, made: list, relative: float = 1e-7, absolute: float = 1e-9) -> bool:
    """Whether all pairs of arrays have one shape and agree."""
    return all(np.shape(g) == np.shape(m) and np.allclose(g, m, relative, absolute) for g, m in zip(got, made))


def of_rows(e: Evidence) -> str | None:
    """How the values of the rows are put together, where their mean is wanted."""
    if e.kind != "value" or e.name not in ("batch_gradient", "sgd"):
        return None
    calls = [c for c in e.compared if len(c.arguments["X"]) > 2]
    if len(calls) < 3 or (e.name == "sgd" and e.parts != ["losses"]):
        return None
    for k, part in enumerate(e.parts):
        got, want = [c.got[k] for c in calls], [c.want[k] for c in calls]
        if e.name == "sgd":
            part, got, want = "losses[0]", [g[0] for g in got], [w[0] for w in want]
        if _same(got, want, 1e-4):
            continue
        rows = [_rows(e.name, c.arguments, k) for c in calls]
        for put_together, says in OF_ROWS:
            if _same(got, [put_together(v) for v in rows]):
                return f"{part} is {says}"
    return None


def _rows(name: str, v: dict, k: int) -> np.ndarray:
    """Result ``k`` of each row: of its gradient, or its loss before training."""
    pairs = zip(v["X"], v["y"])
    if name == "sgd":
        return np.array([v["loss"](v["w"], v["b"], x, y) for x, y in pairs], float)
    return np.array([v["gradient"](v["w"], v["b"], x, y)[k] for x, y in pairs], float)


DIVISORS = [
    (lambda h: h, "/h"),
    (lambda h: 2 * h, "/(2 h)"),
    (lambda h: 1.0, ""),
    (lambda h: 2.0, "/2"),
    (lambda h: 2 / h, "/2 * h"),
    (lambda h: h**2, "/h^2"),
]


def differences(e: Evidence) -> str | None:
    """Which sum or difference of the loss at v, v + h and v - h a numerical derivative is."""
    if e.kind != "value" or e.name != "numerical_gradient" or len(e.compared) < 3:
        return None
    for k, part in enumerate(e.parts):
        got, want = ([getattr(c, side)[k] for c in e.compared] for side in ("got", "want"))
        if _same(got, want, 1e-9):
            continue
        points = [_points(c, k) for c in e.compared]
        for weights in product((1, -1, 0), (0, -1, 1), (0, 1, -1, 2, -2)):
            for divisor, written in DIVISORS:
                made = [np.dot(weights, p) / divisor(c.arguments.get("h", 1e-5)) for p, c in zip(points, e.compared)]
                noise = (1e-3, 1e-5) if written == "/h^2" else (1e-8, 1e-9)  # rounding, divided by h^2
                if any(weights) and _same(got, [m.reshape(g.shape) for m, g in zip(made, got)], *noise):
                    of = "wb"[k]
                    says = _written(weights, of)
                    says = f"({says}){written}" if written and np.count_nonzero(weights) > 1 else says + written
                    wanted = f"wanted is the central difference, (f({of} + h) - f({of} - h))/(2 h)"
                    return f"{part} is {says}: {'the sign is flipped; ' * (weights == (-1, 1, 0))}{wanted}"
    return None


def _points(call: Call, k: int) -> np.ndarray:
    """The loss with each weight, or b, moved by h, by -h and not at all: an array of shape (3, n), or (3, 1) for b."""
    v = call.arguments
    w, b, h = np.array(v["w"], float), float(v["b"]), v.get("h", 1e-5)
    steps = h * np.eye(len(w)) if k == 0 else h * np.ones(1)
    moved = lambda step: v["loss"](w + step, b) if k == 0 else v["loss"](w, b + step)  # noqa: E731
    return np.array([[moved(sign * step) for step in steps] for sign in (1, -1, 0)])


def _written(weights: tuple, of: str) -> str:
    said = ""
    for weight, point in zip(weights, (f"f({of} + h)", f"f({of} - h)", f"f({of})")):
        if weight:
            sign = ("-" if weight < 0 else "") if not said else (" - " if weight < 0 else " + ")
            said += f"{sign}{'2 ' * (abs(weight) == 2)}{point}"
    return said


def exchanged(e: Evidence) -> str | None:
    """Whether `gradient` is called with its arguments in another order."""
    if e.kind != "value" or e.name not in ("sgd_step", "batch_gradient") or len(e.compared) < 3:
        return None
    for order in list(permutations("wbxy"))[1:]:
        if _fits(e, lambda v, order=order: _with_order(e.name, v, order)):
            return f"`gradient` is called in the order ({', '.join(order)}): it is gradient(w, b, x, y)"
    return None


def _fits(e: Evidence, make: Callable) -> bool:
    for c in e.compared:
        try:
            made = make(c.arguments)
        except (ValueError, TypeError, IndexError):  # such a call would have stopped the answer too
            return False
        if not _same(c.got, made):
            return False
    return not all(_same(c.got, c.want, 1e-4) for c in e.compared)


def _with_order(name: str, v: dict, order: tuple) -> list:
    """What the exercise gives where ``gradient`` gets its arguments in this order."""

    def gradient(x, y):
        row = {"w": v["w"], "b": v["b"], "x": x, "y": y}
        return v["gradient"](*(row[argument] for argument in order))

    if name == "sgd_step":
        dw, db = gradient(v["x"], v["y"])
        return [v["w"] - v["eta"] * np.asarray(dw, float), v["b"] - v["eta"] * np.asarray(db, float)]
    rows = [gradient(x, y) for x, y in zip(v["X"], v["y"])]
    return [np.mean([row[k] for row in rows], axis=0) for k in (0, 1)]
