"""Wrong formulas in notebook 3: the gradients."""
# fmt: off

from itertools import permutations

import numpy as np

from lib.checking.mistakes.entries import Mistake, Pieces
from lib.checking.mistakes.losses import _ce_prime, _ce_z
from lib.neuron import numerical_gradient, sigmoid, sigmoid_prime


def _forward(w, b, x, y):
    z = float(w @ x + b)
    return z, float(sigmoid(z)), float(sigmoid_prime(z)), x, y


def _gradient(delta):
    """A wrong gradient (delta x, delta), with ``delta(z, a, a_prime, y)`` in the place of dL/dz."""

    def wrong(w, b, x, y):
        z, a, a_prime, x, y = _forward(w, b, x, y)
        return delta(z, a, a_prime, y) * x, delta(z, a, a_prime, y)

    return wrong


def _scrambled(dL_dz):
    """Mistakes in putting the gradient together, the same for both losses; ``dL_dz(a, a_prime, y)`` is right."""

    def pair(make):
        def wrong(w, b, x, y):
            z, a, a_prime, x, y = _forward(w, b, x, y)
            return make(dL_dz(a, a_prime, y), w, b, x)

        return wrong

    return [
        Mistake(pair(lambda d, w, b, x: (d, d * x)), "The pair is in the wrong order: (dL/dw, dL/db) is wanted, these are swapped", "{w}"),
        Mistake(pair(lambda d, w, b, x: (d * x, 1.0)), "dL/db is 1, which is only its last factor dz/db", "{b}"),
        Mistake(pair(lambda d, w, b, x: np.mean(d * x)), "One mean is returned; wanted is the pair (dL/dw, dL/db), no mean over the features", "{w}"),
        Mistake(pair(lambda d, w, b, x: (w - d * x, b - d)), "This is the new (w, b) after a step; wanted is the gradient", "{w}"),
    ]


def _without_parentheses(prime, w_equation, b_equation):
    """a - y * a' * x for (a - y) * a' * x, in both parts or in one."""

    def gradient(for_w, for_b):
        def wrong(w, b, x, y):
            z, a, _, x, y = _forward(w, b, x, y)
            p = prime(a)
            return a - y * p * x if for_w else (a - y) * p * x, a - y * p if for_b else (a - y) * p

        return wrong

    says = "Parentheses around a - y are missing{}: without them only y is multiplied"
    found = [Mistake(gradient(True, True), says.format(""), w_equation), Mistake(gradient(True, False), says.format(" in dL/dw"), w_equation)]
    return found if prime(0.3) == 1 else [*found, Mistake(gradient(False, True), says.format(" in dL/db"), b_equation)]


def _without_bias(w, b, x, y, factor):
    a = sigmoid(w @ x)
    d = factor(a, y)
    return d * x, d


def _located(mistakes, w, b):
    return [m._replace(equation=m.equation.format(w=w, b=b)) for m in mistakes]


def _clip_z(z, k):
    return float(np.clip(z, -k, k))


def _zeros(w):
    return np.zeros(len(w)), 0.0


def _se_delta(a, y):
    return (a - y) * a * (1 - a)


def _se_gradient(w, b, x, y):
    z, a, a_prime, x, y = _forward(w, b, x, y)
    return (a - y) * a_prime * x, (a - y) * a_prime


def _ce_gradient(w, b, x, y):
    z, a, a_prime, x, y = _forward(w, b, x, y)
    return (a - y) * x, a - y


def _chained(z, a, a_prime, y, a_prime_again):
    """dL/dz of the cross-entropy without cancelling: nan where a is 0 or 1 exactly."""
    return float(_ce_prime(np.float64(a), y) * a_prime_again)


def _open_prime(for_w, for_b):
    """(a - y) * a * 1 - a for (a - y) * a * (1 - a), in both parts or in one."""

    def wrong(w, b, x, y):
        z, a, a_prime, x, y = _forward(w, b, x, y)
        d = (a - y) * a
        return d * 1 - a * x if for_w else d * (1 - a) * x, d * 1 - a if for_b else d * (1 - a)

    return wrong


