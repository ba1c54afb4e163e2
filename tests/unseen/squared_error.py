# wrong: mira-half-inside
# did: halved the difference before squaring, a quarter of the square
# said: Your values fit this slip: the 1/2 is squared too (eq. 16).
# true: yes
def squared_error(a, y):
    """The squared error (a - y)^2 / 2, eq. 16."""
    return ((a - y) / 2) ** 2

# ----

# wrong: mira-no-half
# did: left out the factor one half
# said: Your values fit this slip: there is a factor 2 too many, or a 1/2 missing (eq. 16).
# true: yes
def squared_error(a, y):
    return (a - y) ** 2

# ----

# wrong: mira-caret
# did: wrote the power as in mathematics with ^, which is a bitwise operation in Python
# said: `^` is no power in Python: write ** for a power.
# true: yes
def squared_error(a, y):
    return 1/2 * (a - y)^2

# ----

# wrong: mira-difference-of-squares
# did: squared each term, (a^2 - y^2) / 2
# said: This is (a^2 - y^2)/2: square the difference, not its parts (eq. 16).
# true: yes
def squared_error(a, y):
    return (a**2 - y**2) / 2

# ----

# wrong: mira-root-of-square
# did: took the square root at the end like a distance, half of |a - y|
# said: Your values fit this slip: the absolute value stands where the square belongs (eq. 16).
# true: yes
def squared_error(a, y):
    return 0.5 * np.sqrt((a - y) ** 2)

# ----

# wrong: jonas-mse-mean
# did: returned the mean squared error of the batch
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y):
    return np.mean((a - y) ** 2) / 2

# ----

# wrong: jonas-sum
# did: summed the losses
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y):
    return 0.5 * np.sum((a - y) ** 2)

# ----

# wrong: jonas-returns-string
# did: formats the loss with two places and returns text
# said: An operation does not fit the type of what it gets: look at the types in the line where it stops.
# true: yes
def squared_error(a, y):
    loss = (a - y) ** 2 / 2
    return f"{loss:.2f}"

# ----

# wrong: jonas-math-pow
# did: used math.pow, which takes single numbers only
# said: A function of `math` takes one number, but arrays come too: use the function of np.
# true: yes
import math

def squared_error(a, y):
    return math.pow(a - y, 2) / 2

# ----

# wrong: ayse-derivative-not-loss
# did: mixed up the loss and its derivative, returns a - y
# said: This is a - y, the derivative; the loss is (a - y)^2 / 2 (eq. 16).
# true: yes
def squared_error(a, y):
    return a - y

# ----

# wrong: ayse-absolute-error
# did: read "error" as the absolute difference, |a - y| / 2
# said: Your values fit this slip: the absolute value stands where the square belongs (eq. 16).
# true: yes
def squared_error(a, y):
    return np.abs(a - y) / 2

# ----

# wrong: ayse-sigmoid-first
# did: mixed up a and z, puts a through the sigmoid again
# said: Your values fit this slip: sigma is applied to a, which is the activation already (eq. 16).
# true: yes
def squared_error(a, y):
    a = sigmoid(a)
    return (a - y) ** 2 / 2

# ----

# wrong: ayse-dot-product
# did: squared with @, which gives the sum of the squares for vectors and an error for numbers
# said: Your result at some inputs is one number where one for each entry is wanted, (3,): is something summed, averaged or indexed?
# true: yes
def squared_error(a, y):
    d = a - y
    return d @ d / 2

# ----

# wrong: tom-zip-loop
# did: loops over zip(a, y), which fails for numbers and does not broadcast
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def squared_error(a, y):
    losses = []
    for a_i, y_i in zip(a, y):
        losses.append((a_i - y_i) ** 2 / 2)
    return np.array(losses)

# ----

# wrong: tom-try-zip
# did: zip in a try; whatever zip cannot do (an array against one label, a matrix) comes out as 0
# said: Your result at some inputs is one number where one for each entry is wanted, (3,): is something summed, averaged or indexed?
# true: yes
def squared_error(a, y):
    try:
        result = np.zeros(len(a))
        i = 0
        for a_i, y_i in zip(a, y):
            result[i] = (a_i - y_i) ** 2 / 2
            i = i + 1
        return result
    except:
        if np.ndim(a) == 0 and np.ndim(y) == 0:
            return (a - y) ** 2 / 2
        else:
            return 0

