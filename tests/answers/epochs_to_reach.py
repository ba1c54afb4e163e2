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
epochs_to_reach = lambda losses, target: min((k for k, value in enumerate(losses) if value <= target), default=None)


#: right: np.where
def epochs_to_reach(losses, target):
    (indices,) = np.where(np.asarray(losses) <= target)
    if len(indices) == 0:
        return None
    return indices[0]


#: right: backwards, keeping the earliest
def epochs_to_reach(losses, target):
    answer = None
    for k in range(len(losses) - 1, -1, -1):
        if target >= losses[k]:
            answer = k
    return answer


#: right: running minimum
def epochs_to_reach(losses, target):
    best = np.minimum.accumulate(np.asarray(losses, dtype=float))
    k = int(np.count_nonzero(best > target))
    return k if k < len(best) else None


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


#: wrong: len(losses) for None | None|never
def epochs_to_reach(losses, target):
    k = 0
    while k < len(losses) and losses[k] > target:
        k += 1
    return k


#: wrong: the last k for None | None|never
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            break
    return k


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


#: wrong: an error for None | None|never
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k
    raise ValueError("the target is never reached")


#: wrong: an empty list of hits indexed | None|never|empty
def epochs_to_reach(losses, target):
    return [k for k, value in enumerate(losses) if value <= target][0]


#: wrong: next without a default | None|never|StopIteration
def epochs_to_reach(losses, target):
    return next(k for k, value in enumerate(losses) if value <= target)


#: wrong: list.index without the never case | None|never|not in
def epochs_to_reach(losses, target):
    return [bool(value <= target) for value in losses].index(True)


#: wrong: np.argmax without the never case | None|never
def epochs_to_reach(losses, target):
    return int(np.argmax(np.asarray(losses) <= target))


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


#: wrong: the last k through flatnonzero | first|last
def epochs_to_reach(losses, target):
    hits = np.flatnonzero(np.asarray(losses) <= target)
    return int(hits[-1]) if len(hits) else None


#: wrong: all k | first|all|list|one|number|int
def epochs_to_reach(losses, target):
    hits = [k for k, value in enumerate(losses) if value <= target]
    return hits or None


#: wrong: the array of hits | first|all|array|one|number|int|shape|scalar
def epochs_to_reach(losses, target):
    hits = np.where(np.asarray(losses) <= target)[0]
    return hits if hits.size else None


#: wrong: how many hits | first|count|how many|number
def epochs_to_reach(losses, target):
    count = int(np.sum(np.asarray(losses) <= target))
    return count if count else None


#: wrong: how many losses above, whatever their place | first|count|how many|number|rise|again|monoton
def epochs_to_reach(losses, target):
    k = int(np.sum(np.asarray(losses) > target))
    return k if k < len(losses) else None


#: wrong: counted from 1 | from 0|from 1|off by one|one too|\+ 1|losses\[0\]|before training|epoch 0
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses, start=1):
        if value <= target:
            return k
    return None


#: wrong: one too few | from 0|from 1|off by one|one too|- 1|losses\[0\]|before training|epoch 0
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k - 1
    return None


#: wrong: losses[0] skipped | losses\[0\]|initial|before training|\b0\b|start|first
def epochs_to_reach(losses, target):
    for k in range(1, len(losses)):
        if losses[k] <= target:
            return k
    return None


#: wrong: losses[0] skipped, counted from 0 | losses\[0\]|initial|before training|\b0\b|start|off by one
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses[1:]):
        if value <= target:
            return k
    return None


#: wrong: the last loss skipped | last|None|end|range|all
def epochs_to_reach(losses, target):
    for k in range(len(losses) - 1):
        if losses[k] <= target:
            return k
    return None


#: wrong: a float | float|int|whole
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return float(k)
    return None


#: wrong: a string | str|int|whole|number
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return str(k)
    return None


#: wrong: a tuple (k, loss) | tuple|pair|int|index|number|alone
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return k, value
    return None


#: wrong: a list of one | list|int|number|scalar
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            return [k]
    return None


#: wrong: True, not k | bool|True|index|which|int
def epochs_to_reach(losses, target):
    for value in losses:
        if value <= target:
            return True
    return None


#: wrong: argmin | smallest|min|first|None
def epochs_to_reach(losses, target):
    return int(np.argmin(losses))


#: wrong: argmin with the never case | smallest|min|first
def epochs_to_reach(losses, target):
    k = int(np.argmin(losses))
    return k if losses[k] <= target else None


#: wrong: the loss nearest to the target | near|close|first|None|<=
def epochs_to_reach(losses, target):
    return int(np.argmin(np.abs(np.asarray(losses) - target)))


#: wrong: the loss instead of the index | loss|index|epoch|which|\bk\b
def epochs_to_reach(losses, target):
    for value in losses:
        if value <= target:
            return value
    return None


