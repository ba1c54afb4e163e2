#: right: accumulate, then divide
def batch_gradient(gradient, w, b, X, y):
    m, n = X.shape
    dw = np.zeros(n)
    db = 0.0
    for i in range(m):
        dw_i, db_i = gradient(w, b, X[i], y[i])
        dw += dw_i
        db += db_i
    return dw / m, db / m


#: right: two comprehensions
def batch_gradient(gradient, w, b, X, y):
    dw = np.mean([gradient(w, b, xi, yi)[0] for xi, yi in zip(X, y)], axis=0)
    db = np.mean([gradient(w, b, xi, yi)[1] for xi, yi in zip(X, y)])
    return dw, db


#: right: zip(*pairs)
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = zip(*(gradient(w, b, X[i], y[i]) for i in range(len(y))))
    return np.array(dws).mean(axis=0), np.array(dbs).mean()


#: right: Python's sum
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, row, label) for row, label in zip(X, y)]
    m = len(pairs)
    return sum(dw for dw, _ in pairs) / m, sum(db for _, db in pairs) / m


#: right: table of gradients, bias in the last column
def batch_gradient(gradient, w, b, X, y):
    m, n = X.shape
    table = np.empty((m, n + 1))
    for i, (xi, yi) in enumerate(zip(X, y)):
        table[i, :n], table[i, n] = gradient(w, b, xi, yi)
    mean = table.mean(axis=0)
    return mean[:n], mean[n]


#: right: weights 1/m and einsum
def batch_gradient(gradient, w, b, X, y):
    m = X.shape[0]
    dws, dbs = [], []
    for i in range(m):
        dw, db = gradient(w, b, X[i, :], y[i])
        dws.append(dw)
        dbs.append(db)
    weights = np.full(m, 1 / m)
    return np.einsum("i,ij->j", weights, np.stack(dws)), np.dot(weights, dbs)


#: right: running mean
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for k, (xk, yk) in enumerate(zip(X, y), start=1):
        gw, gb = gradient(w, b, xk, yk)
        dw = dw + (gw - dw) / k
        db = db + (gb - db) / k
    return dw, db


#: right: reduce and a lambda
from functools import reduce

batch_gradient = lambda gradient, w, b, X, y: tuple(
    total / len(X)
    for total in reduce(
        lambda s, g: (s[0] + g[0], s[1] + g[1]),
        (gradient(w, b, X[i], y[i]) for i in range(len(X))),
    )
)


#: wrong: sum for mean | mean|sum|averag|divi
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for xi, yi in zip(X, y):
        dw_i, db_i = gradient(w, b, xi, yi)
        dw += dw_i
        db += db_i
    return dw, db


#: wrong: mean of dL/dw only, dL/db summed | dL/db|db|bias|mean|sum
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return sum(p[0] for p in pairs) / len(pairs), sum(p[1] for p in pairs)


#: wrong: mean of dL/db only, dL/dw summed | dL/dw|dw|mean|sum
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return sum(p[0] for p in pairs), sum(p[1] for p in pairs) / len(pairs)


#: wrong: mean of dL/dw, dL/db of the last row | dL/db|db|bias|last
def batch_gradient(gradient, w, b, X, y):
    dws = []
    for xi, yi in zip(X, y):
        dw, db = gradient(w, b, xi, yi)
        dws.append(dw)
    return np.mean(dws, axis=0), db


#: wrong: only the mean of dL/dw returned | pair|two|dL/db|tuple|both
def batch_gradient(gradient, w, b, X, y):
    return np.mean([gradient(w, b, xi, yi)[0] for xi, yi in zip(X, y)], axis=0)


#: wrong: mean over the features | shape|feature|axis|row
def batch_gradient(gradient, w, b, X, y):
    dws = np.array([gradient(w, b, xi, yi)[0] for xi, yi in zip(X, y)])
    dbs = np.array([gradient(w, b, xi, yi)[1] for xi, yi in zip(X, y)])
    return dws.mean(axis=1), dbs.mean()


