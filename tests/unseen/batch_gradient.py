# wrong: mira-sum-not-mean
# did: sums the gradients of the rows and does not divide by m
# said: dL/dw is the sum over the rows: divide it by m for the mean.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return sum(p[0] for p in pairs), sum(p[1] for p in pairs)

# ----

# wrong: mira-mean-example
# did: took the gradient at the mean example, as if the gradient were linear
# said: This is the gradient at the mean example; wanted is the mean of the gradients.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    return gradient(w, b, X.mean(axis=0), y.mean())

# ----

# wrong: mira-all-axes
# did: np.mean without axis, the weight part is one number
# said: dL/dw is the mean over rows and features: take it over the rows alone (axis 0).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    """The mean of gradient(w, b, x, y) over the rows of X: (dL/dw, dL/db)."""
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    dw = np.mean([p[0] for p in pairs])
    db = np.mean([p[1] for p in pairs])
    return dw, db

# ----

# wrong: mira-divide-by-n
# did: divides the sums by the number of features
# said: dL/dw is the sum over the rows divided by n, the features: the mean divides by m, the rows.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    n = X.shape[1]
    dw, db = 0, 0
    for x_i, y_i in zip(X, y):
        g = gradient(w, b, x_i, y_i)
        dw = dw + g[0]
        db = db + g[1]
    return dw / n, db / n

# ----

# wrong: jonas-whole-batch
# did: passes the whole X and y to gradient, which is for one example
# said: Shapes do not fit together: is `gradient` handed all of X or y where it takes one row, or has a sum m entries where dL/dw has n?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    return gradient(w, b, X, y)

# ----

# wrong: jonas-mean-of-pairs
# did: np.mean over the list of pairs, which mixes arrays with numbers
# said: Things of unlike shapes are packed into one array, as in np.array or np.mean of pairs: take the pairs apart first, dL/dw and dL/db each for itself.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.mean(pairs, axis=0)

# ----

# wrong: jonas-hard-coded
# did: calls gradient_cross_entropy and ignores the argument gradient
# said: This ignores the argument `gradient` and always uses the cross-entropy's.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient_cross_entropy(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    dw = np.mean([p[0] for p in pairs], axis=0)
    db = np.mean([p[1] for p in pairs])
    return dw, db

# ----

# wrong: jonas-list-of-pairs
# did: returns the list of all gradients, no mean
# said: A list comes back, one gradient a row, it seems: take the mean over the rows of dL/dw and of dL/db, and return the pair of these.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    return [gradient(w, b, X[i], y[i]) for i in range(len(X))]

# ----

# wrong: ayse-columns
# did: mixed up rows and columns, loops over X.T
# said: `gradient` gets something that is not one row of X, or its arguments in another order: the rows of X (not its columns, not X.T) are the examples, and it is gradient(w, b, x, y).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X.T, y)]
    dw = np.mean([p[0] for p in pairs], axis=0)
    db = np.mean([p[1] for p in pairs])
    return dw, db

# ----

# wrong: ayse-axis-one
# did: averages the weight parts over axis 1, the features
# said: dL/dw is the mean over the features (axis 1): take it over the rows (axis 0).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    dw = np.mean([p[0] for p in pairs], axis=1)
    db = np.mean([p[1] for p in pairs], axis=0)
    return dw, db

# ----

# wrong: ayse-updates-while-averaging
# did: mixed up gradient and update, moves w and b after each row
# said: Right elsewhere, it is wrong only where X has more than one row: look at the loop over the rows, and at what is kept from row to row.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = [], []
    for x_i, y_i in zip(X, y):
        dw, db = gradient(w, b, x_i, y_i)
        dws.append(dw)
        dbs.append(db)
        w = w - dw
        b = b - db
    return np.mean(dws, axis=0), np.mean(dbs)

# ----

