"""The record of an answer: plain data, bit for bit, and what it notices beside values."""

import cProfile
import json
import linecache
import struct
import sys
import textwrap
import threading

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from answer_table import Answer, execute, run
from lib import neuron
from lib.checking import check as checks
from lib.checking.exercises import EXERCISES
from lib.checking.gather import MOST_TEXT, decode, encode, gather
from lib.checking.judge import judge


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
    "from lib.checking.exercises import EXERCISES\ndef sigmoid(z):\n    return EXERCISES['sigmoid'].reference(z)",
    "import types, lib\nsigmoid = types.FunctionType(lib.sigmoid.__code__, dict(lib.neuron.__dict__), 'sigmoid')",
    "import importlib.util, lib.neuron\nspec = importlib.util.spec_from_file_location('mine', lib.neuron.__file__)\n"
    "mine = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(mine)\n"
    "def sigmoid(z):\n    return mine.sigmoid(z)",
    "from lib.neuron import sigmoid as s\nclass A:\n    def __call__(self, z):\n        return s(z)\nsigmoid = A()",
    "from lib.checking.judge import _expected\ndef sigmoid(z):\n    return _expected('sigmoid', 'formula', 5)[0][1]",
]


@pytest.mark.parametrize("source", DELEGATIONS)
def test_delegation_is_seen_however_it_is_done(source):
    namespace = answer("sigmoid", source)
    assert gather("sigmoid", namespace["sigmoid"], namespace, ["formula"], 5)["delegated"]


OWN = "1 / (1 + np.exp(-z))"
HONEST = {
    "ends the profiler": f"import sys\ndef sigmoid(z):\n    sys.setprofile(None)\n    return {OWN}",
    "profiles itself": f"import cProfile\ndef sigmoid(z):\n    with cProfile.Profile():\n        return {OWN}",
    "has a profiler of its own": f"import sys\ndef sigmoid(z):\n    sys.setprofile(print)\n    return {OWN}",
    "looks at a figure": f"from lib import figures\ndef sigmoid(z):\n    figures.tangent(1.0)\n    return {OWN}",
    "loads data": f"from lib import data\ndef sigmoid(z):\n    data.penguins()\n    return {OWN}",
    "checks another answer": f"from lib import check, squared_error_prime\ndef d(a, y):\n    return a - y\n"
    f"squared_error_prime = d\ndef sigmoid(z):\n    check(squared_error_prime)\n    return {OWN}",
    "starts a thread": "from concurrent.futures import ThreadPoolExecutor\ndef sigmoid(z):\n"
    f"    with ThreadPoolExecutor(1) as pool:\n        return pool.submit(lambda: {OWN}).result()",
}


@pytest.mark.parametrize("doing", HONEST)
def test_an_answer_of_ones_own_is_not_accused(doing):
    namespace = answer("sigmoid", HONEST[doing])
    found = gather("sigmoid", namespace["sigmoid"], namespace, ["formula"], 5)
    assert found["delegated"] == [] and sys.getprofile() is None
    assert judge(found).right, judge(found).message


def test_what_other_threads_do_is_not_heard():
    """From Python 3.12 on, cProfile hears all threads; those of ipykernel are always there."""
    done = threading.Event()

    def call_the_reference():
        while not done.is_set():
            neuron.sigmoid(1.0)
            neuron.numerical_gradient(lambda w, b: w[0] * b, np.ones(1), 1.0)

    others = [threading.Thread(target=call_the_reference) for _ in range(3)]
    for other in others:
        other.start()
    try:
        for _ in range(30):
            assert (
                record("predict", "def predict(a):\n    return np.where(a >= np.float64(0.5), 1, 0)[()]")["delegated"]
                == []
            )
    finally:
        done.set()
        for other in others:
            other.join()


def test_checks_within_checks_are_guarded_each_for_itself():
    source = """
        from lib import check, neuron
        def predict(a):
            return neuron.predict(a)
        def sigmoid_prime(z):
            try:
                check(predict)
            except AssertionError as error:
                said.append(str(error))
            return sigmoid(z) * sigmoid(-z)
    """
    namespace = answer("sigmoid_prime", source)
    namespace["said"] = []
    found = gather("sigmoid_prime", namespace["sigmoid_prime"], namespace, ["formula"], 5)
    assert found["delegated"] == [] and "own reference" in " ".join(namespace["said"][0].split())
    namespace = answer(
        "sigmoid_prime", source.replace("return sigmoid(z) * sigmoid(-z)", "return neuron.sigmoid_prime(z)")
    )
    namespace["said"] = []
    found = gather("sigmoid_prime", namespace["sigmoid_prime"], namespace, ["formula"], 5)
    assert found["delegated"] == ["sigmoid_prime"]


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
    assert np.allclose(first, neuron.sigmoid_prime(EXERCISES["sigmoid_prime"].make_inputs("formula", 5)[0][0]))
    assert found["delegated"] == [] and namespace["sigmoid"] is wrong


