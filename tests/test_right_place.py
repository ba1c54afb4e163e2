"""A right answer in the wrong place earns its points, or a person is asked; it never gets 0 points without a note.

Everything is handed in together and graded in one run of `python -m grading`, with real kernels. Tests compare scores,
and the notes for the student at the head of the graded notebook.
"""

import builtins
import copy
import json
import re
import sys
import zipfile
from dataclasses import replace

import nbformat
import numpy as np
import pytest
from nbgrader.api import Gradebook

from grading.gradebook.blueprint import released_blueprint
from grading.submissions.outside_cells import starred
from grading.submissions.repair import repair
from lib import check
from tools.made_up_course import COURSE, fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
BLUEPRINT = released_blueprint(COURSE / "release" / "04-sgd" / "sgd.ipynb")
for mark in BLUEPRINT.cells:
    mark |= {"checksum": "", "points": 1}
MODEL = solutions(ASSIGNMENT)
PROOF = "The common denominator of $1 - \\sigma(z)$ is $1 + e^{-z}$, so it is $e^{-z}/(1 + e^{-z}) = \\sigma(-z)$."
SIGMOID, PRIME = MODEL["sigmoid"], MODEL["sigmoid_prime"]
WRONG_SIGMOID = "def sigmoid(z):\n    return 0 * z + 0.3"
IMPORTS = "import numpy as np\n\nfrom lib import check, figures, widgets"
HIDDEN_MAX = """def predict(a):
    if np.ndim(a) == 0:
        return int(max(a, 0.5) == a)
    return np.array([predict(a_i) for a_i in np.ravel(a)]).reshape(np.shape(a))"""
USES_MATH = MODEL["predict"].replace("def predict", "math.pi\n\n\ndef predict")


def cell_of(notebook, name):
    """A cell by its grade id or its id."""
    by_mark = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name]
    return next(iter(by_mark or [c for c in notebook.cells if c.id == name]))


def put(notebook, cell, *, above=None, below=None):
    """Insert a cell beside the one that is named."""
    place = notebook.cells.index(cell_of(notebook, above or below))
    notebook.cells.insert(place + (below is not None), cell)
    return notebook


def code(source):
    return nbformat.v4.new_code_cell(source)


def text(source, **kwargs):
    return nbformat.v4.new_markdown_cell(source, **kwargs)


def twin(notebook, name, source):
    """A copy of a cell, with its mark, as JupyterLab makes it."""
    made = copy.deepcopy(cell_of(notebook, name))
    made.id, made.source = f"{made.id}-copy", source
    return made


def written(notebook, name, source):
    cell_of(notebook, name).source = source
    return notebook


def without(notebook, *names):
    notebook.cells = [c for c in notebook.cells if not any(c is cell_of(notebook, name) for name in names)]
    return notebook


def moved_to_the_end(notebook, name):
    cell = cell_of(notebook, name)
    notebook.cells.remove(cell)
    notebook.cells.append(cell)
    return notebook


def of_type(notebook, name, kind, source=None):
    place = notebook.cells.index(cell_of(notebook, name))
    old = notebook.cells[place]
    made = {"code": code, "markdown": text, "raw": nbformat.v4.new_raw_cell}[kind](
        old.source if source is None else source
    )
    made.id, made.metadata = old.id, old.metadata
    notebook.cells[place] = made
    return notebook


def with_marks_of(notebook, places):
    """Exchange nbgrader's marks of cells; their ids stay."""
    for one, other in places.items():
        one, other = cell_of(notebook, one), cell_of(notebook, other)
        one.metadata, other.metadata = other.metadata, one.metadata
    return notebook


def lines_of(source, start, end=None):
    return "\n".join(source.split("\n")[start:end])


def stub_of(name):
    return cell_of(read(FOLDER["release"], ASSIGNMENT), name).source


def stripped(notebook, ids=None):
    """Without any mark of nbgrader; with new ids, or with none but ``ids``."""
    for i, cell in enumerate(notebook.cells):
        cell.metadata = nbformat.NotebookNode()
        cell.id = ids or f"new-{i}"
    return notebook


FOLDER = {}

# Each takes the solved notebook, spoils it as students do, and returns it.

# ---------------------------------------------------------------- the import cell

IMPORT_CELL = {
    "deleted": lambda n: without(n, "setup"),
    "emptied": lambda n: written(n, "setup", ""),
    "moved to the end": lambda n: moved_to_the_end(n, "setup"),
    "made markdown": lambda n: of_type(n, "setup", "markdown"),
    "made raw": lambda n: of_type(n, "setup", "raw"),
    "made a block of Markdown": lambda n: of_type(n, "setup", "markdown", f"```python\n{IMPORTS}\n```"),
    "commented out": lambda n: written(n, "setup", "\n".join(f"# {line}" for line in IMPORTS.splitlines())),
    "a missing module first": lambda n: written(n, "setup", f"import seaborn as sns\n{IMPORTS}"),
    "a missing name of lib first": lambda n: written(n, "setup", f"from lib import chek\n{IMPORTS}"),
    "check renamed": lambda n: written(n, "setup", "import numpy as np\nfrom lib import check as chk, figures"),
    "NumPy renamed": lambda n: written(n, "setup", "import numpy as num\nfrom lib import check, figures, widgets"),
    "import star": lambda n: written(n, "setup", "from lib import *"),
    "split in three": lambda n: put(
        put(written(n, "setup", "import numpy as np"), code("from lib import check"), below="setup"),
        code("from lib import figures, widgets"), below="setup",
    ),
    "imports in an answer": lambda n: written(
        without(n, "setup"), "pre_activation", f"{IMPORTS}\n\n\n{MODEL['pre_activation']}"
    ),
    "an exception before": lambda n: written(n, "setup", f"1 / 0\n{IMPORTS}"),
    "an assertion before": lambda n: written(n, "setup", f"import sys\nassert sys.version_info >= (4,)\n{IMPORTS}"),
    "a syntax error": lambda n: written(n, "setup", f"{IMPORTS}\nprint 'ready'"),
    "magic widget": lambda n: written(n, "setup", f"%matplotlib widget\n{IMPORTS}"),
    "magic qt": lambda n: written(n, "setup", f"%matplotlib qt\n{IMPORTS}"),
    "magic notebook": lambda n: written(n, "setup", f"%matplotlib notebook\n{IMPORTS}"),
    "unknown magic": lambda n: written(n, "setup", f"%load_ext autoreload2\n{IMPORTS}"),
    "TkAgg": lambda n: written(n, "setup", f"import matplotlib\nmatplotlib.use('TkAgg')\n{IMPORTS}"),
    "timed": lambda n: written(n, "setup", f"%%time\n{IMPORTS}"),
    "reset first": lambda n: written(n, "setup", f"%reset -f\n{IMPORTS}"),
    "chdir": lambda n: written(n, "setup", f"import os\nos.chdir('/home/ada/homework')\n{IMPORTS}"),
    "its own file": lambda n: written(n, "setup", f"from helpers import *\n{IMPORTS}"),
    "a file that is read": lambda n: written(n, "setup", f"open('settings.json').read()\n{IMPORTS}"),
    "input": lambda n: written(n, "setup", f"name = input('Name? ')\n{IMPORTS}"),
    "getpass": lambda n: written(n, "setup", f"import getpass\ngetpass.getpass()\n{IMPORTS}"),
    "exit": lambda n: written(n, "setup", f"{IMPORTS}\nimport sys\nsys.exit()"),
    "a variable named check": lambda n: written(n, "setup", f"{IMPORTS}\ncheck = True"),
    "check in an answer": lambda n: written(n, "sigmoid", f"{SIGMOID}\n\n\ncheck = sigmoid(0.0)"),
    "a function named check": lambda n: written(
        n, "predict",
        "def check(a):\n    return np.asarray(a) >= 0.5\n\n\ndef predict(a):\n    return np.where(check(a), 1, 0)[()]",
    ),
    "check deleted": lambda n: put(n, code("del check"), below="setup"),
    "reset above the answers": lambda n: put(n, code("%reset -f"), above="pre_activation"),
    "all names deleted above a test": lambda n: put(n, code("globals().clear()"), above="test-predict"),
    "more imports behind a missing module": lambda n: written(
        written(n, "setup", f"import seaborn as sns\nimport math\n{IMPORTS}"), "predict", USES_MATH
    ),
    "more imports in a cell at the end": lambda n: written(
        moved_to_the_end(written(n, "setup", f"{IMPORTS}\nimport math"), "setup"), "predict", USES_MATH
    ),
    "more imports made markdown": lambda n: written(
        of_type(written(n, "setup", f"{IMPORTS}\nimport math"), "setup", "markdown"), "predict", USES_MATH
    ),
    "a constant behind a missing module": lambda n: written(
        written(n, "setup", f"import seaborn\n{IMPORTS}\nHALF = 0.5"),
        "predict", "def predict(a):\n    return np.where(np.asarray(a) >= HALF, 1, 0)[()]",
    ),
    "an answer behind a missing module": lambda n: written(n, "sigmoid", f"import seaborn\n\n\n{SIGMOID}"),
    "an answer behind a failing line": lambda n: written(n, "sigmoid", f"print(sigmoid(0))\n{SIGMOID}"),
    "an answer behind a plot that fails": lambda n: written(n, "sigmoid", f"plt.plot([1, 2])\n\n\n{SIGMOID}"),
}  # fmt: skip

