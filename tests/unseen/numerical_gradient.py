# wrong: mira-one-sided
# did: forward difference, not a central one
# said: These are forward differences: step to both sides, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        step = np.zeros(len(w))
        step[j] = h
        dw[j] = (loss(w + step, b) - loss(w, b)) / h
    db = (loss(w, b + h) - loss(w, b)) / h
    return dw, db

# ----

# wrong: mira-divide-by-h
# did: central difference divided by h, the 2 is missing
# said: This divides by h: the two points are 2 h apart, so divide by 2 h.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    steps = h * np.eye(len(w))
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / h for s in steps])
    db = (loss(w, b + h) - loss(w, b - h)) / h
    return dw, db

# ----

# wrong: mira-missing-parentheses
# did: wrote / 2 * h, which divides by 2 and multiplies by h
# said: This multiplies by h where it should divide by it (parentheses around 2 * h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    steps = h * np.eye(len(w))
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / 2 * h for s in steps])
    db = (loss(w, b + h) - loss(w, b - h)) / 2 * h
    return dw, db

# ----

# wrong: mira-directional
# did: moved all weights at once, a directional derivative copied into every entry
# said: All coordinates of w are moved at once: move one at a time.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    """(dL/dw, dL/db) of loss(w, b) by central differences."""
    dw = (loss(w + h, b) - loss(w - h, b)) / (2 * h) * np.ones(len(w))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: mira-gradient-length
# did: moves all weights at once and returns one number as the weight part
# said: All coordinates of w are moved at once: move one at a time, for a dL/dw of shape (n,).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: jonas-integers-unchanged
# did: w.copy() keeps the integer type, so the moved weights are cut back to whole numbers
# said: dL/db is right; dL/dw is wrong: w holds whole numbers here; does an integer array, a copy of w or one made like it, swallow the small h? Make it float.
# true: yes
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

# ----

# wrong: jonas-no-copy
# did: up = w and down = w are the same array, so the plus and the minus cancel
# said: dL/dw is 0: the step never reaches w (is the copy a copy? wp = w makes none; and an integer array swallows h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up = w
        down = w
        up[j] = up[j] + h
        down[j] = down[j] - h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: jonas-forgot-bias
# did: returns only the derivative by the weights
# said: Only dL/dw is returned; wanted is the pair (dL/dw, dL/db).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    steps = h * np.eye(len(w))
    return np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in steps])

# ----

# wrong: jonas-h-fixed-inside
# did: sets h = 0.001 in the first line and so ignores the argument
# said: The argument h is ignored: the step is always the same.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    h = 0.001
    steps = h * np.eye(len(w))
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in steps])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: ayse-eye-without-h
# did: uses the rows of np.eye(n) without the h, steps of length 1
# said: dL/db is right; dL/dw is wrong: one weight at a time moves by h to both sides and back, and the difference is divided by (2 h), with parentheses.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = []
    for step in np.eye(len(w)):
        dw.append((loss(w + step, b) - loss(w - step, b)) / (2 * h))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return np.array(dw), db

# ----

# wrong: ayse-backwards
# did: swapped plus and minus, the sign is turned
# said: The sign is flipped: f(w + h) - f(w - h), in this order.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = []
    for step in h * np.eye(len(w)):
        dw.append((loss(w - step, b) - loss(w + step, b)) / (2 * h))
    db = (loss(w, b - h) - loss(w, b + h)) / (2 * h)
    return np.array(dw), db

# ----

