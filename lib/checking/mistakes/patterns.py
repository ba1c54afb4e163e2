"""Hints from relations between wrong values and right ones, if no known wrong formula gives the values.

Each of `PATTERNS` takes an `Evidence` and returns a hint or None.
"""

from itertools import permutations, product

import numpy as np

from lib.checking.mistakes import lines, rebuilt, relations

# ---------------------------------------------------------------- a result that is the right one, but changed


def _same(got, want, relative=1e-6, absolute=1e-9):
    """Whether all pairs of arrays agree."""
    return all(np.allclose(g, w, rtol=relative, atol=absolute, equal_nan=True) for g, w in zip(got, want))


def _float32(value):
    with np.errstate(over="ignore", invalid="ignore"):
        return value.astype(np.float32).astype(float)


# (change of the right array, its words); compared exactly, because rounding is one of them
CHANGES = [
    (lambda v: -v, "is minus the expected one: the sign is flipped"),
    (lambda v: np.zeros_like(v), "is always 0"),
    (lambda v: np.ones_like(v), "is always 1"),
    (lambda v: np.abs(v), "is the absolute value of the expected one: the sign is lost"),
    (lambda v: -np.abs(v), "is minus the absolute value of the expected one: the sign is lost"),
    (lambda v: np.floor(v), "is rounded down to a whole number: is there a // or an integer type (dtype)?"),
    (lambda v: np.trunc(v), "is cut off to a whole number: is there int() or an integer type (dtype)?"),
    (lambda v: np.round(v), "is rounded to a whole number: return it unrounded"),
    (lambda v: np.sign(v), "is only the sign of the expected one"),
    (lambda v: v**2, "is the square of the expected one"),
    (lambda v: np.sqrt(np.abs(v)), "is the square root of the expected one"),
    (lambda v: 1 / v, "is 1 divided by the expected one: it is turned upside down"),
    (lambda v: 1 - v, "is 1 minus the expected one"),
    (lambda v: 1 + v, "is 1 plus the expected one: 1 too many"),
    (lambda v: np.exp(v), "is exp of the expected one"),
    (lambda v: np.log(v), "is the logarithm of the expected one"),
    (lambda v: 1 / (1 + np.exp(-v)), "is sigma of the expected one, its activation: is sigma applied once too often?"),
    (lambda v: np.log(v / (1 - v)), "is z where sigma(z) is the expected one: sigma is missing"),
    (lambda v: np.maximum(v, 0), "is 0 wherever the expected one is negative: is there a max(0, ...)?"),
    (lambda v: v[::-1] if v.ndim else v, "is in reverse order"),
    (lambda v: np.sort(v, axis=None).reshape(v.shape), "is sorted: keep the order"),
    (lambda v: np.roll(v, 1) if v.ndim else v, "is shifted by one place"),
    (lambda v: np.roll(v, -1) if v.ndim else v, "is shifted by one place"),
    (lambda v: np.cumsum(v).reshape(v.shape), "is summed up on the way: each entry stands alone"),
    (lambda v: np.full_like(v, np.sum(v)), "has the sum of all the entries in each place"),
    (lambda v: np.full_like(v, np.mean(v)) if v.size else v, "has the mean of all the entries in each place"),
    (lambda v: v / np.sum(v), "is divided by the sum of its entries"),
    (lambda v: v / np.max(np.abs(v)) if v.size else v, "is divided by its largest entry"),
    (lambda v: v / np.sqrt(np.sum(v**2)), "is scaled to length 1: keep its length"),
    (lambda v: np.full_like(v, v.flat[0]) if v.size else v, "has the first entry in each place"),
    (lambda v: np.full_like(v, v.flat[-1]) if v.size else v, "has the last entry in each place"),
    (lambda v: np.append(v[:-1], 0) if v.ndim == 1 else v, "is right except for its last entry, which is 0"),
    (lambda v: np.append(0, v[1:]) if v.ndim == 1 else v, "is right except for its first entry, which is 0"),
    (lambda v: np.append(v[:1], 0 * v[1:]) if v.ndim == 1 else v, "is right in its first entry alone; the others are 0"),
]  # fmt: skip


def _rows(v):
    return len(v["X"])


def _features(v):
    return len(v["w"])


