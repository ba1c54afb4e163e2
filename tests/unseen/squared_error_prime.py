# wrong: mira-two-left
# did: differentiated without the one half, the 2 stays
# said: The factor 2 cancels the 1/2 of eq. 16; this is 2 (a - y).
# true: yes
def squared_error_prime(a, y):
    return 2 * (a - y)

# ----

# wrong: mira-sign
# did: differentiated with respect to y, y - a
# said: This is y - a: the sign is flipped, and training would go uphill (eq. 17).
# true: yes
def squared_error_prime(a, y):
    """The derivative of the squared error with respect to a, eq. 17."""
    return y - a

# ----

# wrong: mira-with-respect-to-z
# did: went on with the chain rule and multiplied by a(1 - a)
# said: The factor a' belongs to the next link of the chain; dL/da is a - y (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) * a * (1 - a)

# ----

# wrong: mira-half-kept
# did: lost the 2 from the square but kept the one half
# said: This keeps the 1/2, but the 2 from the square cancels it (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) / 2

# ----

# wrong: mira-numerical
# did: a one-sided difference quotient with h = 1e-4
# said: Your result is off by 5e-05 everywhere: something constant is added.
# true: yes
def squared_error_prime(a, y):
    h = 1e-4
    return (squared_error(a + h, y) - squared_error(a, y)) / h

# ----

# wrong: jonas-absolute
# did: returns the size of the difference without its sign
# said: This is |a - y|: the sign of a - y is lost (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return np.abs(a - y)

# ----

# wrong: jonas-mean-in-it
# did: divides by the number of examples as in a mean-squared-error recipe
# said: Your values fit this slip: each value is divided by the number of activations (eq. 17).
# true: yes
def squared_error_prime(a, y):
    n = np.size(a)
    return (a - y) / n

# ----

# wrong: jonas-first-function-again
# did: copied the first function and only renamed it
# said: This is the loss itself, not its derivative (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) ** 2 / 2

# ----

# wrong: jonas-print-only
# did: prints the derivative, no return
# said: The result is printed, not returned: end with `return`.
# true: yes
def squared_error_prime(a, y):
    derivative = a - y
    print("derivative:", derivative)

# ----

# wrong: ayse-sum-of-differences
# did: returns the sum over all entries
# said: This sums over the examples: the derivative is wanted elementwise (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return np.sum(a - y)

# ----

# wrong: ayse-np-diff
# did: took "difference" for np.diff and called it on the difference array
# said: Your result has the wrong number of entries, (4,) where (5,) is wanted.
# true: yes
def squared_error_prime(a, y):
    return np.diff(a - y)

# ----

# wrong: ayse-np-gradient
# did: took "derivative" for np.gradient of the losses over a
# said: Your result is too large at some inputs and too small at others, and of the opposite sign in 41% of the places where it is wrong.
# true: yes
def squared_error_prime(a, y):
    loss = squared_error(a, y)
    return np.gradient(loss, a)

# ----

# wrong: ayse-one-minus-y
# did: mixed in the cross-entropy, a - (1 - y)
# said: Your values fit this slip: 1 - y stands where y belongs: the labels are swapped (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return a - (1 - y)

# ----

# wrong: tom-sign-only
# did: if/else on too large and too small, returns +1, -1 or 0
# said: Your result is only the sign of the expected one.
# true: yes
def squared_error_prime(a, y):
    d = a - y
    return np.where(d > 0, 1.0, np.where(d < 0, -1.0, 0.0))

# ----

# wrong: tom-in-place
# did: a -= y changes the caller's array
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def squared_error_prime(a, y):
    a -= y
    return a

# ----

# wrong: tom-range-len
# did: loops over range(len(a)) and indexes y the same way, no numbers, no broadcasting
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def squared_error_prime(a, y):
    out = np.zeros(len(a))
    for i in range(len(a)):
        out[i] = a[i] - y[i]
    return out

# ----

# wrong: tom-except-return-a
# did: subtracts in a loop and, when anything fails, returns a unchanged
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def squared_error_prime(a, y):
    try:
        return np.array([a[i] - y[i] for i in range(len(a))])
    except:
        return a

# ----

# wrong: lin-zeros-like-label
# did: writes into np.zeros_like of the labels, which are integers, so the derivative is cut off
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def squared_error_prime(a, y):
    a, y = np.broadcast_arrays(a, y)
    grad = np.zeros_like(y)
    grad[...] = a - y
    return grad

# ----

# wrong: lin-clip-gradient
# did: clips the derivative to [-0.5, 0.5] ("gradient clipping")
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def squared_error_prime(a, y):
    grad = np.subtract(a, y)
    return np.clip(grad, -0.5, 0.5)

# ----

# wrong: lin-dead-zone
# did: sets differences below 0.2 to exactly 0, as if converged
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def squared_error_prime(a, y):
    d = np.asarray(a) - np.asarray(y)
    return np.where(np.abs(d) < 0.2, 0.0, d)

# ----

# wrong: lin-outer-broadcast
# did: adds axes so that every a meets every y, a matrix comes out
# said: Your result has too many dimensions, (5, 5) where (5,) is wanted: (n,) against (n, 1), and an outer product, make a table of all pairs.
# true: yes
def squared_error_prime(a, y):
    a = np.atleast_1d(a)
    y = np.atleast_1d(y)
    return a[:, None] - y[None, :]

# ----

# wrong: lin-bool-labels
# did: turns the labels into booleans and flips the sign for class 1 by hand, forgetting the distance to 1
# said: Right elsewhere, wrong only where y = 1: look at the term that y = 1 selects.
# true: yes
def squared_error_prime(a, y):
    mask = np.asarray(y).astype(bool)
    return np.where(mask, -np.asarray(a), np.asarray(a))

# ----

# right: mira-formula
# did: equation 17 as it stands
def squared_error_prime(a, y):
    """The derivative of the squared error with respect to a, eq. 17."""
    return a - y

# ----

# right: jonas-np-subtract
# did: np.subtract
def squared_error_prime(a, y):
    return np.subtract(a, y)

# ----

# right: ayse-two-over-two
# did: wrote the 2 and the one half out
def squared_error_prime(a, y):
    outer = 2 * (a - y)
    inner = 1
    return 0.5 * outer * inner

# ----

# right: tom-negated
# did: minus the difference the other way round
def squared_error_prime(a, y):
    y_minus_a = y - a
    return -1 * y_minus_a

# ----

# right: lin-asarray
# did: float arrays first, and a scalar back out for scalars
def squared_error_prime(a, y):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    return (a - y)[()]
