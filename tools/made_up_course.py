"""A course in a folder of its own, and made-up submissions for it: for the demo, the tests and the benchmarks."""

import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.apps import NbGraderAPI
from sqlalchemy.exc import SAWarning
from traitlets.config import PyFileConfigLoader

COURSE = Path(__file__).resolve().parent.parent
ASSIGNMENTS = sorted(path.name for path in (COURSE / "notebooks").iterdir() if path.is_dir())


def open_course(folder: str | Path) -> NbGraderAPI:
    """Make ``folder`` a course with these notebooks and this configuration, and return nbgrader's API to it.

    Commands of nbgrader work there as well; the gradebook is ``folder/gradebook.db``.
    """
    # SQLAlchemy 2 warns whenever nbgrader 0.9 adds a submission; these warnings are harmless.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    folder = Path(folder).resolve()
    shutil.copytree(COURSE / "notebooks", folder / "notebooks", dirs_exist_ok=True)
    (folder / "nbgrader_config.py").write_text(
        f"c = get_config()\nload_subconfig('nbgrader_config.py', path={str(COURSE)!r})\n"
        f"c.CourseDirectory.root = {str(folder)!r}\n",
        encoding="utf-8",
    )
    # nbgrader makes a new gradebook with the command `alembic`, which it looks for on PATH.
    scripts = str(Path(sys.executable).parent)
    if scripts not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([scripts, os.environ["PATH"]])
    return NbGraderAPI(config=PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config())


def notebook_of(assignment: str) -> str:
    """The name of the one notebook in an assignment, such as "sigmoid" in "01-sigmoid"."""
    (path,) = (COURSE / "notebooks" / assignment).glob("*.ipynb")
    return path.stem


def read(folder: str | Path, assignment: str) -> NotebookNode:
    """The notebook of ``assignment`` below ``folder``, such as "release"."""
    return nbformat.read(Path(folder) / assignment / f"{notebook_of(assignment)}.ipynb", as_version=4)


def solutions(assignment: str) -> dict[str, str]:
    """grade_id -> source of every cell that a student writes, as the solved notebook has it."""
    cells = read(COURSE / "notebooks", assignment).cells
    return {c.metadata.nbgrader.grade_id: c.source for c in cells if c.metadata.get("nbgrader", {}).get("solution")}


def fill(notebook: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    """Write ``answers``, a dict grade_id -> source, into the cells of a released notebook.

    Raises
    ------
    KeyError
        If the notebook has no such cell.
    """
    cells = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if "nbgrader" in c.metadata}
    for grade_id, source in answers.items():
        cells[grade_id].source = source
    return notebook


def submit(folder: str | Path, student: str, assignment: str, notebook: NotebookNode) -> None:
    """Put ``notebook`` where nbgrader expects the submission of ``student``."""
    path = Path(folder) / "submitted" / student / assignment / f"{notebook_of(assignment)}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def grade(folder: str | Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m grading`` in a course's folder and return the completed process, its output as text."""
    command = [sys.executable, "-m", "grading", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(), text=True, capture_output=True, check=False)


def environment() -> dict[str, str]:
    """Environment variables with which `grading` is found from any folder."""
    return os.environ | {"PYTHONPATH": str(COURSE)}


def scores(api: NbGraderAPI, assignment: str) -> dict[str, dict[str, tuple]]:
    """student -> {grade_id: (automatic score or None, maximum)} from the gradebook."""
    with api.gradebook as gradebook:
        return {
            submission.student.id: {
                grade.name: (grade.auto_score, grade.max_score)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in gradebook.assignment_submissions(assignment)
        }
