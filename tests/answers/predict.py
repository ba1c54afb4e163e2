#: right: np.where
def predict(a):
    return np.where(np.asarray(a) >= 0.5, 1, 0)[()]


#: right: comparison as integers
def predict(a):
    return (np.asarray(a) >= 1 / 2).astype(int)


#: right: one times the comparison, a lambda
predict = lambda a: 1 * (a >= 0.5)


#: right: digitize
def predict(a):
    return np.digitize(a, [0.5])


#: right: ones where it holds
def predict(a):
    label = np.zeros(np.shape(a), dtype=int)
    label[np.asarray(a) >= 0.5] = 1
    return label[()]


#: right: one number at a time
def label(a):
    if a < 0.5:
        return 0
    return 1


def predict(a):
    return np.vectorize(label, otypes=[int])(a)[()]


#: wrong: > for >= | >=|1/2|0\.5|equal|half
def predict(a):
    return np.where(np.asarray(a) > 0.5, 1, 0)[()]


#: wrong: np.round, 1/2 goes to the even 0 | >=|1/2|0\.5|round|half
def predict(a):
    return np.round(np.asarray(a)).astype(int)


#: wrong: threshold 0, as for z | threshold|1/2|0\.5|>=
def predict(a):
    return np.where(np.asarray(a) >= 0, 1, 0)[()]


#: wrong: sigmoid once more | sigmoid|threshold|twice|1/2|0\.5
def predict(a):
    return np.where(sigmoid(a) >= 0.5, 1, 0)[()]


#: wrong: classes swapped | swap|revers|other way|wrong way|opposite|invert|1 minus
def predict(a):
    return np.where(np.asarray(a) >= 0.5, 0, 1)[()]


#: wrong: classes -1 and 1 | -1|0 (and|or) 1|class|label
def predict(a):
    return np.where(np.asarray(a) >= 0.5, 1, -1)[()]


#: wrong: bool for the integer | bool|integer|True
def predict(a):
    return np.asarray(a) >= 0.5


#: wrong: float for the integer | float|integer
def predict(a):
    return np.heaviside(np.asarray(a) - 0.5, 1.0)


#: wrong: integer part | 1/2|0\.5|threshold|truncat
def predict(a):
    return np.asarray(a).astype(int)[()]


#: wrong: scalars only, if | array|elementwise|scalar
def predict(a):
    if a >= 0.5:
        return 1
    else:
        return 0


#: wrong: arrays only | scalar|number|float|\bint
def predict(a):
    p = np.zeros(a.shape, dtype=int)
    p[a >= 0.5] = 1
    return p


#: wrong: list for an array | list|array
def predict(a):
    return (np.asarray(a) >= 0.5).astype(int).tolist()


#: wrong: a overwritten | in.place|chang|modif|argument
def predict(a):
    p = np.asarray(a)
    p[p < 0.5] = 0
    p[p >= 0.5] = 1
    return p.astype(int)[()]


#: wrong: no return | return|None
def predict(a):
    p = (np.asarray(a) >= 0.5).astype(int)


#: wrong: the course's own function | own|reference|course
from lib.neuron import predict as course_predict

predict = lambda a: course_predict(a)


#: wrong: interrupted, as an endless loop is | still running|never ends|stopped
def predict(a):
    raise KeyboardInterrupt


#: wrong: asks a person | input\(\)|person
def predict(a):
    return int(input("1 or 0? "))


#: wrong: np.round | float.*np.round|Rounding
def predict(a):
    return np.round(a)


#: wrong: astype of a Python bool | no such methods
def predict(a):
    return (a >= 0.5).astype(int)


#: wrong: np.round made integer | np.round|a > 1/2
def predict(a):
    return np.round(a).astype(int)


#: wrong: a plus sign before a comparison | sign
def predict(a):
    return +(np.asarray(a) >= 0.5) * 1
