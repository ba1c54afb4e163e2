# wrong: mira-strict
# did: used < in place of <=
# said: This wants losses[k] < target: equal counts as reached, <=.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss < target:
            return k
    return None

# ----

# wrong: mira-monotone-count
# did: counts how many losses are above the target, which is right only if they never rise again
# said: This counts the losses above the target, or sorts them first: they may rise again, so look for the first k.
# true: yes
def epochs_to_reach(losses, target):
    k = np.sum(losses > target)
    if k == len(losses):
        return None
    return int(k)

# ----

# wrong: mira-searchsorted
# did: np.searchsorted on the reversed losses, which assumes that they fall all the time
# said: This is the first k from which the losses stay below the target: they may rise again, the first k counts.
# also: k is too large in places: the first k with losses[k] <= target is wanted, whatever comes after it.
# true: yes
def epochs_to_reach(losses, target):
    rising = losses[::-1]
    n_below = np.searchsorted(rising, target, side="right")
    if n_below == 0:
        return None
    return len(losses) - int(n_below)

# ----

# wrong: mira-closest
# did: the k where the loss is closest to the target
# said: A number is infinite, or too large, where Python wants a whole number.
# true: yes
def epochs_to_reach(losses, target):
    if np.min(losses, initial=np.inf) > target:
        return None
    return int(np.argmin(np.abs(losses - target)))

# ----

# wrong: jonas-argmax
# did: np.argmax alone, 0 when the target is never reached
# said: This returns 0 where the target is never reached: None is wanted (np.argmax gives 0 if nothing is True).
# true: yes
def epochs_to_reach(losses, target):
    return np.argmax(losses <= target)

# ----

# wrong: jonas-minus-one
# did: returns -1 like indexOf when there is none
# said: This returns -1 where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if losses[k] <= target:
            return k
    return -1

# ----

# wrong: jonas-returns-value
# did: returns the loss, not its number
# said: This is the loss itself: its index k is wanted.
# true: yes
def epochs_to_reach(losses, target):
    for loss in losses:
        if loss <= target:
            return loss
    return None

# ----

# wrong: jonas-string-none
# did: returns the text "None"
# said: Right elsewhere, it is wrong only where the target is never reached: None is wanted there.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
    return "None"

# ----

# wrong: ayse-argmin
# did: took "first that is small enough" for the smallest, np.argmin
# said: This is where the loss is smallest: wanted is the first k with losses[k] <= target.
# true: yes
def epochs_to_reach(losses, target):
    k = np.argmin(losses)
    if losses[k] <= target:
        return int(k)
    return None

# ----

# wrong: ayse-last-instead
# did: mixed up first and last, walks from the end
# said: This is the last k: the first one is wanted.
# true: yes
def epochs_to_reach(losses, target):
    for k in range(len(losses) - 1, -1, -1):
        if losses[k] <= target:
            return k
    return None

# ----

# wrong: ayse-greater
# did: mixed up the sign, looks for losses[k] >= target
# said: The comparison is flipped: losses[k] <= target.
# true: yes
def epochs_to_reach(losses, target):
    """The first k with losses[k] <= target, or None."""
    for k, loss in enumerate(losses):
        if loss >= target:
            return k
    return None

# ----

# wrong: ayse-count-from-one
# did: counts the epochs from 1, k + 1
# said: This counts from 1: losses[0] is before training, so k counts from 0.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k + 1
    return None

# ----

# wrong: ayse-all-positions
# did: returns all positions as np.where gives them
# said: An array comes back: the index of the first such loss is wanted, an int, with nothing around it.
# true: yes
def epochs_to_reach(losses, target):
    positions = np.where(losses <= target)
    if len(positions[0]) == 0:
        return None
    return positions[0]

# ----

# wrong: tom-else-return-none
# did: return None in the else branch inside the loop, only losses[0] is looked at
# said: Only the first loss is looked at: is the return inside the loop?
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
        else:
            return None

# ----

