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
# said: Something is divided by 1 alone: x / 1 - y is (x / 1) - y, so are parentheses missing around the denominator, as in x / (1 - y)?
# true: yes
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / 1 + e, e / 1 + e)

# ----

# wrong: ayse-where-both
# did: fell into hint 2's trap, both unsafe formulas inside np.where
# said: exp overflows for large |z|. np.where alone is not enough: it computes both of its branches for every entry before it chooses, so both must be safe. Take exp only of what is never positive, as in np.exp(-np.abs(z)).
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

# ----

# wrong: plain-formula
# did: equation (5) as it stands, which warns of overflow far on the left
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

# ----

# wrong: no-minus
# did: forgot the minus in the exponent, the curve is mirrored
# said: This is sigma(-z), the curve from right to left, as 1/(1 + exp(z)) gives it: is a sign flipped, or are two branches exchanged? (eq. 5).
# true: yes
def sigmoid(z):
    return 1 / (1 + np.exp(z))

# ----

# wrong: missing-parens
# did: no parentheses around the denominator, so 1/1 + exp(-z)
# said: Parentheses around the denominator are missing: 1 / 1 + exp(-z) divides by 1, and then adds (eq. 5).
# true: yes
def sigmoid(z):
    return 1 / 1 + np.exp(-z)

# ----

# wrong: math-exp
# did: math.exp, which does not take arrays
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
import math

def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))

# ----

# wrong: where-trap
# did: np.where with both plain formulas, both are evaluated and overflow warns
# said: exp overflows for large |z|. np.where alone is not enough: it computes both of its branches for every entry before it chooses, so both must be safe. Take exp only of what is never positive, as in np.exp(-np.abs(z)).
# true: yes
def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

# ----

# wrong: if-on-array
# did: Python if on an array, ambiguous truth value
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        e = np.exp(z)
        return e / (1 + e)

# ----

# wrong: clip-20
# did: clipped z to [-20, 20], so the ends are not exact and inf gives no 0
# said: Right elsewhere, wrong only for z far above 0: look at np.clip in your code. Full precision is wanted.
# true: yes
def sigmoid(z):
    z = np.clip(z, -20, 20)
    return 1 / (1 + np.exp(-z))

# ----

# wrong: tanh
# did: took tanh for the sigmoid
# said: This is tanh(z), which runs from -1 to 1; sigma(z) = (1 + tanh(z/2))/2 (eq. 5).
# true: yes
def sigmoid(z):
    return np.tanh(z)

# ----

# wrong: tanh-no-half-inside
# did: the tanh identity without halving the argument
# said: This is sigma(2 z): the identity has tanh(z/2), not tanh(z) (eq. 5).
# true: yes
def sigmoid(z):
    return (1 + np.tanh(z)) / 2

# ----

# wrong: abs-only
# did: used exp(-|z|) but only the formula for z >= 0, the left side is mirrored
# said: This uses |z| also for negative z: there it gives sigma(-z) (eq. 5).
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    return 1 / (1 + u)

# ----

# wrong: branches-swapped
# did: swapped the two formulas of the hint
# said: This is sigma(-z), the curve from right to left, as 1/(1 + exp(z)) gives it: is a sign flipped, or are two branches exchanged? (eq. 5).
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    return np.where(z >= 0, u / (1 + u), 1 / (1 + u))

# ----

# wrong: power-caret
# did: wrote ^ for the power as in Matlab
# said: `^` is no power in Python: write ** for a power.
# true: yes
def sigmoid(z):
    e = 2.718281828
    return 1 / (1 + e ^ (-z))

# ----

# wrong: short-e
# did: typed in e with three digits
# said: Nearly right, but only to about 3 digits. Full precision is wanted.
# true: yes
def sigmoid(z):
    e = 2.718
    u = e ** (-np.abs(z))
    return np.where(z >= 0, 1 / (1 + u), u / (1 + u))

# ----

# wrong: derivative
# did: returns the derivative instead of the sigmoid
# said: This is the derivative sigma'(z), not sigma(z) (eq. 5).
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    s = 1 / (1 + u)
    return s * (1 - s)

# ----

# wrong: relu
# did: mixed up the activation functions, relu
# said: This is max(0, z), the rectifier, not the sigmoid (eq. 5).
# true: yes
def sigmoid(z):
    return np.maximum(0, z)

# ----

# wrong: softmax
# did: copied a softmax
# said: This is the softmax over the array: work on each entry alone (eq. 5).
# true: yes
def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()

# ----

# wrong: seterr-no-inf
# did: the second formula with warnings switched off, nan on the right
# said: The result is nan or infinite for large |z|: rearrange so that nothing on the way becomes infinite or is divided by 0.
# true: yes
def sigmoid(z):
    with np.errstate(all="ignore"):
        return np.exp(z) / (1 + np.exp(z))

