"""The mathematics of the moving figures, run in a browser, against lib.neuron and lib.sgd."""

import json

import numpy as np
import pytest

from browser import chromium
from lib import data, neuron, widgets
from lib.sgd import sgd

CLOSE = {"rtol": 1e-12, "atol": 1e-300}
RNG = np.random.default_rng(17)
Z = np.concatenate([RNG.uniform(-8, 8, 150), RNG.uniform(-700, 700, 50), [0.0, 36.7, -36.7, 709.0, -709.0, 740.0]])
A = np.concatenate([RNG.uniform(0, 1, 150), 10.0 ** RNG.uniform(-12, -1, 25), 1 - 10.0 ** RNG.uniform(-12, -1, 25)])
EPS = np.append(10.0 ** RNG.uniform(-6, np.log10(0.25), 100), 0.25)
# Name in neuron.js -> the function of lib.neuron and its arguments.
OF_NUMBERS = {
    "sigmoid": (neuron.sigmoid, [Z]),
    "sigmoidPrime": (neuron.sigmoid_prime, [Z]),
    "saturationPoint": (neuron.saturation_point, [EPS]),
    "squaredError": (neuron.squared_error, [A, RNG.integers(0, 2, A.size)]),
    "squaredErrorPrime": (neuron.squared_error_prime, [A, RNG.integers(0, 2, A.size)]),
    "crossEntropy": (neuron.cross_entropy, [A, RNG.integers(0, 2, A.size)]),
    "crossEntropyPrime": (neuron.cross_entropy_prime, [A, RNG.integers(0, 2, A.size)]),
    "crossEntropyFromZ": (neuron.cross_entropy_from_z, [Z, RNG.integers(0, 2, Z.size)]),
}
LOSSES = {
    "squared_error": (neuron.squared_error_loss, neuron.gradient_squared_error, neuron.squared_error_prime),
    "cross_entropy": (neuron.cross_entropy_loss, neuron.gradient_cross_entropy, neuron.cross_entropy_prime),
}
# The name of a slope stands for the function itself.
CALL = """([name, rows]) => {
    const { squaredErrorPrime, crossEntropyPrime } = window.neuron;
    const slopes = {squared_error_prime: squaredErrorPrime, cross_entropy_prime: crossEntropyPrime};
    return rows.map(row => window.neuron[name](...row.map(value => slopes[value] ?? value)));
}"""


@pytest.fixture(scope="module")
def javascript():
    """A function that calls one of neuron.js in the browser, once for each row of arguments."""
    with chromium() as browser:
        page = browser.new_page()
        source = (widgets.HERE / "neuron.js").read_text(encoding="utf-8")
        page.evaluate(
            """async source => {
                window.neuron = await import(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
            }""",
            source,
        )

        def call(name, rows):
            rows = json.loads(json.dumps(rows, default=lambda value: value.tolist()))
            return page.evaluate(CALL, [name, rows])

        yield call


@pytest.mark.parametrize("name", OF_NUMBERS)
def test_functions_of_numbers(javascript, name):
    function, arguments = OF_NUMBERS[name]
    wanted = function(*arguments)
    assert np.isfinite(wanted).all() and np.unique(wanted).size > 50
    np.testing.assert_allclose(javascript(name, list(zip(*arguments))), wanted, **CLOSE)


def examples():
    """(w, b, x, y) with one to four features, among them saturated neurons on either side."""
    for i in range(200):
        n = 1 + i % 4
        w, x = RNG.normal(size=n), RNG.normal(size=n)
        yield w, float(RNG.normal() * (40 if i % 3 == 0 else 2)), x, i % 2


@pytest.mark.parametrize("loss", LOSSES)
def test_chain_factors(javascript, loss):
    _, _, slope = LOSSES[loss]
    rows = [row for row in examples() if abs(row[0] @ row[2] + row[1]) < 15]  # further out 1 - a has few digits
    assert len(rows) > 100
    found = javascript("chainFactors", [(slope.__name__, *row) for row in rows])
    for factors, row in zip(found, rows, strict=True):
        for factor, wanted in zip(factors, neuron.chain_factors(slope, *row), strict=True):
            np.testing.assert_allclose(factor, wanted, rtol=1e-9)  # a was rounded before 1 - a was taken


@pytest.mark.parametrize("loss", LOSSES)
def test_one_step(javascript, loss):
    _, gradient, _ = LOSSES[loss]
    rows = [(loss, *row, float(RNG.uniform(0.01, 2))) for row in examples()]
    for (_, w, b, x, y, eta), (new_w, new_b) in zip(rows, javascript("sgdStep", rows), strict=True):
        dw, db = gradient(w, b, x, y)
        np.testing.assert_allclose(new_w, w - eta * dw, **CLOSE)
        np.testing.assert_allclose(new_b, b - eta * db, **CLOSE)


@pytest.mark.parametrize("loss", LOSSES)
def test_training_visits_the_rows_as_lib_does(javascript, loss):
    of_example, gradient, _ = LOSSES[loss]
    for (X, y), epochs, eta in ((data.penguins(), 15, 0.05), (data.clouds(60, 1, np.random.default_rng(1)), 20, 0.4)):
        w, b, orders = RNG.normal(size=X.shape[1]) * 5, 1.5, widgets.visits(len(y), epochs, 3)
        (path,) = javascript("sgd", [(loss, w, b, X, y, eta, orders)])
        assert len(path) == epochs + 1
        for k in (0, 1, epochs):
            wanted_w, wanted_b, _ = sgd(of_example, gradient, w, b, X, y, eta, k, np.random.default_rng(3))
            np.testing.assert_allclose(path[k]["w"], wanted_w, **CLOSE)
            np.testing.assert_allclose(path[k]["b"], wanted_b, **CLOSE)
        (error,) = javascript("meanError", [(path[-1], X, y)])
        a = neuron.sigmoid(neuron.pre_activation(wanted_w, X, wanted_b))
        np.testing.assert_allclose(error, np.abs(a - y).mean(), **CLOSE)
