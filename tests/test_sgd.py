"""lib/sgd.py against a few lines of NumPy and SciPy, and against published runs."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy.special import expit, log_expit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from lib import data, neuron
from lib.lockstep import Runs, sgd_many
from lib.sgd import epochs_to_reach, sgd, sgd_step

pytestmark = pytest.mark.filterwarnings("error")
reproducible = settings(derandomize=True, deadline=None, max_examples=100)

LOSSES = ("squared_error", "cross_entropy")
LOSS = {"squared_error": neuron.squared_error_loss, "cross_entropy": neuron.cross_entropy_loss}
GRADIENT = {"squared_error": neuron.gradient_squared_error, "cross_entropy": neuron.gradient_cross_entropy}
each_loss = pytest.mark.parametrize("loss", LOSSES)

X = np.array([[1.0, 2.0], [-3.0, 0.5], [0.0, -1.0], [2.0, 2.0], [-1.0, -1.0]])
Y = np.array([1, 0, 0, 1, 0])
W, B = np.array([0.5, -1.0]), 0.25


def rng(seed=0):
    return np.random.default_rng(seed)


def single(loss, w, b, X, y, eta, epochs, seed):
    """`sgd` with one of the two losses by name."""
    return sgd(LOSS[loss], GRADIENT[loss], w, b, X, y, eta, epochs, rng(seed))


def written_out(loss, w, b, X, y, eta, epochs, seed):
    """The contract of sgd in the note's words: eq. 3, 5, then 16, 20, 21 or 18, 26, 27."""
    order, losses = np.random.default_rng(seed), []
    for epoch in range(epochs + 1):
        for i in order.permutation(len(X)) if epoch else []:
            a = expit(X[i] @ w + b)
            dL_dz = (a - y[i]) * a * (1 - a) if loss == "squared_error" else a - y[i]
            w, b = w - eta * dL_dz * X[i], b - eta * dL_dz
        z = X @ w + b
        losses.append(np.mean((expit(z) - y) ** 2 / 2 if loss == "squared_error" else -log_expit((2 * y - 1) * z)))
    return w, b, losses


@st.composite
def training(draw, starts=(0.1, 1, 30)):
    """A data set and starts of R runs: X, y, then w (R, n), b, eta, seeds and losses of R entries, and epochs."""
    m, n, R = draw(st.integers(1, 8)), draw(st.integers(1, 4)), draw(st.integers(1, 5))
    numbers = rng(draw(st.integers(0, 2**32)))
    start = draw(st.sampled_from(starts))
    X, y = numbers.uniform(-1, 1, size=(m, n)), numbers.integers(2, size=m)
    w, b, eta = start * numbers.normal(size=(R, n)), start * numbers.normal(size=R), 10 ** numbers.uniform(-3, 0, R)
    seeds = draw(st.lists(st.integers(0, 2**63 - 1), min_size=R, max_size=R))
    losses = draw(st.lists(st.sampled_from(LOSSES), min_size=R, max_size=R))
    return X, y, w, b, eta, seeds, losses, draw(st.integers(0, 4))


# sgd_step


@pytest.mark.parametrize("eta", [1, 0.1, 1e-3, np.float32(0.5), np.array(2)])
def test_step_goes_against_the_gradient(eta):
    w, b = sgd_step(np.array([1, 2]), 3, np.array([4, 5]), 1, lambda w, b, x, y: (x + w + b, y + 10), eta)
    assert_allclose(w, [1 - eta * 8, 2 - eta * 10], rtol=1e-14)
    assert_allclose(b, 3 - eta * 11, rtol=1e-14)
    assert w.shape == (2,) and np.ndim(b) == 0 and not isinstance(b, np.ndarray)


@each_loss
@reproducible
@given(case=training())
def test_step_is_the_notes(loss, case):
    X, y, w, b, eta, *_ = case
    w, b, eta, x, y = w[0], b[0], eta[0], X[0], y[0]
    a = expit(w @ x + b)
    dL_dz = (a - y) * a * (1 - a) if loss == "squared_error" else a - y
    new_w, new_b = sgd_step(w, b, x, y, GRADIENT[loss], eta)
    assert_allclose(new_w, w - eta * dL_dz * x, rtol=1e-14, atol=1e-15)
    assert_allclose(new_b, b - eta * dL_dz, rtol=1e-14, atol=1e-15)


