# wrong: mira-misprint
# did: dropped the factor a, returns 1 - a
# said: This is 1 - a, as the note misprints it: the factor a is missing in a' = a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return 1 - a

# ----

# wrong: mira-eq-10-sign
# did: differentiated (1 + e^-z)^-1 by hand and lost the inner minus sign, so the result is negative
# said: The sign is flipped: sigma rises everywhere, its derivative is positive (eq. 10).
# true: yes
def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return -e / (1 + e) ** 2

# ----

# wrong: mira-eq-11-overflow
# did: uses line (11) with np.exp(-z), which overflows far on the left
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid_prime(z):
    """The derivative of the sigmoid, eq. 13."""
    e = np.exp(-z)
    return 1 / (1 + e) * e / (1 + e)

# ----

# wrong: mira-difference-quotient
# did: approximates the derivative with a one-sided difference and h = 1e-6
# said: Nearly right, but only to about 6 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def sigmoid_prime(z):
    h = 1e-6
    return (sigmoid(z + h) - sigmoid(z)) / h

# ----

# wrong: mira-square-forgotten
# did: quotient rule without squaring the denominator
# said: This is exp(-|z|)/(1 + exp(-|z|)): the denominator of the derivative is squared (eq. 11).
# true: yes
def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)

# ----

# wrong: jonas-argument-is-a
# did: took the argument for the activation already, z * (1 - z)
# said: This is z (1 - z): take a = sigma(z) first, then a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z):
    return z * (1 - z)

# ----

# wrong: jonas-backprop-snippet
# did: copied a snippet with a deriv flag from the web, which never calls the sigmoid when deriv is set
# said: This is z (1 - z): take a = sigma(z) first, then a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z, deriv=True):
    if deriv:
        return z * (1 - z)
    return 1 / (1 + np.exp(-z))

# ----

# wrong: jonas-tanh-derivative
# did: returned 1 - a^2, the derivative of tanh, with the sigmoid's a
# said: This is 1 - a^2, which fits tanh; for sigma it is a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return 1 - a ** 2

# ----

# wrong: jonas-returns-both
# did: returns the activation together with the derivative as a tuple
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    da = a * (1 - a)
    return a, da

# ----

# wrong: ayse-sigmoid-of-prime
# did: computes a and then feeds a into the sigmoid again inside the product
# said: The derivative is taken at a instead of z: sigma is applied twice (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return sigmoid(a) * (1 - sigmoid(a))

# ----

# wrong: ayse-a-times-one-minus-z
# did: mixed a and z, a * (1 - z)
# said: Your values fit this slip: the second factor is 1 - z, not 1 - a (eq. 13).
# true: yes
def sigmoid_prime(z):
    """The derivative of the sigmoid, eq. 13."""
    a = sigmoid(z)
    return a * (1 - z)

# ----

# wrong: ayse-matrix-product
# did: read the product of equation (13) as @, which sums for vectors and fails for numbers
# said: Your values fit this slip: the sum over the array is taken; each entry has its own value (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return a @ (1 - a)

# ----

# wrong: ayse-gradient-of-array
# did: used np.gradient of the sigmoid values, which differentiates along the index
# said: np.gradient and np.diff take the differences between neighbours in the array; each z has a derivative of its own, a (1 - a).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return np.gradient(a, z)

# ----

# wrong: tom-loop-first-axis
# did: loops over len(z) and multiplies, with a try/except that returns 0 for a plain number
# said: Right elsewhere, it is wrong only for scalars: a single number has no len, no index and no shape to loop over.
# true: yes
def sigmoid_prime(z):
    result = []
    try:
        for i in range(len(z)):
            a = sigmoid(z[i])
            result.append(a * (1 - a))
    except:
        return 0
    return np.array(result)

# ----

# wrong: tom-zero-outside-ten
# did: an if that sets the derivative to 0 wherever |z| > 10
# said: Nearly right, but only to about 5 digits. Full precision is wanted.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    d = a * (1 - a)
    return np.where(np.abs(z) > 10, 0.0, d)

# ----

# wrong: tom-if-saturated-array
# did: plain if abs(z) > 700 for the far ends, which fails for arrays
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def sigmoid_prime(z):
    if abs(z) > 700:
        return 0.0
    else:
        a = sigmoid(z)
        return a * (1 - a)

# ----

# wrong: tom-in-place-product
# did: saves memory by writing a, then the product, back into z
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sigmoid_prime(z):
    if np.ndim(z) > 0:
        z[...] = sigmoid(z)
        z *= 1 - z
        return z
    a = sigmoid(z)
    return a * (1 - a)

# ----

# wrong: lin-cosh-form
# did: 1 / (4 cosh^2(z/2)), right on paper, but cosh overflows far out
# said: A number on the way grows beyond what a float can hold: rearrange the formula so that it stays small for large |z|.
# true: yes
def sigmoid_prime(z):
    # sech^2 form, numerically stable
    return 0.25 / np.cosh(np.asarray(z, dtype=float) / 2) ** 2

# ----

# wrong: lin-floor-eps
# did: keeps the gradient at 1e-8 or more "to avoid vanishing gradients"
# said: Nearly right, but only to about 5 digits: look at np.maximum and the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def sigmoid_prime(z):
    s = sigmoid(z)
    return np.maximum(s * (1 - s), 1e-8)

# ----

# wrong: lin-clip-20
# did: clips z to [-20, 20] first, so the slope is never 0 far out
# said: Right elsewhere, wrong only for z far above 0: look at np.clip in your code. Full precision is wanted.
# true: yes
def sigmoid_prime(z):
    z = np.clip(z, -20, 20)
    e = np.exp(-z)
    return e / (1 + e) ** 2

# ----

# wrong: lin-jacobian-diag
# did: returns the Jacobian matrix np.diag(a(1 - a)) as in a softmax layer
# said: Your result has the shape (5, 5) where (5,) is wanted.
# true: yes
def sigmoid_prime(z):
    """Jacobian of the elementwise sigmoid."""
    a = np.atleast_1d(sigmoid(z))
    return np.diag(a * (1 - a))

# ----

# wrong: lin-output-like-input
# did: casts the result to the dtype of z, so whole numbers give 0
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def sigmoid_prime(z):
    z = np.asarray(z)
    a = sigmoid(z)
    return (a * (1 - a)).astype(z.dtype)

# ----

# right: ayse-hint-three
# did: the two lines of hint 3
def sigmoid_prime(z):
    """The derivative of the sigmoid, eq. 13."""
    a = sigmoid(z)
    return a * (1 - a)

# ----

# right: mira-symmetry
# did: uses 1 - sigma(z) = sigma(-z)
def sigmoid_prime(z):
    return sigmoid(z) * sigmoid(-z)

# ----

# right: lin-even-function
# did: the derivative is even, so it is written with exp(-|z|) alone
def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2

# ----

# right: jonas-minus-square
# did: multiplied out, a - a^2
def sigmoid_prime(z):
    s = sigmoid(z)
    return s - s ** 2

# ----

# right: mira-tanh-form
# did: (1 - tanh^2(z/2)) / 4
def sigmoid_prime(z):
    t = np.tanh(z / 2)
    return (1 - t * t) / 4

# ----

# right: tom-steps
# did: every intermediate value in a variable of its own
def sigmoid_prime(z):
    a = sigmoid(z)
    one_minus_a = 1.0 - a
    result = a * one_minus_a
    return result