# ----

# wrong: masks-in-place
# did: overwrites the caller's array through masks
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def sigmoid(z):
    z = np.asarray(z)
    pos = z >= 0
    neg = ~pos
    e = np.exp(z[neg])
    z[pos] = 1 / (1 + np.exp(-z[pos]))
    z[neg] = e / (1 + e)
    return z

# ----

# wrong: empty-like-int
# did: result array like z, so integers in give integers out (all 0 or 1)
# said: Right elsewhere, it is wrong only where whole numbers (integers) go in: is a result put into an array like np.zeros_like(x) or w.copy()? It keeps the integer type and cuts off the decimals: make it float.
# true: yes
def sigmoid(z):
    z = np.asarray(z)
    out = np.empty_like(z)
    p = z >= 0
    out[p] = 1 / (1 + np.exp(-z[p]))
    t = np.exp(z[~p])
    out[~p] = t / (1 + t)
    return out

# ----

# wrong: loop-list
# did: loops and returns a list, a plain number cannot be looped over
# said: A list comes back: turn it into an array with np.array.
# true: yes
def sigmoid(z):
    result = []
    for zi in z:
        if zi >= 0:
            result.append(1 / (1 + np.exp(-zi)))
        else:
            result.append(np.exp(zi) / (1 + np.exp(zi)))
    return result

# ----

# wrong: prints
# did: prints and returns nothing
# said: The result is printed, not returned: end with `return`.
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    a = np.where(z >= 0, 1 / (1 + u), u / (1 + u))
    print(a)

# ----

# wrong: half-at-zero-missing
# did: two strict masks, the entries with z == 0 stay 0
# said: Right elsewhere, wrong only at z = 0: look at how z = 0 itself is treated.
# true: yes
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.zeros(z.shape)
    out[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    out[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return out

# ----

# wrong: rounded
# did: rounded the result to four digits
# said: Your result has 4 decimals only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact.
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    return np.round(np.where(z >= 0, 1 / (1 + u), u / (1 + u)), 4)

# ----

# wrong: u-over-one-minus
# did: a slip in the left branch, u / (1 - u)
# said: Right elsewhere, wrong only for negative z: look at the branch that negative z takes.
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + u), u / (1 - u))

# ----

# wrong: step-cut-ends
# did: cuts to exactly 0 and 1 outside of [-10, 10]
# said: Nearly right, but only to about 5 digits: look at np.clip in your code. Full precision is wanted.
# true: yes
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    s = 1 / (1 + np.exp(-np.clip(z, -10, 10)))
    s = np.where(z > 10, 1.0, s)
    return np.where(z < -10, 0.0, s)

# ----

# wrong: float32-copy
# did: computes in float32, good to seven digits only
# said: Your result has the digits of float32 only: is there a dtype float32? Compute in float64.
# true: yes
def sigmoid(z):
    z = np.asarray(z).astype(np.float32)
    u = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + u), u / (1 + u))

# ----

# wrong: matlab-ravel
# did: turned everything into a vector, so a number comes back as an array of length 1 and a matrix comes back flat
# said: Your result at some inputs is flattened to one dimension: keep the shape of the input.
# true: yes
def sigmoid(z):
    z = np.array(z, dtype=float).ravel()
    a = np.zeros(len(z))
    for i in range(len(z)):
        if z[i] >= 0:
            a[i] = 1.0 / (1.0 + np.exp(-z[i]))
        else:
            a[i] = np.exp(z[i]) / (1.0 + np.exp(z[i]))
    return a

# ----

# wrong: calls-itself
# did: wanted the symmetry for the left side but the recursion never ends
# said: The function calls itself without end.
# true: yes
def sigmoid(z):
    return 1 - sigmoid(-z)

# ----

# right: hint-where
# did: u = exp(-|z|) and np.where
def sigmoid(z):
    u = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + u), u / (1 + u))

# ----

# right: tanh-half
# did: half of one plus tanh of half
def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(np.divide(z, 2))

# ----

# right: errstate-plain
# did: the plain formula with the overflow warning silenced; 1/inf is 0
def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-np.asarray(z, dtype=float)))

# ----

# right: masks
# did: Stack Overflow style with two masks and a fresh float array
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1 + ez)
    return out

# ----

# right: clip-wide
# did: clipped at 709 below, where exp is still finite and the result is 1e-308, i.e. zero to rounding, with the infinite end set by hand
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    a = 1 / (1 + np.exp(-np.maximum(z, -709.0)))
    return np.where(z == -np.inf, 0.0, a)

# ----

