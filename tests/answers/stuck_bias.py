#: right: the course's saturation_point
def stuck_bias(eta, steps, most):
    return saturation_point(most / (eta * steps))


#: right: the slope of one step first
def stuck_bias(eta, steps, most):
    each_step = most / steps
    slope = each_step / eta
    return saturation_point(slope)


#: right: the quadratic solved again
def stuck_bias(eta, steps, most):
    slope = most / (eta * steps)
    a = (1 + np.sqrt(1 - 4 * slope)) / 2
    return np.log(a / (1 - a))


#: right: bisection on the course's sigmoid_prime
def stuck_bias(eta, steps, most):
    low, high = 0.0, 50.0
    for _ in range(100):
        middle = (low + high) / 2
        if eta * steps * sigmoid(middle) * sigmoid(-middle) > most:
            low = middle
        else:
            high = middle
    return low


#: wrong: the steps forgotten | steps
def stuck_bias(eta, steps, most):
    return saturation_point(np.minimum(most / eta, 0.25))


#: wrong: eta forgotten | eta
def stuck_bias(eta, steps, most):
    return saturation_point(min(most / steps, 0.25))


#: wrong: returns the slope | slope|not b
def stuck_bias(eta, steps, most):
    return most / (eta * steps)


#: wrong: negative side | negative|sign
def stuck_bias(eta, steps, most):
    return -saturation_point(most / (eta * steps))


#: wrong: four times eta once more | four times
def stuck_bias(eta, steps, most):
    return saturation_point(most / (4 * eta * steps))


#: wrong: the slope of the result | other way round|sigma'
def stuck_bias(eta, steps, most):
    slope = most / (eta * steps)
    return sigmoid(slope) * sigmoid(-slope)


#: wrong: solves sigma for the slope | sigma\(b\)|activation
def stuck_bias(eta, steps, most):
    eps = most / (eta * steps)
    return np.log(eps / (1 - eps))


#: wrong: the activation at the start | activation
def stuck_bias(eta, steps, most):
    return sigmoid(saturation_point(most / (eta * steps)))


#: wrong: minus the logarithm | log|roughly
def stuck_bias(eta, steps, most):
    return -np.log(most / (eta * steps))


#: wrong: nothing returned | return
def stuck_bias(eta, steps, most):
    saturation_point(most / (eta * steps))


#: wrong: the learning rate of the notebook | global|eta|variable
rate = 0.2


def stuck_bias(eta, steps, most):
    return saturation_point(np.minimum(most / (rate * steps), 0.25))


#: wrong: eta and steps multiply b | argument
def stuck_bias(eta, steps, most):
    return steps * eta * saturation_point(most)
