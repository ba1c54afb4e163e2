"""More time for some students: ``python -m grading extend ASSIGNMENT STUDENT ... --days=2``."""

import logging
from datetime import timedelta

from nbgrader.api import MissingEntry
from nbgrader.apps.baseapp import NbGrader
from traitlets import Float, default

from grading.gradebook.opening import open_gradebook
from grading.gradebook.promised import Promised
from grading.outcome import shown


class ExtendApp(NbGrader):
    """Moves the due date of some students, by nbgrader's `grant_extension`."""

    name = "grading-extend"
    description = __doc__
    examples = """
        Two days and a half more for two students, counted from the due date of all:

            python -m grading extend 01-sigmoid ada bob --days=2 --hours=12

        No longer:

            python -m grading extend 01-sigmoid ada --days=0

        Who has more time:

            python -m grading extend 01-sigmoid
        """

    days = Float(None, allow_none=True, min=0, help="More than the others; 0 takes it back.").tag(config=True)
    hours = Float(None, allow_none=True, min=0, help="More than the others.").tag(config=True)
    aliases = {"days": "ExtendApp.days", "hours": "ExtendApp.hours", "db": "CourseDirectory.db_url"}
    flags: dict = {}

    @default("classes")
    def _classes_default(self):
        return [*super()._classes_default(), ExtendApp]

    @default("log_level")
    def _log_level_default(self):
        return logging.WARNING

    def start(self) -> None:
        super().start()
        if not self.extra_args:
            self.fail("Which assignment? For example: python -m grading extend 01-sigmoid ada --days=2")
        assignment, *students = self.extra_args
        if students and self.days is None and self.hours is None:
            self.fail("How much more? For example --days=2; --days=0 takes an extension back.")
        try:
            with open_gradebook(self.coursedir) as gradebook:
                self._change(gradebook, assignment, students)
        except ValueError as error:
            self.fail("%s", error)

    def _change(self, gradebook, assignment, students):
        """Extend, and print the due dates.

        Raises
        ------
        ValueError
            If something is not known; then nothing was changed.
        """
        try:
            due = gradebook.find_assignment(assignment).duedate
        except MissingEntry:
            raise ValueError(f"The gradebook has no assignment {assignment!r}.") from None
        if due is None:
            raise ValueError(
                f"{assignment} has no due date. Give it one: nbgrader db assignment add {assignment} "
                "--duedate='2026-12-01 23:59 UTC'"
            )
        missing = set(students) - {student.id for student in gradebook.students}
        if missing:
            names = ", ".join(map(shown, sorted(missing)))
            raise ValueError(f"The gradebook does not know {names}. Nothing was changed.")
        for student in students:
            self._extend(gradebook, assignment, student, timedelta(days=self.days or 0, hours=self.hours or 0))
        print(f"{assignment} is due {due:%Y-%m-%d %H:%M} UTC.")
        for student, extension in sorted(self._all(gradebook, assignment).items()):
            print(f"  {shown(student)}: {due + extension:%Y-%m-%d %H:%M} UTC")

    def _extend(self, gradebook, assignment, student, more):
        Promised(self.coursedir.root).promise(assignment, student, more)
        try:
            gradebook.grant_extension(assignment, student, minutes=more.total_seconds() / 60)
        except MissingEntry:
            pass  # nothing was handed in yet: `grading.gradebook.saving` enters it with the submission

    def _all(self, gradebook, assignment):
        granted = {entry.student.id: entry.extension for entry in gradebook.assignment_submissions(assignment)}
        return Promised(self.coursedir.root).of(assignment) | {s: e for s, e in granted.items() if e}


def main(arguments: list[str]) -> None:
    ExtendApp.launch_instance(arguments)
