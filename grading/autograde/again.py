"""Which submissions an interrupted ``--force`` had still to grade, so that the next run continues with them."""

import hashlib
import json
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from grading.gradebook.blueprint import Blueprint
from grading.submissions.find import Submission


class Again:
    """The students whose work for one assignment is still to be graded again.

    They are kept in a file in ``autograded/``, which is removed when the last one is graded.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
    assignment : str
    plans : dict
        Notebook name -> `grading.gradebook.blueprint.Blueprint`. If they changed since, the list of the earlier run is
        dropped.
    """

    def __init__(self, coursedir: CourseDirectory, assignment: str, plans: dict[str, Blueprint]):
        self._path = Path(coursedir.format_path(coursedir.autograded_directory, ".", ".")) / f".again-{assignment}.json"
        cells = [(name, plan.cells) for name, plan in sorted(plans.items())]
        self._plans = hashlib.sha256(json.dumps(cells, sort_keys=True, default=str).encode()).hexdigest()
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            self.students = set(found["students"]) if found["plans"] == self._plans else set()
        except (OSError, ValueError, KeyError, TypeError):
            self.students = set()

    def begin(self, submissions: list[Submission]) -> None:
        """Record that all of these are to be graded again."""
        self.students = {submission.student for submission in submissions}
        self._write()

    def done(self, submission: Submission) -> None:
        """Record that one is graded."""
        if submission.student in self.students:
            self.students.discard(submission.student)
            self._write()

    def _write(self):
        if not self.students:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps({"plans": self._plans, "students": sorted(self.students)}), encoding="utf-8")
        new.replace(self._path)