# wrong: ayse-astype-not-kept
# did: called w.astype(float) on a line of its own without keeping the result
# said: dL/db is right; dL/dw is wrong: w holds whole numbers here; does an integer array, a copy of w or one made like it, swallow the small h? Make it float.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        plus, minus = np.copy(w), np.copy(w)
        plus[j] = plus[j] + h
        minus[j] = minus[j] - h
        dw[j] = (loss(plus, b) - loss(minus, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: ayse-analytic-instead
# did: mixed up loss and gradient, tries to call the loss with (w, b, x, y)
# said: A function is called with the wrong number of arguments: keep the `def` line as it was given, and look at the calls inside.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    x = np.ones(len(w))
    y = 0
    steps = h * np.eye(len(w))
    dw = np.array([(loss(w + s, b, x, y) - loss(w - s, b, x, y)) / (2 * h) for s in steps])
    db = (loss(w, b + h, x, y) - loss(w, b - h, x, y)) / (2 * h)
    return dw, db

# ----

# wrong: tom-not-restored
# did: adds and subtracts h in the caller's own w and never adds the last h back
# said: The array w that was handed in is moved, and is not the same afterwards (adding h and subtracting it does not bring back the last digit): move a copy, as w.astype(float).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w[j] += h
        up = loss(w, b)
        w[j] -= 2 * h
        down = loss(w, b)
        dw[j] = (up - down) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: tom-steps-pile-up
# did: one float copy for all j that is never reset, the earlier weights stay moved
# said: The steps pile up: one weight at a time is moved, and put back (a fresh copy) before the next.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    up = w.astype(float)
    down = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up[j] = up[j] + h
        down[j] = down[j] - h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: tom-try-pass
# did: the loop stands in a try; with whole numbers += raises an error that is swallowed, and zeros come back
# said: dL/dw is 0: the step never reaches w (is the copy a copy? wp = w makes none; and an integer array swallows h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    try:
        for j in range(len(w)):
            plus = w.copy()
            minus = w.copy()
            plus += h * np.eye(len(w))[j]
            minus -= h * np.eye(len(w))[j]
            dw[j] = (loss(plus, b) - loss(minus, b)) / (2 * h)
    except:
        pass
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: tom-if-first-weight
# did: handles j = 0 only, the other entries stay 0
# said: Right elsewhere, it is wrong only where there is more than one weight: each weight has its own entry: look at sums, loops and indices over j.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        if j == 0:
            step = np.zeros(len(w))
            step[0] = h
            dw[0] = (loss(w + step, b) - loss(w - step, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: tom-result-like-w
# did: stores the derivatives in np.zeros_like(w), cut to integers for whole-number weights
# said: dL/db is right; dL/dw is cut off to a whole number: is there int() or an integer type (dtype)?
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros_like(w)
    for j in range(len(w)):
        plus = w.astype(float)
        minus = w.astype(float)
        plus[j] = plus[j] + h
        minus[j] = minus[j] - h
        dw[j] = (loss(plus, b) - loss(minus, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: lin-complex-step
# did: the complex-step trick, which needs a loss that works with complex numbers and returns them
# said: Nearly right, but only to about 3 digits. Full precision is wanted.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    n = len(w)
    dw = np.zeros(n)
    for j in range(n):
        wc = w.astype(complex)
        wc[j] += 1j * h
        dw[j] = np.imag(loss(wc, b)) / h
    db = np.imag(loss(w, b + 1j * h)) / h
    return dw, db

# ----

# wrong: lin-relative-step
# did: scales the step with |w_j| for moving but divides by the plain 2h
# said: Whatever goes wrong, goes wrong where there is more than one weight: each weight has its own entry: look at sums, loops and indices over j.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = np.asarray(w, dtype=float)
    dw = np.zeros_like(w)
    for j in range(w.size):
        hj = h * max(1.0, abs(w[j]))
        e = np.zeros_like(w)
        e[j] = hj
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h)
    hb = h * max(1.0, abs(b))
    db = (loss(w, b + hb) - loss(w, b - hb)) / (2 * h)
    return dw, db

# ----

# wrong: lin-float32-copy
# did: makes the copies in float32, where h = 1e-5 drowns in rounding
# said: dL/dw is never of the wrong sign, but too large in size at some inputs and too small at others; its size is 0.98 to 1 times the expected one.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = np.asarray(w, dtype=np.float32)
    grad = np.zeros(len(w))
    for j in range(len(w)):
        wp, wm = w.copy(), w.copy()
        wp[j] += h
        wm[j] -= h
        grad[j] = (loss(wp, b) - loss(wm, b)) / (2 * h)
    grad_b = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return grad, grad_b

# ----

# wrong: lin-tiny-h
# did: replaces h by at most 1e-12 "for higher accuracy", rounding takes over
# said: dL/dw and dL/db stay the same when h alone changes, but they must change: is h used where it should be?
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    h = min(h, 1e-12)
    w = np.asarray(w, dtype=float)
    steps = h * np.eye(w.size)
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in steps])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: lin-half-steps-mixed
# did: moves by h/2 to both sides but still divides by 2h
# said: dL/dw is never of the wrong sign, but too small in size; its size is 0.5 times the expected one.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = np.asarray(w, dtype=float)
    steps = (h / 2) * np.eye(w.size)
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in steps])
    db = (loss(w, b + h / 2) - loss(w, b - h / 2)) / (2 * h)
    return dw, db

# ----

# right: ayse-eye
# did: hint 3, the rows of h times the identity
def numerical_gradient(loss, w, b, h=1e-5):
    """(dL/dw, dL/db) of loss(w, b) by central differences."""
    dw = []
    for step in h * np.eye(len(w)):
        dw.append((loss(w + step, b) - loss(w - step, b)) / (2 * h))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return np.array(dw), db

# ----

# right: tom-two-copies
# did: two float copies for every j
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        plus = w.astype(float)
        minus = w.astype(float)
        plus[j] = plus[j] + h
        minus[j] = minus[j] - h
        dw[j] = (loss(plus, b) - loss(minus, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# right: mira-comprehension
# did: a list comprehension over unit vectors
def numerical_gradient(loss, w, b, h=1e-5):
    n = w.size
    e = np.eye(n)
    dw = np.array([loss(w + h * e[j], b) - loss(w - h * e[j], b) for j in range(n)]) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# right: jonas-reset
# did: one float copy, each entry is put back to its saved value
def numerical_gradient(loss, w, b, h=1e-5):
    work = np.array(w, dtype=float)
    grad = np.zeros(len(work))
    for j in range(len(work)):
        saved = work[j]
        work[j] = saved + h
        high = loss(work, b)
        work[j] = saved - h
        low = loss(work, b)
        work[j] = saved
        grad[j] = (high - low) / (2 * h)
    return grad, (loss(work, b + h) - loss(work, b - h)) / (2 * h)

# ----

# right: lin-inner-function
# did: a helper for the central difference of a function of one number
def numerical_gradient(loss, w, b, h=1e-5):
    def central(f):
        return (f(h) - f(-h)) / (2 * h)

    w = np.asarray(w, dtype=float)
    unit = np.eye(w.size)
    dw = np.array([central(lambda t: loss(w + t * e, b)) for e in unit])
    db = central(lambda t: loss(w, b + t))
    return dw, db
