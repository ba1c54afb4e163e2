"""What nbgrader does with notebooks on their way to students and back, where the course wants it otherwise."""

from nbgrader import preprocessors, utils
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, NbGraderPreprocessor


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
