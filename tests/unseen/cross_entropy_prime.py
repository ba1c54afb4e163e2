# wrong: mira-inner-derivative
# did: forgot the inner derivative of 1 - a, so the second fraction has a minus
# said: The sign of the second term is flipped: the derivative of log(1 - a) brings another minus (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a - (1 - y) / (1 - a)

# ----

# wrong: mira-overall-sign
# did: differentiated the log-likelihood, the whole sign is turned
# said: The sign is flipped: this is y/a - (1 - y)/(1 - a) (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return y / a - (1 - y) / (1 - a)

# ----

# wrong: mira-already-cancelled
# did: multiplied by a(1 - a) in her head, returns a - y
# said: This is a - y: that is dL/dz, after multiplying by a'; wanted is dL/da (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    # the fractions cancel
    return a - y

# ----

# wrong: mira-common-denominator
# did: brought it to one denominator and wrote a (a - 1) there
# said: The sign is flipped: this is y/a - (1 - y)/(1 - a) (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return (a - y) / (a * (a - 1))

# ----

# wrong: jonas-precedence
# did: missing parentheses in the second fraction's numerator, 1 - y / (1 - a)
# said: Parentheses around 1 - y are missing (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a + 1 - y / (1 - a)

# ----

# wrong: jonas-precedence-denominator
# did: missing parentheses in the denominator, (1 - y) / 1 - a
# said: Parentheses around 1 - a are missing (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a + (1 - y) / 1 - a

# ----

# wrong: jonas-floor-division
# did: used // for both fractions
# said: This divides with //, which rounds down to whole numbers; use / (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y // a + (1 - y) // (1 - a)

# ----

# wrong: jonas-assigns-no-return
# did: computes the derivative in a variable and forgets the return
# said: Nothing comes back: the `return` is missing.
# true: yes
def cross_entropy_prime(a, y):
    dloss = -y / a + (1 - y) / (1 - a)

# ----

# wrong: ayse-logs-stay
# did: kept the logarithms in the derivative
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def cross_entropy_prime(a, y):
    """The derivative of the cross-entropy with respect to a, eq. 19, for 0 < a < 1."""
    return -y / np.log(a) + (1 - y) / np.log(1 - a)

# ----

# wrong: ayse-sigmoid-of-a
# did: took the argument for z and put it through the sigmoid first
# said: Your values fit this slip: sigma is applied to a, which is the activation already (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    a = sigmoid(a)
    return -y / a + (1 - y) / (1 - a)

# ----

# wrong: ayse-swapped-a-and-y
# did: swapped a and y in the fractions
# said: This divides by 0, though a is neither 0 nor 1 here: only y and 1 - y are. Are a and y swapped, or a parenthesis missing?
# true: yes
def cross_entropy_prime(a, y):
    with np.errstate(all="ignore"):
        return -a / y + (1 - a) / (1 - y)

# ----

# wrong: ayse-mean-of-derivative
# did: averages over the examples
# said: This takes the mean over the examples: the derivative is wanted elementwise (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    d = -y / a + (1 - y) / (1 - a)
    return np.mean(d)

# ----

# wrong: tom-if-else-swapped
# did: if y is 1 uses the fraction of label 0, and the other way round
# said: y and 1 - y are swapped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return np.where(y == 1, 1 / (1 - a), -1 / a)

# ----

# wrong: tom-plain-if
# did: plain if on the label, fails for arrays of labels
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy_prime(a, y):
    if y == 1:
        return -1 / a
    elif y == 0:
        return 1 / (1 - a)

# ----

# wrong: tom-loop-zip
# did: loop over zip, and the except returns 0 for numbers and for one label against many
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def cross_entropy_prime(a, y):
    try:
        d = []
        for a_i, y_i in zip(a, y):
            if y_i == 1:
                d.append(-1 / a_i)
            else:
                d.append(1 / (1 - a_i))
        return np.array(d)
    except:
        return 0

# ----

# wrong: tom-buffer-of-labels
# did: collects into a copy of the label array, which holds integers
# said: Your result is too large for y = 1 and too small for y = 0.
# true: yes
def cross_entropy_prime(a, y):
    aa, yy = np.broadcast_arrays(a, y)
    result = yy.copy()
    for i in np.ndindex(result.shape):
        if yy[i] == 1:
            result[i] = -1 / aa[i]
        else:
            result[i] = 1 / (1 - aa[i])
    return result

# ----

# wrong: lin-eps-denominator
# did: adds 1e-8 to both denominators
# said: A small number (1e-08, an epsilon) is added to the denominators: that changes the answer (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    eps = 1e-8
    return -y / (a + eps) + (1 - y) / (1 - a + eps)

# ----

# wrong: lin-clip-a
# did: clips a to [0.01, 0.99], the growth stops at 100
# said: This clips a to [0.01, 1 - 0.01]: clipping changes the answer (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    a = np.clip(a, 0.01, 0.99)
    return (a - y) / (a * (1 - a))

# ----

# wrong: lin-divided-by-n
# did: divides by the number of labels, as for a mean loss
# said: Your values fit this slip: each value is divided by the number of labels (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    m = np.size(y)
    return (-(y / a) + (1 - y) / (1 - a)) / m

# ----

# wrong: lin-float16
# did: converts to half precision
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def cross_entropy_prime(a, y):
    a = np.asarray(a, dtype=np.float16)
    return -y / a + (1 - y) / (1 - a)

# ----

# wrong: lin-second-derivative
# did: squared the denominators, which is the second derivative
# said: Your values fit this slip: the whole, or each of its terms, is squared (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return y / a ** 2 + (1 - y) / (1 - a) ** 2

# ----

# right: mira-formula
# did: equation 19 as it stands
def cross_entropy_prime(a, y):
    """The derivative of the cross-entropy with respect to a, eq. 19, for 0 < a < 1."""
    return -y / a + (1 - y) / (1 - a)

# ----

# right: mira-one-fraction
# did: one common denominator
def cross_entropy_prime(a, y):
    return (a - y) / (a * (1 - a))

# ----

# right: tom-where
# did: picks the fraction by the label
def cross_entropy_prime(a, y):
    return np.where(y == 1, -1 / a, 1 / (1 - a))

# ----

# right: jonas-two-terms
# did: the two terms in variables
def cross_entropy_prime(a, y):
    first = y / a
    second = (1 - y) / (1 - a)
    return second - first

# ----

# right: lin-signed-probability
# did: minus or plus one over the probability of the truth
def cross_entropy_prime(a, y):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    p = np.where(y == 1, a, 1 - a)
    sign = np.where(y == 1, -1.0, 1.0)
    return sign / p
