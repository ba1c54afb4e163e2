"""Pages to give back: ``python -m grading feedback ASSIGNMENT ...``, many at once.

They are what `nbgrader generate_feedback` makes by nbgrader_config.py. The gradebook is read here, through one
connection; workers turn notebooks into pages.
"""

import contextlib
import copy
import functools
import hashlib
import json
import logging
import os
import pickle
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.apps import GenerateFeedbackApp
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.exc import SQLAlchemyError
from traitlets import Bool, Enum, Unicode
from traitlets.utils.importstring import import_item

from grading.feedback.links import pictures_beside
from grading.feedback.preprocessors import ReadGrades, what_is_known
from grading.feedback.to_lms import WHERE, accounts_of, beginnings, who_has, write_archive
from grading.gradebook.blueprint import find_assignment
from grading.gradebook.late_policy import Penalties
from grading.gradebook.opening import open_gradebook, why_not
from grading.gradebook.saving import atomic_folder, clean
from grading.outcome import many, reason, shown
from grading.submissions.find import submissions
from grading.submissions.read import Unreadable, new_cell, read_bytes
from grading.terminal import grouped, progress, wrapped
from grading.workers.spread import PLAIN_TCP, SpreadError, spread_over
from grading.workers.workers import workers

SECONDS = 120  # for the pages of a submission
MOST_BYTES = 2**26  # of a graded notebook
MOST_HEAD = 4096  # characters at the beginning of a page; the digest `made_of` is among them
MOST_PARTS = 500_000  # JSON objects and lists in a graded notebook
BESIDE = "timestamp.txt", "submission_secret.txt"  # nbgrader's release_feedback reads them
MOST_BESIDE = 2**12  # bytes of each


class UpToDate(Exception):
    """The pages of a submission need not be made again: they are made of the same notebooks and grades."""


