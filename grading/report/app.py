"""A page on what a class did not understand: ``python -m grading report ASSIGNMENT ...``."""

import base64
import datetime
import hashlib
import hmac
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import nbformat
import numpy as np
from nbgrader.apps.baseapp import NbGrader, nbgrader_aliases, nbgrader_flags
from traitlets import Bool, Unicode

from grading.gradebook import results
from grading.gradebook.blueprint import blueprints
from grading.gradebook.opening import open_gradebook
from grading.outcome import reason, shown
from grading.report import figures
from grading.report.findings import ENOUGH, WEAK, Findings
from grading.report.graded_work import Work, read_work
from grading.report.learned import what_was_learned
from grading.report.similarity import alike, fingerprints
from grading.terminal import progress, wrapped

MOST = 25  # rows of a table before it is folded
KEY = ".report-key"
DPI = 200  # of the pictures: sharp on paper as well


class ReportApp(NbGrader):
    """Writes report/index.html and its pictures."""

    name = "grading-report"
    description = __doc__
    examples = """
        On one assignment, or on several in one page:

            python -m grading report 01-sigmoid
            python -m grading report 01-sigmoid 02-losses

        To show around, without the ids of students:

            python -m grading report 01-sigmoid --anonymous
        """

    to = Unicode("report", help="Folder to write into, in the course's folder.").tag(config=True)
    anonymous = Bool(False, help="Give students codes instead of ids, the same ones every time.").tag(config=True)

    aliases = nbgrader_aliases | {"to": "ReportApp.to"}
    flags = nbgrader_flags | {"anonymous": ({"ReportApp": {"anonymous": True}}, "Codes instead of students' ids.")}

    def start(self) -> None:
        super().start()
        assignments = list(dict.fromkeys(self.extra_args or [self.coursedir.assignment_id]))
        if assignments == [""]:
            self.fail("Which assignment? For example: python -m grading report 01-sigmoid")
        folder = Path(self.coursedir.root) / self.to
        self._failed: list[str] = []
        try:
            with open_gradebook(self.coursedir, write=False) as gradebook:
                sections = [self._section(gradebook, assignment) for assignment in assignments]
                learned = what_was_learned(gradebook, self.coursedir, assignments)
            folder.mkdir(parents=True, exist_ok=True)
            for section in sections:
                for name, image in section["images"].items():
                    (folder / f"{section['found'].assignment}-{name}.png").write_bytes(image["png"])
            (folder / "index.html").write_text(self._page(sections, learned), encoding="utf-8")
        except ValueError as error:
            self.fail("%s", error)
        except OSError as error:
            self.fail("The report could not be written. %s", reason(error, "writing"))
        print(f"The report is in {folder / 'index.html'}")
        if self._failed:
            print("Without the verdicts and code of:", *self._failed, sep="\n")
            sys.exit(1)

    def _section(self, gradebook, assignment):
        plans = blueprints(gradebook, self.coursedir, assignment)
        found = results.results(gradebook, self.coursedir, assignment)
        works = {}
        handed_in = [result for result in found if result.scores]
        with progress(assignment, len(handed_in), delay=2) as bar:
            for result in handed_in:
                works[result.student] = self._work(result.student, assignment, plans)
                bar.update()
        if self.anonymous:
            code = codes(Path(self.coursedir.root) / KEY)
            found = sorted((replace(r, student=code(r.student)) for r in found), key=lambda r: r.student)
            works = {code(student): work for student, work in works.items()}
        pairs = alike({student: work.answers for student, work in works.items()}, self._known(plans, assignment))
        due = gradebook.find_assignment(assignment).duedate
        findings = Findings(assignment, due, found, results.exercises(plans), works, pairs)
        return {"found": findings, "images": images(findings), "anchor": f"a-{assignment}"}

    def _work(self, student, assignment, plans):
        graded = self.coursedir.format_path(self.coursedir.autograded_directory, student, assignment)
        try:
            work = read_work(graded, plans)
            for answer in work.answers.values():
                fingerprints(answer)  # slow, and cached for `alike`: computed here, so that the progress bar counts it
        except Exception as error:
            self.log.debug("while reading a graded notebook", exc_info=error)
            self._failed.append(wrapped(f"  {assignment} {student!r}:", shown(reason(error, "reading"))))
            return Work({}, {})
        return work

    def _known(self, plans, assignment):
        """Exercise -> the released source and the course's solution."""
        known = {cell["grade_id"]: [cell["source"]] for plan in plans.values() for cell in plan.cells}
        folder = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", assignment))
        for name in plans:
            path = folder / f"{name}.ipynb"
            for cell in nbformat.read(path, as_version=4).cells if path.exists() else ():
                known.setdefault(cell.metadata.get("nbgrader", {}).get("grade_id"), []).append(cell.source)
        return known

    def _page(self, sections, learned):
        return render(
            sections,
            learned=learned,
            course=self.coursedir.course_id or "This course",
            anonymous=self.anonymous,
            made=datetime.datetime.now(datetime.UTC),
        )


def images(found: Findings) -> dict[str, dict]:
    """Name of a picture -> dict with png, data (base64), width, height, description."""
    pictures = {}
    timed = [(result, result.handed_in) for result in found.handed_in if result.handed_in]
    if timed:
        start = found.due or found.times[0]
        days = np.array([(when - start).total_seconds() / 86400 for _, when in timed])
        late = np.array([result.late > 0 for result, _ in timed])
        points = np.array([found.points.get(result.student, np.nan) for result, _ in timed])
        pictures["when"] = figures.handed_in(days, late, points, found.most, since_due=found.due is not None)
    if len(found.known_points):
        pictures["points"] = figures.scores(found.known_points, found.most)
    if found.scored:
        pictures["exercises"] = figures.exercises([e.name for e in found.exercises], found.items)
    return {name: _image(picture) for name, picture in pictures.items()}


def _image(picture):
    png = picture.png(DPI)
    width, height = (round(100 * inches) for inches in picture.get_size_inches())
    data = base64.b64encode(png).decode("ascii")
    return {"png": png, "data": data, "width": width, "height": height, "description": picture.description}


def render(sections: list[dict], **about: Any) -> str:
    """The page as self-contained HTML."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    page = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    names = {name: getattr(results, name) for name in ("GRADED", "WAITS", "UNGRADED", "MISSING")}
    words = names | {"MOST": MOST, "ENOUGH": ENOUGH, "WEAK": WEAK, "chance": chance}
    return page.get_template("report.html").render(sections=sections, **words, **about)


def chance(expected: float) -> str:
    """A small expected number in words: "1 in so many" classes."""
    if expected < 1e-6:
        return "< 1 in a million"
    return f"1 in {float(f'{1 / expected:.1g}'):,.0f}"


def codes(path: Path) -> Callable[[str], str]:
    """A function from a student's id to a code, by HMAC: without the key, nobody can tell the id from the code.

    Parameters
    ----------
    path : Path
        File of the key, which is created at the first call.
    """
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    key = path.read_bytes()

    def code(student):
        digest = hmac.new(key, student.encode("utf-8"), hashlib.sha256).digest()
        return base64.b32encode(digest)[:8].decode("ascii").lower()

    return code


def main(arguments: list[str]) -> None:
    ReportApp.launch_instance(arguments)
