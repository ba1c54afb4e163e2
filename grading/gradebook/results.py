"""The results of an assignment as plain data, from the gradebook and the folder of submissions."""

import datetime
import fnmatch
from dataclasses import dataclass, field

from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.coursedir import CourseDirectory

from grading.gradebook.blueprint import Blueprint
from grading.gradebook.late_policy import Penalties
from grading.submissions.find import submissions, to_grade

GRADED = "graded"
WAITS = "needs manual grading"
UNGRADED = "handed in but not graded"
MISSING = "not handed in"


@dataclass(frozen=True)
class Exercise:
    """A written answer, or all the test cells of one function.

    Parameters
    ----------
    notebook, name : str
    cells : tuple of str
        Grade ids.
    points : float
        The maximum.
    """

    notebook: str
    name: str
    cells: tuple[str, ...]
    points: float

    @property
    def automatic(self) -> bool:
        """Whether tests give the points."""
        return self.cells[0].startswith("test-")


@dataclass(frozen=True)
class Result:
    """The result of one student in one assignment.

    Parameters
    ----------
    student : str
    state : str
        GRADED, WAITS, UNGRADED or MISSING.
    handed_in : datetime or None
        In UTC, naive; None also if the time is not known.
    late : float
        Seconds after the due date and the student's extension.
    total : float or None
        The score of the assignment minus the late penalty; None unless all of it is graded.
    scores : dict
        (notebook, grade id) -> score, of the graded cells.
    raw, penalty : float
        The sum of scores in the gradebook, and the late penalty.
    """

    student: str
    state: str
    handed_in: datetime.datetime | None = None
    late: float = 0
    total: float | None = None
    scores: dict[tuple[str, str], float] = field(default_factory=dict)
    raw: float = 0
    penalty: float = 0

    def score(self, exercise: Exercise) -> float | None:
        """Points for an exercise, or None while any cell of it is not graded."""
        cells = [(exercise.notebook, cell) for cell in exercise.cells]
        return sum(self.scores[cell] for cell in cells) if self.scores.keys() >= set(cells) else None


def exercises(blueprints: dict[str, Blueprint]) -> list[Exercise]:
    """The exercises of an assignment, in its order.

    Parameters
    ----------
    blueprints : dict
        Notebook name -> `grading.gradebook.blueprint.Blueprint`.
    """
    found: dict[tuple[str, str], list[dict]] = {}
    for notebook, plan in blueprints.items():
        for cell in plan.cells:
            if cell["grade"]:
                found.setdefault((notebook, exercise_of(cell["grade_id"])), []).append(cell)
    return [
        Exercise(notebook, name, tuple(cell["grade_id"] for cell in cells), sum(cell["points"] for cell in cells))
        for (notebook, name), cells in found.items()
    ]


def exercise_of(grade_id: str) -> str:
    """The exercise that a graded cell belongs to: NAME of test-NAME and test-NAME-ASPECT, else the cell itself."""
    return grade_id.split("-")[1] if grade_id.startswith("test-") else grade_id


def results(gradebook: Gradebook, coursedir: CourseDirectory, assignment: str) -> list[Result]:
    """A `Result` for every student of the course and everybody who handed something in, sorted by student.

    Only students who match the pattern ``coursedir.student_id`` are included.
    """
    handed_in = {s.student: s for s in submissions(coursedir, assignment)}
    behind = {s.student for s in to_grade(handed_in.values(), coursedir, force=False)}
    entries = dict(_entries(gradebook, assignment, Penalties(coursedir.config)))
    grades = _grades(gradebook, assignment)
    found = []
    for student in sorted({student.id for student in gradebook.students} | handed_in.keys()):
        if not _asked(coursedir, student):
            continue
        if student in behind or (student in handed_in and student not in entries):
            found.append(Result(student, UNGRADED, handed_in[student].timestamp))
        elif student in entries:
            found.append(_result(entries[student], grades.get(student, {})))
        else:
            found.append(Result(student, MISSING))
    return found


def _asked(coursedir, student):
    excluded = coursedir.student_id_exclude.split(",")
    return fnmatch.fnmatchcase(student, coursedir.student_id) and student not in excluded


def _entries(gradebook, assignment, penalties):
    """Yield (student, (SubmittedAssignment, score, penalty)) for each submission."""
    query = gradebook.db.query(
        SubmittedAssignment, SubmittedAssignment.score, SubmittedAssignment.late_submission_penalty
    )
    for entry, score, penalty in query.join(Assignment).filter(Assignment.name == assignment):
        if entry.duedate is not None:  # without a due date, somebody entered the penalty by hand: keep it
            late = entry.notebooks if entry.total_seconds_late > 0 else ()
            penalty = sum(penalties.of(entry, notebook) or 0 for notebook in late)
        yield entry.student_id, (entry, score, penalty)


def _grades(gradebook, assignment):
    """Student -> (notebook, grade id) -> score, or None if a person has to give it."""
    query = (
        gradebook.db.query(SubmittedAssignment.student_id, SubmittedNotebook, BaseCell.name, Grade)
        .select_from(SubmittedAssignment)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .filter(Assignment.name == assignment)
    )
    found: dict[str, dict[tuple[str, str], float | None]] = {}
    for student, notebook, cell, grade in query:
        found.setdefault(student, {})[notebook.name, cell] = grade.score if is_known(grade) else None
    return found


def written_answers_waiting(gradebook: Gradebook, assignment: str) -> tuple[int, int]:
    """(number of written answers that wait for a person, number of submissions they are in).

    Submissions without any graded cell do not count.
    """
    found: list[int] = []
    for grades in _grades(gradebook, assignment).values():
        waits = [cell for (_, cell), score in grades.items() if score is None and not cell.startswith("test-")]
        found += [len(waits)] if waits and any(score is not None for score in grades.values()) else []
    return sum(found), len(found)


def is_known(grade: Grade) -> bool:
    """Whether a grade is final. nbgrader's own ``grade.score`` is 0 for a grade without a score."""
    return not grade.needs_manual_grade and (grade.auto_score, grade.manual_score) != (None, None)


def _result(entry, grades):
    submission, score, penalty = entry
    scores = {key: score for key, score in grades.items() if score is not None}
    state = GRADED if len(scores) == len(grades) else WAITS if scores else UNGRADED
    total = max(0.0, score - penalty) if state == GRADED else None
    about = submission.student_id, state, submission.timestamp, submission.total_seconds_late
    return Result(*about, total, scores, score or 0.0, penalty or 0.0)
