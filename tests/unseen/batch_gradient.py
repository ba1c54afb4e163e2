# wrong: mira-sum-not-mean
# did: sums the gradients of the rows and does not divide by m
# said: This is the sum over the rows: divide by m for the mean.
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
# said: This divides by n, the features: the mean divides by m, the rows.
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
# said: The last row is left out: the loop ends one row early.
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
# said: Only the last row counts (the sum is overwritten, not added to), divided by m.
# true: yes
def batch_gradient(gradient, w, b, X, y):
    for i in range(len(X)):
        dw, db = gradient(w, b, X[i], y[i])
    return dw / len(X), db / len(X)

# ----

# wrong: tom-return-too-early
# did: the return is indented into the loop
# said: Only the first row counts: is the return inside the loop?
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
# said: dL/db is the sum over the rows: divide by m for the mean.
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
# said: This divides by m - 1: the mean divides by m.
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
# said: This is the median over the rows: the mean is wanted.
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
