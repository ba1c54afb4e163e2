#: right: enumerate
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k
    return None


#: right: next with a default
def epochs_to_reach(losses, target):
    return next((k for k in range(len(losses)) if losses[k] <= target), None)


#: right: np.flatnonzero
def epochs_to_reach(losses, target):
    hits = np.flatnonzero(np.asarray(losses) <= target)
    return int(hits[0]) if hits.size else None


#: right: np.argmax after any
def epochs_to_reach(losses, target):
    reached = np.array(losses) <= target
    if not reached.any():
        return None
    return int(np.argmax(reached))


#: right: while loop, None by falling off the end
def epochs_to_reach(losses, target):
    k = 0
    while k < len(losses):
        if not losses[k] > target:
            return k
        k += 1


#: right: list.index and try
def epochs_to_reach(losses, target):
    reached = [bool(value <= target) for value in losses]
    try:
        return reached.index(True)
    except ValueError:
        return None


#: right: smallest of the hits, lambda
epochs_to_reach = lambda losses, target: min(
    (k for k, value in enumerate(losses) if value <= target), default=None
)


#: wrong: < for <= | <=|equal|exact
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value < target:
            return k
    return None


#: wrong: >= for <= | <=|>=|above|below|direction
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value >= target:
            return k
    return None


#: wrong: == for <= | <=|equal|exact|below|None
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value == target:
            return k
    return None


#: wrong: np.isclose for <= | <=|close|equal|exact|below|None
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if np.isclose(value, target):
            return k
    return None


#: wrong: -1 for None | None|never|-1
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k
    return -1


#: wrong: 0 for None | None|never
def epochs_to_reach(losses, target):
    answer = 0
    for k, value in enumerate(losses):
        if value <= target:
            answer = k
            break
    return answer


#: wrong: inf for None | None|never|inf
def epochs_to_reach(losses, target):
    hits = [k for k, value in enumerate(losses) if value <= target]
    return hits[0] if hits else np.inf


#: wrong: False for None | None|never|False
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k
    return False


#: wrong: the string "None" | None|never|str|quot
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k
    return "None"


#: wrong: an empty list of hits indexed | None|never|empty
def epochs_to_reach(losses, target):
    return [k for k, value in enumerate(losses) if value <= target][0]


#: wrong: next without a default | None|never|StopIteration
def epochs_to_reach(losses, target):
    return next(k for k, value in enumerate(losses) if value <= target)


#: wrong: list.index without the never case | None|never|not in
def epochs_to_reach(losses, target):
    return [bool(value <= target) for value in losses].index(True)


#: wrong: while loop without an end | None|never|index|bound
def epochs_to_reach(losses, target):
    k = 0
    while losses[k] > target:
        k += 1
    return k


#: wrong: else inside the loop, the first loss only | first|loop|later|None|every|all|all losses
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k
        else:
            return None


#: wrong: the last k | first|last
def epochs_to_reach(losses, target):
    answer = None
    for k, value in enumerate(losses):
        if value <= target:
            answer = k
    return answer


#: wrong: all k | first|all|list|one|number|int
def epochs_to_reach(losses, target):
    hits = [k for k, value in enumerate(losses) if value <= target]
    return hits or None


#: wrong: delegates, renamed import | own|reference|course
from lib.sgd import epochs_to_reach as theirs


def epochs_to_reach(losses, target):
    return theirs(losses, target)


#: wrong: delegates, plain import over the stub | own|reference|course
from lib.sgd import epochs_to_reach


#: wrong: delegates, result dressed up | own|reference|course
from lib.sgd import epochs_to_reach as first


def epochs_to_reach(losses, target):
    k = first(losses, target)
    return None if k is None else int(k)
