"""Run the solved notebooks' checks, and a few mistakes, without Jupyter: for a Python under WebAssembly.

It needs NumPy and Matplotlib alone, not anywidget, nbformat or pytest. ``python tests/wasm_checks.py`` prints one line
of JSON: the version and platform of Python, the number of calls of check(), what the refused ones said, mistakes that
were not named, and the length of a figure as HTML. Its exit code is 1 if an answer was refused or a mistake not named.
"""

import contextlib
import io
import json
import linecache
import platform
import re
import sys
import types
from pathlib import Path

COURSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(COURSE))
# The moving figures are drawn by the browser, and need packages that such a Python need not have.
sys.modules["lib.widgets"] = types.ModuleType("lib.widgets")

from lib import figures  # noqa: E402
from lib.checking.exercises import EXERCISES  # noqa: E402

# (exercise, what replaces its last `return`, what a message that names the mistake says)
MISTAKES = [
    # Not 1 / (1 + np.exp(-z)): its values are right, only a warning tells, and WebAssembly has no flags of overflow.
    ("sigmoid", "return np.exp(z) / (1 + np.exp(z))", "infinit"),
    ("sigmoid", "import math\n    return 1 / (1 + math.exp(-z))", "math"),
    ("sigmoid_prime", "return 1 - sigmoid(z)", "misprint|factor"),
    ("squared_error", "return (a - y) ** 2", "1/2|half|twice"),
    ("squared_error", "return (a - y) ^ 2", "power"),
    ("cross_entropy_prime", "return y / a - (1 - y) / (1 - a)", "sign"),
    ("predict", "return a >= 0.5", "bool|True"),
]


def execute(source, filename, namespace):
    """Run a cell in a namespace; its source can be found under the name of its code, as in IPython."""
    linecache.cache[filename] = len(source), None, source.splitlines(True), filename
    exec(compile(source, filename, "exec"), namespace)


def says(source, filename, namespace):
    """What check() says that refuses an answer, or None."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            execute(source, filename, namespace)
    except AssertionError as error:
        return " ".join(str(error).split())
    return None


def run(path):
    """Check the answers of a solved notebook, then the mistakes in them.

    Returns
    -------
    calls : int
    refused, unnamed : list of str
    """
    namespace, calls, refused, unnamed = {"__name__": "__main__"}, 0, [], []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source, name = "".join(cell["source"]), cell["metadata"].get("nbgrader", {}).get("grade_id")
        if cell["cell_type"] != "code":
            continue
        if cell["id"] == "setup" or name in EXERCISES:
            execute(source, f"<cell {cell['id']}>", namespace)
        if name in EXERCISES:
            head = source[: source.index('"""', source.index('"""') + 3) + 3]
            for i, (_, body, named) in enumerate(mistake for mistake in MISTAKES if mistake[0] == name):
                wrong = dict(namespace)
                execute(f"{head}\n    {body}\n", f"<mistake {name} {i}>", wrong)
                message = says(f"check({name})", "<check>", wrong)
                if message is None or not re.search(named, message, re.I):
                    unnamed.append(f"{name}, {body!r}: {message}")
        if re.search(r"^check\(", source, re.M):
            calls += len(re.findall(r"^check\(", source, re.M))
            message = says(source, f"<cell {cell['id']}>", namespace)
            refused += [f"{cell['id']}: {message}"] if message else []
    return calls, refused, unnamed


if __name__ == "__main__":
    found = [run(path) for path in sorted((COURSE / "notebooks").glob("*/*.ipynb"))]
    result = {
        "python": platform.python_version(),
        "platform": sys.platform,
        "calls": sum(calls for calls, _, _ in found),
        "refused": [says for _, messages, _ in found for says in messages],
        "mistakes": len(MISTAKES),
        "unnamed": [says for _, _, messages in found for says in messages],
        "figure": len(figures.sigmoid_curve().html()),
    }
    print(json.dumps(result))
    sys.exit(bool(result["refused"] or result["unnamed"]))