SATURATED = "Where the neuron is saturated, a or 1 - a rounds away: the division by it and a' lose all their digits. Cancel them on paper first"
A_PRIME_OF_A = "a' is taken at a instead of z: sigmoid_prime(a) applies sigma twice"
GRADIENT_SQUARED_ERROR = [
    Mistake(_gradient(lambda z, a, ap, y: a - y), "cross_entropy_prime is the slope of the other loss: dL/da of the squared error is a - y, squared_error_prime", "17, 20", ("cross_entropy_prime",)),
    Mistake(_gradient(lambda z, a, ap, y: a - y), "This is a - y without a': the derivative of the activation is missing", "20"),
    Mistake(_gradient(lambda z, a, ap, y: y - a), "This is y - a without a': the sign is flipped, and the derivative of the activation is missing", "20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * (1 - a)), "a' = (1 - a) is the note's misprint: a' is a (1 - a)", "13, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * float(sigmoid_prime(a))), A_PRIME_OF_A, "20"),
    Mistake(_gradient(lambda z, a, ap, y: (z - y) * ap), "This is z - y: the error is a - y, so take the sigmoid of z", "20"),
    Mistake(_gradient(lambda z, a, ap, y: ap * float(_ce_prime(a, y))), "This is the gradient of the cross-entropy: dL/da of the squared error is a - y", "17, 20"),
    Mistake(lambda w, b, x, y: ((sigmoid(w @ x + b) - y) * x, (sigmoid(w @ x + b) - y) * sigmoid_prime(w @ x + b)), "dL/dw is (a - y) x without a': the derivative of the activation is missing", "20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * a - a), "Parentheses around 1 - a are missing in a' = a (1 - a): * a * 1 - a subtracts a at the end", "13, 20"),
    Mistake(lambda w, b, x, y: _zeros(w), "Both parts are 0. A label never makes the gradient vanish: is a' = y (1 - y), which is 0 for y = 0 and 1? a' is a (1 - a)", "13, 20"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * ap if 0 < a < 1 and abs(a - y) < 1 - 1e-9 else 0.0), "The gradient is set to 0 where the neuron is saturated; compute it exactly", "20"),
    Mistake(_gradient(lambda z, a, ap, y: a - y * ap), "Parentheses around a - y are missing: a - y * a' multiplies y alone by a'", "20"),
    *(
        Mistake(_open_prime(*parts), f"Parentheses around 1 - a are missing{where}: * a * 1 - a subtracts at the end", "13, 20")
        for *parts, where in ((True, True, ""), (True, False, " in dL/dw"), (False, True, " in dL/db"))
    ),
    *_without_parentheses(lambda a: a * (1 - a), "20", "21"),
    *_located(_scrambled(lambda a, ap, y: (a - y) * ap), "20", "21"),
    *(
        Mistake(_gradient(lambda z, a, ap, y, k=k: _se_delta(float(sigmoid(_clip_z(z, k))), y)), f"z is clipped to +-{k}, which changes the answer where the neuron is saturated", "20")
        for k in (3, 5, 8, 10, 15, 20)
    ),
    *(
        Mistake(_gradient(lambda z, a, ap, y, e=e: _se_delta(min(max(a, e), 1 - e), y)), f"a is clipped to [{e:g}, 1 - {e:g}], which changes the answer where the neuron is saturated", "20")
        for e in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9)
    ),
    Mistake(lambda w, b, x, y: _se_gradient(x, y, w, b), "The arguments are in another order: keep the `def` line, (w, b, x, y)", "20"),
    Mistake(lambda w, b, x, y: _se_gradient(w, y, x, b), "The arguments b and y are swapped: the order is (w, b, x, y)", "20"),
]

GRADIENT_CROSS_ENTROPY = [
    Mistake(_gradient(lambda z, a, ap, y: (a - y) * ap), "There is an extra a': in the cross-entropy it cancels (this is the gradient of the squared error)", "26"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) / ap), "This divides by a' (it is dL/da): multiplied by a' the two cancel", "24 to 26"),
    Mistake(_gradient(lambda z, a, ap, y: (a - y) / a), "This uses the misprint a' = (1 - a): with a' = a (1 - a) both denominators cancel", "24"),
    Mistake(_gradient(lambda z, a, ap, y: z - y), "This is z - y: the error is a - y, so take the sigmoid of z", "26"),
    Mistake(_gradient(lambda z, a, ap, y: float(_ce_prime(a, y)) * float(sigmoid_prime(a))), A_PRIME_OF_A, "24"),
    Mistake(_gradient(lambda z, a, ap, y: float(_ce_prime(a, y)) * z * (1 - z)), "This has z (1 - z) for a': it is a (1 - a)", "24"),
    Mistake(_gradient(lambda z, a, ap, y: -y * (1 - a)), "Only the term of y = 1 is there: (1 - y) a is missing", "25"),
    Mistake(_gradient(lambda z, a, ap, y: (1 - y) * a), "Only the term of y = 0 is there: -y (1 - a) is missing", "25"),
    Mistake(_gradient(lambda z, a, ap, y: -y * (1 - a) - (1 - y) * a), "The sign of the second term is flipped: + (1 - y) a", "25"),
    Mistake(_gradient(lambda z, a, ap, y: _ce_z(z, y)), "This multiplies by the loss instead of its derivative", "22"),
    Mistake(_gradient(lambda z, a, ap, y: _chained(z, a, ap, y, sigmoid_prime(z))), SATURATED, "24 to 26"),
    Mistake(_gradient(lambda z, a, ap, y: 0.0 if a in (0, 1) else _chained(z, a, ap, y, a * (1 - a))), SATURATED, "24 to 26"),
    *_without_parentheses(lambda a: 1.0, "26", "27"),
    *_located(_scrambled(lambda a, ap, y: a - y), "26", "27"),
    *(
        Mistake(_gradient(lambda z, a, ap, y, k=k: float(sigmoid(_clip_z(z, k))) - y), f"z is clipped to +-{k}, which changes the answer where the neuron is saturated", "26")
        for k in (3, 5, 8, 10, 15, 20)
    ),
    *(
        Mistake(_gradient(lambda z, a, ap, y, e=e: min(max(a, e), 1 - e) - y), f"a is clipped to [{e:g}, 1 - {e:g}], which changes the answer where the neuron is saturated", "26")
        for e in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9)
    ),
    Mistake(lambda w, b, x, y: _ce_gradient(x, y, w, b), "The arguments are in another order: keep the `def` line, (w, b, x, y)", "26"),
    Mistake(lambda w, b, x, y: _ce_gradient(w, y, x, b), "The arguments b and y are swapped: the order is (w, b, x, y)", "26"),
]


def _factors(change):
    def wrong(loss_prime, w, b, x, y):
        z, a, a_prime, x, y = _forward(w, b, x, y)
        return change(loss_prime, z, a, a_prime, w, b, x, y)

    return wrong


