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


#: wrong: a' taken of a | a'|da/dz|sigmoid_prime|sigma'|deriv|of z
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(a)
    return delta * x, delta


#: wrong: a (a - 1) | a'|da/dz|sigmoid_prime|sigma'|deriv|sign
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * (a - 1)
    return delta * x, delta


#: wrong: a' with a lost bracket | a'|da/dz|sigmoid_prime|sigma'|deriv|bracket|parenthes
def gradient_squared_error(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * 1 - a
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
