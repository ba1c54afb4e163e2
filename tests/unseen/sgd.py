# wrong: mira-order-once
# did: draws the order once before the epochs
# said: One permutation serves all epochs: draw a new one at the start of each; each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    def mean_loss():
        return np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    losses = [mean_loss()]
    order = rng.permutation(len(X))
    for k in range(epochs):
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(mean_loss())
    return w, b, losses

# ----

# wrong: mira-full-gradient
# did: one step with the mean gradient of all rows in each epoch, no single examples
# said: This is full-batch gradient descent: one step an epoch with the mean gradient. SGD takes one step a row.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for k in range(epochs):
        grads = [gradient(w, b, X[i], y[i]) for i in rng.permutation(len(X))]
        w = w - eta * np.mean([g[0] for g in grads], axis=0)
        b = b - eta * np.mean([g[1] for g in grads])
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))]))
    return w, b, losses

# ----

# wrong: mira-sum-of-losses
# did: writes down the sum of the losses, not the mean
# said: The losses are summed over the rows: the mean is wanted.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [sum(loss(w, b, X[i], y[i]) for i in range(m))]
    for _ in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(sum(loss(w, b, X[i], y[i]) for i in range(m)))
    return w, b, losses

# ----

# wrong: mira-eta-decays
# did: lets the learning rate fall as 1/(k + 1), as the convergence theorem asks
# said: eta decays: the learning rate eta is the same in every step.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    mean_loss = lambda w, b: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    losses = [mean_loss(w, b)]
    for k in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta / (k + 1))
        losses.append(mean_loss(w, b))
    return w, b, losses

# ----

# wrong: jonas-no-shuffle
# did: goes through the rows in their given order, rng is never used
# said: There is no shuffle: each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: jonas-no-initial-loss
# did: starts with an empty list and writes only the losses after the epochs
# said: The initial loss is missing: losses[0] is the mean loss before training.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: jonas-only-parameters
# did: returns (w, b) and no losses
# said: Only w and b are returned: wanted are (w, b, losses).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b

# ----

# wrong: jonas-math-random
# did: shuffles the row numbers with Python's random module, not with rng
# said: Every row is visited once, but in another order: use rng.permutation(m) of the argument rng, once an epoch, and no other generator.
# true: yes
import random

def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for epoch in range(epochs):
        order = list(range(len(X)))
        random.shuffle(order)
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))]))
    return w, b, losses

# ----

# wrong: jonas-return-after-first-epoch
# did: the return stands inside the epoch loop
# said: w and b stay the same when epochs alone changes, but they must change: is epochs used where it should be?
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
        return w, b, losses

# ----

# wrong: ayse-loss-per-update
# did: mixed up epoch and update, writes a mean loss down after every step
# said: losses has the wrong length: wanted are epochs + 1 values, losses[0] before training and one after each epoch.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: ayse-one-update-per-epoch
# did: mixed up epoch and update, one random row in each epoch
# said: Each epoch takes one step: it visits every row once.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        i = rng.permutation(len(X))[0]
        w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: ayse-labels-not-permuted
# did: permutes the rows but takes the labels in their old order
# said: The rows are shuffled but not the labels: row i belongs to label i.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        X_mixed = X[rng.permutation(len(X))]
        for x_i, y_i in zip(X_mixed, y):
            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: ayse-two-permutations
# did: draws one order for X and another one for y
# said: Rows and labels have a permutation each: row i belongs to label i, so draw one for both.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        X_perm = X[rng.permutation(m)]
        y_perm = y[rng.permutation(m)]
        for i in range(m):
            w, b = sgd_step(w, b, X_perm[i], y_perm[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: ayse-columns-counted
# did: mixed up rows and columns, permutes X.shape[1] numbers
# said: The permutation is one of the n columns: each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = X.shape[1]
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: tom-epochs-plus-one
# did: loops epochs + 1 times and writes the loss before each, one epoch too many is trained
# said: There is one epoch too many: epochs + 1 losses come from epochs epochs, the first is measured before.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for k in range(epochs + 1):
        total = 0
        for i in range(len(X)):
            total = total + loss(w, b, X[i], y[i])
        losses.append(total / len(X))
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b, losses

# ----

# wrong: tom-start-values-each-epoch
# did: sets w and b back to the start at the beginning of each epoch
# said: Every epoch starts again from the initial w and b: go on from where the last one ended.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w_start = w.copy()
    b_start = b
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for k in range(epochs):
        w = w_start.copy()
        b = b_start
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))]))
    return w, b, losses

