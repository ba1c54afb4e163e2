#: right: unit vectors from np.eye
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db


#: right: step vector built in the loop
def numerical_gradient(loss, w, b, h=1e-5):
    n = len(w)
    dw = np.zeros(n)
    for j in range(n):
        step = np.zeros(n)
        step[j] = h
        dw[j] = (loss(w + step, b) - loss(w - step, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: right: float copies
def numerical_gradient(loss, w, b, h=1e-5):
    dw = []
    for j in range(w.size):
        w_plus = w.astype(float)
        w_minus = w.astype(float)
        w_plus[j] += h
        w_minus[j] -= h
        dw.append((loss(w_plus, b) - loss(w_minus, b)) / (2 * h))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return np.array(dw), db


#: right: one float copy, moved and put back
def numerical_gradient(loss, w, b, h=1e-5):
    v = np.array(w, dtype=float)
    dw = np.empty_like(v)
    for j in range(len(v)):
        old = v[j]
        v[j] = old + h
        up = loss(v, b)
        v[j] = old - h
        down = loss(v, b)
        v[j] = old
        dw[j] = (up - down) / (2 * h)
    db = (loss(v, b + h) - loss(v, b - h)) / (2 * h)
    return dw, db


#: right: w and b packed into one vector
def numerical_gradient(loss, w, b, h=1e-5):
    theta = np.append(np.asarray(w, dtype=float), b)

    def f(t):
        return loss(t[:-1], t[-1])

    g = np.empty(theta.size)
    for j in range(theta.size):
        e = np.zeros(theta.size)
        e[j] = h
        g[j] = (f(theta + e) - f(theta - e)) / (2 * h)
    return g[:-1], g[-1]


#: right: helper for one variable
def central(f, t, h):
    return 0.5 * (f(t + h) - f(t - h)) / h


def numerical_gradient(loss, w, b, h=1e-5):
    def along(j):
        return lambda t: loss(np.where(np.arange(len(w)) == j, t, w), b)

    dw = np.array([central(along(j), w[j], h) for j in range(len(w))])
    db = central(lambda t: loss(w, t), b, h)
    return dw, db


#: right: np.vectorize over the index
def numerical_gradient(loss, w, b, h=1e-5):
    I = h * np.identity(len(w))
    slope = np.vectorize(lambda j: (loss(w + I[j], b) - loss(w - I[j], b)) / (2 * h), otypes=[float])
    return slope(np.arange(len(w))), (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: forward differences | forward|central|one.?sided|both sides|- h
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w, b)) / h for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b)) / h


#: wrong: backward differences | backward|central|one.?sided|both sides|\+ h
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w, b) - loss(w - h * e, b)) / h for e in np.eye(len(w))])
    return dw, (loss(w, b) - loss(w, b - h)) / h


#: wrong: forward differences for b only | forward|central|one.?sided|both sides|- h|dL/db|bias
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b)) / h


#: wrong: forward differences divided by 2 h | forward|central|one.?sided|both sides|half|2 ?\*? ?h|divi
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b)) / (2 * h)


#: wrong: divided by h | 2 ?\*? ?h|twice|double|divi
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / h for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / h


#: wrong: divided by h for b only | 2 ?\*? ?h|twice|double|divi|dL/db|bias
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / h


#: wrong: / 2 * h without brackets | 2 ?\*? ?h|bracket|parenthes|divi|scale
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / 2 * h for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / 2 * h


#: wrong: not divided at all | 2 ?\*? ?h|divi|scale
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([loss(w + h * e, b) - loss(w - h * e, b) for e in np.eye(len(w))])
    return dw, loss(w, b + h) - loss(w, b - h)


#: wrong: divided by h squared | 2 ?\*? ?h|divi|scale|second|h\*\*2
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / h**2 for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / h**2


#: wrong: the difference of the wrong sign | sign|negat|order|minus
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w - h * e, b) - loss(w + h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b - h) - loss(w, b + h)) / (2 * h)


#: wrong: sum of the two losses | minus|differ|sum|subtract|sign
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) + loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) + loss(w, b - h)) / (2 * h)


#: wrong: the second derivative | second|central|differ
def numerical_gradient(loss, w, b, h=1e-5):
    here = loss(w, b)
    dw = np.array([(loss(w + h * e, b) - 2 * here + loss(w - h * e, b)) / h**2 for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - 2 * here + loss(w, b - h)) / h**2


#: wrong: all coordinates at once, one number | at once|one (weight|coordinate|component|at a time)|each|shape|separate|single
def numerical_gradient(loss, w, b, h=1e-5):
    dw = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: all coordinates at once, repeated n times | at once|one (weight|coordinate|component|at a time)|each|separate|single|all
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.full(len(w), (loss(w + h, b) - loss(w - h, b)) / (2 * h))
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: the first coordinate only | first|each|every|all|coordinate|component|shape
def numerical_gradient(loss, w, b, h=1e-5):
    e = np.zeros(len(w))
    e[0] = 1
    dw = np.zeros(len(w))
    dw[0] = (loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: the last coordinate forgotten | last|each|every|all|coordinate|component|shape
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w) - 1):
        e = np.zeros(len(w))
        e[j] = h
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: delegates through lib | own|reference|course
import lib


def numerical_gradient(loss, w, b, h=1e-5):
    return lib.numerical_gradient(loss, w, b, h)


#: wrong: delegates, renamed import | own|reference|course
from lib import numerical_gradient as theirs


def numerical_gradient(loss, w, b, h=1e-5):
    dw, db = theirs(loss, w, b, h)
    return np.array(dw), float(db)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib import numerical_gradient
