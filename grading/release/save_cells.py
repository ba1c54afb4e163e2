"""Change an assignment after work was handed in, without losing scores and comments that a person gave."""

from nbgrader import preprocessors
from nbgrader.api import Comment, Grade, MissingEntry

from grading.gradebook.saving import one_transaction


class SaveCells(preprocessors.SaveCells):
    """nbgrader's SaveCells, which would refuse to add or remove a cell once there are submissions.

    Rows for a new cell are added to every submission, those of a removed cell are deleted, in one transaction.
    """

    def _create_notebook(self, nb):
        with one_transaction(self.gradebook):
            try:
                notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
            except MissingEntry:
                notebook = None
            if notebook is None or not notebook.submissions:
                super()._create_notebook(nb)
                return
            self._remove_cells(notebook)
            self._add_cells(notebook)
            super()._create_notebook(nb)
            self._fit_submissions(notebook)
            self._name_scores_above_the_maximum(notebook)
        self.log.warning(
            "Work was handed in for this assignment before. Grade it again: python -m grading %s --force",
            self.assignment_id,
        )

    def _kinds(self, notebook):
        """For each kind of cell: (cells in the gradebook, name -> attributes in the notebook, method that adds one)."""
        return [
            (notebook.grade_cells, self.new_grade_cells, self.gradebook.add_grade_cell),
            (notebook.solution_cells, self.new_solution_cells, self.gradebook.add_solution_cell),
            (notebook.task_cells, self.new_task_cells, self.gradebook.add_task_cell),
            (notebook.source_cells, self.new_source_cells, self.gradebook.add_source_cell),
        ]

    def _remove_cells(self, notebook):
        database = self.gradebook.db
        gone = [cell for cells, new, _ in self._kinds(notebook) for cell in cells if cell.name not in new]
        written: dict[str, set[str]] = {}
        for cell in gone:
            for one in [*_of(cell, "grades"), *_of(cell, "comments")]:
                if _by_hand(one):
                    written.setdefault(cell.name, set()).add(one.notebook.student.id)
                database.delete(one)
        if written:
            cells = "; ".join(f"{name}: {', '.join(sorted(students))}" for name, students in written.items())
            raise ValueError(
                f"Cells with scores or comments by hand were removed from {self.notebook_id}.ipynb ({cells}). "
                "Nothing was changed in the gradebook. Put the cells back, with 0 points if they are not to count, "
                "or delete these scores and comments in formgrader, and run generate_assignment again."
            )
        for cell in gone:
            database.delete(cell)
        database.flush()
        database.expire(notebook)

    def _add_cells(self, notebook):
        for cells, new, add in self._kinds(notebook):
            for name in new.keys() - {cell.name for cell in cells}:
                add(name, self.notebook_id, self.assignment_id, **new[name])
        self.gradebook.db.expire(notebook)

    def _fit_submissions(self, notebook):
        scored = [*notebook.grade_cells, *notebook.task_cells]
        commented = [*notebook.solution_cells, *notebook.task_cells]
        for submission in notebook.submissions:
            for kind, cells, have in (
                (Grade, scored, submission.grades),
                (Comment, commented, submission.comments),
            ):
                names = {one.cell_id for one in have}
                self.gradebook.db.add_all(
                    kind(cell_id=cell.id, notebook=submission) for cell in cells if cell.id not in names
                )
        self.gradebook.db.flush()

    def _name_scores_above_the_maximum(self, notebook):
        for cell in notebook.grade_cells:
            above = [g for g in cell.grades if g.manual_score is not None and g.manual_score > cell.max_score]
            if above:
                students = ", ".join(f"{grade.student.id} ({grade.manual_score:g})" for grade in above)
                self.log.warning(
                    "Scores by hand above the new maximum %g of %s: %s. They stay; change them in formgrader.",
                    cell.max_score, cell.name, students,
                )  # fmt: skip


def _of(cell, kind):
    """The grades or comments of a cell; source cells have neither attribute."""
    return getattr(cell, kind, None) or []


def _by_hand(one):
    if isinstance(one, Comment):
        return bool(one.manual_comment)
    return one.manual_score is not None or one.extra_credit is not None