# sgd


@each_loss
@reproducible
@given(case=training())
def test_sgd_is_the_contract_written_out(loss, case):
    X, y, w, b, eta, seeds, _, epochs = case
    wanted = written_out(loss, w[0], b[0], X, y, eta[0], epochs, seeds[0])
    w, b, losses = single(loss, w[0], b[0], X, y, eta[0], epochs, seeds[0])
    assert w.shape == X.shape[1:] and np.ndim(b) == 0 and losses.shape == (epochs + 1,)
    assert_allclose(w, wanted[0], rtol=1e-12, atol=1e-12)
    assert_allclose(b, wanted[1], rtol=1e-12, atol=1e-12)
    assert_allclose(losses, wanted[2], rtol=1e-12, atol=1e-12)


def test_sgd_calls_what_it_is_given():
    """Rows in the order of rng.permutation, and the mean of any loss over the rows, at the current (w, b)."""
    visits = []

    def gradient(w, b, x, y):
        visits.append((x[0], y))
        return np.array([1.0]), 10.0

    def loss(w, b, x, y):
        return 1000 * w[0] + b + x[0] + y

    rows, labels = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 1, 1, 0])
    w, b, losses = sgd(loss, gradient, np.array([0.0]), 0.0, rows, labels, 0.5, 3, rng(7))
    order = rng(7)
    assert visits == [(i, labels[i]) for _ in range(3) for i in order.permutation(4)]
    assert_allclose(w, [-0.5 * 12])
    assert_allclose(b, -5 * 12)
    assert_allclose(losses, [2 - (2000 + 20) * k for k in range(4)])


@each_loss
def test_sgd_of_no_epochs_only_looks(loss):
    w, b, losses = single(loss, W, B, X, Y, 0.1, 0, 0)
    assert_array_equal(w, W)
    assert b == B
    assert_allclose(losses, written_out(loss, W, B, X, Y, 0.1, 0, 0)[2], rtol=1e-14)


def test_sgd_takes_integers():
    args = np.array([1, -2]), 1, X.astype(int), Y.astype(float), 1, 3, 5
    w, b, losses = single("cross_entropy", *args)
    wanted = written_out("cross_entropy", *args)
    assert_allclose(w, wanted[0], rtol=1e-12)
    assert_allclose(b, wanted[1], rtol=1e-12)
    assert_allclose(losses, wanted[2], rtol=1e-12)


@each_loss
def test_sgd_is_determined_by_the_seed(loss):
    first, again, other = (single(loss, W, B, X, Y, 0.5, 3, seed) for seed in (1, 1, 2))
    for one, two in zip(first, again, strict=True):
        assert_array_equal(one, two)
    assert not np.array_equal(first[0], other[0])


def test_sgd_finds_scikit_learns_optimum():
    """Cross-entropy on the penguins: the minimum of the mean loss, found by L-BFGS without a penalty."""
    X, y = data.penguins()
    optimum = LogisticRegression(C=np.inf, tol=1e-8, max_iter=10000).fit(X, y)
    minimum = log_loss(y, optimum.predict_proba(X))
    reached = sgd_many("cross_entropy", np.zeros(2), 0, X, y, 0.1, 400, 0).losses[0]
    assert minimum < reached[-1] < 1.05 * minimum
    assert reached[0] == pytest.approx(np.log(2))


# epochs_to_reach


@pytest.mark.parametrize(
    "losses, target, wanted",
    [
        ([3, 2, 1], 2, 1),
        ([3, 2, 1], 2.5, 1),
        ([3, 2, 1], 3, 0),
        ([3, 2, 1], 100, 0),
        ([3, 2, 1], 1, 2),
        ([3, 2, 1], 0.99, None),
        ([3, 1, 2, 1], 1, 1),
        ([np.inf, 1], 5, 1),
        ([], 1, None),
        ([0.5], 0.5, 0),
    ],
)
def test_epochs_to_reach(losses, target, wanted):
    reached = epochs_to_reach(np.array(losses), target)
    assert reached == wanted
    assert type(reached) is type(wanted)


@reproducible
@given(st.lists(st.integers(0, 9)), st.integers(-1, 10))
def test_epochs_to_reach_is_the_first(losses, target):
    reached = epochs_to_reach(np.array(losses), target)
    assert reached == next((k for k, loss in enumerate(losses) if loss <= target), None)


