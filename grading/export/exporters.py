"""Exporters of grades: ``nbgrader export``, ``nbgrader export --exporter=grading.export.CanvasExporter``.

A score that is not final (never graded, handed in again since, waiting for a person) is left empty, neither 0 nor the
points so far. The log lists these students and the reason.
"""

import sys
from collections.abc import Iterable

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin
from traitlets import Enum, Unicode

from grading.export import csv_file
from grading.export.roster import Roster
from grading.gradebook.blueprint import blueprints
from grading.gradebook.results import GRADED, MISSING, Result, exercises, results
from grading.outcome import shown


class Exporter(ExportPlugin):
    """Base class of the exporters: it collects the results and writes the file."""

    file_name = ""
    decimal = Enum([".", ","], ".", help="Decimal separator; with a comma, semicolons separate the columns.").tag(
        config=True
    )

    def export(self, gradebook: Gradebook) -> None:
        path = self.to or self.file_name
        try:
            csv_file.write(path, self.rows(gradebook, self._results(gradebook)), self.decimal)
        except OSError as error:
            self.log.error("%s could not be written: %s.", path, error.strerror)
            sys.exit(1)
        except ValueError as error:
            self.log.error("%s", error)
            sys.exit(1)
        self.log.info("Wrote %s", path)

    def rows(self, gradebook: Gradebook, found: dict[str, list[Result]]) -> Iterable[list]:
        """The rows of the file.

        Parameters
        ----------
        gradebook : nbgrader.api.Gradebook
        found : dict
            Assignment -> list of `grading.gradebook.results.Result`.
        """
        raise NotImplementedError

    def _results(self, gradebook):
        """Results of the assignments and students that --assignment and --student name, or of all."""
        self.coursedir = CourseDirectory(parent=self)
        names = _chosen("assignment", self.assignment, [assignment.name for assignment in gradebook.assignments])
        found = {name: results(gradebook, self.coursedir, name) for name in names}
        everybody = dict.fromkeys(result.student for group in found.values() for result in group)
        students = _chosen("student", self.student, list(everybody))
        found = {name: [result for result in group if result.student in students] for name, group in found.items()}
        for name, group in found.items():
            self._tell(name, group)
        return found

    def _tell(self, assignment, group):
        for state in dict.fromkeys(result.state for result in group if result.state != GRADED):
            students = ", ".join(shown(result.student) for result in group if result.state == state)
            say = self.log.info if state == MISSING else self.log.warning
            say("%s: %s, so without a score: %s", assignment, state, students)

    def _tell_unknown(self, path, scores, known):
        unknown = [student for student, mine in scores.items() if mine and student not in known]
        if unknown:
            self.log.warning("Not in %s, so not exported: %s", path, ", ".join(map(shown, unknown)))


class GradesExporter(Exporter):
    """What `nbgrader export` writes: a row for each student and assignment, with nbgrader's own columns and the state.

    Where nbgrader's exporter says 0 because nobody graded it yet, or because nothing was handed in, this one says
    nothing.
    """

    file_name = "grades.csv"

    def rows(self, gradebook: Gradebook, found: dict[str, list[Result]]) -> Iterable[list]:
        people = {student.id: student for student in gradebook.students}
        yield [
            *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
            *("raw_score", "late_submission_penalty", "score", "max_score", "state"),
        ]
        for name, group in found.items():
            entry = gradebook.find_assignment(name)
            for result in group:
                student = people.get(result.student)
                about = [getattr(student, part, None) or "" for part in ("last_name", "first_name", "email")]
                times = [str(time) if time else "" for time in (entry.duedate, result.handed_in)]
                known = result.total is not None
                scores = [result.raw, result.penalty, result.total] if known else ["", "", ""]
                yield [name, *times, result.student, *about, *scores, entry.max_score, result.state]


