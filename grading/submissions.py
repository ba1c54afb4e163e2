"""Find what was handed in, and what of it is still to be graded."""

import glob
import os
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader import utils

from grading.reading import Unreadable, read_bytes


@dataclass(eq=False)
class Submission:
    """What one student handed in for one assignment.

    Parameters
    ----------
    student, assignment : str
    folder : Path
    timestamp : datetime or None
        In UTC.
    notes : list of str
        What was odd about its files.
    """

    student: str
    assignment: str
    folder: Path
    timestamp: object = None
    notes: list = field(default_factory=list)

    def graded_folder(self, coursedir):
        return coursedir.format_path(coursedir.autograded_directory, self.student, self.assignment)

    @property
    def other_files(self):
        """Regular files beside the notebooks, relative to the folder. Links are left alone: they lead elsewhere."""
        return [
            path.relative_to(self.folder)
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not _through_link(path, self.folder) and path.suffix != ".ipynb"
        ]

    def read(self, names):
        """Notebook name -> its bytes, or why they could not be read.

        One renamed notebook is taken for the one that is missing.
        """
        files = {path.stem: path for path in sorted(self.folder.glob("*.ipynb"))}
        missing, extra = [n for n in names if n not in files], [n for n in files if n not in names]
        if len(missing) == len(extra) == 1:
            self.notes.append(f"{extra[0]}.ipynb was taken for {missing[0]}.ipynb")
            files[missing[0]] = files.pop(extra[0])
        elif extra:
            self.notes.append(f"not graded, because the assignment has no such notebook: {', '.join(extra)}")
        return {name: self._read(files.get(name), name) for name in names}

    def _read(self, path, name):
        if path is None:
            return f"There is no notebook {name}.ipynb in the submission."
        if _through_link(path, self.folder.parent):
            return "It is a link, not a file."
        try:
            return read_bytes(path)
        except Unreadable as error:
            return str(error)


def _through_link(path, root):
    """Whether ``path`` or a folder between it and ``root`` is a symbolic link."""
    return any(part.is_symlink() for part in (path, *path.parents) if part != root and part.is_relative_to(root))


def submissions(coursedir, assignment, directory=None):
    """All submissions of an assignment by the students that ``coursedir.student_id``, a pattern, names.

    They are looked for in ``directory``, where they were handed in or, say, where they lie when they are graded.
    """
    directory = directory or coursedir.submitted_directory
    pattern = coursedir.format_path(directory, coursedir.student_id, assignment)
    excluded = coursedir.student_id_exclude.split(",") if coursedir.student_id_exclude else []
    found = []
    for folder in sorted(glob.glob(pattern)):
        student = _student(coursedir, directory, folder, assignment)
        if student not in excluded and os.path.isdir(folder):
            submission = Submission(student, assignment, Path(folder))
            submission.timestamp = _timestamp(submission)
            found.append(submission)
    return found


def to_grade(found, coursedir, force):
    """Those that were not graded yet, or were handed in again since."""
    return [s for s in found if force or not os.path.isdir(s.graded_folder(coursedir)) or _newer(s, coursedir)]


def _student(coursedir, directory, folder, assignment):
    import re

    pattern = coursedir.format_path(directory, "(?P<student>.*)", assignment, escape=True)
    return re.match(pattern, folder)["student"]


def _timestamp(submission):
    path = submission.folder / "timestamp.txt"
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return utils.parse_utc(path.read_text(encoding="utf-8").strip() or None)
    except (ValueError, OverflowError, UnicodeDecodeError):
        submission.notes.append("timestamp.txt holds no date, so it counts as handed in in time")
        return None


def _newer(submission, coursedir):
    """Whether it came after the graded one. An LMS gives no time of handing in; then the files' own times tell."""
    folder = Path(submission.graded_folder(coursedir))
    graded = folder / "timestamp.txt"
    if submission.timestamp is not None and graded.exists():
        if submission.timestamp > utils.parse_utc(graded.read_text(encoding="utf-8").strip()):
            return True
    done = folder.stat().st_mtime_ns
    return any(path.lstat().st_mtime_ns > done for path in submission.folder.glob("*.ipynb"))
