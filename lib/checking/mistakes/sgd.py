"""Wrong formulas in notebook 4: stochastic gradient descent."""
# ruff: noqa: E731
# fmt: off

from itertools import product

import numpy as np

from lib.checking.mistakes.entries import Mistake, Pieces
from lib.checking.mistakes.gradients import GRADIENTS, _rows
from lib.checking.mistakes.losses import _ce_z
from lib.neuron import saturation_point, sigmoid, sigmoid_prime
from lib.sgd import epochs_to_reach


def _step(make):
    """``make(w, b, dw, db, eta)`` in the place of the step."""
    return lambda w, b, x, y, gradient, eta: make(w, b, *gradient(w, b, x, y), eta)


def _descend(w, b, dw, db, eta):
    return w - eta * dw, b - eta * db


def _steps(w, b, x, y, gradient, eta, count):
    for _ in range(count):
        dw, db = gradient(w, b, x, y)
        w, b = w - eta * dw, b - eta * db
    return w, b


STEP = "-"
SGD_STEP = [
    Mistake(_step(lambda w, b, dw, db, eta: (w, b)), "Nothing moves: the old w and b are returned", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - dw, b - db)), "eta is ignored: multiply the gradient by the learning rate", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (eta * dw, eta * db)), "This returns the step; wanted are the new w and b", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (-eta * dw, -eta * db)), "This returns the step; wanted are the new w and b", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (dw, db)), "This returns the gradient; wanted are the new w and b", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (b - eta * db, w - eta * dw)), "The pair is in the wrong order: (w, b) is wanted, these are swapped", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * db, b - eta * dw)), "dL/dw and dL/db are swapped: gradient returns (dL/dw, dL/db), in this order", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * db, b - eta * np.sum(dw))), "dL/dw and dL/db are mixed up (swapped)", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * np.sign(dw), b - eta * np.sign(db))), "Only the sign of the gradient is used", STEP),
    Mistake(lambda w, b, x, y, g, eta: (w - eta * g(w, b, x, y)[0], b - eta * g(w - eta * g(w, b, x, y)[0], b, x, y)[1]), "The bias is updated with the gradient at the new w: compute the gradient once, at the old w and b", STEP),
    Mistake(lambda w, b, x, y, g, eta: (w - eta * g(w, b - eta * g(w, b, x, y)[1], x, y)[0], b - eta * g(w, b, x, y)[1]), "The weights are updated with the gradient at the new b: compute the gradient once, at the old w and b", STEP),
    Mistake(lambda w, b, x, y, g, eta: _step(lambda w, b, dw, db, eta: (w - eta * dw, b - eta * db))(w, b, x, y, GRADIENTS[1], eta), "The argument `gradient` is ignored: the cross-entropy's is used", STEP),
    Mistake(lambda w, b, x, y, g, eta: _step(lambda w, b, dw, db, eta: (w - eta * dw, b - eta * db))(w, b, x, y, GRADIENTS[0], eta), "The argument `gradient` is ignored: the squared error's is used", STEP),
    *(
        Mistake(_step(lambda w, b, dw, db, eta, k=k: (w - k * dw, b - k * db)), f"The learning rate is always {k:g}: use the argument eta", STEP)
        for k in (0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5)
    ),
    *(
        Mistake(_step(lambda w, b, dw, db, eta, k=k: (w - eta * np.clip(dw, -k, k), b - eta * np.clip(db, -k, k))), f"The gradient is clipped to [-{k:g}, {k:g}]: the step is eta times the gradient", STEP)
        for k in (0.1, 0.5, 1)
    ),
    Mistake(_step(lambda w, b, dw, db, eta: ((1 - eta) * w - eta * dw, (1 - eta) * b - eta * db)), "w and b shrink by the factor 1 - eta: w - eta dL/dw is wanted", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: ((1 - eta) * w + eta * dw, (1 - eta) * b + eta * db)), "This mixes w with the gradient: w - eta dL/dw is wanted", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - (eta + dw), b - (eta + db))), "eta is added to the gradient: multiply them", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw / np.sqrt(dw @ dw + db * db), b - eta * db / np.sqrt(dw @ dw + db * db))), "The gradient is scaled to length 1 (normalised): the step is eta times the gradient", STEP),
    Mistake(_step(lambda w, b, dw, db, eta: (w - eta * dw / np.sqrt(dw @ dw), b - eta * db / abs(db))), "The gradient is scaled to length 1 (normalised): the step is eta times the gradient", STEP),
    Mistake(lambda w, b, x, y, g, eta: _steps(w, b, x, y, g, eta, 2), "Two steps are taken: one is wanted", STEP),
    Mistake(lambda w, b, x, y, g, eta: _steps(w, b, x, y, g, eta, len(w)), "A step is taken for every weight, n of them: one is wanted", STEP),
    Mistake(lambda w, b, x, y, g, eta: (w - eta * g(w, b, x, y)[1] * x, b - eta * g(w, b, x, y)[1]), "dL/dw is taken as dL/db times x: use the dL/dw that gradient returns", STEP),
]


def _fresh(rng, m, epoch, n):
    return rng.permutation(m)


def _mean(values, n):
    return np.mean(values)


def _training(
    order=_fresh,
    step=lambda w, b, dw, db, eta: (w - eta * dw, b - eta * db),
    epochs=lambda epochs: epochs,
    losses=lambda before, after: [before[0], *after],
    mean=_mean,
    result=lambda w, b, losses, path: (w, b, losses),
    label=lambda i, k: i,
    row=lambda i, k: i,
    eta_at=lambda eta, epoch, t, m, n: eta,
    start=lambda w, b, rng: (w, b),
    call=lambda gradient, w, b, x, y: gradient(w, b, x, y),
    loss_at=lambda w, b, first: (w, b),
    new_epoch=lambda w, b, first: (w, b),
    stop=lambda losses: False,
    whole=False,
):
    """`sgd` with one piece replaced by a wrong one."""

    def wrong(loss, gradient, w, b, X, y, eta, n_epochs, rng):
        w, b = start(np.asarray(w, None if whole else float), b, rng)
        path, (m, n), t = [(w, b)], X.shape, 0
        mean_loss = lambda: mean([loss(*loss_at(w, b, path[0]), x_i, y_i) for x_i, y_i in zip(X, y)], n)
        before, after = [mean_loss()], []
        for epoch in range(epochs(n_epochs)):
            w, b = new_epoch(w, b, path[0])
            for k, i in enumerate(order(rng, m, epoch, n)):
                dw, db = call(gradient, w, b, X[row(i, k)], y[label(i, k)])
                new_w, b = step(w, b, dw, db, eta_at(eta, epoch, t, m, n))
                w, t = new_w.astype(w.dtype), t + 1
            after.append(mean_loss())
            before.append(after[-1])
            path.append((w, b))
            if stop([before[0], *after]):
                break
        return result(w, b, np.array(losses(before, after)), path)

    return wrong