# Factors that a formula may have too many or lack: (value, its name).
FACTORS = [
    (lambda v: v["eta"], "eta"),
    (lambda v: v["h"], "h"),
    (lambda v: v["h"] ** 2, "h^2"),
    (_rows, "m (the number of rows)"),
    (_features, "n (the number of weights)"),
    (lambda v: _rows(v) * _features(v), "m n (the size of X)"),
    (lambda v: 2 * _rows(v), "2 m (twice the number of rows)"),
    (lambda v: _rows(v) + 1, "m + 1"),
    (lambda v: _rows(v) / _features(v), "m/n (divided by n in place of m)"),
    (lambda v: _features(v) + 1, "n + 1"),
    (lambda v: v["epochs"], "the number of epochs"),
    (lambda v: np.asarray(v["b"], float), "b"),
    (lambda v: np.asarray(v["y"], float), "y"),
    (lambda v: np.asarray(v["a"], float), "a"),
    (lambda v: np.asarray(v["z"], float), "z"),
    (lambda v: np.asarray(v["w"], float), "w"),
    (lambda v: np.asarray(v["x"], float), "x"),
    (lambda v: np.asarray(v["eps"], float), "eps"),
]  # fmt: skip
SPECIAL = {
    2.0: "twice", 0.5: "half of", -2.0: "-2 times", -0.5: "-1/2 times", 4.0: "4 times", 0.25: "1/4 of",
    round(1 / np.log(2), 9): "1/log(2) times (is it log2?)", round(1 / np.log(10), 9): "1/log(10) times (is it log10?)",
}  # fmt: skip


def _change(calls, i):
    """How result ``i`` was changed: "" if it is right, None if no known change explains it."""
    got, want = ([np.asarray(side[i], float) for side in sides] for sides in zip(*((c.got, c.want) for c in calls)))
    if _same(got, want, 1e-9, 1e-12):
        return ""
    with np.errstate(all="ignore"):
        for change, says in CHANGES:
            if _same(got, [change(w) for w in want], 1e-9, 1e-12):
                return says
        return _constant(got, want) or _factor(calls, got, want) or _offset(calls, got, want) or _rounded(got, want)


def _flat(arrays):
    return np.concatenate([np.ravel(a) for a in arrays])


def _constant(got, want):
    g, w = _flat(got), _flat(want)
    if g.size > 3 and np.ptp(g) == 0 and np.ptp(w) > 0:
        return f"is always {g[0]:.6g}, whatever the input"
    known = np.isfinite(g) & np.isfinite(w) & (np.abs(w) > 1e-9)
    if known.sum() < 3 or not np.allclose(g[np.isfinite(w) & ~known], 0, atol=1e-7):
        return None
    ratio = g[known] / w[known]
    k = np.median(ratio)
    if k and abs(k - 1) > 1e-4 and np.allclose(ratio, k, rtol=1e-6):
        times = SPECIAL.get(round(float(k), 9), f"{k:.6g} times")
        return f"is {times} the expected one: a constant factor is missing or too many"
    offset = g[known] - w[known]
    if abs(offset[0]) > 1e-6 and np.allclose(offset, offset[0], rtol=1e-6, atol=1e-12):
        return f"is off by {offset[0]:.6g} everywhere: something constant is added"
    return None


def _fits(calls, got, want, make):
    """Whether ``make(arguments, want)`` gives what was returned, and clearly differs from what is right."""
    try:
        made = [np.asarray(make(call.arguments, w), float) for call, w in zip(calls, want)]
    except (KeyError, TypeError, ValueError, IndexError):  # some exercises lack the argument
        return False
    same_shapes = all(m.shape == g.shape for m, g in zip(made, got))
    return same_shapes and _same(got, made) and not _same(want, made, 1e-4, 1e-4)


def _factor(calls, got, want):
    for factor, name in FACTORS:
        if _fits(calls, got, want, lambda v, w: w * factor(v)):  # noqa: B023
            return f"is multiplied by {name}, or not divided by it"
        if _fits(calls, got, want, lambda v, w: w / factor(v)):  # noqa: B023
            return f"is divided by {name}, or not multiplied by it"
    return None


def _offset(calls, got, want):
    for factor, name in FACTORS:
        if _fits(calls, got, want, lambda v, w: np.broadcast_to(factor(v), w.shape)):  # noqa: B023
            return f"is just {name}"
        if _fits(calls, got, want, lambda v, w: w + factor(v)):  # noqa: B023
            return f"is too large by {name}, as if {name} were added (or a sum started from it)"
        if _fits(calls, got, want, lambda v, w: w - factor(v)):  # noqa: B023
            return f"is too small by {name}, as if {name} were subtracted"
    return None


def _rounded(got, want):
    g, w = _flat(got), _flat(want)
    finite = np.isfinite(g) & np.isfinite(w)
    if not finite.any() or not np.array_equal(g[~finite], w[~finite], equal_nan=True):
        return None
    g, w = g[finite], w[finite]
    for decimals in range(1, 11):
        if np.all(np.abs(g - np.round(g, decimals)) < 1e-13) and np.all(np.abs(g - w) <= 0.51 * 10.0**-decimals):
            return f"has {decimals} decimal{'s' * (decimals > 1)} only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact"
    if np.array_equal(g, _float32(g)) and np.allclose(g, w, rtol=1e-5, atol=1e-30):
        return "has the digits of float32 only: is there a dtype float32? Compute in float64"
    return None


def _nearly(got, want):
    g, w = _flat(got), _flat(want)
    known = np.isfinite(g) & np.isfinite(w)
    error = np.abs(g - w)[known] / np.maximum(np.abs(w[known]), 1e-3)
    return error.size and np.max(error) < 1e-3