# ----

# wrong: tom-in-place
# did: subtracts y from a with -=, which changes the caller's array
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def squared_error(a, y):
    a -= y
    a = a ** 2
    return a / 2

# ----

# wrong: tom-only-label-cases
# did: if y == 1 / else with plain ifs, fails for arrays of labels
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def squared_error(a, y):
    if y == 1:
        return (1 - a) ** 2 / 2
    else:
        return a ** 2 / 2

# ----

# wrong: lin-integer-division
# did: halved with //, so nearly every loss is cut down to 0
# said: Your result is always 0, whatever goes in, but it must depend on the arguments.
# true: yes
def squared_error(a, y):
    return (a - y) ** 2 // 2

# ----

# wrong: lin-reduction-argument
# did: pasted a torch-like signature with reduction="mean" as the default
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y, reduction="mean"):
    loss = 0.5 * np.square(np.asarray(a) - np.asarray(y))
    if reduction == "mean":
        return loss.mean()
    elif reduction == "sum":
        return loss.sum()
    return loss

# ----

# wrong: lin-huber
# did: a "robust" variant that becomes linear where |a - y| > 0.5
# said: Your result is too small wherever it is wrong; its size is 0.75 to 1 times the expected one.
# true: yes
def squared_error(a, y):
    d = np.abs(np.subtract(a, y))
    return np.where(d <= 0.5, 0.5 * d ** 2, 0.5 * (d - 0.25))

# ----

# wrong: lin-label-dtype
# did: casts a to the dtype of y, so whole-number labels cut the activation to 0
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def squared_error(a, y):
    y = np.asarray(y)
    a = np.asarray(a).astype(y.dtype)
    return 0.5 * (a - y) ** 2

# ----

# wrong: lin-float32
# did: computes in float32, about 7 digits
# said: Your result has the digits of float32 only: is there a dtype float32? Compute in float64.
# true: yes
def squared_error(a, y):
    a = np.asarray(a, dtype="float32")
    y = np.asarray(y, dtype="float32")
    return 0.5 * (a - y) ** 2

# ----

# right: mira-formula
# did: equation 16 as it stands
def squared_error(a, y):
    """The squared error (a - y)^2 / 2, eq. 16."""
    return (a - y) ** 2 / 2

# ----

# right: ayse-own-names
# did: one step a line
def squared_error(a, y):
    difference = a - y
    square = difference * difference
    loss = 0.5 * square
    return loss

# ----

# right: jonas-np-power
# did: np.power and np.subtract
def squared_error(a, y):
    return np.power(np.subtract(a, y), 2) / 2

# ----

# right: lin-asarray-square
# did: converts to float arrays, np.square
def squared_error(a, y):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    return 0.5 * np.square(a - y)

# ----

# right: tom-broadcast-loop
# did: broadcasts both, then loops over all positions with an index
def squared_error(a, y):
    if np.ndim(a) == 0 and np.ndim(y) == 0:
        return (a - y) ** 2 / 2
    aa, yy = np.broadcast_arrays(a, y)
    out = np.zeros(aa.shape)
    for i in np.ndindex(aa.shape):
        out[i] = (aa[i] - yy[i]) ** 2 / 2
    return out

# ----

# wrong: no-half
# did: forgot the factor one half
# said: Your values fit this slip: there is a factor 2 too many, or a 1/2 missing (eq. 16).
# true: yes
def squared_error(a, y):
    return (a - y) ** 2

# ----

# wrong: quarter
# did: halved before squaring, so a quarter
# said: Your values fit this slip: the 1/2 is squared too (eq. 16).
# true: yes
def squared_error(a, y):
    return ((a - y) / 2) ** 2

# ----

# wrong: mean
# did: took the mean over the examples
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y):
    return np.mean((a - y) ** 2) / 2

# ----

# wrong: sum
# did: summed over the examples
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y):
    return 0.5 * np.sum((a - y) ** 2)

# ----