def _with_state(make):
    """`sgd` with a step that has a state, such as momentum: ``make()`` returns a new step for each run."""
    return lambda *arguments: _training(step=make())(*arguments)


def _momentum(factor, averaged=False):
    def make():
        velocity = [0.0, 0.0]

        def step(w, b, dw, db, eta):
            new = (1 - factor) if averaged else 1
            velocity[:] = factor * velocity[0] + new * dw, factor * velocity[1] + new * db
            return w - eta * velocity[0], b - eta * velocity[1]

        return step

    return make


def _new_w_for_b(first_w):
    """`sgd` that computes dL/db after w has moved, or dL/dw after b has moved."""

    def wrong(loss, gradient, w, b, X, y, eta, epochs, rng):
        def call(gradient, w, b, x, y):
            dw, db = gradient(w, b, x, y)
            if first_w:
                return dw, gradient(w - eta * dw, b, x, y)[1]
            return gradient(w, b - eta * db, x, y)[0], db

        return _training(call=call)(loss, gradient, w, b, X, y, eta, epochs, rng)

    return wrong


def _epoch_at_once(scale, order=_fresh):
    """`sgd` with all gradients of an epoch computed at the parameters of its start."""

    def wrong(loss, gradient, w, b, X, y, eta, epochs, rng):
        w = np.asarray(w, float)
        mean_loss = lambda: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
        losses = [mean_loss()]
        for _ in range(epochs):
            dw, db = (part.sum(0) for part in _rows(gradient, w, b, X, y))
            w, b = w - eta * scale(len(X)) * dw, b - eta * scale(len(X)) * db
            losses.append(mean_loss())
        return w, b, np.array(losses)

    return wrong


def _twice(call_again):
    """`sgd` with two steps a row."""

    def wrong(loss, gradient, w, b, X, y, eta, epochs, rng):
        def call(gradient, w, b, x, y):
            dw, db = gradient(w, b, x, y)
            more_w, more_b = gradient(w - eta * dw, b - eta * db, x, y)
            return dw + more_w, db + more_b

        return _training(call=call)(loss, gradient, w, b, X, y, eta, epochs, rng)

    return wrong


def _shuffled_for_good(loss, gradient, w, b, X, y, eta, epochs, rng):
    places: list[int] = []

    def order(rng, m, epoch, n):
        places[:] = rng.permutation(m) if not places else np.array(places)[rng.permutation(m)]
        return list(places)

    return _training(order=order)(loss, gradient, w, b, X, y, eta, epochs, rng)


def _rows_alone(loss, gradient, w, b, X, y, eta, epochs, rng):
    """X stays shuffled from epoch to epoch, y never is: the losses are those of the mixed-up pairs, too."""
    mean_loss = lambda: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    losses = [mean_loss()]
    for _ in range(epochs):
        X = X[rng.permutation(len(X))]
        for x_i, y_i in zip(X, y):
            dw, db = gradient(w, b, x_i, y_i)
            w, b = w - eta * dw, b - eta * db
        losses.append(mean_loss())
    return w, b, np.array(losses)


def _same_order(*arguments):
    """One permutation, drawn before the first epoch, for all of them."""
    kept: list[int] = []

    def order(rng, m, epoch, n):
        if epoch == 0:
            kept[:] = rng.permutation(m)
        return kept

    return _training(order=order)(*arguments)


def _two_orders(rng, m, epoch, n):
    return list(zip(rng.permutation(m), rng.permutation(m)))


def _own_generator(seed, anew):
    """`sgd` with a generator of its own, made once or anew in each epoch."""

    def wrong(*arguments):
        own = np.random.default_rng(seed)
        order = lambda rng, m, epoch, n: (np.random.default_rng(seed) if anew else own).permutation(m)
        return _training(order=order)(*arguments)

    return wrong


def _averaged(w, b, losses, path):
    return np.mean([w for w, _ in path], axis=0), np.mean([b for _, b in path]), losses


def _full_batch(loss, gradient, w, b, X, y, eta, epochs, rng):
    w = np.asarray(w, float)
    mean_loss = lambda: np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    losses = [mean_loss()]
    for _ in range(epochs):
        dw, db = (part.mean(0) for part in _rows(gradient, w, b, X, y))
        w, b = w - eta * dw, b - eta * db
        losses.append(mean_loss())
    return w, b, np.array(losses)


def _running_losses(reduce, initial=True, after_step=False):
    """Losses collected on the way through an epoch instead of measured after it."""

    def wrong(loss, gradient, w, b, X, y, eta, epochs, rng):
        w = np.asarray(w, float)
        losses = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])] if initial else []
        for _ in range(epochs):
            seen = []
            for i in rng.permutation(len(X)):
                now = loss(w, b, X[i], y[i])
                dw, db = gradient(w, b, X[i], y[i])
                w, b = w - eta * dw, b - eta * db
                seen.append(loss(w, b, X[i], y[i]) if after_step else now)
            losses.append(reduce(seen))
        return w, b, np.array(losses)

    return wrong


def _shuffled(rng, m):
    order = np.arange(m)
    rng.shuffle(order)
    return order


def _squared_error_loss(w, b, x, y):
    return (sigmoid(w @ x + b) - y) ** 2 / 2


def _initial_alone(first, later=np.mean):
    """`sgd` that reduces the losses before training by ``first`` and those after it by ``later``."""

    def wrong(*arguments):
        done = []

        def mean(values, n):
            done.append(1)
            return (first if len(done) == 1 else later)(values)

        return _training(mean=mean)(*arguments)

    return wrong


