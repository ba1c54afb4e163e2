#: wrong: the raise is left below the lines | still there
def sigmoid_prime_lines(z):
    u = np.exp(-z)
    line_10 = -1 / (1 + u) ** 2 * u * (-1)
    line_11 = 1 / (1 + u) * (u / (1 + u))
    line_12 = ...
    line_13 = ...
    # YOUR CODE HERE
    raise NotImplementedError()
    return line_10, line_11, line_12, line_13


#: right: same
def sigmoid_prime_lines(z):
    u = np.exp(-z)
    line_10 = -1 / (1 + u) ** 2 * u * (-1)
    line_11 = line_10
    line_12 = line_10
    line_13 = line_10
    return line_10, line_11, line_12, line_13


#: wrong: no parentheses around denominators | line \(11\): parentheses
def sigmoid_prime_lines(z):
    u = np.exp(-z)
    line_10 = -1 / (1 + u) ** 2 * u * (-1)
    line_11 = 1 / (1 + u) * u / 1 + u
    line_12 = 1 / (1 + u) * (1 + u - 1) / 1 + u
    line_13 = sigmoid(z) * (1 - sigmoid(z))
    return line_10, line_11, line_12, line_13


#: wrong: the note's misprint in the last line | line \(13\) alone .*1 - a
def sigmoid_prime_lines(z):
    u = np.exp(-z)
    line_10 = -1 / (1 + u) ** 2 * u * (-1)
    line_11 = 1 / (1 + u) * (u / (1 + u))
    line_12 = 1 / (1 + u) * ((1 + u - 1) / (1 + u))
    line_13 = 1 - sigmoid(z)
    return line_10, line_11, line_12, line_13


#: right: line by line
def sigmoid_prime_lines(z):
    u = np.exp(-z)
    line_10 = -1 / (1 + u) ** 2 * u * (-1)
    line_11 = (1 / (1 + u)) * (u / (1 + u))
    line_12 = (1 / (1 + u)) * (((1 + u) - 1) / (1 + u))
    line_13 = sigmoid(z) * (1 - sigmoid(z))
    return line_10, line_11, line_12, line_13
