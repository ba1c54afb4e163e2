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


#: right: functools.partial of the student's own helper
from functools import partial


def shifted(loss, w, b, j, step):
    v = [float(wj) for wj in w]
    v[j] += step
    return loss(np.array(v), b)


def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        f = partial(shifted, loss, w, b, j)
        dw[j] = (f(h) - f(-h)) / (h - (-h))
    return dw, (loss(w, b + h) - loss(w, b - h)) / (h + h)


#: right: lambda
numerical_gradient = lambda loss, w, b, h=1e-5: (
    np.array([loss(w + s, b) - loss(w - s, b) for s in np.diag(np.full(len(w), h))]) / (2 * h),
    (loss(w, b + h) - loss(w, b - h)) / (2 * h),
)


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


#: wrong: steps pile up, the copies are not renewed | restor|reset|one (weight|coordinate|component|at a time)|each|copy|at once|put back
def numerical_gradient(loss, w, b, h=1e-5):
    up = w.astype(float)
    down = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up[j] += h
        down[j] -= h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: copies keep w's integer type | int|float|dtype|trunc
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up, down = w.copy(), w.copy()
        up[j] = up[j] + h
        down[j] = down[j] - h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: result keeps w's integer type | int|float|dtype|trunc|zeros_like
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros_like(w)
    for j, e in enumerate(np.eye(len(w))):
        dw[j] = (loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: step vector of w's integer type | int|float|dtype|trunc|zeros_like
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        step = np.zeros_like(w)
        step[j] = h
        dw[j] = (loss(w + step, b) - loss(w - step, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: w itself moved and put back, integers swallow h | int|float|dtype|trunc|in place|chang|copy
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        old = w[j]
        w[j] = old + h
        up = loss(w, b)
        w[j] = old - h
        down = loss(w, b)
        w[j] = old
        dw[j] = (up - down) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: h hard-coded | \bh\b|hard|ignor|argument|step
def numerical_gradient(loss, w, b, h=1e-5):
    h = 1e-5
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: h not an argument | \bh\b|argument|parameter
def numerical_gradient(loss, w, b):
    h = 1e-5
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: h without a default | \bh\b|default|argument
def numerical_gradient(loss, w, b, h):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: default h far too small | \bh\b|default|1e-0?5|round|cancel
def numerical_gradient(loss, w, b, h=1e-14):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: default h far too large | \bh\b|default|1e-0?5|large
def numerical_gradient(loss, w, b, h=0.1):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: h used for b, hard-coded for w | \bh\b|hard|ignor|argument|step
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + 1e-5 * e, b) - loss(w - 1e-5 * e, b)) / 2e-5 for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: steps 1e-5, divided by 2 h | \bh\b|hard|ignor|argument|step|2 ?\*? ?h|divi
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + 1e-5 * e, b) - loss(w - 1e-5 * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + 1e-5) - loss(w, b - 1e-5)) / (2 * h)


#: wrong: relative steps | relativ|scale|\bh\b|step|absolute
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        s = h * max(1, abs(w[j]))
        e = np.zeros(len(w))
        e[j] = s
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * s)
    s = h * max(1, abs(b))
    return dw, (loss(w, b + s) - loss(w, b - s)) / (2 * s)


#: wrong: relative steps that vanish at 0 | relativ|scale|\bh\b|step|absolute|nan|zero|divi
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        e = np.zeros(len(w))
        e[j] = h * w[j]
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h * w[j])
    return dw, (loss(w, b + h * b) - loss(w, b - h * b)) / (2 * h * b)


#: wrong: w moved in place and not put back | in place|chang|modif|restor|copy|put back
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w[j] += h
        up = loss(w, b)
        w[j] -= 2 * h
        down = loss(w, b)
        dw[j] = (up - down) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: w moved in place, put back with a rounding error | in place|chang|modif|restor|copy|round
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w[j] += h
        up = loss(w, b)
        w[j] -= 2 * h
        down = loss(w, b)
        w[j] += h
        dw[j] = (up - down) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: two names for one array | copy|alias|same array|in place|chang|modif
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up = w
        down = w
        up[j] += h
        down[j] -= h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: dL/db missing | pair|two|dL/db|tuple|both|bias
def numerical_gradient(loss, w, b, h=1e-5):
    return np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])


#: wrong: dL/dw missing | pair|two|dL/dw|tuple|both
def numerical_gradient(loss, w, b, h=1e-5):
    return (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: dL/db = 0 | dL/db|db|bias
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, 0.0


#: wrong: steps in b move w as well | dL/db|db|bias|only b|\bw\b
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w + h, b + h) - loss(w - h, b - h)) / (2 * h)


