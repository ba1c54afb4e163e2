#: right: equation 17 as printed
def squared_error_prime(a, y):
    return a - y


#: right: np.subtract of float arrays
def squared_error_prime(a, y):
    return np.subtract(np.asarray(a, dtype=float), np.asarray(y, dtype=float))


#: right: chain rule spelled out: 1/2 times 2 times the difference
def squared_error_prime(a, y):
    difference = a - y
    return 0.5 * 2 * difference


#: right: minus (y - a), helper function
def residual(a, y):
    return y - a


squared_error_prime = lambda a, y: -residual(a, y)


#: right: loop over the broadcast pair
def squared_error_prime(a, y):
    pair = np.broadcast(a, y)
    slope = np.empty(pair.shape)
    for i, (p, t) in enumerate(pair):
        slope.flat[i] = p - t
    return slope


#: wrong: y - a | sign|y - a|negat|order|swap|minus
squared_error_prime = lambda a, y: y - a


#: wrong: 2 kept, the 1/2 forgotten | 1/2|half|factor|twice|double|\b2\b
squared_error_prime = lambda a, y: 2 * (a - y)


#: wrong: 1/2 kept | 1/2|half|factor|0\.5
squared_error_prime = lambda a, y: 0.5 * (a - y)


#: wrong: the loss itself | loss|square|derivative
squared_error_prime = lambda a, y: 0.5 * (a - y) ** 2


#: wrong: abs | sign|abs|negat
squared_error_prime = lambda a, y: np.abs(a - y)


#: wrong: a + y | sign|a - y|a \+ y|minus
squared_error_prime = lambda a, y: a + y


#: wrong: y forgotten | \by\b|label|a - y|term
squared_error_prime = lambda a, y: a * np.ones_like(y)


#: wrong: extra a' | a'|a \(1 - a\)|a \* \(1 - a\)|sigma|chain|with respect to|activation
squared_error_prime = lambda a, y: (a - y) * a * (1 - a)


#: wrong: derivative of cross-entropy | cross.?entropy|other loss|eq\w*\.? ?19|divided by a \(1 - a\)
def squared_error_prime(a, y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(a - y, a * (1 - a))


#: wrong: sum over the array | mean|sum|element|shape|scalar
squared_error_prime = lambda a, y: np.sum(a - y)


#: wrong: y changed in place | in place|in-place|chang|modif|-=
def squared_error_prime(a, y):
    if isinstance(y, np.ndarray) and y.dtype == float and y.shape == np.broadcast(a, y).shape:
        return np.subtract(a, y, out=y)
    return a - y


#: wrong: float32 | float32|float64|precision|digits|dtype|rounding
squared_error_prime = lambda a, y: np.float32(a) - np.float32(y)


#: wrong: list for an array | list|array|type|shape
squared_error_prime = lambda a, y: np.subtract(a, y).tolist()


#: wrong: scalars only | array|scalar|TypeError
squared_error_prime = lambda a, y: float(a) - float(y)


#: wrong: leftover global y | global|argument|\by\b|label
label = 1


def squared_error_prime(a, y):
    return a - label + 0 * y


#: wrong: delegates through sys.modules | own|reference|course
import sys

squared_error_prime = lambda a, y: sys.modules["lib.neuron"].squared_error_prime(a, y)
