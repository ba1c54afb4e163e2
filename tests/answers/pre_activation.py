#: right: matrix product
def pre_activation(w, x, b):
    return x @ w + b


#: right: sum over the last axis
def pre_activation(w, x, b):
    return np.sum(w * x, axis=-1) + b


#: right: einsum
def pre_activation(w, x, b):
    return np.einsum("...i,i->...", x, w) + b


#: right: loops, a case for the batch
def pre_activation(w, x, b):
    if x.ndim == 2:
        return np.array([pre_activation(w, row, b) for row in x])
    z = b
    for wi, xi in zip(w, x):
        z = z + wi * xi
    return z


#: right: bias as one more weight, helper in the cell
def with_one(x):
    return np.concatenate([x, np.ones(x.shape[:-1] + (1,))], axis=-1)


pre_activation = lambda w, x, b: np.dot(with_one(x), np.append(w, b))


#: wrong: minus b | sign|minus|subtract|\bb\b|bias
def pre_activation(w, x, b):
    return x @ w - b


#: wrong: b forgotten | bias|\bb\b
def pre_activation(w, x, b):
    return x @ w


#: wrong: b inside the sum | bias|\bb\b|inside|once
def pre_activation(w, x, b):
    return np.sum(w * x + b, axis=-1)


#: wrong: elementwise product without the sum | sum|dot|shape|elementwise
def pre_activation(w, x, b):
    return w * x + b


#: wrong: mean for the sum | mean|sum|averag
def pre_activation(w, x, b):
    return np.mean(w * x, axis=-1) + b


#: wrong: minus the weighted input | sign|minus|negat
def pre_activation(w, x, b):
    return -(x @ w + b)


#: wrong: b times the weighted sum | bias|\bb\b|add|product|multipl
def pre_activation(w, x, b):
    return (x @ w) * b


#: wrong: one example only, w first | batch|rows?\b|examples|shape|\(m, n\)|order
def pre_activation(w, x, b):
    return np.dot(w, x) + b


#: wrong: a batch summed to one number | batch|rows?\b|examples|axis|shape
def pre_activation(w, x, b):
    return np.sum(w * x) + b


#: wrong: sum over the rows of the batch | batch|rows?\b|examples|axis|shape
def pre_activation(w, x, b):
    return (w * x).sum(axis=0) + b


#: wrong: batches only, a scalar comes out as (1,) | scalar|shape
def pre_activation(w, x, b):
    return np.atleast_2d(x) @ w + b


#: wrong: a column for a batch | shape|column|\(m, ?1\)
def pre_activation(w, x, b):
    return np.sum(w * x, axis=-1, keepdims=x.ndim == 2) + b


#: wrong: a list for a batch | list|array
def pre_activation(w, x, b):
    return [r @ w + b for r in x] if x.ndim == 2 else x @ w + b


#: wrong: x multiplied in place | in.place|chang|modif|argument
def pre_activation(w, x, b):
    x *= w
    return x.sum(axis=-1) + b


#: wrong: printed, not returned | return|None|print
def pre_activation(w, x, b):
    print(x @ w + b)


#: wrong: the course's own function | own|reference|course
def pre_activation(w, x, b):
    import lib

    return lib.neuron.pre_activation(w, x, b)


#: wrong: @ with a number | single number
def pre_activation(w, x, b):
    return x @ w @ b
