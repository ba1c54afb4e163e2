# wrong: slope-upside-down
# did: solved for the slope the wrong way round, eta * steps / most
# said: saturation_point gets a slope that is not between 0 and 1/4, which no b has: is the slope most / (eta steps), with all three arguments and the parentheses?
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(eta * steps / most)

# ----

# wrong: eta-forgotten
# did: most / steps, forgot the learning rate
# said: Your values fit this slip: eta is ignored: a step is eta times the gradient (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most / steps)

# ----

# wrong: steps-forgotten
# did: most / eta, forgot the number of steps
# said: saturation_point gets a slope that is not between 0 and 1/4, which no b has: is the slope most / (eta steps), with all three arguments and the parentheses?
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most / eta)

# ----

# wrong: most-forgotten
# did: 1 / (eta steps), forgot most
# said: saturation_point gets a slope that is not between 0 and 1/4, which no b has: is the slope most / (eta steps), with all three arguments and the parentheses?
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(1 / (eta * steps))

# ----

# wrong: eta-in-numerator
# did: parentheses missing, most / steps * eta
# said: Your values fit this slip: eta multiplies where it should divide: eta times steps times slope is most (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    slope = most / steps * eta
    return saturation_point(slope)

# ----

# wrong: steps-in-numerator
# did: parentheses missing, most / eta * steps
# said: saturation_point gets a slope that is not between 0 and 1/4, which no b has: is the slope most / (eta steps), with all three arguments and the parentheses?
# true: yes
def stuck_bias(eta, steps, most):
    slope = most / eta * steps
    return saturation_point(slope)

# ----

# wrong: returns-slope
# did: returns the slope and does not look for the b
# said: Your values fit this slip: the slope sigma'(b) is returned, not b: ask at which b it is reached (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    slope = most / (eta * steps)
    return slope

# ----

# wrong: slope-at-slope
# did: evaluates the sigmoid's slope at that number instead of inverting it
# said: Your values fit this slip: sigma' of the slope is returned: the other way round, find the b with that slope (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    a = sigmoid(s)
    return a * (1 - a)

# ----

# wrong: sigmoid-prime-not-here
# did: wanted to search with sigmoid_prime, which this notebook does not import
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    b = np.linspace(0, 50, 500001)
    return b[np.argmin(np.abs(sigmoid_prime(b) - s))]

# ----

# wrong: fixed-answer
# did: returns the number of the penguins
# said: Your result is always 9.48, whatever goes in, but it must depend on the arguments.
# true: yes
def stuck_bias(eta, steps, most):
    return 9.48

# ----

# wrong: logit-of-slope
# did: inverted the sigmoid instead of its slope
# said: Your values fit this slip: sigma(-b) = slope is solved: wanted is sigma'(b) = slope (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    return np.log((1 - s) / s)

# ----

# wrong: tail-exponential
# did: used slope = e^-b for large b, an approximation
# said: Your values fit this slip: -log(slope) is returned, which is right only roughly, for small slopes (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    return np.log(eta * steps / most)

# ----

# wrong: smaller-root
# did: took the smaller activation, the b is negative
# said: Your values fit this slip: the negative solution -b is returned: the sign is flipped, b >= 0 is wanted (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    a = (1 - np.sqrt(1 - 4 * s)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: linear
# did: divided, as if b moved in a straight line: b = steps eta most
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others.
# true: yes
def stuck_bias(eta, steps, most):
    return steps * eta * most

# ----

# wrong: coarse-grid
# did: searches on a grid of 0.01
# said: Nearly right, but only to about 2 digits. Full precision is wanted.
# true: yes
def stuck_bias(eta, steps, most):
    for b in np.arange(0, 50, 0.01):
        a = sigmoid(b)
        if steps * eta * a * (1 - a) <= most:
            return b

# ----

# wrong: with-error-factor
# did: kept the factor a of the error, solved steps eta a a' = most by bisection
# said: Your result is never of the wrong sign, but too large in size at some inputs and too small at others; its size is 0.53 to 1 times the expected one.
# true: yes
def stuck_bias(eta, steps, most):
    lo, hi = 0.7, 50.0
    for _ in range(100):
        mid = (lo + hi) / 2
        a = sigmoid(mid)
        if steps * eta * a * a * (1 - a) > most:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2

# ----

# wrong: four-eta
# did: multiplied eta by 4, because the squared error has four times the rate
# said: Your values fit this slip: eta is taken four times as large, or the root has 1 - slope in place of 1 - 4 slope (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most / (4 * eta * steps))

# ----

# wrong: hardcoded-steps
# did: the 30 * 219 updates of the penguins written in
# said: Your result is too large wherever it is wrong; its size is 1.3 to 7.2 times the expected one.
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most / (eta * 30 * 219))

# ----

# wrong: steps-as-epochs
# did: took steps for epochs and multiplied by 219
# said: Your result is too large everywhere; its size is 1.4 to 5.5 times the expected one.
# true: yes
def stuck_bias(eta, steps, most):
    updates = steps * 219
    return saturation_point(most / (eta * updates))

# ----

# wrong: prints-b
# did: prints the b and returns nothing
# said: The result is printed, not returned: end with `return`.
# true: yes
def stuck_bias(eta, steps, most):
    b = saturation_point(most / (eta * steps))
    print(f"b = {b:.2f}")

# ----

# wrong: rounded
# did: rounds b to two decimals
# said: Your result has 2 decimals only: is it rounded, or searched on a coarse grid? All its digits are wanted, exact.
# true: yes
def stuck_bias(eta, steps, most):
    return round(float(saturation_point(most / (eta * steps))), 2)

# ----

