# wrong: mira-inner-derivative
# did: forgot the inner derivative of 1 - a, so the second fraction has a minus
# said: Your values fit this slip: the sign of the term with 1 - y is flipped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a - (1 - y) / (1 - a)

# ----

# wrong: mira-overall-sign
# did: differentiated the log-likelihood, the whole sign is turned
# said: Your values fit this slip: the sign of the whole is flipped (eq. 19).
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
# said: Your values fit this slip: the sign of the whole is flipped (eq. 19).
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
# said: Your values fit this slip: the result is rounded down to a whole number: is there a // or an integer type? (eq. 19).
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
# said: Your values fit this slip: the mean over the examples is taken; one value for each is wanted (elementwise) (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    d = -y / a + (1 - y) / (1 - a)
    return np.mean(d)

# ----

# wrong: tom-if-else-swapped
# did: if y is 1 uses the fraction of label 0, and the other way round
# said: Your values fit this slip: 1 - y stands where y belongs: the labels are swapped (eq. 19).
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

# ----

# wrong: parens-second
# did: 1 - y / (1 - a), parentheses missing
# said: Parentheses around 1 - y are missing (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a + 1 - y / (1 - a)

# ----

# wrong: parens-denominator
# did: (1 - y) / 1 - a, parentheses missing in the denominator
# said: Parentheses around 1 - a are missing (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a + (1 - y) / 1 - a

# ----

# wrong: inner-derivative
# did: forgot the inner derivative of 1 - a, so a minus in the middle
# said: Your values fit this slip: the sign of the term with 1 - y is flipped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a - (1 - y) / (1 - a)

# ----

# wrong: sign-flipped
# did: both signs the wrong way round (derivative of the log-likelihood)
# said: Your values fit this slip: the sign of the whole is flipped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return y / a - (1 - y) / (1 - a)

# ----

# wrong: plus-y
# did: lost the minus of the first term
# said: Your values fit this slip: the sign of the term with y is flipped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return y / a + (1 - y) / (1 - a)

# ----

# wrong: difference-only
# did: a - y, the derivative with respect to z
# said: This is a - y: that is dL/dz, after multiplying by a'; wanted is dL/da (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return a - y

# ----

# wrong: times-a-prime
# did: multiplied by a(1 - a), the chain rule too early
# said: This is a - y: that is dL/dz, after multiplying by a'; wanted is dL/da (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return (-y / a + (1 - y) / (1 - a)) * a * (1 - a)

# ----

# wrong: denominator-swapped
# did: denominators swapped
# said: The denominators are swapped: y goes with a, and 1 - y with 1 - a (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / (1 - a) + (1 - y) / a

# ----

# wrong: precedence-of-quotient
# did: (a - y) / a * (1 - a): the second factor lands in the numerator
# said: Parentheses around a (1 - a) are missing: / a * (1 - a) multiplies by 1 - a (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return (a - y) / a * (1 - a)

# ----

# wrong: y-minus-a
# did: common denominator with the wrong sign in the numerator
# said: Your values fit this slip: the sign of the whole is flipped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return (y - a) / (a * (1 - a))

# ----

# wrong: logs-remain
# did: did not differentiate the logarithms
# said: The logarithms are still there: the derivative of log a is 1/a (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y * np.log(a) + (1 - y) * np.log(1 - a)

# ----

# wrong: eps-in-denominator
# did: added 1e-5 to the denominators "against division by zero"
# said: A small number (1e-05, an epsilon) is added to the denominators: that changes the answer (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    eps = 1e-5
    return -y / (a + eps) + (1 - y) / (1 - a + eps)

# ----

# wrong: clipped
# did: clipped a to [0.01, 0.99]
# said: This clips a to [0.01, 1 - 0.01]: clipping changes the answer (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    a = np.clip(a, 0.01, 0.99)
    return -(y / a) + (1 - y) / (1 - a)

# ----

# wrong: integer-division
# did: // instead of /
# said: Your values fit this slip: the result is rounded down to a whole number: is there a // or an integer type? (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y // a + (1 - y) // (1 - a)

# ----

# wrong: if-label
# did: a Python if on y, an array of labels is ambiguous
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def cross_entropy_prime(a, y):
    if y == 1:
        return -1 / a
    else:
        return 1 / (1 - a)

# ----

# wrong: mean-over-batch
# did: divided by the number of examples and summed
# said: Your result is one number where one for each entry is wanted, (3,): is something summed, averaged or indexed?
# true: yes
def cross_entropy_prime(a, y):
    return np.sum(-y / a + (1 - y) / (1 - a)) / np.size(y)

# ----

# wrong: only-first-term
# did: left out the second term
# said: Your values fit this slip: the term with 1 - y is missing (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a

# ----

# wrong: squared-denominators
# did: differentiated 1/a instead of log a
# said: The denominators are squared: the derivative of log a is 1/a (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a ** 2 + (1 - y) / (1 - a) ** 2

# ----

# wrong: forward-difference
# did: one-sided difference of the own cross_entropy with h = 1e-6
# said: Your result is too large everywhere.
# true: yes
def cross_entropy_prime(a, y):
    h = 1e-6
    return (cross_entropy(a + h, y) - cross_entropy(a, y)) / h

# ----