def test_a_variable_of_another_cell_is_seen_and_a_constant_of_its_own_is_not():
    source = "half = 0.5\ndef predict(a):\n    return np.where(np.asarray(a) >= half * scale, 1, 0)"
    namespace = answer("predict", source)
    namespace["scale"] = 1.0
    found = gather("predict", namespace["predict"], namespace, ["value"], 5)
    assert found["reads"] == ["half", "scale"] and found["depends"] == ["scale"]
    assert namespace["scale"] == 1.0


CONSTANTS = {
    "annotated": "high: float = 0.5",
    "unpacked": "low, (high, *rest) = 0.0, (0.5, 1)",
    "if": "if True:\n    high = 0.5\nelse:\n    high = 0.4",
    "for": "for high in (0.1, 0.5):\n    pass",
    "with": "import contextlib\nwith contextlib.nullcontext(0.5) as high:\n    pass",
    "try": "try:\n    high = None + 1\nexcept TypeError:\n    high = 0.5",
    "while": "while True:\n    high = 0.5\n    break",
    "match": "match 0.5:\n    case high:\n        pass",
    "walrus": "print(high := 0.5)",
    "walrus in a comprehension": "halves = [high := k / 2 for k in (2, 1)]",
    "augmented": "high = 0.25\nhigh += 0.25",
    "global": "def choose():\n    global high\n    high = 0.5\nchoose()",
    "chained": "low = high = 0.5",
    "class": "class Limits:\n    low = 0.5\n    high = low\nhigh = Limits.high",
}


@pytest.mark.parametrize("binding", CONSTANTS)
def test_whatever_the_cell_of_an_answer_binds_is_its_constant(binding):
    namespace = answer(
        "predict", f"{CONSTANTS[binding]}\ndef predict(a):\n    return (np.asarray(a) >= high).astype(int)"
    )
    found = gather("predict", namespace["predict"], namespace, ["value"], 5)
    assert found["reads"] == ["high"] and found["depends"] == [] and judge(found).right


IMPORTS = {
    "from import": ("from math import e", "e"),
    "from import as": ("from math import e as base", "base"),
    "star": ("from numpy import *", "e"),
    "of a function of several": ("if True:\n    from math import pi, e", "e"),
    "of whole numbers": ("from socket import AF_INET as two", "(two + 0.718281828459045)"),
}


@pytest.mark.parametrize("style", IMPORTS)
def test_whatever_is_imported_in_any_cell_is_a_constant(style):
    statement, e = IMPORTS[style]
    namespace = answer("sigmoid", f"def sigmoid(z):\n    return 1 / (1 + {e} ** -np.asarray(z, float))[()]")
    execute(statement, "<cell of imports>", namespace)
    found = gather("sigmoid", namespace["sigmoid"], namespace, ["formula"], 5)
    assert found["reads"] == [] and found["depends"] == []


def test_a_class_within_an_answer_reads_what_it_sets_itself():
    namespace = answer(
        "predict",
        """
        def predict(a):
            class Limit:
                low = 0.25
                high = 2 * low
            return np.where(np.asarray(a) >= Limit.high, 1, 0)[()]
        """,
    )
    namespace["low"] = 0.25
    assert gather("predict", namespace["predict"], namespace, ["value"], 5)["reads"] == []


def test_a_number_that_a_module_has_by_chance_is_a_variable():
    namespace = answer("predict", "def predict(a):\n    return np.where(np.asarray(a) >= e / 2, 1, 0)[()]")
    execute("e = 1", "<another cell>", namespace)
    assert gather("predict", namespace["predict"], namespace, ["value"], 5)["depends"] == ["e"]
    execute("e = 1.0", "<another cell>", namespace)
    assert gather("predict", namespace["predict"], namespace, ["value"], 5)["depends"] == ["e"]


def test_nothing_is_said_of_variables_where_the_cell_is_not_known():
    namespace = answer("predict", "")
    exec("half = 0.5\ndef predict(a):\n    return np.where(np.asarray(a) >= half, 1, 0)[()]", namespace)
    assert gather("predict", namespace["predict"], namespace, ["value"], 5)["depends"] == []


def test_the_program_of_python_c_is_no_cell(monkeypatch):
    """From Python 3.13 on, `linecache` knows it by the name that all code from exec() has."""
    program = "half = 1 / 0\nfrom math import e as half\n"
    monkeypatch.setitem(linecache.cache, "<string>", (len(program), None, program.splitlines(True), "<string>"))
    namespace = answer("predict", "")
    exec("half = 0.5\ndef predict(a):\n    return np.where(np.asarray(a) >= half, 1, 0)[()]", namespace)
    assert gather("predict", namespace["predict"], namespace, ["value"], 5)["depends"] == []
    exec("def predict(a):\n    raise TypeError", namespace)
    (record, *_) = gather("predict", namespace["predict"], namespace, ["value"], 5)["aspects"]["value"]
    assert "line" not in record["raised"]