CHAIN_FACTORS = [
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), 1 - a, x, 1.0)), "da/dz = (1 - a) is the note's misprint: it is a (1 - a)", "13, 20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), sigmoid_prime(a), x, 1.0)), A_PRIME_OF_A, "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, np.ones(len(x)), 1.0)), "dz/dw is 1 here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, 1.0, 1.0)), "dz/dw is 1 here: it is x", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, 1.0, x)), "dz/dw and dz/db are in the wrong order: swapped", "20, 21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (ap, L(a, y), x, 1.0)), "dL/da and da/dz are in the wrong order: swapped", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (1.0, x, ap, L(a, y))), "The factors are in the wrong order: reversed", "20"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), ap, x)), "Only three factors are returned: dz/db is missing", "21"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y) * ap * x, L(a, y) * ap)), "This is the product, the gradient; wanted are its four factors", "20 to 22"),
    Mistake(_factors(lambda L, z, a, ap, w, b, x, y: (L(a, y), L(a, y) * ap, L(a, y) * ap * x, L(a, y) * ap)), "These are the running products of the chain; wanted are the single factors", "20 to 22"),
    *(
        Mistake(_factors(lambda L, z, a, ap, w, b, x, y, order=order: tuple((L(a, y), ap, x, 1.0)[k] for k in order)), "The four factors are in the wrong order", "20, 21")
        for order in permutations(range(4)) if order not in ((0, 1, 2, 3), (1, 0, 2, 3), (3, 2, 1, 0), (0, 1, 3, 2))
    ),
]


def _rows(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.array([dw for dw, _ in pairs]), np.array([db for _, db in pairs])


def _batch(make):
    return lambda gradient, w, b, X, y: make(*_rows(gradient, w, b, X, y))


def _means(pairs):
    return np.mean([dw for dw, _ in pairs], axis=0), np.mean([db for _, db in pairs])


def _pair(flat):
    return flat[:-1], flat[-1]


def _halving(rows):
    """Each row is averaged with what came before."""
    mean = rows[0]
    for row in rows[1:]:
        mean = (mean + row) / 2
    return mean


def _dividing(rows):
    """The running sum is divided by m in each round."""
    total = 0 * rows[0]
    for row in rows:
        total = (total + row) / len(rows)
    return total


def _moving(gradient, w, b, X, y, eta=None):
    """Each row's gradient is taken where the rows before have moved w and b to."""
    dw, db = np.zeros(len(w)), 0.0
    for x_i, y_i in zip(X, y):
        scale = len(X) if eta is None else 1
        more_w, more_b = gradient(w - dw * scale / len(X), b - db * scale / len(X), x_i, y_i)
        dw, db = dw + more_w / len(X), db + more_b / len(X)
    return dw, db


BATCH = "-"
BATCH_GRADIENT = [
    Mistake(_batch(lambda dw, db: (dw.mean(1), db.mean())), "dL/dw is the mean over the features (axis 1): take it over the rows (axis 0)", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(), db.mean())), "dL/dw is the mean over rows and features: take it over the rows alone (axis 0)", BATCH),
    Mistake(_batch(lambda dw, db: (dw.mean(0), db)), "The mean of dL/db over the rows is missing", BATCH),
    Mistake(_batch(lambda dw, db: (dw, db)), "These are the gradients of all rows: the mean over the rows is missing", BATCH),
    Mistake(_batch(lambda dw, db: (db.mean(), dw.mean(0))), "The pair is in the wrong order: swapped", BATCH),
    *(
        Mistake(_batch(lambda dw, db, f=f, g=g: (f(dw, *dw.shape), g(db, *dw.shape))), hint, BATCH)
        for f, g, hint in (
            (lambda v, m, n: _halving(v), lambda v, m, n: _halving(v), "The mean is halved with each row: add the rows up first, then divide once by m"),
            (lambda v, m, n: _dividing(v), lambda v, m, n: _dividing(v), "The division stands inside the loop and is done in each round: divide once, at the end"),
            (lambda v, m, n: v.mean(0).sum(), lambda v, m, n: v.mean(), "dL/dw is summed over the features: it has one entry for each weight"),
            (lambda v, m, n: np.mean(v), lambda v, m, n: np.mean(v), "dL/dw is the mean over rows and features: take it over the rows alone (axis 0)"),
            (lambda v, m, n: v.mean(0), lambda v, m, n: v.sum() / n, "dL/db is divided by n: the mean divides by m"),
            (lambda v, m, n: v.sum(0) / n, lambda v, m, n: v.mean(), "dL/dw is divided by n: the mean divides by m"),
        )
    ),
    *(
        Mistake(lambda g, w, b, X, y, change=change: change(w, b, *(p.sum(0) for p in _rows(g, w, b, X, y)), len(X)), hint, BATCH)
        for change, hint in (
            (lambda w, b, dw, db, m: ((w + dw) / m, (b + db) / m), "The sums start from w and b: start them from 0"),
            (lambda w, b, dw, db, m: (w - dw / m, b - db / m), "This is the new (w, b) after a step: wanted is the mean gradient"),
            (lambda w, b, dw, db, m: ((w + dw) / m, db / m), "The sum of dL/dw starts from w: start it from 0"),
            (lambda w, b, dw, db, m: _pair(np.append(dw, db) / np.linalg.norm(np.append(dw, db))), "The gradient is scaled to length 1 (normalised): the mean keeps its length"),
        )
    ),
    Mistake(lambda g, w, b, X, y: _moving(g, w, b, X, y), "w and b are updated between the rows: the mean is taken at the same w and b", BATCH),
    Mistake(lambda g, w, b, X, y: _moving(g, w, b, X, y, 1.0), "w and b are updated between the rows: the mean is taken at the same w and b", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, X[0], y_i) for y_i in y]), "Every label is paired with the first row: row i belongs to label i", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, x_i, y[-1]) for x_i in X]), "Every row is paired with the last label: row i belongs to label i", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, x_i, y_j) for x_i in X for y_j in y]), "Every row is paired with every label (two nested loops): row i belongs to label i alone", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, X[i], np.roll(y, 1)[i]) for i in range(len(X))]), "The labels are shifted by one row", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, X[i - 1], y[i]) for i in range(len(X))]), "Rows and labels are shifted against each other by one", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, x_i, y_i) for x_i, y_i in zip(X.T, y)]), "The loop walks the columns of X: its examples are the rows", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, X.mean(0), y_i) for y_i in y]), "The mean of the rows goes into `gradient`: take the mean of the gradients instead", BATCH),
    Mistake(lambda g, w, b, X, y: _means([g(w, b, x_i, y.mean()) for x_i in X]), "The mean label goes into `gradient`: take the mean of the gradients instead", BATCH),
    Mistake(lambda g, w, b, X, y: g(w, b, X.sum(0), y.sum()), "This is the gradient at the sum of the examples; wanted is the mean of the gradients", BATCH),
    Mistake(lambda g, w, b, X, y: g(w, b, X, y), "`gradient` is called with all of X: it takes one example, so call it row by row", BATCH),
    Mistake(lambda g, w, b, X, y: g(w, b, X.mean(0), y.mean()), "This is the gradient at the mean example; wanted is the mean of the gradients", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(GRADIENTS[1], w, b, X, y)), "This ignores the argument `gradient` and always uses the cross-entropy's", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(GRADIENTS[0], w, b, X, y)), "This ignores the argument `gradient` and always uses the squared error's", BATCH),
    Mistake(lambda g, w, b, X, y: (np.mean([g(w, b, x, y[0])[0] for x in X], 0), np.mean([g(w, b, x, y[0])[1] for x in X])), "Every row is paired with the first label", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(g, w, b, X, y[::-1])), "The labels are paired with the rows in reverse", BATCH),
    Mistake(lambda g, w, b, X, y: tuple(p.mean(0) for p in _rows(g, w, 0.0, X, y)), "The bias is not passed on to `gradient`", BATCH),
]
GRADIENTS: tuple = (_gradient(lambda z, a, ap, y: (a - y) * ap), _gradient(lambda z, a, ap, y: a - y))


