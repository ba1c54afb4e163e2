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
# said: Your values fit this slip: dz/dw is w; it is x (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), w, 1

# ----

# wrong: mira-dz-db-is-b
# did: gave b itself as the fourth factor
# said: Your values fit this slip: dz/db is b; it is 1 (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    """The factors (dL/da, da/dz, dz/dw, dz/db) of eq. 20 to 22."""
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), a * (1 - a), x, b

# ----

# wrong: jonas-fixed-loss
# did: wrote a - y for the first factor and ignored loss_prime
# said: Your values fit this slip: dL/da ignores loss_prime: a - y is right for the squared error alone (eq. 20 to 22).
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
# said: Your values fit this slip: a stands where da/dz = a (1 - a) belongs (eq. 20 to 22).
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
# said: dz/dw is one number where one for each weight is wanted, (2,): is something summed, averaged or indexed?
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
# said: dz/db is an array, shape (2,), where one number is wanted.
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
# said: Your values fit this slip: the bias b is missing in z = w . x + b (eq. 20 to 22).
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
# said: dL/da is an array, shape (2,), where one number is wanted.
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

# ----

# wrong: multiplied
# did: multiplied the factors and returned the gradient
# said: This is the product, the gradient; wanted are its four factors (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    delta = loss_prime(a, y) * sigmoid_prime(z)
    return delta * x, delta

# ----

# wrong: loss-prime-of-z
# did: gave z to loss_prime instead of a
# said: loss_prime gets something outside [0, 1] for a: it wants the activation a = sigmoid(z), not z, as loss_prime(a, y).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    return loss_prime(z, y), sigmoid_prime(z), x, 1

# ----

# wrong: sigmoid-prime-of-a
# did: gave a to sigmoid_prime instead of z
# said: a' is taken at a instead of z: sigmoid_prime(a) applies sigma twice (eq. 20).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(pre_activation(w, x, b))
    return loss_prime(a, y), sigmoid_prime(a), x, 1

# ----

# wrong: w-as-third
# did: took w for dz/dw
# said: Your values fit this slip: dz/dw is w; it is x (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), w, 1

# ----

# wrong: b-as-fourth
# did: took b for dz/db
# said: Your values fit this slip: dz/db is b; it is 1 (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return loss_prime(a, y), a * (1 - a), x, b

# ----

# wrong: zero-as-fourth
# did: thought a constant has derivative 0, so dz/db = 0
# said: dL/da, da/dz and dz/dw are right; dz/db is always 0.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 0

# ----

# wrong: ones-vector-fourth
# did: returned dz/db as a vector of ones
# said: dz/db is an array, shape (2,), where one number is wanted.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, np.ones_like(x)

# ----

# wrong: a-itself-second
# did: a instead of its slope as second factor
# said: Your values fit this slip: a stands where da/dz = a (1 - a) belongs (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), a, x, 1

# ----

# wrong: ignores-loss-prime
# did: always uses a - y and ignores the argument loss_prime
# said: Your values fit this slip: dL/da ignores loss_prime: a - y is right for the squared error alone (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return a - y, sigmoid_prime(z), x, 1

# ----

# wrong: fixed-squared-error-prime
# did: calls squared_error_prime whatever loss_prime is
# said: Your values fit this slip: dL/da ignores loss_prime: a - y is right for the squared error alone (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    dL_da = squared_error_prime(a, y)
    da_dz = sigmoid_prime(z)
    return dL_da, da_dz, x, 1.0

# ----

# wrong: loss-prime-not-called
# did: returned the function loss_prime itself
# said: The function loss_prime itself comes back for dL/da: call it, as loss_prime(a, y), to get a number.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    return loss_prime, sigmoid_prime(z), x, 1

# ----

# wrong: arguments-of-loss-swapped
# did: loss_prime(y, a), the wrong order
# said: loss_prime gets something that is no label for y: call it as loss_prime(a, y), in this order (are a and y swapped?).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(y, a), sigmoid_prime(z), x, 1

# ----

# wrong: pre-activation-order
# did: passed (w, b, x) where pre_activation wants (w, x, b)
# said: The arguments of pre_activation come in the order (w, x, b), the bias last.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, b, x)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: third-and-fourth-swapped
# did: dz/db before dz/dw
# said: dz/dw and dz/db are in the wrong order: swapped (eq. 20, 21).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), 1, x

# ----

# wrong: backwards-order
# did: the factors from the other end of the chain
# said: The factors are in the wrong order: reversed (eq. 20).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return 1, x, sigmoid_prime(z), loss_prime(a, y)

# ----

# wrong: three-factors
# did: left out the fourth
# said: Only three factors are returned: dz/db is missing (eq. 21).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x

# ----

# wrong: misprint-slope
# did: 1 - a as the slope, the misprint of the note
# said: da/dz = (1 - a) is the note's misprint: it is a (1 - a) (eq. 13, 20).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), 1 - a, x, 1

# ----

# wrong: no-bias-in-z
# did: forgot b in z
# said: Your values fit this slip: the bias b is missing in z = w . x + b (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = np.dot(w, x)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: summed-x
# did: summed x so that the third factor is a number
# said: Your values fit this slip: dz/dw is summed over the features; it has one entry for each weight (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), np.sum(x), 1

# ----