# ----

# wrong: tom-step-thrown-away
# did: calls sgd_step without an assignment, nothing is learned
# said: w and b never change: keep what sgd_step returns.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for k in range(epochs):
        for i in rng.permutation(len(X)):
            sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))]))
    return w, b, losses

# ----

# wrong: tom-stops-when-rising
# did: an if with break as soon as the mean loss goes up
# said: The training stops early, when the loss rises: all epochs are wanted.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for k in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        new_loss = np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])
        losses.append(new_loss)
        if losses[-1] > losses[-2]:
            break
    return w, b, losses

# ----

# wrong: tom-in-place-weights
# did: updates with w -= inside the loops, the caller's w is changed
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for k in range(epochs):
        for i in rng.permutation(len(X)):
            dw, db = gradient(w, b, X[i], y[i])
            w -= eta * dw
            b -= eta * db
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))]))
    return w, b, losses

# ----

# wrong: lin-shuffle-in-place
# did: shuffles X and y themselves in place by the permutation
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])]
    for _ in range(epochs):
        perm = rng.permutation(len(X))
        X[:] = X[perm]
        y[:] = y[perm]
        for xi, yi in zip(X, y):
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses.append(np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)]))
    return w, b, losses

# ----

# wrong: lin-running-loss
# did: averages the losses met on the way, each before its own step, in place of the loss after the epoch
# said: The losses are averaged on the way through the epoch, while w and b move: measure them after it.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])]
    for _ in range(epochs):
        running = 0.0
        for i in rng.permutation(len(X)):
            running += loss(w, b, X[i], y[i])
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(running / len(X))
    return w, b, losses

# ----

# wrong: lin-own-generator
# did: makes a new default_rng(42) and overwrites the argument
# said: This uses a generator of its own, default_rng(42): use the argument rng.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng=None):
    rng = np.random.default_rng(42)
    losses = [np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])]
    for _ in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)]))
    return w, b, losses

# ----

# wrong: lin-with-replacement
# did: draws m random rows with rng.integers, some twice and some never
# said: Rows are drawn with replacement (rng.integers): each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])]
    for _ in range(epochs):
        for i in rng.integers(0, m, size=m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)]))
    return w, b, losses

# ----

# wrong: lin-best-parameters
# did: keeps and returns the parameters with the lowest mean loss, not the last ones
# said: These are w and b of the best epoch: wanted are those after the last.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])]
    best_w, best_b, best = w, b, losses[0]
    for _ in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        current = np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])
        losses.append(current)
        if current < best:
            best_w, best_b, best = w, b, current
    return best_w, best_b, losses

# ----

# right: ayse-hints
# did: the hints put together
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    """Stochastic gradient descent: the last (w, b), and the mean loss before and after each epoch."""
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for k in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# right: jonas-helper
# did: a helper for the mean loss with the parameters as arguments, losses as an array
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = X.shape[0]

    def mean_loss(w, b):
        return np.mean([loss(w, b, X[i], y[i]) for i in range(m)])

    losses = np.zeros(epochs + 1)
    losses[0] = mean_loss(w, b)
    for k in range(1, epochs + 1):
        order = rng.permutation(m)
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses[k] = mean_loss(w, b)
    return w, b, losses

# ----

# right: tom-everything-by-hand
# did: loops for the mean too, and the step written out with new arrays
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    total = 0.0
    for i in range(len(X)):
        total = total + loss(w, b, X[i], y[i])
    losses.append(total / len(X))
    epoch = 0
    while epoch < epochs:
        order = rng.permutation(len(X))
        for i in order:
            dw, db = gradient(w, b, X[i], y[i])
            w = w - eta * dw
            b = b - eta * db
        total = 0.0
        for i in range(len(X)):
            total = total + loss(w, b, X[i], y[i])
        losses.append(total / len(X))
        epoch = epoch + 1
    return w, b, losses

# ----

# right: lin-permuted-copies
# did: makes permuted copies of X and y in each epoch
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w = np.array(w, dtype=float)
    losses = [float(np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)]))]
    for _ in range(epochs):
        perm = rng.permutation(len(X))
        for xi, yi in zip(X[perm], y[perm]):
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses.append(float(np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])))
    return w, b, np.array(losses)

# ----

# right: mira-loss-first
# did: writes the loss at the top of epochs + 1 rounds and trains only if rounds are left
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for k in range(epochs + 1):
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
        if k < epochs:
            for i in rng.permutation(len(X)):
                w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b, losses
