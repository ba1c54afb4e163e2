#: right: the quadratic for a, in logs
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps must be in (0, 1/4]")
    return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: right: logit of the larger root, 1 - a taken as eps / a
def saturation_point(eps):
    if eps > 0.25 or eps <= 0 or np.isnan(eps):
        raise ValueError(f"no z has slope {eps}")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a) - np.log(eps / a)


#: right: sinh of z/2
import math


def saturation_point(eps):
    if eps > 0 and eps <= 1 / 4:
        return 2 * math.asinh(math.sqrt(1 - 4 * eps) / (2 * math.sqrt(eps)))
    raise ValueError("sigma' lies in (0, 1/4]")


#: right: bisection
def log_slope(z):
    return -z - 2 * np.log1p(np.exp(-z))


def saturation_point(eps):
    if not (0 < eps and eps <= 0.25):
        raise ValueError("eps out of range")
    low, high = 0.0, 750.0
    for _ in range(200):
        mid = (low + high) / 2
        low, high = (mid, high) if log_slope(mid) > np.log(eps) else (low, mid)
    return low


#: wrong: negative root | sign|negat|z >= 0|root
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    return np.log(4 * eps) - 2 * np.log1p(np.sqrt(1 - 4 * eps))


#: wrong: solves sigma(z) = eps | sigma'|derivative|sigmoid_prime|slope|sigma\(z\)
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    return np.log(eps / (1 - eps))


#: wrong: a for z | activation|not z|sigma\(z\)|sigmoid\(z\)
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    return (1 + np.sqrt(1 - 4 * eps)) / 2


#: wrong: log eps alone, good only far out | approx|exact|1/4|accura|small
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    return -np.log(eps)


#: wrong: no ValueError | ValueError|raise
def saturation_point(eps):
    return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: wrong: ValueError also at 1/4 | 1/4|0\.25|<=
def saturation_point(eps):
    if eps <= 0 or eps >= 0.25:
        raise ValueError("eps")
    return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: wrong: only eps > 1/4 checked | ValueError|raise|eps ?(<=|=|<|>) ?0|positive|negative
def saturation_point(eps):
    if eps > 0.25:
        raise ValueError("eps")
    return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: wrong: the range of sigma checked, not of sigma' | ValueError|raise|1/4|0\.25
def saturation_point(eps):
    if not 0 < eps < 1:
        raise ValueError("eps")
    return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: wrong: None for the ValueError | ValueError|raise|None
def saturation_point(eps):
    if 0 < eps <= 0.25:
        return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: wrong: ValueError returned | ValueError|raise
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        return ValueError("eps must be in (0, 1/4]")
    return 2 * np.log1p(np.sqrt(1 - 4 * eps)) - np.log(4 * eps)


#: wrong: coarse grid search | grid|coarse|exact|precis|accura|approx|digits
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    grid = np.arange(0, 50, 0.01)
    return grid[np.abs(sigmoid_prime(grid) - eps).argmin()]


#: wrong: the course's own function | own|reference|course
def saturation_point(eps):
    from lib import neuron

    return neuron.saturation_point(eps)


#: wrong: the smaller solution | larger solution
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    a = (1 - np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))


#: wrong: 1 + 4 eps under the root | with a *minus
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    a = (1 + np.sqrt(1 + 4 * eps)) / 2
    return np.log(a / (1 - a))


#: wrong: log(a / 1 - a) | parentheses *missing
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("eps")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / 1 - a)


#: wrong: the name of the error returned as text | raise ValueError
def saturation_point(eps):
    if eps <= 0 or eps > 0.25:
        return "ValueError"
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))


#: wrong: and for or | No eps is refused.*and
def saturation_point(eps):
    if eps <= 0 and eps > 0.25:
        raise ValueError("bad")
    a = (1 + np.sqrt(1 - 4 * eps)) / 2
    return np.log(a / (1 - a))


#: wrong: a is returned | activation a|activation
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        raise ValueError("bad")
    return (1 + np.sqrt(1 - 4 * eps)) / 2


#: wrong: return ValueError | raise
def saturation_point(eps):
    if not 0 < eps <= 0.25:
        return ValueError
    return 2 * np.arcsinh(np.sqrt(1 - 4 * eps) / (2 * np.sqrt(eps)))