@pytest.mark.parametrize("magic", ["%%time", "%%capture", "%%prun -q", ""])
def test_constants_below_a_magic(magic):
    """In a real IPython, which transforms cells and runs the bodies of magics in its own ways."""
    shell = InteractiveShell(user_ns={"__name__": "__main__"})
    source = "scale = 0.5\nimport numpy as np\nhigh = 1\n"
    source += "def predict(a):\n    return np.where(np.asarray(a) >= high / 2, 1, 0)[()]"
    assert shell.run_cell(f"{magic}\n{source}" if magic else source).success
    answer = shell.user_ns["predict"]
    assert gather("predict", answer, shell.user_ns, ["value"], 5)["depends"] == []
    body = "def predict(a):\n    return np.where(np.asarray(a) >= scale, 1, 0)[()]"
    assert shell.run_cell(f"{magic}\n{body}" if magic else body).success
    found = gather("predict", shell.user_ns["predict"], shell.user_ns, ["value"], 5)
    assert found["depends"] == (["scale"] if magic in ("", "%%capture") else [])  # else the cell is one of two


def test_what_is_printed_alone_makes_no_dependence():
    namespace = answer(
        "predict", "def predict(a):\n    print(level)\n    return np.where(np.asarray(a) >= 0.5, 1, 0)[()]"
    )
    namespace["level"] = 3
    assert gather("predict", namespace["predict"], namespace, ["value"], 5)["depends"] == []


def test_a_named_tuple_is_a_pair():
    source = """
        from typing import NamedTuple
        class Gradient(NamedTuple):
            dw: object
            db: float
            def __iter__(self):
                return iter((1, 2))
        def gradient_cross_entropy(w, b, x, y):
            error = sigmoid(x @ w + b) - y
            return Gradient(error * x, error)
    """
    found = record("gradient_cross_entropy", source)
    assert judge(found).right, judge(found).message


EPS = """
    {0}
    def saturation_point(eps):
        if not 0 < eps <= 0.25:
            raise {1}("eps must lie in (0, 1/4]")
        a = (1 + np.sqrt(1 - 4 * eps)) / 2
        return np.log(a / (eps / a))
"""


def test_a_subclass_of_the_error_that_is_wanted_is_right():
    assert judge(record("saturation_point", EPS.format("class BadEps(ValueError): pass", "BadEps"))).right
    assert judge(record("saturation_point", EPS.format("from json import JSONDecodeError as E", "UnicodeError"))).right
    for other in "class ValueError(Exception): pass", "class E(LookupError): pass\n    ValueError = E":
        verdict = judge(record("saturation_point", EPS.format(other, "ValueError")))
        assert not verdict.right and verdict.kind == "exception", verdict.message


SILENT = "class Silent(TypeError):\n    def __str__(self):\n        return 1 / 0"
STRANGE = {
    "two lines": "raise TypeError('a\\nb')",
    "many lines": "raise TypeError('\\n|\\r\\x0b\\x85\\u2028x|y\\n')",
    "numpy's own": "np.float",
    "half a character": "raise TypeError('\\ud800')",
    "no text at all": f"{SILENT}\nraise Silent",
    "an endless name": "raise type('E' * 10_000, (TypeError,), {})",
    "a warning of two lines": "import warnings\nwarnings.warn('a\\nb')",
    "a sum of errors": "raise ExceptionGroup('two\\nof', [TypeError(1), ValueError(2)])",
    "a bar": "raise TypeError('a|b\\n|')",
}


@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize("hidden", [False, True])
def test_an_error_or_warning_may_say_anything(kind, hidden):
    body = textwrap.indent(STRANGE[kind], "    ")
    found = record("predict", f"def predict(a):\n{body}\n    return np.where(np.asarray(a) >= 0.5, 1, 0)[()]")
    texts = [text for calls in found["aspects"].values() for call in calls for text in call.get("raised", {}).values()]
    assert all(len(text) <= MOST_TEXT for text in texts)
    verdict = judge(json.loads(json.dumps(found)), hidden)
    assert verdict.kind in ("exception", "warning")
    verdict.message.encode()
    assert all(len(line) <= 78 for line in verdict.message.splitlines()) or kind == "an endless name"


@pytest.mark.parametrize(
    "line",
    ["open(os.devnull)", "warnings.warn('later', PendingDeprecationWarning)", "warnings.warn('x', ImportWarning)"],
)
def test_warnings_that_python_shows_to_nobody_cost_nothing(line):
    source = f"""\
        import os, warnings


        def predict(a):
            {line}
            return np.where(np.asarray(a) >= 0.5, 1, 0)[()]"""
    assert judge(record("predict", source)).right


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