def _differences(make, default=1e-5):
    """``make(loss, w, b, h)`` in the place of the central differences."""
    return lambda loss, w, b, h=default: make(loss, np.asarray(w, float), float(b), h)


def _steps(w, h):
    return h * np.eye(len(w))


def _quotients(loss, w, b, h, change):
    """``change(up, here, down, h)`` for each weight and for b: the loss at + h, 0 and - h."""
    here = loss(w, b)
    dw = [change(loss(w + s, b), here, loss(w - s, b), h) for s in _steps(w, h)]
    return np.array(dw), change(loss(w, b + h), here, loss(w, b - h), h)


def _piling_up(loss, w, b, h):
    """dL/dw if each weight stays moved by h while the next one is moved."""
    moved = np.cumsum(_steps(w, h), axis=0)
    return np.array([loss(w + s, b) - loss(w - s, b) for s in moved]) / (2 * h)


def _piling_into_b(loss, w, b, h):
    return _piling_up(loss, w, b, h), (loss(w + h, b + h) - loss(w - h, b - h)) / (2 * h)


def _along_with_b(loss, w, b, h):
    dw = [loss(w + s, b + h) - loss(w - s, b - h) for s in _steps(w, h)]
    return np.array(dw) / (2 * h), (loss(w, b + h) - loss(w, b - h)) / (2 * h)


def _b_after_w(loss, w, b, h):
    last = _steps(w, h)[-1]
    return (loss(w - last, b + h) - loss(w - last, b - h)) / (2 * h)


def _relative(loss, w, b, h):
    steps = [h * abs(w_j) for w_j in w]
    dw = [(loss(w + s * e, b) - loss(w - s * e, b)) / (2 * s) for s, e in zip(steps, np.eye(len(w)))]
    return np.array(dw), (loss(w, b + h * abs(b)) - loss(w, b - h * abs(b))) / (2 * h * abs(b))


