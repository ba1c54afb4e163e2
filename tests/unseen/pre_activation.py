# wrong: mira-bias-times-n
# did: wrote the sum over w_j x_j + b with b inside the sum, so b is added n times
# said: The bias stands inside the sum and is added n times, not once (eq. 3).
# true: yes
def pre_activation(w, x, b):
    return np.sum(w * x + b, axis=-1)

# ----

# wrong: mira-cross-product
# did: read the dot between w and x as a vector product and used np.cross
# said: Your result at some inputs is an array, shape (3,), where one number is wanted.
# also: Your result is an array, shape (3,), where one number is wanted.
# true: yes
def pre_activation(w, x, b):
    """The weighted input z = w . x + b, eq. 3."""
    z = np.cross(w, x) + b
    return z

# ----

# wrong: mira-norms-and-angle-lost
# did: took w . x as |w||x|, leaving out the cosine of the angle
# said: Right elsewhere, it is wrong only where there is more than one weight: each weight has its own entry: look at sums, loops and indices over j.
# true: yes
def pre_activation(w, x, b):
    # w . x = |w| |x| cos(theta)
    norm_w = np.linalg.norm(w)
    norm_x = np.linalg.norm(x, axis=-1)
    return norm_w * norm_x + b

# ----

# wrong: mira-transpose-outer
# did: made w and x into column vectors and computed w x^T (outer product) instead of w^T x
# said: Your result has too many dimensions, (3, 3) where () is wanted: (n,) against (n, 1), and an outer product, make a table of all pairs.
# true: yes
def pre_activation(w, x, b):
    w = w.reshape(-1, 1)
    x = x.reshape(-1, 1)
    return w @ x.T + b

# ----

# wrong: jonas-only-example
# did: solved only the single example; for a batch zip pairs the weights with whole rows
# said: There is one z for each feature where one for each example is wanted: in a batch x[j] is a row, and feature j of all examples is x[..., j].
# true: yes
def pre_activation(w, x, b):
    total = 0
    for wi, xi in zip(w, x):
        total += wi * xi
    return total + b

# ----

# wrong: jonas-returns-activation
# did: stopped reading after equation 2 and returned the neuron's output, sigmoid of z, not z
# said: This is a = sigma(z); the exercise wants z itself (eq. 3).
# true: yes
def pre_activation(w, x, b):
    z = x @ w + b
    return 1 / (1 + np.exp(-z))

# ----

# wrong: jonas-console-log
# did: prints the result and returns nothing
# said: The result is printed, not returned: end with `return`.
# true: yes
def pre_activation(w, x, b):
    result = np.dot(x, w) + b
    print(result)

# ----

# wrong: jonas-list-for-batch
# did: uses len(x.shape) to branch and hands back a plain Python list of floats for a batch
# said: A list comes back: turn it into an array with np.array.
# true: yes
def pre_activation(w, x, b):
    if len(x.shape) == 2:
        return [pre_activation(w, row, b) for row in x]
    return sum(w[i] * x[i] for i in range(len(w))) + b

# ----

# wrong: ayse-w-at-x
# did: kept the order of the formula, w @ x, which does not fit (or sums down the columns) for a batch
# said: The order of w and x matters for a batch: x (m, n) times w (n,) is x @ w.
# true: yes
def pre_activation(w, x, b):
    """The weighted input z = w . x + b, eq. 3."""
    return w @ x + b

# ----

# wrong: ayse-sum-over-rows
# did: mixed up rows and columns and summed a batch over axis 0
# said: This sums over the examples (axis 0) instead of the features (eq. 3).
# true: yes
def pre_activation(w, x, b):
    products = w * x
    # sum over the columns
    z = products.sum(axis=0) + b
    return z

# ----

# wrong: ayse-adds-weight-to-input
# did: read "weighted input" as weight plus input and added w to x before summing
# said: This adds w and x where eq. 3 multiplies them.
# true: yes
def pre_activation(w, x, b):
    weighted_input = w + x
    return np.sum(weighted_input, axis=-1) + b

# ----

# wrong: tom-return-in-loop
# did: the return stands inside the loop over the features, so only the first product is used
# said: Your values fit this slip: only the first feature counts (eq. 3).
# true: yes
def pre_activation(w, x, b):
    z = b
    if x.ndim == 1:
        for j in range(len(w)):
            z = z + w[j] * x[j]
            return z
    else:
        out = np.zeros(len(x))
        for i in range(len(x)):
            out[i] = pre_activation(w, x[i], b)
        return out

# ----

