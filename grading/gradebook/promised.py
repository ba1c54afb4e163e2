"""Extensions of students who have not handed in yet: nbgrader's gradebook keeps one with a submission alone."""

import contextlib
import json
from datetime import timedelta
from pathlib import Path


class Promised:
    """A file in the course's folder: assignment -> student -> seconds.

    A submission that nobody handed in must not be made up for it: nbgrader shows each one as graded, with 0 points.

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
        """student -> how much later than the others."""
        return {student: timedelta(seconds=s) for student, s in self._known.get(assignment, {}).items()}

    def promise(self, assignment: str, student: str, more: timedelta) -> None:
        """Note an extension; none at all takes it back."""
        students = self._known.setdefault(assignment, {})
        students.pop(student, None)
        if more:
            students[student] = more.total_seconds()
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(self._known, indent=1, sort_keys=True), encoding="utf-8")
        new.replace(self._path)
