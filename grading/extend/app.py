"""More time for some students: ``python -m grading extend ASSIGNMENT STUDENT ... --days=2``."""

import logging
from datetime import timedelta

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.baseapp import NbGrader
from traitlets import Float, default

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
    flags = {}

    @default("classes")
    def _classes_default(self):
        return [*super()._classes_default(), ExtendApp]

    @default("log_level")
    def _log_level_default(self):
        return logging.WARNING

    def start(self):
        super().start()
        if not self.extra_args:
            self.fail("Which assignment? For example: python -m grading extend 01-sigmoid ada --days=2")
        assignment, *students = self.extra_args
        if students and self.days is None and self.hours is None:
            self.fail("How much more? For example --days=2; --days=0 takes an extension back.")
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                due = gradebook.find_assignment(assignment).duedate
            except MissingEntry:
                self.fail("The gradebook has no assignment %r.", assignment)
            if due is None:
                self.fail(
                    "%s has no due date. Give it one: nbgrader db assignment add %s --duedate='2026-12-01 23:59 UTC'",
                    *(assignment, assignment),
                )
            missing = set(students) - {student.id for student in gradebook.students}
            if missing:
                self.fail(
                    "The gradebook does not know %s. Nothing was changed.", ", ".join(map(shown, sorted(missing)))
                )
            more = timedelta(days=self.days or 0, hours=self.hours or 0)
            for student in students:
                self._extend(gradebook, assignment, student, more)
            print(f"{assignment} is due {due:%Y-%m-%d %H:%M} UTC.")
            for student, extension in sorted(self._all(gradebook, assignment).items()):
                print(f"  {shown(student)}: {due + extension:%Y-%m-%d %H:%M} UTC")

    def _extend(self, gradebook, assignment, student, more):
        Promised(self.coursedir.root).promise(assignment, student, more)
        try:
            gradebook.grant_extension(assignment, student, minutes=more.total_seconds() / 60)
        except MissingEntry:
            pass  # it is granted when the work comes in

    def _all(self, gradebook, assignment):
        granted = {entry.student.id: entry.extension for entry in gradebook.assignment_submissions(assignment)}
        return Promised(self.coursedir.root).of(assignment) | {s: e for s, e in granted.items() if e}


def main(arguments):
    ExtendApp.launch_instance(arguments)
