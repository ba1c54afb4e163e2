"""What check() says: each kind of fault in words, on one screen, and in hidden tests nothing but the kind."""

import contextlib
import io
import re
import textwrap

import pytest

from answer_table import Answer, answers, run
from lib import check
from lib.checking.check import WrongAnswer
from lib.checking.exercises import EXERCISES
from lib.checking.gather import gather
from lib.checking.judge import judge


def namespace(exercise, source):
    return run(Answer(exercise, False, "a test's own", "", textwrap.dedent(source)))


def says(exercise, source, *aspect, hidden=False):
    """The message of check(), with line breaks folded."""
    found = namespace(exercise, source)
    exec(f"from lib import check\ndef ask(*args, **kw):\n    check({exercise}, *args, **kw)", found)
    with pytest.raises(WrongAnswer) as error:
        found["ask"](*aspect, **({"seed": 99} if hidden else {}))
    return " ".join(str(error.value).split())


IN_PLACE = """
def sgd_step(w, b, x, y, gradient, eta):
    dw, db = gradient(w, b, x, y)
    w[:] = w - eta * dw
    return w, b - eta * db
"""
ONE_OF_TWO = "def gradient_squared_error(w, b, x, y):\n    return x"
KINDS = {
    "not attempted": ("predict", "def predict(a):\n    raise NotImplementedError()", "not attempted yet"),
    "exception": ("predict", "def predict(a):\n    q = a.nothing\n    return q", "AttributeError"),
    "type": ("gradient_squared_error", ONE_OF_TWO, "expected the pair (dL/dw, dL/db)"),
    "shape": ("squared_error", "def squared_error(a, y):\n    return np.ones((7, 7))", "wrong shape (7, 7)"),
    "nan": ("squared_error", "def squared_error(a, y):\n    return (a - y) ** 2 * np.nan", "nan"),
    "warning": ("sigmoid", "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))", "overflow encountered in exp"),
    "changed": ("sgd_step", IN_PLACE, "changes its input w in place"),
    "global": ("pre_activation", "c = 1\ndef pre_activation(w, x, b):\n    return x @ w + c", "notebook variable (c)"),
    "value": ("predict", "def predict(a):\n    return np.where(np.asarray(a) > 0.5, 1, 0)", ">="),
    "delegated": ("predict", "import lib\ndef predict(a):\n    return lib.predict(a)", "the course's own reference"),
}


RAISES = {
    "above": (
        "squared_error",
        "def squared_error(a, y):\n    raise NotImplementedError()\n    return (a - y) ** 2",
        "still there",
    ),
    "below": (
        "epochs_to_reach",
        "def epochs_to_reach(losses, target):\n    for k, loss in enumerate(losses):\n        if loss <= target:\n"
        "            return k\n    raise NotImplementedError()",
        "for some inputs",
    ),
    "alone": (
        "squared_error",
        'def squared_error(a, y):\n    """Text."""\n    raise NotImplementedError()',
        "not attempted yet",
    ),
}


@pytest.mark.parametrize("where", RAISES)
def test_a_raise_that_is_left_over_is_no_untouched_answer(where):
    exercise, source, words = RAISES[where]
    assert words in says(exercise, source)


LINES = """
    def cancellation_lines(a, a_prime, x, y):
        slope = -y / a + (1 - y) / (1 - a)
        line_23 = slope * a_prime * x
        line_24 = {}
        line_25 = (-y * (1 - a) + (1 - y) * a) * x
        line_26 = {}
        return line_23, line_24, line_25, line_26
"""
NOTICES = [
    ("slope * a * (1 - a) * x", "(a - y) * x", "gone from the last"),
    ("slope * a * (1 - a) * x", "slope * a_prime * x", "still has a_prime"),
    ("line_23", "(a - y) * x", "two of your lines are the same"),
]


@pytest.mark.parametrize(("line_24", "line_26", "notice"), NOTICES)
def test_the_notice_of_a_derivation_says_nothing_that_its_lines_do_not_show(line_24, line_26, notice, capsys):
    found = namespace("cancellation_lines", LINES.format(line_24, line_26))
    exec("from lib import check\ncheck(cancellation_lines)", found)
    assert notice in " ".join(capsys.readouterr().out.split())


def test_the_first_wrong_line_is_shown_where_it_is_wrong():
    wrong = "-y / a + (1 - y) / (1 - a) * a * (1 - a) * x"
    message = says("cancellation_lines", LINES.format(wrong, "a - y * x"))
    assert "line (24) is wrong" in message and "parentheses" in message
    returned, expected = (re.search(rf"{row} line \(24\) +(\S+)", message)[1] for row in ("returned", "expected"))
    assert float(returned) != pytest.approx(float(expected))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_fault_has_its_words(kind):
    exercise, source, words = KINDS[kind]
    assert words in says(exercise, source)


