#: right: plain
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db


#: right: named results
def sgd_step(w, b, x, y, gradient, eta):
    g = gradient(w, b, x, y)
    new_w = w - eta * g[0]
    new_b = b - eta * g[1]
    return new_w, new_b


#: right: a float copy, then in place
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w = np.array(w, dtype=float)
    w -= eta * dw
    b = float(b) - eta * db
    return w, b


#: right: lambda over the two pairs
sgd_step = lambda w, b, x, y, gradient, eta: tuple(p - eta * g for p, g in zip((w, b), gradient(w, b, x, y)))


#: right: w and b in one vector
def sgd_step(w, b, x, y, gradient, eta):
    theta = np.append(w, b)
    theta = theta - eta * np.append(*gradient(w, b, x, y))
    return theta[:-1], theta[-1]


#: right: weight by weight
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    new_w = np.array([w[j] - eta * dw[j] for j in range(len(w))])
    return new_w, b - eta * db


#: right: ufuncs
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return np.subtract(w, np.multiply(eta, dw)), np.subtract(b, np.multiply(eta, db))


#: right: plus the negative gradient, helper
def downhill(direction, eta):
    return -eta * direction


def sgd_step(w, b, x, y, gradient, eta):
    slope_w, slope_b = gradient(w, b, x, y)
    w = w + downhill(slope_w, eta)
    b = b + downhill(slope_b, eta)
    return w, b


#: wrong: ascent | sign|ascen|uphill|minus|plus|direction
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w + eta * dw, b + eta * db


#: wrong: ascent in b only | sign|ascen|uphill|minus|plus|direction|bias|\bb\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b + eta * db


#: wrong: ascent in w only | sign|ascen|uphill|minus|plus|direction|\bw\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w + eta * dw, b - eta * db


#: wrong: gradient minus parameters | sign|order|minus
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return eta * dw - w, eta * db - b


#: wrong: frozen bias | bias|\bb\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b


#: wrong: frozen weights | weight|\bw\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w, b - eta * db


#: wrong: nothing updated | updat|unchanged|chang|step|same
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w - eta * dw
    b - eta * db
    return w, b


#: wrong: bias by the gradient at the new w | new w|old w|same|at once|simultan|before|updated w|bias|\bb\b
def sgd_step(w, b, x, y, gradient, eta):
    w = w - eta * gradient(w, b, x, y)[0]
    b = b - eta * gradient(w, b, x, y)[1]
    return w, b


#: wrong: weights by the gradient at the new b | new b|old b|same|at once|simultan|before|updated b|weight|\bw\b
def sgd_step(w, b, x, y, gradient, eta):
    b = b - eta * gradient(w, b, x, y)[1]
    w = w - eta * gradient(w, b, x, y)[0]
    return w, b


#: wrong: eta ignored | eta|learning rate
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - dw, b - db


#: wrong: eta hard-coded | eta|learning rate
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - 0.1 * dw, b - 0.1 * db


#: wrong: eta squared | eta|learning rate
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta**2 * dw, b - eta**2 * db


#: wrong: divided by eta | eta|learning rate|divi
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - dw / eta, b - db / eta


#: wrong: eta applied to w only | eta|learning rate|bias|\bb\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - db


#: wrong: eta applied to b only | eta|learning rate|weight|\bw\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - dw, b - eta * db


#: wrong: eta applied to the parameters too | eta|learning rate|bracket
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return eta * (w - dw), eta * (b - db)


#: wrong: half a step | half|1/2|eta|learning rate|factor
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw / 2, b - eta * db / 2


#: wrong: divided by n | divi|\bn\b|number of (features|weights)|mean|eta|factor
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw / len(w), b - eta * db / len(w)


#: wrong: only dL/dw divided by n | divi|\bn\b|number of (features|weights)|mean|weight|\bw\b
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw / x.size, b - eta * db


#: wrong: two steps | two|twice|one step|second|eta|factor
def sgd_step(w, b, x, y, gradient, eta):
    for _ in range(2):
        dw, db = gradient(w, b, x, y)
        w, b = w - eta * dw, b - eta * db
    return w, b


#: wrong: in place | in place|chang|modif|copy
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w -= eta * dw
    b -= eta * db
    return w, b


#: wrong: in place through w[:] | in place|chang|modif|copy
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w[:] = w - eta * dw
    return w, b - eta * db


#: wrong: in place, element by element | in place|chang|modif|copy
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    for j in range(len(w)):
        w[j] = w[j] - eta * dw[j]
    b = b - eta * db
    return w, b


#: wrong: copy keeps w's integer type | int|float|dtype|trunc
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    new_w = w.copy()
    for j in range(len(w)):
        new_w[j] = w[j] - eta * dw[j]
    return new_w, b - eta * db


#: wrong: cast back to the type it came with | int|float|dtype|trunc|cast
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return (w - eta * dw).astype(w.dtype), b - eta * db


