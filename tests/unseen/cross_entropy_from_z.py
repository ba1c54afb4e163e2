# wrong: mira-log-one-plus-exp
# did: log(1 + e^s) typed in directly, overflows for large s
# said: exp overflows for large |z|, and np.where computes both of its branches before it chooses: only ever take exp of a number that is not positive, as in exp(-|z|).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.log(1 + np.exp(s))

# ----

# wrong: mira-sign-of-s
# did: mixed up which label gets which sign of z
# said: The labels are swapped: y = 1 goes with log(1 + exp(-z)) (the sign of z) (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, z, -z)
    return np.logaddexp(0, s)

# ----

# wrong: mira-subtract-yz
# did: log(1 + e^z) - y z, right on paper, loses all digits for label 1 and large z
# said: A tiny loss loses its digits: where exp(-33) = 5e-15 is wanted, 0 or a rounded number comes back. Is it left over from a difference or a sum of larger numbers? log(1 + exp(s)) with s = z or -z needs none.
# true: yes
def cross_entropy_from_z(z, y):
    return np.logaddexp(0, z) - y * z

# ----

# wrong: mira-one-not-zero
# did: wrote 1 as the first argument of logaddexp, which stands for e^1
# said: Your result is too large everywhere.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.logaddexp(1, s)

# ----

# wrong: mira-leading-order
# did: keeps only max(s, 0), the limit for large |z|
# said: The term log(1 + exp(-|z|)) is missing: this is right only far out (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    # log(1 + e^s) -> s for large s and 0 for very negative s
    return np.maximum(s, 0.0)

# ----

# wrong: jonas-through-a
# did: put the two earlier functions together, a is rounded to 1 for large z
# said: For large |z| a = sigma(z) rounds to 0 or 1, and the loss is lost: work with z itself.
# true: yes
def cross_entropy_from_z(z, y):
    a = sigmoid(z)
    return cross_entropy(a, y)

# ----

# wrong: jonas-ignores-y
# did: read only the example with y = 0 and never uses y
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: yes
def cross_entropy_from_z(z, y):
    return np.logaddexp(0, z)

# ----

# wrong: jonas-plain-if
# did: a plain if on the label, no arrays of labels
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy_from_z(z, y):
    if y == 0:
        return np.logaddexp(0, z)
    else:
        return np.logaddexp(0, -z)

# ----

# wrong: jonas-hard-coded-far
# did: returns |z| as soon as |z| is above 700, also for the neuron that is certain and right
# said: Right for moderate z, as the cell before shows; wrong where |z| is large: look at np.clip in your code. Full precision is wanted.
# true: no
def cross_entropy_from_z(z, y):
    z = np.asarray(z, dtype=float)
    s = np.where(np.asarray(y) == 1, -z, z)
    small = np.log1p(np.exp(np.clip(s, -700, 700)))
    return np.where(np.abs(z) > 700, np.abs(z), small)

# ----

# wrong: ayse-hint-three-no-abs
# did: wrote hint 3 without the absolute value, log1p(exp(-s))
# said: The sign of z is lost: a right and a wrong answer cost the same here (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    """The cross-entropy of a = sigma(z), eq. 18, exact for every finite z."""
    s = np.where(y == 1, -z, z)
    return np.maximum(s, 0) + np.log1p(np.exp(-s))

# ----

# wrong: ayse-max-over-array
# did: used np.max, the largest entry, in place of the elementwise np.maximum
# said: Some losses are negative, but a loss never is: check the signs.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.max(s, 0) + np.log1p(np.exp(-np.abs(s)))

# ----

# wrong: ayse-mixes-a-and-z
# did: calls the earlier cross_entropy with z in place of a
# said: A function gets something outside [0, 1] for a: it wants the activation a = sigmoid(z), not z, and the arguments in the order (a, y).
# true: yes
def cross_entropy_from_z(z, y):
    with np.errstate(all="ignore"):
        return cross_entropy(z, y)

# ----

# wrong: ayse-derivative
# did: returned the derivative with respect to z, a - y
# said: This is the derivative a - y, not the loss (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    return sigmoid(z) - y

# ----

# wrong: ayse-log-sigmoid-minus
# did: takes -log sigma for label 1 and -log of 1 - sigma for label 0 with errstate, still rounded at large z
# said: For large |z| a = sigma(z) rounds to 0 or 1, and the loss is lost: work with z itself.
# true: yes
def cross_entropy_from_z(z, y):
    with np.errstate(divide="ignore"):
        return np.where(y == 1, -np.log(sigmoid(z)), -np.log(1 - sigmoid(z)))

# ----

