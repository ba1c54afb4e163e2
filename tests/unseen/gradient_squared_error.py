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
# said: Your values fit this slip: there is a factor 2 too many (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(x @ w + b)
    delta = 2 * (a - y) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: mira-y-minus-a
# did: turned the sign, because the step goes against the gradient
# said: Your values fit this slip: y - a stands where a - y belongs: the sign is flipped (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = (y - a) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: mira-inner-product
# did: wrote the weight part as a scalar product, one number
# said: Your values fit this slip: dL/dw is summed over the features; it has one entry for each weight (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return np.sum(delta * x), delta

# ----

# wrong: jonas-only-weights
# did: returns only the first part of the pair
# said: One thing is returned, expected is the pair: two results, separated by a comma.
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
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return np.append(delta * x, delta)

# ----

# wrong: jonas-delta-times-b
# did: multiplied the bias part by b, by analogy with x
# said: Your values fit this slip: dL/db is multiplied by b, but dz/db is 1 (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta * b

# ----

# wrong: ayse-times-weight
# did: mixed up weight and input, multiplied by w
# said: Your values fit this slip: dL/dw is multiplied by w, not by x (eq. 20 and 21).
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
# said: Your values fit this slip: the loss stands where its derivative a - y belongs (eq. 20 and 21).
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
# said: Your values fit this slip: dL/db has one entry for each feature; there is one bias (eq. 20 and 21).
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
# said: Your values fit this slip: dL/dw is divided by n (eq. 20 and 21).
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
# said: dL/dw is a column, shape (2, 1): wanted is the shape (2,).
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

# ----

# wrong: no-a-prime
# did: left out a', so the gradient of the cross-entropy
# said: This is a - y without a': the derivative of the activation is missing (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = a - y
    return delta * x, delta

# ----

# wrong: misprint
# did: a' = 1 - a as in the note
# said: a' = (1 - a) is the note's misprint: a' is a (1 - a) (eq. 13, 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = (a - y) * (1 - a)
    return delta * x, delta

# ----

# wrong: sign
# did: y - a, the wrong sign
# said: Your values fit this slip: y - a stands where a - y belongs: the sign is flipped (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (y - sigmoid(z)) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: sigmoid-prime-of-a
# did: gave a to sigmoid_prime
# said: a' is taken at a instead of z: sigmoid_prime(a) applies sigma twice (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = (a - y) * sigmoid_prime(a)
    return delta * x, delta

# ----

# wrong: sum-in-w
# did: dot product for the w part, so it is a number
# said: Your values fit this slip: dL/dw is summed over the features; it has one entry for each weight (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return np.sum(delta * x), delta

# ----

# wrong: bias-times-x
# did: the factor x in the bias part as well
# said: Your values fit this slip: dL/db is multiplied by x, but dz/db is 1 (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta * x

# ----

# wrong: bias-times-b
# did: multiplied the bias part by b
# said: Your values fit this slip: dL/db is multiplied by b, but dz/db is 1 (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta * b

# ----

# wrong: times-w
# did: w in place of x
# said: Your values fit this slip: dL/dw is multiplied by w, not by x (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * w, delta

# ----

# wrong: order-swapped
# did: the bias part first
# said: The pair is in the wrong order: (dL/dw, dL/db) is wanted, these are swapped (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta, delta * x

# ----

# wrong: two-times
# did: a factor 2 too many
# said: Your values fit this slip: there is a factor 2 too many (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = 2 * (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: half-remains
# did: the one half still there
# said: Your values fit this slip: there is a factor 1/2 too many (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = 0.5 * (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: loss-squared
# did: used the squared difference instead of its derivative
# said: Your values fit this slip: the loss stands where its derivative a - y belongs (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) ** 2 / 2 * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: z-minus-y
# did: z - y, forgot the sigmoid (linear regression)
# said: This is z - y: the error is a - y, so take the sigmoid of z (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (z - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: linear-regression
# did: gradient of linear regression, no sigmoid at all
# said: Your values fit two slips at once: z stands where a = sigma(z) belongs; and the factor a' is missing (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    error = np.dot(w, x) + b - y
    return error * x, error

# ----

# wrong: no-bias-in-z
# did: z without the bias
# said: Your values fit this slip: the bias b is missing in z = w . x + b (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = w @ x
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: only-dw
# did: returns the w part only
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    return (sigmoid(z) - y) * sigmoid_prime(z) * x

# ----

# wrong: one-long-array
# did: appended the bias part to the w part
# said: One thing is returned, expected is the pair: two results, separated by a comma.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return np.append(delta * x, delta)

# ----

# wrong: db-as-array
# did: the bias part as array of length 1
# said: dL/db is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, np.array([delta])

# ----

# wrong: column
# did: w part as a column, shape (n, 1)
# said: dL/dw is a column, shape (2, 1): wanted is the shape (2,).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return (delta * x).reshape(-1, 1), delta

# ----

# wrong: step-included
# did: returned the updated parameters with a learning rate of 0.1
# said: dL/dw is -0.1 the expected one + w in all inputs.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    eta = 0.1
    return w - eta * delta * x, b - eta * delta

# ----

# wrong: factors-unmultiplied
# did: returned what chain_factors gives, four things
# said: Wanted is the pair: multiply the factors of the chain together, once for dL/dw and once for dL/db, and return these two products alone.
# true: yes
def gradient_squared_error(w, b, x, y):
    return chain_factors(squared_error_prime, w, b, x, y)

# ----

# wrong: unpack-order
# did: unpacked the factors of chain_factors in the wrong order, so the bias part has x in place of a'
# said: dL/db is an array, shape (2,), where one number is wanted.
# true: yes
def gradient_squared_error(w, b, x, y):
    dl, dz_dw, da, dz_db = chain_factors(squared_error_prime, w, b, x, y)
    return dl * da * dz_dw, dl * da * dz_db

