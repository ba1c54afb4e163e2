#: right: each term 0 where its factor is 0
def cross_entropy(a, y):
    a, y = np.asarray(a, dtype=float), np.asarray(y, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        first = np.where(y == 0, 0, -y * np.log(a))
        second = np.where(y == 1, 0, -(1 - y) * np.log1p(-a))
    return first + second


#: right: minus the logarithm of the likelihood, 0**0 = 1
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return -np.log(a**y * (1 - a) ** (1 - y))


#: right: helper x log p with a mask
def x_log(x, p):
    x, p = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(p, dtype=float))
    out = np.zeros(x.shape)
    with np.errstate(divide="ignore"):
        np.log(p, out=out, where=x != 0)
    return x * out


cross_entropy = lambda a, y: -x_log(y, a) - x_log(np.subtract(1, y), np.subtract(1, a))


#: right: cases y = 1 and y = 0 of the note
def cross_entropy(a, y):
    p = np.where(np.equal(y, 1), a, np.subtract(1.0, a))
    return np.where(p > 0, -np.log(np.where(p > 0, p, 1)), np.inf)


#: right: math with np.vectorize
import math


def minus_log(p):
    return -math.log(p) if p > 0 else math.inf


def one_loss(a, y):
    return (y and y * minus_log(a)) + (1 - y and (1 - y) * minus_log(1 - a))


cross_entropy = np.vectorize(one_loss, otypes=[float])


#: wrong: minus forgotten | sign|minus|negat
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return np.where(np.equal(y, 1), np.log(a), np.log1p(np.negative(a)))


#: wrong: second term added with the wrong sign | sign|minus|negat|term
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return np.where(np.equal(y, 1), -np.log(a), np.log1p(np.negative(a)))


#: wrong: second term missing | term|1 - y|y = 0|1 - a|multiplied by y
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return np.where(np.equal(y, 1), -np.log(a), 0.0)


#: wrong: first term missing | term|log\(?a|log a|y = 1
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return np.where(np.equal(y, 1), 0.0, -np.log(np.subtract(1, a)))


#: wrong: log2 | log2|base|natural
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return np.where(np.equal(y, 1), -np.log2(a), -np.log2(np.subtract(1, a)))


#: wrong: log(0) gives nan and a warning | log\(0\)|log 0|nan|limit|warn|a = [01]
cross_entropy = lambda a, y: -y * np.log(a) - (1 - y) * np.log(1 - a)


#: wrong: epsilon inside the log | eps|inf|limit|1e-|a = [01]
cross_entropy = lambda a, y: -y * np.log(a + 1e-12) - (1 - y) * np.log(1 - a + 1e-12)


#: wrong: a clipped | clip|inf|limit|1e-|a = [01]
def cross_entropy(a, y):
    a = np.clip(a, 1e-7, 1 - 1e-7)
    return -y * np.log(a) - (1 - y) * np.log(1 - a)


#: wrong: nan_to_num turns inf into 1.8e308 | nan_to_num|inf|limit|a = [01]
@np.errstate(divide="ignore", invalid="ignore")
def cross_entropy(a, y):
    return np.nan_to_num(-y * np.log(a) - (1 - y) * np.log(1 - a))


#: wrong: mean over the array | mean|average|sum|element|shape|scalar
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return np.mean(np.where(np.equal(y, 1), -np.log(a), -np.log(np.subtract(1, a))))


#: wrong: scalars only | array|scalar|ambiguous|ValueError
@np.errstate(divide="ignore")
def cross_entropy(a, y):
    return -np.log(a) if y == 1 else -np.log(1 - a)


#: wrong: y and a swapped | swap|order|exchang|log\(?y|log of y|log of the label
cross_entropy = lambda a, y: -a * np.log(y) - (1 - a) * np.log(1 - y)


#: wrong: np.vectorize around the reference | own|reference|course
import lib

cross_entropy = np.vectorize(lib.neuron.cross_entropy)
