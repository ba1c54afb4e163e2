"""What waits for a person: ``python -m grading waiting ASSIGNMENT ...``.

For each question, how many answers wait, and which of them say nothing: empty, a single word, or left as they were
released. Nobody gets points by this, and nobody a zero.
"""

import json
import logging
from collections import defaultdict
from pathlib import Path

from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, Notebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from traitlets import default

from grading.gradebook.blueprint import blueprints
from grading.gradebook.opening import open_gradebook
from grading.outcome import shown
from grading.terminal import wrapped
from grading.waiting.answers import says_nothing

NO_RESPONSE = ', 0 points, the page says "No response."'


class WaitingApp(NbGrader):
    """Lists what waits for a person."""

    name = "grading-waiting"
    description = __doc__
    examples = "python -m grading waiting 01-sigmoid"
    aliases = {"db": "CourseDirectory.db_url"}
    flags: dict = {}

    @default("log_level")
    def _log_level_default(self):
        return logging.WARNING

    def start(self) -> None:
        super().start()
        if not self.extra_args:
            self.fail("Which assignment? For example: python -m grading waiting 01-sigmoid")
        try:
            with open_gradebook(self.coursedir, write=False) as gradebook:
                for assignment in self.extra_args:
                    lines = what_waits(gradebook, self.coursedir, assignment)
                    print("\n".join(lines or [f"{assignment}: nothing waits for a person."]))
        except ValueError as error:
            self.fail("%s", error)


def what_waits(
    gradebook: Gradebook, coursedir: CourseDirectory, assignment: str, only_silent: bool = False
) -> list[str]:
    """Lines to print: what of an assignment waits for a person.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
    coursedir : nbgrader.coursedir.CourseDirectory
    only_silent : bool
        Leave out the questions to which every answer says something.

    Raises
    ------
    ValueError
        If the gradebook does not know the assignment.
    """
    plans, lines = blueprints(gradebook, coursedir, assignment), []
    waits, zero = _grades(gradebook, assignment)
    for notebook, plan in plans.items():
        for cell in (cell for cell in plan.cells if cell["grade"]):
            key = notebook, cell["grade_id"]
            silent = defaultdict(list)
            unanswered = zero[key] if cell["points"] else []  # nobody has to answer for extra credit
            for students, note in ((waits[key], ""), (unanswered, NO_RESPONSE)) if cell["solution"] else ():
                for student in students:
                    answer = _answer(coursedir, student, assignment, *key)
                    if answer is not None and (kind := says_nothing(answer, _released(plan, cell))):
                        silent[kind + note].append(shown(student))
            if silent or (waits[key] and not only_silent):
                lines += _lines(cell, waits[key], silent)
    return [assignment, *lines] if lines else []


def _lines(cell, students, silent):
    points = f"{cell['points']:g} point{'s' * (cell['points'] != 1)}" if cell["points"] else "extra credit"
    about = f"  {cell['grade_id']} ({points}): "
    if cell["solution"]:
        count = {0: "no answer waits", 1: "1 answer waits"}.get(len(students), f"{len(students)} answers wait")
        yield about + count
    else:
        yield wrapped(f"{about}a test waits of", ", ".join(sorted(map(shown, students))))
    for kind, those in sorted(silent.items()):
        yield wrapped(f"    {kind}:", ", ".join(sorted(those)))


def _grades(gradebook, assignment):
    """Two dicts (notebook, grade id) -> students: answers that wait, and answers that got 0 points automatically."""
    query = (
        gradebook.db.query(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade)
        .select_from(Grade)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .filter(Assignment.name == assignment)
    )
    waits, zero = defaultdict(list), defaultdict(list)
    for student, notebook, cell, grade in query:
        if grade.needs_manual_grade:
            waits[notebook, cell].append(student)
        elif grade.manual_score is None and grade.auto_score == 0:
            zero[notebook, cell].append(student)
    return waits, zero


def _released(plan, cell):
    """The text of a cell in release/, before a student wrote into it."""
    return next((c["source"] for c in plan.released if c["grade_id"] == cell["grade_id"]), cell["source"])


def _answer(coursedir, student, assignment, notebook, grade_id):
    """The text of a graded cell, or None where there is none, or where the notebook could not be graded."""
    folder = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))
    try:
        cells = json.loads((folder / f"{notebook}.ipynb").read_bytes())["cells"]
        found = next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)
    except (OSError, ValueError, KeyError, TypeError, StopIteration, RecursionError):
        return None
    if found["metadata"].get("ungraded"):
        return None
    source = found["source"]
    return source if isinstance(source, str) else "".join(source)


def main(arguments: list[str]) -> None:
    WaitingApp.launch_instance(arguments)