INTEGERS = "w holds whole numbers here; does an integer array, a copy of w or one made like it, swallow the small h? Make it float"
# What to look at in a result that is wrong while others are right.
LOOK_AT = {
    ("gradient_squared_error", "dL/dw"): "its last factor is dz/dw = x, eq. 20",
    ("gradient_squared_error", "dL/db"): "its last factor is dz/db = 1, eq. 21",
    ("gradient_cross_entropy", "dL/dw"): "its last factor is dz/dw = x, eq. 26",
    ("gradient_cross_entropy", "dL/db"): "its last factor is dz/db = 1, eq. 27",
    ("batch_gradient", "dL/dw"): "how the rows' dL/dw are added up and divided by m",
    ("batch_gradient", "dL/db"): "how the rows' dL/db are added up and divided by m",
    ("numerical_gradient", "dL/dw"): "one weight at a time moves by h to both sides and back, and the difference is divided by (2 h), with parentheses",
    ("numerical_gradient", "dL/db"): "b moves by h to both sides while w stays, and the difference is divided by (2 h), with parentheses",
    ("chain_factors", "dL/da"): "it is loss_prime at the activation a and the label y, in this order",
    ("chain_factors", "da/dz"): "it is a' = sigma'(z) = a (1 - a), eq. 13",
    ("chain_factors", "dz/dw"): "z = w . x + b is to be differentiated with respect to w",
    ("chain_factors", "dz/db"): "z = w . x + b is to be differentiated with respect to b",
    ("sgd_step", "w"): "the step of w is eta times dL/dw at the old w and b",
    ("sgd_step", "b"): "the step of b is eta times dL/db at the old w and b",
    ("sgd", "w"): "its step, and what becomes of it from row to row",
    ("sgd", "b"): "its step, and what becomes of it from row to row",
}  # fmt: skip


def _changed_results(e):
    """Which results are right, and how the wrong ones were changed."""
    if e.kind != "value" or len(e.compared) < 2 or e.name == "epochs_to_reach":
        return None
    changes = [_change(e.compared, i) for i in range(len(e.parts))]
    changes = [_unless_elsewhere(e, part, i, change) for i, (part, change) in enumerate(zip(e.parts, changes))]
    if len(e.parts) == 1:
        return changes[0] and f"Your result {changes[0]}"
    right = [part for part, change in zip(e.parts, changes) if change == ""]
    if len(right) == len(e.parts) or not right and None in changes:
        return None
    if not right and len(set(changes)) == 1:
        return f"Each result ({', '.join(e.parts)}) {changes[0]}"
    says = [f"{_and(right)} {'is' if len(right) == 1 else 'are'} right"] if right else []
    says += [_what_is_wrong(e, part, i, change) for i, (part, change) in enumerate(zip(e.parts, changes)) if change != ""]
    return "; ".join(says)


def _what_is_wrong(e, part, i, change):
    """A wrong result in words; ``change`` is None where it is not known how it differs."""
    if change is None and _nearly(*zip(*((c.got[i], c.want[i]) for c in e.compared))):
        change = f"is nearly right{relations.suspects(e)}"
    if change is not None:
        return f"{part} {change}"
    known = INTEGERS if e.aspect == "integers" and part == "dL/dw" else LOOK_AT.get((e.name, part))
    return f"{part} is wrong" + (f": {known}" if known else "")


def _unless_elsewhere(e, part, i, change):
    """``change``, but "is always 0" only if that is true of all recorded calls, not only of those that are compared."""
    value = e.compared[0].got[i].flat[0] if change and "always" in change and e.compared[0].got[i].size else None
    if value is None or relations.always(e, part, value):
        return change
    return f"is {value:.6g} wherever it can be compared"


def _and(names):
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


# ---------------------------------------------------------------- which inputs it goes wrong on


def _whole(value):
    return isinstance(value, np.ndarray) and value.dtype.kind in "iu"


def _only_whole(v):
    """Whether np.zeros_like and the like, applied to the inputs, would make an integer array."""
    likes = [v[k] for k in ("w", "x", "X", "losses") if k in v]
    if likes:
        return any(map(_whole, likes))
    return all(np.asarray(value).dtype.kind in "iu" for value in v.values())


PRECISION = "what the code has that costs digits"  # said by `relations.suspects`
CUT = "is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float"
ELEMENTWISE = ("sigmoid", "sigmoid_prime", "squared_error", "squared_error_prime", "cross_entropy", "cross_entropy_prime", "cross_entropy_from_z", "predict")  # fmt: skip
LOSSES = ("squared_error", "squared_error_prime", "cross_entropy", "cross_entropy_prime", "cross_entropy_from_z", "gradient_squared_error", "gradient_cross_entropy", "chain_factors", "sgd_step")  # fmt: skip