# The outside check of DESIGN.md: Nielsen's saturated neuron, x = 1, y = 0

UPDATES = [0, 50, 100, 150, 200, 250, 300]
NIELSEN = [
    ("squared_error", 0.6, 0.9, [0.8176, 0.3870, 0.2110, 0.1527, 0.1237, 0.1061, 0.0940]),
    ("squared_error", 2.0, 2.0, [0.9820, 0.9759, 0.9641, 0.9334, 0.7887, 0.3572, 0.2028]),
    ("cross_entropy", 0.6, 0.9, [0.8176, 0.0792, 0.0371, 0.0241, 0.0178, 0.0141, 0.0116]),
    ("cross_entropy", 2.0, 2.0, [0.9820, 0.0985, 0.0411, 0.0257, 0.0186, 0.0146, 0.0120]),
]
HALF_A_DIGIT = 0.5e-4


@pytest.mark.parametrize("loss, w, b, printed", NIELSEN)
def test_sgd_learns_as_nielsen_printed(loss, w, b, printed):
    activations = []
    for k in UPDATES:
        w_k, b_k, _ = single(loss, np.array([w]), b, np.array([[1.0]]), np.array([0]), 0.15, k, 0)
        activations.append(expit(w_k[0] + b_k))
    assert_allclose(activations, printed, rtol=0, atol=HALF_A_DIGIT)


def test_sgd_many_learns_as_nielsen_printed():
    losses, w, b, printed = zip(*NIELSEN, strict=True)
    runs = sgd_many(losses, np.array(w)[:, np.newaxis], np.array(b), np.array([[1.0]]), np.array([0]), 0.15, 300, 0)
    assert_allclose(expit(runs.w[..., 0] + runs.b)[:, UPDATES], printed, rtol=0, atol=HALF_A_DIGIT)


# sgd_many: run r is sgd with seed r


@settings(reproducible, max_examples=300)
@given(training(starts=(0.1, 1, 30, 800)))
def test_lockstep_is_the_single_runs(case):
    X, y, w, b, eta, seeds, losses, epochs = case
    runs = sgd_many(losses, w, b, X, y, eta, epochs, seeds)
    R, n = w.shape
    assert isinstance(runs, Runs)
    assert runs.w.shape == (R, epochs + 1, n) and runs.b.shape == runs.losses.shape == (R, epochs + 1)
    for r in range(R):
        for k in range(epochs + 1):
            w_k, b_k, losses_k = single(losses[r], w[r], b[r], X, y, eta[r], k, seeds[r])
            assert_allclose(runs.w[r, k], w_k, rtol=1e-12, atol=1e-12)
            assert_allclose(runs.b[r, k], b_k, rtol=1e-12, atol=1e-12)
        assert_allclose(runs.losses[r], losses_k, rtol=1e-12, atol=1e-12)


@reproducible
@given(training())
def test_lockstep_is_the_contract_written_out(case):
    X, y, w, b, eta, seeds, losses, epochs = case
    runs = sgd_many(losses, w, b, X, y, eta, epochs, seeds)
    for r in range(len(w)):
        w_end, b_end, path = written_out(losses[r], w[r], b[r], X, y, eta[r], epochs, seeds[r])
        assert_allclose(runs.w[r, -1], w_end, rtol=1e-12, atol=1e-12)
        assert_allclose(runs.b[r, -1], b_end, rtol=1e-12, atol=1e-12)
        assert_allclose(runs.losses[r], path, rtol=1e-12, atol=1e-12)


@each_loss
@pytest.mark.parametrize("label", [0, 1])
@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("size", [40, 740, 800, 1e5])
def test_saturated_runs_are_silent_and_equal(loss, label, side, size):
    """On the wrong side squared error stays where it is and cross-entropy leaves with full steps."""
    x, y, w = np.array([[1.0], [0.5]]), np.array([label, label]), np.array([side * size])
    runs = sgd_many(loss, w, 0.0, x, y, 0.5, 2, [3, 4])
    for r, seed in enumerate((3, 4)):
        w_end, b_end, losses = single(loss, w, 0.0, x, y, 0.5, 2, seed)
        assert_allclose(runs.w[r, -1], w_end, rtol=1e-12, atol=1e-12)
        assert_allclose(runs.b[r, -1], b_end, rtol=1e-12, atol=1e-12)
        assert_allclose(runs.losses[r], losses, rtol=1e-12, atol=1e-12)
    wrong_side = (side > 0) == (label == 0)
    steps = 4 if wrong_side and loss == "cross_entropy" else 0
    assert_allclose(runs.b[:, -1], -side * 0.5 * steps, atol=1e-7)


