"""The table of mistakes: each entry, run as an answer, is caught and earns its own hint."""
# ruff: noqa: E501

import linecache
import math
import re
import warnings

import numpy as np
import pytest

import lib.checking.gather
import lib.checking.judge
from answer_table import answers, run
from lib import neuron
from lib.checking.exercises import EXERCISES
from lib.checking.gather import LIB, encode, gather
from lib.checking.judge import judge
from lib.checking.mistakes import FALLBACK_HINTS, MISTAKES, PIECES, SYMPTOMS, slips
from lib.checking.mistakes.patterns import CASES, LOOK_AT, PLACES

ENTRIES = [(name, i, mistake) for name, mistakes in MISTAKES.items() for i, mistake in enumerate(mistakes)]


def verdict(name, answer, namespace=None):
    """What the aspects of a check say to ``answer``, visibly, up to the first that is wrong."""
    for aspect in EXERCISES[name].aspects:
        found = judge(gather(name, answer, namespace or {}, [aspect], seed=1))
        if not found.right:
            break
    return found


@pytest.fixture(autouse=True)
def entries_are_no_delegation(monkeypatch):
    """The entries stand in `lib`, which an answer may not call."""
    monkeypatch.setattr(lib.checking.gather, "LIB", "/nowhere/")


def unwrapped(text):
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(("name", "i", "mistake"), ENTRIES, ids=[f"{name}-{i}" for name, i, _ in ENTRIES])
def test_every_entry_is_caught_and_named(name, i, mistake):
    """By its own hint, or by that of a pattern which is tried before it."""
    found = verdict(name, lambda *arguments: mistake.wrong(*arguments))
    assert not found.right, f"{mistake.hint}: judged right"
    assert found.named, mistake.hint
    assert all(len(line) <= 78 for line in found.message.splitlines())


@pytest.mark.parametrize("name", EXERCISES)
def test_references_are_no_mistake(name):
    reference = EXERCISES[name].reference
    assert verdict(name, lambda *arguments: reference(*arguments)).right


@pytest.mark.parametrize("name", PIECES)
def test_slips_are_caught_where_they_differ(name):
    """A sample of the generated entries: what is judged wrong is named, whatever the hint."""
    sample = list(slips(name))[::301]
    assert sample
    for mistake in sample:
        found = verdict(name, lambda *arguments, wrong=mistake.wrong: wrong(*arguments))
        assert found.right or found.named, mistake.hint


@pytest.mark.parametrize("name", PIECES)
@np.errstate(all="ignore")  # of wrong formulas
def test_a_glance_refutes_nothing_that_agrees(name):
    """Comparing the first and last number of one call never excludes a formula that the full comparison accepts."""
    aspect, seed, judge_of = list(EXERCISES[name].aspects)[0], 1, lib.checking.judge
    sample = [*MISTAKES.get(name, ())[::7], *list(slips(name))[::401]][:30]
    agreeing = refuted = 0
    for i in range(0, len(judge_of._cases(name, aspect, seed)), 3):
        want = judge_of._expected(name, aspect, seed)[i][1]
        made = [judge_of._of_mistake(name, aspect, seed, mistake, i) for mistake in sample]
        for how, value in made:
            if how == "raised":
                continue
            coded, counts = encode(value), judge_of._counts(name, aspect)
            returned = judge_of._returned_numbers(coded, want, counts)
            for mistake, (how_other, other) in zip(sample, made):
                if how_other == "raised":
                    continue
                may = judge_of._may_agree(returned, judge_of._glance(name, aspect, seed, mistake, i))
                agrees = judge_of._compare(coded, other, want, counts) is not None
                assert may or not agrees, mistake.hint
                agreeing, refuted = agreeing + agrees, refuted + (not may)
    assert agreeing and refuted


# (exercise, its arguments, what it returns, whether every result is one number)
CONSTANTS = [
    ("sigmoid", "z", "0 * z + 0.5", False),  # nan at infinity
    ("sigmoid", "z", "np.exp(z) / np.exp(1 + z)", False),  # nan for large |z|
    ("cross_entropy", "a, y", "0 * np.log(a)", False),  # nan at a = 0
    ("sigmoid", "z", "np.full(np.shape(z), 0.5)[()]", True),
    ("saturation_point", "eps", "1.0", True),
    ("gradient_cross_entropy", "w, b, x, y", "(0.0 * w, 0.0)", True),
]


