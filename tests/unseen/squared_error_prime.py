# wrong: mira-two-left
# did: differentiated without the one half, the 2 stays
# said: Your values fit this slip: there is a factor 2 too many, or a 1/2 missing (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return 2 * (a - y)

# ----

# wrong: mira-sign
# did: differentiated with respect to y, y - a
# said: Your values fit this slip: the sign of the whole is flipped (eq. 17).
# true: yes
def squared_error_prime(a, y):
    """The derivative of the squared error with respect to a, eq. 17."""
    return y - a

# ----

# wrong: mira-with-respect-to-z
# did: went on with the chain rule and multiplied by a(1 - a)
# said: Your values fit this slip: a factor a (1 - a) is there that belongs to the next link of the chain (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) * a * (1 - a)

# ----

# wrong: mira-half-kept
# did: lost the 2 from the square but kept the one half
# said: Your values fit this slip: there is a factor 1/2 too many (eq. 17).
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
# said: Your values fit this slip: the sign of the whole is lost (abs) (eq. 17).
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
# said: Your values fit this slip: this is the loss, not its derivative (eq. 17).
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
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return np.sum(a - y)

# ----

# wrong: ayse-np-diff
# did: took "difference" for np.diff and called it on the difference array
# said: Your result has the wrong number of entries, (2,) where (3,) is wanted.
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
# said: Your result has too many dimensions, (1, 1) where () is wanted: (n,) against (n, 1), and an outer product, make a table of all pairs.
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

# ----

# wrong: y-minus-a
# did: the wrong sign, y - a
# said: Your values fit this slip: the sign of the whole is flipped (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return y - a

# ----

# wrong: two-stays
# did: kept the 2 of the square
# said: Your values fit this slip: there is a factor 2 too many, or a 1/2 missing (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return 2 * (a - y)

# ----

# wrong: half-stays
# did: kept the one half
# said: Your values fit this slip: there is a factor 1/2 too many (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) / 2

# ----

# wrong: absolute
# did: absolute value of the difference
# said: Your values fit this slip: the sign of the whole is lost (abs) (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return np.abs(a - y)

# ----

# wrong: includes-a-prime
# did: multiplied by a(1 - a), the chain rule too early
# said: Your values fit this slip: a factor a (1 - a) is there that belongs to the next link of the chain (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) * a * (1 - a)

# ----

# wrong: loss-again
# did: returned the loss again
# said: Your values fit this slip: this is the loss, not its derivative (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) ** 2 / 2

# ----

# wrong: mean-gradient
# did: averaged over the examples
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return np.mean(a - y)

# ----

# wrong: wrt-y
# did: differentiated with respect to y
# said: Your values fit this slip: the sign of the whole is flipped (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return -(a - y)

# ----

# wrong: only-a
# did: treated y as if it vanished when differentiating
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: yes
def squared_error_prime(a, y):
    return a

# ----

# wrong: in-place-subtract
# did: a -= y and return a
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def squared_error_prime(a, y):
    a -= y
    return a

# ----

# wrong: np-subtract-out
# did: np.subtract with out=a, overwrites the activations (and fails for numbers)
# said: Something changes the caller's array in place: work on a copy, as np.array(w, dtype=float).
# true: yes
def squared_error_prime(a, y):
    np.subtract(a, y, out=a)
    return a

# ----

# wrong: np-sign
# did: only the sign of the error
# said: Your result is only the sign of the expected one.
# true: yes
def squared_error_prime(a, y):
    return np.sign(a - y)

# ----

# wrong: np-gradient
# did: np.gradient of the loss values
# said: Your result is too large at some inputs and too small at others, and of the opposite sign in 56% of the places where it is wrong.
# true: yes
def squared_error_prime(a, y):
    return np.gradient(squared_error(a, y))

# ----

# wrong: forward-difference
# did: numerical derivative with a step of 0.001, one-sided
# said: Your result is off by 0.0005 everywhere: something constant is added.
# true: yes
def squared_error_prime(a, y):
    h = 0.001
    return (squared_error(a + h, y) - squared_error(a, y)) / h

# ----

# wrong: sum-of-errors
# did: sums the differences
# said: Your values fit this slip: the sum over the first axis is taken; one value for each entry is wanted (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return sum(a - y)

# ----

# wrong: zip-list
# did: list comprehension with zip, needs two arrays and gives a list
# said: A list comes back: turn it into an array with np.array.
# true: yes
def squared_error_prime(a, y):
    return [ai - yi for ai, yi in zip(a, y)]