ORDER = "each epoch visits the rows in the order rng.permutation(m)"
SGD = [
    Mistake(_training(order=lambda rng, m, epoch, n: range(m)), f"There is no shuffle: {ORDER}", STEP),
    Mistake(_same_order, f"One permutation serves all epochs: draw a new one at the start of each; {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m)[::-1]), f"The permutation is walked backwards: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.integers(0, m, m)), f"Rows are drawn with replacement (rng.integers): {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m)[:1]), "Each epoch takes one step: it visits every row once", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m)[:-1]), "Each epoch leaves out the last row of the permutation", STEP),
    Mistake(_training(label=lambda i, k: k), "The rows are shuffled but not the labels: row i belongs to label i", STEP),
    Mistake(_full_batch, "This is full-batch gradient descent: one step an epoch with the mean gradient. SGD takes one step a row", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w + eta * dw, b + eta * db)), "This is ascent: it goes uphill, the sign of the step is flipped", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta * dw, b)), "The bias is frozen: keep the new b of every step", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w, b - eta * db)), "The weights are frozen: keep the new w of every step", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w, b)), "w and b never change: keep what sgd_step returns", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - dw, b - db)), "eta is ignored", STEP),
    Mistake(_training(losses=lambda before, after: after), "The initial loss is missing: losses[0] is the mean loss before training", STEP),
    Mistake(_training(losses=lambda before, after: before[:-1]), "The loss is measured before each epoch and missing after the last: there are epochs + 1 values", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *before[:-1]]), "The loss is measured before each epoch instead of after it", STEP),
    Mistake(_training(losses=lambda before, after: [0.0, *after]), "losses[0] is 0: it is the mean loss before training", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *after][::-1]), "The losses are in reverse order", STEP),
    Mistake(_training(losses=lambda before, after: [*after, before[0]]), "The initial loss comes last: it is losses[0]", STEP),
    Mistake(_training(losses=lambda before, after: ([before[0], *after])[-1]), "Only the last loss is returned: wanted are epochs + 1 values", STEP),
    Mistake(_training(mean=lambda v, n: np.sum(v)), "The losses are summed over the rows: the mean is wanted", STEP),
    Mistake(_training(mean=lambda v, n: v[-1]), "This is the last example's loss: the mean over all rows is wanted", STEP),
    Mistake(_training(mean=lambda v, n: v[0]), "This is the first example's loss: the mean over all rows is wanted", STEP),
    Mistake(_training(mean=lambda v, n: np.median(v)), "This is the median of the losses: the mean is wanted", STEP),
    Mistake(_running_losses(np.mean), "The losses are averaged on the way through the epoch, while w and b move: measure them after it", STEP),
    Mistake(_running_losses(np.mean, after_step=True), "The losses are averaged on the way through the epoch, while w and b move: measure them after it", STEP),
    Mistake(_running_losses(np.mean, initial=False), "The losses are averaged during the epoch, and the initial loss is missing", STEP),
    Mistake(_running_losses(np.mean, initial=False, after_step=True), "The losses are averaged during the epoch, and the initial loss is missing", STEP),
    Mistake(_running_losses(lambda v: v[-1]), "This is the last example's loss: the mean over all rows is wanted", STEP),
    Mistake(_running_losses(lambda v: v[-1], after_step=True), "This is the last example's loss: the mean over all rows is wanted", STEP),
    Mistake(_running_losses(lambda v: v[-1], initial=False), "This is the last example's loss, and the initial loss is missing", STEP),
    Mistake(_running_losses(lambda v: v[-1], initial=False, after_step=True), "This is the last example's loss, and the initial loss is missing", STEP),
    Mistake(_running_losses(np.sum), "The losses are summed during the epoch: the mean over all rows after it is wanted", STEP),
    Mistake(_training(epochs=lambda e: e + 1), "There is one epoch too many", STEP),
    Mistake(_training(epochs=lambda e: e + 1, losses=lambda before, after: before[:-1]), "There is one epoch too many: epochs + 1 losses come from epochs epochs, the first is measured before", STEP),
    Mistake(_training(epochs=lambda e: max(e - 1, 0)), "There is one epoch too few", STEP),
    Mistake(_training(epochs=lambda e: min(e, 1)), "Only one epoch is run: is the return inside the loop?", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (w, b)), "Only w and b are returned: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: losses), "Only the losses are returned: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (losses, w, b)), "The results are in the wrong order: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (b, w, losses)), "The results are in the wrong order: wanted are (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (*path[0], losses)), "The start is returned: wanted are w and b after the last epoch", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (*path[int(np.argmin(losses))], losses)), "These are w and b of the best epoch: wanted are those after the last", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _restarting(loss, g, w, b, X, y, eta, epochs, rng), "Every epoch starts again from the initial w and b: go on from where the last one ended", STEP),
    *(
        Mistake(_own_generator(seed, anew), f"This uses a generator of its own, default_rng({seed}): use the argument rng", STEP)
        for seed in (0, 1, 42, 123, 1234) for anew in (False, True)
    ),
    Mistake(_training(order=lambda rng, m, epoch, n: range(m)[::-1]), f"The rows are walked from last to first, without a shuffle: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: np.argsort(rng.permutation(m))), f"The order is the inverse of the permutation (argsort): {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: np.argsort(rng.random(m))), f"The order is made from rng.random: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.choice(m, m, replace=False)), f"The order is made with rng.choice: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(max(m - 1, 0))), f"The permutation has m - 1 entries, so the last row is never visited: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(np.arange(1, m))), f"The first row is never visited: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(n)), f"The permutation is one of the n columns: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m)[:n]), "Each epoch takes n steps, as many as there are columns: it visits every row once, m steps", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m)[epoch % m : epoch % m + 1]), "Each epoch takes one step: it visits every row once", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: [epoch % m]), "Each epoch takes one step: it visits every row once", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: [rng.integers(m)]), "Each epoch takes one step, at one random row: it visits every row once", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: [rng.integers(m) for _ in range(m)]), f"Rows are drawn with replacement (rng.integers): {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m)[1:]), "Each epoch leaves out the first row of the permutation", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: [*rng.permutation(m)] * 2), "Each epoch visits every row twice", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: rng.permutation(m) if epoch == 0 else range(m)), f"Only the first epoch is shuffled: {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: [rng.permutation(m)[0] for _ in range(m)]), f"A new permutation is drawn for every step: draw one an epoch; {ORDER}", STEP),
    Mistake(_training(order=lambda rng, m, epoch, n: [rng.permutation(m)[k] for k in range(m)]), f"A new permutation is drawn for every step: draw one an epoch; {ORDER}", STEP),
    Mistake(_shuffled_for_good, f"X and y stay shuffled, so the orders pile up from epoch to epoch: shuffle the original rows each time; {ORDER}", STEP),
    Mistake(_training(order=_two_orders, row=lambda i, k: i[0], label=lambda i, k: i[1]), "Rows and labels have a permutation each: row i belongs to label i, so draw one for both", STEP),
    Mistake(_training(label=lambda i, k: 0), "Every row is paired with the first label: row i belongs to label i", STEP),
    Mistake(_training(label=lambda i, k: -1), "Every row is paired with the last label: row i belongs to label i", STEP),
    Mistake(_rows_alone, "The rows of X are shuffled but not the labels: row i belongs to label i", STEP),
    Mistake(_training(row=lambda i, k: k), "The labels are shuffled but not the rows: row i belongs to label i", STEP),
    Mistake(_epoch_at_once(lambda m: 1), "All gradients of an epoch are taken at its start, then summed to one step: SGD updates w and b after each row", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta * dw / 2, b - eta * db / 2)), "The step is halved: it is eta times the gradient", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - 2 * eta * dw, b - 2 * eta * db)), "The step is doubled: it is eta times the gradient", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta**2 * dw, b - eta**2 * db)), "eta is applied twice (squared)", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w + eta * dw, b - eta * db)), "The weights go uphill: the sign of their step is flipped", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta * dw, b + eta * db)), "The bias goes uphill: the sign of its step is flipped", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta * np.sign(dw), b - eta * np.sign(db))), "Only the sign of the gradient is used", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (-eta * dw, -eta * db)), "w and b are replaced by the step: it is to be added to them", STEP),
    Mistake(_training(step=lambda w, b, dw, db, eta: (w - eta * np.clip(dw, -1, 1), b - eta * np.clip(db, -1, 1))), "The gradient is clipped to [-1, 1]: the step is eta times the gradient", STEP),
    Mistake(_training(eta_at=lambda eta, epoch, t, m, n: eta / m), "eta is divided by m: each row takes a full step of eta times its gradient", STEP),
    Mistake(_training(eta_at=lambda eta, epoch, t, m, n: eta / n), "eta is divided by n: the step is eta times the gradient", STEP),
    Mistake(_training(eta_at=lambda eta, epoch, t, m, n: eta * m), "eta is multiplied by m: the step is eta times the gradient", STEP),
    *(
        Mistake(_training(eta_at=lambda eta, epoch, t, m, n, f=f: f(eta, epoch, t)), "eta decays: the learning rate eta is the same in every step", STEP)
        for f in (
            lambda eta, epoch, t: eta / (1 + epoch), lambda eta, epoch, t: eta / (1 + t), lambda eta, epoch, t: eta / 2**epoch, lambda eta, epoch, t: eta / 2**t,
            lambda eta, epoch, t: eta / np.sqrt(1 + epoch), lambda eta, epoch, t: eta / np.sqrt(1 + t), lambda eta, epoch, t: eta * 0.9**epoch,
            lambda eta, epoch, t: eta * 0.99**epoch, lambda eta, epoch, t: eta * 0.95**epoch, lambda eta, epoch, t: eta * 0.9**t, lambda eta, epoch, t: eta * 0.99**t, lambda eta, epoch, t: eta * 0.5**(epoch + 1), lambda eta, epoch, t: eta / 10**epoch,
        )
    ),
    *(
        Mistake(_training(eta_at=lambda eta, epoch, t, m, n, k=k: k), f"The learning rate is always {k:g}: use the argument eta", STEP)
        for k in (0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5)
    ),
    *(Mistake(_with_state(_momentum(k)), "This is momentum: earlier gradients are carried on. A step of SGD uses the gradient of its own row alone", STEP) for k in (0.9, 0.5, 0.99, 0.8)),
    *(Mistake(_with_state(_momentum(k, True)), "This is momentum (an average of gradients): a step of SGD uses the gradient of its own row alone", STEP) for k in (0.9, 0.5)),
    Mistake(_new_w_for_b(True), "The bias takes its gradient at the new w: compute the gradient once a step, at the old w and b", STEP),
    Mistake(_new_w_for_b(False), "The weights take their gradient at the new b: compute the gradient once a step, at the old w and b", STEP),
    Mistake(_twice(True), "Each row takes two steps in a row: one step a row is wanted", STEP),
    Mistake(_training(call=lambda g, w, b, x, y: GRADIENTS[1](w, b, x, y)), "The argument `gradient` is ignored: the cross-entropy's is used", STEP),
    Mistake(_training(call=lambda g, w, b, x, y: GRADIENTS[0](w, b, x, y)), "The argument `gradient` is ignored: the squared error's is used", STEP),
    Mistake(_training(call=lambda g, w, b, x, y: g(x, b, w, y)), "gradient is called with w and x swapped: gradient(w, b, x, y)", STEP),
    Mistake(_training(call=lambda g, w, b, x, y: g(x, y, w, b)), "gradient is called with the example first; the order is gradient(w, b, x, y)", STEP),
    Mistake(_training(call=lambda g, w, b, x, y: g(w, y, x, b)), "gradient is called with b and y swapped: gradient(w, b, x, y)", STEP),
    Mistake(_training(call=lambda g, w, b, x, y: g(w, b, x, 1 - y)), "gradient is called with 1 - y: it wants y", STEP),
    Mistake(_training(new_epoch=lambda w, b, first: (w, 0.0)), "b is reset to 0 at the start of every epoch: go on from where the last one ended", STEP),
    Mistake(_training(new_epoch=lambda w, b, first: (np.zeros(len(w)), 0.0)), "w and b are reset to 0 at the start of every epoch: go on from where the last one ended", STEP),
    Mistake(_training(new_epoch=lambda w, b, first: (w, first[1])), "b is reset to its start in every epoch: go on from where the last one ended", STEP),
    Mistake(_training(new_epoch=lambda w, b, first: (first[0], b)), "w is reset to its start in every epoch: go on from where the last one ended", STEP),
    Mistake(_training(start=lambda w, b, rng: (np.zeros(len(w)), 0.0)), "The training starts from zeros: start from the arguments w and b", STEP),
    Mistake(_training(start=lambda w, b, rng: (np.zeros(len(w)), b)), "w starts from zeros: start from the argument w", STEP),
    Mistake(_training(start=lambda w, b, rng: (w, 0.0)), "b starts from 0: start from the argument b", STEP),
    Mistake(_training(start=lambda w, b, rng: (np.ones(len(w)), b)), "w starts from ones: start from the argument w", STEP),
    Mistake(_training(start=lambda w, b, rng: (rng.normal(size=len(w)), b)), "w starts at random: start from the argument w, and draw nothing from rng but the permutations", STEP),
    Mistake(_training(start=lambda w, b, rng: (rng.normal(size=len(w)), 0.0)), "w starts at random, b from 0: start from the arguments w and b", STEP),
    Mistake(_training(start=lambda w, b, rng: (rng.normal(size=len(w)), rng.normal())), "w and b start at random: start from the arguments w and b", STEP),
    Mistake(_training(start=lambda w, b, rng: (w, b, rng.permutation(3))[:2]), f"Something is drawn from rng before the first epoch: {ORDER}, and nothing else is drawn", STEP),
    Mistake(_training(whole=True), "Whole-number weights stay whole: a copy of w keeps its integer type and cuts off the decimals; make it float", STEP),
    Mistake(_training(epochs=lambda e: 1), "One epoch is run whatever epochs says: the number of passes is the argument epochs", STEP),
    Mistake(_training(epochs=lambda e: 2 * e), "There are twice as many epochs as wanted", STEP),
    Mistake(_training(epochs=lambda e: max(e, 1)), "For epochs = 0 there is an epoch all the same: w and b stay as they are", STEP),
    Mistake(_training(stop=lambda v: v[-1] > v[-2]), "The training stops early, when the loss rises: all epochs are wanted", STEP),
    Mistake(_training(stop=lambda v: v[-1] < v[-2]), "The training stops early, when the loss falls: all epochs are wanted", STEP),
    *(Mistake(_training(stop=lambda v, e=e: abs(v[-1] - v[-2]) < e), "The training stops early, when the loss changes little: all epochs are wanted", STEP) for e in (1e-1, 1e-2)),
    Mistake(_training(result=_averaged), "w and b are averaged over the epochs (a mean): wanted are those after the last", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (np.mean([p[0] for p in path[1:]] or [w], axis=0), np.mean([p[1] for p in path[1:]] or [b]), losses)), "w and b are averaged over the epochs (a mean): wanted are those after the last", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (*path[max(len(path) - 2, 0)], losses)), "w and b are one epoch old: wanted are those after the last epoch", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (*path[min(1, len(path) - 1)], losses)), "w and b are those after the first epoch: wanted are those after the last", STEP),
    Mistake(_training(result=lambda w, b, losses, path: ((w, b), losses)), "w and b are packed in a pair of their own: wanted are three values, (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (w, losses)), "b is not returned: wanted are three values, (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: w), "Only w is returned: wanted are three values, (w, b, losses)", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (w, b, losses[-1])), "Only the last loss is returned: wanted are epochs + 1 values", STEP),
    Mistake(_training(result=lambda w, b, losses, path: (w, b, np.mean(losses))), "The mean of the losses over the epochs is returned: wanted are all epochs + 1 values", STEP),
    Mistake(_training(loss_at=lambda w, b, first: first), "All losses are those of the initial w and b: after each epoch use the current ones", STEP),
    Mistake(_training(loss_at=lambda w, b, first: (w, first[1])), "The losses use the initial b: after each epoch use the current one", STEP),
    Mistake(_training(loss_at=lambda w, b, first: (first[0], b)), "The losses use the initial w: after each epoch use the current one", STEP),
    Mistake(_training(mean=lambda v, n: np.sum(v) / n), "The sum of the losses is divided by n, the number of features: the mean divides by m, the rows", STEP),
    Mistake(_training(mean=lambda v, n: np.max(v)), "This is the largest of the losses: the mean over all rows is wanted", STEP),
    Mistake(_training(mean=lambda v, n: np.min(v)), "This is the smallest of the losses: the mean over all rows is wanted", STEP),
    Mistake(_training(mean=lambda v, n: np.mean(v) / 2), "The mean loss is halved", STEP),
    Mistake(_training(mean=lambda v, n: np.sum(v) / max(len(v) - 1, 1)), "The sum of the losses is divided by m - 1: the mean divides by m", STEP),
    Mistake(_training(mean=lambda v, n: np.sum(v[:-1]) / len(v)), "The mean loss leaves out the last row", STEP),
    Mistake(_training(mean=lambda v, n: np.mean(v[:-1] or v)), "The mean loss leaves out the last row", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *np.zeros(len(after))]), "The losses after training are 0: fill them in after each epoch", STEP),
    Mistake(_training(losses=lambda before, after: [after[0] if after else before[0], *after]), "losses[0] is the loss after the first epoch: it is the mean loss before training", STEP),
    Mistake(_training(losses=lambda before, after: np.cumsum([before[0], *after])), "The losses are summed up from epoch to epoch: each stands alone", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *after, after[-1] if after else before[0]]), "There is one loss too many at the end: wanted are epochs + 1 values", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], before[0], *after]), "The initial loss is there twice: wanted are epochs + 1 values", STEP),
    Mistake(_training(losses=lambda before, after: [before[0], *after[:-1]]), "The loss after the last epoch is missing: wanted are epochs + 1 values", STEP),
    Mistake(_initial_alone(lambda v: v[0]), "losses[0] is the loss of the first row alone: it is the mean over all rows, before training", STEP),
    Mistake(_initial_alone(lambda v: v[-1]), "losses[0] is the loss of the last row alone: it is the mean over all rows, before training", STEP),
    Mistake(_initial_alone(np.sum), "losses[0] is the sum over the rows: it is the mean, before training", STEP),
    Mistake(_initial_alone(np.mean, np.sum), "The losses after the start are sums over the rows: take the mean, as for losses[0]", STEP),
    Mistake(_initial_alone(np.mean, lambda v: v[-1]), "The losses after the start are those of the last row alone: take the mean over all rows", STEP),
    Mistake(_initial_alone(np.mean, lambda v: v[0]), "The losses after the start are those of the first row alone: take the mean over all rows", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _training()(lambda w, b, x, y: float((w @ x + b >= 0) == y), g, w, b, X, y, eta, epochs, rng), "The losses are the accuracy, the share of right classes: use the argument `loss`", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _training()(lambda w, b, x, y: float((w @ x + b >= 0) != y), g, w, b, X, y, eta, epochs, rng), "The losses are the share of wrong classes: use the argument `loss`", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _training()(_squared_error_loss, g, w, b, X, y, eta, epochs, rng), "The argument `loss` is ignored: the squared error is used", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _training()(lambda w, b, x, y: _ce_z(w @ x + b, y), g, w, b, X, y, eta, epochs, rng), "The argument `loss` is ignored: the cross-entropy is used", STEP),
    Mistake(lambda loss, g, w, b, X, y, eta, epochs, rng: _training()(lambda w, b, x, y: loss(x, b, w, y), g, w, b, X, y, eta, epochs, rng), "loss is called with w and x swapped: loss(w, b, x, y)", STEP),
]


