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
# said: k = 0 comes out as None: does 0 count as false (test `is None`), or does the search begin behind losses[0]?
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
# said: k = 0 comes out as None: does 0 count as false (test `is None`), or does the search begin behind losses[0]?
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

# ----

# wrong: strictly-less
# did: < instead of <=
# said: This wants losses[k] < target: equal counts as reached, <=.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss < target:
            return k
    return None

# ----

# wrong: argmax
# did: np.argmax, which is 0 when none is small enough
# said: This returns 0 where the target is never reached: None is wanted (np.argmax gives 0 if nothing is True).
# true: yes
def epochs_to_reach(losses, target):
    return int(np.argmax(losses <= target))

# ----

# wrong: return-none-in-loop
# did: return None in the else, so only the first loss is looked at
# said: Only the first loss is looked at: is the return inside the loop?
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
        else:
            return None

# ----

# wrong: counts-from-one
# did: counts from 1
# said: This counts from 1: losses[0] is before training, so k counts from 0.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses, start=1):
        if loss <= target:
            return k
    return None

# ----

# wrong: minus-one
# did: -1 if there is none, as indexOf in Java
# said: This returns -1 where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if losses[k] <= target:
            return k
    return -1

# ----

# wrong: len-if-none
# did: the number of losses if there is none
# said: This returns the length where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    k = 0
    while k < len(losses) and losses[k] > target:
        k += 1
    return k

# ----

# wrong: skips-the-start
# did: starts at 1 because entry 0 is before training
# said: The first loss, losses[0], is left out.
# true: yes
def epochs_to_reach(losses, target):
    for k in range(1, len(losses)):
        if losses[k] <= target:
            return k
    return None

# ----

# wrong: skips-the-last
# did: range(len - 1), the last loss is never looked at
# said: The last loss is left out: the loop ends one too early.
# true: yes
def epochs_to_reach(losses, target):
    for k in range(len(losses) - 1):
        if losses[k] <= target:
            return k
    return None

# ----

# wrong: last-instead-of-first
# did: no break, so the last k that fits
# said: This is the last k: the first one is wanted.
# true: yes
def epochs_to_reach(losses, target):
    answer = None
    for k, loss in enumerate(losses):
        if loss <= target:
            answer = k
    return answer

# ----

# wrong: argmin
# did: the index of the smallest loss, if that is small enough
# said: This is where the loss is smallest: wanted is the first k with losses[k] <= target.
# true: yes
def epochs_to_reach(losses, target):
    k = np.argmin(losses)
    return k if losses[k] <= target else None

# ----

# wrong: closest
# did: the index of the loss closest to the target
# said: This is the loss closest to the target: wanted is the first k with losses[k] <= target.
# true: yes
def epochs_to_reach(losses, target):
    return int(np.argmin(np.abs(losses - target)))

# ----

# wrong: count-above
# did: counts all losses above the target (right only when they keep falling)
# said: This counts the losses above the target, or sorts them first: they may rise again, so look for the first k.
# true: yes
def epochs_to_reach(losses, target):
    if np.min(losses) > target:
        return None
    return int(np.sum(losses > target))

# ----

# wrong: searchsorted
# did: np.searchsorted, though the losses fall
# said: k is too small wherever it is wrong.
# true: yes
def epochs_to_reach(losses, target):
    k = np.searchsorted(losses, target)
    return int(k) if k < len(losses) else None

# ----

# wrong: searchsorted-reversed
# did: searchsorted on the reversed losses, which need not be sorted
# said: This is the first k from which the losses stay below the target: they may rise again, the first k counts.
# true: yes
def epochs_to_reach(losses, target):
    n = len(losses)
    k = n - int(np.searchsorted(losses[::-1], target, side="right"))
    return k if k < n else None

# ----

# wrong: all-indices
# did: returns all indices that fit
# said: An array comes back: the index of the first such loss is wanted, an int, with nothing around it.
# true: yes
def epochs_to_reach(losses, target):
    k = np.where(losses <= target)[0]
    if len(k) == 0:
        return None
    return k

# ----

# wrong: where-without-check
# did: np.where(...)[0][0], an IndexError if there is none
# said: Your code stops where the target is never reached: look for that case first, and return None.
# true: yes
def epochs_to_reach(losses, target):
    return np.where(losses <= target)[0][0]

# ----

# wrong: returns-the-loss
# did: returns the loss instead of its index
# said: This is the loss itself: its index k is wanted.
# true: yes
def epochs_to_reach(losses, target):
    for loss in losses:
        if loss <= target:
            return loss
    return None

# ----

# wrong: zero-is-none
# did: tests the found index with "if k", so index 0 counts as none
# said: k = 0 comes out as None: does 0 count as false (test `is None`), or does the search begin behind losses[0]?
# true: yes
def epochs_to_reach(losses, target):
    k = int(np.argmax(losses <= target))
    if k:
        return k
    return None

# ----

# wrong: prints-epoch
# did: prints the epoch and breaks, returns nothing
# said: The result is printed, not returned: end with `return`.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            print("reached after", k, "epochs")
            break

# ----

# wrong: string-none
# did: returns the word "None"
# said: Right elsewhere, it is wrong only where the target is never reached: None is wanted there.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
    return "None"

# ----

# wrong: greater
# did: >= instead of <=
# said: The comparison is flipped: losses[k] <= target.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss >= target:
            return k
    return None

# ----

# wrong: last-above-plus-one
# did: one after the last loss above the target, so the epoch from which it stays below
# said: This is the first k from which the losses stay below the target: they may rise again, the first k counts.
# true: yes
def epochs_to_reach(losses, target):
    above = np.flatnonzero(losses > target)
    if len(above) == 0:
        return 0
    k = above[-1] + 1
    return int(k) if k < len(losses) else None

