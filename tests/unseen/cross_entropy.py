# wrong: mira-formula-as-is
# did: equation 18 as it stands, nan and warnings at the ends
# said: At a = 0 or a = 1 one logarithm is -inf and its factor, the label, is 0: 0 times infinity is nan. Do not multiply by y and 1 - y there: choose the term that the label selects.
# true: yes
def cross_entropy(a, y):
    """The cross-entropy, eq. 18, with its limits at a = 0 and a = 1."""
    return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: mira-minus-lost
# did: forgot the minus sign, the log-likelihood comes out
# said: Your values fit this slip: the sign of the whole is flipped (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 1, a, 1 - a)
    with np.errstate(divide="ignore"):
        return np.log(p)

# ----

# wrong: mira-negative-likelihood
# did: took minus the likelihood itself and forgot the logarithm
# said: The logarithms are missing (eq. 18).
# true: yes
def cross_entropy(a, y):
    likelihood = a ** y * (1 - a) ** (1 - y)
    return -likelihood

# ----

# wrong: mira-sign-of-second-term
# did: put a plus in front of the second term
# said: Your values fit this slip: the sign of the term with 1 - y is flipped (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return np.where(y == 1, -np.log(a), np.log(1 - a))

# ----

# wrong: mira-zero-times-log-errstate
# did: equation 18 with all warnings silenced, the nan at the ends stays
# said: At a = 0 or a = 1 one logarithm is -inf and its factor, the label, is 0: 0 times infinity is nan. Do not multiply by y and 1 - y there: choose the term that the label selects.
# true: yes
def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: jonas-log2
# did: logarithm to base 2
# said: The logarithm is log2, to base 2; eq. 18 has the natural one, np.log.
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 1, a, 1 - a)
    with np.errstate(divide="ignore"):
        return -np.log2(p)

# ----

# wrong: jonas-one-label
# did: only the case y = 1, taken from the multi-class formula -y log a
# said: Your values fit this slip: the term with 1 - y is missing (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(y == 1, -np.log(a), 0.0)

# ----

# wrong: jonas-plain-if
# did: a plain if on y, fails for arrays of labels
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        if y == 1:
            return -np.log(a)
        return -np.log(1 - a)

# ----

# wrong: jonas-warning-left
# did: chose the right term but left out errstate, a warning appears at the ends
# said: The values are right, only the warning is left: take the logarithm inside `with np.errstate(divide="ignore"):`.
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 1, a, 1 - np.asarray(a))
    return -np.log(p)

# ----

# wrong: ayse-mean
# did: returns the mean loss over all entries
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 1, a, 1 - a)
    with np.errstate(divide="ignore"):
        return np.mean(-np.log(p))

# ----

# wrong: ayse-activation-of-label
# did: swapped the roles of a and y in the choice of p
# said: A logarithm of 0 or less is taken, or a division by 0, though a lies between 0 and 1 here, so that log(a) and log(1 - a) are safe. Are a and y swapped, as in log(y)?
# true: yes
def cross_entropy(a, y):
    p = np.where(a >= 0.5, y, 1 - y)
    with np.errstate(divide="ignore"):
        return -np.log(p)

# ----

# wrong: ayse-returns-p
# did: stopped at hint 2's p, no logarithm
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 1, a, 1 - a)
    return p

# ----

# wrong: ayse-labels-swapped
# did: p = a where y is 0
# said: y and 1 - y are swapped: y goes with log a (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 0, a, 1 - a)
    with np.errstate(divide="ignore"):
        return -np.log(p)

# ----

# wrong: ayse-where-two-logs
# did: np.where over two logarithms without errstate, warns although the right one is chosen
# said: The values are right, only the warning is left: take the logarithm inside `with np.errstate(divide="ignore"):`.
# true: yes
def cross_entropy(a, y):
    return np.where(y == 1, -np.log(a), -np.log(1 - a))

# ----

# wrong: tom-ends-return-zero
# did: if/else for the ends, but gives 0 at every end, also where the neuron is certain and wrong
# said: Certain and wrong must cost infinity, and costs 0 here (eq. 18).
# true: yes
def cross_entropy(a, y):
    def one(a_i, y_i):
        if a_i == 0 or a_i == 1:
            return 0.0
        return -y_i * np.log(a_i) - (1 - y_i) * np.log(1 - a_i)
    return np.vectorize(one, otypes=[float])(a, y)[()]

# ----

# wrong: tom-nan-to-zero
# did: replaces the nan with 0 by np.nan_to_num, which also turns inf into a huge number
# said: Certain and wrong must cost infinity, and costs 1.798e+308 here: np.nan_to_num turns inf, which is right, into a number.
# true: yes
def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        loss = -y * np.log(a) - (1 - y) * np.log(1 - a)
    return np.nan_to_num(loss)

