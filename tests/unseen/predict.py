# wrong: mira-strictly-greater
# did: used > in place of >=, so one half becomes class 0
# said: This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=.
# true: yes
def predict(a):
    """The class, eq. 14 and 15: the integer 1 where a >= 1/2, else 0."""
    return np.where(a > 0.5, 1, 0)

# ----

# wrong: mira-heaviside-at-zero
# did: took the rule z >= 0 from the table and applied it to a
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 0, 1, 0)

# ----

# wrong: mira-sign-function
# did: used np.sign(a - 1/2), which answers -1, 0 and 1
# said: This gives -1, 0 and 1; the classes are 0 and 1 (eq. 14, 15).
# true: yes
def predict(a):
    return np.sign(a - 0.5).astype(int)

# ----

# wrong: mira-integer-half
# did: wrote one half as 1 // 2, which is 0
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    half = 1 // 2
    return np.where(a >= half, 1, 0)

# ----

# wrong: jonas-boolean
# did: returns True and False, not integers
# said: This is True or False, a bool: turn it into the integers 1 and 0, as np.where(..., 1, 0) does.
# true: yes
def predict(a):
    return a >= 0.5

# ----

# wrong: jonas-round
# did: np.round, which takes one half to 0
# said: Rounding sends 1/2 to 0, the even neighbour: eq. 15 wants class 1 at a = 1/2, so compare, a >= 1/2.
# true: yes
def predict(a):
    return np.round(a).astype(int)

# ----

# wrong: jonas-ternary
# did: a one-line conditional, which fails for arrays
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def predict(a):
    return 1 if a >= 0.5 else 0

# ----

# wrong: jonas-strings
# did: returns the class names as text
# said: What comes back is of the wrong type: print type(...) of it.
# true: yes
def predict(a):
    return np.where(a >= 0.5, "1", "0")

# ----

# wrong: ayse-classes-swapped
# did: put 0 and 1 in the wrong order in np.where
# said: The classes are swapped: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 0.5, 0, 1)

# ----

# wrong: ayse-sigmoid-again
# did: mixed up weighted input and activation, applies the sigmoid to a once more
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(sigmoid(a) >= 0.5, 1, 0)

# ----

# wrong: ayse-indices
# did: np.where with only the condition, which gives the positions and not the classes
# said: Your result has the shape (1,) where (4,) is wanted.
# true: yes
def predict(a):
    condition = a >= 0.5
    return np.where(condition)[0]

# ----

# wrong: ayse-less-or-equal
# did: mixed up the signs, class 0 if a <= 1/2
# said: This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=.
# true: yes
def predict(a):
    if np.ndim(a) == 0:
        if a <= 0.5:
            return 0
        return 1
    return np.where(a <= 0.5, 0, 1)

# ----

# wrong: tom-return-first
# did: returns inside the loop, so an array gets only the class of its first entry
# said: Your result is one number where one for each entry is wanted, (4,): is something summed, averaged or indexed?
# true: yes
def predict(a):
    if np.ndim(a) == 0:
        if a >= 0.5:
            return 1
        else:
            return 0
    for value in a.ravel():
        if value >= 0.5:
            return 1
        else:
            return 0

# ----

# wrong: tom-into-caller
# did: writes the classes into the array that was passed in
# said: Assigning to entries, as in w[j] = ... or w[:] = ..., changes the caller's array (a slice or a second name is no copy): start with a copy, as np.array(w, dtype=float).
# true: yes
def predict(a):
    if np.ndim(a) == 0:
        return 1 if a >= 0.5 else 0
    a[a >= 0.5] = 1
    a[a < 0.5] = 0
    return a.astype(int)

# ----

# wrong: tom-append-flat
# did: appends 0 and 1 for every entry of the flattened array and forgets the shape
# said: Your result at some inputs is flattened to one dimension: keep the shape of the input.
# true: yes
def predict(a):
    if np.ndim(a) == 0:
        if a >= 0.5:
            return 1
        else:
            return 0
    classes = []
    for value in np.ravel(a):
        if value >= 0.5:
            classes.append(1)
        else:
            classes.append(0)
    return np.array(classes)

# ----

# wrong: tom-no-else
# did: starts with ones and forgets the case of class 0
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    if np.ndim(a) == 0:
        return 1
    result = np.ones(a.shape, dtype=int)
    for i in np.ndindex(a.shape):
        if a[i] >= 0.5:
            result[i] = 1
    return result

# ----

