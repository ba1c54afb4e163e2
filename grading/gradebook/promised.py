"""Extensions of students who have not handed in yet: nbgrader can store an extension only with a submission."""

import contextlib
import json
from datetime import timedelta
from pathlib import Path


class Promised:
    """A JSON file in the course's folder: assignment -> student -> seconds.

    Creating an empty submission to hold the extension is no way out: nbgrader would show it as graded, with 0 points.

    Parameters
    ----------
    root : Path or str
        The course's folder.
    """

    def __init__(self, root: Path | str):
        self._path = Path(root) / "extensions.json"
        self._known = {}
        with contextlib.suppress(FileNotFoundError):
            self._known = json.loads(self._path.read_text(encoding="utf-8"))

    def of(self, assignment: str) -> dict[str, timedelta]:
        """Student -> extension."""
        return {student: timedelta(seconds=s) for student, s in self._known.get(assignment, {}).items()}

    def promise(self, assignment: str, student: str, more: timedelta) -> None:
        """Store an extension; one of 0 seconds removes it."""
        students = self._known.setdefault(assignment, {})
        students.pop(student, None)
        if more:
            students[student] = more.total_seconds()
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(self._known, indent=1, sort_keys=True), encoding="utf-8")
        new.replace(self._path)
