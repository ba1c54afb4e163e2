#: right: sgd_step, list of losses
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)

    def mean_loss(w, b):
        return np.mean([loss(w, b, X[i], y[i]) for i in range(m)])

    losses = [mean_loss(w, b)]
    for _ in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(mean_loss(w, b))
    return w, b, losses


#: right: array of losses filled by index
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m, n = X.shape
    losses = np.zeros(epochs + 1)
    for k in range(epochs + 1):
        if k > 0:
            order = rng.permutation(m)
            for i in order:
                dw, db = gradient(w, b, X[i], y[i])
                w = w - eta * dw
                b = b - eta * db
        total = 0.0
        for i in range(m):
            total += loss(w, b, X[i], y[i])
        losses[k] = total / m
    return w, b, losses


#: right: shuffled copies of X and y, zip
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [sum(loss(w, b, xi, yi) for xi, yi in zip(X, y)) / len(y)]
    for epoch in range(1, epochs + 1):
        order = rng.permutation(X.shape[0])
        for xi, yi in zip(X[order], y[order]):
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses.append(sum(loss(w, b, xi, yi) for xi, yi in zip(X, y)) / len(y))
    return w, b, losses


#: right: a float copy at the start, then in place
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w = np.array(w, dtype=float)
    b = float(b)
    losses = np.empty(epochs + 1)
    losses[0] = np.mean([loss(w, b, X[i], y[i]) for i in range(len(y))])
    for k in range(epochs):
        for i in rng.permutation(len(y)):
            dw, db = gradient(w, b, X[i], y[i])
            w -= eta * dw
            b -= eta * db
        losses[k + 1] = np.mean([loss(w, b, X[i], y[i]) for i in range(len(y))])
    return w, b, losses


#: right: two helpers and a while loop
def average(loss, w, b, X, y):
    values = np.array([loss(w, b, xi, yi) for xi, yi in zip(X, y)])
    return values.mean()


def one_epoch(gradient, w, b, X, y, eta, order):
    for i in order:
        w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [average(loss, w, b, X, y)]
    while len(losses) <= epochs:
        w, b = one_epoch(gradient, w, b, X, y, eta, rng.permutation(len(X)))
        losses.append(average(loss, w, b, X, y))
    return w, b, losses


#: right: reduce over the rows
from functools import partial, reduce


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    step = lambda p, i: sgd_step(p[0], p[1], X[i], y[i], gradient, eta)
    mean_loss = lambda p: float(np.mean([loss(*p, X[i], y[i]) for i in range(len(X))]))
    p = (w, b)
    losses = [mean_loss(p)]
    for _ in range(epochs):
        p = reduce(step, rng.permutation(len(X)), p)
        losses.append(mean_loss(p))
    return p[0], p[1], losses


#: right: generator of states, losses afterwards
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    def states(w, b):
        yield w, b
        for _ in range(epochs):
            for i in rng.permutation(len(y)):
                g = gradient(w, b, X[i, :], y[i])
                w, b = w - eta * g[0], b - eta * g[1]
            yield w, b

    history = list(states(w, b))
    losses = np.array([np.mean([loss(v, c, xi, yi) for xi, yi in zip(X, y)]) for v, c in history])
    return history[-1][0], history[-1][1], losses