# ----

# wrong: cross-entropy-prime
# did: copied and left cross_entropy_prime in it
# said: cross_entropy_prime is the slope of the other loss: dL/da of the squared error is a - y, squared_error_prime (eq. 17, 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    dl, da, dw, db = chain_factors(cross_entropy_prime, w, b, x, y)
    return dl * da * dw, dl * da * db

# ----

# wrong: a-prime-squared
# did: a' counted twice
# said: Your values fit this slip: the factor a' is there twice (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    dl, da, dw, db = chain_factors(squared_error_prime, w, b, x, y)
    delta = dl * da * sigmoid_prime(pre_activation(w, x, b))
    return delta * dw, delta * db

# ----

# wrong: bias-one
# did: returns dz/db = 1 for the bias part
# said: dL/db is 1, which is only its last factor dz/db (eq. 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    dl, da, dw, db = chain_factors(squared_error_prime, w, b, x, y)
    return dl * da * dw, db

# ----

# wrong: x-in-place
# did: x *= delta overwrites the features
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    x *= delta
    return x, delta

# ----

# wrong: first-weight-only
# did: number for w as in the one-dimensional figure
# said: Your values fit two slips at once: z has only the first feature; and dL/dw is that of the first weight alone; it has one entry for each weight (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = w[0] * x[0] + b
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    return delta * x[0], delta

# ----

# wrong: precedence
# did: forgot the parentheses around a - y
# said: Parentheses around a - y are missing: a - y * a' multiplies y alone by a' (eq. 20).
# true: yes
def gradient_squared_error(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    delta = a - y * a * (1 - a)
    return delta * x, delta

# ----

# right: delta
# did: delta as in hint 2
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# right: a-only
# did: a(1 - a) from a
def gradient_squared_error(w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    d = (a - y) * a * (1 - a)
    return d * x, d

# ----

# right: via-chain-factors
# did: multiplies the own chain factors
def gradient_squared_error(w, b, x, y):
    dL_da, da_dz, dz_dw, dz_db = chain_factors(squared_error_prime, w, b, x, y)
    return dL_da * da_dz * dz_dw, dL_da * da_dz * dz_db

# ----

# right: loop-over-weights
# did: a zero array filled in a loop
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    aprime = sigmoid_prime(z)
    n = len(w)
    dw = np.zeros(n)
    for j in range(n):
        dw[j] = (a - y) * aprime * x[j]
    db = (a - y) * aprime
    return dw, db

# ----

# right: backprop-style
# did: backward pass from right to left with names
def gradient_squared_error(w, b, x, y):
    # forward
    z = np.dot(w, x) + b
    a = sigmoid(z)
    # backward
    da = squared_error_prime(a, y)
    dz = da * sigmoid_prime(z)
    dw = dz * x
    db = dz * 1.0
    return dw, db

# ----

# right: minus-minus
# did: residual y - a with a minus in front
def gradient_squared_error(w, b, x, y):
    a = sigmoid(w @ x + b)
    g = -(y - a) * (a - a * a)
    return np.multiply(g, x), g

# ----

# wrong: hand-unpack-three
# did: unpacks four factors into three names
# said: Something is taken apart into the wrong number of names: gradient returns two values, and zip(X, y) gives pairs.
# true: yes
def gradient_squared_error(w, b, x, y):
    dl, da, dz = chain_factors(squared_error_prime, w, b, x, y)
    return dl * da * dz, dl * da

# ----

# wrong: list-pair
# did: the w part is a Python list
# said: A list comes back: turn it into an array with np.array.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return [delta * x_j for x_j in x], delta

# ----

# wrong: one-sided-numeric
# did: forward differences with h = 1e-3 instead of the formula
# said: Nearly right, but only to about 2 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def gradient_squared_error(w, b, x, y):
    h = 1e-3
    f0 = squared_error_loss(w, b, x, y)
    dw = np.array([(squared_error_loss(w + h * e, b, x, y) - f0) / h for e in np.eye(len(w))])
    db = (squared_error_loss(w, b + h, x, y) - f0) / h
    return dw, db

# ----

# wrong: y-as-one-minus
# did: confused y with 1 - y in the error
# said: Your values fit this slip: 1 - y stands where y belongs (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = (a - (1 - y)) * a * (1 - a)
    return delta * x, delta

# ----

# wrong: mean-over-features
# did: divides the w part by the number of features
# said: Your values fit this slip: dL/dw is divided by n (eq. 20 and 21).
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x / len(x), delta

# ----

# wrong: loop-last-weight-missing
# did: the loop stops one short, the last entry stays 0
# said: dL/db is right; dL/dw is right except for its last entry, which is 0.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    dw = np.zeros(len(x))
    for j in range(len(x) - 1):
        dw[j] = delta * x[j]
    return dw, delta

# ----

# wrong: int-buffer
# did: fills np.zeros_like(x), which for whole-number features cuts to 0
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    dw = np.zeros_like(x)
    for j in range(len(x)):
        dw[j] = delta * x[j]
    return dw, delta

# ----

# right: extended-vector
# did: bias as an extra feature 1, split at the end
def gradient_squared_error(w, b, x, y):
    x1 = np.append(x, 1.0)
    a = sigmoid(np.append(w, b) @ x1)
    g = (a - y) * a * (1 - a) * x1
    return g[:-1], g[-1]

# ----

# right: helper-delta
# did: delta in a helper function
def _delta(w, b, x, y):
    z = pre_activation(w, x, b)
    return squared_error_prime(sigmoid(z), y) * sigmoid_prime(z)

def gradient_squared_error(w, b, x, y):
    return _delta(w, b, x, y) * x, _delta(w, b, x, y)
