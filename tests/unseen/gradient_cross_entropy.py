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
# said: This is the negative gradient: the sign is flipped (eq. 26).
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
# said: Only dL/dw is returned; wanted is the pair (dL/dw, dL/db) (eq. 27).
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
# said: This uses the predicted class in place of a: the perceptron's rule (eq. 26).
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
# said: dL/dw is multiplied by w: dz/dw is x (or w and x are swapped) (eq. 26).
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
# said: dL/dw is averaged (mean) over the features: it has one entry for each weight (eq. 26).
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