class PagesApp(GenerateFeedbackApp):
    """`nbgrader generate_feedback`, many students at once.

    It is not called FeedbackApp, because nbgrader still passes settings for that older name on to another class.
    """

    name = "grading-feedback"
    description = __doc__
    examples = """
        Pages for everybody whose page would say something else than the last time:

            python -m grading feedback 01-sigmoid

        All of them again, for example with a new version of the course:

            python -m grading feedback 01-sigmoid --force

        And an archive of them that Canvas or Moodle gives back to the students:

            python -m grading feedback 01-sigmoid --to-lms canvas
        """

    scheduler = Unicode("", help="Address of a Dask scheduler. Without it, this machine works.").tag(config=True)
    plain_tcp = Bool(False, help=PLAIN_TCP).tag(config=True)
    to_lms = Enum(["", *WHERE], "", help="Write an archive for this LMS as well: canvas or moodle.").tag(config=True)
    aliases = GenerateFeedbackApp.aliases | {"scheduler": "PagesApp.scheduler", "to-lms": "PagesApp.to_lms"}
    flags = GenerateFeedbackApp.flags | {"plain-tcp": ({"PagesApp": {"plain_tcp": True}}, PLAIN_TCP)}

    def start(self) -> None:
        logging.getLogger("traitlets").setLevel(logging.ERROR)
        NbGrader.start(self)
        assignments = self.extra_args or [self.coursedir.assignment_id]
        if assignments == [""]:
            self.fail("Which assignment? For example: python -m grading feedback 01-sigmoid")
        converter = GenerateFeedback(coursedir=self.coursedir, parent=self)
        converter.log.setLevel(logging.ERROR)
        self._names: dict[str, list[str]] = {}  # assignment -> its notebooks
        self._recipe = recipe(converter)
        self._penalties = Penalties(self.config)
        self._force = converter.force
        try:
            with open_gradebook(self.coursedir, write=False) as self._gradebook:
                jobs = [job for assignment in assignments for job in self._jobs(assignment)]
                clean(self.coursedir.feedback_directory, self.coursedir)
                made, failed = self._make(jobs)
        except (ValueError, SpreadError) as error:
            self.fail("%s", error)
        except SQLAlchemyError as error:
            self.fail("%s", why_not(error))
        except KeyboardInterrupt:
            sys.exit("\nInterrupted. The pages that are there are whole. Run the same command again to go on.")
        done = f"Feedback made for {many(made, 'submission')}."
        current = len(jobs) - made - len(failed)
        print(f"{done} Up to date already: {current}; --force makes all again." if current else done)
        if failed:
            lines = [(job.assignment, job.student, [f"no page. {why}"]) for job, why in failed.items()]
            print(grouped(lines, len(failed)))
        missing = [student for assignment in assignments for student in self._hand_over(assignment, jobs)]
        sys.exit(1 if failed or missing else 0)

    def _hand_over(self, assignment, jobs):
        """Write the archive for the LMS, if one is wanted; return the students who are not in it."""
        if not self.to_lms:
            return []
        root = Path(self.coursedir.root)
        with open_gradebook(self.coursedir, write=False) as gradebook:
            accounts = accounts_of(gradebook.students, self.to_lms)
        files = [path for path in (root / "downloaded" / assignment / "extracted").rglob("*") if path.is_file()]
        names = beginnings(files, accounts, who_has(submissions(self.coursedir, assignment)), self.to_lms)
        if not names:
            self.fail(
                "There is no download of %s from %s: downloaded/%s/extracted has none of its files.\n"
                "docs/instructor.md says how to collect.",
                assignment,
                self.to_lms.capitalize(),
                assignment,
            )
        pages = {job.student: self._pages(job) for job in jobs if job.assignment == assignment}
        path = root / f"feedback-{self.to_lms}-{assignment}.zip"
        missing = write_archive(path, {student: mine for student, mine in pages.items() if mine}, names)
        print(f"{path.name} has the pages of {many(len(pages) - len(missing), 'student')}.")
        print(wrapped(f"To upload it in {self.to_lms.capitalize()}:", f"{WHERE[self.to_lms]}."))
        if missing:
            print(wrapped("Not in the download, so not in the archive:", ", ".join(map(shown, missing))))
        return missing

    def _pages(self, job):
        folder = Path(self.coursedir.format_path(self.coursedir.feedback_directory, job.student, job.assignment))
        return [path for name in self._names[job.assignment] if (path := folder / f"{name}.html").is_file()]

    def _jobs(self, assignment):
        """The submissions that were graded."""
        names = [notebook.name for notebook in find_assignment(self._gradebook, assignment).notebooks]
        graded = submissions(self.coursedir, assignment, self.coursedir.autograded_directory)
        if not graded:
            raise ValueError(f"Nothing was graded yet. Do that first: python -m grading {assignment}")
        self._names[assignment] = names
        return graded

    def _make(self, jobs):
        """Make the pages and put them in place.

        Returns
        -------
        made : int
            Submissions with new pages.
        failed : dict
            Job -> why there is none.
        """
        made, failed = 0, {}
        with progress("making pages", len(jobs)) as bar:
            with spread_over(self.scheduler, self.plain_tcp, os.cpu_count() or 1) as spread:
                for job, pages, error in spread.each(jobs, self._prepare, make_pages):
                    try:
                        if error is not None:
                            raise error
                        self._write(job, pages)
                        made += 1
                    except UpToDate:
                        pass
                    except Exception as error:
                        self.log.debug("while making feedback", exc_info=error)
                        failed[job] = reason(error, "making the page of")
                    bar.update()
        return made, failed

    def _prepare(self, job):
        """(notebook name -> (its bytes, what is known of it), how to make pages).

        Raises
        ------
        UpToDate
        """
        try:
            notebooks = self._with_grades(job)
        except Exception:
            self._gradebook.db.rollback()  # so that the session can be used for the next submission
            raise
        if not self._force and not self._is_new(job, notebooks):
            raise UpToDate
        return notebooks, self._recipe

    def _with_grades(self, job):
        """Notebook name -> (its bytes, what is known of it); ``made_of`` is a digest of both."""
        notebooks, pictures = {}, pictures_beside(job.folder)
        for name in self._names[job.assignment]:
            data: bytes | str
            try:
                data = read_bytes(job.folder / f"{name}.ipynb", MOST_BYTES)
            except Unreadable as error:
                data = str(error)
            about = {"student": job.student, "assignment": job.assignment, "notebook": name}
            about |= what_is_known(self._gradebook, about, self._penalties) | {"pictures": pictures}
            resources: dict[str, Any] = {"unique_key": name, "nbgrader": about}
            known = json.dumps(resources, sort_keys=True, default=str).encode()
            parts = (data if isinstance(data, bytes) else data.encode(), known)
            resources["made_of"] = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
            notebooks[name] = data, resources
        return notebooks

    def _is_new(self, job, notebooks):
        """Whether a page is missing, made of another notebook or other grades, or belongs to an older submission."""
        folder = Path(self.coursedir.format_path(self.coursedir.feedback_directory, job.student, job.assignment))
        if any(_beside(job.folder / name) != _beside(folder / name) for name in BESIDE):
            return True
        for name, (_, resources) in notebooks.items():
            try:
                with open(folder / f"{name}.html", encoding="utf-8") as page:
                    if resources["made_of"] not in page.read(MOST_HEAD):
                        return True
            except (OSError, UnicodeDecodeError):
                return True
        return False

    def _write(self, job, pages):
        place = self.coursedir.feedback_directory, job.student, job.assignment
        with atomic_folder(*place, self.coursedir) as (new, make_room):
            for name, page in pages.items():
                (new / f"{name}.html").write_text(page, encoding="utf-8")
                (new / f"{name}.html").chmod(0o664 if self.coursedir.groupshared else 0o644)
            for name in BESIDE:
                data = _beside(job.folder / name)
                if data is not None:
                    (new / name).write_bytes(data)
            make_room()


