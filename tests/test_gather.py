"""The record of an answer: plain data, bit for bit, and what it notices beside values."""

import cProfile
import json
import struct
import sys
import textwrap

import numpy as np
import pytest

from answer_table import Answer, run
from lib import checks, neuron
from lib.exercises import EXERCISES
from lib.gather import decode, encode, gather


def answer(exercise, source):
    return run(Answer(exercise, True, "a test's own", "", textwrap.dedent(source)))


def record(exercise, source, aspects=None):
    namespace = answer(exercise, source)
    return gather(exercise, namespace[exercise], namespace, aspects or list(EXERCISES[exercise].aspects), seed=5)


@pytest.mark.parametrize(
    "value",
    [0.1, -0.0, float("inf"), 5e-324, struct.unpack("<d", b"\x01\x02\x03\x00\x00\x00\xf8\x7f")[0], 3, True, 2 - 1j]
    + [np.float32(0.1), np.int8(-3), np.array(2.5), np.arange(6).reshape(2, 3), np.array([np.nan, -np.inf])]
    + [np.zeros((0, 3)), np.arange(8.0)[::2]],
)
def test_numbers_survive_json_bit_for_bit(value):
    back = decode(json.loads(json.dumps(encode(value))))
    assert back.dtype == np.asarray(value).dtype and back.shape == np.shape(value)
    assert back.tobytes() == np.asarray(value).tobytes()


def test_pairs_lists_and_none_survive_json():
    back = decode(json.loads(json.dumps(encode((np.ones(2), [1.5, None])))))
    assert type(back) is tuple and type(back[1]) is list
    assert back[0].tolist() == [1, 1] and back[1][0] == 1.5 and back[1][1] is None


@pytest.mark.parametrize("value", ["text", {"a": 1}, np.array(["x"]), np.array([None]), 10**400, print])
def test_anything_else_is_kept_by_its_type_alone(value):
    coded = json.loads(json.dumps(encode(value)))
    assert "data" not in coded and set(coded) <= {"type", "dtype", "shape"}


def test_objects_that_equal_everything_are_not_numbers():
    class Equal(float):
        def __eq__(self, other):
            return True

    class Array(np.ndarray):
        pass

    assert "data" not in encode(Equal(1.0)) and "data" not in encode(np.zeros(2).view(Array))


@pytest.mark.parametrize("coded", [{"type": "float"}, {"type": "x", "dtype": "O", "shape": [], "data": "00"}])
def test_decode_refuses_what_encode_does_not_make(coded):
    with pytest.raises((KeyError, ValueError, TypeError)):
        decode(coded)


def test_a_whole_record_survives_json():
    found = record("gradient_squared_error", "def gradient_squared_error(w, b, x, y):\n    return x * np.nan, 1 / 3")
    assert json.loads(json.dumps(found)) == found


DELEGATIONS = [
    "from lib import sigmoid",
    "import lib\ndef sigmoid(z):\n    return lib.neuron.sigmoid(z)",
    "import sys\ndef sigmoid(z):\n    return sys.modules['lib.neuron'].sigmoid(z)",
    "import importlib\ndef sigmoid(z):\n    return getattr(importlib.import_module('lib'), 'sig' + 'moid')(z)",
    "from lib.neuron import sigmoid as s\nsigmoid = np.vectorize(s)",
    "from lib.neuron import sigmoid as s\nimport functools\nsigmoid = functools.partial(s)",
    "from lib.neuron import sigmoid as s\nsigmoid = lambda z: s(z)",
    "from lib.neuron import sigmoid as s\ndef sigmoid(z, f=s):\n    return f(z)",
    "from lib.neuron import cross_entropy_from_z as c\ndef sigmoid(z):\n    return np.exp(-c(z, 1))",
    "from lib.exercises import EXERCISES\ndef sigmoid(z):\n    return EXERCISES['sigmoid'].reference(z)",
    "import types, lib\nsigmoid = types.FunctionType(lib.sigmoid.__code__, dict(lib.neuron.__dict__), 'sigmoid')",
    "import importlib.util, lib.neuron\nspec = importlib.util.spec_from_file_location('mine', lib.neuron.__file__)\n"
    "mine = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(mine)\n"
    "def sigmoid(z):\n    return mine.sigmoid(z)",
    "from lib.neuron import sigmoid as s\nclass A:\n    def __call__(self, z):\n        return s(z)\nsigmoid = A()",
    "from lib.neuron import sigmoid as s\nimport sys\ndef sigmoid(z):\n    sys.setprofile(None)\n    return s(z)",
]