# ---------------------------------------------------------------- several answers, or one elsewhere

# Python 3.13 parses more, and what is deeper still is another error, of which IPython tells.
DEEP, SAID_OF_DEEP = (3000, "nested too deep") if sys.version_info < (3, 13) else (10_000, "stopped with MemoryError")
ANSWER_CELL = {
    "marks that changed places": lambda n: with_marks_of(
        n, {"sigmoid": "written-symmetry-task", "pre_activation": "test-predict", "sigmoid_prime": "saturation_point"}
    ),
    "a block of Markdown within text": lambda n: put(
        written(n, "sigmoid", stub_of("sigmoid")),
        text(f"My answer is\n\n```python\n{SIGMOID}\n```\n\nand it holds for arrays as well."), below="sigmoid",
    ),
    "timed by a magic that keeps it": lambda n: written(n, "sigmoid", f"%%timeit -n1 -r1\n{SIGMOID}"),
    "a stub below the tests": lambda n: put(n, twin(n, "sigmoid", stub_of("sigmoid")), below="test-sigmoid-stable"),
    "a stub above the tests": lambda n: put(n, twin(n, "sigmoid", stub_of("sigmoid")), below="sigmoid"),
    "a stub below it in its cell": lambda n: written(n, "sigmoid", f"{SIGMOID}\n\n\n{stub_of('sigmoid')}"),
    "curly quotes in the code": lambda n: written(n, "sigmoid", SIGMOID.replace('"""', "\u201c\u201d\u201d")),
    "hard spaces and a minus sign": lambda n: written(
        n, "sigmoid", SIGMOID.replace("    ", "\u00a0" * 4).replace("-np", "\u2212np")
    ),
    "a zero-width space, timed": lambda n: written(n, "sigmoid", f"%time\n\u200b{SIGMOID}"),
    "the fences of Markdown": lambda n: written(n, "sigmoid", f"```python\n{SIGMOID}\n```"),
    "magics of Jupyter alone": lambda n: written(n, "sigmoid", f"%autosave 60\n%store -r z\n{SIGMOID}\n%tutor"),
    "the escapes of HTML": lambda n: written(n, "sigmoid", SIGMOID.replace(">", "&gt;")),
    "Python 2 below it": lambda n: written(n, "sigmoid", f"{SIGMOID}\n\n\nprint 'sigmoid', sigmoid(0)"),
    "all answers in one cell, one broken": lambda n: written(
        fill(n, {f: "" for f in MODEL if not f.startswith("written")}), "pre_activation",
        "\n\n".join([*(MODEL[f] for f in MODEL if not f.startswith("written")), "def extra(:\n    return 1"]),
    ),
    "np is a number": lambda n: put(n, code("np = 3  # number of points"), above="test-sigmoid"),
    "sum is a number": lambda n: put(
        written(n, "predict", "def predict(a):\n    return np.where(np.asarray(a) >= sum([0.25, 0.25]), 1, 0)[()]"),
        code("sum, list = 0, []"), below="predict",
    ),
    "a stub at the end": lambda n: n.cells.append(twin(n, "sigmoid", stub_of("sigmoid"))) or n,
    "a stub without marks": lambda n: put(n, code(stub_of("sigmoid")), below="sigmoid"),
    "a stub above its answer": lambda n: put(n, twin(n, "sigmoid", stub_of("sigmoid")), above="sigmoid"),
    "three stubs": lambda n: put(
        put(n, twin(n, "sigmoid", stub_of("sigmoid")), above="sigmoid"), code(stub_of("sigmoid")), below="sigmoid"
    ),
    "an empty copy": lambda n: put(n, twin(n, "sigmoid", ""), below="test-sigmoid"),
    "the same twice": lambda n: put(n, twin(n, "sigmoid", SIGMOID), below="test-sigmoid"),
    "a scratch variant below": lambda n: put(n, twin(n, "sigmoid", WRONG_SIGMOID), below="test-sigmoid-stable"),
    "a scratch variant above the tests": lambda n: put(n, twin(n, "sigmoid", WRONG_SIGMOID), below="sigmoid"),
    "a scratch variant without marks": lambda n: put(n, code(WRONG_SIGMOID), below="sigmoid"),
    "a scratch variant between the tests": lambda n: put(n, twin(n, "sigmoid", WRONG_SIGMOID), below="test-sigmoid"),
    "a first try above": lambda n: put(n, twin(n, "sigmoid", WRONG_SIGMOID), above="sigmoid"),
    "the answer in a copy below": lambda n: put(
        written(n, "sigmoid", stub_of("sigmoid")), twin(n, "sigmoid", SIGMOID), below="test-sigmoid-stable"
    ),
    "the answer in a new cell below": lambda n: put(
        written(n, "sigmoid", stub_of("sigmoid")), code(SIGMOID), below="sigmoid"
    ),
    "the answer in a new cell above": lambda n: put(
        written(n, "sigmoid", stub_of("sigmoid")), code(SIGMOID), above="sigmoid"
    ),
    "the answer below its tests": lambda n: put(
        written(n, "sigmoid", stub_of("sigmoid")), code(SIGMOID), below="test-sigmoid-stable"
    ),
    "the answer at the end": lambda n: written(n, "sigmoid", stub_of("sigmoid")).cells.append(code(SIGMOID)) or n,
    "all answers in one cell": lambda n: fill(
        put(n, code("\n\n\n".join(MODEL[f] for f in MODEL if not f.startswith("written"))), above="pre_activation"),
        {f: stub_of(f) for f in MODEL if not f.startswith("written")},
    ),
    "the answer in Markdown": lambda n: put(
        written(n, "sigmoid", stub_of("sigmoid")), text(f"```python\n{SIGMOID}\n```"), below="sigmoid"
    ),
    "the answer in a raw cell": lambda n: put(
        written(n, "sigmoid", ""), nbformat.v4.new_raw_cell(SIGMOID), below="sigmoid"
    ),
    "its cell made markdown": lambda n: of_type(n, "sigmoid", "markdown"),
    "its cell made raw": lambda n: of_type(n, "sigmoid", "raw"),
    "a wrong answer, a right one below": lambda n: put(
        written(n, "sigmoid", WRONG_SIGMOID), code(SIGMOID), below="test-sigmoid-stable"
    ),
    "a helper below": lambda n: put(
        written(n, "predict", "def predict(a):\n    return np.where(is_large(a), 1, 0)[()]"),
        code("def is_large(a):\n    return np.asarray(a) >= 0.5"), below="test-predict",
    ),
    "a name that became a number": lambda n: put(n, code("predict = predict(0.7)"), below="predict"),
    "split into two cells": lambda n: put(
        written(n, "predict", "def predict(a):\n    return np.where(is_large(a), 1, 0)[()]"),
        code("def is_large(a):\n    return np.asarray(a) >= 0.5"), above="predict",
    ),
    "typed into its test": lambda n: written(
        written(n, "sigmoid", stub_of("sigmoid")), "test-sigmoid", f'{SIGMOID}\n\ncheck(sigmoid, "formula")  # 1 point'
    ),
    "typed into its last test": lambda n: written(
        written(n, "sigmoid", ""), "test-sigmoid-stable", f'check(sigmoid, "stable")  # 1 point\n{SIGMOID}'
    ),
    "typed over its test": lambda n: written(
        written(n, "predict", stub_of("predict")), "test-predict", MODEL["predict"]
    ),
    "typed into the test before": lambda n: written(
        written(n, "predict", stub_of("predict")), "test-saturation_point",
        f"{stub_of('test-saturation_point')}\n\n{MODEL['predict']}",
    ),
    "its body split off": lambda n: put(
        written(n, "sigmoid", lines_of(SIGMOID, 0, 2)), code(lines_of(SIGMOID, 2)), below="sigmoid"
    ),
    "its head split off": lambda n: put(
        written(n, "sigmoid", lines_of(SIGMOID, 2)), code(lines_of(SIGMOID, 0, 2)), above="sigmoid"
    ),
    "its body split off, with its mark": lambda n: put(
        written(n, "sigmoid", lines_of(SIGMOID, 0, 1)), twin(n, "sigmoid", lines_of(SIGMOID, 1)), below="sigmoid"
    ),
    "split into three": lambda n: put(
        put(
            written(n, "sigmoid_prime", "import math\ndef sigmoid_prime(z):"),
            code("    return a * (1 - a)"), below="sigmoid_prime",
        ),
        code("    a = sigmoid(z)"), below="sigmoid_prime",
    ),
    "a class that is split": lambda n: put(
        put(
            written(n, "predict", "def predict(a):\n    return Limit(0.5).of(a)"),
            code("class Limit:\n    def __init__(self, h):\n        self.h = h\n"), above="predict",
        ),
        code("    def of(self, a):\n        return np.where(np.asarray(a) >= self.h, 1, 0)[()]"), above="predict",
    ),
    "split, and more below": lambda n: put(
        written(n, "sigmoid", lines_of(SIGMOID, 0, 2)),
        code(lines_of(SIGMOID, 2) + "\n\n\ndef logit(a):\n    return a"), below="sigmoid",
    ),
    "split within a line": lambda n: put(
        written(n, "predict", "def predict(a):\n    return np.where(np.asarray(a)"), code(" >= 0.5, 1, 0)[()]"),
        below="predict",
    ),
    "tabs and blanks": lambda n: written(
        n, "predict", "def predict(a):\n    large = np.asarray(a) >= 0.5\n\treturn np.where(large, 1, 0)[()]"
    ),
    "breakpoints left in": lambda n: written(
        n, "predict", "import pdb\nfrom IPython.core.debugger import set_trace\n\n\n"
        "def predict(a):\n    breakpoint()\n    pdb.set_trace()\n"
        "    set_trace()\n    return np.where(np.asarray(a) >= 0.5, 1, 0)[()]",
    ),
    "a helper typed into a test": lambda n: written(
        written(n, "predict", "def predict(a):\n    return np.where(is_large(a), 1, 0)[()]"), "test-predict",
        "def is_large(a):\n    return np.asarray(a) >= 0.5\n\n\ncheck(predict)",
    ),
    "prints typed into tests": lambda n: written(
        n, "test-sigmoid", 'print(sigmoid(3))\nfor z in (1, 2):\n    print(sigmoid(z))\ncheck(sigmoid, "formula")'
    ),
    "nonsense typed into a test": lambda n: written(n, "test-sigmoid", "check(sigmoid, \nwhy is this red"),
    "a test made markdown": lambda n: of_type(n, "test-sigmoid", "markdown"),
    "a number of HTML with thousands of digits below": lambda n: written(
        n, "sigmoid", f"{SIGMOID}\n\nthis line is no code: &#{'1' * 5000};"
    ),
    "a line above that is nested too deep": lambda n: written(n, "sigmoid", f"x = {'-' * DEEP}1\n\n\n{SIGMOID}"),
    "ids all the same": lambda n: [c.update(id="title") for c in n.cells] and n,
    "marks gone, ids all the same": lambda n: stripped(n, ids="sigmoid"),
    "marks gone, other ids": stripped,
    "a star import that hides max": lambda n: put(
        written(n, "predict", HIDDEN_MAX), code("from numpy import *"), below="setup"
    ),
    "the blank notebook below": lambda n: n.update(cells=n.cells + read(FOLDER["release"], ASSIGNMENT).cells) or n,
    "the blank notebook above": lambda n: n.update(cells=read(FOLDER["release"], ASSIGNMENT).cells + n.cells) or n,
    "with the next notebook in it": lambda n: n.cells.extend(read(FOLDER["release"], "02-losses").cells) or n,
    "code alone": lambda n: n.update(cells=[code(c.source) for c in n.cells if c.cell_type == "code"]) or n,
    "code alone, in one cell": lambda n: n.update(
        cells=[code("\n\n".join(c.source for c in n.cells if c.cell_type == "code"))]
    ) or n,
}  # fmt: skip

