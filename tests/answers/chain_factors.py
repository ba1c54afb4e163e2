#: right: one line per factor
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1


#: right: a (1 - a) from the note's equation 24
def chain_factors(loss_prime, w, b, x, y):
    z = np.dot(w, x) + b
    a = sigmoid(z)
    dL_da = loss_prime(a, y)
    da_dz = a * (1 - a)
    dz_dw = x.copy()
    dz_db = 1.0
    return (dL_da, da_dz, dz_dw, dz_db)


#: right: sigmoid through tanh, z by a sum
def chain_factors(loss_prime, w, b, x, y):
    z = np.sum(w * x) + b
    t = np.tanh(z / 2)
    a = 0.5 * (1 + t)
    return loss_prime(a, y), 0.25 * (1 - t) * (1 + t), np.array(x, dtype=float), 1


#: right: sigma(z) sigma(-z), helper function
def activation(w, b, x):
    z = w @ x + b
    return sigmoid(z), sigmoid(z) * sigmoid(-z)


def chain_factors(loss_prime, w, b, x, y):
    a, a_prime = activation(w, b, x)
    return loss_prime(a, y), a_prime, x + 0.0, 1.0


#: right: lambda and einsum
chain_factors = lambda loss_prime, w, b, x, y: (
    loss_prime(sigmoid(np.einsum("j,j->", w, x) + b), y),
    sigmoid_prime(np.einsum("j,j->", w, x) + b),
    np.asarray(x),
    1,
)


#: right: plain loop and math
import math


def chain_factors(loss_prime, w, b, x, y):
    z = float(b)
    for wj, xj in zip(w, x):
        z += float(wj) * float(xj)
    e = math.exp(-abs(z))
    a = 1 / (1 + e) if z >= 0 else e / (1 + e)
    slope = e / (1 + e) ** 2
    return loss_prime(a, y), slope, np.array([float(xj) for xj in x]), 1.0


#: right: inner functions named like the derivatives
def chain_factors(loss_prime, w, b, x, y):
    def z():
        return np.inner(w, x) + b

    def a():
        return sigmoid(z())

    def dz_dw():
        return 1 * x

    return loss_prime(a(), y), sigmoid_prime(z()), dz_dw(), 1


#: wrong: a' = 1 - a, as section 3 prints it | a'|da/dz|sigmoid_prime|sigma'|deriv|second
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return loss_prime(a, y), 1 - a, x, 1


#: wrong: a' taken of a | a'|da/dz|sigmoid_prime|sigma'|deriv|second|of z
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(a), x, 1


#: wrong: z (1 - z) | a'|da/dz|sigmoid_prime|sigma'|deriv|second
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), z * (1 - z), x, 1


#: wrong: a (a - 1) | a'|da/dz|sigmoid_prime|sigma'|deriv|second|sign
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(w @ x + b)
    return loss_prime(a, y), a * (a - 1), x, 1


#: wrong: a itself for a' | a'|da/dz|sigmoid_prime|sigma'|deriv|second
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(w @ x + b)
    return loss_prime(a, y), a, x, 1


#: wrong: a' = 1, as if the neuron were linear | a'|da/dz|sigmoid_prime|sigma'|deriv|second
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(w @ x + b)
    return loss_prime(a, y), 1, x, 1


#: wrong: y and a swapped in loss_prime | order|swap|loss_prime|dL/da|sign
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return loss_prime(y, a), sigmoid_prime(z), x, 1


#: wrong: loss_prime at z | dL/da|loss_prime|at a\b|of a\b|sigmoid|first
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(z, y), sigmoid_prime(z), x, 1


#: wrong: loss_prime ignored, always a - y | loss_prime|dL/da|ignor
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return a - y, sigmoid_prime(z), x, 1


#: wrong: loss_prime ignored, always cross-entropy | loss_prime|dL/da|ignor
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return cross_entropy_prime(a, y), sigmoid_prime(z), x, 1


#: wrong: sign of dL/da | sign|negat|dL/da|loss_prime
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return -loss_prime(sigmoid(z), y), sigmoid_prime(z), x, 1


#: wrong: loss_prime returned, not called | dL/da|loss_prime|call|function|number
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime, sigmoid_prime(z), x, 1


#: wrong: the loss instead of its derivative | dL/da|loss_prime|deriv
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return squared_error(a, y), sigmoid_prime(z), x, 1


#: wrong: 1/2 kept in dL/da | 1/2|half|dL/da|loss_prime
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return 0.5 * loss_prime(sigmoid(z), y), sigmoid_prime(z), x, 1


#: wrong: dz/dw = w | dz/dw|third
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), w, 1


#: wrong: dz/dw = w x | dz/dw|third
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), w * x, 1


#: wrong: dz/dw summed over the features | dz/dw|third|shape|sum
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), np.sum(x), 1


