#: right: three lines
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = squared_error_prime(sigmoid(z), y) * sigmoid_prime(z)
    return delta * x, delta


#: right: a (1 - a) spelled out
def gradient_squared_error(w, b, x, y):
    a = sigmoid(np.dot(w, x) + b)
    dw = (a - y) * a * (1 - a) * x
    db = (a - y) * a * (1 - a)
    return dw, db


#: right: product of the student's own chain_factors
def gradient_squared_error(w, b, x, y):
    dL_da, da_dz, dz_dw, dz_db = chain_factors(squared_error_prime, w, b, x, y)
    return dL_da * da_dz * dz_dw, dL_da * da_dz * dz_db


#: right: own sigmoid through tanh, einsum
def gradient_squared_error(w, b, x, y):
    t = np.tanh((np.einsum("j,j", w, x) + b) / 2)
    a = (1 + t) / 2
    delta = (a - y) * (1 - t**2) / 4
    return np.einsum(",j->j", delta, x), delta


#: right: plain Python, component by component
import math


def gradient_squared_error(w, b, x, y):
    z = float(b) + sum(float(wj) * float(xj) for wj, xj in zip(w, x))
    if z >= 0:
        a = 1 / (1 + math.exp(-z))
    else:
        a = math.exp(z) / (1 + math.exp(z))
    slope = a * (1 - a)
    dw = np.array([(a - y) * slope * xj for xj in x], dtype=float)
    db = float((a - y) * slope)
    return dw, db


#: right: lambda
_delta = lambda z, y: (sigmoid(z) - y) * sigmoid_prime(z)
gradient_squared_error = lambda w, b, x, y: (_delta(w @ x + b, y) * x, _delta(w @ x + b, y))


#: right: b as the weight of a constant feature
def gradient_squared_error(w, b, x, y):
    theta = np.append(w, b)
    features = np.append(x, 1)
    z = theta @ features
    gradient = (sigmoid(z) - y) * sigmoid(z) * sigmoid(-z) * features
    return gradient[:-1], gradient[-1]


#: right: errstate around the overflow, array filled in a loop
def gradient_squared_error(w, b, x, y):
    z = np.inner(x, w) + b
    with np.errstate(over="ignore"):
        a = 1 / (1 + np.exp(-z))
    db = (a - y) * a * (1 - a)
    dw = np.empty(len(x))
    for j in range(len(x)):
        dw[j] = db * x[j]
    return dw, db


#: right: a - y as -(y - a)
def gradient_squared_error(w, b, x, y):
    z = (w * x).sum() + b
    a = sigmoid(z)
    error = y - a
    return np.multiply(-error * (a - a**2), x), -error * (a - a**2)


#: wrong: y - a | sign|y - a|a - y|negat|uphill
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (y - a) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: a' missing, cross-entropy's gradient | a'|da/dz|sigmoid_prime|sigma'|deriv|cross
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta


#: wrong: a' = 1 - a, as section 3 prints it | a'|da/dz|sigmoid_prime|sigma'|deriv
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * (1 - a)
    return delta * x, delta


#: wrong: a' = a | a'|da/dz|sigmoid_prime|sigma'|deriv
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a
    return delta * x, delta


#: wrong: a' taken of a | a'|da/dz|sigmoid_prime|sigma'|deriv|of z
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(a)
    return delta * x, delta


#: wrong: z (1 - z) | a'|da/dz|sigmoid_prime|sigma'|deriv
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * z * (1 - z)
    return delta * x, delta


#: wrong: a (a - 1) | a'|da/dz|sigmoid_prime|sigma'|deriv|sign
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * (a - 1)
    return delta * x, delta


#: wrong: a (1 + a) | a'|da/dz|sigmoid_prime|sigma'|deriv
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * (1 + a)
    return delta * x, delta


#: wrong: a' squared | a'|da/dz|sigmoid_prime|sigma'|deriv
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z) ** 2
    return delta * x, delta


#: wrong: a' with a lost bracket | a'|da/dz|sigmoid_prime|sigma'|deriv|bracket|parenthes
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * 1 - a
    return delta * x, delta


