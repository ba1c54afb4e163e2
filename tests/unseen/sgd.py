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
# said: losses has a value for each step, so it grows inside the loop over the rows: wanted are epochs + 1 values, losses[0] before training and one after each epoch.
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

# ----

# wrong: order-drawn-once
# did: draws the order once before the loop
# said: One permutation serves all epochs: draw a new one at the start of each; each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    order = rng.permutation(len(X))
    for _ in range(epochs):
        for i in order:
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: no-shuffle
# did: goes through the rows in their order, rng is not used
# said: There is no shuffle: each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: labels-not-permuted
# did: takes row order[k] of X with label k of y
# said: The rows are shuffled but not the labels: row i belongs to label i.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    mean_loss = lambda: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    losses = [mean_loss()]
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for k in range(len(X)):
            w, b = sgd_step(w, b, X[order[k]], y[k], gradient, eta)
        losses.append(mean_loss())
    return w, b, np.array(losses)

# ----

# wrong: permuted-twice
# did: draws one order for X and another one for y
# said: Rows and labels have a permutation each: row i belongs to label i, so draw one for both.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    m = len(X)
    for _ in range(epochs):
        for x_i, y_i in zip(X[rng.permutation(m)], y[rng.permutation(m)]):
            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, losses

# ----

# wrong: no-initial-loss
# did: the loss before training is missing, only epochs entries
# said: The initial loss is missing: losses[0] is the mean loss before training.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: loss-before-epoch
# did: writes the loss down before each epoch, the last one is missing
# said: The loss is measured before each epoch and missing after the last: there are epochs + 1 values.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for epoch in range(epochs):
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b, np.array(losses)

# ----

# wrong: loss-every-step
# did: writes down the loss of the one example at every step instead of the mean after every epoch
# said: losses has a value for each step, so it grows inside the loop over the rows: wanted are epochs + 1 values, losses[0] before training and one after each epoch.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
            losses.append(loss(w, b, X[i], y[i]))
    return w, b, np.array(losses)

# ----

# wrong: running-mean-loss
# did: the mean of the losses met during the epoch, each with the weights of that moment
# said: The losses are averaged on the way through the epoch, while w and b move: measure them after it.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        total = 0.0
        for i in rng.permutation(len(X)):
            total += loss(w, b, X[i], y[i])
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(total / len(X))
    return w, b, np.array(losses)

# ----

# wrong: sum-of-losses
# did: the sum of the losses instead of the mean
# said: The losses are summed over the rows: the mean is wanted.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    def total():
        return sum(loss(w, b, X[i], y[i]) for i in range(len(X)))

    losses = [total()]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(total())
    return w, b, np.array(losses)

# ----

# wrong: last-example-loss
# did: the loss of the last example visited instead of the mean
# said: This is the last example's loss: the mean over all rows is wanted.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(loss(w, b, X[i], y[i]))
    return w, b, np.array(losses)

# ----

# wrong: result-of-step-dropped
# did: calls sgd_step and does not keep what it returns
# said: w and b never change: keep what sgd_step returns.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: random-with-replacement
# did: draws each row with rng.integers, so with replacement
# said: Rows are drawn with replacement (rng.integers): each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for epoch in range(epochs):
        for _ in range(m):
            i = rng.integers(m)
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, np.array(losses)

# ----

# wrong: one-step-per-epoch
# did: one random row an epoch only
# said: Each epoch takes one step: it visits every row once.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    losses = [np.mean([loss(w, b, X[i], y[i]) for i in range(m)])]
    for epoch in range(epochs):
        i = rng.permutation(m)[0]
        w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, X[i], y[i]) for i in range(m)]))
    return w, b, np.array(losses)

# ----

# wrong: full-batch
# did: batch gradient descent, one step an epoch with the mean gradient
# said: This is full-batch gradient descent: one step an epoch with the mean gradient. SGD takes one step a row.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    def mean_loss():
        return np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])

    losses = [mean_loss()]
    for epoch in range(epochs):
        grads = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
        w = w - eta * np.mean([g[0] for g in grads], axis=0)
        b = b - eta * np.mean([g[1] for g in grads])
        losses.append(mean_loss())
    return w, b, np.array(losses)

# ----

# wrong: global-np-random
# did: np.random.permutation instead of the given rng
# said: Your code takes random numbers from np.random: the order of the rows is rng.permutation(m) of the argument rng, drawn anew in each epoch.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in np.random.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: own-seed
# did: makes a new generator with seed 0 in the function
# said: This uses a generator of its own, default_rng(0): use the argument rng.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    rng = np.random.default_rng(0)
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: epochs-plus-one
# did: trains epochs + 1 times so that there are enough losses
# said: There is one epoch too many.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for epoch in range(epochs + 1):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: return-in-loop
# did: the return is indented too far, only one epoch
# said: w and b stay the same when epochs alone changes, but they must change: is epochs used where it should be?
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
        return w, b, np.array(losses)