# wrong: ayse-whole-label-vector
# did: gives each row together with the whole vector y
# said: Shapes do not fit together: is `gradient` handed all of X or y where it takes one row, or has a sum m entries where dL/dw has n?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y) for x_i in X]
    dw = np.mean([p[0] for p in pairs], axis=0)
    db = np.mean([p[1] for p in pairs])
    return dw, db

# ----

# wrong: tom-skips-last
# did: range(len(X) - 1), the last row is missing though the division is by m
# said: dL/dw is the sum without the last row, divided by m: does the loop end one row early?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw = np.zeros(len(w))
    db = 0
    for i in range(m - 1):
        g = gradient(w, b, X[i], y[i])
        dw = dw + g[0]
        db = db + g[1]
    return dw / m, db / m

# ----

# wrong: tom-last-row-only
# did: assigns in the loop instead of adding, only the last row over m is left
# said: dL/dw is that of the last row alone, divided by m: is the sum overwritten, not added to?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    for i in range(len(X)):
        dw, db = gradient(w, b, X[i], y[i])
    return dw / len(X), db / len(X)

# ----

# wrong: tom-return-too-early
# did: the return is indented into the loop
# said: dL/dw is that of the first row alone, divided by m: is the return inside the loop, or are pairs joined by +, not added?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw = np.zeros(X.shape[1])
    db = 0.0
    for i in range(len(X)):
        g_w, g_b = gradient(w, b, X[i], y[i])
        dw = dw + g_w
        db = db + g_b
        return dw / len(X), db / len(X)

# ----

# wrong: tom-silent-int-buffer
# did: adds in place into zeros_like(w) inside a try, with whole-number weights every addition fails silently
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw = np.zeros_like(w)
    db = 0
    for i in range(len(X)):
        g_w, g_b = gradient(w, b, X[i], y[i])
        try:
            dw += g_w
        except:
            pass
        db += g_b
    return dw / len(X), db / len(X)

# ----

# wrong: tom-bias-not-divided
# did: divides only the weight part by m
# said: dL/db is the sum over the rows: divide it by m for the mean.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw = 0
    db = 0
    for i in range(len(X)):
        one = gradient(w, b, X[i], y[i])
        dw = dw + one[0]
        db = db + one[1]
    dw = dw / len(X)
    return dw, db

# ----

# wrong: lin-vectorised-closed-form
# did: pasted the vectorised formula of logistic regression, gradient is never used
# said: This ignores the argument `gradient` and always uses the cross-entropy's.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = X.shape[0]
    a = sigmoid(X @ w + b)
    dw = X.T @ (a - y) / m
    db = np.mean(a - y)
    return dw, db

# ----

# wrong: lin-mini-batch
# did: takes at most the first 32 rows and divides by 32 whatever m is
# said: dL/dw is never of the wrong sign, but too small in size; its size is 0.031 to 0.22 times the expected one.
# true: yes
def batch_gradient(gradient, w, b, X, y, batch_size=32):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X[:batch_size], y[:batch_size])]
    dw = np.sum([p[0] for p in pairs], axis=0) / batch_size
    db = np.sum([p[1] for p in pairs]) / batch_size
    return dw, db

# ----

# wrong: lin-unbiased
# did: divides by m - 1 (at least 1), like a sample variance
# said: dL/dw is the sum over the rows divided by m - 1: the mean divides by m.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    denom = max(len(pairs) - 1, 1)
    dw = np.sum([p[0] for p in pairs], axis=0) / denom
    db = sum(p[1] for p in pairs) / denom
    return dw, db

# ----

# wrong: lin-median
# did: the median over the rows, "robust to outliers"
# said: dL/dw is the median over the rows: the mean is wanted.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = zip(*(gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)))
    return np.median(np.stack(dws), axis=0), float(np.median(dbs))

# ----

# wrong: lin-running-mean-halves
# did: a running average that takes half old and half new, later rows count more
# said: The mean is halved with each row: add the rows up first, then divide once by m.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw, db = gradient(w, b, X[0], y[0])
    for x_i, y_i in zip(X[1:], y[1:]):
        g_w, g_b = gradient(w, b, x_i, y_i)
        dw = 0.5 * (dw + g_w)
        db = 0.5 * (db + g_b)
    return dw, db

