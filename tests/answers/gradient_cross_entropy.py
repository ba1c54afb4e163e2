#: right: two lines
def gradient_cross_entropy(w, b, x, y):
    delta = sigmoid(pre_activation(w, x, b)) - y
    return delta * x, delta


#: right: equation 25, before the last cancellation
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(np.dot(w, x) + b)
    db = (1 - y) * a - y * (1 - a)
    dw = ((1 - y) * a - y * (1 - a)) * x
    return dw, db


#: right: own sigmoid through tanh, einsum
def gradient_cross_entropy(w, b, x, y):
    z = np.einsum("j,j->", w, x) + b
    delta = 0.5 * (1 + np.tanh(0.5 * z)) - y
    return np.einsum("j,->j", x, delta), delta


#: right: plain Python, component by component
from math import exp


def gradient_cross_entropy(w, b, x, y):
    z = float(b)
    for j in range(len(w)):
        z += float(w[j]) * float(x[j])
    if z < 0:
        a = exp(z) / (1 + exp(z))
    else:
        a = 1 / (1 + exp(-z))
    return np.array([(a - y) * xj for xj in x], dtype=float), a - y


#: right: exp of a logaddexp
def gradient_cross_entropy(w, b, x, y):
    z = np.inner(w, x) + b
    a = np.exp(-np.logaddexp(0, -z))
    return np.multiply(a - y, x), np.subtract(a, y)


#: right: lambda
gradient_cross_entropy = lambda w, b, x, y: (
    (sigmoid(w @ x + b) - y) * x,
    sigmoid(w @ x + b) - y,
)


#: right: b as the weight of a constant feature
def gradient_cross_entropy(w, b, x, y):
    theta = np.concatenate([w, [b]])
    features = np.concatenate([x, [1]])
    gradient = (sigmoid(theta @ features) - y) * features
    return gradient[:-1], gradient[-1]


#: right: exponent kept in range, helper
def squash(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def gradient_cross_entropy(w, b, x, y):
    z = np.sum(w * x) + b
    error = y - squash(z)
    return -error * x, -error


#: right: errstate around the overflow
def gradient_cross_entropy(w, b, x, y):
    z = w.dot(x) + b
    with np.errstate(over="ignore"):
        a = 1.0 / (1.0 + np.exp(-z))
    dw = np.zeros(x.shape)
    dw += (a - y) * x
    return dw, a - y


#: wrong: y - a | sign|y - a|a - y|negat|uphill
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = y - a
    return delta * x, delta


#: wrong: an extra a', squared error's gradient | cancel|a'|sigmoid_prime|sigma'|da/dz|a \(1 - a\)|squared|extra
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: an extra a (1 - a) | cancel|a'|sigmoid_prime|sigma'|da/dz|a \(1 - a\)|squared|extra
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * a * (1 - a)
    return delta * x, delta


#: wrong: an extra 1 - a, as section 3 prints a' | cancel|a'|sigmoid_prime|sigma'|da/dz|a \(1 - a\)|squared|extra
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) * (1 - a)
    return delta * x, delta


#: wrong: divided by a': dL/da without the chain | cancel|a'|sigmoid_prime|sigma'|da/dz|divi|chain
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = cross_entropy_prime(a, y)
    return delta * x, delta


#: wrong: divided by a' by hand | cancel|a'|sigmoid_prime|sigma'|da/dz|divi|a \(1 - a\)
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) / (a * (1 - a))
    return delta * x, delta


#: wrong: a' = 1 - a in the chain | a'|da/dz|sigmoid_prime|sigma'|deriv|cancel
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (-y / a + (1 - y) / (1 - a)) * (1 - a)
    return delta * x, delta


#: wrong: chain not cancelled, through cross_entropy_prime | saturat|nan|cancel|divi|warn|large|z =
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = cross_entropy_prime(a, y) * a * (1 - a)
    return delta * x, delta


