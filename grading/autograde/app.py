"""Grade a class: ``python -m grading ASSIGNMENT ...``.

Worker processes, on this machine or of a Dask cluster, get a submission and return graded notebooks. Only this process
writes to the gradebook and to ``autograded/``, one submission after the other, each completely or not at all.
"""

import contextlib
import difflib
import gc
import logging
import os
import signal
import sys
import time
import warnings
from dataclasses import replace
from functools import partial

from nbgrader.apps import AutogradeApp
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde
from sqlalchemy.exc import SAWarning
from traitlets import Bool, Integer, Unicode, default

from grading.autograde.again import Again
from grading.autograde.jobs import get_ready, grade_all, seconds_at_most
from grading.autograde.limits import Execute
from grading.autograde.seeds import key_for, secret_of
from grading.autograde.table import Row, print_table
from grading.autograde.verdicts import tests_of
from grading.commands import COMMANDS, HELP
from grading.gradebook.blueprint import blueprints, pictures
from grading.gradebook.opening import open_gradebook, require_course
from grading.gradebook.results import written_answers_waiting
from grading.gradebook.saving import Saver, clean, save_outcome
from grading.outcome import shown
from grading.sandbox.sandbox import Sandbox, SandboxError, require_sandbox
from grading.submissions.find import digest, submissions, to_grade
from grading.terminal import progress, wrapped
from grading.waiting.app import what_waits
from grading.workers.spread import PLAIN_TCP, SpreadError, spread_over

DESCRIPTION = f"""Grades what was handed in: many submissions at once, and each in a sandbox.

python -m grading ASSIGNMENT ...: grades them

{HELP}

Each of these says more with --help.
"""
SOON = 15  # seconds a notebook in the first pass; submissions that need more run again after all others
MOST_NAMED = 10
WITHOUT_SANDBOX = (
    "There is no sandbox: every submission runs in your own account. It can read, change and send whatever you can, the"
    " gradebook and other students' work too."
)