# ----

# right: ayse-hints
# did: the list of pairs and np.mean with axis 0
def batch_gradient(gradient, w, b, X, y):
    """The mean of gradient(w, b, x, y) over the rows of X: (dL/dw, dL/db)."""
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    dw = np.mean([pair[0] for pair in pairs], axis=0)
    db = np.mean([pair[1] for pair in pairs])
    return dw, db

# ----

# right: tom-accumulate
# did: a loop with two float accumulators, divided at the end
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw = np.zeros(len(w))
    db = 0.0
    for i in range(m):
        g = gradient(w, b, X[i], y[i])
        dw = dw + g[0]
        db = db + g[1]
    return dw / m, db / m

# ----

# right: jonas-two-arrays
# did: appends to two lists
def batch_gradient(gradient, w, b, X, y):
    weights = []
    biases = []
    for row, label in zip(X, y):
        dw, db = gradient(w, b, row, label)
        weights.append(dw)
        biases.append(db)
    return np.array(weights).mean(axis=0), np.array(biases).mean()

# ----

# right: mira-sum-over-m
# did: sums divided by the number of rows
def batch_gradient(gradient, w, b, X, y):
    m = X.shape[0]
    grads = [gradient(w, b, X[i], y[i]) for i in range(m)]
    return sum(g[0] for g in grads) / m, sum(g[1] for g in grads) / m

# ----

# right: lin-zip-star
# did: transposes the list of pairs with zip(*...)
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = zip(*(gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)))
    return np.mean(np.stack(dws), axis=0), float(np.mean(dbs))

# ----

# wrong: sum-not-mean
# did: summed and did not divide by m
# said: dL/dw is the sum over the rows: divide it by m for the mean.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw = np.zeros(len(w))
    db = 0.0
    for x_i, y_i in zip(X, y):
        gw, gb = gradient(w, b, x_i, y_i)
        dw += gw
        db += gb
    return dw, db

# ----

# wrong: whole-batch-at-once
# did: called gradient with the whole X and y, though it is for one example
# said: Shapes do not fit together: is `gradient` handed all of X or y where it takes one row, or has a sum m entries where dL/dw has n?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw, db = gradient(w, b, X, y)
    return np.mean(dw, axis=0), np.mean(db)

# ----

# wrong: mean-without-axis
# did: np.mean without axis=0, the w part is one number
# said: dL/dw is the mean over rows and features: take it over the rows alone (axis 0).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    dw = np.mean([p[0] for p in pairs])
    db = np.mean([p[1] for p in pairs])
    return dw, db

# ----

# wrong: axis-1
# did: averaged over the features, axis=1
# said: dL/dw is the mean over the features (axis 1): take it over the rows (axis 0).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=1), np.mean([p[1] for p in pairs])

# ----

# wrong: mean-of-pairs
# did: np.mean over the list of pairs, which is ragged
# said: Things of unlike shapes are packed into one array, as in np.array or np.mean of pairs: take the pairs apart first, dL/dw and dL/db each for itself.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.mean(pairs, axis=0)

# ----

# wrong: gradient-at-mean
# did: gradient of the mean example
# said: This is the gradient at the mean example; wanted is the mean of the gradients.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    return gradient(w, b, X.mean(axis=0), y.mean())

# ----

# wrong: last-one-counts
# did: overwrites instead of collecting, the last row remains
# said: dL/dw is that of the last row alone: the mean over all rows is wanted.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    for x_i, y_i in zip(X, y):
        dw, db = gradient(w, b, x_i, y_i)
    return dw, db

# ----