# ----

# wrong: tom-flat-zip
# did: a loop over zip of the raveled arguments, no broadcasting of one label against many activations
# said: Shapes do not fit together: print the shapes; one may be (n,) and the other (n, 1) or (m,).
# true: yes
def cross_entropy(a, y):
    result = []
    for a_i, y_i in zip(np.ravel(a), np.ravel(y)):
        if y_i == 1:
            p = a_i
        else:
            p = 1 - a_i
        if p == 0:
            result.append(np.inf)
        else:
            result.append(-np.log(p))
    if np.ndim(a) == 0:
        return result[0]
    return np.array(result).reshape(np.shape(a))

# ----

# wrong: tom-missing-log-case
# did: the if for a wrong certain answer covers only label 1, label 0 with a = 1 gives a warning
# said: The values are right, only the warning is left: take the logarithm inside `with np.errstate(divide="ignore"):`.
# true: yes
def cross_entropy(a, y):
    def one(a_i, y_i):
        if y_i == 1:
            if a_i == 0:
                return np.inf
            else:
                return -np.log(a_i)
        else:
            return -np.log(1 - a_i)
    return np.vectorize(one, otypes=[float])(a, y)[()]

# ----

# wrong: lin-clip-eps
# did: clips a to [1e-12, 1 - 1e-12], so the loss stops at 27.6
# said: Certain and wrong must cost infinity, and costs 27.63 here: np.clip keeps it finite, and that changes the answer (eq. 18).
# true: yes
def cross_entropy(a, y):
    eps = 1e-12
    a = np.clip(a, eps, 1 - eps)
    return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: lin-add-eps
# did: adds 1e-8 inside the logarithms
# said: Nearly right, but only to about 3 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def cross_entropy(a, y):
    return -(y * np.log(a + 1e-8) + (1 - y) * np.log(1 - a + 1e-8))

# ----

# wrong: lin-large-number-not-inf
# did: caps the loss at 100 as a deep learning library does
# said: Certain and wrong must cost infinity, and costs 100 here: np.minimum keeps it finite, and that changes the answer (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(y == 1, a, 1 - np.asarray(a))
    with np.errstate(divide="ignore"):
        return np.minimum(-np.log(p), 100.0)

# ----

# wrong: lin-masked-log-zero
# did: np.log with where=p > 0 into an array of zeros, so certain and wrong gives loss 0, not inf
# said: Certain and wrong must cost infinity, and costs 0 here (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, 1 - np.asarray(a))
    return -np.log(p, out=np.zeros_like(p, dtype=float), where=p > 0)

# ----

# wrong: lin-logits-version
# did: pasted the with-logits version, takes a for z
# said: Your values fit this slip: sigma is applied to a, which is the activation already (eq. 18).
# true: yes
def cross_entropy(a, y):
    z = np.asarray(a, dtype=float)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))

# ----

# right: ayse-hints
# did: hints 2 and 3 put together
def cross_entropy(a, y):
    """The cross-entropy, eq. 18, with its limits at a = 0 and a = 1."""
    p = np.where(y == 1, a, 1 - a)
    with np.errstate(divide="ignore"):
        return -np.log(p)

# ----

# right: jonas-y-as-condition
# did: the label itself as the condition
def cross_entropy(a, y):
    prob_of_truth = np.where(np.asarray(y) > 0.5, a, 1.0 - np.asarray(a))
    with np.errstate(divide="ignore"):
        loss = -np.log(prob_of_truth)
    return loss

# ----

# right: mira-log1p
# did: chooses between two logarithms, log1p for label 0, inside errstate
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return np.where(np.asarray(y) == 1, -np.log(a), -np.log1p(-np.asarray(a, dtype=float)))

# ----

# right: tom-vectorize
# did: if/else for one pair with the end written out, np.vectorize broadcasts
def cross_entropy(a, y):
    def one(a_i, y_i):
        if y_i == 1:
            p = a_i
        else:
            p = 1 - a_i
        if p == 0:
            return np.inf
        else:
            return -np.log(p)
    return np.vectorize(one, otypes=[float])(a, y)[()]

# ----

# right: lin-masked-log
# did: np.log with where= and an output filled with -inf
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, 1 - np.asarray(a)).astype(float)
    log_p = np.full(p.shape, -np.inf)
    np.log(p, out=log_p, where=p > 0)
    return -log_p

# ----