# (exercises, condition on the arguments of one entry, its words, what to look at)
PLACES = [
    (LOSSES, lambda v: v["y"] == 0, "where y = 0", "look at the term that y = 0 selects"),
    (LOSSES, lambda v: v["y"] == 1, "where y = 1", "look at the term that y = 1 selects"),
    (ELEMENTWISE, lambda v: v["z"] == 0, "at z = 0", "look at how z = 0 itself is treated"),
    (ELEMENTWISE, lambda v: v["z"] < -20, "for z far below 0", PRECISION),
    (ELEMENTWISE, lambda v: v["z"] > 20, "for z far above 0", PRECISION),
    (ELEMENTWISE, lambda v: np.abs(v["z"]) > 20, "for large |z|", PRECISION),
    (ELEMENTWISE, lambda v: v["z"] < 0, "for negative z", "look at the branch that negative z takes"),
    (ELEMENTWISE, lambda v: v["z"] > 0, "for positive z", "look at the branch that positive z takes"),
    (ELEMENTWISE, lambda v: np.abs(v["a"] - 0.5) < 1e-9, "at a = 1/2", "class 1 is where a >= 1/2, and 1/2 itself belongs to it (eq. 15)"),
    (ELEMENTWISE, lambda v: v["a"] == 0, "at a = 0", "look at how a = 0 is treated"),
    (ELEMENTWISE, lambda v: v["a"] == 1, "at a = 1", "look at how a = 1 is treated"),
    (ELEMENTWISE, lambda v: (v["a"] == 0) | (v["a"] == 1), "at a = 0 and a = 1", "look at how the two ends are treated"),
    (ELEMENTWISE, lambda v: (v["a"] < 1e-3) | (v["a"] > 0.999), "for a next to 0 or 1", PRECISION),
]  # fmt: skip


def _place(e):
    """A condition that holds for exactly the wrong entries of an elementwise answer."""
    if e.kind != "value" or e.name not in ELEMENTWISE or len(e.compared) < 2:
        return None
    wrong = [~np.isclose(c.got[0], c.want[0], rtol=1e-9, atol=1e-12, equal_nan=True) for c in e.compared]
    for exercises, test, where, look in PLACES:
        if e.name not in exercises:
            continue
        try:
            there = [
                np.broadcast_to(test({k: np.asarray(v) for k, v in c.arguments.items()}), c.want[0].shape)
                for c in e.compared
            ]
        except KeyError:
            continue
        bad, here = _flat(wrong), _flat(there)
        if bad.any() and not bad[~here].any() and bad[here].mean() > 0.5 and not here.all():
            return f"Right elsewhere, wrong only {where}{_look(e, look)}"
    return None


def _look(e, look):
    """The end of a sentence that says what to look at."""
    return relations.suspects(e) if look is PRECISION else f": {look}"