# wrong: integer-division
# did: // in the slope, which becomes 0
# said: saturation_point gets a slope that is not between 0 and 1/4, which no b has: is the slope most / (eta steps), with all three arguments and the parentheses?
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most // (eta * steps))

# ----

# wrong: log10-end
# did: wrote the formula out with log10
# said: Your values fit this slip: the logarithm is log10, to base 10, not the natural one (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    a = (1 + np.sqrt(1 - 4 * s)) / 2
    return np.log10(a / (1 - a))

# ----

# wrong: discriminant
# did: 1 - s instead of 1 - 4s in the root
# said: Your values fit this slip: eta is taken four times as large, or the root has 1 - slope in place of 1 - 4 slope (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    a = (1 + np.sqrt(1 - s)) / 2
    return np.log(a / (1 - a))

# ----

# wrong: product-as-slope
# did: multiplied all three arguments and capped the slope at 1/4
# said: Your result stays the same when eta alone changes, but it must change: is eta used where it should be?
# true: yes
def stuck_bias(eta, steps, most):
    s = min(eta * steps * most, 0.25)
    return saturation_point(s)

# ----

# wrong: returns-activation
# did: stopped at the activation a of that slope
# said: Your values fit this slip: the activation a at that start is returned: its bias b is wanted (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    return (1 + np.sqrt(1 - 4 * s)) / 2

# ----

# wrong: most-added
# did: adds most to the b, "so that it still stays behind it"
# said: Your values fit this slip: most is added to b (eq. 13 and 21).
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most / (eta * steps)) + most

# ----

# wrong: one-step-less
# did: steps - 1 updates instead of steps
# said: This divides by 0: find the denominator and the input that makes it 0.
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(min(most / (eta * (steps - 1)), 0.25))

# ----

# right: saturation-point
# did: the slope put into saturation_point
def stuck_bias(eta, steps, most):
    return saturation_point(most / (eta * steps))

# ----

# right: named-slope
# did: the same with a name for the slope
def stuck_bias(eta, steps, most):
    # steps * eta * slope = most
    slope = most / (steps * eta)
    b = saturation_point(slope)
    return b

# ----

# right: closed-form
# did: the quadratic and the logarithm written out
def stuck_bias(eta, steps, most):
    s = most / (eta * steps)
    a = (1 + np.sqrt(1 - 4 * s)) / 2
    return np.log(a / (1 - a))

# ----

# right: arccosh
# did: with 2 arccosh of one over twice the root of the slope
def stuck_bias(eta, steps, most):
    total = eta * steps
    return 2 * np.arccosh(np.sqrt(total / most) / 2)

# ----

# right: artanh
# did: with 2 artanh of the root of the discriminant
def stuck_bias(eta, steps, most):
    slope = most / (eta * steps)
    root = np.sqrt(1 - 4 * slope)
    return 2 * np.arctanh(root)

# ----

# right: math-log-as-float
# did: math instead of numpy, log of a quotient of roots
import math

def stuck_bias(eta, steps, most):
    slope = most / (eta * steps)
    r = math.sqrt(1.0 - 4.0 * slope)
    return math.log((1.0 + r) / (1.0 - r))

# ----

# right: reciprocal-and-float
# did: the reciprocal of the slope first, the result as a Python float
def stuck_bias(eta, steps, most):
    one_over_slope = eta * steps / most
    return float(saturation_point(1 / one_over_slope))

# ----

# wrong: left-raise
# did: the raise is still there
# said: 
# true: yes
def stuck_bias(eta, steps, most):
    """The b >= 0 at which steps updates of length eta sigma'(b) add up to most."""
    # YOUR CODE HERE
    slope = most / (eta * steps)
    raise NotImplementedError()

# ----

# wrong: global-eta-dict
# did: uses the dictionary eta of an earlier cell instead of the argument
# said: A name is not defined: a typing error, a missing np. or import, or a cell that was not run.
# true: yes
def stuck_bias(eta_value, steps, most):
    slope = most / (eta["squared_error"] * steps)
    return saturation_point(slope)

# ----

# wrong: saturation-of-most
# did: saturation_point(most), forgot eta and steps
# said: Your result stays the same when eta alone changes, but it must change: is eta used where it should be?
# true: yes
def stuck_bias(eta, steps, most):
    return saturation_point(most)

# ----

# wrong: both-signs
# did: returns minus and plus b
# said: A tuple of several values comes back: one result is wanted, so look for a comma in the `return` line.
# true: yes
def stuck_bias(eta, steps, most):
    b = saturation_point(most / (eta * steps))
    return -b, b

# ----

# wrong: few-bisections
# did: ten halvings of the interval from 0 to 20, two digits only
# said: Nearly right, but only to about 2 digits. Full precision is wanted.
# true: yes
def stuck_bias(eta, steps, most):
    slope = most / (eta * steps)
    lo, hi = 0.0, 20.0
    for _ in range(10):
        mid = (lo + hi) / 2
        a = sigmoid(mid)
        if a * (1 - a) > slope:
            lo = mid
        else:
            hi = mid
    return lo

# ----

# wrong: integer-b
# did: the next whole number, np.ceil
# said: Your result is too large wherever it is wrong.
# true: yes
def stuck_bias(eta, steps, most):
    return np.ceil(saturation_point(most / (eta * steps)))

# ----

# right: with-print
# did: prints the slope it needs
def stuck_bias(eta, steps, most):
    slope_needed = most / (steps * eta)
    print("slope needed:", slope_needed)
    return saturation_point(slope_needed)

# ----

# right: logit-helper
# did: a helper that inverts the slope by hand with the smaller root's logarithm
def _inverse_slope(s):
    small = 2 * s / (1 + np.sqrt(1 - 4 * s))
    return np.log((1 - small) / small)

def stuck_bias(eta, steps, most):
    return _inverse_slope(most / (eta * steps))