# wrong: plain-formula
# did: equation (18) as it stands, nan at the ends
# said: At a = 0 or a = 1 one logarithm is -inf and its factor, the label, is 0: 0 times infinity is nan. Do not multiply by y and 1 - y there: choose the term that the label selects.
# true: yes
def cross_entropy(a, y):
    return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: clip-1e-15
# did: clipped a to [1e-15, 1 - 1e-15], so no inf at the ends
# said: Certain and wrong must cost infinity, and costs 34.54 here: np.clip keeps it finite, and that changes the answer (eq. 18).
# true: yes
def cross_entropy(a, y):
    eps = 1e-15
    a = np.clip(a, eps, 1 - eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))

# ----

# wrong: plus-eps
# did: added 1e-8 inside the logarithms
# said: Nearly right, but only to about 3 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def cross_entropy(a, y):
    eps = 1e-8
    return -y * np.log(a + eps) - (1 - y) * np.log(1 - a + eps)

# ----

# wrong: sign-lost
# did: no minus in front, the loss is negative
# said: Your values fit this slip: the sign of the whole is flipped (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    with np.errstate(divide="ignore"):
        return np.log(p)

# ----

# wrong: log10
# did: decimal logarithm
# said: The logarithm is log10, to base 10; eq. 18 has the natural one, np.log.
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    with np.errstate(divide="ignore"):
        return -np.log10(p)

# ----

# wrong: log2-bits
# did: logarithm to base 2, as in information theory
# said: The logarithm is log2, to base 2; eq. 18 has the natural one, np.log.
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    with np.errstate(divide="ignore"):
        return -np.log2(p)

# ----

# wrong: warns
# did: chose the term but forgot to silence the warning of log(0)
# said: The values are right, only the warning is left: take the logarithm inside `with np.errstate(divide="ignore"):`.
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    return -np.log(p)

# ----

# wrong: labels-swapped
# did: the cases y = 1 and y = 0 swapped
# said: y and 1 - y are swapped: y goes with log a (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 0, a, np.subtract(1, a))
    with np.errstate(divide="ignore"):
        return -np.log(p)

# ----

# wrong: mean
# did: mean over the examples as in Keras
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    with np.errstate(divide="ignore"):
        return np.mean(-np.log(p))

# ----

# wrong: nansum-pair
# did: silenced the warnings and replaced nan by 0, which also sums everything up
# said: Your values fit this slip: the sum over the examples is taken; one value for each is wanted (elementwise) (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        return np.nansum(-y * np.log(a) - (1 - y) * np.log(1 - a))

# ----

# wrong: nan-to-num
# did: np.nan_to_num, which turns inf into a large finite number as well
# said: Certain and wrong must cost infinity, and costs 1.798e+308 here: np.nan_to_num turns inf, which is right, into a number.
# true: yes
def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        loss = -y * np.log(a) - (1 - y) * np.log(np.subtract(1, a))
    return np.nan_to_num(loss)

# ----

# wrong: nan-with-errstate
# did: switched off the warnings, the nan stays
# said: At a = 0 or a = 1 one logarithm is -inf and its factor, the label, is 0: 0 times infinity is nan. Do not multiply by y and 1 - y there: choose the term that the label selects.
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: if-on-label
# did: Python if on y, numbers only
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        if y == 1:
            return -np.log(a)
        else:
            return -np.log(1 - a)

# ----

# wrong: only-positive-class
# did: left out the term for y = 0
# said: Your values fit this slip: the term with 1 - y is missing (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(y) == 1, -np.log(a), 0.0)

# ----

# wrong: math-log
# did: math.log, which takes no arrays and raises at 0
# said: An array stands where Python wants one number: look at the line where it stops.
# true: yes
from math import log

def cross_entropy(a, y):
    return -y * log(a) - (1 - y) * log(1 - a)

# ----

# wrong: log1p-sign
# did: log1p(a) for log(1 - a), the minus is missing
# said: The sign in log(1 + a) is flipped: it is log(1 - a) (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return np.where(np.asarray(y) == 1, -np.log(a), -np.log1p(a))

# ----

# wrong: arguments-swapped
# did: order (y, a) as in scikit-learn, so the roles are swapped
# said: A logarithm of 0 or less is taken, or a division by 0, though a lies between 0 and 1 here, so that log(a) and log(1 - a) are safe. Are a and y swapped, as in log(y)?
# true: yes
def cross_entropy(y, a):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.log(p)

# ----

# wrong: log-of-difference
# did: log(1) - log(a) instead of log(1 - a)
# said: Your values fit this slip: y = 0 gives what y = 1 should give: look at the case y = 0 (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return np.where(np.asarray(y) == 1, -np.log(a), np.log(1) - np.log(a))

