"""200 runs of stochastic gradient descent on the penguins: in lockstep, by scikit-learn, and one by one.

    python -m pytest benchmarks

Nothing is asserted about time. The last lines printed are the comparison.

The ratio belongs to short training: at 50 epochs over half of scikit-learn's time is what a fit costs before its
first epoch. At 200 epochs scikit-learn was twice as fast as the lockstep.
"""

import numpy as np
import pytest
from sklearn.linear_model import SGDClassifier

from lib import data, neuron
from lib.lockstep import sgd_many
from lib.sgd import sgd

SEEDS, EPOCHS, ETA = range(200), 50, 0.01
ONE_BY_ONE = 2  # runs of `sgd` that are timed; the table scales them to all the seeds
X, Y = data.penguins()
START = np.zeros(2), 0.0

pytestmark = pytest.mark.benchmark(group=f"{len(SEEDS)} runs of {EPOCHS} epochs on {len(X)} penguins")


def lockstep():
    """Final (w, b) of all the runs."""
    runs = sgd_many("cross_entropy", *START, X, Y, ETA, EPOCHS, SEEDS)
    return runs.w[:, -1], runs.b[:, -1]


def scikit_learn():
    fits = [
        SGDClassifier(
            loss="log_loss",
            penalty=None,
            learning_rate="constant",
            eta0=ETA,
            max_iter=EPOCHS,
            tol=None,
            random_state=seed,
        ).fit(X, Y)
        for seed in SEEDS
    ]
    return np.array([fit.coef_[0] for fit in fits]), np.array([fit.intercept_[0] for fit in fits])


def one_by_one():
    loss, gradient = neuron.cross_entropy_loss, neuron.gradient_cross_entropy
    runs = [sgd(loss, gradient, *START, X, Y, ETA, EPOCHS, np.random.default_rng(s)) for s in SEEDS[:ONE_BY_ONE]]
    return np.array([w for w, _, _ in runs]), np.array([b for _, b, _ in runs])


class Comparison:
    """Collects the medians and prints them under pytest's own tables."""

    def __init__(self):
        self.seconds = {}  # of all the runs, by name

    def add(self, name, benchmark, scale=1):
        if benchmark.stats:  # None under --benchmark-disable
            self.seconds[name] = benchmark.stats.stats.median * scale

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter):
        updates = len(SEEDS) * EPOCHS * len(X)
        terminalreporter.write_line("")
        for name, seconds in self.seconds.items():
            terminalreporter.write_line(
                f"{name:<14} {seconds:9.3f} s for {len(SEEDS)} runs {updates / seconds:14,.0f} updates/s"
            )
        if {"sgd_many", "scikit-learn"} <= self.seconds.keys():
            ratio = self.seconds["scikit-learn"] / self.seconds["sgd_many"]
            terminalreporter.write_line(f"lockstep SGD: {ratio:.1f} times the throughput of scikit-learn")


@pytest.fixture(scope="module")
def comparison(pytestconfig):
    comparison = Comparison()
    pytestconfig.pluginmanager.register(comparison)
    return comparison


def test_all_do_the_same_work():
    """The same mean loss at the end: the orders of the rows differ, the numbers of updates do not."""

    def mean_losses(w, b):
        return np.array([np.mean(neuron.cross_entropy_loss(w_r, b_r, X, Y)) for w_r, b_r in zip(w, b, strict=True)])

    ours, theirs, single = (mean_losses(*train()) for train in (lockstep, scikit_learn, one_by_one))
    assert len(ours) == len(theirs) == len(SEEDS)
    np.testing.assert_allclose(ours, theirs.mean(), rtol=1e-3)  # one epoch more or less: 7e-3
    np.testing.assert_allclose(theirs, theirs.mean(), rtol=1e-3)
    np.testing.assert_allclose(single, ours[:ONE_BY_ONE], rtol=1e-12)


def test_sgd_many(benchmark, comparison):
    benchmark.pedantic(lockstep, rounds=9, warmup_rounds=1)
    comparison.add("sgd_many", benchmark)


def test_scikit_learn(benchmark, comparison):
    benchmark.pedantic(scikit_learn, rounds=9, warmup_rounds=1)
    comparison.add("scikit-learn", benchmark)


@pytest.mark.benchmark(group=f"{ONE_BY_ONE} runs of sgd, one by one")
def test_sgd_one_by_one(benchmark, comparison):
    benchmark.pedantic(one_by_one, rounds=3)
    comparison.add("sgd, scaled", benchmark, scale=len(SEEDS) / ONE_BY_ONE)