#: wrong: chain not cancelled, through sigmoid_prime | saturat|nan|cancel|divi|warn|large|z =
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = cross_entropy_prime(a, y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: chain not cancelled, written out | saturat|nan|cancel|divi|warn|large|z =
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (-y / a + (1 - y) / (1 - a)) * a * (1 - a)
    return delta * x, delta


#: wrong: chain with a small constant below | saturat|nan|cancel|divi|warn|large|z =|eps|constant|small
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (-y / (a + 1e-8) + (1 - y) / (1 - a + 1e-8)) * a * (1 - a)
    return delta * x, delta


#: wrong: a clipped | clip|saturat|exact
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = np.clip(sigmoid(z), 1e-7, 1 - 1e-7)
    delta = a - y
    return delta * x, delta


#: wrong: a clipped, then the chain | clip|saturat|exact|cancel
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = np.clip(sigmoid(z), 1e-6, 1 - 1e-6)
    delta = (a - y) / (a * (1 - a)) * a * (1 - a)
    return delta * x, delta


#: wrong: z clipped to 10 | clip|saturat|exact|large
def gradient_cross_entropy(w, b, x, y):
    z = np.clip(w @ x + b, -10, 10)
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta


#: wrong: y and a swapped in cross_entropy_prime | sign|order|swap|nan|warn|divi|saturat
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = cross_entropy_prime(y, a) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: sign of the first term of eq. 25 | sign|a - y|minus|term that y = 1
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = y * (1 - a) + (1 - y) * a
    return delta * x, delta


#: wrong: eq. 25 with y and 1 - y swapped | sign|swap|a - y|\by\b
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = y * a - (1 - y) * (1 - a)
    return delta * x, delta


#: wrong: the y = 1 term alone | \by\b|label|a - y|term
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = -y * (1 - a)
    return delta * x, delta


#: wrong: 1/2 of the other loss | 1/2|half|factor|0\.5
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = 0.5 * (a - y)
    return delta * x, delta


#: wrong: doubled | twice|double|factor|\b2\b
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = 2 * (a - y)
    return delta * x, delta


#: wrong: the distance for a - y | sign|abs|a - y|y = 1
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = np.abs(a - y)
    return delta * x, delta


#: wrong: squared | square|a - y|deriv
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = (a - y) ** 2
    return delta * x, delta


#: wrong: z - y | sigmoid|a - y|activation|\ba\b
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = z - y
    return delta * x, delta


#: wrong: y forgotten | \by\b|label|a - y
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a
    return delta * x, delta


#: wrong: label as -1 and 1 | \by\b|label|a - y
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - (2 * y - 1)
    return delta * x, delta


#: wrong: a' for a | a - y|sigmoid_prime|sigma'|a'|activation
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = sigmoid_prime(z) - y
    return delta * x, delta


#: wrong: the loss for its derivative | deriv|a - y|loss|cross_entropy_from_z
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = cross_entropy_from_z(z, y)
    return delta * x, delta


#: wrong: through the student's own chain_factors | saturat|nan|cancel|divi|warn|large|z =
def gradient_cross_entropy(w, b, x, y):
    dL_da, da_dz, dz_dw, dz_db = chain_factors(cross_entropy_prime, w, b, x, y)
    return dL_da * da_dz * dz_dw, dL_da * da_dz * dz_db


#: wrong: warnings silenced, nan replaced by 0 | saturat|nan|cancel|divi|large|z =
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(w @ x + b)
    with np.errstate(all="ignore"):
        delta = np.nan_to_num((a - y) / (a * (1 - a)) * a * (1 - a))
    return delta * x, delta


#: wrong: 0 when saturated, "nothing to learn" | saturat|exact|a - y
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(w @ x + b)
    if a == 0 or a == 1:
        return np.zeros(len(w)), 0.0
    delta = cross_entropy_prime(a, y) * a * (1 - a)
    return delta * x, delta


#: wrong: own squared-error gradient called | cancel|a'|sigmoid_prime|sigma'|squared|da/dz|extra
def gradient_cross_entropy(w, b, x, y):
    return gradient_squared_error(w, b, x, y)


#: wrong: an extra a' in dL/db only | cancel|a'|sigmoid_prime|sigma'|da/dz|dL/db|bias
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(w @ x + b)
    return (a - y) * x, (a - y) * a * (1 - a)


#: wrong: sign of dL/db only | sign|dL/db|bias
def gradient_cross_entropy(w, b, x, y):
    a = sigmoid(w @ x + b)
    return (a - y) * x, y - a


#: wrong: the factors instead of the product | pair|two|product|multipl|factor
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    return sigmoid(z) - y, x, 1


#: wrong: x forgotten | \bx\b|shape
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta, delta


#: wrong: x forgotten, shape faked with ones | \bx\b|dz/dw
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * np.ones(len(w)), delta


#: wrong: w used for x | dz/dw|\bx\b|\bw\b
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * w, delta


#: wrong: z used for x | dz/dw|\bx\b|\bz\b|shape
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * z, delta


#: wrong: dL/db multiplied by x | dL/db|db|bias|scalar
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta * x


#: wrong: dL/db the sum of dL/dw | dL/db|db|bias|sum
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    dw = (a - y) * x
    return dw, np.sum(dw)


#: wrong: dL/db multiplied by b | dL/db|db|bias
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta * b


#: wrong: dL/db = 1 | dL/db|db|bias
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, 1


#: wrong: dL/db = 0 | dL/db|db|bias
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, 0


#: wrong: dL/db an array of one element | scalar|shape|dL/db
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, np.array([delta])


#: wrong: pair in the wrong order | order|swap|\(dL/dw, dL/db\)|shape
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta, delta * x


#: wrong: only dL/dw returned | pair|two|dL/db|tuple|both
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x


#: wrong: only dL/db returned | pair|two|dL/dw|tuple|both
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta


#: wrong: one flat array | pair|two|flat|tuple
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return np.append(delta * x, delta)


#: wrong: a dict | pair|two|dict|tuple
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return {"dw": delta * x, "db": delta}


#: wrong: the loss returned as well | pair|two|three|tuple
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return squared_error(a, y), delta * x, delta


#: wrong: dL/dw summed over the features | shape|sum|feature|scalar
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return np.sum(delta * x), delta


#: wrong: dL/dw averaged over the features | shape|mean|averag|feature|scalar
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return np.mean(delta * x), delta


#: wrong: dL/dw divided by n | divid|mean|averag|\bn\b|1/n|factor|scale
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x / len(x), delta


#: wrong: dL/dw of shape (n, 1) | shape|column
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x.reshape(-1, 1), delta


#: wrong: dL/dw of shape (1, n) | shape|row
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x[np.newaxis, :], delta


#: wrong: dL/dw filled into an integer array | int|float|dtype|zeros_like|trunc|whole
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    dw = np.zeros_like(x)
    for j in range(len(x)):
        dw[j] = delta * x[j]
    return dw, delta


#: wrong: x scaled in place | in place|chang|modif|copy
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    x *= delta
    return x, delta


#: wrong: b forgotten in z | \bb\b|bias
def gradient_cross_entropy(w, b, x, y):
    z = w @ x
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta


#: wrong: b subtracted in z | \bb\b|bias
def gradient_cross_entropy(w, b, x, y):
    z = w @ x - b
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta


#: wrong: z for a, the sigmoid forgotten | sigmoid|activation|sigma|\ba\b
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = z
    delta = a - y
    return delta * x, delta


#: wrong: rounded to the class | predict|round|class|\ba\b|output|activation
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = predict(sigmoid(z))
    delta = a - y
    return delta * x, delta


#: wrong: own naive sigmoid overflows | overflow|warn|saturat|large|800
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = 1 / (1 + np.exp(-z))
    delta = a - y
    return delta * x, delta


#: wrong: own sigmoid exp(z) / (1 + exp(z)) overflows | overflow|warn|saturat|nan|large|800
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = np.exp(z) / (1 + np.exp(z))
    delta = a - y
    return delta * x, delta


#: wrong: math.exp overflows | overflow|range|saturat|large|800
import math


def gradient_cross_entropy(w, b, x, y):
    z = np.dot(w, x) + b
    a = 1 / (1 + math.exp(-z))
    delta = a - y
    return delta * x, delta


#: wrong: no return | return|None
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    dw, db = delta * x, delta


#: wrong: printed, not returned | return|None
def gradient_cross_entropy(w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    print(delta * x, delta)


#: wrong: leftover global a | not defined|NameError|global
def gradient_cross_entropy(w, b, x, y):
    delta = a - y
    return delta * x, delta


#: wrong: arguments in another order | order|argument|swap|match|\bx\b
def gradient_cross_entropy(x, y, w, b):
    z = w @ x + b
    a = sigmoid(z)
    delta = a - y
    return delta * x, delta


#: wrong: delegates through lib.neuron | own|reference|course
import lib


def gradient_cross_entropy(w, b, x, y):
    return lib.neuron.gradient_cross_entropy(w, b, x, y)


#: wrong: delegates, renamed import | own|reference|course
from lib import gradient_cross_entropy as theirs


def gradient_cross_entropy(w, b, x, y):
    dw, db = theirs(w, b, x, y)
    return np.array(dw), float(db)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib import gradient_cross_entropy


#: wrong: delegates, alias | own|reference|course
import lib

gradient_cross_entropy = lib.neuron.gradient_cross_entropy


#: wrong: delegates through sys.modules | own|reference|course
import sys


def gradient_cross_entropy(w, b, x, y):
    return sys.modules["lib.neuron"].gradient_cross_entropy(w, b, x, y)


#: wrong: delegates through importlib | own|reference|course
import importlib


def gradient_cross_entropy(w, b, x, y):
    reference = importlib.import_module("lib.neuron")
    return getattr(reference, "gradient_cross_entropy")(w, b, x, y)


#: wrong: delegates through functools.partial | own|reference|course
from functools import partial

import lib

gradient_cross_entropy = partial(lib.neuron.gradient_cross_entropy)