# ----

# wrong: inner-sign
# did: + between the two terms
# said: Your values fit this slip: the sign of the term with 1 - y is flipped (eq. 18).
# true: yes
def cross_entropy(a, y):
    return -y * np.log(a) + (1 - y) * np.log(1 - a)

# ----

# wrong: limits-as-large-number
# did: returns 1e10 instead of inf where it is certain and wrong
# said: Certain and wrong must cost infinity, and costs 1e+10 here (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1.0, a))
    safe = np.where(p > 0, p, 1.0)
    return np.where(p > 0, -np.log(safe), 1e10)

# ----

# wrong: zero-at-both-ends
# did: sets the loss to 0 wherever a is 0 or 1, also where it is wrong
# said: Certain and wrong must cost infinity, and costs 0 here (eq. 18).
# true: yes
def cross_entropy(a, y):
    a = np.asarray(a, dtype=float)
    inside = (a > 0) & (a < 1)
    t = np.where(inside, a, 0.5)
    loss = -y * np.log(t) - (1 - y) * np.log(1 - t)
    return np.where(inside, loss, 0.0)

# ----

# wrong: inf-at-both-ends
# did: sets the loss to inf wherever a is 0 or 1, also where it is right
# said: Certain and right must cost 0, and costs infinity here.
# true: yes
def cross_entropy(a, y):
    a = np.asarray(a, dtype=float)
    ends = (a == 0) | (a == 1)
    t = np.where(ends, 0.5, a)
    loss = -y * np.log(t) - (1 - y) * np.log(1 - t)
    return np.where(ends, np.inf, loss)

# ----

# wrong: writes-p-into-a
# did: replaces entries of the caller's a by 1 - a
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def cross_entropy(a, y):
    if np.ndim(a) > 0:
        m = (y == 0) & np.ones(np.shape(a), dtype=bool)
        a[m] = 1 - a[m]
        with np.errstate(divide="ignore"):
            return -np.log(a)
    with np.errstate(divide="ignore"):
        return -np.log(np.where(np.asarray(y) == 1, a, 1 - a))

# ----

# wrong: where-shape-of-a
# did: allocates the result with the shape of a, so a number a with an array of labels fails
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def cross_entropy(a, y):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y)
    loss = np.empty(a.shape)
    with np.errstate(divide="ignore"):
        loss[y == 1] = -np.log(a[y == 1])
        loss[y == 0] = -np.log(1 - a[y == 0])
    return loss

# ----

# wrong: returns-p
# did: returned the probability of the truth and forgot the logarithm
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def cross_entropy(a, y):
    return np.where(np.asarray(y) == 1, a, np.subtract(1, a))

# ----

# wrong: sigmoid-first
# did: applied the sigmoid to a, so it never gets to the ends
# said: Your values fit this slip: sigma is applied to a, which is the activation already (eq. 18).
# true: yes
def cross_entropy(a, y):
    s = sigmoid(a)
    return -y * np.log(s) - (1 - y) * np.log(1 - s)

# ----

# wrong: ternary-in-loop-zip
# did: zip and a ternary, gives a list and needs two arrays
# said: A list comes back: turn it into an array with np.array.
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return [-np.log(ai) if yi == 1 else -np.log(1 - ai) for ai, yi in zip(a, y)]

# ----

# wrong: one-hot-softmax-style
# did: the multi-class formula -y log a, copied, only the true class term
# said: Your values fit this slip: the term with 1 - y is missing (eq. 18).
# true: yes
def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        return -(y * np.log(a))

# ----

# right: choose-p
# did: np.where for p, errstate for log 0
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    with np.errstate(divide="ignore"):
        return -np.log(p)

# ----

# right: where-of-logs
# did: both logarithms, chosen afterwards, divide ignored
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return np.where(np.equal(y, 1), -np.log(a), -np.log(np.subtract(1, a)))

# ----

# right: abs-form
# did: the probability of the truth as |a - (1 - y)|
def cross_entropy(a, y):
    p = np.abs(a - (1 - y))
    with np.errstate(divide="ignore"):
        return -np.log(p)

# ----

# right: safe-log-then-inf
# did: logarithm of safe numbers, inf set by hand
def cross_entropy(a, y):
    p = np.where(np.equal(y, 0), np.subtract(1.0, a), a)
    positive = p > 0
    return np.where(positive, -np.log(np.where(positive, p, 1.0)), np.inf)

# ----

# right: broadcast-and-masks
# did: broadcasts both, then fills a fresh array by masks
def cross_entropy(a, y):
    a, y = np.broadcast_arrays(np.asarray(a, dtype=float), y)
    loss = np.zeros(a.shape)
    with np.errstate(divide="ignore"):
        loss[y == 1] = -np.log(a[y == 1])
        loss[y == 0] = -np.log1p(-a[y == 0])
    return loss

