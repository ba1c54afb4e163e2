"""Hints from rebuilding a wrong result: from rows combined in another way, other differences, exchanged arguments.

Each function takes an `Evidence` and returns a hint or None. A hint is given only if it is true of every call that can
be compared.
"""

import re
from collections.abc import Callable
from itertools import permutations, product

import numpy as np

from lib.checking.mistakes.evidence import Call, Evidence

# (function of the values v of the m rows and of the number n of weights, its words)
OF_ROWS = [
    (lambda v, n: v.sum(0), "the sum over the rows: divide it by m for the mean"),
    (lambda v, n: v.sum(0) / max(len(v) - 1, 1), "the sum over the rows divided by m - 1: the mean divides by m"),
    (lambda v, n: v.sum(0) / (len(v) + 1), "the sum over the rows divided by m + 1: the mean divides by m"),
    (lambda v, n: v.sum(0) / n, "the sum over the rows divided by n, the features: the mean divides by m, the rows"),
    (lambda v, n: v.sum(0) / (2 * len(v)), "the sum over the rows divided by 2 m, half of the mean"),
    (lambda v, n: v.sum(0) / len(v) ** 2, "the mean over the rows divided by m once more"),
    (lambda v, n: v.sum(0) / (len(v) * n), "the sum over the rows divided by m n, the size of X: the mean divides by m"),
    (lambda v, n: v.sum(0) / np.sqrt(len(v)), "the sum over the rows divided by the root of m: the mean divides by m"),
    (lambda v, n: v.sum(0) // len(v), "the mean over the rows rounded down: is it divided with //?"),
    (lambda v, n: (v.sum(0) + 1) / len(v), "1/m above the mean over the rows: does the sum start from 1, not 0?"),
    (lambda v, n: np.median(v, 0), "the median over the rows: the mean is wanted"),
    (lambda v, n: np.abs(v).mean(0), "the mean of the absolute values: the signs matter, take the mean without abs"),
    (lambda v, n: np.sqrt((v**2).mean(0)), "the root of the mean square over the rows: the mean is wanted"),
    (lambda v, n: (v**2).mean(0), "the mean of the squares over the rows: take the mean of the values themselves"),
    (lambda v, n: v.prod(0), "the product over the rows: add them up and divide by m"),
    (lambda v, n: v.max(0), "the largest over the rows: the mean is wanted"),
    (lambda v, n: v.min(0), "the smallest over the rows: the mean is wanted"),
    (lambda v, n: v[0], "that of the first row alone: the mean over all rows is wanted"),
    (lambda v, n: v[-1], "that of the last row alone: the mean over all rows is wanted"),
    (lambda v, n: v[0] / len(v), "that of the first row alone, divided by m: is the return inside the loop, or are pairs joined by +, not added?"),
    (lambda v, n: v[-1] / len(v), "that of the last row alone, divided by m: is the sum overwritten, not added to?"),
    (lambda v, n: (v[0] + v[-1]) / 2, "the mean of the first and the last row: take that of all rows"),
    (lambda v, n: v[:-1].sum(0) / len(v), "the sum without the last row, divided by m: does the loop end one row early?"),
    (lambda v, n: v[:-1].mean(0), "the mean without the last row: does the loop end one row early?"),
    (lambda v, n: v[1:].sum(0) / len(v), "the sum without the first row, divided by m: row 0 counts too"),
    (lambda v, n: v[1:].mean(0), "the mean without the first row: row 0 counts too"),
    (lambda v, n: v[::2].mean(0), "the mean over every second row alone"),
    (lambda v, n: v[:n].mean(0), "the mean over the first n rows: the loop goes over the m rows, not the n features"),
    (lambda v, n: v[:n].sum(0) / n, "the sum over the first n rows divided by n: X has m rows, and n features (columns)"),
    (lambda v, n: v[:n].sum(0) / len(v), "the sum over the first n rows divided by m: the loop goes over the m rows"),
]  # fmt: skip


def _same(got: list, made: list, relative: float = 1e-7, absolute: float = 1e-9) -> bool:
    """Whether all pairs of arrays have the same shape and agree."""
    return all(np.shape(g) == np.shape(m) and np.allclose(g, m, relative, absolute) for g, m in zip(got, made))


def of_rows(e: Evidence) -> str | None:
    """How the values of the rows are combined, if not by their mean."""
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
            if _same(got, [put_together(v, len(c.arguments["w"])) for v, c in zip(rows, calls)]):
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
    (lambda h: 2 * h**2, "/(2 h^2)"),
    (lambda h: (2 * h) ** 2, "/(2 h)^2"),
    (lambda h: 2 + h, "/(2 + h)"),
]


def differences(e: Evidence) -> str | None:
    """Which sum or difference of the loss at v, v + h and v - h a numerical derivative is."""
    if e.kind != "value" or e.name != "numerical_gradient" or len(e.compared) < 3:
        return None
    found = [(part, _difference(e, k, part)) for k, part in enumerate(e.parts) if not _right(e, k)]
    says = [says for _, says in found if says]
    if len(says) == 2 and says[1] == re.sub(r"\bw\b", "b", says[0].replace("dL/dw", "dL/db")):
        says = [says[0].replace(": ", ", and dL/db is the same for b: ", 1)]
    unknown = [part for part, said in found if not said]
    return "; ".join([*says, *(f"{part} is wrong too" for part in unknown)]) if says else None


