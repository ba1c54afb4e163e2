# wrong: mira-plain-formula
# did: equation 5 as it stands, overflows far on the left
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid(z):
    """The sigmoid 1 / (1 + exp(-z)), eq. 5, without overflow."""
    return 1 / (1 + np.exp(-z))

# ----

# wrong: mira-minus-lost
# did: forgot the minus sign in the exponent of the plain formula
# said: This is sigma(-z), the curve from right to left, as 1/(1 + exp(z)) gives it: is a sign flipped, or are two branches exchanged? (eq. 5).
# true: yes
def sigmoid(z):
    return 1 / (1 + np.exp(z))

# ----

# wrong: mira-tanh-not-halved
# did: used the tanh identity but without halving z
# said: This is sigma(2 z): the identity has tanh(z/2), not tanh(z) (eq. 5).
# true: yes
def sigmoid(z):
    # sigma(z) = (1 + tanh(z)) / 2
    return (1 + np.tanh(z)) / 2

# ----

# wrong: mira-abs-one-branch
# did: made the exponent safe with |z| but forgot the second case, so the result is the same for z and -z
# said: This uses |z| also for negative z: there it gives sigma(-z) (eq. 5).
# true: yes
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return 1 / (1 + e)

# ----

# wrong: mira-arctan-curve
# did: used a scaled arctan, another S-shaped curve from 0 to 1, instead of the logistic function
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def sigmoid(z):
    # smooth step from 0 to 1
    return 0.5 + np.arctan(z) / np.pi

# ----

# wrong: jonas-math-exp
# did: used math.exp, which takes single numbers only and raises OverflowError
# said: A function of `math` takes one number, but arrays come too: use the function of np.
# true: yes
import math

def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# ----

# wrong: jonas-if-on-array
# did: wrote if z >= 0 as in JavaScript, which fails for an array
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))

# ----

# wrong: jonas-rounded-output
# did: rounds the result to 4 places for nicer output
# said: Your result has 4 decimals only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact.
# true: yes
def sigmoid(z):
    e = np.exp(-np.abs(z))
    s = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return np.round(s, 4)

# ----

# wrong: jonas-missing-parentheses
# did: wrote 1 / 1 + e without the parentheses around the denominator
# said: Some values lie outside (0, 1), where sigma(z) never goes (eq. 8, 9): check the signs.
# true: yes
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / 1 + e, e / 1 + e)

# ----

# wrong: ayse-where-both
# did: fell into hint 2's trap, both unsafe formulas inside np.where
# said: exp overflows for large |z|, and np.where computes both of its branches before it chooses: only ever take exp of a number that is not positive, as in exp(-|z|).
# true: yes
def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

# ----

# wrong: ayse-branches-swapped
# did: swapped the two branches of hint 3
# said: This is sigma(-z), the curve from right to left, as 1/(1 + exp(z)) gives it: is a sign flipped, or are two branches exchanged? (eq. 5).
# true: yes
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))

# ----

# wrong: ayse-returns-derivative
# did: mixed up the sigmoid and its derivative, returns a (1 - a)
# said: This is the derivative sigma'(z), not sigma(z) (eq. 5).
# true: yes
def sigmoid(z):
    e = np.exp(-np.abs(z))
    a = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return a * (1 - a)

# ----

