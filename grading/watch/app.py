"""Grade what comes in as it comes in: ``python -m grading watch ASSIGNMENT ...``.

Every few seconds it collects from the exchange, if there is one, grades what is new in ``submitted/``, makes the pages
and releases them through the exchange. It goes on until it is stopped, and when it is started again it goes on where it
was.
"""

import contextlib
import fcntl
import glob
import itertools
import logging
import time
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from nbgrader.exchange import ExchangeError
from nbgrader.utils import temp_attrs
from traitlets import Bool, Integer, default

from grading.gradebook.blueprint import blueprints
from grading.gradebook.opening import open_gradebook
from grading.outcome import NotGradable, reason, shown
from grading.sandbox.sandbox import Sandbox, SandboxError, require_sandbox
from grading.submissions.find import all_below, submissions, to_grade
from grading.watch.collect import WholeCollect
from grading.watch.journal import Journal
from grading.watch.rounds import Rounds

EVERY = 10  # seconds between polls
SETTLED = 3  # seconds without a change, after which a submission is taken to be complete
AFTER_TROUBLE = 60  # seconds until what went wrong is tried again
AT_ONCE = 20  # submissions in a round; their pages are released before the next round begins


class WatchApp(NbGrader):
    """Grades what comes in, and gives the page back."""

    name = "grading-watch"
    description = __doc__
    examples = """
        Until it is stopped:

            python -m grading watch 01-sigmoid

        Five tries a day, and of hidden tests the points alone:

            python -m grading watch 01-sigmoid --tries-a-day=5 --points-only
        """

    tries_a_day = Integer(
        0, min=0, help="Submissions of a student that are graded on one day, by this machine's clock; 0 for no limit."
    ).tag(config=True)
    points_only = Bool(False, help="Pages do not name the mistakes that hidden tests found.").tag(config=True)

    aliases = NbGrader.aliases | {"tries-a-day": "WatchApp.tries_a_day"}
    flags = NbGrader.flags | {
        "points-only": ({"WatchApp": {"points_only": True}}, "Pages do not name the mistakes that hidden tests found."),
        "no-sandbox": (
            {"Sandbox": {"enabled": False}},
            "Run submissions in your own account, where they can read and change whatever you can.",
        ),
    }

    @default("classes")
    def _classes_default(self):
        return [*super()._classes_default(), WatchApp, Sandbox]

    @default("log_level")
    def _log_level_default(self):
        return logging.WARNING  # at INFO nbgrader lists at each poll everybody who has nothing new

    def start(self) -> None:
        if "collect" not in self.config.ExchangeFactory:
            self.config.ExchangeFactory.collect = WholeCollect
        super().start()
        if not self.extra_args:
            self.fail("Which assignment? For example: python -m grading watch 01-sigmoid")
        try:
            require_sandbox(Sandbox(parent=self))
            with open_gradebook(self.coursedir) as gradebook:
                for assignment in self.extra_args:
                    blueprints(gradebook, self.coursedir, assignment)
        except (SandboxError, ValueError) as error:
            self.fail("%s", error)
        root = Path(self.coursedir.root)
        with open(root / ".watch.lock", "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self.fail("Another watch is at work in this course.")
            self._journal = Journal(root / ".watch.json")
            self._rounds = Rounds(root, self.argv)
            self._waiting: dict = {}
            self._later: dict[tuple[str, str], float] = {}  # (assignment, student) -> when to try again
            self._out_of_order: set[str] = set()
            _say(f"Watching {', '.join(self.extra_args)}, every {EVERY} seconds. Ctrl-C ends it.")
            with contextlib.suppress(KeyboardInterrupt):
                self._rounds.start()  # so that the first submission need not wait for it
                while True:
                    try:
                        well = all([self._look(assignment) for assignment in self.extra_args])
                    except OSError as error:
                        _say(f"{reason(error, 'looking at')} It is tried again in {AFTER_TROUBLE} seconds.")
                        well = False
                    self._rounds.end_if_idle()
                    time.sleep(EVERY if well else AFTER_TROUBLE)
            with contextlib.suppress(KeyboardInterrupt):
                self._rounds.end()
        print("\nStopped. What is graded is saved; the same command goes on.")

    def _look(self, assignment):
        """Grade and give back what is new; return whether the commands for it were carried out."""
        self.coursedir.assignment_id = assignment
        WholeCollect.collected.clear()
        self._exchange("collect", self.exchange.Collect, update=True)
        whole = WholeCollect.collected
        new = [job for job in self._not_graded(assignment) if str(job.folder) in whole or _is_settled(job.folder)]
        grade = self._journal.admit(assignment, new, self.tries_a_day)
        self._name_those_who_wait(assignment, {job.student for job in new} - grade)
        owed = [
            student
            for student in self._journal.without_page(assignment)
            if self._later.get((assignment, student), 0) <= time.monotonic()
        ]
        # In small rounds, so that the first pages are released before the last submission is graded.
        groups = [owed[begin : begin + AT_ONCE] for begin in range(0, len(owed), AT_ONCE)]
        return all([self._give_back(assignment, grade.intersection(group), set(group)) for group in groups])

    def _give_back(self, assignment, grade, pages):
        """Grade some students' submissions, make and release pages; return whether the commands were carried out."""
        began = time.time()
        went_well = self._rounds.run(
            assignment=assignment, grade=sorted(grade), pages=sorted(pages), points_only=self.points_only
        )
        left = {job.student for job in self._not_graded(assignment)} & grade
        done = {student for student in pages - left if self._has_page(assignment, student, began)}
        released = {student for student in done if self._release(assignment, student)}
        self._journal.given_back(assignment, done)
        _say(
            f"{assignment}: {len(grade - left)} graded, {len(done)} pages made, {len(released)} of them released "
            f"through the exchange, in {time.time() - began:.0f} seconds"
        )
        for student in pages - done:
            self._later[assignment, student] = time.monotonic() + AFTER_TROUBLE
        if not went_well or done != pages:
            _say(f"{assignment}: not all went well, see above. It is tried again in {AFTER_TROUBLE} seconds.")
        return went_well

    def _has_page(self, assignment, student, began):
        """Whether a page was made since ``began``, or the graded work was removed, so that there will be none."""
        where = (self.coursedir.feedback_directory, self.coursedir.autograded_directory)
        made, graded = (Path(self.coursedir.format_path(folder, student, assignment)) for folder in where)
        return not graded.exists() or any(page.stat().st_mtime > began - 1 for page in made.glob("*.html"))

    def _not_graded(self, assignment):
        return to_grade(submissions(self.coursedir, assignment), self.coursedir, force=False)

    def _name_those_who_wait(self, assignment, students):
        if students and students != self._waiting.get(assignment):
            names = ", ".join(sorted(map(shown, students)))
            _say(f"{assignment}: graded tomorrow, after {self.tries_a_day} tries today: {names}")
        self._waiting[assignment] = students

    def _release(self, assignment, student):
        """Release a student's page, if their work came through the exchange."""
        folder = self.coursedir.format_path(self.coursedir.feedback_directory, student, assignment)
        if not (Path(folder) / "submission_secret.txt").is_file():
            return False
        with temp_attrs(self.coursedir, student_id=glob.escape(student)):
            return self._exchange("release", self.exchange.ReleaseFeedback)

    def _exchange(self, doing, action, **settings):
        """Run one of nbgrader's exchange actions; return whether it went well. Only its first failure is printed."""
        app = action(coursedir=self.coursedir, authenticator=self.authenticator, parent=self)
        for name, value in settings.items():
            setattr(app, name, value)
        try:
            with temp_attrs(self.log, disabled=doing in self._out_of_order):
                app.start()
        except (ExchangeError, OSError) as error:
            if doing not in self._out_of_order:
                _say(f"The exchange does not {doing}: {error}. What lies in submitted/ is graded all the same.")
            self._out_of_order.add(doing)
            return False
        self._out_of_order.discard(doing)
        return True


def _is_settled(folder):
    """Whether nothing in a folder changed for SETTLED seconds."""
    newest = 0
    with contextlib.suppress(OSError, NotGradable):  # grading will report what cannot be read
        newest = max(path.lstat().st_ctime for path in itertools.chain([folder], all_below(folder)))
    return not 0 <= time.time() - newest < SETTLED


def _say(text):
    print(time.strftime("%H:%M:%S"), text, flush=True)


def main(arguments: list[str]) -> None:
    WatchApp.launch_instance(arguments)