@pytest.mark.parametrize("source", DELEGATIONS)
def test_delegation_is_seen_however_it_is_done(source):
    namespace = answer("sigmoid", source)
    assert gather("sigmoid", namespace["sigmoid"], namespace, ["formula"], 5)["delegated"]


def test_what_earlier_notebooks_built_may_be_used():
    source = """
        def cross_entropy_from_z(z, y):
            return -np.log(sigmoid(np.where(np.asarray(y) == 1, z, -np.asarray(z))))
    """
    assert record("cross_entropy_from_z", source, ["formula"])["delegated"] == []


def test_earlier_answers_of_the_notebook_are_the_courses_while_a_later_one_is_checked():
    source = "def sigmoid(z):\n    return 0 * z\ndef sigmoid_prime(z):\n    return sigmoid(z) * (1 - sigmoid(z))"
    namespace = answer("sigmoid_prime", source)
    wrong = namespace["sigmoid"]
    found = gather("sigmoid_prime", namespace["sigmoid_prime"], namespace, ["formula"], 5)
    first = decode(found["aspects"]["formula"][0]["returned"])
    assert np.allclose(first, neuron.sigmoid_prime(EXERCISES["sigmoid_prime"].draw("formula", 5)[0][0]))
    assert found["delegated"] == [] and namespace["sigmoid"] is wrong


def test_a_variable_of_another_cell_is_seen_and_a_constant_of_its_own_is_not():
    source = "half = 0.5\ndef predict(a):\n    return np.where(np.asarray(a) >= half * scale, 1, 0)"
    namespace = answer("predict", source)
    namespace["scale"] = 1.0
    found = gather("predict", namespace["predict"], namespace, ["value"], 5)
    assert found["reads"] == ["half", "scale"] and found["depends"] == ["scale"]
    assert namespace["scale"] == 1.0


def test_changed_inputs_printed_text_and_warnings_are_noted():
    source = """
        def squared_error(a, y):
            print("seen", a)
            if isinstance(a, np.ndarray) and a.ndim and a.dtype.kind == "f":
                a *= np.float64(1e308) * 10
            return a
    """
    with np.errstate(all="ignore"):  # a global setting does not hide a warning
        calls = record("squared_error", source)["aspects"]["value"]
    assert calls[0]["changed"] == ["a"] and calls[0]["warned"]["type"] == "RuntimeWarning"
    assert calls[0]["printed"].startswith("seen")


def test_printing_does_not_reach_the_notebook(capsys):
    record("predict", "import sys\ndef predict(a):\n    print(1)\n    print(2, file=sys.stderr)\n    return 1")
    assert capsys.readouterr() == ("", "")


def test_an_interrupted_answer_is_not_called_again():
    source = "calls = []\ndef predict(a):\n    calls.append(1)\n    raise KeyboardInterrupt"
    namespace = answer("predict", source)
    found = gather("predict", namespace["predict"], namespace, ["value"], 5)
    assert len(namespace["calls"]) == 1
    assert {call["raised"]["type"] for call in found["aspects"]["value"]} == {"KeyboardInterrupt"}


def test_profilers_and_namespaces_are_left_as_they_were():
    before, namespace = sys.getprofile(), answer("predict", "def predict(a):\n    return 1 / 0")
    names = set(namespace)
    gather("predict", namespace["predict"], namespace, ["value"], 5)
    assert sys.getprofile() is before and set(namespace) == names


# Which exercise an answer is for


def test_a_lambda_a_vectorised_function_and_an_alias_are_found_by_their_name():
    for source in ("sigmoid = lambda z: z", "sigmoid = np.vectorize(lambda z: z)", "def f(z): ...\nsigmoid = f"):
        namespace = answer("sigmoid", source)
        assert checks.exercise_of(namespace["sigmoid"], namespace) == "sigmoid"


def test_one_function_under_two_names_is_refused():
    namespace = answer("sigmoid_prime", "def sigmoid(z): ...\nsigmoid_prime = sigmoid")
    with pytest.raises(ValueError, match="sigmoid and sigmoid_prime are one and the same"):
        checks.exercise_of(namespace["sigmoid_prime"], namespace)


@pytest.mark.parametrize("value, says", [(0.5, "wants the function itself"), (print, "does not know an exercise")])
def test_what_is_no_answer_is_refused(value, says):
    with pytest.raises(ValueError, match=says):
        checks.exercise_of(value, {})


def test_printing_is_no_delegation():
    assert record("predict", "def predict(a):\n    print(a)\n    return 1")["delegated"] == []


def test_a_check_under_a_profiler_is_the_same():
    source = "def predict(a):\n    return int(a >= 0.5) if isinstance(a, float) else 1"
    alone = record("predict", source)
    with cProfile.Profile():
        assert record("predict", source) == alone