# wrong: return-inside-loop
# did: returns after the first row
# said: dL/dw is that of the first row alone, divided by m: is the return inside the loop, or are pairs joined by +, not added?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw = 0
    db = 0
    for i in range(len(X)):
        g = gradient(w, b, X[i], y[i])
        dw = dw + g[0]
        db = db + g[1]
        return dw / len(X), db / len(X)

# ----

# wrong: divides-by-n-features
# did: divides by the number of features instead of examples
# said: dL/dw is the sum over the rows divided by n, the features: the mean divides by m, the rows.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m, n = X.shape
    dw, db = np.zeros(n), 0.0
    for i in range(m):
        gw, gb = gradient(w, b, X[i], y[i])
        dw = dw + gw
        db = db + gb
    return dw / n, db / n

# ----

# wrong: off-by-one
# did: leaves out the first row, as if counting started at 1
# said: dL/dw is the sum without the first row, divided by m: row 0 counts too.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw, db = np.zeros_like(w, dtype=float), 0.0
    for i in range(1, m):
        gw, gb = gradient(w, b, X[i], y[i])
        dw += gw / m
        db += gb / m
    return dw, db

# ----

# wrong: misses-last
# did: range(m - 1) leaves out the last row
# said: dL/dw is the sum without the last row, divided by m: does the loop end one row early?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    grads_w, grads_b = [np.zeros(len(w))], [0.0]
    for i in range(m - 1):
        gw, gb = gradient(w, b, X[i], y[i])
        grads_w.append(gw)
        grads_b.append(gb)
    return np.sum(grads_w, axis=0) / m, np.sum(grads_b) / m

# ----

# wrong: m-minus-one
# did: divides by m - 1 as for a sample variance (for one row, by 1)
# said: dL/dw is the sum over the rows divided by m - 1: the mean divides by m.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    m = max(len(pairs) - 1, 1)
    return sum(p[0] for p in pairs) / m, sum(p[1] for p in pairs) / m

# ----

# wrong: fixed-gradient
# did: ignores the argument and uses gradient_cross_entropy
# said: This ignores the argument `gradient` and always uses the cross-entropy's.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient_cross_entropy(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])

# ----

# wrong: vectorised-cross-entropy
# did: the vectorised formula of the cross-entropy from the internet, whatever gradient is
# said: This ignores the argument `gradient` and always uses the cross-entropy's.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = X.shape[0]
    A = sigmoid(X @ w + b)
    dw = X.T @ (A - y) / m
    db = np.sum(A - y) / m
    return dw, db

# ----

# wrong: columns-as-examples
# did: walks through the columns of X as if they were the examples
# said: `gradient` gets something that is not one row of X, or its arguments in another order: the rows of X (not its columns, not X.T) are the examples, and it is gradient(w, b, x, y).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, X[:, i], y[i]) for i in range(len(y))]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])

# ----

# wrong: only-w-averaged
# did: the mean for w, the sum for b
# said: dL/db is the sum over the rows: divide it by m for the mean.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw, db = 0, 0
    for x_i, y_i in zip(X, y):
        g = gradient(w, b, x_i, y_i)
        dw = dw + g[0]
        db = db + g[1]
    return dw / len(y), db

# ----

# wrong: running-average
# did: averages with the previous value each time, late rows weigh more
# said: The mean is halved with each row: add the rows up first, then divide once by m.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw, db = gradient(w, b, X[0], y[0])
    for i in range(1, len(X)):
        gw, gb = gradient(w, b, X[i], y[i])
        dw = (dw + gw) / 2
        db = (db + gb) / 2
    return dw, db

# ----

# wrong: updates-w-on-the-way
# did: makes a step after every row, so later gradients belong to other weights
# said: Right elsewhere, it is wrong only where X has more than one row: look at the loop over the rows, and at what is kept from row to row.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = [], []
    for x_i, y_i in zip(X, y):
        dw, db = gradient(w, b, x_i, y_i)
        w = w - 0.1 * dw
        b = b - 0.1 * db
        dws.append(dw)
        dbs.append(db)
    return np.mean(dws, axis=0), np.mean(dbs)