# ---------------------------------------------------------------- an answer in words

BLANK = "YOUR ANSWER HERE"


def blank(n):
    return written(n, "written-symmetry", BLANK)


def answered_in_task(n):
    task = cell_of(n, "written-symmetry-task")
    task.source += f"\n\n{PROOF}\n\n$$\n\\sigma(z)\n$$"
    return n


PICTURE = {"proof.png": {"image/png": "iVBORw0KGgo="}}
WRITTEN = {
    "below": lambda n: put(blank(n), text(PROOF), below="written-symmetry"),
    "above": lambda n: put(blank(n), text(PROOF), above="written-symmetry"),
    "above its task": lambda n: put(blank(n), text(PROOF), above="written-symmetry-task"),
    "in two new cells": lambda n: put(
        put(blank(n), text(PROOF), below="written-symmetry"), text("First part."), below="written-symmetry"
    ),
    "in a copy below": lambda n: put(blank(n), twin(n, "written-symmetry", PROOF), below="written-symmetry"),
    "in a copy above": lambda n: put(blank(n), twin(n, "written-symmetry", PROOF), above="written-symmetry"),
    "in two copies": lambda n: put(
        put(blank(n), twin(n, "written-symmetry", PROOF), above="written-symmetry"),
        twin(n, "written-symmetry", "And so on."), above="written-symmetry",
    ),
    "in the task": lambda n: answered_in_task(blank(n)),
    "over the task": lambda n: written(blank(n), "written-symmetry-task", PROOF),
    "over the task, cell deleted": lambda n: written(without(n, "written-symmetry"), "written-symmetry-task", PROOF),
    "in the next text": lambda n: written(
        blank(n), "derivative-text", f"{PROOF}\n\n{cell_of(n, 'derivative-text').source}"
    ),
    "in a raw cell": lambda n: put(blank(n), nbformat.v4.new_raw_cell(PROOF), below="written-symmetry"),
    "in a comment": lambda n: put(blank(n), code(f"# {PROOF}"), below="written-symmetry"),
    "in a string": lambda n: put(blank(n), code(f'"""\n{PROOF}\n"""'), below="written-symmetry"),
    "printed": lambda n: put(blank(n), code(f'print(r"{PROOF}")'), below="written-symmetry"),
    "in a code cell, as it is": lambda n: put(blank(n), code(PROOF), below="written-symmetry"),
    "its cell made code": lambda n: of_type(n, "written-symmetry", "code", f"# {PROOF}"),
    "its cell made raw": lambda n: of_type(n, "written-symmetry", "raw", PROOF),
    "emptied, below": lambda n: put(written(n, "written-symmetry", ""), text(PROOF), below="written-symmetry"),
    "deleted, a new cell": lambda n: without(put(n, text(PROOF), below="written-symmetry"), "written-symmetry"),
    "at the end": lambda n: blank(n).cells.append(text(PROOF)) or n,
    "a picture": lambda n: put(
        blank(n), text(f"![](attachment:proof.png) {PROOF}", attachments=PICTURE), below="written-symmetry"
    ),
    "marks gone": lambda n: stripped(written(n, "written-symmetry", PROOF)),
    "marks gone, below": lambda n: stripped(put(blank(n), text(PROOF), below="written-symmetry")),
    "marks and ids gone": lambda n: stripped(written(n, "written-symmetry", PROOF), ids="x"),
    "typed into a test": lambda n: written(
        blank(n), "test-sigmoid-stable", f'check(sigmoid, "stable")\n"""{PROOF}"""'
    ),
    "in a comment of a test": lambda n: written(blank(n), "test-sigmoid", f'check(sigmoid, "formula")\n# {PROOF}'),
    "in comments of an answer": lambda n: written(blank(n), "sigmoid", f"{SIGMOID}\n# Proof:\n# {PROOF}\n# x = 1"),
    "in the docstring of an answer": lambda n: written(
        blank(n), "sigmoid", SIGMOID.replace('"""', 'r"""', 1).replace('"""\n', f'\n\n    {PROOF}\n    """\n', 1)
    ),
    "in a string of an answer": lambda n: written(blank(n), "sigmoid", f"{SIGMOID}\n\n\nwhy = r'{PROOF}'"),
    "printed below a figure": lambda n: written(
        blank(n), "sigmoid-figure", f"{cell_of(n, 'sigmoid-figure').source}\nprint(r'{PROOF}')"
    ),
    "beside a function of its own": lambda n: put(
        blank(n), code(f'def other(z):\n    r"""{PROOF}"""\n    return 1 - z'), below="written-symmetry"
    ),
    "in a comment of a figure": lambda n: written(
        blank(n), "sigmoid-figure", f"{cell_of(n, 'sigmoid-figure').source}\n# {PROOF}"
    ),
}  # fmt: skip

