"""A kernel of the sandbox puts out what Jupyter's own kernel puts out."""

import json
import pickle
import subprocess
import sys

import pytest

from grading.autograde.app import GradeApp
from grading.autograde.limits import Execute
from grading.autograde.references import codes_of
from grading.sandbox.kernel import Kernel
from grading.sandbox.sandbox import Sandbox, SandboxError, running_server
from lib import figures
from tools.made_up_course import environment

NEURON = "from lib import figures\nfigures.neuron()"
STORED = {"text/html": "<img alt='stored'>", "text/plain": figures.neuron().description}
TRAINING = "import lib\nruns = lib.sgd_many('cross_entropy', [0.0], float(predict(0.7)), [[1.0]], [1], 0.1, 1, [0])"
PLOT = "from matplotlib import pyplot as plt\nplt.plot([1, 2])"
# Cell -> its outputs, as (type, the text or the kinds of data).
CELLS = {
    "1 + 1": [("execute_result", {"text/plain": "2"})],
    "2;": [],
    "print(1)\nimport sys\nprint(2, file=sys.stderr)": [("stdout", "1\n"), ("stderr", "2\n")],
    "print(1)\ndisplay(2)\nprint(3)": [("stdout", "1\n"), ("display_data", {"text/plain": "2"}), ("stdout", "3\n")],
    "h = display(1, display_id=True)\nh.update(2)": [("display_data", {"text/plain": "2"})],
    "import asyncio\nawait asyncio.sleep(0, 4)": [("execute_result", {"text/plain": "4"})],
    "1 / 0": [("ZeroDivisionError", "division by zero")],
}


@pytest.fixture(scope="module")
def host():
    try:
        pictures = {STORED["text/plain"]: STORED}
        return running_server(isolated=True).host(["lib.neuron:predict"], [NEURON, TRAINING], pictures)
    except SandboxError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def kernel(host):
    kernel = Kernel(host.fork(limits=Sandbox().limits()))
    yield kernel
    kernel.close()


def run(kernel, source):
    return kernel.run(source, seconds=20, most_output=2**20).outputs


def short(output):
    if output.output_type == "stream":
        return output.name, output.text
    if output.output_type == "error":
        return output.ename, output.evalue
    return output.output_type, output.data


def test_an_interrupt_that_comes_before_the_kernel_is_ready_does_not_end_it(host, monkeypatch):
    monkeypatch.setattr("grading.sandbox.kernel.PATIENCE", 60)
    early = Kernel(host.fork(limits=Sandbox().limits()))
    early.run("1 + 1", seconds=0, most_output=2**20)
    assert list(map(short, run(early, "1 + 1"))) == CELLS["1 + 1"]
    early.close()


@pytest.mark.parametrize("source", CELLS)
def test_outputs(kernel, source):
    assert list(map(short, run(kernel, source))) == CELLS[source]


@pytest.mark.parametrize(
    "taken", ["sys.stdout = None", "sys.stderr = None", "sys.stdout = 3", "del sys.stdout, sys.stderr"]
)
def test_a_cell_that_takes_the_streams_away_costs_no_later_cell(host, taken):
    """As in Jupyter, whose kernel lives on."""
    kernel = Kernel(host.fork(limits=Sandbox().limits()))
    run(kernel, f"import sys\n{taken}")
    assert list(map(short, run(kernel, "print(1)\n1 + 1"))) == [
        ("stdout", "1\n"),
        ("execute_result", {"text/plain": "2"}),
    ]
    kernel.close()


@pytest.mark.parametrize("source", [PLOT, f"{PLOT}; plt.plot([3])", f"%matplotlib inline\n{PLOT}; plt.show()"])
def test_a_figure_appears_below_its_cell(kernel, source):
    pictures = [output.data["image/png"] for output in run(kernel, source) if "image/png" in output.get("data", {})]
    assert len(pictures) == 1 and pictures[0].startswith("iVBOR")


def test_a_picture_of_the_course_is_shown_once_and_as_it_is(kernel):
    run(kernel, PLOT)  # from now on Matplotlib shows figures of its own accord
    (output,) = run(kernel, "from lib import figures\nfigures.sigmoid_curve()")
    assert output.data == figures.sigmoid_curve()._repr_mimebundle_()


def test_a_stored_picture_is_not_drawn_unless_it_is_changed(kernel):
    (stored,) = run(kernel, NEURON)
    (changed,) = run(kernel, f"{NEURON}.set_facecolor('red')\nfigures.neuron()")
    assert stored.data == STORED
    assert "base64,iVBOR" in changed.data["text/html"]


