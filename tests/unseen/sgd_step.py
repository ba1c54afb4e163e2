# wrong: mira-uphill
# did: added the gradient, one step up
# said: w is w + eta dL/dw in all inputs: wanted is w - eta dL/dw, mind the signs.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w + eta * dw, b + eta * db

# ----

# wrong: mira-db-at-new-w
# did: moved w first and took the bias derivative at the new w
# said: The bias is updated with the gradient at the new w: compute the gradient once, at the old w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    w = w - eta * gradient(w, b, x, y)[0]
    b = b - eta * gradient(w, b, x, y)[1]
    return w, b

# ----

# wrong: mira-no-eta-for-b
# did: forgot the learning rate for the bias
# said: Your values fit this slip: eta is missing in the step of b (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    """One step against the gradient of one example: the new (w, b)."""
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - db

# ----

# wrong: mira-times-x-again
# did: multiplied the weight derivative by x once more
# said: Your values fit this slip: the gradient is multiplied by x once more in the step of w (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw * x, b - eta * db

# ----

# wrong: jonas-in-place
# did: w -= changes the caller's array
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w -= eta * dw
    b -= eta * db
    return w, b

# ----

# wrong: jonas-default-eta
# did: the learning rate 0.15 of the example is typed in
# said: w and b stay the same when eta alone changes, but they must change: is eta used where it should be?
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - 0.15 * dw, b - 0.15 * db

# ----

# wrong: jonas-nothing-returned
# did: assigns the new w and b inside the function and returns nothing
# said: Nothing comes back: the `return` is missing.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w = w - eta * dw
    b = b - eta * db

# ----

# wrong: jonas-fixed-gradient
# did: calls gradient_cross_entropy whatever is passed in
# said: The argument `gradient` is ignored: the cross-entropy's is used.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient_cross_entropy(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# wrong: ayse-returns-steps
# did: returns the steps eta dw and eta db, not the new parameters
# said: This returns the step; wanted are the new w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return -eta * dw, -eta * db

# ----

# wrong: ayse-moves-input
# did: mixed up weight and input, subtracts from x
# said: b is right; w is wrong: the step of w is eta times dL/dw at the old w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    x = x - eta * dw
    return x, b - eta * db

# ----

# wrong: ayse-divides-by-eta
# did: divided by the learning rate
# said: Your values fit this slip: the step of w is divided by eta: multiply by it; and the same for b (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - dw / eta, b - db / eta

# ----

# wrong: ayse-db-dw-swapped
# did: unpacked the pair in the wrong order
# said: dL/dw and dL/db are swapped: gradient returns (dL/dw, dL/db), in this order.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    db, dw = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# wrong: ayse-argument-order
# did: called gradient(x, y, w, b)
# said: `gradient` is called in the order (x, y, w, b): it is gradient(w, b, x, y).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(x, y, w, b)
    return w - eta * dw, b - eta * db

# ----

# wrong: tom-loop-on-alias
# did: new_w = w is no copy, the loop overwrites the caller's weights
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    new_w = w
    for j in range(len(w)):
        new_w[j] = w[j] - eta * dw[j]
    new_b = b - eta * db
    return new_w, new_b

# ----

# wrong: tom-gradient-in-loop
# did: asks for the gradient again for every weight, at the half-moved weights
# said: w is too large at some inputs and too small at others, and of the opposite sign in 2% of the places where it is wrong.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    new_w = w.astype(float)
    for j in range(len(w)):
        dw, db = gradient(new_w, b, x, y)
        new_w[j] = new_w[j] - eta * dw[j]
    dw, db = gradient(new_w, b, x, y)
    return new_w, b - eta * db

# ----

# wrong: tom-integer-copy
# did: fills a copy of w in a loop, whole-number weights cut the new values to integers
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    new_w = w.copy()
    for j in range(len(w)):
        new_w[j] = w[j] - eta * dw[j]
    return new_w, b - eta * db

# ----

# wrong: tom-sign-step
# did: if/else on the sign of each derivative, moves by eta whatever the size
# said: Only the sign of the gradient is used.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    new_w = np.zeros(len(w))
    for j in range(len(w)):
        if dw[j] > 0:
            new_w[j] = w[j] - eta
        else:
            new_w[j] = w[j] + eta
    if db > 0:
        new_b = b - eta
    else:
        new_b = b + eta
    return new_w, new_b

# ----

