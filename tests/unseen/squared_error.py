# wrong: mira-half-inside
# did: halved the difference before squaring, a quarter of the square
# said: This is (a - y)^2 / 4: one 1/2 is too many, as if it were squared too (eq. 16).
# true: yes
def squared_error(a, y):
    """The squared error (a - y)^2 / 2, eq. 16."""
    return ((a - y) / 2) ** 2

# ----

# wrong: mira-no-half
# did: left out the factor one half
# said: The factor 1/2 is missing: this is (a - y)^2 (eq. 16).
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
# said: This is |a - y|/2: the square is missing (eq. 16).
# true: yes
def squared_error(a, y):
    return 0.5 * np.sqrt((a - y) ** 2)

# ----

# wrong: jonas-mse-mean
# did: returned the mean squared error of the batch
# said: This takes the mean over the examples: the loss is wanted elementwise, one each (eq. 16).
# true: yes
def squared_error(a, y):
    return np.mean((a - y) ** 2) / 2

# ----

# wrong: jonas-sum
# did: summed the losses
# said: This sums over the examples: the loss is wanted elementwise, one each (eq. 16).
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
# said: This is |a - y|/2: the square is missing (eq. 16).
# true: yes
def squared_error(a, y):
    return np.abs(a - y) / 2

# ----

# wrong: ayse-sigmoid-first
# did: mixed up a and z, puts a through the sigmoid again
# said: sigma is applied once more: a is the activation already (eq. 16).
# true: yes
def squared_error(a, y):
    a = sigmoid(a)
    return (a - y) ** 2 / 2

# ----

# wrong: ayse-dot-product
# did: squared with @, which gives the sum of the squares for vectors and an error for numbers
# said: Your result at some inputs is one number where one for each entry is wanted, (5,): is something summed, averaged or indexed?
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
# said: Your result at some inputs is one number where one for each entry is wanted, (2, 5): is something summed, averaged or indexed?
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
# said: This takes the mean over the examples: the loss is wanted elementwise, one each (eq. 16).
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
