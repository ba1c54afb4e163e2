# wrong: mira-bias-times-n
# did: wrote the sum over w_j x_j + b with b inside the sum, so b is added n times
# said: Your values fit this slip: the bias is added n times, not once: it stands inside the sum (eq. 3).
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
# said: Your result has too many dimensions, (2, 2) where () is wanted: (n,) against (n, 1), and an outer product, make a table of all pairs.
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
# said: Your values fit this slip: sigma is applied; the exercise wants z itself (eq. 3).
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
# said: Your values fit this slip: the sum runs over the rows (axis 0); it runs over the features of each row (eq. 3).
# true: yes
def pre_activation(w, x, b):
    products = w * x
    # sum over the columns
    z = products.sum(axis=0) + b
    return z

# ----

# wrong: ayse-adds-weight-to-input
# did: read "weighted input" as weight plus input and added w to x before summing
# said: Your values fit this slip: w and x are added where eq. 3 multiplies them.
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
# said: Your values fit this slip: the mean over j is taken where eq. 3 has the sum.
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

# ----

# wrong: star-product
# did: multiplied elementwise with * and never summed
# said: Your values fit this slip: the sum over j is missing (eq. 3).
# true: yes
def pre_activation(w, x, b):
    return w * x + b

# ----

# wrong: sum-everything
# did: summed the product over everything, so a batch collapses to one number
# said: Your values fit this slip: the sum runs over rows and features; each row has its own z (eq. 3).
# true: yes
def pre_activation(w, x, b):
    z = np.sum(w * x) + b
    return z

# ----

# wrong: bias-inside-sum
# did: added b before summing, so the bias counts n times
# said: Your values fit this slip: the bias is added n times, not once: it stands inside the sum (eq. 3).
# true: yes
def pre_activation(w, x, b):
    return np.sum(w * x + b, axis=-1)

# ----

# wrong: w-at-x
# did: w @ x, which works for one example only
# said: The order of w and x matters for a batch: x (m, n) times w (n,) is x @ w.
# true: yes
def pre_activation(w, x, b):
    return w @ x + b

# ----

# wrong: dot-wt-x
# did: np.dot(w.T, x) as in the formula, fits one example but not a batch
# said: The order of w and x matters for a batch: x (m, n) times w (n,) is x @ w.
# true: yes
def pre_activation(w, x, b):
    z = np.dot(w.T, x) + b
    return z

# ----

# wrong: no-bias
# did: forgot the bias
# said: Your values fit this slip: the bias b is missing (eq. 3).
# true: yes
def pre_activation(w, x, b):
    return x @ w

# ----

# wrong: minus-bias
# did: subtracted the bias instead of adding it (threshold convention)
# said: Your values fit this slip: the sign of the bias is flipped (eq. 3).
# true: yes
def pre_activation(w, x, b):
    # neuron fires above threshold b
    return np.dot(x, w) - b

# ----

# wrong: java-for-loop
# did: loops over the entries like in Java, right for one example, for a batch it multiplies weights with whole rows
# said: There is one z for each feature where one for each example is wanted: in a batch x[j] is a row, and feature j of all examples is x[..., j].
# true: yes
def pre_activation(w, x, b):
    z = 0.0
    for i in range(0, len(w)):
        z += w[i] * x[i]
    z += b
    return z

# ----

# wrong: loop-skips-first
# did: loop starts at 1 as in R, so the first weight is left out
# said: Your values fit this slip: the first feature is left out (eq. 3).
# true: yes
def pre_activation(w, x, b):
    z = b
    for j in range(1, len(w)):
        z = z + w[j] * x[..., j]
    return z

# ----

# wrong: loop-skips-last
# did: loop ends at n - 1 exclusive, so the last weight is left out
# said: Your values fit this slip: the last feature is left out (eq. 3).
# true: yes
def pre_activation(w, x, b):
    n = len(w)
    total = b
    for j in range(0, n - 1):
        total = total + x.T[j] * w[j]
    return total

# ----

# wrong: sum-axis-0
# did: summed over axis 0, that is over the examples instead of the features
# said: Your values fit this slip: the sum runs over the rows (axis 0); it runs over the features of each row (eq. 3).
# true: yes
def pre_activation(w, x, b):
    return (x * w).sum(axis=0) + b

# ----

# wrong: prints-z
# did: prints the result instead of returning it
# said: The result is printed, not returned: end with `return`.
# true: yes
def pre_activation(w, x, b):
    z = x @ w + b
    print("z =", z)

# ----

