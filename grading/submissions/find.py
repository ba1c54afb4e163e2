"""Find what was handed in, and what of it is still to be graded."""

import contextlib
import datetime
import glob
import hashlib
import itertools
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader import utils
from nbgrader.coursedir import CourseDirectory

from grading.outcome import NotGradable, reason, shown
from grading.submissions.candidates import Candidates, candidates
from grading.submissions.read import read_bytes

TEMP_PREFIX = ".grading-"  # begins the names of folders that are being written
MOST_LOOKED_AT = 10_000  # files and folders beside a notebook
DIGEST = ".handed-in"  # the file in a graded folder with the digest of what was graded
MOST_DIGESTED = 2**26  # bytes
DEEPEST = 50  # folders in folders
TOO_DEEP = f"it has folders in folders, more than {DEEPEST} of them"
MOST_OF_A_TIME = 2**10  # bytes of timestamp.txt


@dataclass(eq=False)
class Submission:
    """What one student handed in for one assignment.

    Parameters
    ----------
    student : str
        As the gradebook calls them: the name of their folder, where that is text without control characters.
    assignment : str
    folder : Path
    root : Path
        The folder of all students' folders; links below it are not followed.
    timestamp : datetime or None
        In UTC.
    notes : list of str
        What was odd about its files.
    digest : str
        Of the files, see `digest`. It is made before they are read, so that files that change in between are graded
        again.
    """

    student: str
    assignment: str
    folder: Path
    root: Path
    timestamp: datetime.datetime | None = None
    notes: list[str] = field(default_factory=list)
    digest: str = ""

    def graded_folder(self, coursedir: CourseDirectory) -> str:
        return coursedir.format_path(coursedir.autograded_directory, self.student, self.assignment)

    def other_files(self) -> tuple[list[Path], list[str]]:
        """(regular files beside the notebooks, relative to the folder; notes on what was left out). Symbolic links are
        left out.
        """
        found: list[Path] = []
        odd: list[str] = []
        waiting, looked = [] if self._why_not() else [Path()], 0
        while waiting and looked < MOST_LOOKED_AT:
            below = waiting.pop()
            try:
                with os.scandir(self.folder / below) as entries:
                    for entry in entries:
                        looked += 1
                        if looked == MOST_LOOKED_AT:
                            odd.append(f"more than {MOST_LOOKED_AT} files: not all were looked at")
                            break
                        if entry.name.endswith(".ipynb") or below / entry.name == Path(DIGEST):
                            continue
                        if entry.is_dir(follow_symlinks=False) and len(below.parts) == DEEPEST:
                            odd.append(f"a folder was left out: {TOO_DEEP}")
                        elif entry.is_dir(follow_symlinks=False):
                            waiting.append(below / entry.name)
                        elif entry.is_file(follow_symlinks=False):
                            found.append(below / entry.name)
            except OSError as error:
                odd.append(f"a folder was left out: {reason(error, 'reading')}")
        return sorted(found), odd

    def read(self, names: list[str]) -> dict[str, Candidates | str]:
        """Notebook name -> its `Candidates`, or a sentence that says why nothing can be read."""
        if why := self._why_not():
            return dict.fromkeys(names, why)
        found = {name: candidates(self.folder, name) for name in names}
        if len(names) == 1:
            return {**found}
        exact = {f"{name}.ipynb" for name in names}
        return {
            name: there._replace(
                notebooks={p: data for p, data in there.notebooks.items() if p not in exact - {f"{name}.ipynb"}}
            )
            for name, there in found.items()
        }

    def _why_not(self) -> str | None:
        """Why nothing can be read in the folder, or None."""
        try:
            for path in reversed([self.folder, *self.folder.parents]):
                if path.is_relative_to(self.root) and path != self.root and not stat.S_ISDIR(os.lstat(path).st_mode):
                    return f"{shown(path.name)} is a {'link' if path.is_symlink() else 'file'}, not a folder."
            with os.scandir(self.folder):
                return None
        except OSError as error:
            return f"The folder of the submission: {reason(error, 'reading')}"


def submissions(coursedir: CourseDirectory, assignment: str, directory: str | None = None) -> list[Submission]:
    """All submissions of an assignment by students who match the pattern ``coursedir.student_id``.

    ``directory`` is the folder of submissions by default, or another one with the same structure, such as that of
    graded work. A file or symbolic link in the place of a student's folder is returned too, so that it is reported.

    Raises
    ------
    ValueError
        If the folder of all students' folders may not be read.
    """
    directory = directory or coursedir.submitted_directory
    excluded = coursedir.student_id_exclude.split(",") if coursedir.student_id_exclude else []
    above, below = _around_student(coursedir, directory, assignment)
    _must_be_readable(coursedir.format_path(directory, "\0", assignment))
    pattern = re.compile(coursedir.format_path(directory, "(?P<student>[^/]*)", assignment, escape=True), re.S)
    found: list[Submission] = []
    shown_otherwise: list[Submission] = []
    for place in sorted(glob.glob(above, include_hidden=True)):
        folder = os.path.join(place, below) if below else place
        parts = pattern.fullmatch(folder)
        if parts is None:
            continue
        name = parts["student"]
        if name not in excluded and not name.startswith(TEMP_PREFIX) and _may_be_there(folder):
            submission = Submission(shown(name), assignment, Path(folder), Path(place).parent)
            if shown(name) != name:
                submission.notes.append("the name of the folder has characters that no gradebook holds")
                shown_otherwise.append(submission)
            submission.timestamp = _timestamp(submission)
            found.append(submission)
    _rename_doubles(found, shown_otherwise)
    return found