# ---------------------------------------------------------------- a mistake that costs its points once

SLOPE = "def sigmoid_prime(z):\n    a = {0}(z)\n    return a * (1 - a)"
UNWRAPPED = "def logged(f):\n    def wrapper(*args):\n        return f(*args)\n    return wrapper\n\n\n@logged\n"
ONCE = {
    "empty": "",
    "only a comment": "# to do",
    "as handed out": None,
    "deleted": lambda n: without(n, "sigmoid"),
    "renamed": SIGMOID.replace("sigmoid", "sigm"),
    "a capital": SIGMOID.replace("sigmoid", "Sigmoid"),
    "a syntax error": "def sigmoid(z:\n    return 1",
    "an indentation error": "def sigmoid(z):\nreturn 1",
    "a missing module": "import jax.numpy as jnp\n\n\ndef sigmoid(z):\n    return jnp.exp(z)",
    "a missing function": "from lib import expit as sigmoid",
    "a number": "sigmoid = 1 / (1 + np.exp(-1))",
    "an endless loop": "def sigmoid(z):\n    while True:\n        pass",
    "exits": "import os\n\n\ndef sigmoid(z):\n    os._exit(0)",
    "exits at once": "import os\nos._exit(0)",
    "recursion": "def sigmoid(z):\n    return sigmoid(z)",
    "raises": "def sigmoid(z):\n    raise ValueError(z)",
    "wrong": WRONG_SIGMOID,
    "wrong, other argument": (WRONG_SIGMOID.replace("z", "x"), SLOPE.replace("{0}(z)", "sigmoid(x=z)")),
    "a class": (
        "class Sigmoid:\n    def __call__(self, z):\n        return 0.3\n\n\nsigmoid = Sigmoid()",
        "class Prime:\n    def __call__(self, z):\n        a = sigmoid(z)\n        return a * (1 - a)\n\n\n"
        "sigmoid_prime = Prime()",
    ),
    "a class that keeps it": (
        WRONG_SIGMOID,
        "class Prime:\n    def __init__(self, f):\n        self.f = f\n\n    def __call__(self, z):\n"
        "        a = self.f(z)\n        return a * (1 - a)\n\n\nsigmoid_prime = Prime(sigmoid)",
    ),
    "a partial": (
        "import functools\n\n\ndef _sigmoid(k, z):\n    return 0.3\n\n\nsigmoid = functools.partial(_sigmoid, 1)",
        "def _prime(k, z):\n    a = sigmoid(z)\n    return a * (1 - a)\n\n\n"
        "sigmoid_prime = functools.partial(_prime, 1)",
    ),
    "a partial of it": (WRONG_SIGMOID, f"import functools\ns = functools.partial(sigmoid)\n{SLOPE.format('s')}"),
    "a decorator without wraps": (UNWRAPPED + WRONG_SIGMOID, "@logged\n" + SLOPE.format("sigmoid")),
    "an alias": (WRONG_SIGMOID, f"s = sigmoid\n\n\n{SLOPE.format('s')}"),
    "an alias of what is missing": ("", f"s = sigmoid\n\n\n{SLOPE.format('s')}"),
    "an alias of a class": (
        "class Sigmoid:\n    def __call__(self, z):\n        return 0.3\n\n\nsigmoid = s = Sigmoid()", SLOPE.format("s")
    ),
    "a default argument": (WRONG_SIGMOID, SLOPE.format("s").replace("(z):", "(z, s=sigmoid):")),
    "a lambda": ("sigmoid = lambda z: 0.3", "sigmoid_prime = lambda z: sigmoid(z) * (1 - sigmoid(z))"),
    "vectorized": ("sigmoid = np.vectorize(lambda z: 0.3)", SLOPE.format("sigmoid")),
    "cached": ("import functools\n\n\n@functools.lru_cache\ndef sigmoid(z):\n    return 0.3", SLOPE.format("sigmoid")),
    "tried out above": ("", f"print(sigmoid(0))\n{SLOPE.format('sigmoid')}"),
    "a helper between": (WRONG_SIGMOID, f"def out(z):\n    return sigmoid(z)\n\n\n{SLOPE.format('out')}"),
    "other arguments": (
        "def sigmoid(k, z):\n    e = np.exp(-k * np.abs(z))\n    return np.where(z < 0, e / (1 + e), 1 / (1 + e))[()]",
        "def sigmoid_prime(z):\n    return sigmoid(1, z) * sigmoid(1, -z)",
    ),
    "in a list": (WRONG_SIGMOID, f"fs = [sigmoid]\n\n\n{SLOPE.format('fs[0]')}"),
}  # fmt: skip


