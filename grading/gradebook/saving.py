"""Save a graded submission in the gradebook and in its folder, atomically."""

import contextlib
import fcntl
import json
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from nbformat import from_dict
from nbgrader import utils
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import DBAPIError
from traitlets.config import Config

from grading.autograde.notebook import Graded, ungraded
from grading.gradebook.blueprint import Blueprint
from grading.gradebook.late_policy import Penalties
from grading.gradebook.promised import Promised
from grading.outcome import NotGradable, many, named, reason
from grading.submissions.find import DIGEST, TEMP_PREFIX, Submission
from grading.submissions.read import open_file

TRIES = 5
MOST_FILES = 200  # beside the notebooks
MOST_BYTES = 2**25  # in all of these files
# Raised if two graders save the same student or submission at the same time: the whole transaction is tried again.
CONFLICTS = (InvalidEntry, DBAPIError, OSError)


class Saver:
    """Saves the submissions of a course into one open gradebook.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
    coursedir : nbgrader.coursedir.CourseDirectory
    config : traitlets.config.Config
        For the late policy.
    """

    def __init__(self, gradebook: Gradebook, coursedir: CourseDirectory, config: Config):
        self.gradebook = gradebook
        self.coursedir = coursedir
        self.penalties = Penalties(config)
        # nbgrader logs a traceback to this logger before it raises.
        logging.getLogger("tornado.application").setLevel(logging.CRITICAL)

    def save(self, submission: Submission, graded: dict[str, Graded]) -> None:
        """Save one submission.

        The old folder is removed first, then the gradebook is changed, then the new folder is put in place. If this is
        interrupted at any point, the submission has no folder, and is graded again. Several graders may run at once.

        Parameters
        ----------
        submission : Submission
        graded : dict
            Notebook name -> `grading.autograde.notebook.Graded`.
        """
        for left in reversed(range(TRIES)):
            try:
                return self._save(submission, graded)
            except CONFLICTS:
                if not left:
                    raise

    def _save(self, submission, graded):
        place = self.coursedir.autograded_directory, submission.student, submission.assignment
        with atomic_folder(*place, self.coursedir) as (new, make_room):
            before = _graded_cells(submission.graded_folder(self.coursedir), graded)
            self._write(new, submission, graded)
            make_room()
            self._enter(submission, graded, before)

    def _write(self, folder, submission, graded):
        for name, result in graded.items():
            (folder / f"{name}.ipynb").write_text(result.text, encoding="utf-8")
        copy_beside(submission, folder)
        if submission.digest:
            (folder / DIGEST).write_text(submission.digest)
        mode = 0o664 if self.coursedir.groupshared else 0o444
        for path in folder.rglob("*"):
            if path.is_file():
                path.chmod(mode)

    def _enter(self, submission, graded, before):
        with one_transaction(self.gradebook):
            self.gradebook.update_or_create_student(submission.student)
            timestamp = {"timestamp": submission.timestamp} if submission.timestamp else {}
            entry = self.gradebook.update_or_create_submission(submission.assignment, submission.student, **timestamp)
            if entry.extension is None:
                entry.extension = Promised(self.coursedir.root).of(submission.assignment).get(submission.student)
            for notebook in entry.notebooks:
                course = notebook.notebook
                cells_of_course = *course.grade_cells, *course.solution_cells, *course.task_cells  # by one query
                names = {cell.id: cell.name for cell in cells_of_course}
                result = graded[notebook.name]
                cells = {cell["metadata"]["nbgrader"]["grade_id"]: from_dict(cell) for cell in result.cells}
                for grade in notebook.grades:
                    name = names[grade.cell_id]
                    same = _is_same_work(name, before[notebook.name], cells)
                    self._grade(grade, cells[name], name in result.needs_manual_grade, same)
                for comment in notebook.comments:
                    cell = cells[names[comment.cell_id]]
                    # The cells of what could not be graded are the released ones: they say nothing of the answers.
                    unchanged = not cell.metadata.get("ungraded") and _is_unchanged(cell)
                    comment.auto_comment = "No response." if unchanged else None
            self.gradebook.db.flush()
            for notebook in entry.notebooks:
                notebook.late_submission_penalty = self.penalties.of(entry, notebook)

    def _grade(self, grade, cell, needs_manual_grade, same):
        """Enter one score, as nbgrader's SaveAutoGrades does. A manual score is kept; a person must look at it again,
        unless the work and the automatic score are the same as before.
        """
        score = None if cell.metadata.get("ungraded") else utils.determine_grade(cell)[0]
        by_hand = grade.manual_score is not None
        done = by_hand and not grade.needs_manual_grade and same and score == grade.auto_score
        grade.auto_score = score
        grade.needs_manual_grade = not done and (needs_manual_grade or by_hand or score is None)


