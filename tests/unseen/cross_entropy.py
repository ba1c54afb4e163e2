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
# said: The sign is flipped: log a is negative, and a loss is not (eq. 18).
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
# said: The sign of the second term is flipped: both terms have a minus (eq. 18).
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
# said: Only the term of y = 1 is there: -(1 - y) log(1 - a) is missing (eq. 18).
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
# said: This takes the mean over the examples: the loss is wanted elementwise, one each (eq. 18).
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
# said: sigma is applied once more: a is the activation already (eq. 18).
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
