"""Write what a submission earned into the gradebook and its folder: all of it, or nothing."""

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
from grading.outcome import NotGradable, reason, shown
from grading.submissions.find import DIGEST, TEMP_PREFIX, Submission
from grading.submissions.read import open_file

TRIES = 5
MOST_FILES = 200  # beside the notebooks
MOST_BYTES = 2**25  # in all of these files
# What the loser sees where two graders meet in one student or submission. Then everything is done once more.
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
        # nbgrader prints a traceback there before it raises.
        logging.getLogger("tornado.application").setLevel(logging.CRITICAL)

    def save(self, submission: Submission, graded: dict[str, Graded]) -> None:
        """Save one submission.

        The old folder goes first, then the gradebook changes, then the new folder comes. Whenever this stops, a
        submission without its folder is graded again. Several graders may work on a course at once.

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
                    unchanged = _is_unchanged(cells[names[comment.cell_id]])
                    comment.auto_comment = "No response." if unchanged else None
            self.gradebook.db.flush()
            for notebook in entry.notebooks:
                notebook.late_submission_penalty = self.penalties.of(entry, notebook)

    def _grade(self, grade, cell, needs_manual_grade, same):
        """As nbgrader's SaveAutoGrades does; a manual score is never touched, and stays done for the same work."""
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
    """Save what became of a submission, whatever that is.

    Parameters
    ----------
    saver : Saver
    submission : Submission
    plans : dict
        Notebook name -> `grading.gradebook.blueprint.Blueprint`.
    result : dict or Exception
        Notebook name -> `grading.autograde.notebook.Graded`; or what was raised instead.
    log : logging.Logger
        Is told where the grader itself failed.

    Returns
    -------
    result : dict
        What was saved. Where it could not be graded, or not be saved as it was graded, every grade waits for a person.
    why : str
        Why it could not be graded; empty where it could.
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
    """Copy what lies beside the notebooks, such as pictures that they show, as far as that is a reasonable amount.

    What is left out, and why, is added to the notes of the submission.
    """
    room, left_out = MOST_BYTES, 0
    found, notes = submission.other_files()
    found.sort(key=lambda path: str(path) != "timestamp.txt")  # nbgrader wants it
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
            notes.append(f"{shown(str(name))} was left out: {reason(error, 'copying')}")
    left_out += len(found[MOST_FILES:])
    if left_out:
        most = f"{MOST_FILES} files or {MOST_BYTES // 2**20} MB"
        notes.append(f"{left_out} files beside the notebook were left out: more than {most}")
    submission.notes += [note for note in notes if note not in submission.notes]  # it may be saved a second time


@contextlib.contextmanager
def atomic_folder(
    directory: str, student: str, assignment: str, coursedir: CourseDirectory
) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Make a submission's folder below ``directory`` anew: all of it, or nothing.

    Yields the new folder, to be filled, and a function that takes the old one away. When the block ends well the new
    one is put in its place.
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
    """Remove what an earlier run, killed while it saved, left behind, and nothing of one that is at work."""
    root = Path(coursedir.format_path(directory, ".", "."))
    for leftover in root.glob(f"{TEMP_PREFIX}*"):
        with contextlib.suppress(OSError), _lock(leftover):
            _remove(leftover)


def _lock(folder):
    """An open file that no other process has while it is open. The system closes it when a process is killed.

    Raises
    ------
    OSError
        If another one has it.
    """
    file = (folder / "lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file


def _graded_cells(folder, names):
    """Notebook name -> grade id -> cell of what was graded before, where that can be read."""
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
    """Whether a person who looks at a graded cell again would see what was there before.

    That is the cell itself, its points, and for a test the answers: a test may look at any of them.
    """
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
    """Let nbgrader's own commits wait for the end."""
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
