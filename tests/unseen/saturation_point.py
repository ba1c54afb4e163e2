# wrong: mira-smaller-root
# did: took the smaller solution of the quadratic, so z is negative
# said: This is the negative solution -z: the sign is flipped, z >= 0 is wanted (eq. 13).
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
# said: This takes log10 (base 10); eq. 5 inverts with the natural logarithm.
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
# said: This is the activation a with a (1 - a) = eps, not z: invert a = sigma(z) (eq. 13).
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
# said: This is the negative solution -z: the sign is flipped, z >= 0 is wanted (eq. 13).
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