#: wrong: mean over everything, axis forgotten | shape|axis|feature|scalar
def batch_gradient(gradient, w, b, X, y):
    dws = [gradient(w, b, xi, yi)[0] for xi, yi in zip(X, y)]
    dbs = [gradient(w, b, xi, yi)[1] for xi, yi in zip(X, y)]
    return np.mean(dws), np.mean(dbs)


#: wrong: no mean at all, one row of gradients an example | shape|mean|averag
def batch_gradient(gradient, w, b, X, y):
    dws = np.array([gradient(w, b, xi, yi)[0] for xi, yi in zip(X, y)])
    dbs = np.array([gradient(w, b, xi, yi)[1] for xi, yi in zip(X, y)])
    return dws, dbs


#: wrong: a list of pairs | shape|mean|averag|pair|two
def batch_gradient(gradient, w, b, X, y):
    return [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]


#: wrong: return inside the loop, the first row only | first|row|all|every|example
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        dw = dw + gw
        db = db + gb
        return dw, db


#: wrong: the last row only | last|row|all|every|example
def batch_gradient(gradient, w, b, X, y):
    for xi, yi in zip(X, y):
        dw, db = gradient(w, b, xi, yi)
    return dw, db


#: wrong: the last row divided by m | last|row|all|every|example|mean|sum
def batch_gradient(gradient, w, b, X, y):
    for xi, yi in zip(X, y):
        dw, db = gradient(w, b, xi, yi)
    return dw / len(y), db / len(y)


#: wrong: first row skipped | row|all|every|example|first
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw, db = np.zeros(len(w)), 0.0
    for i in range(1, m):
        gw, gb = gradient(w, b, X[i], y[i])
        dw, db = dw + gw / m, db + gb / m
    return dw, db


#: wrong: last row skipped | row|all|every|example|last
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw, db = np.zeros(len(w)), 0.0
    for i in range(m - 1):
        gw, gb = gradient(w, b, X[i], y[i])
        dw, db = dw + gw / m, db + gb / m
    return dw, db


#: wrong: one row too many | index|row|bound|range|example
def batch_gradient(gradient, w, b, X, y):
    m = len(X)
    dw, db = np.zeros(len(w)), 0.0
    for i in range(m + 1):
        gw, gb = gradient(w, b, X[i], y[i])
        dw, db = dw + gw / m, db + gb / m
    return dw, db


#: wrong: the gradient at the mean example | mean|example|each|every|row
def batch_gradient(gradient, w, b, X, y):
    return gradient(w, b, X.mean(axis=0), y.mean())


#: wrong: the whole matrix handed to gradient | row|example|one|each|matri|shape|mismatch
def batch_gradient(gradient, w, b, X, y):
    dw, db = gradient(w, b, X, y)
    return np.mean(dw, axis=0), np.mean(db)


#: wrong: all labels handed to gradient | label|row|example|y\[i\]|one|shape
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, y) for xi in X]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: the first label for every row | label|\by\b|y\[i\]
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, y[0]) for xi in X]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: gradient ignored, always squared error | gradient|ignor|argument|call
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient_squared_error(w, b, xi, yi) for xi, yi in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: gradient ignored, always cross-entropy | gradient|ignor|argument|call
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient_cross_entropy(w, b, xi, yi) for xi, yi in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: gradient ignored, closed form | gradient|ignor|argument|call
def batch_gradient(gradient, w, b, X, y):
    delta = sigmoid(X @ w + b) - y
    return X.T @ delta / len(y), delta.mean()


#: wrong: divided by n | \bm\b|\bn\b|divi|rows|mean|number
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        dw += gw
        db += gb
    return dw / len(w), db / len(w)


#: wrong: divided by m - 1 | m - 1|\bm\b|divi|mean|number
def batch_gradient(gradient, w, b, X, y):
    m = len(y)
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return sum(p[0] for p in pairs) / max(m - 1, 1), sum(p[1] for p in pairs) / max(m - 1, 1)