# wrong: tom-cut-at-thirty
# did: if s > 30 returns s, if s < -30 returns 0, in between the formula
# said: A tiny loss loses its digits: where exp(-33) = 5e-15 is wanted, 0 or a rounded number comes back. 1 + u forgets a tiny u before log sees it: np.log1p(u) keeps it.
# true: yes
def cross_entropy_from_z(z, y):
    def one(z_i, y_i):
        if y_i == 1:
            s = -z_i
        else:
            s = z_i
        if s > 30:
            return s
        elif s < -30:
            return 0
        else:
            return np.log(1 + np.exp(s))
    return np.vectorize(one, otypes=[float])(z, y)[()]

# ----

# wrong: tom-except-inf
# did: math.exp in a try, OverflowError gives inf where z itself is the loss
# said: A number on the way grows beyond what a float can hold: rearrange the formula so that it stays small for large |z|.
# true: yes
import math

def cross_entropy_from_z(z, y):
    def one(z_i, y_i):
        s = z_i if y_i == 0 else -z_i
        try:
            return math.log1p(math.exp(s))
        except OverflowError:
            return math.inf
    return np.vectorize(one, otypes=[float])(z, y)[()]

# ----

# wrong: tom-vectorize-no-otypes
# did: np.vectorize guesses the output type from the first entry; if that is a large whole number, all the others are cut to integers
# said: Whatever goes wrong, goes wrong where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def cross_entropy_from_z(z, y):
    def one(z_i, y_i):
        s = -z_i if y_i == 1 else z_i
        if s > 40:
            return s
        return np.log1p(np.exp(s))
    return np.vectorize(one)(z, y)

# ----

# wrong: tom-loop-same-length
# did: loops over zip(z, y) for arrays, so one label for many z fails
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def cross_entropy_from_z(z, y):
    if np.ndim(z) == 0 and np.ndim(y) == 0:
        if y == 1:
            return np.logaddexp(0, -z)
        else:
            return np.logaddexp(0, z)
    out = []
    for z_i, y_i in zip(z, y):
        out.append(cross_entropy_from_z(z_i, y_i))
    return np.array(out)

# ----

# wrong: lin-clip-z
# did: clips z to [-500, 500] before the exponential, so z = 800 gives 500
# said: This clips z to +-500: clipping changes the answer, the loss must grow like |z| (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    z = np.clip(z, -500, 500)
    return np.where(y == 1, np.log1p(np.exp(-z)), np.log1p(np.exp(z)))

# ----

# wrong: lin-bce-with-logits
# did: the library formula max(z,0) - z y + log1p(exp(-|z|)), but with the mean at the end
# said: This takes the mean over the examples: the loss is wanted elementwise (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    """Binary cross entropy with logits (numerically stable)."""
    z = np.asarray(z, dtype=float)
    loss = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return loss.mean()

# ----

# wrong: lin-log-not-log1p
# did: log(1 + u) in place of log1p(u), small losses become 0
# said: A tiny loss loses its digits: where exp(-33) = 5e-15 is wanted, 0 or a rounded number comes back. 1 + u forgets a tiny u before log sees it: np.log1p(u) keeps it.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.maximum(s, 0) + np.log(1 + np.exp(-np.abs(s)))

# ----

# wrong: lin-softplus-threshold
# did: a softplus with threshold 20 in np.where: linear above it, but the unused branch still overflows
# said: Nearly right, but only to about 10 digits. Full precision is wanted.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.where(s > 20, s, np.log1p(np.exp(s)))

# ----

# wrong: lin-eps-through-a
# did: goes through the activation and clips it with 1e-15
# said: This clips a to [1e-15, 1 - 1e-15]: clipping changes the answer, the loss must grow like |z| (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    a = np.clip(sigmoid(z), 1e-15, 1 - 1e-15)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))

# ----

# right: ayse-logaddexp
# did: hints 1 and 2 put together
def cross_entropy_from_z(z, y):
    """The cross-entropy of a = sigma(z), eq. 18, exact for every finite z."""
    s = np.where(y == 1, -z, z)
    return np.logaddexp(0, s)

# ----

# right: mira-max-log1p
# did: hint 3's formula
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, -np.asarray(z), z)
    return np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))

# ----

# right: jonas-two-branches
# did: computes the loss for both labels, both are safe, and chooses
def cross_entropy_from_z(z, y):
    loss_if_1 = np.logaddexp(0, -z)
    loss_if_0 = np.logaddexp(0, z)
    return np.where(y == 1, loss_if_1, loss_if_0)

# ----

# right: tom-vectorize
# did: if/else on the sign for one pair, vectorised with a float output
def cross_entropy_from_z(z, y):
    def one(z_i, y_i):
        s = float(z_i)
        if y_i == 1:
            s = -s
        if s > 0:
            return s + np.log1p(np.exp(-s))
        else:
            return np.log1p(np.exp(s))
    return np.vectorize(one, otypes=[float])(z, y)[()]

# ----

# right: lin-signed-logit
# did: the sign as a float factor, 1 for label 0 and -1 for label 1
def cross_entropy_from_z(z, y):
    sign = 1.0 - 2.0 * np.asarray(y, dtype=float)
    return np.logaddexp(0.0, sign * z)
