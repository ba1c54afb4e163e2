#: right: equation 19 as printed
def cross_entropy_prime(a, y):
    return -y / a + (1 - y) / (1 - a)


#: right: one fraction
cross_entropy_prime = lambda a, y: (a - y) / (a * (1 - a))


#: right: cases y = 1 and y = 0
def cross_entropy_prime(a, y):
    a = np.asarray(a, dtype=float)
    return np.where(np.equal(y, 1), -1 / a, 1 / (1 - a))


#: right: masks on a broadcast pair
def cross_entropy_prime(a, y):
    a, y = np.broadcast_arrays(a, y)
    slope = np.zeros(a.shape)
    ones = y == 1
    slope[ones] = -1 / a[ones]
    slope[~ones] = 1 / (1 - a[~ones])
    return slope


#: right: one number at a time, np.vectorize
def slope_one(a, y):
    return (1 - y) / (1 - a) - y / a


cross_entropy_prime = np.vectorize(slope_one, otypes=[float])


#: wrong: both signs flipped | sign|minus|negat
cross_entropy_prime = lambda a, y: y / a - (1 - y) / (1 - a)


#: wrong: inner derivative of 1 - a forgotten | sign|minus|negat|term|inner|chain
cross_entropy_prime = lambda a, y: -y / a - (1 - y) / (1 - a)


#: wrong: minus before the first term forgotten | sign|minus|negat|term
cross_entropy_prime = lambda a, y: y / a + (1 - y) / (1 - a)


#: wrong: second term missing | term|1 - y|y = 0|1 - a|multiplied by y
cross_entropy_prime = lambda a, y: -y / a


#: wrong: first term missing | term|y / a|y/a|y = 1
cross_entropy_prime = lambda a, y: (1 - y) / (1 - a)


#: wrong: denominators swapped | denominator|swap|1 - a|exchang
cross_entropy_prime = lambda a, y: -y / (1 - a) + (1 - y) / a


#: wrong: lost bracket | bracket|parenthes|precedence|1 - a
cross_entropy_prime = lambda a, y: -y / a + (1 - y) / 1 - a


#: wrong: lost bracket in the one fraction | bracket|parenthes|precedence|1 - a
cross_entropy_prime = lambda a, y: (a - y) / a * (1 - a)


#: wrong: extra a', which leaves a - y | a'|a \(1 - a\)|a \* \(1 - a\)|squared|a - y|respect to
cross_entropy_prime = lambda a, y: (-y / a + (1 - y) / (1 - a)) * a * (1 - a)


#: wrong: derivative of squared error | squared|a - y|other loss|a'|respect to|a \(1 - a\)
cross_entropy_prime = squared_error_prime


#: wrong: the loss itself | loss|log|derivative
cross_entropy_prime = lambda a, y: -y * np.log(a) - (1 - y) * np.log(1 - a)


#: wrong: derivative of log2 | log2|ln|base|natural|factor
cross_entropy_prime = lambda a, y: (-y / a + (1 - y) / (1 - a)) / np.log(2)


#: wrong: epsilon in the denominators | eps|1e-|denominator|small a|near 0|close to
cross_entropy_prime = lambda a, y: -y / (a + 1e-3) + (1 - y) / (1 - a + 1e-3)


#: wrong: floor division | //|integer|floor|round
cross_entropy_prime = lambda a, y: -y // a + (1 - y) // (1 - a)


#: wrong: sum over the array | mean|sum|element|shape|scalar
cross_entropy_prime = lambda a, y: np.sum(-y / a + (1 - y) / (1 - a))


#: wrong: float32 | float32|float64|precision|digits|dtype|rounding
cross_entropy_prime = lambda a, y: np.float32(-y / a + (1 - y) / (1 - a))


#: wrong: arrays only | scalar|number|float|int\b|attribute|TypeError
def cross_entropy_prime(a, y):
    y = np.broadcast_to(y, a.shape)
    return -y / a + (1 - y) / (1 - a)


#: wrong: delegates through a renamed import | own|reference|course
from lib import cross_entropy_prime as theirs

cross_entropy_prime = lambda a, y: theirs(a, y)
