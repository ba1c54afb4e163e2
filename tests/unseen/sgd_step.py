# wrong: mira-uphill
# did: added the gradient, one step up
# said: This is ascent: it goes uphill, the sign of the step is flipped; subtract the gradient.
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
# said: eta is ignored in the step of the bias.
# true: yes
def sgd_step(w, b, x, y, gradient, eta):
    """One step against the gradient of one example: the new (w, b)."""
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - db

# ----

# wrong: mira-times-x-again
# did: multiplied the weight derivative by x once more
# said: dL/dw is multiplied by x once more: gradient has done it already.
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
# said: This divides by eta: multiply by it.
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
# said: gradient is called with its arguments in another order, the example first; the order is gradient(w, b, x, y).
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
# said: Whole-number weights stay whole: a copy of w keeps its integer type (dtype) and cuts off the decimals; make it float.
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
# said: Whole-number weights stay whole: a copy of w keeps its integer type (dtype) and cuts off the decimals; make it float.
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