def _restarting(loss, gradient, w, b, X, y, eta, epochs, rng):
    losses, end = [np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])], (w, b)
    for _ in range(epochs):
        *end, after = _training()(loss, gradient, w, b, X, y, eta, 1, rng)
        losses.append(after[-1])
    return *end, np.array(losses)


def _reach(hits, otherwise=None, change=lambda k: k):
    def wrong(losses, target):
        k = np.flatnonzero(hits(np.asarray(losses), target))
        return change(int(k[0])) if k.size else (otherwise(losses) if callable(otherwise) else otherwise)

    return wrong


def _bisected(v, target):
    """The index of the target by binary search, which assumes that losses only fall."""
    k = len(v) - int(np.searchsorted(v[::-1], target, side="right"))
    return k if k < len(v) else None


def _bisected_fixed(v, target):
    """A binary search written by hand."""
    low, high = 0, len(v)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if v[middle] <= target else (middle + 1, high)
    return low if low < len(v) else None


def _two_slips():
    """`epochs_to_reach` with two slips; < only if the code has it, because few integers tell little."""
    tests = (lambda v, t: v <= t, "", ()), (lambda v, t: v < t, "equal counts as reached: <=, not <", ("<", ">"))
    starts = (0, ""), (1, "losses[0] is left out")
    counts = (lambda k: k, ""), (lambda k: k + 1, "k is one too large: it counts from 0, losses[0] is before training")
    ends = [(None, ""), (-1, "-1"), (0, "0"), (len, "the length"), (lambda v: len(v) - 1, "the last index"), (lambda v: len(v) + 1, "the length plus 1")]
    for (hits, one, needs), (start, first), (change, other), (end, what) in product(tests, starts, counts, ends):
        never = f"{what} comes back where the target is never reached: None is wanted" if what else ""
        slips = [slip for slip in (one, first, other, never) if slip]
        if len(slips) == 2:
            found = lambda v, t, hits=hits, start=start: hits(v, t) & (np.arange(len(v)) >= start)
            yield Mistake(_reach(found, end, change), f"Your values fit two slips at once: {slips[0]}; and {slips[1]}", "-", needs)