class CanvasExporter(Exporter):
    """A CSV file that the gradebook of Canvas imports.

    The rules are those of Canvas itself, lib/gradebook_exporter.rb and lib/gradebook_importer.rb in
    instructure/canvas-lms. Columns: those about the student up to "Section", then the assignments, "Title (id)";
    below the header a row "Points Possible". Read-only columns (totals) may be left out. A student is found by ID,
    else by SIS User ID, else by SIS Login ID. An empty cell takes away a score that Canvas has; so whoever has no
    score here keeps what the roster says, and without a roster gets no row.
    """

    file_name = "canvas.csv"
    roster = Unicode("", help="The CSV file that Canvas exports of its gradebook: its ids, order and titles.").tag(
        config=True
    )

    def rows(self, gradebook: Gradebook, found: dict[str, list[Result]]) -> Iterable[list]:
        scores = _totals(found)
        points = {name: gradebook.find_assignment(name).max_score for name in found}
        if self.roster:
            return self._with_roster(Roster(self.roster), scores, points)
        self.log.warning("Without --CanvasExporter.roster Canvas has to find the students by their logins.")
        people = {student.id: student for student in gradebook.students}
        rows = [
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *points],
            ["    Points Possible", "", "", "", "", *points.values()],
        ]
        for student, mine in scores.items():
            if mine:
                rows.append([_name(people[student]), "", "", student, "", *(mine.get(name, "") for name in points)])
        return rows

    def _with_roster(self, roster, scores, points):
        if "Section" not in roster.header:
            raise ValueError(f"{roster.path} has no column Section: it is not what Canvas exports of its gradebook.")
        end = roster.header.index("Section") + 1
        ids = [roster.header.index(title) for title in ("SIS Login ID", "SIS User ID", "ID") if title in roster.header]
        _, students = roster.find(scores, ids)
        columns = {name: roster.column_of(name) for name in points}
        self._tell_unknown(roster.path, scores, students.values())
        self._tell_changes(roster, columns, points)
        titles = [name if i is None else roster.header[i] for name, i in columns.items()]
        rows = [[*roster.header[:end], *titles], ["    Points Possible", *[""] * (end - 1), *points.values()]]
        for i, row in enumerate(roster.rows):
            if any(row[1:end]) and (i in students or not self.student):  # else a row such as "Points Possible"
                mine = scores.get(students.get(i), {})
                kept = {name: "" if column is None else row[column] for name, column in columns.items()}
                rows.append([*row[:end], *(mine.get(name, kept[name]) for name in points)])
        return rows

    def _tell_changes(self, roster, columns, points):
        """Warn of what the import would change in Canvas besides scores."""
        (possible, *_) = [row for row in roster.rows if "Points Possible" in row[0]] or [None]
        for name, column in columns.items():
            if column is None:
                self.log.warning("%s: not in %s, so Canvas will offer to make it", name, roster.path)
            elif possible and csv_file.number_in(possible[column]) != points[name]:
                has, gets = possible[column] or "no", csv_file.number(points[name])
                self.log.warning("%s: Canvas has %s points possible; the import makes it %s", name, has, gets)


class MoodleExporter(Exporter):
    """A CSV file for Moodle: Grades, Import, CSV file.

    The rules are Moodle's, in grade/import/csv/classes/load_data.php. One column says who it is: choose it at "Map
    from", and useremail, useridnumber or username at "Map to". The import stops at a student whom Moodle does not
    know. "-" stands for no grade; an empty cell would become a 0 in a new grade item. Both take away a grade that
    Moodle has, so a student without any score gets no row. A decimal comma is understood if the language of whoever
    imports has one.
    """

    file_name = "moodle.csv"
    roster = Unicode("", help="A CSV file that Moodle exports, of grades or participants: whose ids to use.").tag(
        config=True
    )
    identity = Enum(
        ["username", "idnumber", "email"],
        "username",
        help="Without a roster: what nbgrader's student ids are in Moodle; or email, for the gradebook's addresses.",
    ).tag(config=True)

    def rows(self, gradebook: Gradebook, found: dict[str, list[Result]]) -> Iterable[list]:
        scores = _totals(found)
        if self.roster:
            roster = Roster(self.roster)
            column, students = roster.find(scores, range(len(roster.header)))
            title, ids = roster.header[column], {student: roster.rows[i][column] for i, student in students.items()}
            self._tell_unknown(roster.path, scores, ids)
        else:
            title = {"username": "Username", "idnumber": "ID number", "email": "Email address"}[self.identity]
            people = sorted(gradebook.students, key=lambda student: student.id)
            ids = {student.id: student.email if self.identity == "email" else student.id for student in people}
            ids = {student: who for student, who in ids.items() if who}
            self._tell_unknown("the gradebook's e-mail addresses", scores, ids)
        rows = [[title, *found]]
        for student, who in ids.items():
            if scores.get(student):
                rows.append([who, *(scores[student].get(name, "-") for name in found)])
        return rows


class ScoresExporter(Exporter):
    """A CSV file with a row for each student and exercise, for a spreadsheet or a program.

    The late penalty is one of the whole assignment, so it is not included.
    """

    file_name = "scores.csv"

    def rows(self, gradebook: Gradebook, found: dict[str, list[Result]]) -> Iterable[list]:
        people = {student.id: student for student in gradebook.students}
        yield ["assignment", "student_id", "last_name", "first_name", "exercise", "score", "max_score", "state"]
        for name, group in found.items():
            asked = exercises(blueprints(gradebook, self.coursedir, name))
            for result in group:
                student = people.get(result.student)
                names = [getattr(student, part, None) or "" for part in ("last_name", "first_name")]
                for exercise in asked:
                    score = result.score(exercise)
                    about = ["", exercise.points, result.state] if score is None else [score, exercise.points, GRADED]
                    yield [name, result.student, *names, exercise.name, *about]


def _chosen(what, wanted, known):
    """The members of ``known`` that are wanted, or all if none is named; ValueError for a name that is not known."""
    wanted = [str(name) for name in wanted]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise ValueError(f"No {what} {', '.join(unknown)} in the gradebook; it has: {', '.join(known) or 'none yet'}.")
    return [name for name in known if name in wanted] if wanted else known


def _totals(found):
    """student -> assignment -> score, for all students and the scores that are final."""
    totals: dict[str, dict[str, float]] = {}
    for name, group in found.items():
        for result in group:
            mine = totals.setdefault(result.student, {})
            if result.total is not None:
                mine[name] = result.total
    return totals


def _name(student):
    return ", ".join(part for part in (student.last_name, student.first_name) if part) or student.id