#: wrong: a' of y: y (1 - y) | a'|da/dz|sigmoid_prime|sigma'|deriv
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * y * (1 - y)
    return delta * x, delta


#: wrong: y and a swapped in the derivative | sign|order|swap|y - a|a - y|negat
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = squared_error_prime(y, a) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: 1/2 kept | 1/2|half|factor|0\.5
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = 0.5 * (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: 2 kept | twice|double|factor|\b2\b
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = 2 * (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: the loss for its derivative | squared_error_prime|dL/da|deriv|a - y
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = squared_error(a, y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: the distance for a - y | sign|abs|a - y|y = 1
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = np.abs(a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: z - y | sigmoid|a - y|activation|dL/da|\ba\b
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (z - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: y forgotten | \by\b|label|a - y
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a * sigmoid_prime(z)
    return delta * x, delta


#: wrong: label as -1 and 1 | \by\b|label|a - y
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - (2 * y - 1)) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: a' as exp(-z) / (1 + exp(-z))^2 overflows | overflow|warn|saturat|nan|large|800
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * np.exp(-z) / (1 + np.exp(-z)) ** 2
    return delta * x, delta


#: wrong: a clipped | clip|saturat
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = np.clip(sigmoid(z), 1e-3, 1 - 1e-3)
    delta = (a - y) * a * (1 - a)
    return delta * x, delta


#: wrong: z clipped to 5 | clip|saturat|large
def gradient_squared_error(w, b, x, y):
    z = np.clip(w @ x + b, -5, 5)
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    return delta * x, delta


#: wrong: derivative of cross-entropy in the chain | cross.?entropy|dL/da|a - y
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    dL_da = -y / a + (1 - y) / (1 - a)
    return dL_da * sigmoid_prime(z) * x, dL_da * sigmoid_prime(z)


#: wrong: a' forgotten in dL/db only | a'|da/dz|sigmoid_prime|sigma'|deriv|dL/db|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return (a - y) * a * (1 - a) * x, a - y


#: wrong: a' forgotten in dL/dw only | a'|da/dz|sigmoid_prime|sigma'|deriv|dL/dw
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return (a - y) * x, (a - y) * a * (1 - a)


#: wrong: sign of dL/db only | sign|dL/db|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return (a - y) * a * (1 - a) * x, (y - a) * a * (1 - a)


#: wrong: the factors instead of the product | pair|two|product|multipl|factor
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return a - y, sigmoid_prime(z), x, 1


#: wrong: x squared, once in delta and once in dL/dw | \bx\b|dL/dw|dz/dw|dL/db
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a) * x
    return delta * x, (a - y) * a * (1 - a)


#: wrong: x forgotten | \bx\b|shape
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta, delta


#: wrong: x forgotten, shape faked with ones | \bx\b|dz/dw
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * np.ones(len(w)), delta


#: wrong: w used for x | dz/dw|\bx\b|\bw\b
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * w, delta


#: wrong: z used for x | dz/dw|\bx\b|\bz\b|shape
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * z, delta


#: wrong: dL/db multiplied by x | dL/db|db|bias|scalar
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta * x


#: wrong: dL/db the sum of dL/dw | dL/db|db|bias|sum
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    dw = ((a - y) * sigmoid_prime(z)) * x
    return dw, np.sum(dw)


#: wrong: dL/db multiplied by b | dL/db|db|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta * b


#: wrong: dL/db = 1 | dL/db|db|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, 1


#: wrong: dL/db = 0 | dL/db|db|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, 0


#: wrong: dL/db an array of one element | scalar|shape|dL/db
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, np.array([delta])


#: wrong: pair in the wrong order | order|swap|\(dL/dw, dL/db\)|shape
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta, delta * x


#: wrong: only dL/dw returned | pair|two|dL/db|tuple|both
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x


#: wrong: only dL/db returned | pair|two|dL/dw|tuple|both
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta


#: wrong: one flat array | pair|two|flat|tuple
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return np.append(delta * x, delta)


#: wrong: a dict | pair|two|dict|tuple
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return {"dw": delta * x, "db": delta}


#: wrong: the loss returned as well | pair|two|three|tuple
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return squared_error(a, y), delta * x, delta


#: wrong: dL/dw summed over the features | shape|sum|feature|scalar
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return np.sum(delta * x), delta


#: wrong: dL/dw averaged over the features | shape|mean|averag|feature|scalar
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return np.mean(delta * x), delta


#: wrong: dL/dw divided by n | divid|mean|averag|\bn\b|1/n|factor|scale
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x / len(x), delta


#: wrong: dL/dw of shape (n, 1) | shape|column
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x.reshape(-1, 1), delta


#: wrong: dL/dw of shape (1, n) | shape|row
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x[np.newaxis, :], delta


#: wrong: dL/dw filled into an integer array | int|float|dtype|zeros_like|trunc|whole
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    dw = np.zeros_like(x)
    for j in range(len(x)):
        dw[j] = delta * x[j]
    return dw, delta


#: wrong: x scaled in place | in place|chang|modif|copy
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    x *= delta
    return x, delta


#: wrong: b forgotten in z | \bb\b|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: b subtracted in z | \bb\b|bias
def gradient_squared_error(w, b, x, y):
    z = w @ x - b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: z for a, the sigmoid forgotten | sigmoid|activation|sigma|\ba\b
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = z
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: rounded to the class | predict|round|class|\ba\b|output|activation
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = predict(sigmoid(z))
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: own naive sigmoid overflows | overflow|warn|saturat|large|800
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = 1 / (1 + np.exp(-z))
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: own sigmoid exp(z) / (1 + exp(z)) overflows | overflow|warn|saturat|nan|large|800
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = np.exp(z) / (1 + np.exp(z))
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: math.exp overflows | overflow|range|saturat|large|800
import math


def gradient_squared_error(w, b, x, y):
    z = np.dot(w, x) + b
    a = 1 / (1 + math.exp(-z))
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: no return | return|None
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    dw, db = delta * x, delta


#: wrong: printed, not returned | return|None
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    print(delta * x, delta)


#: wrong: leftover global a | not defined|NameError|global
def gradient_squared_error(w, b, x, y):
    delta = (a - y) * a * (1 - a)
    return delta * x, delta


#: wrong: arguments in another order | order|argument|swap|match|\bx\b
def gradient_squared_error(x, y, w, b):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: delegates through lib.neuron | own|reference|course
import lib


def gradient_squared_error(w, b, x, y):
    return lib.neuron.gradient_squared_error(w, b, x, y)


#: wrong: delegates, renamed import | own|reference|course
from lib import gradient_squared_error as theirs


def gradient_squared_error(w, b, x, y):
    dw, db = theirs(w, b, x, y)
    return np.array(dw), float(db)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib import gradient_squared_error


#: wrong: delegates, alias | own|reference|course
import lib

gradient_squared_error = lib.neuron.gradient_squared_error


#: wrong: delegates through sys.modules | own|reference|course
import sys


def gradient_squared_error(w, b, x, y):
    return sys.modules["lib.neuron"].gradient_squared_error(w, b, x, y)


#: wrong: delegates through importlib | own|reference|course
import importlib


def gradient_squared_error(w, b, x, y):
    reference = importlib.import_module("lib.neuron")
    return getattr(reference, "gradient_squared_error")(w, b, x, y)


#: wrong: delegates through functools.partial | own|reference|course
from functools import partial

import lib

gradient_squared_error = partial(lib.neuron.gradient_squared_error)


#: wrong: a number @ x | single number
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, x, b)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta @ x, delta


#: wrong: no parentheses around a - y, once for both | [Pp]arentheses
def gradient_squared_error(w, b, x, y):
    a = sigmoid(w @ x + b)
    delta = a - y * sigmoid_prime(w @ x + b)
    return delta * x, delta


#: wrong: pre_activation(w, b, x) | \(w, x, b\)
def gradient_squared_error(w, b, x, y):
    z = pre_activation(w, b, x)
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: no parentheses around 1 - a in dL/db | [Pp]arentheses
def gradient_squared_error(w, b, x, y):
    a = sigmoid(w @ x + b)
    return (a - y) * a * (1 - a) * x, (a - y) * a * 1 - a