NUMERICAL = "-"
NUMERICAL_GRADIENT = [
    Mistake(_differences(lambda f, w, b, h: tuple(p * 2 for p in numerical_gradient(f, w, b, h / 2))), "The step is h/2 to each side, but the divisor is h/2 too", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: numerical_gradient(f, w, b, h / 2)), "The step is h/2 to each side: step by h, and divide by 2 h", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.full(len(w), (f(w + h, b) - f(w - h, b)) / (2 * h)), numerical_gradient(f, w, b, h)[1])), "All coordinates of w are moved at once: move one at a time", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: ((f(w + h, b) - f(w - h, b)) / (2 * h), numerical_gradient(f, w, b, h)[1])), "All coordinates of w are moved at once: move one at a time, for a dL/dw of shape (n,)", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.full(len(w), (f(w + h, b + h) - f(w - h, b - h)) / (2 * h)), (f(w + h, b + h) - f(w - h, b - h)) / (2 * h))), "w and b are moved at once: move one number at a time", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0], (f(w + h, b + h) - f(w - h, b - h)) / (2 * h))), "For dL/db the weights are moved too: move b alone", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0], 0.0)), "dL/db is 0: the bias has a derivative too", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0].sum(), numerical_gradient(f, w, b, h)[1])), "dL/dw is summed over the weights: it has one entry for each", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: numerical_gradient(f, w, b, h)[::-1]), "The pair is in the wrong order: swapped", NUMERICAL),
    *(
        Mistake(_differences(lambda f, w, b, h, change=change: _quotients(f, w, b, h, change)), hint, NUMERICAL)
        for change, hint in (
            (lambda up, here, down, h: up - down / (2 * h), "Parentheses around the difference are missing: only the second loss is divided"),
            (lambda up, here, down, h: (up - down) / (2 * 1e-5), "The divisor has a fixed step: use the argument h there too, 2 h"),
            (lambda up, here, down, h: (up - down) / (2 * h) / here, "The derivative is divided by the loss"),
        )
    ),
    *(
        Mistake(_differences(lambda f, w, b, h, k=k: tuple(p * k / h for p in numerical_gradient(f, w, b, k))), f"The step is always {k:g}, but the divisor is 2 h: use the argument h in both", NUMERICAL)
        for k in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
    ),
    Mistake(_differences(lambda f, w, b, h: (_piling_up(f, w, b, h), numerical_gradient(f, w, b, h)[1])), "The steps pile up: one weight at a time is moved, and put back (a fresh copy) before the next", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: _piling_into_b(f, w, b, h)), "The steps pile up: put the weights back (a fresh copy) before the next one and before b is moved", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0] * 0 + numerical_gradient(f, w, b, h)[0][0], numerical_gradient(f, w, b, h)[1])), "Every entry of dL/dw is that of the first weight: move each in turn", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0][::-1], numerical_gradient(f, w, b, h)[1])), "dL/dw is in reverse order", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.mean(numerical_gradient(f, w, b, h)[0]), numerical_gradient(f, w, b, h)[1])), "dL/dw is averaged over the weights: it has one entry for each", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: _along_with_b(f, w, b, h)), "For dL/dw the bias is moved too: move one weight alone", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (numerical_gradient(f, w, b, h)[0], _b_after_w(f, w, b, h))), "For dL/db the last weight is still moved: put it back first", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: _relative(f, w, b, h)), "The step is scaled with the size of the weight: it is h for each", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w, b) - f(np.where(s > 0, w - 1, w), b) for s in _steps(w, h)]) / (2 * h), numerical_gradient(f, w, b, h)[1])), "An integer array swallows the small h (it rounds w - h down): make a float copy of w first", NUMERICAL),
    Mistake(_differences(lambda f, w, b, h: (np.array([f(w, b) - f(np.where(s > 0, w + np.trunc(w - h) - w, w), b) for s in _steps(w, h)]) / (2 * h), numerical_gradient(f, w, b, h)[1])), "An integer array swallows the small h (it truncates w - h): make a float copy of w first", NUMERICAL),
]


# ---------------------------------------------------------------- formulas in pieces


def _fast_sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _example(w, b, x, y):
    return {"w": np.asarray(w, float), "b": float(b), "x": np.asarray(x, float), "y": float(y)}