# wrong: tom-only-if-wrong
# did: makes the step only if the predicted class is wrong, like a perceptron
# said: w is too large at some inputs and too small at others, and of the opposite sign in 5% of the places where it is wrong.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    if predict(sigmoid(pre_activation(w, x, b))) != y:
        return w - eta * dw, b - eta * db
    else:
        return w, b

# ----

# wrong: lin-weight-decay
# did: the pasted step has weight decay of 1e-4 in it
# said: b is right; w is nearly right. Full precision is wanted.
# true: yes
def sgd_step(w, b, x, y, gradient, eta, weight_decay=1e-4):
    dw, db = gradient(w, b, x, y)
    dw = dw + weight_decay * w
    return w - eta * dw, b - eta * db

# ----

# wrong: lin-normalised-gradient
# did: divides the gradient by its length plus 1e-8
# said: The gradient is scaled to length 1 (normalised): the step is eta times the gradient.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    norm = np.sqrt(np.sum(dw ** 2) + db ** 2) + 1e-8
    return w - eta * dw / norm, b - eta * db / norm

# ----

# wrong: lin-clipped
# did: clips the derivatives to [-1, 1]
# said: The gradient is clipped to [-1, 1]: the step is eta times the gradient.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    dw = np.clip(dw, -1.0, 1.0)
    db = np.clip(db, -1.0, 1.0)
    return w - eta * dw, b - eta * db

# ----

# wrong: lin-back-to-input-dtype
# did: casts the new weights back to the dtype of the old ones
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    w = np.asarray(w)
    dw, db = gradient(w, b, x, y)
    w_new = (w - eta * np.asarray(dw)).astype(w.dtype)
    b_new = b - eta * float(db)
    return w_new, b_new

# ----

# wrong: lin-subtract-out
# did: np.subtract with out=w, which writes into the caller's array
# said: Something changes the caller's array in place: work on a copy, as np.array(w, dtype=float).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w_new = np.subtract(w, eta * dw, out=w)
    return w_new, b - eta * db

# ----

# right: ayse-hint-three
# did: the pair, then two differences
def sgd_step(w, b, x, y, gradient, eta):
    """One step against the gradient of one example: the new (w, b)."""
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# right: jonas-one-name
# did: keeps the pair in one variable and indexes it
def sgd_step(w, b, x, y, gradient, eta):
    grad = gradient(w, b, x, y)
    new_w = w - eta * grad[0]
    new_b = b - eta * grad[1]
    return new_w, new_b

# ----

# right: tom-loop
# did: fills a new float array in a loop
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    new_w = np.zeros(len(w))
    for j in range(len(w)):
        new_w[j] = w[j] - eta * dw[j]
    new_b = b - eta * db
    return new_w, new_b

# ----

# right: mira-minus-step
# did: first the steps with their sign, then added
def sgd_step(w, b, x, y, gradient, eta):
    dL_dw, dL_db = gradient(w, b, x, y)
    delta_w = -eta * dL_dw
    delta_b = -eta * dL_db
    return w + delta_w, b + delta_b

# ----

# right: lin-float-copy
# did: a float copy of w that is changed in place
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w_new = np.array(w, dtype=float, copy=True)
    w_new -= eta * np.asarray(dw)
    return w_new, b - eta * db

# ----

# wrong: in-place
# did: w -= ... changes the caller's weights
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w -= eta * dw
    b -= eta * db
    return w, b

# ----

# wrong: ascent
# did: plus instead of minus, climbs up
# said: w is w + eta dL/dw in all inputs: wanted is w - eta dL/dw, mind the signs.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w + eta * dw, b + eta * db

# ----

# wrong: new-w-for-b
# did: moves w first and computes db with the new w
# said: The bias is updated with the gradient at the new w: compute the gradient once, at the old w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    w = w - eta * gradient(w, b, x, y)[0]
    b = b - eta * gradient(w, b, x, y)[1]
    return w, b

# ----

# wrong: new-b-for-w
# did: moves b first and computes dw with the new b
# said: The weights are updated with the gradient at the new b: compute the gradient once, at the old w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    b_new = b - eta * gradient(w, b, x, y)[1]
    w_new = w - eta * gradient(w, b_new, x, y)[0]
    return w_new, b_new

# ----

# wrong: no-eta
# did: forgot the learning rate
# said: eta is ignored: multiply the gradient by the learning rate.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - dw, b - db

# ----

# wrong: eta-only-for-w
# did: the learning rate for w but not for b
# said: Your values fit this slip: eta is missing in the step of b (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - db

# ----