class GradeApp(AutogradeApp):
    """`nbgrader autograde`, many submissions at once and each in a sandbox."""

    name = "grading"
    description = DESCRIPTION
    examples = """
        Grade all submissions of an assignment that are not graded yet:

            python -m grading 01-sigmoid

        Grade several assignments, again:

            python -m grading 01-sigmoid 02-losses --force

        Grade one student's:

            python -m grading 01-sigmoid --student=ada

        On a Dask cluster that runs elsewhere:

            python -m grading 01-sigmoid --scheduler=tls://10.0.0.1:8786
        """

    scheduler = Unicode("", help="Address of a Dask scheduler. Without it, this machine grades.").tag(config=True)
    at_once = Integer(0, help="Submissions at once on this machine; by default a few more than it has cores.").tag(
        config=True
    )
    plain_tcp = Bool(False, help=PLAIN_TCP).tag(config=True)

    aliases = AutogradeApp.aliases | {"scheduler": "GradeApp.scheduler", "at-once": "GradeApp.at_once"}
    flags = {name: flag for name, flag in AutogradeApp.flags.items() if name != "no-execute"} | {
        "no-sandbox": (
            {"Sandbox": {"enabled": False}},
            "Run submissions in your own account, where they can read and change whatever you can.",
        ),
        "plain-tcp": ({"GradeApp": {"plain_tcp": True}}, PLAIN_TCP),
    }

    @default("classes")
    def _classes_default(self):
        return [*super()._classes_default(), Sandbox, Execute, GradeApp]

    def start(self) -> None:
        # SQLAlchemy 2 warns whenever nbgrader adds a submission; these warnings are harmless.
        warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
        logging.getLogger("traitlets").setLevel(logging.WARNING)
        NbGrader.start(self)
        assignments = self.extra_args or [self.coursedir.assignment_id]
        if assignments == [""]:
            self.fail("Which assignment? For example: python -m grading 01-sigmoid")
        if self.coursedir.notebook_id != "*":
            self.fail("--notebook is not known here: an assignment is graded as a whole.")
        try:
            require_course(self.coursedir)
            if not self.scheduler:
                require_sandbox(Sandbox(parent=self))
            with open_gradebook(self.coursedir) as gradebook:
                jobs, rows = self._jobs(gradebook, assignments)
                secret = secret_of(self.coursedir.root)
                clean(self.coursedir.autograded_directory, self.coursedir)
                ended = self._grade_all(gradebook, jobs, rows, secret)
                waiting = {assignment: written_answers_waiting(gradebook, assignment) for assignment in rows}
                silent = [self._silent(gradebook, assignment) for assignment in rows]
        except (ValueError, SandboxError) as error:
            self.fail("%s", error)
        print_table(rows, waiting, time.monotonic() - self._began)
        if any(silent):
            print("\nWritten answers that say nothing:")
            print("\n".join(line for lines in silent for line in lines))
        if ended:
            print(f"\n{ended}")
        sys.exit(1 if ended or any(row.failed for row in rows.values()) else 0)

    _began = time.monotonic()

    def _jobs(self, gradebook, assignments):
        """A list of (submission, blueprints) to grade, and assignment -> its `Row` of the table."""
        jobs, rows, self._again, missing = [], {}, {}, []
        for assignment in assignments:
            plans = self._plans(gradebook, assignment)
            for plan in plans.values():
                tests_of(plan)  # raises where a test cell cannot be judged
            found = submissions(self.coursedir, assignment)
            if not found:
                where = self.coursedir.format_path(
                    self.coursedir.submitted_directory, self.coursedir.student_id, assignment
                )
                missing.append(f"Nothing was handed in for {assignment}: there is no {where}")
                continue
            todo = self._todo(assignment, found, plans)
            rows[assignment] = Row(assignment, handed_in=len(found), before=len(found) - len(todo))
            jobs += [(submission, plans) for submission in todo]
        if not rows:
            raise ValueError("\n".join(missing))
        for sentence in missing:
            print(sentence)
        return jobs, rows

    def _silent(self, gradebook, assignment):
        """Lines to print on written answers that say nothing."""
        return what_waits(gradebook, self.coursedir, assignment, only_silent=True)

    def _plans(self, gradebook, assignment):
        try:
            return blueprints(gradebook, self.coursedir, assignment)
        except ValueError as error:
            if assignment in COMMANDS:
                raise ValueError(f"A command comes first: python -m grading {assignment} ...") from None
            meant = difflib.get_close_matches(assignment, COMMANDS, n=1)
            if meant:
                raise ValueError(
                    f"There is no command and no assignment {assignment!r}. Did you mean python -m grading {meant[0]}?"
                ) from None
            raise error

    def _todo(self, assignment, found, plans):
        """The submissions that are not graded yet, and those that an interrupted --force left; with --force all."""
        again = self._again[assignment] = Again(self.coursedir, assignment, plans)
        force = Autograde(coursedir=self.coursedir, parent=self).force
        new = to_grade(found, self.coursedir, force=False)
        left = [submission for submission in found if submission.student in again.students and submission not in new]
        if left:
            print(
                wrapped(f"{assignment}: an interrupted run with --force had {len(left)} still to grade.")
                + "\nIt goes on with them."
            )
            return [*new, *left]
        if force:
            again.begin(found)
            return found
        return new

    def _grade_all(self, gradebook, jobs, rows, secret):
        """Grade and save all jobs; return None, or a sentence that says why the run ended early."""
        if not jobs:
            return None
        limits = Execute(parent=self).limits()
        if not limits.sandbox.enabled:
            print(WITHOUT_SANDBOX, file=sys.stderr)
        at_once = self.at_once or (os.cpu_count() or 1) + 1  # workers wait for kernels at times
        if not self.scheduler:
            todo = {(work.assignment, name): plan for work, plans in jobs for name, plan in plans.items()}
            get_ready([(plan, pictures(self.coursedir, *which)) for which, plan in todo.items()], limits)

        # Reading notebooks makes many small objects. Collect garbage less often, and never look through the modules.
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        saver = Saver(gradebook, self.coursedir, self.config)
        signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
        again = "What is graded is saved. Run the same command again to go on."
        bar = progress("grading", len(jobs), disable=None if self.log_level <= 30 else True)
        try:
            with bar, spread_over(self.scheduler, self.plain_tcp, at_once) as spread:
                self._in_two_passes(spread, jobs, limits, secret, partial(self._count, saver, rows, bar), bar)
        except KeyboardInterrupt:
            return f"Interrupted. {again}"
        except (SpreadError, SandboxError) as error:
            return f"{error}\n{again}"
        return None

    def _in_two_passes(self, spread, jobs, limits, secret, save, bar):
        """Grade all jobs, with SOON seconds a notebook; then those that need more, with the full time."""
        slow, short = [], replace(limits, notebook_seconds=min(SOON, limits.notebook_seconds))
        for job, result, error in spread.each(jobs, partial(_prepare, secret, short), grade_all):
            if not error and short != limits and any(graded.unfinished for graded in result.values()):
                slow.append(job)
            else:
                save(job, result, error)
        if slow:
            bar.write(wrapped(_waiting_for(slow, spread.at_once, limits)))
        for job, result, error in spread.each(slow, partial(_prepare, secret, limits), grade_all):
            save(job, result, error)

    def _count(self, saver, rows, bar, job, result, error):
        """Save the result of one submission, or the error, and count it in the table."""
        if isinstance(error, SandboxError):
            raise error
        (submission, plans), began = job, time.monotonic()
        with _interrupts_put_off():
            result, why = save_outcome(saver, submission, plans, error or result, self.log)
        rows[submission.assignment].add(submission, result, why, time.monotonic() - began)
        self._again[submission.assignment].done(submission)
        bar.update()


@contextlib.contextmanager
def _interrupts_put_off():
    """Let an interrupt wait for the end of the block: one inside of a commit leaves a session that cannot be used."""
    came = []
    before = signal.signal(signal.SIGINT, lambda *_: came.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        signal.raise_signal(signal.SIGINT)


def _prepare(secret, limits, job):
    """Read one submission: the arguments of `grade_all`."""
    submission, plans = job
    submission.digest = digest(submission)
    return submission.read(list(plans)), plans, limits, key_for(secret, submission.student, submission.assignment)


def _waiting_for(slow, at_once, limits):
    """The message before the second pass: whose submissions run again, and how long that takes at most."""
    seconds = sorted((seconds_at_most(plans, limits) for _, plans in slow), reverse=True)[::at_once]
    named = [f"{shown(submission.student)} ({submission.assignment})" for submission, _ in slow]
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return (
        f"All others are graded. {len(slow)} took longer than {SOON} seconds and run again, each for "
        f"{limits.notebook_seconds} seconds a notebook at most; with reading and judging, for {sum(seconds) / 60:.0f} "
        f"minutes at most in all: {', '.join(named[:MOST_NAMED])}{more}"
    )


def main(arguments: list[str]) -> None:
    GradeApp.launch_instance(arguments)