WEIGHTED_INPUT = ("z", lambda v: v.w @ v.x + v.b, (
    (lambda v: v.w @ v.x, "the bias b is missing in z = w . x + b"),
    (lambda v: v.w @ v.x - v.b, "the sign of the bias b is flipped in z = w . x + b"),
    (lambda v: np.sum(v.w * v.x + v.b), "the bias b is added n times in z = w . x + b"),
    (lambda v: np.mean(v.w * v.x) + v.b, "z has the mean of the products; eq. 3 has their sum"),
    (lambda v: np.sum(v.w + v.x) + v.b, "z adds w and x; eq. 3 multiplies them"),
    (lambda v: np.sum(v.w) + v.b, "x is missing in z = w . x + b"),
    (lambda v: np.sum(v.x) + v.b, "w is missing in z = w . x + b"),
    (lambda v: (v.w @ v.x) * v.b, "z multiplies by b; eq. 3 adds it"),
    (lambda v: -(v.w @ v.x + v.b), "the sign of z is flipped"),
    (lambda v: v.b - v.w @ v.x, "the sign of w . x is flipped in z"),
    (lambda v: v.w[0] * v.x[0] + v.b, "z has only the first feature"),
    (lambda v: v.w @ v.x + 2 * v.b, "b is added twice in z"),
    (lambda v: v.w @ v.x + 1, "z has 1 in place of b"),
))  # fmt: skip
ACTIVATION = ("a", lambda v: _fast_sigmoid(v.z), (
    (lambda v: v.z, "z stands where a = sigma(z) belongs"),
    (lambda v: _fast_sigmoid(_fast_sigmoid(v.z)), "sigma is applied twice"),
    (lambda v: float(v.z >= 0), "the predicted class stands where a belongs"),
    (lambda v: np.tanh(v.z), "tanh(z) stands where a = sigma(z) belongs"),
    (lambda v: _fast_sigmoid(v.z) * (1 - _fast_sigmoid(v.z)), "a' = sigmoid_prime(z) stands where a belongs"),
    (lambda v: np.round(_fast_sigmoid(v.z), 2), "a is rounded to 2 decimals"),
    (lambda v: np.round(_fast_sigmoid(v.z), 3), "a is rounded to 3 decimals"),
    (lambda v: max(v.z, 0.0), "max(0, z) stands where a = sigma(z) belongs"),
))  # fmt: skip
SLOPE = ("slope", lambda v: v.a - v.y, (
    (lambda v: v.y - v.a, "y - a stands where a - y belongs: the sign is flipped"),
    (lambda v: v.a + v.y, "a + y stands where a - y belongs"),
    (lambda v: abs(v.a - v.y), "the sign of a - y is lost"),
    (lambda v: (v.a - v.y) ** 2, "a - y is squared: that is the loss, not its derivative"),
    (lambda v: (v.a - v.y) ** 2 / 2, "the loss stands where its derivative a - y belongs"),
    (lambda v: v.a, "the label is missing: a stands where a - y belongs"),
    (lambda v: -v.y, "a is missing: -y stands where a - y belongs"),
    (lambda v: 1.0, "the factor a - y is missing"),
    (lambda v: v.a - (1 - v.y), "1 - y stands where y belongs"),
    (lambda v: v.a - (2 * v.y - 1), "the labels are taken as -1 and 1; they are 0 and 1"),
    (lambda v: v.a * v.y, "a y stands where a - y belongs"),
    (lambda v: np.sign(v.a - v.y), "only the sign of a - y is left"),
    (lambda v: -np.log(v.a) if v.y == 1 else -np.log(1 - v.a), "the cross-entropy itself stands where its derivative belongs"),
    (lambda v: (v.a - v.y) ** 3, "a - y has the power 3"),
))  # fmt: skip
FACTOR_W = ("factor_w", lambda v: v.x, (
    (lambda v: np.ones(len(v.x)), "the factor dz/dw = x is missing in dL/dw"),
    (lambda v: v.w, "dL/dw is multiplied by w, not by x"),
    (lambda v: np.abs(v.x), "the sign of x is lost in dL/dw"),
    (lambda v: v.x**2, "dL/dw is multiplied by x twice"),
    (lambda v: v.x * v.w, "dL/dw is multiplied by w as well as by x"),
    (lambda v: v.x / len(v.x), "dL/dw is divided by n"),
    (lambda v: v.x * len(v.x), "dL/dw is multiplied by n"),
    (lambda v: -v.x, "the sign of dL/dw is flipped"),
    (lambda v: v.x[::-1], "x is in reverse order in dL/dw"),
    (lambda v: 2 * v.x, "dL/dw has a factor 2 too many"),
    (lambda v: v.x / 2, "dL/dw has a factor 1/2 too many"),
    (lambda v: v.x + 1, "dL/dw is multiplied by x + 1, not by x"),
    (lambda v: 1 / v.x, "dL/dw is divided by x where eq. 20 multiplies"),
    (lambda v: np.zeros(len(v.x)), "dL/dw is 0"),
    (lambda v: np.full(len(v.x), v.x.sum()), "dL/dw is multiplied by the sum of x, not by each entry"),
    (lambda v: np.full(len(v.x), v.x.mean()), "dL/dw is multiplied by the mean of x, not by each entry"),
    (lambda v: np.full(len(v.x), v.x[0]), "dL/dw is multiplied by x[0] in each place"),
    (lambda v: v.x.sum(), "dL/dw is summed over the features; it has one entry for each weight"),
    (lambda v: v.x.mean(), "dL/dw is averaged over the features; it has one entry for each weight"),
    (lambda v: v.x[0], "dL/dw is that of the first weight alone; it has one entry for each weight"),
    (lambda v: 1.0, "dL/dw is not multiplied by x"),
    (lambda v: v.x.reshape(-1, 1), "dL/dw is a column, shape (n, 1)"),
    (lambda v: v.x.reshape(1, -1), "dL/dw is a row, shape (1, n)"),
    (lambda v: np.outer(v.x, v.x), "dL/dw is a matrix (np.outer)"),
    (lambda v: np.append(v.x, 1.0), "dL/dw holds dL/db as a last entry too"),
))  # fmt: skip
FACTOR_B = ("factor_b", lambda v: 1.0, (
    (lambda v: v.b, "dL/db is multiplied by b, but dz/db is 1"),
    (lambda v: v.x, "dL/db is multiplied by x, but dz/db is 1"),
    (lambda v: v.x.sum(), "dL/db is multiplied by the sum of x, but dz/db is 1"),
    (lambda v: v.x.mean(), "dL/db is multiplied by the mean of x, but dz/db is 1"),
    (lambda v: v.w.sum(), "dL/db is multiplied by the sum of w, but dz/db is 1"),
    (lambda v: v.x[0], "dL/db is multiplied by x[0], but dz/db is 1"),
    (lambda v: v.x[-1], "dL/db is multiplied by x[-1], but dz/db is 1"),
    (lambda v: v.x @ v.x, "dL/db is multiplied by x . x, but dz/db is 1"),
    (lambda v: v.w @ v.x, "dL/db is multiplied by w . x, but dz/db is 1"),
    (lambda v: v.z, "dL/db is multiplied by z, but dz/db is 1"),
    (lambda v: -1.0, "the sign of dL/db is flipped"),
    (lambda v: 0.0, "dL/db is 0, but the bias has a derivative too"),
    (lambda v: len(v.x), "dL/db is multiplied by n"),
    (lambda v: 1 / len(v.x), "dL/db is divided by n"),
    (lambda v: 2.0, "dL/db has a factor 2 too many"),
    (lambda v: 0.5, "dL/db has a factor 1/2 too many"),
    (lambda v: np.ones(len(v.x)), "dL/db has one entry for each feature; there is one bias"),
    (lambda v: np.ones(1), "dL/db is an array of one entry; a scalar is wanted"),
    (lambda v: 1 / v.b, "dL/db is divided by b"),
    (lambda v: 1 / (v.a * (1 - v.a)), "dL/db has a factor a' too few"),
    (lambda v: v.a * (1 - v.a), "dL/db has a factor a' too many"),
    (lambda v: v.a, "dL/db has a factor a too many"),
    (lambda v: 1 - v.a, "dL/db has a factor 1 - a too many"),
))  # fmt: skip
PRIME = (
    (lambda v: v.a, "a stands where a' = a (1 - a) belongs"),
    (lambda v: 1 - v.a, "1 - a stands where a' = a (1 - a) belongs"),
    (lambda v: v.a * (1 + v.a), "a' is a (1 + a): a sign is flipped, it is a (1 - a)"),
    (lambda v: v.a * (v.a - 1), "a' is a (a - 1): a sign is flipped, it is a (1 - a)"),
    (lambda v: v.a**2, "a^2 stands where a' = a (1 - a) belongs"),
    (lambda v: (1 - v.a) ** 2, "(1 - a)^2 stands where a' = a (1 - a) belongs"),
    (lambda v: 1 - v.a**2, "a' is 1 - a^2, as for tanh; for sigma it is a (1 - a)"),
    (lambda v: _fast_sigmoid(v.a) * (1 - _fast_sigmoid(v.a)), "a' is taken at a, not at z: sigma is applied twice"),
    (lambda v: v.z * (1 - v.z), "a' is z (1 - z); it is a (1 - a)"),
    (lambda v: v.y * (1 - v.y), "a' is always 0, as y (1 - y) would be; it is a (1 - a)"),
    (lambda v: v.a * (1 - v.y), "a' is a (1 - y); it is a (1 - a)"),
    (lambda v: v.y * (1 - v.a), "a' is y (1 - a); it is a (1 - a)"),
    (lambda v: (v.a * (1 - v.a)) ** 2, "the factor a' is there twice"),
    (lambda v: 2 * v.a * (1 - v.a), "there is a factor 2 too many"),
    (lambda v: v.a * (1 - v.a) / 2, "there is a factor 1/2 too many"),
    (lambda v: 1 / (v.a * (1 - v.a)), "a' divides where eq. 20 multiplies"),
    (lambda v: v.a * (1 - v.a) * (1 - 2 * v.a), "the second derivative of sigma stands where a' belongs"),
    (lambda v: v.a * (1 - v.a**2), "a' is a (1 - a^2); it is a (1 - a)"),
    (lambda v: np.exp(-v.z) / (1 + np.exp(-v.z)), "the denominator of sigma' is not squared"),
)  # fmt: skip


