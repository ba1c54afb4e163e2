# wrong: mira-log-one-plus-exp
# did: log(1 + e^s) typed in directly, overflows for large s
# said: exp overflows where its argument is large, 800: log(1 + exp(s)) is max(s, 0) + log(1 + exp(-|s|)), which takes exp of nothing positive.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.log(1 + np.exp(s))

# ----

# wrong: mira-sign-of-s
# did: mixed up which label gets which sign of z
# said: Your values fit this slip: 1 - y stands where y belongs: the labels are swapped (eq. 18).
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
# said: This is log(e + exp(s)), not log(1 + exp(s)): the arguments of np.logaddexp(p, q) are exponents, and 1 is exp(0) (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.logaddexp(1, s)

# ----

# wrong: mira-leading-order
# did: keeps only max(s, 0), the limit for large |z|
# said: Your values fit this slip: the term log(1 + exp(-|z|)) is missing (eq. 18).
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
# said: The loss stops growing at 500, but it must grow like |z| (eq. 18): look at the clipping.
# true: yes
def cross_entropy_from_z(z, y):
    z = np.clip(z, -500, 500)
    return np.where(y == 1, np.log1p(np.exp(-z)), np.log1p(np.exp(z)))

# ----

# wrong: lin-bce-with-logits
# did: the library formula max(z,0) - z y + log1p(exp(-|z|)), but with the mean at the end
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 18).
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
# said: The loss stops growing at 34.54, but it must grow like |z| (eq. 18): look at the clipping.
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

# ----

# wrong: through-a
# did: computes a first and takes the cross-entropy of it, inf for large |z|
# said: For large |z| a = sigma(z) rounds to 0 or 1, and the loss is lost: work with z itself.
# true: yes
def cross_entropy_from_z(z, y):
    return cross_entropy(sigmoid(z), y)

# ----

# wrong: plain-log-exp
# did: log(1 + exp(s)) as it stands, overflow for large |z|
# said: exp overflows where its argument is large, 800: log(1 + exp(s)) is max(s, 0) + log(1 + exp(-|s|)), which takes exp of nothing positive.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.log(1 + np.exp(s))

# ----

# wrong: log1p-exp
# did: log1p(exp(s)), exact for small but overflows for large s
# said: exp overflows where its argument is large, 800: log(1 + exp(s)) is max(s, 0) + log(1 + exp(-|s|)), which takes exp of nothing positive.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.log1p(np.exp(s))

# ----

# wrong: labels-swapped
# did: took -z for y = 0 and z for y = 1
# said: Your values fit this slip: 1 - y stands where y belongs: the labels are swapped (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 0, np.negative(z), z)
    return np.logaddexp(0, s)

# ----

# wrong: one-instead-of-zero
# did: logaddexp(1, s), forgot that 1 is e^0
# said: This is log(e + exp(s)), not log(1 + exp(s)): the arguments of np.logaddexp(p, q) are exponents, and 1 is exp(0) (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.logaddexp(1, s)

# ----

# wrong: max-forgotten
# did: only log1p(exp(-|s|)), the term max(s, 0) is missing
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: yes
def cross_entropy_from_z(z, y):
    return np.log1p(np.exp(-np.abs(z)))

# ----

# wrong: max-of-abs
# did: |z| in place of max(s, 0)
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: yes
def cross_entropy_from_z(z, y):
    return np.abs(z) + np.log1p(np.exp(-np.abs(z)))

# ----

# wrong: builtin-max
# did: Python's max, which cannot handle arrays
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy_from_z(z, y):
    s = -z if y == 1 else z
    return max(s, 0) + np.log1p(np.exp(-abs(s)))

# ----

# wrong: np-max
# did: np.max(s, 0), where 0 is the axis and not a number to compare with
# said: Some losses are negative, but a loss never is: check the signs.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.max(s, 0) + np.log1p(np.exp(-np.abs(s)))

# ----

# wrong: no-log1p
# did: np.log(1 + exp(-|s|)), loses the digits of small losses (0 instead of 4e-18)
# said: A tiny loss loses its digits: where exp(-33) = 5e-15 is wanted, 0 or a rounded number comes back. 1 + u forgets a tiny u before log sees it: np.log1p(u) keeps it.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.maximum(s, 0) + np.log(1 + np.exp(-np.abs(s)))

# ----

