# wrong: mira-slope-still-there
# did: kept the factor a', the gradient of the squared error
# said: There is an extra a': in the cross-entropy it cancels (this is the gradient of the squared error) (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: mira-eq-24
# did: computes line (24) without cancelling, divides by 0 where a is rounded to 1
# said: infinity divided by infinity, or 0 by 0, is computed, and that is nan.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = (-y / a + (1 - y) / (1 - a)) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: mira-descent-sign
# did: y - a, the direction of the step and not the gradient
# said: Your values fit this slip: y - a stands where a - y belongs: the sign is flipped (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(x @ w + b)
    return (y - a) * x, y - a

# ----

# wrong: mira-bias-is-one
# did: gives dz/db = 1 as the bias part, forgot to multiply by a - y
# said: dL/db is 1, which is only its last factor dz/db (eq. 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(x @ w + b)
    return (a - y) * x, 1.0

# ----

# wrong: mira-eq-25-slip
# did: slip in multiplying out, -y(1 - a) + (1 - y) became -y + a + 2 y a
# said: Right elsewhere, it is wrong only for y = 1: look at the term that y = 1 selects.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    # -y + ya + a - ya ...
    delta = -y + y * a + a + y * a
    return delta * x, delta

# ----

# wrong: jonas-loss-prime-only
# did: used cross_entropy_prime as delta, forgot da/dz
# said: This divides by a' (it is dL/da): multiplied by a' the two cancel (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = cross_entropy_prime(a, y)
    return delta * x, delta

# ----

# wrong: jonas-one-return
# did: only the weight part is returned
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    grad = (a - y) * x
    return grad

# ----

# wrong: jonas-calls-other
# did: calls gradient_squared_error, "same as in the squared error" says hint 3
# said: There is an extra a': in the cross-entropy it cancels (this is the gradient of the squared error) (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    return gradient_squared_error(w, b, x, y)

# ----

# wrong: jonas-pair-swapped
# did: returns (dL/db, dL/dw)
# said: The pair is in the wrong order: (dL/dw, dL/db) is wanted, these are swapped (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    db = a - y
    dw = db * x
    return db, dw

# ----

# wrong: ayse-predicted-class
# did: used predict(a), the class, in place of a
# said: Your values fit this slip: the predicted class stands where a belongs (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    a = np.where(sigmoid(z) >= 0.5, 1, 0)
    delta = a - y
    return delta * x, delta

# ----

# wrong: ayse-z-not-a
# did: mixed up weighted input and activation, delta = z - y
# said: This is z - y: the error is a - y, so take the sigmoid of z (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = z - y
    return delta * x, delta

# ----

# wrong: ayse-weight-not-input
# did: multiplied by the weight vector
# said: Your values fit this slip: dL/dw is multiplied by w, not by x (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    """(dL/dw, dL/db) of the cross-entropy for one example, eq. 26 and 27."""
    z = pre_activation(w, x, b)
    delta = sigmoid(z) - y
    return delta * w, delta

# ----

# wrong: ayse-loss-times-input
# did: mixed up loss and derivative, multiplied the loss by the input
# said: This multiplies by the loss instead of its derivative (eq. 22).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    loss = cross_entropy_loss(w, b, x, y)
    return loss * x, loss

# ----

# wrong: tom-try-zero-division
# did: chain product in a try, in the except 0 (numpy only warns, so the nan goes through)
# said: Where the neuron is saturated, a or 1 - a rounds away: the division by it and a' lose all their digits. Cancel them on paper first (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    try:
        delta = cross_entropy_prime(a, y) * sigmoid_prime(z)
    except ZeroDivisionError:
        delta = 0
    return delta * x, delta

# ----

# wrong: tom-if-saturated-zero
# did: if a is 0 or 1 the gradient is set to 0, also for the wrong neuron
# said: Right for moderate z, as the cell before shows; wrong where |z| is large: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    if a < 1e-10 or a > 1 - 1e-10:
        delta = 0.0
    else:
        delta = cross_entropy_prime(a, y) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: tom-only-label-one
# did: an if for label 1, and an else that sets delta to 1 and forgets the activation
# said: Right elsewhere, it is wrong only for y = 0: look at the term that y = 0 selects.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    if y == 1:
        delta = a - 1
    else:
        delta = 1
    dw = np.zeros(len(x))
    for j in range(len(x)):
        dw[j] = delta * x[j]
    return dw, delta

# ----

# wrong: tom-buffer-like-x
# did: fills np.zeros_like(x), an integer array when the inputs are whole numbers
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    dw = np.zeros_like(x)
    for j in range(len(x)):
        dw[j] = (a - y) * x[j]
    return dw, a - y

# ----