# ----

# wrong: one-constant
# did: differentiated a - y instead of the loss, so 1
# said: Your result is always 1, whatever goes in, but it must depend on the arguments.
# true: yes
def squared_error_prime(a, y):
    return np.ones_like(a - y)

# ----

# wrong: sigmoid-inside
# did: took a for z
# said: Your values fit this slip: sigma is applied to a, which is the activation already (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return sigmoid(a) - y

# ----

# wrong: no-return
# did: assigned the result and did not return it
# said: Nothing comes back: the `return` is missing.
# true: yes
def squared_error_prime(a, y):
    d = a - y

# ----

# wrong: plus
# did: plus instead of minus
# said: Your values fit this slip: the sign of y is flipped (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return a + y

# ----

# wrong: only-when-wrong
# did: cuts negative values to 0
# said: Your result is 0 wherever the expected one is negative: is there a max(0, ...)?
# true: yes
def squared_error_prime(a, y):
    return np.maximum(a - y, 0)

# ----

# wrong: misread-square
# did: squared difference without the one half
# said: Your values fit this slip: the square is still there (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return np.square(a - y)

# ----

# wrong: divides-by-size
# did: divides by the number of labels
# said: Your values fit this slip: each value is divided by the number of activations (eq. 17).
# true: yes
def squared_error_prime(a, y):
    return (a - y) / np.size(a) if np.ndim(a) else a - y

# ----

# wrong: int-result
# did: casts the result to int
# said: Your result is cut off to a whole number: is there int() or an integer type (dtype)?
# true: yes
def squared_error_prime(a, y):
    d = np.asarray(a - y)
    return d.astype(int)

# ----

# wrong: case-by-label
# did: an if on y, which an array of labels does not allow
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def squared_error_prime(a, y):
    if y == 1:
        return a - 1
    return a

# ----

# right: difference
# did: a - y
def squared_error_prime(a, y):
    return a - y

# ----

# right: np-subtract
# did: np.subtract
def squared_error_prime(a, y):
    return np.subtract(a, y)

# ----

# right: minus-y-minus-a
# did: minus the residual y - a
def squared_error_prime(a, y):
    residual = y - a
    return -residual

# ----

# right: half-times-two
# did: one half times 2 left standing
def squared_error_prime(a, y):
    return 0.5 * 2 * (a - y)

# ----

# right: where-label
# did: np.where on the label
def squared_error_prime(a, y):
    return np.where(np.asarray(y) == 1, np.asarray(a) - 1.0, a)

# ----

# right: lambda
# did: a lambda bound to the name
squared_error_prime = lambda a, y: a - y

# ----

# right: copy-then-subtract
# did: works on a fresh float array
def squared_error_prime(a, y):
    a = np.array(a, dtype=float)
    return a - np.array(y, dtype=float)

# ----

# wrong: string
# did: returns the formula as text
# said: Text (a string, str) comes back: return the number itself, without str() or f"...".
# true: yes
def squared_error_prime(a, y):
    return "a - y"

# ----

# wrong: sympy-less-diff
# did: np.diff of the loss
# said: Your result has the wrong number of entries, (2,) where (3,) is wanted.
# true: yes
def squared_error_prime(a, y):
    return np.diff((a - y) ** 2 / 2)

# ----

# wrong: returns-zero
# did: a placeholder zero
# said: Your result is always 0, whatever goes in, but it must depend on the arguments.
# true: yes
def squared_error_prime(a, y):
    return 0

# ----

# wrong: loss-over-difference
# did: loss divided by a - y, half of it, and nan where a = y
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def squared_error_prime(a, y):
    return squared_error(a, y) / (a - y)

# ----

# wrong: both-derivatives
# did: returns the derivatives with respect to a and to y
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def squared_error_prime(a, y):
    return a - y, y - a

# ----

# right: with-comment-lines
# did: the raise commented out, the derivation in comments
def squared_error_prime(a, y):
    """The derivative of the squared error with respect to a, eq. 17."""
    # d/da 1/2 (a - y)^2 = 1/2 * 2 (a - y) * 1
    # raise NotImplementedError()
    inner = 1
    return (a - y) * inner

# ----

# right: plus-minus-y
# did: a + (-y)
def squared_error_prime(a, y):
    return a + (-1) * y