def _beside(path):
    """The bytes of a file beside a notebook; None of what is no such file."""
    with contextlib.suppress(OSError, Unreadable):
        return read_bytes(path, MOST_BESIDE)
    return None


def recipe(converter: GenerateFeedback) -> bytes:
    """How to make pages, pickled: the exporter class, the preprocessors and the configuration.

    The preprocessors that read the gradebook are left out: `PagesApp` reads it for all pages, with one connection.
    """
    chain = [import_item(item) if isinstance(item, str) else item for item in converter.preprocessors]
    chain = [item for item in chain if not issubclass(item, (ReadGrades, AssignLatePenalties))]
    return pickle.dumps((converter.exporter_class, chain, converter.config))


def make_pages(notebooks: dict, recipe: bytes) -> dict[str, str]:
    """name -> HTML of every notebook of a submission, made in a process of its own."""
    return workers("grading.feedback.app").call(pages_here, notebooks, recipe, seconds=SECONDS)


def pages_here(notebooks: dict, recipe: bytes) -> dict[str, str]:
    """Make the pages in this process: a worker calls it."""
    return {name: _page(_exporter(recipe), data, resources) for name, (data, resources) in notebooks.items()}


def _page(exporter, data, resources):
    """The page of a notebook; where it cannot be shown, a page with its points alone.

    Parameters
    ----------
    exporter : grading.feedback.page.Page
    data : bytes or str
        The graded notebook; as a string, why it could not be read.
    resources : dict
    """
    if isinstance(data, bytes) and data.count(b"{") + data.count(b"[") > MOST_PARTS:
        data = "It is too large for a page."
    if isinstance(data, bytes):
        try:
            notebook = nbformat.reads(data.decode("utf-8"), as_version=4)
            return exporter.from_notebook_node(notebook, copy.deepcopy(resources))[0]
        except Exception as error:  # nbconvert may raise anything where the file was changed
            data = reason(error, "making the page of")
    return exporter.from_notebook_node(_points_alone(data, resources["nbgrader"]["grades"]), resources)[0]


def _points_alone(why, grades):
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [new_cell("markdown", f"This notebook cannot be shown here. {why} Its points are complete.")]
    for name in grades:
        notebook.cells.append(new_cell("markdown", ""))
        notebook.cells[-1].metadata.nbgrader = nbformat.NotebookNode(
            grade_id=name, grade=True, solution=not name.startswith("test-"), locked=True, schema_version=3, task=False
        )
    return notebook


@functools.lru_cache(maxsize=1)
def _exporter(recipe):
    exporter_class, preprocessors, config = pickle.loads(recipe)
    exporter = exporter_class(config=config)
    for preprocessor in preprocessors:
        exporter.register_preprocessor(preprocessor)
    return exporter


def main(arguments: list[str]) -> None:
    PagesApp.launch_instance(arguments)