def test_a_wrong_number_never_looks_like_the_right_one():
    source = """
        def cross_entropy_from_z(z, y):
            s = np.where(y == 1, -z, z)
            return np.maximum(s, 0) + np.log(1 + np.exp(-abs(s)))
    """
    returned, expected = re.search(r"returned (\S+) expected (\S+)", says("cross_entropy_from_z", source)).groups()
    assert returned != expected and float(returned) == pytest.approx(float(expected), rel=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_verdicts_say_the_kind(kind):
    exercise, source, _ = KINDS[kind]
    found = namespace(exercise, source)
    record = gather(exercise, found[exercise], found, list(EXERCISES[exercise].aspects), 1)
    assert judge(record).kind == kind


def test_an_exception_shows_the_students_line_and_the_input():
    message = says("predict", "def predict(a):\n    q = a.nothing\n    return q")
    assert "q = a.nothing" in message and re.search(r"\ba +[\[0-9]", message)


def test_an_array_without_axes_does_not_look_like_a_number():
    said = says(
        "predict",
        "def predict(a):\n    if isinstance(a, np.ndarray):\n        return np.array([int(a_i >= 0.5) for a_i in a])\n"
        "    return int(a >= 0.5)",
    )
    assert re.search(r" a array\(0\.\d+\)", said)


ROUNDED = "def pre_activation(w, x, b):\n    return np.round(x @ w + b, 8)"
DIFFERENCE = "def squared_error_prime(a, y):\n    return np.round(np.subtract(a, y), 8)"
GRADIENT = """
def gradient_cross_entropy(w, b, x, y):
    d = round(sigmoid(pre_activation(w, x, b)) - y, 8)
    return d * x, d
"""
BEYOND_30 = """
def cross_entropy_from_z(z, y):
    s = np.where(np.equal(y, 1), -1, 1) * z
    return np.where(np.abs(z) < 30, np.log1p(np.exp(-np.abs(s))) + np.maximum(s, 0), s)[()]
"""
ROOT = """
def stuck_bias(eta, steps, most):
    a = (1 + np.sqrt(1 - 4 * most / eta * steps)) / 2
    return np.log(a / (1 - a))
"""
FALSE = {  # exercise, answer, aspects, what would be false
    "rounded": ("pre_activation", ROUNDED, ["example"], "mind the signs"),
    "rounded difference": ("squared_error_prime", DIFFERENCE, [], "mind the signs"),
    "rounded gradient": ("gradient_cross_entropy", GRADIENT, ["value"], "1 times the expected one"),
    "rounded, saturated": ("gradient_cross_entropy", GRADIENT, ["saturated"], "1 times the expected one"),
    "large, not tiny": ("cross_entropy_from_z", BEYOND_30, ["stable"], "A tiny loss loses its digits"),
    "a root that is right": ("stuck_bias", ROOT, [], "the formula has none"),
}


@pytest.mark.parametrize("case", FALSE)
def test_nothing_false_is_said(case):
    exercise, source, aspects, false = FALSE[case]
    assert false not in says(exercise, source, *aspects)


def test_wrong_values_stand_beside_the_right_ones():
    source = "def gradient_cross_entropy(w, b, x, y):\n    return 0.1 * x, 0.1"
    message = says("gradient_cross_entropy", source, "value")
    for row in ("returned", "expected"):
        assert f"{row} dL/dw" in message and f"{row} dL/db" in message


def test_a_right_answer_gets_a_line_that_promises_no_more_than_it_knows(capsys):
    found = namespace("predict", "def predict(a):\n    return (np.asarray(a) >= 0.5).astype(int)")
    exec("from lib import check\ncheck(predict)\ncheck(predict, seed=7)", found)
    visible, hidden = capsys.readouterr().out.rstrip("\n").rsplit("\n", 1)
    assert re.match(r"predict: right on all \d+ visible inputs", visible) and "Notice: " in visible
    assert "all tests" not in visible and re.fullmatch(r"predict: .*hidden tests.*", hidden)


def test_an_unknown_aspect_is_named():
    assert "no aspect 'far'. It has: formula, stable" in says("sigmoid", "def sigmoid(z): ...", "far")


def test_hidden_tests_reveal_nothing_but_the_kind_and_the_known_mistake():
    """No input and no value of the hidden cases, no source and no text of the student's appears in any message."""
    for answer in answers():
        if answer.right:
            continue
        found = run(answer)
        record = gather(answer.exercise, found[answer.exercise], found, list(EXERCISES[answer.exercise].aspects), 77)
        message = judge(record, hidden=True).message
        assert not re.search(r"\d\.\d{4}|returned  |expected  |numerical |printed  ", message), (str(answer), message)
        assert len(message.splitlines()) <= 8, (str(answer), message)
        for line in answer.source.splitlines():
            code = line.strip()
            assert len(code) < 25 or code not in message, (str(answer), message)


def test_hidden_messages_hide_the_students_own_error_text():
    source = "def predict(a):\n    raise ValueError(f'secret {a}')"
    assert "secret" in says("predict", source) and "secret" not in says("predict", source, hidden=True)


def test_the_traceback_is_the_message():
    found = namespace("predict", "def predict(a):\n    return 2")
    with pytest.raises(WrongAnswer) as error, contextlib.redirect_stdout(io.StringIO()):
        check(found["predict"], seed=7)
    shown = "\n".join(error.value._render_traceback_())
    assert shown == str(error.value) and "seed" not in shown