def _flat(e: Evidence, k: int, side: str) -> np.ndarray:
    return np.concatenate([np.ravel(getattr(c, side)[k]) for c in e.compared])


def _right(e: Evidence, k: int) -> bool:
    return _same([_flat(e, k, "got")], [_flat(e, k, "want")], 1e-9)


def _difference(e: Evidence, k: int, part: str) -> str | None:
    got, of = _flat(e, k, "got"), "wb"[k]
    if not got.any():
        return f"{part} is 0{_why_zero(e) if of == 'w' else ', but the bias has a derivative too'}"
    points = np.hstack([_points(c, k) for c in e.compared])
    h = np.concatenate([np.full(np.size(c.got[k]), c.arguments.get("h", 1e-5)) for c in e.compared])
    for weights in product((1, -1, 0), (0, -1, 1), (0, 1, -1, 2, -2)):
        top = np.dot(weights, points)
        for divisor, written in DIVISORS:
            noise = (1e-3, 1e-5) if "^2" in written else (1e-8, 1e-9)  # rounding, divided by h^2
            if any(weights) and _same([got], [top / divisor(h)], *noise):
                says = _written(weights, of)
                says = f"({says}){written}" if written and np.count_nonzero(weights) > 1 else says + written
                wanted = f"wanted is the central difference, (f({of} + h) - f({of} - h))/(2 h)"
                return f"{part} is {says}: {'the sign is flipped; ' * (weights == (-1, 1, 0))}{wanted}"
    return None


def _why_zero(e: Evidence) -> str:
    if e.aspect == "integers":
        return ": an array of whole numbers, and w.copy() of one, has no room for h. Make it float, as w.astype(float)"
    if "source" in e.code and "set item" not in e.code:
        return " for every weight: is it ever computed? Move one weight at a time by h to both sides"
    return (
        " for every weight: are both losses taken at the same w? up = w and down = w make no copies, only more names "
        "for one array, in which + h and - h cancel. Make copies, as w.astype(float)"
    )


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


# (what `gradient` is called with in the place of w, b, x, y; its words)
CALLS = [
    (lambda v: {"y": 1 - v["y"]}, "1 - y in place of y"),
    (lambda v: {"y": 0}, "0 in place of y"),
    (lambda v: {"y": 1}, "1 in place of y"),
    (lambda v: {"b": -v["b"]}, "-b in place of b"),
    (lambda v: {"b": 0}, "0 in place of b"),
    (lambda v: {"w": -v["w"]}, "-w in place of w"),
    (lambda v: {"w": 0 * v["w"]}, "0 in place of w"),
    (lambda v: {"w": 0 * v["w"], "b": 0}, "0 in place of w and b"),
    (lambda v: {"x": -v["x"]}, "-x in place of x"),
    (lambda v: {"x": v["w"]}, "w in place of x"),
    (lambda v: {"w": v["x"]}, "x in place of w"),
]


def exchanged(e: Evidence) -> str | None:
    """Whether `gradient` is called with its arguments in another order, or with others."""
    if e.kind != "value" or e.name not in ("sgd_step", "batch_gradient") or len(e.compared) < 3:
        return None
    for order in list(permutations("wbxy"))[1:]:
        if _fits(e, lambda v, order=order: _with_call(e.name, v, lambda row: dict(zip("wbxy", map(row.get, order))))):
            return f"`gradient` is called in the order ({', '.join(order)}): it is gradient(w, b, x, y)"
    for call, says in CALLS:
        if _fits(e, lambda v, call=call: _with_call(e.name, v, call)):
            return f"`gradient` is called with {says}: it is gradient(w, b, x, y)"
    return None


def _fits(e: Evidence, make: Callable) -> bool:
    for c in e.compared:
        try:
            made = make(c.arguments)
        except (ValueError, TypeError, IndexError):  # the answer did not raise, so it does not make this call
            return False
        if not _same(c.got, made):
            return False
    return not all(_same(c.got, c.want, 1e-4) for c in e.compared)


def _with_call(name: str, v: dict, call: Callable) -> list:
    """What the exercise returns if ``gradient`` is called with ``call(row)`` in the place of w, b, x and y."""

    def gradient(x, y):
        row = {"w": v["w"], "b": v["b"], "x": x, "y": y}
        return v["gradient"](*(row | call(row)).values())

    if name == "sgd_step":
        dw, db = gradient(v["x"], v["y"])
        return [v["w"] - v["eta"] * np.asarray(dw, float), v["b"] - v["eta"] * np.asarray(db, float)]
    rows = [gradient(x, y) for x, y in zip(v["X"], v["y"])]
    return [np.mean([row[k] for row in rows], axis=0) for k in (0, 1)]