# wrong: ayse-abs-without-minus
# did: translated e^{-|z|} as exp(|z|), forgot the minus
# said: This is sigma(-z), the curve from right to left, as 1/(1 + exp(z)) gives it: is a sign flipped, or are two branches exchanged? (eq. 5).
# true: yes
def sigmoid(z):
    e = np.exp(np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

# ----

# wrong: tom-loop-overwrites
# did: loops over the entries and writes the results into the caller's array (integers get truncated)
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sigmoid(z):
    if np.ndim(z) == 0:
        if z >= 0:
            return 1 / (1 + np.exp(-z))
        else:
            return np.exp(z) / (1 + np.exp(z))
    flat = z.reshape(-1)
    for i in range(len(flat)):
        flat[i] = sigmoid(flat[i])
    return z

# ----

# wrong: tom-zeros-like-int
# did: collects into np.zeros_like(z), which is an integer array when z is one
# said: Your result is too small wherever it is wrong.
# true: yes
def sigmoid(z):
    if np.ndim(z) == 0:
        if z >= 0:
            return 1 / (1 + np.exp(-z))
        return np.exp(z) / (1 + np.exp(z))
    result = np.zeros_like(z)
    for index in np.ndindex(z.shape):
        result[index] = sigmoid(z[index])
    return result

# ----

# wrong: tom-one-dimension-only
# did: loops over the first axis only with an if inside, so it works for lists of numbers but not for matrices
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def sigmoid(z):
    try:
        out = np.zeros(len(z))
        for i in range(len(z)):
            if z[i] >= 0:
                out[i] = 1 / (1 + np.exp(-z[i]))
            else:
                out[i] = np.exp(z[i]) / (1 + np.exp(z[i]))
        return out
    except TypeError:
        if z >= 0:
            return 1 / (1 + np.exp(-z))
        return np.exp(z) / (1 + np.exp(z))

# ----

# wrong: tom-cut-at-six
# did: if/else with "practically 0" below -6 and "practically 1" above 6
# said: Nearly right, but only to about 5 digits. Full precision is wanted.
# true: yes
def sigmoid(z):
    def one(t):
        if t < -6:
            return 0.0
        elif t > 6:
            return 1.0
        else:
            return 1 / (1 + np.exp(-t))
    return np.vectorize(one, otypes=[float])(z)[()]

# ----

# wrong: tom-try-overflow
# did: try/except OverflowError around numpy's exp, which never raises it but warns
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid(z):
    try:
        return 1 / (1 + np.exp(-z))
    except OverflowError:
        return 0.0

# ----

# wrong: lin-clip-30
# did: clips z to [-30, 30] "for stability", so the far tail is stuck at 1e-13
# said: Nearly right, but only to about 10 digits: look at np.clip in your code. Full precision is wanted.
# true: yes
def sigmoid(z):
    """Numerically stable sigmoid."""
    z = np.clip(z, -30, 30)
    return 1.0 / (1.0 + np.exp(-z))

# ----

# wrong: lin-clip-result-eps
# did: clips the result away from 0 and 1 by 1e-7
# said: Nearly right, but only to about 4 digits: look at np.clip and the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    s = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return np.clip(s, 1e-7, 1 - 1e-7)

# ----

# wrong: lin-float32
# did: converts to float32, only 7 digits are right
# said: Your result has the digits of float32 only: is there a dtype float32? Compute in float64.
# true: yes
def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

# ----

# wrong: lin-mask-index
# did: the well-known boolean-mask version, fills empty_like(z): integers are cut off and a plain number fails
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def sigmoid(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1.0 / (1.0 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1.0 + ez)
    return out

# ----

# wrong: lin-softmax-shift
# did: subtracts the largest entry as for softmax, which moves the whole curve
# said: Your values fit this slip: the largest z is subtracted, as for a softmax (eq. 5).
# true: yes
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    # subtract the max for numerical stability
    shifted = z - np.max(z)
    return 1 / (1 + np.exp(-shifted))

# ----

# wrong: lin-nan-to-num
# did: uses the rearranged formula and repairs the nan afterwards, the overflow warning stays
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid(z):
    ez = np.exp(z)
    return np.nan_to_num(ez / (1 + ez), nan=1.0)

# ----

# right: mira-tanh
# did: the tanh identity with half the argument
def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))

# ----

# right: ayse-hint-three
# did: hint 3 written out
def sigmoid(z):
    """The sigmoid 1 / (1 + exp(-z)), eq. 5, without overflow."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

# ----

# right: tom-nested-function-vectorized
# did: if/else for one number, np.vectorize with a fixed float output type for the rest
def sigmoid(z):
    def one(t):
        if t >= 0:
            return 1 / (1 + np.exp(-float(t)))
        else:
            e = np.exp(float(t))
            return e / (1 + e)
    f = np.vectorize(one, otypes=[float])
    return f(z)[()]

# ----

# right: lin-logaddexp
# did: exp of minus logaddexp(0, -z)
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))

# ----

# right: jonas-errstate
# did: equation 5 as it stands with the overflow warning switched off locally, the limit comes out right
def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

# ----

# right: mira-numerator-trick
# did: one fraction for both sides, the numerator is exp(min(z, 0))
def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