# wrong: np-array-of-all
# did: concatenated everything into one array
# said: Wanted are the four factors one by one, a tuple: they are not multiplied, and not joined in one flat array.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return np.concatenate(([loss_prime(a, y), sigmoid_prime(z)], x, [1.0]))

# ----

# wrong: printed-factors
# did: prints the four factors
# said: The result is printed, not returned: end with `return`.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    print("dL/da =", loss_prime(a, y))
    print("da/dz =", sigmoid_prime(z))
    print("dz/dw =", x)
    print("dz/db =", 1)

# ----

# wrong: elementwise-z
# did: z = w * x + b without the sum, the first two factors are vectors
# said: dL/da is an array, shape (2,), where one number is wanted.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = w * x + b
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: dict
# did: returns a dictionary with names
# said: A dict comes back: return the values themselves, separated by commas and in the order given, which makes a tuple (a pair for two).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return {"dL/da": loss_prime(a, y), "da/dz": sigmoid_prime(z), "dz/dw": x, "dz/db": 1}

# ----

# wrong: hand-numbers
# did: returned the numbers of the hand calculation
# said: The same numbers come back whatever goes in, but they must depend on the arguments.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    return -0.119, 0.105, np.array([2.0]), 1

# ----

# wrong: nested-pair
# did: grouped the last two factors into a tuple of their own
# said: Wanted are exactly the four factors, in the order of eq. 20 and 21: nothing more and nothing nested.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), (x, 1)

# ----

# wrong: cumulative
# did: each entry already contains the ones before it (running product)
# said: These are the running products of the chain; wanted are the single factors (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    f1 = loss_prime(a, y)
    f2 = f1 * sigmoid_prime(z)
    return f1, f2, f2 * x, f2

# ----

# wrong: row-matrix
# did: x as a row of a matrix, shape (1, n)
# said: dz/dw has a dimension too many, shape (1, 2): wanted is (2,).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x[np.newaxis, :], 1

# ----

# right: forward-then-factors
# did: z, a, then the four
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1.0

# ----

# right: own-arithmetic
# did: w @ x + b and a(1 - a) written out
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    dL_da = loss_prime(a, y)
    da_dz = a * (1 - a)
    dz_dw = x
    dz_db = 1
    return (dL_da, da_dz, dz_dw, dz_db)

# ----

# right: copy-of-x
# did: a copy of x for dz/dw
def chain_factors(loss_prime, w, b, x, y):
    z = np.sum(w * x) + b
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x.copy(), 1.0

# ----

# right: keyword-call
# did: pre_activation with keywords, factors collected in a list and made a tuple
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w=w, x=x, b=b)
    factors = []
    factors.append(loss_prime(sigmoid(z), y))
    factors.append(sigmoid_prime(z))
    factors.append(x)
    factors.append(1)
    return tuple(factors)

# ----

# right: java-style
# did: a summing loop and typed numbers
def chain_factors(loss_prime, w, b, x, y):
    z = float(b)
    for i in range(len(w)):
        z += w[i] * x[i]
    a = sigmoid(z)
    first = float(loss_prime(a, y))
    second = float(sigmoid_prime(z))
    return first, second, np.array(x, dtype=float), 1.0

# ----

# right: one-activation-helper
# did: an inner function for the forward pass
def chain_factors(loss_prime, w, b, x, y):
    def forward():
        z = pre_activation(w, x, b)
        return z, sigmoid(z)

    z, a = forward()
    return loss_prime(a, y), sigmoid_prime(z), 1 * x, 1

# ----

# wrong: left-raise
# did: everything computed, but the raise still stands before the return
# said: 
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    """The factors (dL/da, da/dz, dz/dw, dz/db) of eq. 20 to 22."""
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    # YOUR CODE HERE
    raise NotImplementedError()
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: global-z
# did: uses a name z that is only defined in other notebooks
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: predicted-class
# did: rounds a to the class before the loss is differentiated
# said: cross_entropy_prime is called whatever the loss, and stops where a has rounded to 0 or 1: call the argument loss_prime, as loss_prime(a, y).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = np.round(sigmoid(z))
    return loss_prime(a, y), sigmoid_prime(z), x, 1

# ----

# wrong: x-scaled
# did: the third factor is w * x, a part of z and not its slope
# said: Your values fit this slip: dz/dw is w x; it is x (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), w * x, 1.0

# ----

# wrong: first-factor-times-second
# did: puts the product of the first two into the first place
# said: Your values fit this slip: dL/da is multiplied by a' already (eq. 20 to 22).
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y) * sigmoid_prime(z), sigmoid_prime(z), x, 1.0

# ----

# wrong: int-slopes
# did: int() around the first two factors
# said: da/dz stays the same when b alone changes, but it must change (dL/da is wrong too): is b used where it should be?
# true: yes
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return int(loss_prime(a, y)), int(sigmoid_prime(z)), x, 1

# ----

# right: np-ones
# did: dz/db as a numpy number, dz/dw as float array
def chain_factors(loss_prime, w, b, x, y):
    z = np.inner(w, x) + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x.astype(float), np.float64(1)

# ----

# right: own-symmetric-slope
# did: slope as sigma(z) sigma(-z), a print for inspection
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    slope = a * sigmoid(-z)
    dL = loss_prime(a, y)
    print(f"z = {z}, a = {a}")
    return dL, slope, x, 1