# wrong: tom-not-reset
# did: sets z once before the loop over the examples, so each row keeps the sum of the rows before it
# said: Your result is too large at some inputs and too small at others, and of the opposite sign in 57% of the places where it is wrong.
# true: yes
def pre_activation(w, x, b):
    if x.ndim == 1:
        z = 0
        for j in range(len(w)):
            z += w[j] * x[j]
        return z + b
    m, n = x.shape
    result = np.zeros(m)
    z = 0
    for i in range(m):
        for j in range(n):
            z += w[j] * x[i, j]
        result[i] = z + b
    return result

# ----

# wrong: tom-except-zero
# did: tries w @ x and on an error (a batch) silently returns only the bias
# said: Your result at some inputs is one number where one for each row is wanted, (4,): is something summed, averaged or indexed?
# true: yes
def pre_activation(w, x, b):
    try:
        return w @ x + b
    except:
        return b

# ----

# wrong: tom-range-minus-one
# did: loops to len(w) - 1 and so leaves out the last feature
# said: Your values fit this slip: the last feature is left out (eq. 3).
# true: yes
def pre_activation(w, x, b):
    if x.ndim == 2:
        return np.array([pre_activation(w, row, b) for row in x])
    s = 0
    for i in range(0, len(w) - 1):
        s = s + w[i] * x[i]
    return s + b

# ----

# wrong: lin-atleast-2d-no-squeeze
# did: made everything a batch with atleast_2d and forgot to undo it, one example gives shape (1,)
# said: Your result is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def pre_activation(w, x, b):
    """Compute the affine transformation of the inputs."""
    x = np.atleast_2d(np.asarray(x))
    return x @ np.asarray(w) + b

# ----

# wrong: lin-keepdims
# did: pasted a layer-like version that keeps the feature axis, shape (m, 1) in place of (m,)
# said: Your result is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def pre_activation(w, x, b):
    return np.sum(x * w, axis=-1, keepdims=True) + b

# ----

# wrong: lin-cast-to-weight-dtype
# did: accumulates in the dtype of w, so whole-number weights cut the bias's decimals off
# said: Your result is too large wherever it is wrong.
# true: yes
def pre_activation(w, x, b):
    w = np.asarray(w)
    x = np.asarray(x)
    z = np.zeros(x.shape[:-1], dtype=w.dtype)
    z += (x @ w).astype(w.dtype)
    z += np.asarray(b).astype(w.dtype)
    return z[()]

# ----

# wrong: lin-mean-normalised
# did: the pasted code averages over the features ("for scale invariance") instead of summing
# said: This takes the mean over j where eq. 3 has the sum.
# true: yes
def pre_activation(w, x, b):
    x = np.asarray(x, dtype=float)
    # normalise by the number of inputs so that z stays well scaled
    return np.mean(x * w, axis=-1) + b

# ----

# wrong: lin-einsum-trace
# did: an einsum that has x's axes swapped, it contracts w with the example axis
# said: Shapes do not fit together: print the shapes; one may be (n,) and the other (n, 1) or (m,).
# true: yes
def pre_activation(w, x, b):
    if x.ndim == 1:
        return np.einsum("j,j->", w, x) + b
    return np.einsum("i,ij->j", w, x) + b

# ----

# right: mira-matmul
# did: the compact one-liner x @ w + b
def pre_activation(w, x, b):
    return x @ w + b

# ----

# right: mira-sum-last-axis
# did: elementwise product, summed over the last axis
def pre_activation(w, x, b):
    """The weighted input z = w . x + b, eq. 3."""
    z = np.sum(w * x, axis=-1) + b
    return z

# ----

# right: jonas-np-dot
# did: np.dot with x first
def pre_activation(w, x, b):
    dot = np.dot(x, w)
    return dot + b

# ----

# right: tom-loops
# did: two explicit loops with a branch on the number of dimensions
def pre_activation(w, x, b):
    if x.ndim == 1:
        z = 0.0
        for j in range(len(w)):
            z = z + w[j] * x[j]
        z = z + b
        return z
    else:
        result = np.zeros(x.shape[0])
        for i in range(x.shape[0]):
            z = 0.0
            for j in range(x.shape[1]):
                z = z + w[j] * x[i, j]
            result[i] = z + b
        return result

# ----

# right: lin-einsum
# did: einsum with an ellipsis for the optional batch axis
def pre_activation(w, x, b):
    return np.einsum("...j,j->...", x, w) + b

# ----

# right: ayse-transpose
# did: kept w on the left by transposing x, which leaves one example as it is
def pre_activation(w, x, b):
    return w @ x.T + b
