#: right: equation 16 as printed
def squared_error(a, y):
    return 0.5 * (a - y) ** 2


#: right: y - a, its square is the same
def squared_error(a, y):
    return np.square(np.subtract(y, a)) / 2


#: right: lambda and a product
squared_error = lambda a, y: (a - y) * (a - y) / 2


#: right: math with np.vectorize
import math

squared_error = np.vectorize(lambda a, y: math.pow(a - y, 2) / 2, otypes=[float])


#: right: comprehension over broadcast copies
def squared_error(a, y):
    a, y = np.broadcast_arrays(a, y)
    values = [(p - t) ** 2 / 2 for p, t in zip(a.ravel(), y.ravel())]
    return np.array(values, dtype=float).reshape(a.shape)


#: wrong: 1/2 forgotten | 1/2|half|factor|twice|double|0\.5
squared_error = lambda a, y: (a - y) ** 2


#: wrong: 2 for 1/2 | 1/2|half|factor|four|0\.5|\b2\b
squared_error = lambda a, y: 2 * (a - y) ** 2


#: wrong: 1/2 inside the square | 1/2|half|factor|bracket|parenthes|0\.5|1/4
squared_error = lambda a, y: (0.5 * (a - y)) ** 2


#: wrong: no square | square|power|\*\* ?2|derivative
squared_error = lambda a, y: 0.5 * (a - y)


#: wrong: abs for the square | square|abs|power
squared_error = lambda a, y: 0.5 * np.abs(a - y)


#: wrong: difference of the squares | square|a\*\*2|bracket|parenthes|\(a - y\)
squared_error = lambda a, y: 0.5 * (a**2 - y**2)


#: wrong: a + y | sign|a - y|a \+ y|minus|differ
squared_error = lambda a, y: 0.5 * (a + y) ** 2


#: wrong: negative loss | sign|negat|minus
squared_error = lambda a, y: -0.5 * (a - y) ** 2


#: wrong: mean over the array | mean|average|sum|element|shape|scalar
squared_error = lambda a, y: 0.5 * np.mean((a - y) ** 2)


#: wrong: floor division | //|integer|floor|round|\b0\b|1/2|half
squared_error = lambda a, y: (a - y) ** 2 // 2


#: wrong: a changed in place | in place|in-place|chang|modif|-=
def squared_error(a, y):
    if isinstance(a, np.ndarray) and a.dtype == float and a.shape == np.broadcast(a, y).shape:
        a -= y
        return 0.5 * a**2
    return 0.5 * (a - y) ** 2


#: wrong: integer output for integer input | integer|int\b|dtype|truncat|round
def squared_error(a, y):
    loss = np.zeros_like(a + y)
    loss[...] = 0.5 * (a - y) ** 2
    return loss


#: wrong: (n,) becomes (n, 1) | shape|reshape|column
def squared_error(a, y):
    loss = 0.5 * np.square(np.subtract(a, y))
    return loss.reshape(-1, 1) if loss.ndim == 1 else loss


#: wrong: printed, not returned | return|None|print
def squared_error(a, y):
    print(0.5 * (a - y) ** 2)


#: wrong: the derivative | derivative|prime|square|1/2|a - y
squared_error = lambda a, y: a - y


#: wrong: delegates through lib | own|reference|course
import lib


def squared_error(a, y):
    return lib.neuron.squared_error(a, y)


#: wrong: written below the raise | still there
def squared_error(a, y):
    """doc"""
    # YOUR CODE HERE
    raise NotImplementedError()
    return (a - y) ** 2 / 2


#: wrong: a loop that adds up | sum
def squared_error(a, y):
    total = 0
    for d in np.atleast_1d(a - y):
        total = total + d**2 / 2
    return total


#: wrong: the root for the square | negative number
def squared_error(a, y):
    return (a - y) ** (1 / 2) / 2