# right: minimum-maximum
# did: exp(min(z, 0)) over the sum of both exponentials, both not positive in the exponent
def sigmoid(z):
    num = np.exp(np.minimum(z, 0))
    return num / (1 + np.exp(-np.abs(z)))

# ----

# right: logaddexp
# did: exp(-log(1 + e^-z)) with np.logaddexp
def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

# ----

# right: scipy-expit
# did: took expit from scipy
from scipy.special import expit

def sigmoid(z):
    return expit(z)

# ----

# wrong: java-math
# did: Math.exp as in Java
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def sigmoid(z):
    return 1.0 / (1.0 + Math.exp(-z))

# ----

# wrong: try-overflow
# did: catches OverflowError, which numpy never raises, so the warning still comes
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
def sigmoid(z):
    try:
        return 1 / (1 + np.exp(-z))
    except OverflowError:
        return 0.0

# ----

# wrong: math-vectorize-plain
# did: np.vectorize over math.exp of -z, OverflowError far on the left
# said: exp overflows for large arguments (|z| = 800): only ever take exp of a number that is not positive, as in exp(-|z|), and treat z >= 0 and z < 0 apart.
# true: yes
import math

def sigmoid(z):
    f = np.vectorize(lambda t: 1 / (1 + math.exp(-t)))
    return f(z)

# ----

# wrong: vectorize-first-int
# did: np.vectorize that takes the output type from the first entry, exact ends given as integers 0 and 1
# said: Right up to about |z| = 2e+04, wrong beyond. Full precision is wanted.
# true: yes
def _one(t):
    if t < -700:
        return 0
    if t > 700:
        return 1
    return 1 / (1 + np.exp(-t))

def sigmoid(z):
    return np.vectorize(_one)(z)

# ----

# wrong: abs-symmetry-minus
# did: symmetry used as -sigma(|z|) for the left side
# said: Right elsewhere, wrong only for negative z: look at the branch that negative z takes.
# true: yes
def sigmoid(z):
    s = 1 / (1 + np.exp(-np.abs(z)))
    return np.where(np.asarray(z) >= 0, s, -s)

# ----

# wrong: hard-sigmoid
# did: the piecewise linear hard sigmoid of a library
# said: Your result stops changing: above about z = 3 it is always 1, and below about z = -2.6 always 0: clipping (np.clip) changes the answer.
# true: yes
def sigmoid(z):
    return np.clip(0.2 * np.asarray(z) + 0.5, 0, 1)

# ----

# wrong: softsign
# did: z / (1 + |z|), another s-shaped curve, shifted to 0..1
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def sigmoid(z):
    return 0.5 * (1 + z / (1 + np.abs(z)))

# ----

# wrong: arctan
# did: arctan scaled to 0..1
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def sigmoid(z):
    return np.arctan(z) / np.pi + 0.5

# ----

# wrong: torch
# did: copied a line for torch, which is neither imported nor numpy
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def sigmoid(z):
    return torch.sigmoid(torch.tensor(z)).numpy()

# ----

# wrong: clips-to-open-interval
# did: keeps the result away from 0 and 1 by 1e-7, as in Keras
# said: Nearly right, but only to about 4 digits: look at np.clip and the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def sigmoid(z):
    u = np.exp(-np.abs(z))
    a = np.where(np.asarray(z) >= 0, 1 / (1 + u), u / (1 + u))
    return np.clip(a, 1e-7, 1 - 1e-7)

# ----

# wrong: flattened-where-list
# did: list comprehension put back into an array, only one axis and no plain numbers
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def sigmoid(z):
    return np.array([1 / (1 + np.exp(-t)) if t >= 0 else np.exp(t) / (1 + np.exp(t)) for t in z])

# ----

# right: math-vectorized-floats
# did: np.vectorize over a safe scalar function that always returns a float
import math

def _sigmoid_one(t):
    t = float(t)
    if t >= 0:
        return 1.0 / (1.0 + math.exp(-t))
    e = math.exp(t)
    return e / (1.0 + e)

sigmoid = np.vectorize(_sigmoid_one, otypes=[float])

# ----

# right: symmetry
# did: sigma(|z|) and its small partner, chosen by sign through symmetry
def sigmoid(z):
    u = np.exp(-np.abs(z))
    small = u / (1 + u)
    return np.where(np.less(z, 0), small, 1 - small)

# ----

# right: one-fraction
# did: np.where in the numerator only
def sigmoid(z):
    u = np.exp(-abs(z))
    top = np.where(np.asarray(z) >= 0, 1.0, u)
    return top / (1.0 + u)

# ----

# right: piecewise
# did: np.piecewise on a float copy
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.piecewise(z, [z >= 0], [lambda t: 1 / (1 + np.exp(-t)), lambda t: np.exp(t) / (1 + np.exp(t))])