# wrong: applies-sigmoid
# did: applied the sigmoid as well, so returned a instead of z
# said: Your values fit this slip: sigma is applied; the exercise wants z itself (eq. 3).
# true: yes
def pre_activation(w, x, b):
    z = x @ w + b
    return 1 / (1 + np.exp(-z))

# ----

# wrong: matlab-column
# did: forced w into a column as in Matlab, result has an extra axis
# said: Your result is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def pre_activation(w, x, b):
    w = w.reshape(-1, 1)
    z = x @ w + b
    return z

# ----

# wrong: atleast-2d
# did: made x 2d so that both cases look alike, one example comes back with shape (1,)
# said: Your result is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def pre_activation(w, x, b):
    X = np.atleast_2d(x)
    return X @ w + b

# ----

# wrong: early-return-in-loop
# did: return stands inside the loop, only the first product counts
# said: Your values fit this slip: only the first feature counts (eq. 3).
# true: yes
def pre_activation(w, x, b):
    s = 0
    for wi, xi in zip(w, x):
        s += wi * xi
        return s + b

# ----

# wrong: outer-product
# did: np.outer instead of the inner product
# said: Your result has too many dimensions, (2, 2) where () is wanted: (n,) against (n, 1), and an outer product, make a table of all pairs.
# true: yes
def pre_activation(w, x, b):
    return np.outer(x, w) + b

# ----

# wrong: scales-w-in-place
# did: w *= x overwrites the caller's weights, and fits a single example only
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def pre_activation(w, x, b):
    w *= x
    return w.sum() + b

# ----

# wrong: int-cast
# did: converted the result to int because the example was whole numbers
# said: Your values fit this slip: z is cut off to a whole number: is there int() or an integer array? (eq. 3).
# true: yes
def pre_activation(w, x, b):
    if x.ndim == 1:
        return int(x @ w + b)
    return (x @ w + b).astype(int)

# ----

# wrong: list-of-rows
# did: for a batch returns a Python list instead of an array
# said: A list comes back: turn it into an array with np.array.
# true: yes
def pre_activation(w, x, b):
    if len(x.shape) > 1:
        out = []
        for row in x:
            out.append(sum(row * w) + b)
        return out
    return sum(w * x) + b

# ----

# wrong: float-cast
# did: wrapped everything in float(), which a batch does not survive
# said: int() and float() take one number, but arrays come too: use .astype(...) on the array.
# true: yes
def pre_activation(w, x, b):
    return float(np.dot(x, w) + b)

# ----

# wrong: hand-example
# did: returns the number of the hand calculation
# said: Your result is always 3, whatever goes in, but it must depend on the arguments.
# true: yes
def pre_activation(w, x, b):
    # z = 2*3 + (-1)*4 + 1
    return 3

# ----

# wrong: batch-buffer-ints
# did: collects the batch in an integer array like in Java, decimals are cut off
# said: Your values fit this slip: z is cut off to a whole number: is there int() or an integer array? (eq. 3).
# true: yes
def pre_activation(w, x, b):
    if x.ndim == 1:
        return np.dot(w, x) + b
    m = x.shape[0]
    z = np.zeros(m, dtype=int)
    for i in range(m):
        z[i] = np.dot(w, x[i]) + b
    return z

# ----

# wrong: transposed-batch
# did: x.T @ w, thinking that examples stand in columns
# said: The order of w and x matters for a batch: x (m, n) times w (n,) is x @ w.
# true: yes
def pre_activation(w, x, b):
    if x.ndim == 2:
        return x.T @ w + b
    return x @ w + b

# ----

# wrong: checks-shapes-swapped
# did: decides single or batch by len(x) == len(w), so a square batch is taken for one example
# said: Your result is too large at some inputs and too small at others, and of the opposite sign in 67% of the places where it is wrong.
# true: yes
def pre_activation(w, x, b):
    if len(x) == len(w):
        return w @ x + b
    return x @ w + b

# ----

# wrong: plus-b-per-row-index
# did: took b for a vector and indexed it
# said: A number is treated as an array (indexed, looped over, asked for its length): w, x and losses are arrays, while b, y, eta and one entry of them are numbers.
# true: yes
def pre_activation(w, x, b):
    z = np.zeros(len(x))
    for i in range(len(x)):
        z[i] = np.sum(w * x[i]) + b[i]
    return z

# ----

# right: x-at-w
# did: the matrix product in the order that fits both
def pre_activation(w, x, b):
    return x @ w + b

# ----

# right: np-dot
# did: np.dot with x first
def pre_activation(w, x, b):
    z = np.dot(x, w) + b
    return z

# ----

# right: sum-last-axis
# did: elementwise product, summed over the last axis
def pre_activation(w, x, b):
    return np.sum(x * w, axis=-1) + b

