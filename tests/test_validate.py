"""The real `nbgrader validate`: every solved notebook passes, every stub fails on each of its graded cells."""

import re
import subprocess
import sys

from tools.made_up_course import ASSIGNMENTS, COURSE, notebook_of, read


def validate(folder):
    """assignment -> what `nbgrader validate` says, in one process because its start takes seconds."""
    paths = [COURSE / folder / assignment / f"{notebook_of(assignment)}.ipynb" for assignment in ASSIGNMENTS]
    command = [sys.executable, "-m", "nbgrader", "validate", *paths]
    done = subprocess.run(command, capture_output=True, text=True, cwd=COURSE, check=True)
    verdicts = re.split(r"(?=Success!|VALIDATION FAILED)", done.stdout)[1:]
    return dict(zip(ASSIGNMENTS, verdicts, strict=True))


def graded(assignment):
    return [c for c in read(COURSE / "release", assignment).cells if c.metadata.get("nbgrader", {}).get("grade")]


def test_solved_notebooks_pass():
    for assignment, says in validate("notebooks").items():
        assert says.startswith("Success!"), (assignment, says)


def test_stubs_fail():
    for assignment, says in validate("release").items():
        failed = int(re.match(r"VALIDATION FAILED ON (\d+) CELL", says)[1])
        points = [cell.metadata.nbgrader.points for cell in graded(assignment)]
        assert failed == sum(most > 0 for most in points), (assignment, says)  # the bonus question has none
        code = sum(cell.cell_type == "code" for cell in graded(assignment))
        assert " ".join(says.split()).count("not attempted yet") == code
        assert says.count("You did not provide a response") == failed - code