# wrong: clip-z-500
# did: clips z to [-500, 500] against the overflow, 800 comes out as 500
# said: The loss stops growing at 500, but it must grow like |z| (eq. 18): look at the clipping.
# true: yes
def cross_entropy_from_z(z, y):
    z = np.clip(z, -500, 500)
    return np.where(np.asarray(y) == 1, np.log1p(np.exp(-z)), np.log1p(np.exp(z)))

# ----

# wrong: clip-activation
# did: sigmoid, then clip to 1e-15, so the loss stops at 34.5
# said: The loss stops growing at 34.54, but it must grow like |z| (eq. 18): look at the clipping.
# true: yes
def cross_entropy_from_z(z, y):
    a = np.clip(sigmoid(z), 1e-15, 1 - 1e-15)
    return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: tf-formula-slip
# did: the TensorFlow formula with +zy instead of -zy
# said: Your values fit this slip: the sign of y is flipped (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    return np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))

# ----

# wrong: tf-no-abs
# did: the TensorFlow formula without the absolute value in the exponential, wrong for every negative z and overflows far left
# said: Your values fit this slip: |z| stands where max(z, 0) belongs, or the exponent is -z, not -|z| (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(np.negative(z)))

# ----

# wrong: negative-loss
# did: minus sign in front, from -log sigma read twice
# said: Your values fit this slip: the sign of the whole is flipped (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    return -np.logaddexp(0, np.where(np.asarray(y) == 1, np.negative(z), z))

# ----

# wrong: only-y0
# did: only the case y = 0
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: yes
def cross_entropy_from_z(z, y):
    return np.logaddexp(0, z)

# ----

# wrong: summed
# did: summed over the entries
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.sum(np.logaddexp(0, s))

# ----

# wrong: z-is-a
# did: put z straight into equation (18)
# said: z is put in place of a: take sigma(z) into account (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    with np.errstate(all="ignore"):
        return -y * np.log(z) - (1 - y) * np.log(1 - z)

# ----

# wrong: piecewise-gap
# did: replaced the loss by s for s > 10 and by 0 for s < -10
# said: Nearly right, but only to about 2 digits: look at np.clip in your code. Full precision is wanted.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    mid = np.log1p(np.exp(np.clip(s, -10, 10)))
    return np.where(s > 10, s, np.where(s < -10, 0.0, mid))

# ----

# wrong: s-from-2y-minus-1
# did: s = (2y - 1) z, the sign is the wrong way round
# said: Your values fit this slip: 1 - y stands where y belongs: the labels are swapped (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = (2 * y - 1) * z
    return np.logaddexp(0, s)

# ----

# wrong: labels-as-pm1
# did: the formula for labels -1 and 1, y = 0 always gives log 2
# said: Right elsewhere, wrong only where y = 0: look at the term that y = 0 selects.
# true: yes
def cross_entropy_from_z(z, y):
    return np.logaddexp(0, -y * np.asarray(z))

# ----

# wrong: if-in-python
# did: if y == 1, arrays of labels are ambiguous
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy_from_z(z, y):
    if y == 1:
        return np.logaddexp(0, -z)
    return np.logaddexp(0, z)

# ----

# wrong: log-of-own-sigmoid
# did: -log sigma(s): one rounding less, but still inf far out, with a warning
# said: log(0) is taken: for large |z| a = sigma(z) is 0 or 1 to the last digit. Work with z itself.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, z, np.negative(z))
    return -np.log(sigmoid(s))

# ----

# wrong: int-result-array
# did: collects in zeros_like(z), so integers are cut
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def cross_entropy_from_z(z, y):
    z, y = np.broadcast_arrays(z, y)
    out = np.zeros_like(z)
    out[y == 1] = np.logaddexp(0, -z[y == 1])
    out[y == 0] = np.logaddexp(0, z[y == 0])
    return out

# ----

# wrong: half-the-example
# did: softplus with the exponent halved, a slip when copying
# said: Your result is too large wherever it is wrong; its size is 1 to 17 times the expected one.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s) / 2))

# ----

# wrong: flips-z-in-place
# did: flips the sign in the caller's array
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def cross_entropy_from_z(z, y):
    if np.ndim(z) == 0:
        return np.logaddexp(0, np.where(np.asarray(y) == 1, -z, z))
    z[np.broadcast_to(y, z.shape) == 1] *= -1
    return np.logaddexp(0, z)

# ----