# wrong: b-unchanged
# did: does not move the bias
# said: Your values fit this slip: b stays as it is: it takes a step too (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, _ = gradient(w, b, x, y)
    return w - eta * dw, b

# ----

# wrong: returns-the-gradient
# did: returns the steps, not the new parameters
# said: This returns the step; wanted are the new w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return -eta * dw, -eta * db

# ----

# wrong: returns-nothing
# did: assigns new w and b locally and does not return them
# said: Nothing comes back: the `return` is missing.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w = w - eta * dw
    b = b - eta * db

# ----

# wrong: order-b-w
# did: returns (b, w)
# said: The pair is in the wrong order: (w, b) is wanted, these are swapped.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return b - eta * db, w - eta * dw

# ----

# wrong: unpacked-swapped
# did: unpacks db, dw, the wrong order
# said: dL/dw and dL/db are swapped: gradient returns (dL/dw, dL/db), in this order.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    db, dw = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# wrong: fixed-gradient
# did: calls gradient_cross_entropy and ignores the argument
# said: The argument `gradient` is ignored: the cross-entropy's is used.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient_cross_entropy(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# wrong: formula-written-out
# did: wrote the cross-entropy step (26), (27) itself
# said: The argument `gradient` is ignored: the cross-entropy's is used.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    a = sigmoid(pre_activation(w, x, b))
    return w - eta * (a - y) * x, b - eta * (a - y)

# ----

# wrong: times-x-again
# did: multiplied by x once more
# said: Your values fit this slip: the gradient is multiplied by x once more in the step of w (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw * x, b - eta * db

# ----

# wrong: gradient-args-order
# did: gradient(x, y, w, b), the wrong order of arguments
# said: `gradient` is called in the order (x, y, w, b): it is gradient(w, b, x, y).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(x, y, w, b)
    return w - eta * dw, b - eta * db

# ----

# wrong: fixed-eta
# did: a learning rate of 0.15 written in, as in the example
# said: w and b stay the same when eta alone changes, but they must change: is eta used where it should be?
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    eta = 0.15
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# wrong: divides-by-eta
# did: divided by eta
# said: Your values fit this slip: the step of w is divided by eta: multiply by it; and the same for b (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - dw / eta, b - db / eta

# ----

# wrong: decay-factor
# did: (1 - eta) w - eta dw, weight decay copied along
# said: b is right; w is wrong: the step of w is eta times dL/dw at the old w and b.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return (1 - eta) * w - eta * dw, b - eta * db

# ----

# wrong: gradient-minus-old
# did: the difference the wrong way round
# said: w is -w + eta dL/dw in all inputs: wanted is w - eta dL/dw, mind the signs.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return eta * dw - w, eta * db - b

# ----

# wrong: normalised
# did: divides the gradient by its length, as "step of length eta"
# said: The gradient is scaled to length 1 (normalised): the step is eta times the gradient.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    length = np.sqrt(np.sum(dw ** 2) + db ** 2)
    return w - eta * dw / length, b - eta * db / length

# ----

# wrong: sum-of-dw
# did: subtracts the same number from all weights, the sum of dw
# said: Your values fit this slip: w takes the sum of dL/dw for its gradient (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * np.sum(dw), b - eta * db

# ----

# wrong: loop-in-place
# did: loops over the weights and writes into the caller's array
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    for j in range(len(w)):
        w[j] = w[j] - eta * dw[j]
    return w, b - eta * db

# ----

# wrong: loop-int-copy
# did: copies w and writes into the copy, which for whole numbers cuts the decimals
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w_new = w.copy()
    for j in range(len(w_new)):
        w_new[j] = w_new[j] - eta * dw[j]
    return w_new, b - eta * db

# ----

# wrong: list-weights
# did: the new weights as a Python list
# said: A list comes back: turn it into an array with np.array.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return [wi - eta * di for wi, di in zip(w, dw)], b - eta * db

# ----

# wrong: two-steps
# did: makes two steps with the same example
# said: Two steps are taken: one is wanted.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    for _ in range(2):
        dw, db = gradient(w, b, x, y)
        w, b = w - eta * dw, b - eta * db
    return w, b

# ----

# wrong: missing-parens-pair
# did: multiplied the pair itself by eta
# said: `gradient` returns a pair: take it apart, as in dw, db = gradient(...).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    step = eta * gradient(w, b, x, y)
    return w - step[0], b - step[1]

# ----

