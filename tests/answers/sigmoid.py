#: right: tanh identity
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


#: right: np.where on exp(-|z|)
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))[()]


#: right: two masks
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    a = np.empty(z.shape)
    pos = z >= 0
    a[pos] = 1 / (1 + np.exp(-z[pos]))
    a[~pos] = np.exp(z[~pos]) / (1 + np.exp(z[~pos]))
    return a[()]


#: right: logaddexp, a lambda
sigmoid = lambda z: np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


#: right: math on one number, np.vectorize on the rest
import math


def _one(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def sigmoid(z):
    return np.vectorize(_one, otypes=[float])(z)[()]


#: right: overflow to inf allowed under errstate
def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


#: wrong: sign of the exponent | sign|negat|minus
def sigmoid(z):
    return 1 / (1 + np.exp(z))


#: wrong: the formula as printed, overflow at -800 | overflow|warn|800
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


#: wrong: exp(z) over 1 + exp(z), nan at 800 | nan|overflow|warn
def sigmoid(z):
    return np.exp(np.asarray(z, dtype=float)) / (1 + np.exp(z))


#: wrong: np.where computes both branches | overflow|warn|nan|branch
def sigmoid(z):
    return np.where(np.asarray(z) >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))[()]


#: wrong: tanh itself | tanh|between|range|\[0, 1\]|\(0, 1\)
def sigmoid(z):
    return np.tanh(z)


#: wrong: tanh(z) for tanh(z/2) | z ?/ ?2|2 ?z|half|twice|factor|tanh
def sigmoid(z):
    return 0.5 * (1 + np.tanh(z))


#: wrong: scalars only, if on an array | array|elementwise|scalar
def sigmoid(z):
    e = np.exp(-abs(z))
    if z >= 0:
        return 1 / (1 + e)
    return e / (1 + e)


#: wrong: arrays only | scalar|number|float|\bint
def sigmoid(z):
    a = np.zeros(z.shape)
    a[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    a[z < 0] = 1 - 1 / (1 + np.exp(z[z < 0]))
    return a


#: wrong: z clipped to +-5 | clip|far|large|saturat|\bends?\b
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


#: wrong: z clipped to +-20 | clip|far|large|saturat|\bends?\b
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


#: wrong: integer array for the result | integer|\bint|dtype
def sigmoid(z):
    a = np.zeros_like(z)
    a[...] = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return a[()]


#: wrong: float32 | float32|precision|digits|rounding|exact
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z, dtype=np.float32) / 2))


#: wrong: the course's own under another name | own|reference|course
from lib.neuron import sigmoid as s


def sigmoid(z):
    return np.vectorize(s, otypes=[float])(z)[()]


#: wrong: both branches of np.where overflow | not enough|exp overflows
def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


#: wrong: no parentheses around the denominator | [Pp]arentheses|denominator
def sigmoid(z):
    return 1 / 1 + np.exp(-z)


#: wrong: np.where between two names that overflow | not enough|exp overflows
def sigmoid(z):
    pos = 1 / (1 + np.exp(-z))
    neg = np.exp(z) / (1 + np.exp(z))
    return np.where(z >= 0, pos, neg)


#: wrong: exp without np. | np.exp|np\.
def sigmoid(z):
    return 1 / (1 + exp(-z))
