# wrong: mira-one-sided
# did: forward difference, not a central one
# said: dL/dw is (f(w + h) - f(w))/h, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
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
# said: dL/dw is (f(w + h) - f(w - h))/h, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    steps = h * np.eye(len(w))
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / h for s in steps])
    db = (loss(w, b + h) - loss(w, b - h)) / h
    return dw, db

# ----

# wrong: mira-missing-parentheses
# did: wrote / 2 * h, which divides by 2 and multiplies by h
# said: dL/dw is (f(w + h) - f(w - h))/2 * h, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
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
# said: dL/dw is 0 for every weight: are both losses taken at the same w? up = w and down = w make no copies, only more names for one array, in which + h and - h cancel. Make copies, as w.astype(float).
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
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    steps = h * np.eye(len(w))
    return np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in steps])

# ----

# wrong: jonas-h-fixed-inside
# did: sets h = 0.001 in the first line and so ignores the argument
# said: dL/dw and dL/db stay the same when h alone changes, but they must change: is h used where it should be?
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
# said: dL/dw is (-f(w + h) + f(w - h))/(2 h), and dL/db is the same for b: the sign is flipped; wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
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
# said: The array w that was handed in is moved, and is not the same afterwards (even adding h and subtracting it again does not bring back the last digit): move a copy, as w.astype(float).
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
# said: dL/dw is 0: an array of whole numbers, and w.copy() of one, has no room for h. Make it float, as w.astype(float).
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

# ----

# wrong: one-sided
# did: a forward difference instead of the central one
# said: dL/dw is (f(w + h) - f(w))/h, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = w.astype(float)
    base = loss(w, b)
    dw = np.array([(loss(w + step, b) - base) / h for step in h * np.eye(len(w))])
    db = (loss(w, b + h) - base) / h
    return dw, db

# ----

# wrong: divides-by-h
# did: divided by h instead of 2h
# said: dL/dw is (f(w + h) - f(w - h))/h, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / h for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / h
    return dw, db

# ----

# wrong: over-two-times-h
# did: / 2 * h, the h lands in the numerator
# said: dL/dw is (f(w + h) - f(w - h))/2 * h, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / 2 * h for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / 2 * h
    return dw, db

# ----

