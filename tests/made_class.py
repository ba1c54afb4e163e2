"""A class that was graded, made by writing into gradebook and folders what grading would: for tests of what follows."""

import copy
import json
import shutil
import warnings

from sqlalchemy.exc import SAWarning

from grading.autograde.verdicts import write
from lib.checking.judge import Verdict
from tools.made_up_course import fill, notebook_of, read

RIGHT = Verdict(True, "right", "", "right")

# Answers to 02-losses in somebody's own way, and the same renamed and laid out anew.
OWN = {
    "squared_error": """
def squared_error(a, y):
    \"\"\"Equation 16.\"\"\"
    difference = np.subtract(a, y)  # how far off
    total = 0.5 * np.multiply(difference, difference)
    return total
""",
    "cross_entropy": """
def cross_entropy(a, y):
    answers = np.clip(np.asarray(a, dtype=float), 0, 1)
    with np.errstate(divide='ignore', invalid='ignore'):
        ones = np.where(np.equal(y, 1), np.log(answers), 0.0)
        zeros = np.where(np.equal(y, 0), np.log1p(np.negative(answers)), 0.0)
    return -(ones + zeros)
""",
    "cross_entropy_from_z": """
def cross_entropy_from_z(z, y):
    size = np.absolute(z)
    tail = np.log(1 + np.exp(-size))
    front = np.where(z > 0, z, 0) - np.multiply(z, y)
    return front + tail
""",
}
COPY = {
    "squared_error": """
def squared_error(prediction, target):
    '''half a square'''
    d = np.subtract(prediction,
                    target)
    t = (0.5 * np.multiply(d, d))
    return (t)
""",
    "cross_entropy": """
def cross_entropy(p, label):
    v = np.clip(np.asarray(p, dtype = float), 0, 1)
    # no warnings, please
    with np.errstate(divide="ignore", invalid="ignore"):
        first  = np.where(np.equal(label, 1), np.log(v), 0.0)
        second = np.where(np.equal(label, 0),
                          np.log1p(np.negative(v)), 0.0)
    return -((first + second))
""",
    "cross_entropy_from_z": """
def cross_entropy_from_z(weighted, label):
    m = np.absolute(weighted);  rest = np.log(1 + np.exp(-m))
    start = np.where(weighted > 0, weighted, 0) - np.multiply(weighted, label)
    return start + rest
""",
}


class Class:
    """Enters students into a course of `tools.made_up_course.open_course` whose assignments are released.

    Parameters
    ----------
    folder : Path
        Of the course.
    gradebook : nbgrader.api.Gradebook
    """

    def __init__(self, folder, gradebook):
        self.folder, self.gradebook = folder, gradebook
        # nbgrader draws these from SQLAlchemy 2 whenever it adds a submission; they are harmless.
        warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
        self._released = {}

    def add(self, student, assignment, *, scores=None, written=None, penalty=None, timestamp=None, **about):
        """Enter a graded submission; every test earns its points where ``scores`` says nothing else.

        Parameters
        ----------
        scores : dict
            grade id -> automatic score; None where there is none.
        written : float or None
            What a person gave for each written answer; None where nobody looked at it yet.
        penalty : float
            For being late.
        timestamp : str or datetime
        **about
            first_name, last_name, email
        """
        self.gradebook.update_or_create_student(student, **about)
        when = {"timestamp": timestamp} if timestamp else {}
        entry = self.gradebook.update_or_create_submission(assignment, student, **when)
        (notebook,) = entry.notebooks
        notebook.late_submission_penalty = penalty
        for grade in notebook.grades:
            if grade.name.startswith("test-"):
                grade.auto_score = {grade.name: grade.cell.max_score, **(scores or {})}[grade.name]
                grade.needs_manual_grade = grade.auto_score is None
            else:
                grade.manual_score, grade.needs_manual_grade = written, written is None
        self.gradebook.db.commit()

    def write(self, student, assignment, answers=None, verdicts=None):
        """Write a graded notebook.

        Parameters
        ----------
        answers : dict
            grade id -> source.
        verdicts : dict
            grade id of a test -> (`lib.checking.judge.Verdict`, whether a hidden check failed); else it passed.
        """
        if assignment not in self._released:
            self._released[assignment] = read(self.folder / "release", assignment)
        notebook = fill(copy.deepcopy(self._released[assignment]), answers or {})
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if name.startswith("test-"):
                write(cell, *(verdicts or {}).get(name, (RIGHT, False)))
        path = self.folder / "autograded" / student / assignment / f"{notebook_of(assignment)}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def hand_in(self, student, assignment):
        """A submission that nobody graded."""
        folder = self.folder / "submitted" / student / assignment
        folder.mkdir(parents=True)
        (folder / f"{notebook_of(assignment)}.ipynb").write_text("{}", encoding="utf-8")

    def clear(self):
        """Forget all students and what they handed in."""
        for student in self.gradebook.students:
            self.gradebook.remove_student(student.id)
        for step in "submitted", "autograded":
            shutil.rmtree(self.folder / step, ignore_errors=True)
