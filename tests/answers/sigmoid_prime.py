#: right: a (1 - a)
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (1 - a)


#: right: sigma(z) sigma(-z), a lambda
sigmoid_prime = lambda z: sigmoid(np.asarray(z)) * sigmoid(-np.asarray(z))


#: right: exp(-|z|)
def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


#: right: tanh
def sigmoid_prime(z):
    t = np.tanh(np.asarray(z) / 2)
    return (1 - t * t) / 4


#: right: loop over the flat array, a helper with math
import math


def slope(t):
    return (math.cosh(t / 2) * 2) ** -2 if abs(t) < 600 else 0.0


def sigmoid_prime(z):
    z = np.asarray(z, dtype=float)
    return np.array([slope(t) for t in z.ravel()]).reshape(z.shape)[()]


#: wrong: a' = 1 - a, as the note prints it | 1 - a|factor|eq\w*\.? ?\(?13|a \* \(1|a ?\(1
def sigmoid_prime(z):
    return 1 - sigmoid(z)


#: wrong: takes its argument for a, z(1 - z) | z ?\*? ?\(1 - z\)|argument|takes z|is z|sigmoid\(z\)|sigma\(z\)
def sigmoid_prime(a):
    return a * (1 - a)


#: wrong: z (1 - sigma(z)) | z ?\*? ?\(1|activation|factor|a ?\*? ?\(1
def sigmoid_prime(z):
    return z * (1 - sigmoid(z))


#: wrong: a (a - 1) | sign|negat|minus
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (a - 1)


#: wrong: a^2 | square|1 - a|a\^2|a \*\* 2
def sigmoid_prime(z):
    return sigmoid(z) ** 2


#: wrong: sigma, not its derivative | derivative|itself|sigma\(z\)|sigmoid\(z\)|1 - a is missing
def sigmoid_prime(z):
    return sigmoid(z)


#: wrong: exp(-z) / (1 + exp(-z))^2 as written, nan at -800 | nan|overflow|warn
def sigmoid_prime(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return e / (1 + e) ** 2


#: wrong: a left over in the cell | global|outside|cell|argument|depend|same|constant
z = 0.3
a = sigmoid(z)


def sigmoid_prime(z):
    return a * (1 - a)


#: wrong: derivative of tanh | tanh|factor|1/4|quarter
def sigmoid_prime(z):
    return 1 - np.tanh(z) ** 2


#: wrong: forward difference, coarse step | precis|difference|approx|exact|accura
def sigmoid_prime(z):
    h = 1e-3
    return (sigmoid(np.asarray(z) + h) - sigmoid(z)) / h


#: wrong: scalars only | array|elementwise|scalar
def sigmoid_prime(z):
    e = float(np.exp(-abs(z)))
    return e / (1 + e) ** 2


#: wrong: ravel | shape|ravel|flat
def sigmoid_prime(z):
    a = np.ravel(sigmoid(z))
    return a * (1 - a)


#: wrong: z overwritten | in.place|chang|modif|argument
def sigmoid_prime(z):
    if np.ndim(z) > 0:
        z[...] = -abs(z)
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


#: wrong: the course's own out of sys.modules | own|reference|course
import sys

sigmoid_prime = lambda z: sys.modules["lib.neuron"].sigmoid_prime(z)