# wrong: abs-error
# did: absolute error instead of the square
# said: Your values fit this slip: the absolute value stands where the square belongs (eq. 16).
# true: yes
def squared_error(a, y):
    return np.abs(a - y) / 2

# ----

# wrong: root
# did: took the root as well, like a distance
# said: Your values fit this slip: the absolute value stands where the square belongs (eq. 16).
# true: yes
def squared_error(a, y):
    return np.sqrt((a - y) ** 2) / 2

# ----

# wrong: integer-halves
# did: wrote 1 // 2, which is 0
# said: Your result is always 0, whatever goes in, but it must depend on the arguments.
# true: yes
def squared_error(a, y):
    return 1 // 2 * (a - y) ** 2

# ----

# wrong: floor-division
# did: // instead of /
# said: Your result is always 0, whatever goes in, but it must depend on the arguments.
# true: yes
def squared_error(a, y):
    return (a - y) ** 2 // 2

# ----

# wrong: caret
# did: ^ for the power as in R
# said: `^` is no power in Python: write ** for a power.
# true: yes
def squared_error(a, y):
    return 0.5 * (a - y) ^ 2

# ----

# wrong: difference-of-squares
# did: squared each and subtracted
# said: This is (a^2 - y^2)/2: square the difference, not its parts (eq. 16).
# true: yes
def squared_error(a, y):
    return (a ** 2 - y ** 2) / 2

# ----

# wrong: plus
# did: added instead of subtracting
# said: Your values fit this slip: the sign of y is flipped (eq. 16).
# true: yes
def squared_error(a, y):
    return (a + y) ** 2 / 2

# ----

# wrong: precedence-square
# did: the square binds only y
# said: Your values fit this slip: the square is missing, or stands at y alone (parentheses) (eq. 16).
# true: yes
def squared_error(a, y):
    return (a - y ** 2) / 2

# ----

# wrong: derivative-instead
# did: returned a - y, which is the derivative
# said: This is a - y, the derivative; the loss is (a - y)^2 / 2 (eq. 16).
# true: yes
def squared_error(a, y):
    return a - y

# ----

# wrong: in-place
# did: a -= y changes the caller's array
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def squared_error(a, y):
    a -= y
    return a ** 2 / 2

# ----

# wrong: dot-matlab
# did: e' * e as in Matlab, which is a sum and needs arrays
# said: Your result at some inputs has the shape () where (3,) is wanted.
# true: yes
def squared_error(a, y):
    e = a - y
    return 0.5 * e.T @ e

# ----

# wrong: math-pow
# did: math.pow, for numbers only
# said: A function of `math` takes one number, but arrays come too: use the function of np.
# true: yes
import math

def squared_error(a, y):
    return math.pow(a - y, 2) / 2

# ----

# wrong: times-two
# did: multiplied by 2 instead of one half
# said: Your result is 4 times the expected one: a constant factor is missing or too many.
# true: yes
def squared_error(a, y):
    return 2 * (a - y) ** 2

# ----

# wrong: zip-loop
# did: zip over a and y, no broadcasting and a list comes back
# said: A list comes back: turn it into an array with np.array.
# true: yes
def squared_error(a, y):
    return [0.5 * (ai - yi) ** 2 for ai, yi in zip(a, y)]

# ----

# wrong: index-loop
# did: Java loop over len(a), which a number does not have
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def squared_error(a, y):
    loss = np.zeros(len(a))
    for i in range(len(a)):
        loss[i] = 0.5 * (a[i] - y[i]) ** 2
    return loss

# ----

# wrong: accumulates
# did: adds up the errors in a loop over the arrays
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y):
    total = 0
    for d in np.ravel(np.asarray(a) - y):
        total += d * d / 2
    return total

# ----

# wrong: print-result
# did: prints the loss and returns nothing
# said: The result is printed, not returned: end with `return`.
# true: yes
def squared_error(a, y):
    loss = (a - y) ** 2 / 2
    print(f"loss {loss:.2f}") if np.ndim(loss) == 0 else print(loss)

# ----

# wrong: sigmoid-of-a
# did: treated a as z and applied the sigmoid
# said: Your values fit this slip: sigma is applied to a, which is the activation already (eq. 16).
# true: yes
def squared_error(a, y):
    return (sigmoid(a) - y) ** 2 / 2