# wrong: integer-copy
# did: copies w without making it float, h gets lost in integers
# said: dL/db is right; dL/dw is wrong: w holds whole numbers here; does an integer array, a copy of w or one made like it, swallow the small h? Make it float.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w_plus = w.copy()
        w_minus = w.copy()
        w_plus[j] = w_plus[j] + h
        w_minus[j] = w_minus[j] - h
        dw[j] = (loss(w_plus, b) - loss(w_minus, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)

# ----

# wrong: no-copy
# did: w_plus = w is no copy, both names are the same array, so both losses are equal and the slope is 0 (whole numbers raise an error)
# said: dL/dw is 0 for every weight: are both losses taken at the same w? up = w and down = w make no copies, only more names for one array, in which + h and - h cancel. Make copies, as w.astype(float).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w_plus = w
        w_plus[j] += h
        w_minus = w
        w_minus[j] -= h
        dw[j] = (loss(w_plus, b) - loss(w_minus, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: not-restored
# did: moves w[j] up and down in place and does not put it back
# said: The array w that was handed in is moved, and is not the same afterwards (even adding h and subtracting it again does not bring back the last digit): move a copy, as w.astype(float).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w[j] += h
        up = loss(w, b)
        w[j] -= 2 * h
        down = loss(w, b)
        dw[j] = (up - down) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)

# ----

# wrong: all-weights-together
# did: adds h to all weights at once
# said: All coordinates of w are moved at once: move one at a time.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    slope = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    dw = slope * np.ones(len(w))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: dw-a-number
# did: moves all weights at once and returns one number
# said: All coordinates of w are moved at once: move one at a time, for a dL/dw of shape (n,).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: copies-accumulate
# did: the copies are made before the loop, so earlier weights stay moved
# said: The steps pile up: one weight at a time is moved, and put back (a fresh copy) before the next.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    up = w.astype(float)
    down = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up[j] += h
        down[j] -= h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: zeros-like-int
# did: the result array is np.zeros_like(w), so with whole-number weights it cuts decimals
# said: dL/db is right; dL/dw is cut off to a whole number: is there int() or an integer type (dtype)?
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros_like(w)
    for j, step in enumerate(h * np.eye(len(w))):
        dw[j] = (loss(w + step, b) - loss(w - step, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: fixed-h
# did: overwrites h with its own 1e-7 and ignores the argument
# said: dL/dw and dL/db stay the same when h alone changes, but they must change: is h used where it should be?
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    h = 1e-7
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: swapped-difference
# did: minus before plus, the sign is wrong
# said: dL/dw is (-f(w + h) + f(w - h))/(2 h), and dL/db is the same for b: the sign is flipped; wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w - s, b) - loss(w + s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(w, b - h) - loss(w, b + h)) / (2 * h)
    return dw, db

# ----

# wrong: no-db
# did: only the w part
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j, s in enumerate(np.eye(len(w)) * h):
        dw[j] = (loss(w + s, b) - loss(w - s, b)) / (2 * h)
    return dw

# ----

# wrong: db-zero
# did: forgot the bias and left 0.0 there
# said: dL/db is 0: the bias has a derivative too.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    db = 0.0
    for j, s in enumerate(np.eye(len(w)) * h):
        dw[j] = (loss(w + s, b) - loss(w - s, b)) / (2 * h)
    return dw, db

# ----

# wrong: b-moved-too
# did: moves b together with each weight
# said: For dL/dw the bias is moved too: move one weight alone.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j, s in enumerate(np.eye(len(w)) * h):
        dw[j] = (loss(w + s, b + h) - loss(w - s, b - h)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: backward-bias
# did: central for w, one-sided for b
# said: dL/db is (f(b + h) - f(b))/h: wanted is the central difference, (f(b + h) - f(b - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b)) / h
    return dw, db

# ----

# wrong: eye-without-h
# did: steps of length 1 from np.eye, forgot the factor h
# said: dL/db is right; dL/dw is wrong: one weight at a time moves by h to both sides and back, and the difference is divided by (2 h), with parentheses.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: misses-first-weight
# did: the loop starts at 1
# said: dL/db is right; dL/dw is right except for its first entry, which is 0.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = w.astype(float)
    dw = np.zeros(len(w))
    for j in range(1, len(w)):
        e = np.zeros(len(w))
        e[j] = h
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h)
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h)

# ----

# wrong: append-list
# did: dw is a Python list
# said: A list comes back: turn it into an array with np.array.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = []
    for step in h * np.eye(len(w)):
        dw.append((loss(w + step, b) - loss(w - step, b)) / (2 * h))
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: loss-of-b-w
# did: calls loss(b, w) in the wrong order for the bias
# said: A function that is handed over gets a number where it wants an array: is it called with its arguments in the right order, loss(w, b) ?
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(b + h, w) - loss(b - h, w)) / (2 * h)
    return dw, db

# ----

# wrong: half-step
# did: moves by h to both sides but divides by 2h squared
# said: dL/dw is (f(w + h) - f(w - h))/(2 h)^2, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) ** 2 for s in h * np.eye(len(w))])
    return dw, (loss(w, b + h) - loss(w, b - h)) / (2 * h) ** 2

# ----

# wrong: half-width
# did: moves by h/2 and divides by 2h, so half of the slope
# said: dL/dw is never of the wrong sign, but too small in size; its size is 0.5 times the expected one.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    w = np.array(w, dtype=float)
    dw = np.zeros(w.size)
    for j in range(w.size):
        e = np.zeros(w.size)
        e[j] = h / 2
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h)
    return dw, (loss(w, b + h / 2) - loss(w, b - h / 2)) / (2 * h)

# ----

# wrong: second-difference
# did: the second difference quotient, which is the curvature
# said: dL/dw is (f(w + h) + f(w - h) - 2 f(w))/h^2, and dL/db is the same for b: wanted is the central difference, (f(w + h) - f(w - h))/(2 h).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    mid = loss(w, b)
    dw = np.array([(loss(w + s, b) - 2 * mid + loss(w - s, b)) / h ** 2 for s in h * np.eye(len(w))])
    return dw, (loss(w, b + h) - 2 * mid + loss(w, b - h)) / h ** 2

# ----

# wrong: np-gradient
# did: np.gradient of a single number
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    return np.gradient(loss(w, b), h), np.gradient(loss(w, b), h)

# ----

# wrong: view-as-copy
# did: takes a slice w[:] for a copy, but both slices are views of w, so both losses are equal and the slope is 0
# said: dL/dw is 0 for every weight: are both losses taken at the same w? up = w and down = w make no copies, only more names for one array, in which + h and - h cancel. Make copies, as w.astype(float).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    grad = np.zeros(len(w))
    for j in range(len(w)):
        up = w[:]
        up[j] = up[j] + h
        down = w[:]
        down[j] = down[j] - h
        grad[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    return grad, (loss(w, b + h) - loss(w, b - h)) / (2 * h)

# ----

# wrong: rounds-to-int-type
# did: builds the step with np.zeros_like(w), which for whole-number weights has no room for h
# said: dL/dw is 0: an array of whole numbers, and w.copy() of one, has no room for h. Make it float, as w.astype(float).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    n = w.shape[0]
    grad = np.empty(n)
    for j in range(n):
        e = np.zeros_like(w)
        e[j] = h
        grad[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h)
    return grad, (loss(w, b + h) - loss(w, b - h)) / (2 * h)

# ----

# wrong: sum-of-dw
# did: overwrites dw in the loop, only the last weight is left
# said: dL/dw is one number where one for each weight is wanted, (3,): is something summed, averaged or indexed?
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    for step in h * np.eye(len(w)):
        dw = (loss(w + step, b) - loss(w - step, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# right: eye-rows
# did: rows of h times the identity
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# right: two-float-copies
# did: two float copies in each pass of the loop
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        up, down = w.astype(float), w.astype(float)
        up[j] += h
        down[j] -= h
        dw[j] = (loss(up, b) - loss(down, b)) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# right: restore-own-copy
# did: one float copy, moved and restored from the saved value
def numerical_gradient(loss, w, b, h=1e-5):
    v = np.array(w, dtype=float)
    grad = np.zeros(v.shape)
    for j in range(v.size):
        old = v[j]
        v[j] = old + h
        f_plus = loss(v, b)
        v[j] = old - h
        f_minus = loss(v, b)
        v[j] = old
        grad[j] = (f_plus - f_minus) / (2.0 * h)
    grad_b = (loss(v, b + h) - loss(v, b - h)) / (2.0 * h)
    return grad, grad_b

# ----

# right: helper-central
# did: a helper for a central difference of a function of one number
def central(f, h):
    return (f(h) - f(-h)) / (2 * h)

def numerical_gradient(loss, w, b, h=1e-5):
    n = len(w)
    unit = np.eye(n)
    dw = [central(lambda t, j=j: loss(w + t * unit[j], b), h) for j in range(n)]
    db = central(lambda t: loss(w, b + t), h)
    return np.array(dw), db

# ----

# right: where-index
# did: np.where on the index puts the step in place
def numerical_gradient(loss, w, b, h=1e-5):
    idx = np.arange(len(w))
    dw = np.empty(len(w))
    for j in idx:
        e = np.where(idx == j, h, 0.0)
        dw[j] = 0.5 * (loss(w + e, b) - loss(w - e, b)) / h
    db = 0.5 * (loss(w, b + h) - loss(w, b - h)) / h
    return dw, db

# ----

# right: packed-parameters
# did: w and b packed into one vector theta, split again in the calls
def numerical_gradient(loss, w, b, h=1e-5):
    theta = np.append(w, b).astype(float)
    f = lambda t: loss(t[:-1], t[-1])
    g = np.zeros(len(theta))
    for k in range(len(theta)):
        d = np.zeros(len(theta))
        d[k] = h
        g[k] = (f(theta + d) - f(theta - d)) / (2 * h)
    return g[:-1], g[-1]

# ----

# wrong: symbolic-lambda
# did: calls loss with w only
# said: A function is called with the wrong number of arguments: keep the `def` line as it was given, and look at the calls inside.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s) - loss(w - s)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(b + h) - loss(b - h)) / (2 * h)
    return dw, db

# ----

# wrong: astype-without-copy
# did: astype with copy=False, which for floats is the caller's array, and it ends moved
# said: The array w that was handed in is moved, and is not the same afterwards (even adding h and subtracting it again does not bring back the last digit): move a copy, as w.astype(float).
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    v = w.astype(float, copy=False)
    dw = np.zeros(len(v))
    for j in range(len(v)):
        v[j] += h
        plus = loss(v, b)
        v[j] -= 2 * h
        minus = loss(v, b)
        dw[j] = (plus - minus) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# wrong: scaled-step
# did: the step is h times the weight, divided by 2h all the same
# said: dL/dw is too large at some inputs and too small at others, and of the opposite sign in 22% of the places where it is wrong.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.zeros(len(w))
    for j in range(len(w)):
        e = np.zeros(len(w))
        e[j] = h * w[j]
        dw[j] = (loss(w + e, b) - loss(w - e, b)) / (2 * h)
    db = (loss(w, b + h * b) - loss(w, b - h * b)) / (2 * h)
    return dw, db

# ----

# wrong: db-as-array
# did: the bias part comes back as an array of length 1
# said: dL/db is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = np.array([(loss(w, b + h) - loss(w, b - h)) / (2 * h)])
    return dw, db

# ----

# wrong: db-first
# did: the pair in the wrong order
# said: The pair is in the wrong order: swapped.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return db, dw

# ----

# wrong: rounded
# did: rounds the slopes to three digits
# said: Each result (dL/dw, dL/db) has 3 decimals only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    dw = np.array([(loss(w + s, b) - loss(w - s, b)) / (2 * h) for s in h * np.eye(len(w))])
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return np.round(dw, 3), round(float(db), 3)

# ----

# wrong: formula-of-cross-entropy
# did: returns a derivative formula with global x and y instead of measuring
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def numerical_gradient(loss, w, b, h=1e-5):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return delta * x, delta

# ----

# right: fixed-columns
# did: matrix of all moved weights, one call a row
def numerical_gradient(loss, w, b, h=1e-5):
    n = len(w)
    plus = np.tile(w, (n, 1)) + h * np.eye(n)
    minus = np.tile(w, (n, 1)) - h * np.eye(n)
    dw = np.array([loss(p, b) - loss(q, b) for p, q in zip(plus, minus)]) / (2 * h)
    db = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return dw, db

# ----

# right: list-to-array
# did: Python lists of floats for the moved weights, made arrays for the call
def numerical_gradient(loss, w, b, h=1e-5):
    values = [float(v) for v in w]
    grad = []
    for j in range(len(values)):
        up = values.copy()
        up[j] += h
        down = values.copy()
        down[j] -= h
        grad.append((loss(np.array(up), b) - loss(np.array(down), b)) / (2 * h))
    return np.array(grad), (loss(w, b + h) - loss(w, b - h)) / (2 * h)
