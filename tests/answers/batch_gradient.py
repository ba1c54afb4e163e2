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