# wrong: lin-eps-chain
# did: chain product with 1e-12 added to the denominators, for a saturated neuron the force vanishes
# said: Right for moderate z, as the cell before shows; wrong where |z| is large: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    eps = 1e-12
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    dL_da = -y / (a + eps) + (1 - y) / (1 - a + eps)
    delta = dL_da * a * (1 - a)
    return delta * x, delta

# ----

# wrong: lin-clip-z
# did: clips z to [-10, 10], the error is off by up to 5e-5 far out
# said: z is clipped to +-10, which changes the answer where the neuron is saturated (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = np.clip(pre_activation(w, x, b), -10, 10)
    delta = sigmoid(z) - y
    return delta * x, delta

# ----

# wrong: lin-own-plain-sigmoid
# did: pasted its own sigmoid 1/(1 + exp(-z)), which overflows with a warning
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = np.dot(w, x) + b
    a = 1.0 / (1.0 + np.exp(-z))
    return (a - y) * x, a - y

# ----

# wrong: lin-clip-gradient-norm
# did: rescales the weight part to length 1 at most (gradient clipping)
# said: dL/db is right; dL/dw is wrong: its last factor is dz/dw = x, eq. 26.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(np.dot(w, x) + b)
    dw, db = (a - y) * x, a - y
    norm = np.linalg.norm(dw)
    if norm > 1.0:
        dw = dw / norm
    return dw, db

# ----

# wrong: lin-mean-reduction
# did: applies .mean() to the bias part and the weight part, as for a batch
# said: Your values fit this slip: dL/dw is averaged over the features; it has one entry for each weight (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = np.atleast_1d(sigmoid(np.dot(w, x) + b) - y)
    dw = np.mean(delta * x)
    db = np.mean(delta)
    return dw, db

# ----

# right: ayse-hint-three
# did: delta = a - y, as in the squared error
def gradient_cross_entropy(w, b, x, y):
    """(dL/dw, dL/db) of the cross-entropy for one example, eq. 26 and 27."""
    delta = sigmoid(pre_activation(w, x, b)) - y
    return delta * x, delta

# ----

# right: jonas-dot
# did: np.dot, no name for delta
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(np.dot(x, w) + b)
    return (a - y) * x, a - y

# ----

# right: tom-loop
# did: a loop over the features with a float array
def gradient_cross_entropy(w, b, x, y):
    z = b
    for j in range(len(w)):
        z = z + w[j] * x[j]
    error = sigmoid(z) - y
    dw = np.zeros(len(x))
    for j in range(len(x)):
        dw[j] = error * x[j]
    db = error
    return dw, db

# ----

# right: mira-cases
# did: by label, -sigma(-z) for label 1 and sigma(z) for label 0, exact to the last digit
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    if y == 1:
        delta = -sigmoid(-z)
    else:
        delta = sigmoid(z)
    return delta * x, delta

# ----

# right: lin-asarray
# did: float arrays first, np.multiply for the weight part
def gradient_cross_entropy(w, b, x, y):
    w = np.asarray(w, dtype=float)
    x = np.asarray(x, dtype=float)
    delta = sigmoid(w @ x + b) - y
    return np.multiply(delta, x), delta

# ----

# wrong: chain-uncancelled
# did: multiplied the chain factors, divides by 0 where a is rounded to 1
# said: Where the neuron is saturated, a or 1 - a rounds away: the division by it and a' lose all their digits. Cancel them on paper first (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = cross_entropy_prime(a, y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: via-chain-factors
# did: the product of chain_factors, nan for saturated neurons
# said: Where the neuron is saturated, a or 1 - a rounds away: the division by it and a' lose all their digits. Cancel them on paper first (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    f1, f2, f3, f4 = chain_factors(cross_entropy_prime, w, b, x, y)
    return f1 * f2 * f3, f1 * f2 * f4

# ----

# wrong: a-prime-still-there
# did: copied the squared error and left a' in it
# said: There is an extra a': in the cross-entropy it cancels (this is the gradient of the squared error) (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: sign
# did: y - a
# said: Your values fit this slip: y - a stands where a - y belongs: the sign is flipped (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = y - a
    return delta * x, delta

# ----

# wrong: only-loss-prime
# did: forgot a' altogether and used the derivative in a
# said: This divides by a' (it is dL/da): multiplied by a' the two cancel (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = cross_entropy_prime(a, y)
    return delta * x, delta

# ----

# wrong: clipped-a
# did: clipped a to [0.001, 0.999] before taking the product
# said: a is clipped to [0.001, 1 - 0.001], which changes the answer where the neuron is saturated (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = np.clip(sigmoid(pre_activation(w, x, b)), 0.001, 0.999)
    delta = (-y / a + (1 - y) / (1 - a)) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: eps-in-denominator