# ----

# wrong: forgets-losses
# did: returns only (w, b)
# said: Only w and b are returned: wanted are (w, b, losses).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b

# ----

# wrong: losses-zeros-epochs
# did: array np.zeros(epochs), writing losses[epoch + 1] runs out of it
# said: An index runs past the end, or is no whole number: counting starts at 0, and n and m differ.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = np.zeros(epochs)
    losses[0] = np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses[epoch + 1] = np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    return w, b, losses

# ----

# wrong: first-entry-stays-zero
# did: np.zeros(epochs + 1) and never fills entry 0
# said: losses[0] is 0: it is the mean loss before training.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = np.zeros(epochs + 1)
    for k in range(1, epochs + 1):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses[k] = np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    return w, b, losses

# ----

# wrong: in-place-update
# did: w -= ... in the inner loop, the caller's start weights change
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            dw, db = gradient(w, b, X[i], y[i])
            w -= eta * dw
            b -= eta * db
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: shuffles-the-data
# did: overwrites X and y of the caller in permuted order
# said: Something changes the caller's array in place: work on a copy, as np.array(w, dtype=float).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        p = rng.permutation(len(X))
        X[:], y[:] = X[p], y[p]
        for x_i, y_i in zip(X, y):
            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: permutation-of-n
# did: permutation of the number of features, X.shape[1]
# said: The permutation is one of the n columns: each epoch visits the rows in the order rng.permutation(m).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(X.shape[1]):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: restarts-each-epoch
# did: every epoch starts from the initial weights again
# said: Every epoch starts again from the initial w and b: go on from where the last one ended.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    w_new, b_new = w, b
    for epoch in range(epochs):
        w_new, b_new = w, b
        for i in rng.permutation(len(X)):
            w_new, b_new = sgd_step(w_new, b_new, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w_new, b_new, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w_new, b_new, np.array(losses)

# ----

# wrong: loss-of-start
# did: the mean loss is always taken at the initial parameters
# said: All losses are those of the initial w and b: after each epoch use the current ones.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w0, b0 = w, b
    losses = [np.mean([loss(w0, b0, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w0, b0, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: lr-decay
# did: halves the learning rate after each epoch (from a tutorial)
# said: eta decays: the learning rate eta is the same in every step.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        eta = eta / 2
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: loss-on-whole-batch
# did: loss(w, b, X, y) for the whole batch at once and without a mean
# said: losses has a value for each row of X, where its mean over the rows is wanted, one number: loss(w, b, x, y) takes one row, and np.mean their mean.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [loss(w, b, X, y)]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(loss(w, b, X, y))
    return w, b, losses

# ----

# wrong: stops-early
# did: stops early when an epoch lowers the loss by less than 0.01, so there are fewer epochs
# said: w is too large at some inputs and too small at others, and of the opposite sign in 21% of the places where it is wrong.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    mean_loss = lambda w, b: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    losses = [mean_loss(w, b)]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        current = mean_loss(w, b)
        losses.append(current)
        if current > losses[-2] - 1e-2:
            break
    return w, b, np.array(losses)

# ----

# right: hint-version
# did: two loops, a helper for the mean loss
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    def mean_loss(w, b):
        return np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])

    losses = [mean_loss(w, b)]
    for _ in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(mean_loss(w, b))
    return w, b, np.array(losses)

# ----

# right: prealloc
# did: np.zeros(epochs + 1), filled by index
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = X.shape[0]
    losses = np.zeros(epochs + 1)
    for k in range(epochs + 1):
        if k > 0:
            order = rng.permutation(m)
            for i in order:
                w, b = sgd_step(w, b, X[i, :], y[i], gradient, eta)
        s = 0.0
        for i in range(m):
            s += loss(w, b, X[i, :], y[i])
        losses[k] = s / m
    return w, b, losses

# ----

# right: step-inlined
# did: the step written out with new arrays
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    history = [np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))])]
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for i in order:
            dw, db = gradient(w, b, X[i], y[i])
            w = w - eta * dw
            b = b - eta * db
        history.append(np.mean([loss(w, b, X[i], y[i]) for i in range(len(X))]))
    return w, b, np.asarray(history)

# ----

# right: permuted-copies
# did: makes permuted copies of X and y and walks through both with zip
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = np.empty(epochs + 1)
    losses[0] = np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])
    for e in range(1, epochs + 1):
        p = rng.permutation(len(y))
        for xi, yi in zip(X[p], y[p]):
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses[e] = np.mean([loss(w, b, xi, yi) for xi, yi in zip(X, y)])
    return w, b, losses

# ----