#: wrong: no shuffle | order|permut|shuffl|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in range(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: backwards | order|permut|shuffl|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in reversed(range(m)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: one permutation for all epochs | order|permut|shuffl|rng|each epoch|every epoch
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    order = rng.permutation(m)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the permutation sorted again | order|permut|shuffl|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in sorted(rng.permutation(m)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: np.random instead of rng | order|permut|shuffl|rng|np.random
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in np.random.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: np.random.shuffle | order|permut|shuffl|rng|np.random
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = np.arange(m)
        np.random.shuffle(order)
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: a generator of its own | order|permut|shuffl|rng|default_rng|generator
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    rng = np.random.default_rng(987654321)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: a new generator each epoch | order|permut|shuffl|rng|default_rng|generator
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in np.random.default_rng(987654321 + k).permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: random.shuffle | order|permut|shuffl|rng
import random


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = list(range(m))
        random.shuffle(order)
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: sampling with replacement | order|permut|shuffl|rng|replac|integers|once
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.integers(m, size=m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: rng.choice with replacement | order|permut|shuffl|rng|replac|choice|once
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.choice(m, size=m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: one random row an epoch | order|permut|shuffl|rng|every row|each row|all rows|once|one row
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in [rng.permutation(m)[0]]:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the last row of the order left out | order|permut|shuffl|rng|every row|each row|all rows|once|last
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m)[:-1]:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: permutation of m - 1 | order|permut|shuffl|rng|every row|each row|all rows|once|last
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m - 1):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: permutation of the columns | order|permut|shuffl|rng|every row|each row|all rows|once|column|shape
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    n = X.shape[1]
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(n):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: position for index | order|permut|shuffl|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        for i in range(len(order)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the inverse permutation | order|permut|shuffl|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in np.argsort(rng.permutation(m)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the order read from the end | order|permut|shuffl|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m)[::-1]:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: two permutations, one for X, one for y | order|permut|shuffl|rng|label|\by\b|row|pair
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i, j in zip(rng.permutation(m), rng.permutation(m)):
            w, b = sgd_step(w, b, X[i], y[j], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: X shuffled, y not | order|permut|shuffl|rng|label|\by\b|row|pair
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        for xi, yi in zip(X[order], y):
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: rng.permutation(X), y not | order|permut|shuffl|rng|label|\by\b|row|pair
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for xi, yi in zip(rng.permutation(X), y):
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: y shuffled, X not | order|permut|shuffl|rng|label|\by\b|row|pair
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        for j in range(m):
            i = order[j]
            w, b = sgd_step(w, b, X[j], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: X and y shuffled for good, orders pile up | order|permut|shuffl|rng|original|chang|rows
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        X, y = X[order], y[order]
        for i in range(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: X and y shuffled in place | order|permut|shuffl|rng|in place|chang|modif|copy
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        X[:], y[:] = X[order], y[order]
        for i in range(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: full batch, one step an epoch | batch|each row|every row|row|one step|stochastic|updates
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        dw, db = batch_gradient(gradient, w, b, X[order], y[order])
        w, b = w - eta * dw, b - eta * db
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the gradients of an epoch collected, then one step | batch|each row|every row|row|one step|stochastic|updates|after each
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        dw, db = 0, 0
        for i in rng.permutation(m):
            gw, gb = gradient(w, b, X[i], y[i])
            dw, db = dw + gw, db + gb
        w, b = w - eta * dw, b - eta * db
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: gradients at the start of the epoch | batch|each row|every row|row|old|current|updated|stochastic|updates
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        w_old, b_old = w, b
        for i in rng.permutation(m):
            dw, db = gradient(w_old, b_old, X[i], y[i])
            w, b = w - eta * dw, b - eta * db
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: w changed in place | in place|chang|modif|copy
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            dw, db = gradient(w, b, X[i], y[i])
            w -= eta * dw
            b -= eta * db
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: w written through w[:] | in place|chang|modif|copy|int
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            new_w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            w[:] = new_w
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: a copy of w's integer type | int|float|dtype|trunc
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w = w.copy()
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            new_w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            w[:] = new_w
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the initial loss missing | initial|before|start|first|epochs \+ 1|losses\[0\]|length|len
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = []
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: 0 for the initial loss | initial|before|start|first|epochs \+ 1|losses\[0\]|length|len
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [0.0]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: nan for the initial loss | initial|before|start|first|epochs \+ 1|losses\[0\]|length|len|nan
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.nan]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: zeros of length epochs + 1, never filled at 0 | initial|before|start|first|epochs \+ 1|losses\[0\]|length|len
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = np.zeros(epochs + 1)
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses[k + 1] = np.mean([loss(w, b, X[i], y[i]) for i in range(m)])
    return w, b, losses


#: wrong: initial loss of one row | initial|before|start|first|epochs \+ 1|losses\[0\]|length|len|mean|row
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [loss(w, b, X[0], y[0])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the initial loss twice | initial|before|start|first|epochs \+ 1|losses\[0\]|length|len|twice
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    losses.append(losses[0])
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the last example's loss | mean|averag|last|all rows|every row|over the rows
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(loss(w, b, X[i], y[i]))
    return w, b, losses


#: wrong: the last row's loss | mean|averag|last|all rows|every row|over the rows
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [loss(w, b, X[-1], y[-1])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(loss(w, b, X[-1], y[-1]))
    return w, b, losses


#: wrong: running mean of the losses during the epoch, before each step | after|during|running|end of|epoch|mean
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        seen = []
        for i in rng.permutation(m):
            seen.append(loss(w, b, X[i], y[i]))
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean(seen))
    return w, b, losses


#: wrong: running mean of the losses during the epoch, after each step | after|during|running|end of|epoch|mean
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        total = 0.0
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            total += loss(w, b, X[i], y[i])
        losses.append(total / m)
    return w, b, losses


#: wrong: losses summed | sum|mean|averag|divi
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.sum([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.sum([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: losses summed after the start | sum|mean|averag|divi
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.sum([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: median of the losses | median|mean|averag
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.median([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.median([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: divided by n | mean|averag|divi|\bm\b|rows
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.sum([loss(w, b, X[i], y[i]) for i in range(m)]) / X.shape[1]]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.sum([loss(w, b, X[i], y[i]) for i in range(m)]) / X.shape[1])
    return w, b, losses


#: wrong: loss at the mean example | mean|averag|each|every|row
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [loss(w, b, X.mean(axis=0), y.mean())]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(loss(w, b, X.mean(axis=0), y.mean()))
    return w, b, losses


#: wrong: a list of losses an epoch, no mean | mean|averag|shape|number
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: a loss after every step | epoch|length|len|after every|after each|how many
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            losses.append(np.mean([loss(w, b, X[j], y[j]) for j in range(m)]))
    return w, b, losses


#: wrong: the loss before the epoch, not after | after|before|epoch|late|lag
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b, losses


#: wrong: the loss before the epoch and no initial one | after|before|epoch|late|lag|length|len|last
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = []
    for k in range(epochs):
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b, losses


#: wrong: only the first and the last loss | epoch|length|len|each|every
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: losses of the initial parameters throughout | after|updated|current|chang|loss
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w0, b0 = w, b
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w0, b0, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: losses rounded | round|digit|decimal|exact
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [round(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]), 3)]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(round(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]), 3))
    return w, b, losses


#: wrong: loss ignored, always squared error | loss|ignor|argument|squared
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([squared_error(sigmoid(w @ X[i] + b), y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([squared_error(sigmoid(w @ X[i] + b), y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: gradient ignored, always cross-entropy | gradient|ignor|argument
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient_cross_entropy, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: loss called in another order | order|argument|swap|loss\(w, b, x, y\)
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(X[i], y[i], w, b) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(X[i], y[i], w, b) for i in range(m)]))
    return w, b, losses


#: wrong: accuracy for loss | loss|accura
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([predict(sigmoid(w @ X[i] + b)) == y[i] for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([predict(sigmoid(w @ X[i] + b)) == y[i] for i in range(m)]))
    return w, b, losses


#: wrong: one epoch too few | epochs|length|len|how many|number
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(1, epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: one epoch too many | epochs|length|len|how many|number
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs + 1):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: one epoch only | epochs|length|len|how many|number
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(1):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: return inside the epoch loop | epochs|length|len|how many|number|return|loop
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        return w, b, losses


#: wrong: epochs counted as steps | epochs|length|len|how many|number|each epoch|every row|rows|steps
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        order = rng.permutation(m)
        for i in order[k % m : k % m + 1]:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: stops early when the loss rises | epochs|length|len|how many|number|stop|early
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        if losses[-1] > losses[-2]:
            break
    return w, b, losses


#: wrong: restarts from the initial w every epoch | restart|start|initial|continu|carr|each epoch|every epoch|reset|w and b\s+go on
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w0, b0 = w, b
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        w, b = w0, b0
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: b reset to 0 every epoch | reset|restart|start|bias|\bb\b|each epoch|every epoch|0
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        b = 0.0
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: starts from zeros, not from w and b | start|initial|zero|\bw\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: starts from random weights | start|initial|random|\bw\b|rng
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w = rng.normal(size=X.shape[1])
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: new parameters lost | chang|updat|\bw\b|train|learn
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            new_w, new_b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: ascent | sign|ascen|uphill|minus|direction
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            dw, db = gradient(w, b, X[i], y[i])
            w, b = w + eta * dw, b + eta * db
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: minus eta handed to sgd_step | sign|ascen|uphill|minus|direction|eta .*is changed
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, -eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: frozen bias | bias|\bb\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, _ = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: frozen weights | weight|\bw\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            _, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: bias by the gradient at the new w | new w|old w|same|at once|simultan|bias|\bb\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w = w - eta * gradient(w, b, X[i], y[i])[0]
            b = b - eta * gradient(w, b, X[i], y[i])[1]
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: eta decayed | eta|decay|learning rate
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta / (1 + k))
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: eta halved after every epoch | eta|decay|learning rate|half
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        eta = eta / 2
    return w, b, losses


#: wrong: eta divided by m | eta|divi|learning rate|\bm\b|mean
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta / m)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: eta ignored | eta|learning rate
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, 0.1)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: momentum | momentum|velocity|step|updat
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    v, c = 0, 0
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            dw, db = gradient(w, b, X[i], y[i])
            v, c = 0.9 * v - eta * dw, 0.9 * c - eta * db
            w, b = w + v, b + c
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: two steps a row | twice|two|once|one step|steps
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: the parameters averaged over the epochs | averag|mean|last|final
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    ws, bs = [w], [b]
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        ws.append(w)
        bs.append(b)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return np.mean(ws, axis=0), np.mean(bs), losses


#: wrong: the best parameters, not the last | best|last|final|after
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    best = losses[0], w, b
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        if losses[-1] < best[0]:
            best = losses[-1], w, b
    return best[1], best[2], losses


#: wrong: the initial parameters returned | last|final|initial|start|after|\bw\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w0, b0 = w, b
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w0, b0, losses


#: wrong: parameters one epoch old | last|final|after|before|old|\bw\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    w_old, b_old = w, b
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        w_old, b_old = w, b
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w_old, b_old, losses


#: wrong: only w and b returned | three|\b3\b|losses|\(w, b, losses\)|tuple|order
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b


#: wrong: only the losses returned | three|\b3\b|losses|\(w, b, losses\)|tuple|order
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return losses


#: wrong: losses first | three|\b3\b|losses|\(w, b, losses\)|tuple|order|swap
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return losses, w, b


#: wrong: b before w | three|\b3\b|losses|\(w, b, losses\)|tuple|order|swap|shape
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return b, w, losses


#: wrong: the parameters as a pair | three|\b3\b|losses|\(w, b, losses\)|tuple|order|pair|two
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return (w, b), losses


#: wrong: a dict | three|\b3\b|losses|\(w, b, losses\)|tuple|order|dict
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return {"w": w, "b": b, "losses": losses}


#: wrong: only the last loss | three|\b3\b|losses|\(w, b, losses\)|tuple|order|length|len|last|epoch|number|scalar
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses[-1]


#: wrong: all parameters of all epochs | last|final|shape|history|\bw\b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    ws, bs = [w], [b]
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        ws.append(w)
        bs.append(b)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return np.array(ws), np.array(bs), losses


#: wrong: no return | return|None
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))


#: wrong: losses printed, not returned | return|None|three|\b3\b|losses
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
        print(k, losses[-1])


#: wrong: leftover global m | not defined|NameError|global
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: leftover global list of losses | global|length|len|second|twice|call|grow|losses
losses = []


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: losses as a default argument | global|length|len|second|twice|call|grow|default|losses
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng, losses=[]):
    m = len(X)
    losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    for k in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, losses


#: wrong: delegates, renamed import | own|reference|course
from lib.sgd import sgd as theirs


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    return theirs(loss, gradient, w, b, X, y, eta, epochs, rng)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib.sgd import sgd


#: wrong: delegates, result dressed up | own|reference|course
from lib.sgd import sgd as train


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w, b, losses = train(loss, gradient, w, b, X, y, eta, epochs, rng)
    return np.array(w), float(b), list(losses)


#: wrong: delegates through sys.modules | own|reference|course
import sys


def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    return sys.modules["lib.sgd"].sgd(loss, gradient, w, b, X, y, eta, epochs, rng)


#: wrong: delegates through importlib | own|reference|course
import importlib


def sgd(*args):
    return importlib.import_module("lib.sgd").sgd(*args)


#: wrong: delegates through functools.partial | own|reference|course
import functools
import importlib

sgd = functools.partial(importlib.import_module("lib.sgd").sgd)


#: wrong: one permutation, and a loss for each step | One permutation|permutation
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    order = rng.permutation(len(X))
    for epoch in range(epochs):
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses


#: wrong: all of y with each row | All of y|all of X or y
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses


#: wrong: X is shuffled, y is not | not the labels|labels?
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        X = X[rng.permutation(len(X))]
        for x_i, y_i in zip(X, y):
            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses


#: wrong: a loss for each step, none before training | value for each step
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            losses.append(loss(w, b, X[i], y[i]))
    return w, b, losses


#: wrong: the loss of all rows at once | each row of X
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [loss(w, b, X, y)]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(loss(w, b, X, y))
    return w, b, losses