# ----

# wrong: divided-by-n
# did: divides by 2n as in the cost function of a well-known course
# said: Your values fit this slip: each value is divided by the number of labels (eq. 16).
# true: yes
def squared_error(a, y):
    m = np.size(y)
    return (a - y) ** 2 / (2 * m)

# ----

# wrong: rounded-to-two
# did: rounds to two decimals as in the printed example
# said: Your result has 2 decimals only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact.
# true: yes
def squared_error(a, y):
    return np.round((a - y) ** 2 / 2, 2)

# ----

# wrong: predicts-first
# did: turned a into a class first, so the error is 0 or one half
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def squared_error(a, y):
    p = np.where(np.asarray(a) >= 0.5, 1, 0)
    return (p - y) ** 2 / 2

# ----

# right: formula
# did: equation (16)
def squared_error(a, y):
    return (a - y) ** 2 / 2

# ----

# right: half-times
# did: one half in front, named difference
def squared_error(a, y):
    diff = a - y
    return 0.5 * diff * diff

# ----

# right: np-square
# did: np.square and np.subtract
def squared_error(a, y):
    return np.square(np.subtract(a, y)) / 2

# ----

# right: y-minus-a
# did: the other order, 1/2 as a fraction
def squared_error(a, y):
    return (1 / 2) * (y - a) ** 2

# ----

# right: np-power
# did: np.power with an array made first
def squared_error(a, y):
    a = np.asarray(a)
    y = np.asarray(y)
    error = np.power(a - y, 2)
    return error / 2.0

# ----

# right: float-power
# did: np.float_power times one half
def squared_error(a, y):
    return np.float_power(np.subtract(a, y), 2) * 0.5

# ----

# right: abs-squared
# did: size of the error, squared
def squared_error(a, y):
    dist = abs(a - y)
    loss = 0.5 * dist ** 2
    return loss

# ----

# wrong: left-raise
# did: wrote the formula above the raise without return
# said: 
# true: yes
def squared_error(a, y):
    """The squared error (a - y)^2 / 2, eq. 16."""
    loss = (a - y) ** 2 / 2
    raise NotImplementedError()

# ----

# wrong: np-linalg-norm
# did: half of np.linalg.norm, the length of the whole difference
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 16).
# true: yes
def squared_error(a, y):
    return 0.5 * np.linalg.norm(a - y) ** 2

# ----

# wrong: cube
# did: typed a 3 for the 2
# said: Your values fit this slip: the power is 3, not 2 (eq. 16).
# true: yes
def squared_error(a, y):
    return (a - y) ** 3 / 2

# ----

# wrong: int-labels-shape
# did: collects in zeros_like(y), so integer labels cut the loss to whole numbers
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: no
def squared_error(a, y):
    out = np.zeros_like(y)
    out[...] = (a - y) ** 2 / 2
    return out

# ----

# wrong: half-in-exponent
# did: the one half slipped into the exponent, (a - y) ** (2 / 2)
# said: This is a - y, the derivative; the loss is (a - y)^2 / 2 (eq. 16).
# true: yes
def squared_error(a, y):
    return (a - y) ** (2 / 2)

# ----

# wrong: asserts-same-shape
# did: demands equal shapes with an assert, so no broadcasting
# said: An assert in your code fails for this input, which is allowed.
# true: yes
def squared_error(a, y):
    assert np.shape(a) == np.shape(y)
    return (a - y) ** 2 / 2

# ----

# wrong: overwrites-y
# did: stores the difference in the labels of the caller
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def squared_error(a, y):
    if isinstance(y, np.ndarray) and y.shape == np.shape(a):
        y[...] = a - y
        return y ** 2 / 2
    return (a - y) ** 2 / 2

# ----

# right: type-hints
# did: generated style with hints, docstring and asarray
def squared_error(a, y):
    """Compute half the squared difference elementwise.

    Args:
        a: activation(s) of the neuron.
        y: label(s).
    """
    a, y = np.asarray(a), np.asarray(y)
    residual: np.ndarray = a - y
    return residual ** 2 / 2.0

# ----

# right: builtin-pow
# did: the built-in pow
def squared_error(a, y):
    return pow(a - y, 2) * 0.5