SGD_ONE = "look at what changes from one epoch to the next; each draws a new permutation, and w and b go on"
# (exercises or () for all, condition on a call, its words, what to look at)
CASES = [
    *((("saturation_point",), lambda c, e=e: c.arguments["eps"] < e, f"for small eps, below {e:g}", "z is large there: does a search stop too early, or are digits lost in 1 - sqrt(1 - 4 eps)?") for e in (2e-6, 1e-5, 1e-4, 1e-3, 1e-2)),
    *((("saturation_point",), lambda c, e=e: c.arguments["eps"] > e, f"for eps next to 1/4, above {e:g}", "z is next to 0 there: does a search start too late?") for e in (0.1, 0.15, 0.22)),
    (("saturation_point",), lambda c: c.arguments["eps"] == 0.25, "for eps = 1/4", "the answer is z = 0"),
    ((), lambda c: _only_whole(c.arguments), "where whole numbers (integers) go in", CUT),
    ((), lambda c: any(isinstance(v, np.ndarray) and v.ndim == 2 for v in c.arguments.values()), "for arrays of two dimensions", "is there a loop, an index or an axis made for one dimension?"),
    (("pre_activation",), lambda c: np.ndim(c.arguments["x"]) == 2, "for a batch", "x may hold several examples, one a row: sum over the features of each row alone"),
    (ELEMENTWISE, lambda c: all(np.ndim(v) == 0 for v in c.arguments.values()), "for scalars", "a single number has no len, no index and no shape to loop over"),
    (ELEMENTWISE, lambda c: any(np.ndim(v) > 0 for v in c.arguments.values()), "for arrays", "each entry stands alone: is something summed, averaged or divided by a number of entries, or made for one number only?"),
    (ELEMENTWISE, lambda c: any(isinstance(v, np.ndarray) and v.ndim == 0 for v in c.arguments.values()), "for arrays without dimensions, np.array(0.3)", "they are scalars in the shape of an array"),
    (LOSSES, lambda c: np.size(c.arguments["y"]) == 1 and np.ravel(c.arguments["y"])[0] == 0, "for y = 0", "look at the term that y = 0 selects"),
    (LOSSES, lambda c: np.size(c.arguments["y"]) == 1 and np.ravel(c.arguments["y"])[0] == 1, "for y = 1", "look at the term that y = 1 selects"),
    (("gradient_squared_error", "gradient_cross_entropy", "chain_factors"), lambda c: _saturated(c.arguments), "for large |z|, where the neuron is saturated", PRECISION),
    (("epochs_to_reach",), lambda c: c.want is not None and float(c.arguments["losses"][0]) <= c.arguments["target"], "where losses[0] reaches the target already", "k = 0 is an answer too, and 0 counts as false in an if"),
    (("epochs_to_reach",), lambda c: np.any(c.arguments["losses"] == c.arguments["target"]), "where a loss equals the target exactly", "equal counts as reached: <="),
    (("epochs_to_reach",), lambda c: np.min(c.arguments["losses"]) > c.arguments["target"], "where the target is never reached", "None is wanted there"),
    (("epochs_to_reach",), lambda c: _rises(c.arguments["losses"]), "where the losses rise again", "the first k is wanted, whatever comes after it"),
    (("epochs_to_reach",), lambda c: len(c.arguments["losses"]) == 1, "where there is one loss alone", "without training there is losses[0] only"),
    (("sgd",), lambda c: c.arguments["epochs"] == 0, "for epochs = 0", "without training w and b stay, and there is one loss"),
    (("sgd",), lambda c: c.arguments["epochs"] != 1, "for any number of epochs but 1", "is the return inside the loop over the epochs, or their number fixed?"),
    (("sgd",), lambda c: c.arguments["epochs"] > 1, "for more than one epoch", SGD_ONE),
    (("sgd",), lambda c: c.arguments["epochs"] > 1 and len(c.arguments["X"]) > 1, "for more than one epoch of several rows", SGD_ONE),
    (("sgd",), lambda c: c.arguments["epochs"] > 0, "where there is training", "with epochs = 0 it is right, so look inside the loop over the epochs"),
    (("sgd", "batch_gradient"), lambda c: len(c.arguments["X"]) > 1 and c.arguments.get("epochs", 1) > 0, "where X has more than one row", "look at the loop over the rows, and at what is kept from row to row"),
    (("batch_gradient",), lambda c: np.shape(c.arguments["X"])[0] != np.shape(c.arguments["X"])[1], "where m and n differ", "X has m rows and n columns: the loop and the mean go over the m rows"),
    (("batch_gradient",), lambda c: np.shape(c.arguments["X"])[0] > np.shape(c.arguments["X"])[1], "where there are more rows than columns", "the loop goes over the m rows, not the n columns"),
    (("sgd", "batch_gradient", "sgd_step"), lambda c: c.arguments["gradient"].__name__ == "made_up_gradient", "with a gradient that is neither loss's", "use the argument `gradient`, called as gradient(w, b, x, y)"),
    (("sgd", "batch_gradient", "sgd_step"), lambda c: c.arguments["gradient"].__name__ != "gradient_cross_entropy", "with another gradient than the cross-entropy's", "use the argument `gradient`, not a fixed one"),
    (("sgd", "batch_gradient", "sgd_step"), lambda c: c.arguments["gradient"].__name__ != "gradient_squared_error", "with another gradient than the squared error's", "use the argument `gradient`, not a fixed one"),
    (("sgd",), lambda c: c.arguments["loss"].__name__ != "cross_entropy_loss", "with another loss than the cross-entropy", "use the argument `loss`, not a fixed one"),
    (("sgd",), lambda c: c.arguments["loss"].__name__ != "squared_error_loss", "with another loss than the squared error", "use the argument `loss`, not a fixed one"),
    (("chain_factors",), lambda c: c.arguments["loss_prime"].__name__ != "cross_entropy_prime", "with another loss than the cross-entropy", "use the argument loss_prime, called as loss_prime(a, y)"),
    (("chain_factors",), lambda c: c.arguments["loss_prime"].__name__ != "squared_error_prime", "with another loss than the squared error", "use the argument loss_prime, called as loss_prime(a, y)"),
    (("chain_factors",), lambda c: c.arguments["loss_prime"].__name__ == "squared_error_prime", "with the loss_prime of lib, which insists on 0 <= a <= 1 and y = 0 or 1", "call it as loss_prime(a, y): the activation first, not z, and then the label"),
    (("chain_factors",), lambda c: c.arguments["loss_prime"].__name__ != "made_up_slope", "with the loss_prime of lib, which insists on 0 <= a <= 1 and y = 0 or 1", "call it as loss_prime(a, y): the activation first, not z, and then the label"),
    (("numerical_gradient",), lambda c: "h" in c.arguments, "where h is given", "is the argument h used in the steps and in the divisor?"),
    (("numerical_gradient",), lambda c: "h" not in c.arguments, "where h is not given", "the default is h = 1e-5: smaller steps drown in rounding, larger ones are too coarse"),
    (("pre_activation", "gradient_squared_error", "gradient_cross_entropy", "numerical_gradient", "sgd_step", "chain_factors", "sgd"), lambda c: np.size(c.arguments["w"]) > 1, "where there is more than one weight", "each weight has its own entry: look at sums, loops and indices over j"),
    (("pre_activation", "gradient_squared_error", "gradient_cross_entropy", "numerical_gradient", "sgd_step", "chain_factors", "sgd"), lambda c: np.size(c.arguments["w"]) == 1, "where there is one weight alone", "an array of one entry is an array still: is it squeezed or treated as a scalar?"),
]  # fmt: skip