# did: 1e-10 in the denominators, so a saturated neuron gets gradient 0
# said: Nearly right, but only to about 8 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = (a - y) / (a * (1 - a) + 1e-10) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: nan-to-zero
# did: turned the nan of the saturated neuron into 0
# said: Where the neuron is saturated, a or 1 - a rounds away: the division by it and a' lose all their digits. Cancel them on paper first (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    with np.errstate(all="ignore"):
        delta = np.nan_to_num((-np.divide(y, a) + np.divide(1 - y, 1 - a)) * sigmoid_prime(z))
    return delta * x, delta

# ----

# wrong: zeros-when-rounded
# did: tests for a rounded to 0 or 1 and returns zeros there, to avoid the division by zero
# said: Where the neuron is saturated, a or 1 - a rounds away: the division by it and a' lose all their digits. Cancel them on paper first (eq. 24 to 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    if a == 0 or a == 1:
        return np.zeros(len(w)), 0.0
    delta = (a - y) / (a * (1 - a)) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: prediction-minus-y
# did: used the predicted class instead of the activation
# said: Your values fit this slip: the predicted class stands where a belongs (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    c = 1 if a >= 0.5 else 0
    return (c - y) * x, c - y

# ----

# wrong: z-minus-y
# did: z - y without the sigmoid
# said: This is z - y: the error is a - y, so take the sigmoid of z (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = pre_activation(w, x, b) - y
    return delta * x, delta

# ----

# wrong: bias-with-x
# did: the bias part also times x
# said: Your values fit this slip: dL/db is multiplied by x, but dz/db is 1 (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return delta * x, delta * x

# ----

# wrong: dot-in-w
# did: delta @ x summed to a number
# said: Your values fit this slip: dL/dw is summed over the features; it has one entry for each weight (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return np.sum(np.dot(delta, x)), delta

# ----

# wrong: order
# did: bias first, weights second
# said: The pair is in the wrong order: (dL/dw, dL/db) is wanted, these are swapped (eq. 26).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(w @ x + b) - y
    db = delta
    dw = delta * x
    return db, dw

# ----

# wrong: times-w
# did: multiplied by w instead of x
# said: Your values fit this slip: dL/dw is multiplied by w, not by x (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(w @ x + b) - y
    return delta * w, delta

# ----

# wrong: no-x
# did: forgot the factor x
# said: Your values fit this slip: dL/dw is not multiplied by x (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(w @ x + b) - y
    return delta, delta

# ----

# wrong: wrong-arg-order
# did: pre_activation(w, b, x): x and b are swapped
# said: A function gets b where it wants w, or the other way round: the order of its arguments is (w, b, x, y), and w is (n,) while b is a scalar.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, b, x))
    return (a - y) * x, a - y

# ----

# wrong: unsafe-sigmoid
# did: own plain sigmoid, which overflows with a warning
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = 1 / (1 + np.exp(-(w @ x + b)))
    return (a - y) * x, a - y

# ----

# wrong: half-factor
# did: a one half left over from the other loss
# said: Your values fit this slip: there is a factor 1/2 too many (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = (sigmoid(pre_activation(w, x, b)) - y) / 2
    return delta * x, delta

# ----

# wrong: one-array
# did: np.concatenate into one vector
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return np.concatenate([delta * x, [delta]])

# ----

# wrong: bias-length-one
# did: db has shape (1,)
# said: dL/db is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = np.atleast_1d(sigmoid(pre_activation(w, x, b)) - y)
    return delta * x, delta

# ----

# wrong: outer-matrix
# did: np.outer, the w part has shape (1, n)
# said: dL/dw has a dimension too many, shape (1, 2): wanted is (2,).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return np.outer(delta, x), delta

# ----

# wrong: line-25-slip
# did: slip while multiplying out, y(1 - a) + (1 - y)a
# said: Your values fit this slip: the sign of a - y is lost (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = y * (1 - a) + (1 - y) * a
    return delta * x, delta

# ----

# wrong: a-prime-is-one-minus-a
# did: cancelled with the misprinted a' = 1 - a
# said: This uses the misprint a' = (1 - a): with a' = a (1 - a) both denominators cancel (eq. 24).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    with np.errstate(all="ignore"):
        delta = -y * (1 - a) / a + (1 - y)
    return delta * x, delta

# ----

# wrong: numerical-loss
# did: a forward difference of cross_entropy_loss, h = 1e-4, off in the fifth digit
# said: Nearly right, but only to about 3 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    h = 1e-4
    base = cross_entropy_loss(w, b, x, y)
    dw = np.array([(cross_entropy_loss(w + h * e, b, x, y) - base) / h for e in np.eye(len(w))])
    db = (cross_entropy_loss(w, b + h, x, y) - base) / h
    return dw, db

