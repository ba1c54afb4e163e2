"""What a watch keeps on disk between runs: each student's tries of today, and who has no page yet for a submission."""

import json
import time
from datetime import date, datetime
from pathlib import Path

from grading.submissions.find import Submission, digest

NO_TIME = datetime.min  # of what says no time


class Journal:
    """A JSON file in the course's folder, always replaced as a whole.

    Parameters
    ----------
    path : Path
    """

    def __init__(self, path: Path):
        self._path = path
        try:
            self._known = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            self._known = {}

    def admit(self, assignment: str, submissions: list[Submission], tries_a_day: int) -> set[str]:
        """The students whose submissions may be graded today; each is recorded as having no page yet.

        A submission that was admitted before, and not graded because the watch was stopped, does not count as a new
        try.

        Parameters
        ----------
        assignment : str
        submissions : list of Submission
            All that are to be graded.
        tries_a_day : int
            0 for no limit.
        """
        today, admitted = date.today().isoformat(), set()
        for submission in sorted(submissions, key=lambda one: one.timestamp or NO_TIME):
            known = self._of(assignment).setdefault(submission.student, {})
            if known.get("day") != today:
                known |= {"day": today, "tries": []}
            this_try = f"{submission.timestamp} {digest(submission)}"
            if this_try not in known["tries"]:
                if tries_a_day and len(known["tries"]) >= tries_a_day:
                    continue
                known["tries"].append(this_try)
            known["page"] = known.get("page") or time.time()
            admitted.add(submission.student)
        if admitted:
            self._write()
        return admitted

    def without_page(self, assignment: str) -> list[str]:
        """The students whose submission was admitted and who have no page for it yet, longest wait first."""
        since = {student: known["page"] for student, known in self._of(assignment).items() if known.get("page")}
        return sorted(since, key=lambda student: since[student])

    def given_back(self, assignment: str, students: set[str]) -> None:
        """Record that these students have their pages."""
        for student in students:
            self._of(assignment)[student]["page"] = 0
        self._write()

    def _of(self, assignment):
        return self._known.setdefault(assignment, {})

    def _write(self):
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(self._known), encoding="utf-8")
        new.replace(self._path)