def _saturated(v):
    return abs(float(np.dot(v["w"], v["x"]) + v["b"])) > 5


def _rises(losses):
    return bool(np.any(np.diff(losses) > 0))


def _case(e):
    """A condition that holds for exactly the wrong calls."""
    if len(e.calls) < 3 or not any(c.faulty for c in e.calls) or all(c.faulty for c in e.calls):
        return None
    verb = {"exception": "stops", "warning": "warns", "nan": "gives nan or inf", "type": "returns the wrong type"}.get(
        e.kind, "is wrong"
    )
    for exercises, test, where, look in CASES:
        if exercises and e.name not in exercises:
            continue
        there = [bool(test(c)) for c in e.calls]
        if all(c.faulty == t for c, t in zip(e.calls, there)):
            return f"Right elsewhere, it {verb} only {where}{_look(e, look)}"
    return None


def never_reached(e):
    """For `epochs_to_reach`: whether it raises only if no loss reaches the target."""
    if e.name != "epochs_to_reach" or e.kind != "exception":
        return None
    if all(c.faulty == (np.min(c.arguments["losses"]) > c.arguments["target"]) for c in e.calls):
        return "Your code stops where the target is never reached: look for that case first, and return None"
    return None


def _mostly(e):
    """A condition that holds for all wrong calls, and for some right ones."""
    if e.kind == "exception" or len(e.calls) < 3 or not any(c.faulty for c in e.calls):
        return None
    for exercises, test, where, look in CASES:
        if exercises and e.name not in exercises:
            continue
        there = [bool(test(c)) for c in e.calls]
        few_are_right = sum(c.faulty for c in e.calls) >= 0.5 * sum(there)
        if few_are_right and not all(there) and all(t or not c.faulty for c, t in zip(e.calls, there)):
            return f"Whatever goes wrong, goes wrong {where}{_look(e, look)}"
    return None


# ---------------------------------------------------------------- single exercises


def _certain_and_wrong(e):
    """What a cross-entropy returns if infinity is expected."""
    if e.name != "cross_entropy" or e.kind != "value" or not e.compared:
        return None
    got, want = (_flat([getattr(c, side)[0] for c in e.compared]) for side in ("got", "want"))
    finite = got[np.isinf(want) & np.isfinite(got)]
    if not finite.size:
        return None
    costs = sorted({f"{cost + 0.0:.4g}" for cost in finite}, key=float)
    cost = " or ".join(costs[:2])
    says = f"Certain and wrong must cost infinity, and costs {cost} here"
    if "nan_to_num" in e.code:
        return f"{says}: np.nan_to_num turns inf, which is right, into a number"
    if limits := sorted(e.code & {"clip", "minimum", "maximum"}):
        return f"{says}: np.{limits[0]} keeps it finite, and that changes the answer (eq. 18)"
    if "tiny" in e.code:
        return f"{says}: a small number (an epsilon) keeps it finite, and that changes the answer (eq. 18)"
    return f"{says} (eq. 18)"


def _stops_growing(e):
    if e.name != "cross_entropy_from_z" or e.kind != "value":
        return None
    far = [(c.got[0], c.want[0]) for c in e.compared if np.max(np.abs(c.arguments["z"])) > 30]
    if far and all(np.max(got) < 800 for got, _ in far) and any(np.max(want) >= 800 for _, want in far):
        top = max(np.max(got) for got, _ in far)
        return f"The loss stops growing at {top:.4g}, but it must grow like |z| (eq. 18)" + (": look at the clipping" if "clip" in e.code else "")
    return None


def _tiny_losses(e):
    """Whether a tiny cross-entropy from z loses its digits."""
    if e.name != "cross_entropy_from_z" or e.kind != "value" or e.aspect != "stable" or not e.compared:
        return None
    got, want = (_flat([getattr(c, side)[0] for c in e.compared]) for side in ("got", "want"))
    wrong = ~np.isclose(got, want, rtol=1e-11, atol=0)
    if not wrong.any() or np.any(want[wrong] > 1e-4) or not np.all(np.abs(got[wrong]) < 1e-3):
        return None
    says = "A tiny loss loses its digits: where exp(-33) = 5e-15 is wanted, 0 or a rounded number comes back"
    if "log" in e.code and "log1p" not in e.code:
        return f"{says}. 1 + u forgets a tiny u before log sees it: np.log1p(u) keeps it"
    if "logaddexp" in e.code or "log1p" in e.code:
        return f"{says}. Is it left over from a difference or a sum of larger numbers? log(1 + exp(s)) with s = z or -z needs none"
    return says


