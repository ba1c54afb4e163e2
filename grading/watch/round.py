"""The program that grades some submissions and makes their pages, round after round, for `grading.watch.rounds`.

It is a separate process, so that the watch goes on whatever happens to it. It is killed when the watch ends.
"""

import contextlib
import ctypes
import gc
import hashlib
import signal
import sys
import time
from multiprocessing.connection import Connection

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # as in `grading.__main__`

from grading.sandbox.sandbox import SandboxError, running_server  # noqa: E402
from grading.workers.workers import workers  # noqa: E402

# As there: beside slow imports of our own they import what they need.
if "--no-sandbox" not in sys.argv:
    with contextlib.suppress(SandboxError):  # said later
        running_server(isolated=True)
for module in "grading.autograde.jobs", "grading.feedback.app":
    workers(module)

from nbgrader.apps.baseapp import NbGrader  # noqa: E402
from traitlets import default  # noqa: E402

from grading.autograde.app import GradeApp  # noqa: E402
from grading.feedback.app import PagesApp  # noqa: E402
from grading.outcome import reason  # noqa: E402
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

    def _silent(self, gradebook, assignment):
        return []  # reading everybody's answers takes longer than a round; `python -m grading waiting` lists them


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
        return True  # the watch tells by the page's time that it was made after the submission was graded


def main(descriptor: int) -> None:
    """Do what comes over a connection, an order after the other, until it closes.

    Parameters
    ----------
    descriptor : int
        Of the connection to the watch.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    link = Connection(descriptor)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            link.send(run(**link.recv()))
            gc.unfreeze()  # GradeApp freezes all objects; without this the garbage of each round would stay
            gc.collect()


def run(assignment: str, grade: list[str], pages: list[str], points_only: bool) -> bool:
    """Grade the submissions of some students and make the pages of some; return whether both commands ran to their end.

    Parameters
    ----------
    assignment : str
    grade, pages : list of str
        Ids of students.
    points_only : bool
        As in `WatchApp`.
    """
    try:
        return (not grade or _run(GradeThese, assignment, students=grade)) and _run(
            PagesForThese, assignment, students=pages, points_only=points_only
        )
    except OSError as error:
        print(reason(error, "working on"), file=sys.stderr)
        return False


def _run(kind, assignment, **about):
    """Run one of our commands. Exit status 1 is no error here: the command has listed what it could not grade."""
    app = kind()
    app.initialize(sys.argv[1:])
    app.extra_args = [assignment]
    app._began = time.monotonic()
    for name, value in about.items():
        setattr(app, name, value)
    try:
        app.start()
    except SystemExit as end:
        return end.code in (0, 1, None)
    return True
