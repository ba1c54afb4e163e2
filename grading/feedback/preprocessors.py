"""nbgrader preprocessors for `generate_feedback`, in the place of nbgrader's own."""

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Comment, Grade, Gradebook
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, NbGraderPreprocessor
from sqlalchemy.orm import undefer

from grading.feedback.links import pictures_beside
from grading.gradebook.late_policy import Penalties
from grading.gradebook.results import is_known


def what_is_known(gradebook: Gradebook, about: dict[str, str], penalties: Penalties) -> dict:
    """What the gradebook has of a notebook, as plain data, for `ShowGrades`.

    A score that nobody gave yet is None, where nbgrader's GetGrades has 0. The late penalty is a share of the score,
    which may have changed since: it is computed again, and written to the gradebook.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
    about : dict
        ``student``, ``assignment`` and ``notebook``.
    penalties : grading.gradebook.late_policy.Penalties

    Returns
    -------
    dict
        ``grades`` and ``comments`` by grade id, ``late_penalty`` and ``max_score``; the student's ``name``, and when it
        was ``handed_in``, was ``due``, and how many seconds ``late`` it is.
    """
    notebook = gradebook.find_submission_notebook(about["notebook"], about["assignment"], about["student"])
    entry, course = notebook.assignment, notebook.notebook
    if entry.duedate is not None:  # without a due date, somebody entered the penalty by hand: keep it
        penalty = penalties.of(entry, notebook)
        if penalty != notebook.late_submission_penalty:
            notebook.late_submission_penalty = penalty
    cells = *course.grade_cells, *course.solution_cells, *course.task_cells  # all by one query
    names = {cell.id: cell.name for cell in cells}
    # What nbgrader reads for each grade or comment by itself, by one query for all.
    grades, comments = (
        gradebook.db.query(kind).options(undefer("*")).filter(kind.notebook_id == notebook.id)
        for kind in (Grade, Comment)
    )
    known = {
        "grades": {
            names[grade.cell_id]: {"score": grade.score if is_known(grade) else None, "points": grade.max_score}
            for grade in grades
        },
        "comments": {names[comment.cell_id]: comment.comment for comment in comments},
        "late_penalty": notebook.late_submission_penalty or 0,
        "max_score": notebook.max_score,
        "name": " ".join(filter(None, (entry.student.first_name, entry.student.last_name))),
        "handed_in": entry.timestamp and entry.timestamp.isoformat(),
        "due": entry.duedate and entry.duedate.isoformat(),
        "late": entry.total_seconds_late,
    }
    gradebook.db.commit()
    return known


class ReadGrades(NbGraderPreprocessor):
    """Fetch `what_is_known` of a notebook, and the pictures beside it, for nbgrader's own command.

    `grading.feedback.app` does without this preprocessor.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            about |= what_is_known(gradebook, about, Penalties(self.config))
        about["pictures"] = pictures_beside(resources["metadata"]["path"])
        return nb, resources


class ShowGrades(NbGraderPreprocessor):
    """Write scores and comments into the cells; a score that nobody gave yet is None.

    The page finds in ``resources["nbgrader"]`` what is known of the ``score``, how many of the points ``wait``, and
    whether anything is ``known``.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        about = resources["nbgrader"]
        grades = about.pop("grades")
        comments = about.pop("comments")
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if utils.is_grade(cell) and name in grades:
                cell.metadata.nbgrader.update(grades[name])
            if utils.is_solution(cell) and name in comments:
                cell.metadata.nbgrader.comment = comments[name]
        scores = [grade["score"] for grade in grades.values()]
        about["known"] = any(score is not None for score in scores)
        about["waits"] = sum(grade["points"] for grade in grades.values() if grade["score"] is None)
        about["score"] = max(0, sum(score or 0 for score in scores) - about["late_penalty"])
        return nb, resources


class HideTestCode(NbGraderPreprocessor):
    """Cut tracebacks in test cells to their last line: the others show the code of the test.

    Messages of check() hold no code and stay whole.
    """

    def preprocess_cell(self, cell: NotebookNode, resources: dict, cell_index: int) -> tuple[NotebookNode, dict]:
        if utils.is_grade(cell) and cell.cell_type == "code":
            for output in cell.outputs:
                if output.output_type == "error" and output.ename != "WrongAnswer":
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources


class OfTheCourse(NbGraderPreprocessor):
    """Restricts a preprocessor to locked cells, which hold the course's text.

    nbgrader refuses the whole notebook if a student's cell has the delimiter of hidden tests or mark schemes.
    """

    def preprocess_cell(self, cell: NotebookNode, resources: dict, cell_index: int) -> tuple[NotebookNode, dict]:
        if not utils.is_locked(cell):
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class ClearHiddenTestsOfCourse(OfTheCourse, ClearHiddenTests):
    """nbgrader's ClearHiddenTests, for the course's own cells."""


class ClearMarkSchemeOfCourse(OfTheCourse, ClearMarkScheme):
    """nbgrader's ClearMarkScheme, for the course's own cells."""
