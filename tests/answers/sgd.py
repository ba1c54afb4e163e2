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


#: wrong: np.random instead of rng | order|permut|shuffl|rng|np.random
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i in np.random.permutation(m):
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


#: wrong: two permutations, one for X, one for y | order|permut|shuffl|rng|label|\by\b|row|pair
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for k in range(epochs):
        for i, j in zip(rng.permutation(m), rng.permutation(m)):
            w, b = sgd_step(w, b, X[i], y[j], gradient, eta)
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