# ----

# wrong: forgot-return
# did: the return is missing
# said: Nothing comes back: the `return` is missing.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    dw = (a - y) * x
    db = a - y

# ----

# wrong: global-delta
# did: uses a variable delta that is not defined in the function
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    return delta * x, delta

# ----

# wrong: overwrites-x
# did: multiplies x in place
# said: Something changes the caller's array in place: work on a copy, as np.array(w, dtype=float).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    np.multiply(x, a - y, out=x, casting="unsafe")
    return x, a - y

# ----

# right: a-minus-y
# did: delta = a - y
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = a - y
    return delta * x, delta

# ----

# right: one-line-each
# did: two expressions, activation computed twice
def gradient_cross_entropy(w, b, x, y):
    dw = (sigmoid(pre_activation(w, x, b)) - y) * x
    db = sigmoid(pre_activation(w, x, b)) - y
    return dw, db

# ----

# right: list-comp
# did: w part from a list comprehension over the features
def gradient_cross_entropy(w, b, x, y):
    err = sigmoid(np.dot(w, x) + b) - y
    return np.array([err * x_j for x_j in x]), err

# ----

# right: by-label
# did: two cases of the label, -sigma(-z) for y = 1
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    if y == 1:
        delta = -sigmoid(-z)
    else:
        delta = sigmoid(z)
    return delta * x, delta

# ----

# right: extended-vector
# did: bias as an extra feature 1, split again at the end
def gradient_cross_entropy(w, b, x, y):
    x1 = np.append(x, 1.0)
    w1 = np.append(w, b)
    g = (sigmoid(w1 @ x1) - y) * x1
    return g[:-1], g[-1]

# ----

# right: prealloc-loop
# did: zeros and a for loop like in C++
def gradient_cross_entropy(w, b, x, y):
    n = x.shape[0]
    z = b
    for j in range(n):
        z = z + w[j] * x[j]
    delta = float(sigmoid(z)) - y
    grad_w = np.zeros(n)
    for j in range(n):
        grad_w[j] = delta * x[j]
    return grad_w, delta

# ----

# wrong: left-formula-commented
# did: the return is commented out by mistake
# said: Nothing comes back: the `return` is missing.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = a - y
    # return delta * x, delta

# ----

# wrong: reuse-squared-divide
# did: divides the gradient of the squared error by a', 0/0 when saturated
# said: infinity divided by infinity, or 0 by 0, is computed, and that is nan.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    dw, db = gradient_squared_error(w, b, x, y)
    s = sigmoid_prime(pre_activation(w, x, b))
    return dw / s, db / s

# ----

# wrong: small-eps-slope
# did: product of the factors with a clipped by 1e-15 but the true slope, 0 when saturated
# said: Right for moderate z, as the cell before shows; wrong where |z| is large: look at np.clip and the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    z = pre_activation(w, x, b)
    a = np.clip(sigmoid(z), 1e-15, 1 - 1e-15)
    delta = (-y / a + (1 - y) / (1 - a)) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: abs-error
# did: the size |a - y|, without the sign
# said: Your values fit this slip: the sign of a - y is lost (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = abs(sigmoid(pre_activation(w, x, b)) - y)
    return delta * x, delta

# ----

# wrong: weights-mean
# did: divides the w part by n
# said: Your values fit this slip: dL/dw is divided by n (eq. 26 and 27).
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return delta * x / len(w), delta

# ----

# wrong: l2-penalty
# did: adds 0.01 w, a regularisation from a tutorial
# said: dL/dw is the expected one + 0.01 w in all inputs.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(np.dot(w, x) + b) - y
    return delta * x + 0.01 * w, delta

# ----

# wrong: list-result
# did: the pair put into np.array(...), which is ragged
# said: Things of unlike shapes are packed into one array, as in np.array or np.mean of pairs: take the pairs apart first, dL/dw and dL/db each for itself.
# true: yes
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(np.dot(w, x) + b) - y
    return np.array([delta * x, delta])

# ----

# right: line-25
# did: line (25) left as it is, no division in it
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = -y * (1 - a) + (1 - y) * a
    return delta * x, delta

# ----

# right: np-where-label
# did: a for y = 0, -(1 - a) for y = 1, with docstring
def gradient_cross_entropy(w, b, x, y):
    """(dL/dw, dL/db) of the cross-entropy for one example, eq. 26 and 27."""
    a = sigmoid(x @ w + b)
    error = a if y == 0 else -(1 - a)
    grad_w = np.multiply(error, x)
    grad_b = error
    return grad_w, grad_b