def with_sigmoid(spoilt):
    """A change of a notebook in which the cell of sigmoid, and maybe that of its derivative, hold something else."""
    if callable(spoilt):
        return spoilt
    first, second = spoilt if isinstance(spoilt, tuple) else (spoilt, PRIME)
    return lambda n: fill(n, {"sigmoid": stub_of("sigmoid") if first is None else first, "sigmoid_prime": second})


# ---------------------------------------------------------------- no way to gain by it

KEEPS = """import types, lib.neuron
kept = {}


def sigmoid_prime(z):
    own = dict(vars(lib.neuron))
    for name in "_sigmoid", "sigmoid":
        own[name] = types.FunctionType(own[name].__code__.replace(co_filename="mine"), own)
    kept["sigmoid"] = own["sigmoid"]
    kept["stand-in"] = globals()["sigmoid"]
    return 0 * z"""
USES_KEPT = """def sigmoid(z):
    for f in kept.values():
        try:
            return f(z)
        except Exception:
            pass
    return {}"""
# Answers to sigmoid, in cells of their own. None is right, but each tries to keep the reference that sigmoid_prime is
# checked with.
THIEVES = {
    "a later variant": ("def sigmoid(z):\n    return 0.3", USES_KEPT.format(0.3)),
    "the same twice": (USES_KEPT.format(0.3), USES_KEPT.format(0.31)),
    "what stands further down": ("def sigmoid(z):\n    return kept['sigmoid'](z)", USES_KEPT.format("later(z)")),
    "hangs": ("def sigmoid(z):\n    while True:\n        pass", USES_KEPT.format(0.3)),
    "exits": ("import os\n\n\ndef sigmoid(z):\n    os._exit(0)", USES_KEPT.format(0.3)),
}


def thief(notebook, first, second):
    notebook = fill(notebook, {"sigmoid": first, "sigmoid_prime": KEEPS})
    notebook.cells.append(code(second))
    return notebook


# ---------------------------------------------------------------- what is for a person


def calls_in_a_check():
    """How often a check calls an answer to predict."""
    calls = []

    def predict(a):
        calls.append(a)
        return np.where(np.asarray(a) >= 0.5, 1, 0)[()]

    check(predict)
    return len(calls)


def slow_in_the_hidden_test():
    return f"""import time


def predict(a, calls=[]):
    calls.append(0)
    time.sleep(10 if len(calls) > {calls_in_a_check()} else 0)
    return np.where(np.asarray(a) >= 0.5, 1, 0)[()]"""


PERSON = {
    "renamed in its cell": (
        lambda n: written(n, "predict", MODEL["predict"].replace("predict", "classify")), "classify"
    ),
    "renamed in a new cell": (
        lambda n: put(
            written(n, "predict", stub_of("predict")), code("def classify(a):\n    return 1"), below="predict"
        ),
        "classify",
    ),
    "half an answer typed into its test": (
        lambda n: written(
            written(n, "predict", stub_of("predict")), "test-predict", "np.where(a >= 0.5, 1, 0)\ncheck(predict)"
        ),
        "typed into its test",
    ),
    "a conflict of versions": (
        lambda n: written(n, "predict", "def predict(a):\n<<<<<<< HEAD\n    return 1\n=======\n>>>>>>> b"),
        "both sides of a conflict",
    ),
    "the error of the stub left in": (
        lambda n: written(n, "predict", f"{stub_of('predict')}\n    return np.where(np.asarray(a) >= 0.5, 1, 0)[()]"),
        "which was left in",
    ),
    "filled in below the error of the stub": (
        lambda n: written(
            n, "predict", "def predict(a):\n    large = ...\n    raise NotImplementedError()\n"
            "    large = np.asarray(a) >= 0.5\n    return np.where(large, 1, 0)[()]",
        ),
        "which was left in",
    ),
    "beside its function": (
        lambda n: written(n, "predict", f"{stub_of('predict')}\n\n\nfor a in (0.2, 0.5):\n    print(int(a >= 0.5))"),
        "code outside of it",
    ),
    "a module that is missing": (
        lambda n: written(
            n, "predict", "def predict(a):\n    import jax.numpy as jnp\n    return jnp.where(a >= 0.5, 1, 0)"
        ),
        "needs the module jax",
    ),
    "a module that is missing, its import above": (
        lambda n: put(
            written(n, "predict", "def predict(a):\n    return jnp.where(jnp.asarray(a) >= 0.5, 1, 0)"),
            code("import jax.numpy as jnp"), above="predict",
        ),
        "needs the module jax",
    ),
    "a decorator of a module that is missing": (
        lambda n: put(
            written(n, "predict", f"@njit\n{MODEL['predict']}"), code("from numba import njit"), above="predict"
        ),
        "needs the module numba",
    ),
    "an older NumPy": (
        lambda n: written(n, "predict", "def predict(a):\n    return (np.asarray(a) >= 0.5).astype(np.int)[()]"),
        "an older NumPy",
    ),
    "a missing module that was tried": (
        lambda n: put(
            written(n, "predict", "def predict(a):\n    return jnp.where(a >= 0.5, 1, 0)"),
            code("try:\n    import jax.numpy as jnp\nexcept ImportError:\n    print('install jax')"), below="setup",
        ),
        "needs the module jax",
    ),
    "IPython that fails": (
        lambda n: put(n, code("get_ipython().events = None"), above="predict"), "IPython itself failed"
    ),
    "slow": (lambda n: written(n, "predict", slow_in_the_hidden_test()), "too slow for the time of the hidden one"),
    "many variants": (
        lambda n: n.cells.extend(code(f"def predict(a):\n    return {k}") for k in range(4))
        or written(n, "predict", "def predict(a):\n    return 5"),
        "5 variants",
    ),
}  # fmt: skip

# ---------------------------------------------------------------- the file

