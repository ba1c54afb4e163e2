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
sgd_step = lambda w, b, x, y, gradient, eta: tuple(
    p - eta * g for p, g in zip((w, b), gradient(w, b, x, y))
)


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