EPOCHS_TO_REACH = [
    Mistake(_reach(lambda v, t: v < t), "This wants losses[k] < target: equal counts as reached, <=", "-"),
    Mistake(_reach(lambda v, t: v >= t), "The comparison is flipped: losses[k] <= target", "-"),
    Mistake(_reach(lambda v, t: v > t), "The comparison is flipped: losses[k] <= target", "-"),
    *_two_slips(),
    Mistake(_reach(lambda v, t: v <= t, -1), "This returns -1 where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, 0), "This returns 0 where the target is never reached: None is wanted (np.argmax gives 0 if nothing is True)", "-"),
    Mistake(_reach(lambda v, t: v <= t, np.inf), "This returns inf where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, len), "This returns the length where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, lambda v: len(v) - 1), "This returns the last index where the target is never reached: None is wanted", "-"),
    Mistake(_reach(lambda v, t: v <= t, change=lambda k: k + 1), "This counts from 1: losses[0] is before training, so k counts from 0", "-"),
    Mistake(_reach(lambda v, t: v <= t, change=lambda k: k - 1), "The index is one too small", "-"),
    Mistake(_reach(lambda v, t: v <= t, change=lambda k: k or None), "k = 0 comes out as None: does 0 count as false (test `is None`), or does the search begin behind losses[0]?", "-"),
    Mistake(_reach(lambda v, t: (v <= t) & (np.arange(len(v)) > 0)), "The first loss, losses[0], is left out", "-"),
    Mistake(lambda v, t: int(np.flatnonzero(v <= t)[-1]) if (v <= t).any() else None, "This is the last k: the first one is wanted", "-"),
    Mistake(lambda v, t: int(np.argmin(v)) if (v <= t).any() else None, "This is where the loss is smallest: wanted is the first k with losses[k] <= target", "-"),
    Mistake(lambda v, t: int(np.argmin(v)), "This is where the loss is smallest: wanted is the first k with losses[k] <= target", "-"),
    Mistake(lambda v, t: int(np.argmin(np.abs(v - t))), "This is the loss closest to the target: wanted is the first k with losses[k] <= target", "-", ("argmin", "min", "argsort", "sorted")),
    Mistake(lambda v, t: int(np.argmin(np.abs(v - t))) if (v <= t).any() else None, "This is the loss closest to the target: wanted is the first k with losses[k] <= target", "-", ("argmin", "min", "argsort", "sorted")),
    Mistake(lambda v, t: float(v[epochs_to_reach(v, t)]) if (v <= t).any() else None, "This is the loss itself: its index k is wanted", "-"),
    Mistake(lambda v, t: int(np.sum(v <= t)), "This counts the losses that reach the target: the first such k is wanted", "-"),
    Mistake(lambda v, t: int(np.sum(v > t)), "This counts the losses above the target: the first k with losses[k] <= target is wanted, or None", "-"),
    Mistake(lambda v, t: int(np.sum(v > t)) if (v <= t).any() else None, "This counts the losses above the target, or sorts them first: they may rise again, so look for the first k", "-"),
    Mistake(lambda v, t: int(np.sum(v <= t)) or None, "This counts how many losses reach the target: the first such k is wanted", "-"),
    Mistake(lambda v, t: len(v) if (v <= t).any() else None, "This is the number of losses: the first k with losses[k] <= target is wanted", "-"),
    Mistake(lambda v, t: True if (v <= t).any() else None, "This is True, not k: the index of the first loss that reaches the target is wanted", "-"),
    Mistake(_reach(lambda v, t: v == t), "This asks for equality, ==: every loss below the target reaches it too, <=", "-"),
    Mistake(_reach(lambda v, t: np.isclose(v, t)), "This asks whether a loss is close to the target: every loss below it counts too, <=", "-"),
    *(Mistake(_reach(lambda v, t, e=e: v <= t + e), "The target is reached too early: something is added to it, or the numbers are rounded. Compare losses[k] <= target exactly", "-") for e in (1e-1, 1e-2)),
    *(Mistake(_reach(lambda v, t, e=e: v <= t - e), "The target is reached too late: something is subtracted from it. Compare losses[k] <= target exactly", "-") for e in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8)),
    *(Mistake(_reach(lambda v, t, d=d: np.round(v, d) <= np.round(t, d)), "The target is reached too early: something is added to it, or the numbers are rounded. Compare losses[k] <= target exactly", "-") for d in (0, 1)),
    *(Mistake(_reach(lambda v, t, k=k: v <= k), "The losses are compared with a fixed number: use the argument target", "-") for k in (0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1)),
    Mistake(_reach(lambda v, t: v <= t * v[0]), "The target is taken as a fraction of the first loss: compare losses[k] with target itself", "-"),
    Mistake(_reach(lambda v, t: v <= v[0] - t), "This looks at how far the loss has dropped from the first one: compare losses[k] itself with target", "-"),
    Mistake(_reach(lambda v, t: np.append(False, np.abs(np.diff(v)) <= t)), "This compares the change of the loss with the target: compare losses[k] itself", "-"),
    Mistake(_reach(lambda v, t: np.append(np.abs(np.diff(v)) <= t, False)), "This compares the change of the loss with the target: compare losses[k] itself", "-"),
    Mistake(_reach(lambda v, t: np.abs(v) <= abs(t) / 2), "This compares with half the target", "-"),
    Mistake(_reach(lambda v, t: np.cumsum(v) >= t), "This sums the losses up: compare each losses[k] with the target", "-"),
    Mistake(lambda v, t: 0 if v[0] <= t else None, "Only the first loss is looked at: is the return inside the loop?", "-"),
    Mistake(_reach(lambda v, t: (v <= t) & (np.arange(len(v)) < len(v) - 1)), "The last loss is left out: the loop ends one too early", "-"),
    Mistake(_reach(lambda v, t: (v <= t) & (np.arange(len(v)) > 0) & (np.arange(len(v)) < len(v) - 1)), "The first and the last loss are left out", "-"),
    Mistake(_reach(lambda v, t: np.array([(v[k:] <= t).all() for k in range(len(v))])), "This is the first k from which the losses stay below the target: they may rise again, the first k counts", "-"),
    Mistake(_reach(lambda v, t: (v <= t) & (np.cumsum(np.append(False, np.diff(v) > 0)) == 0)), "This gives up at the first rise: the losses may rise and fall again, look at all of them", "-"),
    Mistake(_reach(lambda v, t: np.append(v[1:] <= t, False)), "losses[0] is skipped and k counts from losses[1]: k is the index in all of losses", "-"),
    Mistake(lambda v, t: int(np.flatnonzero(v <= t)[0]) if np.flatnonzero(v <= t).any() else None, "k = 0 alone is turned into None: ask for .size or len of the hits, not for any(), since 0 counts as false", "-"),
    Mistake(lambda v, t: len(v) - 1 - int(np.flatnonzero(v[::-1] <= t)[0]) if (v <= t).any() else None, "This is the last k: the first one is wanted", "-"),
    Mistake(lambda v, t: int(np.flatnonzero(v[::-1] <= t)[0]) if (v <= t).any() else None, "This counts from the end: k counts from losses[0] on", "-"),
    Mistake(lambda v, t: float(v[v <= t][0]) if (v <= t).any() else None, "This is the loss itself: its index k is wanted", "-"),
    Mistake(lambda v, t: None, "None comes back whatever the losses: is a `return` missing, or does the test never hold?", "-"),
    Mistake(lambda v, t: 0, "0 comes back whatever the losses: is the return in the right place?", "-"),
    Mistake(lambda v, t: (int(np.flatnonzero(v <= t)[0]), float(v[np.flatnonzero(v <= t)[0]])) if (v <= t).any() else None, "This is a pair, k and the loss: k alone is wanted", "-"),
    Mistake(lambda v, t: bool((v <= t).any()), "This says whether the target is reached: the first such k is wanted", "-"),
    Mistake(lambda v, t: np.flatnonzero(v <= t), "These are all k: the first one is wanted", "-"),
    Mistake(lambda v, t: int(np.searchsorted(-v, -t)), "np.searchsorted needs falling losses, but they may rise: look for the first k", "-"),
]