def _rename_doubles(found, shown_otherwise):
    """Append ~ to an escaped name that is also another student's: a line end is shown as backslash and n."""
    taken = {submission.student for submission in found if submission not in shown_otherwise}
    for submission in shown_otherwise:
        while submission.student in taken:
            submission.student += "~"
        taken.add(submission.student)


def digest(submission: Submission) -> str:
    """A digest of the names and contents of all files but timestamp.txt; "" if not all of them can be read."""
    try:
        paths = sorted(itertools.islice(all_below(submission.folder), MOST_LOOKED_AT))
        if len(paths) == MOST_LOOKED_AT:
            return ""
        names = [(os.fsencode(path.relative_to(submission.folder)), path) for path in paths]
        return _digest(
            (name, path)
            for name, path in names
            if path.is_file() and not path.is_symlink() and name != b"timestamp.txt" and path.name[0] != "."
        )
    except (OSError, NotGradable):
        return ""


def all_below(folder: Path) -> Iterator[Path]:
    """All files and folders below a folder. Symbolic links are not followed.

    `Path.rglob` would raise RecursionError for folders that are nested a thousand times.

    Raises
    ------
    NotGradable
        If folders are nested more than DEEPEST times.
    """
    waiting = [(folder, 0)]
    while waiting:
        above, deep = waiting.pop()
        if deep > DEEPEST:
            raise NotGradable(f"{TOO_DEEP[:1].upper()}{TOO_DEEP[1:]}.")
        with os.scandir(above) as entries:
            for entry in entries:
                yield above / entry.name
                waiting += [(above / entry.name, deep + 1)] if entry.is_dir(follow_symlinks=False) else []


def digest_of_file(path: Path) -> str:
    """A digest of the content of a file; "" if it cannot be read."""
    try:
        return _digest([(b"", path)])
    except (OSError, NotGradable):
        return ""


def _digest(files):
    """A digest of an iterable of (name, path)."""
    found, left = hashlib.sha256(), MOST_DIGESTED
    for name, path in files:
        data = read_bytes(path, left)
        left -= len(data)
        found.update(b"%d %s %d " % (len(name), name, len(data)) + data)
    return found.hexdigest()


def to_grade(found: Iterable[Submission], coursedir: CourseDirectory, force: bool) -> list[Submission]:
    """The submissions that were not graded yet, or were handed in again since; with ``force`` all."""
    return [s for s in found if force or not os.path.isdir(s.graded_folder(coursedir)) or _newer(s, coursedir)]


def _around_student(coursedir, directory, assignment):
    """(pattern of the folders of the students, path of the assignment in each), for any directory structure."""
    parts = Path(coursedir.format_path(directory, "\0", assignment)).parts
    last = 1 + next(i for i, part in enumerate(parts) if "\0" in part)
    above = glob.escape(os.path.join(*parts[:last])).replace("\0", coursedir.student_id)
    return above, os.path.join("", *parts[last:])


def _must_be_readable(path):
    """Raise ValueError if the folder above those of students may not be read; ``path`` has \\0 for the student."""
    root = Path(path.partition("\0")[0] or ".")
    try:
        os.listdir(root)
    except PermissionError:
        raise ValueError(f"The folder {shown(str(root))} may not be read: its permissions forbid it.") from None
    except OSError:
        return  # nothing is there


def _may_be_there(folder):
    """Whether a folder is there, or permissions keep us from knowing."""
    try:
        os.lstat(folder)
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def _timestamp(submission):
    path = submission.folder / "timestamp.txt"
    if not os.path.lexists(path):
        return None
    time = _time_in(path)
    if time is None:
        submission.notes.append("timestamp.txt holds no date, so it counts as handed in in time")
    return time


def _time_in(path):
    """The time that a file holds, in UTC, or None."""
    try:
        text = read_bytes(path, MOST_OF_A_TIME).decode("utf-8").strip()
        return utils.parse_utc(text or None)
    except Exception:  # dateutil raises exceptions of many types
        return None


def _newer(submission, coursedir):
    """Whether a submission is newer than the graded one: by timestamp.txt, or because its files changed since.

    An LMS gives no time of handing in, so the modification times of the files are compared. Collecting again makes
    files with new times, so the digests of their contents are compared as well.
    """
    folder = Path(submission.graded_folder(coursedir))
    if submission.timestamp is not None and os.path.lexists(folder / "timestamp.txt"):
        graded = _time_in(folder / "timestamp.txt")
        if graded is None or submission.timestamp > graded:
            return True
    done, now = folder.stat().st_mtime_ns, time.time_ns()
    changed = []
    with contextlib.suppress(OSError):  # a file that cannot be examined counts as unchanged
        paths = itertools.islice(submission.folder.iterdir(), MOST_LOOKED_AT)
        names = [path for path in paths if path.name[0] != "." and path.name != "timestamp.txt"]
        changed = [path.lstat().st_mtime_ns for path in names]
    if not any(done < when <= now for when in changed):
        return False
    graded = folder / DIGEST
    return not graded.is_file() or graded.read_bytes() != digest(submission).encode()