def test_what_follows_from_a_right_answer_was_computed_before(kernel):
    missing = "import lib.lockstep\nlib.lockstep._path = None\n"  # what sgd_many computes with
    assert run(kernel, f"{missing}def predict(a):\n    return 1\n{TRAINING}\nfloat(runs.b[0, 0])")[0].data
    (other,) = run(kernel, f"{missing}def predict(a):\n    return 0\n{TRAINING}")
    assert other.ename == "TypeError"


def test_a_reference_is_lent_for_one_cell(kernel):
    source = "from lib import predict\npredict(0.5)"
    (before,) = run(kernel, source)
    (with_it,) = kernel.run(source, 20, 2**20, references=codes_of(["predict"])).outputs
    (after,) = run(kernel, source)
    assert before.ename == after.ename == "RuntimeError"
    assert with_it.data["text/plain"] == "np.int64(1)"


def run_test(kernel, answer, seconds=20):
    """Define an answer to `predict` and check it in a test cell, which calls it a dozen times."""
    assert run(kernel, f"from matplotlib import pyplot as plt\ndef predict(a):\n    {answer}\n    return 1") == []
    return kernel.run("check(predict)", seconds, most_output=2**20, is_test=True)


@pytest.mark.parametrize(
    "answer",
    [
        "from IPython.display import clear_output; clear_output(); print(a); clear_output(wait=True)",
        "print('x' * 10**6); display('x' * 10**6)",
        "plt.figure(figsize=(30, 30), dpi=200); plt.plot([1, 2]); plt.show()",
    ],
    ids=["clear_output", "long output", "plots"],
)
def test_what_an_answer_displays_does_not_cost_its_report(kernel, answer):
    _, outputs, (report,), _ = run_test(kernel, answer)
    calls = [call for calls in json.loads(report)["aspects"].values() for call in calls]
    assert outputs == [] and len(calls) > 5
    assert all("returned" in call and "warned" not in call for call in calls)
    assert run(kernel, "1;") == []  # no figure is left over


STRIP_CALLS = """
import ast
class Strip(ast.NodeTransformer):
    def visit_Expr(self, node):
        return ast.Pass() if "check" in ast.unparse(node) else node
get_ipython().ast_transformers.append(Strip())
check = print
"""


def test_a_test_cell_knows_its_own_check_and_is_not_remembered(kernel):
    run(kernel, STRIP_CALLS)
    _, outputs, reports, _ = run_test(kernel, "pass")
    assert outputs == [] and len(reports) == 1
    run(kernel, "get_ipython().ast_transformers.clear()")
    (kept,) = run(kernel, "check is print, [source for source in In if source.startswith('check(')]")
    assert kept.data["text/plain"] == "(True, [])"


def test_a_test_cell_that_cannot_run_says_why(kernel):
    _, (error,), reports, _ = kernel.run("check(sigmoid)", 20, 2**20, is_test=True)
    assert (error.ename, error.evalue, reports) == ("NameError", "name 'sigmoid' is not defined", [])


@pytest.mark.parametrize("wait", [False, True])
def test_outputs_are_cleared_as_jupyter_clears_them(kernel, wait):
    source = f"from IPython.display import clear_output\nprint(1)\nclear_output(wait={wait})"
    assert [output.text for output in run(kernel, source)] == (["1\n"] if wait else [])
    assert [output.text for output in run(kernel, f"{source}\nprint(2)")] == ["2\n"]


def test_a_thread_cannot_fill_the_room_of_its_cell(kernel):
    flood = "import threading\nt = threading.Thread(target=lambda: [print('x' * 10**4) for _ in range(10**3)])\n"
    outputs = run(kernel, f"{flood}t.start()\nt.join()\nprint('y' * 10**5)")
    assert "y" * 10**5 in outputs[-1].text and sum(len(output.text) for output in outputs) < 2**20


def test_limits_that_a_worker_gets_are_without_the_application():
    app = GradeApp()
    app.config.Sandbox.memory = 2**28
    sent = pickle.dumps(Execute(parent=app).limits())
    assert b"GradeApp" not in sent and len(sent) < 2000
    assert pickle.loads(sent).sandbox.limits()["memory"] == 2**28


def test_a_sandbox_that_is_started_ahead_stays():
    code = """
import sys, threading, time
from grading.autograde.jobs import get_ready
from grading.autograde.limits import Execute
from grading.gradebook.blueprint import Blueprint
from grading.sandbox import sandbox
get_ready([(Blueprint("sigmoid", [], []), {})], Execute().limits())
for thread in threading.enumerate():
    if thread is not threading.main_thread():
        thread.join()
time.sleep(1)
(server,) = sandbox._running.values()
sys.exit(server.ended())
"""
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