@pytest.mark.parametrize(("name", "arguments", "returned", "always"), CONSTANTS, ids=[c[2] for c in CONSTANTS])
def test_always_is_said_only_where_every_result_is_the_constant(name, arguments, returned, always):
    answer = snippet(arguments, returned)
    record = gather(name, answer, {}, list(EXERCISES[name].aspects), seed=1)
    named = judge(record).named
    assert ("always" in named) == always and named, named
    for aspect in EXERCISES[name].aspects:
        found = judge(gather(name, answer, {}, [aspect], seed=1))
        if found.kind == "nan":
            assert "always" not in found.named, found.message


# (exercise, its arguments, what it returns, what is said of it)
REBUILT = [
    ("batch_gradient", "gradient, w, b, X, y", "tuple(np.max(list(p), 0) for p in rows(gradient, w, b, X, y))", "the largest over the rows"),
    ("batch_gradient", "gradient, w, b, X, y", "tuple(np.sqrt(np.mean(np.square(list(p)), 0)) for p in rows(gradient, w, b, X, y))", "root of the mean square"),
    ("batch_gradient", "gradient, w, b, X, y", "tuple(np.mean(list(p), 0) for p in rows(lambda w, b, x, y: gradient(x, b, w, y), w, b, X, y))", "in the order (x, b, w, y)"),
    ("numerical_gradient", "loss, w, b, h=1e-5", "(np.array([(loss(w + h * s, b) - loss(w, b)) / 2 for s in np.eye(len(w))]), (loss(w, b + h) - loss(w, b)) / 2)", "(f(w + h) - f(w))/2"),
    ("numerical_gradient", "loss, w, b, h=1e-5", "(np.array([loss(w - h * s, b) for s in np.eye(len(w))]), loss(w, b - h))", "dL/dw is f(w - h)"),
    ("sgd_step", "w, b, x, y, gradient, eta", "(w - eta * gradient(x, b, w, y)[0], b - eta * gradient(x, b, w, y)[1])", "in the order (x, b, w, y)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "arguments", "returned", "said"), REBUILT, ids=[r[3] for r in REBUILT])
def test_what_a_result_is_made_of(name, arguments, returned, said, monkeypatch):
    monkeypatch.setattr(lib.checking.judge, "_mistakes", lambda name: ([], []))  # without the table
    named = unwrapped(verdict(name, snippet(arguments, returned)).named)
    assert said in named, named


def hints():
    yield from (mistake.hint for _, _, mistake in ENTRIES)
    yield from (mistake.hint for name in PIECES for mistake in slips(name))
    yield from (symptom.hint for symptom in SYMPTOMS)


def test_hints_are_short_sentences():
    for hint in set(hints()):
        assert hint and not hint.endswith((".", " ")), hint
        assert "  " not in hint and "\n" not in hint, hint
        assert len(hint) <= 260, hint
        assert all(len(code) <= 40 for code in re.findall(r"`([^`]*)`", hint)), hint


def test_exercises_and_equations_exist():
    assert set(MISTAKES) <= set(EXERCISES)
    titles = {f"{name} ({aspect})" for name, exercise in EXERCISES.items() for aspect in exercise.aspects}
    for symptom in SYMPTOMS:
        assert set(symptom.exercises) <= set(EXERCISES) | titles, symptom
    for exercises, *_ in (*CASES, *PLACES):
        assert set(exercises) <= set(EXERCISES)
    assert all(part in EXERCISES[name].results for name, part in LOOK_AT)
    assert set(FALLBACK_HINTS) <= set(EXERCISES)
    for name in {*MISTAKES, *PIECES}:
        for mistake in (*MISTAKES.get(name, ()), *slips(name)):
            assert re.fullmatch(r"-|\d+(, \d+| and \d+| to \d+)*", mistake.equation), mistake


# ---------------------------------------------------------------- symptoms

# An answer for each symptom that no wrong answer of the table shows: (exercise, its arguments and what it returns).
SNIPPETS = [
    ("saturation_point", "eps", "fail(KeyError) if not 0 < eps <= 0.25 else neuron.saturation_point(eps)"),
    ("saturation_point", "eps", "math.log(0) if eps == 0.25 else neuron.saturation_point(eps)"),
    ("saturation_point", "eps", "neuron.saturation_point(eps) + 0 * np.log(1 / np.sqrt(1 - 4 * np.float64(eps)))"),
    ("cross_entropy_prime", "a, y", "-a / y + (1 - a) / (1 - y)"),
    ("batch_gradient", "gradient, w, b, X, y", "tuple(np.sum(p, 0) / (len(X) - 1) if len(X) == 1 else np.mean(p, 0) for p in rows(gradient, w, b, X, y))"),
    ("cross_entropy_from_z", "z, y", "neuron.cross_entropy_from_z(z, y) + 0 * sum(map(math.log, np.ravel(neuron.sigmoid(-np.abs(z)))))"),
    ("chain_factors", "L, w, b, x, y", "(neuron.chain_factors(L, w, b, x, y), neuron.cross_entropy_prime(neuron.sigmoid(w @ x + b), y))[0]"),
    ("gradient_cross_entropy", "w, b, x, y", "fail(ValueError, 'a must satisfy 0 < a < 1')"),
    ("chain_factors", "L, w, b, x, y", "(L(0.5, y / 2), 1, x, 1)"),
    ("chain_factors", "L, w, b, x, y", "(L(2 + y, y), 1, x, 1)"),
    ("gradient_squared_error", "w, b, x, y", "neuron.squared_error_prime(9, y)"),
    ("gradient_squared_error", "w, b, x, y", "neuron.pre_activation(b, x, w)"),
    ("gradient_squared_error", "w, b, x, y", "neuron.pre_activation(w, np.append(x, 1), b)"),
    ("sgd", "loss, gradient, w, b, X, y, eta, epochs, rng", "reference(loss, gradient, w, b, X, y, eta, epochs / 2, rng)"),
    ("gradient_squared_error", "w, b, x, y", "neuron.sigmoid(np.nan)"),
    ("cross_entropy", "a, y", "np.where(a == 0, np.multiply(0.0, np.inf), neuron.cross_entropy(a, y))[()]"),
    ("sigmoid", "z", "neuron.sigmoid(z) + 0 * np.isnan(np.float64(0) * np.inf)"),
    ("sigmoid", "z", "1 / np.where(np.abs(z) > 700, 0, 1 + np.exp(-np.clip(z, -700, 700)))[()]"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * (1 / np.float64(0))"),
    ("sigmoid", "z", "np.where(np.abs(z) > 700, np.inf, neuron.sigmoid(z))[()]"),
    ("pre_activation", "w, x, b", "np.full(np.shape(x @ w), np.inf)[()]"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * warn(DeprecationWarning, 'ndim > 0')"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * warn(RuntimeWarning, 'Mean of empty slice')"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * warn(RuntimeWarning, 'invalid value encountered in log')"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * warn(DeprecationWarning, 'old')"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * warn(UserWarning, 'hm')"),
    ("sigmoid", "z", "math.exp([z])"),
    ("batch_gradient", "gradient, w, b, X, y", "gradient(np.append(w, 1), b, X[0], y[0])"),
    ("gradient_squared_error", "w, b, x, y", "np.append(w, 1) @ x"),
    ("pre_activation", "w, x, b", "np.sum(w * x, axis=1) + b"),
    ("pre_activation", "w, x, b", "np.array([1.0, [w]])"),
    ("pre_activation", "w, x, b", "np.ones(9) + x"),
    ("pre_activation", "w, x, b", "np.add(np.ones(3, int), 0.5, out=np.ones(3, int))"),
    ("pre_activation", "w, x, b", "np.broadcast_to(1.0, 3).__setitem__(0, 1)"),
    ("sigmoid", "z", "np.arange(3) ** -1"),
    ("sigmoid", "z", "fail(UnboundLocalError)"),
    ("sigmoid", "z", "__import__('tensorflow_of_the_course')"),
    ("batch_gradient", "gradient, w, b, X, y", "[dw for dw, db, extra in [gradient(w, b, X[0], y[0])]]"),
    ("sigmoid", "z", "fail(RecursionError)"),
    ("pre_activation", "w, x, b", "w.sort() + b"),
    ("pre_activation", "w, x, b", "b(w)"),
    ("sigmoid", "z", "[1] - z if False else 'a' + 1"),
    ("pre_activation", "w, x, b", "sorted(w)['a']"),
    ("pre_activation", "w, x, b", "x.average(w)"),
    ("sigmoid", "z", "fail(AssertionError)"),
    ("epochs_to_reach", "losses, target", "list(losses).index(target)"),
    ("pre_activation", "w, x, b", "max([])"),
    ("pre_activation", "w, x, b", "next(iter([]))"),
    ("pre_activation", "w, x, b", "{}['w']"),
    ("pre_activation", "w, x, b", "exit()"),
    ("pre_activation", "w, x, b", "fail(ValueError, 'no')"),
    ("pre_activation", "w, x, b", "fail(TypeError, 'no')"),
    ("gradient_squared_error", "w, b, x, y", "(w * 1.0, None)"),
    ("pre_activation", "w, x, b", "{1}"),
    ("pre_activation", "w, x, b", "np.sum"),
    ("pre_activation", "w, x, b", "(v for v in w)"),
    ("pre_activation", "w, x, b", "np.matrix([1])"),
    ("pre_activation", "w, x, b", "1j"),
    ("pre_activation", "w, x, b", "10**40"),
    ("pre_activation", "w, x, b", "np.array([None])"),
    ("epochs_to_reach", "losses, target", "bool(target > 0)"),
    ("pre_activation", "w, x, b", "True"),
    ("batch_gradient", "gradient, w, b, X, y", "(w, b, X, y)"),
    ("sgd", "loss, gradient, w, b, X, y, eta, epochs, rng", "(w, b, [0.0], rng.random(), 1, 2)"),
    ("pre_activation", "w, x, b", "(3.0,)"),
    ("pre_activation", "w, x, b", "(3.0, 4.0)"),
    ("pre_activation", "w, x, b", "object()"),
    ("gradient_squared_error", "w, b, x, y", "(x * 0.5, np.arange(3.0))"),
    ("sigmoid", "z", "0.123"),
    ("pre_activation", "w, x, b", "np.arange(7.0)"),
    ("sigmoid", "z", "np.arange(7.0)"),
    ("pre_activation", "w, x, b", "w @ x + b if np.ndim(x) == 1 else np.arange(len(w)) * 1.3"),
    ("squared_error", "a, y", "np.arange(99.0) if np.ndim(a - y) else (a - y) ** 2 / 2"),
    ("squared_error", "a, y", "(a - y) ^ 2"),
    ("cross_entropy", "a, y", "-np.log(np.where(np.asarray(y) == 1, a, 1 - np.asarray(a)))"),
    ("sgd_step", "w, b, x, y, gradient, eta", "(w - eta * gradient(w, b, x, y), b)"),
    ("saturation_point", "eps", "neuron.saturation_point(eps) + 0 * np.sqrt(np.float64(eps - 0.3))"),
    ("saturation_point", "eps", "neuron.saturation_point(eps) + 0 * np.log(np.float64(eps - 0.3))"),
    ("cross_entropy_prime", "a, y", "neuron.cross_entropy_prime(a, y) + 0 * (1 / np.asarray(y, float))"),
    ("cross_entropy_from_z", "z, y", "neuron.cross_entropy_from_z(z, y) + 0 * np.log(np.asarray(z) - 99.0)"),
    ("sigmoid", "z", "neuron.sigmoid(z) + 0 / np.maximum(1, np.cosh(z))"),
    ("pre_activation", "w, x, b", "x @ w + b + 0 * warn(RuntimeWarning, 'overflow encountered in square')"),
    ("cross_entropy", "a, y", "neuron.cross_entropy(a, y) if np.ndim(a) or 0 < a < 1 else math.log(0)"),
    ("cross_entropy", "a, y", "neuron.cross_entropy(a, y) if np.ndim(a) or 0 < a < 1 else 1 / 0"),
    ("cross_entropy", "a, y", "np.where((np.asarray(a) > 0) & (np.asarray(a) < 1), neuron.cross_entropy(a, y), np.inf)[()]"),
    ("cross_entropy", "a, y", "np.where((np.asarray(a) > 0) & (np.asarray(a) < 1), neuron.cross_entropy(a, y), np.nan)[()]"),
    ("cross_entropy", "a, y", "neuron.cross_entropy(a, y) + 0 * (1 / np.asarray(a, float) > 2)"),
    ("sigmoid", "z", "np.where(z == z, neuron.sigmoid(z), np.log(0 * np.abs(z)))[()]"),
    ("sigmoid", "z", "neuron.sigmoid(z) + 0 * (np.log(0.0 * np.asarray(z, float) ** 0) == 1)"),
    ("sigmoid", "z", "neuron.sigmoid(z) + 0 * np.isnan(np.asarray(z, float) - z)"),
    ("gradient_squared_error", "w, b, x, y", "neuron.gradient_squared_error(w, b, x, y) if abs(w @ x + b) < 9 else 1 / 0"),
    ("sigmoid", "z", "np.where(np.abs(z) > 700, np.nan, neuron.sigmoid(z))[()]"),
    ("squared_error", "a, y", "(a - y) ** 2 * np.nan"),
    ("sgd", "loss, gradient, w, b, X, y, eta, epochs, rng", "(np.random.default_rng(1).shuffle(X), reference(loss, gradient, w, b, X, y, eta, epochs, rng))[1]"),
    ("sgd", "loss, gradient, w, b, X, y, eta, epochs, rng", "range(rng.permutation(len(X)))"),
    ("sigmoid", "z", "1 / (1 + math.exp(-z))"),
    ("predict", "a", "round(a)"),
    ("pre_activation", "w, x, b", "int(float('inf'))"),
    ("pre_activation", "w, x, b", "sorted(w)[np.array([0, 1])]"),
    ("sigmoid", "z", "input()"),
    ("epochs_to_reach", "losses, target", "bool(losses[0] > target)"),
    ("pre_activation", "w, x, b", "bool(b > 0)"),
    ("predict", "a", "np.where(np.asarray(a) >= 0.5)"),
    ("pre_activation", "w, x, b", "(float(np.sum(x)),)"),
    ("pre_activation", "w, x, b", "(float(np.sum(x)), 4.0)"),
    ("stuck_bias", "eta, steps, most", "neuron.saturation_point(most / eta)"),
    ("squared_error", "a, y", "(a - y).astype(float) ** 2 / 2"),
    ("sigmoid", "z", "np.array([1 / (1 + math.exp(-z_i)) for z_i in z])"),
    ("sgd", "loss, gradient, w, b, X, y, eta, epochs, rng", "gradient(w, b, X, y)"),
    ("sigmoid_prime", "z", "np.gradient(neuron.sigmoid(np.atleast_1d(z))) if np.size(z) > 1 else neuron.sigmoid_prime(z)"),
]  # fmt: skip


def fail(error, text=""):
    raise error(text)


def warn(category, text):
    warnings.warn(text, category, stacklevel=2)
    return 0


def rows(gradient, w, b, X, y):
    return zip(*(gradient(w, b, x_i, y_i) for x_i, y_i in zip(X, y)))


def snippet(arguments, returned):
    """A function written as a lambda, with what the snippets need around it."""
    around = {
        "np": np,
        "math": math,
        "neuron": neuron,
        "reference": EXERCISES["sgd"].reference,
        "fail": fail,
        "warn": warn,
        "rows": rows,
    }
    source = f"lambda {arguments}: {returned}"
    linecache.cache[source] = len(source), None, [source], source  # as IPython does: hints look at the code
    return eval(compile(source, source, "eval"), around)


@pytest.mark.parametrize("symptom", SYMPTOMS, ids=lambda symptom: symptom.hint[:40])
def test_patterns_of_symptoms_compile(symptom):
    re.compile(symptom.says)


def test_every_symptom_is_hit(capsys, monkeypatch):
    said = {unwrapped(verdict(name, snippet(*parts)).named) for name, *parts in SNIPPETS}
    monkeypatch.setattr(lib.checking.gather, "LIB", LIB)  # some hints look at the line of the student's that failed
    for answer in answers():
        if not answer.right:
            namespace = run(answer)
            for aspect in EXERCISES[answer.exercise].aspects:  # each is a cell of its own
                found = judge(gather(answer.exercise, namespace[answer.exercise], namespace, [aspect], seed=1))
                said.add(unwrapped(found.named))
    missing = [symptom.hint for symptom in SYMPTOMS if not any(named.startswith(symptom.hint) for named in said)]
    assert not missing, missing