# wrong: tom-except-one
# did: try/except: if the comparison of an array fails, everything becomes class 1
# said: Right elsewhere, it is wrong only for arrays: each entry stands alone: is something summed, averaged or divided by a number of entries, or made for one number only?
# true: yes
def predict(a):
    try:
        if a >= 0.5:
            return 1
        else:
            return 0
    except ValueError:
        return np.ones(np.shape(a), dtype=int)

# ----

# wrong: lin-astype-on-float
# did: calls .astype on the comparison, a plain Python number has no such method
# said: Plain numbers of Python come too, and have no such methods (.astype, .sum, .shape): make an array first, a = np.asarray(a), or use a function of np, as np.where(a >= 0.5, 1, 0).
# true: yes
def predict(a):
    return (a >= 0.5).astype(int)

# ----

# wrong: lin-floor-half-up
# did: floor(a + 0.5), where the number just below one half is rounded up to 1 by the addition
# said: A value just below 1/2 is put into class 1: adding to it or a tolerance rounds it up. Compare a itself with 1/2 (eq. 15).
# true: yes
def predict(a):
    """Round half up."""
    return np.floor(np.asarray(a) + 0.5).astype(int)

# ----

# wrong: lin-tolerance
# did: counts everything within 1e-9 of one half as one half
# said: A value just below 1/2 is put into class 1: adding to it or a tolerance rounds it up. Compare a itself with 1/2 (eq. 15).
# true: yes
def predict(a):
    a = np.asarray(a, dtype=float)
    return ((a > 0.5) | np.isclose(a, 0.5, rtol=0, atol=1e-9)).astype(int)

# ----

# wrong: lin-float-classes
# did: np.heaviside with 1 at the step, right values but floats
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives.
# true: yes
def predict(a):
    return np.heaviside(a - 0.5, 1)

# ----

# wrong: lin-argmax
# did: stacks 1 - a and a and takes argmax, which picks class 0 in a tie
# said: This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=.
# true: yes
def predict(a):
    a = np.asarray(a)
    probabilities = np.stack([1 - a, a], axis=-1)
    return np.argmax(probabilities, axis=-1)

# ----

# right: ayse-where
# did: np.where as in hint 3
def predict(a):
    """The class, eq. 14 and 15: the integer 1 where a >= 1/2, else 0."""
    return np.where(a >= 0.5, 1, 0)

# ----

# right: mira-asarray-astype
# did: compares an array and turns the truth values into integers
def predict(a):
    return (np.asarray(a) >= 0.5).astype(int)

# ----

# right: jonas-one-times
# did: multiplies the truth values by 1
def predict(a):
    return 1 * (np.asarray(a) >= 1 / 2)

# ----

# right: tom-loop-with-indices
# did: if/else for a number, a loop over all positions for an array
def predict(a):
    if np.ndim(a) == 0:
        if a >= 0.5:
            return 1
        else:
            return 0
    classes = np.zeros(np.shape(a), dtype=int)
    for i in np.ndindex(np.shape(a)):
        if a[i] >= 0.5:
            classes[i] = 1
        else:
            classes[i] = 0
    return classes

# ----

# right: lin-one-minus-less
# did: 1 minus the integer of a < 1/2
def predict(a):
    return 1 - np.less(a, 0.5).astype(np.int64)

# ----

# wrong: strictly-greater
# did: > instead of >=, one half goes to class 0
# said: This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=.
# true: yes
def predict(a):
    return np.where(a > 0.5, 1, 0)

# ----

# wrong: np-round
# did: np.round, which rounds one half down
# said: Rounding sends 1/2 to 0, the even neighbour: eq. 15 wants class 1 at a = 1/2, so compare, a >= 1/2.
# true: yes
def predict(a):
    return np.round(a).astype(int)

# ----

# wrong: python-round
# did: Python's round, for single numbers only and half to even
# said: round() is for one number, but arrays come too; and both round() and np.round send 0.5 to 0, where class 1 is wanted (eq. 15).
# true: yes
def predict(a):
    return round(a)

# ----

# wrong: booleans
# did: returns True and False
# said: This is True or False, a bool: turn it into the integers 1 and 0, as np.where(..., 1, 0) does.
# true: yes
def predict(a):
    return a >= 0.5

# ----

# wrong: floats
# did: returns 1.0 and 0.0
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives.
# true: yes
def predict(a):
    return np.where(a >= 0.5, 1.0, 0.0)

# ----

# wrong: if-else
# did: a Python if, an array is ambiguous
# said: `if` on an array is ambiguous, and so are `and` and max(): use np.where, np.maximum or a mask to choose entry by entry.
# true: yes
def predict(a):
    if a >= 0.5:
        return 1
    else:
        return 0