def _bad_eps(e):
    """Which invalid values of eps raise no error."""
    if e.name != "saturation_point" or e.aspect != "errors" or e.kind != "no error":
        return None
    through = [float(c.arguments["eps"]) for c in e.calls if c.record.get("returned")]
    stopped = [float(c.arguments["eps"]) for c in e.calls if not c.record.get("returned")]
    if not stopped:
        both = " (a test with `and` holds only if both its sides do)" if "and" in e.code else ""
        return f"No eps is refused: raise ValueError unless 0 < eps <= 1/4{both}"
    for test, what in ((lambda v: v == 0, "eps = 0 is"), (lambda v: v <= 0, "eps <= 0 is"), (lambda v: v > 0.25, "eps above 1/4 is"), (lambda v: 0.25 < v < 1, "eps between 1/4 and 1 is"), (lambda v: v < 0, "a negative eps is")):
        if all(map(test, through)) and not any(map(test, stopped)):
            return f"{what} let through: raise ValueError unless 0 < eps <= 1/4"
    return "Some eps that are not allowed are let through: raise ValueError unless 0 < eps <= 1/4"


def _one_half(e):
    if e.name != "predict" or e.kind != "value":
        return None
    a, got, want = (
        _flat(v) for v in zip(*((np.asarray(c.arguments["a"], float), c.got[0], c.want[0]) for c in e.compared))
    )
    wrong = got != want
    if not np.isin(got, (0, 1)).all():
        return "Some values are neither 0 nor 1: class 1 is where a >= 1/2, class 0 elsewhere (eq. 14, 15)"
    if np.all(wrong):
        return "The classes are swapped: class 1 is where a >= 1/2 (eq. 14, 15)"
    if np.all(np.abs(a[wrong] - 0.5) < 0.01):
        if np.all(a[wrong] < 0.5):
            return "A value just below 1/2 is put into class 1: adding to it or a tolerance rounds it up. Compare a itself with 1/2 (eq. 15)"
        return "The threshold is slightly off: class 1 is where a >= 1/2, and 1/2 itself belongs to it (eq. 15)"
    if np.ptp(got) == 0:
        return f"Every class is {got[0]:g}: class 1 is where a >= 1/2 (eq. 14, 15)"
    if np.min(a[got == 1], initial=2) > np.max(a[got == 0], initial=-1):
        return "The threshold is not 1/2: class 1 is where a >= 1/2 (eq. 14, 15)"
    return None


def _outside(e):
    if e.kind != "value" or len(e.parts) > 1:
        return None
    got = [c.got[0] for c in e.compared]
    if e.name == "sigmoid" and any(np.any((g < 0) | (g > 1)) for g in got):
        return "Some values lie outside (0, 1), where sigma(z) never goes (eq. 8, 9): check the signs"
    if e.name == "sigmoid_prime" and any(np.any(g < 0) for g in got):
        return "Some values are negative, but sigma rises everywhere: check the signs (eq. 13)"
    if e.name == "sigmoid_prime" and any(np.any(g > 0.2500001) for g in got):
        return "Some values are above 1/4, the largest that a (1 - a) takes: is a factor missing (eq. 13)?"
    if e.name in ("squared_error", "cross_entropy", "cross_entropy_from_z") and any(np.any(g < 0) for g in got):
        return "Some losses are negative, but a loss never is: check the signs"
    if e.name == "squared_error" and any(np.any(g > 0.5000001) for g in got):
        return "Some losses are above 1/2, the largest that (a - y)^2 / 2 takes: check the factor and the sign of y"
    return None


def _index(e):
    if e.name != "epochs_to_reach" or e.kind != "value":
        return None
    pairs = [(c.arguments, float(c.got[0]), float(c.want[0])) for c in e.compared if c.got[0].ndim == 0]
    if pairs and all(got == want + 1 for _, got, want in pairs):
        return "k is one too large: losses[0] is before training, so k counts from 0"
    if (
        pairs
        and any(got > want for _, got, want in pairs)
        and all(got == want or got > want and _rises(v["losses"]) for v, got, want in pairs)
    ):
        return "k is too large where the losses rise again: the first k with losses[k] <= target is wanted, whatever comes after it"
    return None


def _order(e):
    """Whether the rows were visited, but in another order."""
    if e.name != "sgd" or e.kind != "value" or e.parts != ["w", "b"]:
        return None
    for call in e.compared:
        v = call.arguments
        m = len(v["X"])
        if v["epochs"] != 1 or m != 3 or not call.faulty:
            continue
        hit = next((visits for visits in _visits(m) if _same(call.got, _run(v, visits), 1e-9, 1e-12)), None)
        if hit is None:
            return _apart(call)
        if len(set(hit)) == m:
            return "Every row is visited once, but in another order: use rng.permutation(m) of the argument rng, once an epoch, and no other generator"
        return f"An epoch does not visit every row once ({len(hit)} steps, {len(set(hit))} of {m} rows): the order is rng.permutation(m)"
    return None


