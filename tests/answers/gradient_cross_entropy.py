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


#: wrong: sign of the first term of eq. 25 | sign|a - y|minus
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