# ----

# wrong: list-index
# did: looks for the exact value of the target in the list
# said: This asks for equality, ==: every loss below the target reaches it too, <=.
# true: yes
def epochs_to_reach(losses, target):
    values = list(losses)
    if target in values:
        return values.index(target)
    return None

# ----

# wrong: nan-for-none
# did: np.nan if there is none
# said: Your values fit this slip: nan comes back where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    reached = losses <= target
    if reached.any():
        return int(reached.argmax())
    return np.nan

# ----

# wrong: final-only
# did: looks only whether the last loss fits and returns the number of epochs
# said: This is the last k: the first one is wanted.
# true: yes
def epochs_to_reach(losses, target):
    if losses[-1] <= target:
        return len(losses) - 1
    return None

# ----

# wrong: bool
# did: returns whether the target was reached
# said: This says whether the target is reached: the first such k is wanted.
# true: yes
def epochs_to_reach(losses, target):
    return bool(np.any(losses <= target))

# ----

# wrong: counter-before-test
# did: raises k before the test, so it is one too large
# said: This counts from 1: losses[0] is before training, so k counts from 0.
# true: yes
def epochs_to_reach(losses, target):
    k = 0
    for loss in losses:
        k = k + 1
        if loss <= target:
            return k

# ----

# wrong: float-index
# did: returns the index as a float from np.min of the indices, inf if none
# said: This returns inf where the target is never reached: None is wanted.
# true: yes
def epochs_to_reach(losses, target):
    index = np.where(losses <= target, np.arange(len(losses)), np.inf)
    return np.min(index)

# ----

# right: enumerate
# did: enumerate, if, return
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target:
            return k
    return None

# ----

# right: range-loop
# did: index loop, falls off the end for None
def epochs_to_reach(losses, target):
    for k in range(len(losses)):
        if losses[k] <= target:
            return k

# ----

# right: any-argmax
# did: np.any first, then argmax
def epochs_to_reach(losses, target):
    reached = losses <= target
    if not np.any(reached):
        return None
    return int(np.argmax(reached))

# ----

# right: flatnonzero
# did: the first of np.flatnonzero if there is one
def epochs_to_reach(losses, target):
    hits = np.flatnonzero(losses <= target)
    return hits[0] if hits.size > 0 else None

# ----

# right: next-generator
# did: next over a generator with the default None
def epochs_to_reach(losses, target):
    return next((k for k, loss in enumerate(losses) if loss <= target), None)

# ----

# right: while
# did: while loop with a counter
def epochs_to_reach(losses, target):
    k = 0
    while k < len(losses):
        if losses[k] <= target:
            return k
        k += 1
    return None

# ----

# right: flag-break
# did: a result variable and break
def epochs_to_reach(losses, target):
    result = None
    for k in np.arange(len(losses)):
        if not losses[k] > target:
            result = int(k)
            break
    return result

# ----

# right: where-min
# did: smallest index of np.where
def epochs_to_reach(losses, target):
    idx, = np.where(np.asarray(losses) <= target)
    if len(idx):
        return int(idx.min())
    return None

# ----

# wrong: isclose
# did: np.isclose to the target, so a jump below it is not seen
# said: This asks whether a loss is close to the target: every loss below it counts too, <=.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if np.isclose(loss, target):
            return k
    return None

# ----

# wrong: sorts-first
# did: sorts the losses first, so k is not the epoch
# said: This counts the losses above the target, or sorts them first: they may rise again, so look for the first k.
# true: yes
def epochs_to_reach(losses, target):
    ordered = np.sort(losses)[::-1]
    for k, loss in enumerate(ordered):
        if loss <= target:
            return k
    return None

# ----

# wrong: adjacent-crossing
# did: looks for a crossing from above to below, so a start below the target is missed
# said: k = 0 comes out as None: does 0 count as false (test `is None`), or does the search begin behind losses[0]?
# true: yes
def epochs_to_reach(losses, target):
    for k in range(1, len(losses)):
        if losses[k - 1] > target and losses[k] <= target:
            return k
    return None

# ----

# wrong: fraction-of-start
# did: took target as a share of the first loss
# said: The target is taken as a fraction of the first loss: compare losses[k] with target itself.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if loss <= target * losses[0]:
            return k
    return None

# ----

# wrong: drop-since-start
# did: looks for the loss having fallen by target
# said: This looks at how far the loss has dropped from the first one: compare losses[k] itself with target.
# true: yes
def epochs_to_reach(losses, target):
    for k, loss in enumerate(losses):
        if losses[0] - loss >= target:
            return k
    return None

# ----

# wrong: array-in-if
# did: if losses <= target on the whole array
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def epochs_to_reach(losses, target):
    k = 0
    if losses <= target:
        return k
    k += 1
    return None

# ----

# wrong: binary-search
# did: binary search, which needs sorted losses and returns its last position
# said: k is too large where the losses rise again: the first k with losses[k] <= target is wanted, whatever comes after it.
# true: yes
def epochs_to_reach(losses, target):
    lo, hi = 0, len(losses) - 1
    while lo < hi:
        mid = (lo + hi) // 2
        if losses[mid] <= target:
            hi = mid
        else:
            lo = mid + 1
    return lo

# ----

# right: itertools
# did: takewhile counts the losses before the first small one
from itertools import takewhile

def epochs_to_reach(losses, target):
    k = len(list(takewhile(lambda loss: not loss <= target, losses)))
    return k if k < len(losses) else None

# ----

# right: try-except
# did: list.index of True, ValueError caught
def epochs_to_reach(losses, target):
    flags = [bool(v <= target) for v in losses]
    try:
        return flags.index(True)
    except ValueError:
        return None
