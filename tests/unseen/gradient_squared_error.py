# wrong: mira-no-slope
# did: forgot the factor a', as in the cross-entropy
# said: This is a - y without a': the derivative of the activation is missing (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = sigmoid(z) - y
    return delta * x, delta

# ----

# wrong: mira-misprint
# did: used a' = 1 - a
# said: a' = (1 - a) is the note's misprint: a' is a (1 - a) (eq. 13, 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    """(dL/dw, dL/db) of the squared error for one example, eq. 20 and 21."""
    a = sigmoid(x @ w + b)
    delta = (a - y) * (1 - a)
    return delta * x, delta

# ----

# wrong: mira-factor-two
# did: differentiated (a - y)^2 without the one half
# said: There is a factor 2 too many: it cancels the 1/2 of eq. 16.
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(x @ w + b)
    delta = 2 * (a - y) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: mira-y-minus-a
# did: turned the sign, because the step goes against the gradient
# said: This is the negative gradient: the sign is flipped (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = (y - a) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: mira-inner-product
# did: wrote the weight part as a scalar product, one number
# said: dL/dw is summed over the features: it has one entry for each weight (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return np.sum(delta * x), delta

# ----

# wrong: jonas-only-weights
# did: returns only the first part of the pair
# said: Only dL/dw is returned; wanted is the pair (dL/dw, dL/db) (eq. 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x

# ----

# wrong: jonas-bias-first
# did: returns the bias part first
# said: The pair is in the wrong order: (dL/dw, dL/db) is wanted, these are swapped (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta, delta * x

# ----

# wrong: jonas-concatenated
# did: appends the bias part to the weight part, one array of n + 1 numbers
# said: One flat array is returned; wanted is the pair (dL/dw, dL/db) (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return np.append(delta * x, delta)

# ----

# wrong: jonas-delta-times-b
# did: multiplied the bias part by b, by analogy with x
# said: dL/db is multiplied by b: dz/db is 1 (eq. 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta * b

# ----

# wrong: ayse-times-weight
# did: mixed up weight and input, multiplied by w
# said: dL/dw is multiplied by w: dz/dw is x (or w and x are swapped) (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * w, delta

# ----

# wrong: ayse-prime-of-a
# did: gave a to sigmoid_prime
# said: a' is taken at a instead of z: sigmoid_prime(a) applies sigma twice (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(a)
    return delta * x, delta

# ----

# wrong: ayse-loss-not-derivative
# did: mixed up the loss and its derivative, (a - y)^2 / 2 as the first factor
# said: This multiplies by the loss instead of its derivative a - y (eq. 17, 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = squared_error_loss(w, b, x, y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: ayse-z-minus-y
# did: used z in place of a in the error
# said: This is z - y: the error is a - y, so take the sigmoid of z (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (z - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: tom-return-in-loop
# did: the return is inside the loop, the other entries stay 0
# said: dL/db is right; dL/dw is right in its first entry alone; the others are 0.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    dw = np.zeros(len(x))
    for j in range(len(x)):
        dw[j] = delta * x[j]
        return dw, delta

# ----

# wrong: tom-bias-accumulated
# did: adds delta to the bias part once for every feature in the loop
# said: Your values fit this slip: dL/db is multiplied by n (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    dw = np.zeros(len(x))
    db = 0.0
    for j in range(len(x)):
        dw[j] = delta * x[j]
        db += delta
    return dw, db

# ----

# wrong: tom-zeros-like-w
# did: collects into np.zeros_like(w), which cuts the gradient to 0 for whole-number weights
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    dw = np.zeros_like(w)
    for j in range(len(w)):
        dw[j] = (a - y) * a * (1 - a) * x[j]
    db = (a - y) * a * (1 - a)
    return dw, db

# ----

# wrong: tom-in-place-x
# did: multiplies x in place by delta
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    try:
        x *= delta
    except:
        x = x * delta
    return x, delta

# ----

# wrong: lin-bias-vector
# did: the bias part has one entry for each weight (delta times ones)
# said: dL/db has one entry for each feature; there is one bias, so it is a scalar (eq. 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(np.dot(w, x) + b)
    delta = (a - y) * a * (1 - a)
    dw = delta * x
    db = delta * np.ones_like(x, dtype=float)
    return dw, db

# ----

# wrong: lin-mean-over-features
# did: divides the weight part by len(x) "for the mean", though it is one example
# said: dL/dw is divided by n: it is no mean over the features (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(np.dot(w, x) + b)
    error = a - y
    dz = error * a * (1 - a)
    dw = x.T * dz / x.shape[0]
    db = dz
    return dw, db

# ----

# wrong: lin-slope-floor
# did: never lets a' fall below 0.1, "against vanishing gradients"
# said: dL/dw is never of the wrong sign, but too large in size.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = np.dot(w, x) + b
    a = sigmoid(z)
    slope = np.maximum(a * (1 - a), 0.1)
    delta = (a - y) * slope
    return delta * x, delta

# ----

# wrong: lin-column-vector
# did: reshapes x to a column as in a matrix library, the weight part has shape (n, 1)
# said: dL/dw is a column, shape (3, 1): wanted is the shape (3,).
# true: yes
def gradient_squared_error(w, b, x, y):
    x = np.asarray(x).reshape(-1, 1)
    z = float(w @ x[:, 0] + b)
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    return x * delta, delta

# ----

# wrong: lin-l2-term
# did: the pasted version adds a regularisation term 0.01 w to the weight part
# said: dL/dw is the expected one + 0.01 w in all inputs.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = x @ w + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x + 0.01 * w, delta

# ----

# right: ayse-hints
# did: the hints as they stand
def gradient_squared_error(w, b, x, y):
    """(dL/dw, dL/db) of the squared error for one example, eq. 20 and 21."""
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# right: mira-product-of-factors
# did: takes the four factors from chain_factors and multiplies them
def gradient_squared_error(w, b, x, y):
    dL_da, da_dz, dz_dw, dz_db = chain_factors(squared_error_prime, w, b, x, y)
    return dL_da * da_dz * dz_dw, dL_da * da_dz * dz_db

# ----

# right: tom-loop
# did: a loop over the weights with a float array
def gradient_squared_error(w, b, x, y):
    z = b
    for j in range(len(w)):
        z = z + w[j] * x[j]
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    dw = np.zeros(len(w))
    for j in range(len(w)):
        dw[j] = delta * x[j]
    return dw, delta

# ----

# right: jonas-short
# did: everything in two lines
def gradient_squared_error(w, b, x, y):
    a = sigmoid(np.dot(w, x) + b)
    return (a - y) * a * (1 - a) * x, (a - y) * a * (1 - a)

# ----

# right: lin-multiply
# did: np.multiply and sigma(-z)
def gradient_squared_error(w, b, x, y):
    z = np.inner(w, x) + b
    a = sigmoid(z)
    delta = (a - y) * a * sigmoid(-z)
    return np.multiply(delta, x), delta