def _assembled(v):
    return v.slope * v.prime * v.factor_w, v.slope * v.prime * v.factor_b


PIECES = {
    "gradient_squared_error": Pieces(
        _example,
        (
            WEIGHTED_INPUT, ACTIVATION, SLOPE,
            ("prime", lambda v: v.a * (1 - v.a), (*PRIME, (lambda v: 1.0, "the factor a' is missing"))),
            FACTOR_W, FACTOR_B,
        ),
        _assembled, "20 and 21",
    ),
    "gradient_cross_entropy": Pieces(
        _example,
        (
            WEIGHTED_INPUT, ACTIVATION, SLOPE,
            ("prime", lambda v: 1.0, (
                (lambda v: v.a * (1 - v.a), "there is a factor a' too many: it cancels"),
                (lambda v: 1 / (v.a * (1 - v.a)), "the factor a' is missing that cancels the denominator"),
                (lambda v: v.a, "there is a factor a too many: nothing of a' is left"),
                (lambda v: 1 - v.a, "there is a factor 1 - a too many: nothing of a' is left"),
                (lambda v: 1 / v.a, "a denominator a is left that a' cancels"),
                (lambda v: 1 / (1 - v.a), "a denominator 1 - a is left that a' cancels"),
                (lambda v: (1 + v.a) / (1 - v.a), "a' is a (1 + a): a sign is flipped, it is a (1 - a)"),
                (lambda v: (v.a * (1 - v.a)) ** 2, "there are two factors a' too many"),
                (lambda v: 2.0, "there is a factor 2 too many"),
                (lambda v: 0.5, "there is a factor 1/2 too many"),
            )),
            FACTOR_W, FACTOR_B,
        ),
        _assembled, "26 and 27",
    ),
    "chain_factors": Pieces(
        lambda loss_prime, w, b, x, y: {**_example(w, b, x, y), "loss_prime": loss_prime},
        (
            WEIGHTED_INPUT, ("a", lambda v: _fast_sigmoid(v.z), ACTIVATION[2][:5]),
            ("first", lambda v: v.loss_prime(v.a, v.y), (
                (lambda v: -v.loss_prime(v.a, v.y), "the sign of dL/da is flipped"),
                (lambda v: v.loss_prime(v.y, v.a), "y and a are swapped: it is loss_prime(a, y)"),
                (lambda v: v.loss_prime(v.z, v.y), "loss_prime is called with z, not with a"),
                (lambda v: v.loss_prime(v.a, 1 - v.y), "loss_prime is called with 1 - y, not with y"),
                (lambda v: v.loss_prime(v.a * (1 - v.a), v.y), "loss_prime is called with a', not with a"),
                (lambda v: v.loss_prime(float(v.a >= 0.5), v.y), "loss_prime is called with the predicted class, not with a"),
                (lambda v: v.a - v.y, "dL/da ignores loss_prime: a - y is right for the squared error alone"),
                (lambda v: v.y - v.a, "dL/da ignores loss_prime: y - a is minus that of the squared error"),
                (lambda v: (v.a - v.y) ** 2 / 2, "dL/da is the loss, not its derivative, and ignores loss_prime"),
                (lambda v: -v.y / v.a + (1 - v.y) / (1 - v.a), "dL/da ignores loss_prime: this is that of the cross-entropy"),
                (lambda v: v.loss_prime(v.a, v.y) * v.a * (1 - v.a), "dL/da is multiplied by a' already"),
                (lambda v: v.loss_prime(v.a, v.y) * v.x, "dL/da is multiplied by x"),
                (lambda v: 1.0, "dL/da is 1: call loss_prime(a, y)"),
                (lambda v: abs(v.loss_prime(v.a, v.y)), "the sign of dL/da is lost"),
                (lambda v: 2 * v.loss_prime(v.a, v.y), "dL/da has a factor 2 too many"),
                (lambda v: v.loss_prime(v.a, v.y) / 2, "dL/da has a factor 1/2 too many"),
                (lambda v: v.loss_prime(v.a, v.y) ** 2, "dL/da is squared"),
            )),
            ("second", lambda v: v.a * (1 - v.a), (
                *((form, hint.replace("a' ", "da/dz ").replace("there is", "da/dz has")) for form, hint in PRIME),
                (lambda v: 1.0, "da/dz is 1, as if the neuron were linear; it is a' = a (1 - a)"),
                (lambda v: -v.a * (1 - v.a), "the sign of da/dz is flipped"),
                (lambda v: v.z, "da/dz is z; it is a' = a (1 - a)"),
                (lambda v: v.a * (1 - v.a) * v.x, "da/dz is multiplied by x already"),
            )),
            ("third", lambda v: v.x, (
                (lambda v: v.w, "dz/dw is w; it is x"),
                (lambda v: v.w * v.x, "dz/dw is w x; it is x"),
                (lambda v: v.w * v.x + v.b, "dz/dw is w x + b; it is x"),
                (lambda v: np.ones(len(v.x)), "dz/dw is 1; it is x"),
                (lambda v: v.x + 1, "dz/dw is x + 1; it is x"),
                (lambda v: v.x + v.b, "dz/dw is x + b: the derivative of b is 0; it is x"),
                (lambda v: -v.x, "the sign of dz/dw is flipped"),
                (lambda v: np.abs(v.x), "the sign of x is lost in dz/dw"),
                (lambda v: v.x[::-1], "dz/dw is in reverse order"),
                (lambda v: v.x**2, "dz/dw is x^2; it is x"),
                (lambda v: v.x / len(v.x), "dz/dw is divided by n; it is x"),
                (lambda v: 2 * v.x, "dz/dw has a factor 2 too many"),
                (lambda v: np.zeros(len(v.x)), "dz/dw is 0; it is x"),
                (lambda v: np.full(len(v.x), v.x.sum()), "dz/dw is the sum of x in each place; it is x"),
                (lambda v: v.x.sum(), "dz/dw is summed over the features; it has one entry for each weight"),
                (lambda v: v.x.mean(), "dz/dw is averaged over the features; it has one entry for each weight"),
                (lambda v: v.x[0], "dz/dw is x[0]; it has one entry for each weight"),
                (lambda v: v.x.reshape(-1, 1), "dz/dw is a column, shape (n, 1); wanted is (n,)"),
                (lambda v: v.x.reshape(1, -1), "dz/dw is a row, shape (1, n); wanted is (n,)"),
                (lambda v: np.append(v.x, 1.0), "dz/dw has an entry too many, for the bias"),
            )),
            ("fourth", lambda v: 1.0, (
                (lambda v: v.b, "dz/db is b; it is 1"),
                (lambda v: 0.0, "dz/db is 0; it is 1"),
                (lambda v: -1.0, "dz/db is -1; it is 1"),
                (lambda v: v.x, "dz/db is x; it is 1"),
                (lambda v: v.w, "dz/db is w; it is 1"),
                (lambda v: v.x.sum(), "dz/db is the sum of x; it is 1"),
                (lambda v: v.w @ v.x, "dz/db is w . x; it is 1"),
                (lambda v: v.z, "dz/db is z; it is 1"),
                (lambda v: v.a, "dz/db is a; it is 1"),
                (lambda v: len(v.x), "dz/db is n; it is 1"),
                (lambda v: 2.0, "dz/db is 2; it is 1"),
                (lambda v: v.a * (1 - v.a), "dz/db is a'; it is 1"),
                (lambda v: np.ones(len(v.x)), "dz/db has one entry for each feature; there is one bias, so it is the scalar 1"),
                (lambda v: np.ones(1), "dz/db is an array of one entry; it is the scalar 1"),
                (lambda v: np.zeros(len(v.x)), "dz/db is 0 for each feature; it is the scalar 1"),
            )),
        ),
        lambda v: (v.first, v.second, v.third, v.fourth), "20 to 22",
    ),
}

MISTAKES = {
    "chain_factors": CHAIN_FACTORS,
    "gradient_squared_error": GRADIENT_SQUARED_ERROR,
    "gradient_cross_entropy": GRADIENT_CROSS_ENTROPY,
    "batch_gradient": BATCH_GRADIENT,
    "numerical_gradient": NUMERICAL_GRADIENT,
}

# Hints if nothing matches.
FALLBACK_HINTS = {
    "chain_factors": "Look at the four factors one by one: dL/da, da/dz, dz/dw, dz/db.",
    "gradient_squared_error": "Print z, a and each factor of eq. 20 for the input below, and work them out by hand.",
    "gradient_cross_entropy": "Print z, a and a - y for the input below, and compare with eq. 26 and 27.",
    "batch_gradient": "Print gradient(w, b, x, y) for each row of X: the result is the mean of these.",
    "numerical_gradient": "Take w with one entry: (loss(w + h, b) - loss(w - h, b)) / (2 h) is its derivative.",
}