# ----

# right: log1p
# did: log1p(-a) for the second case
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return -np.where(np.asarray(y) == 1, np.log(a), np.log1p(np.negative(a)))

# ----

# right: old-err-state
# did: np.seterr switched off and back on by hand
def cross_entropy(a, y):
    old = np.seterr(divide="ignore")
    p = np.where(np.asarray(y) > 0.5, a, 1 - np.asarray(a))
    loss = -np.log(p)
    np.seterr(**old)
    return loss

# ----

# wrong: sklearn-log-loss
# did: log_loss of scikit-learn, which gives a mean and is not in the notebook
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def cross_entropy(a, y):
    return log_loss(y, a)

# ----

# wrong: where-plain-logs-warn
# did: chose the term with np.where, but both logarithms are computed and warn
# said: The values are right, only the warning is left: take the logarithm inside `with np.errstate(divide="ignore"):`.
# true: yes
def cross_entropy(a, y):
    return np.where(np.asarray(y) == 1, -np.log(a), -np.log(1 - np.asarray(a)))

# ----

# wrong: invalid-left
# did: multiplied and ignored only "divide", the invalid-value warning of 0 * inf remains
# said: At a = 0 or a = 1 one logarithm is -inf and its factor, the label, is 0: 0 times infinity is nan. Do not multiply by y and 1 - y there: choose the term that the label selects.
# true: yes
def cross_entropy(a, y):
    with np.errstate(divide="ignore"):
        return -y * np.log(a) - (1 - y) * np.log(np.subtract(1, a))

# ----

# wrong: clips-lower-only
# did: np.maximum(p, 1e-300) inside the log, 690.8 instead of inf
# said: Certain and wrong must cost infinity, and costs 690.8 here: np.maximum keeps it finite, and that changes the answer (eq. 18).
# true: yes
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1, a))
    return -np.log(np.maximum(p, 1e-300))

# ----

# wrong: raises-at-ends
# did: raises a ValueError where a is 0 or 1
# said: Your code, or a function it calls, does not accept an input that is allowed: the error says what was wrong.
# true: yes
def cross_entropy(a, y):
    if np.any(np.asarray(a) <= 0) or np.any(np.asarray(a) >= 1):
        raise ValueError("log of 0")
    return -y * np.log(a) - (1 - y) * np.log(1 - a)

# ----

# wrong: scalar-if-first-label
# did: looks at the first label only and uses its term for all
# said: Whatever goes wrong, goes wrong for arrays: each entry stands alone: is something summed, averaged or divided by a number of entries, or made for one number only?
# true: yes
def cross_entropy(a, y):
    first = np.ravel(y)[0]
    p = np.asarray(a, dtype=float) if first == 1 else 1 - np.asarray(a, dtype=float)
    with np.errstate(divide="ignore"):
        return -np.log(p * np.ones(np.shape(y)))

# ----

# wrong: entropy-of-a
# did: the entropy of a, with a in place of y as weight
# said: Your result stays the same when y alone changes, but it must change: is y used where it should be?
# true: yes
def cross_entropy(a, y):
    with np.errstate(all="ignore"):
        return -a * np.log(a) - (1 - a) * np.log(1 - a)

# ----

# wrong: xlogy-sign
# did: scipy's xlogy, but xlogy(1 - y, a) in the second term
# said: Your values fit this slip: y = 0 gives what y = 1 should give: look at the case y = 0 (eq. 18).
# true: yes
from scipy.special import xlogy

def cross_entropy(a, y):
    return -xlogy(y, a) - xlogy(1 - y, a)

# ----

# right: scipy-xlogy
# did: scipy's xlogy and xlog1py, which give 0 at 0 log 0
from scipy.special import xlog1py, xlogy

def cross_entropy(a, y):
    return -xlogy(y, a) - xlog1py(np.subtract(1, y), np.negative(a))

# ----

# right: log-with-where-argument
# did: np.log with where= and out= prefilled with -inf
def cross_entropy(a, y):
    p = np.where(np.asarray(y) == 1, a, np.subtract(1.0, a)).astype(float)
    logs = np.full(p.shape, -np.inf)
    np.log(p, out=logs, where=p > 0)
    return -logs

# ----

# right: linear-p
# did: p = y a + (1 - y)(1 - a), one logarithm
def cross_entropy(a, y):
    p = y * a + (1 - y) * (1 - a)
    with np.errstate(divide="ignore"):
        return -np.log(p)