# ----

# wrong: whole-y
# did: passes all labels to every call
# said: Shapes do not fit together: is `gradient` handed all of X or y where it takes one row, or has a sum m entries where dL/dw has n?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y) for x_i in X]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])

# ----

# wrong: first-label
# did: uses y[0] for all rows
# said: Every row is paired with the first label.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y[0]) for x_i in X]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])

# ----

# wrong: median
# did: median instead of mean
# said: dL/dw is the median over the rows: the mean is wanted.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.median([p[0] for p in pairs], axis=0), np.median([p[1] for p in pairs])

# ----

# wrong: all-pairs-returned
# did: returned the collected lists without averaging
# said: These are the gradients of all rows: the mean over the rows is missing.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws = []
    dbs = []
    for i in range(X.shape[0]):
        dw, db = gradient(w, b, X[i, :], y[i])
        dws.append(dw)
        dbs.append(db)
    return np.array(dws), np.array(dbs)

# ----

# wrong: parts-swapped
# did: mean of the bias parts first
# said: The pair is in the wrong order: swapped.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = zip(*[gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    return np.mean(dbs), np.mean(dws, axis=0)

# ----

# wrong: reversed-labels
# did: x and y of the call swapped
# said: `gradient` gets a number where it wants an array: it is gradient(w, b, x, y), in this order, with one row of X for x.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = [], []
    for x_i, y_i in zip(X, y):
        dw, db = gradient(w, b, y_i, x_i)
        dws.append(dw)
        dbs.append(db)
    return np.mean(dws, axis=0), np.mean(dbs)

# ----

# wrong: keepdims
# did: keepdims=True, the w part has shape (1, n)
# said: dL/dw has a dimension too many, shape (1, 2): wanted is (2,).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = zip(*[gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)])
    return np.mean(dws, axis=0, keepdims=True), np.mean(dbs)

# ----

# wrong: random-row
# did: stochastic: the gradient of one random row
# said: Right elsewhere, it is wrong only where X has more than one row: look at the loop over the rows, and at what is kept from row to row.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    i = np.random.randint(len(X))
    return gradient(w, b, X[i], y[i])

# ----

# wrong: tuple-plus
# did: adds the pairs with +, which concatenates tuples
# said: dL/dw is that of the first row alone, divided by m: is the return inside the loop, or are pairs joined by +, not added?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    total = ()
    for x_i, y_i in zip(X, y):
        total = total + gradient(w, b, x_i, y_i)
    return total[0] / len(X), total[1] / len(X)

# ----

# right: pairs-and-means
# did: list of pairs, two means
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])

# ----

# right: accumulate-then-divide
# did: sums in a loop, then divides by m
def batch_gradient(gradient, w, b, X, y):
    m, n = X.shape
    dw = np.zeros(n)
    db = 0.0
    for i in range(m):
        gw, gb = gradient(w, b, X[i], y[i])
        dw = dw + gw
        db = db + gb
    return dw / m, db / m

# ----

# right: zip-star
# did: zip(*...) splits the pairs
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = zip(*(gradient(w, b, xi, yi) for xi, yi in zip(X, y)))
    return np.mean(np.array(dws), axis=0), np.mean(np.array(dbs))

# ----

# right: matrix-filled
# did: fills a matrix row by row, means at the end
def batch_gradient(gradient, w, b, X, y):
    m = X.shape[0]
    G = np.zeros((m, X.shape[1]))
    g = np.zeros(m)
    for i in range(m):
        G[i, :], g[i] = gradient(w, b, X[i, :], y[i])
    return G.mean(axis=0), g.mean()

# ----

# right: weighted-each
# did: adds a share 1/m of each row
def batch_gradient(gradient, w, b, X, y):
    share = 1 / len(y)
    grad_w, grad_b = np.zeros(X.shape[1]), 0.0
    for row, label in zip(X, y):
        dw, db = gradient(w, b, row, label)
        grad_w += share * dw
        grad_b += share * db
    return grad_w, grad_b