# What was handed in: path -> which notebook it is.
FILES = {
    "a blank beside (1)": {"sigmoid.ipynb": "blank", "sigmoid (1).ipynb": "solved"},
    "a blank (1)": {"sigmoid.ipynb": "solved", "sigmoid (1).ipynb": "blank"},
    "a blank beside -Copy1": {"sigmoid.ipynb": "blank", "sigmoid-Copy1.ipynb": "solved"},
    "a blank beside final": {"sigmoid.ipynb": "blank", "sigmoid_final.ipynb": "solved"},
    "a blank beside another name": {"sigmoid.ipynb": "blank", "Ada Lovelace HW1.ipynb": "solved"},
    "two that are the same": {"sigmoid.ipynb": "solved", "sigmoid_final.ipynb": "solved"},
    "an older one beside": {"sigmoid.ipynb": "solved", "sigmoid_old.ipynb": "begun"},
    "an older one under the name": {"sigmoid.ipynb": "begun", "sigmoid_final.ipynb": "solved"},
    "three": {"sigmoid.ipynb": "blank", "sigmoid (1).ipynb": "begun", "sigmoid (2).ipynb": "solved"},
    "renamed": {"Untitled.ipynb": "solved"},
    "a capital": {"Sigmoid.ipynb": "solved"},
    "capital ending": {"sigmoid.IPYNB": "solved"},
    "as text": {"sigmoid.ipynb.txt": "solved"},
    "as JSON": {"sigmoid.ipynb.json": "solved"},
    "JSON": {"sigmoid.json": "solved"},
    "no ending": {"sigmoid": "solved"},
    "twice the ending": {"sigmoid.ipynb.ipynb": "solved"},
    "in a folder": {"homework/sigmoid.ipynb": "solved"},
    "in a folder in a folder": {"01-sigmoid/release/My notebook.ipynb": "solved"},
    "in a folder beside a blank": {"sigmoid.ipynb": "blank", "homework/sigmoid.ipynb": "solved"},
    "in a folder named like it": {"sigmoid.ipynb/sigmoid.ipynb": "solved"},
    "the whole release": {
        "release/01-sigmoid/sigmoid.ipynb": "solved", "release/02-losses/losses.ipynb": "other",
        "lib/__init__.py": "junk",
    },
    "zipped": {"sigmoid.zip": {"sigmoid.ipynb": "solved"}},
    "zipped on macOS": {
        "HW1.zip": {"HW1/sigmoid.ipynb": "solved", "__MACOSX/HW1/._sigmoid.ipynb": "junk", "HW1/.DS_Store": "junk"}
    },
    "zipped beside a blank": {"sigmoid.ipynb": "blank", "HW1.ZIP": {"a/b/sigmoid.ipynb": "solved"}},
    "zipped in a folder": {"hand in/sigmoid.zip": {"sigmoid.ipynb": "solved"}},
    "beside what macOS adds": {"._sigmoid.ipynb": "junk", "sigmoid.ipynb": "solved", ".DS_Store": "junk"},
    "beside a checkpoint": {"sigmoid.ipynb": "solved", ".ipynb_checkpoints/sigmoid-checkpoint.ipynb": "begun"},
    "only a checkpoint": {".ipynb_checkpoints/sigmoid-checkpoint.ipynb": "solved"},
    "damaged beside a checkpoint": {"sigmoid.ipynb": "junk", ".ipynb_checkpoints/sigmoid-checkpoint.ipynb": "solved"},
    "damaged beside a copy": {"sigmoid.ipynb": "junk", "sigmoid-Copy1.ipynb": "solved"},
    "empty beside a copy": {"sigmoid.ipynb": "empty", "sigmoid-Copy1.ipynb": "solved"},
    "the next notebook beside it": {"sigmoid.ipynb": "solved", "losses.ipynb": "other"},
    "names changed": {"sigmoid.ipynb": "other", "losses.ipynb": "solved"},
    "beside other files": {"sigmoid.ipynb": "solved", "notes.pdf": "junk", "data.json": "junk", "x.zip": "junk"},
    "from Canvas": {"lovelaceada_55_1001_sigmoid-1.ipynb": "solved"},
    "from Canvas, a blank": {"sigmoid.ipynb": "blank", "lovelaceada_LATE_55_1001_sigmoid-2.ipynb": "solved"},
    "a module beside": {"sigmoid.ipynb": "imports", "my_work.py": "module"},
    "a script beside": {"homework/sigmoid.ipynb": "runs", "homework/my_work.py": "module"},
    "a module beside, zipped": {"HW1.zip": {"HW1/sigmoid.ipynb": "imports", "HW1/my_work.py": "module"}},
    "UTF-16, of PowerShell": {"sigmoid.ipynb": "UTF-16"},
    "a code page of Windows": {"sigmoid.ipynb": "Windows-1252"},
    "from a server": {"sigmoid.ipynb": "from a server"},
    "text in JSON": {"sigmoid.ipynb": "text in JSON"},
    "a conflict of versions beside the answers": {"sigmoid.ipynb": "in conflict"},
    "a conflict of versions, one blank": {"sigmoid.ipynb": "solved or blank"},
    "in Greek": {"σιγμοειδής (αντίγραφο).ipynb": "solved"},
}  # fmt: skip
# Two files that hold different answers.
TWO_FILES = {
    "a blank beside a checkpoint": {
        "sigmoid.ipynb": "blank", ".ipynb_checkpoints/sigmoid-checkpoint.ipynb": "solved"
    },
    "two answers": {"sigmoid.ipynb": "wrong", "sigmoid_final.ipynb": "solved"},
    "a conflict of versions": {"sigmoid.ipynb": "wrong or solved"},
}  # fmt: skip
# What cannot be graded, and a part of the message about it.
NO_FILE = {
    "the next notebook": ({"sigmoid.ipynb": "other"}, "another notebook of the course, losses"),
    "the next notebook, marks gone": ({"sigmoid.ipynb": "other, stripped"}, "another notebook of the course, losses"),
    "the next notebook, under its name": ({"losses.ipynb": "other"}, "losses.ipynb"),
    "nothing of the course": ({"sigmoid.ipynb": "nothing"}, "no cell of the notebook sigmoid"),
    "a PDF": ({"sigmoid.pdf": "junk"}, "There is: sigmoid.pdf"),
    "exported": ({"sigmoid.html": "junk", "sigmoid.py": "junk"}, "There is: sigmoid.html, sigmoid.py"),
    "a damaged zip": ({"sigmoid.zip": "junk"}, "archive is damaged"),
    "a zip of pictures": ({"sigmoid.zip": {"scan.png": "junk"}}, "There is: sigmoid.zip"),
    "a 7z": ({"sigmoid.7z": "junk"}, "There is: sigmoid.7z"),
    "only what macOS adds": ({"._sigmoid.ipynb": "junk"}, "There is no notebook sigmoid.ipynb"),
}  # fmt: skip

KINDS = {"imports": IMPORT_CELL, "answer": ANSWER_CELL, "written": WRITTEN}