@each_loss
def test_beyond_the_largest_float_nothing_warns(loss):
    """A finite start whose z is not: the neuron is saturated, no more."""
    w, x, y = np.array([1e200, 1.0]), np.array([[1e200, 1.0]]), np.array([1])
    w_end, b_end, losses = single(loss, w, 0.0, x, y, 0.1, 2, 0)
    runs = sgd_many(loss, w, 0.0, x, y, 0.1, 2, 0)
    assert_array_equal(w_end, w)
    assert_array_equal(runs.w[0, -1], w)
    assert_array_equal(losses, 0)
    assert_array_equal(runs.losses, 0)


EXPLICIT = {
    "loss": ["cross_entropy"] * 3,
    "w": np.tile(W, (3, 1)),
    "b": np.full(3, B),
    "eta": np.full(3, 0.1),
    "seeds": [4, 4, 4],
}
SHARED = {"loss": ["cross_entropy"], "w": W, "b": B, "eta": 0.1, "seeds": 4}


def many(epochs=3, X=X, y=Y, **changed):
    """`sgd_many` with R = 3 explicit entries in everything, but for what is changed."""
    given = EXPLICIT | changed
    return sgd_many(given["loss"], given["w"], given["b"], X, y, given["eta"], epochs, given["seeds"])


@pytest.mark.parametrize(
    "changed",
    [
        {"loss": "cross_entropy"},
        {"loss": ["cross_entropy"]},
        {"loss": np.array(["cross_entropy"] * 3)},
        {"w": W},
        {"w": W[np.newaxis]},
        {"w": list(W)},
        {"b": B},
        {"b": [B]},
        {"b": np.array(B)},
        {"eta": 0.1},
        {"eta": [0.1]},
        {"seeds": 4},
        {"seeds": [4]},
        {"seeds": np.int64(4)},
        *[SHARED | {name: EXPLICIT[name]} for name in EXPLICIT],
    ],
    ids=lambda changed: " ".join(f"{name}={np.shape(value)}" for name, value in changed.items()),
)
def test_single_values_are_shared_by_all_the_runs(changed):
    for one, two in zip(many(**changed), many(), strict=True):
        assert_array_equal(one, two)


def test_one_run_is_a_row_of_its_own():
    runs = sgd_many("squared_error", W, B, X, Y, 0.1, 2, 9)
    assert runs.w.shape == (1, 3, 2) and runs.b.shape == runs.losses.shape == (1, 3)


def test_a_run_does_not_feel_the_others():
    args = {"loss": ["cross_entropy", "squared_error", "cross_entropy"], "eta": [0.1, 0.5, 0.9], "seeds": [1, 2, 3]}
    together = many(**args)
    for order in ([2, 0, 1], [1, 1, 0], [2, 2, 2]):
        apart = many(**{name: [values[r] for r in order] for name, values in args.items()})
        for one, two in zip(apart, together, strict=True):
            assert_allclose(one, two[order], rtol=1e-14)


def test_lockstep_is_determined_by_the_seeds():
    seeds = [1, 2, 3]
    for one, two in zip(many(seeds=seeds), many(seeds=seeds), strict=True):
        assert_array_equal(one, two)
    b = many(seeds=seeds).b[:, -1]
    assert len(set(b)) == 3


def test_seeds_of_any_kind_of_integer():
    for one, two in zip(many(seeds=range(3)), many(seeds=np.arange(3, dtype=np.uint8)), strict=True):
        assert_array_equal(one, two)
    big = 2**63 - 1
    assert_allclose(many(seeds=[big] * 3).b[0, -1], single("cross_entropy", W, B, X, Y, 0.1, 3, big)[1], rtol=1e-12)


# The contract


def frozen(*values):
    """Read-only copies, so that writing to one raises."""
    copies = [np.array(value) for value in values]
    for copy in copies:
        copy.setflags(write=False)
    return copies


