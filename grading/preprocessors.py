"""Repairs that nbgrader needs before it can grade a damaged submission."""

import nbformat
from nbgrader import preprocessors, utils
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, NbGraderPreprocessor, OverwriteCells


class DropEmptyMetadata(NbGraderPreprocessor):
    """Remove the empty nbgrader metadata that DeduplicateIds leaves on a duplicated cell.

    With it the whole batch stops, because nbgrader takes it for an old format (jupyter/nbgrader#1083).
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.metadata.get("nbgrader") == {}:
            del cell.metadata["nbgrader"]
        return cell, resources


class RestoreCells(OverwriteCells):
    """Put deleted test and answer cells back, each behind the nearest cell before it that is still there.

    OverwriteCells with ``add_missing_cells`` does this only where that cell is an answer or a test itself; a
    read-only cell in between, or two deleted cells in a row, raise KeyError and the submission is lost.
    """

    def add_missing_grade_cells(self, nb, resources):
        source = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        graded = {cell.name: cell for cell in source.grade_cells}
        answers = {cell.name for cell in source.solution_cells}
        before = None  # the nearest source cell so far that the notebook holds
        for source_cell in source.source_cells:
            name = source_cell.name
            if self._index(nb, name) is None and name in graded:
                self.log.warning("Missing grade cell %s encountered, adding to notebook", name)
                cell = self.missing_cell_transform(source_cell, graded[name].max_score, name in answers)
                cell = nbformat.from_dict({"id": name, **cell})
                nb.cells.insert(0 if before is None else self._index(nb, before) + 1, cell)
            if self._index(nb, name) is not None:
                before = name
        return nb, resources

    def add_missing_task_cells(self, nb, resources):
        return nb, resources  # this course has no tasks, and nbgrader stumbles here over a cell of another course

    @staticmethod
    def _index(nb, name):
        for i, cell in enumerate(nb.cells):
            if utils.is_grade(cell) or utils.is_solution(cell) or utils.is_locked(cell):
                if cell.metadata.nbgrader.get("grade_id") == name:
                    return i
        return None


class ClearOutput(preprocessors.ClearOutput):
    """Clear all outputs but the pictures of cells with the tag ``keep-picture``: they show before anything is run."""

    def preprocess_cell(self, cell, resources, cell_index):
        if "keep-picture" in cell.metadata.get("tags", ()):
            cell.execution_count = None
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class HideTestCode(NbGraderPreprocessor):
    """Cut tracebacks in test cells down to their last line, because Python prints the code around an error.

    The messages of check() hold no code and stay whole.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if utils.is_grade(cell) and cell.cell_type == "code":
            for output in cell.outputs:
                if output.output_type == "error" and output.ename != "WrongAnswer":
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources


class OfTheCourse(NbGraderPreprocessor):
    """A preprocessor for the course's own cells alone.

    In a student's cell the words that begin a hidden test mean nothing, and nbgrader would refuse the notebook.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if not utils.is_locked(cell):
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class ClearHiddenTestsOfCourse(OfTheCourse, ClearHiddenTests):
    """nbgrader's ClearHiddenTests, for the course's own cells."""


class ClearMarkSchemeOfCourse(OfTheCourse, ClearMarkScheme):
    """nbgrader's ClearMarkScheme, for the course's own cells."""
