"""A guess beside the truth: asked for once, never in the way, and the truth is true."""

import re

import numpy as np
import pytest

from lib import data, neuron, reveal, sgd_many, stuck_bias
from lib.guesses import TRUTHS
from tools.made_up_course import ASSIGNMENTS, COURSE, read


def said(capsys, *arguments):
    reveal(*arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize("topic, empty", [("ratio", ...), ("race", (..., ...))])
def test_an_empty_guess_is_asked_for_once(capsys, monkeypatch, topic, empty):
    monkeypatch.setattr("lib.guesses._asked", set())
    first, second = (said(capsys, topic, empty) for _ in range(2))
    assert "No guess yet" in first and "It was" not in first
    assert "No guess" not in second and "It was" in second


@pytest.mark.parametrize(
    "guess, words", [("easy", "easy"), (100, "100"), (("hard", ...), "hard, (empty)"), ([1], "[1]")]
)
def test_a_guess_stands_beside_the_truth_without_a_verdict(capsys, guess, words):
    assert said(capsys, "race", guess).splitlines() == [f"You guessed:  {words}", "It was:       easy, 36"]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_guess_is_made_before_it_is_revealed(assignment):
    """At least two a notebook; nothing is filled in, and the cells agree on the names."""
    cells = read(COURSE / "release", assignment).cells
    places = {cell.id: i for i, cell in enumerate(cells)}
    topics = [cell.id.removeprefix("guess-") for cell in cells if cell.id.startswith("guess-")]
    assert len(topics) >= 2 and set(topics) <= TRUTHS.keys()
    for topic in topics:
        name = f"guess_{topic.replace('-', '_')}"
        source = cells[places[f"guess-{topic}"]].source
        assert re.fullmatch(rf"{name} = \.\.\.(, \.\.\.)*  # .+", source), source
        assert cells[places[f"reveal-{topic}"]].source == f'reveal("{topic}", {name})'
        assert places[f"guess-{topic}"] < places[f"reveal-{topic}"]


def updates_below_half(loss, w, b, eta):
    run = sgd_many(loss, [w], b, [[1.0]], [0], eta, 300, 0)
    return int(np.argmax(neuron.sigmoid(run.w[..., 0] + run.b).ravel() < 0.5))


def test_the_races_end_as_the_text_says():
    easy, hard = (updates_below_half("squared_error", *start, 0.15) for start in ((0.6, 0.9), (2.0, 2.0)))
    assert TRUTHS["race"] == ("easy", easy) and (easy, hard) == (36, 232)
    crossed = updates_below_half("cross_entropy", 2.0, 2.0, 0.15)
    assert TRUTHS["hard-start"] == crossed
    longer = updates_below_half("squared_error", 2.0, 2.0, 0.15 / neuron.sigmoid_prime(0.0))
    assert TRUTHS["catch-up"] == ("no", longer) and longer > crossed


def test_the_other_truths_are_true():
    hard = np.array([2.0]), 2.0, np.array([1.0]), 0
    _, y = data.penguins()
    a = np.array([0.999, 0.99])
    found = {
        "slope": (0, neuron.sigmoid_prime(0.0)),
        "saturation": neuron.saturation_point(0.02),
        "certain": (neuron.squared_error(a[0], 0), neuron.cross_entropy(a[0], 0)),
        "slopes": (neuron.squared_error_prime(a[1], 0), neuron.cross_entropy_prime(a[1], 0)),
        "gradient": ("smaller", neuron.gradient_squared_error(*hard)[1]),
        "ratio": neuron.gradient_cross_entropy(*hard)[1] / neuron.gradient_squared_error(*hard)[1],
        "stuck": stuck_bias(0.2, 30 * len(y), 0.1),
    }
    for topic, truth in found.items():
        both = [value if isinstance(value, tuple) else (value,) for value in (TRUTHS[topic], truth)]
        for stated, right in zip(*both, strict=True):
            assert stated == right or stated == pytest.approx(right, rel=3e-3), topic
    assert neuron.sigmoid(36.6) < 1 == neuron.sigmoid(36.8)