# wrong: sign-in-bias
# did: minus for w, plus for b
# said: Your values fit this slip: b goes uphill: the sign of its step is flipped (eq. 20 to 27).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w_new = w - eta * dw
    b_new = b + eta * db
    return w_new, b_new

# ----

# right: two-differences
# did: gradient once, two differences
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db

# ----

# right: index-pair
# did: takes the pair apart by index
def sgd_step(w, b, x, y, gradient, eta):
    g = gradient(w, b, x, y)
    new_w = w - eta * g[0]
    new_b = b - eta * g[1]
    return new_w, new_b

# ----

# right: called-twice-old-values
# did: calls gradient twice, both times with the old parameters
def sgd_step(w, b, x, y, gradient, eta):
    w_new = w - eta * gradient(w, b, x, y)[0]
    b_new = b - eta * gradient(w, b, x, y)[1]
    return w_new, b_new

# ----

# right: rebinding
# did: rebinds the local names
def sgd_step(w, b, x, y, gradient, eta):
    (grad_w, grad_b) = gradient(w, b, x, y)
    w = w - eta * grad_w
    b = b - eta * grad_b
    return w, b

# ----

# right: float-copy-in-place
# did: in-place arithmetic on a float copy
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w = np.array(w, dtype=float)
    w -= eta * dw
    return w, b - eta * db

# ----

# right: fill-zeros
# did: fills a new float array in a loop
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    n = len(w)
    w_new = np.zeros(n)
    for i in range(n):
        w_new[i] = w[i] - eta * dw[i]
    b_new = b - eta * db
    return w_new, b_new

# ----

# right: np-subtract
# did: np.subtract and np.multiply
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    step_w = np.multiply(-eta, dw)
    step_b = -eta * db
    return np.add(w, step_w), b + step_b

# ----

# wrong: momentum
# did: momentum from a tutorial with the velocities in globals, right on the first call only
# said: w is too large at some inputs and too small at others, and of the opposite sign in 36% of the places where it is wrong. The result depends on a notebook variable (velocity_b, velocity_w) that is not an argument: a function that reads more than its arguments breaks when the notebook changes.
# true: yes
velocity_w = 0.0
velocity_b = 0.0

def sgd_step(w, b, x, y, gradient, eta):
    global velocity_w, velocity_b
    dw, db = gradient(w, b, x, y)
    velocity_w = 0.9 * velocity_w - eta * dw
    velocity_b = 0.9 * velocity_b - eta * db
    return w + velocity_w, b + velocity_b

# ----

# wrong: out-argument
# did: np.subtract with out=w, so the caller's weights are overwritten
# said: Something changes the caller's array in place: work on a copy, as np.array(w, dtype=float).
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    np.subtract(w, eta * dw, out=w)
    return w, b - eta * db

# ----

# wrong: b-of-w
# did: a typing slip, b_new = w - eta * db
# said: b is an array, shape (2,), where one number is wanted.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w_new = w - eta * dw
    b_new = w - eta * db
    return w_new, b_new

# ----

# wrong: missing-y
# did: calls gradient without y
# said: A function is called with the wrong number of arguments: keep the `def` line as it was given, and look at the calls inside.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x)
    return w - eta * dw, b - eta * db

# ----

# wrong: r-arrow
# did: w <- w - eta * dw as in R, a comparison that changes nothing
# said: Nothing moves: the old w and b are returned.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w <- w - eta * dw
    b <- b - eta * db
    return w, b

# ----

# wrong: returns-old-too
# did: returns old and new parameters
# said: Wanted are exactly two values, the pair, in the order given: nothing more and nothing nested.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w, b, w - eta * dw, b - eta * db

# ----

# wrong: clipped-gradient
# did: clips the gradient to [-0.1, 0.1]
# said: The gradient is clipped to [-0.1, 0.1]: the step is eta times the gradient.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    dw, db = np.clip(dw, -0.1, 0.1), np.clip(db, -0.1, 0.1)
    return w - eta * dw, b - eta * db

# ----

# right: generator
# did: a generator over both pairs, made a tuple
def sgd_step(w, b, x, y, gradient, eta):
    return tuple(p - eta * g for p, g in zip((w, b), gradient(w, b, x, y)))

# ----

# right: deep-copies
# did: copies first, minus written as plus of a negative step
import copy

def sgd_step(w, b, x, y, gradient, eta):
    w_old = copy.deepcopy(w)
    dw, db = gradient(w_old, b, x, y)
    lr = -1.0 * eta
    return w_old + lr * dw, b + lr * db
