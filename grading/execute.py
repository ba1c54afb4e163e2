"""nbgrader's own way of grading, one submission after the other, through the same sandbox and judge.

`nbgrader autograde` and formgrader's button come here by nbgrader_config.py.
"""

from concurrent.futures import ThreadPoolExecutor

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades
from traitlets import Integer

from grading.blueprint import blueprint
from grading.grade import Limits, Run, add_notes
from grading.repair import repair
from grading.sandbox import Sandbox


class Execute(NbGraderPreprocessor):
    """Run a notebook in the sandbox and judge its test cells. Settings hold for `python -m grading` as well."""

    timeout = Integer(30, help="Seconds a cell.").tag(config=True)
    notebook_timeout = Integer(180, help="Seconds a notebook.").tag(config=True)
    most_output = Integer(2**20, help="Bytes of output a cell.").tag(config=True)

    def limits(self):
        return Limits(self.timeout, self.notebook_timeout, self.most_output, Sandbox(parent=self))

    def preprocess(self, nb, resources):
        run = Run(nb, _blueprint(self, resources), self.limits())
        # In a thread of its own: formgrader's server has an event loop running in this one.
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(run.run_and_judge).result()
        add_notes(nb, [*resources["nbgrader"].pop("notes", ()), *run.notes])
        resources["nbgrader"]["hand"] = run.hand
        return nb, resources


class Repair(NbGraderPreprocessor):
    """Give the notebook the cells of the course back; in the place of nbgrader's OverwriteCells."""

    def preprocess(self, nb, resources):
        resources["nbgrader"]["notes"] = repair(nb, _blueprint(self, resources))
        return nb, resources


class SaveGrades(SaveAutoGrades):
    """nbgrader's SaveAutoGrades, which also asks for a person where something went wrong."""

    def preprocess(self, nb, resources):
        self.hand = resources["nbgrader"].get("hand", {})
        return super().preprocess(nb, resources)

    def _add_score(self, cell, resources):
        super()._add_score(cell, resources)
        name = cell.metadata.nbgrader.grade_id
        if name in self.hand:
            grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
            grade.needs_manual_grade = True
            self.gradebook.db.commit()


def _blueprint(preprocessor, resources):
    about = resources["nbgrader"]
    with Gradebook(about["db_url"]) as gradebook:
        coursedir = CourseDirectory(parent=preprocessor)
        return blueprint(gradebook, coursedir, about["assignment"], about["notebook"])