# ----

# wrong: swapped-classes
# did: the classes are swapped
# said: The classes are swapped: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 0.5, 0, 1)

# ----

# wrong: threshold-on-z
# did: compares with 0 as if a were z
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 0, 1, 0)

# ----

# wrong: sigmoid-again
# did: applies the sigmoid to a once more, so everything is class 1
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(sigmoid(a) >= 0.5, 1, 0)

# ----

# wrong: astype-of-a
# did: casts a to int, which cuts off and gives 1 only at a = 1
# said: The threshold is 1 (as int() or floor would have it); it is 1/2 (eq. 15).
# true: yes
def predict(a):
    return np.asarray(a).astype(int)

# ----

# wrong: astype-on-comparison
# did: (a >= 0.5).astype(int), a plain Python number has no astype
# said: Plain numbers of Python come too, and have no such methods (.astype, .sum, .shape): make an array first, a = np.asarray(a), or use a function of np, as np.where(a >= 0.5, 1, 0).
# true: yes
def predict(a):
    return (a >= 0.5).astype(int)

# ----

# wrong: int-on-array
# did: int(...), which an array does not survive
# said: int() and float() take one number, but arrays come too: use .astype(...) on the array.
# true: yes
def predict(a):
    return int(a >= 0.5)

# ----

# wrong: list-comprehension
# did: list comprehension, returns a list and fails for a number
# said: A list comes back: turn it into an array with np.array.
# true: yes
def predict(a):
    return [1 if ai >= 0.5 else 0 for ai in a]

# ----

# wrong: overwrites-a
# did: writes 1 and 0 into the caller's array, and they stay floats
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives.
# true: yes
def predict(a):
    a = np.asarray(a)
    a[a >= 0.5] = 1
    a[a < 0.5] = 0
    return a

# ----

# wrong: argmax
# did: np.argmax, the index of the largest activation
# said: This is the place of the largest a: each entry has its own class (eq. 15).
# true: yes
def predict(a):
    return np.argmax(a)

# ----

# wrong: prints-class
# did: prints the class instead of returning it
# said: The result is printed, not returned: end with `return`.
# true: yes
def predict(a):
    print("class", np.where(a >= 0.5, 1, 0))

# ----

# wrong: strings
# did: returns the words class 1 and class 0
# said: What comes back is of the wrong type: print type(...) of it.
# true: yes
def predict(a):
    return np.where(a >= 0.5, "class 1", "class 0")

# ----

# wrong: np-any
# did: silenced the ambiguous-truth-value error with .any()
# said: Your result is one number where one for each entry is wanted, (4,): is something summed, averaged or indexed?
# true: yes
def predict(a):
    if (np.asarray(a) >= 0.5).any():
        return 1
    return 0

# ----

# wrong: np-all
# did: silenced the ambiguous-truth-value error with .all()
# said: Your result is one number where one for each entry is wanted, (4,): is something summed, averaged or indexed?
# true: yes
def predict(a):
    a = np.asarray(a)
    return 1 if (a >= 0.5).all() else 0

# ----

# wrong: floor-plus-half
# did: floor(a + 0.5), the result is a float
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives.
# true: yes
def predict(a):
    return np.floor(a + 0.5)

# ----

# wrong: ceil-minus-half
# did: ceil(a - 0.5), one half goes to 0
# said: This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=.
# true: yes
def predict(a):
    return np.ceil(np.asarray(a) - 0.5).astype(int)

# ----

# wrong: where-without-values
# did: np.where with a condition only, which gives indices
# said: np.where with the condition alone gives the places where it holds, in a tuple: hand it the two choices too, np.where(condition, 1, 0).
# true: yes
def predict(a):
    return np.where(a >= 0.5)

# ----

# wrong: minus-one-plus-one
# did: the labels -1 and 1 of the perceptron
# said: The classes are called 0 and 1, not -1 and 1 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 0.5, 1, -1)

# ----

# wrong: sign
# did: np.sign(a - 0.5), which is -1, 0 or 1
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives. This gives -1, 0 and 1; the classes are 0 and 1 (eq. 14, 15).
# true: yes
def predict(a):
    return np.sign(a - 0.5)

# ----

# wrong: isclose-rounds-up
# did: counts activations a little below one half as class 1, with a tolerance
# said: A value just below 1/2 is put into class 1: adding to it or a tolerance rounds it up. Compare a itself with 1/2 (eq. 15).
# true: yes
def predict(a):
    return np.where((a > 0.5) | np.isclose(a, 0.5), 1, 0)

# ----