#: wrong: divided by X.size | \bm\b|size|divi|mean|number|rows
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return sum(p[0] for p in pairs) / X.size, sum(p[1] for p in pairs) / X.size


#: wrong: divided by 2 m | \bm\b|2m|half|twice|divi|mean|number
def batch_gradient(gradient, w, b, X, y):
    m = len(y)
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return sum(p[0] for p in pairs) / (2 * m), sum(p[1] for p in pairs) / (2 * m)


#: wrong: divided by m twice | \bm\b|twice|divi|mean|number
def batch_gradient(gradient, w, b, X, y):
    m = len(y)
    dw, db = np.zeros(len(w)), 0.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        dw += gw / m
        db += gb / m
    return dw / m, db / m


#: wrong: whole-number division | divi|//|floor|int|round|mean
def batch_gradient(gradient, w, b, X, y):
    m = len(y)
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return sum(p[0] for p in pairs) // m, sum(p[1] for p in pairs) // m


#: wrong: loops over the columns, right for n = m only | row|column|feature|m = n|n = m|square|shape|index
def batch_gradient(gradient, w, b, X, y):
    m, n = X.shape
    dw, db = np.zeros(n), 0.0
    for i in range(n):
        gw, gb = gradient(w, b, X[i], y[i])
        dw += gw
        db += gb
    return dw / n, db / n


#: wrong: as many rows as there are weights | row|len\(w\)|feature|m = n|n = m|index|example
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for i in range(len(w)):
        gw, gb = gradient(w, b, X[i], y[i])
        dw = dw + gw / len(X)
        db = db + gb / len(X)
    return dw, db


#: wrong: accumulator of m entries, right for n = m only | shape|broadcast|row|feature|m = n|n = m
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(y)), 0.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        dw += gw
        db += gb
    return dw / len(y), db / len(y)


#: wrong: columns of X | row|column|transpos|shape
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X.T, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: accumulates in w itself | in place|chang|modif|copy
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    dw, db = w, 0.0
    dw *= 0
    for gw, gb in pairs:
        dw += gw / len(y)
        db += gb / len(y)
    return dw, db


#: wrong: starts from w, not from 0 | start|zero|\b0\b|\bw\b|in place|chang|modif
def batch_gradient(gradient, w, b, X, y):
    dw, db = w, b
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        dw = dw + gw
        db = db + gb
    return dw / len(y), db / len(y)


#: wrong: starts from ones | start|zero|\b0\b|ones
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.ones(len(w)), 1.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        dw += gw
        db += gb
    return dw / len(y), db / len(y)


#: wrong: accumulator of w's integer type | int|float|dtype|zeros_like|cast|trunc
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros_like(w), 0.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w, b, xi, yi)
        for j in range(len(w)):
            dw[j] += gw[j]
        db += gb
    return dw / len(y), db / len(y)


#: wrong: weights updated between the rows | updat|same w|fixed|step|train|descent|mean|kept from row to row
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for xi, yi in zip(X, y):
        gw, gb = gradient(w - dw, b - db, xi, yi)
        dw = dw + gw / len(y)
        db = db + gb / len(y)
    return dw, db


#: wrong: arguments of gradient in another order | order|argument|swap
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(xi, yi, w, b) for xi, yi in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: x and w swapped in the call of gradient | order|argument|swap|\bx\b
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(xi, b, w, yi) for xi, yi in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: minus the mean | sign|negat|minus
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return -np.mean([p[0] for p in pairs], axis=0), -np.mean([p[1] for p in pairs])


#: wrong: absolute values averaged | abs|sign|mean
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return np.mean([np.abs(p[0]) for p in pairs], axis=0), np.mean([abs(p[1]) for p in pairs])


#: wrong: median for mean | median|mean|averag
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return np.median([p[0] for p in pairs], axis=0), np.median([p[1] for p in pairs])