#: wrong: dz/dw a column | shape|dz/dw|third|column
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x.reshape(-1, 1), 1


#: wrong: dz/db = b | dz/db|fourth|last
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x, b


#: wrong: dz/db = 0, "b is a constant" | dz/db|fourth|last
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x, 0


#: wrong: dz/db a vector of ones | dz/db|fourth|last|scalar|shape
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x, np.ones_like(x)


#: wrong: dz/dw and dz/db swapped | order|swap|dz/dw|dz/db
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), 1, x


#: wrong: the first two factors swapped | order|swap|dL/da|da/dz
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return sigmoid_prime(z), loss_prime(sigmoid(z), y), x, 1


#: wrong: the whole chain backwards | order|swap|revers|dL/da|four
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return 1, x, sigmoid_prime(z), loss_prime(sigmoid(z), y)


#: wrong: three factors | \bfour\b|\b4\b|\bfactors\b|three
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x


#: wrong: z and a returned as well | \bfour\b|\b4\b|\bfactors\b|six
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return z, a, loss_prime(a, y), sigmoid_prime(z), x, 1


#: wrong: the products instead of the factors | \bfactors?\b|product|multipl|four
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    delta = loss_prime(sigmoid(z), y) * sigmoid_prime(z)
    return delta * x, delta


#: wrong: one product of everything | \bfactors?\b|product|multipl|four
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return loss_prime(sigmoid(z), y) * sigmoid_prime(z) * x * 1


#: wrong: running products | \bfactors?\b|product|multipl|da/dz
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    dL_da = loss_prime(sigmoid(z), y)
    dL_dz = dL_da * sigmoid_prime(z)
    return dL_da, dL_dz, dL_dz * x, dL_dz


#: wrong: one flat array | tuple|four|flat|\bfactors\b
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return np.concatenate([[loss_prime(sigmoid(z), y)], [sigmoid_prime(z)], x, [1]])


#: wrong: a dict | dict|tuple|four
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    return {
        "dL/da": loss_prime(sigmoid(z), y),
        "da/dz": sigmoid_prime(z),
        "dz/dw": x,
        "dz/db": 1,
    }


#: wrong: b forgotten in z | \bb\b|bias
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x, 1


#: wrong: b subtracted in z | \bb\b|bias
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x - b
    return loss_prime(sigmoid(z), y), sigmoid_prime(z), x, 1


#: wrong: own naive sigmoid overflows | overflow|warn|saturat|finite|nan
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = 1 / (1 + np.exp(-z))
    return loss_prime(a, y), a * (1 - a), x, 1


#: wrong: derivative by exp(-z) / (1 + exp(-z))^2 overflows | overflow|warn|saturat|finite|nan
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    a = sigmoid(z)
    return loss_prime(a, y), np.exp(-z) / (1 + np.exp(-z)) ** 2, x, 1


#: wrong: no return | return|None
def chain_factors(loss_prime, w, b, x, y):
    z = w @ x + b
    factors = (loss_prime(sigmoid(z), y), sigmoid_prime(z), x, 1)


#: wrong: leftover global z | not defined|NameError|global
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(z), x, 1


#: wrong: delegates through lib.neuron | own|reference|course
import lib


def chain_factors(loss_prime, w, b, x, y):
    return lib.neuron.chain_factors(loss_prime, w, b, x, y)


#: wrong: delegates, renamed import | own|reference|course
from lib import chain_factors as theirs


def chain_factors(loss_prime, w, b, x, y):
    dL_da, da_dz, dz_dw, dz_db = theirs(loss_prime, w, b, x, y)
    return dL_da, da_dz, np.array(dz_dw), dz_db


#: wrong: delegates, plain import over the stub | own|reference|course
from lib import chain_factors


#: wrong: delegates through sys.modules | own|reference|course
import sys


def chain_factors(loss_prime, w, b, x, y):
    return sys.modules["lib.neuron"].chain_factors(loss_prime, w, b, x, y)


#: wrong: delegates through importlib | own|reference|course
import importlib


def chain_factors(loss_prime, w, b, x, y):
    return importlib.import_module("lib.neuron").chain_factors(loss_prime, w, b, x, y)


#: wrong: delegates through functools.partial | own|reference|course
from functools import partial

import lib

chain_factors = partial(lib.neuron.chain_factors)


#: wrong: a' at a, and w for x | da/dz.*wrong *too
def chain_factors(loss_prime, w, b, x, y):
    z = pre_activation(w, x, b)
    a = sigmoid(z)
    return loss_prime(a, y), sigmoid_prime(a), w, 1


#: wrong: w * x for w . x | \(2,\)
def chain_factors(loss_prime, w, b, x, y):
    a = sigmoid(w * x + b)
    return loss_prime(a, y), a * (1 - a), x, 1