def _apart(call):
    """Whether every row is visited once, but some with the label of another row."""
    v = call.arguments
    y = np.asarray(v["y"])
    for rows in permutations(range(len(v["X"]))):
        for labels in permutations(range(len(rows))):
            i = next((i for i, j in zip(rows, labels) if y[i] != y[j]), None)
            if i is not None and _same(call.got, _run({**v, "y": dict(zip(rows, y[list(labels)]))}, rows), 1e-9, 1e-12):
                return "Rows and labels come apart: a row is used with the label of another one. Row i belongs to label i, so shuffle both in the same order"
    return None


LENGTHS = [
    (lambda epochs, m: epochs * m + 1, "a value for each step, so it grows inside the loop over the rows"),
    (lambda epochs, m: epochs * m, "a value for each step, so it grows inside the loop over the rows, and none before training"),
    (lambda epochs, m: epochs, "epochs values, one too few"),
    (lambda epochs, m: epochs + 2, "epochs + 2 values, one too many"),
]  # fmt: skip


def _losses_length(e):
    """What a wrong number of losses tells. It says nothing about w and b, which are another aspect."""
    if e.name != "sgd" or e.kind != "shape" or e.parts != ["losses"]:
        return None
    items = [(c.arguments, c.coded.get("items", [])) for c in e.calls if c.coded is not None]
    found = [(v, i[2]) for v, i in items if len(i) == 3]
    shapes: list[tuple[dict, tuple[int, ...]]] = [
        (v, (0,) if coded.get("items") == [] else relations.shape_of(coded)) for v, coded in found
    ]
    if not shapes or any(not shape for _, shape in shapes):
        return None
    if all(len(shape) == 2 and shape[1] == len(v["X"]) for v, shape in shapes):
        return "losses has a value for each row of X, where its mean over the rows is wanted, one number: loss(w, b, x, y) takes one row, and np.mean their mean"
    if any(len(shape) > 1 for _, shape in shapes):
        return None
    for length, says in LENGTHS:
        if all(shape[0] == length(v["epochs"], len(v["X"])) for v, shape in shapes):
            return f"losses has {says}: wanted are epochs + 1 values, losses[0] before training and one after each epoch"
    return None


def _visits(m):
    return [visits for length in (m, *range(1, m)) for visits in product(range(m), repeat=length)]


def _run(v, visits):
    w, b = np.asarray(v["w"], float), float(v["b"])
    for i in visits:
        dw, db = v["gradient"](w, b, v["X"][i], v["y"][i])
        w, b = w - v["eta"] * dw, b - v["eta"] * db
    return [w, np.asarray(b)]


def _rounded_losses(e):
    """Whether all losses were changed in the same way. This hint says more than which losses are wrong."""
    return _changed_results(e) if e.name == "sgd" and e.parts == ["losses"] else None


def _losses_list(e):
    """Which of the losses are right."""
    if e.name != "sgd" or e.kind != "value" or e.parts != ["losses"]:
        return None
    trained = [(c.got[0], c.want[0]) for c in e.compared if c.want[0].size > 1]
    if not trained:
        return None
    first = [np.isclose(got[0], want[0], rtol=1e-9) for got, want in trained]
    rest = [np.allclose(got[1:], want[1:], rtol=1e-9) for got, want in trained]
    if all(rest) and not any(first):
        return "Only losses[0] is wrong: it is the mean loss of all rows at the initial w and b, before training"
    if all(first) and not any(rest):
        return "losses[0] is right, the others are not: after each epoch take the mean loss of all rows at the w and b of that moment"
    if not any(first) and not any(rest):
        return "w and b are right, no loss is: each is the mean of loss(w, b, x, y) over all rows, once w and b have finished the epoch"
    return None


def _cut_off(e):
    """Whether a result is right except for max(0, ...), rounding or a sign. It comes before formulas with two slips."""
    return _changed_results(e) if len(e.parts) == 1 else None


FIRST = [relations.constant]
EARLY = [
    lines.first_wrong,
    _losses_length,
    rebuilt.of_rows,
    rebuilt.differences,
    rebuilt.exchanged,
    relations.unused,
    relations.combination,
    _cut_off,
]
PATTERNS = [
    relations.shapes,
    _certain_and_wrong,
    _stops_growing,
    _tiny_losses,
    _bad_eps,
    relations.flat,
    _index,
    _order,
    _one_half,
    _rounded_losses,
    _losses_list,
    _case,
    _changed_results,
    _place,
    _mostly,
    relations.nearly,
    relations.far_only,
    _outside,
    relations.sizes,
    relations.stopped,
]
