# wrong: mira-smaller-root
# did: took the smaller solution of the quadratic, so z is negative
# said: This is the z <= 0 with sigma'(z) = eps, minus the expected one. z >= 0 is wanted: take the larger solution, a = (1 + root)/2, and z = log(a/(1 - a)) (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must lie in (0, 1/4]")
    a = (1 - np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: mira-discriminant
# did: slip in the quadratic formula, 1 - 2 eps under the root
# said: The root has 1 - 2 eps: a (1 - a) = eps gives 1 - 4 eps (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("no z has this slope")
    a = (1 + np.sqrt(1 - 2 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: mira-asymptotic
# did: used the far-out approximation sigma' = e^-z, so z = -log eps
# said: This is -log(eps), which is right only roughly, for small eps (eq. 13).
# true: yes
def saturation_point(eps):
    if eps <= 0 or eps > 0.25:
        raise ValueError("eps out of range")
    # for large z: sigma'(z) ~ exp(-z)
    return -np.log(eps)

# ----

# wrong: mira-log10
# did: took the logarithm to base 10
# said: Your result is 1/log(10) times (is it log10?) the expected one: a constant factor is missing or too many.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log10(a / (1 - a))

# ----

# wrong: jonas-no-check
# did: forgot the ValueError entirely
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: jonas-prints-error
# did: prints the error message and returns None where a ValueError was wanted
# said: Something is printed, but no error is raised: use `raise ValueError(...)`.
# true: yes
def saturation_point(eps):
    if eps <= 0 or eps > 0.25:
        print("ValueError: eps must be between 0 and 0.25")
        return None
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: jonas-returns-error
# did: returns a ValueError object and does not raise it
# said: The error is returned: `raise` it instead.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        return ValueError("eps must be between 0 and 0.25")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: jonas-generic-exception
# did: raises a plain Exception
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
def saturation_point(eps):
    if not (eps > 0 and eps <= 0.25):
        raise Exception("invalid eps: %s" % eps)
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: jonas-assert
# did: checks eps with assert, which gives an AssertionError
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
def saturation_point(eps):
    assert 0 < eps <= 0.25, "eps must be in (0, 0.25]"
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: ayse-returns-a
# did: stopped after solving for a, did not go on to z
# said: This is the activation a: wanted is its z, log(a/(1 - a)) (eq. 5, 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps is wrong")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return a

# ----

# wrong: ayse-slope-of-eps
# did: mixed up the direction, returns the slope at z = eps
# said: This is sigma'(eps): the other way round, find the z with sigma'(z) = eps (eq. 13).
# true: yes
def saturation_point(eps):
    """The z >= 0 with sigmoid_prime(z) = eps, for 0 < eps <= 1/4."""
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 1/4]")
    return sigmoid_prime(eps)

# ----

# wrong: ayse-inverse-upside-down
# did: took e^-z = (1 - a)/a from hint 2 and forgot the minus, log((1 - a)/a)
# said: This is the z <= 0 with sigma'(z) = eps, minus the expected one. z >= 0 is wanted: take the larger solution, a = (1 + root)/2, and z = log(a/(1 - a)) (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be bigger than 0 and not bigger than 0.25")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log((1 - a) / a)

# ----

# wrong: ayse-quarter-excluded
# did: wrote eps < 0.25, so the allowed eps = 1/4 raises
# said: An error is raised for an eps that is allowed: 0 < eps <= 1/4, with 1/4 included.
# true: yes
def saturation_point(eps):
    if not 0 < eps < 0.25:
        raise ValueError("eps must be between 0 and 0.25")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: tom-search-by-hundredths
# did: walks along z in steps of 0.01 until the slope is small enough
# said: Nearly right, but only to about 2 digits. Full precision is wanted.
# true: yes
def saturation_point(eps):
    if eps <= 0:
        raise ValueError("eps too small")
    elif eps > 0.25:
        raise ValueError("eps too large")
    elif eps != eps:
        raise ValueError("eps is nan")
    z = 0.0
    while sigmoid_prime(z) > eps:
        z = z + 0.01
    return z

# ----

# wrong: tom-catches-own-error
# did: raises the ValueError inside a try whose except catches it and returns 0
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    try:
        if eps <= 0 or eps > 0.25:
            raise ValueError("bad eps")
        a = (1 + np.sqrt(1 - 4 * eps)) / 2
        return np.log(a / (1 - a))
    except ValueError:
        return 0.0

# ----

# wrong: tom-and-for-or
# did: wrote eps <= 0 and eps > 0.25, which is never true, so nothing is raised
# said: Some eps that are not allowed are let through: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if eps <= 0 and eps > 0.25:
        raise ValueError("eps must be in the range")
    else:
        root = (1 - 4 * eps) ** 0.5
        a = (1 + root) / 2
        z = np.log(a / (1 - a))
        return z

# ----

# wrong: tom-zero-slips-through
# did: checks eps < 0 in place of eps <= 0, so eps = 0 is let through
# said: eps = 0 is let through: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if eps < 0:
        raise ValueError("eps is negative")
    if eps > 0.25:
        raise ValueError("eps is larger than 1/4")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: lin-clip-eps
# did: clips eps into the allowed range "for robustness", so no error is ever raised
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    eps = np.clip(eps, 1e-12, 0.25)
    a = 0.5 * (1.0 + np.sqrt(1.0 - 4.0 * eps))
    return float(np.log(a / (1.0 - a)))

# ----

# wrong: lin-eps-in-log
# did: adds 1e-7 in numerator and denominator of the logit "to avoid division by zero"
# said: Nearly right, but only to about 2 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError(f"eps must be in (0, 0.25], got {eps}")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log((a + 1e-7) / (1 - a + 1e-7))

# ----

# wrong: lin-bisection-bracket-ten
# did: bisection on [0, 10], a bracket too short for small eps
# said: Right elsewhere, it is wrong only for small eps, below 1e-05: z is large there: does a search stop too early, or are digits lost in 1 - sqrt(1 - 4 eps)?
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    lo, hi = 0.0, 10.0
    for _ in range(100):
        mid = (lo + hi) / 2
        if sigmoid_prime(mid) > eps:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2

# ----

# wrong: lin-wrong-upper-bound
# did: the docstring's 1/4 became 0.5 in the check, so 0.3 gives nan and a warning
# said: Some eps that are not allowed are let through: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if eps <= 0 or eps > 0.5:
        raise ValueError("eps must be in (0, 0.5]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: lin-newton-few-steps
# did: three Newton steps from a rough guess, which is too few to converge
# said: Your result is too large for large eps and too small for small eps.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    z = 2.0
    for _ in range(3):
        a = sigmoid(z)
        f = a * (1 - a) - eps
        df = a * (1 - a) * (1 - 2 * a)
        z -= f / df
    return z

# ----

# right: ayse-hint-three
# did: the hints put together
def saturation_point(eps):
    """The z >= 0 with sigmoid_prime(z) = eps, for 0 < eps <= 1/4."""
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be larger than 0 and at most 1/4")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# right: mira-artanh
# did: the inverse hyperbolic tangent, because 2a - 1 = tanh(z/2)
def saturation_point(eps):
    if not (0 < eps <= 0.25):
        raise ValueError("sigma' takes values in (0, 1/4] only")
    return 2 * np.arctanh(np.sqrt(1 - 4 * eps))

# ----

# right: jonas-math-module
# did: the math module and a message with the value in it
import math

def saturation_point(eps):
    if eps > 0 and eps <= 0.25:
        a = (1 + math.sqrt(1 - 4 * eps)) / 2
        return math.log(a) - math.log(1 - a)
    raise ValueError(f"no point with slope {eps}, it must be in (0, 0.25]")

# ----

# right: mira-arcosh
# did: solved 2 + 2 cosh z = 1/eps for z
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("need 0 < eps <= 1/4")
    return np.arccosh(1 / (2 * eps) - 1)

# ----

# right: lin-root-ratio
# did: the logit as log((1 + r)/(1 - r)) with r the square root
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError(f"eps must satisfy 0 < eps <= 0.25, got {eps!r}")
    r = np.sqrt(1 - 4 * eps)
    return np.log((1 + r) / (1 - r))

# ----

# right: tom-smaller-root-negated
# did: took the smaller root and turned the sign of z by symmetry
def saturation_point(eps):
    if eps > 0:
        if eps <= 0.25:
            a = (1 - np.sqrt(1 - 4 * eps)) / 2
            z = np.log(a / (1 - a))
            return abs(z)
    raise ValueError("eps is not a slope of the sigmoid")

# ----

# wrong: smaller-root
# did: took the smaller solution of the quadratic, so z comes out negative
# said: This is the z <= 0 with sigma'(z) = eps, minus the expected one. z >= 0 is wanted: take the larger solution, a = (1 + root)/2, and z = log(a/(1 - a)) (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 1/4]")
    a = (1 - np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: no-check
# did: no test of eps, invalid values give nan or inf
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: returns-a
# did: stopped after the quadratic and returned a
# said: This is the activation a: wanted is its z, log(a/(1 - a)) (eq. 5, 13).
# true: yes
def saturation_point(eps):
    if eps <= 0 or eps > 0.25:
        raise ValueError("no such slope")
    return (1 + np.sqrt(1 - 4 * eps)) / 2

# ----

# wrong: quarter-excluded
# did: the test excludes eps = 1/4, which is allowed
# said: An error is raised for an eps that is allowed: 0 < eps <= 1/4, with 1/4 included.
# true: yes
def saturation_point(eps):
    if not 0 < eps < 0.25:
        raise ValueError("eps must be between 0 and 0.25")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: zero-let-through
# did: the test lets eps = 0 through
# said: eps = 0 is let through: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if eps < 0 or eps > 0.25:
        raise ValueError("eps out of range")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: returns-valueerror
# did: returns the error instead of raising it
# said: The error is returned: `raise` it instead.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        return ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: returns-none
# did: returns None for an invalid eps
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if 0 < eps <= 0.25:
        a = (1 + np.sqrt(1 - 4 * eps)) / 2
        return np.log(a / (1 - a))
    return None

# ----

# wrong: prints-error
# did: prints a message for an invalid eps and goes on
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        print("ValueError: eps must be > 0 and <= 1/4")
        return float("nan")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: generic-exception
# did: raises a bare Exception
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise Exception("wrong eps")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: assertion
# did: tests with assert, so an AssertionError comes
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
def saturation_point(eps):
    assert 0 < eps <= 0.25, "eps must be in (0, 1/4]"
    root = np.sqrt(1 - 4 * eps)
    a = (1 + root) / 2
    return np.log(a / (1 - a))

# ----

# wrong: plus-four-eps
# did: sign slip in the discriminant, 1 + 4 eps, a above 1 gives nan
# said: The root is taken of a sum: a (1 - a) = eps has the root of 1 - 4 eps, with a minus. With a plus a comes out above 1, where log(a/(1 - a)) has no value.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    a = (1 + np.sqrt(1 + 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: halved-wrongly
# did: 1 + root / 2 without parentheses, a above 1 gives nan
# said: The logarithm of a negative number is taken for an eps that is allowed. An activation lies between 0 and 1: a = (1 + root)/2, with these parentheses, and z is the logarithm of a/(1 - a).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = 1 + np.sqrt(1 - 4 * eps) / 2
    return np.log(a / (1 - a))

# ----

# wrong: inverse-upside-down
# did: log((1 - a)/a), the sign of z is wrong
# said: This is the z <= 0 with sigma'(z) = eps, minus the expected one. z >= 0 is wanted: take the larger solution, a = (1 + root)/2, and z = log(a/(1 - a)) (eq. 13).
# true: yes
def saturation_point(eps):
    if not (eps > 0 and eps <= 0.25):
        raise ValueError("eps must be in (0, 0.25]")
    a = 0.5 + 0.5 * np.sqrt(1 - 4 * eps)
    return np.log((1 - a) / a)

# ----

# wrong: log10
# did: decimal logarithm
# said: Your result is 1/log(10) times (is it log10?) the expected one: a constant factor is missing or too many.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log10(a / (1 - a))

# ----

# wrong: sigmoid-of-a
# did: applied the sigmoid instead of its inverse
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others; its size is 0.053 to 0.7 times the expected one.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return sigmoid(a)

# ----

# wrong: slope-at-eps
# did: evaluates the slope at eps instead of solving for z
# said: This is sigma'(eps): the other way round, find the z with sigma'(z) = eps (eq. 13).
# true: yes
def saturation_point(eps):
    if eps <= 0 or eps > 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    return sigmoid_prime(eps)

# ----

# wrong: logit-of-eps
# did: took eps for the activation, log((1 - eps)/eps)
# said: This solves sigma(z) = eps or 1 - eps; wanted is sigma'(z) = eps (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    return np.log((1 - eps) / eps)

# ----

# wrong: tail-approximation
# did: used slope = e^-z far out, so -log(eps), an approximation
# said: This is -log(eps), which is right only roughly, for small eps (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    return -np.log(eps)

# ----

# wrong: grid-search
# did: searches a grid with steps of 0.01, two digits only
# said: Your result has 2 decimals only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    z = np.arange(0, 20, 0.01)
    return z[np.argmin(np.abs(sigmoid_prime(z) - eps))]

# ----

# wrong: while-loop
# did: walks to the right in steps of 0.001 until the slope is below eps, overshoots
# said: Nearly right, but only to about 3 digits: look at the small number (an epsilon, a step, a tolerance) in your code. Full precision is wanted.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("invalid eps")
    z = 0.0
    while sigmoid_prime(z) > eps:
        z += 0.001
    return z

# ----

# wrong: both-solutions
# did: returns both points, the negative one too
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    z = np.log(a / (1 - a))
    return -z, z

# ----

# wrong: figure-value
# did: the value read off for eps = 0.01, a constant
# said: Your result is always 4.59, whatever goes in, but it must depend on the arguments.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    return 4.59

# ----

# wrong: or-condition
# did: wrote the test with and, which is never true, so nothing is raised
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4 (a test with `and` holds only if both its sides do).
# true: yes
def saturation_point(eps):
    if eps <= 0 and eps > 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: check-too-late
# did: tests only the upper bound, after the computation
# said: eps <= 0 is let through: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    if eps > 0.25:
        raise ValueError("eps is too large")
    return np.log(a / (1 - a))

# ----

# wrong: integer-quarter
# did: compares with 1 instead of 1/4
# said: eps above 1/4 is let through: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 1:
        raise ValueError("a slope is between 0 and 1")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: two-a-missing
# did: the quadratic formula without the division by 2, a above 1 gives nan
# said: The logarithm of a negative number is taken for an eps that is allowed. An activation lies between 0 and 1: a = (1 + root)/2, with these parentheses, and z is the logarithm of a/(1 - a).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = 1 + np.sqrt(1 - 4 * eps)
    return np.log(a / (1 - a))

# ----

# wrong: np-roots-unordered
# did: np.roots and the last root, which is the smaller one
# said: This is the z <= 0 with sigma'(z) = eps, minus the expected one. z >= 0 is wanted: take the larger solution, a = (1 + root)/2, and z = log(a/(1 - a)) (eq. 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = np.roots([1, -1, eps])[-1]
    return np.log(a / (1 - a))

# ----

# right: closed-form
# did: the two steps of the hints
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError(f"eps must lie in (0, 1/4], not {eps}")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# right: arccosh
# did: the slope as 1/(4 cosh^2(z/2)), solved with arccosh
def saturation_point(eps):
    if not (0 < eps <= 1 / 4):
        raise ValueError("slope out of range")
    return 2 * np.arccosh(0.5 / np.sqrt(eps))

# ----

# right: artanh
# did: 2 artanh of the root of the discriminant
def saturation_point(eps):
    if 0 < eps <= 0.25:
        return 2 * np.arctanh(np.sqrt(1 - 4 * eps))
    raise ValueError("eps must be positive and at most 0.25")

# ----

# right: math-module
# did: with math instead of numpy, a single number anyway
import math

def saturation_point(eps):
    if not (eps > 0 and eps <= 0.25):
        raise ValueError("need 0 < eps <= 0.25")
    root = math.sqrt(1 - 4 * eps)
    return math.log((1 + root) / (1 - root))

# ----

# right: minus-log-smaller-root
# did: the smaller root and the sign turned
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a_small = (1 - np.sqrt(1 - 4 * eps)) / 2
    z = np.log(a_small / (1 - a_small))
    return abs(z)

# ----

# right: solve-for-exp
# did: quadratic in u = e^-z instead of a
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("no z has this slope")
    # eps (1 + u)^2 = u, the larger root of both is e^z
    p = (1 - 2 * eps) / eps
    e_z = (p + np.sqrt((1 - 2 * eps - 2 * eps) / eps ** 2)) / 2
    return np.log(e_z)

# ----

# right: small-helpers
# did: the closed form, split into two helper functions
def _logit(a):
    return np.log(a) - np.log(1 - a)

def _activation_with_slope(eps):
    return 0.5 + np.sqrt(0.25 - eps)

def saturation_point(eps):
    valid = 0 < eps <= 0.25
    if not valid:
        raise ValueError("eps = {} is not in (0, 0.25]".format(eps))
    return _logit(_activation_with_slope(eps))

# ----

# wrong: raises-string
# did: raise with a string, which is a TypeError in Python 3
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise "ValueError: eps"
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: catches-own-error
# did: raises the ValueError inside a try and swallows it again
# said: Something is printed, but no error is raised: use `raise ValueError(...)`.
# true: yes
def saturation_point(eps):
    try:
        if not 0 < eps <= 0.25:
            raise ValueError("eps must be in (0, 0.25]")
        a = (1 + np.sqrt(1 - 4 * eps)) / 2
        return np.log(a / (1 - a))
    except ValueError as e:
        print(e)

# ----

# wrong: relies-on-math-domain
# did: relies on math's own domain errors; eps = -1 goes through, and 0 is a ZeroDivisionError
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
import math

def saturation_point(eps):
    a = (1 + math.sqrt(1 - 4 * eps)) / 2
    return abs(math.log(a / (1 - a)))

# ----

# wrong: natural-vs-log1p
# did: log1p of the odds instead of log
# said: The logarithm is not that of a/(1 - a) (eq. 5, 13).
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log1p(a / (1 - a))

# ----

# wrong: sets-default-for-invalid
# did: clips an invalid eps into the range and goes on
# said: No eps is refused: raise ValueError unless 0 < eps <= 1/4.
# true: yes
def saturation_point(eps):
    eps = min(max(eps, 1e-6), 0.25)
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: type-error
# did: raises TypeError for an invalid eps
# said: Another error than ValueError is raised: check eps first, then raise ValueError.
# true: yes
def saturation_point(eps):
    if eps > 0 and eps <= 0.25:
        a = (1 + np.sqrt(1 - 4 * eps)) / 2
        return np.log(a / (1 - a))
    raise TypeError("eps is not valid")

# ----

# wrong: exp-in-denominator
# did: the odds written as a / 1 - a, parentheses missing
# said: Something is divided by 1 alone: x / 1 - y is (x / 1) - y, so are parentheses missing around the denominator, as in x / (1 - y)?
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / 1 - a)

# ----

# wrong: few-newton-steps
# did: three Newton steps from z = 5, which do not converge or run away for many eps
# said: Your result is too small everywhere; its size is 0.58 to 0.97 times the expected one.
# true: yes
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 0.25]")
    z = 5.0
    for _ in range(3):
        a = sigmoid(z)
        f = a * (1 - a) - eps
        df = a * (1 - a) * (1 - 2 * a)
        z = z - f / df
    return z

# ----

# right: np-roots-max
# did: np.roots and the larger root, the double root handled by hand
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 1/4]")
    if eps == 0.25:
        return 0.0
    a = np.roots([1, -1, eps]).max()
    return np.log(a / (1 - a))

# ----

# right: two-raises
# did: two separate tests with two messages
def saturation_point(eps):
    if not eps > 0:
        raise ValueError("eps must be positive")
    if not eps <= 1 / 4:
        raise ValueError("the slope is never above 1/4")
    d = (1 - 4 * eps) ** 0.5
    a = 0.5 * (1 + d)
    e_minus_z = (1 - a) / a
    return -np.log(e_minus_z)