@each_loss
@pytest.mark.parametrize("epochs", [0, 2])
def test_sgd_leaves_its_arguments_alone(loss, epochs):
    w, b, x, y = arguments = frozen(W, B, X, Y)
    w_end, _, _ = single(loss, w, b, x, y, 0.1, epochs, 0)
    for value, original in zip(arguments, (W, B, X, Y), strict=True):
        assert_array_equal(value, original)
        assert not np.shares_memory(w_end, value)


@each_loss
def test_step_leaves_its_arguments_alone(loss):
    w, b, x, y = arguments = frozen(W, B, X[0], Y[0])
    w_end, _ = sgd_step(w, b, x, y, GRADIENT[loss], 0.1)
    for value, original in zip(arguments, (W, B, X[0], Y[0]), strict=True):
        assert_array_equal(value, original)
        assert not np.shares_memory(w_end, value)


@pytest.mark.parametrize("epochs", [0, 2])
def test_sgd_many_leaves_its_arguments_alone(epochs):
    starts = np.tile(W, (2, 1))
    originals = [np.array(["squared_error", "cross_entropy"]), starts, [B, B], X, Y.astype(float), [0.1, 0.2], [5, 6]]
    arguments = frozen(*originals)
    loss, w, b, x, y, eta, seeds = arguments
    runs = sgd_many(loss, w, b, x, y, eta, epochs, seeds)
    for value, original in zip(arguments, originals, strict=True):
        assert_array_equal(value, original)
        assert not any(np.shares_memory(part, value) for part in runs)


# Bad input: a ValueError that names the argument, what came and what was wanted

nan = np.nan
OF_TRAINING = [  # what is changed, and what the message of sgd and of sgd_many must say
    ({"eta": 0}, ["eta", "positive", "0"]),
    ({"eta": -0.1}, ["eta", "positive", "-0.1"]),
    ({"eta": np.inf}, ["eta", "finite", "inf"]),
    ({"eta": nan}, ["eta", "nan"]),
    ({"eta": 0, "epochs": 0}, ["eta", "positive"]),
    ({"epochs": -1}, ["epochs", "0 or more", "-1"]),
    ({"epochs": 1.5}, ["epochs", "whole number", "1.5"]),
    ({"epochs": True}, ["epochs", "whole number", "True"]),
    ({"epochs": None}, ["epochs", "whole number", "None"]),
    ({"X": X[:0], "y": Y[:0]}, ["X", "(0, 2)", "at least one row"]),
    ({"X": X[0]}, ["X", "(2,)", "(m, n)"]),
    ({"X": X * nan}, ["X", "(5, 2)", "nan"]),
    ({"X": X[:3]}, ["y", "(5,)", "(3,)"]),
    ({"y": Y[:, np.newaxis]}, ["y", "(5, 1)", "(5,)"]),
    ({"y": 1}, ["y", "()", "(5,)"]),
    ({"y": Y + 1}, ["y", "0 and 1", "got 2"]),
    ({"y": 2 * Y - 1}, ["y", "0 and 1", "got -1"]),
    ({"y": Y * nan}, ["y", "nan"]),
    ({"w": np.ones(3)}, ["w", "(3,)"]),
    ({"w": np.array([1, nan])}, ["w", "nan"]),
    ({"w": 1.0}, ["w", "()"]),
    ({"b": nan}, ["b", "nan"]),
    ({"b": "1"}, ["b", "real numbers", "str"]),
]
OF_ONE_RUN = [
    ({"w": np.ones((1, 2))}, ["w", "(1, 2)", "(n,)"]),
    ({"b": np.ones(1)}, ["b", "(1,)", "scalar"]),
    ({"eta": np.array([0.1, 0.2])}, ["eta", "(2,)", "scalar"]),
]
OF_MANY_RUNS = [
    ({"w": np.ones((2, 2))}, ["w", "(2, 2)", "R"]),
    ({"b": np.ones(2)}, ["b", "(2,)", "R"]),
    ({"eta": np.ones(4)}, ["eta", "(4,)", "R"]),
    ({"loss": ["cross_entropy"] * 2}, ["loss", "(2,)", "R"]),
    ({"seeds": [1, 2]}, ["seeds", "(2,)", "R"]),
    ({"seeds": [[1, 2, 3]]}, ["seeds", "(1, 3)", "R"]),
    ({"w": np.ones((1, 3, 2))}, ["w", "(1, 3, 2)", "(2,)"]),
    ({"loss": "hinge"}, ["loss", "'squared_error' or 'cross_entropy'", "hinge"]),
    ({"loss": ["squared_error", "cross_entropy", "log_loss"]}, ["loss", "log_loss"]),
    ({"loss": neuron.cross_entropy_loss}, ["loss", "'squared_error' or 'cross_entropy'"]),
    ({"eta": [0.1, 0, 0.1]}, ["eta", "positive"]),
    ({"b": [1, nan, 1]}, ["b", "nan"]),
    ({"seeds": -1}, ["seeds", "-1"]),
    ({"seeds": [1, 2, -3]}, ["seeds", "-3"]),
    ({"seeds": 1.5}, ["seeds", "1.5"]),
    ({"seeds": None}, ["seeds", "None"]),  # would draw fresh entropy: no run could be repeated
    ({"w": W, "b": B, "eta": 0.1, "loss": "cross_entropy", "seeds": []}, ["seeds", "(0,)"]),
    ({"w": np.ones((0, 2)), "b": B, "eta": 0.1, "loss": "cross_entropy", "seeds": 1}, ["w", "(0, 2)"]),
]
described = {"ids": lambda value: " ".join(map(str, value)) if isinstance(value, list) else ""}


