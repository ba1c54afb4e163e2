"""The program that grades some submissions and makes their pages, once; `grading.watch.app` starts it.

It is a separate process, so that its memory is freed after each round. It is killed when the watch ends.
"""

import ctypes
import hashlib
import json
import os
import signal
import sys

from nbgrader.apps.baseapp import NbGrader
from traitlets import default

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # as in `grading.__main__`

from grading.autograde.app import GradeApp  # noqa: E402
from grading.feedback.app import PagesApp  # noqa: E402
from grading.watch.app import WatchApp  # noqa: E402
from grading.watch.points_only import PointsOnly  # noqa: E402
from grading.workers.worker import PR_SET_PDEATHSIG  # noqa: E402

REFUSED = 2  # the exit status of a command that did nothing


class OfAWatch(NbGrader):
    """A command that accepts the arguments of `python -m grading watch`."""

    @default("classes")
    def _classes_default(self):
        return [*super()._classes_default(), WatchApp]

    def fail(self, msg: str, *args: object) -> None:
        self.log.error(msg, *args)
        sys.exit(REFUSED)


class GradeThese(OfAWatch, GradeApp):
    """`python -m grading`, for some students."""

    aliases = GradeApp.aliases | WatchApp.aliases
    flags = GradeApp.flags | WatchApp.flags

    def _todo(self, assignment, found, plans):
        return [job for job in super()._todo(assignment, found, plans) if job.student in self.students]


class PagesForThese(OfAWatch, PagesApp):
    """`python -m grading feedback`, for some students."""

    aliases = PagesApp.aliases | WatchApp.aliases
    flags = PagesApp.flags | WatchApp.flags

    def _jobs(self, assignment):
        return [job for job in super()._jobs(assignment) if job.student in self.students]

    def start(self) -> None:
        if self.points_only:
            chain = self.config.GenerateFeedback.preprocessors
            self.config.GenerateFeedback.preprocessors = [PointsOnly, *chain]
        super().start()

    def _with_grades(self, job):
        notebooks = super()._with_grades(job)
        if self.points_only:  # another digest, so that `python -m grading feedback` makes the full page later
            for _, resources in notebooks.values():
                resources["made_of"] = hashlib.sha256(f"points of {resources['made_of']}".encode()).hexdigest()
        return notebooks

    def _is_new(self, job, notebooks):
        return True  # even the same page is written again: it needs the submission_secret.txt of the new submission


def main() -> None:
    order = json.load(sys.stdin)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != order["parent"]:  # the watch ended before prctl, so no signal will come
        return
    if order["grade"]:
        _run(GradeThese, order, students=order["grade"])
    _run(PagesForThese, order, students=order["pages"], points_only=order["points_only"])


def _run(kind, order, **about):
    """Run one of our commands. Exit status 1 is no error here: the command has listed what it could not grade."""
    app = kind()
    app.initialize(order["arguments"])
    app.extra_args = [order["assignment"]]
    for name, value in about.items():
        setattr(app, name, value)
    try:
        app.start()
    except SystemExit as end:
        if end.code not in (0, 1, None):
            raise