# wrong: errstate-overflow
# did: silenced the overflow, 800 comes out as inf
# said: The result is nan or infinite for large |z|: rearrange so that nothing on the way becomes infinite or is divided by 0.
# true: yes
def cross_entropy_from_z(z, y):
    with np.errstate(over="ignore"):
        return np.log1p(np.exp(np.where(np.asarray(y) == 1, np.negative(z), z)))

# ----

# right: logaddexp-where
# did: np.where for s, then logaddexp(0, s)
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.logaddexp(0, s)

# ----

# right: one-minus-2y
# did: s = (1 - 2y) z without a choice
def cross_entropy_from_z(z, y):
    return np.logaddexp(0, (1 - 2 * y) * z)

# ----

# right: hint-three
# did: max(s, 0) + log1p(exp(-|s|))
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))

# ----

# right: tensorflow-formula
# did: max(z, 0) - zy + log1p(exp(-|z|))
def cross_entropy_from_z(z, y):
    # numerically stable version
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))

# ----

# right: weighted-terms
# did: y times one softplus plus (1 - y) times the other
def _softplus(t):
    return np.logaddexp(0.0, t)

def cross_entropy_from_z(z, y):
    return y * _softplus(np.negative(z)) + (1 - y) * _softplus(z)

# ----

# right: where-outside
# did: both logaddexp computed, chosen afterwards
def cross_entropy_from_z(z, y):
    return np.where(np.equal(y, 1), np.logaddexp(0, np.negative(z)), np.logaddexp(0, z))

# ----

# right: broadcast-masks
# did: broadcast and filled by masks into a float array
def cross_entropy_from_z(z, y):
    z, y = np.broadcast_arrays(np.asarray(z, dtype=float), y)
    out = np.empty(z.shape)
    one = y == 1
    out[one] = np.logaddexp(0, -z[one])
    out[~one] = np.logaddexp(0, z[~one])
    return out

# ----

# wrong: logaddexp-y-multiplied
# did: logaddexp(0, z) times (1 - y) only, loss 0 for y = 1
# said: Only the term of y = 0 is there: the one of y = 1 is missing (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    return (1 - y) * np.logaddexp(0, z)

# ----

# wrong: minus-without-abs-relu
# did: max(s, 0) alone, the rounded corner is missing
# said: Your values fit this slip: the term log(1 + exp(-|z|)) is missing (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.maximum(s, 0.0)

# ----

# wrong: logaddexp2
# did: np.logaddexp2, powers of 2
# said: Your result is too large everywhere; its size is 1 to 8.4 times the expected one.
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.logaddexp2(0, s)

# ----

# wrong: plain-log-where-safe
# did: s itself for s > 700, but np.where computes the overflowing side too
# said: exp overflows for large |z|. np.where alone is not enough: it computes both of its branches for every entry before it chooses, so both must be safe. Take exp only of what is never positive, as in np.exp(-np.abs(z)).
# true: yes
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z)
    return np.where(s > 700, s, np.log1p(np.exp(s)))

# ----

# wrong: mean-logits-loss
# did: BCE-with-logits copied with its mean at the end
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    z = np.asarray(z, dtype=float)
    loss = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return loss.mean()

# ----

# wrong: squared-from-z
# did: the squared error of sigma(z)
# said: This is the squared error, the other loss (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    return squared_error(sigmoid(z), y)

# ----

# wrong: z-positive-only
# did: forgot the minus of z for y = 1 in one of two loops over masks
# said: Your values fit this slip: y = 1 gives what y = 0 should give: look at the case y = 1 (eq. 18).
# true: yes
def cross_entropy_from_z(z, y):
    z, y = np.broadcast_arrays(np.asarray(z, dtype=float), y)
    out = np.zeros(z.shape)
    out[y == 0] = np.logaddexp(0, z[y == 0])
    out[y == 1] = np.logaddexp(0, z[y == 1])
    return out

# ----

# right: select-tail
# did: clipped exponential chosen against s itself far out
def cross_entropy_from_z(z, y):
    s = np.where(np.asarray(y) == 1, np.negative(z), z).astype(float)
    return np.where(s > 40, s, np.log1p(np.exp(np.minimum(s, 40))))

# ----

# right: sign-of-label
# did: sign from the label, softplus with np.maximum written as a half sum
def cross_entropy_from_z(z, y):
    sign = np.where(np.asarray(y) == 1, -1.0, 1.0)
    s = sign * z
    relu = s * (s > 0)
    return relu + np.log1p(np.exp(-np.abs(s)))