def assert_refused(fragments, call, *args, **kwargs):
    """ValueError with every fragment in its message; a name must stand as a word of its own."""
    with pytest.raises(ValueError) as error:
        call(*args, **kwargs)
    message = str(error.value)
    for fragment in fragments:
        pattern = rf"\b{fragment}\b" if fragment.isidentifier() else re.escape(fragment)
        assert re.search(pattern, message), f"{fragment} is not in: {message}"


@pytest.mark.parametrize("changed, fragments", OF_TRAINING + OF_ONE_RUN, **described)
def test_sgd_names_bad_input(changed, fragments):
    arguments = {"w": W, "b": B, "X": X, "y": Y, "eta": 0.1, "epochs": 2} | changed
    gradient = neuron.gradient_cross_entropy
    assert_refused(fragments, sgd, neuron.cross_entropy_loss, gradient, **arguments, rng=rng())


@pytest.mark.parametrize("changed, fragments", OF_TRAINING + OF_MANY_RUNS, **described)
def test_sgd_many_names_bad_input(changed, fragments):
    assert_refused(fragments, many, **changed)


@pytest.mark.parametrize(
    "changed, fragments",
    [
        ({"eta": 0}, ["eta", "positive", "0"]),
        ({"eta": -1}, ["eta", "positive", "-1"]),
        ({"eta": nan}, ["eta", "nan"]),
        ({"eta": np.array([0.1, 0.2])}, ["eta", "(2,)", "scalar"]),
        ({"w": np.ones((2, 1))}, ["w", "(2, 1)", "(n,)"]),
        ({"w": np.array([nan, 1])}, ["w", "nan"]),
        ({"b": np.ones(2)}, ["b", "(2,)", "scalar"]),
        ({"x": np.ones(3)}, ["x", "(3,)", "(2,)"]),
        ({"y": 2}, ["y", "0 and 1", "got 2"]),
    ],
    **described,
)
def test_step_names_bad_input(changed, fragments):
    arguments = {"w": W, "b": B, "x": X[0], "y": 1, "gradient": neuron.gradient_cross_entropy, "eta": 0.1} | changed
    assert_refused(fragments, sgd_step, **arguments)


@pytest.mark.parametrize(
    "losses, target, fragments",
    [
        (np.ones((2, 2)), 1, ["losses", "(2, 2)", "(epochs + 1,)"]),
        (1.0, 1, ["losses", "()", "(epochs + 1,)"]),
        ([1, nan], 1, ["losses", "(2,)", "nan"]),
        ([2, 1], nan, ["target", "nan"]),
        ([2, 1], [1, 1], ["target", "(2,)", "scalar"]),
        ([3, 2, 1], [2, 1], ["target", "(2,)", "scalar"]),
        ([2, 1], "1", ["target", "real numbers", "str"]),
    ],
    **described,
)
def test_epochs_to_reach_names_bad_input(losses, target, fragments):
    assert_refused(fragments, epochs_to_reach, losses, target)