#: wrong: steps in w move b as well | dL/dw|dw|only|\bb\b|bias
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b + h) - loss(w - h * e, b - h)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: w still moved when b's turn comes | dL/db|db|bias|restor|put back|\bw\b
def numerical_gradient(loss, w, b, h=0.00001):
    v = w.astype(float)
    dw = np.zeros(len(v))
    for j in range(len(v)):
        v[j] = w[j] + h
        up = loss(v, b)
        v[j] = w[j] - h
        down = loss(v, b)
        dw[j] = (up - down) / (2 * h)
        if j + 1 < len(v):
            v[j] = w[j]
    return dw, (loss(v, b + h) - loss(v, b - h)) / (2 * h)


#: wrong: pair in the wrong order | order|swap|\(dL/dw, dL/db\)|shape
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return db, dw


#: wrong: loss called with b first | order|argument|swap|loss\(w, b\)|number is treated as an array
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(b, w + h * e) - loss(b, w - h * e)) / (2 * h) for e in np.eye(len(w))])
    return dw, (loss(b + h, w) - loss(b - h, w)) / (2 * h)


#: wrong: one flat array | pair|two|flat|tuple
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return np.append(dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h))


#: wrong: a dict | pair|two|dict|tuple
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return {"dw": dw, "db": (loss(w, b + h) - loss(w, b - h)) / (2 * h)}


#: wrong: dL/dw a column | shape|column
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([[(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h)] for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: dL/dw a diagonal matrix | shape|matri
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) * e for e in np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: dL/dw summed | shape|sum|scalar
def numerical_gradient(loss, w, b, h=1e-5):
    dw = sum((loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w)))
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: dL/db an array of one element | scalar|shape|dL/db
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, np.array([(loss(w, b + h) - loss(w, b - h)) / (2 * h)])


#: wrong: rounded to four places | round|decimal|exact|digit|accura
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return np.round(dw, 4), round((loss(w, b + h) - loss(w, b - h)) / (2 * h), 4)


#: wrong: absolute values | abs|sign
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([abs(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, abs(loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: no return | return|None
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: return inside the loop | return|loop|first|each|every|all|coordinate|component
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    for j, e in enumerate(np.eye(len(w))):
        dw[j] = (loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h)
        return dw, db


#: wrong: leftover global n | not defined|NameError|global
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + h * e, b) - loss(w - h * e, b)) / (2 * h) for e in np.eye(n)])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)


#: wrong: loss ignored, the one of the cell above | loss|ignor|argument|global
def my_loss(w, b):
    return squared_error(sigmoid(np.sum(w) + b), 1)


def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(my_loss(w + h * e, b) - my_loss(w - h * e, b)) / (2 * h) for e in np.eye(len(w))])
    return dw, (my_loss(w, b + h) - my_loss(w, b - h)) / (2 * h)


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


#: wrong: delegates through sys.modules | own|reference|course
import sys


def numerical_gradient(loss, w, b, h=1e-5):
    return sys.modules["lib"].numerical_gradient(loss, w, b, h)


#: wrong: delegates through importlib | own|reference|course
import importlib


def numerical_gradient(loss, w, b, h=1e-5):
    return importlib.import_module("lib").numerical_gradient(loss, w, b, h)


#: wrong: delegates through functools.partial | own|reference|course
import functools

import lib

numerical_gradient = functools.partial(lib.numerical_gradient)


#: wrong: two names for one array, and / 2 * h | more names.*dL/db is
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        wp = w
        wm = w
        wp[j] = wp[j] + h
        wm[j] = wm[j] - h
        dw[j] = (loss(wp, b) - loss(wm, b)) / 2 * h
    db = (loss(w, b + h) - loss(w, b - h)) / 2 * h
    return dw, db


#: wrong: two names for one array | more names
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        wp = w
        wm = w
        wp[j] += h
        wm[j] -= h
        dw[j] = (loss(wp, b) - loss(wm, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db


#: wrong: w itself is moved, also where it is of integers | moved|whole numbers|changes the caller's\s+array
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w[j] = w[j] + h
        up = loss(w, b)
        w[j] = w[j] - 2 * h
        down = loss(w, b)
        w[j] = w[j] + h
        dw[j] = (up - down) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db


#: wrong: dL/dw is never filled in | ever computed
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db


#: wrong: copies of integers | integer
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up = w.copy()
        down = w.copy()
        up[j] += h
        down[j] -= h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db