# wrong: forgets-return
# did: no return
# said: Nothing comes back: the `return` is missing.
# true: yes
def cross_entropy_prime(a, y):
    first = -y / a
    second = (1 - y) / (1 - a)
    first + second

# ----

# wrong: tuple-of-terms
# did: comma instead of plus, returns both terms
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def cross_entropy_prime(a, y):
    return -y / a, (1 - y) / (1 - a)

# ----

# wrong: one-plus-a
# did: 1 + a in the second denominator
# said: Your values fit this slip: the denominator of the term with 1 - y is 1 + a (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return -y / a + (1 - y) / (1 + a)

# ----

# wrong: where-swapped-cases
# did: cases chosen with np.where, but the wrong way round
# said: Your values fit this slip: 1 - y stands where y belongs: the labels are swapped (eq. 19).
# true: yes
def cross_entropy_prime(a, y):
    return np.where(np.asarray(y) == 0, -1 / a, 1 / (1 - a))

# ----

# wrong: abs-value
# did: takes the size only, the sign for y = 1 is lost
# said: Your values fit this slip: the sign of the term with y is flipped (eq. 19).
# true: no
def cross_entropy_prime(a, y):
    return 1 / np.abs(a - (1 - y))

# ----

# wrong: sigmoid-prime-denominator
# did: took a for z in the denominator
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def cross_entropy_prime(a, y):
    s = sigmoid(a)
    return (a - y) / (s * (1 - s))

# ----

# wrong: divides-in-place
# did: in-place arithmetic on a, the caller's activations are overwritten
# said: On an array, += or -= or *= changes the caller's array in place: write w = w - ..., or start with a copy.
# true: yes
def cross_entropy_prime(a, y):
    p = 1 - a
    a *= p
    return ((1 - p) - y) / a

# ----

# right: formula
# did: equation (19)
def cross_entropy_prime(a, y):
    return -y / a + (1 - y) / (1 - a)

# ----

# right: common-denominator
# did: both terms on one fraction bar
def cross_entropy_prime(a, y):
    return (a - y) / (a * (1 - a))

# ----

# right: where
# did: the two cases chosen with np.where
def cross_entropy_prime(a, y):
    return np.where(np.asarray(y) == 1, -1 / a, 1 / (1 - a))

# ----

# right: one-over
# did: 1 / (1 - y - a), which is right for labels 0 and 1
def cross_entropy_prime(a, y):
    return 1 / (1 - y - a)

# ----

# right: terms-named
# did: two terms with names, np.divide
def cross_entropy_prime(a, y):
    term1 = np.divide(y, a)
    term2 = np.divide(1 - y, 1 - a)
    return term2 - term1

# ----

# right: factored-minus
# did: the minus before a parenthesis
def cross_entropy_prime(a, y):
    return -(y / a - (1 - y) / (1 - a))

# ----

# right: y-times-reciprocal
# did: reciprocals times labels
def cross_entropy_prime(a, y):
    inv_a = 1.0 / a
    inv_1a = 1.0 / (1.0 - a)
    return -1 * y * inv_a + (1 - y) * inv_1a

# ----

# wrong: numpy-gradient-call
# did: np.gradient of the losses over the activations
# said: Your result is too large at some inputs and too small at others, and of the opposite sign in 25% of the places where it is wrong.
# true: yes
def cross_entropy_prime(a, y):
    return np.gradient(cross_entropy(a, y), a)

# ----

# wrong: y-times-a
# did: wrote y * a for the fraction y / a
# said: Your result is 1 divided by the expected one: it is turned upside down.
# true: yes
def cross_entropy_prime(a, y):
    return -y * a + (1 - y) * (1 - a)

# ----

# wrong: placeholder-formula
# did: left the raise in place
# said: 
# true: yes
def cross_entropy_prime(a, y):
    """The derivative of the cross-entropy with respect to a, eq. 19, for 0 < a < 1."""
    raise NotImplementedError()
    return -y / a + (1 - y) / (1 - a)

# ----

# wrong: log-derivative-base10
# did: derivative of log10, a factor 1 / ln 10 too small
# said: Your result is 1/log(10) times (is it log10?) the expected one: a constant factor is missing or too many.
# true: yes
def cross_entropy_prime(a, y):
    return (-y / a + (1 - y) / (1 - a)) / np.log(10)

# ----

# wrong: rounded
# did: rounds to three digits
# said: Nearly right, but only to about 3 digits: look at the rounding in your code. Full precision is wanted.
# true: yes
def cross_entropy_prime(a, y):
    return np.round((a - y) / (a * (1 - a)), 3)

# ----

# wrong: limits-to-zero
# did: replaces slopes above 100 in size by 100, against an explosion (gradient clipping)
# said: Right elsewhere, wrong only for a next to 0 or 1: look at np.clip in your code. Full precision is wanted.
# true: yes
def cross_entropy_prime(a, y):
    slope = -y / a + (1 - y) / (1 - a)
    return np.clip(slope, -100, 100)

# ----

# right: by-sign
# did: sign of the label over the probability of the truth
def cross_entropy_prime(a, y):
    p = y * a + (1 - y) * (1 - a)
    sign = 1 - 2 * y
    return sign / p

# ----

# right: negative-power
# did: powers of -1
def cross_entropy_prime(a, y):
    return -y * a ** -1.0 + (1 - y) * (1 - a) ** -1.0