# ----

# right: appended-column
# did: weights and bias part in one row each, averaged, then split
def batch_gradient(gradient, w, b, X, y):
    rows = []
    for i, x_i in enumerate(X):
        dw, db = gradient(w, b, x_i, y[i])
        rows.append(np.append(dw, db))
    mean = np.array(rows).mean(axis=0)
    return mean[:-1], mean[-1]

# ----

# right: sum-builtin
# did: Python's sum over generators
def batch_gradient(gradient, w, b, X, y):
    grads = list(map(lambda i: gradient(w, b, X[i], y[i]), range(len(X))))
    dw = sum(g[0] for g in grads) / len(grads)
    db = sum(g[1] for g in grads) / len(grads)
    return dw, db

# ----

# wrong: alias-accumulator
# did: both sums start as one and the same array, so they mix
# said: dL/db is an array, shape (2,), where one number is wanted.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dw = db = np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        gw, gb = gradient(w, b, x_i, y_i)
        dw += gw
        db += gb
    return dw / len(X), db / len(X)

# ----

# wrong: starts-from-w
# did: uses w and b themselves as the sums, so the parameters are added in
# said: The sums start from w and b: start them from 0.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw, db = w.astype(float), float(b)
    for i in range(m):
        gw, gb = gradient(w, b, X[i], y[i])
        dw += gw
        db += gb
    return dw / m, db / m

# ----

# wrong: int-accumulator
# did: collects in an integer array, the decimals are cut off
# said: dL/dw stays the same when y alone changes, but it must change (dL/db is wrong too): is y used where it should be?
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m, n = X.shape
    dws = np.zeros((m, n), dtype=int)
    dbs = np.zeros(m, dtype=int)
    for i in range(m):
        dws[i], dbs[i] = gradient(w, b, X[i], y[i])
    return dws.mean(axis=0), dbs.mean()

# ----

# wrong: divides-inside-loop
# did: divides the whole sum by m in every pass
# said: The division stands inside the loop and is done in each round: divide once, at the end.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw, db = 0, 0
    for x_i, y_i in zip(X, y):
        gw, gb = gradient(w, b, x_i, y_i)
        dw = (dw + gw) / m
        db = (db + gb) / m
    return dw, db

# ----

# wrong: db-from-dw
# did: takes the mean of dw for the bias part
# said: dL/dw is right; dL/db is wrong: how the rows' dL/db are added up and divided by m.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws = np.array([gradient(w, b, x_i, y_i)[0] for x_i, y_i in zip(X, y)])
    dw = dws.mean(axis=0)
    return dw, dw.mean()

# ----

# wrong: matrix-x-reshaped
# did: hands each row over as a (1, n) matrix
# said: dL/dw has a dimension too many, shape (1, 2): wanted is (2,).
# true: yes
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = [], []
    for i in range(len(X)):
        dw, db = gradient(w, b, X[i:i + 1], y[i])
        dws.append(dw)
        dbs.append(db)
    return np.mean(dws, axis=0), np.mean(dbs)

# ----

# right: vstack
# did: np.vstack of the w parts, statistics mean for the b parts
import statistics

def batch_gradient(gradient, w, b, X, y):
    grads = [gradient(w, b, X[k], y[k]) for k in range(X.shape[0])]
    W = np.vstack([g[0] for g in grads])
    return W.mean(axis=0), statistics.fmean(float(g[1]) for g in grads)

# ----

# right: incremental-mean
# did: running mean with the proper weights 1/k
def batch_gradient(gradient, w, b, X, y):
    mean_w, mean_b = np.zeros(len(w)), 0.0
    for k, (x_i, y_i) in enumerate(zip(X, y), start=1):
        dw, db = gradient(w, b, x_i, y_i)
        mean_w = mean_w + (dw - mean_w) / k
        mean_b = mean_b + (db - mean_b) / k
    return mean_w, mean_b