# wrong: tom-no-break
# did: keeps k in a variable without break, the last one wins
# said: This is the last k: the first one is wanted.
# true: yes
def epochs_to_reach(losses, target):
    result = None
    for k in range(len(losses)):
        if losses[k] <= target:
            result = k
    return result

# ----

# wrong: tom-while-index-error
# did: a while loop without an end, the IndexError is caught and the length returned
# said: This returns the length where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    k = 0
    try:
        while losses[k] > target:
            k = k + 1
    except IndexError:
        return len(losses)
    return k

# ----

# wrong: tom-range-from-one
# did: starts at k = 1, because epoch 0 is before training
# said: The first loss, losses[0], is left out.
# true: yes
def epochs_to_reach(losses, target):
    for k in range(1, len(losses)):
        if losses[k] <= target:
            return k
    return None

# ----

# wrong: tom-if-k-falsy
# did: tests "if found" at the end, where k = 0 counts as not found
# said: k = 0 is turned into None: 0 counts as false, so test `is None`.
# true: yes
def epochs_to_reach(losses, target):
    found = None
    for k in range(len(losses)):
        if losses[k] <= target:
            found = k
            break
    if found:
        return found
    else:
        return None

# ----

# wrong: lin-argmax-or-none
# did: argmax "or None", which turns a first loss that is small enough into None
# said: k = 0 is turned into None: 0 counts as false, so test `is None`.
# true: yes
def epochs_to_reach(losses, target):
    """Return first index where the loss reaches the target, or None."""
    return int(np.argmax(np.append(losses, np.inf) <= target)) or None

# ----

# wrong: lin-next-without-default
# did: next over a generator without a default, StopIteration when there is none
# said: Your code stops where the target is never reached: look for that case first, and return None.
# true: yes
def epochs_to_reach(losses, target):
    return next(k for k, value in enumerate(losses) if value <= target)

# ----

# wrong: lin-isclose
# did: adds a tolerance, losses a little above the target count as reached
# said: k is too small wherever it is wrong.
# true: yes
def epochs_to_reach(losses, target):
    losses = np.asarray(losses)
    hits = (losses <= target) | np.isclose(losses, target, atol=1e-6)
    idx = np.flatnonzero(hits)
    return int(idx[0]) if idx.size else None

# ----

# wrong: lin-nan-for-none
# did: returns np.nan when the target is not reached, to keep numbers only
# said: Your values fit this slip: nan comes back where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    idx = np.flatnonzero(np.asarray(losses) <= target)
    return int(idx[0]) if idx.size > 0 else np.nan

# ----

# wrong: lin-stays-below
# did: asks that all later losses stay below the target too
# said: This is the first k from which the losses stay below the target: they may rise again, the first k counts.
# true: yes
def epochs_to_reach(losses, target):
    losses = np.asarray(losses)
    for k in range(len(losses)):
        if np.all(losses[k:] <= target):
            return k
    return None

# ----

# right: ayse-hint-three
# did: enumerate with an if and a return
def epochs_to_reach(losses, target):
    """The first k with losses[k] <= target, or None."""
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
    return None

# ----

# right: jonas-no-else
# did: a range loop that ends without a return, which gives None
def epochs_to_reach(losses, target):
    for i in range(len(losses)):
        if losses[i] <= target:
            return i

# ----

# right: tom-while
# did: a while loop with the length in the condition
def epochs_to_reach(losses, target):
    k = 0
    while k < len(losses):
        if losses[k] <= target:
            return k
        else:
            k = k + 1
    return None

# ----

# right: lin-flatnonzero
# did: the first of np.flatnonzero, if there is one
def epochs_to_reach(losses, target):
    idx = np.flatnonzero(np.asarray(losses) <= target)
    return int(idx[0]) if idx.size > 0 else None

# ----

# right: mira-any-argmax
# did: argmax after asking with any
def epochs_to_reach(losses, target):
    small = losses <= target
    if not small.any():
        return None
    return int(np.argmax(small))

# ----

# right: lin-next-default
# did: next over a generator with the default None
def epochs_to_reach(losses, target):
    return next((k for k, loss in enumerate(losses) if loss <= target), None)
