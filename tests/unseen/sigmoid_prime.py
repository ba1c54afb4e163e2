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
# said: Your values fit this slip: the sign is flipped (eq. 13).
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
# said: Your values fit this slip: z stands where a = sigma(z) belongs (eq. 13).
# true: yes
def sigmoid_prime(z):
    return z * (1 - z)

# ----

# wrong: jonas-backprop-snippet
# did: copied a snippet with a deriv flag from the web, which never calls the sigmoid when deriv is set
# said: Your values fit this slip: z stands where a = sigma(z) belongs (eq. 13).
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
# said: Your values fit this slip: sigma is applied twice (eq. 13).
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
# said: Your result has the shape (1, 1) where () is wanted.
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

# ----

# wrong: argument-taken-for-a
# did: took z for the activation and returned z(1 - z)
# said: Your values fit this slip: z stands where a = sigma(z) belongs (eq. 13).
# true: yes
def sigmoid_prime(z):
    return z * (1 - z)

# ----

# wrong: one-minus-a
# did: the factor a is missing, only 1 - a
# said: This is 1 - a, as the note misprints it: the factor a is missing in a' = a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return 1 - a

# ----

# wrong: sigma-itself
# did: returned the sigmoid and not its derivative
# said: This is sigma(z) itself, not its derivative (eq. 13).
# true: yes
def sigmoid_prime(z):
    return sigmoid(z)

# ----

# wrong: quotient-rule-plain
# did: e^-z / (1 + e^-z)^2 as derived on paper, overflow far on the left
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid_prime(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2

# ----

# wrong: line-10-sign
# did: lost one minus sign of line (10), the result is negative
# said: Your values fit this slip: the sign is flipped (eq. 13).
# true: yes
def sigmoid_prime(z):
    u = np.exp(-np.abs(z))
    return -u / (1 + u) ** 2

# ----

# wrong: no-square
# did: forgot the square in the denominator
# said: This is exp(-|z|)/(1 + exp(-|z|)): the denominator of the derivative is squared (eq. 11).
# true: yes
def sigmoid_prime(z):
    u = np.exp(-np.abs(z))
    return u / (1 + u)

# ----

# wrong: a-one-plus-a
# did: a(1 + a) instead of a(1 - a)
# said: Your values fit this slip: the second factor is 1 + a: a sign is flipped, it is 1 - a (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (1 + a)

# ----

# wrong: tanh-derivative
# did: 1 - a^2, which is the derivative of tanh
# said: This is 1 - a^2, which fits tanh; for sigma it is a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z):
    return 1 - sigmoid(z) ** 2

# ----

# wrong: tanh-half-wrong-factor
# did: went through tanh(z/2) and forgot the factor from the inner derivative (twice as large)
# said: Your values fit this slip: there is a factor 2 too many (eq. 13).
# true: yes
def sigmoid_prime(z):
    t = np.tanh(np.asarray(z) / 2)
    return 0.5 * (1 - t ** 2)

# ----

# wrong: sigmoid-of-a
# did: applied the sigmoid twice
# said: Your values fit this slip: sigma is applied twice (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return sigmoid(a) * (1 - sigmoid(a))

# ----

# wrong: precedence
# did: no parentheses, a * 1 - a is 0
# said: Your result is always 0, whatever goes in, but it must depend on the arguments.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * 1 - a

# ----

# wrong: one-sided-difference
# did: a forward difference instead of the formula, off by about 1e-6
# said: Nearly right, but only to about 5 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def sigmoid_prime(z):
    h = 1e-5
    return (sigmoid(z + h) - sigmoid(z)) / h

# ----

# wrong: central-difference
# did: numerical derivative with h = 0.01, good to five or six digits only
# said: This is a difference quotient, only an approximation: use the exact a (1 - a) (eq. 13).
# true: yes
def sigmoid_prime(z):
    h = 0.01
    return (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)

# ----

# wrong: np-gradient
# did: np.gradient over the array, which takes the index for the step
# said: np.gradient and np.diff take the differences between neighbours in the array; each z has a derivative of its own, a (1 - a).
# true: yes
def sigmoid_prime(z):
    return np.gradient(sigmoid(z))

# ----

# wrong: np-diff
# did: np.diff as in Matlab's diff, one entry is missing and numbers fail
# said: np.gradient and np.diff take the differences between neighbours in the array; each z has a derivative of its own, a (1 - a).
# true: yes
def sigmoid_prime(z):
    return np.diff(sigmoid(z)) / np.diff(z)

# ----

# wrong: dot-product
# did: multiplied with @ instead of *
# said: Your values fit this slip: the sum over the array is taken; each entry has its own value (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return a @ (1 - a)

# ----

# wrong: keras-style
# did: copied the version that expects the activation already
# said: Your values fit this slip: z stands where a = sigma(z) belongs (eq. 13).
# true: yes
def sigmoid_prime(z):
    # derivative of sigmoid, x is the output of the sigmoid
    x = z
    return x * (1.0 - x)

# ----

# wrong: returns-pair
# did: returns the activation and the derivative
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    da = a * (1 - a)
    return a, da

# ----

# wrong: saturated-to-zero
# did: set the slope to 0 beyond |z| = 5, to be "finite and 0 far out"
# said: Your result stops changing: above about z = 5.4 it is always 0, and below about z = -5.7 always 0.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return np.where(np.abs(z) > 5, 0.0, a * (1 - a))

# ----

# wrong: cosh-form
# did: 1 / (4 cosh^2(z/2)), right on paper, overflows for large |z|
# said: A number on the way grows beyond what a float can hold: rearrange the formula so that it stays small for large |z|.
# true: yes
def sigmoid_prime(z):
    return 1 / (4 * np.cosh(z / 2) ** 2)

# ----

# wrong: scaled-to-max-one
# did: dropped the maximum of 1/4 and normalised the bell to 1
# said: Your result is 4 times the expected one: a constant factor is missing or too many.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return 4 * a * (1 - a)

# ----

# wrong: print-only
# did: prints the derivative, returns None
# said: The result is printed, not returned: end with `return`.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    print(a * (1 - a))

# ----

# wrong: computed-before-return
# did: forgot the return
# said: Nothing comes back: the `return` is missing.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    slope = a * (1 - a)

# ----

# wrong: second-derivative
# did: differentiated once too often, a(1 - a)(1 - 2a)
# said: Your values fit this slip: this is the second derivative: differentiated once too often (eq. 13).
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (1 - a) * (1 - 2 * a)

# ----

# wrong: overwrites-input
# did: uses z as the buffer of the result
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sigmoid_prime(z):
    if isinstance(z, np.ndarray) and z.ndim > 0:
        z[...] = sigmoid(z)
        return z * (1 - z)
    a = sigmoid(z)
    return a * (1 - a)

# ----

# wrong: own-unsafe-sigmoid
# did: a local plain sigmoid inside the function, which warns
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid_prime(z):
    s = lambda t: 1 / (1 + np.exp(-t))
    return s(z) * (1 - s(z))

# ----

# right: two-lines
# did: a = sigmoid(z), then a(1 - a)
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (1 - a)

# ----

# right: one-line-twice
# did: sigmoid called twice in one line
def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))