def lay(folder, files, contents):
    """Write files; a dict of files is an archive."""
    for name, what in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(what, dict):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for member, kind in what.items():
                    archive.writestr(member, contents[kind])
        else:
            path.write_bytes(contents[what])


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """(student -> grade id -> (score, most, whether a person is asked), folder)."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    with open(folder / "nbgrader_config.py", "a", encoding="utf-8") as config:
        config.write("c.Execute.timeout = 3\nc.Execute.notebook_timeout = 60\n")
    for assignment in (ASSIGNMENT, "02-losses", "03-gradients"):
        assert api.generate_assignment(assignment)["success"]
    FOLDER["release"] = folder / "release"
    hand_in_notebooks(folder)
    hand_in_files(folder)
    done = grade(folder, ASSIGNMENT)
    print(done.stdout, done.stderr)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr  # some cannot be graded
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        found = {
            submission.student.id: {
                grade.name: (grade.auto_score, grade.max_score, bool(grade.needs_manual_grade))
                for grade in submission.notebooks[0].grades
            }
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
        }
    return found, folder


def released():
    return read(FOLDER["release"], ASSIGNMENT)


def solved():
    return fill(released(), MODEL)


def hand_in_notebooks(folder):
    """One notebook for each entry of the tables of notebooks."""
    for kind, cases in KINDS.items():
        for title, spoil in cases.items():
            path = folder / "submitted" / f"{kind}: {title}" / ASSIGNMENT / "sigmoid.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(spoil(solved())), encoding="utf-8")  # nbformat would mend ids that come twice
    for title, spoilt in ONCE.items():
        submit(folder, f"once: {title}", ASSIGNMENT, with_sigmoid(spoilt)(solved()))
    for title, answers in THIEVES.items():
        submit(folder, f"thief: {title}", ASSIGNMENT, thief(released(), *answers))
    for title, (spoil, _) in PERSON.items():
        submit(folder, f"person: {title}", ASSIGNMENT, spoil(solved()))
    submit(folder, "solved", ASSIGNMENT, solved())
    submit(folder, "blank", ASSIGNMENT, released())


def hand_in_files(folder):
    """The files of each entry of the tables of files."""
    cases = FILES | TWO_FILES | {title: files for title, (files, _) in NO_FILE.items()}
    contents = kinds_of_files()
    for title, files in cases.items():
        lay(folder / "submitted" / f"file: {title}" / ASSIGNMENT, files, contents)


def kinds_of_files():
    """What the tables of files call a file -> its bytes."""
    other = fill(read(FOLDER["release"], "02-losses"), solutions("02-losses"))
    kinds = {
        "solved": solved(),
        "blank": released(),
        "begun": fill(released(), {"pre_activation": MODEL["pre_activation"]}),
        "wrong": written(solved(), "predict", "def predict(a):\n    return 1"),
        "other": other,
        "other, stripped": stripped(copy.deepcopy(other)),
        "imports": written(solved(), "sigmoid", "from my_work import sigmoid"),
        "runs": written(solved(), "sigmoid", "%run my_work.py"),
        "nothing": nbformat.v4.new_notebook(cells=[text("# Shopping"), code("milk = 2")]),
    }
    umlaut = put(solved(), code("size = 'Größe'  # " + "é" * 20), below="predict")
    kinds |= {"from a server": {"name": "sigmoid.ipynb", "type": "notebook", "content": solved()}}
    kinds |= {"text in JSON": json.dumps(solved())}
    versions = {kind: json.dumps(kinds[kind], indent=1) for kind in ("solved", "blank", "wrong")}
    counts = ',\n<<<<<<< HEAD\n "x": 4,\n=======\n "x": 7,\n>>>>>>> origin/main\n "cells"'
    as_saved = {
        "UTF-16": versions["solved"].encode("utf-16"),
        "Windows-1252": json.dumps(umlaut, ensure_ascii=False).encode("cp1252"),
        "in conflict": versions["solved"].replace(',\n "cells"', counts).encode(),
    }
    for ours, theirs in ("solved", "blank"), ("wrong", "solved"):
        both = f"<<<<<<< HEAD\n{versions[ours]}\n=======\n{versions[theirs]}\n>>>>>>> b\n"
        as_saved[f"{ours} or {theirs}"] = both.encode()
    files = {"junk": b"\0\5\x16\7 Mac", "empty": b"", "module": f"import numpy as np\n\n\n{SIGMOID}".encode()}
    return {kind: json.dumps(n).encode() for kind, n in kinds.items()} | as_saved | files


def lost(grades):
    return {name for name, (got, most, _) in grades.items() if name.startswith("test-") and got != most}


def graded(course, student):
    return nbformat.read(course[1] / "autograded" / student / ASSIGNMENT / "sigmoid.ipynb", as_version=4)


def notes(course, student):
    (cell,) = [cell for cell in graded(course, student).cells if cell.id == "grading-notes"]
    return cell.source


@pytest.mark.parametrize("title", IMPORT_CELL)
def test_whatever_became_of_the_imports_answers_earn_their_points(course, title):
    assert lost(course[0][f"imports: {title}"]) == set()


@pytest.mark.parametrize("title", ANSWER_CELL)
def test_an_answer_that_is_there_earns_its_points(course, title):
    assert lost(course[0][f"answer: {title}"]) == set()


SAID = re.compile("stub|variant|copy|below|above|typed|curly|hard|fences|number")


@pytest.mark.parametrize("title", list(filter(SAID.search, ANSWER_CELL)))
def test_what_was_done_is_said_at_the_head_of_the_notebook(course, title):
    assert notes(course, f"answer: {title}")


def test_what_is_nested_too_deep_is_said(course):
    assert SAID_OF_DEEP in notes(course, "answer: a line above that is nested too deep")


@pytest.mark.parametrize("title", WRITTEN)
def test_text_of_a_student_is_shown_in_the_cell_that_a_person_grades(course, title):
    student = f"written: {title}"
    cell = cell_of(graded(course, student), "written-symmetry")
    assert PROOF in cell.source and cell.cell_type == "markdown"
    assert course[0][student]["written-symmetry"] == (None, 2, True)
    assert lost(course[0][student]) == set()


HIDDEN = {
    "a comment": f"<!-- {PROOF} -->",
    "a comment below a line": f"My proof:\n\n<!--\n{PROOF}\n-->",
    "a link": f"[//]: # ({PROOF})",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_text_that_markdown_hides_is_shown_below_it(text):
    notebook = fill(read(COURSE / "release", "04-sgd"), {"written-race": text})
    assert "written-race: its text stood in comments" in " ".join(repair(notebook, BLUEPRINT).remarks)
    _, _, shown = cell_of(notebook, "written-race").source.partition("does not show")
    assert PROOF in shown and all(line.startswith("    ") for line in shown.splitlines()[2:])


IN_SIGHT = [f"{PROOF} <!-- to do: write it nicely -->", "<!-- no -->", f"[a]: {PROOF[:9]}\n{PROOF}"]


@pytest.mark.parametrize("text", IN_SIGHT)
def test_short_comments_in_an_answer_are_left(text):
    notebook = fill(read(COURSE / "release", "04-sgd"), {"written-race": text})
    repair(notebook, BLUEPRINT)
    assert cell_of(notebook, "written-race").source == text


COMMENTED = """def epochs_to_reach(losses, target):
    # for k, loss in enumerate(losses):
    #     if loss <= target:
    #         return k  # the first one that is small enough
    return np.argmax(losses <= target)  # without a loop"""


@pytest.mark.parametrize("place", ["title", "section-caption", "written-race-task"])
def test_text_that_was_typed_into_the_course_s_text_far_away_is_shown(place):
    notebook = fill(read(COURSE / "release", "04-sgd"), RACE | {"written-convexity": BLANK})
    cell_of(notebook, place).source += f"\n\n{PROOF}"
    assert repair(notebook, BLUEPRINT).needs_manual_grade.keys() == {"written-convexity"}
    assert PROOF in cell_of(notebook, "written-convexity").source


@pytest.mark.parametrize("source", ["Image('proof.png')", "from IPython.display import IFrame\nIFrame(url, 600, 400)"])
def test_a_cell_that_shows_something_may_be_the_answer(source):
    notebook = read(COURSE / "release", "04-sgd")
    put(notebook, code(source), below="written-race")
    assert "written-race" in repair(notebook, BLUEPRINT).needs_manual_grade
    assert source in cell_of(notebook, "written-race").source


def test_code_in_comments_and_text_of_the_course_are_no_answer_in_words():
    notebook = fill(read(COURSE / "release", "04-sgd"), {"epochs_to_reach": COMMENTED})
    for name in "setup", "penguins-numbers", "race-table":
        cell_of(notebook, name).source = f"import math\n{cell_of(notebook, name).source}\nprint('done')"
    assert not repair(notebook, BLUEPRINT).needs_manual_grade


@pytest.mark.parametrize("module", ["math", "numpy"])  # without and with a list of what is brought
def test_a_star_import_hides_functions_of_python_alone(module):
    hidden = starred(f"from {module} import *") & set(dir(builtins))
    assert "pow" in hidden and not [name for name in hidden if name.startswith("_")]


def test_who_emptied_all_cells_is_not_told_that_they_are_as_they_were_handed_out():
    notebook = read(COURSE / "release", "04-sgd")
    for cell in notebook.cells:
        cell.source = ""
    assert any("empty" in remark for remark in repair(notebook, BLUEPRINT).remarks)


def test_pictures_move_with_the_text(course):
    assert cell_of(graded(course, "written: a picture"), "written-symmetry").attachments == PICTURE


def test_formulas_that_were_typed_into_a_task_stay_whole(course):
    assert "$$\n\\sigma(z)\n$$" in cell_of(graded(course, "written: in the task"), "written-symmetry").source


# Written answers of a notebook that has several, in other places: each takes the notebook with all of its cells blank.
SEVERAL = {
    "all at the end": lambda n: n.cells.append(text("\n\n".join(RACE.values()))) or n,
    "all at the end, in cells": lambda n: n.cells.extend(map(text, RACE.values())) or n,
    "all in the first": lambda n: fill(
        n, {"written-race": "\n\n".join(f"**{name[8:].capitalize()}.** {answer}" for name, answer in RACE.items())}
    ),
    "all in the last, numbered": lambda n: fill(
        n, {"written-conclusion": "\n\n".join(f"{i}. {answer}" for i, answer in enumerate(RACE.values(), 1))}
    ),
    "all below the first": lambda n: put(
        n, text("\n\n".join(f"## {name[8:]}\n{answer}" for name, answer in RACE.items())), below="written-race"
    ),
}  # fmt: skip
RACE = {name: answer for name, answer in solutions("04-sgd").items() if name.startswith("written")}