# wrong: loop-flat
# did: loops over the first axis only, a number has no len
# said: Scalars come too, not only arrays: start with np.asarray(...) or avoid indexing.
# true: yes
def predict(a):
    out = np.zeros(len(a), dtype=int)
    for i in range(len(a)):
        if a[i] >= 0.5:
            out[i] = 1
    return out

# ----

# wrong: at-most-half
# did: turned the comparison round and kept 1, 0
# said: The classes are swapped: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a <= 0.5, 1, 0)

# ----

# wrong: half-as-integer
# did: wrote one half as 1 // 2, which is 0, so everything is class 1
# said: Every class is 1: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 1 // 2, 1, 0)

# ----

# right: where
# did: np.where as in the hint
def predict(a):
    return np.where(a >= 0.5, 1, 0)

# ----

# right: asarray-astype
# did: np.asarray first, then the comparison as int
def predict(a):
    return (np.asarray(a) >= 0.5).astype(int)

# ----

# right: times-one
# did: the comparison times 1
def predict(a):
    return (a >= 0.5) * 1

# ----

# right: heaviside
# did: np.heaviside with 1 at the jump
def predict(a):
    return np.heaviside(np.subtract(a, 0.5), 1).astype(int)

# ----

# right: one-minus-less
# did: 1 minus the integer of a < 1/2
def predict(a):
    is_zero = np.less(a, 0.5)
    return 1 - is_zero.astype(int)

# ----

# right: scalar-and-array
# did: two cases, an if for numbers and a mask for arrays
def predict(a):
    if np.ndim(a) == 0:
        return 1 if a >= 0.5 else 0
    classes = np.zeros(a.shape, dtype=int)
    classes[a >= 0.5] = 1
    return classes

# ----

# right: vectorize-otypes
# did: np.vectorize over an if, with the output type given
def predict(a):
    f = np.vectorize(lambda t: 1 if t >= 0.5 else 0, otypes=[int])
    return f(a)

# ----

# wrong: and-chain
# did: two strict comparisons for the two cases, one half gets neither and stays 0
# said: This is a > 1/2 and gives class 0 at a = 1/2; eq. 15 says >=.
# true: yes
def predict(a):
    a = np.asarray(a)
    c = np.zeros(a.shape, dtype=int)
    c[a > 0.5] = 1
    c[a < 0.5] = 0
    return c

# ----

# wrong: np-bool-astype-float
# did: the comparison as float
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives.
# true: yes
def predict(a):
    return (np.asarray(a) >= 0.5).astype(float)

# ----

# wrong: rint
# did: np.rint, half to even, and floats
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives. Rounding sends 1/2 to 0, the even neighbour: eq. 15 wants class 1 at a = 1/2, so compare, a >= 1/2.
# true: yes
def predict(a):
    return np.rint(a)

# ----

# wrong: always-array
# did: np.atleast_1d, a number comes back as an array of length 1
# said: Your result at some inputs is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out.
# true: yes
def predict(a):
    a = np.atleast_1d(a)
    return np.where(a >= 0.5, 1, 0)

# ----

# wrong: returns-sum
# did: counts the examples of class 1
# said: Your result is one number where one for each entry is wanted, (4,): is something summed, averaged or indexed?
# true: yes
def predict(a):
    return int(np.sum(np.asarray(a) >= 0.5))

# ----

# wrong: threshold-typo
# did: threshold 0.05, a typing slip
# said: The threshold is not 1/2: class 1 is where a >= 1/2 (eq. 14, 15).
# true: yes
def predict(a):
    return np.where(a >= 0.05, 1, 0)

# ----

# wrong: probability-pair
# did: returns both probabilities, as predict_proba
# said: This is a float, such as 1.0: the integers 1 and 0 are wanted, as np.where(..., 1, 0) gives.
# true: yes
def predict(a):
    return np.stack([1 - np.asarray(a), np.asarray(a)], axis=-1)

# ----

# wrong: empty-function
# did: only pass, wanted to come back later
# said: Nothing comes back: the `return` is missing.
# true: yes
def predict(a):
    pass

# ----

# right: threshold-constant
# did: a named constant and a keyword
THRESHOLD = 0.5

def predict(a, threshold=THRESHOLD):
    return np.where(np.less(a, threshold), 0, 1)

# ----

# right: greater-equal-int64
# did: np.greater_equal with astype of np.int64
def predict(a):
    return np.greater_equal(a, 0.5).astype(np.int64)

# ----

# right: select
# did: np.select with both conditions
def predict(a):
    a = np.asarray(a)
    return np.select([a < 0.5, a >= 0.5], [0, 1])