#: wrong: "if not k" turns 0 into None | \b0\b|zero|None
def epochs_to_reach(losses, target):
    k = next((k for k, value in enumerate(losses) if value <= target), None)
    if not k:
        return None
    return k


#: wrong: "k or None" turns 0 into None | \b0\b|zero|None
def epochs_to_reach(losses, target):
    reached = np.asarray(losses) <= target
    return int(np.argmax(reached)) or None


#: wrong: "if any(hits)" turns [0] into None | \b0\b|zero|None
def epochs_to_reach(losses, target):
    hits = [k for k, value in enumerate(losses) if value <= target]
    if any(hits):
        return hits[0]
    return None


#: wrong: binary search, as if losses only fell | first|sorted|monoton|rise|fall|again|order
def epochs_to_reach(losses, target):
    falling = np.asarray(losses)[::-1]
    k = len(falling) - int(np.searchsorted(falling, target, side="right"))
    return k if k < len(falling) else None


#: wrong: sorted first | sort|first|order|index
def epochs_to_reach(losses, target):
    for k, value in enumerate(sorted(losses, reverse=True)):
        if value <= target:
            return k
    return None


#: wrong: the first k from which it stays below | first|stay|again|rise
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if all(value <= target for value in losses[k:]):
            return k
    return None


#: wrong: gives up at the first rise | first|rise|None|later|monoton|again
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if losses[k] <= target:
            return k
        if k > 0 and losses[k] > losses[k - 1]:
            return None
    return None


#: wrong: the drop instead of the loss | loss|target|drop|differ|first
def epochs_to_reach(losses, target):
    for k in range(1, len(losses)):
        if losses[0] - losses[k] >= target:
            return k
    return None


#: wrong: target as a fraction of the first loss | target|fraction|relativ|first
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target * losses[0]:
            return k
    return None


#: wrong: list.index of the loss, target must occur | <=|equal|exact|below|not in
def epochs_to_reach(losses, target):
    values = list(losses)
    return values.index(target) if target in values else None


#: wrong: losses popped from the caller's list | in place|chang|modif|pop
def epochs_to_reach(losses, target):
    k = 0
    remaining = losses
    while len(remaining) > 0:
        if remaining[0] <= target:
            return k
        remaining[:-1] = remaining[1:]
        remaining = remaining[:-1]
        k += 1
    return None


#: wrong: losses sorted in place | in place|chang|modif|sort|first
def epochs_to_reach(losses, target):
    losses.sort()
    for k, value in enumerate(losses[::-1]):
        if value <= target:
            return k
    return None


#: wrong: target ignored | target|ignor|argument
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= 0.1:
            return k
    return None


#: wrong: arguments swapped | order|argument|swap|iterable
def epochs_to_reach(target, losses):
    for k, value in enumerate(losses):
        if value <= target:
            return k
    return None


#: wrong: printed, not returned | return|None|print
def epochs_to_reach(losses, target):
    for k, value in enumerate(losses):
        if value <= target:
            print(k)
            break


#: wrong: no return | return|None
def epochs_to_reach(losses, target):
    answer = None
    for k, value in enumerate(losses):
        if value <= target and answer is None:
            answer = k


#: wrong: leftover global history | not defined|NameError|global
def epochs_to_reach(losses, target):
    for k, value in enumerate(history):
        if value <= target:
            return k
    return None


#: wrong: the losses of the cell above | global|argument|ignor|losses
recorded = [0.7, 0.5, 0.3, 0.2, 0.1]


def epochs_to_reach(losses, target):
    for k, value in enumerate(recorded):
        if value <= target:
            return k
    return None


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


#: wrong: delegates through sys.modules | own|reference|course
import sys


def epochs_to_reach(losses, target):
    return sys.modules["lib.sgd"].epochs_to_reach(losses, target)


#: wrong: delegates through importlib | own|reference|course
import importlib


def epochs_to_reach(losses, target):
    return importlib.import_module("lib.sgd").epochs_to_reach(losses, target)


#: wrong: delegates through functools.partial | own|reference|course
import functools
import importlib

epochs_to_reach = functools.partial(importlib.import_module("lib.sgd").epochs_to_reach)


#: wrong: < and k + 1 | <=, not <; and k
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if losses[k] < target:
            return k + 1
    return None


#: wrong: the raise is left below the loop | still ends at
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
    raise NotImplementedError()


#: wrong: < and -1 | <=, not <; and
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if losses[k] < target:
            return k
    return -1


#: wrong: < and losses[0] left out | <=, not <; and losses\[0\]
def epochs_to_reach(losses, target):
    for k in range(1, len(losses)):
        if losses[k] < target:
            return k
    return None