@pytest.mark.parametrize("title", SEVERAL)
def test_several_answers_in_one_place_are_shown_in_each_cell(title):
    notebook = SEVERAL[title](read(COURSE / "release", "04-sgd"))
    repair(notebook, BLUEPRINT)
    assert all(answer in cell_of(notebook, name).source for name, answer in RACE.items())


def test_one_answer_says_nothing_of_the_others():
    notebook = fill(read(COURSE / "release", "04-sgd"), {"written-race": RACE["written-race"]})
    assert not repair(notebook, BLUEPRINT).needs_manual_grade


@pytest.mark.parametrize("name, is_asked", {"proof.pdf": True, "a/IMG 1.JPG": True, "my_work.py": False}.items())
def test_an_answer_may_be_in_a_file_beside_the_notebook(name, is_asked):
    others = [answer for answer in RACE if answer != "written-race"]
    notebook = fill(read(COURSE / "release", "04-sgd"), {"written-race": RACE["written-race"]})
    asked = repair(notebook, BLUEPRINT, [name]).needs_manual_grade
    assert list(asked) == (others if is_asked else [])
    assert all(name in why and name in cell_of(notebook, answer).source for answer, why in asked.items())


def test_files_that_the_course_released_are_no_answers():
    of_course = replace(BLUEPRINT, beside=["figure.png"])
    assert not repair(read(COURSE / "release", "04-sgd"), of_course, ["figure.png"]).needs_manual_grade


NEWER = "    for k in losses:\n        label = f'{ {'a': k}['a'] }'\n    return 0"
OLD = sys.version_info < (3, 12)
TYPED = "    type Loss = float\n    return 0"


@pytest.mark.parametrize(
    "body, is_asked", {"    k = 0\n    raise NotImplementedError()": False, NEWER: OLD, TYPED: OLD}.items()
)
def test_who_only_began_is_left_and_who_has_a_newer_python_is_not(body, is_asked):
    answers = {"epochs_to_reach": f"def epochs_to_reach(losses, target):\n{body}"}
    doubts = repair(fill(read(COURSE / "release", "04-sgd"), answers), BLUEPRINT).doubts
    assert list(doubts) == (["test-epochs_to_reach"] if is_asked else [])


@pytest.mark.parametrize("kind", [code, text])
def test_lines_that_were_filled_in_elsewhere_are_for_a_person(kind):
    notebook = read(COURSE / "release", "03-gradients")
    put(notebook, kind("line_24 = slope * a * (1 - a) * x"), below="cancellation_lines")
    blueprint = released_blueprint(COURSE / "release" / "03-gradients" / "gradients.ipynb")
    for mark in blueprint.cells:
        mark |= {"checksum": "", "points": 1}
    assert repair(notebook, blueprint).doubts.keys() == {"test-cancellation_lines"}


def test_why_an_answer_is_not_defined_is_a_sentence_of_its_own(course):
    (output,) = cell_of(graded(course, "once: a syntax error"), "test-sigmoid").outputs
    assert output.evalue.splitlines() == [
        "name 'sigmoid' is not defined.", "The cell of sigmoid stopped with SyntaxError: see there."
    ]  # fmt: skip


@pytest.mark.parametrize("title", ONCE)
def test_a_mistake_costs_no_points_in_another_exercise(course, title):
    assert lost(course[0][f"once: {title}"]) == {"test-sigmoid", "test-sigmoid-stable"}


@pytest.mark.parametrize("title", FILES)
def test_the_file_that_was_worked_on_is_graded(course, title):
    assert lost(course[0][f"file: {title}"]) == set()


@pytest.mark.parametrize("title", [title for title, files in FILES.items() if list(files) != ["sigmoid.ipynb"]])
def test_a_choice_between_files_is_said(course, title):
    if title not in ("beside other files", "beside what macOS adds", "a module beside"):
        assert ".ipynb" in notes(course, f"file: {title}")


@pytest.mark.parametrize("title", NO_FILE)
def test_what_is_no_such_notebook_is_for_a_person_who_is_told_what_it_is(course, title):
    student = f"file: {title}"
    assert {(got, hand) for got, _, hand in course[0][student].values()} == {(None, True)}
    assert NO_FILE[title][1] in notes(course, student)


def test_where_two_files_differ_a_person_is_asked_about_what_failed(course):
    automatic = course[0]["file: a blank beside a checkpoint"]
    assert all(hand for name, (*_, hand) in automatic.items() if name.startswith("test-"))
    found = course[0]["file: two answers"]
    assert lost(found) == {"test-predict"} and found["test-predict"][2]
    assert not any(hand for name, (*_, hand) in found.items() if name.startswith("test-") and name != "test-predict")
    assert "sigmoid_final.ipynb was not graded: it holds other answers to predict" in notes(course, "file: two answers")


def test_both_sides_of_a_conflict_are_looked_at(course):
    found, says = course[0]["file: a conflict of versions"], notes(course, "file: a conflict of versions")
    assert lost(found) == {"test-predict"} and found["test-predict"][2]
    assert "sigmoid.ipynb holds both sides of a conflict of versions" in says
    assert "sigmoid.ipynb (the other side) was not graded: it holds other answers to predict" in says


def test_of_a_file_that_cannot_be_read_nobody_says_that_there_is_no_answer(course):
    with Gradebook(f"sqlite:///{course[1]}/gradebook.db") as gradebook:
        comments = {
            student: {c.auto_comment for c in gradebook.find_submission(ASSIGNMENT, student).notebooks[0].comments}
            for student in ("file: a PDF", "blank")
        }
    assert comments == {"file: a PDF": {None}, "blank": {"No response."}}


def test_a_function_of_an_earlier_notebook_may_become_a_number(course):
    _, folder = course
    notebook = fill(read(folder / "release", "03-gradients"), solutions("03-gradients"))
    put(notebook, code("sigmoid = 0.88\npre_activation = 2.0"), below="test-chain_factors")
    submit(folder, "ada", "03-gradients", notebook)
    assert grade(folder, "03-gradients").returncode == 0
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        (graded_,) = gradebook.find_submission("03-gradients", "ada").notebooks
        assert {g.auto_score for g in graded_.grades if g.name.startswith("test-")} == {1}


@pytest.mark.parametrize("title", THIEVES)
def test_a_reference_kept_from_a_later_exercise_is_of_no_use_to_an_earlier_one(course, title):
    found = course[0][f"thief: {title}"]
    assert {got for name, (got, *_) in found.items() if name.startswith("test-")} == {0}


@pytest.mark.parametrize("title", PERSON)
def test_where_it_cannot_be_told_a_person_is_asked_and_shown_what_is_there(course, title):
    student, says = f"person: {title}", PERSON[title][1]
    assert lost(course[0][student]) == {"test-predict"}
    assert course[0][student]["test-predict"][2] and says in notes(course, student)


def test_nobody_is_asked_where_nothing_is_there(course):
    """A notebook as it was handed out earns nothing, and its written answer is no person's work."""
    found = course[0]["blank"]
    assert {got for got, *_ in found.values()} == {0} and not any(hand for *_, hand in found.values())


def test_a_whole_notebook_has_no_notes(course):
    assert lost(course[0]["solved"]) == set()
    assert "grading-notes" not in {cell.id for cell in graded(course, "solved").cells}