# right: while-loop
# did: while loop with a counter and own names for the parameters
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    weights = np.array(w, dtype=float)
    bias = float(b)
    m = len(X)

    def average():
        return sum(loss(weights, bias, X[k], y[k]) for k in range(m)) / m

    losses = [average()]
    done = 0
    while done < epochs:
        for k in rng.permutation(m):
            weights, bias = sgd_step(weights, bias, X[k], y[k], gradient, eta)
        losses.append(average())
        done += 1
    return weights, bias, np.array(losses)

# ----

# right: epoch-helper
# did: one epoch in a helper function
def one_epoch(gradient, w, b, X, y, eta, order):
    for i in order:
        w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    return w, b

def mean_loss(loss, w, b, X, y):
    return np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])

def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [mean_loss(loss, w, b, X, y)]
    for _ in range(epochs):
        w, b = one_epoch(gradient, w, b, X, y, eta, rng.permutation(len(X)))
        losses.append(mean_loss(loss, w, b, X, y))
    return w, b, np.array(losses)

# ----

# wrong: step-args-order
# did: passes eta before gradient to sgd_step
# said: Your code, or a function it calls, does not accept an input that is allowed: the error says what was wrong.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], eta, gradient)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: only-last-loss
# did: returns only the last mean loss
# said: Only the last loss is returned: wanted are epochs + 1 values.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
    final = np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    return w, b, final

# ----

# wrong: losses-first
# did: returns (losses, w, b)
# said: The results are in the wrong order: wanted are (w, b, losses).
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return np.array(losses), w, b

# ----

# wrong: only-w-kept
# did: keeps the new w of each step and throws the new b away
# said: The bias is frozen: keep the new b of every step.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, _ = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: fixed-cross-entropy
# did: trains with gradient_cross_entropy whatever gradient is
# said: The argument `gradient` is ignored: the cross-entropy's is used.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient_cross_entropy, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: initial-loss-after-first
# did: the first entry is written after the first epoch and again, the start is missing
# said: Only losses[0] is wrong: it is the mean loss of all rows at the initial w and b, before training.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        value = np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
        if epoch == 0:
            losses.append(value)
        losses.append(value)
    return w, b, np.array(losses)

# ----

# wrong: weights-zeroed
# did: starts from zeros instead of the given w and b
# said: The training starts from zeros: start from the arguments w and b.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: skips-first-row
# did: leaves out row 0, the inner loop goes over order[1:]
# said: Each epoch leaves out the first row of the permutation.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])]
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for k in range(1, len(X)):
            i = order[k]
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))
    return w, b, np.array(losses)

# ----

# wrong: float-losses-mean
# did: divides the mean loss by the number of rows once more
# said: losses[0] is the mean over the rows divided by m once more.
# true: yes
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    m = len(X)
    f = lambda: np.mean([loss(w, b, X[i], y[i]) for i in range(m)]) / m
    losses = [f()]
    for epoch in range(epochs):
        for i in rng.permutation(m):
            w, b = sgd_step(w, b, X[i], y[i], gradient, eta)
        losses.append(f())
    return w, b, np.array(losses)

# ----

# right: verbose-progress
# did: prints the progress, np.average, tuple returned with a list turned to an array
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    n_samples = len(y)
    values = []

    def record():
        values.append(np.average([loss(w, b, X[j], y[j]) for j in range(n_samples)]))

    record()
    for epoch in range(1, epochs + 1):
        for j in rng.permutation(n_samples):
            w, b = sgd_step(w, b, X[j], y[j], gradient, eta)
        record()
        print(f"epoch {epoch}: loss {values[-1]:.4f}")
    return w, b, np.array(values)

# ----

# right: float-copy-in-place
# did: a float copy of w, moved in place, and plain arithmetic for b
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    w = w.astype(float)
    m = X.shape[0]
    losses = np.zeros(1 + epochs)
    losses[0] = np.mean([loss(w, b, X[i], y[i]) for i in range(m)])
    for k in range(epochs):
        for i in rng.permutation(m):
            dw, db = gradient(w, b, X[i], y[i])
            w -= eta * dw
            b = b - eta * db
        losses[k + 1] = np.mean([loss(w, b, X[i], y[i]) for i in range(m)])
    return w, b, losses

# ----

# right: losses-as-list
# did: the losses as a plain list of floats
def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):
    data_pairs = list(zip(X, y))
    losses = [float(np.mean([loss(w, b, xi, yi) for xi, yi in data_pairs]))]
    for _ in range(epochs):
        for i in rng.permutation(len(data_pairs)):
            xi, yi = data_pairs[i]
            w, b = sgd_step(w, b, xi, yi, gradient, eta)
        losses.append(float(np.mean([loss(w, b, xi, yi) for xi, yi in data_pairs])))
    return w, b, losses