# ---------------------------------------------------------------- formulas in pieces


def _gradient_at(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return {"w": np.asarray(w, float), "b": float(b), "x": x, "y": y, "dw": dw, "db": db, "eta": eta}


def _move(part, slope):
    """The wrong forms of one of the two steps."""
    old, d = (lambda v: getattr(v, part)), (lambda v: getattr(v, slope))
    return (f"new_{part}", lambda v: old(v) - v.eta * d(v), (
        (lambda v: old(v) + v.eta * d(v), f"{part} goes uphill: the sign of its step is flipped"),
        (lambda v: old(v), f"{part} stays as it is: it takes a step too"),
        (lambda v: old(v) - d(v), f"eta is missing in the step of {part}"),
        (lambda v: old(v) + d(v), f"eta is missing in the step of {part}, and its sign is flipped"),
        (lambda v: old(v) - v.eta, f"the gradient is missing in the step of {part}"),
        (lambda v: old(v) - d(v) / v.eta, f"the step of {part} is divided by eta: multiply by it"),
        (lambda v: old(v) - v.eta**2 * d(v), f"eta is squared in the step of {part}"),
        (lambda v: old(v) - 2 * v.eta * d(v), f"the step of {part} is doubled"),
        (lambda v: old(v) - v.eta * d(v) / 2, f"the step of {part} is halved"),
        (lambda v: old(v) - v.eta * np.sign(d(v)), f"only the sign of the gradient is used for {part}"),
        (lambda v: old(v) - v.eta * np.abs(d(v)), f"the sign of the gradient is lost for {part}"),
        (lambda v: old(v) - v.eta * d(v) ** 2, f"the gradient is squared in the step of {part}"),
        (lambda v: -v.eta * d(v), f"the step itself is returned for {part}: it is to be added to the old {part}"),
        (lambda v: v.eta * d(v), f"the step is returned in place of {part}"),
        (lambda v: d(v), f"the gradient is returned in place of {part}"),
        (lambda v: v.eta * d(v) - old(v), f"the difference is the wrong way round for {part}: {part} minus the step"),
        (lambda v: old(v) * (1 - v.eta * d(v)), f"the step multiplies {part}: subtract it"),
        (lambda v: v.eta * (old(v) - d(v)), f"eta multiplies {part} too: it belongs to the gradient alone"),
        (lambda v: old(v) - v.eta * v.db, f"{part} takes the step of b: use dL/dw for w"),
        (lambda v: old(v) - v.eta * np.sum(v.dw), f"{part} takes the sum of dL/dw for its gradient"),
        (lambda v: old(v) - v.eta * np.mean(v.dw), f"{part} takes the mean of dL/dw for its gradient"),
        (lambda v: old(v) - v.eta * v.dw[0], f"{part} takes the first entry of dL/dw for its gradient"),
        (lambda v: old(v) - v.eta * v.dw, f"{part} takes dL/dw for its gradient: use dL/db for b"),
        (lambda v: old(v) - v.eta * d(v) * v.x, f"the gradient is multiplied by x once more in the step of {part}"),
        (lambda v: old(v) - v.eta * d(v) / len(v.w), f"the step of {part} is divided by n"),
        (lambda v: 0 * old(v), f"{part} is 0"),
        (lambda v: np.atleast_1d(old(v) - v.eta * d(v)), f"{part} is an array of one entry: a scalar is wanted"),
        (lambda v: np.round(old(v) - v.eta * d(v), 2), f"{part} is rounded to 2 decimals"),
        (lambda v: np.trunc(old(v) - v.eta * d(v)), f"{part} is cut off to a whole number: is there an integer type (dtype)?"),
        (lambda v: np.reshape(old(v) - v.eta * d(v), (-1, 1)), f"{part} is a column, shape (n, 1)"),
    ))


# What else may stand in saturation_point, if eta or steps stands outside of it.
INSIDE = (lambda v: v.way, lambda v: v.way / v.rate, lambda v: v.way / v.count, lambda v: v.slope)
OUTSIDE = "eta or steps multiplies or divides the b of saturation_point: both belong into its argument, most / (eta steps)"


def _activation(v):
    """The larger a with a (1 - a) equal to the slope."""
    return sigmoid(saturation_point(v.slope))


PIECES = {
    "stuck_bias": Pieces(
        lambda eta, steps, most: {"eta": eta, "steps": steps, "most": most},
        (
            ("way", lambda v: v.most, (
                (lambda v: 1.0, "most is ignored: the way of all steps together is most, not 1"),
                (lambda v: 2 * v.most, "most is doubled"),
                (lambda v: v.most / 2, "most is halved"),
            )),
            ("rate", lambda v: v.eta, (
                (lambda v: 1.0, "eta is ignored: a step is eta times the gradient"),
                (lambda v: 1 / v.eta, "eta multiplies where it should divide: eta times steps times slope is most"),
                (lambda v: 4 * v.eta, "eta is taken four times as large, or the root has 1 - slope in place of 1 - 4 slope"),
                (lambda v: v.eta / 4, "eta is taken a quarter as large: it is that of the squared error already"),
                (lambda v: v.eta**2, "eta is applied twice"),
            )),
            ("count", lambda v: v.steps, (
                (lambda v: 1.0, "the number of steps is ignored: all steps together move b by most"),
                (lambda v: 1 / v.steps, "steps multiplies where it should divide: eta times steps times slope is most"),
                (lambda v: v.steps + 1, "one step too many is counted"),
                (lambda v: v.steps - 1, "one step too few is counted"),
                (lambda v: np.sqrt(v.steps), "the root of the number of steps is taken: the steps add up"),
            )),
            ("slope", lambda v: v.way / (v.rate * v.count), (
                (lambda v: v.rate * v.count / v.way, "the slope is upside down: eta times steps times slope is most"),
                (lambda v: v.way / (v.rate + v.count), "eta and steps are added where they multiply"),
                (lambda v: np.sqrt(v.way / (v.rate * v.count)), "the root of the slope is taken"),
            )),
            ("b", lambda v: saturation_point(v.slope), (
                (lambda v: -saturation_point(v.slope), "the negative solution -b is returned: the sign is flipped, b >= 0 is wanted"),
                (lambda v: v.slope, "the slope sigma'(b) is returned, not b: ask at which b it is reached"),
                (lambda v: 1 / v.slope, "one over the slope sigma'(b) is returned, not b: ask at which b it is reached"),
                (lambda v: sigmoid_prime(v.slope), "sigma' of the slope is returned: the other way round, find the b with that slope"),
                (lambda v: sigmoid(v.slope), "sigma of the slope is returned: find the b with sigma'(b) = slope"),
                *((lambda v, inside=inside: v.rate * v.count * saturation_point(inside(v)), OUTSIDE) for inside in INSIDE),
                *((lambda v, inside=inside: v.rate * saturation_point(inside(v)), OUTSIDE) for inside in INSIDE),
                *((lambda v, inside=inside: v.count * saturation_point(inside(v)), OUTSIDE) for inside in INSIDE),
                *((lambda v, inside=inside: saturation_point(inside(v)) / (v.rate * v.count), OUTSIDE) for inside in INSIDE),
                *((lambda v, inside=inside: saturation_point(inside(v)) / v.rate, OUTSIDE) for inside in INSIDE),
                *((lambda v, inside=inside: saturation_point(inside(v)) / v.count, OUTSIDE) for inside in INSIDE),
                (_activation, "the activation a at that start is returned: its bias b is wanted"),
                (lambda v: 1 - _activation(v), "the activation a at that start is returned: its bias b is wanted"),
                (lambda v: np.log(v.slope / (1 - v.slope)), "sigma(b) = slope is solved: wanted is sigma'(b) = slope"),
                (lambda v: np.log((1 - v.slope) / v.slope), "sigma(-b) = slope is solved: wanted is sigma'(b) = slope"),
                (lambda v: -np.log(v.slope), "-log(slope) is returned, which is right only roughly, for small slopes"),
                (lambda v: np.log(v.slope), "log(slope) is returned: wanted is the b with sigma'(b) = slope"),
                (lambda v: -np.log(4 * v.slope), "-log(4 slope) is returned, which is not exact: solve sigma'(b) = slope"),
                (lambda v: saturation_point(v.slope) / 2, "b is halved"),
                (lambda v: 2 * saturation_point(v.slope), "b is doubled"),
                (lambda v: saturation_point(v.slope) / np.log(10), "the logarithm is log10, to base 10, not the natural one"),
                (lambda v: saturation_point(v.slope) / np.log(2), "the logarithm is log2, to base 2, not the natural one"),
                (lambda v: np.sqrt(1 - 4 * v.slope), "the root of 1 - 4 slope is returned, a step on the way to b"),
                (lambda v: np.exp(saturation_point(v.slope)), "exp(b) is returned: the logarithm is missing"),
                (lambda v: saturation_point(v.slope) + v.most, "most is added to b"),
                (lambda v: saturation_point(v.slope) - v.most, "most is subtracted from b"),
            )),
        ),
        lambda v: v.b, "13 and 21",
    ),
    "sgd_step": Pieces(
        _gradient_at, (_move("w", "dw"), _move("b", "db")), lambda v: (v.new_w, v.new_b), "20 to 27",
    ),
    "epochs_to_reach": Pieces(
        lambda losses, target: {"losses": np.asarray(losses, float), "target": target, "k": np.arange(len(losses))},
        (
            ("reached", lambda v: v.losses <= v.target, (
                (lambda v: v.losses < v.target, "equal counts as reached: <=, not <"),
                (lambda v: v.losses > v.target, "the comparison is flipped: losses[k] <= target"),
                (lambda v: v.losses >= v.target, "the comparison is flipped: losses[k] <= target"),
                (lambda v: v.losses == v.target, "a loss below the target counts too: <=, not =="),
                (lambda v: np.isclose(v.losses, v.target), "a loss below the target counts too: <=, not only close to it"),
            )),
            ("hits", lambda v: v.reached, (
                (lambda v: v.reached & (v.k > 0), "losses[0] is left out"),
                (lambda v: v.reached & (v.k < len(v.k) - 1), "the last loss is left out"),
                (lambda v: v.reached & (v.k == 0), "only losses[0] is looked at: is the return inside the loop?"),
                (lambda v: v.reached & (v.k == len(v.k) - 1), "only the last loss is looked at"),
            )),
            ("found", lambda v: int(v.k[v.hits][0]) if v.hits.any() else None, (
                (lambda v: int(v.k[v.hits][-1]) if v.hits.any() else None, "the last such k is returned, not the first"),
                (lambda v: int(v.k[v.hits][1]) if v.hits.sum() > 1 else None, "the second such k is returned, not the first"),
                (lambda v: int(np.argmin(v.losses)) if v.hits.any() else None, "the k of the smallest loss is returned, not the first that reaches the target"),
                (lambda v: int(v.hits.sum()) if v.hits.any() else None, "the number of such k is returned, not the first of them"),
                (lambda v: float(v.losses[v.hits][0]) if v.hits.any() else None, "the loss is returned, not its index k"),
                (lambda v: v.k[v.hits], "all such k are returned, not the first"),
            )),
            ("counted", lambda v: v.found, (
                (lambda v: None if v.found is None else v.found + 1, "k is one too large: it counts from 0, losses[0] is before training"),
                (lambda v: None if v.found is None else v.found - 1, "k is one too small: it is the index in losses"),
                (lambda v: v.found or None, "k = 0 comes out as None: does 0 count as false (test `is None`), or does the search begin behind losses[0]?"),
                (lambda v: None if v.found is None else len(v.k) - v.found, "k is counted from the end"),
                (lambda v: None if v.found is None else len(v.k) - 1 - v.found, "k is counted from the end"),
            )),
            ("never", lambda v: v.counted, (
                *((lambda v, f=f: v.counted if v.hits.any() else f(v), f"{what} comes back where the target is never reached: None is wanted")
                  for f, what in ((lambda v: -1, "-1"), (lambda v: 0, "0"), (lambda v: len(v.k), "the length"), (lambda v: len(v.k) - 1, "the last index"), (lambda v: np.inf, "inf"), (lambda v: np.nan, "nan"), (lambda v: len(v.k) + 1, "the length plus 1"), (lambda v: int(np.argmin(v.losses)), "the k of the smallest loss"), (lambda v: -2, "-2"))),
            )),
        ),
        lambda v: v.never, "-",
    ),
}

MISTAKES = {
    "sgd_step": SGD_STEP,
    "sgd": SGD,
    "epochs_to_reach": EPOCHS_TO_REACH,
}

# Hints if nothing matches.
FALLBACK_HINTS = {
    "sgd_step": "Print what gradient returns, then w - eta dL/dw and b - eta dL/db, and compare.",
    "sgd": "Try one epoch with one row, then two rows, and compare each step with sgd_step.",
    "epochs_to_reach": "Go through the losses below from k = 0 on and stop at the first that is <= target.",
    "stuck_bias": "Put the b you return into eta steps sigma'(b): it must give most back.",
}