# ----

# right: einsum
# did: einsum with an ellipsis
def pre_activation(w, x, b):
    return np.einsum("...j,j->...", x, w) + b

# ----

# right: two-cases
# did: asks for the number of axes and loops over the rows of a batch
def pre_activation(w, x, b):
    if x.ndim == 1:
        return np.dot(w, x) + b
    z = np.zeros(x.shape[0])
    for i in range(x.shape[0]):
        z[i] = np.dot(w, x[i, :]) + b
    return z

# ----

# right: loop-over-features
# did: loop over the features with the last axis indexed
def pre_activation(w, x, b):
    z = b
    for j in range(len(w)):
        z = z + w[j] * x[..., j]
    return z

# ----

# right: transpose
# did: w @ x.T, which is the same for both shapes
def pre_activation(w, x, b):
    return w @ x.T + b

# ----

# right: with-test-print
# did: inner and a line below that tries it out
def pre_activation(w, x, b):
    weighted = np.inner(x, w)
    return np.add(weighted, b)

print(pre_activation(np.array([2, -1]), np.array([3, 4]), 1))  # should be 3

# ----

# wrong: r-arrow
# did: assigned with <- as in R, which Python reads as "smaller than minus", so z is never set
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def pre_activation(w, x, b):
    z <- x @ w + b
    return z

# ----

# wrong: left-the-raise
# did: wrote the line but left the raise above it
# said: 
# true: yes
def pre_activation(w, x, b):
    """The weighted input z = w . x + b, eq. 3."""
    # YOUR CODE HERE
    raise NotImplementedError()
    return x @ w + b

# ----

# wrong: w-as-own-values
# did: overwrites the arguments with the numbers of the hand example
# said: Your result is always 3, whatever goes in, but it must depend on the arguments.
# true: yes
def pre_activation(w, x, b):
    w = np.array([2, -1])
    x = np.array([3, 4])
    b = 1
    return x @ w + b

# ----

# wrong: cross-product
# did: np.cross for the product of two vectors
# said: Your result at some inputs is an array, shape (3,), where one number is wanted.
# true: yes
def pre_activation(w, x, b):
    return np.cross(w, x) + b

# ----

# wrong: mean-instead-of-sum
# did: the mean of the products instead of their sum
# said: Your values fit this slip: the mean over j is taken where eq. 3 has the sum.
# true: yes
def pre_activation(w, x, b):
    return np.mean(x * w, axis=-1) + b

# ----

# wrong: vdot
# did: np.vdot, which flattens a batch
# said: Shapes do not fit together: print the shapes; one may be (n,) and the other (n, 1) or (m,).
# true: yes
def pre_activation(w, x, b):
    return np.vdot(x, w) + b

# ----

# wrong: batch-summed-rows
# did: adds up the z of all rows in a loop, one number for the batch
# said: Your values fit this slip: the sum over the batch is taken; each row has its own z (eq. 3).
# true: yes
def pre_activation(w, x, b):
    z = 0
    for row in np.atleast_2d(x):
        z += np.dot(row, w) + b
    return z

# ----

# wrong: bias-only-first-row
# did: adds the bias to the first row only
# said: Your result is too large at some inputs and too small at others, and of the opposite sign in 27% of the places where it is wrong.
# true: yes
def pre_activation(w, x, b):
    z = x @ w
    if x.ndim == 1:
        return z + b
    z = z.astype(float)
    z[0] += b
    return z

# ----

# wrong: squeezes-one-row
# did: np.squeeze turns a batch of one row into a number
# said: Your result at some inputs is one number where one for each row is wanted, (1,): is something summed, averaged or indexed?
# true: yes
def pre_activation(w, x, b):
    return np.squeeze(np.atleast_2d(x) @ w + b)

# ----

# right: atleast-2d-undone
# did: lifts one example to a batch and takes entry 0 at the end
def pre_activation(w, x, b):
    single = x.ndim == 1
    X = x[None, :] if single else x
    z = X @ w + b
    return z[0] if single else z

# ----

# right: tensordot
# did: np.tensordot over one axis, unreachable raise left below
def pre_activation(w, x, b):
    """The weighted input z = w . x + b, eq. 3."""
    return np.tensordot(x, w, axes=1) + b
    raise NotImplementedError()

# ----

# right: list-comprehension-array
# did: array of a list comprehension over the rows, recursion for the single one
def pre_activation(w, x, b):
    if x.ndim == 2:
        return np.array([pre_activation(w, row, b) for row in x])
    return sum(wj * xj for wj, xj in zip(w, x)) + b
