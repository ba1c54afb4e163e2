#: wrong: no parentheses in (24), (25), (26) | line \(24\): parentheses
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = -y / a + (1 - y) / (1 - a) * a * (1 - a) * x
    line_25 = -y * (1 - a) + (1 - y) * a * x
    line_26 = a - y * x
    return line_23, line_24, line_25, line_26


#: right: same-four-times
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = slope * a_prime * x
    line_25 = slope * a_prime * x
    line_26 = slope * a_prime * x
    return line_23, line_24, line_25, line_26


#: wrong: the note's misprint | line \(24\) alone .*misprint
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = slope * (1 - a) * x
    line_25 = (-y * (1 - a) + (1 - y) * a) * x
    line_26 = (a - y) * x
    return line_23, line_24, line_25, line_26


#: wrong: y - a | line \(26\) alone .*y - a
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = slope * a * (1 - a) * x
    line_25 = (-y * (1 - a) + (1 - y) * a) * x
    line_26 = (y - a) * x
    return line_23, line_24, line_25, line_26


#: wrong: a twice in one term | line \(25\).*y = 0
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = slope * a * (1 - a) * x
    line_25 = (-y * (1 - a) + (1 - y) * a * a) * x
    line_26 = ...
    return line_23, line_24, line_25, line_26


#: wrong: the given line is changed | line \(23\): it is given
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / 1 - a
    line_23 = slope * a_prime * x
    line_24 = slope * a * (1 - a) * x
    line_25 = (-y * (1 - a) + (1 - y) * a) * x
    line_26 = (a - y) * x
    return line_23, line_24, line_25, line_26


#: right: line by line
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = slope * (a * (1 - a)) * x
    line_25 = x * (a * (1 - y) - y * (1 - a))
    line_26 = x * (a - y)
    return line_23, line_24, line_25, line_26


#: wrong: np.dot in a line | one for each entry
def cancellation_lines(a, a_prime, x, y):
    slope = -y / a + (1 - y) / (1 - a)
    line_23 = slope * a_prime * x
    line_24 = np.dot(slope * a * (1 - a), x)
    line_25 = (-y * (1 - a) + (1 - y) * a) * x
    line_26 = (a - y) * x
    return line_23, line_24, line_25, line_26