# ----

# right: symmetric-product
# did: sigma(z) sigma(-z) by the symmetry
def sigmoid_prime(z):
    return sigmoid(z) * sigmoid(np.negative(z))

# ----

# right: a-minus-a-squared
# did: multiplied out
def sigmoid_prime(z):
    a = sigmoid(z)
    return a - a ** 2

# ----

# right: u-over-square
# did: the quotient with u = exp(-|z|), the slope is even in z
def sigmoid_prime(z):
    u = np.exp(-np.abs(z))
    return u / np.square(1.0 + u)

# ----

# right: tanh-half
# did: (1 - tanh^2(z/2)) / 4
def sigmoid_prime(z):
    t = np.tanh(np.true_divide(z, 2))
    return (1 - t * t) / 4

# ----

# right: np-multiply
# did: spelled out with np.multiply and np.subtract, with type hints
def sigmoid_prime(z: np.ndarray) -> np.ndarray:
    activation = sigmoid(z)
    complement = np.subtract(1.0, activation)
    derivative = np.multiply(activation, complement)
    return derivative

# ----

# wrong: uses-global-z
# did: the argument is called x, but the body uses the global z of the cell above
# said: Your result is always 0.0452, whatever goes in, but it must depend on the arguments. The result depends on a notebook variable (z) that is not an argument: a function that reads more than its arguments breaks when the notebook changes.
# true: yes
z = 3.0

def sigmoid_prime(x):
    a = sigmoid(z)
    return a * (1 - a)

# ----

# wrong: lambda-returned
# did: returns a function instead of a value
# said: A function comes back, not its value: call it, with its arguments in parentheses.
# true: yes
def sigmoid_prime(z):
    return lambda t: sigmoid(t) * (1 - sigmoid(t))

# ----

# wrong: float-cast
# did: float(...), which an array does not survive
# said: int() and float() take one number, but arrays come too: use .astype(...) on the array.
# true: yes
def sigmoid_prime(z):
    a = float(sigmoid(z))
    return a * (1 - a)

# ----

# wrong: derivative-of-wrong-sign-sigmoid
# did: sigma(z) - sigma(-z), misremembered the symmetric form
# said: Your values fit this slip: the second factor is 1 - exp(-z), not 1 - a (eq. 13).
# true: yes
def sigmoid_prime(z):
    return sigmoid(z) - sigmoid(-z)

# ----

# wrong: four-lines-returned
# did: computes lines 10 to 13 and returns the list of them
# said: A list comes back: turn it into an array with np.array.
# true: yes
def sigmoid_prime(z):
    u = np.exp(-np.abs(z))
    l10 = u / (1 + u) ** 2
    a = sigmoid(z)
    l13 = a * (1 - a)
    return [l10, l13]

# ----

# wrong: capped-below
# did: keeps the slope at least 1e-6 so that the neuron never stops learning
# said: Nearly right, but only to about 3 digits: look at np.maximum and the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def sigmoid_prime(z):
    a = sigmoid(z)
    return np.maximum(a * (1 - a), 1e-6)

# ----

# wrong: astype-int
# did: the buffer has the type of z, so integers give 0
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def sigmoid_prime(z):
    out = np.array(z)
    a = sigmoid(z)
    out[...] = a * (1 - a)
    return out

# ----

# right: docstring-and-asserts
# did: the two lines with a docstring and asserts
def sigmoid_prime(z):
    """The derivative of the sigmoid, eq. 13."""
    activation = sigmoid(z)
    slope = activation * (1.0 - activation)
    assert np.all(slope >= 0)
    assert np.all(slope <= 0.25)
    return slope

# ----

# right: cosh-safe
# did: sech form with the exponential of -|z|/2, no overflow
def sigmoid_prime(z):
    v = np.exp(-np.abs(z) / 2)
    return (v / (1 + v * v)) ** 2

# ----

# right: quarter-minus-square
# did: 1/4 - (a - 1/2)^2
def sigmoid_prime(z):
    a = sigmoid(z)
    return 0.25 - (a - 0.5) ** 2
