"""A kernel of the sandbox puts out what Jupyter's own kernel puts out."""

import pytest

from grading.kernel import Kernel
from grading.references import codes_of
from grading.sandbox import Sandbox, SandboxError, warm_process
from lib import figures

NEURON = "from lib import figures\nfigures.neuron()"
STORED = {"image/png": "c3RvcmVk", "text/plain": figures.neuron().description}, {}  # data and metadata
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
def kernel():
    try:
        host = warm_process(isolated=True).host(["lib.neuron:predict"], [NEURON], {STORED[0]["text/plain"]: STORED})
    except SandboxError as error:
        pytest.skip(str(error))
    kernel = Kernel(host.fork(limits=Sandbox().limits()), seconds=60)
    yield kernel
    kernel.close()


def run(kernel, source):
    return kernel.run(source, seconds=20, most_output=2**20, history=True)[1]


def short(output):
    if output.output_type == "stream":
        return output.name, output.text
    if output.output_type == "error":
        return output.ename, output.evalue
    return output.output_type, output.data


@pytest.mark.parametrize("source", CELLS)
def test_outputs(kernel, source):
    assert list(map(short, run(kernel, source))) == CELLS[source]


@pytest.mark.parametrize("source", [PLOT, f"{PLOT}; plt.plot([3])", f"%matplotlib inline\n{PLOT}; plt.show()"])
def test_a_figure_appears_below_its_cell(kernel, source):
    pictures = [output.data["image/png"] for output in run(kernel, source) if "image/png" in output.get("data", {})]
    assert len(pictures) == 1 and pictures[0].startswith("iVBOR")


def test_a_picture_of_the_course_is_shown_once_and_as_it_is(kernel):
    run(kernel, PLOT)  # from now on Matplotlib shows figures of its own accord
    (output,) = run(kernel, "from lib import figures\nfigures.sigmoid_curve()")
    data, metadata = figures.sigmoid_curve()._repr_mimebundle_()
    assert (output.data, output.metadata) == (data, metadata)


def test_a_stored_picture_is_not_drawn_unless_it_is_changed(kernel):
    (stored,) = run(kernel, NEURON)
    (changed,) = run(kernel, f"{NEURON}.set_facecolor('red')\nfigures.neuron()")
    assert (stored.data, stored.metadata) == STORED
    assert changed.data["image/png"].startswith("iVBOR")


def test_a_reference_is_lent_for_one_cell(kernel):
    source = "from lib import predict\npredict(0.5)"
    (before,) = run(kernel, source)
    _, (with_it,) = kernel.run(source, 20, 2**20, True, codes_of(["predict"]))
    (after,) = run(kernel, source)
    assert before.ename == after.ename == "RuntimeError"
    assert with_it.data["text/plain"] == "np.int64(1)"


def test_a_thread_cannot_fill_the_room_of_its_cell(kernel):
    flood = "import threading\nt = threading.Thread(target=lambda: [print('x' * 10**4) for _ in range(10**3)])\n"
    outputs = run(kernel, f"{flood}t.start()\nt.join()\nprint('y' * 10**5)")
    assert "y" * 10**5 in outputs[-1].text and sum(len(output.text) for output in outputs) < 2**20