#: wrong: the step returned, not the new parameters | step|new|parameter|\bw\b|gradient
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return -eta * dw, -eta * db


#: wrong: eta times the gradient returned | step|new|parameter|\bw\b|gradient
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return eta * dw, eta * db


#: wrong: the gradient returned | step|new|parameter|\bw\b|gradient
def sgd_step(w, b, x, y, gradient, eta):
    return gradient(w, b, x, y)


#: wrong: x and y swapped in the call of gradient | order|argument|swap|gradient\(w, b, x, y\)
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, y, x)
    return w - eta * dw, b - eta * db


#: wrong: x and w swapped in the call of gradient | order|argument|swap|gradient\(w, b, x, y\)
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(x, b, w, y)
    return w - eta * dw, b - eta * db


#: wrong: the example first in the call of gradient | order|argument|swap|gradient\(w, b, x, y\)
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(x, y, w, b)
    return w - eta * dw, b - eta * db


#: wrong: b and y swapped in the call of gradient | order|argument|swap|gradient\(w, b, x, y\)
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, y, x, b)
    return w - eta * dw, b - eta * db


#: wrong: gradient's pair unpacked backwards | order|swap|\(dL/dw, dL/db\)|pair|shape
def sgd_step(w, b, x, y, gradient, eta):
    db, dw = gradient(w, b, x, y)
    return w - eta * dw, b - eta * db


#: wrong: results in the wrong order | order|swap|\(w, b\)|shape
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return b - eta * db, w - eta * dw


#: wrong: dL/dw summed | sum|each|shape|component|\bw\b|weight
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * np.sum(dw), b - eta * db


#: wrong: bias moved by dL/dw | bias|\bb\b|dL/db|scalar|shape
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw, b - eta * dw


#: wrong: gradient multiplied by x once more | \bx\b|twice|already|gradient
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw * x, b - eta * db


#: wrong: gradient ignored, always squared error | gradient|ignor|argument
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient_squared_error(w, b, x, y)
    return w - eta * dw, b - eta * db


#: wrong: gradient ignored, always cross-entropy | gradient|ignor|argument
def sgd_step(w, b, x, y, gradient, eta):
    delta = sigmoid(w @ x + b) - y
    return w - eta * delta * x, b - eta * delta


#: wrong: the sign of the gradient only | sign|size|length|gradient
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * np.sign(dw), b - eta * np.sign(db)


#: wrong: gradient scaled to length 1 | norm|length|scale|gradient
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    length = np.sqrt(np.sum(dw**2) + db**2) + 1e-12
    return w - eta * dw / length, b - eta * db / length


#: wrong: gradient clipped to [-1, 1] | clip|gradient
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * np.clip(dw, -1, 1), b - eta * np.clip(db, -1, 1)


#: wrong: weight decay | decay|shrink|regular|\bw\b|weight
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return 0.99 * w - eta * dw, b - eta * db


#: wrong: only w returned | pair|two|tuple|both|\bb\b|bias
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - eta * dw


#: wrong: one flat array | pair|two|flat|tuple
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return np.append(w - eta * dw, b - eta * db)


#: wrong: a dict | pair|two|dict|tuple
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return {"w": w - eta * dw, "b": b - eta * db}


#: wrong: w a column | shape|column
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w.reshape(-1, 1) - eta * dw.reshape(-1, 1), b - eta * db


#: wrong: no return | return|None
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w = w - eta * dw
    b = b - eta * db


#: wrong: leftover global learning rate | not defined|NameError|global|eta|learning rate
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - learning_rate * dw, b - learning_rate * db


#: wrong: leftover global gradient | not defined|NameError|global
def sgd_step(w, b, x, y, gradient, eta):
    return w - eta * dw, b - eta * db


#: wrong: eta as a global of the same cell | eta|learning rate|global
ETA = 0.15


def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    return w - ETA * dw, b - ETA * db


#: wrong: delegates, renamed import | own|reference|course
from lib.sgd import sgd_step as theirs


def sgd_step(w, b, x, y, gradient, eta):
    return theirs(w, b, x, y, gradient, eta)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib.sgd import sgd_step


#: wrong: delegates, result dressed up | own|reference|course
from lib.sgd import sgd_step as one


def sgd_step(w, b, x, y, gradient, eta):
    new_w, new_b = one(w, b, x, y, gradient, eta)
    return np.array(new_w), float(new_b)


#: wrong: delegates through sys.modules | own|reference|course
import sys


def sgd_step(w, b, x, y, gradient, eta):
    return sys.modules["lib.sgd"].sgd_step(w, b, x, y, gradient, eta)


#: wrong: delegates through importlib | own|reference|course
import importlib


def sgd_step(w, b, x, y, gradient, eta):
    return importlib.import_module("lib.sgd").sgd_step(w, b, x, y, gradient, eta)


#: wrong: delegates through functools.partial | own|reference|course
import functools
import importlib

sgd_step = functools.partial(importlib.import_module("lib.sgd").sgd_step)