def save_outcome(
    saver: Saver,
    submission: Submission,
    plans: dict[str, Blueprint],
    result: dict[str, Graded] | Exception,
    log: logging.Logger,
) -> tuple[dict[str, Graded], str]:
    """Save the result of grading a submission, or, if it failed, that every grade waits for a person.

    Parameters
    ----------
    saver : Saver
    submission : Submission
    plans : dict
        Notebook name -> `grading.gradebook.blueprint.Blueprint`.
    result : dict or Exception
        Notebook name -> `grading.autograde.notebook.Graded`; or what was raised instead.
    log : logging.Logger
        Gets the tracebacks, at level DEBUG.

    Returns
    -------
    result : dict
        What was saved. If it could not be graded, or its result not be saved, every grade waits for a person.
    why : str
        Why it could not be graded; empty if it was.
    """
    if isinstance(result, Exception):
        result = _stand_in(result, "grading", plans, log)
    try:
        saver.save(submission, result)
    except Exception as error:
        result = _stand_in(error, "saving", plans, log)
        try:
            saver.save(submission, result)
        except Exception as error:
            log.debug("while saving", exc_info=error)
            return result, f"{reason(error, 'saving')} It could not be saved; the same command tries again."
    if any(graded.seconds for graded in result.values()):
        return result, ""
    reasons = [why for graded in result.values() for why in graded.needs_manual_grade.values()]
    return result, "; ".join(dict.fromkeys(reasons))


def _stand_in(error: Exception, doing: str, plans: dict[str, Blueprint], log: logging.Logger) -> dict[str, Graded]:
    log.debug("while %s", doing, exc_info=error)
    why = reason(error, doing)
    return {name: ungraded(why, plan) for name, plan in plans.items()}


def copy_beside(submission: Submission, folder: Path) -> None:
    """Copy the files beside the notebooks, such as pictures, up to MOST_FILES and MOST_BYTES.

    What is left out, and why, is added to the notes of the submission.
    """
    room, left_out = MOST_BYTES, 0
    found, notes = submission.other_files()
    found.sort(key=lambda path: str(path) != "timestamp.txt")  # first, because nbgrader reads it
    for name in found[:MOST_FILES]:
        try:
            with open_file(submission.folder / name) as file:
                data = file.read(room + 1)
            if len(data) > room:
                left_out += 1
                continue
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
            room -= len(data)
        except (NotGradable, OSError) as error:
            notes.append(f"{named(str(name))} was left out: {reason(error, 'copying')}")
    left_out += len(found[MOST_FILES:])
    if left_out:
        most = f"{MOST_FILES} files or {MOST_BYTES // 2**20} MB"
        notes.append(f"{many(left_out, 'file')} beside the notebook left out: more than {most}")
    submission.notes += [note for note in notes if note not in submission.notes]  # `save` may be tried several times


@contextlib.contextmanager
def atomic_folder(
    directory: str, student: str, assignment: str, coursedir: CourseDirectory
) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Replace a submission's folder below ``directory`` atomically.

    Yields a new folder, to be filled, and a function that removes the old one. When the block ends without an
    exception, the new folder is renamed to its place.
    """
    target = Path(coursedir.format_path(directory, student, assignment))
    root = Path(coursedir.format_path(directory, ".", "."))
    root.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=TEMP_PREFIX, dir=root))
    lock = _lock(making)

    def make_room():
        if target.exists():
            target.rename(making / "old")

    try:
        new = making / "new"
        new.mkdir()
        target.parent.mkdir(parents=True, exist_ok=True)
        yield new, make_room
        new.rename(target)
    finally:
        _remove(making)
        lock.close()


def clean(directory: str, coursedir: CourseDirectory) -> None:
    """Remove temporary folders of runs that were killed; those of a run that is still at work are locked, and stay."""
    root = Path(coursedir.format_path(directory, ".", "."))
    for leftover in root.glob(f"{TEMP_PREFIX}*"):
        with contextlib.suppress(OSError), _lock(leftover):
            _remove(leftover)


def _lock(folder):
    """Lock a folder by a file, until the returned file is closed, or the process ends.

    Raises
    ------
    OSError
        If another process has locked it.
    """
    file = (folder / "lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file


def _graded_cells(folder, names):
    """Notebook name -> grade id -> cell, of the notebooks that were graded before, if they can be read."""
    found: dict[str, dict] = {name: {} for name in names}
    for name in names:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            cells = json.loads((Path(folder) / f"{name}.ipynb").read_bytes())["cells"]
            found[name] = {
                cell["metadata"]["nbgrader"]["grade_id"]: from_dict(cell)
                for cell in cells
                if "nbgrader" in cell["metadata"]
            }
    return found


def _is_same_work(name, before, cells):
    """Whether a graded cell is the same as before: its source, attachments and points, and for a test all answers."""
    looks_at = [name]
    if cells[name].cell_type == "code":
        looks_at += [other for other, cell in cells.items() if cell.metadata.nbgrader.solution]
    return all(other in before and _work(before[other]) == _work(cells[other]) for other in looks_at)


def _work(cell):
    source = cell.source if isinstance(cell.source, str) else "".join(cell.source)
    return source, cell.get("attachments"), cell.metadata.nbgrader.get("points")


def _is_unchanged(cell):
    return cell.metadata.nbgrader.checksum == utils.compute_checksum(cell)


def _remove(folder):
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def one_transaction(gradebook: Gradebook) -> Iterator[None]:
    """Make one transaction of the block, in which nbgrader's methods call commit several times: they only flush."""
    session = gradebook.db
    session.commit = session.flush
    try:
        yield
    except BaseException:
        del session.commit
        session.rollback()
        raise
    del session.commit
    session.commit()
