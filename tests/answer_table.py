"""The table of right and wrong answers in `tests/answers`, one plain-text Python file an exercise.

An entry is a marker line, ``#: right: TITLE`` or ``#: wrong: TITLE | REGEX``, and below it everything a student
would type into the solution cell. REGEX is what a message that names the mistake says.
"""

import linecache
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import nbformat

from lib.checking.exercises import EXERCISES

FOLDER = Path(__file__).parent / "answers"
NOTEBOOK_FOLDER = Path(__file__).parent.parent / "notebooks"


class Answer(NamedTuple):
    exercise: str
    right: bool
    title: str
    named: str  # a regular expression, for a wrong answer
    source: str

    def __str__(self):
        return f"{self.exercise}: {self.title}"


def answers():
    """All entries of the table."""
    return [answer for path in sorted(FOLDER.glob("*.py")) for answer in _entries(path)]


def _entries(path):
    _, *entries = re.split(r"^#: ", path.read_text(encoding="utf-8"), flags=re.M)
    for entry in entries:
        head, source = entry.split("\n", 1)
        verdict, title = head.split(": ", 1)
        title, _, named = title.partition(" | ")
        yield Answer(path.stem, verdict == "right", title.strip(), named.strip(), source.strip() + "\n")


def run(answer):
    """Execute an answer after the notebook's own cells and return the namespace, as a kernel would have it."""
    namespace = {"__name__": "__main__"}
    for cell in cells(EXERCISES[answer.exercise].notebook):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id == answer.exercise:
            break
        if cell.id == "setup" or grade_id in EXERCISES:
            execute(cell.source, f"<cell {cell.id}>", namespace)
    execute(answer.source, f"<answer {answer}>", namespace)
    return namespace


@cache
def cells(notebook):
    """The code cells of a notebook with its solutions."""
    (path,) = NOTEBOOK_FOLDER.glob(f"*/{notebook}.ipynb")
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def execute(source, filename, namespace):
    """Run a cell in a namespace."""
    # As IPython does: the source of a cell can be found under the name of its code.
    linecache.cache[filename] = len(source), None, source.splitlines(True), filename
    exec(compile(source, filename, "exec"), namespace)