#: wrong: scaled to length 1 | norm|length|scale|mean
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    dw = np.mean([p[0] for p in pairs], axis=0)
    db = np.mean([p[1] for p in pairs])
    length = np.sqrt(np.sum(dw**2) + db**2)
    return dw / length, db / length


#: wrong: pair in the wrong order | order|swap|\(dL/dw, dL/db\)|shape
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return np.mean([p[1] for p in pairs]), np.mean([p[0] for p in pairs], axis=0)


#: wrong: gradient's pair unpacked backwards | order|swap|\(dL/dw, dL/db\)|shape
def batch_gradient(gradient, w, b, X, y):
    dws, dbs = [], []
    for xi, yi in zip(X, y):
        db, dw = gradient(w, b, xi, yi)
        dws.append(dw)
        dbs.append(db)
    return np.mean(dws, axis=0), np.mean(dbs, axis=0)


#: wrong: one flat array | pair|two|flat|tuple
def batch_gradient(gradient, w, b, X, y):
    return np.mean([np.append(*gradient(w, b, xi, yi)) for xi, yi in zip(X, y)], axis=0)


#: wrong: a dict | pair|two|dict|tuple
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return {"dw": np.mean([p[0] for p in pairs], axis=0), "db": np.mean([p[1] for p in pairs])}


#: wrong: dL/dw a column | shape|column
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    return np.mean([p[0] for p in pairs], axis=0).reshape(-1, 1), np.mean([p[1] for p in pairs])


#: wrong: dimensions kept | shape|keepdims|scalar
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    dw = np.mean([p[0] for p in pairs], axis=0, keepdims=True)
    db = np.mean([p[1] for p in pairs], keepdims=True)
    return dw, db


#: wrong: np.mean over pairs of unlike shapes | shape|inhomogeneous|pair|separate
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.mean([gradient(w, b, xi, yi) for xi, yi in zip(X, y)], axis=0)
    return dw, db


#: wrong: no return | return|None
def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X, y)]
    dw = np.mean([p[0] for p in pairs], axis=0)
    db = np.mean([p[1] for p in pairs])


#: wrong: leftover global m | not defined|NameError|global
def batch_gradient(gradient, w, b, X, y):
    dw, db = np.zeros(len(w)), 0.0
    for i in range(m):
        gw, gb = gradient(w, b, X[i], y[i])
        dw, db = dw + gw / m, db + gb / m
    return dw, db


#: wrong: leftover global, the batch of the cell above | global|argument|ignor|\bX\b|row|example|shape
X_train = np.array([[1.0, 2.0], [3.0, 4.0], [-1.0, 0.5]])
y_train = np.array([1, 0, 1])


def batch_gradient(gradient, w, b, X, y):
    pairs = [gradient(w, b, xi, yi) for xi, yi in zip(X_train, y_train)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs])


#: wrong: delegates through lib | own|reference|course
import lib


def batch_gradient(gradient, w, b, X, y):
    return lib.batch_gradient(gradient, w, b, X, y)


#: wrong: delegates, renamed import | own|reference|course
from lib import batch_gradient as theirs


def batch_gradient(gradient, w, b, X, y):
    dw, db = theirs(gradient, w, b, X, y)
    return np.array(dw), float(db)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib import batch_gradient


#: wrong: delegates through sys.modules | own|reference|course
import sys


def batch_gradient(gradient, w, b, X, y):
    return sys.modules["lib"].batch_gradient(gradient, w, b, X, y)


#: wrong: delegates through importlib | own|reference|course
import importlib


def batch_gradient(gradient, w, b, X, y):
    return importlib.import_module("lib").batch_gradient(gradient, w, b, X, y)


#: wrong: delegates through functools.partial | own|reference|course
import functools

import lib

batch_gradient = functools.partial(lib.batch_gradient)


#: wrong: all of y with each row | All of y|all of X or y
def batch_gradient(gradient, w, b, X, y):
    dw = 0
    db = 0
    for i in range(len(X)):
        g = gradient(w, b, X[i], y)
        dw = dw + g[0]
        db = db + g[1]
    return dw / len(X), db / len(X)
