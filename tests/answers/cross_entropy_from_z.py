#: right: max(z, 0) - z y + log1p of exp(-abs(z))
def cross_entropy_from_z(z, y):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


#: right: logaddexp on both sides
def cross_entropy_from_z(z, y):
    return y * np.logaddexp(0, np.negative(z)) + (1 - y) * np.logaddexp(0, z)


#: right: one logaddexp, z turned round where y = 1
cross_entropy_from_z = lambda z, y: np.logaddexp(0, np.where(np.equal(y, 1), np.negative(z), z))


#: right: math with np.vectorize
import math


def softplus(t):
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))


cross_entropy_from_z = np.vectorize(lambda z, y: y * softplus(-z) + (1 - y) * softplus(z), otypes=[float])


#: right: masks, each side its own safe formula
def cross_entropy_from_z(z, y):
    z, y = np.broadcast_arrays(np.asarray(z, dtype=float), y)
    t = np.where(y == 1, -z, z)
    loss = np.empty(t.shape)
    big = t > 0
    loss[big] = t[big] + np.log1p(np.exp(-t[big]))
    loss[~big] = np.log1p(np.exp(t[~big]))
    return loss


#: wrong: through a, inf when a rounds to 1 | inf|sigm|through|via|overflow|large|saturat|800|round
@np.errstate(divide="ignore")
def cross_entropy_from_z(z, y):
    a = sigmoid(z)
    return np.where(np.equal(y, 1), -np.log(a), -np.log(1 - a))


#: wrong: through a clipped a | clip|sigm|large|saturat|800|through|via
def cross_entropy_from_z(z, y):
    a = np.clip(sigmoid(z), 1e-15, 1 - 1e-15)
    return -y * np.log(a) - (1 - y) * np.log(1 - a)


#: wrong: z clipped | clip|large|saturat|800
def cross_entropy_from_z(z, y):
    z = np.clip(z, -500, 500)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


#: wrong: log(1 + exp(z)) overflows | overflow|inf|large|warn|800
cross_entropy_from_z = lambda z, y: np.log(1 + np.exp(z)) - z * y


#: wrong: np.where computes both sides | overflow|where|both|warn|large|800
def cross_entropy_from_z(z, y):
    t = np.where(np.equal(y, 1), np.negative(z), z)
    return np.where(t > 0, t + np.log1p(np.exp(-t)), np.log1p(np.exp(t)))


#: wrong: + z y | sign|z \*? ?y|minus|negat
cross_entropy_from_z = lambda z, y: np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))


#: wrong: z y forgotten | z \*? ?y|term|\by\b|label
cross_entropy_from_z = lambda z, y: np.logaddexp(0, z) + 0 * y


#: wrong: labels exchanged | sign|label|swap|exchang|1 - y|y = [01]|z \*? ?y
cross_entropy_from_z = lambda z, y: np.logaddexp(0, np.where(np.equal(y, 0), np.negative(z), z))


#: wrong: negative loss | sign|minus|negat
cross_entropy_from_z = lambda z, y: -np.logaddexp(0, np.where(np.equal(y, 1), np.negative(z), z))


#: wrong: log term subtracted | sign|minus|negat|log
cross_entropy_from_z = lambda z, y: np.maximum(z, 0) - z * y - np.log1p(np.exp(-np.abs(z)))


#: wrong: log term missing | log|term|z = 0
cross_entropy_from_z = lambda z, y: np.maximum(z, 0) - z * y


#: wrong: log2 | log2|base|natural
cross_entropy_from_z = lambda z, y: np.logaddexp(0, np.where(np.equal(y, 1), -1, 1) * z) / np.log(2)


#: wrong: z taken for a | sigm|activation|\ba\b|nan
@np.errstate(divide="ignore", invalid="ignore")
def cross_entropy_from_z(z, y):
    return -y * np.log(z) - (1 - y) * np.log(1 - z)


#: wrong: mean over the array | mean|average|sum|element|shape|scalar
cross_entropy_from_z = lambda z, y: np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


#: wrong: z changed in place | in place|in-place|chang|modif|\*=
def cross_entropy_from_z(z, y):
    if isinstance(z, np.ndarray) and z.shape == np.broadcast(z, y).shape:
        z *= np.where(np.equal(y, 1), -1, 1)
        return np.logaddexp(0, z)
    return np.logaddexp(0, np.where(np.equal(y, 1), np.negative(z), z))


#: wrong: delegates through lib | own|reference|course
import lib


def cross_entropy_from_z(z, y):
    return lib.neuron.cross_entropy_from_z(z, y)


#: wrong: np.where chooses s, exp(s) overflows | max\(s, 0\)|exp overflows
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.log(1 + np.exp(s))


#: wrong: np.where(s > 30, s, ...) with exp in a branch | not enough|exp overflows
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.where(s > 30, s, np.log1p(np.exp(s)))


#: wrong: logaddexp(1, s) | exponents
def cross_entropy_from_z(z, y):
    s = np.where(y == 1, -z, z)
    return np.logaddexp(1, s)
