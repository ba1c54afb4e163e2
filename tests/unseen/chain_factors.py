# wrong: mira-multiplied
# did: multiplied the factors and returned the gradient pair
# said: This is the product, the gradient; wanted are its four factors (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = loss_prime(a, y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: mira-misprint
# did: took the misprint a' = 1 - a for the second factor
# said: da/dz = (1 - a) is the note's misprint: it is a (1 - a) (eq. 13, 20).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = x @ w + b
    a = sigmoid(z)
    return loss_prime(a, y), 1 - a, x, 1

# ----

# wrong: mira-dz-dw-is-w
# did: differentiated w x with respect to x, the third factor is w
# said: dz/dw is w here: it is x (eq. 20).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), w, 1

# ----

# wrong: mira-dz-db-is-b
# did: gave b itself as the fourth factor
# said: dz/db is b here: it is 1 (eq. 21).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    """The factors (dL/da, da/dz, dz/dw, dz/db) of eq. 20 to 22."""
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), a * (1 - a), x, b

# ----

# wrong: jonas-fixed-loss
# did: wrote a - y for the first factor and ignored loss_prime
# said: dL/da ignores loss_prime: a - y is right for the squared error alone (eq. 17, 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return a - y, sigmoid_prime(z), x, 1

# ----

# wrong: jonas-function-not-called
# did: returns the function loss_prime and does not call it
# said: The function loss_prime itself comes back for dL/da: call it, as loss_prime(a, y), to get a number.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    return loss_prime, sigmoid_prime(z), x, 1.0

# ----

# wrong: jonas-dict
# did: returns a dictionary with names, like a JSON object
# said: A dict comes back: return the values themselves, separated by commas and in the order given, which makes a tuple (a pair for two).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return {"dL/da": loss_prime(a, y), "da/dz": sigmoid_prime(z), "dz/dw": x, "dz/db": 1}

# ----

# wrong: jonas-only-three
# did: forgot the fourth factor, "it is only 1"
# said: Only three factors are returned: dz/db is missing (eq. 21).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x

# ----

# wrong: ayse-prime-of-a
# did: fell into hint 2's trap, sigmoid_prime of a
# said: a' is taken at a instead of z: sigmoid_prime(a) applies sigma twice (eq. 20).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(a), x, 1

# ----

# wrong: ayse-loss-prime-of-z
# did: gave z to loss_prime
# said: loss_prime gets something outside [0, 1] for a: it wants the activation a = sigmoid(z), not z, as loss_prime(a, y).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    return loss_prime(z, y), sigmoid_prime(z), x, 1

# ----

# wrong: ayse-arguments-swapped
# did: called loss_prime(y, a), label first
# said: loss_prime gets something that is no label for y: call it as loss_prime(a, y), in this order (are a and y swapped?).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(y, a), sigmoid_prime(z), x, 1

# ----

# wrong: ayse-activation-as-factor
# did: mixed up value and derivative, returns a itself as the second factor
# said: da/dz is a itself here: it is a (1 - a) (eq. 13).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), a, x, 1

# ----

# wrong: ayse-weights-last-order
# did: put the bias factor before the weight factor
# said: dz/dw and dz/db are in the wrong order: swapped (eq. 20, 21).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    dz_db = 1
    dz_dw = x
    return loss_prime(a, y), sigmoid_prime(z), dz_db, dz_dw

# ----

# wrong: tom-loop-last-entry
# did: loops over x and overwrites the third factor, so only the last entry is left
# said: dz/dw is one number where one for each weight is wanted, (3,): is something summed, averaged or indexed?
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = b
    for j in range(len(w)):
        z = z + w[j] * x[j]
    a = sigmoid(z)
    for j in range(len(x)):
        dz_dw = x[j]
    return loss_prime(a, y), sigmoid_prime(z), dz_dw, 1

# ----

# wrong: tom-ones-for-bias
# did: gives one 1 for each weight as the fourth factor
# said: dz/db is an array, shape (3,), where one number is wanted.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    dz_db = np.ones(len(w))
    return loss_prime(a, y), sigmoid_prime(z), x, dz_db

# ----

# wrong: tom-if-loss-name
# did: if/else on which of the two known losses it is, anything else gives 0
# said: da/dz, dz/dw and dz/db are right; dL/da is wrong: it is loss_prime at the activation a and the label y, in this order.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    if loss_prime == squared_error_prime:
        first = a - y
    elif loss_prime == cross_entropy_prime:
        first = -y / a + (1 - y) / (1 - a)
    else:
        first = 0
    return first, sigmoid_prime(z), x, 1

# ----

# wrong: tom-forgot-bias-forward
# did: leaves b out when going forward
# said: The bias b is missing in z = w . x + b (eq. 3).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = 0
    for w_j, x_j in zip(w, x):
        z += w_j * x_j
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: lin-wx-elementwise
# did: pasted code with z = w * x + b elementwise, so all factors are vectors
# said: dL/da is an array, shape (3,), where one number is wanted.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = w * x + b
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1.0

# ----

# wrong: lin-flat-array
# did: packs the factors into one flat array with np.hstack
# said: Wanted are the four factors one by one, a tuple: they are not multiplied, and not joined in one flat array.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = np.dot(w, x) + b
    a = sigmoid(z)
    return np.hstack([loss_prime(a, y), sigmoid_prime(z), x, 1.0])

# ----

# wrong: lin-clipped-activation
# did: clips a to [0.05, 0.95] before the derivatives, "to avoid saturation"
# said: dz/dw and dz/db are right; dL/da is wrong: it is loss_prime at the activation a and the label y, in this order; da/dz is wrong: it is a' = sigma'(z) = a (1 - a), eq. 13.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = np.clip(sigmoid(z), 0.05, 0.95)
    return loss_prime(a, y), a * (1 - a), x, 1.0

# ----

# wrong: lin-batch-row
# did: turns x into a batch of one, the numbers come out with shape (1,) and x as (1, n)
# said: dL/da is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    x = np.atleast_2d(x)
    z = x @ w + b
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, np.ones(1)

# ----

# right: ayse-hints
# did: forward, then the four factors
def chain_factors(loss_prime, w, b, x, y):
    """The factors (dL/da, da/dz, dz/dw, dz/db) of eq. 20 to 22."""
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# right: mira-named-derivatives
# did: every factor in a variable with its name
def chain_factors(loss_prime, w, b, x, y):
    z = x @ w + b
    a = sigmoid(z)
    dL_da = loss_prime(a, y)
    da_dz = a * (1 - a)
    dz_dw = x
    dz_db = 1.0
    return (dL_da, da_dz, dz_dw, dz_db)

# ----

# right: tom-loop-forward
# did: a loop for z, the rest with the functions
def chain_factors(loss_prime, w, b, x, y):
    z = b
    for j in range(len(w)):
        z = z + w[j] * x[j]
    a = sigmoid(z)
    first = loss_prime(a, y)
    second = sigmoid_prime(z)
    third = np.zeros(len(x))
    for j in range(len(x)):
        third[j] = x[j]
    fourth = 1
    return first, second, third, fourth

# ----

# right: jonas-dot
# did: np.dot and a copy of x
def chain_factors(loss_prime, w, b, x, y):
    z = np.dot(w, x) + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), np.copy(x), 1

# ----

# right: lin-symmetry
# did: a' as sigma(z) sigma(-z), x as a float array
def chain_factors(loss_prime, w, b, x, y):
    z = float(np.dot(w, x) + b)
    a = sigmoid(z)
    return loss_prime(a, y), a * sigmoid(-z), np.array(x, dtype=float), 1.0
